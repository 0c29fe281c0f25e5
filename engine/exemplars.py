"""Pattern where the photo showed none: holes in patterned cloth are filled with patches of the photo itself.

A network trained briefly paints such holes in the right colours but without their pattern. Patches of the moved photo
that agree with what lies beside a hole, and with the colours painted in it, are copied from its edge inwards
(exemplar-based filling: Criminisi, Pérez and Toyama, *Region filling and object removal by exemplar-based image
inpainting*, 2004; here many patches at a time, guided by the network's colours).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.alignment import Moved
from engine.images import Picture
from engine.pixel_maps import Floats

Bools = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

_TALL: Final = 256
_REACH: Final = 3
"""Pixels from a patch's middle to its edge, in a picture so tall."""
_SMALLEST: Final = 12
"""Holes of fewer pixels stay as they were painted, in a picture so tall."""
_FEWEST: Final = 50
"""Patches below which the photo shows too little to copy from; pixels round a hole below which it says too little."""
_ROUND: Final = 8
"""So many pixels round a hole, in a picture so tall, say what cloth it is in."""
_PATTERN: Final = 8.0
"""Grey levels by which such pixels differ from their surroundings, in the median, where cloth has a pattern. In plain
cloth the painted colours are right already, and a wrong patch is seen at once."""
_AT_ONCE: Final = 48
_GUIDED: Final = 4.0
"""How much the painted colours count, against the pixels beside the hole."""
_NEAR: Final = 5e-3
_FAR: Final = 0.2
_FOREIGN: Final = 16.0
"""What a patch costs that lies so far from the hole (part of the height), and how steeply that rises from there: a
shirt is no cloth for legs."""
_SHADE: Final = 0.12
"""How much lighter or darker a patch may become towards the painted colours, half way; in 0..1."""


def filled_from_photo(painted: Picture, moved: Moved) -> Picture:
    """The painted picture, with the photo's own texture in holes that the network decided are the person.

    `painted` uint8 [H, W, 3] on white; `moved` is the condition image it was made from. Answers uint8 [H, W, 3]; all
    but the holes stays as it was. The same pictures give the same answer.
    """
    scale = painted.shape[0] / _TALL
    known = (moved.mask > 0.95) & (moved.holes < 0.05)
    gaps = _gaps(painted, moved, known=known, scale=scale)
    if not gaps.any():
        return painted
    picture = np.asarray(painted, np.float32) / np.float32(255)
    soft = np.asarray(cv2.GaussianBlur(picture, (0, 0), 2.5 * scale), np.float32)
    reach = max(2, round(_REACH * scale))
    patches = _Patches.of(picture, soft, known=known, reach=reach)
    if len(patches.places) < _FEWEST:
        return painted
    beside = (moved.mask > 0.5) & ~gaps
    # Every round fills at least one pixel of the hole's edge, or ends.
    while (front := _front(gaps, beside, reach=reach)).size:
        chosen = patches.best_for(front, picture, soft, beside=beside)
        for (y, x), number in zip(front, chosen, strict=True):
            _lay(patches.shaded(number, towards=soft[y, x]), picture, at=(int(y), int(x)), gaps=gaps, beside=beside)
    return np.asarray(np.clip(picture * 255 + 0.5, 0, 255), np.float32).astype(np.uint8)


def _gaps(painted: Picture, moved: Moved, *, known: Bools, scale: float) -> Bools:
    """[H, W] the pixels to fill: holes of some size in patterned cloth, in which the network painted the person."""
    dark = 255.0 - painted.min(axis=2).astype(np.float32)
    person = (moved.mask > 0.9) & (cv2.GaussianBlur(dark, (0, 0), 1.0) > 40)
    _, labels, facts, _ = cv2.connectedComponentsWithStats(
        ((moved.holes > 0.5) & person).astype(np.uint8), connectivity=4
    )
    photo = moved.picture.astype(np.float32)
    fine = np.abs(photo - cv2.GaussianBlur(photo, (0, 0), 1.5 * scale)).max(axis=2)
    gaps = np.zeros(labels.shape, np.bool_)
    reach = round(_ROUND * scale)
    for number, (left, top, width, height, area) in enumerate(facts[1:].tolist(), start=1):
        if area < _SMALLEST * scale * scale:
            continue
        part = (
            slice(max(0, top - reach), top + height + reach),
            slice(max(0, left - reach), left + width + reach),
        )
        hole = labels[part] == number
        near = cv2.dilate(hole.astype(np.uint8), np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)) > 0
        cloth = fine[part][near & known[part]]
        # The median: where a jacket ends and a shirt begins is no pattern.
        if cloth.size >= _FEWEST and np.median(cloth) >= _PATTERN:
            gaps[part] |= hole
    return gaps


