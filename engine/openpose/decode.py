"""From confidence maps and part affinity fields to people: peaks, limb integrals, assembly (thesis 3.1.2.7-8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from scipy.ndimage import map_coordinates
from scipy.optimize import linear_sum_assignment

from engine.skeleton import AFFINITY_LIMBS, JOINT_COUNT, Joint, Pose

Floats = npt.NDArray[np.float32]

SAMPLES: Final = 12
"""Places along a candidate limb at which the field is read for the integral of 3.1.2.7."""


@dataclass(frozen=True)
class Decoding:
    """How eager decoding is.

    peak          least confidence of a joint
    along         least agreement of the field with a limb's direction at one place for that place to count
    share         least share of the places along a limb that must count
    joints        fewest joints that make a person
    score         least mean confidence of a person's joints
    enlarge       how many times finer than the maps peaks are looked for
    candidates    most peaks of one joint that are looked at, the most confident ones: maps of noise, or of a crowd of
                  hundreds, must not take minutes
    """

    peak: float = 0.25
    along: float = 0.05
    share: float = 0.7
    joints: int = 4
    score: float = 0.3
    enlarge: int = 4
    candidates: int = 40


@dataclass(frozen=True)
class Person:
    """One person found.

    `pose` in photo pixels with confidences; `score` 0..1, the mean confidence of the joints found, weighted by how
    much of a body there is.
    """

    pose: Pose
    score: float


@dataclass(frozen=True)
class Peaks:
    """All candidate joints: `places` [n, 2] x, y in cells of the maps, `joints` [n], `confidence` [n]."""

    places: Floats
    joints: npt.NDArray[np.int64]
    confidence: Floats


def find_peaks(maps: Floats, *, options: Decoding) -> Peaks:
    """Local maxima of the confidence maps [18 or 19, h, w], to a fraction of a cell.

    The maps are enlarged with a cubic spline, and a parabola through each maximum and its neighbours gives the rest.
    """
    joints = _with_rim(maps[:JOINT_COUNT])
    _, height, width = joints.shape
    scale = options.enlarge
    large = np.stack([cv2.resize(m, (width * scale, height * scale), interpolation=cv2.INTER_CUBIC) for m in joints])
    around = np.stack([cv2.dilate(m, np.ones((2 * scale - 1, 2 * scale - 1), np.uint8)) for m in large])
    inside = np.zeros(large.shape, np.bool_)
    inside[:, 1:-1, 1:-1] = True
    joint, y, x = np.nonzero((large == around) & (large >= options.peak) & inside)
    chosen = _most_confident(joint, large[joint, y, x], count=options.candidates)
    joint, y, x = joint[chosen], y[chosen], x[chosen]
    centre = large[joint, y, x]

    def offset(before: Floats, after: Floats) -> Floats:
        bend = before + after - 2 * centre
        return np.asarray(
            np.clip(np.where(bend < -1e-9, (before - after) / (2 * np.minimum(bend, -1e-9)), 0), -0.5, 0.5)
        )

    fine_x = x + offset(large[joint, y, x - 1], large[joint, y, x + 1])
    fine_y = y + offset(large[joint, y - 1, x], large[joint, y + 1, x])
    # Less the rim of one cell.
    places = np.stack([(fine_x + 0.5) / scale - 1.5, (fine_y + 0.5) / scale - 1.5], axis=1)
    return Peaks(places.astype(np.float32), joint.astype(np.int64), np.clip(centre, 0.0, 1.0))


def _with_rim(maps: Floats) -> Floats:
    """Maps [n, h, w] with one cell more on each side, [n, h + 2, w + 2].

    A joint in the outermost cells has its maximum there, and it is one only if the values beyond fall again: they are
    taken to lie half way between the last cell's and the last but one's.
    """
    rim = np.pad(maps, ((0, 0), (1, 1), (1, 1)), mode="edge")
    rim[:, :, 0] = (rim[:, :, 1] + rim[:, :, 2]) / 2
    rim[:, :, -1] = (rim[:, :, -2] + rim[:, :, -3]) / 2
    rim[:, 0] = (rim[:, 1] + rim[:, 2]) / 2
    rim[:, -1] = (rim[:, -2] + rim[:, -3]) / 2
    return np.asarray(rim, dtype=np.float32)


def _most_confident(joint: npt.NDArray[np.int64], confidence: Floats, *, count: int) -> npt.NDArray[np.int64]:
    """Indices of the `count` most confident candidates of every joint, in the order they came in."""
    order = np.lexsort((-confidence, joint))
    firsts = np.searchsorted(joint[order], np.arange(JOINT_COUNT))
    rank = np.arange(len(order)) - firsts[joint[order]]
    return np.sort(order[rank < count])


def limb_scores(
    fields: Floats, limb: int, starts: Floats, ends: Floats, *, options: Decoding
) -> npt.NDArray[np.float64]:
    """The line integral E of 3.1.2.7 for every pair of candidates.

    fields [38, h, w]; `starts` [n, 2] and `ends` [m, 2] in cells. Answers [n, m], mean agreement along the line in
    -1..1; minus infinity where too few places agree.
    """
    span = ends[None] - starts[:, None]  # [n, m, 2]
    length = np.linalg.norm(span, axis=-1)
    unit = span / np.maximum(length, 1e-6)[..., None]
    u = np.linspace(0.0, 1.0, SAMPLES)
    line = starts[:, None, None] + u[:, None] * span[:, :, None]  # [n, m, samples, 2]
    where = np.stack([line[..., 1].ravel(), line[..., 0].ravel()])
    x, y = (
        map_coordinates(fields[2 * limb + axis], where, order=1, mode="nearest").reshape(line.shape[:-1])
        for axis in (0, 1)
    )
    agreement = x * unit[..., None, 0] + y * unit[..., None, 1]  # [n, m, samples]
    score = agreement.mean(axis=-1)
    # A limb longer than half the picture is unlikely; OpenPose's correction.
    score = score + np.minimum(0.5 * fields.shape[1] / np.maximum(length, 1e-6) - 1.0, 0.0)
    enough = (agreement > options.along).mean(axis=-1) >= options.share
    return np.where(enough & (score > 0), score, -np.inf).astype(np.float64)


@dataclass
class _Body:
    """A person while being put together: candidate by joint."""

    joints: dict[int, int] = field(default_factory=dict)
    links: float = 0.0


def assemble(peaks: Peaks, fields: Floats, *, options: Decoding) -> list[_Body]:
    """Join candidates to people, limb by limb, each limb's pairs chosen together for the largest sum of scores."""
    bodies: list[_Body] = []
    owner: dict[int, _Body] = {}
    for limb, (first, second) in enumerate(AFFINITY_LIMBS):
        starts, ends = (np.nonzero(peaks.joints == joint)[0] for joint in (first, second))
        if not starts.size or not ends.size:
            continue
        scores = limb_scores(fields, limb, peaks.places[starts], peaks.places[ends], options=options)
        weighted = scores + 0.5 * (peaks.confidence[starts][:, None] + peaks.confidence[ends][None])
        rows, columns = linear_sum_assignment(-np.where(np.isfinite(scores), weighted, -10.0))
        for row, column in sorted(zip(rows, columns, strict=True), key=lambda pair: -scores[pair]):
            if np.isfinite(scores[row, column]):
                link = int(starts[row]), int(ends[column])
                _join(bodies, owner, link, (int(first), int(second)), score=float(scores[row, column]))
    for index in range(len(peaks.joints)):
        if index not in owner:
            bodies.append(_Body({int(peaks.joints[index]): index}))
    return bodies


