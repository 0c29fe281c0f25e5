"""Who has the window's room: the panes with the dock beside them, or a tab of the dock alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from gui.painting import PaintingHeld
from gui.preferences import Preferences
from gui.theme import SPACE
from gui.turns import NEXT_TURN, Turns

_KEY = "training/room"
_WHOLE, _BESIDE = "whole", "beside"
_BESIDE_SHARE = 0.42


class Room(QObject):
    """Gives a tab that needs much room the whole window while it is chosen, unless it is wanted beside the panes.

    That takes a few turns of the event loop, in which nothing is painted. `changed` tells how it stands then.
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
        self._turns = Turns(self)
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
        """Whether the panes are out of sight, or about to be."""
        return self._large_chosen and self.wants_whole

    @property
    def _large_chosen(self) -> bool:
        return self._tabs.currentWidget() is self._large

    def settle(self) -> None:
        """Bring the window to what is wanted, in the turns that come."""
        large = self._large_chosen
        if self._bench.isHidden() == self.is_whole and not large and not self._usual and not self._turns.busy:
            return
        if not self._usual and large:
            self._usual = self._dock.width()
        held = PaintingHeld([self._window])
        if self.is_whole:
            # At once, so that the tab is not laid out for the little room that it had.
            self._bench.hide()
        self._turns.begin(self._steps(held))

    def when_settled(self, then: Callable[[], object]) -> None:
        """Do something now, or when the window is as it is wanted."""
        if self._turns.busy:
            self._turns.begin(_once(then))
        else:
            then()

    def _steps(self, held: PaintingHeld) -> Iterator[object]:
        """The panes come or go, and are laid out; then it is told and painted."""
        large, whole = self._large_chosen, self.is_whole
        try:
            self._bench.setVisible(not whole)
            beside = self._dock.widget().layout() if self._dock.widget() is not None else None
            if beside is not None:
                # The panes keep the dock off the window's edge; alone it keeps off by itself.
                beside.setContentsMargins(SPACE if whole else 0, 0, SPACE, 0)
            if not whole and self._usual:
                width = max(self._usual, round(_BESIDE_SHARE * self._window.width())) if large else self._usual
                self._window.resizeDocks([self._dock], [width], Qt.Orientation.Horizontal)
                self._usual = self._usual if large else 0
            yield NEXT_TURN
            self.changed.emit(whole)
            yield NEXT_TURN
        finally:
            held.let_go()

    def leave(self) -> None:
        """Put the window back as it was before, for its state to be remembered."""
        self._tabs.setCurrentIndex(0)
        self._turns.finish()


def _once(then: Callable[[], object]) -> Iterator[None]:
    then()
    yield
