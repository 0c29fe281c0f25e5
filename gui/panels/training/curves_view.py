"""All curves of a run, or of several laid over one another, as small plots; one of them can have the whole place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from gui.language.words import later
from gui.panels.flow_layout import FlowLayout
from gui.panels.training.plots import HEIGHT, CurveCard, Looks
from gui.panels.training.words import tr
from gui.services.run_advice import is_discriminator
from gui.services.run_history import RunHistory, Series
from gui.theme import SPACE, Theme

_NARROWEST: Final = 280
_LEAST: Final = 120
_NARROW: Final = 400
_PAUSE: Final = 12
"""Milliseconds between two plots."""
_SLIDER: Final = 100
_MOST_SMOOTHING: Final = 0.2
_SPEED: Final = later("Training", "pictures a second")
_MEMORY: Final = later("Training", "memory, GB")
_BASELINES: Final = ("moved_", "unchanged_")
"""Figures of answers that need no network; they stand beside the figure of the same name."""
_NO_FIGURES: Final = ("photos",)


def smoothing_of(position: int) -> float:
    """The share of a series that is averaged over, from the slider's position 0 to 100; finer where it is small."""
    return float(_MOST_SMOOTHING * (position / _SLIDER) ** 2)


def _contested(name: str) -> bool:
    """Whether two networks work against each other at this loss: its smallest value is nobody's best."""
    return name.startswith(("gan", "r1")) or is_discriminator(name)


def held_out(name: str) -> str:
    """The title of a figure on photos that take no part in the training."""
    return tr("{0}, held out").format(name.replace("_", " "))


