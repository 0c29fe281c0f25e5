"""Looking inside: asks for the attention masks of the picture that is shown, and shows one block's after the other."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.attention import heat
from engine.progress import CancelToken, Progress
from gui.document import Document, Result
from gui.flows.messages import Messages, Place
from gui.panels.picture_pane import PicturePane
from gui.services.answers import Answers
from gui.services.backend import Backend, Inside, Picture
from gui.services.inference import InferenceService, Task


class InsideFlow(QObject):
    """Keeps the masks with the picture while looking inside is on."""

    changed = Signal()

    def __init__(
        self,
        document: Document,
        *,
        pane: PicturePane,
        service: InferenceService,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pane = pane
        self._service = service
        self._messages = messages
        self._answers = Answers(service, parent=self)
        self._on = False
        self._asked_for: Result | None = None
        document.result_changed.connect(self._follow)
        document.current_changed.connect(self._follow)

    @property
    def on(self) -> bool:
        """Whether the masks are shown."""
        return self._on

    def set_on(self, on: bool) -> None:
        """Show the masks over the picture, or the picture alone."""
        if on != self._on:
            self._on = on
            self._pane.set_inside_open(on)
            self._asked_for = None
            self._follow()
            self.changed.emit()

    def _follow(self) -> None:
        if not self._on:
            return
        photo = self._document.current
        result = None if photo is None else photo.result
        if photo is None or photo.picture is None or result is None:
            self._asked_for = None
            self._pane.show_no_inside(self.tr("Press Transfer first: what shows here is how the picture is made."))
        elif not result.rendered.draft and result is not self._asked_for:
            self._asked_for = result
            self._pane.show_inside_coming()
            self._answers.expect(
                self._service.submit(_task(photo.picture, result), lane="inside"),
                then=partial(self._on_seen, result),
                failed=self._on_failed,
            )

    def _on_seen(self, result: Result, answer: object, seconds: float) -> None:
        photo = self._document.current
        if self._on and photo is not None and photo.result is result:
            inside, lit = cast(tuple[Inside, list[Picture]], answer)
            self._pane.show_inside(inside, lit, of=result)
            self._messages.report(self.tr("Looked inside"), seconds)

    def _on_failed(self, text: str) -> None:
        self._asked_for = None
        self._pane.show_no_inside(text)
        self._messages.error(Place.PICTURE, text)


def _task(picture: Picture, result: Result) -> Task:
    def look(backend: Backend, progress: Progress, cancel: CancelToken) -> tuple[Inside, list[Picture]]:
        inside = backend.look(picture, result.photo_pose, target=result.target, cancel=cancel)
        return inside, [heat(inside.picture, mask) for mask in inside.masks]

    return Task(QCoreApplication.translate("InsideFlow", "Looking inside"), look)
