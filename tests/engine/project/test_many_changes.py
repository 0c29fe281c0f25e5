"""Steps of very many changes: written whole or not at all, the same as one by one, and read beside meanwhile."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from engine.errors import Cancelled, UsageError
from engine.progress import CancelToken
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import People, PhotoState
from engine.project.steps import CHUNK, make_ready, runs
from tests.engine.project.conftest import some_pose

COUNT = 2 * CHUNK + 60


@pytest.fixture
def many(tmp_path: Path) -> Project:
    project = Project.create(tmp_path / "many.repose")
    with project.together():
        for number in project.photos.add_all([tmp_path / f"{index}.jpg" for index in range(COUNT)]):
            project.photos.set_detected(number, [some_pose(number % 5)])
    return project


def everything(project: Project) -> list[str]:
    return [project.photos.people_texts([number])[0] for number in range(1, COUNT + 1)]


def people_edits() -> list[Edit]:
    return [
        Edit(Kind.PEOPLE, number, People((some_pose(9), some_pose(number % 7)), 1)) for number in range(1, COUNT + 1)
    ]


def test_a_step_of_many_is_one_step(many: Project) -> None:
    before, told = everything(many), []
    ready = make_ready(people_edits(), progress=lambda done, total, _text: told.append((done, total)))
    many.history.carry_out(ready, text="Import")
    after = everything(many)
    assert told[-1] == (COUNT - 1, COUNT) and many.history.count == 1 and many.history.size(1) == COUNT
    assert all('"main":1' in text for text in after)
    step = many.history.undo()
    assert step is not None and len(step.changes) == COUNT and everything(many) == before
    many.history.redo()
    assert everything(many) == after
    record = many.photos.get(7)
    assert record is not None and record.count == 2 and record.main == 1 and record.confidence is not None
    many.close()


def test_what_changes_twice_in_a_step_is_taken_back_to_the_first(many: Project) -> None:
    edits = [Edit(Kind.STATE, 1, PhotoState.DONE), Edit(Kind.STATE, 2, PhotoState.DONE),
             Edit(Kind.STATE, 1, PhotoState.DOUBTFUL), Edit(Kind.NOTE, 1, "look")]  # fmt: skip
    assert [len(group) for group in runs(make_ready(edits))] == [2, 1, 1]
    many.history.change(*edits, text="Mark")
    assert many.photos.columns([1], "state")[0] == "doubtful" and many.photos.columns([2], "state")[0] == "done"
    many.history.undo()
    assert many.photos.columns([1], "state")[0] == "untouched" and many.photos.columns([1], "note")[0] == ""
    many.close()


def test_stopped_or_failed_it_leaves_nothing(many: Project) -> None:
    before, token = everything(many), CancelToken()
    ready = make_ready(people_edits())
    many.photos.people_texts = stopping(many.photos.people_texts, token)  # type: ignore[method-assign]
    with pytest.raises(Cancelled):
        many.history.carry_out(ready, text="Import", cancel=token)
    with pytest.raises(UsageError):
        many.history.change(*people_edits(), Edit(Kind.PEOPLE, COUNT + 5, People()), text="Import")
    token.cancel()
    with pytest.raises(Cancelled):
        make_ready(people_edits(), cancel=token)
    assert everything(many) == before and many.history.count == 0
    many.close()


def stopping(read, token):  # type: ignore[no-untyped-def]
    """Somebody stops when the second group is under way."""
    calls = []

    def texts(numbers):  # type: ignore[no-untyped-def]
        calls.append(numbers)
        if len(calls) == 2:
            token.cancel()
        return read(numbers)

    return texts


def test_others_read_while_one_writes(many: Project) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def write() -> None:
        with many.together():
            many.photos.put_columns("note", [(1, "new")])
            begun.set()
            go_on.wait(30)

    thread = threading.Thread(target=write)
    thread.start()
    assert begun.wait(30)
    assert many.photos.columns([1], "note")[0] == "", "as it was before, and without waiting"
    go_on.set()
    thread.join()
    assert many.photos.columns([1], "note")[0] == "new"
    many.close()


def test_what_need_not_be_synced_is_there_all_the_same(many: Project, tmp_path: Path) -> None:
    with many.together(synced=False):
        many.photos.put_columns("note", [(1, "found")])
    many.history.change(Edit(Kind.NOTE, 2, "said"), text="Note")
    many.close()
    with Project.open(tmp_path / "many.repose") as again:
        assert (again.photos.columns([1], "note")[0], again.photos.columns([2], "note")[0]) == ("found", "said")


def test_the_log_is_folded_in_beside_the_work(many: Project, tmp_path: Path) -> None:
    for number in range(300):
        with many.together(synced=False):
            many.photos.put_columns("note", [(1, f"note {number}")])
    path, limit = tmp_path / "many.repose", time.monotonic() + 60

    def in_the_file() -> str:
        """What the file says without its log; nothing where it was read while it was being folded in."""
        uri = f"{path.as_uri()}?mode=ro&immutable=1"
        with (
            contextlib.closing(sqlite3.connect(uri, uri=True)) as connection,
            contextlib.suppress(sqlite3.DatabaseError),
        ):
            return "".join(note for (note,) in connection.execute("SELECT note FROM photos WHERE id = 1"))
        return ""

    while not in_the_file().startswith("note 2") and time.monotonic() < limit:
        time.sleep(0.02)
    assert in_the_file().startswith("note 2") and many.photos.columns([1], "note")[0] == "note 299"
    many.close()
    assert in_the_file() == "note 299"
