"""The window of Repose Studio: `repose-studio`, a Qt workbench over the engine."""
