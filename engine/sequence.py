"""Poses between poses: joints turn about each other and bones change their length, as bodies do, from key to key."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from engine.errors import UsageError
from engine.progress import CancelToken, Progress, check, no_progress
from engine.skeleton import LIMBS, PARENT, Joint, JointState, Limb, Pose
from engine.text import Text

if TYPE_CHECKING:
    from engine.backgrounds import Background
    from engine.transfer import RenderedPicture, TransferSession

Vector = npt.NDArray[np.float64]

MOST_FRAMES: Final = 2000
J = Joint

_HINGES: Final[dict[Limb, Limb]] = {
    (J.RIGHT_ELBOW, J.RIGHT_WRIST): (J.RIGHT_SHOULDER, J.RIGHT_ELBOW),
    (J.LEFT_ELBOW, J.LEFT_WRIST): (J.LEFT_SHOULDER, J.LEFT_ELBOW),
    (J.RIGHT_KNEE, J.RIGHT_ANKLE): (J.RIGHT_HIP, J.RIGHT_KNEE),
    (J.LEFT_KNEE, J.LEFT_ANKLE): (J.LEFT_HIP, J.LEFT_KNEE),
}
"""Bones whose angle is that against the bone above them, which carries them along."""
_ARMS: Final = ((J.RIGHT_SHOULDER, J.RIGHT_ELBOW), (J.LEFT_SHOULDER, J.LEFT_ELBOW))
_WIDE: Final = 0.6 * math.pi
"""From this angle on the shorter way round is not sure to be the one that a body takes."""


def between(first: Pose, second: Pose, share: float) -> Pose:
    """The pose at `share` (0..1) of the way from one pose to another, both in the same pixels.

    Limbs turn, forearms and shins with the bone that carries them, and lengths go from the one to the other. An arm
    that goes all the way up swings outwards. What turns round in depth (shoulders from front to back, eyes and ears)
    narrows and widens again. A joint that only one of the poses has keeps its bone, loses confidence towards the
    middle and is missing in the other half.
    """
    if not 0.0 <= share <= 1.0:
        raise ValueError(f"the share {share} is not in 0..1")
    if share in (0.0, 1.0):
        return first if share == 0.0 else second
    places: dict[Joint, Vector] = {}
    for joint in (J.NECK, *(child for _, child in LIMBS)):
        place = _place(joint, first, second, share, places)
        if place is not None:
            places[joint] = place
    nearer = first if share < 0.5 else second
    pose = Pose.empty()
    for joint, place in places.items():
        here, there = first.present[joint], second.present[joint]
        if here and there:
            trust = (1 - share) * first.confidence[joint] + share * second.confidence[joint]
        elif nearer.present[joint]:
            trust = nearer.confidence[joint] * abs(1 - 2 * share)
        else:
            continue
        state = nearer.states[joint] if nearer.present[joint] else JointState.VISIBLE
        xy = float(place[0]), float(place[1])
        pose = pose.with_joint(joint, xy, state=state, confidence=float(trust))
    return pose


def _place(joint: Joint, first: Pose, second: Pose, share: float, placed: dict[Joint, Vector]) -> Vector | None:
    """Where a joint is; its parent, where there is one, has its place already."""
    here, there = bool(first.present[joint]), bool(second.present[joint])
    parent = PARENT.get(joint)
    if here and there:
        if parent is None or parent not in placed or not (first.has(parent) and second.has(parent)):
            return np.asarray((1 - share) * first.points[joint] + share * second.points[joint])
        return placed[parent] + _turned((parent, joint), first, second, share)
    if not here and not there:
        return None
    only = first if here else second
    if parent is not None and parent in placed and only.has(parent):
        return np.asarray(placed[parent] + (only.points[joint] - only.points[parent]))
    return np.asarray(only.points[joint])


def _turned(limb: Limb, first: Pose, second: Pose, share: float) -> Vector:
    """A bone that both poses have, from its parent's place."""
    a, b = _bone(limb, first), _bone(limb, second)
    lengths = float(np.hypot(*a)), float(np.hypot(*b))
    if min(lengths) < 1e-6:
        return (1 - share) * a + share * b
    length = (1 - share) * lengths[0] + share * lengths[1]
    carrier = _HINGES.get(limb)
    if carrier is not None and first.has(*carrier) and second.has(*carrier):
        bend = [_angle(_angle_of(_bone(limb, pose)) - _angle_of(_bone(carrier, pose))) for pose in (first, second)]
        # A joint bends through the straight position, never through the fully folded one.
        angle = _angle_of(_turned(carrier, first, second, share)) + (1 - share) * bend[0] + share * bend[1]
    else:
        start, turn = _angle_of(a), _angle(_angle_of(b) - _angle_of(a))
        if limb not in _ARMS and abs(turn) > _WIDE and limb[1] not in (J.RIGHT_KNEE, J.LEFT_KNEE):
            return (1 - share) * a + share * b  # a turn in depth
        if limb in _ARMS and abs(turn) > _WIDE and not _outwards(limb, first, second, start + turn / 2):
            turn -= math.copysign(2 * math.pi, turn)
        angle = start + share * turn
    return length * np.array((math.cos(angle), math.sin(angle)))


