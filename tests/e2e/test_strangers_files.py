"""A stranger's files dropped on the window: one sentence in place, names as they are, nothing changed."""

from __future__ import annotations

import os
import struct
import zlib
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.flows.messages import Place
from gui.main_window import MainWindow
from gui.panels.pane import ElidedLabel, MessageStrip
from gui.panels.plain_text import shortened, tip
from tests.e2e.hands import drop, strip_text


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def huge() -> bytes:
    """The beginning of a PNG of 60,000 x 60,000 pixels."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def test_photos_that_are_none(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    before, steps = [photo.key for photo in window.document], window.document.undo_stack.count()
    (tmp_path / "photo.jpg").mkdir()
    (tmp_path / "circle.jpg").symlink_to(tmp_path / "circle.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "huge.png").write_bytes(huge())
    (tmp_path / "<b>drawing<b>.svg").write_text("<svg><script>alert(1)</script></svg>")

    def named(path: Path) -> bool:
        return path.name in strip_text(window.photo)

    for path in sorted(tmp_path.iterdir()):
        window.photo.strip.clear()
        drop(window.photo.view.viewport(), [path])
        qtbot.waitUntil(partial(named, path))
        assert "\n" not in strip_text(window.photo) and window.photo.strip.isVisibleTo(window)
    assert [photo.key for photo in window.document] == before and window.document.undo_stack.count() == steps


def test_names_are_shown_letter_by_letter(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    names = ("<img src=x><b>bold.jpg", "ü" * 100 + ".jpg", "rtl\u202egnp.jpg", "two\nlines.jpg", "👩\u200d🎨.jpg")
    for name in names:
        Image.new("RGB", (40, 60)).save(tmp_path / name, "JPEG")
    width, before = window.minimumSizeHint().width(), len(list(window.document))
    drop(window.photo.view.viewport(), sorted(tmp_path.iterdir()))
    qtbot.waitUntil(lambda: len(list(window.document)) == before + len(names))
    assert window.minimumSizeHint().width() == width
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in window.findChildren(ElidedLabel))
    model = window.filmstrip.model()
    tips = [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)) for row in range(model.rowCount())]
    assert any("&lt;img src=x&gt;" in text for text in tips) and not any("<img" in text for text in tips)
    window.grab()


@pytest.mark.parametrize("name", ["<b>x<b> " + "long_name" * 30 + ".jpg", "a/" * 100 + "b.jpg"])
def test_a_long_name_does_not_widen_a_pane(window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    width = window.photo.minimumSizeHint().width()
    window.messages.error(Place.PHOTO, name)
    qtbot.waitUntil(lambda: strip_text(window.photo) == name)
    strip = window.photo.strip
    assert isinstance(strip, MessageStrip)
    label = next(part for part in strip.findChildren(QLabel) if part.text())
    assert label.textFormat() is Qt.TextFormat.PlainText and label.toolTip() == tip(name)
    assert window.photo.minimumSizeHint().width() <= max(width, 330)


def test_long_words_are_cut_and_the_end_of_a_path_stays() -> None:
    assert shortened("photo.jpg: The file is empty.") == "photo.jpg: The file is empty."
    assert shortened("somewhere/deep/pictures/of_2026/a/photo.jpg: no") == "…/deep/pictures/of_2026/a/photo.jpg: no"
    assert shortened("x" * 200) == "x" * 18 + "…" + "x" * 18
    assert tip("a < b\nc") == "<qt>a &lt; b<br>c</qt>" and tip("plain\ntext") == "plain\ntext"
