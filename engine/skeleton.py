"""The 18-keypoint skeleton (OpenPose COCO-18): joints, limbs, mirror map, poses and facing.

Nothing else in the house knows a joint by its number.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import Final

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
"""[18, 2] x, y in pixels, origin at the centre of the top left pixel; NaN where a joint is missing."""


class Joint(IntEnum):
    """The joints in OpenPose's COCO-18 order."""

    NOSE = 0
    NECK = 1
    RIGHT_SHOULDER = 2
    RIGHT_ELBOW = 3
    RIGHT_WRIST = 4
    LEFT_SHOULDER = 5
    LEFT_ELBOW = 6
    LEFT_WRIST = 7
    RIGHT_HIP = 8
    RIGHT_KNEE = 9
    RIGHT_ANKLE = 10
    LEFT_HIP = 11
    LEFT_KNEE = 12
    LEFT_ANKLE = 13
    RIGHT_EYE = 14
    LEFT_EYE = 15
    RIGHT_EAR = 16
    LEFT_EAR = 17

    @property
    def title(self) -> str:
        """The joint's name as people read it, for example `right shoulder`."""
        return self.name.lower().replace("_", " ")


J = Joint
JOINT_COUNT: Final = len(Joint)

Limb = tuple[Joint, Joint]

LIMBS: Final[tuple[Limb, ...]] = (
    (J.NECK, J.RIGHT_SHOULDER),
    (J.NECK, J.LEFT_SHOULDER),
    (J.RIGHT_SHOULDER, J.RIGHT_ELBOW),
    (J.RIGHT_ELBOW, J.RIGHT_WRIST),
    (J.LEFT_SHOULDER, J.LEFT_ELBOW),
    (J.LEFT_ELBOW, J.LEFT_WRIST),
    (J.NECK, J.RIGHT_HIP),
    (J.RIGHT_HIP, J.RIGHT_KNEE),
    (J.RIGHT_KNEE, J.RIGHT_ANKLE),
    (J.NECK, J.LEFT_HIP),
    (J.LEFT_HIP, J.LEFT_KNEE),
    (J.LEFT_KNEE, J.LEFT_ANKLE),
    (J.NECK, J.NOSE),
    (J.NOSE, J.RIGHT_EYE),
    (J.RIGHT_EYE, J.RIGHT_EAR),
    (J.NOSE, J.LEFT_EYE),
    (J.LEFT_EYE, J.LEFT_EAR),
)
"""The 17 limbs that are drawn, parent first: together they form a tree with the neck as its root."""

AFFINITY_LIMBS: Final[tuple[Limb, ...]] = (
    (J.NECK, J.RIGHT_HIP),
    (J.RIGHT_HIP, J.RIGHT_KNEE),
    (J.RIGHT_KNEE, J.RIGHT_ANKLE),
    (J.NECK, J.LEFT_HIP),
    (J.LEFT_HIP, J.LEFT_KNEE),
    (J.LEFT_KNEE, J.LEFT_ANKLE),
    (J.NECK, J.RIGHT_SHOULDER),
    (J.RIGHT_SHOULDER, J.RIGHT_ELBOW),
    (J.RIGHT_ELBOW, J.RIGHT_WRIST),
    (J.RIGHT_SHOULDER, J.RIGHT_EAR),
    (J.NECK, J.LEFT_SHOULDER),
    (J.LEFT_SHOULDER, J.LEFT_ELBOW),
    (J.LEFT_ELBOW, J.LEFT_WRIST),
    (J.LEFT_SHOULDER, J.LEFT_EAR),
    (J.NECK, J.NOSE),
    (J.NOSE, J.RIGHT_EYE),
    (J.NOSE, J.LEFT_EYE),
    (J.RIGHT_EYE, J.RIGHT_EAR),
    (J.LEFT_EYE, J.LEFT_EAR),
)
"""The 19 limbs with a part affinity field, in the order of the published network's 38 channels (x then y each)."""

