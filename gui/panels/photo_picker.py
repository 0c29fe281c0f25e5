"""Photos or pictures to pick for a job: those that are given, and others from files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QHideEvent, QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from engine.images import PHOTO_SUFFIXES
from engine.skeleton import Pose
from gui.panels.plain_text import tip
from gui.panels.pose_cell import SharedWidth
from gui.preferences import Preferences
from gui.services.thumbnails import ThumbnailStore
from gui.theme import SPACE
from gui.thumbnails import plain_icon

_THUMBNAIL: Final = QSize(66, 88)
_CELL: Final = QSize(88, 118)
_A_STEP: Final = 200
_SELECT: Final = QItemSelectionModel.SelectionFlag.Select
_STAY: Final = QItemSelectionModel.SelectionFlag.NoUpdate
_BLANK: Final = QColor(128, 128, 128, 60)


@dataclass(frozen=True, eq=False)
class PickedFile:
    """A picture's file, how it is called, and the person's pose in it where that is known."""

    path: Path
    title: str
    pose: Pose | None = None


class _Files(QAbstractListModel):
    """The files with their previews, which are read when they are first seen."""

    def __init__(self, *, picker: PhotoPicker) -> None:
        super().__init__(picker)
        self.files: list[PickedFile] = []
        self._picker = picker
        blank = QPixmap(_THUMBNAIL)
        blank.fill(_BLANK)
        self._blank = QIcon(blank)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a file."""
        return 0 if parent.isValid() else len(self.files)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, preview and place."""
        file = self.files[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return file.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{file.title}\n{file.path}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignHCenter
        if role == Qt.ItemDataRole.DecorationRole:
            pixmap = self._picker.preview(index.row())
            return self._blank if pixmap is None else plain_icon(pixmap)
        return None

    def add(self, files: Sequence[PickedFile]) -> None:
        """Put files at the end."""
        self.beginInsertRows(QModelIndex(), len(self.files), len(self.files) + len(files) - 1)
        self.files += files
        self.endInsertRows()

    def show_preview(self, row: int) -> None:
        """A preview has been read."""
        self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])


class PhotoPicker(QWidget):
    """Pictures with a preview; any number is selected by clicks or Space."""

    selection_changed = Signal()

    def __init__(self, *, name: str, more: str, preferences: Preferences) -> None:
        """Empty; `fill` brings files. `name` is what the list is called, `more` what its button for others says."""
        super().__init__()
        self._preferences = preferences
        self._more = more
        self._store: ThumbnailStore | None = None
        self._model = _Files(picker=self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.list.setIconSize(_THUMBNAIL)
        SharedWidth(self.list, least=_CELL)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.selectionModel().selectionChanged.connect(lambda *_changes: self.selection_changed.emit())
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

    def fill(self, files: Iterable[PickedFile]) -> Iterator[None]:
        """Put files at the end, some a step."""
        left = iter(files)
        while some := list(islice(left, _A_STEP)):
            self._model.add(some)
            yield
        # The keyboard has a place in the list from the first moment on.
        self.list.selectionModel().setCurrentIndex(self._model.index(0), _STAY)

    def preview(self, row: int) -> QPixmap | None:
        """The preview of a file; None while it is being read, or where it cannot be."""
        if self._store is None:
            return None
        return self._store.thumbnail(row, self._model.files[row].path, ratio=self.devicePixelRatioF())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Previews are read while they can be seen."""
        super().showEvent(event)
        if self._store is None:
            self._store = ThumbnailStore(_THUMBNAIL, parent=self)
            self._store.arrived.connect(self._model.show_preview)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is read for a list that nobody sees."""
        super().hideEvent(event)
        if self._store is not None:
            self._store.close()
            self._store.deleteLater()
            self._store = None

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
        rows = {file.path: row for row, file in enumerate(self._model.files)}
        for path in paths:
            if path not in rows:
                rows[path] = len(self._model.files)
                self._model.add([PickedFile(path, path.stem)])
            self.list.selectionModel().select(self._model.index(rows[path]), _SELECT)

    def count(self) -> int:
        """How many files are selected."""
        parts = cast(Iterable[QItemSelectionRange], self.list.selectionModel().selection())
        return sum(part.height() for part in parts)

    def chosen(self) -> list[PickedFile]:
        """The selected files in the order in which they show."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self._model.files[row] for row in rows]
