"""The filmstrip: the demo people and the opened photos, each with its state; five thousand of them scroll smoothly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListView

from gui.document import Document
from gui.flows.photo_queue import PhotoQueue
from gui.flows.photo_states import PhotoStates
from gui.panels.annotating.film_delegate import CELL, THUMBNAIL, FilmDelegate
from gui.panels.annotating.film_model import KEY, FilmModel, Index
from gui.services.thumbnails import ThumbnailStore
from gui.theme import Theme
from gui.thumbnails import preview_of

_MANY_ROWS: Final = 500


class Filmstrip(QListView):
    """Photos one below the other; `chosen` brings a photo's key."""

    chosen = Signal(int)

    def __init__(self, document: Document, *, theme: Theme, queue: PhotoQueue, states: PhotoStates) -> None:
        super().__init__()
        self._document = document
        self._following = False
        self.thumbnails = ThumbnailStore(THUMBNAIL, parent=self)
        self.film = FilmModel(document, queue=queue, states=states, thumbnails=self.thumbnails, parent=self)
        self.setAccessibleName(self.tr("Photos"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(CELL.height() // 4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setMinimumWidth(CELL.width() + 12)
        self.setModel(self.film)
        self.setItemDelegate(FilmDelegate(theme=theme, states=states, thumbnails=self.thumbnails, parent=self))
        document.current_changed.connect(self.follow)
        document.photo_changed.connect(self._on_photo_changed)
        document.photo_removed.connect(self.thumbnails.forget)
        document.emptied.connect(self.thumbnails.forget_all)
        queue.listed.connect(self.follow)
        queue.grown.connect(self._on_grown)
        queue.shrunk.connect(self._on_shrunk)
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(CELL.width() + 12, 400)

    def count(self) -> int:
        """How many photos are listed."""
        return self.film.rowCount()

    def selected_keys(self) -> list[int]:
        """The photos that are selected, in the list's order."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(KEY) for index in rows]

    def load_thumbnail(self, key: int) -> None:
        """Ask for a photo's thumbnail before it is drawn."""
        photo = self._document.photo(key)
        if photo is not None:
            self.thumbnails.thumbnail(key, photo.path, ratio=self.devicePixelRatioF())

    def follow(self) -> None:
        """Select the open photo and bring it into view, with what comes before and after it."""
        photo = self._document.current
        index = QModelIndex() if photo is None else self.film.index_of(photo.key)
        self._following = True
        if index.isValid():
            if index != self.currentIndex():
                # Else photos that were selected with it would be given up; which keys are held is of no matter here.
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            for row in (index.row() + 1, index.row() - 1, index.row()):
                if 0 <= row < self.film.rowCount():
                    self.scrollTo(self.film.index(row))
        else:
            self.selectionModel().clear()
        self._following = False

    def _on_grown(self, first: int, last: int) -> None:
        """The open photo may have come to be listed just now; thousands of rows are laid out by an event of its own."""
        if not self.currentIndex().isValid():
            if last - first > _MANY_ROWS:
                QTimer.singleShot(0, self.follow)
            else:
                self.follow()

    def _on_photo_changed(self, key: int) -> None:
        photo = self._document.photo(key)
        if photo is not None and photo.picture is not None and photo.path is None and not self.thumbnails.known(key):
            self.thumbnails.put(key, preview_of(photo.picture))

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:  # noqa: N802 - Qt's name
        """Qt goes on to a neighbour; which photo is opened then is said by whoever took this one out."""
        self._following = True
        super().rowsAboutToBeRemoved(QModelIndex(parent), start, end)  # type: ignore[arg-type]
        self._following = False

    def _on_shrunk(self) -> None:
        if self._document.current is None:
            self.selectionModel().clear()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if current.isValid() and not self._following:
            self.chosen.emit(current.data(KEY))

    def dataChanged(  # noqa: N802 - Qt's name
        self, first: Index, last: Index, roles: Sequence[int] = ()
    ) -> None:
        """Draw one photo anew. Qt would lay out all rows again, though none ever changes its size."""
        self.viewport().update(self.visualRect(QModelIndex(first)))  # type: ignore[arg-type]

    def close_down(self) -> None:
        """End what reads thumbnails."""
        self.thumbnails.close()
