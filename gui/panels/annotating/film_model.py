"""The listed photos as Qt's model: titles and words at once, thumbnails when they are first drawn."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from gui.document import Document, Photo, Stage
from gui.flows.photo_queue import PhotoQueue
from gui.flows.photo_states import PhotoStates, facing_word, state_word
from gui.panels.plain_text import tip
from gui.services.thumbnails import ThumbnailStore

KEY: Final = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class FilmModel(QStringListModel):
    """One row a listed photo; `KEY` is its key.

    Qt's own list counts the rows: a view asks for their number twice for each row that it lays out.
    """

    def __init__(
        self,
        document: Document,
        *,
        queue: PhotoQueue,
        states: PhotoStates,
        thumbnails: ThumbnailStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._queue = queue
        self._states = states
        self._rows: list[int] = []
        self._on_listed()
        queue.grown.connect(self._on_grown)
        queue.shrunk.connect(self._on_shrunk)
        queue.listed.connect(self._on_listed)
        queue.photo_changed.connect(self.touch)
        thumbnails.arrived.connect(self.touch)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, key, tool tip and spoken words of a photo."""
        photo = self.photo(index)
        if photo is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.title
        if role == KEY:
            return photo.key
        if role == Qt.ItemDataRole.ToolTipRole:
            where = str(photo.path) if photo.path is not None and not photo.demo else self.tr("demo person")
            return tip("\n".join(part for part in (photo.title, photo.note, where, self.words(photo)) if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (photo.title, photo.note, self.words(photo)) if part)
        return None

    def photo(self, index: Index) -> Photo | None:
        """The photo of a row."""
        row = index.row()
        return self._document.photo(self._rows[row]) if 0 <= row < len(self._rows) else None

    def words(self, photo: Photo) -> str:
        """A photo's state, facing and confidence, or what is wrong with it."""
        if photo.stage is Stage.FAILED:
            return self.tr("cannot be used: {0}").format(photo.problem)
        doing = {
            Stage.READING: self.tr("being read"),
            Stage.DETECTING: self.tr("finding the skeleton"),
            Stage.EMPTY: self.tr("nobody found"),
        }.get(photo.stage, "")
        parts = [] if photo.demo else [state_word(self._states.of(photo)).lower()]
        facing, sure = self._queue.facing(photo), self._queue.confidence(photo)
        if facing is not None and not photo.demo:
            parts.append(facing_word(facing).lower())
        if sure is not None and not photo.demo:
            parts.append(self.tr("least sure joint {0}").format(f"{sure:.2f}"))
        return ", ".join(part for part in (doing, *parts) if part)

    def index_of(self, key: int) -> QModelIndex:
        """The row of a photo; an invalid one where it is not listed."""
        row = self._queue.row_of(key)
        return QModelIndex() if row is None or row >= len(self._rows) else self.index(row)

    def touch(self, key: int) -> None:
        """A photo looks different."""
        index = self.index_of(key)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _on_grown(self, first: int, last: int) -> None:
        self._rows = list(self._queue.listed_keys())
        self.insertRows(first, last - first + 1)

    def _on_shrunk(self, row: int) -> None:
        del self._rows[row]
        self.removeRows(row, 1)

    def _on_listed(self) -> None:
        self._rows = list(self._queue.listed_keys())
        self.setStringList([""] * len(self._rows))
