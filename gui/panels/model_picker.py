"""Generators to pick for a job: one, or several to be compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem


class ModelPicker(QListWidget):
    """Names with check boxes, which a click or Space sets."""

    chosen_changed = Signal()

    def __init__(self, names: Sequence[str], *, chosen: str) -> None:
        """`chosen` is checked to begin with; where it is not among the names, the first is."""
        super().__init__()
        self.setAccessibleName(self.tr("Models"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        first = chosen if chosen in names else next(iter(names), "")
        for name in names:
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name == first else Qt.CheckState.Unchecked)
            item.setToolTip(name)
            self.addItem(item)
            if name == first:
                self.setCurrentItem(item)
        self.itemChanged.connect(lambda _item: self.chosen_changed.emit())

    def chosen(self) -> list[str]:
        """The names that are checked, in their order."""
        items = [self.item(row) for row in range(self.count())]
        return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]

    def choose(self, names: Sequence[str]) -> None:
        """Check these and no others."""
        for row in range(self.count()):
            item = self.item(row)
            item.setCheckState(Qt.CheckState.Checked if item.text() in names else Qt.CheckState.Unchecked)
