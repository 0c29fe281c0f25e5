"""What an estimator's confidences are worth, measured on photos with known joints: isotonic regression, joint by joint.

A joint counts as right within 5 % of the person's height; one that the label says does not show is wrong wherever it
is reported.  Joints of both sides share a curve.  (Zadrozny and Elkan, KDD 2002, for isotonic calibration.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from scipy.optimize import isotonic_regression

from engine.openpose.calibration import Calibration
from engine.openpose.network import PoseNetwork
from engine.progress import Progress, no_progress
from engine.skeleton import JOINT_COUNT, MIRROR
from training.annotations import Annotation
from training.estimator_figures import WIDE, PhotoResult, judge

Doubles = npt.NDArray[np.float64]

KNOTS: Final = 33
LEAST: Final = 0.3
"""A joint is reported from here on: a person sees at a glance that one is wrong, and adding one takes longer."""
_PRIOR: Final = 4.0
"""As many made-up joints, right as often as their confidence says, steady each curve."""


def calibrated(
    network: PoseNetwork,
    annotations: Sequence[Annotation],
    *,
    device: torch.device,
    least: float = LEAST,
    progress: Progress = no_progress,
) -> Calibration:
    """The calibration of a network, from photos with labels; the network's own is left out of account and as it is."""
    kept, network.calibration = network.calibration, open_calibration()
    try:
        results = judge(network, annotations, device=device, masks=False, progress=progress)
        # Every second photo is looked at once more, cut below the hips: people's own photos often are.
        results += judge(network, annotations[::2], device=device, masks=False, upper_body=True, progress=progress)
    finally:
        network.calibration = kept
    return fitted(results, least=least)


def open_calibration() -> Calibration:
    """The calibration that changes nothing and reports every faint peak."""
    return Calibration((0.0, 1.0), ((0.0, 1.0),) * JOINT_COUNT, 0.0)


def fitted(results: Sequence[PhotoResult], *, least: float) -> Calibration:
    """Rising curves through what was judged; confidences are those of `open_calibration`."""
    confidence = np.stack([result.confidence for result in results])  # [photos, 18], NaN where not reported
    errors = np.stack([result.errors for result in results])
    ghosts = np.stack([result.ghosts for result in results])
    known = np.isfinite(confidence) & (~np.isnan(errors) | ghosts)
    right = known & (np.nan_to_num(errors, nan=np.inf) <= WIDE)
    knots = np.linspace(0.0, 1.0, KNOTS)
    values = []
    for joint in range(JOINT_COUNT):
        both = sorted({joint, MIRROR[joint]})
        chosen = known[:, both]
        values.append(_curve(confidence[:, both][chosen], right[:, both][chosen], knots))
    return Calibration(tuple(map(float, knots)), tuple(values), least)


def _curve(confidence: Doubles, right: npt.NDArray[np.bool_], knots: Doubles) -> tuple[float, ...]:
    """Values at the knots: isotonic regression over bins round them."""
    step = knots[1] - knots[0]
    nearest = np.clip(np.rint(confidence / step).astype(int), 0, len(knots) - 1)
    count = np.bincount(nearest, minlength=len(knots)).astype(np.float64)
    hits = np.bincount(nearest, weights=right.astype(np.float64), minlength=len(knots))
    weight = count + _PRIOR / len(knots)
    share = (hits + knots * _PRIOR / len(knots)) / weight
    return tuple(float(v) for v in np.clip(isotonic_regression(share, weights=weight).x, 0.0, 1.0))