_MIRROR_PAIRS: Final = (
    (J.RIGHT_SHOULDER, J.LEFT_SHOULDER),
    (J.RIGHT_ELBOW, J.LEFT_ELBOW),
    (J.RIGHT_WRIST, J.LEFT_WRIST),
    (J.RIGHT_HIP, J.LEFT_HIP),
    (J.RIGHT_KNEE, J.LEFT_KNEE),
    (J.RIGHT_ANKLE, J.LEFT_ANKLE),
    (J.RIGHT_EYE, J.LEFT_EYE),
    (J.RIGHT_EAR, J.LEFT_EAR),
)


def _mirror_map() -> tuple[Joint, ...]:
    order = list(Joint)
    for right, left in _MIRROR_PAIRS:
        order[right], order[left] = left, right
    return tuple(order)


MIRROR: Final[tuple[Joint, ...]] = _mirror_map()
"""MIRROR[j] is the joint that j becomes in a mirror."""

JOINT_COLOURS: Final[tuple[tuple[int, int, int], ...]] = (
    (255, 0, 0),
    (255, 85, 0),
    (255, 170, 0),
    (255, 255, 0),
    (170, 255, 0),
    (85, 255, 0),
    (0, 255, 0),
    (0, 255, 85),
    (0, 255, 170),
    (0, 255, 255),
    (0, 170, 255),
    (0, 85, 255),
    (0, 0, 255),
    (85, 0, 255),
    (170, 0, 255),
    (255, 0, 255),
    (255, 0, 170),
    (255, 0, 85),
)
"""OpenPose's colours by joint, RGB; limb i takes colour i, dimmed to 60 %."""

LIMB_COLOURS: Final[tuple[tuple[int, int, int], ...]] = tuple(
    (round(r * 0.6), round(g * 0.6), round(b * 0.6)) for r, g, b in JOINT_COLOURS[: len(LIMBS)]
)


def _tree() -> tuple[dict[Joint, Joint], dict[Joint, tuple[Joint, ...]]]:
    parents = {child: parent for parent, child in LIMBS}
    children: dict[Joint, tuple[Joint, ...]] = dict.fromkeys(Joint, ())
    for parent, child in LIMBS:
        children[parent] = (*children[parent], child)
    return parents, children


PARENT, CHILDREN = _tree()


def descendants(joint: Joint) -> tuple[Joint, ...]:
    """All joints that hang on `joint`, nearest first, without itself."""
    found: list[Joint] = []
    for child in CHILDREN[joint]:
        found.append(child)
        found.extend(descendants(child))
    return tuple(found)


