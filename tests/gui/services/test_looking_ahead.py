"""Photos that will probably be asked for are read before they are; what was asked for always comes first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.images import save_picture
from gui.services import read_ahead
from gui.services.loading import PictureLoader, ReadPhoto


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{index}.png" for index in range(4)]
    for index, path in enumerate(made):
        save_picture(path, np.full((20, 10 + index, 3), 40 * index, np.uint8))
    return made


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[PictureLoader]:
    made = PictureLoader()
    yield made
    made.close()


def ask(loader: PictureLoader, path: Path, qtbot: QtBot) -> tuple[ReadPhoto, float]:
    with qtbot.waitSignal(loader.finished) as finished:
        number = loader.submit(path)
    assert finished.args is not None and finished.args[0] == number
    return finished.args[1], finished.args[2]


def test_what_was_read_ahead_is_there_at_once_and_once(loader: PictureLoader, paths: list[Path], qtbot: QtBot) -> None:
    loader.look_ahead(paths[:2])
    qtbot.waitUntil(lambda: not loader.expects(paths[0]) and not loader.expects(paths[1]))
    photo, seconds = ask(loader, paths[1], qtbot)
    assert photo.picture.shape == (20, 11, 3) and photo.sha256 and seconds == 0
    _, seconds = ask(loader, paths[1], qtbot)
    assert seconds > 0, "it was handed over"


def test_the_first_are_read_first_and_only_those_named_last_are_kept(
    loader: PictureLoader, paths: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_ahead, "MOST_PHOTOS", 3)
    monkeypatch.setattr(read_ahead, "MOST_BYTES", 20 * 10 * 3)
    loader.look_ahead(paths)
    assert loader.expects(paths[2]) and not loader.expects(paths[3]), "so many are read"
    qtbot.waitUntil(lambda: not loader.expects(paths[0]))
    qtbot.wait(50)
    assert loader.ahead.kept() == [paths[0]], "a second one has no room"
    loader.look_ahead([paths[2], paths[0]])
    qtbot.waitUntil(lambda: not loader.expects(paths[2]))
    assert set(loader.ahead.kept()) == {paths[0], paths[2]}, "the first has room in any case"
    taken = loader.take(paths[2])
    assert taken is not None and taken.picture.shape == (20, 12, 3) and loader.take(paths[2]) is None


def test_a_file_that_changed_or_cannot_be_read(loader: PictureLoader, paths: list[Path], qtbot: QtBot) -> None:
    paths[1].write_bytes(b"no photo")
    loader.look_ahead(paths[:2])
    qtbot.waitUntil(lambda: not loader.expects(paths[0]))
    save_picture(paths[0], np.zeros((5, 5, 3), np.uint8))
    assert ask(loader, paths[0], qtbot)[0].picture.shape == (5, 5, 3)
    with qtbot.waitSignal(loader.failed) as failed:
        number = loader.submit(paths[1])
    assert failed.args is not None and failed.args[0] == number and "1.png" in failed.args[1]


def test_a_closed_loader_reads_nothing(loader: PictureLoader, paths: list[Path]) -> None:
    loader.close()
    loader.look_ahead(paths)
    assert not loader.expects(paths[0]) and not loader.ahead.kept() and loader.take(paths[0]) is None
