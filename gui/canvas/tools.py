"""What pointer and keys do on a pose view at the moment: one tool at a time has both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from gui.canvas.gestures import Place

if TYPE_CHECKING:
    from gui.canvas.pose_view import PoseView


class Tool:
    """A mode of a pose view; each handler answers whether it took the event."""

    def __init__(self, view: PoseView) -> None:
        self.view = view

    def press(self, event: QMouseEvent) -> bool:
        """A button went down (also the second press of a double click, unless `double_click` took it)."""
        return False

    def move(self, event: QMouseEvent) -> bool:
        """The pointer moved, with or without a button held."""
        return False

    def release(self, event: QMouseEvent) -> bool:
        """A button went up."""
        return False

    def double_click(self, event: QMouseEvent) -> bool:
        """A second press came quickly."""
        return self.press(event)

    def key(self, event: QKeyEvent) -> bool:
        """A key went down."""
        return False

    def tab(self, *, forward: bool) -> bool:
        """Tab or Shift+Tab; False lets the focus leave the view."""
        return False

    def is_busy(self) -> bool:
        """Whether a gesture is under way that nothing may disturb."""
        return False

    def leave(self) -> None:
        """Another tool takes over: end whatever is under way, without an edit."""

    def cursor(self) -> Qt.CursorShape | None:
        """The pointer's shape for what a press would do."""
        return None


def place_of(point: QPointF) -> Place:
    """A scene point as the gestures take it."""
    return point.x(), point.y()


def holds(event: QMouseEvent | QKeyEvent, modifier: Qt.KeyboardModifier) -> bool:
    """Whether a modifier key is held."""
    return bool(event.modifiers() & modifier)
