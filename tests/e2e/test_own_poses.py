"""The person's own poses: tagged, put in order, shared and taken in, by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.formats.pose_collection import read_collection, write_collection
from engine.presets import load_presets
from gui.main_window import MainWindow
from gui.panels.gallery_editing import TagLine
from tests.e2e.hands import CTRL, choose_preset, click, drop, press, strip_button, strip_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def kept(window: MainWindow) -> MainWindow:
    """Three poses of the person's own."""
    for title in ("Hands on hips", "Arms raised", "Waving"):
        choose_preset(window, title)
        press(window, Qt.Key.Key_G, CTRL)
    assert own(window) == ["Hands on hips", "Arms raised", "Waving"]
    return window


def own(window: MainWindow) -> list[str]:
    return [preset.title for preset in window.gallery.presets_shown() if "own" in preset.tags]


def mark(window: MainWindow, row: int) -> None:
    window.gallery.view.setFocus()
    window.gallery.view.setCurrentIndex(window.gallery.view.model().index(row, 0))


def test_a_kept_pose_is_pointed_at_and_can_be_named(window: MainWindow) -> None:
    choose_preset(window, "Arms raised")
    press(window, Qt.Key.Key_G, CTRL)
    preset = window.gallery.preset_at_cursor()
    assert preset is not None and preset.title == "Arms raised" and "own" in preset.tags
    assert window.gallery.view.hasFocus() and "F2" in strip_text(window.target)
    click(strip_button(window.target, "Undo"))
    assert own(window) == []


def test_another_order_by_keys(kept: MainWindow) -> None:
    mark(kept, 2)
    press(kept, Qt.Key.Key_Left, ALT)
    press(kept, Qt.Key.Key_Left, ALT)
    assert own(kept) == ["Waving", "Hands on hips", "Arms raised"]
    press(kept, Qt.Key.Key_Left, ALT)
    press(kept, Qt.Key.Key_Right, ALT)
    assert own(kept) == ["Hands on hips", "Waving", "Arms raised"]
    for _ in range(3):
        press(kept, Qt.Key.Key_Z, CTRL)
    assert own(kept) == ["Hands on hips", "Arms raised", "Waving"]


@pytest.mark.parametrize(("on", "left", "order"), [
    (0, True, ["Waving", "Hands on hips", "Arms raised"]),
    (0, False, ["Hands on hips", "Waving", "Arms raised"]),
    (7, True, ["Hands on hips", "Arms raised", "Waving"]),
])  # fmt: skip
def test_another_order_by_dragging(kept: MainWindow, on: int, left: bool, order: list[str]) -> None:
    view = kept.gallery.view
    mark(kept, 2)
    place = view.visualRect(view.model().index(on, 0)).center()
    point = QPointF(place.x() + (-8 if left else 8), place.y())
    data = view.model().mimeData([view.model().index(2, 0)])
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(point.toPoint(), Qt.DropAction.MoveAction, data, *keys)
    QCoreApplication.sendEvent(view.viewport(), entering)
    assert entering.isAccepted()
    QCoreApplication.sendEvent(view.viewport(), QDropEvent(point, Qt.DropAction.MoveAction, data, *keys))
    assert own(kept) == order


def test_tags_are_written_and_found(kept: MainWindow, qtbot: QtBot) -> None:
    mark(kept, 1)
    press(kept, Qt.Key.Key_F2, CTRL)
    line = kept.gallery.findChild(TagLine)
    assert line is not None and line.line.hasFocus() and line.line.text() == ""
    QTest.keyClicks(line.line, "Catalogue,  spring 27 ")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert kept.gallery.presets_shown()[1].tags == ("own", "catalogue", "spring 27")
    kept.gallery.search.setText("spring")
    assert [preset.title for preset in kept.gallery.presets_shown()] == ["Arms raised"]
    kept.gallery.search.clear()
    mark(kept, 1)
    press(kept, Qt.Key.Key_F2, CTRL)
    line = kept.gallery.findChildren(TagLine)[-1]
    assert line.line.text() == "catalogue, spring 27"
    QTest.keyClick(line.line, Qt.Key.Key_Escape)
    assert kept.gallery.presets_shown()[1].tags == ("own", "catalogue", "spring 27")
    press(kept, Qt.Key.Key_Z, CTRL)
    assert kept.gallery.presets_shown()[1].tags == ("own",)


def test_shared_with_another_window(
    kept: MainWindow, make_window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ours.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    kept.actions_["share-poses"].trigger()
    assert [preset.title for preset in read_collection(file)] == own(kept)
    press(kept, Qt.Key.Key_Z, CTRL)
    assert own(kept) == ["Hands on hips", "Arms raised"]
    drop(kept.target.view.viewport(), [file])
    assert own(kept) == ["Hands on hips", "Arms raised", "Hands on hips", "Arms raised", "Waving"]
    assert "3 poses came into the gallery" in strip_text(kept.target)
    press(kept, Qt.Key.Key_Z, CTRL)
    assert own(kept) == ["Hands on hips", "Arms raised"]


def test_a_broken_file_of_poses_changes_nothing(kept: MainWindow, tmp_path: Path) -> None:
    file = write_collection(tmp_path / "broken.json", load_presets()[:2])
    file.write_text(file.read_text(encoding="utf-8").replace("visible", "seen", 1), encoding="utf-8")
    before, steps = own(kept), kept.document.undo_stack.count()
    drop(kept.target.view.viewport(), [file])
    assert own(kept) == before and kept.document.undo_stack.count() == steps
    assert "Pose 1 of the file" in strip_text(kept.target)
