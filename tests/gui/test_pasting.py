"""A copied skeleton finds its place in a photo, whatever it was copied from."""

from __future__ import annotations

import json

import numpy as np
import pytest

from engine.errors import PoseFileError
from engine.skeleton import Joint, Pose
from gui.pose_files import photo_pose_of_text, text_of_pose
from tests.gui.canvas.conftest import astronaut_pose


def test_the_same_size_keeps_the_place() -> None:
    pose = astronaut_pose()
    text = text_of_pose(pose, size=(512, 512), title="")
    assert photo_pose_of_text(text, size=(512, 512)).same_as(pose, tolerance=0.01)


def test_another_size_is_made_to_fit() -> None:
    pose = astronaut_pose()
    text = text_of_pose(pose, size=(512, 512), title="")
    found = photo_pose_of_text(text, size=(256, 1024))
    np.testing.assert_allclose(found.points, (pose.points + 0.5) / 2 - 0.5 + (384, 0), atol=0.01)


def test_from_a_program_that_says_no_size() -> None:
    flat = [value for _ in Joint for value in (40.0, 30.0, 0.9)]
    other = json.dumps({"people": [{"pose_keypoints_2d": flat}]})
    assert photo_pose_of_text(other, size=(100, 100)).place(Joint.NOSE) == (40.0, 30.0)
    wide = json.dumps({"people": [{"pose_keypoints_2d": [v * 10 for v in flat[:3]] + flat[3:]}]})
    box = photo_pose_of_text(wide, size=(100, 100)).box()
    assert box is not None and min(box) >= 0 and max(box) <= 99


@pytest.mark.parametrize("text", ["", "hello", text_of_pose(Pose.empty(), size=(9, 9), title="")])
def test_what_is_no_pose_is_said(text: str) -> None:
    with pytest.raises(PoseFileError):
        photo_pose_of_text(text, size=(100, 100))
