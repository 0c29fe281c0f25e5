"""The window's looks: one set of colours for light and one for dark, a palette and a small style sheet."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from gui.icons import IconBox
from gui.painting import PaintingHeld
from gui.turns import BUDGET_MS, NEXT_TURN, Changed, Turns
from resources.paths import ICONS, bundled

SPACE: Final = 8
"""The unit of all spacing, in device-independent pixels."""


@dataclass(frozen=True)
class Colours:
    """The named colours of one theme, as #rrggbb. Text on its ground reaches a contrast of 4.5 to 1."""

    window: str
    pane: str
    base: str
    raised: str
    canvas: str
    border: str
    strong_border: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    selection: str
    warning: str
    warning_ground: str
    error: str
    error_ground: str
    info_ground: str
    dark: bool


LIGHT: Final = Colours(
    window="#eef0f3",
    pane="#fafbfc",
    base="#ffffff",
    raised="#f1f3f6",
    canvas="#e3e6ea",
    border="#d5dae1",
    strong_border="#8a94a3",
    text="#1b2028",
    muted="#566070",
    disabled="#9aa3b0",
    accent="#3454d1",
    accent_hover="#2945b5",
    accent_text="#ffffff",
    selection="#dbe3ff",
    warning="#7a4b00",
    warning_ground="#fff3d6",
    error="#a3211b",
    error_ground="#ffe9e7",
    info_ground="#e6edff",
    dark=False,
)

DARK: Final = Colours(
    window="#191c21",
    pane="#21252b",
    base="#15181c",
    raised="#2b3038",
    canvas="#111316",
    border="#363c46",
    strong_border="#77818f",
    text="#e7eaee",
    muted="#a5aebb",
    disabled="#68717e",
    accent="#8fa8ff",
    accent_hover="#a9bcff",
    accent_text="#10152b",
    selection="#34426f",
    warning="#ffd28a",
    warning_ground="#3b2f17",
    error="#ffb1aa",
    error_ground="#432422",
    info_ground="#26304d",
    dark=True,
)

CHOICES: Final = ("system", "light", "dark")


_ROLES: Final = {
    "window": "shadow",
    "pane": "window",
    "base": "base",
    "raised": "button",
    "border": "mid",
    "strong_border": "dark",
    "text": "text",
    "muted": "placeholder-text",
    "disabled": "midlight",
    "accent": "highlight",
    "accent_hover": "link-visited",
    "accent_text": "highlighted-text",
    "selection": "light",
}
"""Our colours that the style sheet uses, and the palette's colours that carry them."""


def palette_of(colours: Colours) -> QPalette:
    """Qt's palette in these colours; the style sheet takes its own from there."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, value in (
        (role.Window, colours.pane),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.error),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_text),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent_hover),
        (role.Light, colours.selection),
        (role.Midlight, colours.disabled),
        (role.Mid, colours.border),
        (role.Dark, colours.strong_border),
        (role.Shadow, colours.window),
        (role.Accent, colours.accent),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.border))
    return palette


def colours_of(palette: QPalette) -> Colours:
    """The colours that a palette was made of."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightnessF() < 0.5 else LIGHT


