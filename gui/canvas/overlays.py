"""What lies over a view and never takes a click: the placeholder of an empty view and the ring of keyboard focus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.canvas.colours import CanvasColours, faded

_RING = 2


class Overlay(QWidget):
    """A widget that clicks and drops go through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = CanvasColours.light()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_colours(self, colours: CanvasColours) -> None:
        """Take the view's colours."""
        self.colours = colours
        self.update()


class FocusRing(Overlay):
    """A thin frame round a view that has the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setVisible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be nothing but the frame, so that the view scrolls fast below."""
        whole = self.rect()
        self.setMask(QRegion(whole).subtracted(QRegion(whole.adjusted(_RING, _RING, -_RING, -_RING))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mask leaves only the frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.colours.accent)


class Placeholder(Overlay):
    """Says in the middle of an empty view what could be there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self._inviting = False
        self._drawn: tuple[object, QPixmap] | None = None

    def set_text(self, text: str) -> None:
        """A first line and hints below it."""
        self._text = text
        self.update()

    def whole_text(self) -> str:
        """What it says."""
        return self._text

    def set_whole_text(self, text: str) -> None:
        """The same in another language."""
        self.set_text(text)

    def set_inviting(self, inviting: bool) -> None:
        """Whether files are held over the view."""
        self._inviting = inviting
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame with a figure, the first line and the hints; drawn once, then copied."""
        ratio = self.devicePixelRatioF()
        look = (self.size(), ratio, self._text, self._inviting, self.font(), self.colours)
        if self._drawn is None or self._drawn[0] != look:
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            self._draw(pixmap)
            self._drawn = look, pixmap
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn[1])

    def _draw(self, pixmap: QPixmap) -> None:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title, _, hints = self._text.partition("\n")
        area = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        if area.width() < 40 or area.height() < 40:
            return
        colour = self.colours.accent if self._inviting else self.colours.border
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(faded(self.colours.accent, 0.08) if self._inviting else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 12, 12)
        text_area = area.adjusted(16, 0, -16, 0)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        big = self.font()
        big.setPointSizeF(self.font().pointSizeF() * 1.35)
        big.setBold(True)
        painter.setFont(big)
        title_box = painter.boundingRect(text_area.toRect(), flags, title)
        painter.setFont(self.font())
        hint_box = painter.boundingRect(text_area.toRect(), flags, hints) if hints else QRect()
        figure = 72.0 if area.height() > 220 else 0.0
        total = figure + 16 * bool(figure) + title_box.height() + (8 + hint_box.height() if hints else 0)
        top = area.center().y() - total / 2
        if figure:
            self._draw_figure(painter, QPointF(area.center().x(), top), figure)
            top += figure + 16
        painter.setFont(big)
        painter.setPen(self.colours.text)
        painter.drawText(QRectF(text_area.left(), top, text_area.width(), title_box.height() + 4), flags, title)
        painter.setFont(self.font())
        painter.setPen(self.colours.muted)
        top += title_box.height() + 8
        painter.drawText(QRectF(text_area.left(), top, text_area.width(), hint_box.height() + 4), flags, hints)
        painter.end()

    def _draw_figure(self, painter: QPainter, top: QPointF, size: float) -> None:
        """A little person made of strokes, one arm raised."""
        painter.save()
        painter.translate(top)
        painter.scale(size / 100, size / 100)
        painter.setPen(QPen(self.colours.muted, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, 12), 9, 9)
        for line in (
            ((0, 24), (0, 58)),
            ((0, 30), (-18, 42)),
            ((-18, 42), (-14, 60)),
            ((0, 30), (18, 22)),
            ((18, 22), (26, 4)),
            ((0, 58), (-12, 78)),
            ((-12, 78), (-14, 98)),
            ((0, 58), (12, 78)),
            ((12, 78), (14, 98)),
        ):
            painter.drawLine(QPointF(*line[0]), QPointF(*line[1]))
        painter.restore()
