"""How one photo of the filmstrip is drawn: thumbnail, mark of its state, title."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.document import Photo, Stage
from gui.flows.photo_states import PhotoStates
from gui.panels.annotating.film_model import FilmModel
from gui.panels.annotating.marks import paint_mark
from gui.services.thumbnails import ThumbnailStore
from gui.theme import Theme

THUMBNAIL: Final = QSize(72, 96)
CELL: Final = QSize(THUMBNAIL.width() + 24, THUMBNAIL.height() + 28)
_MARK: Final = 15
_TITLE: Final = 18


class FilmDelegate(QStyledItemDelegate):
    """Draws the rows of a `FilmModel`; what is not drawn is never read."""

    def __init__(
        self, *, theme: Theme, states: PhotoStates, thumbnails: ThumbnailStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states = states
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        photo = model.photo(index) if isinstance(model, FilmModel) else None
        if photo is None:
            return
        rect, palette = _rect(option), _palette(option)
        colours = self._theme.colours
        chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = QRectF(rect).adjusted(1, 1, -1, -1)
        if chosen or _state(option) & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection if chosen else colours.raised))
            painter.drawRoundedRect(cell, 6, 6)
        if chosen and _state(option) & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        box = QRect(rect.x() + (rect.width() - THUMBNAIL.width()) // 2, rect.y() + 6, *THUMBNAIL.toTuple())
        self._paint_photo(painter, photo, box)
        title = QRect(rect.x() + 4, box.bottom() + 2, rect.width() - 8, _TITLE)
        failed = photo.stage is Stage.FAILED
        painter.setPen(QColor(colours.error if failed else palette.color(QPalette.ColorRole.Text)))
        words = painter.fontMetrics().elidedText(photo.title, Qt.TextElideMode.ElideMiddle, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _paint_photo(self, painter: QPainter, photo: Photo, box: QRect) -> None:
        colours = self._theme.colours
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._thumbnails.thumbnail(photo.key, photo.path, ratio=ratio)
        if pixmap is None:
            painter.fillRect(box, QColor(colours.canvas))
        else:
            painter.drawPixmap(box, pixmap)
        if photo.stage is Stage.FAILED:
            painter.setPen(QPen(QColor(colours.error), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75))
        if photo.demo:
            return
        mark = QRectF(box.right() - _MARK - 2, box.bottom() - _MARK - 2, _MARK, _MARK)
        plate = QPainterPath()
        plate.addRoundedRect(mark.adjusted(-3, -3, 3, 3), 5, 5)
        ground = QColor(colours.pane)
        ground.setAlphaF(0.85)
        painter.fillPath(plate, ground)
        paint_mark(painter, mark, self._states.of(photo), colours)


# PySide's stubs do not know these members of the option.


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # type: ignore[attr-defined,no-any-return]


def _palette(option: QStyleOptionViewItem) -> QPalette:
    return option.palette  # type: ignore[attr-defined,no-any-return]


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state  # type: ignore[attr-defined,no-any-return]
