"""Skeletons on pictures, and contact sheets."""

from __future__ import annotations

import numpy as np

from engine.overlay import contact_sheet, draw_skeleton, skeleton_picture
from engine.skeleton import JOINT_COLOURS, LIMB_COLOURS, Joint, JointState, Pose

J = Joint


def pose() -> Pose:
    points = [[40.0 + 8 * i, 30.0 + (i * 37) % 120] for i in range(18)]
    return Pose.from_points(points)


def test_joints_and_limbs_have_openposes_colours():
    drawn = skeleton_picture(pose(), (200, 220))
    for joint in J:
        x, y = pose().place(joint)
        assert tuple(drawn[round(y), round(x)]) == JOINT_COLOURS[joint]
    two = Pose.empty().with_joint(J.NECK, (20, 100)).with_joint(J.RIGHT_SHOULDER, (180, 100))
    assert tuple(skeleton_picture(two, (200, 220))[100, 100]) == LIMB_COLOURS[0]


def test_the_picture_itself_is_not_changed(astronaut):
    before = astronaut.copy()
    drawn = draw_skeleton(astronaut, pose())
    assert np.array_equal(astronaut, before) and drawn.shape == astronaut.shape and drawn.dtype == np.uint8
    assert not np.array_equal(drawn, astronaut)


def test_hidden_joints_are_rings_and_missing_ones_nothing():
    hidden = pose().with_joint(J.LEFT_EAR, state=JointState.HIDDEN)
    x, y = (round(value) for value in pose().place(J.LEFT_EAR))
    alone = Pose.empty().with_joint(J.LEFT_EAR, (60, 60)).with_joint(J.NOSE, (20, 20))
    disc = skeleton_picture(alone, (100, 100))
    ring = skeleton_picture(alone.with_joint(J.LEFT_EAR, state=JointState.HIDDEN), (100, 100))
    assert tuple(disc[60, 60]) == JOINT_COLOURS[J.LEFT_EAR] and tuple(ring[60, 60]) == (0, 0, 0)
    assert (ring[55:66, 55:66].sum(axis=2) > 0).any()
    assert tuple(skeleton_picture(hidden, (200, 220))[y, x]) != JOINT_COLOURS[J.LEFT_EAR]
    assert not skeleton_picture(Pose.empty(), (50, 50)).any()


def test_the_main_person_stands_out():
    other = pose().moved(0, 60)
    white = np.full((300, 300, 3), 255, np.uint8)
    drawn = draw_skeleton(white, [pose(), other])
    nose, faint = pose().place(J.NOSE), other.place(J.NOSE)
    assert tuple(drawn[round(nose[1]), round(nose[0])]) == (255, 0, 0)
    assert 120 < drawn[round(faint[1]), round(faint[0]), 1] < 220
    assert np.array_equal(draw_skeleton(white, []), white)


def test_joints_far_outside_do_no_harm():
    far = pose().with_joint(J.LEFT_WRIST, (9e5, -9e5)).with_joint(J.NOSE, (-50, -50))
    assert skeleton_picture(far, (100, 100)).shape == (100, 100, 3)
    assert draw_skeleton(np.zeros((1, 1, 3), np.uint8), pose()).shape == (1, 1, 3)


def test_a_skeletons_lines_grow_with_the_person():
    large = Pose.from_points(pose().points * 10)
    small_share = (skeleton_picture(pose(), (200, 220)) > 0).mean()
    large_share = (skeleton_picture(large, (2000, 2200)) > 0).mean()
    assert 0.6 < large_share / small_share < 1.4


def test_contact_sheet_layout():
    red, blue = np.full((20, 10, 3), (255, 0, 0), np.uint8), np.full((30, 40, 3), (0, 0, 255), np.uint8)
    sheet = contact_sheet([[red, blue], [None, red]], gap=4)
    assert sheet.shape == (4 + 30 + 4 + 20 + 4, 4 + 10 + 4 + 40 + 4, 3)
    assert tuple(sheet[19, 9]) == (255, 0, 0) and tuple(sheet[10, 30]) == (0, 0, 255)
    assert tuple(sheet[48, 9]) == (255, 255, 255) and tuple(sheet[48, 38]) == (255, 0, 0)


def test_contact_sheet_titles():
    cell = np.zeros((60, 50, 3), np.uint8)
    plain = contact_sheet([[cell, cell]])
    titled = contact_sheet([[cell, cell]], column_titles=["front", "a very long title that cannot stand here"],
                           row_titles=["Jürgen 写真"])
    assert titled.shape[0] > plain.shape[0] and titled.shape[1] > plain.shape[1]
    above, beside = titled[: titled.shape[0] - 68], titled[-60:, : titled.shape[1] - 116]
    assert (above < 128).any() and (beside < 128).any()


def test_long_row_titles_are_broken_between_words():
    cell = np.zeros((200, 50, 3), np.uint8)
    titles = "a woman", "a woman in a striped top " * 3
    short, long = (contact_sheet([[cell]], row_titles=[title]) for title in titles)
    assert long.shape[1] - short.shape[1] < 80 and long.shape[0] == short.shape[0]


def test_empty_contact_sheets():
    assert contact_sheet([]).ndim == 3 and contact_sheet([[], [None]]).ndim == 3
