"""The form for a new training: data, recipes, settings, what it will take."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.panels.training.panel import TrainingPanel
from gui.panels.training.settings_form import SettingsForm
from gui.preferences import Preferences
from gui.services.preparing import read_progress
from gui.services.training_plan import (
    Cost,
    Plan,
    changes_in,
    choices,
    kind_of,
    preset_values,
    read_cost,
    steps_of,
)
from tests.gui.training.conftest import Script, WrittenRun
from training.config import resolved, to_json, with_settings
from training.events import Event
from training.presets import PRESETS

COST = {"seconds": 7200.0, "steps": 8000, "seconds_per_step": 0.9, "memory_bytes": 5e8, "parameters": 1.4e6,
        "gflops_per_picture": 11.2, "device": "CPU", "device_memory_bytes": 16e9, "measured": True}  # fmt: skip


def with_data(panel: TrainingPanel, data: Path, qtbot: QtBot) -> None:
    panel.plan.data.look(data)
    qtbot.waitUntil(lambda: panel.plan.data.facts is not None)


# without a window


def test_every_preset_is_offered_with_a_sentence() -> None:
    offered = choices()
    assert {choice.name for choice in offered} == set(PRESETS)
    assert all(choice.title and choice.what for choice in offered)


@pytest.mark.parametrize("name", list(PRESETS))
def test_a_run_of_a_preset_has_no_changes(name: str) -> None:
    """What is kept with a run is resolved; beginning another like it starts from the same preset."""
    config = json.loads(to_json(resolved(PRESETS[name].config)))
    assert changes_in(config, task="generator", preset=name) == {}
    assert steps_of(preset_values("generator", name)) == config["loop"]["steps"]


def test_changes_become_settings() -> None:
    config = with_settings(PRESETS["tiny"].config, ["loop.batch=3", "rate=0.1", "perceptual_layers=relu1_1,relu2_1"])
    changes = changes_in(json.loads(to_json(config)), task="generator", preset="tiny")
    assert changes == {"loop.batch": 3, "rate": 0.1, "perceptual_layers": ["relu1_1", "relu2_1"]}
    plan = Plan("generator", "tiny", Path("photos"), changes)
    words = plan.arguments(Path("run"))
    settings = [words[index + 1] for index, word in enumerate(words) if word == "--set"]
    assert with_settings(PRESETS["tiny"].config, settings) == config
    assert words[:7] == ["generator", "--preset", "tiny", "--data", "photos", "--run", "run"]


def test_costs_are_read() -> None:
    cost = read_cost(json.dumps({"config": {}, "cost": COST}))
    assert cost.seconds == 7200 and cost.steps == 8000 and cost.fits and cost.measured
    assert round(cost.price(0.526), 3) == 1.052
    assert round(Cost(seconds=240 * 3600).price(0.526)) == 126, "what the thesis paid"
    assert not read_cost(json.dumps({"cost": {**COST, "memory_bytes": 17e9}})).fits
    for wrong in ("{}", "[]", "no JSON", '{"cost": 3}'):
        with pytest.raises(ValueError):
            read_cost(wrong)


@pytest.mark.parametrize(
    ("line", "figures"),
    [("pairs: 3 of 9", (3, 9)), ("1,200 of 45,422: a.jpg", (1200, 45422)), ("12/30", (12, 30)), ("nothing", None),
     ("9 of 3", None)],
)  # fmt: skip
def test_progress_is_read_from_words(line: str, figures: tuple[int, int] | None) -> None:
    found = read_progress(line)
    assert (found and found[:2]) == figures


# the settings


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    form = SettingsForm()
    qtbot.addWidget(form)
    form.begin("generator", "single-photos")
    form.show()
    return form


def field_of(form: SettingsForm, key: str) -> QLineEdit:
    field = form.editor(key).focusProxy()
    assert isinstance(field, QLineEdit)
    return field


def test_what_matters_is_in_sight_and_tells_what_was_changed(form: SettingsForm) -> None:
    assert form.changes() == {} and not form.undo.isVisible()
    field = field_of(form, "rate")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1e-3")
    assert form.changes() == {"rate": 0.001} and form.undo.isVisible() and not form.problem()
    QTest.keyClicks(field, "x")
    assert "rate" in form.problem()
    form.undo.click()
    assert form.changes() == {} and form.problem() == ""


def test_a_preset_of_epochs_shows_epochs(form: SettingsForm) -> None:
    form.begin("generator", "seed-70")
    assert form.values()["epochs"] == 70 and form.editor("epochs").value() == 70
    with pytest.raises(KeyError):
        form.editor("loop.steps")


def test_discriminators_weights_wait_for_the_gan(form: SettingsForm) -> None:
    assert not form.editor("appearance").isEnabled()
    gan = field_of(form, "gan")
    gan.selectAll()
    QTest.keyClicks(gan, "5")
    assert form.editor("appearance").isEnabled()


@pytest.mark.parametrize("task", ["generator", "estimator"])
def test_all_settings_unfold_and_can_be_searched(form: SettingsForm, task: str) -> None:
    form.begin(task, "tiny" if task == "generator" else "")
    form.fold.click()
    keys = set(form.keys_in_sight())
    fields = set(preset_values(task, "tiny")) - {"data", "preset"}
    assert keys == fields
    form.search.setText("checkpoint")
    assert form.keys_in_sight() == ["loop.checkpoint_every"]
    config = with_settings(kind_of(task)(), [])
    assert config == kind_of(task)()


# the page


def test_annotated_photos_need_a_recipe_that_makes_pairs(panel: TrainingPanel, demo_data: Path, scripted: Script,
                                                         qtbot: QtBot) -> None:  # fmt: skip
    scripted("import sys; print('{}')")
    with_data(panel, demo_data, qtbot)
    plan = panel.plan
    assert plan.cost.start.isEnabled()
    plan.presets.choose("generator", "seed-500")
    assert not plan.cost.start.isEnabled() and "needs pairs" in plan.cost.facts.text()
    plan.presets.choose("estimator", "")
    assert plan.cost.start.isEnabled()
    plan.form.begin("estimator", "", {"loop.batch": 0})
    plan.form.changed.emit()
    assert "Batch must be at least 1" in plan.cost.facts.text()


def test_what_it_takes_and_what_it_costs(panel: TrainingPanel, demo_data: Path, scripted: Script, qtbot: QtBot,
                                         preferences: Preferences) -> None:  # fmt: skip
    called = scripted(f"import sys, json; print(json.dumps({{'cost': {COST!r}}}))")
    with_data(panel, demo_data, qtbot)
    cost = panel.plan.cost
    qtbot.waitUntil(lambda: cost.cost is not None and not cost.estimating)
    assert [("--no-measure" in words, "--dry-run" in words) for words in called] == [(True, True), (False, True)]
    assert "About 2 h" in cost.facts.text() and "$" not in cost.facts.text()
    cost.price.setValue(0.526)
    assert "1.05 $" in cost.facts.text() and preferences.number("training/price", 0.0) == 0.526
    assert "8,000 steps" in cost.details.text() and "1.4 M parameters" in cost.details.text()


def test_what_cannot_be_trained_is_said_before_it_is_started(panel: TrainingPanel, demo_data: Path, scripted: Script,
                                                             qtbot: QtBot) -> None:  # fmt: skip
    scripted("import sys; sys.stderr.write('repose-train: vgg19 is missing. Fetch it.\\n'); sys.exit(2)")
    with_data(panel, demo_data, qtbot)
    qtbot.waitUntil(lambda: panel.plan.cost.details.text() == "vgg19 is missing. Fetch it.")
    assert not panel.plan.cost.start.isEnabled()


def test_photos_are_prepared_and_then_taken(panel: TrainingPanel, tmp_path: Path, scripted: Script, qtbot: QtBot,
                                            astronaut_file: Path) -> None:  # fmt: skip
    """The command is a stand-in that tells its progress and writes the least of a data set."""
    step = Event("step", 1, 3, speed=2.0, seconds_left=60.0, message="a.jpg").to_line()
    called = scripted(
        "import sys, json, pathlib, time\n"
        f"print({step!r}, flush=True); time.sleep(0.5)\n"
        "if '--dry-run' in sys.argv: print('{}'); sys.exit()\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--out') + 1]); out.mkdir(parents=True)\n"
        "told = {'format': 1, 'pictures': 3, 'splits': {'train': 2, 'val': 1}, 'size': [256, 176]}\n"
        "(out / 'dataset.json').write_text(json.dumps(told))"
    )
    with_data(panel, tmp_path, qtbot)
    data = panel.plan.data
    assert data.sentence().startswith("Photos: 1. Preparing") and not panel.plan.cost.start.isEnabled()
    data.prepare_button.click()
    qtbot.waitUntil(lambda: "1 of 3 photos" in data.sentence())
    qtbot.waitUntil(lambda: data.facts is not None and data.facts.usable)
    assert called[0] == ["prepare", str(tmp_path), "--out", str(tmp_path / "datasets" / tmp_path.name), "--events"]
    assert "Prepared: 3 pictures" in data.sentence() and panel.plan.cost.start.isEnabled()


def test_preparing_can_be_interrupted(panel: TrainingPanel, tmp_path: Path, scripted: Script, qtbot: QtBot,
                                      astronaut_file: Path) -> None:  # fmt: skip
    line = Event("step", 1, 3).to_line()
    scripted(f"import time; print({line!r}, flush=True); time.sleep(600)")
    with_data(panel, tmp_path, qtbot)
    data = panel.plan.data
    data.prepare_button.click()
    qtbot.waitUntil(lambda: "1 of 3 photos" in data.sentence())
    data.cancel_button.click()
    qtbot.waitUntil(lambda: "interrupted" in data.sentence())
    assert not data.preparing.running and data.prepare_button.isVisible()


def test_duplicating_begins_with_what_was_changed(panel: TrainingPanel, tmp_path: Path, qtbot: QtBot) -> None:
    run = WrittenRun(tmp_path / "runs" / "first", "rate=0.004", "gan=2.0")
    run.tell(Event("started", 0, 100), Event("finished", 100, 100))
    panel.runs.refresh()
    panel.begin_plan(run.folder)
    assert panel.plan.form.changes() == {"rate": 0.004, "gan": 2.0}
    assert panel.plan.cost.name.text() == "first 2"
    assert panel.plan.presets.choice.name == "single-photos"
