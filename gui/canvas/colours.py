"""The colours of the canvas around, over and under a picture, for light and dark windows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from PySide6.QtGui import QColor, QPalette

from engine.skeleton import JOINT_COLOURS, LIMB_COLOURS, Joint


@dataclass(frozen=True)
class CanvasColours:
    """Every colour that a canvas uses beside those of the skeleton."""

    background: QColor
    """Behind the picture."""
    page: QColor
    """A blank page to draw a skeleton on."""
    surface: QColor
    """Strips, prompts and chips that lie beside or over the picture."""
    border: QColor
    text: QColor
    muted: QColor
    """Text of second rank."""
    accent: QColor
    """Selection, focus and progress."""
    warning: QColor
    """Marks on doubtful joints."""

    @classmethod
    def light(cls) -> CanvasColours:
        """For a light window."""
        return cls(
            background=QColor(0xE6, 0xE8, 0xEB),
            page=QColor(0xFF, 0xFF, 0xFF),
            surface=QColor(0xFA, 0xFB, 0xFC),
            border=QColor(0xC9, 0xCE, 0xD4),
            text=QColor(0x1D, 0x23, 0x2A),
            muted=QColor(0x5A, 0x64, 0x70),
            accent=QColor(0x0B, 0x6B, 0xD3),
            warning=QColor(0xE0, 0x8A, 0x00),
        )

    @classmethod
    def dark(cls) -> CanvasColours:
        """For a dark window."""
        return cls(
            background=QColor(0x1B, 0x1D, 0x20),
            page=QColor(0x2B, 0x2E, 0x33),
            surface=QColor(0x2A, 0x2D, 0x32),
            border=QColor(0x45, 0x4A, 0x52),
            text=QColor(0xEC, 0xEE, 0xF1),
            muted=QColor(0xA3, 0xAB, 0xB6),
            accent=QColor(0x5A, 0xAD, 0xFF),
            warning=QColor(0xFF, 0xB7, 0x3D),
        )

    @classmethod
    def of_palette(cls, palette: QPalette) -> CanvasColours:
        """Light or dark, whichever the window's palette is."""
        return cls.dark() if palette.color(QPalette.ColorRole.Window).lightnessF() < 0.5 else cls.light()

    def with_changes(self, colours: Mapping[str, QColor]) -> CanvasColours:
        """The same with the named colours replaced; names that a canvas does not use are passed over."""
        known = {field.name for field in fields(self)}
        return replace(self, **{name: QColor(colour) for name, colour in colours.items() if name in known})


def joint_colour(joint: Joint) -> QColor:
    """OpenPose's colour of a joint."""
    return QColor(*JOINT_COLOURS[joint])


def limb_colour(index: int) -> QColor:
    """OpenPose's colour of the limb with this number in `LIMBS`."""
    return QColor(*LIMB_COLOURS[index])


def faded(colour: QColor, alpha: float) -> QColor:
    """The colour at another opacity, 0..1."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result
