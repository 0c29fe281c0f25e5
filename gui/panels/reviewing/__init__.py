"""Reviewing pictures: cards over the whole screen, and what came of them."""
