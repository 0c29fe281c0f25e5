"""The strip below a picture that lists the joints which are not in it, to drag in or to click and place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from engine.skeleton import Joint
from gui.canvas.colours import CanvasColours, faded, joint_colour
from gui.language.words import joint_name

STRIP_HEIGHT: Final = 36
_CHIP_HEIGHT: Final = 24
_GAP: Final = 6
_EDGE: Final = 10


class Chip(QAbstractButton):
    """One missing joint. A click asks for its place, a drag carries it there."""

    carried = Signal(int, QPoint)
    """Joint and pointer (global) while it is dragged."""
    carried_to = Signal(int, QPoint)
    """Joint and pointer (global) when it is let go after a drag."""

    def __init__(self, joint: Joint | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.joint = joint
        self.colours = CanvasColours.light()
        self.current = False
        self._pressed: QPoint | None = None
        self._carrying = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if joint is not None:
            self.setText(joint_name(joint))
            self.setAccessibleName(self.tr("{0}, missing").format(joint_name(joint)))
            tip = self.tr("Drag the {0} into the picture, or click here and then its place")
            self.setToolTip(tip.format(joint_name(joint)))
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def sizeHint(self) -> QSize:
        """Room for the ring and the name."""
        ring = 18 if self.joint is not None else 4
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + ring + 14, _CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A round plate with the joint's ring and name; framed in the accent when it is the current joint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self.colours.accent, 2) if self.current else QPen(self.colours.border, 1))
        hot = self.underMouse() or self.isDown()
        painter.setBrush(faded(self.colours.accent, 0.16) if hot or self.current else self.colours.background)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        left = 10.0
        if self.joint is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colours.muted, 3.4))
            painter.drawEllipse(QPointF(14, area.center().y()), 4.4, 4.4)
            painter.setPen(QPen(joint_colour(self.joint), 2))
            painter.drawEllipse(QPointF(14, area.center().y()), 4.4, 4.4)
            left = 24.0
        painter.setPen(self.colours.text)
        painter.drawText(area.adjusted(left - 1, 0, 0, -1), int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """May become a click or a drag."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the joint."""
        if self._pressed is None or self.joint is None:
            return
        gone = event.position().toPoint() - self._pressed
        if self._carrying or gone.manhattanLength() >= QApplication.startDragDistance():
            self._carrying = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.carried.emit(int(self.joint), event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the joint go, or click."""
        carrying, self._carrying, self._pressed = self._carrying, False, None
        if carrying and self.joint is not None:
            self.setDown(False)
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.carried_to.emit(int(self.joint), event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)


class MissingStrip(QWidget):
    """All missing joints in one row; where room is scarce the title goes, then the last ones wait in a menu."""

    joint_clicked = Signal(int)
    joint_carried = Signal(int, QPoint)
    joint_carried_to = Signal(int, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = CanvasColours.light()
        self._missing: tuple[Joint, ...] = ()
        self._current: Joint | None = None
        self._chips = {joint: self._make_chip(joint) for joint in Joint}
        self._more = Chip(None, self)
        self._more.clicked.connect(self._show_more)
        self._waiting: list[Joint] = []
        self._message = ""
        self._unknown = True
        self._titled = True
        self.setAccessibleName(self.tr("Missing joints"))

    def _make_chip(self, joint: Joint) -> Chip:
        chip = Chip(joint, self)
        chip.setVisible(False)
        chip.clicked.connect(partial(self.joint_clicked.emit, int(joint)))
        chip.carried.connect(self.joint_carried)
        chip.carried_to.connect(self.joint_carried_to)
        return chip

    def set_colours(self, colours: CanvasColours) -> None:
        """Take the view's colours."""
        self.colours = colours
        for chip in (*self._chips.values(), self._more):
            chip.colours = colours
        self.update()

    def set_missing(self, joints: Sequence[Joint] | None, *, current: Joint | None) -> None:
        """List these joints, and frame the current one; None: there is no skeleton that could lack any."""
        missing, unknown = tuple(joints or ()), joints is None
        if (missing, current, unknown) != (self._missing, self._current, self._unknown):
            self._missing, self._current, self._unknown = missing, current, unknown
            self._arrange()

    def set_message(self, text: str) -> None:
        """Say something in place of the list; empty text brings the list back."""
        if text != self._message:
            self._message = text
            self._arrange()

    def message(self) -> str:
        """What it says in place of the list."""
        return self._message

    def missing(self) -> tuple[Joint, ...]:
        """The joints listed."""
        return self._missing

    def chip(self, joint: Joint) -> Chip:
        """The chip of a joint."""
        return self._chips[joint]

    def _title(self) -> str:
        if self._message:
            return self._message
        if self._unknown:
            return self.tr("No skeleton yet")
        return self.tr("Missing:") if self._missing else self.tr("All 18 joints are placed")

    def _arrange(self) -> None:
        room = self.width() - _EDGE
        top = (self.height() - _CHIP_HEIGHT) // 2
        order = [] if self._message else list(self._missing)
        if self._current in order:  # the current joint always finds room
            order.remove(self._current)
            order.insert(0, self._current)
        widths = {joint: self._chips[joint].sizeHint().width() for joint in order}
        title = QFontMetrics(self.font()).horizontalAdvance(self._title()) + 2 * _GAP
        self._titled = _EDGE + title + sum(width + _GAP for width in widths.values()) <= room or not order
        left = _EDGE + (title if self._titled else 0)
        self._more.setText(f"+{len(order)}")
        more_room = self._more.sizeHint().width() + _GAP
        shown: list[Joint] = []
        used = left
        for index, joint in enumerate(order):
            rest = more_room if index < len(order) - 1 else 0
            if used + widths[joint] + rest > room:
                break
            shown.append(joint)
            used += widths[joint] + _GAP
        self._waiting = [joint for joint in self._missing if joint in order and joint not in shown]
        for joint, chip in self._chips.items():
            chip.setVisible(joint in shown)
            chip.current = joint == self._current
        for joint in [joint for joint in self._missing if joint in shown]:
            self._chips[joint].setGeometry(left, top, widths[joint], _CHIP_HEIGHT)
            left += widths[joint] + _GAP
        self._more.setVisible(bool(self._waiting))
        self._more.setText(f"+{len(self._waiting)}")
        self._more.setToolTip(self.tr("More missing joints"))
        self._more.setGeometry(left, top, self._more.sizeHint().width(), _CHIP_HEIGHT)
        self.update()

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for joint in self._waiting:
            menu.addAction(joint_name(joint)).triggered.connect(partial(self.joint_clicked.emit, int(joint)))
        menu.popup(self._more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room again."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate, its upper edge and the title."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.colours.surface)
        painter.setPen(self.colours.border)
        painter.drawLine(0, 0, self.width(), 0)
        painter.setPen(self.colours.text if self._message else self.colours.muted)
        area = self.rect().adjusted(_EDGE, 0, 0, 0)
        if self._titled:
            title = self._title()
            if not self._missing or self._message:
                title = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, area.width() - _GAP)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), title)
