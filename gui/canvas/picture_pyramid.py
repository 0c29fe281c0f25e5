"""A picture at full, half, quarter... size, so that any part of it is drawn fast and smooth at any zoom."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

Picture = npt.NDArray[np.uint8]
"""RGB, uint8 [H, W, 3]."""

PIXELS_SHOW_FROM: Final = 4.0
"""Screen pixels per picture pixel from which single pixels are shown as squares."""
_SMALLEST_SIDE: Final = 64
_MOST_PIXELS_KEPT: Final = 8_000_000


class PicturePyramid:
    """Draws parts of one picture; smaller copies are made when they are first needed.

    The picture's memory is shared, not copied: it must not be written to afterwards. Following the skeleton's
    convention, the centre of the top left pixel is (0, 0), so the picture covers -0.5 .. width - 0.5.
    """

    def __init__(self, picture: Picture) -> None:
        if picture.ndim != 3 or picture.shape[2] != 3 or picture.dtype != np.uint8:
            raise ValueError(f"a picture is uint8 [H, W, 3], not {picture.dtype} {picture.shape}")
        self._levels = [np.ascontiguousarray(picture)]
        self._images: dict[int, QImage] = {}

    @property
    def rect(self) -> QRectF:
        """The picture's place in the scene."""
        height, width = self._levels[0].shape[:2]
        return QRectF(-0.5, -0.5, width, height)

    def halve(self) -> PicturePyramid:
        """Make the smaller copies now, as in a thread that reads photos; answers itself."""
        while min(self._levels[-1].shape[:2]) // 2 >= _SMALLEST_SIDE:
            self._levels.append(_halved(self._levels[-1]))
        return self

    def draw(self, painter: QPainter, exposed: QRectF, *, scale: float) -> None:
        """Draw the exposed part (scene units); `scale` is device pixels per scene unit."""
        area = exposed.intersected(self.rect)
        if area.isEmpty():
            return
        level = self._level_for(scale)
        image = self._image(level)
        across = self.rect.width() / image.width()
        down = self.rect.height() / image.height()
        crop = QRectF(
            (area.left() + 0.5) / across, (area.top() + 0.5) / down, area.width() / across, area.height() / down
        ).toAlignedRect()
        crop = crop.adjusted(-2, -2, 2, 2).intersected(QRect(0, 0, image.width(), image.height()))
        target = QRectF(crop.left() * across - 0.5, crop.top() * down - 0.5, 0, 0)
        target.setSize(QSizeF(crop.width() * across, crop.height() * down))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < PIXELS_SHOW_FROM)
        if image.format() == QImage.Format.Format_RGB32:
            painter.drawImage(target, image, QRectF(crop))
        else:
            painter.drawImage(target, image.copy(crop).convertToFormat(QImage.Format.Format_RGB32))

    def _level_for(self, scale: float) -> int:
        """The smallest copy that still has at least one pixel for each screen pixel."""
        level = 0
        side = min(self._levels[0].shape[:2])
        while scale * 2 ** (level + 1) <= 1.0 and side // 2 ** (level + 1) >= _SMALLEST_SIDE:
            level += 1
        return level

    def _image(self, level: int) -> QImage:
        """A level as an image: in the screen's own format, unless that would take much memory for a part of it."""
        if level not in self._images:
            while len(self._levels) <= level:
                self._levels.append(_halved(self._levels[-1]))
            pixels = self._levels[level]
            height, width = pixels.shape[:2]
            image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888)
            if width * height <= _MOST_PIXELS_KEPT:
                image = image.convertToFormat(QImage.Format.Format_RGB32)
            self._images[level] = image
        return self._images[level]


def _halved(pixels: Picture) -> Picture:
    import cv2  # takes 0.3 s to load, and a picture that fits its view at full size never needs it

    height, width = pixels.shape[:2]
    half = cv2.resize(pixels, ((width + 1) // 2, (height + 1) // 2), interpolation=cv2.INTER_AREA)
    return np.asarray(half, dtype=np.uint8)
