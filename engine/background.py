"""Backgrounds: the photo without its person, and a generated person laid over it."""

from __future__ import annotations

import math
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.detail import MIDDLE, Detail
from engine.framing import Framing
from engine.images import Mask, Picture
from engine.pixel_maps import nearest_values, share_of_colour

Floats = npt.NDArray[np.float32]

WORKING_HEIGHT: Final = 480
"""The person is painted over at this height at most: what stands there is a guess, and soft."""


def without_person(photo: Picture, mask: Mask) -> Picture:
    """The photo, uint8 [H, W, 3], with the person (bool [H, W]) painted over from around (Telea, 2004).

    Only the person's surroundings are looked at, at a reduced size: what appears there is plausible and soft, not what
    was really behind the person.
    """
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return photo.copy()
    edge = round(0.12 * (rows[-1] - rows[0] + 1)) + 8
    part = (
        slice(max(0, int(rows[0]) - edge), int(rows[-1]) + edge + 1),
        slice(max(0, int(columns[0]) - edge), int(columns[-1]) + edge + 1),
    )
    empty = photo.copy()
    empty[part] = _painted_over(np.ascontiguousarray(photo[part]), mask[part])
    return empty


def _painted_over(photo: Picture, mask: Mask) -> Picture:
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
    # Softened before it is enlarged: the same edge, at a fraction of the work.
    soft = cv2.resize(cv2.GaussianBlur(hole.astype(np.float32), (0, 0), 1.5), (width, height))
    return np.asarray(cv2.blendLinear(photo, large, 1 - soft, soft), dtype=np.uint8)


def person_share(picture: Picture, shape: Floats, *, doubt: Floats | None = None) -> Floats:
    """How much of each pixel of a generated picture on white is the person, [H, W] in 0..1.

    `shape` [H, W] in 0..1 is where the moved person is; `doubt` [H, W] in 0..1 is where white is rather the ground than
    white clothes (see `doubted`). What is not white counts as person near the shape, or anywhere when `shape` is empty,
    as it is for generators that are not shown a moved picture.
    """
    coloured = np.clip((_darkness(picture) - 8.0) / 24.0, 0.0, 1.0)
    if not (shape > 0.5).any():
        return np.asarray(coloured, dtype=np.float32)
    reach = 2 * max(2, round(0.025 * picture.shape[0])) + 1
    near = cv2.dilate(shape, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    core = cv2.erode(shape, np.ones((3, 3), np.uint8))
    if doubt is not None:
        core = core * (1 - doubt)
    return np.asarray(np.maximum(core, coloured * near), dtype=np.float32)


def doubted(moved: Picture, holes: Floats) -> Floats:
    """Where a generator that leaves white has decided for the ground: holes of the moved photo, uint8 [H, W, 3], that
    were filled with a colour from around. Answers [H, W] in 0..1; `holes` [H, W] in 0..1."""
    return np.asarray(holes * np.clip((_darkness(moved) - 16.0) / 32.0, 0.0, 1.0), dtype=np.float32)


def _darkness(picture: Picture) -> Floats:
    return np.asarray(255.0 - picture.astype(np.float32).min(axis=2), dtype=np.float32)


def person_layer(picture: Picture, shape: Floats, *, doubt: Floats | None = None) -> tuple[Floats, Floats]:
    """The person of a picture on white as a layer: colours [H, W, 3] in 0..255, and their share [H, W] in 0..1.

    At the person's edge colours are mixed with white. There the nearest colour from inside counts, and how far a pixel
    has gone from it to white says how much of it is the person: over dark ground no bright edge is left. Where the
    person is nearly white themselves that cannot be told, and the share stays as `person_share` has it.
    """
    share = person_share(picture, shape, doubt=doubt)
    colours = picture.astype(np.float32)
    plain = np.where(
        share[..., None] > 0.05, (colours - 255 * (1 - share[..., None])) / np.maximum(share[..., None], 0.05), colours
    )
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (5, 5))
    inner = np.asarray(cv2.erode((share > 0.5).astype(np.uint8), cross), np.uint8)
    if not inner.any():
        return np.asarray(np.clip(plain, 0, 255), np.float32), share
    nearest = nearest_values(colours, inner)
    mixed, sure = share_of_colour(colours, nearest)
    edge = (inner == 0) & (share > 0)
    fine = np.where(edge, sure * mixed + (1 - sure) * share, share)
    own = np.where(edge[..., None], sure[..., None] * nearest + (1 - sure[..., None]) * plain, plain)
    return np.asarray(np.clip(own, 0, 255), np.float32), np.asarray(fine, np.float32)


