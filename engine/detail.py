"""Fine detail for a picture that is enlarged into its photo: what the moved photo shows finer than the frame can hold.

The generator paints 256 x 176 pixels. Where it let the moved photo through, the same pixels moved at a larger size have
the weave of the cloth and the lines of the face; only what is finer than the frame's pixels is taken from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from engine.alignment import Moved
from engine.framing import Framing
from engine.images import Picture

MIDDLE: Final = 128
"""The value that means no change."""
MOST: Final = 3
"""So many times larger than the frame detail is looked for."""
_DIFFERENT: Final = 48.0
"""Grey levels by which paint differs from the moved photo where nothing of the photo is left."""


@dataclass(frozen=True, eq=False)
class Detail:
    """Signed detail as uint8 [H, W, 3] round `MIDDLE`, in the pixels of `framing`."""

    picture: Picture
    framing: Framing


def finer(framing: Framing) -> Framing | None:
    """The framing at the size at which there is more to see in the photo; None where the frame holds it all."""
    times = min(MOST, round(1 / framing.scale))
    return framing.at_size((framing.size[0] * times, framing.size[1] * times)) if times > 1 else None


def detail_of(painted: Picture, coarse: Moved, fine: Moved, *, framing: Framing) -> Detail:
    """What `fine` shows beyond the frame's pixels, where `painted` [h, w, 3] is still what `coarse` was.

    `coarse` is the moved photo in the frame's pixels, `fine` the same at the size of `framing`.
    """
    height, width = painted.shape[:2]
    large = framing.size[1], framing.size[0]
    apart = np.abs(painted.astype(np.float32) - coarse.picture).max(axis=2)
    kept = np.clip(1.0 - apart / _DIFFERENT, 0.0, 1.0) * (1.0 - coarse.holes)
    inside = cv2.erode((coarse.mask > 0.9).astype(np.float32), np.ones((5, 5), np.uint8))
    weight = cv2.resize(cv2.GaussianBlur((kept * inside).astype(np.float32), (0, 0), 1.0), large)
    whole = fine.picture.astype(np.float32)
    low = cv2.resize(
        cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA), large, interpolation=cv2.INTER_CUBIC
    )
    change = (whole - low) * (weight * (1.0 - fine.holes))[..., None]
    return Detail(np.asarray(np.clip(change + MIDDLE + 0.5, 0, 255), np.float32).astype(np.uint8), framing)
