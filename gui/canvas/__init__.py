"""The canvas: zoomable views on a picture, and the skeleton that is edited by hand on top of it."""
