"""Windows that stand still while they are changed, and are painted once, and ever after."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.painting import PaintingHeld


class Painted(QObject):
    """Counts the paintings of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() is QEvent.Type.Paint
        return False


def shown(qtbot: QtBot) -> tuple[QWidget, QLabel, Painted]:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("before")
    QVBoxLayout(window).addWidget(label)
    painted = Painted(label)
    window.show()
    qtbot.waitUntil(lambda: painted.times > 0)
    qtbot.wait(20)
    return window, label, painted


def test_what_is_due_meanwhile_is_painted_once_and_then_as_ever(qtbot: QtBot) -> None:
    window, label, painted = shown(qtbot)
    label.update()  # due already when it begins: this request must not get lost
    held = PaintingHeld([window])
    before = painted.times
    for _ in range(2):
        label.update()
        qtbot.wait(10)
    assert painted.times == before
    held.let_go()
    qtbot.waitUntil(lambda: painted.times == before + 1)
    label.update()
    qtbot.waitUntil(lambda: painted.times == before + 2)


def test_nothing_due_nothing_painted_unless_the_whole_window_is_wanted(qtbot: QtBot) -> None:
    window, _label, painted = shown(qtbot)
    before = painted.times
    PaintingHeld([window]).let_go()
    qtbot.wait(20)
    assert painted.times == before
    PaintingHeld([window]).let_go(whole=True)
    qtbot.waitUntil(lambda: painted.times > before)


def test_one_within_the_other(qtbot: QtBot) -> None:
    window, label, painted = shown(qtbot)
    before = painted.times
    outer, inner = PaintingHeld([window]), PaintingHeld([window])
    label.update()
    qtbot.wait(10)
    inner.let_go()
    qtbot.wait(10)
    assert painted.times == before
    outer.let_go()
    qtbot.waitUntil(lambda: painted.times > before)
