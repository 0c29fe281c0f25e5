"""What the inference thread asks of the models, and the answer that the engine gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from engine.progress import CancelToken, Progress
from engine.skeleton import Pose

Picture = npt.NDArray[np.uint8]
"""RGB uint8 [H, W, 3]."""

Background = Literal["white", "keep"]
"""What is behind the person in a picture: white, or the photo's own background."""


@dataclass(frozen=True)
class Models:
    """What is loaded, in words for the status bar; `note` is a word for the person when something went differently."""

    device: str
    estimator: str
    generator: str
    note: str = ""


@dataclass(frozen=True)
class FramedPerson:
    """The photo's person framed to the generator's size: `picture` uint8 [256, 176, 3], `pose` in its pixels."""

    picture: Picture
    pose: Pose


@dataclass(frozen=True)
class RenderedPerson:
    """A generated picture uint8 [256, 176, 3], smaller as a draft, with the target pose in its pixels.

    `facts` say how it was made, as text by key; `note` is a word for the person when something went differently.
    `before` is the photo as the picture frames it, of the picture's size, to compare them; None where that is not known.
    """

    picture: Picture
    target: Pose
    facts: dict[str, str] = field(default_factory=dict)
    note: str = ""
    draft: bool = False
    before: Picture | None = None


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
        progress: Progress,
        cancel: CancelToken,
    ) -> RenderedPerson:
        """The person in the target pose, which is in the frame's pixels."""
        ...
