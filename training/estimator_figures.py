"""How good a pose estimator is on photos with known keypoints and masks: the figures of its model card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
import torch

from engine.errors import NoPersonError
from engine.images import load_picture, save_picture
from engine.openpose.estimator import Estimate, EstimatorOptions, PoseEstimator
from engine.openpose.network import PoseNetwork
from engine.person_mask import person_mask
from engine.progress import Progress, no_progress
from engine.skeleton import JOINT_COUNT, MIRROR, Joint, Pose, facing_of
from training.annotations import ABSENT, SURE, Annotation

Picture = npt.NDArray[np.uint8]

WIDE: Final = 0.05
NARROW: Final = 0.025
"""Largest error of a joint that counts as right, in parts of the person's height."""
THREE_QUARTER: Final = "three-quarter"


@dataclass(frozen=True)
class PhotoResult:
    """One photo judged.

    errors [18] distance of each visible joint from its label in parts of the person's height; infinity where it was
    not found, NaN where the label does not show it
    ghosts [18] whether a joint was reported although its label says that it does not show; NaN elsewhere as 0
    absent [18] whether the label says that the joint does not show
    strays [18] which of the ghosts lie farther than 5 % of the height from where even that doubtful label has them
    confidence [18] what the estimator said of the joints that it reported, else NaN
    overlap        intersection over union of the person mask; NaN without one
    swapped [18]   whether a joint was put where its label has the same joint of the other side, and not near its own
    sided [18]     whether that could be told: both sides' labels show, and not at one place
    facing         front, side or back, by the labels; of rendered people what the camera saw, three-quarter too
    seen           front, side or back, by the joints found; empty where nobody was
    """

    errors: npt.NDArray[np.float64]
    ghosts: npt.NDArray[np.bool_]
    absent: npt.NDArray[np.bool_]
    confidence: npt.NDArray[np.float64]
    overlap: float
    swapped: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(JOINT_COUNT, np.bool_))
    sided: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(JOINT_COUNT, np.bool_))
    facing: str = ""
    seen: str = ""
    strays: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(JOINT_COUNT, np.bool_))

    @property
    def facing_right(self) -> bool:
        """Whether the person was seen from the right side: a three-quarter view may pass as front or side."""
        return self.seen == self.facing or (self.facing == THREE_QUARTER and self.seen in ("front", "side"))


Load = Callable[[Annotation], tuple[Picture, npt.NDArray[np.bool_]]]
"""From an annotation to its photo, uint8 [H, W, 3], and mask, [H, W]."""


def load_files(annotation: Annotation) -> tuple[Picture, npt.NDArray[np.bool_]]:
    """The photo and the mask from the annotation's files. PictureError when one cannot be read."""
    return load_picture(annotation.photo), load_picture(annotation.mask)[:, :, 0] > 127


Mask = npt.NDArray[np.bool_]
Change = Callable[[Annotation, Picture, Mask], tuple[Annotation, Picture, Mask]]
"""Shows a photo otherwise, cut or smaller, with its labels and mask."""


def cut_below_hips(annotation: Annotation, photo: Picture, mask: Mask) -> tuple[Annotation, Picture, Mask]:
    """The photo cut just below the hips: an upper body."""
    hips = annotation.keypoints[[Joint.RIGHT_HIP, Joint.LEFT_HIP], 1]
    return cut_at(annotation, photo, mask, row=float(hips.max() + 0.06 * photo.shape[0]))


def cut_at(annotation: Annotation, photo: Picture, mask: Mask, *, row: float) -> tuple[Annotation, Picture, Mask]:
    """The photo's rows above `row`, 80 at least; what lies below is not to be seen any more."""
    cut = int(np.clip(row, 80, photo.shape[0]))
    keypoints = annotation.keypoints.copy()
    keypoints[keypoints[:, 1] >= cut, 2] = 0.0
    cut_annotation = replace(annotation, keypoints=keypoints, size=(photo.shape[1], cut))
    return cut_annotation, np.ascontiguousarray(photo[:cut]), mask[:cut]


def judge(
    network: PoseNetwork,
    annotations: Sequence[Annotation],
    *,
    device: torch.device,
    upper_body: bool = False,
    change: Change | None = None,
    masks: bool = True,
    options: EstimatorOptions | None = None,
    load: Load = load_files,
    progress: Progress = no_progress,
) -> list[PhotoResult]:
    """Run the estimator over the photos, or over what `change` makes of them, and compare with the labels.

    With `upper_body` every photo is first cut just below the hips, and its labels with it.
    """
    estimator = PoseEstimator(network, device=device, options=options)
    shown = cut_below_hips if upper_body else change
    results = []
    for index, annotation in enumerate(annotations):
        photo, truth = load(annotation)
        if shown is not None:
            annotation, photo, truth = shown(annotation, photo, truth)
        estimate = estimator.estimate(photo)
        results.append(_compare(annotation, estimate, photo, truth if masks else None))
        progress(index + 1, len(annotations), annotation.name)
    return results