def _front(gaps: Bools, beside: Bools, *, reach: int) -> Places:
    """[K, 2] rows and columns at the holes' edge, those with most known round them first, no two in one patch."""
    rows, columns = np.nonzero(gaps & (cv2.dilate(beside.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0))
    side = 2 * reach + 1
    support = cv2.boxFilter(beside.astype(np.float32), -1, (side, side))
    taken = np.zeros((gaps.shape[0] + side, gaps.shape[1] + side), np.bool_)
    chosen = []
    for place in np.argsort(-support[rows, columns], kind="stable"):
        y, x = int(rows[place]), int(columns[place])
        if not taken[y + reach, x + reach]:
            taken[y : y + side, x : x + side] = True
            chosen.append((y, x))
        if len(chosen) == _AT_ONCE:
            break
    return np.array(chosen, np.intp).reshape(-1, 2)


def _lay(patch: Floats, picture: Floats, *, at: tuple[int, int], gaps: Bools, beside: Bools) -> None:
    """Copy a patch [side, side, 3] into the hole round `at`, and mark the hole's pixels as known."""
    reach = patch.shape[0] // 2
    top, left = at[0] - reach, at[1] - reach
    rows = slice(max(0, top), min(gaps.shape[0], at[0] + reach + 1))
    columns = slice(max(0, left), min(gaps.shape[1], at[1] + reach + 1))
    open_ = gaps[rows, columns]
    part = patch[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    picture[rows, columns][open_] = part[open_]
    beside[rows, columns] |= open_
    gaps[rows, columns] = False


@dataclass(frozen=True, eq=False)
class _Patches:
    """The photo's patches: middles [N, 2], values [N, side * side * 3] and soft colours [N, 3] in 0..1."""

    places: Places
    values: Floats
    soft: Floats
    reach: int

    @classmethod
    def of(cls, picture: Floats, soft: Floats, *, known: Bools, reach: int) -> _Patches:
        """Every second of the patches that lie in `known` [H, W] whole, as on a draughtboard."""
        side = 2 * reach + 1
        whole = cv2.erode(known.astype(np.uint8), np.ones((side, side), np.uint8), borderValue=0) > 0
        rows, columns = np.indices(known.shape)
        places = np.argwhere(whole & ((rows + columns) % 2 == 0))
        values = _windows(picture, reach)[places[:, 0], places[:, 1]].reshape(len(places), 3 * side * side)
        return cls(places, np.ascontiguousarray(values), soft[places[:, 0], places[:, 1]], reach)

    def best_for(self, front: Places, picture: Floats, soft: Floats, *, beside: Bools) -> Places:
        """[K] which patch suits each place of `front` [K, 2] best."""
        y, x = front.T
        values = _windows(picture, self.reach)[y, x].reshape(len(front), -1)
        known = _windows(beside[..., None].astype(np.float32), self.reach)[y, x].repeat(3, axis=-1)
        weight = known.reshape(len(front), -1)
        # Squared differences over the known pixels alone, multiplied out: two products of matrices.
        cost = weight @ np.square(self.values).T - 2 * (weight * values) @ self.values.T
        cost += (weight * values * values).sum(axis=1)[:, None]
        cost /= np.maximum(weight.sum(axis=1), 1.0)[:, None]
        cost += _GUIDED / 3 * np.square(soft[y, x][:, None] - self.soft[None]).sum(axis=2)
        away = np.linalg.norm(front[:, None] - self.places[None], axis=2) / (_FAR * picture.shape[0])
        cost += _NEAR * (away + _FOREIGN * np.square(np.maximum(away - 1.0, 0.0)))
        return np.asarray(cost.argmin(axis=1))

    def shaded(self, number: int, *, towards: Floats) -> Floats:
        """Patch [side, side, 3], a little lighter or darker towards a painted colour [3]."""
        side = 2 * self.reach + 1
        shade = 0.5 * np.clip(towards - self.soft[number], -_SHADE, _SHADE)
        return np.asarray(self.values[number].reshape(side, side, 3) + shade, np.float32)


def _windows(values: Floats, reach: int) -> Floats:
    """[H, W, side, side, C]: what lies round every pixel of `values` [H, W, C]; beyond the edge its pixels go on."""
    side = 2 * reach + 1
    padded = np.pad(values, ((reach, reach), (reach, reach), (0, 0)), mode="edge")
    return np.lib.stride_tricks.sliding_window_view(padded, (side, side), axis=(0, 1)).transpose(0, 1, 3, 4, 2)
