"""The box round a skeleton whose handles scale and turn it."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.skeleton import Joint, Pose
from gui.canvas.drags import Drag, MoveDrag, ScaleDrag, TurnDrag, WholeDrag
from gui.canvas.gestures import Place, names
from gui.canvas.skeleton_items import ToView
from gui.canvas.words import tr

_PAD: Final = 22.0
"""Screen pixels between the outermost joints and the box."""
_ARM: Final = 28.0
"""Screen pixels from the box's upper side to the handle that turns."""
_HANDLE_REACH: Final = 11.0
_HANDLES: Final = tuple((across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if (across, down) != (0, 0))

_CURSORS: Final = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
}


class BoxItem(QGraphicsItem):
    """Eight handles that scale, one that turns, and an inside that moves."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self._joints: tuple[Joint, ...] = ()
        self._angle = 0.0
        self._zoom = 1.0
        self._near: tuple[int, int] | str | None = None
        self._colour = QColor(0, 120, 255)
        self.setZValue(30)
        self.setVisible(False)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_colour(self, colour: QColor) -> None:
        """Take the view's accent."""
        self._colour = colour
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Handles keep their size on screen."""
        self.prepareGeometryChange()
        self._zoom = zoom

    def show_round(self, pose: Pose | None, joints: frozenset[Joint], *, drag: Drag | None = None) -> None:
        """Lay the box round the joints; while it is being turned it keeps its size and turns along."""
        self.prepareGeometryChange()
        chosen = [joint for joint in Joint if joint in joints and pose is not None and pose.has(joint)]
        if pose is None or len(chosen) < 2:
            self._joints = ()
            return
        self._joints = tuple(chosen)
        if isinstance(drag, TurnDrag):
            near = int(chosen[0])
            other = max(chosen, key=lambda j: math.dist(drag.before.place(j), drag.before.place(chosen[0])))
            before = drag.before.points[other] - drag.before.points[near]
            now = pose.points[other] - pose.points[near]
            self._angle = math.atan2(now[1], now[0]) - math.atan2(before[1], before[0])
            return
        self._angle = 0.0
        points = pose.points[chosen]
        left, top = points.min(axis=0)
        right, bottom = points.max(axis=0)
        self._rect = QRectF(QPointF(left, top), QPointF(right, bottom))

    def padded(self) -> QRectF:
        """The box as drawn, in the scene."""
        pad = _PAD / self._zoom
        return self._rect.adjusted(-pad, -pad, pad, pad)

    def handle_place(self, handle: tuple[int, int] | str) -> QPointF:
        """A handle's place in the scene; `turn` is the one above the box."""
        rect = self.padded()
        if isinstance(handle, str):
            return QPointF(rect.center().x(), rect.top() - _ARM / self._zoom)
        return QPointF(
            rect.center().x() + handle[0] * rect.width() / 2, rect.center().y() + handle[1] * rect.height() / 2
        )

    def _part_at(self, point: QPointF, to_view: ToView) -> tuple[int, int] | str | None:
        if not self.isVisible() or not self._joints:
            return None
        parts: list[tuple[int, int] | str] = ["turn", *_HANDLES]
        nearest = min(parts, key=lambda part: _distance(point, to_view(self.handle_place(part))))
        if _distance(point, to_view(self.handle_place(nearest))) <= _HANDLE_REACH:
            return nearest
        inside = QRectF(to_view(self.padded().topLeft()), to_view(self.padded().bottomRight())).contains(point)
        return "inside" if inside else None

    def hover(self, point: QPointF | None, to_view: ToView) -> bool:
        """Note what is under the pointer; answers whether that is a part of the box."""
        near = None if point is None else self._part_at(point, to_view)
        if near != self._near:
            self._near = near
            self.update()
        return near is not None

    def cursor_shape(self) -> Qt.CursorShape | None:
        """The pointer's shape over the part under it."""
        if not self.isVisible() or self._near is None:
            return None
        if isinstance(self._near, str):
            return Qt.CursorShape.SizeAllCursor if self._near == "inside" else Qt.CursorShape.CrossCursor
        return _CURSORS[self._near]

    def drag_at(self, point: QPointF, to_view: ToView, *, pose: Pose, grabbed: Place) -> Drag | None:
        """The drag that begins at a point of the view; None where the box is not."""
        part = self._part_at(point, to_view)
        if part is None:
            return None
        whole = len(self._joints) == int(pose.present.sum())
        rect = self._rect
        if part == "turn":
            centre = rect.center().x(), rect.center().y()
            text = tr("Turn skeleton") if whole else tr("Turn {0}").format(names(self._joints))
            return TurnDrag(pose, self._joints, centre, grabbed, text)
        if isinstance(part, str):
            return WholeDrag(pose, grabbed) if whole else MoveDrag.of_joints(pose, self._joints, grabbed)
        box = rect.left(), rect.top(), rect.right(), rect.bottom()
        text = tr("Scale skeleton") if whole else tr("Scale {0}").format(names(self._joints))
        return ScaleDrag(pose, self._joints, box, part, grabbed, text)

    def boundingRect(self) -> QRectF:
        """Box, handles and arm, turned any way."""
        rect = self.padded()
        if self._angle:
            radius = math.hypot(rect.width(), rect.height()) / 2 + (_ARM + 20) / self._zoom
            centre = rect.center()
            return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        edge = 10 / self._zoom
        return rect.adjusted(-edge, -edge - _ARM / self._zoom, edge, edge)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """A thin frame that shows on light and dark, white square handles, a round one to turn."""
        if not self._joints:
            return
        rect, centre = self.padded(), self.padded().center()
        painter.translate(centre)
        painter.rotate(math.degrees(self._angle))
        painter.translate(-centre)
        top = QPointF(centre.x(), rect.top())
        for colour, width in ((QColor(255, 255, 255, 200), 3.5), (self._colour, 1.5)):
            painter.setPen(QPen(colour, width / self._zoom))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(QPolygonF(rect))
            painter.drawLine(top, self.handle_place("turn"))
        painter.setPen(QPen(self._colour, 1.5 / self._zoom))
        for handle in _HANDLES:
            half = (6.0 if handle == self._near else 4.5) / self._zoom
            place = self.handle_place(handle)
            painter.setBrush(self._colour if handle == self._near else QColor(255, 255, 255))
            painter.drawRect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half))
        radius = (7.0 if self._near == "turn" else 5.5) / self._zoom
        painter.setBrush(self._colour if self._near == "turn" else QColor(255, 255, 255))
        painter.drawEllipse(self.handle_place("turn"), radius, radius)


def _distance(first: QPointF, second: QPointF) -> float:
    return math.hypot(first.x() - second.x(), first.y() - second.y())
