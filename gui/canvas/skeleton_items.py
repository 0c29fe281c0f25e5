"""The skeleton's items in a scene: joints of constant screen size, limbs with a halo, the label, faint people."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from engine.skeleton import LIMBS, Joint, JointState, Limb, Pose
from gui.canvas.colours import CanvasColours, faded, joint_colour, limb_colour

JOINT_REACH: Final = 14.0
"""How far from its centre a joint can be grabbed, in screen pixels; the nearest joint wins."""
LIMB_REACH: Final = 7.0
"""How far from its middle line a limb can be grabbed, in screen pixels."""

_BODY_RADIUS: Final = 5.5
_FACE_RADIUS: Final = 4.25
_FACE: Final = (Joint.RIGHT_EYE, Joint.LEFT_EYE, Joint.RIGHT_EAR, Joint.LEFT_EAR)
_LIMB_WIDTH: Final = 4.0
_RING_RADIUS: Final = 6.5
_HALO: Final = QColor(246, 246, 246)
_EDGE: Final = QColor(70, 70, 70)
_SHADE: Final = QColor(0, 0, 0, 90)
_DASHES: Final = (2.2, 1.8)
_JOINT_BOUNDS: Final = QRectF(-15, -17, 32, 32)

ToView = Callable[[QPointF], QPointF]


class JointItem(QGraphicsItem):
    """One joint: a filled disc when visible, a ring when hidden, nothing when missing."""

    def __init__(self, joint: Joint) -> None:
        super().__init__()
        self.joint = joint
        self.state = JointState.MISSING
        self.selected = False
        self.hovered = False
        self.doubtful = False
        self.accent = QColor()
        self.warning = QColor()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        # Drawn once for each look: what is dragged, or uncovered, is copied.
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(20)
        self.setVisible(False)

    def show_as(self, *, state: JointState, selected: bool, hovered: bool, doubtful: bool) -> None:
        """Take a look; repaints only when it is another one."""
        look = (state, selected, hovered, doubtful)
        if look != (self.state, self.selected, self.hovered, self.doubtful):
            self.state, self.selected, self.hovered, self.doubtful = look
            self.setZValue(22 if selected else 21 if hovered else 20)
            self.setVisible(state is not JointState.MISSING)
            self.update()

    def radius(self) -> float:
        """Of the disc, in screen pixels."""
        base = _FACE_RADIUS if self.joint in _FACE else _BODY_RADIUS
        return base + (1.5 if self.hovered or self.selected else 0.0)

    def boundingRect(self) -> QRectF:
        """Disc, ring of selection and mark of doubt."""
        return _JOINT_BOUNDS

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Dark outline, white ring, then the joint's colour: seen on any photo."""
        radius, centre, colour = self.radius(), QPointF(0, 0), joint_colour(self.joint)
        if self.selected:
            painter.setBrush(faded(self.accent, 0.25))
            painter.setPen(QPen(_HALO, 4))
            painter.drawEllipse(centre, radius + 5, radius + 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.accent, 2))
            painter.drawEllipse(centre, radius + 5, radius + 5)
        painter.setPen(QPen(_SHADE, 1.5))
        if self.state is JointState.VISIBLE:
            painter.setBrush(QColor(255, 255, 255))
            painter.drawEllipse(centre, radius + 1.2, radius + 1.2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, radius - 0.6, radius - 0.6)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for ring, width in ((QColor(0, 0, 0, 130), 5.5), (QColor(255, 255, 255), 4.2), (colour, 2.2)):
                painter.setPen(QPen(ring, width))
                painter.drawEllipse(centre, radius + 1, radius + 1)
        if self.doubtful:
            self._draw_doubt(painter, radius)

    def _draw_doubt(self, painter: QPainter, radius: float) -> None:
        """A small triangle with its tip up, as on warning signs."""
        centre = QPointF(radius + 3.5, -radius - 3.5)
        sign = QPainterPath(centre + QPointF(0, -5.5))
        sign.lineTo(centre + QPointF(5.5, 4))
        sign.lineTo(centre + QPointF(-5.5, 4))
        sign.closeSubpath()
        painter.setPen(QPen(QColor(30, 30, 30), 1))
        painter.setBrush(self.warning)
        painter.drawPath(sign)
        painter.setPen(QPen(QColor(30, 30, 30), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(centre + QPointF(0, -2), centre + QPointF(0, 0.6))
        painter.drawPoint(centre + QPointF(0, 2.6))


class LimbItem(QGraphicsItem):
    """One limb as a coloured line with a halo; dashed when an end is hidden."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.limb: Limb = LIMBS[index]
        self.colour = limb_colour(index)
        self.start, self.end = QPointF(), QPointF()
        self.dashed = False
        self.hovered = False
        self._hidden_ends = (False, False)
        self._zoom = 1.0
        self._pens: list[QPen] = []
        self._bounds = QRectF()
        self.setZValue(10)
        self.setVisible(False)

    def set_zoom(self, zoom: float) -> None:
        """The line's width in the scene depends on the zoom."""
        self.prepareGeometryChange()
        self._zoom = zoom
        self._pens = []
        self._measure()

    def _measure(self) -> None:
        margin = 8.0 / self._zoom
        self._bounds = QRectF(self.start, self.end).normalized().adjusted(-margin, -margin, margin, margin)

    def show_between(self, start: QPointF, end: QPointF, *, hidden_ends: tuple[bool, bool], hovered: bool) -> None:
        """Place the limb; it is dashed when an end is hidden, and stops at the ring there."""
        if start != self.start or end != self.end:
            self.prepareGeometryChange()
            self.start, self.end = start, end
            self._measure()
        if (hidden_ends, hovered) != (self._hidden_ends, self.hovered):
            self._hidden_ends, self.hovered = hidden_ends, hovered
            self.dashed = any(hidden_ends)
            self._pens = []
            self.update()
        self.setVisible(True)

    def boundingRect(self) -> QRectF:
        """The line with its halo."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Edge, halo, colour, from wide to narrow, all of constant screen width."""
        line = self.end - self.start
        length = _length(line) * self._zoom
        if length < 1.0:
            return
        begin, finish = ((_RING_RADIUS / length if hidden else 0.0) for hidden in self._hidden_ends)
        if begin + finish >= 1.0:
            return
        first, last = self.start + line * begin, self.end - line * finish
        if not self._pens:
            self._pens = self._make_pens()
        for pen in self._pens:
            painter.setPen(pen)
            painter.drawLine(first, last)

    def _make_pens(self) -> list[QPen]:
        """For edge, halo and colour.

        Flat ends, which the joints cover, and full colours: ten times faster to draw than round or sheer ones.
        """
        extra = 1.5 if self.hovered else 0.0
        pens = []
        for colour, width in ((_EDGE, 3.8), (_HALO, 2.5), (self.colour, 0.0)):
            pen = QPen(colour, (_LIMB_WIDTH + extra + width) / self._zoom)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if self.dashed and width == 0.0:
                pen.setDashPattern(_DASHES)
            pens.append(pen)
        return pens


class LabelItem(QGraphicsItem):
    """A name beside a joint, on a little plate."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._font = QFont()
        self._leftward = self._downward = False
        self.colours = CanvasColours.light()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(40)
        self.setVisible(False)

    def show_text(self, text: str, place: QPointF, *, room: QRectF | None = None) -> None:
        """Show it at a place of the scene; empty text hides it.

        `room` is what the view has round the place in screen pixels: the plate goes right and up unless it ends.
        """
        self.prepareGeometryChange()
        self._text, self._leftward, self._downward = text, False, False
        plate = self.boundingRect()
        self._leftward = room is not None and plate.right() > room.right() and -plate.right() >= room.left()
        self._downward = room is not None and plate.top() < room.top()
        self.setPos(place)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What it says; empty when it does not show."""
        return self._text if self.isVisible() else ""

    def boundingRect(self) -> QRectF:
        """The plate, beside and above the joint."""
        size = QFontMetricsF(self._font).boundingRect(self._text)
        width, height = size.width() + 16, size.height() + 8
        return QRectF(-width - 16 if self._leftward else 16, 8 if self._downward else -height - 8, width, height)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Plate and text."""
        plate = self.boundingRect().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setFont(self._font)
        painter.setPen(QPen(self.colours.border, 1))
        painter.setBrush(faded(self.colours.surface, 0.94))
        painter.drawRoundedRect(plate, 5, 5)
        painter.setPen(self.colours.text)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._text)


class FaintPersonItem(QGraphicsItem):
    """Another person in the photo: thin pale lines that can be clicked."""

    def __init__(self, person: int, pose: Pose) -> None:
        super().__init__()
        self.person = person
        self.pose = pose
        self.hovered = False
        self._zoom = 1.0
        self._lines = [
            (QPointF(*pose.place(near)), QPointF(*pose.place(far))) for near, far in LIMBS if pose.has(near, far)
        ]
        self._dots = [QPointF(*pose.place(joint)) for joint in Joint if pose.has(joint)]
        self.setZValue(5)

    def set_zoom(self, zoom: float) -> None:
        """The lines' width in the scene depends on the zoom."""
        self.prepareGeometryChange()
        self._zoom = zoom

    def set_hovered(self, hovered: bool) -> None:
        """Stand out while the pointer is near."""
        if hovered != self.hovered:
            self.hovered = hovered
            self.update()

    def boundingRect(self) -> QRectF:
        """All joints."""
        box = self.pose.box()
        if box is None:
            return QRectF()
        margin = 6.0 / self._zoom
        return QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])).adjusted(-margin, -margin, margin, margin)

    def distance(self, point: QPointF, to_view: ToView) -> float:
        """Screen pixels from a point of the view to the nearest bone or joint."""
        distances = [segment_distance(point, to_view(start), to_view(end)) for start, end in self._lines]
        distances += [_length(point - to_view(dot)) for dot in self._dots]
        return min(distances, default=math.inf)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """White on a dark edge, faint until the pointer is near."""
        strength = 1.0 if self.hovered else 0.7
        for colour, width in ((QColor(0, 0, 0), 4.0), (QColor(255, 255, 255), 2.0)):
            pen = QPen(faded(colour, strength * (0.6 if width > 3 else 1.0)), width / self._zoom)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for start, end in self._lines:
                painter.drawLine(start, end)
            pen.setWidthF((width + 4) / self._zoom)
            painter.setPen(pen)
            for dot in self._dots:
                painter.drawPoint(dot)


