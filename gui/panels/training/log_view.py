"""What the run's process wrote on standard error, as it grows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit

from gui.panels.training.words import tr
from gui.services.run_folder import LOG

_MOST: Final = 400_000


class LogView(QPlainTextEdit):
    """The end of a log; it stays at the end unless somebody scrolled back."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("Log of the run"))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setMaximumBlockCount(5000)
        self.setPlaceholderText(
            tr("Nothing was written. What a run says on standard error is kept in its log.txt and shown here.")
        )
        self._path: Path | None = None
        self._offset = 0

    def set_folder(self, folder: Path) -> None:
        """Show the log of this run."""
        self._path = folder / LOG
        self._offset = 0
        self.clear()
        self.refresh()

    def refresh(self) -> None:
        """Add what was written since."""
        if self._path is None:
            return
        try:
            with self._path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                if size < self._offset:
                    self.clear()
                    self._offset = 0
                self._offset = max(self._offset, size - _MOST)
                file.seek(self._offset)
                data = file.read(_MOST)
        except OSError:
            return
        # A letter may be half written.
        whole = data[: data.rfind(b"\n") + 1]
        if not whole:
            return
        self._offset += len(whole)
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        self.appendPlainText(whole.decode("utf-8", errors="replace").rstrip("\n"))
        if at_end:
            bar.setValue(bar.maximum())
