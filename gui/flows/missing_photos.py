"""Photos of a project whose files moved are found again, or asked for; files that changed are noticed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import Cancelled, ReposeError
from engine.progress import CancelToken, no_progress
from engine.project.finding import Found, Noticed, find_moved, look_at
from engine.project.project import Project
from engine.project.records import PhotoRecord
from gui.document import Document
from gui.many_changes import courteous
from gui.preferences import Preferences

_log = logging.getLogger(__name__)
_WAIT: Final = 800
"""Milliseconds after a project was opened: what is on screen comes first."""
_NAMED: Final = 3


@dataclass(frozen=True)
class _Answer:
    """What a search brought; `looked` are the places where the missing photos had been looked for."""

    project: Project
    noticed: Noticed
    found: Sequence[Found]
    looked: dict[int, Path | None]


class _Search(QRunnable):
    def __init__(self, work: Callable[[], _Answer], say: Callable[[_Answer], None]) -> None:
        super().__init__()
        self._work = work
        self._say = say

    def run(self) -> None:
        try:
            self._say(self._work())
        except (Cancelled, ReposeError):
            return  # what is wrong with the project is told where it is used
        except Exception:  # the thread's edge: the photos are as they were
            _log.exception("looking for photos failed")


class MissingPhotos(QObject):
    """Looks at the files of a project that was opened, off the window's thread.

    `told` brings kind, sentence and whether looking in a folder would help; `changed` says that other photos than
    before are missing.
    """

    told = Signal(str, str, bool)
    changed = Signal()
    _answered = Signal(object)

    def __init__(self, document: Document, *, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._preferences = preferences
        self._window = window
        self._missing: list[PhotoRecord] = []
        self._cancel = CancelToken()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_WAIT)
        self._soon.timeout.connect(self.look)
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)
        document.project_changed.connect(self._begin)

    @property
    def count(self) -> int:
        """How many photos are not where they were."""
        return len(self._missing)

    @property
    def busy(self) -> bool:
        """Whether files are being looked at, or soon will be."""
        return self._soon.isActive() or self._pool.activeThreadCount() > 0

    def close_down(self) -> None:
        """Give every search up."""
        self._soon.stop()
        self._cancel.cancel()
        self._pool.waitForDone()

    def _begin(self) -> None:
        self._cancel.cancel()
        self._cancel = CancelToken()
        self._missing = []
        self.changed.emit()
        if self._document.project.path is not None:
            self._soon.start()

    def look(self) -> None:
        """Look at every photo's file; what is missing is searched for beside the project."""
        project, cancel = self._document.project, self._cancel
        path = project.path
        if path is None or all(photo.path is None or photo.demo for photo in self._document):
            return

        def work() -> _Answer:
            records = project.photos.all()
            noticed = look_at(records, progress=courteous(no_progress), cancel=cancel)
            numbers = set(noticed.missing)
            missing = [record for record in records if record.number in numbers]
            found = find_moved(missing, [path.parent], cancel=cancel) if missing else []
            return _Answer(project, noticed, found, _places(missing))

        self._pool.start(_Search(work, self._answered.emit))

    def ask(self) -> None:
        """Ask for a folder and search it for what is missing."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Where are the photos now?"), self._preferences.folder("photos")
        )
        if name:
            self.search(Path(name))

    def search(self, folder: Path) -> None:
        """Search a folder, with the folders in it, for what is missing."""
        project, cancel, missing = self._document.project, self._cancel, list(self._missing)

        def work() -> _Answer:
            noticed = Noticed(missing=tuple(record.number for record in missing))
            return _Answer(project, noticed, find_moved(missing, [folder], cancel=cancel), _places(missing))

        self._pool.start(_Search(work, self._answered.emit))

    @Slot(object)
    def _on_answer(self, answer: _Answer) -> None:
        if answer.project is not self._document.project:
            return
        here = {one.photo for one in answer.found if self._document.relink(one.photo, one.path)}
        photos = [self._document.project.photos.get(number) for number in answer.noticed.missing if number not in here]
        # One that was found while this search was under way is not missing any more.
        self._missing = [one for one in photos if one is not None and answer.looked.get(one.number) == one.path]
        self.changed.emit()
        said: list[str] = []
        for numbers, sentence in (
            (sorted(here), self.tr("Found again where they are now: {0}.")),
            ([record.number for record in self._missing], self.tr("Photos that are not where they were: {0}.")),
            (answer.noticed.changed, self.tr("Photos whose files changed since they were read: {0}.")),
        ):
            photos_named = [photo for number in numbers if (photo := self._document.photo(number)) is not None]
            if photos_named:
                said.append(sentence.format(self._names([photo.title for photo in photos_named])))
        if said:
            warn = bool(self._missing or answer.noticed.changed)
            self.told.emit("warning" if warn else "info", " ".join(said), bool(self._missing))

    def _names(self, titles: Sequence[str]) -> str:
        named = ", ".join(titles[:_NAMED])
        return named if len(titles) <= _NAMED else self.tr("{0} and {1} more").format(named, len(titles) - _NAMED)


def _places(records: Sequence[PhotoRecord]) -> dict[int, Path | None]:
    return {record.number: record.path for record in records}
