"""Watches how long the window's thread is kept from its events, in a session of a thousand actions."""
