"""How states look: a shape and a colour each, so that neither has to be told apart by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from engine.project.records import PhotoState
from gui.theme import Colours

_LIGHT = {
    PhotoState.IN_WORK: "#3454d1",
    PhotoState.DONE: "#1d7a46",
    PhotoState.DOUBTFUL: "#9a5b00",
    PhotoState.REJECTED: "#a3211b",
}
_DARK = {
    PhotoState.IN_WORK: "#8fa8ff",
    PhotoState.DONE: "#5fcf92",
    PhotoState.DOUBTFUL: "#ffc266",
    PhotoState.REJECTED: "#ff9088",
}


def state_colour(state: PhotoState, colours: Colours) -> QColor:
    """The colour that stands for a state."""
    return QColor((_DARK if colours.dark else _LIGHT).get(state, colours.strong_border))


def paint_mark(painter: QPainter, box: QRectF, state: PhotoState, colours: Colours) -> None:
    """Draw a state into a square box: ring, half disc, disc with tick, diamond with ?, square with cross."""
    colour, ink = state_colour(state, colours), QColor("#10131a" if colours.dark else "#ffffff")
    side = box.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QPen(ink, max(1.4, side / 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if state is PhotoState.UNTOUCHED:
        painter.setBrush(QColor(colours.pane))
        painter.setPen(QPen(colour, max(1.2, side / 10)))
        painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5))
    elif state is PhotoState.IN_WORK:
        painter.setBrush(QColor(colours.pane))
        painter.setPen(QPen(colour, max(1.2, side / 10)))
        inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawEllipse(inner)
        painter.setBrush(colour)
        painter.drawPie(inner, -90 * 16, 180 * 16)
    elif state is PhotoState.DONE:
        painter.drawEllipse(box)
        _stroke(painter, line, box, ((0.28, 0.53), (0.44, 0.68), (0.73, 0.35)))
    elif state is PhotoState.DOUBTFUL:
        middle = box.center()
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top() - 1),
                    QPointF(box.right() + 1, middle.y()),
                    QPointF(middle.x(), box.bottom() + 1),
                    QPointF(box.left() - 1, middle.y()),
                ]
            )
        )
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(max(7, round(side * 0.68)))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
    else:
        painter.drawRoundedRect(box, side / 5, side / 5)
        _stroke(painter, line, box, ((0.3, 0.3), (0.7, 0.7)))
        _stroke(painter, line, box, ((0.7, 0.3), (0.3, 0.7)))
    painter.restore()


def _stroke(painter: QPainter, pen: QPen, box: QRectF, points: tuple[tuple[float, float], ...]) -> None:
    path = QPainterPath(QPointF(box.left() + points[0][0] * box.width(), box.top() + points[0][1] * box.height()))
    for x, y in points[1:]:
        path.lineTo(box.left() + x * box.width(), box.top() + y * box.height())
    painter.strokePath(path, pen)


def state_icon(state: PhotoState, colours: Colours, *, side: int = 16) -> QIcon:
    """A state as an icon for menus and buttons, sharp on dense screens too."""
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(side * ratio, side * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.scale(ratio, ratio)
        paint_mark(painter, QRectF(2, 2, side - 4, side - 4), state, colours)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        icon.addPixmap(pixmap)
    return icon
