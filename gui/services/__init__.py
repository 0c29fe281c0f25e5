"""Work that happens off the window's thread, and the bridges to it."""
