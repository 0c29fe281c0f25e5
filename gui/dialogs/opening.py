"""Opens the windows beside the main one: each once, none of them in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog

from gui.dialogs.about import AboutDialog
from gui.dialogs.command_palette import CommandPalette
from gui.dialogs.preferences import PreferencesDialog
from gui.dialogs.shortcut_editor import ShortcutEditor
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.menus import shortcut_groups

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Dialogs:
    """The window's dialogs; one that is open already comes to the front."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._open: dict[str, QDialog] = {}

    def palette(self) -> None:
        """Search the commands."""
        window = self._window
        palette = CommandPalette(shortcut_groups(window.actions_).entries, parent=window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.show()
        palette.search.setFocus()

    def keys(self) -> None:
        """List keys and mouse."""
        window = self._window
        shown = self._open.get("keys")
        if shown is not None and not shown.isVisible():
            # It shows the keys as they were.
            self._open.pop("keys").deleteLater()
        self._show("keys", lambda: ShortcutsDialog(shortcut_groups(window.actions_).pages, parent=window))

    def about(self) -> None:
        """About the program."""
        self._show("about", lambda: AboutDialog(parent=self._window))

    def preferences(self) -> None:
        """The preferences."""
        self._show("preferences", lambda: PreferencesDialog(self._window.settings, parent=self._window))

    def shortcuts(self) -> None:
        """Other keys for actions."""
        self._show("shortcuts", lambda: ShortcutEditor(self._window.actions_, parent=self._window))

    def _show(self, name: str, make: Callable[[], QDialog]) -> None:
        dialog = self._open.get(name)
        if dialog is None:
            dialog = self._open[name] = make()
        # Made in one turn of the event loop, shown in the next: neither holds up what else is to be done.
        QTimer.singleShot(0, dialog, lambda: _bring(dialog))


def _bring(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
