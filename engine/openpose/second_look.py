"""Where a photo is worth a second look: at people who are small in it, and where the mask shows somebody unfound.

The network sees the middle of its picture best, and at one size; of people far away, or half behind others, it may miss
all joints while its mask still shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.body_parts import body_height
from engine.openpose.decode import Person
from engine.skeleton import LIMBS, Joint, Pose

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
Box = tuple[float, float, float, float]
"""left, top, right, bottom in photo pixels."""

LEAST_CELLS: Final = 6
"""Fewest cells of the mask in which somebody may be."""
PASSER_BY: Final = 0.35
"""People who are smaller than this beside the largest one are not looked for: they are far behind."""
_REACH: Final = 0.09
"""How far a body, with its clothes, reaches from its bones, in parts of its height."""
_LEAST_AREA: Final = 0.03
"""Least area of what nobody accounts for that may be a person, in squares of the largest person's height."""
_LEAST_HEIGHT: Final = 0.33
_LEAST_WIDTH: Final = 0.06
_SURE: Final = 0.45
_WHOLE: Final = 9
"""Least score and fewest joints of people who were not looked for."""
_COMPLETE: Final = 14
"""Joints of somebody who is seen well enough that what the mask shows beside is somebody else."""
_DOUBLE: Final = 0.5
"""Share of somebody's joints that may lie where a fuller person has the same joints."""
_TRUNK: Final = (Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER, Joint.LEFT_HIP, Joint.RIGHT_HIP)


@dataclass(frozen=True)
class Place:
    """Where to look: `person` is the number of whom is seen there already, None of somebody unfound.

    `shown` says whether the mask shows the whole box's person, so that it tells how large somebody should be.
    """

    box: Box
    person: int | None
    shown: bool


@dataclass(frozen=True)
class Seen:
    """The first look: its people in photo pixels, best first, and its mask probability [h, w], None without one.

    `cell` is the size of the mask's cells in photo pixels.
    """

    people: Sequence[Person]
    mask: Floats | None
    cell: float


def places(seen: Seen, *, small: float, most: int) -> list[Place]:
    """Where to look again, at most `most` places; people of a height below `small` photo pixels are small."""
    shape = np.zeros((1, 1), np.uint8) if seen.mask is None else (seen.mask > 0.5).astype(np.uint8)
    blobs = _blobs(shape, cell=seen.cell)
    inside = [[i for i, p in enumerate(seen.people) if inside_share(p.pose, blob) > 0.5] for blob in blobs]
    found = []
    for index, person in enumerate(seen.people[:most]):
        box = person.pose.box()
        if box is None or box[3] - box[1] >= small:
            continue
        # Of somebody small few joints may be seen, while the mask shows the body from head to feet.
        own = [blob for blob, holds in zip(blobs, inside, strict=True) if holds == [index]]
        found.append(Place(_joined(box, own[0]) if own else box, index, bool(own)))
        # Somebody seen whole may have another close behind, in the same part of the mask.
        for blob in own if person.pose.present.sum() < _COMPLETE else []:
            left, top, right, bottom = (round(edge / seen.cell) for edge in blob)
            shape[top:bottom, left:right] = 0
    return [*found, *_unfound(seen, shape)][:most]


def _unfound(seen: Seen, shape: Bytes) -> list[Place]:
    """Boxes of what the mask shows and no skeleton accounts for."""
    if not seen.people:
        return [Place(blob, None, True) for blob in _blobs(shape, cell=seen.cell) if _upright(blob)]
    heights = [body_height(person.pose, default=person.pose.height()) for person in seen.people]
    rest = shape.copy()
    for person, height in zip(seen.people, heights, strict=True):
        _rub_out(rest, person.pose, height=height, cell=seen.cell)
    tallest = max(heights)
    return [
        Place(_person_high(blob, heights), None, False)
        for blob in _blobs(rest, cell=seen.cell, least=round(_LEAST_AREA * (tallest / seen.cell) ** 2))
        if blob[3] - blob[1] > _LEAST_HEIGHT * tallest and blob[2] - blob[0] > _LEAST_WIDTH * tallest
    ] + [
        Place(blob, None, True)
        for blob in _blobs(shape, cell=seen.cell)
        if _upright(blob)
        and PASSER_BY * tallest <= blob[3] - blob[1] <= _LEAST_HEIGHT * tallest
        and not any(inside_share(person.pose, blob) for person in seen.people)
    ]


