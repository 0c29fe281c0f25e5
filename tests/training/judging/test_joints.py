"""PCKh and colours on known poses and drawn people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.body_parts import Part
from engine.images import Picture
from engine.openpose.estimator import Estimate
from engine.skeleton import Joint, JointState, Pose
from tests.drawn_person import draw, standing, with_arms
from training.judging.colours import colour_figures, part_colours
from training.judging.groups import change_of, face_light, groups_of, read_labels
from training.judging.joints import (
    FoundPeople,
    JointFinder,
    head_size,
    joint_figures,
    mean_way,
    moved_joints,
    right_joints,
    wrong_joints,
)
from training.judging.people import Subject

SIZE = (256, 176)


def figures(
    found: Pose, target: Pose, *, source: Pose | None = None, people: int = 1
) -> dict[str, tuple[float, float]]:
    return joint_figures(FoundPeople(found, people), source=source or target, target=target, size=SIZE)


def test_a_head_is_measured_on_the_whole_body() -> None:
    pose = standing()
    head = head_size(pose, default=1.0)
    assert 20 < head < 35
    cut = pose.with_joint(Joint.NOSE, state=JointState.MISSING)
    assert head_size(cut, default=1.0) == pytest.approx(head, rel=0.05)
    assert head_size(pose.with_points(pose.points * 2), default=1.0) == pytest.approx(2 * head)


def test_a_joint_is_right_within_half_a_head_and_wrong_beyond() -> None:
    target = standing()
    half = 0.5 * head_size(target, default=1.0)
    for way, right in ((0.0, 18), (0.98 * half, 18), (1.02 * half, 17)):
        found = target.moved(way, 0.0, joints=[Joint.LEFT_WRIST])
        assert figures(found, target)["pckh"] == (right, 18)
    lost = target.with_joint(Joint.LEFT_WRIST, state=JointState.MISSING)
    assert figures(lost, target)["pckh"] == (17, 18)
    assert wrong_joints(lost, target, size=SIZE) == [Joint.LEFT_WRIST]
    assert right_joints(Pose.empty(), target, head=2 * half).sum() == 0


def test_only_joints_that_are_to_be_seen_are_asked_for() -> None:
    target = standing().with_joint(Joint.LEFT_WRIST, state=JointState.HIDDEN)
    target = target.with_joint(Joint.RIGHT_EAR, state=JointState.MISSING).with_joint(Joint.LEFT_ANKLE, (90.0, 300.0))
    assert figures(standing(), target)["pckh"] == (15, 15)


def test_moved_joints_are_those_more_than_half_a_head_away() -> None:
    source = standing()
    target = with_arms(source, right=0.9)
    moved = moved_joints(source, target, head=head_size(target, default=1.0))
    assert [joint for joint in Joint if moved[joint]] == [Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST]
    # Handing the picture back leaves all but those two right.
    found = figures(source, target, source=source)
    assert found["pckh"] == (16, 18) and found["pckh_moved"] == (0, 2)
    assert figures(target, target, source=source)["pckh_moved"] == (2, 2)
    assert figures(source, source, source=source)["pckh_moved"] == (0, 0)


def test_a_person_from_the_wrong_side_is_told_from_one_in_a_wrong_pose() -> None:
    target = standing()
    found = figures(target.sides_swapped(), target)
    assert found["pckh"][0] < 10 and found["pckh_either"] == (18, 18)


def test_nobody_and_several_people() -> None:
    nobody = figures(Pose.empty(), standing(), people=0)
    assert nobody["found"] == (0, 1) and nobody["alone"] == (0, 1) and nobody["pckh"] == (0, 18)
    crowd = figures(standing(), standing(), people=2)
    assert crowd["found"] == (1, 1) and crowd["alone"] == (0, 1)


def test_the_size_of_a_change_is_the_joints_mean_way_in_heads() -> None:
    pose = standing()
    head = head_size(pose, default=1.0)
    for way, name in ((0.24, "small"), (0.26, "medium"), (0.49, "medium"), (0.51, "large")):
        other = pose.moved(way * head, 0.0)
        assert mean_way(pose, other, head=head) == pytest.approx(way)
        assert change_of(pose, other, height=256) == name
    assert mean_way(pose, Pose.empty(), head=head) == 0.0


def test_parts_have_the_colours_they_were_drawn_in() -> None:
    picture, mask = draw(standing())
    colours = part_colours(picture, standing(), mask=mask.astype(np.float32))
    assert set(colours) == set(Part)
    assert np.linalg.norm(colours[Part.RIGHT_FOREARM] - colours[Part.RIGHT_UPPER_ARM]) < 5
    assert np.linalg.norm(colours[Part.RIGHT_FOREARM] - colours[Part.LEFT_FOREARM]) > 50
    hidden = standing().with_joint(Joint.LEFT_WRIST, state=JointState.HIDDEN)
    assert Part.LEFT_FOREARM not in part_colours(picture, hidden)


def test_colours_agree_in_another_pose_and_not_in_other_clothes() -> None:
    source, target = standing(), with_arms(standing(), right=1.2, left=-0.8)
    (before, mask), (after, _) = draw(source), draw(target)
    person = mask.astype(np.float32)
    same = colour_figures(before, after, source=source, target=target, person=person)
    assert same["colour_agreement"] == (10, 10) and same["colour_difference"][0] / 10 < 4
    other = after[..., [2, 1, 0]]
    changed = colour_figures(before, np.ascontiguousarray(other), source=source, target=target, person=person)
    assert changed["colour_agreement"][0] <= 3 and changed["colour_difference"][0] / 10 > 20


def test_groups_say_what_is_known_and_no_more(tmp_path) -> None:
    picture, mask = draw(standing())
    subject = Subject("a", picture, mask.astype(np.uint8) * 255, standing(), "a", {"gender": "women"})
    target = with_arms(standing(), right=1.5)
    groups = groups_of(subject, picture, source=standing(), target=target, preset="waving")
    assert groups["facing"] == "front" and groups["turn"] == "same side" and groups["preset"] == "waving"
    assert groups["gender"] == "women" and groups["change"] == "medium"
    assert groups["light on the face"] == "bright"
    assert face_light(picture // 3, standing()) == "dim"
    assert face_light(picture, standing().with_joint(Joint.NOSE, state=JointState.MISSING)) == ""
    bare = groups_of(replace(subject, labels={}), picture, source=standing(), target=standing().sides_swapped())
    assert "gender" not in bare and "preset" not in bare
    table = tmp_path / "labels.csv"
    table.write_text("name,gender,skin\n0001,men,dark\n0002,,light\n", encoding="utf-8")
    assert read_labels(table) == {"0001": {"gender": "men", "skin": "dark"}, "0002": {"skin": "light"}}


def test_a_picture_is_looked_at_once() -> None:
    class Counting:
        """Finds nobody, and counts what it is asked."""

        asked = 0

        def estimate_many(self, pictures: Sequence[Picture]) -> list[Estimate]:
            self.asked += len(pictures)
            return [Estimate((), None) for _ in pictures]

    counting: Any = Counting()
    finder = JointFinder(counting)
    white, grey = np.full((32, 24, 3), 255, np.uint8), np.full((32, 24, 3), 128, np.uint8)
    assert [found.people for found in finder.find([white, grey, white.copy()])] == [0, 0, 0]
    assert len(finder.find([grey, np.full((24, 32, 3), 128, np.uint8)])) == 2 and counting.asked == 3
