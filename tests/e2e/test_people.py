"""Several people in a photo, and skeletons that go from one photo to another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, photo_pose, press
from tests.gui.canvas.conftest import Hand


def test_draw_one_more_person_in_the_photo(window: MainWindow, qtbot: QtBot) -> None:
    own = photo_pose(window)
    press(window, Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.AltModifier)
    view, hand = window.photo.view, Hand(window.photo.view)
    assert view.is_drawing()
    for step in range(3):
        hand.click((300 + 9 * step, 300 + 10 * step))
    hand.key(Qt.Key.Key_Return)
    people = window.document.current.people
    assert people.main == 1 and int(people.pose.present.sum()) == 3 and people.poses[0].same_as(own)


def test_a_pose_goes_from_one_photo_to_another(window: MainWindow, qtbot: QtBot) -> None:
    own = photo_pose(window)
    window.actions_["copy-pose"].trigger()
    other = next(photo for photo in window.document if photo is not window.document.current)
    window.document.make_current(other.key)
    qtbot.waitUntil(lambda: other.picture is not None and other.people.pose is not None)
    press(window, Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.AltModifier)
    assert photo_pose(window).same_as(own, tolerance=0.01), "photos of one size keep the place"
    press(window, Qt.Key.Key_Backspace, CTRL | Qt.KeyboardModifier.AltModifier)
    assert other.people.pose is None
    press(window, Qt.Key.Key_Z, CTRL)
    assert photo_pose(window).same_as(own, tolerance=0.01)