def _join(
    bodies: list[_Body], owner: dict[int, _Body], link: tuple[int, int], joints: tuple[int, int], *, score: float
) -> None:
    mine, theirs = owner.get(link[0]), owner.get(link[1])
    if mine is None and theirs is None:
        body = _Body(dict(zip(joints, link, strict=True)), score)
        bodies.append(body)
        owner[link[0]] = owner[link[1]] = body
    elif mine is not None and theirs is None:
        _add(mine, owner, joints[1], link[1], score=score)
    elif mine is None and theirs is not None:
        _add(theirs, owner, joints[0], link[0], score=score)
    elif mine and theirs and mine is not theirs and not set(mine.joints) & set(theirs.joints):
        mine.joints.update(theirs.joints)
        mine.links += theirs.links + score
        for candidate in theirs.joints.values():
            owner[candidate] = mine
        bodies.remove(theirs)


def _add(body: _Body, owner: dict[int, _Body], joint: int, candidate: int, *, score: float) -> None:
    if joint not in body.joints:
        body.joints[joint] = candidate
        body.links += score
        owner[candidate] = body


def _adopt(bodies: list[_Body], peaks: Peaks) -> list[_Body]:
    """Give fragments to the one body that lacks their joints and is close to them.

    A weak field breaks a body in two: an arm without its shoulder link, a head without its neck. A fragment goes to
    the nearest body that has none of its joints, if it lies no further from it than that body's own size allows.
    """
    whole = sorted((b for b in bodies if len(b.joints) >= 4), key=lambda b: -len(b.joints))
    rest = sorted(
        (b for b in bodies if len(b.joints) < 4),
        key=lambda b: -b.links - sum(peaks.confidence[list(b.joints.values())]),
    )
    for fragment in rest:
        places = peaks.places[list(fragment.joints.values())]
        best, nearest = None, np.inf
        for body in whole:
            if set(body.joints) & set(fragment.joints):
                continue
            own = peaks.places[list(body.joints.values())]
            reach = 0.35 * float(np.ptp(own[:, 1])) + 0.2 * float(np.ptp(own[:, 0]))
            distance = float(np.linalg.norm(own[:, None] - places[None], axis=-1).min())
            if distance < min(reach, nearest):
                best, nearest = body, distance
        if best is not None:
            best.joints.update(fragment.joints)
        elif len(fragment.joints) >= 3:
            whole.append(fragment)
    return whole


