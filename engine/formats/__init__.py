"""Pose files of other programs, one module a format: OpenPose JSON, COCO keypoints JSON, PATN's CSV files."""
