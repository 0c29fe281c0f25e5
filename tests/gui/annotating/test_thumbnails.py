"""Thumbnails come off the window's thread, turned as the camera held it, and only so many are kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from gui.services.thumbnails import ThumbnailStore, read_small

SIZE = QSize(72, 96)


def test_a_thumbnail_arrives_and_stays(qtbot: QtBot, astronaut_file: Path) -> None:
    store = ThumbnailStore(SIZE)
    with qtbot.waitSignal(store.arrived) as arrived:
        assert store.thumbnail(7, astronaut_file, ratio=1.0) is None
        assert store.thumbnail(7, astronaut_file, ratio=1.0) is None, "asked for once"
    assert arrived.args == [7]
    pixmap = store.thumbnail(7, astronaut_file, ratio=1.0)
    assert pixmap is not None and pixmap.size() == SIZE
    dense = store.thumbnail(7, astronaut_file, ratio=2.0)
    assert dense is not None and dense.size() == SIZE * 2
    store.forget(7)
    assert not store.known(7)
    store.close()


def test_only_so_many_are_kept(qtbot: QtBot, astronaut_file: Path) -> None:
    store = ThumbnailStore(SIZE, kept=3)
    for key in range(6):
        store.put(key, read_small(astronaut_file, 40))
        store.thumbnail(0, None, ratio=1.0)
    assert len(store) == 3 and store.known(5) and store.known(0), "the one that is looked at stays"
    store.close()


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "bmp", "tif", "gif"])
def test_photos_of_every_kind(tmp_path: Path, kind: str) -> None:
    image = Image.fromarray(np.full((300, 200, 3), (200, 30, 30), np.uint8))
    image.save(tmp_path / f"photo.{kind}")
    small = read_small(tmp_path / f"photo.{kind}", 100)
    assert min(small.width(), small.height()) in range(100, 202) and small.height() > small.width()
    assert small.pixelColor(5, 5).red() > 150


def test_turned_photos_and_broken_ones(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (800, 400)).save(tmp_path / "turned.jpg", exif=exif)
    small = read_small(tmp_path / "turned.jpg", 100)
    assert small.height() == 2 * small.width() and small.width() == 100
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff no photo")
    assert read_small(tmp_path / "broken.jpg", 100).isNull()


def test_a_drawing_is_no_photo_whatever_its_name(tmp_path: Path) -> None:
    # Qt is never asked to find out: its reader of drawings may lock up with the window's thread.
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90"/></svg>'
    (tmp_path / "drawing.jpg").write_text(drawing, "utf-8")
    assert read_small(tmp_path / "drawing.jpg", 40).isNull()
    assert read_small(tmp_path / "nothing.jpg", 40).isNull()
