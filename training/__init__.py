"""Training of the pose estimator and the picture generator: data, losses, loops, measurements and `repose-train`."""
