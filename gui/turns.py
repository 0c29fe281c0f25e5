"""Long work on the window's thread in steps: a few milliseconds of it, then whatever the person did, then more."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

BUDGET_MS: Final = 4.0
"""How long a turn goes on with short steps; one step is never cut."""
NEXT_TURN: Final = "next-turn"
"""What a step yields that wants all events to be handled before the next one."""
_AT_ONCE: Final = 6
_POLISHED: Final = Qt.WidgetAttribute.WA_WState_Polished


def polished(root: QWidget) -> Iterator[None]:
    """Let a widget that is not shown yet, and all in it, take the style sheet's looks, a few of them a step."""
    left = True
    while left and Shiboken.isValid(root):
        # Asked for anew in each step: between two of them a widget may have gone.
        raw = [widget for widget in (root, *root.findChildren(QWidget)) if not widget.testAttribute(_POLISHED)]
        # The innermost first: a widget takes all that is in it along.
        for widget in raw[: -_AT_ONCE - 1 : -1]:
            widget.ensurePolished()
        left = len(raw) > _AT_ONCE
        yield


class Changed:
    """A signal whose listeners are called one after the other from the event loop, each in a turn of its own."""

    def __init__(self, signal: SignalInstance) -> None:
        self._signal = signal

    def connect(self, slot: Callable[[], object]) -> None:
        """Call this whenever the signal is emitted."""
        self._signal.connect(slot, Qt.ConnectionType.QueuedConnection)

    def emit(self) -> None:
        """Tell the listeners."""
        self._signal.emit()


class Turns(QObject):
    """Works through one iterator after the other; each step of it is to take no longer than a person can feel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Iterator[object]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether there is something left to do."""
        return bool(self._waiting)

    def begin(self, steps: Iterator[object]) -> None:
        """Work through these steps after those that wait already."""
        self._waiting.append(steps)
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._waiting:
            self._step()
        self._timer.stop()

    def give_up(self) -> None:
        """Leave what is not done; the iterators are closed."""
        waiting, self._waiting = self._waiting, []
        self._timer.stop()
        for steps in waiting:
            close = getattr(steps, "close", None)
            if close is not None:
                close()

    def _turn(self) -> None:
        end = time.perf_counter() + BUDGET_MS / 1000
        while self._waiting:
            if self._step() is NEXT_TURN or time.perf_counter() >= end:
                break
        if not self._waiting:
            self._timer.stop()

    def _step(self) -> object:
        steps = self._waiting[0]
        try:
            return next(steps)
        except StopIteration:
            self._waiting.remove(steps)
            return None
        except BaseException:
            if steps in self._waiting:
                self._waiting.remove(steps)
            raise
