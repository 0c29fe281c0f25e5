"""The engine of Repose Studio: from a photo and a target pose to a picture, with neither Qt nor training in it."""

__version__ = "0.1.0"
