"""Large projects open beside the window; those that lie where nothing can be written are read, and say so in place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from gui.main_window import MainWindow
from gui.services import opening
from gui.watching.many_photos import make_project
from tests.e2e.hands import drop
from tests.e2e.test_projects import button, said

COUNT = 30


@pytest.fixture
def large(tmp_path: Path, astronaut_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that counts as large, of photos that are there."""
    monkeypatch.setattr(opening, "_AT_ONCE", 1000)
    folder = tmp_path / "archive"
    folder.mkdir()
    paths = [folder / f"p{number:02d}.png" for number in range(COUNT)]
    for path in paths:
        os.link(astronaut_file, path)
    make_project(folder / "Large.repose", paths, side=512, seed=1)
    return folder / "Large.repose"


def has_opened(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.filmstrip.count() == COUNT and not window.controller.projects.opening)
    qtbot.waitUntil(lambda: window.document.current is not None and window.document.current.picture is not None)


def test_the_window_goes_on_while_it_is_opened(window: MainWindow, large: Path, qtbot: QtBot) -> None:
    drop(window, [large])
    assert window.controller.projects.opening and window.document.current is not None
    assert window.document.current.title == "Eileen", "what was there stays until all is read"
    has_opened(window, qtbot)
    assert window.windowTitle() == "Large" and window.document.project.path == large
    assert window.document.current is not None and window.document.current.title == "p00"
    QTest.keyClick(window, Qt.Key.Key_D)
    assert window.document.current.title == "p01"


def test_of_two_wishes_the_last_one_counts(window: MainWindow, large: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window.controller.projects.open(large)
    window.controller.projects.new(tmp_path / "small.repose")
    qtbot.waitUntil(lambda: window.document.project.title == "small")
    qtbot.wait(300)
    assert window.document.project.title == "small"
    with Project.open(large):
        pass  # nobody has it open
    window.controller.projects.open(large)
    window.close()
    with Project.open(large):
        pass


def test_a_start_with_a_large_one(make_window, large: Path, qtbot: QtBot, astronaut_file: Path) -> None:
    first = make_window(photo=large)
    has_opened(first, qtbot)
    first.close()
    again = make_window(photo=astronaut_file)
    qtbot.waitUntil(lambda: again.document.current is not None and again.document.current.title == "astronaut")
    assert again.document.project.path == large and again.filmstrip.count() == COUNT + 1


def test_a_damaged_large_one_says_so(window: MainWindow, large: Path, qtbot: QtBot) -> None:
    content = bytearray(large.read_bytes())
    content[5000:9000] = b"\x07" * 4000
    large.write_bytes(bytes(content))
    window.controller.projects.open(large)
    qtbot.waitUntil(lambda: "damaged" in said(window))
    assert window.document.current is not None and window.document.current.title == "Eileen"
    assert button(window, "Rescue") is not None


@pytest.fixture
def medium(large: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same on a medium that cannot be written, whoever runs the tests."""
    access, folder = os.access, large.parent
    monkeypatch.setattr(
        os, "access",
        lambda path, mode, **more: not (Path(path).is_relative_to(folder) and mode & os.W_OK)
        and access(path, mode, **more),
    )  # fmt: skip
    return large


def test_one_that_cannot_be_written_is_read(
    window: MainWindow, medium: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(medium.parent.iterdir())
    window.controller.projects.open(medium)
    has_opened(window, qtbot)
    assert "Large.repose lies where nothing can be written" in said(window)
    assert window.windowTitle() == "Large (for reading only)"
    people = window.document.current.people
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert "Save a copy" in said(window) and window.document.current.people is people
    assert window.document.current.state.value == "untouched"
    shutil.rmtree(tmp_path / "copies", ignore_errors=True)
    (tmp_path / "copies").mkdir()
    asked: list[str] = []

    def answer(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(tmp_path / "copies" / "Mine.repose"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    button(window, "Save a copy").click()
    qtbot.waitUntil(lambda: window.document.project.title == "Mine" and not window.controller.projects.opening)
    has_opened(window, qtbot)
    assert Path(asked[0]).parent != medium.parent, "a name is not asked for where nothing can be written"
    assert not window.document.project.read_only
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.document.current.state.value == "done"
    assert sorted(medium.parent.iterdir()) == before
