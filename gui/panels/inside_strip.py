"""The blocks of the generator, one beside the other: a strip of thumbnails with a sentence on what they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QListView, QListWidget, QListWidgetItem, QVBoxLayout

from gui.services.backend import Picture
from gui.theme import SPACE
from gui.thumbnails import image_of, plain_icon

_THUMBNAIL: Final = QSize(33, 48)
_CELL: Final = QSize(43, 74)


class InsideStrip(QFrame):
    """One thumbnail a block; `chosen` brings the block's number, from 0."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("facts")
        self._words = QLabel(self.tr("Looking inside…"))
        self._words.setObjectName("muted")
        self._words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Blocks of the generator"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setIconSize(_THUMBNAIL)
        self.list.setGridSize(_CELL)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_CELL.height() + 14)
        self.list.currentRowChanged.connect(self._on_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        column.setSpacing(SPACE // 2)
        column.addWidget(self._words)
        column.addWidget(self.list)
        self.list.hide()

    def show_waiting(self) -> None:
        """The masks are on their way; those of before stay."""
        if not self.list.count():
            self._words.setText(self.tr("Looking inside…"))

    def show_nothing(self, text: str) -> None:
        """There is nothing to show, for this reason."""
        self.list.clear()
        self.list.hide()
        self._words.setText(text)

    def show_blocks(self, pictures: Sequence[Picture], *, current: int) -> None:
        """One thumbnail for each block, in their order."""
        self.list.blockSignals(True)
        self.list.clear()
        for number, picture in enumerate(pictures, start=1):
            pixmap = QPixmap.fromImage(image_of(picture)).scaled(
                _THUMBNAIL * self.devicePixelRatioF(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            item = QListWidgetItem(QIcon(plain_icon(pixmap)), str(number))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setSizeHint(_CELL)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("Block {0}").format(number))
            self.list.addItem(item)
        self.list.setCurrentRow(min(current, len(pictures) - 1))
        self.list.blockSignals(False)
        self.list.show()
        self._describe()

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._describe()
            self.chosen.emit(row)

    def _describe(self) -> None:
        text = self.tr(
            "The picture is made in {0} steps. Where step {1} is bright it changed the picture, where dark it left it."
        )
        self._words.setText(text.format(self.list.count(), self.list.currentRow() + 1))
