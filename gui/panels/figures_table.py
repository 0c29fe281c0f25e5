"""A table of figures: names on the left, numbers on the right, all of it in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from gui.theme import SPACE

_ROW: Final = 28


class FiguresTable(QTableView):
    """A table as high as it is long, read only."""

    def __init__(
        self,
        title: str,
        heads: Sequence[tuple[str, str]],
        rows: Sequence[Sequence[tuple[str, str]]],
        *,
        gap: int = 2 * SPACE,
    ) -> None:
        """Heads and cells are texts with what a pointer over them tells, which may be empty; `gap` is in pixels."""
        super().__init__()
        self.setAccessibleName(title)
        model = QStandardItemModel(self)
        for column, (head, tip) in enumerate(heads):
            item = QStandardItem(head)
            item.setToolTip(tip)
            if column == 0:
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            model.setHorizontalHeaderItem(column, item)
        for row in rows:
            items = [QStandardItem(text) for text, _ in row]
            for number, (item, (_, tip)) in enumerate(zip(items, row, strict=True)):
                item.setToolTip(tip)
                side = Qt.AlignmentFlag.AlignLeft if number == 0 else Qt.AlignmentFlag.AlignRight
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            model.appendRow(items)
        self.setModel(model)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.resizeColumnsToContents()
        for column in range(len(heads)):
            self.setColumnWidth(column, self.columnWidth(column) + gap)
        self.setFixedHeight(_ROW * len(rows) + header.sizeHint().height() + 14)
