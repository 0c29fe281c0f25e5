"""The panel over runs that a test wrote: what it shows of each state, comparing, planning, dropping."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.training.panel import TrainingPanel
from gui.services.run_folder import RunState
from gui.theme import Theme
from tests.e2e.hands import drop
from tests.gui.training.conftest import MakePanel, Script, WrittenRun
from training.events import Event


def a_run(root: Path, name: str, *settings: str, count: int = 60) -> WrittenRun:
    """A run that finished: two losses, figures, three sample sheets."""
    run = WrittenRun(root / name, *settings)
    numbers = list(range(10, 10 * count + 1, 10))
    l1, edges = np.geomspace(1, 0.1, count), np.geomspace(2, 0.5, count)
    run.tell(Event("started", 0, 10 * count))
    run.steps(numbers, of=10 * count, l1=l1.tolist(), edges=edges.tolist())
    for step in (100, 200, 300):
        run.sample(step, of=10 * count)
        figures = {"l1": 30 / step, "moved_l1": 0.2, "unchanged_l1": 0.5, "ssim": 0.5 + step / 1000, "photos": 4.0}
        run.tell(Event("evaluated", step, 10 * count, figures))
    run.tell(Event("checkpointed", 10 * count, 10 * count, message="checkpoints/last.pt"))
    run.checkpoint()
    run.tell(Event("finished", 10 * count, 10 * count))
    return run


def shown(panel: TrainingPanel, qtbot: QtBot, folder: Path) -> None:
    panel.open_run(folder)
    qtbot.waitUntil(lambda: panel.run.follower.caught_up)
    if panel.run.follower.history.losses:
        qtbot.waitUntil(lambda: bool(panel.run.curves.cards()) and not panel.run.curves.busy)


def test_nothing_yet_says_what_to_do(panel: TrainingPanel) -> None:
    assert not panel.nothing.isHidden() and panel.list.isHidden()
    assert panel.pages.currentWidget() is panel.plan
    assert not panel.plan.cost.start.isEnabled()
    assert "Choose the photos" in panel.plan.cost.facts.text()


def test_a_finished_run_in_all_its_parts(make_panel: MakePanel, tmp_path: Path, qtbot: QtBot) -> None:
    run = a_run(tmp_path / "runs", "one", "loop.steps=600", "rate=0.001")
    panel = make_panel()
    assert panel.nothing.isHidden() and panel.list.model().rowCount() == 1
    shown(panel, qtbot, run.folder)
    page = panel.run
    titles = [card.name for card in page.curves.cards()]
    assert titles == ["l1", "edges", "l1, held out", "ssim, held out", "pictures a second", "memory, GB"]
    assert "best" in page.curves.cards()[0].reading() and "600" in page.curves.cards()[0].reading()
    facts = {name: fact.text() for name, fact in page.header.facts.items()}
    assert facts["state"] == "Finished" and facts["step"] == "600 of 600" and facts["memory"] == "3.0 GB"
    assert page.header.stop_button.isHidden() and page.header.go_on_button.isHidden()
    assert page.header.use_button.isEnabled()
    assert page.samples.steps == [100, 200, 300] and page.samples.step == 300
    qtbot.waitUntil(lambda: page.samples.view.has_picture())
    page.tabs.setCurrentWidget(page.figures)
    page.tabs.setCurrentWidget(page.settings)
    rows = {row[0]: row[1:] for row in page.settings.rows()}
    assert rows["rate"] == ["0.001", "0.002"]


def test_samples_through_time(make_panel: MakePanel, tmp_path: Path, qtbot: QtBot) -> None:
    run = a_run(tmp_path / "runs", "one")
    panel = make_panel()
    shown(panel, qtbot, run.folder)
    samples = panel.run.samples
    samples.slider.setFocus()
    QTest.keyClick(samples.slider, Qt.Key.Key_Left)
    assert samples.step == 200 and "(2 of 3)" in samples.place.whole_text()
    run.sample(400)
    qtbot.waitUntil(lambda: len(samples.steps) == 4)
    assert samples.step == 200, "who looks back is not torn away"
    samples.slider.setValue(3)
    run.sample(500)
    qtbot.waitUntil(lambda: samples.step == 500)
    samples.play.setChecked(True)
    qtbot.waitUntil(lambda: not samples.play.isChecked())
    assert samples.step == 500, "it was played to its end"


def test_one_curve_alone_other_scales_and_pointing(make_panel: MakePanel, tmp_path: Path, qtbot: QtBot) -> None:
    run = a_run(tmp_path / "runs", "one")
    panel = make_panel()
    shown(panel, qtbot, run.folder)
    curves = panel.run.curves
    curves.which.setCurrentIndex(curves.which.findData("edges"))
    curves.which.activated.emit(curves.which.currentIndex())
    assert [card.name for card in curves.cards()] == ["edges"]
    curves.logarithmic.click()
    curves.outliers.click()
    curves.smoothing.setValue(80)
    qtbot.waitUntil(lambda: not curves.busy)
    looks = curves.looks
    assert looks.logarithmic and not looks.without_outliers and looks.smoothing > 0.1
    card = curves.cards()[0]
    card.read_at(300.0)
    assert card.reading().startswith("step 300: ")
    card.read_at(None)
    assert "best" in card.reading()


def test_a_run_that_grows_is_followed(make_panel: MakePanel, tmp_path: Path, own_pid: int, qtbot: QtBot) -> None:
    run = WrittenRun(tmp_path / "runs" / "live")
    run.worked_on_by(own_pid)
    time.sleep(0.02)
    run.tell(Event("started", 0, 100))
    panel = make_panel()
    panel.open_run(run.folder)
    qtbot.waitUntil(lambda: panel.run.follower.glance.state is RunState.RUNNING)
    assert "Curves appear" in panel.run.curves.nothing_text()
    run.steps([10, 20], of=100, l1=[1.0, 0.5])
    qtbot.waitUntil(lambda: len(panel.run.curves.cards()) == 3)
    qtbot.waitUntil(lambda: panel.run.header.facts["left"].text() == "40 s")
    assert panel.run.header.stop_button.isVisible()
    panel.run.log.set_folder(run.folder)
    (run.folder / "log.txt").write_text("Framing people\nhalf a l")
    panel.run.tabs.setCurrentWidget(panel.run.log)
    qtbot.waitUntil(lambda: panel.run.log.toPlainText() == "Framing people")


def test_the_end_of_a_run_is_told(make_panel: MakePanel, tmp_path: Path, own_pid: int, qtbot: QtBot) -> None:
    run = WrittenRun(tmp_path / "runs" / "live")
    run.launched_as(own_pid)
    run.tell(Event("started", 0, 100))
    panel = make_panel()
    said: list[str] = []
    panel.said.connect(said.append)
    run.tell(Event("finished", 100, 100))
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("live: Finished")


def test_failures_are_said_in_words(make_panel: MakePanel, tmp_path: Path, dead_pid: int, qtbot: QtBot) -> None:
    run = WrittenRun(tmp_path / "runs" / "bad")
    run.worked_on_by(dead_pid)
    time.sleep(0.02)
    run.tell(Event("started", 0, 100))
    run.steps([10], of=100, l1=[1.0])
    (run.folder / "log.txt").write_text("torch.OutOfMemoryError: CUDA out of memory.\n")
    panel = make_panel()
    shown(panel, qtbot, run.folder)
    assert "ended without a word" in panel.run.strips.texts()[0] and "smaller batch" in panel.run.strips.texts()[0]
    assert not panel.run.header.go_on_button.isEnabled(), "there is no checkpoint to go on from"
    panel.run.strips.close_finding("crashed")
    assert panel.run.strips.isHidden()
    run.tell(Event("failed", 10, 100, message="The loss l1 is not finite at step 11."))
    qtbot.waitUntil(lambda: bool(panel.run.strips.texts()))
    assert "lower rate" in panel.run.strips.texts()[0]


def test_runs_are_compared(make_panel: MakePanel, tmp_path: Path, qtbot: QtBot) -> None:
    first = a_run(tmp_path / "runs", "one", "rate=0.001")
    second = a_run(tmp_path / "runs", "two", "rate=0.003", "gan=1.0", count=40)
    panel = make_panel()
    panel.list.selectAll()
    panel.compare_button.click()
    compare = panel.compare
    assert panel.pages.currentWidget() is compare and set(compare.folders) == {first.folder, second.folder}
    qtbot.waitUntil(lambda: bool(compare.curves.cards()) and not compare.curves.busy)
    assert compare.curves.cards()[0].reading().count("·") == 1
    rows = {row[0]: set(row[1:]) for row in compare.settings.rows()}
    assert rows["rate"] == {"0.001", "0.003"} and rows["gan"] == {"0.0", "1.0"} and "ngf" not in rows
    compare.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: [view.step for view in compare.views] == [300, 300])
    compare.slider.setValue(120)
    assert [view.step for view in compare.views] == [100, 100]


def test_a_run_from_elsewhere_opens_by_its_folder(make_panel: MakePanel, tmp_path: Path, qtbot: QtBot) -> None:
    run = a_run(tmp_path / "other disk", "theirs")
    panel = make_panel()
    drop(panel, [run.folder])
    assert panel.run.folder == run.folder.resolve() and panel.list.model().rowCount() == 1
    again = make_panel()
    assert again.runs.runs()[0].folder == run.folder.resolve(), "it is remembered"
    again.open_run(run.folder.resolve())
    again.run.forget()
    assert again.runs.runs() == [] and run.folder.is_dir(), "taken off the list, and left where it is"


def test_a_folder_that_is_no_run_is_data(panel: TrainingPanel, demo_data: Path, tmp_path: Path, qtbot: QtBot) -> None:
    drop(panel, [demo_data])
    qtbot.waitUntil(lambda: panel.plan.data.facts is not None)
    assert panel.plan.data.facts.train == 4
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    drop(panel, [nothing])
    qtbot.waitUntil(lambda: panel.plan.data.facts is not None and panel.plan.data.facts.problem == "empty")
    assert not panel.plan.cost.start.isEnabled()


def test_a_narrow_panel_shows_one_thing_at_a_time(make_panel: MakePanel, tmp_path: Path, qtbot: QtBot) -> None:
    run = a_run(tmp_path / "runs", "one")
    panel = make_panel((300, 600))
    assert panel.side.isVisible() and not panel.right.isVisible()
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    shown(panel, qtbot, run.folder)
    assert panel.right.isVisible() and not panel.side.isVisible()
    titles = [panel.run.tabs.tabText(index) for index in range(panel.run.tabs.count())]
    assert titles == ["Curves", "Samples", "Figures", "Log", "Settings"]
    panel.run.header.back_button.click()
    assert panel.side.isVisible() and not panel.right.isVisible()
    place = panel.list.visualRect(panel.list.model().index(0, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert panel.right.isVisible(), "a click is enough"
    panel.run.header.back_button.click()
    panel.resize(1200, 700)
    qtbot.waitUntil(lambda: panel.side.isVisible() and panel.right.isVisible())
    qtbot.waitUntil(lambda: panel.run.tabs.tabText(0) == "Progress")


def test_judging_shows_its_table(make_panel: MakePanel, tmp_path: Path, scripted: Script, qtbot: QtBot) -> None:
    """The command is a stand-in that writes what the real one writes."""
    run = a_run(tmp_path / "runs", "one")
    run.write_config(f"data={tmp_path}")
    called = scripted(
        "import sys, json, pathlib\n"
        "sys.stderr.write('pairs: 3 of 9\\n')\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--out') + 1]); out.mkdir()\n"
        "value = {'value': 0.77, 'low': 0.7, 'high': 0.8, 'pictures': 4}\n"
        "answers = {'one': {'all': {'ssim_patn': value}}}\n"
        "told = {'photos': 4, 'data': 'demo', 'missing': {'fid': 'no weights'},\n"
        "  'protocols': {'ssim_patn': 'as PATN'}, 'suites': {'pairs': {'what': 'made pairs', 'answers': answers}}}\n"
        "(out / 'evaluation.json').write_text(json.dumps(told)); (out / 'evaluation.html').write_text('<p>')"
    )
    panel = make_panel()
    shown(panel, qtbot, run.folder)
    panel.run.header.evaluate_button.click()
    assert called[0][:2] == ["evaluate", str(run.folder)]
    qtbot.waitUntil(lambda: panel.run.figures.tables() != [] and "Pairs: made pairs" in panel.run.figures.tables())
    assert not panel.run.figures.page.isHidden()


def test_judging_that_fails_says_so(make_panel: MakePanel, tmp_path: Path, scripted: Script, qtbot: QtBot) -> None:
    run = a_run(tmp_path / "runs", "one")
    run.write_config(f"data={tmp_path}")
    scripted("import sys; sys.stderr.write('repose-train: No photo is in this folder.\\n'); sys.exit(2)")
    panel = make_panel()
    shown(panel, qtbot, run.folder)
    panel.run.header.evaluate_button.click()
    qtbot.waitUntil(lambda: bool(panel.trouble.texts()))
    assert "No photo is in this folder." in panel.trouble.texts()[0]


def test_the_command_can_be_copied(make_panel: MakePanel, tmp_path: Path, qtbot: QtBot) -> None:
    run = a_run(tmp_path / "runs", "one")
    panel = make_panel()
    shown(panel, qtbot, run.folder)
    panel.run.header.copy_command.emit()
    assert QGuiApplication.clipboard().text().startswith("repose-train generator --run ")


def test_colours_change_with_the_theme(make_panel: MakePanel, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    run = a_run(tmp_path / "runs", "one")
    panel = make_panel()
    shown(panel, qtbot, run.folder)
    card = panel.run.curves.cards()[0]
    light = card.plot.backgroundBrush().color()
    theme.choose("dark")
    qtbot.waitUntil(lambda: card.plot.backgroundBrush().color() != light)
