"""The things that can be trained, as cards: a title and a sentence each, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from gui.services.training_plan import Choice
from gui.theme import SPACE

_NARROWEST: Final = 290


class _Card(QFrame):
    """One choice; a click anywhere on it takes it."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.choice = choice
        self.button = QRadioButton()
        self.button.setAccessibleName(choice.title)
        self.button.setAccessibleDescription(choice.what)
        title = QLabel(choice.title)
        title.setObjectName("paneTitle")
        title.setWordWrap(True)
        self.what = QLabel(choice.what)
        self.what.setObjectName("muted")
        self.what.setWordWrap(True)
        self.what.setContentsMargins(24, 0, 0, 0)
        self.what.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 2, SPACE, SPACE + 2, SPACE)
        layout.setSpacing(SPACE // 2)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.button)
        top.addWidget(title, 1)
        layout.addLayout(top)
        layout.addWidget(self.what, 1)
        self.button.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        self.setProperty("chosen", on)
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setChecked(True)
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)


class PresetCards(QWidget):
    """Choices in one column or two; `changed` brings the one that was chosen."""

    changed = Signal(object)

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._cards = [_Card(choice) for choice in choices]
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE)
        for number, card in enumerate(self._cards):
            self._group.addButton(card.button, number)
        self._columns = 0
        self._arrange()
        self._group.idToggled.connect(self._on_toggled)

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.changed.emit(self._cards[number].choice)

    @property
    def choice(self) -> Choice | None:
        """What is chosen."""
        number = self._group.checkedId()
        return self._cards[number].choice if number >= 0 else None

    def choose(self, task: str, name: str) -> None:
        """Choose by task and preset; the first card where there is no such."""
        found = next(
            (card for card in self._cards if card.choice.task == task and card.choice.name == name), self._cards[0]
        )
        found.button.setChecked(True)

    def _arrange(self) -> None:
        columns = 2 if self.width() >= 2 * _NARROWEST else 1
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._arrange()
        return super().event(event)
