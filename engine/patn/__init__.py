"""Pose transfer by progressive attention (Zhu et al., CVPR 2019): generator, discriminators, checkpoint files."""
