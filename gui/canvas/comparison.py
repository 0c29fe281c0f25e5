"""Ways to compare a picture with the photo that it was made from, and the clock of the one that blinks."""

from __future__ import annotations

import math
from enum import Enum
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.canvas.overlays import Overlay

LEAST_RATE: Final = 0.5
MOST_RATE: Final = 3.0
"""Changes a second. Three flashes a second are what is held to be safe for people whom flicker harms (WCAG 2.3.1);
a flash is two changes, so this is half of that."""
_GRIP: Final = 15.0
_CHIP_EDGE: Final = 10


class Comparison(Enum):
    """How picture and photo are shown together."""

    ALONE = "alone"
    SIDE = "side"
    SLIDER = "slider"
    BLINK = "blink"


class Blinker(QObject):
    """Says when the other one of two pictures shows: by itself at a rate, or by hand, and never too fast."""

    swapped = Signal(bool)
    running_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._first = False
        self._rate = 1.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # one that is early would be held up for being too fast
        self._timer.timeout.connect(self.swap)
        self._take_rate()

    @property
    def first_shown(self) -> bool:
        """Whether the photo shows, not the picture."""
        return self._first

    @property
    def running(self) -> bool:
        """Whether it swaps by itself."""
        return self._timer.isActive()

    @property
    def rate(self) -> float:
        """Changes a second."""
        return self._rate

    def set_rate(self, rate: float) -> None:
        """Swap so many times a second; held between `LEAST_RATE` and `MOST_RATE`."""
        self._rate = min(max(rate, LEAST_RATE), MOST_RATE)
        self._take_rate()

    def _take_rate(self) -> None:
        self._timer.setInterval(math.ceil(1000 / self._rate))

    def set_running(self, running: bool) -> None:
        """Swap by itself from now on, or only by hand."""
        if running != self.running:
            if running:
                self._timer.start()
            else:
                self._timer.stop()
            self.running_changed.emit(running)

    def swap(self) -> bool:
        """Show the other one; answers false when the last change was too short a time ago."""
        if self._since.isValid() and self._since.elapsed() < 1000 / MOST_RATE - 1:
            return False
        self._since.start()
        self._first = not self._first
        self.swapped.emit(self._first)
        return True

    def rest(self) -> None:
        """Stop, with the picture shown."""
        self.set_running(False)
        if self._first:
            self._first = False
            self.swapped.emit(False)


class ComparisonMarks(Overlay):
    """Over a view: the divider with its grip, and which side is which."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._left = ""
        self._right = ""
        self._divider: QPointF | None = None
        self._span = (0.0, 0.0)
        self.setVisible(False)

    def show_names(self, left: str, right: str) -> None:
        """Names in the upper corners; empty ones are left out."""
        self._left, self._right = left, right
        self._settle()

    def show_divider(self, x: float | None, *, top: float = 0.0, bottom: float = 0.0) -> None:
        """A divider at `x` from `top` to `bottom`, in the view's pixels; None takes it away."""
        self._divider = None if x is None else QPointF(x, (top + bottom) / 2)
        self._span = top, bottom
        self._settle()

    def _settle(self) -> None:
        self.setVisible(bool(self._left or self._right) or self._divider is not None)
        self.update()

    def grip_holds(self, x: float) -> bool:
        """Whether the divider is taken hold of at `x`."""
        return self._divider is not None and abs(x - self._divider.x()) <= _GRIP

    def paintEvent(self, event: QPaintEvent) -> None:
        """Divider first, names over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._divider is not None:
            self._draw_divider(painter, self._divider)
        if self._left:
            self._draw_chip(painter, self._left, right=False)
        if self._right:
            self._draw_chip(painter, self._right, right=True)

    def _draw_divider(self, painter: QPainter, place: QPointF) -> None:
        top, bottom = max(self._span[0], 0.0), min(self._span[1], float(self.height()))
        for colour, width in ((self.colours.surface, 4.0), (self.colours.accent, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(place.x(), top), QPointF(place.x(), bottom))
        middle = QPointF(place.x(), (top + bottom) / 2)
        painter.setPen(QPen(self.colours.accent, 2.0))
        painter.setBrush(self.colours.surface)
        painter.drawEllipse(middle, _GRIP - 1, _GRIP - 1)
        for side in (-1, 1):
            tip = middle + QPointF(9.0 * side, 0.0)
            painter.drawPolyline([tip + QPointF(-4.0 * side, -4.5), tip, tip + QPointF(-4.0 * side, 4.5)])

    def _draw_chip(self, painter: QPainter, text: str, *, right: bool) -> None:
        width = self.fontMetrics().horizontalAdvance(text) + 16
        left = self.width() - _CHIP_EDGE - width if right else _CHIP_EDGE
        plate = QRectF(left, _CHIP_EDGE, width, self.fontMetrics().height() + 6)
        painter.setPen(QPen(self.colours.border, 1))
        painter.setBrush(self.colours.surface)
        painter.drawRoundedRect(plate, 6, 6)
        painter.setPen(self.colours.text)
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), text)
