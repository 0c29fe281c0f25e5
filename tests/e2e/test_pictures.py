"""What is done with a picture once it is drawn, in the whole window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from engine.provenance import read_provenance
from gui.canvas.comparison import Comparison
from gui.canvas.picture_view import PictureView
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, choose_preset, click, drop, press, target
from tests.gui.conftest import MakeWindow
from tests.gui.scripted import ScriptedBackend

ALT = Qt.KeyboardModifier.AltModifier


def transfer(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())


def shot_of(view: PictureView) -> np.ndarray:
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).copy()


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
    press(window, Qt.Key.Key_K, CTRL)
    press(window, Qt.Key.Key_3, ALT)
    assert pane.comparison is Comparison.SLIDER and not window.actions_["blink-run"].isEnabled()
    assert [name for name in window.picture_tools.BAR[:4] if window.actions_[name].isChecked()] == ["compare-slider"]
    again = make_window(filled=False)
    assert again.picture.comparison is Comparison.SLIDER
    assert again.picture.view.blinker.rate == 2.5 and again.picture.overlaid


def test_looking_inside_shows_one_block_after_the_other(
    window: MainWindow, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    pane = window.picture
    press(window, Qt.Key.Key_I, CTRL)
    assert pane.inside.isVisible() and not pane.inside.list.isVisible()
    transfer(window, qtbot)
    qtbot.waitUntil(pane.inside.list.isVisible)
    assert pane.inside.list.count() == 9 and backend.calls.count("look") == 1

    def shown() -> np.ndarray:
        return shot_of(pane.view)

    first = shown()
    pane.inside.list.setFocus()
    press(window, Qt.Key.Key_Right)
    assert pane.inside.list.currentRow() == 1 and not np.array_equal(shown(), first)
    choose_preset(window, "Arms raised")
    transfer(window, qtbot)
    qtbot.waitUntil(lambda: backend.calls.count("look") == 2)
    assert pane.inside.list.currentRow() == 1, "the block that was looked at stays"
    press(window, Qt.Key.Key_I, CTRL)
    assert not pane.inside.isVisible() and backend.calls.count("look") == 2


def test_the_whole_photo_is_a_background_and_is_restored(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    click(window.picture.background_buttons["photo"])
    transfer(window, qtbot)
    photo = window.document.current
    assert photo is not None and photo.result is not None and photo.picture is not None
    assert photo.result.rendered.picture.shape == photo.picture.shape
    asked = target(window)
    window.controller.files.save_picture(tmp_path / "whole.png")
    made = read_provenance(tmp_path / "whole.png")
    assert made is not None and made.options["background"] == "photo" and made.aim.same_as(asked, tolerance=0.01)
    click(window.picture.background_buttons["white"])
    choose_preset(window, "Waving")
    drop(window.photo.view.viewport(), [tmp_path / "whole.png"])
    qtbot.waitUntil(lambda: window.document.background == "photo")
    assert target(window).same_as(asked, tolerance=0.01) and window.document.result_is_current()
