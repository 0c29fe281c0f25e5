"""Pose estimation by confidence maps and part affinity fields: network, training targets, decoding, estimator."""