def _compare(
    annotation: Annotation, estimate: Estimate, photo: Picture, truth: npt.NDArray[np.bool_] | None
) -> PhotoResult:
    known = annotation.points(at_least=SURE)
    height = Pose.from_points(known).height()
    pose = estimate.people[0].pose if estimate.people else Pose.empty()
    errors = np.linalg.norm(pose.points - known, axis=1) / max(height, 1.0)
    errors = np.where(np.isfinite(known[:, 0]), np.where(pose.present, errors, np.inf), np.nan)
    absent = annotation.keypoints[:, 2] < ABSENT
    overlap = float("nan")
    if truth is not None and estimate.person_probability is not None:
        try:
            found = person_mask(photo, estimate, pose=pose)
            overlap = float((found & truth).sum() / max(1, (found | truth).sum()))
        except NoPersonError:
            overlap = 0.0
    ghosts = absent & pose.present
    # A label of no confidence still has a place: a knee in flared trousers is guessed alike by both.
    away = np.linalg.norm(pose.points - annotation.keypoints[:, :2], axis=1) / max(height, 1.0)
    strays = ghosts & ~(away <= WIDE)
    confidence = np.where(pose.present, pose.confidence, np.nan)
    swapped, sided = _swapped(pose, known, height=max(height, 1.0))
    facing = annotation.facing or facing_of(Pose.from_points(known)).value
    seen = facing_of(pose).value if pose.present.any() else ""
    return PhotoResult(errors, ghosts, absent, confidence, overlap, swapped, sided, facing, seen, strays)


def _swapped(
    pose: Pose, known: npt.NDArray[np.float64], *, height: float
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """[18] twice: joints that lie where the other side's label is, and joints of which that can be told."""
    other = known[list(MIRROR)]
    with np.errstate(invalid="ignore"):
        # Labels must be twice as far apart as what still counts as right, else a joint can be near to both.
        sided = np.linalg.norm(known - other, axis=1) > 2 * WIDE * height
        near_other = np.linalg.norm(pose.points - other, axis=1) <= WIDE * height
    return sided & near_other, sided


def summary(results: Sequence[PhotoResult]) -> dict[str, float]:
    """The figures: shares of joints and of photos, 0..1, and the mask's mean intersection over union."""
    errors = np.stack([result.errors for result in results])
    labelled = ~np.isnan(errors)
    whole = [np.nanmax(row) <= WIDE if (~np.isnan(row)).any() else True for row in errors]
    absent = np.stack([result.absent for result in results])
    ghosts = np.stack([result.ghosts for result in results])
    overlaps = np.array([result.overlap for result in results])
    found = {
        "within 5 %": float((errors[labelled] <= WIDE).mean()),
        "within 2.5 %": float((errors[labelled] <= NARROW).mean()),
        "photos with every joint within 5 %": float(np.mean(whole)),
        "absent joints reported": float(ghosts.sum() / max(1, absent.sum())),
    }
    if np.isfinite(overlaps).any():
        found["mask IoU"] = float(np.nanmean(overlaps))
    return found


def by_joint(results: Sequence[PhotoResult]) -> dict[str, tuple[int, float, float]]:
    """For each joint: how many labels, and the shares within 5 % and 2.5 % of the person's height."""
    errors = np.stack([result.errors for result in results])
    table = {}
    for joint in Joint:
        column = errors[:, joint][~np.isnan(errors[:, joint])]
        if column.size:
            table[joint.title] = (column.size, float((column <= WIDE).mean()), float((column <= NARROW).mean()))
    return table


def figures(network: PoseNetwork, annotations: Sequence[Annotation], *, device: torch.device) -> dict[str, float]:
    """`judge` and `summary` in one."""
    return summary(judge(network, annotations, device=device))


def write_sheet(
    network: PoseNetwork, annotations: Sequence[Annotation], *, path: Path, device: torch.device, columns: int = 8
) -> None:
    """A sheet of photos with the skeletons found on them, each 300 pixels high."""
    from engine.overlay import draw_skeleton

    estimator = PoseEstimator(network, device=device)
    cells = []
    for annotation in annotations:
        photo = load_picture(annotation.photo)
        for person in estimator.estimate(photo).people:
            photo = draw_skeleton(photo, person.pose)
        cells.append(np.asarray(cv2.resize(photo, (200, 300), interpolation=cv2.INTER_AREA)))
    blank = np.full_like(cells[0], 255)
    cells += [blank] * (-len(cells) % columns)
    rows = [np.hstack(cells[start : start + columns]) for start in range(0, len(cells), columns)]
    save_picture(path, np.vstack(rows))
