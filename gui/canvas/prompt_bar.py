"""The bar above a picture that says what to click next, with a little body that shows where it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.skeleton import LIMBS, Joint
from gui.canvas.body import standing
from gui.canvas.colours import joint_colour
from gui.canvas.overlays import Overlay

_LEAST_HEIGHT: Final = 76
_LEFT: Final = 72
_KEYS_TOP: Final = 37
_HEAD: Final = (Joint.NOSE, Joint.RIGHT_EYE, Joint.LEFT_EYE, Joint.RIGHT_EAR, Joint.LEFT_EAR)
_FLAGS: Final = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


class PromptBar(Overlay):
    """A question in large letters, the keys in small ones."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._question, self._keys, self._count = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._joint: Joint | None = None
        self._done = 0
        self._body = standing()

    def ask(self, question: str, *, keys: str, joint: Joint | None, done: int = 0, count: str = "") -> None:
        """Show a question about a joint; the joints before number `done` are drawn as answered."""
        self._question, self._keys, self._joint, self._done, self._count = question, keys, joint, done, count
        self.setAccessibleName(question)
        self.setAccessibleDescription(keys)
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as the keys need below the question."""
        room = QRect(0, 0, max(width - _LEFT - 12, 40), 1000)
        text = self.fontMetrics().boundingRect(room, _FLAGS, self._keys)
        return max(_LEAST_HEIGHT, _KEYS_TOP + text.height() + 10)

    def question(self) -> str:
        """What is asked."""
        return self._question

    def paintEvent(self, event: QPaintEvent) -> None:
        """Body, question, keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.colours.surface)
        painter.setPen(self.colours.border)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        self._draw_body(painter, QRectF(14, 6, 44, _LEAST_HEIGHT - 12))
        left, width = float(_LEFT), self.width() - _LEFT - 12.0
        big = self.font()
        big.setPointSizeF(self.font().pointSizeF() * 1.25)
        big.setBold(True)
        painter.setPen(self.colours.text)
        painter.setFont(big)
        title = QRectF(left, 10, width, 26)
        painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._question)
        painter.setFont(self.font())
        painter.setPen(self.colours.muted)
        painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._count)
        painter.drawText(QRectF(left, _KEYS_TOP, width, self.height() - _KEYS_TOP), _FLAGS, self._keys)

    def _draw_body(self, painter: QPainter, area: QRectF) -> None:
        """The body from the front, so the person's right is on the left; for eyes and ears the head alone, larger."""
        near = self._joint in _HEAD
        top, height = (-2.0, 26.0) if near else (4.0, 94.0)
        size = area.height() / height
        places = [
            QPointF(area.center().x() + float(x) * size, area.top() + (float(y) - top) * size)
            for x, y in self._body.points
        ]
        painter.save()
        painter.setClipRect(area.adjusted(-4, -4, 4, 4))
        painter.setPen(QPen(self.colours.border, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if near:
            painter.drawEllipse(QPointF(area.center().x(), area.top() + 11 * size), 5.6 * size, 8 * size)
        for ends in LIMBS:
            painter.drawLine(places[ends[0]], places[ends[1]])
        painter.setPen(Qt.PenStyle.NoPen)
        for joint in Joint:
            if joint < self._done and joint != self._joint:
                painter.setBrush(joint_colour(joint))
                painter.drawEllipse(places[joint], 1.8, 1.8)
        if self._joint is not None:
            painter.setBrush(joint_colour(self._joint))
            painter.setPen(QPen(self.colours.text, 1.6))
            painter.drawEllipse(places[self._joint], 4.2, 4.2)
        painter.restore()