_STYLE: Final = """
QMainWindow, QWidget#workbench, QDockWidget {{ background: {window}; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {strong_border}; padding: 4px 6px; }}
QMenuBar {{ background: {window}; color: {text}; padding: 2px 4px; }}
QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {raised}; }}
QMenu {{ background: {pane}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 28px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {text}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 6px; }}
QToolBar {{ background: {window}; border: none; spacing: 4px; padding: 4px 8px; }}
QToolBar::separator {{ background: {border}; width: 1px; margin: 4px 4px; }}
QStatusBar {{ background: {window}; color: {muted}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {muted}; padding: 0 4px; }}
QFrame#pane {{ background: {pane}; border: 1px solid {border}; border-radius: 8px; }}
QLabel#paneTitle {{ font-weight: 600; color: {text}; }}
QLabel#muted {{ color: {muted}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px;
    color: {text}; }}
QToolButton:hover:enabled {{ background: {raised}; border-color: {border}; }}
QToolButton:pressed, QToolButton:checked {{ background: {selection}; border-color: {accent}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:disabled {{ color: {disabled}; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton {{ background: {raised}; color: {text}; border: 1px solid {border}; border-radius: 6px;
    padding: 5px 12px; }}
QPushButton:hover {{ border-color: {strong_border}; }}
QPushButton:pressed, QPushButton:checked {{ background: {selection}; border-color: {accent}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {disabled}; background: {pane}; }}
QPushButton#primary {{ background: {accent}; color: {accent_text}; border: 1px solid {accent}; font-weight: 600;
    padding: 6px 18px; }}
QPushButton#primary:hover {{ background: {accent_hover}; }}
QPushButton#primary:focus {{ border: 2px solid {text}; padding: 5px 17px; }}
QPushButton#primary:disabled {{ background: {raised}; color: {disabled}; border-color: {border}; }}
QPushButton#segment {{ padding: 4px 10px; }}
QPushButton#segment[narrow="true"] {{ padding: 4px 6px; }}
QPushButton#tag {{ padding: 2px 9px; border-radius: 8px; font-size: 11px; }}
QLineEdit {{ background: {base}; color: {text}; border: 1px solid {strong_border};
    border-radius: 6px; padding: 4px 8px; selection-background-color: {accent}; selection-color: {accent_text}; }}
QLineEdit:focus {{ border-color: {accent}; }}
QSpinBox, QDoubleSpinBox {{ background: {base}; color: {text}; border: 1px solid {strong_border};
    border-radius: 6px; padding: 4px 8px; selection-background-color: {accent}; selection-color: {accent_text}; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0 4px; background: transparent; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; height: 0; border: none; }}
QSpinBox:focus, QDoubleSpinBox:focus {{ border-color: {accent}; }}
QSlider {{ min-height: 20px; background: transparent; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {border}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {accent}; }}
QSlider::handle:horizontal {{ width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; background: {base};
    border: 1px solid {strong_border}; }}
QSlider::handle:horizontal:focus {{ background: {accent}; border-color: {accent}; }}
QSlider::sub-page:horizontal:disabled {{ background: {border}; }}
QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled {{ color: {disabled}; border-color: {border};
    background: {pane}; }}
QComboBox {{ background: {raised}; color: {text}; border: 1px solid {border}; border-radius: 6px; padding: 4px 10px;
    min-height: 18px; }}
QComboBox:hover {{ border-color: {strong_border}; }}
QComboBox:focus {{ border-color: {accent}; }}
QComboBox:disabled {{ color: {disabled}; background: {pane}; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {pane}; border: 1px solid {border}; padding: 4px; }}
QPlainTextEdit {{ background: {base}; color: {text}; border: 1px solid {border}; border-radius: 6px; padding: 4px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: {pane}; }}
QPushButton:checked:focus, QToolButton:checked:focus {{ border-color: {text}; }}
QCheckBox {{ border: 1px solid transparent; border-radius: 6px; padding: 3px 6px 3px 3px; }}
QCheckBox:focus {{ border-color: {accent}; }}
QCheckBox::indicator:unchecked, QListView::indicator:unchecked {{ width: 13px; height: 13px; border-radius: 3px;
    border: 1px solid {strong_border}; background: {base}; }}
QRadioButton::indicator {{ width: 12px; height: 12px; border-radius: 7px; border: 1px solid {strong_border};
    background: {base}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 4px solid {accent}; background: {accent_text}; }}
QRadioButton:focus {{ color: {accent}; }}
QFrame#choice {{ background: {pane}; border: 1px solid {border}; border-radius: 8px; }}
QFrame#choice:hover {{ border-color: {strong_border}; }}
QFrame#choice[chosen="true"] {{ background: {selection}; border-color: {accent}; }}
QFrame#choice[chosen="true"] QLabel {{ color: {text}; }}
QLabel#figure {{ font-size: 15px; font-weight: 600; color: {text}; }}
QTextBrowser {{ background: {pane}; color: {text}; border: none; }}
QListView, QTableView, QTreeView {{ background: {pane}; color: {text}; border: 1px solid transparent;
    border-radius: 6px; outline: none; gridline-color: {border}; }}
QListView:focus, QTableView:focus, QTreeView:focus {{ border-color: {accent}; }}
QScrollArea {{ border: 1px solid transparent; }}
QScrollArea:focus {{ border-color: {accent}; }}
QListView::item {{ border: 2px solid transparent; border-radius: 6px; padding: 2px; color: {text}; }}
QListView::item:hover {{ background: {raised}; }}
QListView::item:selected {{ background: {selection}; color: {text}; border-color: {selection}; }}
QTreeView::item {{ padding: 5px 4px; border: none; color: {text}; }}
QTreeView::item:selected {{ background: {selection}; color: {text}; }}
QTreeView::item:disabled {{ color: {disabled}; }}
QFrame#facts {{ background: {raised}; border: none; border-bottom: 1px solid {border}; }}
QPushButton#search {{ color: {muted}; padding: 5px 16px 5px 10px; text-align: left; }}
QListView::item:selected:focus {{ border-color: {accent}; }}
QTableView::item:selected {{ background: {selection}; color: {text}; }}
QHeaderView {{ background: {pane}; }}
QHeaderView::section {{ background: {pane}; color: {muted}; border: none; border-bottom: 1px solid {border};
    padding: 4px 6px; font-weight: 600; }}
QTabWidget::pane {{ border: none; background: {pane}; }}
QTabWidget#inner::pane {{ padding-top: 8px; }}
QTabBar {{ background: {pane}; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: 7px 12px; border: none;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QProgressBar {{ background: {raised}; border: 1px solid {border}; border-radius: 6px; color: {text};
    text-align: center; min-height: 16px; }}
QProgressBar::chunk {{ background: {selection}; border-radius: 5px; }}
QMainWindow::separator {{ background: {window}; width: 8px; }}
QProgressBar#thin {{ min-height: 4px; max-height: 4px; border: none; border-radius: 2px; }}
QProgressBar#thin::chunk {{ background: {accent}; border-radius: 2px; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {border}; }}
QGraphicsView {{ background: {window}; border: 1px solid {border}; border-radius: 4px; }}
QGraphicsView:focus {{ border-color: {accent}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {strong_border}; border-radius: 3px; min-height: 24px; min-width: 24px;
    margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
    border: none; width: 0; height: 0; }}
QFrame#palette {{ background: {pane}; border: 1px solid {strong_border}; border-radius: 8px; }}
"""


