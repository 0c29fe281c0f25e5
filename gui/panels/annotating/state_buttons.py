"""Below the photo while annotating: its state as five switches, and done and next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from engine.project.records import PhotoState
from gui.flows.photo_states import state_word
from gui.panels.annotating.marks import state_icon
from gui.theme import SPACE, Theme

ACTIONS: Final = {
    PhotoState.UNTOUCHED: "mark-untouched",
    PhotoState.IN_WORK: "mark-in-work",
    PhotoState.DONE: "mark-done",
    PhotoState.DOUBTFUL: "mark-doubtful",
    PhotoState.REJECTED: "mark-rejected",
}


class StateButtons(QWidget):
    """Says and shows the open photo's state; the buttons are the menu's actions."""

    def __init__(self, marks: Mapping[PhotoState, QAction], *, done: QAction, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: dict[PhotoState, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        for state, action in marks.items():
            button = QToolButton()
            button.setIconSize(QSize(16, 16))
            button.setCheckable(True)
            button.clicked.connect(action.trigger)
            self._buttons[state] = button
            action.changed.connect(lambda state=state, action=action: self._follow(state, action))
            self._follow(state, action)
            row.addWidget(button)
        self.done = QPushButton()
        self.done.setObjectName("primary")
        self.done.clicked.connect(done.trigger)
        done.changed.connect(lambda: self._follow_done(done))
        self._follow_done(done)
        row.addSpacing(SPACE)
        row.addWidget(self.done)
        theme.changed.connect(self._tint)
        self._tint()

    def button(self, state: PhotoState) -> QToolButton:
        """The switch of a state."""
        return self._buttons[state]

    def _follow(self, state: PhotoState, action: QAction) -> None:
        button = self._buttons[state]
        button.setEnabled(action.isEnabled())
        button.setChecked(action.isChecked())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{state_word(state)} ({keys})" if keys else state_word(state))
        button.setAccessibleName(state_word(state))

    def _follow_done(self, done: QAction) -> None:
        self.done.setEnabled(done.isEnabled())
        self.done.setText(done.text().replace("&", "").split("\t")[0])
        self.done.setToolTip(done.toolTip())

    def _tint(self) -> None:
        for state, button in self._buttons.items():
            button.setIcon(state_icon(state, self._theme.colours))
