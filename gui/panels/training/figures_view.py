"""The figures of a run: those taken while it trained, and the table of a thorough judging."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.panels.figures_table import FiguresTable
from gui.panels.training.words import count, moment, tr, value
from gui.services.curve_maths import best_index
from gui.services.evaluation_file import EvaluationTable, Figure, read_evaluation
from gui.services.run_folder import EVALUATION
from gui.services.run_history import RunHistory
from gui.theme import SPACE

_BASELINES = ("moved_", "unchanged_")


class FiguresView(QWidget):
    """Figures while training by step, then what `repose-train evaluate` found."""

    def __init__(self) -> None:
        super().__init__()
        self._folder: Path | None = None
        self._seen: tuple[object, ...] = ()
        self.bar = QProgressBar()
        self.bar.setObjectName("thin")
        self.bar.setTextVisible(False)
        self.says = QLabel()
        self.says.setObjectName("muted")
        self.says.setWordWrap(True)
        self.page = QPushButton(tr("Open the page"))
        self.page.setToolTip(tr("The tables with worst, median and best pictures, in the browser"))
        self.page.clicked.connect(self._open_page)
        self._page_path: Path | None = None
        self._field = QWidget()
        self._column = QVBoxLayout(self._field)
        self._column.setContentsMargins(0, 0, SPACE, 0)
        self._column.setSpacing(SPACE)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(tr("Figures"))
        scroll.setWidget(self._field)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.says, 1)
        top.addStretch(0)
        top.addWidget(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(scroll, 1)
        self.bar.hide()
        self._show_top()

    def set_run(self, folder: Path, history: RunHistory) -> None:
        """Show a run's figures; cheap when nothing changed."""
        file = folder / EVALUATION / "evaluation.json"
        stamp = file.stat().st_mtime if file.is_file() else 0.0
        length = sum(len(series) for series in history.figures.values())
        seen = (folder, stamp, length, history.best_step)
        if seen == self._seen:
            return
        self._seen, self._folder = seen, folder
        self._clear()
        if history.figures:
            self._add_title(tr("While training, on held-out photos"))
            self._add(self._by_step(history))
        found = read_evaluation(folder / EVALUATION)
        if found is not None:
            done = tr("Judged {0} on {1} photos of {2}")
            self._add_title(done.format(moment(found.when), count(found.photos), Path(found.data).name))
            for table in found.tables:
                self._add_table(table)
            for name, why in found.missing.items():
                self._add_note(tr("Not measured: {0}: {1}").format(name, why))
        self._page_path = None if found is None else found.page
        self._show_top()
        if not history.figures and found is None:
            self._add_note(tr("No figures yet. Evaluate judges the run's best checkpoint on photos it has not seen."))
        self._column.addStretch(1)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Say how far a judging is; empty text when there is none."""
        self.bar.setVisible(bool(text))
        self.bar.setRange(0, max(0, total))
        self.bar.setValue(done)
        self.says.setText(text)
        self._show_top()

    def tables(self) -> list[str]:
        """The titles of the tables on show."""
        return [table.accessibleName() for table in self._field.findChildren(FiguresTable) if not table.isHidden()]

    def _show_top(self) -> None:
        self.says.setVisible(bool(self.says.text()))
        self.page.setVisible(self._page_path is not None)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _add_title(self, text: str) -> None:
        label = QLabel(text)
        label.setObjectName("paneTitle")
        label.setWordWrap(True)
        self._add(label)

    def _add_note(self, text: str) -> None:
        label = QLabel(text)
        label.setObjectName("muted")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._add(label)

    def _add_table(self, table: EvaluationTable) -> None:
        self._add_note(table.title)
        rows = [[(name, name), *(_cell(figure) for figure in figures)] for name, figures in table.rows]
        self._add(FiguresTable(table.title, _told([(tr("Model"), ""), *table.heads]), rows))

    def _by_step(self, history: RunHistory) -> QWidget:
        """The newest figures and the best ones."""
        rows = []
        shown = {name: s for name, s in history.figures.items() if name != "photos" and not name.startswith(_BASELINES)}
        others = [
            (prefix, word)
            for prefix, word in zip(_BASELINES, (tr("Moved"), tr("Unchanged")), strict=True)
            if any(name.startswith(prefix) for name in history.figures)
        ]
        for name, series in shown.items():
            best = best_index(np.asarray(series.values, dtype=np.float64), name=name)
            at = tr("{0} at step {1}")
            record = "" if best is None else at.format(value(series.values[best]), count(series.steps[best]))
            levels = [history.figures.get(prefix + name) for prefix, _ in others]
            more = [("" if level is None else value(level.values[-1]), "") for level in levels]
            rows.append([(name.replace("_", " "), name), (value(series.values[-1]), ""), (record, ""), *more])
        last = max(series.steps[-1] for series in history.figures.values())
        heads = [(tr("Figure"), ""), (tr("Step {0}").format(count(last)), ""), (tr("Best"), "")]
        tips = {"moved_": tr("The moved picture, without a network"), "unchanged_": tr("The person as photographed")}
        heads += [(word, tips[prefix]) for prefix, word in others]
        return FiguresTable(tr("Figures while training"), _told(heads), rows)

    def _open_page(self) -> None:
        if self._page_path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._page_path)))


def _cell(figure: Figure | None) -> tuple[str, str]:
    if figure is None or not math.isfinite(figure.value):
        return "", ""
    interval = ""
    if math.isfinite(figure.low) and math.isfinite(figure.high):
        interval = tr("95 %: {0} to {1}").format(value(figure.low), value(figure.high))
    return value(figure.value), interval


def _told(heads: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Heads that tell themselves under the pointer where there is nothing more to tell."""
    return [(head, tip or head) for head, tip in heads]