class JointState(Enum):
    """Whether a joint shows in the picture, lies behind something, or is not known at all."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    MISSING = "missing"


class Facing(Enum):
    """Which side of the person is seen."""

    FRONT = "front"
    SIDE = "side"
    BACK = "back"


@dataclass(frozen=True)
class Pose:
    """One person's 18 joints, each visible, hidden or missing, with a confidence.

    `points` [18, 2] x, y in pixels (NaN exactly where the state is missing), `states` 18 `JointState`,
    `confidence` [18] in 0..1 (0 where missing). A pose is never changed: every method answers a new one.
    """

    points: Points
    states: tuple[JointState, ...]
    confidence: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        if self.points.shape != (JOINT_COUNT, 2) or self.confidence.shape != (JOINT_COUNT,):
            raise ValueError(f"a pose has {JOINT_COUNT} joints, not {self.points.shape}")
        if len(self.states) != JOINT_COUNT:
            raise ValueError(f"a pose has {JOINT_COUNT} states, not {len(self.states)}")
        missing = np.array([state is JointState.MISSING for state in self.states])
        if not np.array_equal(missing, ~np.isfinite(self.points).all(axis=1)):
            raise ValueError("a joint has a place exactly when it is not missing")
        self.points.setflags(write=False)
        self.confidence.setflags(write=False)

    @classmethod
    def empty(cls) -> Pose:
        """A pose of which every joint is missing."""
        return cls(np.full((JOINT_COUNT, 2), np.nan), (JointState.MISSING,) * JOINT_COUNT, np.zeros(JOINT_COUNT))

    @classmethod
    def from_points(
        cls,
        points: npt.ArrayLike,
        *,
        confidence: npt.ArrayLike | None = None,
        states: Sequence[JointState] | None = None,
    ) -> Pose:
        """Build a pose from [18, 2] points, NaN where missing.

        Without `states`, joints with a place are visible. Without `confidence`, they have 1.
        """
        xy = np.array(points, dtype=np.float64).reshape(JOINT_COUNT, 2)
        here = np.asarray(np.isfinite(xy).all(axis=1))
        if states is not None:
            here &= np.array([state is not JointState.MISSING for state in states])
        xy[~here] = np.nan
        trust = np.ones(JOINT_COUNT) if confidence is None else np.array(confidence, dtype=np.float64)
        given = states if states is not None else (JointState.VISIBLE,) * JOINT_COUNT
        final = tuple(
            (state if state is not JointState.MISSING else JointState.VISIBLE) if ok else JointState.MISSING
            for state, ok in zip(given, here, strict=True)
        )
        return cls(xy, final, np.where(here, np.clip(np.nan_to_num(trust), 0.0, 1.0), 0.0))

    @property
    def present(self) -> npt.NDArray[np.bool_]:
        """[18] true where a joint has a place (visible or hidden)."""
        return np.isfinite(self.points[:, 0])

    @property
    def visible(self) -> npt.NDArray[np.bool_]:
        """[18] true where a joint is visible."""
        return np.array([state is JointState.VISIBLE for state in self.states])

    def has(self, *joints: Joint) -> bool:
        """Whether all the given joints have a place."""
        return all(self.states[joint] is not JointState.MISSING for joint in joints)

    def place(self, joint: Joint) -> tuple[float, float]:
        """The joint's x, y in pixels; ValueError when it is missing."""
        if self.states[joint] is JointState.MISSING:
            raise ValueError(f"the {joint.title} is missing")
        return self.points.item(joint, 0), self.points.item(joint, 1)

    def with_joint(
        self,
        joint: Joint,
        xy: tuple[float, float] | None = None,
        *,
        state: JointState | None = None,
        confidence: float | None = None,
    ) -> Pose:
        """The pose with one joint moved, restated or taken away (`state=MISSING`).

        A missing joint that is given a place becomes visible with confidence 1. Raises ValueError when a missing
        joint is to be visible or hidden without a place.
        """
        points, trust, states = self.points.copy(), self.confidence.copy(), list(self.states)
        if xy is not None:
            points[joint] = xy
            if states[joint] is JointState.MISSING:
                states[joint], trust[joint] = JointState.VISIBLE, 1.0
        if state is not None:
            states[joint] = state
        if confidence is not None:
            trust[joint] = confidence
        if states[joint] is JointState.MISSING:
            points[joint], trust[joint] = np.nan, 0.0
        elif not np.isfinite(points[joint]).all():
            raise ValueError(f"the {joint.title} has no place yet")
        return Pose(points, tuple(states), trust)

    def with_points(self, points: npt.ArrayLike) -> Pose:
        """The same states and confidences at other places, [18, 2]; missing joints stay missing."""
        xy = np.array(points, dtype=np.float64)
        xy[~self.present] = np.nan
        return replace(self, points=xy)

    def moved(self, dx: float, dy: float, *, joints: Iterable[Joint] | None = None) -> Pose:
        """The pose with all joints, or the given ones, moved by (dx, dy) pixels."""
        points = self.points.copy()
        chosen = list(Joint if joints is None else joints)
        points[chosen] += (dx, dy)
        return self.with_points(points)

    def transformed(self, matrix: npt.ArrayLike) -> Pose:
        """The pose under an affine map [2, 3]."""
        affine = np.asarray(matrix, dtype=np.float64)
        return self.with_points(self.points @ affine[:, :2].T + affine[:, 2])

    def turned(self, angle: float, *, centre: tuple[float, float], joints: Iterable[Joint] | None = None) -> Pose:
        """The pose, or some of its joints, turned by `angle` radians (clockwise on screen) round `centre`."""
        points = self.points.copy()
        chosen = list(Joint if joints is None else joints)
        c, s = math.cos(angle), math.sin(angle)
        points[chosen] = (points[chosen] - centre) @ np.array([[c, s], [-s, c]]) + centre
        return self.with_points(points)

    def mirrored(self, width: float) -> Pose:
        """What a mirror shows in a picture `width` pixels wide: x is flipped and left and right joints swap."""
        order = list(MIRROR)
        points = self.points[order].copy()
        points[:, 0] = width - 1 - points[:, 0]
        return Pose(points, tuple(self.states[j] for j in order), self.confidence[order].copy())

    def sides_swapped(self) -> Pose:
        """Left and right joints exchanged in place, as when a person from behind was taken for one from the front."""
        order = list(MIRROR)
        return Pose(self.points[order].copy(), tuple(self.states[j] for j in order), self.confidence[order].copy())

    def box(self) -> tuple[float, float, float, float] | None:
        """left, top, right, bottom of the joints that have a place; None when there is none."""
        if not self.present.any():
            return None
        x, y = self.points[self.present].T
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())

    def height(self) -> float:
        """Top to bottom of the joints that have a place, in pixels; 0 without any."""
        box = self.box()
        return 0.0 if box is None else box[3] - box[1]

    def same_as(self, other: Pose, *, tolerance: float = 0.0) -> bool:
        """Whether places (to within `tolerance` pixels), states and confidences are equal."""
        return (
            self.states == other.states
            and bool(np.allclose(self.points, other.points, rtol=0, atol=tolerance, equal_nan=True))
            and bool(np.allclose(self.confidence, other.confidence, rtol=0, atol=tolerance))
        )


