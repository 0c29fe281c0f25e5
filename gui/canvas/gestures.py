"""What a gesture does to a pose: pure functions from one pose to the next, in picture pixels, without Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

import numpy as np

from engine.skeleton import PARENT, Joint, JointState, Limb, Pose, descendants
from gui.canvas.words import tr
from gui.language.words import joint_name

Place = tuple[float, float]

_IK_ENDS: Final = (Joint.RIGHT_WRIST, Joint.LEFT_WRIST, Joint.RIGHT_ANKLE, Joint.LEFT_ANKLE)
_SMALLEST_SCALE: Final = 0.02


def names(joints: Iterable[Joint]) -> str:
    """The joints as a person reads them: one by name, several by number."""
    chosen = list(joints)
    return joint_name(chosen[0]) if len(chosen) == 1 else tr("{0} joints").format(len(chosen))


def nudge_text(joints: Iterable[Joint]) -> str:
    """The text of the edit that a nudge of these joints makes."""
    return tr("Nudge {0}").format(names(joints))


def is_nudge(text: str) -> bool:
    """Whether a text is that of a nudge; consecutive edits with the same such text are one to a person."""
    return text.startswith(tr("Nudge {0}").partition("{0}")[0])


def move_joints(pose: Pose, joints: Iterable[Joint], dx: float, dy: float) -> Pose:
    """Move joints by (dx, dy) pixels; those that a hand placed are trusted fully. Missing ones stay missing."""
    chosen = [joint for joint in joints if pose.has(joint)]
    return trusted(pose.moved(dx, dy, joints=chosen), chosen) if chosen else pose


def trusted(pose: Pose, joints: Iterable[Joint]) -> Pose:
    """The pose with confidence 1 for the given joints that have a place: a person has looked at them."""
    for joint in joints:
        if pose.has(joint):
            pose = pose.with_joint(joint, confidence=1.0)
    return pose


def turn_limb(pose: Pose, limb: Limb, *, grabbed: Place, towards: Place) -> Pose:
    """Turn a limb's far end, and all that hangs on it, round its near end, as far as the pointer went round it."""
    near, far = limb
    if not pose.has(near, far):
        return pose
    centre = pose.place(near)
    start = math.atan2(grabbed[1] - centre[1], grabbed[0] - centre[0])
    end = math.atan2(towards[1] - centre[1], towards[0] - centre[0])
    return pose.turned(end - start, centre=centre, joints=(far, *descendants(far)))


def reach(pose: Pose, joint: Joint, to: Place) -> Pose:
    """Take a joint to a place with bone lengths kept.

    A wrist or ankle pulls its elbow or knee along, which stays on the side it bends to; beyond the limb's reach
    it stops at full stretch. Any other joint turns round its parent with all that hangs on it; the neck, which has
    no parent, takes the whole skeleton along. Where a bone's end is missing there is no length to keep, and the
    joint just moves.
    """
    if not pose.has(joint):
        return pose.with_joint(joint, to)
    here = pose.place(joint)
    if joint not in PARENT:
        return trusted(pose.moved(to[0] - here[0], to[1] - here[1]), (joint,))
    parent = PARENT[joint]
    if not pose.has(parent):
        return pose.with_joint(joint, to, confidence=1.0)
    if joint in _IK_ENDS and pose.has(PARENT[parent]):
        return trusted(_bend(pose, (PARENT[parent], parent, joint), to), (joint,))
    return trusted(turn_limb(pose, (parent, joint), grabbed=here, towards=to), (joint,))


def _bend(pose: Pose, chain: tuple[Joint, Joint, Joint], to: Place) -> Pose:
    """Two bones: root stays, end goes towards `to`, the middle follows by the law of cosines."""
    root, middle, end = (pose.points[joint] for joint in chain)
    first, second = float(np.hypot(*(middle - root))), float(np.hypot(*(end - middle)))
    aim = np.array(to) - root
    distance = float(np.hypot(*aim))
    if distance < 1e-6:
        aim = end - root if float(np.hypot(*(end - root))) > 1e-6 else np.array([0.0, 1.0])
    direction = aim / float(np.hypot(*aim))
    distance = float(np.clip(distance, abs(first - second), first + second))
    spread = 0.0
    if first > 1e-6 and distance > 1e-6:
        cosine = (first**2 + distance**2 - second**2) / (2 * first * distance)
        spread = math.acos(float(np.clip(cosine, -1.0, 1.0)))
    span, bone = end - root, middle - root
    side = 1.0 if span[0] * bone[1] - span[1] * bone[0] >= 0 else -1.0
    c, s = math.cos(side * spread), math.sin(side * spread)
    points = pose.points.copy()
    points[chain[1]] = root + first * np.array(
        [c * direction[0] - s * direction[1], s * direction[0] + c * direction[1]]
    )
    points[chain[2]] = root + distance * direction
    return pose.with_points(points)


def scale(pose: Pose, sx: float, sy: float, *, about: Place, joints: Iterable[Joint] | None = None) -> Pose:
    """Scale the skeleton, or some joints, about a fixed point; a skeleton can not be scaled away or inside out."""
    factors = np.maximum((sx, sy), _SMALLEST_SCALE)
    chosen = list(Joint if joints is None else joints)
    points = pose.points.copy()
    points[chosen] = (points[chosen] - about) * factors + about
    return pose.with_points(points)


def mirror(pose: Pose) -> Pose:
    """The pose in a mirror that stands at its own middle: x flips round the box's centre, left and right swap."""
    box = pose.box()
    return pose if box is None else pose.mirrored(box[0] + box[2] + 1)


def set_states(pose: Pose, joints: Iterable[Joint], state: JointState) -> Pose:
    """Set the state of joints by hand, which also settles any doubt; missing ones without a place stay missing."""
    for joint in joints:
        if pose.has(joint):
            pose = pose.with_joint(joint, state=state, confidence=1.0)
    return pose
