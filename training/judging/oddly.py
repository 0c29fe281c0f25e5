"""Photos of one person shown otherwise than they are: cut at the hips, the waist or the knees, or small."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from engine.skeleton import Joint
from training.annotations import ABSENT, Annotation
from training.estimator_figures import Change, Mask, Picture, cut_at, cut_below_hips

LOW: Final = 256
"""Height of a picture as people cut them for such generators."""


@dataclass(frozen=True)
class Odd:
    """A way to show photos, and what it is called; `row` tells where it cuts one, None where it does not."""

    key: str
    title: str
    change: Change
    row: Callable[[Annotation], float] | None = None


def waist_row(annotation: Annotation) -> float:
    """The row of the waist, between neck and hips; NaN where the labels do not tell."""
    known = annotation.points(at_least=ABSENT)
    hips = known[[Joint.RIGHT_HIP, Joint.LEFT_HIP], 1]
    return float(known[Joint.NECK, 1] + 0.72 * (hips.mean() - known[Joint.NECK, 1]))


def knee_row(annotation: Annotation) -> float:
    """The row a hand below the knees; NaN where the labels do not tell."""
    knees = annotation.points(at_least=ABSENT)[[Joint.RIGHT_KNEE, Joint.LEFT_KNEE], 1]
    return float(knees.max() + 0.05 * annotation.size[1])


def cut_at_waist(annotation: Annotation, photo: Picture, mask: Mask) -> tuple[Annotation, Picture, Mask]:
    """The photo cut above the hips."""
    return cut_at(annotation, photo, mask, row=waist_row(annotation))


def cut_at_knees(annotation: Annotation, photo: Picture, mask: Mask) -> tuple[Annotation, Picture, Mask]:
    """The photo cut a hand below the knees."""
    return cut_at(annotation, photo, mask, row=knee_row(annotation))


def low(annotation: Annotation, photo: Picture, mask: Mask) -> tuple[Annotation, Picture, Mask]:
    """The photo 256 pixels high."""
    height, width = photo.shape[:2]
    size = (max(8, round(width * LOW / height)), LOW)
    fx, fy = size[0] / width, size[1] / height
    keypoints = annotation.keypoints.copy()
    keypoints[:, :2] = (keypoints[:, :2] + 0.5) * (fx, fy) - 0.5
    small = np.asarray(cv2.resize(photo, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    share = cv2.resize(mask.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    return replace(annotation, keypoints=keypoints, size=size), small, share > 0


HIPS: Final = Odd("upper body", "Cut below the hips", cut_below_hips)
ODD: Final = (
    HIPS,
    Odd("waist", "Cut at the waist", cut_at_waist, waist_row),
    Odd("knees", "Cut at the knees", cut_at_knees, knee_row),
    Odd("low", "256 pixels high", low),
)
"""The ways in which photos are shown to estimators beside the whole one."""


def fit_for(odd: Odd, annotations: Sequence[Annotation]) -> list[Annotation]:
    """The photos of which something can be judged that way: those whose labels tell where to cut."""
    row = odd.row
    return [one for one in annotations if row is None or 80 < row(one) < 0.98 * one.size[1]]
