"""Several people: how the scenes are pasted, and what counts as the right number and as an exchanged joint."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.skeleton import Joint, Pose
from tests.drawn_person import standing, write_photo_folder
from training.annotations import Annotation, read_annotations
from training.estimator_figures import load_files
from training.judging.crowds import ARRANGEMENTS, LARGE, Scene, scene, usable
from training.judging.known import known_groups
from training.judging.oddly import ODD, fit_for
from training.judging.several import figures_of, judge_scene


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> list[Annotation]:
    folder = tmp_path_factory.mktemp("people")
    write_photo_folder(folder, train=1, val=4)
    return read_annotations(folder, split="val")


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_the_same_number_gives_the_same_scene(photos: list[Annotation], arrangement: str) -> None:
    first, again = (scene(photos, arrangement, 1, load=load_files) for _ in range(2))  # type: ignore[arg-type]
    assert first is not None and again is not None and np.array_equal(first.picture, again.picture)
    count = {"two": 2, "three": 3}.get(arrangement.split()[0], 1)
    assert len(first.people) == len(first.behind) == count
    height, width = first.picture.shape[:2]
    assert ((height, width) == LARGE) == (arrangement == "small in large")
    for person in first.people:
        shown = person[np.isfinite(person[:, 0])]
        assert (shown >= 0).all() and (shown < (width, height)).all()
    covered = any(behind.any() for behind in first.behind)
    assert not covered or "overlapping" in arrangement


def test_whoever_is_alone_makes_no_crowd(photos: list[Annotation]) -> None:
    assert all(usable(photo) for photo in photos)
    assert scene(photos[:1], "two side by side", 0, load=load_files) is None
    other = scene(photos, "two side by side", 2, load=load_files)
    same = scene(photos, "two side by side", 1, load=load_files)
    assert other is not None and same is not None and other.picture.shape != same.picture.shape


def two() -> tuple[Scene, list[Pose]]:
    left, right = standing().points, standing().points + (200.0, 0.0)
    nothing = np.zeros(18, np.bool_)
    return Scene("a", np.zeros((1, 1, 3), np.uint8), (left, right), (nothing, nothing)), [
        Pose.from_points(left), Pose.from_points(right),
    ]  # fmt: skip


def test_people_who_are_found_where_they_are() -> None:
    one, poses = two()
    figures = figures_of(judge_scene(one, poses[::-1]))
    assert (
        figures["people_right"] == 1.0 and figures["within_5"] == (36.0, 36.0) and figures["exchanged"] == (0.0, 36.0)
    )


def test_an_exchanged_arm_is_counted_and_a_wrong_one_is_not() -> None:
    one, poses = two()
    arm = [Joint.LEFT_ELBOW, Joint.LEFT_WRIST]
    points = poses[0].points.copy()
    points[arm] = poses[1].points[arm]
    figures = figures_of(judge_scene(one, [Pose.from_points(points), poses[1]]))
    assert figures["exchanged"] == (2.0, 36.0) and figures["within_5"] == (34.0, 36.0)
    points[arm] = poses[0].points[arm] + (0.0, 60.0)
    assert figures_of(judge_scene(one, [Pose.from_points(points), poses[1]]))["exchanged"] == (0.0, 36.0)


def test_somebody_missed_or_made_up_is_the_wrong_number() -> None:
    one, poses = two()
    missed = figures_of(judge_scene(one, poses[:1]))
    assert missed["people_right"] == 0.0 and missed["within_5"] == (18.0, 36.0)
    nobody = figures_of(judge_scene(one, []))
    assert nobody["people_right"] == 0.0 and nobody["within_5"] == (0.0, 36.0) and nobody["exchanged"] == (0.0, 0.0)
    far = Pose.from_points(poses[0].points + (900.0, 0.0))
    assert figures_of(judge_scene(one, [*poses, far]))["people_right"] == 0.0


def test_photos_shown_oddly_keep_their_joints(photos: list[Annotation]) -> None:
    photo = photos[0]
    picture, mask = load_files(photo)
    for odd in ODD:
        assert fit_for(odd, photos)
        annotation, shown, share = odd.change(photo, picture, mask)
        assert shown.shape[:2] == share.shape == annotation.size[::-1]
        below = annotation.keypoints[annotation.keypoints[:, 2] > 0, 1]
        assert below.max() < shown.shape[0]
        gone = annotation.keypoints[[Joint.RIGHT_ANKLE, Joint.RIGHT_HIP], 2] == 0
        assert gone.tolist() == {"low": [False, False], "waist": [True, True]}.get(odd.key, [True, False])


def test_what_the_table_says_of_people(tmp_path: Path) -> None:
    assert known_groups(tmp_path) == {}
    (tmp_path / "keypoints18.json").write_text(
        '{"00000": {"sex": "female", "skin": "dark", "person": 3, "split": "val"}, "00001": {}}', encoding="utf-8"
    )
    assert known_groups(tmp_path) == {"00000": {"sex": "female", "skin": "dark"}, "00001": {}}