def _length(vector: QPointF) -> float:
    return math.hypot(vector.x(), vector.y())


def segment_distance(point: QPointF, start: QPointF, end: QPointF) -> float:
    """From a point to the nearest point of a line that ends."""
    line, offset = end - start, point - start
    square = line.x() ** 2 + line.y() ** 2
    along = 0.0 if square < 1e-9 else max(0.0, min(1.0, QPointF.dotProduct(offset, line) / square))
    return _length(offset - line * along)


class SkeletonItems:
    """All items of one skeleton, kept in step with a pose."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.joints = [JointItem(joint) for joint in Joint]
        self.limbs = [LimbItem(index) for index in range(len(LIMBS))]
        self.label = LabelItem()
        self.people: list[FaintPersonItem] = []
        for item in (*self.limbs, *self.joints, self.label):
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            scene.addItem(item)
        self._zoom = 1.0

    def set_colours(self, colours: CanvasColours) -> None:
        """Take the view's colours."""
        self.label.colours = colours
        self.label.update()
        for item in self.joints:
            item.accent, item.warning = colours.accent, colours.warning
            if item.selected or item.doubtful:
                item.update()

    def set_zoom(self, zoom: float) -> None:
        """Tell the items whose size in the scene depends on the zoom."""
        self._zoom = zoom
        for limb in self.limbs:
            limb.set_zoom(zoom)
        for person in self.people:
            person.set_zoom(zoom)

    def show(
        self,
        pose: Pose | None,
        *,
        selected: frozenset[Joint] = frozenset(),
        hovered: Joint | Limb | None = None,
        doubtful: frozenset[Joint] = frozenset(),
    ) -> None:
        """Bring all items to a pose, with the selected, hovered and doubtful parts marked."""
        for item in self.joints:
            joint = item.joint
            state = JointState.MISSING if pose is None else pose.states[joint]
            if pose is not None and state is not JointState.MISSING:
                item.setPos(*pose.place(joint))
            touched = hovered == joint if isinstance(hovered, Joint) else hovered is not None and joint in hovered
            item.show_as(state=state, selected=joint in selected, hovered=touched, doubtful=joint in doubtful)
        for limb in self.limbs:
            near, far = limb.limb
            if pose is None or not pose.has(near, far):
                limb.setVisible(False)
                continue
            limb.show_between(
                QPointF(*pose.place(near)),
                QPointF(*pose.place(far)),
                hidden_ends=(pose.states[near] is JointState.HIDDEN, pose.states[far] is JointState.HIDDEN),
                hovered=hovered == limb.limb,
            )

    def show_people(self, people: Sequence[tuple[int, Pose]]) -> None:
        """Draw other people faint, each with its number."""
        for item in self.people:
            self._scene.removeItem(item)
        self.people = [FaintPersonItem(number, pose) for number, pose in people]
        for item in self.people:
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            item.set_zoom(self._zoom)
            self._scene.addItem(item)

    def joint_at(self, point: QPointF, to_view: ToView, *, preferred: frozenset[Joint] = frozenset()) -> Joint | None:
        """The nearest joint within reach of a point of the view; of two at one place the preferred one."""
        best, best_distance = None, JOINT_REACH
        for item in self.joints:
            if item.isVisible():
                distance = _length(point - to_view(item.pos())) - (1.0 if item.joint in preferred else 0.0)
                if distance <= best_distance:
                    best, best_distance = item.joint, distance
        return best

    def limb_at(self, point: QPointF, to_view: ToView) -> Limb | None:
        """The nearest limb within reach of a point of the view."""
        best, best_distance = None, LIMB_REACH
        for item in self.limbs:
            if item.isVisible():
                distance = segment_distance(point, to_view(item.start), to_view(item.end))
                if distance <= best_distance:
                    best, best_distance = item.limb, distance
        return best

    def person_at(self, point: QPointF, to_view: ToView) -> FaintPersonItem | None:
        """The nearest faint person within reach of a point of the view."""
        near = [(item.distance(point, to_view), item.person, item) for item in self.people]
        distance, _, item = min(near, key=lambda row: row[:2], default=(math.inf, -1, None))
        return item if distance <= JOINT_REACH else None
