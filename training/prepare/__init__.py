"""`repose-train prepare`: from a folder of photos to a data set that feeds a training."""
