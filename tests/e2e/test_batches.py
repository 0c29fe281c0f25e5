"""A batch, in the whole window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.batch import FILE, Batch
from engine.images import load_picture, save_picture
from engine.sheets import SHEET
from gui.dialogs.batch import BatchDialog
from gui.flows.batches import BatchState
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, SHIFT, click, drop, press
from tests.gui.conftest import MakeWindow
from tests.gui.scripted import ScriptedBackend


def opened(window: MainWindow) -> BatchDialog:
    press(window, Qt.Key.Key_B, CTRL | SHIFT)
    dialog = window.findChild(BatchDialog)
    assert dialog is not None
    return dialog


@pytest.fixture
def dialog(window: MainWindow, tmp_path: Path) -> BatchDialog:
    """Two demo people and a photo of nobody, two poses."""
    made = opened(window)
    made.photos.list.selectAll()
    made.photos.add_files([save_picture(tmp_path / "nobody.png", np.full((90, 60, 3), 9, np.uint8))])
    made.poses.select(("waving", "front"))
    made.folder.setText(str(tmp_path / "out"))
    return made


def finished(dialog: BatchDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.flow.state is BatchState.FINISHED)


def test_it_goes_through_and_lists_what_failed(
    dialog: BatchDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert "3 photos × 2 poses = 6 pictures" in dialog.count.text()
    click(dialog.start_button)
    finished(dialog, qtbot)
    assert "4 of 6" in dialog.said.text() and "2 could not be" in dialog.said.text()
    assert dialog.failures.count() == 1 and "nobody.png: No person" in dialog.failures.item(0).text()
    assert load_picture(tmp_path / "out" / SHEET).shape[0] > 2 * 256
    assert dialog.sheet_button.isVisible() and dialog.again_button.isVisible() and dialog.flow.unfinished is None
    click(dialog.again_button)
    finished(dialog, qtbot)
    assert dialog.failures.count() == 1
    picture = next(iter(sorted((tmp_path / "out").glob("mirrored-*.png"))))
    drop(window.photo.view.viewport(), [picture])
    qtbot.waitUntil(lambda: window.document.current.title == "Mirrored")
    assert window.document.aim.target.title in ("Waving", "Front, arms down"), "a batch's picture brings its state back"
    click(dialog.leave_button)
    assert dialog.pages.currentIndex() == 0


def test_it_pauses_at_once_and_others_may_use_the_models_between(
    dialog: BatchDialog, window: MainWindow, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    backend.gate.clear()
    click(dialog.start_button)
    qtbot.waitUntil(lambda: "batch" in backend.calls)
    click(dialog.pause_button)
    assert dialog.flow.state is BatchState.PAUSED and "paused" in dialog.said.text()
    backend.gate.set()
    window.controller.pictures.transfer()
    qtbot.waitUntil(lambda: window.document.result_is_current())
    assert dialog.flow.state is BatchState.PAUSED and dialog.pause_button.text() == "Go on"
    click(dialog.pause_button)
    finished(dialog, qtbot)
    batch = dialog.flow.batch
    assert batch is not None and batch.done == 4


def test_it_goes_on_after_a_restart(
    dialog: BatchDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path, make_window: MakeWindow
) -> None:
    made: list[object] = []
    dialog.flow.stepped.connect(made.append)
    dialog.flow.stepped.connect(lambda _step: dialog.flow.pause())
    click(dialog.start_button)
    qtbot.waitUntil(lambda: bool(made))
    window.close()
    # One picture, or two where the next was begun before the pause was heard.
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.png")}
    assert 1 <= len(before) < 4
    again = opened(make_window())
    assert again.go_on_button.isVisible() and again.go_on_button.text() == "Go on with out"
    click(again.go_on_button)
    finished(again, qtbot)
    assert Batch.open(tmp_path / "out").done == 4
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_a_folder_with_a_batch_is_told_and_nothing_is_lost(dialog: BatchDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / FILE).write_text("{}")
    click(dialog.start_button)
    assert dialog.flow.state is BatchState.NONE and "a batch in this folder already" in dialog.problem.text()
    dialog.go_on(tmp_path / "out")
    qtbot.waitUntil(lambda: "damaged" in dialog.problem.text())
    assert dialog.pages.currentIndex() == 0 and dialog.start_button.isEnabled()
    dialog.poses.list.clearSelection()
    assert not dialog.start_button.isEnabled()