def decode(maps: Floats, fields: Floats, *, stride: float = 8.0, options: Decoding | None = None) -> tuple[Person, ...]:
    """People from maps [19, h, w] and fields [38, h, w]; places in the network's input pixels, best person first.

    `stride` is input pixels a cell. The first person is the one with the most confident joints times its size.
    """
    chosen = options or Decoding()
    peaks = find_peaks(maps, options=chosen)
    people: list[tuple[float, Person]] = []
    for body in _adopt(assemble(peaks, fields, options=chosen), peaks):
        points = np.full((JOINT_COUNT, 2), np.nan)
        confidence = np.zeros(JOINT_COUNT)
        for joint, candidate in body.joints.items():
            points[joint] = (peaks.places[candidate] + 0.5) * stride - 0.5
            confidence[joint] = peaks.confidence[candidate]
        mean = float(confidence[confidence > 0].mean())
        if len(body.joints) < chosen.joints or mean < chosen.score:
            continue
        pose = _with_neck(Pose.from_points(points, confidence=confidence))
        score = mean * min(1.0, len(body.joints) / 10)
        size = float(np.hypot(*(np.nanmax(points, axis=0) - np.nanmin(points, axis=0))))
        people.append((score * size, Person(pose, score)))
    people.sort(key=lambda pair: -pair[0])
    return tuple(person for _, person in people)


def _with_neck(pose: Pose) -> Pose:
    """The neck is the middle of the shoulders by definition: where both show and it was missed, it is put there."""
    if pose.has(Joint.NECK) or not pose.has(Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER):
        return pose
    shoulders = [Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER]
    x, y = pose.points[shoulders].mean(axis=0)
    return pose.with_joint(Joint.NECK, (float(x), float(y)), confidence=float(pose.confidence[shoulders].min()))
