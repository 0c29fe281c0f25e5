"""A card's picture beside the photo that it was made from, each as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import SPACE, Theme

_LINE = 22


class PicturePair(QWidget):
    """Shows a photo on the left, if there is one, and the picture to judge on the right, of the same height."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._photo: QImage | None = None
        self._picture: QImage | None = None
        self._waits = False
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(240, 200))
        theme.changed.connect(self.update)

    def show_pair(self, picture: QImage | None, photo: QImage | None, *, has_photo: bool) -> None:
        """Show a card's pictures; None is one that is still being read, an empty image one that cannot be."""
        self._picture, self._photo = picture, photo if has_photo else None
        self._waits, self._words = picture is None, ""
        self._has_photo = has_photo
        self.update()

    def show_words(self, words: str) -> None:
        """Show a sentence where there is no card any more."""
        self._words = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours = self._theme.colours
        room = QRectF(self.rect()).adjusted(0, 0, 0, -_LINE)
        picture, photo = self._picture, self._photo
        if self._words:
            large = painter.font()
            large.setPointSizeF(1.5 * large.pointSizeF())
            painter.setFont(large)
            painter.setPen(QColor(colours.text))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            painter.end()
            return
        if picture is None or picture.isNull():
            painter.setPen(QColor(colours.muted if self._waits else colours.error))
            words = self.tr("Reading…") if self._waits else self.tr("This picture's file cannot be read.")
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
            painter.end()
            return
        shown = [(photo, self.tr("Photo"))] if photo is not None and not photo.isNull() else []
        shown.append((picture, self.tr("Picture to judge")))
        gap = 3 * SPACE
        whole = sum(image.width() / max(image.height(), 1) for image, _ in shown)
        height = min(room.height(), (room.width() - gap * (len(shown) - 1)) / whole)
        left = room.center().x() - (height * whole + gap * (len(shown) - 1)) / 2
        for image, words in shown:
            box = QRectF(left, room.center().y() - height / 2, height * image.width() / max(image.height(), 1), height)
            painter.drawImage(box, image)
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            painter.setPen(QColor(colours.muted))
            line = QRectF(QPointF(box.left(), box.bottom() + 3), box.bottomRight() + QPointF(0, _LINE))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
            left = box.right() + gap
        painter.end()
