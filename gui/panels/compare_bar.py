"""The line under the picture: what it is, and the ways to compare it with the photo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QHBoxLayout, QSizePolicy, QToolButton

from gui.canvas.comparison import LEAST_RATE, MOST_RATE, Blinker
from gui.canvas.missing_strip import STRIP_HEIGHT
from gui.icons import SIDE
from gui.panels.pane import ElidedLabel
from gui.theme import SPACE

_BUTTON: Final = 28


class CompareBar(QFrame):
    """Facts at the left; at the right one button for each way to look at the picture."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("facts")
        self.setFixedHeight(STRIP_HEIGHT)
        self.facts = ElidedLabel()
        self.facts.setObjectName("muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE, 0, SPACE // 2, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.facts, 1)

    def add_segments(self, actions: Sequence[QAction]) -> None:
        """One button for each action, in this order."""
        for action in actions:
            self._row.addWidget(segment(action))


class PaceBar(QFrame):
    """How fast photo and picture change places: there only while they do."""

    def __init__(self, blinker: Blinker) -> None:
        super().__init__()
        self.setObjectName("facts")
        self.setFixedHeight(STRIP_HEIGHT)
        self.rate = QDoubleSpinBox()
        self.rate.lineEdit().setTextMargins(6, 0, 6, 0)
        self.rate.setRange(LEAST_RATE, MOST_RATE)
        self.rate.setSingleStep(0.5)
        self.rate.setDecimals(1)
        self.rate.setValue(blinker.rate)
        self.rate.setSuffix(self.tr(" /s"))
        self.rate.setAccessibleName(self.tr("Changes a second"))
        self.rate.setToolTip(
            self.tr("How often photo and picture change places in a second: three times at most, for everybody's eyes")
        )
        self.rate.setFixedWidth(72)
        self.rate.valueChanged.connect(blinker.set_rate)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE, 0, SPACE // 2, 0)
        self._row.setSpacing(SPACE // 2)
        label = ElidedLabel(self.tr("Space changes"))
        label.setObjectName("muted")
        self._row.addWidget(label, 1)
        self._row.addWidget(self.rate)

    def add_switch(self, action: QAction) -> None:
        """The button that lets them change by themselves."""
        self._row.addWidget(segment(action))


def segment(action: QAction) -> QToolButton:
    """A narrow button of an action, for a row of them."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(SIDE, SIDE))
    button.setAccessibleName(action.text().replace("&", "").rstrip("…").split("\t")[0])
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.setFixedWidth(_BUTTON)
    return button
