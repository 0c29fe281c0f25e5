"""The filmstrip: the demo people and the opened photos, each with its state."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from gui.document import Document, Photo, Stage
from gui.theme import Theme
from gui.thumbnails import photo_thumbnail, plain_icon, preview_of

_THUMBNAIL: Final = QSize(72, 96)
_CELL: Final = QSize(_THUMBNAIL.width() + 24, _THUMBNAIL.height() + 28)
_KEY: Final = int(Qt.ItemDataRole.UserRole)


class Filmstrip(QListWidget):
    """Photos one below the other; `chosen` brings a photo's key."""

    chosen = Signal(int)

    def __init__(self, document: Document, *, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self._theme = theme
        self._items: dict[int, QListWidgetItem] = {}
        self._images: dict[int, QImage] = {}
        self.setAccessibleName(self.tr("Photos"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(_THUMBNAIL)
        self.setSpacing(0)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setGridSize(_CELL)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_CELL.width() + 12)
        document.photo_added.connect(self._on_added)
        document.photo_removed.connect(self._on_removed)
        document.photo_changed.connect(self._on_changed)
        document.current_changed.connect(self._on_current)
        theme.changed.connect(self._redraw)
        self.currentItemChanged.connect(self._on_row)

    def _on_added(self, key: int) -> None:
        photo = self._document.photo(key)
        if photo is None:
            return
        item = QListWidgetItem(photo.title)
        item.setData(_KEY, key)
        item.setSizeHint(_CELL)
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._items[key] = item
        self.blockSignals(True)
        self.addItem(item)
        self.blockSignals(False)
        self._show(photo)

    def _on_removed(self, key: int) -> None:
        item = self._items.pop(key, None)
        self._images.pop(key, None)
        if item is not None:
            self.blockSignals(True)
            self.takeItem(self.row(item))
            self.blockSignals(False)

    def _on_changed(self, key: int) -> None:
        photo = self._document.photo(key)
        if photo is not None:
            self._show(photo)

    def load_thumbnail(self, key: int) -> None:
        """Read a small copy straight from the photo's file; quick for small files only."""
        photo = self._document.photo(key)
        if photo is None or photo.path is None or key in self._images:
            return
        reader = QImageReader(str(photo.path))
        reader.setAutoTransform(True)
        image = reader.read()
        if not image.isNull():
            self._images[key] = image.scaledToHeight(
                2 * _THUMBNAIL.height(), Qt.TransformationMode.SmoothTransformation
            )
            self._show(photo)

    def _show(self, photo: Photo) -> None:
        item = self._items.get(photo.key)
        if item is None:
            return
        if photo.key not in self._images and photo.picture is not None:
            self._images[photo.key] = preview_of(photo.picture)
        item.setIcon(plain_icon(self._pixmap(photo)))
        words = {
            Stage.WAITING: "",
            Stage.READING: self.tr("being read"),
            Stage.DETECTING: self.tr("finding the skeleton"),
            Stage.READY: "",
            Stage.EMPTY: self.tr("nobody found"),
            Stage.FAILED: self.tr("cannot be used: {0}").format(photo.problem),
        }
        state = words[photo.stage]
        where = str(photo.path) if photo.path is not None and not photo.demo else self.tr("demo person")
        item.setToolTip("\n".join(part for part in (photo.title, photo.note, where, state) if part))
        spoken = ", ".join(part for part in (photo.title, photo.note, state) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _pixmap(self, photo: Photo) -> QPixmap:
        image, ratio = self._images.get(photo.key), self.devicePixelRatioF()
        if image is not None:
            pixmap = photo_thumbnail(image, _THUMBNAIL, ratio=ratio)
        else:
            pixmap = QPixmap(_THUMBNAIL * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(QColor(self._theme.colours.canvas))
        return pixmap

    def _redraw(self) -> None:
        for photo in self._document:
            self._show(photo)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._redraw()
        return super().event(event)

    def _on_current(self) -> None:
        photo = self._document.current
        item = None if photo is None else self._items.get(photo.key)
        self.blockSignals(True)
        if item is None:
            self.clearSelection()
        else:
            self.setCurrentItem(item)
        self.blockSignals(False)
        self.viewport().update()
        if item is not None:
            self.scrollToItem(item)

    def _on_row(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_KEY))
