"""How a picture was made, as text that travels in its file and can be read back.

Format: one text entry `repose` with a JSON object of version 1. Poses are lists of 18 entries, [x, y, confidence,
state] or null; the photo's pose is in the photo's pixels, the target pose in the finished picture's. Where the
picture shows more or less than the person's own frame (176 x 256), `asked` is the target pose in that frame.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine import __version__
from engine.errors import PoseFileError
from engine.formats.reading import number, place
from engine.images import Picture, picture_text
from engine.skeleton import JOINT_COUNT, Joint, JointState, Pose

KEY: Final = "repose"
_VERSION: Final = 1


@dataclass(frozen=True, eq=False)
class Provenance:
    """How a picture was made.

    photo          the photo's file name, without folders
    photo_sha256   of the photo's file, or of its pixels where there is no file
    photo_size     the photo's height, width
    photo_pose     the person's pose in the photo's pixels
    target         the target pose's name
    target_pose    the target pose as it was painted, in the picture's pixels
    asked_pose     the target pose as it was asked for, in the pixels of the person's own frame; None in old files
    options        how it was asked for: framing, background, fit
    facts          what painted it: weights with their hash, device, precision
    program        name and version of what wrote this
    """

    photo: str
    photo_sha256: str
    photo_size: tuple[int, int]
    photo_pose: Pose
    target: str
    target_pose: Pose
    options: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    program: str = f"Repose Studio {__version__}"
    asked_pose: Pose | None = None

    @property
    def aim(self) -> Pose:
        """The target pose in the pixels of the person's own frame, as well as it is known."""
        return self.target_pose if self.asked_pose is None else self.asked_pose

    def to_text(self) -> dict[str, str]:
        """Text by key, as `save_picture` takes it."""
        height, width = self.photo_size
        content = {
            "version": _VERSION,
            "program": self.program,
            "photo": {"name": self.photo, "sha256": self.photo_sha256, "size": [width, height],
                      "pose": pose_rows(self.photo_pose)},
            "target": {"name": self.target, "pose": pose_rows(self.target_pose), **self._asked()},
            "options": dict(self.options),
            "facts": dict(self.facts),
        }
        return {"Software": self.program, KEY: json.dumps(content)}

    def _asked(self) -> dict[str, object]:
        return {} if self.asked_pose is None else {"asked": pose_rows(self.asked_pose)}


def file_sha256(path: Path) -> str:
    """The sha256 of a photo's file, hexadecimal. Raises OSError."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pixels_sha256(picture: Picture) -> str:
    """The sha256 of a picture's size and pixels, for photos without a file (pasted, dragged from a page)."""
    digest = hashlib.sha256(repr(picture.shape).encode())
    digest.update(np.ascontiguousarray(picture).data)
    return digest.hexdigest()


def read_provenance(path: Path | str) -> Provenance | None:
    """How the picture in a file was made; None when the file does not say.

    Raises PictureError when there is no such file, PoseFileError when what it says is damaged or of a later version.
    """
    text = picture_text(path).get(KEY)
    return None if text is None else parse_provenance(text, name=str(path))


def parse_provenance(text: str, *, name: str) -> Provenance:
    """Read the entry `repose` of a picture called `name`. Raises PoseFileError when damaged or of a later version."""
    try:
        content = json.loads(text)
        if content["version"] != _VERSION:
            raise PoseFileError("The picture says how it was made in version {version!r} of the format",
                                where=name, hint="Update Repose Studio to read it.", version=content["version"])
        photo, target = content["photo"], content["target"]
        width, height = (int(value) for value in photo["size"])
        return Provenance(
            photo=str(photo["name"]),
            photo_sha256=str(photo["sha256"]),
            photo_size=(height, width),
            photo_pose=pose_of_rows(photo["pose"], name=name),
            target=str(target["name"]),
            target_pose=pose_of_rows(target["pose"], name=name),
            asked_pose=pose_of_rows(target["asked"], name=name) if "asked" in target else None,
            options={str(key): str(value) for key, value in content["options"].items()},
            facts={str(key): str(value) for key, value in content["facts"].items()},
            program=str(content["program"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError) as error:
        raise PoseFileError("What the picture says of how it was made is damaged", where=name,
                            hint="Open the photo itself instead.") from error


def pose_rows(pose: Pose) -> list[list[float | str] | None]:
    """A pose as plain lists: 18 entries, [x, y, confidence, state] or null where a joint is missing."""
    return [
        [round(float(x), 3), round(float(y), 3), round(float(trust), 4), state.value]
        if state is not JointState.MISSING else None
        for (x, y), trust, state in zip(pose.points, pose.confidence, pose.states, strict=True)
    ]


def pose_of_rows(rows: Any, *, name: str) -> Pose:
    """The pose of such lists, from a file called `name`. Raises PoseFileError, or ValueError and its kin."""
    if len(rows) != JOINT_COUNT:
        raise ValueError(f"{len(rows)} joints")
    pose = Pose.empty()
    for joint, row in zip(Joint, rows, strict=True):
        if row is not None:
            x, y = (place(value, where=name, what=joint.title) for value in row[:2])
            trust = number(row[2], where=name, what=joint.title)
            pose = pose.with_joint(joint, (x, y), state=JointState(row[3]), confidence=min(max(trust, 0.0), 1.0))
    return pose
