"""A dialog made in steps: whole when it is shown, whoever shows it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from gui.dialogs.gradual import GradualDialog


class Three(GradualDialog):
    """Three labels, one a step."""

    def __init__(self) -> None:
        super().__init__()
        self.make_by(self._make())

    def _make(self) -> Iterator[None]:
        column = QVBoxLayout(self)
        for text in ("one", "two", "three"):
            column.addWidget(QLabel(text))
            yield


def texts(dialog: GradualDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_a_part_a_step(qtbot: QtBot) -> None:
    dialog = Three()
    qtbot.addWidget(dialog)
    assert texts(dialog) == []
    steps = dialog.steps()
    next(steps)
    assert texts(dialog) == ["one"]
    for _ in steps:
        pass
    assert texts(dialog) == ["one", "two", "three"]


def test_shown_early_it_is_whole_and_nothing_is_made_twice(qtbot: QtBot) -> None:
    dialog = Three()
    qtbot.addWidget(dialog)
    steps = dialog.steps()
    next(steps)
    dialog.show()
    assert texts(dialog) == ["one", "two", "three"]
    assert list(steps) == []
    dialog.hide()
    dialog.show()
    assert texts(dialog) == ["one", "two", "three"]
