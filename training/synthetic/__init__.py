"""Rendered people with exact joints: bodies, clothes, hair, poses and a small rasteriser (extra `synthetic`)."""
