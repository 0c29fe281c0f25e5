"""The landmark model that has no part in our generators: places, presence, and files that are none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from engine.errors import WeightsError
from engine.skeleton import Joint
from training.judging.joints import FoundPeople, JointFinder
from training.judging.landmarks import SIDE, LandmarkModel, read_landmark_model

Floats = npt.NDArray[np.float32]


def looking_at(square: Floats) -> tuple[Floats, float]:
    """A network that puts every landmark on the darkest pixel, and sees nobody where there is none."""
    row, column = np.unravel_index(int(square.sum(axis=2).argmin()), (SIDE, SIDE))
    landmarks = np.zeros((39, 5), np.float32)
    landmarks[:, :2] = column, row
    left_wrist, right_wrist = 15, 16
    landmarks[left_wrist, :2], landmarks[left_wrist, 3] = (10, 20), -4.0
    landmarks[right_wrist, :2] = (11, 24)
    return landmarks, 1.0 if square.min() < 0.5 else 0.1


@pytest.mark.parametrize("size", [(256, 176), (128, 88), (300, 512)])
def test_joints_come_back_in_the_picture_s_own_pixels(size: tuple[int, int]) -> None:
    picture = np.full((*size, 3), 255, np.uint8)
    x, y = size[1] // 3, size[0] // 4
    picture[y - 2 : y + 3, x - 2 : x + 3] = 60
    picture[y, x] = 0
    found = LandmarkModel(looking_at).find([picture])[0]
    assert found.people == 1
    for joint in (Joint.NOSE, Joint.NECK, Joint.RIGHT_HIP):
        assert np.allclose(found.pose.points[joint], (x, y), atol=max(size) / SIDE)
    scale = SIDE / max(size)
    left, top = ((SIDE - round(side * scale)) // 2 for side in (size[1], size[0]))
    # Seen in the mirror the left wrist is the right one: what counts is the middle between both looks.
    looks = [(np.array([x - left, y - top]) + 0.5) / scale - 0.5 for x, y in ((10, 20), (11, 24))]
    looks[1][0] = size[1] - 1 - looks[1][0]
    assert np.allclose(found.pose.points[Joint.LEFT_WRIST], (looks[0] + looks[1]) / 2)
    assert found.pose.confidence[Joint.LEFT_WRIST] < 0.3 < found.pose.confidence[Joint.NOSE]


def test_a_finder_by_such_a_model_asks_it_once_and_nobody_is_nobody() -> None:
    asked: list[int] = []

    class Counting(LandmarkModel):
        """Tells how many pictures it is asked about."""

        def find(self, pictures: Sequence[npt.NDArray[np.uint8]]) -> list[FoundPeople]:
            asked.append(len(pictures))
            return super().find(pictures)

    finder = JointFinder(model=Counting(looking_at))
    white = np.full((256, 176, 3), 255, np.uint8)
    found = finder.find([white, white])
    assert [one.people for one in found] == [0, 0] and not found[0].pose.present.any()
    assert finder.find([white])[0].people == 0 and asked == [1, 0]


def test_a_file_that_is_no_landmark_model_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "pose.tflite"
    wrong.write_bytes(b"TFL3 not at all" * 20)
    with pytest.raises(WeightsError, match="mediapipe"):
        read_landmark_model(wrong)
    with pytest.raises(WeightsError):
        read_landmark_model(tmp_path / "missing.tflite")
