"""The picture: transfer on request with progress and cancel, and live redrawing while a joint is dragged."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal

from engine.skeleton import Pose
from gui.document import Document, Photo, Result, Stage
from gui.flows.messages import Messages, Place
from gui.flows.photos import PhotoFlow
from gui.language.words import said
from gui.services.answers import Answers
from gui.services.backend import RenderedPerson
from gui.services.inference import InferenceService, Render


class PictureFlow(QObject):
    """Draws the open photo's person in the target pose."""

    started = Signal()
    progressed = Signal(int, int, str)
    ended = Signal()
    live_changed = Signal(bool)

    def __init__(
        self,
        document: Document,
        *,
        photos: PhotoFlow,
        service: InferenceService,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._photos = photos
        self._service = service
        self._messages = messages
        self._answers = Answers(service, parent=self)
        self._request: int | None = None
        self._wanted = False
        self._live = False
        service.progressed.connect(self._on_progressed)
        photos.framed.connect(self._on_framed)
        photos.frame_failed.connect(self.cancel)
        photos.nobody_found.connect(self.cancel)
        document.current_changed.connect(self._on_current_changed)
        document.aim_changed.connect(self.follow)
        document.background_changed.connect(self.follow)

    # on request

    @property
    def transferring(self) -> bool:
        """Whether a transfer that the person asked for is on its way."""
        return self._wanted or self._request is not None

    def transfer(self) -> None:
        """Draw the person in the target pose, or say what is missing for that."""
        photo = self._document.current
        self._messages.clear(Place.PICTURE)
        if self.transferring or self._say_what_is_missing() or photo is None:
            return
        if photo.is_framed:
            self._start()
            return
        self._wanted = True
        self.started.emit()
        if photo.people.pose is None:
            # The answer to this wish comes by itself once the skeleton is found and the person framed.
            self.progressed.emit(0, 0, self.tr("Waiting for the skeleton"))
        elif not self._photos.framing:
            self._photos.frame(photo)

    def _say_what_is_missing(self) -> bool:
        photo, target = self._document.current, self._document.target_pose()
        if photo is None or photo.picture is None:
            self._messages.info(Place.PICTURE, self.tr("Open a photo first."), "open")
        elif photo.people.pose is None and photo.stage is not Stage.DETECTING:
            self._messages.info(Place.PICTURE, self.tr("The photo has no skeleton yet. Draw one."), "draw-photo")
        elif target is None or not target.present.any():
            text = self.tr("Choose a target pose first: from the gallery, from a photo, or drawn by you.")
            self._messages.info(Place.PICTURE, text, "show-poses", "draw-target")
        else:
            return False
        return True

    def _job(self, target: Pose | None, *, draft: bool) -> tuple[Photo, Render, str] | None:
        photo, aim = self._document.current, self._document.aim.target
        pose = target if target is not None else self._document.target_pose()
        if photo is None or photo.picture is None or photo.people.pose is None or not photo.is_framed:
            return None
        if pose is None or not pose.present.any():
            return None
        job = Render(photo.picture, photo.people.pose, pose, self._document.background, draft)
        return photo, job, aim.title if aim is not None else ""

    def _start(self) -> None:
        self._wanted = False
        made = self._job(None, draft=False)
        if made is None:
            self.ended.emit()
            return
        self._request = self._answers.expect(
            self._service.submit(made[1]),
            then=partial(self._on_rendered, *made),
            failed=self._on_failed,
            cancelled=self._end,
        )
        self.started.emit()

    def _on_rendered(self, photo: Photo, job: Render, title: str, answer: object, seconds: float) -> None:
        self._end()
        self._keep(photo, job, title, answer, seconds, kind="transfer")
        self.follow()

    def _keep(
        self, photo: Photo, job: Render, title: str, answer: object, seconds: float, *, kind: str = "live"
    ) -> None:
        rendered = cast(RenderedPerson, answer)
        result = Result(
            rendered,
            photo_pose=job.pose,
            target=job.target,
            target_title=title,
            background=job.background,
            fit=self._document.aim.fit,
            photo_size=(job.picture.shape[0], job.picture.shape[1]),
            kind=kind,
        )
        self._document.set_result(photo, result)
        self._messages.clear(Place.PICTURE)
        if rendered.note:
            self._messages.warning(Place.PICTURE, said(rendered.note))
        self._messages.report(self.tr("Draft drawn") if job.draft else self.tr("Picture drawn"), seconds)

    def _on_failed(self, text: str) -> None:
        self._end()
        self._messages.error(Place.PICTURE, text, "transfer")

    def _end(self) -> None:
        self._request, self._wanted = None, False
        self.ended.emit()

    def cancel(self) -> None:
        """Give the transfer up, at once; the picture of before stays."""
        if self._request is not None:
            self._service.cancel(self._request)
        elif self._wanted:
            self._end()

    def _on_current_changed(self) -> None:
        self._messages.clear(Place.PICTURE)
        self.cancel()

    def _on_framed(self) -> None:
        if self._wanted:
            self._start()
        else:
            self.follow()

    def _on_progressed(self, number: int, done: int, total: int, message: str) -> None:
        if number == self._request or (self._wanted and number == self._photos.frame_request):
            self.progressed.emit(done, total, message)

    # live

    @property
    def live(self) -> bool:
        """Whether the picture follows the target pose by itself."""
        return self._live

    def set_live(self, live: bool) -> None:
        """Let the picture follow the target pose, or stop that."""
        if live != self._live:
            self._live = live
            self.live_changed.emit(live)
            self.follow()

    def follow_drag(self, target: Pose) -> None:
        """Live: redraw at draft size while the target pose is being dragged; only the newest wish counts."""
        if not self._live or self.transferring:
            return
        settled = self._document.target_pose()
        if settled is not None and target.same_as(settled):
            self.follow()  # the drag was given up
        else:
            self._submit_live(target, draft=True)

    def follow(self) -> None:
        """Live: redraw at full size after a change."""
        if self._live and not self.transferring and not self._document.result_is_current():
            self._submit_live(None, draft=False)

    def _submit_live(self, target: Pose | None, *, draft: bool) -> None:
        made = self._job(target, draft=draft)
        if made is not None:
            self._answers.expect(
                self._service.submit(made[1], lane="live"),
                then=partial(self._keep, *made),
                failed=partial(self._messages.error, Place.PICTURE),
            )
