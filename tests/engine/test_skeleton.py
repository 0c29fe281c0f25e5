from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from engine.fitting import body_scale, fit_to_person
from engine.skeleton import (
    AFFINITY_LIMBS,
    CHILDREN,
    JOINT_COLOURS,
    JOINT_COUNT,
    LIMB_COLOURS,
    LIMBS,
    MIRROR,
    PARENT,
    Facing,
    Joint,
    JointState,
    Pose,
    bone_lengths,
    descendants,
    facing_of,
)

J = Joint

FRONT: dict[Joint, tuple[float, float]] = {
    J.NOSE: (100, 40),
    J.NECK: (100, 70),
    J.RIGHT_SHOULDER: (78, 72),
    J.RIGHT_ELBOW: (68, 110),
    J.RIGHT_WRIST: (62, 146),
    J.LEFT_SHOULDER: (122, 72),
    J.LEFT_ELBOW: (133, 110),
    J.LEFT_WRIST: (139, 145),
    J.RIGHT_HIP: (86, 150),
    J.RIGHT_KNEE: (84, 210),
    J.RIGHT_ANKLE: (83, 268),
    J.LEFT_HIP: (114, 150),
    J.LEFT_KNEE: (117, 210),
    J.LEFT_ANKLE: (118, 266),
    J.RIGHT_EYE: (94, 34),
    J.LEFT_EYE: (106, 34),
    J.RIGHT_EAR: (86, 37),
    J.LEFT_EAR: (114, 37),
}
"""A person seen from the front in a picture 200 wide: the person's right is on the picture's left."""


def pose_of(places: dict[Joint, tuple[float, float]], *, without: tuple[Joint, ...] = ()) -> Pose:
    points = np.full((JOINT_COUNT, 2), np.nan)
    for joint, place in places.items():
        if joint not in without:
            points[joint] = place
    return Pose.from_points(points)


def from_behind() -> Pose:
    """The same person from behind: sides exchanged, and no face."""
    return pose_of({J(j): FRONT[MIRROR[j]] for j in J}, without=(J.NOSE, J.RIGHT_EYE, J.LEFT_EYE))


def from_the_side(*, to_the_right: bool = True) -> Pose:
    """Facing the picture's right, or left: shoulders and hips nearly in line, one eye and one ear."""
    places = {joint: (100 + 0.1 * (x - 100), y) for joint, (x, y) in FRONT.items()}
    places[J.NOSE] = (118, 42)
    pose = pose_of(places, without=(J.LEFT_EYE, J.LEFT_EAR))
    return pose if to_the_right else pose.mirrored(200)


UPPER_BODY = tuple(J(j) for j in (8, 9, 10, 11, 12, 13))


# --- The tables. ---


def test_joints_are_numbered_as_openpose_numbers_them() -> None:
    names = "nose neck right_shoulder right_elbow right_wrist left_shoulder left_elbow left_wrist right_hip right_knee"
    names += " right_ankle left_hip left_knee left_ankle right_eye left_eye right_ear left_ear"
    assert [joint.name.lower() for joint in Joint] == names.split()
    assert [int(joint) for joint in Joint] == list(range(18))
    assert J.RIGHT_SHOULDER.title == "right shoulder"


def test_limbs_are_those_that_openpose_draws() -> None:
    text = "1-2 1-5 2-3 3-4 5-6 6-7 1-8 8-9 9-10 1-11 11-12 12-13 1-0 0-14 14-16 0-15 15-17"
    assert [f"{int(a)}-{int(b)}" for a, b in LIMBS] == text.split()


