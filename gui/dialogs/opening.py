"""Opens the windows beside the main one: each once, none of them in the way."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog
from shiboken6 import Shiboken

from gui.dialogs.gradual import GradualDialog
from gui.menus import shortcut_groups
from gui.turns import Turns, polished

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_SOON_MS: Final = 2500
_LOOK_MS: Final = 20
_END: Final = object()
_NEEDED: Final = (
    "gui.dialogs.command_palette",
    "gui.dialogs.preferences",
    "gui.dialogs.shortcuts",
    "gui.dialogs.shortcut_editor",
    "gui.dialogs.about",
    "gui.dialogs.sequence",
    "gui.dialogs.batch",
    "gui.dialogs.sheet",
    "gui.panels.training.panel",
)
"""Not needed for the window to come up; those of pictures bring libraries along that take their time, and the Training
tab the one that draws curves."""


class Dialogs:
    """The window's dialogs; one that is open already comes to the front."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._open: dict[str, QDialog] = {}
        self._turns = Turns(window)
        self._reader: threading.Thread | None = None
        self._read_already: set[str] = set()

    def palette(self) -> None:
        """Search the commands."""
        from gui.dialogs.command_palette import CommandPalette

        window = self._window
        palette = CommandPalette(shortcut_groups(window.actions_).entries, parent=window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.show()
        palette.search.setFocus()

    def keys(self) -> None:
        """List keys and mouse."""
        from gui.dialogs.shortcuts import ShortcutsDialog

        window = self._window
        shown = self._open.get("keys")
        if shown is not None and not shown.isVisible():
            # It shows the keys as they were.
            self._open.pop("keys").deleteLater()
        self._show("keys", lambda: ShortcutsDialog(shortcut_groups(window.actions_).pages, parent=window))

    def about(self) -> None:
        """About the program."""
        from gui.dialogs.about import AboutDialog

        self._show("about", lambda: AboutDialog(parent=self._window))

    def preferences(self) -> None:
        """The preferences."""
        from gui.dialogs.preferences import PreferencesDialog

        self._show("preferences", lambda: PreferencesDialog(self._window.settings, parent=self._window))

    def shortcuts(self) -> None:
        """Other keys for actions."""
        from gui.dialogs.shortcut_editor import ShortcutEditor

        self._show("shortcuts", lambda: ShortcutEditor(self._window.actions_, parent=self._window))

    def _show(self, name: str, make: Callable[[], QDialog]) -> None:
        dialog = self._open.get(name)
        if dialog is None:
            dialog = self._open[name] = make()
        self.bring(dialog)

    def bring(self, dialog: QDialog) -> None:
        """Show a dialog, or bring one that is open to the front: in turns, as a new one takes its looks first."""
        self._turns.begin(_steps(dialog))

    def read_soon(self) -> None:
        """Read and draw, when the window has stood for a while, what dialogs need that are not open yet."""
        QTimer.singleShot(_SOON_MS, self._window, self._read)
        QTimer.singleShot(_SOON_MS, self._window, self._window.settings.theme.draw_ahead)

    def when_read(self, module: str, then: Callable[[], None]) -> None:
        """Go on when the module is loaded, which may be now: what it brings along is read in the thread."""
        if self._reader is None and module not in sys.modules:
            self._read()
        if self._reader is not None and self._reader.is_alive() and module not in self._read_already:
            QTimer.singleShot(_LOOK_MS, self._window, lambda: self.when_read(module, then))
        else:
            then()

    def _read(self) -> None:
        if self._reader is None:
            self._reader = threading.Thread(
                target=_read_modules, args=(self._read_already,), name="dialogs", daemon=True
            )
            self._reader.start()


def _steps(dialog: QDialog) -> Iterator[None]:
    if isinstance(dialog, GradualDialog):
        parts = dialog.steps()
        while Shiboken.isValid(dialog) and next(parts, _END) is not _END:
            yield
    yield from polished(dialog)
    if not Shiboken.isValid(dialog):
        return
    dialog.show()
    yield
    if Shiboken.isValid(dialog):
        dialog.raise_()
        dialog.activateWindow()


def _read_modules(done: set[str]) -> None:
    for name in _NEEDED:
        # What cannot be read is told where it is used.
        with contextlib.suppress(ImportError):
            import_module(name)
        done.add(name)
