"""Skeletons of many photos from and to other programs' files, off the window's thread; a wrong file changes nothing."""

from __future__ import annotations

import itertools
import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from engine.errors import Cancelled, ReposeError
from engine.formats.sets import AnnotatedPhoto, Format, match_photos, read_set, size_of_photo, sizes_of, write_set
from engine.progress import CancelToken, Progress, check
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import People, PhotoState
from engine.text import Text
from gui.document import Document, Photo
from gui.flows.messages import Messages, Place
from gui.flows.photo_queue import PhotoQueue
from gui.flows.photo_states import PhotoStates
from gui.language.words import told, told_any
from gui.many_changes import courteous

_log = logging.getLogger(__name__)

_SHOWN_AFTER: Final = 0.4
"""Seconds after which work is long enough to be told of."""

Work = Callable[[Progress, CancelToken], object]


@dataclass(frozen=True)
class Imported:
    """What an import did: photos that have new skeletons, entries without a person, names that are no photo."""

    photos: int
    empty: int
    strangers: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Read:
    """What a file says about the photos of a project: edits that make it so, and what has no place among them."""

    project: Project
    edits: list[Edit]
    empty: int
    strangers: tuple[str, ...]


class _Task(QRunnable):
    def __init__(self, flow: AnnotationFiles, number: int, work: Work, *, cancel: CancelToken) -> None:
        super().__init__()
        self._flow = flow
        self._number = number
        self._work = work
        self._cancel = cancel

    def run(self) -> None:
        try:
            answer = self._work(courteous(self._say), self._cancel)
        except Cancelled:
            self._flow._stopped.emit(self._number)
        except ReposeError as error:
            self._flow._failed.emit(self._number, told(error))
        except Exception as error:  # the thread's edge: the person hears what happened
            _log.exception("annotations failed")
            self._flow._failed.emit(self._number, told_any(error))
        else:
            self._flow._answered.emit(self._number, answer)

    def _say(self, done: int, total: int, message: object) -> None:
        self._flow._went_on.emit(self._number, done, total)


