"""The window without a mouse and without eyes: everything that takes the keyboard has a name, and the keys reach it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QGraphicsView,
    QLabel,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow

TAB = Qt.FocusPolicy.TabFocus


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    for kind in ("text", "windowTitle"):
        text = widget.property(kind)
        if isinstance(text, str) and text.strip() and not isinstance(widget, (QAbstractSpinBox, QComboBox)):
            return text
    buddy = next((label for label in widget.window().findChildren(QLabel) if label.buddy() is widget), None)
    return "" if buddy is None else buddy.text()


def takes_keys(root: QWidget) -> Iterator[QWidget]:
    """Everything within a window that the keyboard can be brought to, hidden pages as well."""
    for widget in (root, *root.findChildren(QWidget)):
        inner = isinstance(widget.parent(), (QAbstractSpinBox, QComboBox, QAbstractScrollArea))
        own = not widget.objectName().startswith("qt_") and not isinstance(widget, QMenu)
        if widget.focusPolicy() & TAB and own and not inner and widget.window() is root.window():
            yield widget


def nameless(root: QWidget) -> list[str]:
    return [f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
            for widget in takes_keys(root) if not name_of(widget)]


def test_all_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    assert not nameless(window)


@pytest.mark.parametrize("tab", range(8))
def test_so_has_every_tab(window: MainWindow, tab: int, qtbot: QtBot) -> None:
    if tab < window.tabs.count():
        window.tabs.setCurrentIndex(tab)
        qtbot.waitUntil(lambda: window.training.made or window.tabs.currentWidget() is not window.training)
        assert not nameless(window)


# What opens a window beside the main one; each takes its place on the screen and its name.
OPENING = ("preferences", "edit-shortcuts", "shortcuts", "about", "palette", "sequence", "batch", "sheet",
           "review-results")  # fmt: skip


@pytest.mark.parametrize("action", OPENING)
def test_so_has_every_dialog(window: MainWindow, action: str, qtbot: QtBot) -> None:
    window.actions_[action].trigger()
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog)))
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    assert not nameless(dialogs[0])
    assert dialogs[0].windowTitle() or dialogs[0].accessibleName()
    dialogs[0].close()


def test_training_plans_too(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["new-training"].trigger()
    qtbot.waitUntil(lambda: window.training.made)
    assert not nameless(window)


def walk(window: QWidget, *, most: int = 400) -> list[QWidget]:
    """The widgets that Tab comes by, until it is where it began; panes with keys of their own are left by Ctrl+Tab."""
    seen: list[QWidget] = []
    at: QWidget | None = window.focusWidget()
    while at is not None and at not in seen and len(seen) < most:
        seen.append(at)
        at = next_of(at)
    return seen


def next_of(widget: QWidget) -> QWidget | None:
    at = widget.nextInFocusChain()
    while at is not widget:
        if at.focusPolicy() & TAB and at.isEnabled() and at.isVisibleTo(widget.window()):
            return at
        at = at.nextInFocusChain()
    return None


def test_tab_goes_from_left_to_right(window: MainWindow) -> None:
    """Filmstrip, photo, target pose, picture, dock: in the order in which they stand."""
    window.filmstrip.setFocus()
    order = walk(window)
    parts = [window.film, window.photo, window.target, window.picture, window.dock]
    first = [next(place for place, widget in enumerate(order) if part.isAncestorOf(widget)) for part in parts]
    assert first == sorted(first)


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_keyboard_can_be_seen(window: MainWindow, choice: str, qtbot: QtBot) -> None:
    """Each kind of control looks different while it has the keyboard."""
    window.controller.choose_theme(choice)
    window.activateWindow()
    unseen = []
    for widget in takes_keys(window):
        if not widget.isVisible() or not widget.isEnabled() or widget.visibleRegion().isEmpty():
            continue
        elsewhere = window.gallery.search if widget is not window.gallery.search else window.filmstrip
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        before = picture_of(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():
            continue
        if picture_of(widget) == before:
            unseen.append(f"{type(widget).__name__} {name_of(widget)}")
    assert not unseen


def picture_of(widget: QWidget) -> QImage:
    """A widget with a hand's breadth around it."""
    area = widget.rect().translated(widget.mapTo(widget.window(), widget.rect().topLeft())).adjusted(-3, -3, 3, 3)
    return widget.window().grab(area).toImage()


def test_a_screen_reader_hears_what_happens(window: MainWindow) -> None:
    assert window.status.accessibleName() == "Status"
    for pane in window.panes.values():
        assert pane.accessibleName() and isinstance(pane.findChildren(QGraphicsView)[0].accessibleName(), str)
