from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.skeleton import LIMBS, MIRROR, Joint, JointState, Pose, bone_lengths, descendants
from gui.canvas import gestures
from gui.canvas.body import doubts, guess_place, standing
from gui.canvas.drags import MoveDrag, ReachDrag, ScaleDrag, TurnDrag, TurnLimbDrag, WholeDrag

J = Joint
places = st.tuples(st.floats(-500, 900), st.floats(-500, 900))


def body() -> Pose:
    """A standing person of 400 pixels whose right arm and left leg are bent."""
    pose = standing().transformed([[4, 0, 200], [0, 4, 20]])
    pose = pose.with_joint(J.RIGHT_WRIST, (110.0, 190.0)).with_joint(J.LEFT_ANKLE, (260.0, 380.0))
    return pose.with_joint(J.LEFT_EAR, state=JointState.MISSING)


def test_moving_joints_leaves_the_others_and_settles_doubt() -> None:
    before = body().with_joint(J.RIGHT_KNEE, confidence=0.2)
    after = gestures.move_joints(before, (J.RIGHT_KNEE, J.LEFT_EAR), 3, -4)
    assert after.place(J.RIGHT_KNEE) == tuple(before.points[J.RIGHT_KNEE] + (3, -4))
    assert after.confidence[J.RIGHT_KNEE] == 1.0
    assert not after.has(J.LEFT_EAR)
    rest = [j for j in J if j is not J.RIGHT_KNEE]
    np.testing.assert_array_equal(after.points[rest], before.points[rest])


@settings(deadline=None)
@given(towards=places)
def test_a_limb_turns_with_all_that_hangs_on_it_and_no_bone_changes(towards: tuple[float, float]) -> None:
    before = body()
    limb = (J.RIGHT_SHOULDER, J.RIGHT_ELBOW)
    after = gestures.turn_limb(before, limb, grabbed=before.place(J.RIGHT_ELBOW), towards=towards)
    for bone, length in bone_lengths(before).items():
        assert bone_lengths(after)[bone] == pytest.approx(length, abs=1e-6)
    moved = {J.RIGHT_ELBOW, *descendants(J.RIGHT_ELBOW)}
    still = [j for j in J if j not in moved]
    np.testing.assert_array_equal(after.points[still], before.points[still])


@settings(deadline=None)
@given(to=places, end=st.sampled_from([J.RIGHT_WRIST, J.LEFT_WRIST, J.RIGHT_ANKLE, J.LEFT_ANKLE]))
def test_reach_keeps_lengths_goes_there_if_it_can_and_bends_to_the_same_side(
    to: tuple[float, float], end: Joint
) -> None:
    before = body()
    chain = {J.RIGHT_WRIST: (2, 3, 4), J.LEFT_WRIST: (5, 6, 7), J.RIGHT_ANKLE: (8, 9, 10), J.LEFT_ANKLE: (11, 12, 13)}
    root, middle, tip = (J(j) for j in chain[end])
    after = gestures.reach(before, end, to)
    lengths = bone_lengths(before)
    for bone in lengths:
        assert bone_lengths(after)[bone] == pytest.approx(lengths[bone], abs=1e-5)
    upper, lower = lengths[(root, middle)], lengths[(middle, tip)]
    distance = math.dist(to, before.place(root))
    if abs(upper - lower) < distance < upper + lower:
        assert after.place(end) == pytest.approx(to, abs=1e-5)
    else:
        assert math.dist(after.place(end), after.place(root)) == pytest.approx(
            np.clip(distance, abs(upper - lower), upper + lower), abs=1e-5
        )

    def bend(pose: Pose) -> float:
        span, bone = pose.points[tip] - pose.points[root], pose.points[middle] - pose.points[root]
        return float(span[0] * bone[1] - span[1] * bone[0])

    assert bend(after) * bend(before) >= -1e-3


def test_reach_of_other_joints() -> None:
    before = body()
    turned = gestures.reach(before, J.RIGHT_ELBOW, (40.0, 112.0))
    assert bone_lengths(turned) == pytest.approx(bone_lengths(before))
    assert turned.place(J.RIGHT_ELBOW)[1] == pytest.approx(before.place(J.RIGHT_SHOULDER)[1], abs=1)
    moved = gestures.reach(before, J.NECK, (210.0, 118.0))
    np.testing.assert_allclose((moved.points - before.points)[before.present], [[10, 10]] * 17)
    free = before.with_joint(J.RIGHT_SHOULDER, state=JointState.MISSING)
    assert gestures.reach(free, J.RIGHT_ELBOW, (1.0, 2.0)).place(J.RIGHT_ELBOW) == (1.0, 2.0)
    two_bones_short = gestures.reach(free, J.RIGHT_WRIST, (110.0, 100.0))
    assert bone_lengths(two_bones_short) == pytest.approx(bone_lengths(free))


def test_reach_when_pointer_is_on_the_root() -> None:
    before = body()
    after = gestures.reach(before, J.RIGHT_WRIST, before.place(J.RIGHT_SHOULDER))
    assert np.isfinite(after.points[J.RIGHT_WRIST]).all()
    assert bone_lengths(after) == pytest.approx(bone_lengths(before))


