"""A photo's way: its file is read, its people are found, the main person is framed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QObject, QTimer, Signal

from engine.skeleton import Pose
from gui.commands import PoseEditor
from gui.document import Document, Photo, Stage
from gui.flows.messages import Messages, Place
from gui.flows.restoring import Restorer
from gui.services.answers import Answers
from gui.services.backend import FramedPerson
from gui.services.inference import Detect, InferenceService, Prepare, Warm
from gui.services.loading import PictureLoader, ReadPhoto

_STAYS: Final = 300
"""Milliseconds with one photo: somebody looks at it and does not pass by."""


@dataclass
class _Batch:
    """Photos that were opened together, and whether one of them has been shown."""

    shown: bool = False


class PhotoFlow(QObject):
    """Brings the open photo as far as it goes, one step after the other, whatever was done to it."""

    opened = Signal(object)
    framed = Signal()
    frame_failed = Signal()
    nobody_found = Signal()

    def __init__(
        self,
        document: Document,
        *,
        service: InferenceService,
        loader: PictureLoader,
        messages: Messages,
        editor: PoseEditor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._editor = editor
        self._service = service
        self._loader = loader
        self._messages = messages
        self._answers = Answers(service, parent=self)
        self._files = Answers(loader, parent=self)
        self._restorer = Restorer(document, messages=messages, parent=self)
        self._frame_request: int | None = None
        self._told = False
        self.patient = False
        """Whether framing waits until a person stays with a photo: of many, the next one comes first."""
        self._frame_soon = QTimer(self)
        self._frame_soon.setSingleShot(True)
        self._frame_soon.setInterval(_STAYS)
        self._frame_soon.timeout.connect(self._frame_late)
        document.current_changed.connect(self._on_current_changed)
        document.people_changed.connect(self._on_people_changed)

    def warm_up(self) -> None:
        """Load the models before they are needed; what is wrong with them is told once something needs them."""
        self._service.submit(Warm())

    def open_photos(self, paths: Sequence[Path]) -> None:
        """Open photos and show the first. A file that cannot be read changes nothing: a message says why."""
        batch = _Batch()
        for path in paths:
            known = self._document.photo_of(path)
            if known is not None:
                self._show_first(batch, known)
                continue
            self._files.expect(
                self._loader.submit(path),
                then=partial(self._on_opened, path, batch),
                failed=partial(self._on_not_opened, path),
            )

    def _on_not_opened(self, path: Path, text: str) -> None:
        first = next(iter(self._document), None)
        if self._document.current is None and first is not None:
            self._document.make_current(first.key)
        self._messages.error(Place.PHOTO, text.replace(str(path), path.name), "open")

    def _show_first(self, batch: _Batch, photo: Photo) -> None:
        if not batch.shown:
            batch.shown = True
            self._document.make_current(photo.key)

    def _on_opened(self, path: Path, batch: _Batch, answer: object, seconds: float) -> None:
        read = cast(ReadPhoto, answer)
        if read.made is not None and self._restorer.restore(path, read.picture, read.made):
            batch.shown = True
            return
        photo = self._document.photo_of(path) or self._document.add_photo(path, title=path.stem)
        self._document.set_picture(photo, read.picture, sha256=read.sha256, pyramid=read.pyramid)
        self._messages.report(self.tr("Read {0}").format(path.name), seconds)
        self.opened.emit(path)
        self._show_first(batch, photo)
        if read.made is not None:
            self._restorer.say_unknown(path, read.made)

    def advance(self, photo: Photo) -> None:
        """Do what the photo lacks next: its pixels, its people or its frame."""
        if photo.picture is None:
            self._read(photo)
        elif photo.people.pose is None:
            if photo.stage is Stage.EMPTY:
                self._say_empty()
            elif photo.stage is not Stage.DETECTING:
                self.detect(photo)
        else:
            if photo.stage is not Stage.READY:
                self._document.set_stage(photo, Stage.READY)
            if not photo.is_framed and photo is self._document.current:
                if self.patient:
                    self._frame_soon.start()
                else:
                    self.frame(photo)

    def _frame_late(self) -> None:
        photo = self._document.current
        if photo is not None and not photo.is_framed and not self.framing:
            self.frame(photo)

    def _on_current_changed(self) -> None:
        self._messages.clear(Place.PHOTO)
        photo = self._document.current
        if photo is not None:
            self._bring(photo)
            self.advance(photo)

    # its pixels

    def _bring(self, photo: Photo) -> None:
        """Pixels that were read ahead are there when the parts of the window come to look, which is next."""
        if photo.picture is None and photo.path is not None and photo.stage is not Stage.READING:
            read = self._loader.take(photo.path)
            if read is not None:
                stage = photo.stage if photo.stage is Stage.EMPTY else Stage.WAITING
                photo.stage = stage if photo.people.pose is None else Stage.READY
                self._document.bring_picture(photo, read.picture, sha256=read.sha256, pyramid=read.pyramid)

    def _read(self, photo: Photo) -> None:
        if photo.path is None or photo.stage is Stage.READING:
            return
        self._document.set_stage(photo, Stage.READING)
        self._files.expect(
            self._loader.submit(photo.path),
            then=partial(self._on_read, photo),
            failed=partial(self._on_failed, photo, "open"),
        )

    def _on_read(self, photo: Photo, answer: object, seconds: float) -> None:
        read = cast(ReadPhoto, answer)
        photo.stage = Stage.WAITING
        self._document.set_picture(photo, read.picture, sha256=read.sha256, pyramid=read.pyramid)
        self.advance(photo)

    # its people

    def detect(self, photo: Photo) -> None:
        """Find the people in a photo. Those whom a person has edited are replaced by what is found, as one step."""
        if photo.picture is None or photo.stage is Stage.DETECTING:
            return
        self._messages.clear(Place.PHOTO)
        self._document.set_stage(photo, Stage.DETECTING)
        self._answers.expect(
            self._service.submit(Detect(photo.picture)),
            then=partial(self._on_people, photo),
            failed=partial(self._on_failed, photo, "detect"),
        )

    def _on_people(self, photo: Photo, answer: object, seconds: float) -> None:
        poses = cast(tuple[Pose, ...], answer)
        drawn = photo.people.pose is not None
        self._document.set_stage(photo, Stage.READY if poses or drawn else Stage.EMPTY)
        self._document.set_detected(photo, poses)
        if drawn and poses and not _same(photo.people.poses, poses):
            self._editor.replace_people(photo, poses)
        found = self.tr("{0}: skeleton found") if poses else self.tr("{0}: nobody found")
        self._messages.report(found.format(photo.title), seconds)
        if photo.stage is Stage.EMPTY and photo is self._document.current:
            self._say_empty()
            self.nobody_found.emit()

    def _say_empty(self) -> None:
        text = self.tr("Nobody was found in this photo. Draw the skeleton joint by joint, or open another photo.")
        self._told = True
        self._messages.warning(Place.PHOTO, text, "draw-photo", "open")

    def _on_failed(self, photo: Photo, action: str, text: str) -> None:
        self._document.set_stage(photo, Stage.FAILED, problem=text)
        if photo is self._document.current:
            self._told = True
            self._messages.error(Place.PHOTO, text, action)
            self.nobody_found.emit()

    # its frame

    def _on_people_changed(self, key: int) -> None:
        photo = self._document.photo(key)
        if photo is None or photo is not self._document.current:
            return
        if photo.people.pose is not None and self._told:
            # What is told of a file that cannot be opened stays.
            self._told = False
            self._messages.clear(Place.PHOTO)
        self.advance(photo)

    @property
    def framing(self) -> bool:
        """Whether the open photo's person is being framed."""
        return self._frame_request is not None

    @property
    def frame_request(self) -> int | None:
        """The id of the request that frames the person."""
        return self._frame_request

    def frame(self, photo: Photo) -> None:
        """Frame the photo's person for the generator; of several such wishes the newest counts."""
        pose = photo.people.pose
        if photo.picture is None or pose is None:
            return
        number = self._service.submit(Prepare(photo.picture, pose), lane="prepare")
        self._frame_request = self._answers.expect(
            number,
            then=partial(self._on_framed, photo, pose, number),
            failed=partial(self._on_frame_failed, photo, number),
            cancelled=partial(self._frame_over, number),
        )

    def _frame_over(self, number: int) -> None:
        if self._frame_request == number:
            self._frame_request = None

    def _on_framed(self, photo: Photo, pose: Pose, number: int, answer: object, seconds: float) -> None:
        self._frame_over(number)
        if photo.people.pose is pose:
            self._document.set_framed(photo, cast(FramedPerson, answer))
            if photo is self._document.current:
                self.framed.emit()

    def _on_frame_failed(self, photo: Photo, number: int, text: str) -> None:
        self._frame_over(number)
        if photo is self._document.current:
            self._told = True
            self._messages.error(Place.PHOTO, text, "reset-photo", "open")
            self.frame_failed.emit()


def _same(one: tuple[Pose, ...], other: tuple[Pose, ...]) -> bool:
    return len(one) == len(other) and all(a.same_as(b) for a, b in zip(one, other, strict=True))
