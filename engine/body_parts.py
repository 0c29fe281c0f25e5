"""A pose as ten rigid parts: how far a pixel is from each, and how each part's pixels move between two poses.

Lengths are taken against the body's own size, which comes from the bones, so that a person cut at the waist has limbs
as wide as the same person shown whole.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
import numpy.typing as npt

from engine.fitting import body_scale
from engine.skeleton import Joint, JointState, Pose

Floats = npt.NDArray[np.float32]
Point = npt.NDArray[np.float64]

J = Joint


class Part(IntEnum):
    """The parts that move as one piece; those before RIGHT_UPPER_ARM make the body, the others the arms."""

    HEAD = 0
    TORSO = 1
    RIGHT_THIGH = 2
    RIGHT_SHIN = 3
    LEFT_THIGH = 4
    LEFT_SHIN = 5
    RIGHT_UPPER_ARM = 6
    RIGHT_FOREARM = 7
    LEFT_UPPER_ARM = 8
    LEFT_FOREARM = 9


P = Part
BODY: Final = (P.HEAD, P.TORSO, P.RIGHT_THIGH, P.RIGHT_SHIN, P.LEFT_THIGH, P.LEFT_SHIN)
ARMS: Final = ((P.RIGHT_UPPER_ARM, P.RIGHT_FOREARM), (P.LEFT_UPPER_ARM, P.LEFT_FOREARM))
LEGS: Final = ((P.RIGHT_THIGH, P.RIGHT_SHIN), (P.LEFT_THIGH, P.LEFT_SHIN))
TWIN: Final[dict[Part, Part]] = {
    P.RIGHT_THIGH: P.LEFT_THIGH,
    P.RIGHT_SHIN: P.LEFT_SHIN,
    P.RIGHT_UPPER_ARM: P.LEFT_UPPER_ARM,
    P.RIGHT_FOREARM: P.LEFT_FOREARM,
    P.LEFT_THIGH: P.RIGHT_THIGH,
    P.LEFT_SHIN: P.RIGHT_SHIN,
    P.LEFT_UPPER_ARM: P.RIGHT_UPPER_ARM,
    P.LEFT_FOREARM: P.RIGHT_FOREARM,
}
LIMB_ENDS: Final[dict[Part, tuple[Joint, Joint]]] = {
    P.RIGHT_THIGH: (J.RIGHT_HIP, J.RIGHT_KNEE),
    P.RIGHT_SHIN: (J.RIGHT_KNEE, J.RIGHT_ANKLE),
    P.LEFT_THIGH: (J.LEFT_HIP, J.LEFT_KNEE),
    P.LEFT_SHIN: (J.LEFT_KNEE, J.LEFT_ANKLE),
    P.RIGHT_UPPER_ARM: (J.RIGHT_SHOULDER, J.RIGHT_ELBOW),
    P.RIGHT_FOREARM: (J.RIGHT_ELBOW, J.RIGHT_WRIST),
    P.LEFT_UPPER_ARM: (J.LEFT_SHOULDER, J.LEFT_ELBOW),
    P.LEFT_FOREARM: (J.LEFT_ELBOW, J.LEFT_WRIST),
}
_RADIUS: Final[dict[Part, float]] = {
    P.HEAD: 0.062,
    P.TORSO: 0.040,
    P.RIGHT_THIGH: 0.048,
    P.LEFT_THIGH: 0.048,
    P.RIGHT_SHIN: 0.042,
    P.LEFT_SHIN: 0.042,
    P.RIGHT_UPPER_ARM: 0.036,
    P.LEFT_UPPER_ARM: 0.036,
    P.RIGHT_FOREARM: 0.031,
    P.LEFT_FOREARM: 0.031,
}
"""Half widths of clothed limbs, against the body's height."""
_BEYOND: Final[dict[Part, float]] = {
    P.RIGHT_FOREARM: 0.045,
    P.LEFT_FOREARM: 0.045,
    P.RIGHT_SHIN: 0.05,
    P.LEFT_SHIN: 0.05,
}
"""How far hands and feet reach beyond wrist and ankle, against the body's height: 30 % of a forearm, 22 % of a shin."""
_BONES: Final[tuple[tuple[Joint, Joint, float], ...]] = (
    (J.NECK, J.NOSE, 0.106),
    (J.RIGHT_SHOULDER, J.LEFT_SHOULDER, 0.166),
    (J.RIGHT_SHOULDER, J.RIGHT_ELBOW, 0.158),
    (J.LEFT_SHOULDER, J.LEFT_ELBOW, 0.158),
    (J.RIGHT_ELBOW, J.RIGHT_WRIST, 0.136),
    (J.LEFT_ELBOW, J.LEFT_WRIST, 0.136),
    (J.NECK, J.RIGHT_HIP, 0.287),
    (J.NECK, J.LEFT_HIP, 0.287),
    (J.RIGHT_HIP, J.RIGHT_KNEE, 0.222),
    (J.LEFT_HIP, J.LEFT_KNEE, 0.222),
    (J.RIGHT_KNEE, J.RIGHT_ANKLE, 0.206),
    (J.LEFT_KNEE, J.LEFT_ANKLE, 0.206),
)
"""Bones and their usual length against the body's height, from head to sole."""
_FACE: Final = (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE, J.RIGHT_EAR, J.LEFT_EAR)
_TORSO: Final = (J.NECK, J.RIGHT_SHOULDER, J.LEFT_SHOULDER, J.RIGHT_HIP, J.LEFT_HIP)


