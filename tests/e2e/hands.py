"""A person at the window: keys, clicks and drops as the system sends them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from engine.skeleton import Joint, Pose
from gui.main_window import MainWindow
from gui.panels.pane import Pane

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the keyboard."""
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def click(widget: QWidget) -> None:
    """A click in a widget's middle."""
    QTest.mouseClick(widget, LEFT)


def drop(widget: QWidget, paths: Sequence[Path]) -> None:
    """Files carried onto a widget and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    point = widget.rect().center()
    buttons, keys, action = LEFT, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QCoreApplication.sendEvent(widget, QDragEnterEvent(QPoint(point), action, data, buttons, keys))
    QCoreApplication.sendEvent(widget, QDropEvent(QPointF(point), action, data, buttons, keys))


def strip_text(pane: Pane) -> str:
    """What the pane's message says; empty without one."""
    message = pane.strip.message
    return "" if message is None else message.text


def strip_button(pane: Pane, title: str) -> QPushButton:
    """A button of the pane's message."""
    return next(button for button in pane.strip.findChildren(QPushButton) if title in button.text())


def choose_preset(window: MainWindow, title: str) -> None:
    """A click on a pose of the gallery."""
    model = window.gallery.view.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == title)
    window.gallery.view.scrollTo(model.index(row, 0))
    place = window.gallery.view.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(window.gallery.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def target(window: MainWindow) -> Pose:
    """The target pose as it is shown."""
    pose = window.document.target_pose()
    assert pose is not None
    return pose


def photo_pose(window: MainWindow) -> Pose:
    """The main person of the open photo."""
    photo = window.document.current
    assert photo is not None and photo.people.pose is not None
    return photo.people.pose


def place(pose: Pose, joint: Joint) -> tuple[float, float]:
    """Where a joint is."""
    return pose.place(joint)
