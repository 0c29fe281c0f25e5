"""Attention masks as heat over a picture: where a block of the generator changed it (PATN, section 3.1.2)."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.images import Picture

Floats = npt.NDArray[np.float32]

_STOPS: Final = np.array(
    [(18, 16, 52), (88, 24, 112), (178, 48, 92), (240, 118, 40), (254, 214, 96), (255, 252, 214)], np.float32
)
"""Dark and blue is little, bright and yellow is much; the lightness rises evenly, so it reads in grey too."""
_STRENGTH: Final = 0.62
"""How much of the heat there is against the picture below it."""


def spread(mask: Floats) -> Floats:
    """A mask [h, w] stretched so that its own 1st and 99th percentile become 0 and 1; 0 everywhere for an even one.

    Masks of different blocks have different ranges; what is to be seen is where each is high and where low.
    """
    low, high = (float(value) for value in np.percentile(mask, (1, 99)))
    if high - low < 1e-6:
        return np.zeros(mask.shape, np.float32)
    return np.asarray(np.clip((mask - low) / (high - low), 0.0, 1.0), dtype=np.float32)


def heat(picture: Picture, mask: Floats) -> Picture:
    """A mask [h, w] as heat over a picture uint8 [H, W, 3], which shows through in grey: uint8 [H, W, 3]."""
    size = picture.shape[1], picture.shape[0]
    even = Image.fromarray(np.asarray(np.rint(255 * spread(mask)), np.uint8))
    level = np.asarray(even.resize(size, Image.Resampling.BICUBIC), np.float32) / 255 * (len(_STOPS) - 1)
    below = np.minimum(level.astype(np.intp), len(_STOPS) - 2)
    part = (level - below)[..., None]
    colour = _STOPS[below] * (1 - part) + _STOPS[below + 1] * part
    grey = picture.astype(np.float32).mean(axis=2, keepdims=True)
    return np.asarray(np.rint(_STRENGTH * colour + (1 - _STRENGTH) * grey), dtype=np.uint8)


def inside_sheet(picture: Picture, masks: Floats) -> Picture:
    """The picture and beside it the heat of every block's mask, in the blocks' order, on one sheet uint8 [H, W, 3]."""
    from engine.overlay import contact_sheet  # brings OpenCV, which the window does without until it must

    titles = ["picture", *(f"block {number}" for number in range(1, len(masks) + 1))]
    cells = [picture, *(heat(picture, mask) for mask in masks)]
    return contact_sheet([cells], column_titles=titles)
