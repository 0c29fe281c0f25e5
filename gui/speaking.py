"""The open window changes its language: its texts, its actions, and what comes in the box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.language.retranslating import Retranslator

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Speaking(QObject):
    """Follows the application's language."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.settings.language.changed.connect(self._change)

    def _change(self, before: str, after: str) -> None:
        window, other = self._window, Retranslator(before, after)
        other.window(window)
        for dialog in QApplication.topLevelWidgets():
            if dialog is not window and dialog.window() is dialog and window.isAncestorOf(dialog):
                other.window(dialog)
        # Last, as buttons take over what their actions say.
        window.actions_.retranslate()
        for photo in window.document:
            photo.note = other.text(photo.note)
            window.document.photo_changed.emit(photo.key)
        window.read_box()
