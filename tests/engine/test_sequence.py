"""Poses between poses."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import Cancelled, UsageError
from engine.presets import load_presets
from engine.progress import CancelToken
from engine.sequence import between, poses_between, render_sequence
from engine.skeleton import Joint, JointState, Pose, bone_lengths, descendants
from tests.engine.small_models import painter
from tests.engine.test_transfer import STANDING, arms_up, person_at, photo, transfer

J = Joint


def test_the_ends_are_the_poses_themselves() -> None:
    first, second = person_at(), arms_up(person_at())
    assert between(first, second, 0.0) is first and between(first, second, 1.0) is second
    with pytest.raises(ValueError, match="0..1"):
        between(first, second, 1.1)


def test_bones_keep_their_length_on_the_way() -> None:
    """Straight lines between joints would shorten a swinging arm to nothing."""
    first, second = person_at(), arms_up(person_at())
    lengths = bone_lengths(first)
    for share in (0.2, 0.5, 0.8):
        for limb, length in bone_lengths(between(first, second, share)).items():
            assert length == pytest.approx(lengths[limb], rel=1e-6), limb


def test_lengths_go_from_the_one_to_the_other() -> None:
    first, second = person_at(), person_at(STANDING * 2)
    half, whole = bone_lengths(between(first, second, 0.5)), bone_lengths(first)
    assert all(half[limb] == pytest.approx(1.5 * length) for limb, length in whole.items())


@pytest.mark.parametrize("joint", [J.RIGHT_ELBOW, J.LEFT_ELBOW])
def test_an_arm_that_goes_up_swings_outwards(joint: Joint) -> None:
    shoulder = J.RIGHT_SHOULDER if joint is J.RIGHT_ELBOW else J.LEFT_SHOULDER
    first = person_at()
    side = np.sign(first.points[shoulder, 0] - first.points[J.NECK, 0])
    for angle in (2.9, -2.9, 2.2, -2.2):
        second = first.turned(angle, centre=first.place(shoulder), joints=descendants(shoulder))
        middle = between(first, second, 0.5)
        assert side * (middle.points[joint, 0] - middle.points[shoulder, 0]) > 0


def test_a_forearm_goes_with_its_upper_arm() -> None:
    first = person_at()
    second = first.turned(2.0, centre=first.place(J.RIGHT_SHOULDER), joints=descendants(J.RIGHT_SHOULDER))
    middle = between(first, second, 0.4)

    def bend(pose: Pose) -> float:
        upper = pose.points[J.RIGHT_ELBOW] - pose.points[J.RIGHT_SHOULDER]
        lower = pose.points[J.RIGHT_WRIST] - pose.points[J.RIGHT_ELBOW]
        return float(np.arctan2(upper[0] * lower[1] - upper[1] * lower[0], upper @ lower))

    assert bend(middle) == pytest.approx(bend(first), abs=1e-6) == pytest.approx(bend(second), abs=1e-6)


def test_shoulders_that_turn_in_depth_narrow_and_stay_level() -> None:
    front, back = person_at(), person_at().sides_swapped()
    middle = between(front, back, 0.5)
    width = abs(middle.points[J.RIGHT_SHOULDER, 0] - middle.points[J.LEFT_SHOULDER, 0])
    assert width < 3 and abs(middle.points[J.RIGHT_SHOULDER, 1] - front.points[J.RIGHT_SHOULDER, 1]) < 2


def test_a_joint_of_one_end_fades_and_goes() -> None:
    whole = person_at()
    less = whole.with_joint(J.RIGHT_WRIST, state=JointState.MISSING).with_joint(J.NOSE, state=JointState.HIDDEN)
    quarter, later = between(whole, less, 0.25), between(whole, less, 0.75)
    assert quarter.confidence[J.RIGHT_WRIST] == pytest.approx(0.5)
    assert quarter.states[J.RIGHT_WRIST] is JointState.VISIBLE and not later.present[J.RIGHT_WRIST]
    assert quarter.states[J.NOSE] is JointState.VISIBLE and later.states[J.NOSE] is JointState.HIDDEN
    assert between(less, whole, 0.6).confidence[J.RIGHT_WRIST] == pytest.approx(0.2)


def test_without_a_neck_joints_still_find_their_places() -> None:
    bare = person_at().with_joint(J.NECK, state=JointState.MISSING)
    middle = between(bare, arms_up(person_at()), 0.3)
    assert middle.present[J.RIGHT_SHOULDER] and not middle.present[J.NECK]
    assert np.isfinite(middle.points[middle.present]).all()


def test_presets_have_poses_between_them_without_jumps() -> None:
    presets = [preset.pose for preset in load_presets()]
    for first, second in zip(presets, presets[1:], strict=False):
        steps = poses_between((first, second), frames=21)
        for one, other in zip(steps, steps[1:], strict=False):
            both = one.present & other.present
            assert np.hypot(*(one.points[both] - other.points[both]).T).max() < 26


def test_frames_are_spread_over_the_keys() -> None:
    keys = [person_at(), arms_up(person_at()), person_at(STANDING + 10)]
    there = poses_between(keys, frames=9)
    assert len(there) == 9 and there[0] is keys[0] and there[-1] is keys[2]
    assert there[4].same_as(keys[1], tolerance=1e-9)
    round_ = poses_between(keys, frames=9, loop=True)
    assert round_[0] is keys[0] and round_[3].same_as(keys[1], tolerance=1e-6)
    assert not round_[-1].same_as(keys[0], tolerance=0.1), "the first is not repeated at the end"
    for wrong, frames in ((keys[:1], 5), (keys, 2), ([keys[0], Pose.empty()], 5), (keys, 5000)):
        with pytest.raises(UsageError):
            poses_between(wrong, frames=frames)


def test_pictures_of_a_sequence_are_of_one_size_and_can_be_given_up(tmp_path: Path) -> None:
    session = transfer(painter(tmp_path, "moved")).open(photo())
    keys = [session.fitted(pose) for pose in (person_at(), arms_up(person_at()))]
    cancel, seen = CancelToken(), []
    steps: list[int] = []
    made = render_sequence(
        session, poses_between(keys, frames=4), cancel=cancel, progress=lambda done, total, text: steps.append(done)
    )
    for picture in made:
        seen.append(picture)
        if len(seen) == 3:
            cancel.cancel()
            break
    assert len({picture.framing for picture in seen}) == 1 and steps == [0, 1, 2]
    with pytest.raises(Cancelled):
        next(made)
