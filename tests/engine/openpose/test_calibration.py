"""Confidences as probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from engine.openpose.calibration import Calibration
from engine.skeleton import JOINT_COUNT, Joint, Pose


def rising(least: float = 0.5) -> Calibration:
    return Calibration((0.0, 0.5, 1.0), ((0.0, 0.2, 1.0),) * JOINT_COUNT, least)


def test_confidences_become_probabilities_and_unlikely_joints_go() -> None:
    confidence = np.linspace(0.4, 0.9, JOINT_COUNT)
    pose = Pose.from_points(np.ones((JOINT_COUNT, 2)), confidence=confidence)
    applied = rising().applied(pose)
    expected = np.interp(confidence, (0.0, 0.5, 1.0), (0.0, 0.2, 1.0))
    assert np.array_equal(applied.present, expected >= 0.5)
    assert np.allclose(applied.confidence[applied.present], expected[expected >= 0.5])


def test_a_missing_joint_stays_missing() -> None:
    points = np.ones((JOINT_COUNT, 2))
    points[Joint.NOSE] = np.nan
    assert not rising(0.0).applied(Pose.from_points(points)).present[Joint.NOSE]


def test_round_trip() -> None:
    assert Calibration.from_json(rising().to_json()) == rising()


@pytest.mark.parametrize(
    ("knots", "values", "least"),
    [
        ((0.0, 0.0), ((0.0, 1.0),) * JOINT_COUNT, 0.5),
        ((0.0, 1.0), ((0.0, 1.5),) * JOINT_COUNT, 0.5),
        ((0.0, 1.0), ((0.0, 1.0),) * 17, 0.5),
        ((0.0, 1.0), ((0.0, 1.0),) * JOINT_COUNT, 2.0),
        ((0.0, 1.0), ((0.0, float("nan")),) * JOINT_COUNT, 0.5),
        ((0.0,), ((0.0,),) * JOINT_COUNT, 0.5),
    ],
)
def test_what_is_no_calibration(knots, values, least) -> None:
    with pytest.raises(ValueError, match="calibration"):
        Calibration(knots, values, least)
