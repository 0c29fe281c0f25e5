"""Photos to pick for a job: those of the filmstrip, and others from files."""

from __future__ import annotations

from collections.abc import Sequence
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
from gui.document import Photo
from gui.preferences import Preferences
from gui.theme import SPACE
from gui.thumbnails import photo_thumbnail, plain_icon

_THUMBNAIL: Final = QSize(66, 88)
_CELL: Final = QSize(88, 116)
_DATA: Final = int(Qt.ItemDataRole.UserRole)
_MOST_READ: Final = 200
"""So many previews are read at once; further photos show their names alone."""


class PhotoPicker(QWidget):
    """Photos with a preview; any number is selected by clicks or Space."""

    selection_changed = Signal()

    def __init__(self, photos: Sequence[Photo], *, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Photos"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.list.setIconSize(_THUMBNAIL)
        self.list.setGridSize(_CELL)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemSelectionChanged.connect(self.selection_changed)
        for photo in photos:
            if photo.path is not None:
                self._add(photo.path, photo.title, photo.people.pose, selected=False)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for text, run in (
            (self.tr("Add photos…"), self._ask),
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

    def _add(self, path: Path, title: str, pose: Pose | None, *, selected: bool) -> None:
        item = QListWidgetItem(title)
        item.setData(_DATA, (path, pose))
        item.setToolTip(str(path))
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        item.setSizeHint(_CELL)
        item.setIcon(plain_icon(self._preview(path)))
        self.list.addItem(item)
        item.setSelected(selected)

    def _preview(self, path: Path) -> QPixmap:
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if self.list.count() < _MOST_READ and size.isValid():
            # JPEG files are read at a fraction of their size in a fraction of the time.
            reader.setScaledSize(size.scaled(2 * _THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
            image = reader.read()
            if not image.isNull():
                return photo_thumbnail(image, _THUMBNAIL, ratio=self.devicePixelRatioF())
        blank = QPixmap(_THUMBNAIL)
        blank.fill(Qt.GlobalColor.gray)
        return blank

    def _ask(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in PHOTO_SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add photos"), self._preferences.folder("photos"), f"{self.tr('Photos')} ({patterns})"
        )
        if names:
            self._preferences.set_folder("photos", Path(names[0]))
            self.add_files([Path(name) for name in names])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Put photos at the end, selected; those that are there already are selected."""
        there = {self.list.item(row).data(_DATA)[0]: self.list.item(row) for row in range(self.list.count())}
        for path in paths:
            if path in there:
                there[path].setSelected(True)
            else:
                self._add(path, path.stem, None, selected=True)

    def chosen(self) -> list[tuple[Path, Pose | None]]:
        """The selected photos with their person's pose where it is known, in the order in which they show."""
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        return [self.list.item(row).data(_DATA) for row in rows]
