"""Whether the person in a generated picture stands as asked: PCKh of joints that a pose estimator finds again.

As the PATN paper measures shape (PCKh, Andriluka et al., CVPR 2014): a joint counts when it lies within half a head of
where it should be.  The head's size comes from the whole body, so that it is known from behind and in profile too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from engine.body_parts import body_height
from engine.images import Picture
from engine.openpose.estimator import PoseEstimator
from engine.skeleton import Joint, Pose

Bools = npt.NDArray[np.bool_]
Share = tuple[float, float]
"""A sum and what it is divided by."""

HEAD: Final = 0.13
"""A head's height from chin to crown, against the body's (Drillis and Contini, *Body segment parameters*, 1966)."""
THRESHOLD: Final = 0.5
"""In heads."""


@dataclass(frozen=True)
class FoundPeople:
    """What is found in a picture: the main person's pose, empty when there is nobody, and how many people."""

    pose: Pose
    people: int


def find_people(estimator: PoseEstimator, pictures: Sequence[Picture]) -> list[FoundPeople]:
    """Run the estimator on pictures uint8 [H, W, 3], all at once."""
    if not pictures:
        return []
    found = [estimate.people for estimate in estimator.estimate_many(pictures)]
    return [FoundPeople(people[0].pose if people else Pose.empty(), len(people)) for people in found]


class FindsPeople(Protocol):
    """What finds people in pictures uint8 [H, W, 3], in its own way."""

    def find(self, pictures: Sequence[Picture]) -> list[FoundPeople]:
        """The people of each picture."""


class JointFinder:
    """Finds people in pictures, and in the same picture only once: photos stand unchanged in one suite after the other.

    What is kept of a picture is its digest and the joints found.
    """

    def __init__(self, estimator: PoseEstimator | None = None, *, model: FindsPeople | None = None) -> None:
        """By a pose estimator of ours, or by a `model` that is none."""
        self._estimator, self._model = estimator, model
        self._known: dict[bytes, FoundPeople] = {}

    def find(self, pictures: Sequence[Picture]) -> list[FoundPeople]:
        """As `find_people`."""
        keys = [_digest(picture) for picture in pictures]
        new = {key: picture for key, picture in zip(keys, pictures, strict=True) if key not in self._known}
        asked = list(new.values())
        if self._model is not None:
            found = self._model.find(asked)
        else:
            assert self._estimator is not None
            found = find_people(self._estimator, asked)
        self._known.update(zip(new, found, strict=True))
        return [self._known[key] for key in keys]


def _digest(picture: Picture) -> bytes:
    return hashlib.sha256(str(picture.shape).encode() + np.ascontiguousarray(picture).tobytes()).digest()


def head_size(pose: Pose, *, default: float) -> float:
    """Chin to crown in pixels, judged from the body's bones; 0.13 of `default` where none shows."""
    return HEAD * body_height(pose, default=default)


def asked_joints(target: Pose, *, size: tuple[int, int]) -> Bools:
    """[18] the joints to be found again: those that the target pose shows, inside the picture (height, width)."""
    x, y = np.nan_to_num(target.points, nan=-9.0).T
    inside = (x >= -0.5) & (y >= -0.5) & (x <= size[1] - 0.5) & (y <= size[0] - 0.5)
    return np.asarray(target.visible & inside)


def moved_joints(source: Pose, target: Pose, *, head: float) -> Bools:
    """[18] the joints that lie more than half a head apart in both poses, which are in the same pixels."""
    way = np.linalg.norm(source.points - target.points, axis=1)
    return np.asarray(np.nan_to_num(way, nan=0.0) > THRESHOLD * head)


def mean_way(source: Pose, target: Pose, *, head: float) -> float:
    """How far joints of both poses move in the mean, in heads; 0 when they share none."""
    shared = source.present & target.present
    if not shared.any():
        return 0.0
    return float(np.linalg.norm((source.points - target.points)[shared], axis=1).mean()) / head


def right_joints(found: Pose, target: Pose, *, head: float) -> Bools:
    """[18] the joints that are found within half a head of where the target pose has them."""
    off = np.linalg.norm(found.points - target.points, axis=1)
    return np.asarray(np.nan_to_num(off, nan=np.inf) <= THRESHOLD * head)


def joint_figures(found: FoundPeople, *, source: Pose, target: Pose, size: tuple[int, int]) -> dict[str, Share]:
    """The figures `pckh`, `pckh_moved`, `pckh_either`, `found` and `alone` of one picture `size` (height, width).

    `source` is the condition picture's pose and `target` the one that was asked for, in the picture's pixels.
    """
    head = head_size(target, default=0.9 * size[0])
    asked = asked_joints(target, size=size)
    moved = asked & moved_joints(source, target, head=head)
    right = asked & right_joints(found.pose, target, head=head)
    turned = asked & right_joints(found.pose.sides_swapped(), target, head=head)
    count = float(asked.sum())
    return {
        "pckh": (float(right.sum()), count),
        "pckh_moved": (float((right & moved).sum()), float(moved.sum())),
        "pckh_either": (float(max(right.sum(), turned.sum())), count),
        "found": (float(found.people > 0), 1.0),
        "alone": (float(found.people == 1), 1.0),
    }


def wrong_joints(found: Pose, target: Pose, *, size: tuple[int, int]) -> list[Joint]:
    """The asked joints that are not where they should be, in a picture `size` (height, width)."""
    head = head_size(target, default=0.9 * size[0])
    wrong = asked_joints(target, size=size) & ~right_joints(found, target, head=head)
    return [joint for joint in Joint if wrong[joint]]
