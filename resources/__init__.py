"""What comes in the box: embedded weights, pose presets, demo people, icons and translations."""
