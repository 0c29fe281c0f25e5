"""Poses as a few bytes: of 45,000 photos all joints are kept in memory, and must not fill it."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.skeleton import JOINT_COUNT, JointState, Pose

_STATES: Final = tuple(JointState)
_JOINT: Final = np.dtype([("x", "<f4"), ("y", "<f4"), ("confidence", "<f4"), ("state", "u1")])
LENGTH: Final = JOINT_COUNT * _JOINT.itemsize
"""Bytes of a packed pose."""


def pack(pose: Pose) -> bytes:
    """A pose as `LENGTH` bytes; places keep seven digits."""
    joints = np.empty(JOINT_COUNT, dtype=_JOINT)
    joints["x"], joints["y"] = pose.points.T
    joints["confidence"] = pose.confidence
    joints["state"] = [_STATES.index(state) for state in pose.states]
    return joints.tobytes()


def unpack(packed: bytes) -> Pose:
    """The pose that was packed; ValueError for bytes that are none."""
    joints = np.frombuffer(packed, dtype=_JOINT, count=JOINT_COUNT)
    points = np.stack([joints["x"], joints["y"]], axis=1)
    states = [_STATES[state] for state in joints["state"].tolist()]
    return Pose.from_points(points, confidence=joints["confidence"], states=states)
