"""The preferences: what is chosen holds at once, is remembered, and says why where it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from engine.weights.store import FOLDER_VARIABLE, default_folder
from gui.dialogs.preferences import PreferencesDialog
from gui.flows.settings import WeightsPlace, running_of
from gui.language.choice import Language, wanted
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.services.backend import Running
from gui.theme import DARK
from tests.e2e.hands import CTRL, press
from tests.gui.scripted import ScriptedBackend


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[PreferencesDialog]:
    """The preferences, opened by their keys; the environment names no folder."""
    monkeypatch.setattr(window.settings.weights, "given", False)
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    press(window, Qt.Key.Key_Comma, CTRL)
    found = window.findChild(PreferencesDialog)
    assert isinstance(found, PreferencesDialog) and not found.isModal()
    qtbot.waitUntil(found.isVisible)
    yield found
    window.settings.language.choose("en")
    found.close()


def choose(box: QComboBox, key: str) -> None:
    """A choice made with the keyboard."""
    box.setFocus()
    row = box.findData(key)
    assert row >= 0
    while box.currentIndex() != row:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < row else Qt.Key.Key_Up)


def test_opened_again_it_comes_to_the_front(window: MainWindow, dialog: PreferencesDialog) -> None:
    press(window, Qt.Key.Key_Comma, CTRL)
    assert len(window.findChildren(PreferencesDialog)) == 1


def test_colours_change_at_once(window: MainWindow, dialog: PreferencesDialog) -> None:
    choose(dialog.theme, "dark")
    assert window.controller.theme.colours is DARK
    assert window.actions_["theme-dark"].isChecked()
    window.actions_["theme-light"].trigger()
    assert dialog.theme.currentData() == "light" and window.preferences.text("theme") == "light"


def test_precision_changes_at_once_and_is_remembered(
    window: MainWindow, dialog: PreferencesDialog, backend: ScriptedBackend, qtbot: QtBot
) -> None:
    choose(dialog.precision, "float32")
    qtbot.waitUntil(lambda: backend.running == Running("auto", "float32"))
    qtbot.waitUntil(lambda: dialog.said() == "The models run on CPU (2 threads), float32.")
    assert running_of(window.preferences) == Running("auto", "float32")
    assert running_of(window.preferences, device="cpu").device == "cpu"
    assert window.status._device.text() == "CPU (2 threads), float32"


def test_a_device_that_is_not_there_cannot_be_chosen(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    row = dialog.device.findData("cuda")
    qtbot.waitUntil(lambda: "not in this computer" in dialog.device.itemText(row))
    assert not dialog.device.model().flags(dialog.device.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert dialog.device.itemText(dialog.device.findData("cpu")) == "CPU (2 threads)"


def test_what_fails_is_said_in_place_and_changes_nothing(
    window: MainWindow, dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    window.settings.run_on(Running("cuda"))
    qtbot.waitUntil(lambda: dialog.said().startswith("This computer has no CUDA device"))
    assert dialog.device.currentData() == "auto" and running_of(window.preferences) == Running()


def test_weights_lie_where_a_person_wants_them(window: MainWindow, dialog: PreferencesDialog, tmp_path: Path) -> None:
    usual = default_folder()
    window.settings.choose_weights(tmp_path)
    assert default_folder() == tmp_path and dialog.folder.text() == str(tmp_path)
    assert WeightsPlace(window.preferences).folder == tmp_path
    dialog.usual.click()
    assert default_folder() == usual and not dialog.usual.isEnabled()


def test_a_folder_of_the_environment_counts_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    preferences.set_text("models/folder", str(tmp_path / "remembered"))
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "named"))
    place = WeightsPlace(preferences)
    assert place.given and place.folder == tmp_path / "named"
    place.choose(tmp_path)
    assert place.folder == tmp_path / "named"
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    assert WeightsPlace(preferences).folder == tmp_path / "remembered"


def test_the_language_changes_at_once(window: MainWindow, dialog: PreferencesDialog) -> None:
    choose(dialog.language, "ca")
    assert window.preferences.text("language") == "ca"
    assert QCoreApplication.translate("Actions", "&File") == "&Fitxer"
    choose(dialog.language, "es")
    assert QCoreApplication.translate("Actions", "&File") == "&Archivo"
    choose(dialog.language, "en")
    assert QCoreApplication.translate("Actions", "&File") == "&File"


def test_a_language_that_there_is_not(qapp: QApplication) -> None:
    assert wanted("ca") == "ca" and wanted("xx") in ("en", "ca", "es")
    assert Language.spoken().code == "en"