def _span(pose: Pose, first: Joint, second: Joint) -> Points | None:
    if not pose.has(first, second):
        return None
    return np.asarray(pose.points[second] - pose.points[first])


def facing_of(pose: Pose) -> Facing:
    """Tell front, side and back from the joints.

    From behind, the person's right shoulder and hip lie on the picture's right. A person whose shoulders and hips
    are both narrow against the torso's length is seen from the side. As in the thesis this product implements
    (4.2.1), the ears are joined with the shoulders: when the torso is ambiguous, the order of the ears, or an ear
    that is seen without an eye, decides.
    """
    widths = [
        span
        for first, second in ((J.RIGHT_SHOULDER, J.LEFT_SHOULDER), (J.RIGHT_HIP, J.LEFT_HIP))
        if (span := _span(pose, first, second)) is not None
    ]
    torso = _torso_length(pose)
    eyes = int(pose.present[J.RIGHT_EYE]) + int(pose.present[J.LEFT_EYE])
    ears = int(pose.present[J.RIGHT_EAR]) + int(pose.present[J.LEFT_EAR])
    if not widths or torso is None:
        # One ear is enough: hair covers the other one. A face that is not seen is turned away.
        if ears > 0 and eyes == 0 and not pose.present[J.NOSE]:
            return Facing.BACK
        return Facing.SIDE if eyes == 1 and ears == 1 else Facing.FRONT
    shoulder = float(widths[0][0]) / torso
    if abs(shoulder) < 0.28 and all(abs(float(width[0])) / torso < 0.33 for width in widths):
        return Facing.SIDE
    ear_line = _span(pose, J.RIGHT_EAR, J.LEFT_EAR)
    if shoulder < 0:
        face_seen = bool(pose.present[J.NOSE]) and eyes == 2
        return Facing.FRONT if face_seen and ear_line is not None and ear_line[0] > 0 else Facing.BACK
    return Facing.FRONT


def _torso_length(pose: Pose) -> float | None:
    """Neck to the middle of the hips, or a guess from legs or head where the hips are missing; pixels."""
    if not pose.present[J.NECK]:
        return None
    hips = [pose.points[joint] for joint in (J.RIGHT_HIP, J.LEFT_HIP) if pose.present[joint]]
    if hips:
        length = float(np.hypot(*(np.mean(hips, axis=0) - pose.points[J.NECK])))
        return length if length > 1e-6 else None
    if pose.present[J.NOSE]:
        length = 2.1 * float(np.hypot(*(pose.points[J.NOSE] - pose.points[J.NECK])))
        return length if length > 1e-6 else None
    return None


def bone_lengths(pose: Pose) -> dict[Limb, float]:
    """Length in pixels of every drawn limb of which both ends have a place."""
    return {limb: float(np.hypot(*span)) for limb in LIMBS if (span := _span(pose, *limb)) is not None}
