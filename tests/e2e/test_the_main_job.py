"""Photo, skeleton, target pose, picture: driven by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.formats.openpose_json import read_openpose
from engine.images import load_picture
from engine.provenance import read_provenance
from engine.skeleton import Joint, JointState
from gui.document import Stage
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, SHIFT, choose_preset, click, drop, photo_pose, press, strip_button, strip_text, target
from tests.gui.canvas.conftest import Hand
from tests.gui.scripted import ScriptedBackend

J = Joint


def transfer(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())


def test_the_first_start_is_one_key_from_a_picture(window: MainWindow, qtbot: QtBot) -> None:
    assert window.windowTitle() == "Repose Studio"
    assert [photo.title for photo in window.document] == ["Eileen", "Mirrored"]
    assert window.document.current is not None and window.document.current.title == "Eileen"
    assert window.document.aim.target is not None and window.document.aim.target.title == "Hands on hips"
    assert not window.document.undo_stack.canUndo(), "what the program began with is no step of the person's"
    transfer(window, qtbot)
    assert window.picture.view.has_picture()
    assert window.actions_["save"].isEnabled()


def test_transfer_waits_for_the_skeleton(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend, astronaut_file: Path
) -> None:
    backend.gate.clear()
    drop(window.photo.view.viewport(), [astronaut_file])
    qtbot.waitUntil(lambda: window.document.current is not None and window.document.current.stage is Stage.DETECTING)
    press(window, Qt.Key.Key_Return, CTRL)
    assert window.controller.pictures.transferring and strip_text(window.picture) == ""
    backend.gate.set()
    qtbot.waitUntil(lambda: window.document.current is not None and window.document.current.result is not None)


def test_a_waiting_transfer_ends_where_nobody_is_found(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend, astronaut_file: Path
) -> None:
    backend.gate.clear()
    backend.people = ()
    drop(window.photo.view.viewport(), [astronaut_file])
    qtbot.waitUntil(lambda: window.document.current is not None and window.document.current.stage is Stage.DETECTING)
    press(window, Qt.Key.Key_Return, CTRL)
    backend.gate.set()
    qtbot.waitUntil(lambda: "Nobody was found" in strip_text(window.photo))
    assert not window.controller.pictures.transferring


def test_the_button_gives_a_picture_too(window: MainWindow, qtbot: QtBot) -> None:
    click(window.transfer.button)
    qtbot.waitUntil(lambda: window.document.result_is_current())
    assert window.transfer.currentIndex() == 0


def test_drag_a_joint_undo_redo(window: MainWindow, qtbot: QtBot) -> None:
    hand, before = Hand(window.photo.view), photo_pose(window)
    start = before.place(J.RIGHT_ELBOW)
    hand.drag(start, (start[0] - 30, start[1] - 20))
    moved = photo_pose(window).place(J.RIGHT_ELBOW)
    assert np.hypot(moved[0] - start[0] + 30, moved[1] - start[1] + 20) < 3
    assert photo_pose(window).place(J.LEFT_ELBOW) == before.place(J.LEFT_ELBOW)
    press(window, Qt.Key.Key_Z, CTRL)
    assert photo_pose(window).same_as(before)
    assert window.photo.view.pose().same_as(before)
    press(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert photo_pose(window).place(J.RIGHT_ELBOW) == moved


def test_nudges_are_one_step_and_states_have_keys(window: MainWindow, qtbot: QtBot) -> None:
    hand, before = Hand(window.target.view), target(window)
    hand.click(before.place(J.RIGHT_WRIST))
    for _ in range(5):
        hand.key(Qt.Key.Key_Right)
    assert target(window).place(J.RIGHT_WRIST)[0] == pytest.approx(before.place(J.RIGHT_WRIST)[0] + 5)
    assert window.document.undo_stack.count() == 1
    hand.key(Qt.Key.Key_2)
    assert target(window).states[J.RIGHT_WRIST] is JointState.HIDDEN
    assert window.target.joint_bar.buttons[JointState.HIDDEN].isChecked()
    click(window.target.joint_bar.buttons[JointState.MISSING])
    assert target(window).states[J.RIGHT_WRIST] is JointState.MISSING
    for _ in range(3):
        press(window, Qt.Key.Key_Z, CTRL)
    assert target(window).same_as(before)


def test_choosing_a_preset_can_be_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    before = target(window)
    choose_preset(window, "Arms raised")
    assert window.document.aim.target.title == "Arms raised" and not target(window).same_as(before)
    assert window.document.undo_stack.undoText() == "Choose pose Arms raised"
    press(window, Qt.Key.Key_Z, CTRL)
    assert target(window).same_as(before)
    assert window.gallery.view.currentIndex().data() == "Hands on hips"


def test_fit_to_person_by_its_box(window: MainWindow, qtbot: QtBot) -> None:
    fitted = target(window)
    click(window.target.fit_box)
    assert not window.document.aim.fit and not target(window).same_as(fitted)
    press(window, Qt.Key.Key_F, CTRL | SHIFT)
    assert target(window).same_as(fitted) and window.target.fit_box.isChecked()


def test_draw_a_pose_from_nothing(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_D, CTRL | SHIFT)
    view, hand = window.target.view, Hand(window.target.view)
    assert view.is_drawing()
    for step in range(6):
        hand.click((60 + 4 * step, 40 + 10 * step))
    hand.key(Qt.Key.Key_Backspace)
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Return)
    drawn = target(window)
    assert window.document.aim.target.title == "Drawn pose"
    assert int(drawn.present.sum()) == 5
    assert window.document.undo_stack.count() == 1
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.document.aim.target.title == "Hands on hips"


def test_a_pose_from_a_photo_by_dropping_it_on_the_target(
    window: MainWindow, qtbot: QtBot, astronaut_file: Path
) -> None:
    drop(window.target.view.viewport(), [astronaut_file])
    qtbot.waitUntil(lambda: window.document.aim.target.title == "astronaut")
    assert [photo.title for photo in window.document] == ["Eileen", "Mirrored"], "the photo itself is not opened"
    assert strip_text(window.target) == ""


def test_drop_a_photo_and_transfer_and_save(
    window: MainWindow, qtbot: QtBot, astronaut_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(window.photo.view.viewport(), [astronaut_file])
    qtbot.waitUntil(lambda: window.document.current.title == "astronaut" and window.document.current.is_framed)
    transfer(window, qtbot)
    place = tmp_path / "made.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "made"), ""))
    press(window, Qt.Key.Key_S, CTRL)
    assert np.array_equal(load_picture(place), window.document.current.result.rendered.picture)
    made = read_provenance(place)
    assert made is not None
    assert made.photo == "astronaut.png" and made.target == "Hands on hips" and made.photo_size == (512, 512)
    assert made.target_pose.same_as(target(window), tolerance=0.001)
    assert made.facts == {"generator": "scripted"}
    assert "made.png" in strip_text(window.picture)


def test_copy_puts_the_picture_on_the_clipboard(window: MainWindow, qtbot: QtBot) -> None:
    transfer(window, qtbot)
    window.actions_["copy-picture"].trigger()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (176, 256)


def test_save_and_open_a_pose_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, shown = tmp_path / "mine.json", target(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    press(window, Qt.Key.Key_S, CTRL | SHIFT)
    assert read_openpose(place).people[0].same_as(shown, tolerance=1e-3)
    choose_preset(window, "Arms raised")
    window.actions_["fit-person"].trigger()
    drop(window.target.view.viewport(), [place])
    assert target(window).same_as(shown, tolerance=1e-3)


def test_copy_and_paste_a_pose(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_1, CTRL)
    press(window, Qt.Key.Key_C, CTRL)
    press(window, Qt.Key.Key_V, CTRL)
    assert window.document.aim.target.title == "Pasted pose"
    own = window.document.current.framed.pose
    assert target(window).same_as(own, tolerance=1.5), "a person's own pose is fitted to itself"


def test_overlay_and_background(window: MainWindow, qtbot: QtBot) -> None:
    transfer(window, qtbot)
    press(window, Qt.Key.Key_K, CTRL)
    assert window.picture.view.target_shown()
    click(window.picture.background_buttons["keep"])
    assert window.document.background == "keep" and not window.document.result_is_current()
    transfer(window, qtbot)
    assert window.document.current.result.background == "keep"


def test_cancel_by_escape_keeps_the_old_picture(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    transfer(window, qtbot)
    old = window.document.current.result
    choose_preset(window, "Arms raised")
    backend.gate.clear()
    backend.rendering.clear()
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(backend.rendering.is_set)
    assert window.transfer.currentIndex() == 1 and window.actions_["cancel"].isEnabled()
    press(window, Qt.Key.Key_Escape)
    assert not window.controller.pictures.transferring and window.transfer.currentIndex() == 0
    backend.gate.set()
    qtbot.wait(50)
    assert window.document.current.result is old
    transfer(window, qtbot)
    assert window.document.current.result is not old


def test_cancel_by_its_button(window: MainWindow, qtbot: QtBot, backend: ScriptedBackend) -> None:
    backend.gate.clear()
    click(window.transfer.button)
    qtbot.waitUntil(backend.rendering.is_set)
    click(window.transfer.cancel_button)
    assert not window.controller.pictures.transferring
    assert window.document.current.result is None


def test_live_draws_drafts_while_dragging_and_the_whole_on_release(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    press(window, Qt.Key.Key_L, CTRL)
    assert window.actions_["live"].isChecked()
    qtbot.waitUntil(lambda: window.document.result_is_current())
    hand, before = Hand(window.target.view), target(window)
    start = before.place(J.LEFT_WRIST)
    hand.press(start)
    for step in range(1, 6):
        hand.move((start[0] + 2 * step, start[1]))
        qtbot.waitUntil(lambda: not window.service.busy)
    assert backend.drafts.count(True) >= 3, "redrawn in the middle of the drag"
    assert window.document.current.result.rendered.draft and window.picture.view.page_rect().height() == 256
    hand.release((start[0] + 10, start[1]))
    qtbot.waitUntil(lambda: window.document.result_is_current())
    assert backend.drafts[-1] is False
    hand.press((start[0] + 10, start[1]))
    hand.move((start[0] + 30, start[1]))
    qtbot.waitUntil(lambda: window.document.current.result.rendered.draft)
    hand.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.document.result_is_current())
    hand.release((start[0] + 30, start[1]))
    press(window, Qt.Key.Key_L, CTRL)
    asked = len(backend.drafts)
    choose_preset(window, "Arms raised")
    qtbot.wait(30)
    assert len(backend.drafts) == asked


def test_switching_photos_gives_the_transfer_up_and_keeps_each_picture(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    transfer(window, qtbot)
    kept = window.document.current.result
    window.filmstrip.setFocus()
    press(window, Qt.Key.Key_Down)
    assert window.document.current.title == "Mirrored" and not window.picture.view.has_picture()
    qtbot.waitUntil(lambda: window.document.current.is_framed)
    backend.gate.clear()
    press(window, Qt.Key.Key_Return, CTRL)
    window.filmstrip.setFocus()
    press(window, Qt.Key.Key_Up)
    assert not window.controller.pictures.transferring
    assert window.document.current.result is kept and window.picture.view.has_picture()
    backend.gate.set()


def test_pick_another_person(make_window, qtbot: QtBot, backend: ScriptedBackend) -> None:
    main = backend.people[0]
    other = main.with_points(main.points * 0.4 + (300, 20))
    backend.people = (main, other)
    window = make_window()
    qtbot.waitUntil(lambda: window.document.current is not None and window.document.current.is_framed)
    Hand(window.photo.view).click(other.place(J.NECK))
    assert window.document.current.people.main == 1
    qtbot.waitUntil(lambda: window.document.current.is_framed)
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.document.current.people.main == 0


def test_next_doubtful_joint_across_photos(window: MainWindow, qtbot: QtBot) -> None:
    window.photo.view.setFocus()
    press(window, Qt.Key.Key_N)
    assert window.photo.view.current_joint() is J.LEFT_ELBOW, "the one with little confidence"
    window.filmstrip.setFocus()
    press(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.document.current.is_framed)
    window.photo.view.select_joint(J.LEFT_EAR)
    press(window, Qt.Key.Key_N)
    assert window.document.current.title == "Eileen"
    assert window.photo.view.current_joint() is J.LEFT_ELBOW


def test_find_the_skeleton_again_replaces_edits_as_one_step(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    hand, found = Hand(window.photo.view), photo_pose(window)
    start = found.place(J.RIGHT_ELBOW)
    hand.drag(start, (start[0] - 30, start[1]))
    edited = photo_pose(window)
    window.actions_["detect"].trigger()
    qtbot.waitUntil(lambda: photo_pose(window).same_as(found))
    press(window, Qt.Key.Key_Z, CTRL)
    assert photo_pose(window).same_as(edited)
    window.actions_["reset-photo"].trigger()
    assert photo_pose(window).same_as(found)


def test_close_a_photo(window: MainWindow, qtbot: QtBot) -> None:
    hand, start = Hand(window.photo.view), photo_pose(window).place(J.RIGHT_ELBOW)
    hand.drag(start, (start[0] - 30, start[1]))
    press(window, Qt.Key.Key_W, CTRL)
    assert [photo.title for photo in window.document] == ["Mirrored"] and window.filmstrip.count() == 1
    assert window.document.current.title == "Mirrored"
    press(window, Qt.Key.Key_Z, CTRL)
    assert [photo.title for photo in window.document] == ["Eileen", "Mirrored"], "back in its place"
    assert window.document.current.title == "Eileen" and photo_pose(window).place(J.RIGHT_ELBOW) != start
    press(window, Qt.Key.Key_Z, CTRL)
    assert photo_pose(window).place(J.RIGHT_ELBOW) == start
    press(window, Qt.Key.Key_W, CTRL)
    press(window, Qt.Key.Key_W, CTRL)
    assert window.document.current is None and not window.photo.view.has_picture()
    press(window, Qt.Key.Key_Return, CTRL)
    assert "Open a photo first" in strip_text(window.picture)


def test_a_dropped_picture_brings_back_how_it_was_made(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_preset(window, "Waving")
    click(window.picture.background_buttons["keep"])
    transfer(window, qtbot)
    waved, place = target(window), tmp_path / "waving.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    press(window, Qt.Key.Key_S, CTRL)
    choose_preset(window, "Arms raised")
    click(window.picture.background_buttons["white"])
    window.filmstrip.setFocus()
    press(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.document.current.is_framed)
    raised = target(window)
    drop(window.photo.view.viewport(), [place])
    qtbot.waitUntil(lambda: window.document.aim.target.title == "Waving")
    assert window.document.current.title == "Eileen" and window.document.background == "keep"
    assert target(window).same_as(waved, tolerance=0.01) and window.document.result_is_current()
    assert [photo.title for photo in window.document] == ["Eileen", "Mirrored"]
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.document.aim.target.title == "Arms raised"
    window.filmstrip.setFocus()
    press(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.document.current.is_framed)
    assert target(window).same_as(raised)


def test_a_picture_whose_photo_is_not_there_is_a_photo(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    transfer(window, qtbot)
    place = tmp_path / "made.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    press(window, Qt.Key.Key_S, CTRL)
    press(window, Qt.Key.Key_W, CTRL)
    drop(window.photo.view.viewport(), [place])
    qtbot.waitUntil(lambda: window.document.current.title == "made")
    assert "was made from eileen.png" in strip_text(window.photo)


def test_keep_rename_and_delete_an_own_pose(window: MainWindow, qtbot: QtBot, make_window) -> None:
    hand, start = Hand(window.target.view), target(window).place(J.LEFT_WRIST)
    hand.drag(start, (start[0] + 20, start[1] - 20))
    kept = target(window)
    press(window, Qt.Key.Key_G, CTRL)
    first = window.gallery.presets_shown()[0]
    assert first.title == "Hands on hips, edited" and first.pose.same_as(kept)
    item = window.gallery._model.item(0)
    item.setText("My  pose")
    qtbot.waitUntil(lambda: window.gallery.presets_shown()[0].title == "My pose")
    again = make_window()
    assert again.gallery.presets_shown()[0].title == "My pose"
    assert again.gallery.presets_shown()[0].pose.same_as(kept, tolerance=1e-3)
    again.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.gallery.view.setFocus()
    window.gallery.view.setCurrentIndex(window.gallery.view.model().index(0, 0))
    press(window, Qt.Key.Key_Delete)
    assert "own" not in window.gallery.presets_shown()[0].tags and "was deleted" in strip_text(window.target)
    click(strip_button(window.target, "Undo"))
    assert window.gallery.presets_shown()[0].title == "My pose"
    for _ in range(2):
        press(window, Qt.Key.Key_Z, CTRL)
    assert "own" not in window.gallery.presets_shown()[0].tags
    assert not list((window.own._folder).glob("own-*.json"))


def test_the_target_does_not_jump_while_the_person_is_framed_anew(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    backend.gate.clear()
    hand, before = Hand(window.photo.view), target(window)
    start = photo_pose(window).place(J.RIGHT_WRIST)
    hand.drag(start, (start[0] - 20, start[1]))
    assert not window.document.current.is_framed
    assert target(window).same_as(before) and window.target.view.pose().same_as(before)
    press(window, Qt.Key.Key_Return, CTRL)
    assert window.controller.pictures.transferring, "the transfer waits for the frame"
    backend.gate.set()
    qtbot.waitUntil(lambda: window.document.result_is_current())


def test_a_preset_ends_a_drawing(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_D, CTRL | SHIFT)
    Hand(window.target.view).click((80, 40))
    choose_preset(window, "Waving")
    assert not window.target.view.is_drawing()
    assert window.target.view.pose().same_as(target(window))
