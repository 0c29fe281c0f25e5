"""Keeps Python's search for reference cycles on the window's thread, where alone a widget may be taken apart.

Python looks for cycles in whichever thread happens to allocate, and at any allocation. In a worker thread, or while Qt
goes through its list of all widgets (a change of the style sheet does), taking a forgotten widget apart then ends the
process. So the search by itself is switched off and done between two events of the window's own loop.
"""

from __future__ import annotations

import gc
import sys
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS: Final = 500
"""How often is looked whether there is enough new to search."""


def set_aside() -> None:
    """After thousands of objects came that stay, as those of a large project: they are not searched any more.

    Searched again and again they would hold up a drag; they hold no cycles and go when nobody refers to them.
    """
    gc.freeze()


class GarbageTurn(QObject):
    """Searches for reference cycles from the event loop of the thread that it lives in, as often as Python would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._modules = len(sys.modules)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(INTERVAL_MS)

    def look(self) -> None:
        """Search the generations that are due; what loading modules left behind is set aside for good first."""
        modules = len(sys.modules)
        if modules != self._modules:
            # Hundreds of thousands of objects that never go away: searched again and again they would hold up a drag.
            self._modules = modules
            gc.freeze()
            return
        due = [count > least for count, least in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))
