"""Real trainings in processes of their own, started, stopped and gone on with from the panel."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.panels.training.panel import TrainingPanel
from gui.services import train_command
from gui.services.run_folder import RunState, worker_of
from gui.services.training_plan import Plan
from gui.services.training_runs import TrainingRuns
from tests.gui.training.conftest import MakePanel

PATIENCE = 600_000
"""Milliseconds for a process that loads torch on a machine that others use as well."""
SMALL = {"height": 32, "width": 24, "loop.log_every": 1, "loop.device": "cpu"}


def ended(folder: Path) -> None:
    """Whatever a test left running is ended."""
    worker = worker_of(folder)
    if worker is not None and worker.alive:
        os.kill(worker.pid, signal.SIGKILL)


def state(runs: TrainingRuns, folder: Path) -> RunState | None:
    runs.refresh()
    run = runs.run(folder)
    return None if run is None else run.state


def test_from_the_form_to_a_picture(panel: TrainingPanel, demo_data: Path, tmp_path: Path, qtbot: QtBot) -> None:
    """Choose data, take the smallest recipe, start, watch it to its end, and fetch its model."""
    panel.plan.data.look(demo_data)
    qtbot.waitUntil(lambda: panel.plan.data.facts is not None, timeout=PATIENCE)
    panel.plan.presets.choose("generator", "tiny")
    panel.plan.form.begin("generator", "tiny", SMALL | {"loop.steps": 4, "loop.sample_every": 2})
    panel.plan.form.changed.emit()
    panel.plan.cost.name.setText("first try")
    panel.plan.cost.start.click()
    page = panel.run
    assert page.folder == tmp_path / "runs" / "first try" and page.follower.glance.state is RunState.STARTING
    qtbot.waitUntil(lambda: page.follower.glance.state is RunState.FINISHED, timeout=PATIENCE)
    qtbot.waitUntil(lambda: page.follower.history.step == 4 and page.samples.steps == [2, 4], timeout=PATIENCE)
    assert page.follower.config["height"] == 32 and page.follower.glance.preset == "tiny"
    assert "l1" in page.follower.history.losses and len(page.follower.history.losses["l1"]) == 4
    assert "SSIM" in page.follower.history.figures or "ssim" in page.follower.history.figures
    brought: list[tuple[Path, str]] = []
    page.use_file.connect(lambda file, name: brought.append((file, name)))
    page.header.use_button.click()
    qtbot.waitUntil(lambda: bool(brought), timeout=PATIENCE)
    assert brought[0][1] == "first try" and brought[0][0].read_bytes()[8:9] == b"{", "a safetensors file"


def test_a_run_outlives_the_window_stops_and_goes_on(
    make_panel: MakePanel, demo_data: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """The window is closed while it trains; the next one finds it, stops it with a checkpoint, and goes on with it."""
    panel = make_panel()
    plan = Plan("generator", "tiny", demo_data, SMALL | {"loop.steps": 100_000, "loop.checkpoint_every": 50_000})
    folder = panel.runs.start(plan, name="long")
    try:
        qtbot.waitUntil(lambda: state(panel.runs, folder) is RunState.RUNNING, timeout=PATIENCE)
        panel.watch(False)
        panel.close_down()
        panel.hide()
        another = make_panel()
        assert [run.folder for run in another.runs.runs()] == [folder]
        another.open_run(folder)
        qtbot.waitUntil(lambda: another.run.follower.history.step > 2, timeout=PATIENCE)
        assert another.run.header.stop_button.isVisible()
        another.run.header.stop_button.click()
        qtbot.waitUntil(lambda: another.run.follower.glance.state is RunState.STOPPED, timeout=PATIENCE)
        assert (folder / "checkpoints" / "last.pt").is_file()
        stopped_at = another.run.follower.history.step
        another.run.header.go_on_button.click()
        qtbot.waitUntil(lambda: another.run.follower.history.step > stopped_at, timeout=PATIENCE)
        assert another.run.follower.glance.state is RunState.RUNNING
        worker = worker_of(folder)
        assert worker is not None and worker.alive
        os.kill(worker.pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: another.run.follower.glance.state is RunState.CRASHED, timeout=PATIENCE)
        qtbot.waitUntil(lambda: bool(another.run.strips.texts()), timeout=PATIENCE)
        assert "ended without a word" in another.run.strips.texts()[0]
        assert f"{stopped_at:,}" in another.run.strips.texts()[0], "where going on continues from"
        assert another.run.header.go_on_button.isEnabled()
    finally:
        ended(folder)


def test_a_training_that_cannot_begin_says_why(make_panel: MakePanel, tmp_path: Path, qtbot: QtBot) -> None:
    panel = make_panel()
    empty = tmp_path / "empty"
    empty.mkdir()
    folder = panel.runs.start(Plan("generator", "tiny", empty), name="no data")
    panel.open_run(folder)
    qtbot.waitUntil(lambda: panel.run.follower.glance.state is RunState.CRASHED, timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(panel.run.strips.texts()), timeout=PATIENCE)
    assert "did not start" in panel.run.strips.texts()[0]
    panel.run.tabs.setCurrentWidget(panel.run.log)
    qtbot.waitUntil(lambda: "repose-train generator" in panel.run.log.toPlainText(), timeout=PATIENCE)


@pytest.mark.slow
def test_a_real_judging(panel: TrainingPanel, demo_data: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """`repose-train evaluate`, kept to its shortest suite: what it writes is what the table is read from."""
    whole = train_command.command

    def shortest(arguments: Sequence[str]) -> list[str]:
        return whole([*arguments, "--suite", "same"] if arguments[0] == "evaluate" else arguments)

    monkeypatch.setattr(train_command, "command", shortest)
    folder = panel.runs.start(Plan("generator", "tiny", demo_data, {"loop.steps": 2, "loop.device": "cpu"}), name="two")
    qtbot.waitUntil(lambda: state(panel.runs, folder) is RunState.FINISHED, timeout=PATIENCE)
    panel.open_run(folder)
    panel.run.evaluate()
    qtbot.waitUntil(lambda: bool(panel.run.figures.tables()[1:]), timeout=PATIENCE)
    assert panel.trouble.texts() == []
    assert any(title.startswith("same") for title in panel.run.figures.tables())
