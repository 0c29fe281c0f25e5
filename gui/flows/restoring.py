"""A saved picture that is opened again brings back the photo, the poses and the background that it was made from."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from engine.project.history import Edit, Kind
from engine.provenance import Provenance, file_sha256
from gui.document import Aim, Document, Photo, Target, known_background
from gui.flows.messages import Messages, Place
from gui.provenance import result_of
from gui.services.backend import Picture


class Restorer(QObject):
    """Finds the photo of a picture in the filmstrip and takes up the state in which the picture was made."""

    def __init__(self, document: Document, *, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._messages = messages

    def restore(self, path: Path, picture: Picture, made: Provenance) -> bool:
        """Take up the state of the picture in `path`; answers false when its photo is not in the filmstrip."""
        photo = self._photo_of(made)
        if photo is None:
            return False
        self._document.make_current(photo.key)
        background = known_background(made.options.get("background", ""))
        target = Target(made.aim, made.target, shaped_for=(photo.key, photo.people.main))
        edits = [
            Edit(Kind.AIM, 0, Aim(target, made.options.get("fit", "yes") == "yes")),
            Edit(Kind.BACKGROUND, 0, background),
        ]
        if photo.people.pose is None or not photo.people.pose.same_as(made.photo_pose, tolerance=0.01):
            edits.insert(0, Edit(Kind.PEOPLE, photo.key, photo.people.with_pose(made.photo_pose)))
        if not self._document.change(*edits, text=self.tr("Restore {0}").format(path.name)):
            return True
        result = result_of(picture, made, background=background)
        if photo.people.pose is not None:
            result = replace(result, photo_pose=photo.people.pose)
        self._document.set_result(photo, result)
        text = self.tr("This is how {0} was made: its photo, poses and background are back.")
        self._messages.info(Place.PICTURE, text.format(path.name), "undo")
        return True

    def say_unknown(self, path: Path, made: Provenance) -> None:
        """The picture was opened as a photo like any other; say what would restore it."""
        text = self.tr("{0} was made from {1}. Open that photo and drop the picture again to go on where it was made.")
        self._messages.info(Place.PHOTO, text.format(path.name, made.photo), "open")

    def _photo_of(self, made: Provenance) -> Photo | None:
        for photo in self._document:
            if photo.sha256 and photo.sha256 == made.photo_sha256:
                return photo
            if not photo.sha256 and photo.path is not None and photo.path.name == made.photo:
                with contextlib.suppress(OSError):
                    if file_sha256(photo.path) == made.photo_sha256:
                        return photo
        return None
