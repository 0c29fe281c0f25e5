"""What a review found: the thesis's table with intervals, by gender and facing, and the raters' agreement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.review_report import Heads, Report, groups_table, models_table
from gui.flows.messages import Message, Place
from gui.panels.figures_table import FiguresTable
from gui.panels.pane import MessageStrip
from gui.theme import SPACE, Theme


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReviewResults", text)


class ResultsWindow(QDialog):
    """Shows a report. The signals are wishes: `figures_wanted` to join measured figures, `merge_wanted` to take in
    other people's files, and the exports of the table, the ratings, the page and the review."""

    figures_wanted = Signal()
    merge_wanted = Signal()
    table_wanted = Signal()
    ratings_wanted = Signal()
    page_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Results of the review"))
        self.resize(960, 600)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.strip = MessageStrip(theme)
        self._field = QWidget()
        self._column = QVBoxLayout(self._field)
        self._column.setContentsMargins(0, 0, SPACE, 0)
        self._column.setSpacing(SPACE)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._field)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        above, below = QHBoxLayout(), QHBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for row, name, words, tip, signal in (
            (above, "figures", self.tr("Join SSIM and FID…"), self.tr("Read them from an evaluation.json"),
             self.figures_wanted),
            (above, "merge", self.tr("Merge reviews…"), self.tr("Take in the review files of other people"),
             self.merge_wanted),
            (below, "review", self.tr("Export the review…"), self.tr("A file that others can merge with theirs"),
             self.review_wanted),
            (below, "page", self.tr("Page to print…"), self.tr("The tables as a page, as HTML"), self.page_wanted),
            (below, "table", self.tr("Table as CSV…"), self.tr("Scores with intervals by model and group"),
             self.table_wanted),
            (below, "ratings", self.tr("Ratings as CSV…"), self.tr("Every rating, one a line"), self.ratings_wanted),
        ):  # fmt: skip
            button = QPushButton(words)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            self.buttons[name] = button
            row.addWidget(button)
        above.insertWidget(0, self.summary, 1)
        below.insertStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addLayout(above)
        layout.addWidget(self.strip)
        layout.addWidget(scroll, 1)
        layout.addLayout(below)
        self.tables: list[QTableView] = []

    def say(self, text: str, *, kind: str = "info") -> None:
        """A sentence above the tables."""
        self.strip.show_message(Message(Place.PICTURE, kind, text), [])

    def show_report(self, report: Report) -> None:
        """Show what was found."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.tables = []
        who = ", ".join(report.raters) or self.tr("nobody yet")
        self.summary.setText(
            self.tr("{0} ratings by {1}. Agreement (Krippendorff's alpha, ordinal): {2}").format(
                report.ratings, who, agreement_words(report.alpha)
            )
        )
        self._add(self.tr("Models side by side"), *models_table(report, _heads()))
        for kind, means in report.groups.items():
            self._add(_kind_title(kind), *groups_table(means, self.tr("Model")))
        note = QLabel(
            self.tr(
                "The interval is Student's t at 95 % over pictures, each counted once with the mean of its raters. "
                "Cited rows are the thesis's, measured on other pictures."
            )
        )
        note.setObjectName("muted")
        note.setWordWrap(True)
        self._column.addWidget(note)
        self._column.addStretch(1)

    def _add(self, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        label = QLabel(title)
        label.setObjectName("paneTitle")
        cells = [[(text, "") for text in row] for row in rows]
        table = FiguresTable(title, [(head, "") for head in heads], cells, gap=SPACE)
        self.tables.append(table)
        self._column.addWidget(label)
        self._column.addWidget(table)


def agreement_words(alpha: float) -> str:
    """What an agreement is worth, in Krippendorff's own bounds."""
    if alpha != alpha:  # NaN
        return _tr("not known; it takes pictures that two people judged")
    worth = _tr("good") if alpha >= 0.8 else _tr("fair") if alpha >= 0.667 else _tr("poor")
    return f"{alpha:.3f}, {worth}"


def _kind_title(kind: str) -> str:
    return {"gender": _tr("By gender"), "facing": _tr("By facing")}.get(kind, kind)


def _heads() -> Heads:
    return Heads(
        _tr("Model"),
        _tr("MOS"),
        _tr("95 % interval"),
        _tr("Pictures"),
        _tr("Ratings"),
        _tr("Accepted"),
        _tr("Rejected"),
    )
