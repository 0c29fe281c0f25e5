"""How a pose is shown in a list of thumbnails: its picture, and below it the title in two lines of the whole width."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

_LINES: Final = 2
_EDGE: Final = 4
"""Pixels between a cell's edge and what is in it."""
_GAP: Final = 2

Index = QModelIndex | QPersistentModelIndex


def lines_of(title: str, metrics: QFontMetrics, *, width: int) -> list[str]:
    """A title in at most two lines of `width` pixels, broken between words; what does not fit ends in an ellipsis."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(title)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < _LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        rest = title[start:] if len(lines) == _LINES - 1 else title[start:end]
        lines.append(metrics.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines


def fitted_cell(view: QListView, *, least: QSize) -> QSize:
    """The size of a list's cells when as many as fit side by side share all of its width."""
    # Cells that fill the width to the last pixel are put below one another.
    room = view.viewport().width() - 1
    bar = view.verticalScrollBar()
    if not bar.isVisible():
        # Whether the bar is there may not change how many cells fit: they would jump to and fro.
        room -= bar.sizeHint().width()
    count = max(1, room // least.width())
    return QSize(max(least.width(), room // count), least.height())


class SharedWidth(QObject):
    """Keeps the cells of a list so wide that they share all of its width."""

    def __init__(self, view: QListView, *, least: QSize) -> None:
        super().__init__(view)
        self._view, self._least = view, least
        view.setGridSize(least)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Other cells for another width."""
        if event.type() is QEvent.Type.Resize:
            cell = fitted_cell(self._view, least=self._least)
            if cell != self._view.gridSize():
                self._view.setGridSize(cell)
        return super().eventFilter(watched, event)


class PoseCell(QStyledItemDelegate):
    """Paints a cell; the style draws what is behind it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, the thumbnail, and the title in two lines."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        title, icon = str(index.data(Qt.ItemDataRole.DisplayRole) or ""), cell.icon
        view = cell.widget
        cell.text = ""
        cell.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, view)
        rect, size = cell.rect, cell.decorationSize
        corner = QPoint(rect.center().x() - size.width() // 2, rect.top() + _EDGE)
        icon.paint(painter, QRect(corner, size))
        metrics = QFontMetrics(cell.font)
        painter.save()
        painter.setFont(cell.font)
        painter.setPen(cell.palette.color(cell.palette.ColorRole.Text))
        top = corner.y() + size.height() + _GAP
        for line in lines_of(title, metrics, width=rect.width() - 2 * _EDGE):
            painter.drawText(
                QRect(rect.left() + _EDGE, top, rect.width() - 2 * _EDGE, metrics.height()),
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
                line,
            )
            top += metrics.lineSpacing()
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        view = option.widget
        if isinstance(view, QListView) and view.gridSize().isValid():
            return view.gridSize()
        return super().sizeHint(option, index)
