"""Steps of very many changes in a document: shown when they are written, one step, stopped without a trace."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import People, PhotoState
from gui.document import Document, Photo
from gui.flows.photo_queue import PhotoQueue
from gui.flows.photo_states import PhotoStates
from gui.loaded_project import load_project
from gui.many_changes import MANY, courteous
from tests.gui.canvas.conftest import astronaut_pose

COUNT = 3 * MANY


@pytest.fixture
def document(qapp: QApplication, tmp_path: Path) -> Iterator[Document]:
    made = Document()
    made.show_project(load_project(Project.create(tmp_path / "many.repose"), demos={}))
    made.add_photos([Path(f"/x/{index:03d}.jpg") for index in range(COUNT)])
    yield made
    made.close()


def photos(document: Document) -> list[Photo]:
    return list(document)


def finished(document: Document, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not document.undo_stack.many.busy)


def test_an_import_is_one_step_there_and_back(document: Document, qtbot: QtBot) -> None:
    edits = [Edit(Kind.PEOPLE, photo.key, People((astronaut_pose(),))) for photo in photos(document)]
    done: list[str] = []
    document.undo_stack.change_many(edits, text="Import", then=lambda: done.append("shown"))
    assert document.undo_stack.many.writing and not done
    finished(document, qtbot)
    assert done == ["shown"] and all(photo.people.pose is not None for photo in photos(document))
    assert document.undo_stack.count() == 1 and document.undo_stack.undoText() == "Import"
    document.undo_stack.undo()
    finished(document, qtbot)
    assert not any(photo.people.poses for photo in photos(document)) and document.undo_stack.canRedo()
    document.undo_stack.redo()
    finished(document, qtbot)
    project = document.project
    assert all(photo.people.pose is not None for photo in photos(document))
    assert all(len(project.photos.people(photo.key).poses) == 1 for photo in photos(document))


def test_marks_and_closing_of_many(document: Document, qtbot: QtBot) -> None:
    states = PhotoStates(document)
    queue = PhotoQueue(document, states)
    all_of_them = photos(document)
    states.mark(all_of_them, PhotoState.DONE)
    finished(document, qtbot)
    assert queue.counts() == {PhotoState.DONE: COUNT}
    edits = [Edit(Kind.PRESENT, photo.key, False) for photo in all_of_them[: MANY + 1]]
    document.undo_stack.change_many(edits, text="Close")
    finished(document, qtbot)
    assert queue.listed_keys() == [photo.key for photo in all_of_them[MANY + 1 :]]
    document.undo_stack.undo()
    finished(document, qtbot)
    assert queue.listed_keys() == [photo.key for photo in all_of_them], "each at its place"


def test_what_a_person_does_meanwhile_comes_after_it(document: Document, qtbot: QtBot) -> None:
    first, *others = photos(document)
    document.undo_stack.change_many([Edit(Kind.NOTE, one.key, "many") for one in (first, *others)], text="Notes")
    assert document.change(Edit(Kind.NOTE, first.key, "mine"), text="Note")
    assert first.remark == "mine" and document.project.photos.columns([first.key], "note") == ["mine"]
    finished(document, qtbot)
    assert first.remark == "mine" and all(photo.remark == "many" for photo in others)
    document.undo_stack.undo()
    assert first.remark == "many"


def test_stopped_it_leaves_nothing(document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    history = document.project.history
    carry_out = history.carry_out

    def slow(*args: object, **named: object) -> None:
        begun.set()
        go_on.wait(30)
        carry_out(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(history, "carry_out", slow)
    over: list[str] = []
    edits = [Edit(Kind.NOTE, photo.key, "many") for photo in photos(document)]
    document.undo_stack.change_many(edits, text="Notes", over=lambda: over.append("over"))
    assert begun.wait(30)
    document.undo_stack.many.stop()
    go_on.set()
    finished(document, qtbot)
    assert over == ["over"] and not any(photo.remark for photo in photos(document))
    assert document.undo_stack.count() == 0


def test_closing_waits_for_it(document: Document, tmp_path: Path) -> None:
    edits = [Edit(Kind.NOTE, photo.key, "many") for photo in photos(document)]
    document.undo_stack.change_many(edits, text="Notes")
    document.close()
    with Project.open(tmp_path / "many.repose") as again:
        assert {record.note for record in again.photos.all()} == {"many"}


def test_progress_is_told_seldom() -> None:
    told: list[int] = []
    progress = courteous(lambda done, _total, _text: told.append(done))
    for done in range(1000):
        progress(done, 1000, "")
    assert 0 < len(told) < 100