class CurvesView(QWidget):
    """Small plots of every loss, of the figures on held-out photos, and of speed."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._histories: list[RunHistory] = []
        self._drawn: list[int] = []
        self._cards: dict[str, CurveCard] = {}
        self._shown: dict[str, tuple[list[Series | None], list[tuple[str, float]]]] = {}
        self._waiting: list[str] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._draw_next)
        self.which = QComboBox()
        self.which.setAccessibleName(tr("Which curves"))
        self.which.addItem(tr("All curves"), "")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.which.activated.connect(lambda _index: self._arrange())
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, _SLIDER)
        self.smoothing.setValue(30)
        self.smoothing.setFixedWidth(110)
        self.smoothing.setAccessibleName(tr("Smoothing"))
        self.smoothing.setToolTip(tr("How much each curve is smoothed; the values themselves stay visible behind it"))
        self.smoothing.valueChanged.connect(lambda _value: self._draw())
        self.logarithmic = self._switch(tr("Log scale"), tr("Logarithmic scale: equal factors are equally high"))
        self.outliers = self._switch(tr("No outliers"), tr("Leave the first fall and single spikes out of the range"))
        self.outliers.setChecked(True)
        for switch in (self.logarithmic, self.outliers):
            switch.toggled.connect(lambda _on: self._draw())
        controls = QWidget()
        row = FlowLayout(spacing=SPACE)
        controls.setLayout(row)
        label = QLabel(tr("Smoothing"))
        label.setObjectName("muted")
        self._label = label
        for widget in (self.which, label, self.smoothing, self.logarithmic, self.outliers):
            widget.setFixedHeight(28)
            row.addWidget(widget)
        self._nothing = QLabel(tr("Curves appear with the first logged step."))
        self._nothing.setObjectName("muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field = QWidget()
        self._grid = QGridLayout(self._field)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Curves"))
        self._scroll.setWidget(self._field)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(controls)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._scroll, 1)
        theme.changed.connect(self._tint)
        self._columns = 0
        self._rearrange_for()

    def _switch(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("segment")
        button.setCheckable(True)
        button.setToolTip(tip)
        return button

    @property
    def looks(self) -> Looks:
        """How the curves are shown."""
        return Looks(smoothing_of(self.smoothing.value()), self.logarithmic.isChecked(), self.outliers.isChecked())

    def set_histories(self, histories: Sequence[RunHistory]) -> None:
        """Show the curves of these runs, the first in the accent colour."""
        self._histories = list(histories)
        self._drawn = []
        self.refresh()

    def refresh(self) -> None:
        """Draw again if there is more than was drawn."""
        revisions = [history.revision for history in self._histories]
        if revisions == self._drawn and self.isVisible():
            return
        self._drawn = revisions if self.isVisible() else []
        if self._drawn or not self._histories:
            self._draw()

    def _series(self) -> dict[str, list[Series | None]]:
        """What there is to draw, by title, in the order of its appearance."""
        found: dict[str, list[Series | None]] = {}
        for name in dict.fromkeys(name for history in self._histories for name in history.losses):
            found[name] = [history.losses.get(name) for history in self._histories]
        for name in dict.fromkeys(name for history in self._histories for name in history.figures):
            if not name.startswith(_BASELINES) and name not in _NO_FIGURES:
                found[held_out(name)] = [history.figures.get(name) for history in self._histories]
        if any(len(history.speed) for history in self._histories):
            found[tr(_SPEED)] = [history.speed for history in self._histories]
        if any(len(history.memory) for history in self._histories):
            found[tr(_MEMORY)] = [history.memory for history in self._histories]
        return found

    def _references(self) -> dict[str, list[tuple[str, float]]]:
        """By curve, what answers that need no network come to: the moved picture, and the person as photographed."""
        if len(self._histories) != 1:
            return {}
        words = {"moved_": tr("moved"), "unchanged_": tr("unchanged")}
        found: dict[str, list[tuple[str, float]]] = {}
        for name, series in self._histories[0].figures.items():
            for prefix, word in words.items():
                if name.startswith(prefix) and len(series):
                    found.setdefault(held_out(name.removeprefix(prefix)), []).append((word, series.values[-1]))
        return found

    def _draw(self) -> None:
        series, references = self._series(), self._references()
        self._nothing.setVisible(not series)
        self._scroll.setVisible(bool(series))
        self._shown = {name: (rows, references.get(name, [])) for name, rows in series.items()}
        if set(series) != set(self._cards):
            self._make_cards(list(series))
        self._queue(name for name in self._cards if not self._cards[name].isHidden())

    def _queue(self, names: Iterable[str]) -> None:
        """Have plots drawn; those that wait already keep their places, or the last would never have a turn."""
        self._waiting += [name for name in names if name not in self._waiting]
        if not self._turn.isActive():
            self._turn.start(0)

    def _draw_next(self) -> None:
        """A plot a turn, with a pause in which it is painted, so that the window answers in between."""
        while self._waiting:
            card = self._cards.get(self._waiting.pop(0))
            if card is not None and card.name in self._shown and not card.isHidden():
                rows, references = self._shown[card.name]
                card.show_series(rows, self.looks, references=references)
                break
        if self._waiting:
            self._turn.start(_PAUSE)

    def _make_cards(self, names: list[str]) -> None:
        for name in [name for name in self._cards if name not in names]:
            card = self._cards.pop(name)
            self._grid.removeWidget(card)
            card.deleteLater()
        plain = (tr(_SPEED), tr(_MEMORY))
        for name in names:
            if name not in self._cards:
                best = name not in plain and not _contested(name)
                self._cards[name] = CurveCard(name, theme=self._theme, best=best, parent=self._field)
        self._cards = {name: self._cards[name] for name in names}
        chosen = self.which.currentData()
        self.which.clear()
        self.which.addItem(tr("All curves"), "")
        for name in names:
            self.which.addItem(name.replace("_", " "), name)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self._arrange()

    def _rearrange_for(self) -> None:
        self._label.setVisible(self.width() >= _NARROW)
        self.smoothing.setFixedWidth(110 if self.width() >= _NARROW else 70)
        columns = max(1, self.width() // _NARROWEST)
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        """Put the plots in rows, or the chosen one alone."""
        alone = self.which.currentData()
        shown = [card for name, card in self._cards.items() if not alone or name == alone]
        for card in self._cards.values():
            self._grid.removeWidget(card)
            card.setVisible(card in shown)
            card.set_alone(bool(alone))
        columns = min(self._columns, len(shown)) or 1
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
            self._grid.setColumnMinimumWidth(column, _LEAST if column < columns else 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        for number, card in enumerate(shown):
            self._grid.addWidget(card, number // columns, number % columns)
            self._grid.setRowStretch(number // columns, 1)
        rows = -(-len(shown) // columns)
        self._field.setMinimumHeight(rows * HEIGHT + max(0, rows - 1) * SPACE)
        self._queue(card.name for card in shown)

    @property
    def busy(self) -> bool:
        """Whether plots wait for their turn."""
        return bool(self._waiting)

    def nothing_text(self) -> str:
        """What stands in place of the plots while there are none; empty when there are some."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    def cards(self) -> list[CurveCard]:
        """The plots that are on show."""
        return [card for card in self._cards.values() if not card.isHidden()]

    def _tint(self) -> None:
        for card in self._cards.values():
            card.tint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._rearrange_for()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._rearrange_for()
            self.refresh()
        return super().event(event)
