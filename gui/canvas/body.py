"""A standing person in outline: where joints usually are, to guess a missing one and to doubt an odd one."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.skeleton import LIMBS, Facing, Joint, Points, Pose, bone_lengths, facing_of
from gui.canvas.gestures import Place
from gui.canvas.words import tr
from gui.language.words import joint_name

LOW_CONFIDENCE: Final = 0.65
"""Below this a joint is doubtful: one in three such joints is wrong where confidences are calibrated."""
_TOO_LONG: Final = 1.6
_TOO_LONG_IN_FACE: Final = 2.4

_HALF: Final = {
    Joint.RIGHT_SHOULDER: (-10.0, 23.0),
    Joint.RIGHT_ELBOW: (-14.0, 38.0),
    Joint.RIGHT_WRIST: (-16.0, 52.0),
    Joint.RIGHT_HIP: (-6.5, 52.0),
    Joint.RIGHT_KNEE: (-7.5, 73.0),
    Joint.RIGHT_ANKLE: (-8.5, 94.0),
    Joint.RIGHT_EYE: (-2.2, 7.5),
    Joint.RIGHT_EAR: (-5.0, 9.0),
}
_LEFT_OF: Final = {
    Joint.RIGHT_SHOULDER: Joint.LEFT_SHOULDER,
    Joint.RIGHT_ELBOW: Joint.LEFT_ELBOW,
    Joint.RIGHT_WRIST: Joint.LEFT_WRIST,
    Joint.RIGHT_HIP: Joint.LEFT_HIP,
    Joint.RIGHT_KNEE: Joint.LEFT_KNEE,
    Joint.RIGHT_ANKLE: Joint.LEFT_ANKLE,
    Joint.RIGHT_EYE: Joint.LEFT_EYE,
    Joint.RIGHT_EAR: Joint.LEFT_EAR,
}


def standing() -> Pose:
    """A person from the front, arms down, 100 units tall with the head's top at y = 0 and the middle at x = 0."""
    points = np.zeros((len(Joint), 2))
    points[Joint.NOSE] = (0.0, 10.0)
    points[Joint.NECK] = (0.0, 22.0)
    for joint, (x, y) in _HALF.items():
        points[joint] = (x, y)
        points[_LEFT_OF[joint]] = (-x, y)
    return Pose.from_points(points)


def guess_place(pose: Pose, joint: Joint, *, page: tuple[float, float, float, float]) -> Place:
    """Where a missing joint may be: the standing person laid over the joints that are there.

    `page` is the picture's left, top, right, bottom in pixels: without any joint the standing person fills it.
    """
    model = standing()
    if facing_of(pose) is Facing.BACK:
        model = model.with_points(model.points * (-1, 1))
    here = np.flatnonzero(pose.present)
    left, top, right, bottom = page
    if here.size == 0:
        size = 0.9 * (bottom - top) / 100
        return (left + right) / 2 + float(model.points[joint, 0]) * size, (
            top + 0.05 * (bottom - top) + float(model.points[joint, 1]) * size
        )
    own, ideal = pose.points[here], model.points[here]
    own_middle, ideal_middle = own.mean(axis=0), ideal.mean(axis=0)
    size, turn = _similarity(ideal - ideal_middle, own - own_middle, default=(bottom - top) / 130)
    x, y = (model.points[joint] - ideal_middle) @ turn.T * size + own_middle
    return float(x), float(y)


def _similarity(source: Points, target: Points, *, default: float) -> tuple[float, Points]:
    """Scale and turn (no flip) that lay `source` best over `target`, both about their middles."""
    spread = float((source**2).sum())
    if spread < 1e-9:
        return default, np.eye(2)
    real = float((source * target).sum())
    turned = float((source[:, 0] * target[:, 1] - source[:, 1] * target[:, 0]).sum())
    size = float(np.hypot(real, turned)) / spread
    if size < 1e-9:
        return default, np.eye(2)
    c, s = real / (size * spread), turned / (size * spread)
    return size, np.array([[c, -s], [s, c]])


def doubts(pose: Pose) -> dict[Joint, str]:
    """The joints to look at again, each with the reason: low confidence, or a bone that is too long for its body.

    Bones may look short because they point at the camera, so only long ones are odd.
    """
    found: dict[Joint, str] = {}
    lengths, usual = bone_lengths(pose), bone_lengths(standing())
    ratios = {limb: lengths[limb] / usual[limb] for limb in lengths}
    face = {Joint.NOSE, Joint.RIGHT_EYE, Joint.LEFT_EYE}
    body = [ratio for limb, ratio in ratios.items() if limb[0] not in face]
    if len(body) >= 4:
        size = float(np.percentile(body, 70))
        for limb in LIMBS:
            most = _TOO_LONG_IN_FACE if limb[0] in face else _TOO_LONG
            if limb in ratios and ratios[limb] > most * size:
                found[limb[1]] = tr("far from the {0}").format(joint_name(limb[0]))
    for joint in Joint:
        if pose.has(joint) and pose.confidence[joint] < LOW_CONFIDENCE:
            found[joint] = tr("confidence {0} %").format(round(100 * float(pose.confidence[joint])))
    return found
