"""The pages of the Training tab with what they share, made one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from gui.panels.training.compare_page import ComparePage
from gui.panels.training.plan_page import PlanPage
from gui.panels.training.run_page import RunPage
from gui.preferences import Preferences
from gui.services.loading import PictureLoader
from gui.services.training_runs import TrainingRuns
from gui.theme import Theme

AskFolder = Callable[[str, str], Path | None]
"""Asks a person for a folder: the question and the key under which the place is remembered."""


class Pages:
    """Plan, run and comparison. `make` makes them in steps, each too short to be felt."""

    plan: PlanPage
    run: RunPage
    compare: ComparePage

    def __init__(
        self, *, theme: Theme, preferences: Preferences, runs_folder: Path, ask_folder: AskFolder | None = None
    ) -> None:
        self._theme = theme
        self._preferences = preferences
        self._prepared_in = runs_folder.parent / "datasets"
        self.ask = ask_folder or self._ask_folder
        self.loader = PictureLoader()
        self.runs = TrainingRuns(runs_folder, preferences=preferences)

    def make(self) -> Iterator[QWidget | None]:
        """Each page as soon as it can be put in its place, then a step for each of its parts."""
        self.plan = PlanPage(
            theme=self._theme,
            preferences=self._preferences,
            runs=self.runs,
            prepared_in=self._prepared_in,
            ask_folder=self.ask,
        )
        yield self.plan
        yield from self.plan.fill()
        self.run = RunPage(
            theme=self._theme, preferences=self._preferences, runs=self.runs, loader=self.loader, ask_folder=self.ask
        )
        yield self.run
        yield from self.run.fill()
        self.compare = ComparePage(theme=self._theme, runs=self.runs, loader=self.loader)
        yield self.compare
        yield from self.compare.fill()

    def _ask_folder(self, title: str, key: str) -> Path | None:
        window = QApplication.activeWindow()
        name = QFileDialog.getExistingDirectory(window, title, self._preferences.folder(key))
        if not name:
            return None
        self._preferences.set_folder(key, Path(name))
        return Path(name)
