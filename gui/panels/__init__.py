"""The parts of the window: the three panes, the filmstrip, the gallery, the table of joints and the status bar."""
