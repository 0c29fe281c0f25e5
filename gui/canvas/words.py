"""The language of the canvas: what its gestures, tools and menus say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """A sentence of the canvas in the person's language."""
    return QCoreApplication.translate("Canvas", text)
