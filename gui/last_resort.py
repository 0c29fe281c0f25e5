"""What no part of the window has answered for: a failure that reaches Python's last resort is told in the window too.

Without it such a failure is a traceback in a terminal that most persons do not have open, and the window seems to have
ignored the click.
"""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from engine.errors import Cancelled
from gui.language.words import told_any

QUIET_SECONDS: Final = 10.0
"""The same failure again within this time is not told again: painting, say, fails many times a second."""


class LastResort(QObject):
    """Tells in `failed`, a sentence, what ended in Python's last resort, in the window's thread or another.

    Whoever stood there before hears of it first, so the terminal has its traceback as ever.
    """

    failed = Signal(str)
    _caught = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = ""
        self._last_at = 0.0
        self._before, self._thread_before = sys.excepthook, threading.excepthook
        # Queued: a failure may come from any thread, and in the middle of a paint event.
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        sys.excepthook, threading.excepthook = self._hook, self._thread_hook

    def stop(self) -> None:
        """Step back for whoever stood there before."""
        sys.excepthook, threading.excepthook = self._before, self._thread_before

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._before(kind, error, trace)
        self._catch(error)

    def _thread_hook(self, end: threading.ExceptHookArgs) -> None:
        self._thread_before(end)
        if end.exc_value is not None:
            self._catch(end.exc_value)

    def _catch(self, error: BaseException) -> None:
        if isinstance(error, Exception) and not isinstance(error, Cancelled):
            self._caught.emit(error)

    def _tell(self, error: Exception) -> None:
        text, now = told_any(error), time.monotonic()
        if text != self._last or now - self._last_at > QUIET_SECONDS:
            self._last, self._last_at = text, now
            self.failed.emit(text)
