"""Of a damaged project everything that can be read is rescued, the rest is told, and the file itself stays as it is."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import ProjectError
from engine.project.faults import ProjectDamagedError
from engine.project.history import Edit, Kind
from engine.project.pages import PAGE, read_rows
from engine.project.project import Project
from engine.project.records import Aim, People, PhotoState, Target
from engine.project.rescue import rescue
from engine.project.schema import TABLES
from tests.engine.project.conftest import some_pose

_PHOTOS = 120


def fill(project: Project) -> None:
    with project.together():
        for number in range(1, _PHOTOS + 1):
            project.photos.add(Path(project.path.parent, f"{number}.jpg"), title=f"photo {number}")
            project.photos.set_detected(number, (some_pose(number), some_pose(number + 1)))
        for number in range(1, 61):
            edit = Edit(Kind.PEOPLE, number, People((some_pose(-number % 997), some_pose(3)), 1))
            project.history.change(edit, text=f"Edit {number}")
        project.history.change(Edit(Kind.STATE, 1, PhotoState.DONE), text="Done")
        project.history.change(Edit(Kind.AIM, 0, Aim(Target(some_pose(4), "Arms"))), text="Choose")
        project.history.undo()
        for number in range(30):
            project.ratings.add("Ada", card=f"card {number}", score=number % 5 + 1)
        project.shelf.put("batch", "today", list(range(3000)))


@pytest.fixture
def closed(file: Path, project: Project) -> Path:
    fill(project)
    project.close()
    return file


def summary(project: Project) -> list[Any]:
    return [
        project.photos.all(),
        {number: project.photos.people_texts([number])[0] for number in range(1, _PHOTOS + 1)},
        project.ratings.all(),
        project.shelf.get("batch", "today"),
        (project.history.index, project.history.count, project.history.undo_text),
    ]


def pages_of(file: Path, table: str) -> list[int]:
    """The pages on which rows of a table lie."""
    with sqlite3.connect(file) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    connection.close()
    data, found, waiting = file.read_bytes(), [], [root]
    while waiting:
        number = waiting.pop()
        page = data[(number - 1) * PAGE : number * PAGE]
        if page[0] == 0x0D:
            found.append(number)
        else:
            count = int.from_bytes(page[3:5], "big")
            cells = [int.from_bytes(page[12 + 2 * i : 14 + 2 * i], "big") for i in range(count)]
            waiting += [int.from_bytes(page[cell : cell + 4], "big") for cell in cells]
            waiting.append(int.from_bytes(page[8:12], "big"))
    return sorted(found)


def overwrite(file: Path, start: int, size: int) -> None:
    with open(file, "r+b") as opened:
        opened.seek(start)
        opened.write(np.random.default_rng(1).bytes(size))


def test_the_pages_hold_what_sqlite_reads(closed: Path) -> None:
    found = read_rows(closed)
    with sqlite3.connect(closed) as connection:
        for table in TABLES:
            rows = connection.execute(f"SELECT rowid, * FROM {table}").fetchall()
            wide = len(rows[0]) - 1 if rows else 0
            raw = {number: values for number, values in found.rows if len(values) == wide}
            for row in rows:
                kept = list(raw[row[0]])
                assert kept == [
                    None if value == row[0] and kept[place] is None else value for place, value in enumerate(row[1:])
                ]
    connection.close()
    assert not found.torn


def test_tables_are_told_apart_by_how_wide_they_are(closed: Path) -> None:
    with sqlite3.connect(closed) as connection:
        wide = [len(connection.execute(f"PRAGMA table_info({table})").fetchall()) for table in TABLES]
    connection.close()
    assert len(set(wide)) == len(wide)


def test_a_lost_beginning_loses_nothing(closed: Path) -> None:
    with Project.open(closed) as project:
        before = summary(project)
    overwrite(closed, 0, PAGE)
    spoilt = closed.read_bytes()
    with pytest.raises(ProjectDamagedError, match="rescued into a new file"):
        Project.open(closed)
    done = rescue(closed)
    assert done.path.name == "Spring (rescued).repose" and done.whole and done.kept["photos"] == _PHOTOS
    assert "Nothing is known to be missing." in done.sentences()
    with Project.open(done.path) as project:
        assert summary(project) == before
    assert closed.read_bytes() == spoilt
    assert rescue(closed).path.name == "Spring (rescued 2).repose"


def test_what_a_log_holds_is_rescued_too(file: Path, project: Project, tmp_path: Path) -> None:
    fill(project)
    copied = tmp_path / "copied.repose"
    for end in ("", "-wal"):
        shutil.copyfile(str(file) + end, str(copied) + end)
    assert os.path.getsize(str(copied) + "-wal") > PAGE
    overwrite(copied, 0, min(PAGE, os.path.getsize(copied)))
    done = rescue(copied)
    with Project.open(done.path) as again:
        assert [record.title for record in again.photos.all()] == [record.title for record in project.photos.all()]
        assert again.photos.people_texts([7])[0] == project.photos.people_texts([7])[0]
        assert again.history.count == project.history.count


@pytest.mark.parametrize("share", [0.35, 0.7, 0.95])
def test_a_truncated_project(closed: Path, share: float) -> None:
    size = closed.stat().st_size
    os.truncate(closed, int(size * share))
    with pytest.raises(ProjectDamagedError):
        Project.open(closed)
    done = rescue(closed)
    assert done.torn and 0 < done.kept["photos"] <= _PHOTOS and "more may be missing" in done.sentences()[-1]
    with Project.open(done.path) as project:
        for record in project.photos.all():
            assert record.title == f"photo {record.number}"
        while project.history.undo():
            pass


def test_skeletons_that_were_overwritten_come_back_from_the_history(closed: Path) -> None:
    with Project.open(closed) as project:
        before = summary(project)
    page = pages_of(closed, "people")[0]
    overwrite(closed, (page - 1) * PAGE, PAGE)
    done = rescue(closed)
    with Project.open(done.path) as project:
        assert project.photos.all() == before[0]
        same = {number for number in before[1] if project.photos.people_texts([number])[0] == before[1][number]}
        assert done.restored > 0 and set(range(1, 61)) <= same and len(same) < _PHOTOS or done.lost["people"] == 0


def test_one_overwritten_page_after_the_other_is_survived(closed: Path) -> None:
    """Whatever page is lost: the rest is rescued, opens, and its history leads back and forth."""
    whole = closed.read_bytes()
    pages = len(whole) // PAGE
    for number in range(1, pages + 1, max(1, pages // 9)):
        closed.write_bytes(whole)
        overwrite(closed, (number - 1) * PAGE + 3, PAGE - 3)
        done = rescue(closed)
        with Project.open(done.path) as project:
            assert len(project.photos.all()) + done.lost["photos"] == _PHOTOS or done.torn
            end = json.dumps([project.photos.people_texts([record.number])[0] for record in project.photos.all()])
            count = project.history.index
            with project.together():
                for _ in range(count):
                    assert project.history.undo() is not None
                for _ in range(count):
                    assert project.history.redo() is not None
            again = json.dumps([project.photos.people_texts([record.number])[0] for record in project.photos.all()])
            assert again == end
        done.path.unlink()


def test_a_file_of_which_nothing_can_be_read(tmp_path: Path) -> None:
    noise = tmp_path / "noise.repose"
    noise.write_bytes(np.random.default_rng(0).bytes(50_000))
    with pytest.raises(ProjectError, match="Nothing of the project"):
        rescue(noise)
    with pytest.raises(ProjectError, match="cannot be read"):
        rescue(tmp_path / "none.repose")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["noise.repose"]


@pytest.mark.parametrize("spoil", [lambda data: b"", lambda data: data[:50], lambda data: b"<html>" + data])
def test_a_file_that_is_no_project_at_its_beginning(closed: Path, spoil: Callable[[bytes], bytes]) -> None:
    closed.write_bytes(spoil(closed.read_bytes()))
    with pytest.raises(ProjectDamagedError):
        Project.open(closed)
