"""The form for a new training, from top to bottom: photos, recipe, what matters, what it takes, start."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from gui.icons import SIDE
from gui.language.retranslating import said_again
from gui.language.words import beginning
from gui.panels.training.cost_bar import CostBar
from gui.panels.training.data_card import DataCard
from gui.panels.training.preset_cards import PresetCards
from gui.panels.training.settings_form import SettingsForm
from gui.panels.training.words import tr
from gui.preferences import Preferences
from gui.services.config_fields import text_of
from gui.services.data_folder import DataFacts, DataKind
from gui.services.run_folder import CONFIG, glance, read_json
from gui.services.training_plan import ESTIMATOR, Choice, Plan, changes_in, choices, kind_of
from gui.services.training_runs import TrainingRuns
from gui.theme import SPACE, Theme
from training.config import with_settings

_WIDEST = 880
_FIRST = ("generator", "single-photos")
"""The recipe that a new training begins with."""
_TWO_COLUMNS = 1080
"""From this width on, the settings stand beside photos and recipe."""


class PlanPage(QWidget):
    """Plans a training; `planned` brings a `Plan` and the run's name, `run_dropped` a run's folder."""

    planned = Signal(object, str)
    run_dropped = Signal(object)
    back = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        preferences: Preferences,
        runs: TrainingRuns,
        prepared_in: Path,
        ask_folder: Callable[[str, str], Path | None],
    ) -> None:
        super().__init__()
        self._runs = runs
        self._facts: DataFacts | None = None
        self._named = False
        self._made = (theme, preferences, prepared_in, ask_folder)
        field = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, field)
        self._columns.setContentsMargins(0, 0, SPACE, 0)
        self._columns.setSpacing(2 * SPACE)
        self._left, self._right = _column(), _column()
        for column in (self._left, self._right):
            self._columns.addWidget(column, 1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("New training"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(field)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back_button = QToolButton()
        self.back_button.setIconSize(QSize(SIDE, SIDE))
        self.back_button.setText(tr("New training"))
        self.back_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back_button.setToolTip(tr("Back to the list of runs"))
        self.back_button.clicked.connect(self.back)
        theme.changed.connect(self._tint)
        self._tint()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._scroll, 1)

    def _tint(self) -> None:
        self.back_button.setIcon(self._made[0].icon("back"))

    def fill(self) -> Iterator[None]:
        """Make the parts, one a step; before the last step nothing can be planned."""
        theme, preferences, prepared_in, ask_folder = self._made
        self.data = DataCard(theme=theme, preferences=preferences, prepared_in=prepared_in, ask_folder=ask_folder)
        _put(self._left, tr("Photos"), self.data)
        yield
        estimator = Choice(
            ESTIMATOR,
            "",
            tr("Pose estimator"),
            tr("The network that finds joints and person in a photo, from annotated photos. Some hours on two cores."),
        )
        self.presets = PresetCards(choices(estimator=estimator))
        yield
        _put(self._left, tr("Recipe"), self.presets)
        yield
        self.form = SettingsForm()
        _put(self._right, tr("What matters"), self.form)
        yield
        self.cost = CostBar(preferences=preferences)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.cost)
        yield
        self.form.begin(*_FIRST)
        yield
        self.data.chosen.connect(self._on_data)
        self.data.run_dropped.connect(self.run_dropped)
        self.form.changed.connect(self._plan_anew)
        self.cost.asked_to_start.connect(self._on_start)
        self.cost.name.textEdited.connect(self._on_name)
        self.presets.choose(*_FIRST)
        self.presets.changed.connect(self._on_choice)
        self._plan_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        beside = self.width() >= _TWO_COLUMNS
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        for index in range(2):
            self._columns.setStretch(index, 1 if beside else index)

    # how it begins

    def begin_anew(self) -> None:
        """An empty form, but for the data that was chosen."""
        self._named = False
        self.presets.choose(*_FIRST)
        choice = self.presets.choice
        if choice is not None:
            self._on_choice(choice)

    def begin_as(self, folder: Path) -> None:
        """The same training as a run's, to be changed."""
        run = glance(folder)
        config = read_json(folder / CONFIG)
        self.presets.choose(run.task, run.preset)
        choice = self.presets.choice
        assert choice is not None
        self.form.begin(choice.task, choice.name, changes_in(config, task=choice.task, preset=choice.name))
        self._named = True
        self.cost.name.setText(self._runs.free_folder(run.name).name)
        data = Path(run.data)
        if run.data and data.is_dir():
            self.data.look(data)
        self._plan_anew()

    # what changes

    def _on_data(self, facts: DataFacts | None) -> None:
        self._facts = facts
        self._plan_anew()

    def _on_choice(self, choice: Choice) -> None:
        self.form.begin(choice.task, choice.name)
        self._plan_anew()

    def _on_name(self, text: str) -> None:
        self._named = bool(text.strip())

    def _plan_anew(self) -> None:
        choice = self.presets.choice
        if choice is None:
            return
        if not self._named:
            self.cost.name.setText(self._usual_name(choice))
        problem = self._problem(choice, self.form.values(), self.form.changes())
        plan = None
        if self._facts is not None:
            plan = Plan(choice.task, choice.name, self._facts.folder, self.form.changes())
        self.cost.set_plan(plan, folder=self._runs.free_folder(self.cost.name.text()), problem=problem)

    def _usual_name(self, choice: Choice) -> str:
        name = choice.name or choice.task
        return self._runs.free_folder(f"{name} {time.strftime('%Y-%m-%d')}").name

    def _problem(self, choice: Choice, values: Mapping[str, Any], changes: Mapping[str, Any]) -> str:
        """Why the training cannot be started as it is, in a sentence; empty when nothing speaks against it."""
        if self._facts is None:
            there = self.data.facts
            if there is not None and there.kind in (DataKind.PHOTOS, DataKind.UNFINISHED):
                return tr("Prepare the photos first: that finds joints and cuts the people out.")
            return tr("Choose the photos to train on.")
        if self.form.problem():
            return self.form.problem()
        facts = self._facts
        if not facts.train:
            return tr("No picture of this data set is marked for training.")
        if values.get("pairs") == "given" and facts.kind is DataKind.ANNOTATED:
            return tr(
                "This recipe needs pairs: the same person in two poses. Prepare the photos, or take Single photos."
            )
        if choice.task == ESTIMATOR and facts.kind is not DataKind.ANNOTATED:
            return tr("The estimator is trained on annotated photos: a folder with keypoints18.json, photos and masks.")
        try:
            with_settings(kind_of(choice.task)(), [f"{key}={text_of(value)}" for key, value in changes.items()])
        except (ValueError, TypeError) as problem:
            return beginning(said_again(str(problem)))
        return ""

    def _on_start(self, name: str) -> None:
        choice = self.presets.choice
        if choice is None or self._facts is None:
            return
        plan = Plan(choice.task, choice.name, self._facts.folder, self.form.changes())
        self._named = False
        self.planned.emit(plan, name or self._usual_name(choice))
        # The next run is to have a name of its own.
        QTimer.singleShot(0, self, self._plan_anew)

    def watch(self, on: bool) -> None:
        """Estimate only while somebody looks."""
        if on:
            self._plan_anew()
        else:
            self.cost.rest()

    def close_down(self) -> None:
        """End what is under way."""
        self.cost.close_down()
        self.data.close_down()


def _column() -> QWidget:
    """A place for parts of the form."""
    field = QWidget()
    field.setMaximumWidth(_WIDEST)
    layout = QVBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    layout.addStretch(1)
    return field


def _put(column: QWidget, title: str, widget: QWidget) -> None:
    """A part at the end of a column, below its title."""
    label = QLabel(title)
    label.setObjectName("paneTitle")
    layout = column.layout()
    assert isinstance(layout, QVBoxLayout)
    end = layout.count() - 1
    if end:
        layout.insertSpacing(end, SPACE)
        end += 1
    layout.insertWidget(end, label)
    layout.insertWidget(end + 1, widget)
