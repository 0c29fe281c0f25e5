"""The photos to look at when pose estimators are judged: where they were worst, middling and best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import torch

from engine.images import downscale
from engine.openpose.estimator import PoseEstimator
from engine.overlay import draw_skeleton
from engine.skeleton import Joint, Pose
from training.annotations import SURE, Annotation
from training.estimator_figures import WIDE, Load, PhotoResult
from training.judging.models import Model
from training.judging.strips import Gallery, Strip, chosen

SIDE: Final = 384
"""Longer side of a photo on the page, in pixels."""


def estimator_gallery(
    model: Model,
    annotations: Sequence[Annotation],
    results: Sequence[PhotoResult],
    *,
    load: Load,
    device: torch.device,
    each: int = 4,
) -> Gallery:
    """Photos with the labels' joints and with those found, by how many were wrong and what was reported for nothing."""
    assert model.network is not None
    estimator = PoseEstimator(model.network, device=device)
    strips = {
        name: [_strip(annotations[place], results[place], estimator, load=load) for place in places]
        for name, places in chosen(badness(results), each=each).items()
    }
    return Gallery(model.label, "photos", "joints that are wrong, then how far off the others are", strips)


def badness(results: Sequence[PhotoResult]) -> npt.NDArray[np.float64]:
    """[n] wrong and invented joints of each photo, and below one the mean error of the others."""
    return np.array([_badness(result) for result in results])


def _badness(result: PhotoResult) -> float:
    errors = result.errors[~np.isnan(result.errors)]
    right = errors[errors <= WIDE]
    off = float(right.mean() / WIDE) if right.size else 0.0
    return float((errors > WIDE).sum() + result.ghosts.sum()) + 0.99 * off


def _strip(annotation: Annotation, result: PhotoResult, estimator: PoseEstimator, *, load: Load) -> Strip:
    photo, _ = load(annotation)
    people = [person.pose for person in estimator.estimate(photo).people]
    known = Pose.from_points(annotation.points(at_least=SURE))
    with np.errstate(invalid="ignore"):
        wrong = [joint.title for joint in Joint if result.errors[joint] > WIDE]
    words = [f"facing: {result.facing}", f"wrong: {', '.join(wrong)}" if wrong else "all joints right"]
    invented = [joint.title for joint in Joint if result.ghosts[joint]]
    if invented:
        words.append(f"reported, though they do not show: {', '.join(invented)}")
    swapped = [joint.title for joint in Joint if result.swapped[joint]]
    if swapped:
        words.append(f"on the other side: {', '.join(swapped)}")
    pictures = (
        ("photo", downscale(photo, SIDE), ""),
        ("labels", downscale(draw_skeleton(photo, known), SIDE), ""),
        ("found", downscale(draw_skeleton(photo, people) if people else photo, SIDE), f"{len(people)} people"),
    )
    return Strip(annotation.name, "; ".join(words), pictures)
