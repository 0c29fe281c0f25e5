"""What the inference thread asks of the models, and the answer that the engine gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from engine.backgrounds import Background
from engine.progress import CancelToken, Progress
from engine.skeleton import Pose

if TYPE_CHECKING:
    from engine.batch_run import BatchRun, Step

__all__ = ["Backend", "Background", "FramedPerson", "Inside", "Models", "Picture", "RenderedPerson", "Running"]

Picture = npt.NDArray[np.uint8]
"""RGB uint8 [H, W, 3]."""


@dataclass(frozen=True)
class Models:
    """What is loaded, in words for the status bar; `note` is a word for the person when something went differently."""

    device: str
    estimator: str
    generator: str
    note: str = ""


@dataclass(frozen=True)
class Running:
    """Where the models run and how exactly: a name of `engine.runtime.DEVICES`, one of `engine.runtime.PRECISIONS`."""

    device: str = "auto"
    precision: str = "auto"


@dataclass(frozen=True)
class FramedPerson:
    """The photo's person framed to the generator's size: `picture` uint8 [256, 176, 3], `pose` in its pixels."""

    picture: Picture
    pose: Pose


@dataclass(frozen=True)
class RenderedPerson:
    """A generated picture uint8 [256, 176, 3], smaller as a draft, with the target pose in its pixels.

    `facts` say how it was made, as text by key; `note` is a word for the person when something went differently.
    `before` is the photo as the picture frames it, of the picture's size, to compare them; None where it is not known.
    """

    picture: Picture
    target: Pose
    facts: dict[str, str] = field(default_factory=dict)
    note: str = ""
    draft: bool = False
    before: Picture | None = None


@dataclass(frozen=True)
class Inside:
    """A picture uint8 [256, 176, 3] on white, its target pose, and where each block of the generator changed it:
    `masks` float32 [blocks, h, w] in 0..1."""

    picture: Picture
    target: Pose
    masks: npt.NDArray[np.float32]


class Backend(Protocol):
    """The models behind the window. Every method runs in the inference thread and may raise `ReposeError`."""

    def load(self, progress: Progress) -> Models:
        """Load the models, or answer what is loaded already."""
        ...

    def choose(self, generator: str, *, file: Path | None, progress: Progress) -> Models:
        """Paint with other weights from now on: those of this name, or a file that gets the name and is kept.

        When that fails, the weights before stay in use.
        """
        ...

    def devices(self) -> dict[str, str]:
        """The devices of this computer in words, by name."""
        ...

    def run_on(self, running: Running, *, progress: Progress) -> Models:
        """Run the models elsewhere or in another precision; when that fails, all stays as it was."""
        ...

    def detect(self, picture: Picture, *, cancel: CancelToken) -> tuple[Pose, ...]:
        """The people in a photo, in its pixels, main person first; empty when there is nobody."""
        ...

    def prepare(self, picture: Picture, pose: Pose, *, cancel: CancelToken) -> FramedPerson:
        """Set the photo and its person, so that pose after pose can be rendered."""
        ...

    def render(
        self,
        picture: Picture,
        pose: Pose,
        *,
        target: Pose,
        background: Background,
        draft: bool,
        room_for: tuple[Pose, ...] = (),
        progress: Progress,
        cancel: CancelToken,
    ) -> RenderedPerson:
        """The person in the target pose, which is in the frame's pixels; of a size that leaves room for other poses."""
        ...

    def look(self, picture: Picture, pose: Pose, *, target: Pose, cancel: CancelToken) -> Inside:
        """The same on white, with the attention mask of each of the generator's blocks."""
        ...

    def make_next(self, run: BatchRun, *, cancel: CancelToken) -> Step | None:
        """The next picture of a batch, written; None when nothing is left."""
        ...
