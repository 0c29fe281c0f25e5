"""The window's icons: the project's own SVG drawings, tinted with the colours of the theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources.paths import ICONS, bundled

SIDE = 18
"""Icons' usual size in device-independent pixels; menus have 16."""

_FADED = 0.35
"""Opacity of a disabled control's icon."""


class IconBox:
    """Draws icons."""

    def __init__(self) -> None:
        self._folder: Path = bundled(ICONS)

    def names(self) -> list[str]:
        """The drawings that take a colour."""
        return sorted(file.stem for file in self._folder.glob("*.svg") if b"currentColor" in file.read_bytes())

    def icon(self, name: str, *, colour: QColor) -> QIcon:
        """The drawing `name` in one colour, sharp at the sizes in use, on dense screens too."""
        svg = self._read(name).replace(b"currentColor", colour.name().encode())
        return _icon(svg, sides=(16, SIDE, 2 * SIDE))

    def program_icon(self) -> QIcon:
        """The program's own icon, in its own colours."""
        return _icon(self._read("repose-studio"), sides=(32, 64, 128))

    def _read(self, name: str) -> bytes:
        return (self._folder / f"{name}.svg").read_bytes()


def _icon(svg: bytes, *, sides: tuple[int, ...]) -> QIcon:
    result = QIcon()
    renderer = QSvgRenderer(QByteArray(svg))
    for side in sides:
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        result.addPixmap(pixmap)
        result.addPixmap(_faded(pixmap), QIcon.Mode.Disabled)
    return result


def _faded(pixmap: QPixmap) -> QPixmap:
    faded = QPixmap(pixmap.size())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(_FADED)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return faded
