"""Every gesture on the skeleton, by real events of mouse and keys."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from engine.skeleton import Joint, JointState, Pose, bone_lengths
from gui.canvas.pose_view import PoseView

J = Joint
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def middle(pose: Pose, first: Joint, second: Joint, share: float = 0.5) -> tuple[float, float]:
    x, y = (1 - share) * pose.points[first] + share * pose.points[second]
    return float(x), float(y)


def unmoved(before: Pose, after: Pose, *moved: Joint) -> None:
    rest = [joint for joint in J if joint not in moved]
    np.testing.assert_array_equal(after.points[rest], before.points[rest])


def test_drag_a_joint(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.drag(pose.place(J.RIGHT_ELBOW), (60.0, 300.0))
    before, after, text = diary.only_edit()
    assert before is pose and text == "Move right elbow"
    assert after.place(J.RIGHT_ELBOW) == pytest.approx((60, 300), abs=1.5)
    unmoved(before, after, J.RIGHT_ELBOW)
    assert len(diary.live) == 3 and diary.live[-1].same_as(after)
    assert hand.pose() is after and diary.selected == [J.RIGHT_ELBOW]


def test_a_joint_is_grabbed_from_twelve_pixels_and_does_not_jump(view: PoseView, hand, diary, pose: Pose) -> None:
    for _ in range(2):  # at any zoom
        x, y = pose.place(J.RIGHT_ELBOW)
        off = 12 / view.zoom()
        hand.press((x - off, y))
        hand.move((x - off - 20, y))
        hand.release((x - off - 20, y))
        assert hand.pose().place(J.RIGHT_ELBOW) == pytest.approx((x - 20, y), abs=1.5 / view.zoom())
        view.set_pose(pose)
        view.zoom_to(QPointF(x, y), 6.0)
    assert len(diary.edits) == 2


def test_the_nearest_joint_wins(view: PoseView, hand, diary, pose: Pose) -> None:
    view.fit()
    nose, eye = pose.place(J.NOSE), pose.place(J.RIGHT_EYE)
    near_eye = (eye[0] + 0.3 * (nose[0] - eye[0]), eye[1] + 0.3 * (nose[1] - eye[1]))
    hand.drag(near_eye, (near_eye[0] - 40, near_eye[1] - 60))
    assert diary.only_edit()[2] == "Move right eye"


def test_a_click_moves_nothing(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.press(pose.place(J.NOSE))
    x, y = pose.place(J.NOSE)
    hand.move((x + 1, y))
    hand.release((x + 1, y))
    assert not diary.edits and not diary.live and diary.selected == [J.NOSE]
    hand.click((480.0, 480.0))
    assert diary.selected == [J.NOSE, -1]


def test_drag_a_limb_moves_both_ends(view: PoseView, hand, diary, pose: Pose) -> None:
    grabbed = middle(pose, J.RIGHT_SHOULDER, J.RIGHT_ELBOW)
    hand.drag(grabbed, (grabbed[0] - 30, grabbed[1] + 10))
    before, after, text = diary.only_edit()
    assert text == "Move right shoulder and right elbow"
    moved = after.points - before.points
    assert moved[J.RIGHT_SHOULDER] == pytest.approx((-30, 10), abs=1.5)
    np.testing.assert_allclose(moved[J.RIGHT_SHOULDER], moved[J.RIGHT_ELBOW])
    unmoved(before, after, J.RIGHT_SHOULDER, J.RIGHT_ELBOW)


def test_ctrl_turns_a_limb_with_what_hangs_on_it(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.drag(middle(pose, J.RIGHT_SHOULDER, J.RIGHT_ELBOW, 0.6), (40.0, 212.0), CTRL)
    before, after, text = diary.only_edit()
    assert text == "Turn right elbow"
    assert bone_lengths(after) == pytest.approx(bone_lengths(before))
    unmoved(before, after, J.RIGHT_ELBOW, J.RIGHT_WRIST)
    assert after.place(J.RIGHT_ELBOW)[1] == pytest.approx(212, abs=4)
    assert after.states == before.states


def test_alt_moves_the_whole_skeleton_from_anywhere(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.drag((460.0, 60.0), (430.0, 80.0), ALT)
    before, after, text = diary.only_edit()
    assert text == "Move skeleton"
    moved = (after.points - before.points)[before.present]
    np.testing.assert_allclose(moved, [moved[0]] * len(moved))
    assert moved[0] == pytest.approx((-30, 20), abs=1.5)
    np.testing.assert_array_equal(after.confidence, before.confidence)


def test_shift_takes_the_elbow_along(view: PoseView, hand, diary, pose: Pose) -> None:
    bent_to = (110.0, 300.0)
    hand.drag(pose.place(J.RIGHT_WRIST), bent_to, SHIFT)
    before, after, text = diary.only_edit()
    assert text == "Reach with right wrist"
    assert bone_lengths(after) == pytest.approx(bone_lengths(before))
    assert after.place(J.RIGHT_WRIST) == pytest.approx(bent_to, abs=1.5)
    assert after.place(J.RIGHT_ELBOW)[0] < 105  # still bent outwards
    unmoved(before, after, J.RIGHT_WRIST, J.RIGHT_ELBOW)


def test_escape_takes_a_drag_back(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.press(pose.place(J.RIGHT_ELBOW))
    hand.move((60.0, 300.0))
    assert view.is_busy() and not hand.pose().same_as(pose)
    hand.key(Qt.Key.Key_Escape)
    assert hand.pose().same_as(pose) and not view.is_busy()
    assert diary.live[-1].same_as(pose)
    hand.move((10.0, 10.0))
    hand.release((10.0, 10.0))
    assert hand.pose().same_as(pose) and not diary.edits


def test_a_drag_back_to_where_it_began_is_no_edit(view: PoseView, hand, diary, pose: Pose) -> None:
    trusted = pose.with_joint(J.RIGHT_ELBOW, confidence=1.0)
    view.set_pose(trusted)
    hand.press(pose.place(J.RIGHT_ELBOW))
    hand.move((60.0, 300.0))
    hand.move(pose.place(J.RIGHT_ELBOW))
    hand.release(pose.place(J.RIGHT_ELBOW))
    assert not diary.edits and hand.pose().same_as(trusted)


def test_a_pose_from_elsewhere_ends_a_drag_but_its_own_echo_does_not(view: PoseView, hand, diary, pose: Pose) -> None:
    view.pose_dragged.connect(view.set_pose)
    hand.drag(pose.place(J.NOSE), (250.0, 140.0))
    assert len(diary.edits) == 1
    hand.press(hand.pose().place(J.NOSE))
    hand.move((300.0, 200.0))
    other = pose.moved(5, 5)
    view.set_pose(other)
    hand.move((310.0, 210.0))
    hand.release((310.0, 210.0))
    assert hand.pose().same_as(other) and len(diary.edits) == 1


@pytest.mark.parametrize(
    ("key", "modifiers", "step"),
    [
        (Qt.Key.Key_Left, None, (-1, 0)),
        (Qt.Key.Key_Right, None, (1, 0)),
        (Qt.Key.Key_Up, SHIFT, (0, -10)),
        (Qt.Key.Key_Down, SHIFT, (0, 10)),
    ],
)
def test_arrows_nudge(view: PoseView, hand, diary, pose: Pose, key, modifiers, step) -> None:
    view.select_joint(J.LEFT_WRIST)
    for _ in range(2):
        hand.key(key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert [text for _, _, text in diary.edits] == ["Nudge left wrist"] * 2
    expected = np.array(pose.place(J.LEFT_WRIST)) + 2 * np.array(step)
    assert hand.pose().place(J.LEFT_WRIST) == tuple(expected)
    assert hand.pose().states[J.LEFT_WRIST] is JointState.HIDDEN


def test_arrows_without_a_joint_pan(view: PoseView, hand, diary) -> None:
    before = view.centre()
    hand.key(Qt.Key.Key_Right)
    assert view.centre().x() > before.x() and not diary.edits


def test_keys_set_states(view: PoseView, hand, diary, pose: Pose) -> None:
    view.select_joint(J.NOSE)
    hand.key(Qt.Key.Key_2)
    assert hand.pose().states[J.NOSE] is JointState.HIDDEN
    hand.key(Qt.Key.Key_1)
    assert hand.pose().states[J.NOSE] is JointState.VISIBLE
    hand.key(Qt.Key.Key_3)
    assert not hand.pose().has(J.NOSE)
    assert J.NOSE in view.strip.missing()
    hand.key(Qt.Key.Key_1)  # and back to where it was
    assert hand.pose().place(J.NOSE) == pose.place(J.NOSE)
    hand.key(Qt.Key.Key_Delete)
    assert not hand.pose().has(J.NOSE)
    assert [text for _, _, text in diary.edits][:3] == ["Set nose hidden", "Set nose visible", "Set nose missing"]
    hand.key(Qt.Key.Key_3)  # missing already: nothing to undo
    assert len(diary.edits) == 5


def test_a_state_key_works_on_the_joint_under_the_pointer(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.hover(pose.place(J.LEFT_HIP))
    assert view.skeleton.label.text() == "left hip"
    hand.key(Qt.Key.Key_2)
    assert hand.pose().states[J.LEFT_HIP] is JointState.HIDDEN
    assert view.skeleton.label.text() == "left hip · hidden"


def test_a_missing_joint_appears_where_the_body_suggests(view: PoseView, hand, diary) -> None:
    view.select_joint(J.LEFT_KNEE)
    hand.key(Qt.Key.Key_1)
    x, y = hand.pose().place(J.LEFT_KNEE)
    assert y > 512 and 200 < x < 400
    # it lies outside the picture, and yet it can be reached
    view.bring_into_view(J.LEFT_KNEE)
    assert view.viewport().rect().contains(hand.at((x, y)))
    hand.drag((x, y), (x + 20, y - 30))
    assert diary.edits[-1][2] == "Move left knee"


def test_tab_goes_through_all_joints_and_out(view: PoseView, hand, diary) -> None:
    for _ in J:
        hand.key(Qt.Key.Key_Tab)
    assert diary.selected == list(J)
    hand.key(Qt.Key.Key_Tab)
    assert view.current_joint() is None
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert view.current_joint() is J.LEFT_EAR
    hand.key(Qt.Key.Key_Backtab, SHIFT)
    assert view.current_joint() is J.RIGHT_EAR
    assert "right ear" in view.accessibleDescription()


def test_mirror(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.key(Qt.Key.Key_M)
    before, after, text = diary.only_edit()
    assert text == "Mirror skeleton"
    assert after.box() == pytest.approx(before.box())
    assert after.place(J.LEFT_ELBOW)[0] == pytest.approx(105 + 352 - pose.place(J.RIGHT_ELBOW)[0])


def test_several_joints(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.click(pose.place(J.RIGHT_ELBOW))
    hand.click(pose.place(J.RIGHT_WRIST), CTRL)
    assert view.selected_joints() == (J.RIGHT_ELBOW, J.RIGHT_WRIST)
    hand.drag(pose.place(J.RIGHT_ELBOW), (85.0, 330.0))
    before, after, text = diary.only_edit()
    assert text == "Move 2 joints"
    unmoved(before, after, J.RIGHT_ELBOW, J.RIGHT_WRIST)
    assert after.place(J.RIGHT_WRIST) == pytest.approx((130, 430), abs=1.5)
    hand.key(Qt.Key.Key_3)
    assert not hand.pose().has(J.RIGHT_ELBOW) and not hand.pose().has(J.RIGHT_WRIST)
    hand.click(pose.place(J.LEFT_ELBOW))
    assert view.selected_joints() == (J.LEFT_ELBOW,)
    hand.key(Qt.Key.Key_A, CTRL)
    assert len(view.selected_joints()) == int(hand.pose().present.sum())
    hand.click(pose.place(J.LEFT_ELBOW))
    assert view.selected_joints() == (J.LEFT_ELBOW,)


def test_shift_drag_over_nothing_selects(view: PoseView, hand, diary) -> None:
    hand.drag((440.0, 140.0), (160.0, 60.0), SHIFT)
    assert set(view.selected_joints()) == {J.NOSE, J.RIGHT_EYE, J.LEFT_EYE, J.RIGHT_EAR, J.LEFT_EAR}
    assert not diary.edits


def test_box_scales_turns_and_moves(view: PoseView, hand, diary, pose: Pose) -> None:
    view.zoom_by(0.6)
    hand.key(Qt.Key.Key_B)
    assert view.box_shown()

    def handle(which: tuple[int, int] | str) -> tuple[float, float]:
        place = view.box.handle_place(which)
        return place.x(), place.y()

    corner = handle((1, 1))
    hand.drag(corner, (corner[0] + 100, corner[1] + 151))
    before, after, text = diary.only_edit()
    assert text == "Scale skeleton"
    ratio = np.divide(*(np.array(bone_lengths(p)[(J.RIGHT_SHOULDER, J.RIGHT_ELBOW)]) for p in (after, before)))
    assert ratio == pytest.approx(1.4, abs=0.03)
    assert after.box()[:2] == pytest.approx(before.box()[:2])
    assert bone_lengths(after) == pytest.approx({k: v * ratio for k, v in bone_lengths(before).items()})

    start = handle("turn")
    box = after.box()
    centre = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    radius = math.dist(start, centre)
    hand.drag(start, (centre[0] + radius, centre[1]))
    _, turned, text = diary.edits[-1]
    assert text == "Turn skeleton"
    assert bone_lengths(turned) == pytest.approx(bone_lengths(after), rel=1e-6)
    neck_to_nose = turned.points[J.NOSE] - turned.points[J.NECK]
    assert neck_to_nose[0] > 5 * abs(neck_to_nose[1])

    inside = turned.points[J.NECK] + (30, 30)
    hand.drag((float(inside[0]), float(inside[1])), (float(inside[0]) + 25, float(inside[1]) - 10))
    _, moved, text = diary.edits[-1]
    assert text == "Move skeleton"
    assert (moved.points - turned.points)[J.NECK] == pytest.approx((25, -10), abs=2)

    hand.key(Qt.Key.Key_Escape)
    assert not view.box_shown() and len(diary.edits) == 3


def test_box_on_selected_joints_leaves_the_others(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.drag((440.0, 140.0), (160.0, 60.0), SHIFT)
    head = view.selected_joints()
    hand.key(Qt.Key.Key_B)
    place = view.box.handle_place((0, -1))
    hand.drag((place.x(), place.y()), (place.x(), place.y() - 40))
    before, after, text = diary.only_edit()
    assert text == "Scale 5 joints"
    unmoved(before, after, *head)
    assert after.height() > before.height() + 35


def test_chip_click_then_click_places(view: PoseView, hand, diary, qtbot) -> None:
    assert set(view.strip.missing()) == {J.RIGHT_KNEE, J.RIGHT_ANKLE, J.LEFT_KNEE, J.LEFT_ANKLE}
    qtbot.mouseClick(view.strip.chip(J.RIGHT_KNEE), Qt.MouseButton.LeftButton)
    assert "right knee" in view.strip.message()
    hand.hover((180.0, 490.0))
    hand.click((180.0, 500.0))
    _, after, text = diary.only_edit()
    assert text == "Place right knee"
    assert after.place(J.RIGHT_KNEE) == pytest.approx((180, 500), abs=1.5)
    assert view.strip.message() == "" and J.RIGHT_KNEE not in view.strip.missing()
    view.start_placing(J.LEFT_KNEE)
    hand.key(Qt.Key.Key_Escape)
    assert view.strip.message() == "" and len(diary.edits) == 1


def test_chip_is_dragged_in(view: PoseView, hand, diary, qtbot) -> None:
    chip = view.strip.chip(J.LEFT_KNEE)
    goal = chip.mapFromGlobal(view.viewport().mapToGlobal(hand.at((290.0, 495.0))))
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(chip, goal)
    qtbot.mouseMove(chip, goal)
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=goal)
    _, after, text = diary.only_edit()
    assert text == "Place left knee"
    assert after.place(J.LEFT_KNEE) == pytest.approx((290, 495), abs=2)
    assert view.current_joint() is J.LEFT_KNEE


def test_menu_of_a_joint(view: PoseView, hand, diary, pose: Pose, qtbot) -> None:
    point = hand.at(pose.place(J.LEFT_HIP))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert actions["Visible"].isChecked() and not actions["Hidden"].isChecked()
    actions["Hidden"].trigger()
    assert hand.pose().states[J.LEFT_HIP] is JointState.HIDDEN
    menu.close()
    assert diary.only_edit()[2] == "Set left hip hidden"


def test_other_people_are_faint_and_can_be_picked(view: PoseView, hand, diary, pose: Pose) -> None:
    other = pose.moved(160, -20)
    view.set_people([other, pose, Pose.empty()], 1)
    x, y = other.place(J.LEFT_SHOULDER)
    hand.click((x, y))
    assert diary.people == [0] and not diary.edits
    hand.click((20.0, 500.0))
    assert diary.people == [0]


def test_nothing_can_be_changed_when_not_editable(view: PoseView, hand, diary, pose: Pose) -> None:
    view.set_editable(False)
    hand.drag(pose.place(J.NOSE), (100.0, 100.0))
    for key in (Qt.Key.Key_M, Qt.Key.Key_3, Qt.Key.Key_B, Qt.Key.Key_Left):
        hand.key(key)
    assert not diary.edits and hand.pose().same_as(pose) and not view.box_shown()
    assert not view.strip.isVisible()


def test_doubtful_joints_are_marked_until_moved_by_hand(view: PoseView, hand, pose: Pose) -> None:
    item = view.skeleton.joints[J.LEFT_ELBOW]
    assert item.doubtful
    hand.drag(pose.place(J.LEFT_ELBOW), (350.0, 320.0))
    assert not item.doubtful and hand.pose().confidence[J.LEFT_ELBOW] == 1.0


def test_a_press_whose_release_got_lost_leaves_nothing_behind(view: PoseView, hand, diary, pose: Pose) -> None:
    hand.press(pose.place(J.NOSE))
    hand.move((300.0, 300.0))
    hand.drag(pose.place(J.RIGHT_HIP), (160.0, 440.0))
    before, after, _ = diary.only_edit()
    assert before.same_as(pose)
    unmoved(pose, after, J.RIGHT_HIP)


def test_the_label_stays_in_view(view: PoseView, hand, pose: Pose) -> None:
    for place in ((505.0, 5.0), (5.0, 5.0), (505.0, 505.0)):
        view.set_pose(pose.with_joint(J.NOSE, place))
        view.zoom_to(QPointF(256, 256), 1.42)
        hand.hover(place)
        label = view.skeleton.label
        assert label.text().startswith("nose")
        plate = label.boundingRect().translated(view.view_place(label.pos()))
        assert QRectF(view.viewport().rect()).contains(plate)
