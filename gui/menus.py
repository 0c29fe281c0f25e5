"""Menus, tool bar and lists of shortcuts, all made from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QPushButton, QSizePolicy, QToolBar, QWidget

from gui.actions import MENUS, NATIVE, ActionSet
from gui.dialogs.shortcuts import Rows
from gui.icons import SIDE
from gui.language.words import later

_BAR = ("open", "", "undo", "redo", "", "zoom-out", "zoom-in", "fit-view")
_CANVAS: Rows = (
    (later("Menus", "Drag a joint"),
     later("Menus", "moves it; with Shift elbow or knee follow a wrist or ankle, bone lengths kept")),
    (later("Menus", "Ctrl + click joints"),
     later("Menus", "selects several; Shift + drag on nothing selects with a band")),
    (later("Menus", "Arrow keys"),
     later("Menus", "move the selected joints by 1 pixel, with Shift by 10")),
    (later("Menus", "Drag a limb"),
     later("Menus", "moves both ends; with Ctrl its far part turns; with Alt the whole skeleton moves")),
    (later("Menus", "1, 2, 3"),
     later("Menus", "the selected joint is visible, hidden, missing")),
    (later("Menus", "Tab, Shift+Tab"),
     later("Menus", "next and previous joint")),
    (later("Menus", "M, B"),
     later("Menus", "mirror the skeleton; scale and turn it with a box")),
    (later("Menus", "Wheel, Space + drag"),
     later("Menus", "zoom round the pointer, move the picture")),
    (later("Menus", "Double click"),
     later("Menus", "on a joint zooms to it, elsewhere fits the picture")),
    (later("Menus", "While drawing"),
     later("Menus", "Backspace takes one joint back, Tab marks it missing, Esc ends")),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def plain(action: QAction) -> str:
    """An action's title without marks for keys."""
    return action.text().split("\t")[0].replace("&", "")


def title_of_menu(menu: str) -> str:
    """A menu's title without the mark of its letter."""
    return QCoreApplication.translate("Actions", menu).replace("&", "")


def fill_menus(bar: QMenuBar, actions: ActionSet, *, after: Mapping[str, QMenu]) -> None:
    """Every action into its menu, and behind the actions that `after` names a menu of its own each."""
    menus: dict[str, QMenu] = {}
    for name in MENUS:
        menus[name] = bar.addMenu(QCoreApplication.translate("Actions", name))
        menus[name].setToolTipsVisible(True)
    for spec, action in actions.specs():
        if spec.group:
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(action)
        if spec.id in after:
            menus[spec.menu].addMenu(after[spec.id])


def make_toolbar(window: QMainWindow, actions: ActionSet) -> QToolBar:
    """The few actions that are always at hand."""
    bar = QToolBar(_tr("Tools"), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(SIDE, SIDE))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in _BAR:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(room)
    bar.addWidget(_search_button(actions["palette"]))
    return bar


def _search_button(action: QAction) -> QPushButton:
    """What looks like a search field opens the command palette."""
    button = QPushButton()
    button.setObjectName("search")
    button.setIcon(action.icon())
    button.setAccessibleName(_tr("Search commands"))
    button.clicked.connect(action.trigger)

    def show() -> None:
        button.setText("    ".join((_tr("Search commands"), action.shortcut().toString(NATIVE))))
        button.setIcon(action.icon())
        button.setToolTip(action.toolTip())

    action.changed.connect(show)
    show()
    return button


@dataclass(frozen=True)
class Lists:
    """The actions as (menu, title, action), and as pages of (keys, title)."""

    entries: list[tuple[str, str, QAction]]
    pages: list[tuple[str, Rows]]


def shortcut_groups(actions: ActionSet) -> Lists:
    """The actions by menu, for the command palette and the page of shortcuts."""
    entries: list[tuple[str, str, QAction]] = []
    pages: list[tuple[str, Rows]] = [
        (_tr("On the skeleton and the picture"), [(_tr(keys), _tr(what)) for keys, what in _CANVAS])
    ]
    for menu in MENUS:
        title = title_of_menu(menu)
        rows: list[tuple[str, str]] = []
        for spec, action in actions.specs():
            if spec.menu != menu:
                continue
            entries.append((title, plain(action), action))
            keys = spec.hint or action.shortcut().toString(NATIVE)
            if keys:
                rows.append((keys, plain(action).rstrip("…")))
        pages.append((title, rows))
    return Lists(entries, pages)
