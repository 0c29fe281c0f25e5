"""Sentences that appear in a pane, in place of a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal


class Place(Enum):
    """The pane in which a message appears; `WINDOW` is above them all, for what concerns the whole project."""

    PHOTO = "photo"
    TARGET = "target"
    PICTURE = "picture"
    WINDOW = "window"


@dataclass(frozen=True)
class Message:
    """One sentence and what can be done about it: `kind` is `info`, `warning` or `error`, `actions` are ids."""

    place: Place
    kind: str
    text: str
    actions: tuple[str, ...] = ()


class Messages(QObject):
    """Where messages come from for the panes to show."""

    raised = Signal(object)
    cleared = Signal(object)
    worked = Signal(str, float)

    def info(self, place: Place, text: str, *actions: str) -> None:
        """Tell something that is not wrong."""
        self.raised.emit(Message(place, "info", text, actions))

    def warning(self, place: Place, text: str, *actions: str) -> None:
        """Tell something that a person should see to."""
        self.raised.emit(Message(place, "warning", text, actions))

    def error(self, place: Place, text: str, *actions: str) -> None:
        """Tell what failed."""
        self.raised.emit(Message(place, "error", text, actions))

    def clear(self, place: Place) -> None:
        """Take the pane's message away."""
        self.cleared.emit(place)

    def report(self, text: str, seconds: float) -> None:
        """Tell the status bar what was done and how long it took."""
        self.worked.emit(text, seconds)
