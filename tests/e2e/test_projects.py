"""The window shows a project: all is there after a restart, steps to take back too; what cannot open says so."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from engine.project.records import PhotoState
from engine.skeleton import Joint
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, choose_preset, click, drop, photo_pose, press, target
from tests.gui.canvas.conftest import Hand

J = Joint


def shown(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.document.current is not None and window.document.current.is_framed)


def photo_title(window: MainWindow) -> str:
    photo = window.document.current
    return "" if photo is None else photo.title


def framed(window: MainWindow, name: str) -> bool:
    photo = window.document.current
    return photo is not None and photo.title == name and photo.is_framed


def opened(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """A project is opened beside the window."""
    qtbot.waitUntil(lambda: window.document.project.path == path and not window.controller.projects.opening)


def said(window: MainWindow) -> str:
    """What the window says above the panes."""
    message = window.notice.message
    return "" if message is None else message.text


def button(window: MainWindow, title: str) -> QPushButton:
    return next(button for button in window.notice.findChildren(QPushButton) if title in button.text())


def test_everything_is_there_after_a_restart(
    make_window, window: MainWindow, qtbot: QtBot, astronaut_file: Path
) -> None:
    drop(window.photo.view.viewport(), [astronaut_file])
    qtbot.waitUntil(lambda: window.document.current.title == "astronaut" and window.document.current.is_framed)
    start = photo_pose(window).place(J.RIGHT_ELBOW)
    Hand(window.photo.view).drag(start, (start[0] - 30, start[1]))
    moved = photo_pose(window)
    assert window.document.current.state is PhotoState.IN_WORK
    choose_preset(window, "Arms raised")
    window.document.set_background("keep")
    qtbot.waitUntil(lambda: window.document.current.is_framed)
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())
    picture, aimed = window.document.current.result.rendered.picture, target(window)
    steps = window.document.undo_stack.count()
    window.close()

    again = make_window()
    shown(again, qtbot)
    assert [photo.title for photo in again.document] == ["Eileen", "Mirrored", "astronaut"]
    assert again.document.current.title == "astronaut" and photo_pose(again).same_as(moved)
    assert target(again).same_as(aimed) and again.document.background == "keep"
    assert again.document.current.state is PhotoState.IN_WORK
    qtbot.waitUntil(lambda: again.document.current.result is not None)
    assert np.array_equal(again.document.current.result.rendered.picture, picture)
    assert again.document.result_is_current() and again.picture.view.has_picture()
    assert again.document.undo_stack.count() == steps
    assert again.document.undo_stack.undoText() == "Choose pose Arms raised"
    press(again, Qt.Key.Key_Z, CTRL)
    assert again.document.aim.target.title == "Hands on hips"
    press(again, Qt.Key.Key_Z, CTRL)
    assert photo_pose(again).place(J.RIGHT_ELBOW) == start
    assert again.document.current.state is PhotoState.UNTOUCHED
    press(again, Qt.Key.Key_Y, CTRL)
    assert photo_pose(again).same_as(moved)


def test_steps_of_the_gallery_can_be_taken_back_after_a_restart(make_window, window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_G, CTRL)
    kept = window.own.presets()[0]
    window.controller.own_poses.rename(kept, "Mine")
    window.controller.own_poses.delete(window.own.presets()[0])
    assert not window.own.presets()
    window.close()
    again = make_window()
    press(again, Qt.Key.Key_Z, CTRL)
    assert [own.title for own in again.own.presets()] == ["Mine"]
    press(again, Qt.Key.Key_Z, CTRL)
    assert [own.title for own in again.own.presets()] == [kept.title]
    press(again, Qt.Key.Key_Z, CTRL)
    assert not again.own.presets() and not again.document.undo_stack.canUndo()


def test_live_pictures_do_not_pile_up(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_L, CTRL)
    for title in ("Arms raised", "Hands on hips", "Arms raised"):
        choose_preset(window, title)
        qtbot.waitUntil(lambda: window.document.result_is_current())
        window.controller.projects.keeper.flush()
    pictures = window.document.project.pictures
    assert [record.kind for record in pictures.all()] == ["live"]
    assert [file.name for file in pictures.folder.iterdir()] == [pictures.all()[0].file.name]


def test_new_open_recent_and_save_as(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, astronaut_file: Path
) -> None:
    first = window.document.project.path
    spring, copy = tmp_path / "Spring.repose", tmp_path / "other" / "Copy.repose"
    copy.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(spring.with_suffix("")), ""))
    window.actions_["new-project"].trigger()
    opened(window, spring, qtbot)
    qtbot.waitUntil(lambda: window.windowTitle() == "Spring")
    assert not list(window.document) and window.filmstrip.count() == 0 and window.document.current is None
    assert window.document.aim.target is not None, "there is a pose to begin with"
    drop(window.photo.view.viewport(), [astronaut_file])
    shown(window, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    window.actions_["save-project-as"].trigger()
    opened(window, copy, qtbot)
    qtbot.waitUntil(lambda: window.windowTitle() == "Copy")
    assert [photo.title for photo in window.document] == ["astronaut"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(first), ""))
    window.actions_["open-project"].trigger()
    assert first is not None
    opened(window, first, qtbot)
    shown(window, qtbot)
    assert window.windowTitle() == "Repose Studio" and photo_title(window) == "Eileen"
    window.recent_projects.aboutToShow.emit()
    names = [action.text() for action in window.recent_projects.actions()]
    assert names == [str(copy), str(spring)]
    window.recent_projects.actions()[1].trigger()
    opened(window, spring, qtbot)
    shown(window, qtbot)
    assert photo_title(window) == "astronaut"
    drop(window.photo.view.viewport(), [copy])
    opened(window, copy, qtbot)


def test_a_project_that_is_open_elsewhere(make_window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "projects" / "Project.repose"
    with Project.create(path) as project:
        project.photos.add(None, title="theirs", demo="eileen")
    code = (
        "import sys; from engine.project.project import Project\n"
        f"p = Project.open({str(path)!r}); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        window = make_window()
        shown(window, qtbot)
        assert "is open already" in said(window) and str(other.pid) in said(window)
        assert [photo.title for photo in window.document] == ["Eileen", "Mirrored"], "there is something to work with"
        click(button(window, "Read only"))
        opened(window, path, qtbot)
        shown(window, qtbot)
        assert [photo.title for photo in window.document] == ["theirs"] and "reading only" in window.windowTitle()
        before = photo_pose(window)
        start = before.place(J.RIGHT_ELBOW)
        Hand(window.photo.view).drag(start, (start[0] - 30, start[1]))
        assert photo_pose(window).same_as(before) and "for reading only" in said(window)
        assert not window.document.undo_stack.canUndo()
        other.kill()


def test_a_damaged_project_is_rescued(make_window, window: MainWindow, qtbot: QtBot) -> None:
    start = photo_pose(window).place(J.RIGHT_ELBOW)
    Hand(window.photo.view).drag(start, (start[0] - 30, start[1]))
    moved, path = photo_pose(window), window.document.project.path
    window.close()
    data = bytearray(path.read_bytes())
    data[:2000] = bytes(2000)
    path.write_bytes(data)
    again = make_window()
    shown(again, qtbot)
    assert "damaged" in said(again) and again.document.project.path is None
    click(button(again, "Rescue"))
    opened(again, path.with_name("Project (rescued).repose"), qtbot)
    shown(again, qtbot)
    assert "Nothing is known to be missing" in said(again) and photo_pose(again).same_as(moved)
    press(again, Qt.Key.Key_Z, CTRL)
    assert photo_pose(again).place(J.RIGHT_ELBOW) == start
    assert path.read_bytes() == data, "the damaged file is left as it is"


def test_a_newer_project_is_refused_in_place(make_window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "later.repose"
    Project.create(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    window = make_window(photo=path)
    assert "later.repose" in said(window) and "version 99" in said(window)
    assert button(window, "Open a project") is not None


def test_a_project_that_is_gone_says_so(make_window, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.controller.projects.new(tmp_path / "gone.repose")
    opened(window, tmp_path / "gone.repose", qtbot)
    window.close()
    (tmp_path / "gone.repose").unlink()
    again = make_window()
    shown(again, qtbot)
    assert "is not there any more" in said(again)
    assert [photo.title for photo in again.document] == ["Eileen", "Mirrored"]


def test_photos_that_moved_are_found_or_asked_for(
    make_window, window: MainWindow, qtbot: QtBot, tmp_path: Path, astronaut_file: Path, monkeypatch
) -> None:
    work = tmp_path / "work"
    (work / "photos").mkdir(parents=True)
    for name in ("near", "far"):
        (work / f"{name}.png").write_bytes(astronaut_file.read_bytes() + name.encode())
    window.controller.projects.new(work / "Spring.repose")
    opened(window, work / "Spring.repose", qtbot)
    for name in ("near", "far"):
        drop(window.photo.view.viewport(), [work / f"{name}.png"])
        qtbot.waitUntil(partial(framed, window, name))
    window.close()
    (work / "near.png").rename(work / "photos" / "renamed.png")
    (tmp_path / "archive").mkdir()
    (work / "far.png").rename(tmp_path / "archive" / "far.png")

    again = make_window()
    again.controller.projects.missing.look()
    qtbot.waitUntil(lambda: "Photos that are not where they were: far." in said(again))
    assert "Found again where they are now: near." in said(again)
    assert next(iter(again.document)).path == work / "photos" / "renamed.png"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "archive"))
    click(button(again, "Find them"))
    qtbot.waitUntil(lambda: "Found again where they are now: far." in said(again))
    shown(again, qtbot)
    assert photo_title(again) == "far" and not again.actions_["find-photos"].isEnabled()


def test_a_drag_is_written_once_it_is_over(window: MainWindow, qtbot: QtBot) -> None:
    hand, start = Hand(window.photo.view), photo_pose(window).place(J.RIGHT_ELBOW)
    with contextlib.closing(sqlite3.connect(str(window.document.project.path))) as other:
        before = other.execute("PRAGMA data_version").fetchone()
        hand.press(start)
        for step in range(1, 8):
            hand.move((start[0] - 4 * step, start[1]))
        assert other.execute("PRAGMA data_version").fetchone() == before
        hand.release((start[0] - 28, start[1]))
        assert other.execute("PRAGMA data_version").fetchone() != before
        assert window.document.undo_stack.count() == 1
