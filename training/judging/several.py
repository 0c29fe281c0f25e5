"""Judging pose estimators on photos of several people, and of a small one: how many are found, whose joint is whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from scipy.optimize import linear_sum_assignment

from engine.openpose.estimator import PoseEstimator
from engine.openpose.network import PoseNetwork
from engine.progress import Progress, no_progress
from engine.skeleton import MIRROR, Pose
from engine.text import Text
from training.annotations import Annotation
from training.estimator_figures import NARROW, WIDE, Load, load_files
from training.judging.crowds import ARRANGEMENTS, Scene, scene, usable
from training.judging.definitions import SEVERAL
from training.judging.tally import Tally

Floats = npt.NDArray[np.float64]

SCENES: Final = 40
"""Scenes of each arrangement."""
_SAME: Final = 0.25
"""Somebody is found when the joints lie nearer than this to their labels in the median, in parts of the height."""
_FAR: Final = 1e3


@dataclass(frozen=True)
class SceneResult:
    """One scene judged.

    wanted, found     how many people there are, and how many were found
    errors            [n, 18] distance of each joint that shows, in parts of its person's height; infinity where it was
                      not found, NaN where it does not show
    exchanged         how many joints were put where another person has that joint
    told              of how many that can be told
    """

    wanted: int
    found: int
    errors: Floats
    exchanged: int
    told: int


def judge_scene(one: Scene, poses: Sequence[Pose]) -> SceneResult:
    """What was found in a scene, compared with who is there."""
    whole = [_whole_height(known) for known in one.people]
    errors = np.stack([np.where(np.isfinite(known[:, 0]), np.inf, np.nan) for known in one.people])
    exchanged = told = 0
    for person, pose in _matched(one.people, poses, heights=whole).items():
        known, height = one.people[person], whole[person]
        off = np.linalg.norm(pose.points - known, axis=1) / height
        errors[person] = np.where(np.isfinite(known[:, 0]), np.where(pose.present, off, np.inf), np.nan)
        others = [other for index, other in enumerate(one.people) if index != person]
        if not others:
            continue
        theirs = np.stack([other[order] for other in others for order in (slice(None), list(MIRROR))])  # [m, 18, 2]
        apart = np.nan_to_num(np.linalg.norm(theirs - known, axis=2) / height, nan=np.inf)
        near = np.nan_to_num(np.linalg.norm(theirs - pose.points, axis=2) / height, nan=np.inf)
        tellable = pose.present & np.isfinite(known[:, 0]) & (apart > 2 * WIDE).all(axis=0)
        told += int(tellable.sum())
        exchanged += int((tellable & (off > WIDE) & (near <= WIDE).any(axis=0)).sum())
    return SceneResult(len(one.people), len(poses), errors, exchanged, told)


def _whole_height(known: Floats) -> float:
    return max(Pose.from_points(known).height(), 1.0)


def _matched(people: Sequence[Floats], poses: Sequence[Pose], *, heights: Sequence[float]) -> dict[int, Pose]:
    """Who was found as which pose: the pairing with the least sum of median distances."""
    if not poses:
        return {}
    cost = np.full((len(people), len(poses)), _FAR)
    for row, known in enumerate(people):
        for column, pose in enumerate(poses):
            off = np.linalg.norm(pose.points - known, axis=1)
            if np.isfinite(off).sum() >= 3:
                cost[row, column] = float(np.nanmedian(off)) / heights[row]
    rows, columns = linear_sum_assignment(cost)
    return {int(r): poses[c] for r, c in zip(rows, columns, strict=True) if cost[r, c] < _SAME}


def judge_several(
    networks: dict[str, PoseNetwork],
    annotations: Sequence[Annotation],
    *,
    device: torch.device,
    each: int = SCENES,
    load: Load = load_files,
    progress: Progress = no_progress,
) -> Tally:
    """Estimators by name on `each` scenes of every arrangement, the same for all; grouped by arrangement."""
    photos = [annotation for annotation in annotations if usable(annotation)]
    estimators = {name: PoseEstimator(network, device=device) for name, network in networks.items()}
    tally = Tally(SEVERAL)
    for kind, arrangement in enumerate(ARRANGEMENTS):
        for number in range(each):
            progress(kind * each + number, len(ARRANGEMENTS) * each, Text("Several people"))
            one = scene(photos, arrangement, number, load=load)
            if one is None:
                continue
            tally.open(f"{one.name}", who=one.name, groups={"people": arrangement}, place=number)
            for name, estimator in estimators.items():
                poses = [person.pose for person in estimator.estimate(one.picture).people]
                tally.add(name, figures_of(judge_scene(one, poses)))
    return tally


def figures_of(result: SceneResult) -> dict[str, tuple[float, float] | float]:
    """One scene's figures, as the tally takes them."""
    errors = result.errors[~np.isnan(result.errors)]
    return {
        "people_right": float(result.wanted == result.found),
        "within_5": (float((errors <= WIDE).sum()), float(errors.size)),
        "within_2_5": (float((errors <= NARROW).sum()), float(errors.size)),
        "exchanged": (float(result.exchanged), float(result.told)),
    }
