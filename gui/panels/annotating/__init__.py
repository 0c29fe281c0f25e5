"""Annotating many photos: the filmstrip's model, how states look, filter and progress of a folder."""
