"""A small card that says what is being made, how far it is, and can cancel it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.canvas.colours import CanvasColours


class BusyCard(QWidget):
    """Text, a progress bar and a button to cancel; hidden until something is under way."""

    cancel_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = CanvasColours.light()
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.clicked.connect(self.cancel_pressed)
        self._cancel.setAccessibleDescription(self.tr("Stop making the picture"))
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._label)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setVisible(False)

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence; the width does not follow the text, which would make the card jump."""
        return QSize(360, super().sizeHint().height())

    def set_colours(self, colours: CanvasColours) -> None:
        """Take the view's colours."""
        self._colours = colours
        palette = self.palette()
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, colours.text)
        palette.setColor(QPalette.ColorRole.Highlight, colours.accent)
        for widget in (self._label, self._bar):
            widget.setPalette(palette)
        self.update()

    def show_progress(self, text: str, *, fraction: float | None) -> None:
        """Show how far it is, 0..1; None moves the bar without end."""
        self._label.setText(text)
        self._bar.setRange(0, 0 if fraction is None else 1000)
        if fraction is not None:
            self._bar.setValue(round(1000 * min(max(fraction, 0.0), 1.0)))
        self.setVisible(True)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours.border, 1))
        painter.setBrush(self._colours.surface)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
