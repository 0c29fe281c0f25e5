"""The few windows beside the main one: about, shortcuts and the command palette."""
