"""One small plot: a loss or figure of one run or several, raw and smoothed, its best marked, read by pointing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.panels.pane import ElidedLabel
from gui.panels.training.words import count, short_count, tr, value
from gui.services.curve_maths import Floats, best_index, shown_range, smoothed, thin
from gui.services.run_history import Series
from gui.theme import SPACE, Colours, Theme

HEIGHT: Final = 158
_AXIS: Final = 46
_LIGHT_LINES: Final = ("#3454d1", "#b3471b", "#17795e", "#8a3ab9", "#7a5c00")
_DARK_LINES: Final = ("#8fa8ff", "#ffa574", "#63d3b0", "#d7a3ff", "#e6cf6a")
_DASHES: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


def line_colour(colours: Colours, number: int) -> QColor:
    """The colour of the run `number` in a comparison, or of the only one."""
    lines = _DARK_LINES if colours.dark else _LIGHT_LINES
    return QColor(lines[number % len(lines)])


def line_dash(number: int) -> Qt.PenStyle:
    """The dash of the same run: colours are not all that tells lines apart."""
    return _DASHES[number % len(_DASHES)]


@dataclass(frozen=True)
class Looks:
    """How curves are shown: `smoothing` is the share of a series that is averaged over, 0 for none."""

    smoothing: float = 0.02
    logarithmic: bool = False
    without_outliers: bool = True


class _StepAxis(pg.AxisItem):  # type: ignore[misc]
    """Steps in short: 20 k."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802 - Qt's way
        return [short_count(step) if step else "0" for step in values]


