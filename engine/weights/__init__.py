"""Weights files: the table of those that are known, and the store that finds, fetches, verifies and imports them."""
