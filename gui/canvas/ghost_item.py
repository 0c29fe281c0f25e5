"""A joint that is not placed yet, shown where the pointer would place it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.skeleton import PARENT, Joint, Pose
from gui.canvas.colours import faded, joint_colour
from gui.canvas.gestures import Place


class GhostItem(QGraphicsItem):
    """A pale disc, with a thin line to the joint it will hang on."""

    def __init__(self) -> None:
        super().__init__()
        self._place, self._anchor = QPointF(), QPointF()
        self._colour = QColor()
        self._zoom = 1.0
        self.setZValue(15)
        self.setVisible(False)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_zoom(self, zoom: float) -> None:
        """Keep the size on screen."""
        self.prepareGeometryChange()
        self._zoom = zoom

    def show_for(self, joint: Joint | None, place: Place, *, pose: Pose | None) -> None:
        """Show the joint here; None hides it."""
        self.prepareGeometryChange()
        self.setVisible(joint is not None)
        if joint is None:
            return
        self._place = QPointF(*place)
        self._colour = joint_colour(joint)
        parent = PARENT.get(joint, Joint.NOSE)
        anchored = pose is not None and pose.has(parent)
        self._anchor = QPointF(*pose.place(parent)) if pose is not None and anchored else self._place

    def boundingRect(self) -> QRectF:
        """Disc and line."""
        margin = 12 / self._zoom
        return QRectF(self._anchor, self._place).normalized().adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """White under colour, as the joints are."""
        for colour, width in ((QColor(0, 0, 0, 90), 4.0), (QColor(255, 255, 255, 190), 2.5), (self._colour, 1.2)):
            pen = QPen(colour, width / self._zoom, Qt.PenStyle.DotLine if width < 2 else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawLine(self._anchor, self._place)
        painter.setPen(QPen(QColor(255, 255, 255), 1.5 / self._zoom))
        painter.setBrush(faded(self._colour, 0.6))
        painter.drawEllipse(self._place, 6 / self._zoom, 6 / self._zoom)