class AnnotationFiles(QObject):
    """Imports and exports annotations.

    `imported` brings what an import did, `exported` the path and the number of photos.
    """

    imported = Signal(object)
    exported = Signal(object, int)
    busy_changed = Signal(bool)

    _answered = Signal(int, object)
    _failed = Signal(int, str)
    _stopped = Signal(int)
    _went_on = Signal(int, int, int)

    def __init__(
        self,
        document: Document,
        *,
        queue: PhotoQueue,
        states: PhotoStates,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._queue = queue
        self._states = states
        self._messages = messages
        self._numbers = itertools.count(1)
        self._waiting: dict[int, Callable[[object], None]] = {}
        self._actions: dict[int, str] = {}
        self._titles: dict[int, str] = {}
        self._cancels: dict[int, CancelToken] = {}
        self._begun = 0.0
        self._applying = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        self._stopped.connect(self._on_stopped, Qt.ConnectionType.QueuedConnection)
        self._went_on.connect(self._on_went_on, Qt.ConnectionType.QueuedConnection)
        document.undo_stack.many.progressed.connect(self._on_applying)

    @property
    def busy(self) -> bool:
        """Whether a file is being read or written, or what was read is being taken over."""
        return bool(self._waiting) or self._applying

    def import_from(self, path: Path) -> None:
        """Give the photos the skeletons of a file or folder, as one step that can be taken back.

        The file is read and checked whole before anything is written; until all is written, `stop` leaves nothing.
        """
        keys = {photo.path: photo.key for photo in self._document if photo.path is not None and not photo.demo}
        paths, project = list(keys), self._document.project

        def work(progress: Progress, cancel: CancelToken) -> _Read:
            found = read_set(path, size_of=sizes_of(paths), progress=progress, cancel=cancel)
            match = match_photos(paths, found)
            people = {keys[file]: People(entry.people, 0) for file, entry in match.found.items() if entry.people}
            edits = [Edit(Kind.PEOPLE, key, one) for key, one in people.items()]
            return _Read(project, edits, len(match.found) - len(people), match.strangers)

        self._begin(work, partial(self._take, path), "import", self.tr("Reading {0}").format(path.name))

    def export_to(self, path: Path, kind: Format, *, photo: Photo | None = None) -> None:
        """Write the skeletons of one photo, or of all that are listed and not rejected, in a format."""
        chosen = [photo] if photo is not None else self.for_export()
        if not chosen:
            self._messages.error(Place.PHOTO, self.tr("There is no photo to export: open a folder first."), "open")
            return
        entries = [_entry(one) for one in chosen]

        def work(progress: Progress, cancel: CancelToken) -> int:
            made: list[AnnotatedPhoto] = []
            for entry in entries:
                check(cancel)
                progress(len(made), 2 * len(entries), Text("Writing annotations"))
                made.append(entry())

            def go_on(done: int, total: int, message: str) -> None:
                progress(total + done, 2 * total, message)

            write_set(path, made, kind=kind, progress=go_on, cancel=cancel)
            return len(entries)

        then = partial(self._tell_exported, path, kind)
        self._begin(work, then, "export", self.tr("Writing {0}").format(path.name))

    def stop(self) -> None:
        """Give up what is being read or written: nothing of it is kept."""
        for cancel in self._cancels.values():
            cancel.cancel()
        self._document.undo_stack.many.stop()

    def for_export(self) -> list[Photo]:
        """The listed photos that are not rejected, without the demo people."""
        listed = [self._document.photo(key) for key in self._queue.listed_keys()]
        return [
            photo
            for photo in listed
            if photo is not None and not photo.demo and self._states.of(photo) is not PhotoState.REJECTED
        ]

    def close(self) -> None:
        """Wait for what is being read or written."""
        self.stop()
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _begin(self, work: Work, then: Callable[[object], None], action: str, title: str) -> None:
        number, cancel = next(self._numbers), CancelToken()
        self._waiting[number] = then
        self._actions[number] = f"{action}-annotations"
        self._cancels[number] = cancel
        self._titles[number] = title
        self._begun = time.monotonic()
        self.busy_changed.emit(True)
        self._pool.start(_Task(self, number, work, cancel=cancel))

    def _end(self, number: int) -> Callable[[object], None] | None:
        self._cancels.pop(number, None)
        self._titles.pop(number, None)
        then = self._waiting.pop(number, None)
        if then is not None:
            self.busy_changed.emit(self.busy)
        return then

    def _take(self, path: Path, answer: object) -> None:
        read = answer if isinstance(answer, _Read) else None
        if read is None or read.project is not self._document.project:
            return
        # A photo that was closed while the file was read stays as it is.
        edits = [edit for edit in read.edits if self._document.photo(edit.subject) is not None]
        if not edits:
            text = self.tr("{0}: None of its names is one of the photos. Open the photos' folder first.")
            self._messages.error(Place.PHOTO, text.format(path), "open-folder")
            return
        done = Imported(len(edits), read.empty, read.strangers)
        self._applying = True
        self.busy_changed.emit(True)
        self._document.undo_stack.change_many(
            edits,
            text=self.tr("Import annotations"),
            then=partial(self._on_applied, done),
            over=partial(self._on_applied, None),
        )

    def _on_applied(self, done: Imported | None) -> None:
        self._applying = False
        self.busy_changed.emit(self.busy)
        if done is None:
            self._say_stopped()
        else:
            self._messages.info(Place.PHOTO, self._told(done), "undo")
            self.imported.emit(done)

    def _say_stopped(self) -> None:
        self._messages.info(Place.PHOTO, self.tr("Stopped. Nothing was changed."))

    def _say_progress(self, title: str, done: int, total: int) -> None:
        """Work of more than a moment is seen, with what is left of it, and can be stopped."""
        passed = time.monotonic() - self._begun
        if passed < _SHOWN_AFTER or not total:
            return
        left = passed * (total - done) / max(done, 1)
        parts = [self.tr("{0}: {1} %").format(title, 100 * done // total)]
        if passed > 1 and left > 1:
            parts.append(self.tr("about {0} s left").format(math.ceil(left)))
        self._messages.info(Place.PHOTO, ", ".join(parts), "stop-annotations")

    def _told(self, done: Imported) -> str:
        parts = [self.tr("Skeletons of {0} photos were imported.").format(done.photos)]
        if done.empty:
            parts.append(self.tr("{0} photos have none in the file and stay as they are.").format(done.empty))
        if done.strangers:
            shown = ", ".join(done.strangers[:3]) + ("…" if len(done.strangers) > 3 else "")
            parts.append(self.tr("{0} names are none of the photos: {1}").format(len(done.strangers), shown))
        return " ".join(parts)

    def _tell_exported(self, path: Path, kind: Format, answer: object) -> None:
        count = answer if isinstance(answer, int) else 0
        parts = [self.tr("{0}: {1} photos were exported as {2}.").format(path, count, kind.title)]
        if kind is Format.PATN:
            parts.append(
                self.tr("The format keeps whole pixels of the main person alone, and neither hidden nor unsure joints.")
            )
        elif kind is Format.COCO:
            parts.append(self.tr("The format keeps no confidences, and the neck only as the middle of the shoulders."))
        self._messages.info(Place.PHOTO, " ".join(parts))
        self.exported.emit(path, count)

    @Slot(int, object)
    def _on_answered(self, number: int, answer: object) -> None:
        then = self._end(number)
        if then is not None:
            then(answer)

    @Slot(int)
    def _on_stopped(self, number: int) -> None:
        if self._end(number) is not None:
            self._say_stopped()

    @Slot(int, int, int)
    def _on_went_on(self, number: int, done: int, total: int) -> None:
        if number in self._waiting:
            self._say_progress(self._titles[number], done, total)

    @Slot(int, int)
    def _on_applying(self, done: int, total: int) -> None:
        if self._applying:
            self._say_progress(self.tr("Importing annotations"), done, total)

    @Slot(int, str)
    def _on_failed(self, number: int, text: str) -> None:
        if self._end(number) is not None:
            self._messages.error(Place.PHOTO, text, self._actions[number])


def _entry(photo: Photo) -> Callable[[], AnnotatedPhoto]:
    """What is written of a photo; its size is read from its file where its pixels are not at hand."""
    name = photo.path.name if photo.path is not None else photo.title
    people, path = photo.people, photo.path
    poses = people.poses
    if people.main and people.main < len(poses):
        poses = (poses[people.main], *poses[: people.main], *poses[people.main + 1 :])
    size = None if photo.picture is None else (photo.picture.shape[0], photo.picture.shape[1])
    return lambda: AnnotatedPhoto(name, poses, size or size_of_photo(path))
