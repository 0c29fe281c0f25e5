"""Poses, people and target poses as the compact JSON that a project file keeps.

Format: a pose is a list of 18 entries, null or [x, y, confidence, "v" or "h"]; numbers keep every digit, so that what
is read equals what was written.
"""

from __future__ import annotations

import json
import math
from typing import Any, Final

import numpy as np

from engine.project.records import Aim, People, Target
from engine.skeleton import JOINT_COUNT, JointState, Pose
from engine.text import json_text

UNREADABLE: Final = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
"""What reading these texts raises where they are damaged, or made by somebody who means harm."""

_LETTERS: Final = {JointState.VISIBLE: "v", JointState.HIDDEN: "h"}
_STATES: Final = {"v": JointState.VISIBLE, "h": JointState.HIDDEN}


def compact(value: Any) -> str:
    """JSON without spaces. Raises ValueError for what JSON cannot say."""
    return json_text(value, separators=(",", ":"), allow_nan=False)


def pose_rows(pose: Pose) -> list[list[float | str] | None]:
    """A pose as its 18 entries."""
    return [
        None if state is JointState.MISSING else [x, y, trust, _LETTERS[state]]
        for (x, y), trust, state in zip(pose.points.tolist(), pose.confidence.tolist(), pose.states, strict=True)
    ]


def pose_text(pose: Pose) -> str:
    """A pose as compact JSON."""
    return compact(pose_rows(pose))


def pose_of_rows(rows: Any) -> Pose:
    """A pose from its 18 entries. Raises ValueError, TypeError or KeyError when they are no pose."""
    if not isinstance(rows, list) or len(rows) != JOINT_COUNT:
        raise ValueError("a pose has 18 entries")
    points = np.full((JOINT_COUNT, 2), np.nan)
    trust = np.zeros(JOINT_COUNT)
    states = [JointState.MISSING] * JOINT_COUNT
    for joint, row in enumerate(rows):
        if row is not None:
            x, y, confidence, letter = row
            if not (math.isfinite(x) and math.isfinite(y) and 0.0 <= confidence <= 1.0):
                raise ValueError("a joint lies nowhere")
            points[joint] = x, y
            trust[joint] = confidence
            states[joint] = _STATES[letter]
    return Pose(points, tuple(states), trust)


def pose_of_text(text: str) -> Pose:
    """A pose from its JSON. Raises ValueError, TypeError or KeyError when it is none."""
    return pose_of_rows(json.loads(text))


def people_text(people: People) -> str:
    """People as compact JSON."""
    return joined_people([pose_text(pose) for pose in people.poses], main=people.main)


def joined_people(poses: list[str], *, main: int) -> str:
    """People as compact JSON, from their poses' JSON."""
    return f'{{"main":{main},"poses":[{",".join(poses)}]}}'


def people_of_text(text: str) -> People:
    """People from their JSON. Raises ValueError, TypeError or KeyError when it says none."""
    content = json.loads(text)
    return People(tuple(pose_of_rows(rows) for rows in content["poses"]), int(content["main"]))


def aim_text(aim: Aim) -> str:
    """A target and the wish to fit it, as compact JSON."""
    target = aim.target
    rows = None
    if target is not None:
        rows = {
            "title": target.title,
            "pose": pose_rows(target.pose),
            "edited": target.edited,
            "shaped_for": list(target.shaped_for) if target.shaped_for is not None else None,
        }
    return compact({"fit": aim.fit, "target": rows})


def aim_of_text(text: str) -> Aim:
    """A target and the wish to fit it, from JSON. Raises ValueError, TypeError or KeyError when it says none."""
    content = json.loads(text)
    rows = content["target"]
    if rows is None:
        return Aim(None, bool(content["fit"]))
    shaped = rows["shaped_for"]
    shaped_for = (int(shaped[0]), int(shaped[1])) if shaped is not None else None
    target = Target(pose_of_rows(rows["pose"]), str(rows["title"]), bool(rows["edited"]), shaped_for)
    return Aim(target, bool(content["fit"]))
