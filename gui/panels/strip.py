"""The ground of a sentence that a person should see: blue, or in the colours of a warning or an error."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QWidget

from gui.theme import colours_of

_CORNER = 6.0


class Strip(QFrame):
    """A frame in the colour of its `kind`: info, warning or error; labels in it take its colour."""

    def __init__(self, kind: str = "info", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._dressing = False
        self._dress()

    @property
    def kind(self) -> str:
        """`info`, `warning` or `error`."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Another weight."""
        self._kind = kind
        self._dress()

    def _looks(self) -> tuple[QColor, QColor, QColor]:
        """Ground, border and text."""
        colours = colours_of(self.palette())
        if self._kind == "error":
            return QColor(colours.error_ground), QColor(colours.error), QColor(colours.error)
        if self._kind == "warning":
            return QColor(colours.warning_ground), QColor(colours.warning), QColor(colours.warning)
        return QColor(colours.info_ground), QColor(colours.border), QColor(colours.text)

    def _dress(self) -> None:
        if self._dressing:
            return
        self._dressing = True
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, self._looks()[2])
        self.setPalette(palette)
        self._dressing = False
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        ground, border, _ = self._looks()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(border, 1.0, Qt.PenStyle.SolidLine))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
