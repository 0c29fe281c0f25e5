"""A contact sheet of chosen pictures, in the whole window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from engine.images import load_picture, save_picture
from gui.dialogs.sheet import SheetDialog
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, SHIFT, click, press


def test_chosen_pictures_come_on_one_sheet(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    press(window, Qt.Key.Key_K, CTRL | SHIFT)
    dialog = window.findChild(SheetDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog.save_button.isEnabled()
    files = [save_picture(tmp_path / f"{n}.png", np.full((256, 176, 3), 40 * n, np.uint8)) for n in range(1, 5)]
    dialog.pictures.add_files(files)
    qtbot.waitUntil(lambda: dialog.sheet is not None)
    wide = dialog.sheet.shape
    dialog.columns.setValue(1)
    qtbot.waitUntil(lambda: dialog.sheet is not None and dialog.sheet.shape != wide)
    assert dialog.sheet.shape[0] > 4 * 256 and dialog.sheet.shape[1] < 2 * 176
    click(dialog.copy_button)
    assert QGuiApplication.clipboard().image().height() == dialog.sheet.shape[0]
    dialog.save(tmp_path / "sheet.png")
    qtbot.waitUntil(lambda: "Saved" in dialog.message.text())
    assert dialog.sheet is not None and np.array_equal(load_picture(tmp_path / "sheet.png"), dialog.sheet)
    dialog.save(tmp_path / "sheet.xyz")
    qtbot.waitUntil(lambda: "cannot end in" in dialog.message.text())
    (tmp_path / "3.png").unlink()
    dialog.names.click()
    qtbot.waitUntil(lambda: "3.png" in dialog.message.text())
    dialog.pictures.list.clearSelection()
    qtbot.waitUntil(lambda: dialog.sheet is None)
