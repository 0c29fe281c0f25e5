"""A folder of photos at work: all listed at once, none read before it is needed, their people found one by one.

Detection goes from the open photo onwards and keeps no pixels; the open photo always comes first.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import ReposeError
from engine.images import PHOTO_SUFFIXES
from engine.skeleton import Pose
from gui.document import Document, Photo, Stage
from gui.flows.messages import Messages, Place
from gui.flows.photo_queue import PhotoQueue
from gui.services.answers import Answers
from gui.services.inference import Detect, InferenceService
from gui.services.loading import PictureLoader, ReadPhoto

_TOGETHER: Final = 16
_LATEST: Final = 500
"""Found people are written so many photos at once, or after so many milliseconds: each write waits for the disk."""

_PAUSE: Final = 150
"""Milliseconds without another photo being opened before the background goes on: paging comes first."""


class FolderFlow(QObject):
    """Opens folders and finds the people of their photos. `found` tells that the background did another photo."""

    opened = Signal(object, int)
    found = Signal(int)
    progressed = Signal(int, int)

    def __init__(
        self,
        document: Document,
        *,
        queue: PhotoQueue,
        service: InferenceService,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._queue = queue
        self._service = service
        self._messages = messages
        # A loader of its own: what the background reads must not stand before the photo that a person opens.
        self._loader = PictureLoader(for_screen=False, parent=self)
        self._answers = Answers(service, parent=self)
        self._files = Answers(self._loader, parent=self)
        self._waiting: dict[int, None] = {}
        self._whole = 0
        self._reading: int | None = None
        self._request: int | None = None
        self._busy_with: int | None = None
        self._closed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._go_on)
        self._unwritten: list[tuple[Photo, tuple[Pose, ...]]] = []
        self._project = document.project
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATEST)
        self._late.timeout.connect(self._write)
        document.current_changed.connect(self._on_current)
        document.photo_removed.connect(self._on_removed)
        document.emptied.connect(self._on_emptied)

    def open_folder(self, folder: Path) -> int:
        """List a folder's photos and open the first; answers how many there are. Those listed already stay as they are.

        A folder without photos, or one that cannot be read, changes nothing: a message says so.
        """
        try:
            paths = [folder / name for name in sorted(os.listdir(folder)) if name.lower().endswith(PHOTO_SUFFIXES)]
        except OSError as error:
            self._messages.error(Place.PHOTO, f"{folder}: {error.strerror or error}", "open")
            return 0
        if not paths:
            self._messages.error(Place.PHOTO, self.tr("{0}: There is no photo in this folder.").format(folder), "open")
            return 0
        self.add(paths)
        self.opened.emit(folder, len(paths))
        return len(paths)

    def add(self, paths: list[Path]) -> None:
        """List photos and open the first of them."""
        known = {str(photo.path.absolute()): photo for photo in self._document if photo.path is not None}
        full = list(dict.fromkeys(str(path.absolute()) for path in paths))
        fresh = self._document.add_photos([Path(name) for name in full if name not in known])
        known.update({str(photo.path): photo for photo in fresh})
        photos = [known[name] for name in full]
        self._queue.settle()
        self._waiting.update({photo.key: None for photo in photos if not photo.people.poses})
        self._whole = len(self._waiting)
        self._document.make_current(photos[0].key)
        self._soon.start()

    @property
    def left(self) -> int:
        """How many photos wait for the background."""
        return len(self._waiting)

    def wait_for(self, photos: list[Photo]) -> None:
        """Put photos that nobody was looked for in on the background's list."""
        self._waiting.update({photo.key: None for photo in photos if not photo.people.poses and not photo.detected})
        self._whole = max(self._whole, len(self._waiting))
        self._soon.start()

    def close(self) -> None:
        """Give everything up but what was found."""
        self._closed = True
        self._write()
        self._soon.stop()
        self._waiting.clear()
        self._loader.close()

    # the background

    def _on_current(self) -> None:
        """The photo that was just opened comes first: what the background does is put off."""
        self._write()
        photo = self._document.current
        if photo is None:
            return
        if self._busy_with is not None and not photo.people.poses and photo.key != self._busy_with:
            key = self._busy_with
            self._stop()
            self._waiting[key] = None
        self._waiting.pop(photo.key, None)
        self._soon.start()

    def _stop(self) -> None:
        self._busy_with = None
        if self._reading is not None:
            self._loader.cancel(self._reading)
        if self._request is not None:
            self._service.cancel(self._request)
        self._reading = self._request = None

    def _on_removed(self, key: int) -> None:
        self._waiting.pop(key, None)
        if key == self._busy_with:
            self._stop()
            self._soon.start()

    def _on_emptied(self) -> None:
        self._waiting.clear()
        self._whole = 0
        if self._busy_with is not None:
            self._stop()

    def _go_on(self) -> None:
        if self._closed or self._busy_with is not None:
            return
        current = self._document.current
        if current is not None and current.stage in (Stage.READING, Stage.DETECTING):
            self._soon.start()
            return
        photo = self._next()
        if photo is None or photo.path is None:
            return
        self._busy_with = photo.key
        self._reading = self._files.expect(
            self._loader.submit(photo.path),
            then=partial(self._on_read, photo),
            failed=partial(self._on_failed, photo),
        )

    def _next(self) -> Photo | None:
        """The next photo that nobody was looked for in, from the open one onwards, then from the beginning."""
        while self._waiting:
            key = self._ahead()
            self._waiting.pop(key, None)
            photo = self._document.photo(key)
            idle = photo is not None and photo.stage is Stage.WAITING and photo is not self._document.current
            if photo is not None and idle and photo.path is not None and not photo.people.poses:
                return photo
        return None

    def _ahead(self) -> int:
        keys, current = self._queue.listed_keys(), self._document.current
        start = self._queue.row_of(current.key) if current is not None else None
        if start is not None:
            for key in keys[start + 1 : start + 200]:
                if key in self._waiting:
                    return key
        return next(iter(self._waiting))

    def _on_read(self, photo: Photo, answer: object, seconds: float) -> None:
        self._reading = None
        picture = cast(ReadPhoto, answer).picture
        self._request = self._answers.expect(
            self._service.submit(Detect(picture)),
            then=partial(self._on_people, photo),
            failed=partial(self._on_failed, photo),
            cancelled=partial(self._on_cancelled, photo),
        )

    def _on_people(self, photo: Photo, answer: object, seconds: float) -> None:
        self._request = None
        poses = cast(tuple[Pose, ...], answer)
        self._project = self._document.project
        self._unwritten.append((photo, poses))
        if len(self._unwritten) >= _TOGETHER:
            self._write()
        elif not self._late.isActive():
            self._late.start()
        self._over(photo)

    def _write(self) -> None:
        """Show and keep what was found since the last time, in one transaction."""
        self._late.stop()
        found, self._unwritten = self._unwritten, []
        here = [(photo, poses) for photo, poses in found if self._document.photo(photo.key) is photo]
        # Another project has photos of the same numbers; what is lost of this one is found again.
        if not here or self._project is not self._document.project:
            return
        try:
            with self._document.project.together():
                for photo, poses in here:
                    self._document.set_detected(photo, poses)
        except ReposeError as error:
            self._document.say_failed(error)
        for photo, _ in here:
            if not photo.people.poses and photo.stage is Stage.WAITING:
                self._document.set_stage(photo, Stage.EMPTY)

    def _on_failed(self, photo: Photo, text: str) -> None:
        if self._document.photo(photo.key) is photo and photo.stage is Stage.WAITING:
            self._document.set_stage(photo, Stage.FAILED, problem=text)
        self._over(photo)

    def _on_cancelled(self, photo: Photo) -> None:
        self._request = None
        if self._busy_with == photo.key:
            self._waiting[photo.key] = None
            self._busy_with = None
            self._soon.start()

    def _over(self, photo: Photo) -> None:
        self._reading = self._request = None
        if self._busy_with == photo.key:
            self._busy_with = None
        self.found.emit(photo.key)
        self.progressed.emit(max(self._whole - len(self._waiting), 0), self._whole)
        # At the next turn of the loop, so that whatever a person does comes in between.
        QTimer.singleShot(0, self._go_on)
