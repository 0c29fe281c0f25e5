"""A clean silhouette: what a generator that could not decide left beside the person as a faint smear becomes white.

A network trained on the mean absolute difference answers "person or ground?" with a mixture of the two. How far a pixel
has gone from white to the person's nearest colour is how sure it was of the person; below a half, white is likelier.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.alignment import Moved
from engine.images import Picture
from engine.pixel_maps import nearest_values, share_of_colour

Floats = npt.NDArray[np.float32]

_GROUND: Final = 0.4
_PERSON: Final = 0.95
"""Shares of the person's colour up to which a pixel becomes white, and from which it stays as it is."""
_TALL: Final = 256
_REACH: Final = 0.8
"""Spread, in pixels of a picture so tall, over which neighbours decide together: no speckles at the edge."""
_SAME: Final = 8.0
_OTHER: Final = 48.0
"""Grey levels of difference from the moved photo up to which its pixel was let through, and from which it is paint."""


def clean_silhouette(painted: Picture, moved: Moved) -> Picture:
    """The painted picture without faint smears beside the person.

    `painted` uint8 [H, W, 3] on white; `moved` is the condition image it was made from. Pixels of the photo that were
    let through stay as they are; so does everything where the person is nearly white themselves, since nothing can be
    told there. Answers uint8 [H, W, 3].
    """
    known = ((moved.mask > 0.95) & (moved.holes < 0.5)).astype(np.uint8)
    if not known.any():
        return painted
    picture = painted.astype(np.float32)
    scale = painted.shape[0] / _TALL
    weight = known.astype(np.float32)
    even = _soft(moved.picture * weight[..., None], 2 * _REACH * scale)
    even /= np.maximum(_soft(weight, 2 * _REACH * scale), 1e-3)[..., None]
    share, told = share_of_colour(picture, nearest_values(even, known))
    decided = np.clip((_soft(share, _REACH * scale) - _GROUND) / (_PERSON - _GROUND), 0.0, 1.0)
    decided = decided * decided * (3.0 - 2.0 * decided)
    # Smears may lose colour, but nothing gains any: white is as often right where the network painted half a sleeve.
    kept = np.minimum(decided / np.maximum(share, 0.05), 1.0)
    paint = _painted(picture, moved, spread=_REACH * scale) * told
    whitened = 255.0 - (255.0 - picture) * (1.0 - paint * (1.0 - kept))[..., None]
    # What the photo itself shows at the person's edge is no smear.
    shown = np.where(moved.holes[..., None] < 0.5, moved.picture, 255)
    whitened = np.minimum(whitened, np.maximum(picture, shown))
    return np.asarray(whitened + 0.5, np.float32).clip(0, 255).astype(np.uint8)


def _painted(picture: Floats, moved: Moved, *, spread: float) -> Floats:
    """[H, W] in 0..1: where the network painted rather than let the moved photo through, one pixel round it too."""
    apart = np.abs(picture - moved.picture).max(axis=2)
    paint = np.maximum(np.clip((apart - _SAME) / (_OTHER - _SAME), 0.0, 1.0), moved.holes)
    grown = cv2.dilate(_soft(paint.astype(np.float32), spread), np.ones((3, 3), np.uint8))
    return np.asarray(np.clip(1.5 * grown, 0.0, 1.0), np.float32)


def _soft(values: Floats, spread: float) -> Floats:
    return np.asarray(cv2.GaussianBlur(values, (0, 0), spread), np.float32)
