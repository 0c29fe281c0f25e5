"""A window that is too narrow for all of its parts does without the filmstrip, until there is room again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from gui.theme import SPACE


class NarrowWindow(QObject):
    """Hides `film` where the other parts would be cut off, as on a small screen at 200 %. What a person asks for holds.

    A filmstrip that was hidden for want of room counts as shown when the window is closed.
    """

    def __init__(self, window: QMainWindow, *, film: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._film = film
        self._taken = False
        self._working = False
        window.installEventFilter(self)
        film.installEventFilter(self)

    @property
    def is_narrow(self) -> bool:
        """Whether the filmstrip is hidden for want of room."""
        return self._taken

    def settle(self) -> None:
        """Hide or show the filmstrip by the room that there is."""
        least = self._window.minimumSizeHint().width()
        self._working = True
        if not self._taken and not self._film.isHidden() and self._window.width() < least:
            self._taken = True
            self._film.hide()
        elif self._taken and self._window.width() >= least + self._film.sizeHint().width() + SPACE:
            self._taken = False
            self._film.show()
        self._working = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        kind = event.type()
        if watched is self._window:
            if kind in (QEvent.Type.Resize, QEvent.Type.Show):
                self.settle()
            elif kind is QEvent.Type.Close and self._taken:
                self._taken = False
                self._film.show()
        elif kind is QEvent.Type.ShowToParent and not self._working:
            # A person wants it in spite of all.
            self._taken = False
        return False
