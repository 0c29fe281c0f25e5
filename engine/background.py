"""Backgrounds: the photo without its person, and a generated person laid over it."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]

WORKING_HEIGHT: Final = 480
"""The person is painted over at this height at most: what stands there is a guess, and soft."""


def without_person(photo: Picture, mask: Mask) -> Picture:
    """The photo, uint8 [H, W, 3], with the person (bool [H, W]) painted over from around (Telea, 2004)."""
    height, width = mask.shape
    scale = min(1.0, WORKING_HEIGHT / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(cv2.resize(photo, size, interpolation=cv2.INTER_AREA))
    reach = 2 * max(2, round(0.012 * size[1])) + 1
    share = cv2.resize(mask.astype(np.uint8) * 255, size, interpolation=cv2.INTER_AREA)
    hole = cv2.dilate((share > 20).astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    filled = cv2.inpaint(small, hole, 5, cv2.INPAINT_TELEA)
    filled = np.where(hole[..., None] > 0, cv2.GaussianBlur(filled, (0, 0), 3.0), filled)
    if scale == 1.0:
        return np.asarray(filled)
    large = cv2.resize(filled, (width, height), interpolation=cv2.INTER_CUBIC)
    soft = cv2.GaussianBlur(cv2.resize(hole.astype(np.float32), (width, height)), (0, 0), 1.5 / scale)[..., None]
    return np.asarray(photo * (1 - soft) + large * soft + 0.5, np.float32).clip(0, 255).astype(np.uint8)


def person_share(picture: Picture, shape: Floats) -> Floats:
    """How much of each pixel of a generated picture on white is the person, [H, W] in 0..1.

    `shape` [H, W] in 0..1 is where the moved person is. What is not white counts as person near it, or anywhere when
    `shape` is empty, as it is for generators that are not shown a moved picture.
    """
    darkness = 255.0 - picture.astype(np.float32).min(axis=2)
    coloured = np.clip((darkness - 8.0) / 24.0, 0.0, 1.0)
    if not (shape > 0.5).any():
        return np.asarray(coloured, dtype=np.float32)
    reach = 2 * max(2, round(0.025 * picture.shape[0])) + 1
    near = cv2.dilate(shape, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    core = cv2.erode(shape, np.ones((3, 3), np.uint8))
    return np.asarray(np.maximum(core, coloured * near), dtype=np.float32)


def blend_over(picture: Picture, background: Picture, *, shape: Floats) -> Picture:
    """A generated picture on white laid over a background of the same size, uint8 [H, W, 3].

    The white that mixes into the person's soft edge is taken out before.
    """
    share = person_share(picture, shape)[..., None]
    own = np.where(share > 0.05, (picture - 255.0 * (1 - share)) / np.maximum(share, 0.05), picture)
    mixed = np.clip(own, 0, 255) * share + background * (1 - share)
    return np.asarray(mixed + 0.5, np.float32).clip(0, 255).astype(np.uint8)