def _outwards(limb: Limb, first: Pose, second: Pose, angle: float) -> bool:
    """Whether an arm at this angle is on its own side of the body; where that is not known, yes."""
    shoulder = limb[0]
    sides = [pose.points[shoulder, 0] - pose.points[J.NECK, 0] for pose in (first, second) if pose.has(J.NECK)]
    side = float(np.sum(sides)) if sides else 0.0
    return side == 0.0 or side * math.cos(angle) > 0


def _bone(limb: Limb, pose: Pose) -> Vector:
    return np.asarray(pose.points[limb[1]] - pose.points[limb[0]])


def _angle_of(bone: Vector) -> float:
    return math.atan2(float(bone[1]), float(bone[0]))


def _angle(angle: float) -> float:
    """The same angle in -pi..pi."""
    return math.remainder(angle, 2 * math.pi)


def poses_between(keys: Sequence[Pose], *, frames: int, loop: bool = False) -> list[Pose]:
    """So many poses from the first key to the last, gently setting off and arriving at each.

    With `loop` the way leads back to the first key, which is not repeated at the end, so that it can be played round
    and round. Raises UsageError for fewer than two keys, keys without joints, or a number of frames that is no use.
    """
    if len(keys) < 2:
        raise UsageError("A sequence needs at least two poses", hint="Add another pose.")
    if not all(key.present.any() for key in keys):
        raise UsageError("One of the poses has no joints", hint="Choose another pose.")
    if not len(keys) <= frames <= MOST_FRAMES:
        raise UsageError(
            "A sequence of {poses} poses has {poses} to {most} pictures, not {frames}",
            hint="Choose another number.",
            poses=len(keys),
            most=MOST_FRAMES,
            frames=frames,
        )
    stations = [*keys, keys[0]] if loop else list(keys)
    legs = len(stations) - 1
    steps = frames if loop else frames - 1
    result = []
    for number in range(frames):
        way = number * legs / steps
        leg = min(int(way + 1e-9), legs - 1)
        share = min(max(way - leg, 0.0), 1.0)
        share = 0.0 if share < 1e-9 else share * share * (3 - 2 * share)
        result.append(between(stations[leg], stations[leg + 1], share))
    return result


def render_sequence(
    session: TransferSession,
    poses: Sequence[Pose],
    *,
    background: Background = "white",
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> Iterator[RenderedPicture]:
    """The person in each of the poses, which are in the frame's pixels, one after the other and all of one size.

    Raises Cancelled between two pictures, and what `TransferSession.render` raises.
    """
    for number, pose in enumerate(poses):
        check(cancel)
        message = Text("Drawing picture {number} of {count}", number=number + 1, count=len(poses))
        progress(number, len(poses), message)
        yield session.render(pose, fit=False, background=background, room_for=poses, cancel=cancel)
    progress(len(poses), len(poses), Text("Done"))