def blend_over(picture: Picture, background: Picture, *, shape: Floats, doubt: Floats | None = None) -> Picture:
    """A generated picture on white laid over a background of the same size, uint8 [H, W, 3].

    The white that mixes into the person's soft edge is taken out before.
    """
    own, share = person_layer(picture, shape, doubt=doubt)
    mixed = own * share[..., None] + background * (1 - share[..., None])
    return np.asarray(mixed + 0.5, np.float32).clip(0, 255).astype(np.uint8)


def into_photo(
    picture: Picture,
    empty: Picture,
    *,
    framing: Framing,
    shape: Floats,
    doubt: Floats | None = None,
    detail: Detail | None = None,
) -> Picture:
    """A generated picture on white at its place in a photo: uint8 [H, W, 3] of the photo's size.

    `picture` uint8 [h, w, 3] and `shape` [h, w] in 0..1 (where the moved person is) are in the frame's pixels, `empty`
    [H, W, 3] is the photo without its person, `framing` leads from its pixels to the frame's. Colours are enlarged
    weighted by how much of them is the person, so that no white comes back at the edge; `detail` is laid on top.
    """
    own, share = person_layer(picture, shape, doubt=doubt)
    result = empty.copy()
    part = _reach(framing, share, size=(empty.shape[0], empty.shape[1]))
    if part is None:
        return result
    top, bottom, left, right = part
    moved, size = _beginning_at(framing, left, top), (bottom - top, right - left)
    # From here on in bytes: a photo may have many million pixels.
    weighted = np.asarray(own * share[..., None] + 0.5, np.float32).astype(np.uint8)
    weight = moved.unframe(np.asarray(255 * share + 0.5, np.float32).astype(np.uint8), size, fill=0)
    behind = cv2.multiply(result[top:bottom, left:right], cv2.merge([255 - weight] * 3), scale=1 / 255)
    laid = cv2.add(behind, moved.unframe(weighted, size, fill=0))
    if detail is not None:
        added = _beginning_at(detail.framing, left, top).unframe(detail.picture, size, fill=MIDDLE)
        middle = np.full(3, MIDDLE, np.float64)
        laid = cv2.subtract(cv2.add(laid, cv2.subtract(added, middle)), cv2.subtract(middle, added))
    result[top:bottom, left:right] = laid
    return result


def _beginning_at(framing: Framing, left: int, top: int) -> Framing:
    """The framing of a photo that is cut off left of and above this pixel."""
    x, y = framing.offset
    return Framing(framing.scale, (x + framing.scale * left, y + framing.scale * top), framing.size)


def _reach(framing: Framing, share: Floats, *, size: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """top, bottom, left, right of the photo's pixels in which the person of a frame is; None when there are none."""
    rows, columns = np.flatnonzero(share.max(axis=1) > 0), np.flatnonzero(share.max(axis=0) > 0)
    if not rows.size:
        return None
    (x, y), scale = framing.offset, framing.scale
    left, right = math.floor((columns[0] - 3 - x) / scale), math.ceil((columns[-1] + 3 - x) / scale) + 1
    top, bottom = math.floor((rows[0] - 3 - y) / scale), math.ceil((rows[-1] + 3 - y) / scale) + 1
    left, right, top, bottom = max(left, 0), min(right, size[1]), max(top, 0), min(bottom, size[0])
    return (top, bottom, left, right) if top < bottom and left < right else None
