"""Reading photos off the window's thread."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.services.loading import PictureLoader, ReadPhoto


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[PictureLoader]:
    made = PictureLoader()
    yield made
    made.close()


def test_reads_pixels_and_hash(loader, qtbot: QtBot, astronaut_file: Path, astronaut: np.ndarray) -> None:
    with qtbot.waitSignal(loader.finished) as read:
        number = loader.submit(astronaut_file)
    assert read.args is not None and read.args[0] == number
    photo = read.args[1]
    assert isinstance(photo, ReadPhoto)
    assert np.array_equal(photo.picture, astronaut)
    assert photo.sha256 == hashlib.sha256(astronaut_file.read_bytes()).hexdigest()


def test_a_bad_file_is_one_line(loader, qtbot: QtBot, tmp_path: Path) -> None:
    bad = tmp_path / "notes.png"
    bad.write_text("no picture")
    with qtbot.waitSignal(loader.failed) as failed:
        loader.submit(bad)
    assert failed.args is not None
    assert "notes.png" in failed.args[1] and "\n" not in failed.args[1]


def test_what_was_given_up_is_not_told(loader, qtbot: QtBot, astronaut_file: Path) -> None:
    told: list[int] = []
    loader.finished.connect(lambda number, _photo, _seconds: told.append(number))
    first = loader.submit(astronaut_file)
    with qtbot.waitSignal(loader.cancelled):
        loader.cancel(first)
    second = loader.submit(astronaut_file)
    qtbot.waitUntil(lambda: told == [second])


def test_closing_drops_what_waits(qtbot: QtBot, astronaut_file: Path) -> None:
    loader = PictureLoader()
    told: list[int] = []
    loader.finished.connect(lambda number, _photo, _seconds: told.append(number))
    for _ in range(5):
        loader.submit(astronaut_file)
    loader.close()
    qtbot.wait(20)
    assert not told
