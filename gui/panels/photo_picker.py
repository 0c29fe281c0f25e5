"""Photos or pictures to pick for a job: those that are given, and others from files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.images import PHOTO_SUFFIXES
from engine.skeleton import Pose
from gui.preferences import Preferences
from gui.theme import SPACE
from gui.thumbnails import photo_thumbnail, plain_icon

_THUMBNAIL: Final = QSize(66, 88)
_CELL: Final = QSize(88, 116)
_DATA: Final = int(Qt.ItemDataRole.UserRole)
_MOST_READ: Final = 200
"""So many previews are read at once; further photos show their names alone."""


@dataclass(frozen=True, eq=False)
class PickedFile:
    """A picture's file, how it is called, and the person's pose in it where that is known."""

    path: Path
    title: str
    pose: Pose | None = None


class PhotoPicker(QWidget):
    """Pictures with a preview; any number is selected by clicks or Space."""

    selection_changed = Signal()

    def __init__(self, files: Sequence[PickedFile], *, name: str, more: str, preferences: Preferences) -> None:
        """`name` is what the list is called, `more` what its button for further files says."""
        super().__init__()
        self._preferences = preferences
        self._more = more
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.list.setIconSize(_THUMBNAIL)
        self.list.setGridSize(_CELL)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemSelectionChanged.connect(self.selection_changed)
        for file in files:
            self._add(file, selected=False)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for text, run in (
            (more, self._ask),
            (self.tr("All"), self.list.selectAll),
            (self.tr("None"), self.list.clearSelection),
        ):
            button = QPushButton(text)
            button.clicked.connect(run)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _add(self, file: PickedFile, *, selected: bool) -> None:
        item = QListWidgetItem(file.title)
        item.setData(_DATA, file)
        item.setToolTip(f"{file.title}\n{file.path}")
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        item.setSizeHint(_CELL)
        item.setIcon(plain_icon(self._preview(file.path)))
        self.list.addItem(item)
        item.setSelected(selected)

    def _preview(self, path: Path) -> QPixmap:
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if self.list.count() < _MOST_READ and size.isValid():
            # JPEG files are read at a fraction of their size in a fraction of the time.
            reader.setScaledSize(size.scaled(_THUMBNAIL * 2, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
            image = reader.read()
            if not image.isNull():
                return photo_thumbnail(image, _THUMBNAIL, ratio=self.devicePixelRatioF())
        blank = QPixmap(_THUMBNAIL)
        blank.fill(Qt.GlobalColor.gray)
        return blank

    def _ask(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in PHOTO_SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(
            self, self._more.rstrip("…"), self._preferences.folder("photos"), f"{self.tr('Photos')} ({patterns})"
        )
        if names:
            self._preferences.set_folder("photos", Path(names[0]))
            self.add_files([Path(name) for name in names])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Put photos at the end, selected; those that are there already are selected."""
        there = {self.list.item(row).data(_DATA).path: self.list.item(row) for row in range(self.list.count())}
        for path in paths:
            if path in there:
                there[path].setSelected(True)
            else:
                self._add(PickedFile(path, path.stem), selected=True)

    def chosen(self) -> list[PickedFile]:
        """The selected files in the order in which they show."""
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        return [self.list.item(row).data(_DATA) for row in rows]
