"""Annotations in and out of the window: whole folders and single photos, as one step, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.formats.sets import AnnotatedPhoto, Format, read_set, write_set
from engine.progress import Progress
from engine.project.records import PhotoState
from engine.skeleton import Joint, Pose
from gui.flows import annotation_files
from gui.main_window import MainWindow
from tests.e2e.hands import strip_text
from tests.gui.annotating.conftest import COUNT
from tests.gui.annotating.test_folder import begin, own
from tests.gui.canvas.conftest import astronaut_pose


@pytest.fixture
def bench(window: MainWindow, folder: Path, qtbot: QtBot) -> MainWindow:
    """The window with the folder open and all its people found."""
    begin(window, folder, qtbot)
    qtbot.waitUntil(lambda: all(photo.people.poses for photo in own(window)))
    return window


def other() -> Pose:
    return astronaut_pose().moved(5, 7)


def finish(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.annotating.files.busy)


def test_a_set_is_imported_as_one_step(bench: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    entries = [AnnotatedPhoto(f"p{index}.png", (other(), astronaut_pose())) for index in range(3)]
    entries += [AnnotatedPhoto("p3.png"), AnnotatedPhoto("zebra.png", (other(),))]
    write_set(tmp_path / "in", entries, kind=Format.OPENPOSE)
    steps = bench.document.undo_stack.count()
    bench.annotating.files.import_from(tmp_path / "in")
    finish(bench, qtbot)
    said = strip_text(bench.photo)
    assert "3 photos were imported" in said and "1 photos have none" in said and "zebra" in said
    assert [len(photo.people.poses) for photo in own(bench)] == [2, 2, 2, 1, 1]
    first = own(bench)[0].people.pose
    assert first is not None and first.same_as(other(), tolerance=1e-6)
    assert bench.annotating.states.of(own(bench)[0]) is PhotoState.IN_WORK
    assert bench.document.undo_stack.count() == steps + 1
    bench.actions_["undo"].trigger()
    assert [len(photo.people.poses) for photo in own(bench)] == [1] * COUNT


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("in.json", '{"people":\n[{"pose_keypoints_2d": [1, 2]}]}', "line 2, person 1: 2 numbers"),
        ("in.csv", "name:keypoints_y:keypoints_x\np0.png:[1]:[2]\n", "line 2: keypoints_y holds 1 numbers"),
        ("in.json", '{"images": [{"id": 1, "file_name": "zebra.png"}], "annotations": []}', "None of its names"),
    ],
)
def test_a_wrong_file_changes_nothing(
    bench: MainWindow, tmp_path: Path, qtbot: QtBot, name: str, text: str, words: str
) -> None:
    (tmp_path / name).write_text(text)
    steps, people = bench.document.undo_stack.count(), [photo.people for photo in own(bench)]
    bench.annotating.files.import_from(tmp_path / name)
    finish(bench, qtbot)
    assert name in strip_text(bench.photo) and words in strip_text(bench.photo)
    assert bench.document.undo_stack.count() == steps and [photo.people for photo in own(bench)] == people


@pytest.mark.parametrize("kind", Format)
def test_what_is_exported_comes_back(bench: MainWindow, tmp_path: Path, qtbot: QtBot, kind: Format) -> None:
    bench.annotating.states.mark(own(bench)[4:], PhotoState.REJECTED)
    place = tmp_path / ("out" if kind.is_folder else f"out{kind.suffix}")
    bench.annotating.files.export_to(place, kind)
    finish(bench, qtbot)
    assert "4 photos were exported" in strip_text(bench.photo)
    back = read_set(place)
    assert [photo.name for photo in back] == ["p0.png", "p1.png", "p2.png", "p3.png"], "rejected ones stay here"
    assert back[0].size == (None if kind is Format.PATN else (128, 128))
    pose = back[0].people[0]
    assert pose.place(Joint.NOSE) == pytest.approx(astronaut_pose().place(Joint.NOSE), abs=0.5)


def test_the_open_photo_alone(bench: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(tmp_path / "mine"), kinds.split(";;")[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    bench.actions_["export-photo"].trigger()
    finish(bench, qtbot)
    assert asked[0].endswith("p0") and [photo.name for photo in read_set(tmp_path / "mine.json")] == ["p0.png"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "mine.json"), ""))
    bench.actions_["import-annotations"].trigger()
    finish(bench, qtbot)
    assert "1 photos were imported" in strip_text(bench.photo)


def test_a_place_that_cannot_be_written_is_said(bench: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    bench.annotating.files.export_to(tmp_path / "no" / "x.csv", Format.PATN)
    finish(bench, qtbot)
    assert "folder does not exist" in strip_text(bench.photo)


def test_without_photos_there_is_nothing_to_export(window: MainWindow) -> None:
    assert not window.actions_["export-annotations"].isEnabled()
    window.annotating.files.export_to(Path("x.csv"), Format.PATN)
    assert "no photo to export" in strip_text(window.photo)


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    bench: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotation_files, "_SHOWN_AFTER", 0.0)
    read = read_set

    def endless(*args: Any, progress: Progress, **named: Any) -> Any:
        while True:
            progress(1, 4, "Reading")
            read(*args, progress=progress, **named)

    monkeypatch.setattr(annotation_files, "read_set", endless)
    write_set(tmp_path / "in.csv", [AnnotatedPhoto("p0.png", (other(),))], kind=Format.PATN)
    people = [photo.people for photo in own(bench)]
    bench.annotating.files.import_from(tmp_path / "in.csv")
    qtbot.waitUntil(lambda: "Reading in.csv: 25 %" in strip_text(bench.photo))
    assert bench.actions_["stop-annotations"].isEnabled()
    bench.actions_["stop-annotations"].trigger()
    finish(bench, qtbot)
    assert "Stopped. Nothing was changed." in strip_text(bench.photo)
    assert [photo.people for photo in own(bench)] == people and not bench.actions_["stop-annotations"].isEnabled()
