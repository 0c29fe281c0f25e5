"""The whole window, as in tests/gui, for tests that drive it as a person does."""

from __future__ import annotations

from tests.gui.conftest import backend, library, make_window, qtbot, theme, window

__all__ = ["backend", "library", "make_window", "qtbot", "theme", "window"]
