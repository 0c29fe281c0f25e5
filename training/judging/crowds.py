"""Photos of several people, made by pasting people whose joints are known: side by side, and one before the other.

Deterministic: the same photos, kind and number give the same scene.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import cv2
import numpy as np
import numpy.typing as npt

from engine.skeleton import JOINT_COUNT, Pose
from training.annotations import SURE, Annotation

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Rng = np.random.Generator
Arrangement = Literal[
    "two side by side", "three side by side", "two overlapping", "three overlapping", "small in large"
]
Load = Callable[[Annotation], tuple[Bytes, npt.NDArray[np.bool_]]]

ARRANGEMENTS: Final[tuple[Arrangement, ...]] = (
    "two side by side", "three side by side", "two overlapping", "three overlapping", "small in large",
)  # fmt: skip
SEED: Final = 20140602
TALL: Final = 400
"""Pixels from head to feet of the pasted people, more or less."""
LARGE: Final = (4000, 6000)
"""Height and width of a photo of 24 megapixels."""
_MARGIN: Final = 0.12
_FEWEST: Final = 6
"""A person of whom fewer joints show is nobody that an estimator has to find."""
_NARROW: Final = 0.9
"""Widest people that are pasted, arms included, in parts of their height."""


@dataclass(frozen=True)
class Scene:
    """A photo, uint8 [H, W, 3], and the people in it.

    `people` are [18, 2] places of the joints that show, NaN elsewhere; `behind` [18] of each which joints somebody else
    covers.
    """

    name: str
    picture: Bytes
    people: tuple[Floats, ...]
    behind: tuple[npt.NDArray[np.bool_], ...]


@dataclass(frozen=True)
class _Cut:
    """A person cut out: picture [h, w, 3], share [h, w] in 0..1, joints [18, 2] in its pixels, NaN where hidden."""

    picture: Bytes
    share: npt.NDArray[np.float32]
    joints: Floats


@dataclass(frozen=True)
class _Placed:
    """Somebody on the canvas: joints [18, 2] in its pixels, and what the person covers from (left, top) on."""

    joints: Floats
    share: npt.NDArray[np.float32]
    left: int
    top: int

    def covers(self, points: Floats) -> npt.NDArray[np.bool_]:
        """[18] whether the person lies over these places."""
        columns = np.nan_to_num(np.rint(points[:, 0]) - self.left, nan=-1.0).astype(int)
        rows = np.nan_to_num(np.rint(points[:, 1]) - self.top, nan=-1.0).astype(int)
        inside = (rows >= 0) & (columns >= 0) & (rows < self.share.shape[0]) & (columns < self.share.shape[1])
        found = np.zeros(JOINT_COUNT, np.bool_)
        found[inside] = self.share[rows[inside], columns[inside]] > 0.5
        return found


def usable(annotation: Annotation) -> bool:
    """Whether somebody is shown whole enough, and narrow enough, to be put beside others."""
    shown = annotation.points(at_least=SURE)
    pose = Pose.from_points(shown)
    box = pose.box()
    if box is None or int(pose.present.sum()) < 10:
        return False
    return box[3] - box[1] > 0.5 * annotation.size[1] and box[2] - box[0] < _NARROW * (box[3] - box[1])


def scene(photos: Sequence[Annotation], arrangement: Arrangement, number: int, *, load: Load) -> Scene | None:
    """One scene of people drawn from `photos`; None when they were too few, or too little of somebody shows."""
    rng = np.random.default_rng((SEED, ARRANGEMENTS.index(arrangement), number))
    count = {"two": 2, "three": 3}.get(arrangement.split()[0], 1)
    if len(photos) < count:
        return None
    if count == 1:
        return _small(photos[int(rng.integers(len(photos)))], rng, load=load)
    chosen = [photos[int(index)] for index in rng.choice(len(photos), count, replace=False)]
    cuts = [_cut(photo, load, height=TALL * float(rng.uniform(0.85, 1.1))) for photo in chosen]
    if "overlapping" in arrangement:
        steps = [-float(rng.uniform(0.25, 0.5)) * min(a.picture.shape[1], b.picture.shape[1])
                 for a, b in zip(cuts, cuts[1:], strict=False)]  # fmt: skip
    else:
        steps = [float(rng.uniform(0.02, 0.2)) * TALL for _ in cuts[1:]]
    margin = round(_MARGIN * TALL)
    lefts = [float(margin)]
    for cut, step in zip(cuts, steps, strict=False):
        lefts.append(lefts[-1] + cut.picture.shape[1] + step)
    height = round(1.1 * TALL) + 2 * margin + round(0.08 * TALL)
    width = round(lefts[-1] + cuts[-1].picture.shape[1]) + margin
    canvas = _background(rng, (height, width))
    placed: list[_Placed] = []
    order = rng.permutation(count)
    for index in order:  # from behind to before
        cut = cuts[index]
        top = height - margin - cut.picture.shape[0] - round(float(rng.uniform(0, 0.08)) * TALL)
        placed.append(_paste(canvas, cut, round(lefts[index]), top))
    return _finished(f"{arrangement} {number}", canvas, placed)


def _small(photo: Annotation, rng: Rng, *, load: Load) -> Scene | None:
    """One person of a tenth to a quarter of the height of a large photo."""
    cut = _cut(photo, load, height=LARGE[0] * float(rng.uniform(0.1, 0.25)))
    canvas = cv2.resize(_background(rng, (LARGE[0] // 10, LARGE[1] // 10)), LARGE[::-1], interpolation=cv2.INTER_LINEAR)
    high, wide = cut.picture.shape[:2]
    left = int(rng.integers(100, LARGE[1] - wide - 100))
    top = int(rng.integers(LARGE[0] // 3, LARGE[0] - high - 60))
    picture = np.asarray(canvas, dtype=np.uint8)
    return _finished("small in large", picture, [_paste(picture, cut, left, top)])


def _cut(photo: Annotation, load: Load, *, height: float) -> _Cut:
    picture, mask = load(photo)
    rows, columns = np.nonzero(mask)
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    scale = height / (bottom - top)
    size = (max(8, round((right - left) * scale)), max(8, round((bottom - top) * scale)))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small = cv2.resize(np.ascontiguousarray(picture[top:bottom, left:right]), size, interpolation=way)
    share = cv2.resize(mask[top:bottom, left:right].astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    fx, fy = size[0] / (right - left), size[1] / (bottom - top)
    joints = (photo.points(at_least=SURE) - (left, top) + 0.5) * (fx, fy) - 0.5
    return _Cut(np.asarray(small, dtype=np.uint8), np.asarray(share, dtype=np.float32), joints)


def _paste(canvas: Bytes, cut: _Cut, left: int, top: int) -> _Placed:
    """Put a person on the canvas, in place."""
    high, wide = cut.share.shape
    place = canvas[top : top + high, left : left + wide]
    share = cut.share[: place.shape[0], : place.shape[1], None]
    place[:] = np.rint(place * (1 - share) + cut.picture[: place.shape[0], : place.shape[1]] * share)
    return _Placed(cut.joints + (left, top), share[..., 0], left, top)


def _finished(name: str, canvas: Bytes, placed: Sequence[_Placed]) -> Scene | None:
    people, hidden = [], []
    for index, one in enumerate(placed):
        behind = np.zeros(JOINT_COUNT, np.bool_)
        for other in placed[index + 1 :]:
            behind |= other.covers(one.joints)
        shown = np.where(behind[:, None], np.nan, one.joints)
        if int(np.isfinite(shown[:, 0]).sum()) < _FEWEST:
            return None
        people.append(shown)
        hidden.append(behind)
    return Scene(name, canvas, tuple(people), tuple(hidden))


def _background(rng: Rng, size: tuple[int, int]) -> Bytes:
    """A wall and a floor, lit unevenly, uint8 [H, W, 3]."""
    height, width = size
    wall, floor = rng.uniform(90, 235, 3), rng.uniform(60, 200, 3)
    line = round(height * float(rng.uniform(0.62, 0.85)))
    ground = np.where(np.arange(height)[:, None, None] < line, wall, floor).repeat(width, axis=1)
    coarse = rng.uniform(0.8, 1.15, (3, 4)).astype(np.float32)
    light = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    noise = cv2.GaussianBlur(rng.normal(0, 1, (height, width, 1)).astype(np.float32), (0, 0), 1.2)[..., None] * 8
    lit = cv2.GaussianBlur(ground.astype(np.float32), (0, 0), 3) * light[..., None] + noise
    return np.asarray(np.clip(lit, 0, 255), dtype=np.uint8)