_EAR: Final = 0.041
"""Ear to the middle of the head, against the body's height."""
_TURNED: Final = 0.3
"""Faces that are turned by more than this against each other show different sides of the head; profile is 1."""
_MOST_BULGE: Final = 0.4


def body_height(pose: Pose, *, default: float) -> float:
    """The height of the whole body in pixels, judged from the longer bones that show (foreshortening only shortens)."""
    rows = [
        math.dist(pose.place(first), pose.place(second)) / usual
        for first, second, usual in _BONES
        if pose.has(first, second)
    ]
    return float(np.percentile(rows, 70)) if rows and max(rows) > 1e-3 else default


@dataclass(frozen=True)
class Piece:
    """One part's place in one pose: from `start` to `end` (pixels), `radius` wide on both sides, `beyond` longer."""

    start: Point
    end: Point
    radius: float
    beyond: float

    @property
    def length(self) -> float:
        """Start to end, in pixels."""
        return float(np.hypot(*(self.end - self.start)))

    @property
    def axis(self) -> Point:
        """The unit vector from start to end; downwards when they fall together."""
        span = self.end - self.start
        length = self.length
        return span / length if length > 1e-6 else np.array([0.0, 1.0])


def distance(piece: Piece, x: Floats, y: Floats) -> Floats:
    """How far pixels are from the piece's axis, over its radius: 1 is its rim.  `x` and `y` broadcast to the answer."""
    axis = piece.axis.astype(np.float32)
    dx, dy = x - np.float32(piece.start[0]), y - np.float32(piece.start[1])
    along = dx * axis[0] + dy * axis[1]
    across = dy * axis[0] - dx * axis[1]
    outside = along - np.clip(along, 0.0, np.float32(piece.length + piece.beyond))
    result: Floats = np.sqrt(outside * outside + across * across) * np.float32(1.0 / piece.radius)
    return result


def torso_distance(corners: Point, x: Floats, y: Floats, *, radius: float) -> Floats:
    """Signed distance from the torso's outline [4, 2] over `radius`: negative inside."""
    best: Floats | None = None
    inside: npt.NDArray[np.bool_] | None = None
    for index in range(4):
        ax, ay = corners[index].astype(np.float32)
        bx, by = corners[(index + 1) % 4].astype(np.float32)
        ex, ey = bx - ax, by - ay
        dx, dy = x - ax, y - ay
        share = np.clip((dx * ex + dy * ey) / max(float(ex * ex + ey * ey), 1e-6), 0.0, 1.0)
        square = (dx - share * ex) ** 2 + (dy - share * ey) ** 2
        best = square if best is None else np.minimum(best, square)
        # Even-odd rule: count the edges that a ray to the right crosses.
        crosses = ((ay > y) != (by > y)) & (dx * (ey if abs(ey) > 1e-6 else 1e-6) * np.sign(ey) < dy * ex * np.sign(ey))
        inside = crosses if inside is None else inside ^ crosses
    assert best is not None and inside is not None
    far = np.sqrt(best) * np.float32(1.0 / radius)
    result: Floats = np.where(inside, -far, far)
    return result