def style_sheet() -> str:
    """The application's style sheet: the same in every theme, as its colours are the palette's."""
    arrow = bundled(ICONS, "choose.svg").as_posix()
    return _STYLE.format(arrow=arrow, **{name: f"palette({role})" for name, role in _ROLES.items()})


class Theme(QObject):
    """Which colours hold now; follows the system unless the person chose light or dark.

    Other colours come in turns, as hundreds of widgets have to take them: meanwhile the windows stand still, and then
    are painted anew at once. `colours` and `icon` answer with the new ones from the first turn on.
    """

    _told = Signal()

    def __init__(self, application: QApplication, *, choice: str = "system", dressed: bool = True) -> None:
        """Not `dressed`, the style sheet comes with `dress`: as long as there is none, windows are made faster."""
        super().__init__(application)
        self._application = application
        self._choice = choice if choice in CHOICES else "system"
        self._box = IconBox()
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._turns = Turns(self)
        self._more: list[Iterator[object]] = []
        self.changed = Changed(self._told)
        self._application.setStyle("Fusion")
        self._application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._colours = self._wanted()
        self._application.setPalette(palette_of(self._colours))
        if dressed:
            self.dress()

    def dress(self) -> None:
        """Give the application its style sheet."""
        self._application.setStyleSheet(style_sheet())

    @property
    def choice(self) -> str:
        """`system`, `light` or `dark`."""
        return self._choice

    @property
    def colours(self) -> Colours:
        """The colours that hold now."""
        return self._colours

    @property
    def changing(self) -> bool:
        """Whether windows are still on their way to the colours that hold now."""
        return self._turns.busy

    def settle(self) -> None:
        """Do at once what is still to come."""
        self._turns.finish()

    def work(self, steps: Iterator[object]) -> None:
        """Work through the steps of a listener with much to do; the windows are painted when it is done too."""
        if self.changing:
            self._more.append(steps)
        else:
            self._turns.begin(steps)

    def choose(self, choice: str) -> None:
        """Follow the system, or hold on to light or dark."""
        self._choice = choice if choice in CHOICES else "system"
        self._refresh()

    def icon(self, name: str, *, on_accent: bool = False) -> QIcon:
        """The icon `name` in the theme's text colour, or for use on the accent colour."""
        colour = self._colours.accent_text if on_accent else self._colours.text
        key = (name, colour)
        if key not in self._icons:
            self._icons[key] = self._box.icon(name, colour=QColor(colour))
        return self._icons[key]

    def draw_ahead(self) -> None:
        """Draw the icons that nobody asked for yet, a few at a time: the first look at a dialog is faster then."""
        self.work(self._drawn_ahead())

    def _drawn_ahead(self) -> Iterator[None]:
        for name in self._box.names():
            self.icon(name)
            yield

    def _wanted(self) -> Colours:
        if self._choice != "system":
            return DARK if self._choice == "dark" else LIGHT
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _system_changed(self) -> None:
        if self._choice == "system":
            self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted is not self._colours:
            before, self._colours = self._colours, wanted
            self._turns.give_up()
            self._turns.begin(self._change(before))

    def _change(self, before: Colours) -> Iterator[object]:
        """Bring icons, widgets and listeners to the colours that hold now, a few milliseconds a step."""
        for name, colour in list(self._icons):
            self.icon(name, on_accent=colour == before.accent_text)
            yield None
        held = PaintingHeld(QApplication.topLevelWidgets())
        try:
            self._application.setPalette(palette_of(self._colours))
            yield None
            yield from self._dress()
            self._told.emit()
            # The listeners hear of it before the next turn.
            yield NEXT_TURN
            while self._more:
                yield from self._more.pop(0)
        finally:
            held.let_go(whole=True)

    def _dress(self) -> Iterator[None]:
        """Let every widget look its colours up in the palette again."""
        done: set[int] = set()
        more = True
        while more:
            more, end = False, time.perf_counter() + BUDGET_MS / 1000
            # Asked for anew in each turn: between two of them a widget may have gone.
            for widget in QApplication.allWidgets():
                address = Shiboken.getCppPointer(widget)[0]
                if address in done:
                    continue
                if time.perf_counter() >= end:
                    more = True
                    break
                done.add(address)
                style = widget.style()
                style.unpolish(widget)
                style.polish(widget)
            yield


def canvas_colours(colours: Colours) -> dict[str, QColor]:
    """What the canvas takes over from the theme."""
    return {
        "background": QColor(colours.canvas),
        "page": QColor(colours.raised if colours.dark else colours.base),
        "surface": QColor(colours.raised),
        "border": QColor(colours.strong_border),
        "text": QColor(colours.text),
        "muted": QColor(colours.muted),
        "accent": QColor(colours.accent),
    }
