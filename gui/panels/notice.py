"""What the whole window has to say, above the panes: a project that cannot be opened, a change that cannot be kept."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.actions import ActionSet
from gui.flows.messages import Message, Place
from gui.flows.projects import ProjectFlow
from gui.panels.pane import MessageStrip
from gui.theme import SPACE, Theme


class Notice(MessageStrip):
    """Shows the newest sentence about the project, or a failure, until it is closed or another project is open."""

    def __init__(self, projects: ProjectFlow, *, actions: ActionSet, theme: Theme) -> None:
        super().__init__(theme)
        self._actions = actions
        projects.told.connect(self._tell)
        projects.settled.connect(self.clear)

    def above(self, bench: QWidget) -> QHBoxLayout:
        """Lie above everything else in a widget; answers the row for the rest."""
        column, row = QVBoxLayout(bench), QHBoxLayout()
        column.setContentsMargins(SPACE, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self)
        column.addLayout(row, 1)
        return row

    def tell_failure(self, text: str) -> None:
        """Show what failed and what no pane has answered for."""
        self._tell(Message(Place.WINDOW, "error", text))

    def _tell(self, message: Message) -> None:
        self.show_message(message, [self._actions[name] for name in message.actions])
