from __future__ import annotations

import numpy as np
import pytest

from engine.skeleton import Joint, JointState, Pose
from training.prepare.cropping import clipped, fixed_framing


def noise(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3)).astype(np.uint8)


def test_a_published_square_loses_40_columns_on_each_side_and_nothing_else() -> None:
    photo = noise(256, 256)
    framing = fixed_framing((256, 256))
    assert framing is not None
    assert np.array_equal(framing.frame(photo), photo[:, 40:216])
    pose = Pose.from_points(np.full((18, 2), (128.0, 77.0)))
    assert framing.to_frame(pose).points[0].tolist() == [88.0, 77.0]


def test_a_picture_that_is_cut_already_stays_as_it_is() -> None:
    photo = noise(256, 176)
    framing = fixed_framing((256, 176))
    assert framing is not None and np.array_equal(framing.frame(photo), photo)


def test_larger_squares_are_scaled_first() -> None:
    framing = fixed_framing((1024, 1024))
    assert framing is not None and framing.scale == 0.25
    # The middle of the photo is the middle of the picture: pixel centres, so half a pixel before 512 and 88.
    pose = framing.to_frame(Pose.from_points(np.full((18, 2), 511.5)))
    assert pose.points[0].tolist() == [87.5, 127.5]


@pytest.mark.parametrize("size", [(900, 600), (600, 900), (256, 200), (1101, 500)])
def test_other_shapes_are_for_the_person_to_decide(size: tuple[int, int]) -> None:
    assert fixed_framing(size) is None


def test_joints_outside_the_picture_are_missing() -> None:
    points = np.full((18, 2), (50.0, 60.0))
    points[Joint.RIGHT_WRIST] = (-0.6, 10)
    points[Joint.LEFT_WRIST] = (175.4, 10)
    points[Joint.LEFT_ANKLE] = (20, 255.6)
    points[Joint.NOSE] = np.nan
    states = [JointState.HIDDEN] * 18
    pose = clipped(Pose.from_points(points, confidence=np.full(18, 0.7), states=states))
    missing = {joint for joint in Joint if not pose.present[joint]}
    assert missing == {Joint.RIGHT_WRIST, Joint.LEFT_ANKLE, Joint.NOSE}
    assert pose.place(Joint.LEFT_WRIST) == (175.0, 10.0)
    assert pose.states[Joint.NECK] is JointState.HIDDEN and pose.confidence[Joint.NECK] == 0.7
