"""Several runs side by side: curves laid over one another, samples of the same step, settings that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QTabWidget, QToolButton, QVBoxLayout, QWidget

from gui.icons import SIDE
from gui.panels.flow_layout import FlowLayout
from gui.panels.pane import ElidedLabel
from gui.panels.training.curves_view import CurvesView
from gui.panels.training.plots import line_colour, line_dash
from gui.panels.training.samples_view import SamplesView
from gui.panels.training.settings_view import SettingsTable
from gui.panels.training.words import count, state_line, tr
from gui.services.loading import PictureLoader
from gui.services.run_folder import samples
from gui.services.training_runs import RunFollower, TrainingRuns
from gui.theme import SPACE, Theme

MOST: Final = 5
"""As many runs can be told apart in one plot."""


class _Legend(QWidget):
    """A run's name with the line that it is drawn with."""

    def __init__(self, number: int, *, theme: Theme) -> None:
        super().__init__()
        self._number = number
        self._theme = theme
        self._line = QLabel()
        self.name = QLabel()
        self.state = QLabel()
        self.state.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE, 0)
        row.setSpacing(SPACE)
        for label in (self._line, self.name, self.state):
            row.addWidget(label)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        pixmap = QPixmap(QSize(26, 12) * self.devicePixelRatioF())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setPen(QPen(QColor(line_colour(self._theme.colours, self._number)), 2.5, line_dash(self._number)))
        painter.drawLine(0, 6, 26, 6)
        painter.end()
        self._line.setPixmap(pixmap)


class ComparePage(QWidget):
    """Compares up to `MOST` runs, and follows those that are under way."""

    back = Signal()

    def __init__(self, *, theme: Theme, runs: TrainingRuns, loader: PictureLoader) -> None:
        super().__init__()
        self._theme = theme
        self._runs = runs
        self._loader = loader
        self._followers: list[RunFollower] = []
        self._legends: list[_Legend] = []
        self.views: list[SamplesView] = []
        self.back_button = QToolButton()
        self.back_button.setIconSize(QSize(SIDE, SIDE))
        self.back_button.setToolTip(tr("Back to the list of runs"))
        self.back_button.setAccessibleName(tr("Back to the list of runs"))
        self.back_button.clicked.connect(self.back)
        self.title = ElidedLabel()
        self.title.setObjectName("paneTitle")
        self._chips = QWidget()
        self._chip_row = FlowLayout(spacing=SPACE)
        self._chips.setLayout(self._chip_row)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("inner")
        self.tabs.setAccessibleName(tr("Pages of the comparison"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.back_button)
        top.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(top)
        layout.addWidget(self._chips)
        layout.addWidget(self.tabs, 1)
        theme.changed.connect(self._tint)
        self._tint()

    def fill(self) -> Iterator[None]:
        """Make the parts, one a step; before the last step nothing can be compared."""
        self.curves = CurvesView(theme=self._theme)
        self.tabs.addTab(self.curves, tr("Curves"))
        yield
        self.sheets = QWidget()
        self._sheet_row = QHBoxLayout()
        self._sheet_row.setSpacing(SPACE)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Step of the samples"))
        self.slider.valueChanged.connect(self._on_slider)
        self.place = ElidedLabel()
        self.place.setObjectName("muted")
        below = QHBoxLayout()
        below.setSpacing(SPACE)
        below.addWidget(self.slider, 3)
        below.addWidget(self.place, 2)
        column = QVBoxLayout(self.sheets)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(self._sheet_row, 1)
        column.addLayout(below)
        self.tabs.addTab(self.sheets, tr("Samples"))
        yield
        self.settings = SettingsTable(nothing=tr("These runs have the same settings."))
        self.tabs.addTab(self.settings, tr("Differences"))

    def _tint(self) -> None:
        self.back_button.setIcon(self._theme.icon("back"))

    @property
    def folders(self) -> list[Path]:
        """The runs that are compared."""
        return [follower.folder for follower in self._followers]

    def open(self, folders: Sequence[Path]) -> None:
        """Compare these runs."""
        wanted = list(folders)[:MOST]
        if wanted == self.folders:
            self.watch(True)
            return
        self._end()
        self._followers = [RunFollower(folder, runs=self._runs, parent=self) for folder in wanted]
        for number, follower in enumerate(self._followers):
            legend = _Legend(number, theme=self._theme)
            legend.name.setText(follower.folder.name)
            self._legends.append(legend)
            self._chip_row.addWidget(legend)
            view = SamplesView(theme=self._theme, loader=self._loader, controls=False)
            view.view.setToolTip(follower.folder.name)
            self.views.append(view)
            self._sheet_row.addWidget(view)
            follower.grew.connect(self._on_grew)
            follower.told.connect(self._on_told)
            follower.follow(True)
        self.slider.setRange(0, 0)
        self.title.set_whole_text(tr("{0} runs compared").format(len(wanted)))
        self.curves.set_histories([follower.history for follower in self._followers])
        self._on_told()
        self._show_settings()

    def _end(self) -> None:
        for follower in self._followers:
            follower.follow(False)
            follower.deleteLater()
        for widget in (*self._legends, *self.views):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._followers, self._legends, self.views = [], [], []

    def watch(self, on: bool) -> None:
        """Follow the runs while somebody looks."""
        for follower in self._followers:
            follower.follow(on)

    def _on_grew(self) -> None:
        self.curves.refresh()
        last = 0
        for follower, view in zip(self._followers, self.views, strict=True):
            known = follower.history.samples or samples(follower.folder)
            view.set_samples({step: path for step, path in known.items() if path.is_file()})
            last = max([last, *view.steps])
        at_end = self.slider.value() == self.slider.maximum()
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(1, last))
        self.slider.setPageStep(max(1, last // 10))
        if at_end:
            self.slider.setValue(last)
        self.slider.blockSignals(False)
        self._on_slider(self.slider.value())

    def _on_slider(self, step: int) -> None:
        for view in self.views:
            view.go_to(step)
        shown = [tr("step {0}").format(count(view.step)) for view in self.views if view.step is not None]
        self.place.set_whole_text(" | ".join(shown))

    def _on_told(self) -> None:
        for follower, legend in zip(self._followers, self._legends, strict=True):
            legend.state.setText(state_line(follower.glance))

    def _show_settings(self) -> None:
        configs = [follower.config for follower in self._followers]
        task = self._followers[0].glance.task if self._followers else ""
        self.settings.set_runs(configs, [follower.folder.name for follower in self._followers], task=task)

    def close_down(self) -> None:
        """Follow nothing any more."""
        self._end()
