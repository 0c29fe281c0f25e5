"""Measuring confidences on known answers."""

from __future__ import annotations

import numpy as np

from engine.skeleton import JOINT_COUNT, Joint
from training.calibration import fitted
from training.estimator_figures import PhotoResult


def judged(rng: np.random.Generator) -> PhotoResult:
    """A photo on which joints are right exactly as often as the square of their confidence says."""
    confidence = rng.uniform(0.2, 1.0, JOINT_COUNT)
    right = rng.random(JOINT_COUNT) < confidence**2
    nobody = np.zeros(JOINT_COUNT, bool)
    return PhotoResult(np.where(right, 0.01, 0.2), nobody, nobody, confidence, 1.0)


def test_the_curve_is_found() -> None:
    rng = np.random.default_rng(3)
    calibration = fitted([judged(rng) for _ in range(1500)], least=0.5)
    raw = np.full(JOINT_COUNT, 0.8)
    assert np.abs(calibration.probability(raw) - 0.64).max() < 0.06
    for curve in calibration.values:
        assert (np.diff(curve) >= 0).all()
    # Both sides share what was seen of either.
    assert calibration.values[Joint.LEFT_WRIST] == calibration.values[Joint.RIGHT_WRIST]


def test_joints_that_do_not_show_count_as_wrong() -> None:
    everywhere = np.ones(JOINT_COUNT, bool)
    ghosts = PhotoResult(np.full(JOINT_COUNT, np.nan), everywhere, everywhere, np.full(JOINT_COUNT, 0.9), 1.0)
    assert fitted([ghosts] * 50, least=0.5).probability(np.full(JOINT_COUNT, 0.9)).max() < 0.2
