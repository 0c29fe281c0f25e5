"""Small operations on maps over a picture's pixels: look up, compare, clean, spread colours into gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]

_CRUMB: Final = 1 / 500
"""Loose patches of less than this share of the picture are crumbs."""
_FAR: Final = 40
"""Pixels round holes in which colours to continue are looked for."""
_ROWS_OF_RIM: Final = 128
"""A person's outermost pixel, in a picture so tall, is not trusted."""
_TALL: Final = 256
_FADES: Final = 20.0
"""Pixels, in a picture so tall, after which continued colours have given way to softer ones."""


def as_share(mask: npt.NDArray[np.bool_] | npt.NDArray[np.uint8] | Floats) -> Floats:
    """A mask of booleans, bytes 0..255 or numbers 0..1, as numbers in 0..1."""
    scale = 1.0 / 255.0 if mask.dtype == np.uint8 else 1.0
    share: Floats = mask.astype(np.float32) * np.float32(scale)
    return share


def sample(values: Floats, map_x: Floats, map_y: Floats) -> Floats:
    """Look [H, W] or [H, W, C] values up at places, in between linearly; the border goes on outside."""
    return np.asarray(
        cv2.remap(values, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), dtype=np.float32
    )


def sample_sharply(picture: Bytes, map_x: Floats, map_y: Floats) -> Floats:
    """Look a picture [H, W, 3] up at places, in between by cubic curves, which blur least; 0..255."""
    return np.asarray(
        cv2.remap(picture, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), dtype=np.float32
    )


def sample_numbers(numbers: Bytes, map_x: Floats, map_y: Floats) -> Bytes:
    """Look [H, W] numbers that name things up at places: the nearest, never something between two."""
    return np.asarray(
        cv2.remap(numbers, map_x, map_y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8
    )


def resized(values: Floats, size: tuple[int, int], *, smaller: bool) -> Floats:
    """Values at another size (height, width): averaged when that is smaller, else linearly in between."""
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(values, size[::-1], interpolation=how), dtype=np.float32)


def within(map_x: Floats, map_y: Floats, size: tuple[int, int]) -> Bools:
    """Which places lie in a picture of `size` (height, width)."""
    inside: Bools = (map_x > -0.5) & (map_y > -0.5) & (map_x < size[1] - 0.5) & (map_y < size[0] - 0.5)
    return inside


def least(values: Sequence[Floats]) -> tuple[Floats, Bytes]:
    """The smallest of several maps, place by place, and its number."""
    best = values[0].copy()
    number = np.zeros(best.shape, np.uint8)
    for index, value in enumerate(values[1:], start=1):
        less = value < best
        np.copyto(best, value, where=less)
        number[less] = index
    return best, number


def smeared(map_x: Floats, map_y: Floats, *, stride: int, scale: float) -> Bools:
    """Where a map of places stretches a few source pixels over many, or leaps over many: fans, not cloth.

    `stride` is the grid's step in target pixels, `scale` the source pixels that one target pixel should stand for.
    """
    step = np.float32(1.0 / (stride * scale))
    x_down, x_right = (np.gradient(map_x, axis=axis) * step for axis in (0, 1))
    y_down, y_right = (np.gradient(map_y, axis=axis) * step for axis in (0, 1))
    area = np.abs(x_right * y_down - x_down * y_right)
    # The squared Frobenius norm is all but the larger singular value's square; area over it is the smaller one.
    large = x_down * x_down + x_right * x_right + y_down * y_down + y_right * y_right
    result: Bools = (area * area < 0.1 * large) | (large > 9.0)
    return result


def without_crumbs(allowed: Bools, *, drawn: Bools) -> Bools:
    """Take the crumbs of what would be drawn out of what is allowed, unless there is nothing else."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(drawn.astype(np.uint8), connectivity=8)
    small = stats[:, cv2.CC_STAT_AREA] < drawn.size * _CRUMB
    small[0] = False
    if count > 1 and small.any() and not small[1:].all():
        allowed = allowed & ~small[labels]
    return allowed


def enclosed(drawn: Bools) -> Bools:
    """The gaps in what is drawn that do not reach the picture's edge."""
    _, labels = cv2.connectedComponents((~drawn).astype(np.uint8), connectivity=4)
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    gaps = np.ones(int(labels.max()) + 1, bool)
    gaps[0] = False  # what is drawn
    gaps[edge] = False
    result: Bools = gaps[labels]
    return result


