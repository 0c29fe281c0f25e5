"""Framing a person: joints map both ways exactly, pixels where the joints are, people as in DeepFashion's pictures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import NoPersonError
from engine.framing import DRAFT_SIZE, FRAME_SIZE, Framing, frame_person
from engine.skeleton import Joint, Pose

J = Joint

STANDING = Pose.from_points([
    (300, 110), (300, 170), (250, 172), (235, 260), (230, 340), (350, 172), (365, 260), (370, 340), (270, 360),
    (268, 500), (266, 640), (330, 360), (332, 500), (334, 640), (290, 98), (310, 98), (274, 104), (326, 104)])
PHOTO = (800, 600)


def disc(size: tuple[int, int], places: np.ndarray, radius: float) -> np.ndarray:
    y, x = np.mgrid[: size[0], : size[1]]
    return np.any([(x - px) ** 2 + (y - py) ** 2 < radius**2 for px, py in places], axis=0)


def box_of(pose: Pose) -> tuple[float, float, float, float]:
    box = pose.box()
    assert box is not None
    return box


def body_mask(pose: Pose, size: tuple[int, int], *, radius: float = 40) -> np.ndarray:
    return disc(size, pose.points[pose.present], radius)


def cut_at(pose: Pose, row: float) -> Pose:
    return Pose.from_points(np.where(pose.points[:, 1:] < row, pose.points, np.nan))


@settings(max_examples=200, deadline=None)
@given(
    scale=st.floats(0.01, 30), x=st.floats(-5000, 5000), y=st.floats(-5000, 5000), seed=st.integers(0, 2**31),
)
def test_joints_map_both_ways_exactly(scale, x, y, seed):
    framing = Framing(scale, (x, y))
    points = np.random.default_rng(seed).uniform(0, 300, (18, 2))
    points[3] = np.nan
    pose = Pose.from_points(points)
    assert framing.to_frame(framing.to_photo(pose)).same_as(pose, tolerance=1e-9)
    # The tolerance is on the frame's side: a photo pixel far away is a large number.
    there = framing.to_photo(framing.to_frame(pose))
    assert np.nanmax(np.abs(there.points - pose.points)) * scale < 1e-9


def test_a_resized_photo_is_framed_alike():
    framing = Framing(0.21, (13.4, -7.9))
    halved = framing.for_resized(0.5)
    # The left edge of pixel 2n is that of pixel n in the halved photo.
    edges = np.array([[100.0, 300.0], [41.0, 7.0]]) - 0.5
    assert np.allclose(edges * framing.scale + framing.offset, (edges / 2 - 0.25) * halved.scale + halved.offset)


@pytest.mark.parametrize("mask", [False, True])
@pytest.mark.parametrize("size", [FRAME_SIZE, DRAFT_SIZE])
def test_round_trip_of_a_framed_person(mask, size):
    framing = frame_person(PHOTO, STANDING, mask=body_mask(STANDING, PHOTO) if mask else None, size=size)
    assert framing.to_photo(framing.to_frame(STANDING)).same_as(STANDING, tolerance=1e-9)


def test_matrices_agree_with_the_maps():
    framing = frame_person(PHOTO, STANDING)
    assert STANDING.transformed(framing.matrix).same_as(framing.to_frame(STANDING), tolerance=1e-9)


def test_a_whole_person_stands_in_the_frame():
    for mask in (None, body_mask(STANDING, PHOTO)):
        framed = frame_person(PHOTO, STANDING, mask=mask).to_frame(STANDING)
        left, top, right, bottom = box_of(framed)
        assert 20 < framed.place(J.NOSE)[1] < 50
        assert 220 < bottom < 250
        assert left > 0 and right < 175
        assert abs(framed.place(J.NECK)[0] - 87.5) < 4


def test_the_masks_hat_is_inside():
    mask = body_mask(STANDING, PHOTO, radius=30)
    mask[20:100, 270:330] = True  # a tall hat
    framing = frame_person(PHOTO, STANDING, mask=mask)
    covered = np.flatnonzero((framing.frame_mask(mask) > 0.5).any(axis=1))
    assert 6 <= covered[0] <= 16 and 236 <= covered[-1] <= 252
    assert frame_person(PHOTO, STANDING).scale > framing.scale


def test_another_person_in_the_mask_changes_little():
    mask = body_mask(STANDING, PHOTO)
    crowd = mask.copy()
    crowd[0:800, 0:60] = True
    alone, together = frame_person(PHOTO, STANDING, mask=mask), frame_person(PHOTO, STANDING, mask=crowd)
    assert alone == together


@pytest.mark.parametrize("row", [370, 520])
@pytest.mark.parametrize("with_mask", [False, True])
def test_who_is_cut_off_touches_the_lower_edge(row, with_mask):
    size, pose = (row, 600), cut_at(STANDING, row)
    mask = body_mask(STANDING, PHOTO)[:row] if with_mask else None
    framing = frame_person(size, pose, mask=mask)
    # The photo's lower edge is the frame's.
    assert framing.scale * (row - 0.5) + framing.offset[1] == pytest.approx(255.5, abs=1e-6)
    picture = framing.frame(np.zeros((row, 600, 3), np.uint8))
    assert (picture[-1, 60:116] < 5).all()


def test_an_upper_body_fills_the_frame():
    pose = cut_at(STANDING, 345)
    framed = frame_person((345, 600), pose).to_frame(pose)
    left, _, right, _ = box_of(framed)
    assert right - left > 90 and framed.place(J.NOSE)[1] < 90


def test_a_head_at_the_photos_upper_edge_touches_the_upper_edge():
    pose = STANDING.moved(0, -95)
    framing = frame_person(PHOTO, pose)
    assert framing.scale * -0.5 + framing.offset[1] == pytest.approx(-0.5, abs=6)


def test_wide_arms_stay_inside():
    pose = STANDING.with_joint(J.LEFT_WRIST, (590, 180)).with_joint(J.LEFT_ELBOW, (470, 176))
    left, _, right, _ = box_of(frame_person(PHOTO, pose).to_frame(pose))
    assert left > 0 and right < 175


def test_raised_arms_of_a_target_get_room():
    target = STANDING.with_joint(J.LEFT_WRIST, (400, -60)).with_joint(J.LEFT_ELBOW, (380, 60))
    tight = frame_person(PHOTO, STANDING)
    assert tight.to_frame(target).place(J.LEFT_WRIST)[1] < 0
    roomy = tight.with_room_for(target)
    left, top, right, bottom = box_of(roomy.to_frame(target))
    assert top > 8 and left > 0 and right < 175 and bottom < 255
    assert tight.with_room_for(STANDING) == tight
    assert tight.with_room_for(Pose.empty()) == tight


@pytest.mark.parametrize("pose", [
    Pose.empty(),
    Pose.from_points(np.where(np.arange(18)[:, None] < 2, STANDING.points, np.nan)),
    Pose.from_points(np.full((18, 2), 7.0)),
])
def test_too_little_of_a_person(pose):
    with pytest.raises(NoPersonError, match="upper body"):
        frame_person(PHOTO, pose)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**31), keep=st.integers(3, 18), width=st.integers(20, 900), height=st.integers(20, 900))
def test_any_pose_gives_a_usable_framing(seed, keep, width, height):
    random = np.random.default_rng(seed)
    points = random.uniform(-20, 1.2, (18, 2)) * (width, height) if seed % 5 == 0 else random.uniform(
        0, 1, (18, 2)) * (width, height)
    points[random.permutation(18)[keep:]] = np.nan
    mask = random.random((height, width)) < random.choice([0, 0.001, 0.5]) if seed % 2 else None
    framing = frame_person((height, width), Pose.from_points(points), mask=mask)
    assert 0 < framing.scale < 1e3 and np.isfinite(framing.offset).all()


def test_pixels_land_where_joints_do():
    photo = np.full((900, 700, 3), 255, np.uint8)
    spot = (431.0, 287.0)
    photo[disc((900, 700), np.array([spot]), 9)] = 0
    framing = Framing(0.31, (-40.2, 12.7))
    dark = 255.0 - framing.frame(photo)[:, :, 0]
    y, x = np.mgrid[:256, :176]
    found = (dark * x).sum() / dark.sum(), (dark * y).sum() / dark.sum()
    expected = framing.scale * spot[0] + framing.offset[0], framing.scale * spot[1] + framing.offset[1]
    assert np.allclose(found, expected, atol=0.03)


@pytest.mark.parametrize("scale", [1.0, 0.37, 2.6])
def test_the_way_back_puts_pixels_where_they_were(scale):
    framing = Framing(scale, (10.3, -6.6))
    frame = np.zeros((256, 176, 3), np.uint8)
    frame[disc(FRAME_SIZE, np.array([(60.0, 90.0)]), 12)] = 255
    back = framing.unframe(frame, (700, 500), fill=0)[:, :, 0].astype(float)
    y, x = np.mgrid[:700, :500]
    found = (back * x).sum() / back.sum(), (back * y).sum() / back.sum()
    assert np.allclose(found, ((60 - 10.3) / scale, (90 + 6.6) / scale), atol=0.06)


def test_a_photo_of_the_frames_size_goes_in_as_it_is():
    photo = np.random.default_rng(0).integers(0, 256, (256, 176, 3), dtype=np.uint8)
    assert Framing.whole((256, 176)) == Framing(1.0, (0.0, 0.0))
    assert np.array_equal(Framing.whole((256, 176)).frame(photo), photo)
    assert np.array_equal(Framing(1.0, (-3.0, 0.0)).frame(photo)[:, :173], photo[:, 3:])


def test_shrinking_does_not_alias():
    photo = np.zeros((2048, 1408, 3), np.uint8)
    photo[:, ::2] = 255
    framed = Framing(1 / 8, (-0.4375, -0.4375)).frame(photo)
    assert np.abs(framed[8:-8, 8:-8].astype(int) - 127).max() <= 2


def test_outside_and_background_are_white_with_a_soft_edge():
    photo = np.full((400, 300, 3), 40, np.uint8)
    mask = disc((400, 300), np.array([(150, 200)]), 80)
    framing = Framing(0.5, (20.0, 30.0))
    plain, cut = framing.frame(photo), framing.frame(photo, mask=mask)
    assert (plain[:28] == 255).all() and (plain[32:228, 24:168] == 40).all()
    assert (cut[130, 95] == 40).all() and (cut[60, 40] == 255).all()
    middle = (cut[:, :, 0] > 60) & (cut[:, :, 0] < 235)
    assert 100 < middle.sum() < 800
    with pytest.raises(ValueError, match="size"):
        framing.frame(photo, mask=mask[:-1])


def test_far_outside_is_empty_and_huge_photos_cost_little():
    photo = np.zeros((50, 50, 3), np.uint8)
    assert (Framing(1.0, (5000.0, 0.0)).frame(photo) == 255).all()
    frame = np.zeros((256, 176, 3), np.uint8)
    back = Framing(12.0, (-9000.0, -9000.0)).unframe(frame, (3000, 4000))
    assert back.shape == (3000, 4000, 3) and (back[760, 757] == 0).all() and (back[0] == 255).all()


def test_the_draft_shows_the_same_at_half_size():
    framing = frame_person(PHOTO, STANDING)
    draft = framing.at_size(DRAFT_SIZE)
    photo = np.random.default_rng(1).integers(0, 256, (100, 75, 3), dtype=np.uint8).repeat(8, 0).repeat(8, 1)
    full = framing.frame(photo).reshape(128, 2, 88, 2, 3).mean(axis=(1, 3))
    assert np.abs(draft.frame(photo) - full).mean() < 4
    assert draft.at_size(FRAME_SIZE).scale == pytest.approx(framing.scale)
    assert draft.at_size(FRAME_SIZE).offset == pytest.approx(framing.offset)


def test_masks_of_one_channel_travel_too():
    framing = Framing(0.5, (3.0, 4.0))
    mask = np.zeros((300, 200), bool)
    mask[100:200, 50:150] = True
    share = framing.frame_mask(mask)
    assert share.dtype == np.float32 and share.shape == FRAME_SIZE and share[80, 50] == 1 and share[10, 10] == 0
    assert framing.unframe((share * 255).astype(np.uint8), (300, 200), fill=0)[150, 100] == 255


def test_impossible_framings_are_refused():
    for scale, offset in ((0.0, (0.0, 0.0)), (float("nan"), (0.0, 0.0)), (1.0, (float("inf"), 0.0))):
        with pytest.raises(ValueError, match="no framing"):
            Framing(scale, offset)
