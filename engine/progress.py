"""Progress and cancelling: how long work talks to whoever waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from engine.errors import Cancelled

Progress = Callable[[int, int, str], None]
"""Called with (steps done, steps in all, what is being done); from the working thread."""


def no_progress(done: int, total: int, message: str) -> None:
    """Ignore progress: the default where nobody watches."""


class CancelToken:
    """A wish to stop, set by one thread and looked at by another between short steps of work."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step. Safe from any thread, any number of times."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` when somebody asked to stop."""
        if self._event.is_set():
            raise Cancelled


def check(cancel: CancelToken | None) -> None:
    """Raise `Cancelled` when there is a token and it was cancelled."""
    if cancel is not None:
        cancel.raise_if_cancelled()
