"""The Review tab: who judges which pictures, how far they are, and the way to the results."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.panels.pane import MessageStrip
from gui.theme import SPACE, Theme


class ReviewPanel(QWidget):
    """What is needed to begin. `begun` brings nothing: the panel knows rater, source and number."""

    begun = Signal()
    folder_wanted = Signal()
    source_changed = Signal()
    rater_changed = Signal()
    results_wanted = Signal()

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._folder: Path | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.says = self._words(
            self.tr(
                "Judge pictures without knowing who made them: everybody sees as many of each model, in an order of "
                "their own."
            )  # fmt: skip
        )
        self.rater = QLineEdit()
        self.rater.setPlaceholderText(self.tr("Your name"))
        self.rater.setAccessibleName(self.tr("Your name"))
        self.rater.textChanged.connect(lambda _text: self.rater_changed.emit())
        self.own = self._segment(self.tr("This project"), self.tr("The pictures that were made in this project"))
        self.other = self._segment(self.tr("A folder…"), self.tr("A folder that has one folder of pictures a model"))
        self.own.setChecked(True)
        self.own.clicked.connect(self._choose_own)
        self.other.clicked.connect(self.folder_wanted)
        source = QHBoxLayout()
        source.setSpacing(SPACE // 2)
        source.addWidget(self.own, 1)
        source.addWidget(self.other, 1)
        self.where = self._words("")
        self.counts = self._words("")
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.each = QSpinBox()
        self.each.lineEdit().setTextMargins(6, 0, 6, 0)
        self.each.setRange(0, 9999)
        self.each.setSpecialValueText(self.tr("all"))
        self.each.setAccessibleName(self.tr("Pictures of each model"))
        self.each.valueChanged.connect(lambda _value: self.source_changed.emit())
        number = QHBoxLayout()
        number.addWidget(QLabel(self.tr("Pictures of each model")), 1)
        number.addWidget(self.each)
        self.bar = QProgressBar()
        self.bar.setObjectName("thin")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Cards that are judged"))
        self.progress = self._words("")
        self.begin = QPushButton(self.tr("Begin"))
        self.begin.setObjectName("primary")
        self.begin.clicked.connect(self.begun)
        self.keys = self._words(
            self.tr("1 to 5 score, Y accepts, X rejects, N writes a note, Z takes back, Esc leaves.")
        )
        self.results = QPushButton(self.tr("Results…"))
        self.results.setToolTip(self.tr("Names the models: look when you have finished"))
        self.results.clicked.connect(self.results_wanted)
        self.strip = MessageStrip(theme)
        self._lay_out(source, number)

    def _lay_out(self, source: QHBoxLayout, number: QHBoxLayout) -> None:
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.strip)
        column.addWidget(self.says)
        column.addWidget(self.rater)
        column.addLayout(source)
        column.addWidget(self.where)
        column.addWidget(self.counts)
        column.addLayout(number)
        column.addSpacing(SPACE)
        column.addWidget(self.bar)
        column.addWidget(self.progress)
        column.addWidget(self.begin)
        column.addWidget(self.keys)
        column.addSpacing(2 * SPACE)
        column.addWidget(self.results)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _words(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName("muted")
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        return label

    def _segment(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("segment")
        button.setCheckable(True)
        button.setToolTip(tip)
        return button

    # what is chosen

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What there is to judge may have grown while the panel was away."""
        super().showEvent(event)
        self.source_changed.emit()

    @property
    def folder(self) -> Path | None:
        """The folder whose pictures are judged; None for the project's."""
        return self._folder

    def choose_folder(self, folder: Path | None) -> None:
        """Judge a folder's pictures, or the project's."""
        self._folder = folder
        self.own.setChecked(folder is None)
        self.other.setChecked(folder is not None)
        self.where.setText("" if folder is None else str(folder))
        self.where.setVisible(folder is not None)
        self.source_changed.emit()

    def _choose_own(self) -> None:
        self.choose_folder(None)

    def show_counts(self, *, models: int, cards: int, deck: int, done: int, problem: str) -> None:
        """How many cards there are, and how far this rater is; `problem` says why there are none."""
        if problem:
            self.counts.setText(problem)
        else:
            text = self.tr("{0} pictures of {1} models; you see {2}.")
            if models == 1:
                text = self.tr("{0} pictures of one model; you see {2}.")
            self.counts.setText(text.format(cards, models, deck))
        self.bar.setRange(0, max(deck, 1))
        self.bar.setValue(done)
        self.bar.setVisible(deck > 0)
        self.progress.setVisible(deck > 0)
        self.progress.setText(self.tr("{0} of {1} judged").format(done, deck))
        named = bool(self.rater.text().strip())
        self.begin.setEnabled(named and deck > 0)
        self.begin.setText(self.tr("Begin") if not done else self.tr("Go on") if done < deck else self.tr("Look again"))
        self.begin.setToolTip("" if named else self.tr("Say your name first"))
