"""A sequence in the window: its pictures are drawn one by one in the inference thread, then written where wanted."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.files import file_stem
from engine.images import downscale
from engine.moving_pictures import kind_of, save_gif, save_numbered, save_video
from engine.picture_sets import PictureSet, Source
from engine.progress import CancelToken, Progress
from engine.skeleton import Pose
from gui.document import Photo, Result
from gui.flows.entering import Entering
from gui.provenance import provenance_of
from gui.services.answers import Answers
from gui.services.backend import Backend, Background, Picture, RenderedPerson
from gui.services.inference import InferenceService, Task

_LONGEST_SIDE: Final = 1280
"""What is kept in memory of each picture of a whole photo."""


@dataclass(frozen=True, eq=False)
class SequencePlan:
    """What is to be drawn: `poses` in the frame's pixels, the photo's `picture` with the person's `pose` in it."""

    photo: Photo
    picture: Picture
    pose: Pose
    poses: tuple[Pose, ...]
    title: str
    background: Background
    key: str = field(default_factory=lambda: secrets.token_hex(8))
    """By which a project knows its pictures, where they are put into one."""


@dataclass(frozen=True, eq=False)
class SequenceFrame:
    """A picture of the sequence and its text, which says how it was made."""

    picture: Picture
    text: dict[str, str]


class SequenceFlow(QObject):
    """Draws one sequence after the other; between its pictures others may use the models."""

    progressed = Signal(int, int, float)
    drawn = Signal(int, object)
    ended = Signal()
    failed = Signal(str)
    saved = Signal(str, bool)
    """Where the pictures are, and whether browsers play them."""

    def __init__(self, service: InferenceService, *, entering: Entering, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._entering = entering
        self._answers = Answers(service, parent=self)
        self._plan: SequencePlan | None = None
        self._request: int | None = None
        self._begun = 0.0
        self._frames: list[SequenceFrame] = []

    @property
    def frames(self) -> Sequence[SequenceFrame]:
        """What is drawn so far."""
        return self._frames

    @property
    def complete(self) -> bool:
        """Whether every picture of the plan is drawn."""
        return self._plan is not None and len(self._frames) == len(self._plan.poses)

    @property
    def busy(self) -> bool:
        """Whether pictures are being drawn or written."""
        return self._request is not None

    def forget(self) -> None:
        """The plan has changed: what was drawn does not count any more."""
        self.cancel()
        self._plan, self._frames = None, []

    def start(self, plan: SequencePlan) -> None:
        """Draw the pictures of a plan."""
        self.forget()
        self._plan = plan
        self._begun = time.monotonic()
        self._next()

    def _next(self) -> None:
        plan = self._plan
        if plan is None:
            return
        done, total = len(self._frames), len(plan.poses)
        spent = time.monotonic() - self._begun
        self.progressed.emit(done, total, spent / done * (total - done) if done else -1.0)
        if done == total:
            self._request = None
            self.ended.emit()
            return
        title = QCoreApplication.translate("SequenceFlow", "Drawing a sequence")
        self._request = self._answers.expect(
            self._service.submit(Task(title, partial(_draw, plan, done))),
            then=partial(self._on_drawn, plan, done),
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    def _on_drawn(self, plan: SequencePlan, number: int, answer: object, seconds: float) -> None:
        if plan is not self._plan:
            return
        rendered = cast(RenderedPerson, answer)
        title = f"{plan.title}, {number + 1} / {len(plan.poses)}"
        height, width = plan.picture.shape[:2]
        result = Result(rendered, plan.pose, plan.poses[number], title, plan.background, False, (height, width))
        made = provenance_of(plan.photo, result)
        text = replace(made, options={**made.options, "sequence": plan.key}).to_text()
        self._frames.append(SequenceFrame(rendered.picture, text))
        self.drawn.emit(number, self._frames[-1].picture)
        self._next()

    def _on_failed(self, text: str) -> None:
        self._request = None
        self.failed.emit(text)
        self.ended.emit()

    def _on_cancelled(self) -> None:
        self._request = None
        self.ended.emit()

    def cancel(self) -> None:
        """Give up what runs, at once; pictures that are drawn stay."""
        if self._request is not None:
            self._service.cancel(self._request)

    def save(self, path: Path, *, rate: float, title: str, enter: bool = False) -> None:
        """Write the pictures: one file, or a folder of PNG files; `title` is what the status bar says meanwhile.

        With `enter` the files of a folder are put into the project as well, as a step that can be taken back.
        """
        plan = self._plan
        if plan is None or not self.complete or self.busy:
            return
        frames, stem = tuple(self._frames), file_stem(plan.photo.title)
        self._request = self._answers.expect(
            self._service.submit(Task(title, partial(_write, path, frames, rate, stem))),
            then=lambda answer, seconds: self._on_saved(plan, path, plays=bool(answer), enter=enter),
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    def _on_saved(self, plan: SequencePlan, path: Path, *, plays: bool, enter: bool) -> None:
        self._request = None
        if enter and path.is_dir():
            photo = plan.photo
            sources = () if photo.path is None else (Source(photo.path.absolute(), photo.key),)
            text = QCoreApplication.translate("SequenceFlow", "Put the pictures of {0} into the project")
            wanted = PictureSet(plan.key, "sequence", path.absolute(), sources, inside=True)
            self._entering.want(wanted, text=text.format(path.name))
        self.saved.emit(str(path), plays)
        self.ended.emit()


def _draw(plan: SequencePlan, number: int, backend: Backend, progress: Progress, cancel: CancelToken) -> RenderedPerson:
    made = backend.render(
        plan.picture,
        plan.pose,
        target=plan.poses[number],
        background=plan.background,
        draft=False,
        room_for=plan.poses,
        progress=progress,
        cancel=cancel,
    )
    return replace(made, picture=downscale(made.picture, _LONGEST_SIDE), before=None)


def _write(
    path: Path,
    frames: tuple[SequenceFrame, ...],
    rate: float,
    stem: str,
    backend: Backend,
    progress: Progress,
    cancel: CancelToken,
) -> bool:
    """Answers whether browsers play what was written."""
    kind = kind_of(path)
    if kind == "png":
        save_numbered(path, ((frame.picture, frame.text) for frame in _until(frames, cancel)), stem=stem)
        return True
    pictures = (frame.picture for frame in _until(frames, cancel))
    if kind == "gif":
        save_gif(path, pictures, rate=rate)
        return True
    return save_video(path, pictures, rate=rate).in_browsers


def _until(frames: tuple[SequenceFrame, ...], cancel: CancelToken) -> Iterator[SequenceFrame]:
    """The pictures, as long as nobody gives up."""
    for frame in frames:
        cancel.raise_if_cancelled()
        yield frame
