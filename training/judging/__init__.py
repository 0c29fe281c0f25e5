"""Judging weights and runs on pictures that took no part in their training."""