class CurveCard(QFrame):
    """A titled plot."""

    def __init__(self, name: str, *, theme: Theme, best: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.name = name
        self._theme = theme
        self._marks_best = best
        self._lines: list[tuple[Any, Any, Any]] = []
        self._levels: list[Any] = []
        self._references: list[tuple[str, float]] = []
        self._curves: list[tuple[Floats, Floats]] = []
        self._looks = Looks()
        title = QLabel(name.replace("_", " "))
        title.setObjectName("paneTitle")
        self._reading = ElidedLabel()
        self._reading.setObjectName("muted")
        self._reading.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._plot: Any = None
        self._alone = False
        self._pointer = pg.InfiniteLine(angle=90, movable=False)
        self._pointer.hide()
        header = QHBoxLayout()
        header.setContentsMargins(10, 6, 10, 0)
        header.setSpacing(SPACE)
        header.addWidget(title)
        header.addWidget(self._reading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 4, 2)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addStretch(1)
        self._layout = layout
        self.setMinimumHeight(HEIGHT)

    @property
    def plot(self) -> Any:
        """The plot itself, made when there is something to draw: that takes as long as drawing several."""
        if self._plot is None:
            self._plot = self._make_plot()
            self._layout.takeAt(self._layout.count() - 1)
            self._layout.addWidget(self._plot, 1)
            self.tint()
        return self._plot

    def _make_plot(self) -> Any:
        plot = pg.PlotWidget(axisItems={"bottom": _StepAxis("bottom")})
        plot.setStyleSheet("border: none;")
        plot.setFrameShape(QFrame.Shape.NoFrame)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setMouseEnabled(x=self._alone, y=self._alone)
        item = plot.getPlotItem()
        item.getAxis("left").setWidth(_AXIS)
        item.getAxis("left").enableAutoSIPrefix(False)
        item.getAxis("bottom").enableAutoSIPrefix(False)
        item.showGrid(x=False, y=True, alpha=0.16)
        item.addItem(self._pointer, ignoreBounds=True)
        plot.scene().sigMouseMoved.connect(self._point)
        return plot

    def tint(self) -> None:
        """Take over the theme's colours."""
        if self._plot is None:
            return
        colours = self._theme.colours
        self.plot.setBackground(QColor(colours.pane))
        for side in ("left", "bottom"):
            axis = self.plot.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(QColor(colours.border)))
            axis.setTextPen(pg.mkPen(QColor(colours.muted)))
            axis.setTickFont(self._small())
        self._pointer.setPen(pg.mkPen(QColor(colours.strong_border), width=1))
        for number, parts in enumerate(self._lines):
            self._pens(number, *parts)
        self._draw_levels(self._references)

    def _small(self) -> Any:
        font = self.font()
        font.setPointSizeF(max(7.0, 0.8 * font.pointSizeF()))
        return font

    def _pens(self, number: int, raw: Any, line: Any, best: Any) -> None:
        colour = line_colour(self._theme.colours, number)
        faint = QColor(colour)
        faint.setAlpha(70 if number == 0 and len(self._lines) == 1 else 0)
        raw.setPen(pg.mkPen(faint, width=1))
        line.setPen(pg.mkPen(colour, width=2, style=line_dash(number)))
        best.setSymbolPen(pg.mkPen(colour, width=2))
        best.setSymbolBrush(pg.mkBrush(QColor(self._theme.colours.pane)))

    def set_alone(self, alone: bool) -> None:
        """Alone in the view, a plot can be moved and zoomed by the mouse."""
        self._alone = alone
        if self._plot is not None:
            self._plot.setMouseEnabled(x=alone, y=alone)

    def show_series(
        self, series: list[Series | None], looks: Looks, *, references: Sequence[tuple[str, float]] = ()
    ) -> None:
        """Draw one series a run, None for a run that has none of this name; and levels to compare with, by name."""
        while len(self._lines) < len(series):
            self._add_line()
        for parts in self._lines[len(series) :]:
            for part in parts:
                part.setData([], [])
        if looks.logarithmic != self._looks.logarithmic:
            self.plot.setLogMode(x=False, y=looks.logarithmic)
        self._looks = looks
        self._curves = []
        everything: list[Floats] = []
        for number, (entry, (raw, line, best)) in enumerate(zip(series, self._lines, strict=False)):
            thinned = thin(entry.steps, entry.values) if entry is not None else thin([], [])
            calm = smoothed(thinned.mean, looks.smoothing)
            self._curves.append((thinned.steps, calm))
            everything.append(thinned.mean)
            lonely = len(thinned) == 1
            if calm is thinned.mean and thinned.is_whole:
                raw.setData([], [])
            else:
                across = np.repeat(thinned.steps, 2)
                raw.setData(across, np.stack([thinned.low, thinned.high], axis=1).ravel())
            line.setData(thinned.steps, calm, symbol="o" if lonely else None, symbolSize=5)
            at = best_index(calm, name=self.name) if self._marks_best and len(thinned) > 2 else None
            best.setData([] if at is None else [thinned.steps[at]], [] if at is None else [calm[at]])
            self._pens(number, raw, line, best)
        self._references = list(references)
        self._draw_levels(references)
        self._set_ranges(everything, references)
        self.read_at(None)

    def _add_line(self) -> None:
        raw = self.plot.plot([], [], antialias=False)
        line = self.plot.plot([], [], antialias=True)
        best = self.plot.plot([], [], pen=None, symbol="o", symbolSize=9)
        self._lines.append((raw, line, best))

    def _draw_levels(self, references: Sequence[tuple[str, float]]) -> None:
        item = self.plot.getPlotItem()
        for level in self._levels:
            item.removeItem(level)
        colour = QColor(self._theme.colours.muted)
        self._levels = []
        for name, height in references:
            at = float(np.log10(height)) if self._looks.logarithmic and height > 0 else height
            pen = pg.mkPen(colour, width=1, style=Qt.PenStyle.DotLine)
            options = {"position": 0.96, "anchors": [(1, 1), (1, 1)], "color": colour}
            level = pg.InfiniteLine(pos=at, angle=0, pen=pen, label=name, labelOpts=options)
            level.label.setFont(self._small())
            item.addItem(level, ignoreBounds=True)
            self._levels.append(level)

    def _set_ranges(self, values: list[Floats], references: Sequence[tuple[str, float]]) -> None:
        ranges = [
            found
            for part in values
            if (
                found := shown_range(
                    part, without_outliers=self._looks.without_outliers, logarithmic=self._looks.logarithmic
                )
            )
        ]
        steps = [curve[0] for curve in self._curves if len(curve[0])]
        if not ranges or not steps:
            return
        view = self.plot.getPlotItem().getViewBox()
        low, high = min(found[0] for found in ranges), max(found[1] for found in ranges)
        for _, height in references:
            at = float(np.log10(height)) if self._looks.logarithmic and height > 0 else height
            # A level far off would make the curve flat.
            if low - (high - low) <= at <= high + (high - low):
                room = 0.08 * (high - low)
                low, high = min(low, at - room), max(high, at + 2.5 * room)
        first, last = min(part[0] for part in steps), max(part[-1] for part in steps)
        if first == last:
            first, last = 0.0, max(1.0, 2.0 * first)
        view.setRange(xRange=(float(first), float(last)), yRange=(low, high), padding=0.02)

    def _point(self, place: QPointF) -> None:
        """Read the curves off at the pointer."""
        view = self.plot.getPlotItem().getViewBox()
        if not self.plot.sceneBoundingRect().contains(place) or not self.underMouse():
            self.read_at(None)
            return
        self.read_at(float(view.mapSceneToView(place).x()))

    def leaveEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self.read_at(None)

    def read_at(self, step: float | None) -> None:
        """Say the values at a step beside the title; with None, where the curves stand now."""
        full = [curve for curve in self._curves if len(curve[0])]
        if not full:
            self._reading.set_whole_text(tr("no values yet"))
            self._pointer.hide()
            return
        if step is None:
            self._pointer.hide()
            self._reading.set_whole_text(self._resting(full))
            return
        nearest = [int(np.abs(steps - step).argmin()) for steps, _ in full]
        at = float(full[0][0][nearest[0]])
        self._pointer.setPos(at)
        self._pointer.show()
        readings = " · ".join(value(calm[index]) for index, (_, calm) in zip(nearest, full, strict=True))
        self._reading.set_whole_text(tr("step {0}: {1}").format(count(at), readings))

    def _resting(self, full: list[tuple[Floats, Floats]]) -> str:
        now = " · ".join(value(float(calm[-1])) for _, calm in full)
        if len(full) > 1 or not self._marks_best or len(full[0][0]) < 3:
            return now
        steps, calm = full[0]
        at = best_index(calm, name=self.name)
        if at is None:
            return now
        return tr("{0} (best {1} at {2})").format(now, value(float(calm[at])), short_count(float(steps[at])))

    def reading(self) -> str:
        """What stands beside the title."""
        return self._reading.whole_text()