def _rub_out(shape: Bytes, pose: Pose, *, height: float, cell: float) -> None:
    """Take a person away from a mask, in place: all that lies near the bones."""

    def at(joint: Joint) -> tuple[int, int]:
        x, y = pose.place(joint)
        return round((x + 0.5) / cell - 0.5), round((y + 0.5) / cell - 0.5)

    thick = max(2, round(2 * _REACH * height / cell))
    for first, second in LIMBS:
        if pose.has(first, second):
            cv2.line(shape, at(first), at(second), 0, thick)
    trunk = [at(joint) for joint in _TRUNK if pose.has(joint)]
    if len(trunk) > 2:
        cv2.fillConvexPoly(shape, cv2.convexHull(np.array(trunk, dtype=np.int32)), 0)
    head = [joint for joint in (Joint.NOSE, Joint.RIGHT_EAR, Joint.LEFT_EAR) if pose.has(joint)]
    for joint in head:
        cv2.circle(shape, at(joint), round(0.1 * height / cell), 0, -1)


def _blobs(shape: Bytes, *, cell: float, least: int = LEAST_CELLS) -> list[Box]:
    """Boxes in photo pixels of a mask's separate parts of `least` cells and more, the largest first."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(shape, connectivity=8)
    rows = sorted((stats[index] for index in range(1, count)), key=lambda row: -int(row[cv2.CC_STAT_AREA]))
    return [
        (float(x * cell), float(y * cell), float((x + wide) * cell), float((y + high) * cell))
        for x, y, wide, high, area in rows
        if area >= max(least, LEAST_CELLS)
    ]


def _upright(box: Box) -> bool:
    return box[3] - box[1] >= 0.8 * (box[2] - box[0])


def _person_high(box: Box, heights: Sequence[float]) -> Box:
    """A box round a part of somebody, enlarged to the height that people in this photo have."""
    missing = max(0.0, 0.9 * float(np.median(heights)) - (box[3] - box[1])) / 2
    return box[0], box[1] - missing, box[2], box[3] + missing


def chosen(place: Place, candidates: Sequence[Person], people: Sequence[Person]) -> Person | None:
    """Of the people seen at the second look the one whom it was for, better seen than before or new; None without."""
    if place.person is not None:
        same = same_person(people[place.person], candidates)
        if same is not None or not place.shown:
            return same
    others = [person for index, person in enumerate(people) if index != place.person]
    for candidate in candidates:
        tall = candidate.pose.height() > 0.4 * (place.box[3] - place.box[1])
        if tall and inside_share(candidate.pose, place.box) > 0.5 and not _known(candidate, others):
            return candidate
    return None


def newcomers(candidates: Sequence[Person], people: Sequence[Person]) -> list[Person]:
    """People whom a second look at somebody else shows as well, and who were not found before."""
    tallest = max((person.pose.height() for person in people), default=0.0)
    found: list[Person] = []
    for candidate in candidates:
        sure = candidate.score >= _SURE and candidate.pose.present.sum() >= _WHOLE
        if sure and candidate.pose.height() >= PASSER_BY * tallest and not _known(candidate, [*people, *found]):
            found.append(candidate)
    return found


def without_doubles(people: Sequence[Person]) -> list[Person]:
    """The people without those whose joints a fuller one has as well: somebody half seen at first, then whole."""
    by_joints = sorted(range(len(people)), key=lambda index: -int(people[index].pose.present.sum()))
    kept: list[int] = []
    for index in by_joints:
        pose = people[index].pose
        fuller = (people[other].pose for other in kept)
        if not any(_at_one_place(pose, other).sum() > _DOUBLE * pose.present.sum() for other in fuller):
            kept.append(index)
    return [people[index] for index in sorted(kept)]


def _known(candidate: Person, others: Sequence[Person]) -> bool:
    """Whether a candidate is one of the others, or made of their joints."""
    if same_person(candidate, others) is not None:
        return True
    taken = np.zeros(len(Joint), np.bool_)
    for other in others:
        taken |= _at_one_place(other.pose, candidate.pose)
    return bool(taken.sum() > 0.4 * candidate.pose.present.sum())


def _at_one_place(one: Pose, whole: Pose) -> npt.NDArray[np.bool_]:
    """[18] the joints that both have, less than a twentieth of the height of `whole` apart."""
    near = 0.05 * max(whole.height(), 1.0)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.linalg.norm(one.points - whole.points, axis=1) < near)


def same_person(person: Person, candidates: Sequence[Person]) -> Person | None:
    """The candidate whose joints lie nearest to the person's; None when none is near, or it has far fewer joints."""
    best, nearest = None, 0.12 * max(person.pose.height(), 1.0)
    for candidate in candidates:
        shared = person.pose.present & candidate.pose.present
        if shared.sum() < max(3, 0.5 * person.pose.present.sum()):
            continue
        distance = float(np.median(np.linalg.norm((person.pose.points - candidate.pose.points)[shared], axis=1)))
        if distance < nearest:
            best, nearest = candidate, distance
    return best


def inside_share(pose: Pose, box: Box) -> float:
    """Which share of a pose's joints lies in a box."""
    points = pose.points[pose.present]
    return float(((points >= box[:2]) & (points <= box[2:])).all(axis=1).mean()) if len(points) else 0.0


def _joined(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
