"""Opens projects off the window's thread, and closes those that gave way to them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from engine.errors import Cancelled, ReposeError
from engine.presets import DemoPerson
from engine.progress import CancelToken, no_progress
from engine.project.project import Project
from gui.loaded_project import LoadedProject, load_project
from gui.many_changes import courteous

_log = logging.getLogger(__name__)

_AT_ONCE: Final = 300_000
"""Bytes of a project file that is read in less time than a frame of the screen lasts: some two hundred photos."""


def is_large(path: Path) -> bool:
    """Whether a project takes longer to open than a person should find the window busy."""
    try:
        return path.stat().st_size > _AT_ONCE
    except OSError:
        return False


class _Task(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


class ProjectOpener(QObject):
    """Opens one project at a time; of several wishes the last one counts.

    `opened` brings the path and the `LoadedProject`, `failed` the path and the `ReposeError`.
    """

    opened = Signal(object, object)
    failed = Signal(object, object)
    _done = Signal(int)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._path: Path | None = None
        self._cancel = CancelToken()
        self._answers: dict[int, tuple[Path, LoadedProject | ReposeError]] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def path(self) -> Path | None:
        """The project that is being opened."""
        return self._path

    def open(self, path: Path, get: Callable[[], Project], *, demos: Mapping[str, DemoPerson]) -> None:
        """Open what `get` opens, in the thread."""
        self.give_up()
        number, cancel = self._number, self._cancel
        self._path = path

        def work() -> None:
            project: Project | None = None
            try:
                project = get()
                answer: LoadedProject | ReposeError = load_project(
                    project, demos=demos, progress=courteous(no_progress), cancel=cancel
                )
            except Cancelled:
                answer = ReposeError("stopped")
            except ReposeError as error:
                answer = error
            except Exception as error:  # the thread's edge: the person hears what happened
                _log.exception("opening %s failed", path)
                answer = ReposeError(f"{type(error).__name__}: {error}", where=str(path))
            if project is not None and (isinstance(answer, ReposeError) or cancel.cancelled):
                project.close()
            self._answers[number] = (path, answer)
            self._done.emit(number)

        self._pool.start(_Task(work))

    def close_project(self, project: Project) -> None:
        """Close a project that gave way; what is opened afterwards waits until it is closed."""
        self._pool.start(_Task(project.close))

    def give_up(self) -> None:
        """Nobody wants the project any more that is being opened."""
        self._cancel.cancel()
        self._cancel = CancelToken()
        self._number += 1
        self._path = None

    def wait(self) -> None:
        """Wait until everything is closed that was to be closed; what is being opened is given up."""
        self.give_up()
        self._pool.waitForDone()
        for _, answer in self._answers.values():
            if isinstance(answer, LoadedProject):
                answer.project.close()
        self._answers.clear()

    @Slot(int)
    def _on_done(self, number: int) -> None:
        path, answer = self._answers.pop(number, (None, None))
        if path is None:
            return
        if number != self._number:
            if isinstance(answer, LoadedProject):
                self.close_project(answer.project)
            return
        self._path = None
        if isinstance(answer, LoadedProject):
            self.opened.emit(path, answer)
        else:
            self.failed.emit(path, answer)
