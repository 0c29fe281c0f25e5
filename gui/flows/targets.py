"""Where target poses come from: another photo's person or a pose file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject

from engine.skeleton import Pose
from gui.commands import PoseEditor
from gui.flows.messages import Messages, Place
from gui.services.answers import Answers
from gui.services.backend import FramedPerson, Picture
from gui.services.inference import Detect, InferenceService, Prepare
from gui.services.loading import PictureLoader, ReadPhoto


class TargetFlow(QObject):
    """Takes the pose of the main person in a photo."""

    def __init__(
        self,
        editor: PoseEditor,
        *,
        service: InferenceService,
        loader: PictureLoader,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._service = service
        self._loader = loader
        self._messages = messages
        self._answers = Answers(service, parent=self)
        self._files = Answers(loader, parent=self)
        self._newest = 0

    def take_from_photo(self, path: Path) -> None:
        """Make the pose of a photo's main person the target pose; of several wishes the newest counts."""
        self._newest += 1
        self._messages.clear(Place.TARGET)
        self._messages.info(Place.TARGET, self.tr("Taking the pose from {0}…").format(path.name))
        self._files.expect(
            self._loader.submit(path),
            then=partial(self._on_read, path.stem, self._newest),
            failed=partial(self._on_unreadable, path),
        )

    def _on_unreadable(self, path: Path, text: str) -> None:
        self._on_failed(text.replace(str(path), path.name))

    def _on_failed(self, text: str) -> None:
        self._messages.error(Place.TARGET, text, "pose-from-photo")

    def _on_read(self, title: str, wish: int, answer: object, seconds: float) -> None:
        picture = cast(ReadPhoto, answer).picture
        self._answers.expect(
            self._service.submit(Detect(picture)),
            then=partial(self._on_people, title, wish, picture),
            failed=self._on_failed,
        )

    def _on_people(self, title: str, wish: int, picture: Picture, answer: object, seconds: float) -> None:
        poses = cast(tuple[Pose, ...], answer)
        if wish != self._newest:
            return
        if not poses:
            text = self.tr("Nobody was found in {0}, so there is no pose to take. Try another photo, or draw the pose.")
            self._messages.warning(Place.TARGET, text.format(title), "pose-from-photo", "draw-target")
            return
        self._answers.expect(
            self._service.submit(Prepare(picture, poses[0])),
            then=partial(self._on_framed, title, wish, seconds),
            failed=self._on_failed,
        )

    def _on_framed(self, title: str, wish: int, before: float, answer: object, seconds: float) -> None:
        if wish == self._newest:
            self._messages.clear(Place.TARGET)
            self._editor.choose_target(cast(FramedPerson, answer).pose, title=title)
            self._messages.report(self.tr("Took the pose from {0}").format(title), before + seconds)
