"""Whether the clothes stay the person's: each body part's mean colour in the condition picture and in the result."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.body_parts import ARMS, Body, Part, body_height, cut
from engine.skeleton import Pose
from training.judging.joints import Share

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]

AGREE: Final = 10.0
"""Mean colours within this CIE 1976 difference count as the same: it is seen side by side, but nobody renames it."""
_CORE: Final = 0.45
"""A part's pixels lie within this share of its radius: thin arms have the background beyond."""
_WITHIN: Final = 0.3
"""The torso's lie at least this far inside its outline, over its radius."""
_FEWEST: Final = 12
"""Fewer pixels of a part say nothing."""


def colour_figures(condition: Bytes, result: Bytes, *, source: Pose, target: Pose, person: Floats) -> dict[str, Share]:
    """The figures `colour_agreement` and `colour_difference` of one picture.

    :param condition: uint8 [H, W, 3], the person in the pose `source`.
    :param result: uint8 [H, W, 3], the same person in the pose `target`.
    :param person: [H, W] in 0..1, the person in the condition picture.
    """
    before = part_colours(condition, source, mask=person)
    after = part_colours(result, target)
    shared = before.keys() & after.keys()
    differences = [float(np.linalg.norm(before[part] - after[part])) for part in shared]
    count = float(len(differences))
    return {
        "colour_agreement": (float(sum(difference <= AGREE for difference in differences)), count),
        "colour_difference": (sum(differences), count),
    }


def part_colours(picture: Bytes, pose: Pose, *, mask: Floats | None = None) -> dict[Part, npt.NDArray[np.float64]]:
    """Mean Lab colour, [3], of every body part that the pose shows; with `mask` of the person's pixels alone."""
    size = picture.shape[:2]
    body = cut(pose, height=body_height(pose, default=0.9 * size[0]))
    # Hands and feet are left out: where exactly they end, the joints do not say.
    body = replace(body, pieces={part: replace(piece, beyond=0.0) for part, piece in body.pieces.items()})
    labels = _labels(body, (size[0], size[1]))
    if mask is not None:
        labels = np.where(mask > 0.5, labels, -1)
    lab = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return {
        part: lab[labels == part].mean(axis=0, dtype=np.float64)
        for part in body.pieces
        if part not in body.hidden and int((labels == part).sum()) >= _FEWEST
    }


def _labels(body: Body, size: tuple[int, int]) -> npt.NDArray[np.int64]:
    """[H, W] the number of the part that each pixel is at the core of, -1 elsewhere; arms lie before the body."""
    y, x = (a.astype(np.float32) for a in np.ogrid[: size[0], : size[1]])
    far = body.distances(x, y)
    arms = [part for arm in ARMS for part in arm]
    seen = [part for part in far if part not in body.hidden]
    labels = np.full(size, -1, np.int64)
    for group in ([part for part in seen if part not in arms], [part for part in seen if part in arms]):
        if not group:
            continue
        stack = np.stack([far[part] + (_CORE + _WITHIN) * (part is Part.TORSO) for part in group])
        nearest = stack.argmin(axis=0)
        near = np.take_along_axis(stack, nearest[None], axis=0)[0] < _CORE
        labels[near] = np.array(group, np.int64)[nearest[near]]
        if group[0] in arms:
            continue
        # What an arm may cover is neither.
        for part in arms:
            if part in seen:
                labels[far[part] < 1.2] = -1
    return labels
