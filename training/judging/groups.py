"""What pictures are counted under: facing, size of the pose change, light, preset, and what people know of them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import UsageError
from engine.skeleton import Joint, Pose, facing_of
from training.judging.joints import head_size, mean_way
from training.judging.people import Subject

Bytes = npt.NDArray[np.uint8]

SMALL: Final = 0.25
LARGE: Final = 0.5
"""Mean way of the joints, in heads: a change is small below the first, large from the second."""
_LIGHT: Final = ((70.0, "bright"), (55.0, "medium"))
"""Lightness L* of a face's lighter pixels, above which it counts as that."""
_HINT: Final = "Give a CSV with the column name (of the picture) and a column for each kind of group, such as gender."


def groups_of(subject: Subject, condition: Bytes, *, source: Pose, target: Pose, preset: str = "") -> dict[str, str]:
    """The groups of one case; what is not known is left out. `condition` uint8 [H, W, 3] has the pose `source`."""
    facing, before = facing_of(target).value, facing_of(source).value
    groups = {
        "facing": facing,
        "turn": "same side" if facing == before else f"{before} to {facing}",
        "change": change_of(source, target, height=condition.shape[0]),
    }
    light = face_light(condition, source)
    if light:
        groups["light on the face"] = light
    groups |= subject.labels
    if preset:
        groups["preset"] = preset
    return groups


def change_of(source: Pose, target: Pose, *, height: int) -> str:
    """small, medium or large: the mean way of the joints that both poses have, in heads. Poses share their pixels."""
    way = mean_way(source, target, head=head_size(target, default=0.9 * height))
    return "small" if way < SMALL else "medium" if way < LARGE else "large"


def face_light(picture: Bytes, pose: Pose) -> str:
    """bright, medium or dim, as the photo shows the lower face; "" where no face is seen.

    This is light as much as skin: people's own colours cannot be read from photos taken in sun and shade.
    """
    if not pose.has(Joint.NOSE, Joint.RIGHT_EYE, Joint.LEFT_EYE):
        return ""
    nose = np.array(pose.place(Joint.NOSE))
    eyes = np.array([pose.place(Joint.RIGHT_EYE), pose.place(Joint.LEFT_EYE)])
    # Below the nose: neither sunglasses nor a fringe.
    x, y = nose + 0.3 * (nose - eyes.mean(axis=0))
    radius = max(0.55 * float(np.hypot(*(eyes[1] - eyes[0]))), 1.5)
    rows, columns = np.ogrid[: picture.shape[0], : picture.shape[1]]
    near = (columns - x) ** 2 + (rows - y) ** 2 <= radius**2
    if not near.any():
        return ""
    lightness = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[..., 0][near]
    value = float(np.percentile(lightness, 75))
    return next((name for least, name in _LIGHT if value >= least), "dim")


def read_labels(path: Path) -> dict[str, dict[str, str]]:
    """Groups known of pictures: by the picture's name, kind to group. UsageError says what is wrong with the file."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if "name" not in (reader.fieldnames or ()) or len(reader.fieldnames or ()) < 2:
                raise UsageError("These labels have no column name, or no other", where=str(path), hint=_HINT)
            return {str(row["name"]).strip(): _known(row) for row in reader}
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise UsageError(f"The labels cannot be read ({problem})", where=str(path), hint=_HINT) from problem


def _known(row: dict[str, str]) -> dict[str, str]:
    return {kind: value.strip() for kind, value in row.items() if kind not in ("name", None) and (value or "").strip()}
