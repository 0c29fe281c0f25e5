"""Moving a photo's pixels along its skeleton."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.alignment import Moved, move_picture
from engine.skeleton import Joint, JointState, Pose, descendants
from tests.drawn_person import COLOURS, LIMBS, draw, scaled, standing, with_arms

J = Joint


def move(source: Pose, target: Pose, *, size: tuple[int, int] = (256, 176)) -> Moved:
    picture, mask = draw(source, size=size)
    return move_picture(picture, mask, source=source, target=target)


def colour_at(moved: Moved, place: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    x, y = np.rint(place).astype(int)
    return np.median(moved.picture[y - 1 : y + 2, x - 1 : x + 2].reshape(-1, 3).astype(float), axis=0)


def middle(pose: Pose, first: Joint, second: Joint) -> npt.NDArray[np.float64]:
    return np.asarray((pose.points[first] + pose.points[second]) / 2)


def looks(moved: Moved, place: npt.NDArray[np.float64], part: str) -> bool:
    return bool(np.abs(colour_at(moved, place) - COLOURS[part]).max() < 40)


def test_the_same_pose_gives_the_same_picture() -> None:
    picture, _ = draw(standing())
    moved = move(standing(), standing())
    assert np.abs(moved.picture.astype(int) - picture).mean() < 1.0
    assert moved.holes.mean() < 0.002


@pytest.mark.parametrize("right, left", [(0.7, -0.7), (1.5, -1.5), (2.4, -2.4), (-0.2, 1.0)])
def test_arms_go_where_the_target_has_them(right: float, left: float) -> None:
    target = with_arms(standing(), right=right, left=left)
    moved = move(standing(), target)
    for arm in ("right arm", "left arm"):
        shoulder, elbow, wrist = LIMBS[arm]
        for place in (middle(target, shoulder, elbow), middle(target, elbow, wrist)):
            assert looks(moved, place, arm), f"{arm} at {place}: {colour_at(moved, place)}"


def test_a_raised_arm_leaves_no_arm_behind_and_uncovers_the_body() -> None:
    source = with_arms(standing(), left=0.75)  # the left forearm lies before the torso
    target = with_arms(standing(), left=-1.5)
    moved = move(source, target)
    before = middle(source, J.LEFT_ELBOW, J.LEFT_WRIST)
    assert moved.holes[int(before[1]), int(before[0])] > 0.5
    assert looks(moved, before, "torso"), "a hole takes the colours round it"


def test_legs_and_feet_move_without_fans() -> None:
    source = standing()
    target = source
    for hip, angle in ((J.RIGHT_HIP, 0.35), (J.LEFT_HIP, -0.35)):
        target = target.turned(angle, centre=target.place(hip), joints=descendants(hip))
    moved = move(source, target)
    for leg in ("right leg", "left leg"):
        hip, knee, ankle = LIMBS[leg]
        assert looks(moved, middle(target, hip, knee), leg)
        assert looks(moved, middle(target, knee, ankle), leg)
    between = middle(target, J.RIGHT_ANKLE, J.LEFT_ANKLE)
    assert (colour_at(moved, between) > 250).all()
    # As much leg as before: nothing torn off, nothing spread out.
    was, now = (~(p[190:] > 250).all(axis=2) for p in (draw(source)[0], moved.picture))
    assert now.sum() == pytest.approx(was.sum(), rel=0.25)


def test_crossed_legs_are_both_drawn() -> None:
    source = standing()
    target = source
    for hip, angle in ((J.RIGHT_HIP, -0.3), (J.LEFT_HIP, 0.3)):
        target = target.turned(angle, centre=target.place(hip), joints=descendants(hip))
    moved = move(source, target)
    for leg in ("right leg", "left leg"):
        assert looks(moved, target.points[LIMBS[leg][2]], leg)
    column = moved.picture[140:220, :, :].astype(int)
    assert ((column < 250).any(axis=2).sum(axis=1) > 5).all(), "no row of the legs may be empty"


def test_an_arm_that_the_target_hides_goes_behind_the_body() -> None:
    target = with_arms(standing(), left=0.75)
    shown = move(standing(), target)
    for joint in (J.LEFT_ELBOW, J.LEFT_WRIST):
        target = target.with_joint(joint, state=JointState.HIDDEN)
    hidden = move(standing(), target)
    place = middle(target, J.LEFT_ELBOW, J.LEFT_WRIST)
    assert looks(shown, place, "left arm")
    assert looks(hidden, place, "torso")


def test_joints_that_the_target_lacks_move_with_what_they_hang_on() -> None:
    target = with_arms(standing(), right=0.8)
    full = target
    for joint in (J.RIGHT_WRIST, J.LEFT_ANKLE, J.LEFT_HIP):
        target = target.with_joint(joint, state=JointState.MISSING)
    moved = move(standing(), target)
    assert looks(moved, middle(full, J.RIGHT_ELBOW, J.RIGHT_WRIST), "right arm")
    assert looks(moved, middle(full, J.LEFT_KNEE, J.LEFT_ANKLE), "left leg")


def test_legs_that_the_photo_lacks_are_holes() -> None:
    picture, mask = draw(standing())
    picture[150:], mask[150:] = 255, False
    source = standing()
    for joint in (J.RIGHT_KNEE, J.RIGHT_ANKLE, J.LEFT_KNEE, J.LEFT_ANKLE):
        source = source.with_joint(joint, state=JointState.MISSING)
    moved = move_picture(picture, mask, source=source, target=standing())
    x, y = np.rint(middle(standing(), J.RIGHT_KNEE, J.RIGHT_ANKLE)).astype(int)
    assert moved.holes[y, x] > 0.9 and moved.mask[y, x] > 0.9


def test_a_hidden_arm_is_taken_from_its_twin() -> None:
    source = standing()
    for joint in (J.RIGHT_ELBOW, J.RIGHT_WRIST):
        source = source.with_joint(joint, state=JointState.HIDDEN)
    target = with_arms(standing(), right=1.5)
    assert looks(move(source, target), middle(target, J.RIGHT_ELBOW, J.RIGHT_WRIST), "left arm")


def test_draft_size_shows_the_same() -> None:
    target = with_arms(standing(), right=1.2, left=-0.6)
    large = move(standing(), target)
    half = move(scaled(standing(), 0.5), scaled(target, 0.5), size=(128, 88))
    shrunk = large.picture.reshape(128, 2, 88, 2, 3).mean(axis=(1, 3))
    assert np.abs(shrunk - half.picture).mean() < 5


def test_holes_of_the_photo_move_along() -> None:
    picture, mask = draw(standing())
    holes = np.zeros((256, 176), np.float32)
    holes[90:134, 40:72] = 1  # the right arm below the elbow
    target = with_arms(standing(), right=1.5)
    moved = move_picture(picture, mask, source=standing(), target=target, holes=holes)
    x, y = np.rint(middle(target, J.RIGHT_ELBOW, J.RIGHT_WRIST)).astype(int)
    assert moved.holes[y, x] > 0.9


def test_a_picture_without_a_person_gives_white() -> None:
    picture, mask = draw(standing())
    moved = move_picture(picture, mask, source=Pose.empty(), target=Pose.empty())
    assert (moved.picture == 255).all() and not moved.holes.any()


def test_sizes_must_match() -> None:
    picture, mask = draw(standing())
    with pytest.raises(ValueError, match="one size"):
        move_picture(picture, mask[:-1], source=standing(), target=standing())


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(list(JointState)), min_size=18, max_size=18),
    st.lists(st.sampled_from(list(JointState)), min_size=18, max_size=18),
    st.integers(0, 2**31),
)
def test_any_joints_may_be_missing(first: list[JointState], second: list[JointState], seed: int) -> None:
    rng = np.random.default_rng(seed)
    size = (128, 88)
    whole = scaled(standing(), 0.5)
    picture, mask = draw(whole, size=size)
    source = Pose.from_points(whole.points, states=first)
    target = Pose.from_points(whole.points + rng.normal(0, 12, (18, 2)), states=second)
    moved = move_picture(picture, mask, source=source, target=target)
    assert moved.picture.shape == (*size, 3) and moved.picture.dtype == np.uint8
    for share in (moved.holes, moved.mask):
        assert share.shape == size and np.isfinite(share).all() and share.min() >= 0 and share.max() <= 1


def test_no_white_shines_through_where_a_hole_begins() -> None:
    source = with_arms(standing(), left=0.75)  # the left forearm lies before the torso
    moved = move(source, with_arms(standing(), left=-1.5))
    assert (moved.holes > 0.9).sum() > 50
    torso = standing().points
    left, right = sorted((torso[J.RIGHT_SHOULDER][0], torso[J.LEFT_SHOULDER][0]))
    top, bottom = torso[J.NECK][1] + 12, torso[J.RIGHT_HIP][1] - 12
    shares = moved.mask[int(top) : int(bottom), int(left) + 6 : int(right) - 6]
    assert shares.min() > 0.95
