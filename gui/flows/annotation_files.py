"""Skeletons of many photos from and to other programs' files, off the window's thread; a wrong file changes nothing."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from engine.errors import ReposeError
from engine.formats.sets import AnnotatedPhoto, Format, Match, Size, SizeOf, match_photos, read_set, write_set
from engine.project.history import Edit, Kind
from engine.project.records import People, PhotoState
from gui.document import Document, Photo
from gui.flows.messages import Messages, Place
from gui.flows.photo_queue import PhotoQueue
from gui.flows.photo_states import PhotoStates
from gui.language.words import told

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Imported:
    """What an import did: photos that have new skeletons, entries without a person, names that are no photo."""

    photos: int
    empty: int
    strangers: tuple[str, ...]


class _Task(QRunnable):
    def __init__(self, flow: AnnotationFiles, number: int, work: Callable[[], object]) -> None:
        super().__init__()
        self._flow = flow
        self._number = number
        self._work = work

    def run(self) -> None:
        try:
            answer = self._work()
        except ReposeError as error:
            self._flow._failed.emit(self._number, told(error))
        except Exception as error:  # the thread's edge: the person hears what happened
            _log.exception("annotations failed")
            self._flow._failed.emit(self._number, f"{type(error).__name__}: {error}")
        else:
            self._flow._answered.emit(self._number, answer)


class AnnotationFiles(QObject):
    """Imports and exports annotations.

    `imported` brings what an import did, `exported` the path and the number of photos.
    """

    imported = Signal(object)
    exported = Signal(object, int)
    busy_changed = Signal(bool)

    _answered = Signal(int, object)
    _failed = Signal(int, str)

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
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a file is being read or written."""
        return bool(self._waiting)

    def import_from(self, path: Path) -> None:
        """Give the photos the skeletons of a file or folder, as one step that can be taken back."""
        photos = {photo.path: photo for photo in self._document if photo.path is not None and not photo.demo}
        paths = list(photos)

        def work() -> Match:
            return match_photos(paths, read_set(path, size_of=_size_of(paths)))

        self._begin(work, partial(self._take, path, {file: photo.key for file, photo in photos.items()}), "import")

    def export_to(self, path: Path, kind: Format, *, photo: Photo | None = None) -> None:
        """Write the skeletons of one photo, or of all that are listed and not rejected, in a format."""
        chosen = [photo] if photo is not None else self.for_export()
        if not chosen:
            self._messages.error(Place.PHOTO, self.tr("There is no photo to export: open a folder first."), "open")
            return
        entries = [_entry(one) for one in chosen]

        def work() -> int:
            write_set(path, [entry() for entry in entries], kind=kind)
            return len(entries)

        self._begin(work, partial(self._tell_exported, path, kind), "export")

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
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _begin(self, work: Callable[[], object], then: Callable[[object], None], action: str) -> None:
        number = next(self._numbers)
        self._waiting[number] = then
        self._actions[number] = f"{action}-annotations"
        self.busy_changed.emit(True)
        self._pool.start(_Task(self, number, work))

    def _take(self, path: Path, keys: dict[Path, int], answer: object) -> None:
        match = answer if isinstance(answer, Match) else Match()
        people = {keys[file]: entry.people for file, entry in match.found.items() if entry.people}
        empty = len(match.found) - len(people)
        if not people:
            text = self.tr("{0}: None of its names is one of the photos. Open the photos' folder first.")
            self._messages.error(Place.PHOTO, text.format(path), "open-folder")
            return
        edits = [Edit(Kind.PEOPLE, key, People(poses, 0)) for key, poses in people.items()]
        if not self._document.change(*edits, text=self.tr("Import annotations")):
            return
        done = Imported(len(people), empty, match.strangers)
        self._messages.info(Place.PHOTO, self._told(done), "undo")
        self.imported.emit(done)

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
        then = self._waiting.pop(number, None)
        if then is not None:
            self.busy_changed.emit(self.busy)
            then(answer)

    @Slot(int, str)
    def _on_failed(self, number: int, text: str) -> None:
        if self._waiting.pop(number, None) is not None:
            self.busy_changed.emit(self.busy)
            self._messages.error(Place.PHOTO, text, self._actions[number])


def _size_of(paths: Sequence[Path]) -> SizeOf:
    by_stem = {path.stem: path for path in paths} | {path.name: path for path in paths}

    def size_of(name: str) -> Size | None:
        return _size(by_stem.get(name))

    return size_of


def _size(path: Path | None) -> Size | None:
    from engine.images import picture_size

    try:
        return None if path is None else picture_size(path)
    except ReposeError:
        return None


def _entry(photo: Photo) -> Callable[[], AnnotatedPhoto]:
    """What is written of a photo; its size is read from its file where its pixels are not at hand."""
    name = photo.path.name if photo.path is not None else photo.title
    people, path = photo.people, photo.path
    poses = people.poses
    if people.main and people.main < len(poses):
        poses = (poses[people.main], *poses[: people.main], *poses[people.main + 1 :])
    size = None if photo.picture is None else (photo.picture.shape[0], photo.picture.shape[1])
    return lambda: AnnotatedPhoto(name, poses, size or _size(path))
