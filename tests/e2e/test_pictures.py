"""What is done with a picture once it is drawn, in the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.canvas.comparison import Comparison
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, press
from tests.gui.conftest import MakeWindow

ALT = Qt.KeyboardModifier.AltModifier


def transfer(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())


def test_four_ways_to_compare_have_keys_and_are_remembered(
    window: MainWindow, qtbot: QtBot, make_window: MakeWindow
) -> None:
    transfer(window, qtbot)
    pane = window.picture
    press(window, Qt.Key.Key_2, ALT)
    assert pane.comparison is Comparison.SIDE and pane.photo_view.isVisible()
    pane.view.zoom_by(3.0)
    assert pane.photo_view.zoom() / pane.photo_view.fit_zoom() > 2, "both zoom together"
    press(window, Qt.Key.Key_4, ALT)
    assert window.picture_tools.blinking and pane.pace.isVisible() and not pane.photo_view.isVisible()
    press(window, Qt.Key.Key_5, ALT)
    assert not window.picture_tools.blinking and not window.actions_["blink-run"].isChecked()
    pane.pace.rate.setValue(2.5)
    press(window, Qt.Key.Key_3, ALT)
    assert pane.comparison is Comparison.SLIDER and not window.actions_["blink-run"].isEnabled()
    assert [name for name in window.picture_tools.BAR[:4] if window.actions_[name].isChecked()] == ["compare-slider"]
    again = make_window(filled=False)
    assert again.picture.comparison is Comparison.SLIDER
    assert again.picture.view.blinker.rate == 2.5
