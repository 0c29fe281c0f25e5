"""Pictures that were drawn lie beside the project, and come back with it: written and read off the window's thread."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from engine.errors import ReposeError
from engine.project.project import Project
from engine.project.records import PictureRecord
from engine.provenance import Provenance
from gui.document import Document, Result, known_background
from gui.language.words import told, told_any
from gui.provenance import provenance_of, result_of
from gui.services.backend import Picture

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)
_LIVE = "live"


@dataclass(frozen=True, eq=False)
class _Done:
    """What the thread did: a file that was written, a result that was read, or what went wrong."""

    project: Project
    photo: int
    made: Provenance | None = None
    kind: str = ""
    file: Path | None = None
    result: Result | None = None
    problem: str = ""


class _Write(QRunnable):
    def __init__(
        self,
        keeper: PictureKeeper,
        project: Project,
        photo: int,
        picture: Picture,
        made: Provenance,
        title: str,
        kind: str,
    ) -> None:
        super().__init__()
        self._keeper = keeper
        self._job = (project, photo, picture, made, title, kind)

    def run(self) -> None:
        project, photo, picture, made, title, kind = self._job
        try:
            done = _Done(project, photo, made, kind, file=project.pictures.write(picture, made, title=title))
        except ReposeError as error:
            done = _Done(project, photo, problem=told(error))
        except Exception as error:  # the thread's edge: the person hears what happened
            _log.exception("writing a picture failed")
            done = _Done(project, photo, problem=f"{title}: {told_any(error)}")
        self._keeper.hand_over(done)


class _Read(QRunnable):
    def __init__(self, keeper: PictureKeeper, project: Project, record: PictureRecord, photo: int) -> None:
        super().__init__()
        self._keeper = keeper
        self._job = (project, record, photo)

    def run(self) -> None:
        from engine.images import load_picture

        project, record, photo = self._job
        try:
            made = record.made()
            background = known_background(made.options.get("background", ""))
            result = result_of(load_picture(record.file), made, background=background, kept=True)
        except ReposeError:
            # A picture that somebody deleted or changed: there is none then, as before it was drawn.
            return
        except Exception:  # the thread's edge: the photo is shown all the same
            _log.exception("reading a picture failed")
            return
        self._keeper.hand_over(_Done(project, photo, result=result))


class PictureKeeper(QObject):
    """Writes every finished picture beside the project and shows a photo's newest one when the photo is opened.

    Of pictures that were drawn live, one a photo is kept. `failed` brings one clear line.
    """

    failed = Signal(str)
    kept = Signal(int)
    _ready = Signal()

    def __init__(self, document: Document, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._done: deque[_Done] = deque()
        self._ready.connect(self._take, Qt.ConnectionType.QueuedConnection)
        document.result_drawn.connect(self._on_drawn)
        document.current_changed.connect(self._on_current)

    def hand_over(self, done: _Done) -> None:
        """What the thread did; called in the thread."""
        self._done.append(done)
        self._ready.emit()

    def flush(self) -> None:
        """Wait until all is written that was drawn, before the project is closed."""
        self._pool.waitForDone()
        self._take()

    def _on_drawn(self, key: int) -> None:
        project, photo = self._document.project, self._document.photo(key)
        if photo is None or photo.result is None or photo.result.kept or photo.result.rendered.draft:
            return
        if key < 0 or project.path is None or project.read_only:
            return
        result = photo.result
        made = provenance_of(photo, result)
        title = f"{photo.title} - {result.target_title}" if result.target_title else photo.title
        self._pool.start(_Write(self, project, key, result.rendered.picture, made, title, result.kind))

    def _on_current(self) -> None:
        project, photo = self._document.project, self._document.current
        if photo is None or photo.result is not None or photo.key < 0 or project.path is None:
            return
        try:
            record = project.pictures.newest(photo.key)
        except ReposeError as error:
            self.failed.emit(told(error))
            return
        if record is not None:
            self._pool.start(_Read(self, project, record, photo.key))

    @Slot()
    def _take(self) -> None:
        while self._done:
            done = self._done.popleft()
            if done.project is not self._document.project:
                continue
            if done.problem:
                self.failed.emit(done.problem)
            elif done.result is not None:
                self._show(done.photo, done.result)
            elif done.file is not None and done.made is not None:
                self._note(done.project, done.file, done.made, photo=done.photo, kind=done.kind)

    def _show(self, key: int, result: Result) -> None:
        photo = self._document.photo(key)
        if photo is not None and photo.result is None:
            self._document.set_result(photo, result)

    def _note(self, project: Project, file: Path, made: Provenance, *, photo: int, kind: str) -> None:
        try:
            with project.together():
                before = [record for record in project.pictures.all(photo) if record.kind == kind == _LIVE]
                project.pictures.add(file, made, photo=photo, kind=kind)
                for record in before:
                    project.pictures.remove(record.number)
        except ReposeError as error:
            self.failed.emit(told(error))
            return
        self.kept.emit(photo)
