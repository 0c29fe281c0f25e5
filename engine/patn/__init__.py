"""Pose transfer with progressive attention (Zhu et al., CVPR 2019): generator, discriminators and their checkpoint files."""
