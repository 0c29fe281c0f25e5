"""All shortcuts on one page: those of the menus and those of the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from gui.theme import SPACE

Rows = Sequence[tuple[str, str]]


class ShortcutsDialog(QDialog):
    """Groups of (keys, what they do)."""

    def __init__(self, groups: Sequence[tuple[str, Rows]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard and mouse"))
        text = QTextBrowser()
        text.setFrameShape(QTextBrowser.Shape.NoFrame)
        text.setAccessibleName(self.tr("Keyboard and mouse"))
        text.setHtml("".join(self._table(title, rows) for title, rows in groups))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addWidget(text, 1)
        layout.addWidget(buttons)
        self.resize(560, 600)

    def _table(self, title: str, rows: Rows) -> str:
        lines = "".join(
            f"<tr><td width='200' style='padding:2px 16px 2px 0'><b>{keys}</b></td>"
            f"<td style='padding:2px 0'>{what}</td></tr>"
            for keys, what in rows
        )
        return f"<h3>{title}</h3><table width='100%'>{lines}</table>"
