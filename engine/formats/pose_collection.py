"""Poses to share: one JSON file with several poses, their titles and tags (format `repose-poses`, version 1).

Each entry is what an OpenPose file of one person holds, by name: `title`, `tags`, `canvas` [height, width], and
`keypoints`, 18 entries of [x, y, confidence, state] in canvas pixels with state `visible` or `hidden`, or null for a
joint that is missing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine.errors import PoseFileError
from engine.files import write_bytes
from engine.formats.reading import MAX_PLACE, parse_json, read_text
from engine.presets import Preset
from engine.provenance import pose_rows
from engine.skeleton import JOINT_COUNT, JointState, Pose
from engine.text import Text, json_text, tidy

FORMAT: Final = "repose-poses"
VERSION: Final = 1
MOST_POSES: Final = 2000
_HINT: Final = "Ask for the file once more: share poses from the gallery."
_STATES: Final = {"visible": JointState.VISIBLE, "hidden": JointState.HIDDEN}


def is_collection(path: Path | str) -> bool:
    """Whether a file says of itself that it is one; no error for any file."""
    try:
        content = json.loads(read_text(path))
    except (PoseFileError, ValueError, RecursionError):
        return False
    return isinstance(content, dict) and content.get("format") == FORMAT


def write_collection(path: Path | str, presets: Sequence[Preset]) -> Path:
    """Write poses with titles and tags into one file. Raises OutputError."""
    poses = [
        {
            "title": preset.title,
            "tags": list(preset.tags),
            "canvas": list(preset.size),
            "keypoints": pose_rows(preset.pose),
        }
        for preset in presets
    ]
    lines = ",\n".join(f"  {json_text(pose)}" for pose in poses)
    text = f'{{\n "format": "{FORMAT}",\n "version": {VERSION},\n "poses": [\n{lines}\n ]\n}}\n'
    return write_bytes(path, text.encode("utf-8"))


def read_collection(path: Path | str) -> list[Preset]:
    """The poses of a file, named `pose-1` and so on. Raises PoseFileError: a file with a fault is refused whole."""
    name = str(path)
    content = parse_json(read_text(path), name=name)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise PoseFileError("This is not a file of shared poses", where=name, hint=_HINT)
    if content.get("version") != VERSION:
        raise PoseFileError(
            "These poses are of format version {version}, and this program reads {known}",
            where=name,
            hint="Get the newest version of Repose Studio.",
            version=content.get("version"),
            known=VERSION,
        )
    entries = content.get("poses")
    if not isinstance(entries, list) or not 0 < len(entries) <= MOST_POSES:
        raise PoseFileError("There must be 1 to {most} poses in the file", where=name, hint=_HINT, most=MOST_POSES)
    return [_preset(entry, number=number, name=name) for number, entry in enumerate(entries, start=1)]


def _preset(entry: Any, *, number: int, name: str) -> Preset:
    try:
        title, tags, (height, width) = entry["title"], entry["tags"], entry["canvas"]
        if not isinstance(title, str) or not tidy(title) or not all(isinstance(tag, str) for tag in tags):
            raise ValueError(Text("title and tags are not texts"))
        if not all(isinstance(side, int) and 1 <= side <= MAX_PLACE for side in (height, width)):
            raise ValueError(Text("the canvas is not a height and a width"))
        pose = _pose(entry["keypoints"])
    except (KeyError, TypeError, ValueError, OverflowError) as problem:
        raise PoseFileError(
            "Pose {number} of the file cannot be read ({why})",
            where=name,
            hint=_HINT,
            number=number,
            why=_why(problem),
        ) from problem
    words = tuple(word for word in (tidy(tag) for tag in tags) if word)
    return Preset(f"pose-{number}", tidy(title), words, pose, (height, width), False)


def _why(problem: Exception) -> str:
    said = problem.args[0] if problem.args else ""
    if isinstance(said, Text):
        return said
    return Text("{key} is missing", key=said) if isinstance(problem, KeyError) else Text("an entry is of a wrong kind")


def _pose(rows: Any) -> Pose:
    if not isinstance(rows, list) or len(rows) != JOINT_COUNT:
        raise ValueError(Text("it does not have 18 joints"))
    points, trust = np.full((JOINT_COUNT, 2), np.nan), np.zeros(JOINT_COUNT)
    states = [JointState.MISSING] * JOINT_COUNT
    for joint, row in enumerate(rows):
        if row is None:
            continue
        x, y, confidence, state = row
        points[joint], trust[joint], states[joint] = (float(x), float(y)), float(confidence), _STATES[state]
        if not (abs(points[joint]) <= MAX_PLACE).all() or not 0 <= trust[joint] <= 1:
            raise ValueError(Text("joint {number} has no place in a picture", number=joint))
    if all(state is JointState.MISSING for state in states):
        raise ValueError(Text("it has no joint"))
    return Pose.from_points(points, confidence=trust, states=states)
