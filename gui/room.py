"""Who has the window's room: the panes with the dock beside them, or a tab of the dock alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from gui.preferences import Preferences
from gui.theme import SPACE

_KEY = "training/room"
_WHOLE, _BESIDE = "whole", "beside"
_BESIDE_SHARE = 0.42


class Room(QObject):
    """Gives a tab that needs much room the whole window while it is chosen, unless it is wanted beside the panes.

    `changed` tells how it stands.
    """

    changed = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        *,
        bench: QWidget,
        dock: QDockWidget,
        tabs: QTabWidget,
        large: QWidget,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._dock = dock
        self._tabs = tabs
        self._large = large
        self._preferences = preferences
        self._usual = 0
        tabs.currentChanged.connect(lambda _index: self.settle())

    @property
    def wants_whole(self) -> bool:
        """Whether the large tab is to have the whole window."""
        return self._preferences.text(_KEY, _WHOLE) != _BESIDE

    def want_whole(self, whole: bool) -> None:
        """Give the large tab the whole window, or put it beside the panes."""
        self._preferences.set_text(_KEY, _WHOLE if whole else _BESIDE)
        self.settle()

    @property
    def is_whole(self) -> bool:
        """Whether the panes are out of sight now."""
        return self._bench.isHidden()

    def settle(self) -> None:
        """Bring the window to what is wanted."""
        large = self._tabs.currentWidget() is self._large
        whole = large and self.wants_whole
        if not self._usual and large:
            self._usual = self._dock.width()
        self._bench.setVisible(not whole)
        beside = self._dock.widget().layout() if self._dock.widget() is not None else None
        if beside is not None:
            # The panes keep the dock off the window's edge; alone it keeps off by itself.
            beside.setContentsMargins(SPACE if whole else 0, 0, SPACE, 0)
        if not whole and self._usual:
            width = max(self._usual, round(_BESIDE_SHARE * self._window.width())) if large else self._usual
            self._window.resizeDocks([self._dock], [width], Qt.Orientation.Horizontal)
            self._usual = self._usual if large else 0
        self.changed.emit(whole)

    def leave(self) -> None:
        """Put the window back as it was before, for its state to be remembered."""
        self._tabs.setCurrentIndex(0)
