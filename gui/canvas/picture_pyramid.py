"""A picture at full, half, quarter... size, so that any part of it is drawn fast and smooth at any zoom."""

from __future__ import annotations

import contextlib
import threading
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image
from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPainter

Picture = npt.NDArray[np.uint8]
"""RGB, uint8 [H, W, 3]."""

PIXELS_SHOW_FROM: Final = 4.0
"""Screen pixels per picture pixel from which single pixels are shown as squares."""
_SMALLEST_SIDE: Final = 64
_MOST_PIXELS_KEPT: Final = 8_000_000
_AT_ONCE: Final = 700_000
"""Pixels up to which a picture is made ready when it is first drawn; larger ones hold the window up."""
_COARSE_SIDE: Final = 512


class PicturePyramid:
    """Draws parts of one picture from smaller copies of it.

    A large picture is to be made ready in a thread, by `halve`; until then a coarse copy of it shows. The picture's
    memory is shared, not copied: it must not be written to afterwards. Following the skeleton's convention, the centre
    of the top left pixel is (0, 0), so the picture covers -0.5 .. width - 0.5.
    """

    def __init__(self, picture: Picture) -> None:
        if picture.ndim != 3 or picture.shape[2] != 3 or picture.dtype != np.uint8:
            raise ValueError(f"a picture is uint8 [H, W, 3], not {picture.dtype} {picture.shape}")
        self._picture = np.ascontiguousarray(picture)
        self._levels: list[tuple[QImage, Picture | None]] = []
        self._coarse: QImage | None = None

    def halve(self) -> PicturePyramid:
        """Make the smaller copies now, in the screen's own format; answers itself. May run in any thread."""
        pixels = self._picture
        levels: list[tuple[QImage, Picture | None]] = []
        while True:
            image = _image_of(pixels)
            levels.append((image, pixels if image.format() == QImage.Format.Format_RGB888 else None))
            if min(pixels.shape[:2]) // 2 < _SMALLEST_SIDE:
                break
            pixels = _halved(pixels)
        self._levels = levels
        return self

    @property
    def ready(self) -> bool:
        """Whether drawing it takes no time: it has its smaller copies, or is so small that they are made at once."""
        return bool(self._levels) or self._picture.shape[0] * self._picture.shape[1] <= _AT_ONCE

    @property
    def rect(self) -> QRectF:
        """The picture's place in the scene."""
        height, width = self._picture.shape[:2]
        return QRectF(-0.5, -0.5, width, height)

    def draw(self, painter: QPainter, exposed: QRectF, *, scale: float) -> None:
        """Draw the exposed part (scene units); `scale` is device pixels per scene unit."""
        area = exposed.intersected(self.rect)
        if area.isEmpty():
            return
        image = self._image(scale)
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

    def _image(self, scale: float) -> QImage:
        """The smallest copy that still has at least one pixel for each screen pixel."""
        if not self.ready:
            return self._coarse_image()
        if not self._levels:
            self.halve()
        level = 0
        while level + 1 < len(self._levels) and scale * 2 ** (level + 1) <= 1.0:
            level += 1
        return self._levels[level][0]

    def _coarse_image(self) -> QImage:
        """Every so manieth pixel: a few milliseconds for any picture."""
        if self._coarse is None:
            step = max(1, min(self._picture.shape[:2]) // _COARSE_SIDE)
            height, width = self._picture.shape[0] // step, self._picture.shape[1] // step
            pixels = np.ascontiguousarray(self._picture[: height * step : step, : width * step : step])
            self._coarse = _image_of(pixels).copy()
        return self._coarse


class MadeReady(QObject):
    """Makes large pictures ready in threads; `done` brings a pyramid that can be drawn sharp from now on."""

    done = Signal(object)

    def take(self, picture: Picture | PicturePyramid | None) -> PicturePyramid | None:
        """A picture to be drawn; a large one shows coarsely until it is made ready."""
        pyramid = PicturePyramid(picture) if isinstance(picture, np.ndarray) else picture
        if pyramid is not None and not pyramid.ready:
            threading.Thread(target=self._make, args=(pyramid,), name="picture", daemon=True).start()
        return pyramid

    def _make(self, pyramid: PicturePyramid) -> None:
        pyramid.halve()
        # Whoever wanted it may be gone.
        with contextlib.suppress(RuntimeError):
            self.done.emit(pyramid)


def _image_of(pixels: Picture) -> QImage:
    """The pixels as an image: in the screen's own format, unless that would take much memory for a part of it."""
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32) if width * height <= _MOST_PIXELS_KEPT else image


def _halved(pixels: Picture) -> Picture:
    """Means of two by two pixels; those of a last odd row or column are of one pixel or two."""
    return np.array(Image.fromarray(pixels).reduce(2), dtype=np.uint8)
