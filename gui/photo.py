"""A photo as the window has it, how far it is, and the picture that was drawn from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from engine.project.records import People, PhotoState
from engine.skeleton import Pose
from gui.services.backend import Background, FramedPerson, Picture, RenderedPerson

if TYPE_CHECKING:
    from gui.canvas.picture_pyramid import PicturePyramid


class Stage(Enum):
    """How far a photo is."""

    WAITING = "waiting"
    READING = "reading"
    DETECTING = "detecting"
    READY = "ready"
    EMPTY = "no person"
    FAILED = "failed"


@dataclass(frozen=True, eq=False)
class Result:
    """A picture and what it was made from; `target` in the frame's pixels, `photo_size` height, width.

    `kind` is what asked for it, `transfer` or `live`; `kept` whether it lies beside the project already.
    """

    rendered: RenderedPerson
    photo_pose: Pose
    target: Pose
    target_title: str
    background: Background
    fit: bool
    photo_size: tuple[int, int]
    kind: str = "transfer"
    kept: bool = False


@dataclass(eq=False)
class Photo:
    """One photo of the filmstrip.

    `key` is its number in the project, `demo` the name of one from the box, `note` says more about that one. `state`
    and `remark` are what a person says about its annotation. `pyramid` is the picture made ready for the screen,
    `searched` whether people had been looked for when the project was opened.
    """

    key: int
    title: str
    path: Path | None
    demo: str = ""
    note: str = ""
    stage: Stage = Stage.WAITING
    problem: str = ""
    picture: Picture | None = None
    pyramid: PicturePyramid | None = None
    sha256: str = ""
    people: People = field(default_factory=People)
    detected: tuple[Pose, ...] = ()
    framed: FramedPerson | None = None
    framed_pose: Pose | None = None
    result: Result | None = None
    state: PhotoState = PhotoState.UNTOUCHED
    remark: str = ""
    searched: bool = False

    @property
    def is_framed(self) -> bool:
        """Whether `framed` is of the main person's pose as it stands; else it is of the pose before."""
        return self.framed is not None and self.framed_pose is self.people.pose
