"""What pictures are counted under: gender, facing, size of the pose change, skin, preset."""

from __future__ import annotations

import math
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.skeleton import Joint, Pose, facing_of
from training.judging.joints import head_size, mean_way
from training.judging.people import Subject

Bytes = npt.NDArray[np.uint8]

SMALL: Final = 0.25
LARGE: Final = 0.5
"""Mean way of the joints, in heads: a change is small below the first, large from the second."""
_TONES: Final = ((41.0, "light"), (10.0, "medium"))
"""Individual typology angle, in degrees, above which skin counts as that (Chardon, Cretois and Hourseau, 1991)."""


def groups_of(subject: Subject, condition: Bytes, *, source: Pose, target: Pose, preset: str = "") -> dict[str, str]:
    """The groups of one case; what is not known is left out. `condition` uint8 [H, W, 3] has the pose `source`."""
    facing, before = facing_of(target).value, facing_of(source).value
    groups = {
        "facing": facing,
        "turn": "same side" if facing == before else f"{before} to {facing}",
        "change": change_of(source, target, height=condition.shape[0]),
    }
    if subject.gender:
        groups["gender"] = subject.gender
    tone = skin_tone(condition, source)
    if tone:
        groups["skin"] = tone
    if preset:
        groups["preset"] = preset
    return groups


def change_of(source: Pose, target: Pose, *, height: int) -> str:
    """small, medium or large: the mean way of the joints that both poses have, in heads. Poses share their pixels."""
    way = mean_way(source, target, head=head_size(target, default=0.9 * height))
    return "small" if way < SMALL else "medium" if way < LARGE else "large"


def skin_tone(picture: Bytes, pose: Pose) -> str:
    """light, medium or dark, as the photo shows the middle of the face; "" where no face is seen from the front.

    Light and shadow of the photo are in it, so this sorts pictures rather than people.
    """
    if not pose.has(Joint.NOSE, Joint.RIGHT_EYE, Joint.LEFT_EYE):
        return ""
    eyes = math.dist(pose.place(Joint.RIGHT_EYE), pose.place(Joint.LEFT_EYE))
    x, y = pose.place(Joint.NOSE)
    y_, x_ = np.ogrid[: picture.shape[0], : picture.shape[1]]
    near = (x_ - x) ** 2 + (y_ - y) ** 2 <= max(0.6 * eyes, 1.5) ** 2
    if eyes < 1.0 or not near.any():
        return ""
    lab = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    lightness, _, yellow = np.median(lab[near], axis=0)
    angle = math.degrees(math.atan2(float(lightness) - 50.0, max(float(yellow), 1e-3)))
    return next((name for least, name in _TONES if angle > least), "dark")
