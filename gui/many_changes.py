"""Steps of very many changes: written in a thread of their own, then shown in slices too short to be felt."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from engine.errors import Cancelled, ReposeError
from engine.progress import CancelToken, Progress
from engine.project.history import Kind
from gui.garbage import set_aside

if TYPE_CHECKING:
    from gui.document import Document

_log = logging.getLogger(__name__)

MANY: Final = 40
"""Steps of more changes than these are carried out here."""
_SLICE: Final = 0.006
"""Seconds that showing may take at a time."""
_TELL_EVERY: Final = 0.1
_WORK: Final = 0.006
_REST: Final = 0.0003

Value = tuple[Kind, int, object]
"""What is shown: a kind, its subject and the value that the project holds now."""
Write = Callable[[Progress, CancelToken], Sequence[Value]]
"""Writes a step; answers what is to be shown. Called in the thread."""


def _nothing() -> None:
    return None


def courteous(progress: Progress) -> Progress:
    """Progress for long work of Python's beside the window: it is told seldom, and the window gets its turns.

    A thread that works without a pause is made to give way only every 5 ms, which the window would feel.
    """
    told, rested = 0.0, time.perf_counter()

    def go_on(done: int, total: int, message: object) -> None:
        nonlocal told, rested
        now = time.perf_counter()
        if now - rested > _WORK:
            time.sleep(_REST)
            rested = time.perf_counter()
        if now - told > _TELL_EVERY:
            told = now
            progress(done, total, message)  # type: ignore[arg-type]

    return go_on


@dataclass(frozen=True, eq=False)
class _Written:
    number: int
    values: Sequence[Value] = ()
    error: ReposeError | None = None
    cancelled: bool = False


class _Task(QRunnable):
    def __init__(self, number: int, write: Write, *, owner: ManyChanges, cancel: CancelToken) -> None:
        super().__init__()
        self._job = (number, write, owner, cancel)

    def run(self) -> None:
        number, write, owner, cancel = self._job

        def progress(done: int, total: int, message: object) -> None:
            owner.progressed.emit(done, total)

        try:
            written = _Written(number, write(courteous(progress), cancel))
        except Cancelled:
            written = _Written(number, cancelled=True)
        except ReposeError as error:
            written = _Written(number, error=error)
        except Exception as error:  # the thread's edge: the person hears what happened
            _log.exception("a step of many changes failed")
            written = _Written(number, error=ReposeError(f"{type(error).__name__}: {error}"))
        owner.hand_over(written)


class ManyChanges(QObject):
    """Carries out one such step at a time. A wish to stop is heard until the step is written: nothing of it is then.

    `progressed` tells how far the writing is.
    """

    progressed = Signal(int, int)
    _ready = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._number = 0
        self._writing = False
        self._cancel = CancelToken()
        self._written: list[_Written] = []
        self._pending: dict[tuple[Kind, int], object] = {}
        self._then: Callable[[], None] = _nothing
        self._over: Callable[[], None] = _nothing
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_slice)
        self._ready.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def writing(self) -> bool:
        """Whether a step is being written."""
        return self._writing

    @property
    def busy(self) -> bool:
        """Whether a step is being written or shown."""
        return self._writing or bool(self._pending)

    def start(self, write: Write, *, then: Callable[[], None] = _nothing, over: Callable[[], None] = _nothing) -> None:
        """Write a step and show it; `then` is called when all is shown, `over` when nothing came of it."""
        self.finish()
        self._number += 1
        self._writing, self._then, self._over, self._cancel = True, then, over, CancelToken()
        self._pool.start(_Task(self._number, write, owner=self, cancel=self._cancel))

    def stop(self) -> None:
        """Give up what is being written; what is written already is shown."""
        self._cancel.cancel()

    def wait(self, subjects: Iterable[int] = ()) -> None:
        """Wait until nothing is being written, and show what is known of these subjects, before they change again."""
        if self._writing:
            self._pool.waitForDone()
            self._take()
        wanted = set(subjects)
        for place in [place for place in self._pending if place[1] in wanted]:
            self._document.take(*place, self._pending.pop(place))

    def finish(self) -> None:
        """Wait until all is written and shown."""
        self.wait()
        while self._pending:
            self._show_slice()

    def hand_over(self, written: _Written) -> None:
        """What the thread did; called in the thread."""
        self._written.append(written)
        self._ready.emit()

    @Slot()
    def _take(self) -> None:
        while self._written:
            written = self._written.pop(0)
            if written.number != self._number or not self._writing:
                continue
            self._writing = False
            if written.error is not None:
                self._document.say_failed(written.error)
            if written.error is not None or written.cancelled:
                self._over()
                continue
            first = sorted(written.values, key=lambda value: value[0] is not Kind.PRESENT)
            self._pending = {(kind, subject): value for kind, subject, value in first}
            self._document.undo_stack.tell()
            self._soon.start()

    def _show_slice(self) -> None:
        self._soon.stop()
        until = time.perf_counter() + _SLICE
        while self._pending:
            place = next(iter(self._pending))
            self._document.take(*place, self._pending.pop(place))
            if time.perf_counter() > until and self._pending:
                self._soon.start()
                return
        set_aside()
        then, self._then = self._then, _nothing
        self._document.undo_stack.tell()
        then()
