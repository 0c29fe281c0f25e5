"""A batch, in the whole window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.batch import FILE, Batch
from engine.images import load_picture, save_picture
from engine.provenance import read_provenance
from engine.sheets import SHEET
from gui.dialogs.batch import BatchDialog
from gui.flows import picture_tools
from gui.flows.batches import BatchState
from gui.flows.models import GENERATOR_KEY
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, SHIFT, click, drop, press
from tests.gui.conftest import MakeWindow
from tests.gui.scripted import ScriptedBackend


def opened(window: MainWindow, qtbot: QtBot) -> BatchDialog:
    press(window, Qt.Key.Key_B, CTRL | SHIFT)
    dialog = window.findChild(BatchDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    return dialog


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> BatchDialog:
    """Two demo people and a photo of nobody, two poses."""
    made = opened(window, qtbot)
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
    again = opened(make_window(), qtbot)
    qtbot.waitUntil(lambda: again.go_on_button.isVisible())
    assert again.go_on_button.text() == "Go on with out"
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


def in_project(window: MainWindow) -> list[str]:
    """The generators of the batch pictures that the project has."""
    return [record.model for record in window.document.project.pictures.all() if record.kind == "batch"]


def test_its_pictures_are_in_the_project_once_and_can_be_judged(
    dialog: BatchDialog, window: MainWindow, qtbot: QtBot, make_window: MakeWindow
) -> None:
    dialog.flow.stepped.connect(lambda step: dialog.flow.pause() if step.path else None)
    click(dialog.start_button)
    qtbot.waitUntil(lambda: dialog.flow.state is BatchState.PAUSED)
    qtbot.waitUntil(lambda: not window.picture_tools.entering.busy)
    assert 1 <= len(in_project(window)) < 4 and dialog.flow.in_project
    window.close()
    second = make_window()
    qtbot.waitUntil(lambda: second.document.project.path is not None)
    again = opened(second, qtbot)
    click(again.go_on_button)
    finished(again, qtbot)
    qtbot.waitUntil(lambda: not second.picture_tools.entering.busy)
    assert in_project(second) == ["repose-patn"] * 4, "no picture twice, none left out"
    photos = {record.photo for record in second.document.project.pictures.all()}
    assert len(photos) == 2 and None not in photos
    click(again.review_button)
    panel = second.reviewing.panel
    assert second.tabs.currentWidget() is panel
    qtbot.waitUntil(lambda: "4 pictures of one model" in panel.counts.text())


def test_taking_them_out_is_a_step(dialog: BatchDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    click(dialog.start_button)
    finished(dialog, qtbot)
    steps = window.document.undo_stack.count()
    qtbot.waitUntil(lambda: len(in_project(window)) == 4)
    assert not window.document.undo_stack.undoText().startswith("Put"), "what a batch makes is no step, as a transfer"
    click(dialog.project_button)
    qtbot.waitUntil(lambda: not in_project(window))
    assert "not in this project" in dialog.entered.text() and not dialog.review_button.isVisible()
    assert window.document.undo_stack.count() == steps + 1
    assert window.document.undo_stack.undoText() == "Take the batch out out of the project"
    assert len(list((tmp_path / "out").glob("*-*.png"))) == 5, "the files stay: four pictures and the sheet"
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: len(in_project(window)) == 4)
    qtbot.waitUntil(lambda: dialog.review_button.isVisible())
    window.document.undo_stack.redo()
    qtbot.waitUntil(lambda: not in_project(window))


def test_two_models_paint_the_same_for_a_balanced_review(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_tools, "generators_here", lambda: ["repose-patn", "mine"])
    dialog = opened(window, qtbot)
    dialog.photos.list.selectAll()
    dialog.poses.select(("waving", "front"))
    dialog.models.setFocus()
    QTest.keyClick(dialog.models, Qt.Key.Key_Down)
    QTest.keyClick(dialog.models, Qt.Key.Key_Space)
    assert dialog.models.chosen() == ["repose-patn", "mine"] and "× 2 models = 8 pictures" in dialog.count.text()
    dialog.folder.setText(str(tmp_path / "out"))
    click(dialog.start_button)
    finished(dialog, qtbot)
    assert [len(list((tmp_path / "out" / name).glob("*.png"))) for name in ("repose-patn", "mine")] == [4, 4]
    click(dialog.review_button)
    panel = window.reviewing.panel
    panel.rater.setText("Ada")
    qtbot.waitUntil(lambda: "8 pictures of 2 models" in panel.counts.text())
    deck = window.reviewing.deck()
    assert [sum(card.model == name for card in deck) for name in ("mine", "repose-patn")] == [4, 4]
    assert all(card.photo is not None for card in deck)


def test_the_plan_says_who_paints_after_a_restart_too(
    dialog: BatchDialog, window: MainWindow, qtbot: QtBot, backend: ScriptedBackend, make_window: MakeWindow,
    tmp_path: Path,
) -> None:  # fmt: skip
    dialog.flow.stepped.connect(lambda step: dialog.flow.pause() if step.path else None)
    click(dialog.start_button)
    qtbot.waitUntil(lambda: dialog.flow.state is BatchState.PAUSED)
    window.preferences.set_text(GENERATOR_KEY, "mine")
    window.close()
    backend.missing = {"repose-patn"}
    again = opened(make_window(), qtbot)
    click(again.go_on_button)
    qtbot.waitUntil(lambda: again.flow.state is BatchState.PAUSED)
    assert "repose-patn: These weights are not on this machine" in again.said.text()
    assert "`repose weights fetch repose-patn`" in again.said.text()
    backend.missing = set()
    click(again.pause_button)
    finished(again, qtbot)
    made = [read_provenance(path) for path in (tmp_path / "out").glob("*.png") if path.name != SHEET]
    assert {one.facts["generator"] for one in made if one is not None} == {"repose-patn"} and len(made) == 4