@dataclass(frozen=True)
class Body:
    """A pose cut into pieces.  `pieces` holds the parts that have a place, TORSO among them only as an axis."""

    pose: Pose
    height: float
    pieces: dict[Part, Piece]
    outline: Point | None
    """[4, 2] the torso's corners, with some flesh round the joints."""
    across: float
    """The torso's signed half width in pixels: negative when the person's left lies on the picture's left."""
    hidden: frozenset[Part]

    def distances(self, x: Floats, y: Floats) -> dict[Part, Floats]:
        """Every part's distance over its radius, at pixels `x`, `y`."""
        found: dict[Part, Floats] = {
            part: distance(piece, x, y) for part, piece in self.pieces.items() if part is not P.TORSO
        }
        if self.outline is not None:
            found[P.TORSO] = torso_distance(self.outline, x, y, radius=self.pieces[P.TORSO].radius)
        return found

    def distance_of(self, part: Part, x: Floats, y: Floats) -> Floats:
        """A limb's distance over its radius, at pixels `x`, `y`."""
        return distance(self.pieces[part], x, y)


def cut(pose: Pose, *, height: float) -> Body:
    """Cut a pose of a body `height` pixels tall into the parts that its joints allow."""
    pieces: dict[Part, Piece] = {}
    hidden: set[Part] = set()
    outline, across = None, 0.0
    points = pose.points
    if pose.has(*_TORSO):
        neck, right, left, right_hip, left_hip = (points[j] for j in _TORSO)
        middle = (right_hip + left_hip) / 2
        spine = Piece(neck, middle, _RADIUS[P.TORSO] * height, 0.0)
        pieces[P.TORSO] = spine
        normal = np.array([spine.axis[1], -spine.axis[0]])
        across = float(((left - right) + (left_hip - right_hip)) @ normal) / 4
        outline = _outline(points, spine.axis, normal, height=height)
    face = [points[j] for j in _FACE if pose.present[j]]
    if face and pose.present[J.NECK]:
        centre = np.mean(face, axis=0)
        neck = points[J.NECK]
        pieces[P.HEAD] = Piece(
            neck + 0.45 * (centre - neck), centre + 0.15 * (centre - neck), _RADIUS[P.HEAD] * height, 0.0
        )
    for part, (first, second) in LIMB_ENDS.items():
        if pose.has(first, second):
            pieces[part] = Piece(points[first], points[second], _RADIUS[part] * height, _BEYOND.get(part, 0.0) * height)
            if pose.states[second] is JointState.HIDDEN:
                hidden.add(part)
    return Body(pose, height, pieces, outline, across, frozenset(hidden))


def _outline(points: Point, axis: Point, normal: Point, *, height: float) -> Point:
    """Shoulders and hips, widened by flesh, in order round the torso; never narrower than a body seen from the side."""
    side = 1.0 if float((points[J.LEFT_SHOULDER] - points[J.RIGHT_SHOULDER]) @ normal) >= 0 else -1.0
    corners = []
    for joints, flesh, drop, least in (
        ((J.RIGHT_SHOULDER, J.LEFT_SHOULDER), -0.008, -0.02, 0.05),
        ((J.LEFT_HIP, J.RIGHT_HIP), 0.026, 0.0, 0.06),
    ):
        middle = (points[joints[0]] + points[joints[1]]) / 2
        for joint in joints:
            sign = side if joint in (J.LEFT_SHOULDER, J.LEFT_HIP) else -side
            offset = points[joint] - middle
            out = float(offset @ normal) * sign
            wanted = max(out + flesh * height, least * height)
            corners.append(points[joint] + normal * sign * (wanted - out) + axis * drop * height)
    return np.array(corners)


