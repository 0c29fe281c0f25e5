"""Drawing a skeleton from nothing, by real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from pytestqt.qtbot import QtBot

from engine.skeleton import Joint, JointState, Pose
from gui.canvas.pose_view import PoseView

J = Joint


def test_draw_all_joints(view: PoseView, hand, diary) -> None:
    view.start_drawing()
    assert view.is_drawing() and view.prompt.isVisible() and not view.strip.isVisible()
    assert view.prompt.question() == "Click the nose"
    for joint in J:
        hand.click((20.0 + 10 * joint, 30.0 + 5 * joint))
    assert len(diary.drawn) == 1 and not view.is_drawing() and not diary.edits
    drawn = diary.drawn[0]
    assert drawn.present.all()
    assert drawn.place(J.LEFT_EAR) == pytest.approx((190, 115), abs=1.5)
    assert hand.pose().same_as(drawn) and view.strip.isVisible() and not view.prompt.isVisible()


def test_quick_clicks_that_come_as_double_clicks_count(view: PoseView, hand, diary) -> None:
    view.start_drawing()
    hand.double_click((100.0, 100.0))
    hand.key(Qt.Key.Key_Return)
    assert int(diary.drawn[0].present.sum()) == 2


def test_take_back_mark_missing_hidden_and_finish(view: PoseView, hand, diary) -> None:
    view.start_drawing()
    hand.click((200.0, 60.0))
    hand.click((999.0, 60.0))
    hand.key(Qt.Key.Key_Backspace)
    assert view.prompt.question() == "Click the neck"
    hand.click((200.0, 120.0))
    hand.key(Qt.Key.Key_Tab)
    assert view.prompt.question() == "Click the right elbow"
    hand.click((150.0, 200.0), button=Qt.MouseButton.RightButton)
    hand.press((150.0, 280.0))
    hand.move((140.0, 300.0))  # pulled right before it is let go
    hand.release((140.0, 300.0))
    hand.key(Qt.Key.Key_Enter)
    drawn = diary.drawn[0]
    assert drawn.place(J.NECK) == pytest.approx((200, 120), abs=1.5)
    assert not drawn.has(J.RIGHT_SHOULDER)
    assert drawn.states[J.RIGHT_ELBOW] is JointState.HIDDEN
    assert drawn.place(J.RIGHT_WRIST) == pytest.approx((140, 300), abs=1.5)
    assert int(drawn.present.sum()) == 4


def test_escape_brings_the_old_skeleton_back(view: PoseView, hand, diary, pose: Pose) -> None:
    view.start_drawing()
    hand.click((100.0, 100.0))
    hand.key(Qt.Key.Key_Escape)
    assert hand.pose().same_as(pose) and diary.given_up == 1 and not diary.drawn and not view.is_drawing()


def test_nothing_drawn_is_given_up(view: PoseView, hand, diary, pose: Pose) -> None:
    view.start_drawing()
    hand.key(Qt.Key.Key_Return)
    assert diary.given_up == 1 and hand.pose().same_as(pose)


def test_a_pose_that_comes_meanwhile_waits(view: PoseView, hand, diary, pose: Pose) -> None:
    view.start_drawing()
    hand.click((100.0, 100.0))
    view.set_pose(pose.moved(3, 3))
    view.set_editable(False)
    view.set_editable(True)
    assert view.is_drawing() and int(hand.pose().present.sum()) == 1
    hand.key(Qt.Key.Key_Escape)
    assert hand.pose().same_as(pose.moved(3, 3))


def test_all_skipped_is_given_up(view: PoseView, hand, diary) -> None:
    view.start_drawing()
    for _ in J:
        hand.key(Qt.Key.Key_Tab)
    assert not view.is_drawing() and diary.given_up == 1


def test_drawing_on_nothing_gets_a_page(qtbot: QtBot) -> None:
    view = PoseView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    view.start_drawing()
    assert view.page_rect().width() == 176 and view.page_rect().height() == 256


def test_drawing_has_its_keys_before_the_windows_shortcuts(view: PoseView, hand, diary) -> None:
    taken: list[str] = []
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        QShortcut(key, view, lambda: taken.append("taken"))
    view.start_drawing()
    hand.click((100.0, 100.0))
    hand.key(Qt.Key.Key_Backspace)
    hand.click((100.0, 100.0))
    hand.key(Qt.Key.Key_Return)
    assert not taken and len(diary.drawn) == 1
    hand.key(Qt.Key.Key_Return)
    assert taken == ["taken"]