def soft(places: Bools) -> Floats:
    """Places of a grid as shares, so that their border is a slope and no staircase when it is enlarged."""
    return np.asarray(cv2.blur(places.astype(np.float32), (3, 3)), dtype=np.float32)


def spread_colours(colour: Floats, known: Floats) -> Floats:
    """Spread known colours into the unknown: ever smaller pictures, then back up (push and pull).

    `colour` [H, W, 3] is weighted by `known` [H, W], 0..1, already; the answer [H, W, 3] is not.  White where nothing
    is known at all.
    """
    levels = []
    weight = known
    while min(weight.shape) > 4:
        levels.append((colour, weight))
        half = ((weight.shape[0] + 1) // 2, (weight.shape[1] + 1) // 2)
        colour, weight = resized(colour, half, smaller=True), resized(weight, half, smaller=True)
    total = float(weight.sum())
    mean = colour.sum(axis=(0, 1)) / total if total > 1e-6 else np.full(3, 255.0)
    spread: Floats = np.broadcast_to(mean.astype(np.float32), colour.shape)
    for colour, weight in reversed(levels):
        up = resized(spread, (weight.shape[0], weight.shape[1]), smaller=False)
        # A tenth of a cell known is enough to speak for it: the nearest colours count, not the picture's mean.
        trust = np.minimum(weight * 10.0, 1.0)[..., None]
        spread = up + trust * (colour / np.maximum(weight, 1e-3)[..., None] - up)
    return spread


def continued(colour: Floats, known: Floats, *, holes: Floats, inside: Floats) -> Floats:
    """Continue known colours into holes: close to what is known as they end there, farther away ever softer.

    `colour` [H, W, 3] is weighted by `known` [H, W], 0..1, already; the answer [H, W, 3] is not, and says something in
    the `holes` [H, W] alone. So stripes go on under an arm that is taken away. The outermost pixels of what is
    `inside` [H, W] hardly count: a mask is never so exact that they hold nothing of the ground.
    """
    answer = np.zeros_like(colour)
    rows, columns = (np.flatnonzero((holes > 0.001).any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return answer
    part = tuple(slice(max(0, int(at[0]) - _FAR), int(at[-1]) + _FAR + 1) for at in (rows, columns))
    rim = 2 * max(1, round(colour.shape[0] / _ROWS_OF_RIM)) + 1
    trusted = 0.02 + 0.98 * cv2.erode(inside[part], np.ones((rim, rim), np.uint8))
    ours, share = colour[part] * trusted[..., None], known[part] * trusted
    sure = (share > 0.9).astype(np.uint8)
    if not sure.any():
        answer[:] = spread_colours(colour, known)
        return answer
    far = spread_colours(ours, share)
    even = cv2.blur(ours, (3, 3)) / np.maximum(cv2.blur(share, (3, 3)), 1e-3)[..., None]
    away = cv2.distanceTransform(1 - sure, cv2.DIST_L2, 5)
    near = cv2.blur(nearest_values(np.asarray(even, np.float32), sure), (3, 3))
    close = np.exp(-np.square(away * np.float32(_TALL / colour.shape[0] / _FADES)))
    answer[part] = far + close[..., None] * (near - far)
    return answer


def nearest_values(values: Floats, known: Bytes) -> Floats:
    """At every pixel the value of the nearest known one: `values` [H, W, C], `known` [H, W] of 0 and 1, not all 0."""
    _, labels = cv2.distanceTransformWithLabels(1 - known, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    table = np.zeros((int(labels.max()) + 1, values.shape[2]), np.float32)
    table[labels[known > 0]] = values[known > 0]
    return np.asarray(table[labels])


def share_of_colour(picture: Floats, colours: Floats) -> tuple[Floats, Floats]:
    """How far each pixel has gone from white to a colour, and how well that can be told: both [H, W] in 0..1.

    `picture` and `colours` [H, W, 3] in 0..255. Colours that are nearly white themselves tell nothing.
    """
    white = 255.0 - colours
    strength = np.einsum("ijk,ijk->ij", white, white)
    share = np.clip(np.einsum("ijk,ijk->ij", 255.0 - picture, white) / np.maximum(strength, 1.0), 0.0, 1.0)
    told = np.clip((np.sqrt(strength) - 60.0) / 90.0, 0.0, 1.0)
    return np.asarray(share, np.float32), np.asarray(told, np.float32)