def complete(pose: Pose, *, like: Pose, limbs: bool = True) -> Pose:
    """Give `pose` the torso, head and (`limbs`) limb joints that it lacks and `like` has.

    Each joint moves with the bone that it hangs on.  Fewer than two shared torso joints: the pose as it is.
    """
    shared = [j for j in _TORSO if pose.present[j] and like.present[j]]
    if len(shared) < 2:
        return pose
    scale, turn, offset = _similarity(like.points[shared], pose.points[shared], scale=body_scale(pose, target=like))
    points = pose.points.copy()
    states = list(pose.states)
    turns: dict[Joint, Point] = {}
    for joint in (*_TORSO, *_FACE):
        if not pose.present[joint] and like.present[joint] and (joint in _TORSO or not pose.present[list(_FACE)].any()):
            points[joint] = scale * turn @ like.points[joint] + offset
            states[joint] = like.states[joint]
    for first, second in LIMB_ENDS.values() if limbs else ():
        before = turns.get(first, turn)
        if not like.has(first, second) or not np.isfinite(points[first]).all():
            continue
        span = like.points[second] - like.points[first]
        if np.isfinite(points[second]).all():
            turns[second] = _turn(span, points[second] - points[first])
        else:
            points[second] = points[first] + scale * before @ span
            states[second] = like.states[second]
            turns[second] = before
    return Pose.from_points(points, confidence=np.maximum(pose.confidence, 0.01), states=states)


def _turn(before: Point, after: Point) -> Point:
    angle = math.atan2(after[1], after[0]) - math.atan2(before[1], before[0])
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, -s], [s, c]])


def _similarity(before: Point, after: Point, *, scale: float) -> tuple[float, Point, Point]:
    """The turn and shift that bring `before` nearest to `after` at a given scale (Procrustes in the plane)."""
    middle_before, middle_after = before.mean(axis=0), after.mean(axis=0)
    b, a = before - middle_before, after - middle_after
    angle = math.atan2(float((b[:, 0] * a[:, 1] - b[:, 1] * a[:, 0]).sum()), float((b * a).sum()))
    c, s = math.cos(angle), math.sin(angle)
    turn = np.array([[c, -s], [s, c]])
    return scale, turn, middle_after - scale * turn @ middle_before


