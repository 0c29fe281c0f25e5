"""The window's icons: the project's own SVG drawings, tinted with the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources.paths import ICONS, bundled_file

_SIZES = (16, 20, 24, 32, 48)


def _drawing(name: str) -> bytes:
    return bundled_file(ICONS, f"{name}.svg").read_bytes()


def _pixmap(svg: bytes, side: int) -> QPixmap:
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def icon(name: str, *, colour: QColor, dimmed: QColor) -> QIcon:
    """The drawing `name` in one colour, and in `dimmed` where a control is disabled.

    Drawn at several sizes, so that it stays sharp on screens of every density.
    """
    svg = _drawing(name)
    result = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, dimmed)):
        tinted = svg.replace(b"currentColor", tint.name().encode())
        for side in _SIZES:
            result.addPixmap(_pixmap(tinted, side), mode)
    return result


def program_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    svg = _drawing("repose-studio")
    result = QIcon()
    for side in (16, 32, 64, 128, 256):
        result.addPixmap(_pixmap(svg, side))
    return result
