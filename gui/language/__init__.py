"""The languages of the window: which there are, how its words are found in the code, and how they change."""