def test_affinity_limbs_follow_the_published_channels() -> None:
    """The published tables: joint pairs counted from 1, and the channels of maps and fields together, maps first."""
    pairs = [(2, 3), (2, 6), (3, 4), (4, 5), (6, 7), (7, 8), (2, 9), (9, 10), (10, 11), (2, 12), (12, 13), (13, 14)]
    pairs += [(2, 1), (1, 15), (15, 17), (1, 16), (16, 18), (3, 17), (6, 18)]
    channels = [31, 39, 33, 35, 41, 43, 19, 21, 23, 25, 27, 29, 47, 49, 53, 51, 55, 37, 45]
    maps = 19
    for (first, second), channel in zip(pairs, channels, strict=True):
        assert AFFINITY_LIMBS[(channel - maps) // 2] == (first - 1, second - 1)
    assert len(AFFINITY_LIMBS) == 19
    assert set(AFFINITY_LIMBS) - set(LIMBS) == {
        (J.RIGHT_SHOULDER, J.RIGHT_EAR),
        (J.LEFT_SHOULDER, J.LEFT_EAR),
    }
    assert set(LIMBS) <= set(AFFINITY_LIMBS)


def test_mirror_map() -> None:
    pairs = {2: 5, 3: 6, 4: 7, 8: 11, 9: 12, 10: 13, 14: 15, 16: 17, 0: 0, 1: 1}
    wanted = {**pairs, **{left: right for right, left in pairs.items()}}
    assert {joint: int(MIRROR[joint]) for joint in range(18)} == wanted
    for limbs in (LIMBS, AFFINITY_LIMBS):
        assert {(MIRROR[a], MIRROR[b]) for a, b in limbs} == set(limbs)


def test_the_limbs_are_a_tree_from_the_neck() -> None:
    assert set(PARENT) == set(Joint) - {J.NECK}
    assert set(descendants(J.NECK)) == set(Joint) - {J.NECK}
    assert descendants(J.RIGHT_SHOULDER) == (J.RIGHT_ELBOW, J.RIGHT_WRIST)
    assert descendants(J.LEFT_ANKLE) == ()
    assert all(PARENT[child] == joint for joint in Joint for child in CHILDREN[joint])
    # Parents come before their children, so that one pass over the limbs places everything.
    placed = {J.NECK}
    for parent, child in LIMBS:
        assert parent in placed
        placed.add(child)


def test_colours() -> None:
    assert len(JOINT_COLOURS) == 18 and len(LIMB_COLOURS) == 17
    assert JOINT_COLOURS[0] == (255, 0, 0) and JOINT_COLOURS[17] == (255, 0, 85)
    assert LIMB_COLOURS[3] == (153, 153, 0)


def test_the_skeleton_brings_no_torch() -> None:
    code = "import sys, engine.skeleton, engine.errors, engine.progress; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# --- Poses. ---


places = arrays.arrays(np.float64, (18, 2), elements=st.floats(-500, 1500, width=32))
some = arrays.arrays(np.bool_, 18)


def made(points: np.ndarray, missing: np.ndarray) -> Pose:
    return Pose.from_points(np.where(missing[:, None], np.nan, points), confidence=np.linspace(0.1, 1.0, 18))


@given(places, some)
def test_a_mirror_twice_changes_nothing(points: np.ndarray, missing: np.ndarray) -> None:
    pose = made(points, missing)
    assert pose.mirrored(640).mirrored(640).same_as(pose, tolerance=1e-9)
    assert pose.sides_swapped().sides_swapped().same_as(pose)


def test_a_mirror_flips_x_and_swaps_sides() -> None:
    pose = pose_of(FRONT).with_joint(J.RIGHT_WRIST, state=JointState.HIDDEN, confidence=0.25)
    seen = pose.mirrored(200)
    assert seen.place(J.LEFT_WRIST) == (199 - 62, 146)
    assert seen.states[J.LEFT_WRIST] is JointState.HIDDEN and seen.confidence[J.LEFT_WRIST] == 0.25
    assert seen.place(J.NOSE) == (99, 40)
    assert facing_of(seen) is facing_of(pose)


def test_states_places_and_confidences_agree() -> None:
    pose = Pose.from_points(
        np.where(np.arange(18)[:, None] % 2 == 0, [5.0, 6.0], np.nan),
        confidence=np.full(18, 7.0),
        states=[JointState.HIDDEN] * 18,
    )
    assert pose.present.sum() == 9 and not pose.visible.any()
    assert set(pose.confidence[pose.present]) == {1.0} and set(pose.confidence[~pose.present]) == {0.0}
    assert [state is JointState.MISSING for state in pose.states] == [not here for here in pose.present]
    with pytest.raises(ValueError, match="missing"):
        pose.place(J.NECK)
    with pytest.raises(ValueError, match="exactly when"):
        Pose(np.zeros((18, 2)), (JointState.MISSING,) * 18, np.zeros(18))
    with pytest.raises(ValueError, match="18"):
        Pose(np.zeros((17, 2)), (JointState.VISIBLE,) * 18, np.zeros(18))
    with pytest.raises(ValueError, match="17"):
        Pose(np.zeros((18, 2)), (JointState.VISIBLE,) * 17, np.zeros(18))


def test_half_a_place_is_no_place() -> None:
    points = np.zeros((18, 2))
    points[3, 1] = np.nan
    points[4, 0] = np.inf
    pose = Pose.from_points(points)
    assert [J(int(j)) for j in np.nonzero(~pose.present)[0]] == [J.RIGHT_ELBOW, J.RIGHT_WRIST]
    assert np.isnan(pose.points[[3, 4]]).all()


def test_a_pose_is_never_changed() -> None:
    pose = pose_of(FRONT)
    with pytest.raises(ValueError, match="read-only"):
        pose.points[0] = 0
    with pytest.raises(ValueError, match="read-only"):
        pose.confidence[0] = 0
    moved = pose.with_joint(J.NOSE, (1, 2))
    assert pose.place(J.NOSE) == (100, 40) and moved.place(J.NOSE) == (1, 2)
    given = np.zeros((18, 2))
    built = Pose.from_points(given)
    given[0] = 9
    assert built.place(J.NOSE) == (0, 0)


def test_joints_are_set_restated_and_taken_away() -> None:
    pose = pose_of(FRONT)
    gone = pose.with_joint(J.NOSE, state=JointState.MISSING)
    assert not gone.has(J.NOSE) and gone.confidence[J.NOSE] == 0
    back = gone.with_joint(J.NOSE, (3, 4))
    assert back.visible[J.NOSE] and back.confidence[J.NOSE] == 1
    hidden = pose.with_joint(J.NOSE, state=JointState.HIDDEN)
    assert hidden.has(J.NOSE) and not hidden.visible[J.NOSE] and hidden.place(J.NOSE) == pose.place(J.NOSE)
    with pytest.raises(ValueError, match="no place"):
        gone.with_joint(J.NOSE, state=JointState.VISIBLE)
    with pytest.raises(ValueError, match="no place"):
        pose.with_joint(J.NOSE, (float("nan"), 1.0))


def test_moving_turning_and_mapping() -> None:
    pose = pose_of(FRONT, without=(J.LEFT_EAR,))
    assert pose.moved(2, -3).place(J.NECK) == (102, 67)
    some_moved = pose.moved(2, -3, joints=[J.RIGHT_WRIST])
    assert some_moved.place(J.RIGHT_WRIST) == (64, 143) and some_moved.place(J.NECK) == (100, 70)
    # A quarter turn clockwise on screen takes what is to the right of the centre to below it.
    turned = pose.turned(np.pi / 2, centre=(100, 70), joints=[J.LEFT_SHOULDER])
    assert turned.place(J.LEFT_SHOULDER) == pytest.approx((98, 92))
    mapped = pose.transformed([[2, 0, 1], [0, 3, -1]])
    assert mapped.place(J.NOSE) == (201, 119)
    assert not mapped.has(J.LEFT_EAR)
    assert pose.box() == (62, 34, 139, 268) and pose.height() == 234
    assert Pose.empty().box() is None and Pose.empty().height() == 0
    assert Pose.empty().same_as(Pose.from_points(np.full((18, 2), np.nan)))


# --- Facing. ---


@pytest.mark.parametrize("without", [(), UPPER_BODY, (J.RIGHT_EAR,), (J.RIGHT_WRIST, J.LEFT_WRIST)])
def test_front(without: tuple[Joint, ...]) -> None:
    assert facing_of(pose_of(FRONT, without=without)) is Facing.FRONT


@pytest.mark.parametrize("without", [(), (9, 10, 12, 13), (J.RIGHT_EAR, J.LEFT_EAR)])
def test_back(without: tuple[int, ...]) -> None:
    pose = from_behind()
    for joint in without:
        pose = pose.with_joint(J(joint), state=JointState.MISSING)
    assert facing_of(pose) is Facing.BACK
    assert facing_of(pose.mirrored(200)) is Facing.BACK


@pytest.mark.parametrize("to_the_right", [True, False])
def test_side(to_the_right: bool) -> None:
    pose = from_the_side(to_the_right=to_the_right)
    assert facing_of(pose) is Facing.SIDE
    upper = pose
    for joint in UPPER_BODY:
        upper = upper.with_joint(joint, state=JointState.MISSING)
    assert facing_of(upper) is Facing.SIDE


def test_sides_taken_for_each_other_do_not_make_a_back_of_a_face() -> None:
    """Shoulders and hips exchanged by an estimator, but the face is plainly there."""
    swapped = {**FRONT, J.RIGHT_SHOULDER: FRONT[J.LEFT_SHOULDER], J.LEFT_SHOULDER: FRONT[J.RIGHT_SHOULDER]}
    assert facing_of(pose_of(swapped)) is Facing.FRONT


def test_facing_of_little() -> None:
    heads = (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE, J.RIGHT_EAR, J.LEFT_EAR)
    rest = tuple(joint for joint in Joint if joint not in heads)
    assert facing_of(pose_of(FRONT, without=rest)) is Facing.FRONT
    faceless = (*rest, J.NOSE, J.RIGHT_EYE, J.LEFT_EYE)
    assert facing_of(pose_of(FRONT, without=faceless)) is Facing.BACK
    assert facing_of(pose_of(FRONT, without=(*faceless, J.LEFT_EAR))) is Facing.BACK
    assert facing_of(pose_of(FRONT, without=(*rest, J.LEFT_EYE, J.LEFT_EAR))) is Facing.SIDE
    assert facing_of(Pose.empty()) in Facing


@given(places, some)
def test_any_pose_faces_somewhere_and_as_its_mirror_image_does(points: np.ndarray, missing: np.ndarray) -> None:
    pose = made(np.round(points), missing)
    assert facing_of(pose) is facing_of(pose.mirrored(801))


# --- Fitting a target pose to a person. ---


def arms_up() -> Pose:
    pose = pose_of(FRONT)
    for shoulder, sign in ((J.RIGHT_SHOULDER, 1), (J.LEFT_SHOULDER, -1)):
        centre = pose.place(shoulder)
        pose = pose.turned(sign * 2.4, centre=centre, joints=descendants(shoulder))
    return pose


def angles(pose: Pose) -> np.ndarray:
    spans = np.array([pose.points[b] - pose.points[a] for a, b in LIMBS])
    return np.arctan2(spans[:, 1], spans[:, 0])


def upright(seed: int) -> Pose:
    """Somebody standing roughly as above, every joint elsewhere by some pixels, here and there one missing."""
    random = np.random.default_rng(seed)
    points = np.array([FRONT[joint] for joint in Joint]) + random.normal(0, 6, (18, 2))
    points[random.random(18) < 0.15] = np.nan
    return Pose.from_points(points)


seeds = st.integers(0, 10_000)


@given(seeds)
def test_a_person_in_their_own_pose_stays(seed: int) -> None:
    person = upright(seed)
    assert fit_to_person(person, person=person).same_as(person, tolerance=1e-6)


def test_foreshortened_arms_of_the_person_stay_in_their_own_pose() -> None:
    """One arm hangs, the other points at the camera: the same pose asked for is the same pose got."""
    person = pose_of({**FRONT, J.RIGHT_ELBOW: (77, 78), J.RIGHT_WRIST: (76, 83)})
    assert fit_to_person(person, person=person).same_as(person, tolerance=1e-6)


def test_a_foreshortened_arm_does_not_shorten_the_other() -> None:
    person = pose_of({**FRONT, J.RIGHT_ELBOW: (77, 85), J.RIGHT_WRIST: (76, 95)})
    fitted = bone_lengths(fit_to_person(pose_of(FRONT), person=person))
    wanted = bone_lengths(pose_of(FRONT))
    for limb in ((J.LEFT_SHOULDER, J.LEFT_ELBOW), (J.RIGHT_SHOULDER, J.RIGHT_ELBOW)):
        assert fitted[limb] == pytest.approx(wanted[limb], rel=0.05)


@given(seeds, st.floats(0.2, 5), st.floats(-400, 400), st.floats(-400, 400))
def test_where_and_how_large_the_target_is_does_not_matter(seed: int, scale: float, dx: float, dy: float) -> None:
    person, target = upright(seed), upright(seed + 1)
    elsewhere = target.transformed([[scale, 0, dx], [0, scale, dy]])
    fitted = fit_to_person(target, person=person)
    assert fit_to_person(elsewhere, person=person).same_as(fitted, tolerance=1e-6)


@given(seeds, st.floats(0.2, 5), st.floats(-400, 400), st.floats(-400, 400))
def test_the_fitted_pose_goes_with_the_person(seed: int, scale: float, dx: float, dy: float) -> None:
    person, target = upright(seed), upright(seed + 1)
    matrix = [[scale, 0, dx], [0, scale, dy]]
    wanted = fit_to_person(target, person=person).transformed(matrix)
    assert fit_to_person(target, person=person.transformed(matrix)).same_as(wanted, tolerance=1e-5)


def test_the_persons_lengths_and_the_targets_angles() -> None:
    """The target has a head twice as large, and legs far too long."""
    person = pose_of(FRONT)
    target = arms_up()
    for joint in (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE, J.RIGHT_EAR, J.LEFT_EAR):
        x, y = target.place(joint)
        target = target.with_joint(joint, (100 + 2 * (x - 100), 70 + 2 * (y - 70)))
    for joint in (J.RIGHT_KNEE, J.LEFT_KNEE, J.RIGHT_ANKLE, J.LEFT_ANKLE):
        x, y = target.place(joint)
        target = target.with_joint(joint, (x, 150 + 1.5 * (y - 150)))
    fitted = fit_to_person(target, person=person)
    assert np.allclose(angles(fitted), angles(target), atol=1e-9)
    own = bone_lengths(person)
    for limb, length in bone_lengths(fitted).items():
        assert 0.9 * own[limb] <= length <= 1.2 * own[limb], limb
    assert fitted.place(J.NECK)[0] == pytest.approx(person.place(J.NECK)[0])


def test_nobody_floats() -> None:
    """The target crouches: its feet come down to where the person's stand, and its head with them."""
    target = pose_of({**FRONT, J.RIGHT_ANKLE: (83, 232), J.LEFT_ANKLE: (118, 230), J.RIGHT_KNEE: (70, 192)})
    fitted = fit_to_person(target, person=pose_of(FRONT))
    lowest = max(fitted.place(J.RIGHT_ANKLE)[1], fitted.place(J.LEFT_ANKLE)[1])
    assert lowest == pytest.approx(268)
    assert fitted.place(J.NECK)[1] > 70


def test_a_limb_that_points_at_the_camera_stays_short() -> None:
    target = pose_of({**FRONT, J.RIGHT_ELBOW: (77, 80), J.RIGHT_WRIST: (77, 84)})
    fitted = bone_lengths(fit_to_person(target, person=pose_of(FRONT)))
    own = bone_lengths(pose_of(FRONT))
    for limb in ((J.RIGHT_SHOULDER, J.RIGHT_ELBOW), (J.RIGHT_ELBOW, J.RIGHT_WRIST)):
        assert fitted[limb] < 0.5 * own[limb]


def test_upper_bodies_and_missing_joints() -> None:
    person = pose_of(FRONT, without=UPPER_BODY)
    fitted = fit_to_person(arms_up(), person=person)
    assert fitted.present.all()
    assert fitted.place(J.NECK) == pytest.approx(person.place(J.NECK))
    half = pose_of(FRONT, without=(J.RIGHT_ELBOW, J.LEFT_HIP))
    result = fit_to_person(half, person=pose_of(FRONT))
    assert np.array_equal(result.present, half.present)
    assert result.place(J.RIGHT_WRIST) == pytest.approx((62, 146), abs=0.5)


def test_fitting_without_a_neck_goes_by_what_both_show() -> None:
    person, target = pose_of(FRONT), pose_of(FRONT, without=(J.NECK,)).transformed([[3, 0, 9], [0, 3, -7]])
    fitted = fit_to_person(target, person=person)
    assert np.allclose(fitted.points[fitted.present], person.points[fitted.present], atol=1e-6)


def test_nothing_to_fit_to() -> None:
    person = pose_of(FRONT)
    assert fit_to_person(person, person=Pose.empty()) is person
    assert not fit_to_person(Pose.empty(), person=person).present.any()
    hand = pose_of(FRONT, without=tuple(joint for joint in Joint if joint is not J.LEFT_WRIST))
    assert np.isfinite(fit_to_person(hand, person=person).points[J.LEFT_WRIST]).all()


@given(places, some, places, some)
def test_fitting_keeps_joints_states_and_finite_places(
    points: np.ndarray, missing: np.ndarray, other: np.ndarray, gone: np.ndarray
) -> None:
    target, person = made(points, missing), made(other, gone)
    fitted = fit_to_person(target, person=person)
    assert fitted.states == target.states
    assert np.array_equal(fitted.confidence, target.confidence)
    assert np.isfinite(fitted.points[target.present]).all()


def test_body_scale() -> None:
    person = pose_of(FRONT)
    assert body_scale(person.transformed([[2, 0, 5], [0, 2, 5]]), target=person) == pytest.approx(2)
    shorter = person.with_joint(J.RIGHT_WRIST, (68, 111))
    assert body_scale(shorter, target=person) == pytest.approx(1)
    assert body_scale(Pose.empty(), target=person) == 1
