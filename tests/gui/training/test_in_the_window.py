"""The tab in the whole window: when it is made, how much room it has, and a run's model that paints from then on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from gui.flows.models import GENERATOR_KEY
from gui.main_window import MainWindow
from gui.services.backend import Models, Running
from gui.services.inference import Choose, InferenceService
from tests.e2e.hands import CTRL, SHIFT, drop, press
from tests.gui.conftest import MakeWindow
from tests.gui.scripted import ScriptedBackend
from tests.gui.training.conftest import WrittenRun
from training.events import Event

ROOT = Path(__file__).resolve().parents[3]


def test_the_curves_library_is_not_loaded_before_the_tab_is_shown() -> None:
    script = "import sys, gui.start; print([name for name in ('pyqtgraph', 'torch') if name in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "[]"


def test_the_tab_has_the_window_to_itself_or_stands_beside(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.training.made
    press(window, Qt.Key.Key_6, CTRL)
    assert window.training.isVisible()
    qtbot.waitUntil(window.bench.isHidden)
    qtbot.waitUntil(lambda: window.training.made)
    press(window, Qt.Key.Key_F9, SHIFT)
    qtbot.waitUntil(lambda: not window.bench.isHidden())
    assert window.training.isVisible()
    qtbot.waitUntil(lambda: not window.training.panel.room.isChecked())
    window.training.panel.room.click()
    qtbot.waitUntil(window.bench.isHidden)
    qtbot.waitUntil(window.actions_["training-room"].isChecked)
    press(window, Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: window.focusWidget() is window.target.view)
    assert window.target.view.isVisible()


def test_the_window_comes_back_with_its_panes(make_window: MakeWindow) -> None:
    window = make_window()
    width = window.dock.width()
    window.go_to("training")
    window.close()
    again = make_window()
    assert not again.bench.isHidden() and abs(again.dock.width() - width) < 12
    assert again.tabs.currentWidget() is again.gallery


def test_a_run_dropped_anywhere_opens_in_its_tab(window: MainWindow, tmp_path: Path) -> None:
    run = WrittenRun(tmp_path / "theirs")
    run.tell(Event("started", 0, 100), Event("finished", 100, 100))
    drop(window, [run.folder])
    assert window.training.isVisible() and window.training.panel.run.folder == run.folder.resolve()


def test_the_menu_begins_a_training(window: MainWindow) -> None:
    window.actions_["new-training"].trigger()
    assert window.training.panel.pages.currentWidget() is window.training.panel.plan
    assert window.training.panel.plan.isVisible()


def test_everything_has_a_name_for_a_screen_reader(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    run = WrittenRun(tmp_path / "theirs")
    run.tell(Event("started", 0, 100))
    run.steps([10, 20], of=100, l1=[1.0, 0.5])
    window.go_to("training")
    panel = window.training.panel
    panel.plan.form.fold.click()
    panel.open_folder(run.folder)
    qtbot.waitUntil(lambda: bool(panel.run.curves.cards()))
    for page in (panel.plan, panel.run, panel.compare):
        panel.pages.setCurrentWidget(page)
        for kind in (QAbstractButton, QAbstractItemView, QSlider, QComboBox, QLineEdit):
            for widget in panel.findChildren(kind):
                if widget.isVisible() and not widget.objectName().startswith("qt_"):
                    said = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
                    assert said or widget.toolTip(), f"{type(widget).__name__} {widget.parentWidget()}"


def test_a_runs_model_paints_and_is_remembered(
    window: MainWindow, backend: ScriptedBackend, tmp_path: Path, qtbot: QtBot
) -> None:
    window.go_to("training")
    file = tmp_path / "my run.safetensors"
    assert not window.actions_["built-in-model"].isEnabled()
    window.training.panel.use_file.emit(file, "my run")
    qtbot.waitUntil(lambda: window.preferences.text(GENERATOR_KEY) == "my run")
    assert backend.chosen == [("my run", file)]
    assert "my run paints" in window.status.text()
    window.actions_["built-in-model"].trigger()
    qtbot.waitUntil(lambda: window.preferences.text(GENERATOR_KEY) == "")
    assert backend.chosen[1] == ("repose-patn", None)
    assert not window.actions_["built-in-model"].isEnabled()


def test_weights_are_taken_into_the_store_and_paint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """The engine's own models: a file gets the run's name in the person's folder, and is found there later."""
    from gui.services.engine_backend import EngineBackend
    from tests.engine.small_models import painter

    monkeypatch.setenv("REPOSE_WEIGHTS", str(tmp_path / "weights"))
    painter(tmp_path, "moved")
    service = InferenceService(lambda: EngineBackend(running=Running("cpu")))
    answers: list[object] = []
    service.finished.connect(lambda _number, answer, _seconds: answers.append(answer))
    service.submit(Choose("my run", tmp_path / "moved.safetensors"))
    qtbot.waitUntil(lambda: bool(answers))
    service.close()
    assert isinstance(answers[0], Models) and answers[0].generator == "my-run"
    assert (tmp_path / "weights" / "my-run.safetensors").is_file()
    later = EngineBackend(running=Running("cpu"), generator="my-run")
    assert later.load(lambda *_: None).generator == "my-run"


def test_a_model_that_is_gone_is_told_and_the_built_in_one_paints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui.services.engine_backend import EngineBackend

    monkeypatch.setenv("REPOSE_WEIGHTS", str(tmp_path / "weights"))
    models = EngineBackend(running=Running("cpu"), generator="lost").load(lambda *_: None)
    assert models.generator == "repose-patn" and "lost" in models.note


def test_the_panes_have_their_room_again_after_a_run_was_looked_at(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """A run's page is wide; out of sight it must not keep the dock from its usual width."""
    window = make_window()
    width = window.dock.width()
    run = WrittenRun(tmp_path / "theirs")
    run.tell(Event("started", 0, 100))
    run.steps([10, 20], of=100, l1=[1.0, 0.5])
    window.go_to("training")
    window.training.panel.open_folder(run.folder)
    qtbot.waitUntil(lambda: bool(window.training.panel.run.curves.cards()))
    press(window, Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: window.dock.width() < max(1.2 * width, 0.4 * window.width()))
    assert window.dock.geometry().right() <= window.rect().right()
