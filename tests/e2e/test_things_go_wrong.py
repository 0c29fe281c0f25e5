"""Bad input, missing people, failing models and closing in the middle: told in place, and nothing is lost."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from engine.errors import NoPersonError, WeightsError
from engine.skeleton import Joint
from gui.library import Library
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, SHIFT, choose_preset, click, drop, press, strip_button, strip_text, target
from tests.gui.canvas.conftest import Hand, astronaut_pose
from tests.gui.scripted import ScriptedBackend

J = Joint


def bad_files(folder: Path) -> dict[str, Path]:
    """Files that are no photos, by what is wrong with them."""
    whole = folder / "whole.png"
    Image.fromarray(np.zeros((64, 64, 3), np.uint8)).save(whole)
    made = {
        "no picture": (folder / "notes.png", b"these are notes"),
        "nothing in it": (folder / "zero.jpg", b""),
        "cut short": (folder / "cut.png", whole.read_bytes()[:60]),
        "a document": (folder / "paper.pdf", b"%PDF-1.7 ..."),
    }
    for path, content in made.values():
        path.write_bytes(content)
    return {name: path for name, (path, _) in made.items()} | {"not there": folder / "gone.jpg"}


@pytest.mark.parametrize("what", ["no picture", "nothing in it", "cut short", "a document", "not there"])
def test_a_bad_photo_is_told_in_place_and_changes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, what: str
) -> None:
    before, current = len(list(window.document)), window.document.current
    path = bad_files(tmp_path)[what]
    drop(window.photo.view.viewport(), [path])
    qtbot.waitUntil(lambda: strip_text(window.photo) != "")
    assert path.name in strip_text(window.photo) and window.photo.strip.message.kind == "error"
    assert len(list(window.document)) == before and window.document.current is current
    assert QApplication.activeModalWidget() is None


def test_of_several_files_the_good_ones_are_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, astronaut_file: Path
) -> None:
    drop(window.photo.view.viewport(), [*bad_files(tmp_path).values(), astronaut_file])
    qtbot.waitUntil(lambda: any(photo.title == "astronaut" for photo in window.document))
    assert len(list(window.document)) == 3


def test_a_folder_gives_its_photos_or_says_that_it_has_none(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, astronaut_file: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    drop(window.photo.view.viewport(), [empty])
    assert "no photo in this folder" in strip_text(window.photo)
    drop(window.photo.view.viewport(), [astronaut_file.parent])
    qtbot.waitUntil(lambda: window.document.current.title == "astronaut")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1, 2]", '{"people": []}', '{"people": [{"pose_keypoints_2d": [1, 2, 3]}]}',
     '{"people": [{"pose_keypoints_2d": [' + ", ".join(["NaN"] * 54) + "]}]}"],
)
def test_a_bad_pose_file_is_told_in_place(window: MainWindow, qtbot: QtBot, tmp_path: Path, text: str) -> None:
    path, before = tmp_path / "pose.json", target(window)
    path.write_text(text)
    drop(window.target.view.viewport(), [path])
    assert "pose.json" in strip_text(window.target) and target(window).same_as(before)
    assert not window.document.undo_stack.canUndo()


def test_pasting_what_is_no_pose(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("hello")
    window.target.view.setFocus()
    press(window, Qt.Key.Key_V, CTRL)
    assert strip_text(window.target).startswith("Clipboard:")


def test_a_photo_without_a_person_can_be_given_one(
    make_window, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    backend.people = ()
    window = make_window()
    qtbot.waitUntil(lambda: "Nobody was found" in strip_text(window.photo))
    press(window, Qt.Key.Key_Return, CTRL)
    assert "no skeleton yet" in strip_text(window.picture)
    click(strip_button(window.photo, "Draw"))
    hand, pose = Hand(window.photo.view), astronaut_pose()
    for joint in (J.NOSE, J.NECK, J.RIGHT_SHOULDER, J.RIGHT_ELBOW, J.RIGHT_WRIST, J.LEFT_SHOULDER):
        hand.click(pose.place(joint))
    hand.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.document.current.is_framed)
    assert strip_text(window.photo) == ""
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())


def test_a_photo_to_take_a_pose_from_without_a_person(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend, astronaut_file: Path
) -> None:
    backend.people, before = (), target(window)
    drop(window.target.view.viewport(), [astronaut_file])
    qtbot.waitUntil(lambda: "no pose to take" in strip_text(window.target))
    assert target(window).same_as(before)


def test_too_little_of_a_person(window: MainWindow, qtbot: QtBot, backend: ScriptedBackend) -> None:
    backend.problem = NoPersonError("Only 2 joints of a person were found", hint="Use another photo.")
    window.document.make_current(2)
    qtbot.waitUntil(lambda: "Only 2 joints" in strip_text(window.photo))


def test_missing_weights_are_told_with_a_way_to_try_again(
    make_window, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    backend.problem = WeightsError("The weights are missing", where="repose-pose", hint="Fetch them.")
    window = make_window()
    qtbot.waitUntil(lambda: "repose-pose" in strip_text(window.photo))
    assert strip_text(window.photo) == "repose-pose: The weights are missing. Fetch them."
    backend.problem = None
    click(strip_button(window.photo, "Try again"))
    qtbot.waitUntil(lambda: window.document.current.is_framed)
    assert strip_text(window.photo) == ""


def test_a_transfer_that_fails_keeps_the_picture_and_can_be_repeated(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())
    old = window.document.current.result
    backend.problem = RuntimeError("the device is gone")
    choose_preset(window, "Arms raised")
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "the device is gone" in strip_text(window.picture))
    assert window.document.current.result is old and window.transfer.currentIndex() == 0
    backend.problem = None
    click(strip_button(window.picture, "Transfer"))
    qtbot.waitUntil(lambda: window.document.result_is_current())
    assert strip_text(window.picture) == ""


def test_saving_where_it_cannot_be_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())
    for name in ("nowhere/made.png", "made.bmp"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        press(window, Qt.Key.Key_S, CTRL)
        assert window.picture.strip.message.kind == "error" and name.split("/")[-1] in strip_text(window.picture)
    assert not list(tmp_path.glob("*made*"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "good.png"), ""))
    click(strip_button(window.picture, "Save again"))
    assert (tmp_path / "good.png").is_file()


def test_dialogs_that_are_given_up_change_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for name in ("open", "pose-from-photo", "open-pose", "save", "save-pose"):
        window.actions_[name].trigger()
    assert not window.document.undo_stack.canUndo() and len(list(window.document)) == 2


def test_a_damaged_box_still_opens_a_window(make_window, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(filled=False)
    window._library = Library(poses=tmp_path / "none", people=tmp_path / "none")
    window.fill()
    assert "Install Repose Studio again" in strip_text(window.photo)
    assert strip_text(window.target)


def test_a_strip_can_be_closed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop(window.photo.view.viewport(), [tmp_path / "gone.png"])
    qtbot.waitUntil(lambda: strip_text(window.photo) != "")
    QTest.mouseClick(window.photo.strip._close, Qt.MouseButton.LeftButton)
    assert strip_text(window.photo) == "" and window.photo.strip.isHidden()


@pytest.mark.parametrize("when", ["detecting", "drawing"])
def test_closing_in_the_middle_of_work(
    make_window, qtbot: QtBot, backend: ScriptedBackend, when: str
) -> None:
    backend.patient = True
    if when == "detecting":
        backend.gate.clear()
        window = make_window()
        qtbot.waitUntil(lambda: "detect" in backend.calls)
    else:
        window = make_window()
        qtbot.waitUntil(lambda: window.document.current is not None and window.document.current.is_framed)
        backend.gate.clear()
        press(window, Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(backend.rendering.is_set)
    threading.Timer(0.1, backend.gate.set).start()
    press(window, Qt.Key.Key_Q, CTRL)
    assert window.isHidden() and not window.service.is_running
    qtbot.wait(30)
    assert threading.active_count() < 20
    assert not [thread for thread in threading.enumerate() if thread.name == "inference"]


def test_escape_without_a_transfer_belongs_to_the_canvas(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_D, CTRL | SHIFT)
    assert window.target.view.is_drawing()
    before = window.document.undo_stack.count()
    Hand(window.target.view).key(Qt.Key.Key_Escape)
    assert not window.target.view.is_drawing() and window.document.undo_stack.count() == before
