"""The editor of shortcuts: pressed keys hold at once, clashes are said and decided in place, all can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.actions import TABLE
from gui.dialogs.shortcut_editor import ShortcutEditor
from gui.keymap import Keymap, usual_keys
from gui.main_window import MainWindow
from gui.preferences import Preferences
from tests.e2e.hands import CTRL, press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(window: MainWindow, qtbot: QtBot) -> Iterator[ShortcutEditor]:
    press(window, Qt.Key.Key_K, CTRL | ALT)
    found = window.findChild(ShortcutEditor)
    assert isinstance(found, ShortcutEditor) and not found.isModal()
    qtbot.waitUntil(found.isVisible)
    yield found
    if isValid(found):
        found.close()


def give(editor: ShortcutEditor, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """New keys for an action, pressed."""
    editor._choose(name)
    editor.list.setFocus()
    QTest.keyClick(editor.list, Qt.Key.Key_Return)
    QTest.keyClick(editor.keys, key, modifiers)


def test_every_action_is_listed_by_its_menu(editor: ShortcutEditor) -> None:
    assert editor.shown() == [spec.id for spec in TABLE]
    assert editor.list.topLevelItem(0).text(0) == "File"


def test_search_by_name_and_by_keys(editor: ShortcutEditor) -> None:
    QTest.keyClicks(editor.search, "mirror")
    assert editor.shown() == ["mirror-target"]
    editor.search.setText("ctrl+shift+p")
    assert editor.shown() == ["palette"]
    QTest.keyClick(editor.search, Qt.Key.Key_Down)
    assert editor.current() == "palette" and editor.list.hasFocus()


def test_new_keys_hold_at_once(window: MainWindow, editor: ShortcutEditor, qtbot: QtBot) -> None:
    give(editor, "filmstrip", Qt.Key.Key_F7, CTRL)
    action = window.actions_["filmstrip"]
    qtbot.waitUntil(lambda: action.shortcut() == QKeySequence("Ctrl+F7"))
    assert "Ctrl+F7" in action.toolTip() and editor.said() == ""
    shown = not window.film.isHidden()
    editor.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_F8)
    assert window.film.isHidden() is not shown
    press(window, Qt.Key.Key_F7, CTRL)
    assert window.film.isHidden() is shown
    assert window.preferences.text("keys/filmstrip") == "Ctrl+F7"


def test_a_clash_is_said_and_the_person_decides(window: MainWindow, editor: ShortcutEditor, qtbot: QtBot) -> None:
    give(editor, "filmstrip", Qt.Key.Key_T, CTRL)
    qtbot.waitUntil(lambda: "New training" in editor.said())
    assert window.actions_["new-training"].shortcut() == QKeySequence("Ctrl+T")
    editor.leave.click()
    assert editor.said() == "" and window.actions_["filmstrip"].shortcut() == QKeySequence("F8")
    give(editor, "filmstrip", Qt.Key.Key_T, CTRL)
    qtbot.waitUntil(lambda: editor.take.isVisible())
    QTest.keyClick(editor.take, Qt.Key.Key_Space)
    assert window.actions_["filmstrip"].shortcut() == QKeySequence("Ctrl+T")
    assert window.actions_["new-training"].shortcut().isEmpty()
    editor._choose("new-training")
    editor.reset.click()
    assert window.actions_["new-training"].shortcut() == QKeySequence("Ctrl+T")
    assert window.actions_["filmstrip"].shortcut().isEmpty()
    editor.reset_all.click()
    assert all(action.shortcuts() == usual_keys(spec) for spec, action in window.actions_.specs())
    assert editor.said() == "" and not editor.reset.isEnabled()


def test_keys_of_the_skeleton_stay_with_it(window: MainWindow, editor: ShortcutEditor, qtbot: QtBot) -> None:
    give(editor, "filmstrip", Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: "skeleton and picture" in editor.said())
    assert not editor.take.isVisible() and window.actions_["filmstrip"].shortcut() == QKeySequence("F8")


def test_an_action_can_be_without_keys(window: MainWindow, editor: ShortcutEditor) -> None:
    editor._choose("zoom-in")
    editor.remove.click()
    assert window.actions_["zoom-in"].shortcuts() == []
    assert "Ctrl" not in window.actions_["zoom-in"].toolTip()


def test_what_names_keys_in_the_window_says_the_new_keys(window: MainWindow, editor: ShortcutEditor) -> None:
    window.actions_.keymap.assign("transfer", QKeySequence("Ctrl+Alt+T"))
    window.actions_.keymap.assign("open", None)
    assert window.transfer.button.toolTip().endswith("(Ctrl+Alt+T)")
    assert "Ctrl+Alt+T" in window.picture.view._placeholder.whole_text()
    assert "Ctrl" not in window.photo.view._placeholder.whole_text()


@pytest.fixture
def keymap(tmp_path: Path) -> Keymap:
    preferences = Preferences(QSettings(str(tmp_path / "keys.ini"), QSettings.Format.IniFormat))
    return Keymap(TABLE, preferences=preferences)


def test_what_is_remembered_is_there_again(keymap: Keymap, tmp_path: Path) -> None:
    keymap.assign("palette", QKeySequence("Ctrl+Alt+,"))
    keymap.assign("zoom-out", None)
    again = Keymap(TABLE, preferences=keymap._preferences)
    assert again.keys("palette") == [QKeySequence("Ctrl+Alt+,")] and again.keys("zoom-out") == []
    keymap._preferences.set_text("keys/undo", "no such keys")
    assert again.keys("undo") == [QKeySequence("Ctrl+Z")]
    again.reset("zoom-out")
    assert again.keys("zoom-out") == [QKeySequence("Ctrl+-")]
    assert keymap._preferences.text("keys/zoom-out") == ""


def test_a_second_key_goes_without_the_first(keymap: Keymap) -> None:
    keymap.assign("filmstrip", QKeySequence("Ctrl+Y"))
    assert keymap.keys("redo") == [QKeySequence("Ctrl+Shift+Z")]
    assert keymap.owner(QKeySequence("Ctrl+Y")) == "filmstrip"


def test_no_usual_key_is_taken_from_the_skeleton(keymap: Keymap) -> None:
    taken = [spec.id for spec in TABLE if any(keymap.is_canvas_key(keys) for keys in usual_keys(spec))]
    assert not taken
