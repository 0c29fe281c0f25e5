"""Keeps windows from being painted while they are changed over several turns of the event loop."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken


class PaintingHeld(QObject):
    """From now on windows stay as they are on the screen; `let_go` paints what is due, once.

    Not by switching their updates off: a request to paint that comes meanwhile is then used up, and a window that has
    something due already never asks again. Switched on, a window is also painted twice.
    """

    def __init__(self, windows: Iterable[QWidget]) -> None:
        super().__init__()
        self._windows = list(windows)
        self._due: list[QWidget] = []
        for window in self._windows:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is not QEvent.Type.UpdateRequest:
            return False
        if isinstance(watched, QWidget) and watched not in self._due:
            self._due.append(watched)
        return True

    def let_go(self, *, whole: bool = False) -> None:
        """Paint what is due, or `whole` windows, from the event loop."""
        windows, self._windows = self._windows, []
        for window in windows:
            if Shiboken.isValid(window):
                if whole:
                    window.update()
                window.removeEventFilter(self)
                if window in self._due:
                    request = QEvent(QEvent.Type.UpdateRequest)
                    QCoreApplication.postEvent(window, request, Qt.EventPriority.LowEventPriority.value)
        self._due.clear()