@dataclass(frozen=True)
class Shift:
    """Where one part's pixels come from: target pixels to source pixels, in two pieces along the part's axis."""

    target: Piece
    source: Piece
    scale: float
    """Source pixels for one target pixel beyond the ends."""
    along: float
    across: float
    bulge: float = 0.0
    """How far the middle has gone across, over the source's radius: below 0.5, so that nothing folds."""

    def sources(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Source x and y, in pixels, of target pixels `x`, `y`."""
        axis, home = self.target.axis.astype(np.float32), self.source.axis.astype(np.float32)
        dx, dy = x - np.float32(self.target.start[0]), y - np.float32(self.target.start[1])
        along = dx * axis[0] + dy * axis[1]
        across = (dy * axis[0] - dx * axis[1]) * np.float32(self.across)
        within = np.clip(along, 0.0, np.float32(self.target.length))
        along = (along - within) * np.float32(self.scale) + within * np.float32(self.along)
        if self.bulge:
            share = np.clip(across / np.float32(self.source.radius), -1.0, 1.0)
            across = across + np.float32(self.bulge * self.source.radius) * (1 - share * share)
        return (
            np.float32(self.source.start[0]) + along * home[0] - across * home[1],
            np.float32(self.source.start[1]) + along * home[1] + across * home[0],
        )


def shift(part: Part, *, target: Body, source: Body, source_part: Part, scale: float) -> Shift:
    """How `source_part` of one body fills `part` of another; `scale` is source pixels for one target pixel."""
    there, here = target.pieces[part], source.pieces[source_part]
    flip = -1.0 if target.across * source.across < 0 else 1.0
    if part is P.HEAD:
        return _head_shift(there, here, target=target, source=source, scale=scale)
    if source_part is not part:
        flip = -flip
    along = float(np.clip(here.length / max(there.length, 1e-3), scale / 2.5, scale * 2.5))
    if part is P.TORSO:
        least = 0.04 * target.height
        wide = max(abs(source.across), least * scale) / max(abs(target.across), least)
        across = flip * float(np.clip(wide, scale * 0.6, scale * 1.6))
    else:
        across = flip * scale * float(np.clip(along / scale, 0.6, 1.5)) ** 0.35
    return Shift(there, here, scale, along, across)


def _head_shift(there: Piece, here: Piece, *, target: Body, source: Body, scale: float) -> Shift:
    """A head is turned and scaled but never stretched; it is mirrored when both look sideways, in opposite ways."""
    shared = [j for j in _FACE if target.pose.present[j] and source.pose.present[j]]
    flip = 1.0
    looks = _turned(target.pose), _turned(source.pose)
    if looks[0] * looks[1] < 0 and min(abs(look) for look in looks) > _TURNED:
        flip = -1.0
    ups = _up(target.pose), _up(source.pose)
    # Neck and face tell how a head leans only where both look the same way: a nose in profile lies before the neck.
    known = ups[0] is not None and ups[1] is not None
    axes = [up if known and up is not None else piece.axis for up, piece in zip(ups, (there, here), strict=True)]
    turn = looks[0] - looks[1] * flip
    bulge = 0.0
    if abs(turn) > _TURNED and known and (middles := _skulls(target, source)) is not None:
        # Another side of the head is asked for: its middle stays the middle, and the face goes towards where it looks.
        there = Piece(middles[0], middles[0] + axes[0], there.radius, 0.0)
        here = Piece(middles[1], middles[1] + axes[1], here.radius, 0.0)
        bulge = _MOST_BULGE * float(np.clip(turn, -1.0, 1.0)) * flip
    elif shared and flip > 0:
        # The same joints of both, so that the face lands where the target has it.
        ends = [np.mean([body.pose.points[j] for j in shared], axis=0) for body in (target, source)]
        there = Piece(ends[0], ends[0] + axes[0] * there.length, there.radius, 0.0)
        here = Piece(ends[1], ends[1] + axes[1] * here.length, here.radius, 0.0)
    else:
        there = Piece(there.end, there.end + axes[0], there.radius, 0.0)
        here = Piece(here.end, here.end + axes[1], here.radius, 0.0)
    return Shift(there, here, scale, scale, flip * scale, bulge)


def _up(pose: Pose) -> Point | None:
    """The unit vector towards the crown: across the line of eyes or ears, in profile of eye and ear; None without."""
    for first, second in (
        (J.RIGHT_EYE, J.LEFT_EYE),
        (J.RIGHT_EAR, J.LEFT_EAR),
        (J.RIGHT_EYE, J.RIGHT_EAR),
        (J.LEFT_EYE, J.LEFT_EAR),
    ):
        if pose.has(first, second):
            line = pose.points[second] - pose.points[first]
            length = float(np.hypot(*line))
            if abs(line[0]) > 0.6 * length > 0:
                up: Point = np.array([line[1], -line[0]]) * np.sign(line[0]) / length
                return up
    return None


def _turned(pose: Pose) -> float:
    """How far the face is turned to the picture's right, -1 in profile to the left to 1; 0 where no face is seen."""
    if not pose.has(J.NOSE):
        return 0.0
    eyes = [pose.points[j] for j in (J.RIGHT_EYE, J.LEFT_EYE) if pose.present[j]]
    if len(eyes) == 2:
        apart = max(float(np.hypot(*(eyes[1] - eyes[0]))), 1e-3)
        # At three quarters the nose has gone half the eyes' distance.
        return float(np.clip((pose.points[J.NOSE, 0] - np.mean(eyes, axis=0)[0]) / apart, -1.0, 1.0))
    ears = [pose.points[j] for j in (J.RIGHT_EAR, J.LEFT_EAR) if pose.present[j]]
    return float(np.sign(pose.points[J.NOSE, 0] - ears[0][0])) if len(ears) == 1 else 0.0


def _skulls(*bodies: Body) -> list[Point] | None:
    """The middles of the heads, between the ears; None where a head shows no ear."""
    found = []
    for body in bodies:
        pose = body.pose
        ears = [pose.points[j] for j in (J.RIGHT_EAR, J.LEFT_EAR) if pose.present[j]]
        if not ears:
            return None
        middle = np.mean(ears, axis=0)
        if len(ears) == 1:
            turn = _turned(pose)
            way = np.sign(pose.points[J.NOSE, 0] - middle[0]) if pose.has(J.NOSE) else 0.0
            middle = middle + np.array([way * _EAR * body.height * math.sqrt(1 - turn * turn), 0.0])
        found.append(middle)
    return found
