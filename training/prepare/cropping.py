"""From a photo of any shape to the data set's 256 x 176 pixels (thesis 4.1), and which joints are left there."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.framing import FRAME_SIZE, Framing
from engine.skeleton import Pose

_FIRST_COLUMN: Final = 40
_ALIKE: Final = 0.01
"""Shapes that differ by less are taken for the same."""


def fixed_framing(photo_size: tuple[int, int]) -> Framing | None:
    """How the published crop cuts a photo of this height, width; None for a shape that it does not know.

    A square is scaled to 256 x 256 and loses 40 columns on each side; what has the shape of 176 x 256 already is only
    scaled.
    """
    height, width = photo_size
    frame_height, frame_width = FRAME_SIZE
    if abs(width / height - 1.0) <= _ALIKE:
        square = Framing.whole(photo_size, size=(frame_height, frame_height))
        return Framing(square.scale, (square.offset[0] - _FIRST_COLUMN, square.offset[1]), FRAME_SIZE)
    if abs(width / height / (frame_width / frame_height) - 1.0) <= _ALIKE:
        return Framing.whole(photo_size)
    return None


def clipped(pose: Pose, *, size: tuple[int, int] = FRAME_SIZE) -> Pose:
    """The pose in a picture of `size` (height, width): joints that lie outside of it are missing."""
    height, width = size
    x, y = pose.points.T
    inside = (x >= -0.5) & (x <= width - 0.5) & (y >= -0.5) & (y <= height - 0.5)  # false for NaN
    # What lies within the outermost pixel, but beyond its centre, is put on the centre.
    points = np.clip(pose.points, 0.0, (width - 1.0, height - 1.0))
    return Pose.from_points(
        np.where(inside[:, None], points, np.nan), confidence=pose.confidence, states=pose.states
    )  # fmt: skip