def test_mirror_swaps_sides_round_the_own_middle() -> None:
    before = body()
    after = gestures.mirror(before)
    assert after.box() == pytest.approx(before.box())
    middle = (before.box()[0] + before.box()[2]) / 2  # type: ignore[index]
    for joint in J:
        if before.has(joint):
            x, y = before.place(joint)
            assert after.place(MIRROR[joint]) == pytest.approx((2 * middle - x, y))
    assert not after.has(J.RIGHT_EAR) and after.has(J.LEFT_EAR)
    assert gestures.mirror(after).same_as(before, tolerance=1e-9)
    assert gestures.mirror(Pose.empty()).same_as(Pose.empty())


def test_states() -> None:
    before = body()
    after = gestures.set_states(before, (J.NOSE, J.NECK, J.LEFT_EAR), JointState.HIDDEN)
    assert after.states[J.NOSE] is after.states[J.NECK] is JointState.HIDDEN
    assert after.states[J.LEFT_EAR] is JointState.MISSING
    assert not gestures.set_states(before, (J.NOSE,), JointState.MISSING).has(J.NOSE)


def test_drags_are_computed_from_their_beginning() -> None:
    pose = body()
    for drag in (
        MoveDrag.of_joints(pose, (J.NOSE,), (0.0, 0.0)),
        MoveDrag.of_limb(pose, LIMBS[4], (0.0, 0.0)),
        WholeDrag(pose, (0.0, 0.0)),
        ReachDrag(pose, J.RIGHT_WRIST, pose.place(J.RIGHT_WRIST)),
        TurnLimbDrag(pose, LIMBS[2], pose.place(LIMBS[2][1])),
        TurnDrag(pose, tuple(J), (200.0, 200.0), (300.0, 200.0)),
    ):
        there = drag.at((50.0, 60.0), shift=False)
        drag.at((-30.0, 800.0), shift=False)
        assert drag.at((50.0, 60.0), shift=False).same_as(there)
        back = drag.at(drag.grabbed, shift=False)
        np.testing.assert_allclose(back.points, pose.points, atol=1e-6)
        assert drag.text and drag.text[0].isupper()


def test_scaling_keeps_the_far_side_and_proportions() -> None:
    pose = body()
    box = pose.box()
    assert box is not None
    left, top, right, bottom = box
    corner = ScaleDrag(pose, tuple(J), box, (1, 1), (right, bottom))
    twice = corner.at((right + (right - left), bottom + (bottom - top)), shift=False)
    assert twice.box() == pytest.approx((left, top, 2 * right - left, 2 * bottom - top))
    free = corner.at((right + (right - left), bottom), shift=True)
    assert free.box() == pytest.approx((left, top, 2 * right - left, bottom))
    side = ScaleDrag(pose, tuple(J), box, (-1, 0), (left, 0.0)).at((left - 50, 300.0), shift=False)
    assert side.box() == pytest.approx((left - 50, top, right, bottom))
    crushed = corner.at((left - 500, top - 500), shift=False)
    assert crushed.box() is not None and crushed.height() > 0
    assert crushed.points[J.RIGHT_SHOULDER, 0] < crushed.points[J.LEFT_SHOULDER, 0]


def test_turning_snaps_with_shift() -> None:
    drag = TurnDrag(body(), tuple(J), (0.0, 0.0), (100.0, 0.0))
    assert drag.angle((0.0, 100.0), shift=False) == pytest.approx(math.pi / 2)
    assert math.degrees(drag.angle((100.0, 30.0), shift=True)) == pytest.approx(15)


def test_guess_follows_the_body() -> None:
    whole = standing().transformed([[3, 0, 100], [0, 3, 10]]).turned(0.4, centre=(100.0, 100.0))
    page = (0.0, 0.0, 300.0, 400.0)
    for joint in J:
        missing = whole.with_joint(joint, state=JointState.MISSING)
        assert guess_place(missing, joint, page=page) == pytest.approx(whole.place(joint), abs=12)
    x, y = guess_place(Pose.empty(), J.NOSE, page=page)
    assert 0 < x < 300 and 0 < y < 100
    alone = Pose.empty().with_joint(J.NECK, (150.0, 90.0))
    assert guess_place(alone, J.LEFT_ANKLE, page=page)[1] > 200
    behind = whole.sides_swapped()
    for face in (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE):
        behind = behind.with_joint(face, state=JointState.MISSING)
    missing = behind.with_joint(J.LEFT_HIP, state=JointState.MISSING)
    assert guess_place(missing, J.LEFT_HIP, page=page) == pytest.approx(behind.place(J.LEFT_HIP), abs=12)


def test_doubts() -> None:
    pose = standing().transformed([[4, 0, 200], [0, 4, 20]])
    assert doubts(pose) == {}
    low = pose.with_joint(J.NOSE, confidence=0.3)
    assert doubts(low) == {J.NOSE: "confidence 30 %"}
    far = pose.with_joint(J.RIGHT_WRIST, (40.0, 500.0))
    assert doubts(far) == {J.RIGHT_WRIST: "far from the right elbow"}
    short = pose.with_joint(J.RIGHT_WRIST, pose.place(J.RIGHT_ELBOW))
    assert doubts(short) == {}
    assert doubts(Pose.empty()) == {}
