"""Every change is a step that is taken back and made again, whatever it changes, and after a restart as before."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from engine.errors import UsageError
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import Aim, People, PhotoState, Target
from tests.engine.project.conftest import some_pose


def draw(project: Project, photo: int, seed: int, *, merge: str = "") -> None:
    edit = Edit(Kind.PEOPLE, photo, People((some_pose(seed),)))
    project.history.change(edit, text=f"Draw {seed}", merge=merge)


def is_pose(project: Project, photo: int, seed: int) -> bool:
    return project.photos.people(photo).pose.same_as(some_pose(seed))


@pytest.fixture
def photo(project: Project) -> int:
    return project.photos.add(None, title="one")


def test_changes_are_taken_back_and_made_again_after_a_restart(file: Path, project: Project, photo: int) -> None:
    for seed in range(5):
        draw(project, photo, seed)
    project.history.undo()
    project.close()
    with Project.open(file) as again:
        assert (again.history.index, again.history.count) == (4, 5)
        assert (again.history.undo_text, again.history.redo_text) == ("Draw 3", "Draw 4")
        assert is_pose(again, photo, 3)
        for seed in (2, 1, 0):
            again.history.undo()
            assert is_pose(again, photo, seed)
        again.history.undo()
        assert again.photos.people(photo).poses == () and again.history.undo() is None
        assert again.history.undo_text == ""
        for seed in range(5):
            again.history.redo()
            assert is_pose(again, photo, seed)
        assert again.history.redo() is None and again.history.redo_text == ""


def test_a_new_step_ends_those_that_were_taken_back(project: Project, photo: int) -> None:
    for seed in range(4):
        draw(project, photo, seed)
    project.history.undo()
    project.history.undo()
    draw(project, photo, 9)
    assert (project.history.index, project.history.count) == (3, 3) and project.history.redo() is None
    project.history.undo()
    assert is_pose(project, photo, 1)


def test_every_kind_of_change(project: Project, photo: int) -> None:
    aim = Aim(Target(some_pose(3), "Arms", edited=True, shaped_for=(photo, 0)), fit=False)
    step = project.history.change(
        Edit(Kind.STATE, photo, PhotoState.DONE),
        Edit(Kind.NOTE, photo, "hand «hidden»"),
        Edit(Kind.AIM, 0, aim),
        Edit(Kind.BACKGROUND, 0, "keep"),
        Edit(Kind.PRESENT, photo, False),
        Edit(Kind.OUTSIDE, 0, {"pose": "own-1"}, before=None),
        text="All at once",
    )
    assert [change.before for change in step.changes if change.kind is not Kind.AIM] == [
        PhotoState.UNTOUCHED, "", "white", True, None,
    ]  # fmt: skip
    record = project.photos.get(photo)
    assert (record.state, record.note) == (PhotoState.DONE, "hand «hidden»") and not project.photos.all()
    kept = next(cast(Aim, change.after) for change in step.changes if change.kind is Kind.AIM)
    assert kept.target.pose.same_as(some_pose(3)) and (kept.target.title, kept.target.edited) == ("Arms", True)
    assert kept.target.shaped_for == (photo, 0) and kept.fit is False
    undone = project.history.undo()
    assert undone.text == "All at once" and undone.changes[-1].after == {"pose": "own-1"}
    record = project.photos.get(photo)
    assert (record.state, record.note) == (PhotoState.UNTOUCHED, "") and len(project.photos.all()) == 1
    project.history.redo()
    assert project.photos.get(photo).state is PhotoState.DONE


def test_a_row_of_nudges_is_one_step(file: Path, project: Project, photo: int) -> None:
    for seed in range(4):
        draw(project, photo, seed, merge="nudge nose")
    assert project.history.count == 1
    draw(project, photo, 5, merge="nudge neck")
    draw(project, photo, 6)
    draw(project, photo, 7)
    assert project.history.count == 4
    project.history.undo()
    project.history.undo()
    draw(project, photo, 8, merge="nudge neck")
    assert project.history.count == 3, "what comes after an undo is a step of its own"
    project.close()
    with Project.open(file) as again:
        draw(again, photo, 9, merge="nudge neck")
        assert again.history.count == 4, "and so is what comes after a restart"
        for _ in range(3):
            again.history.undo()
        assert is_pose(again, photo, 3)


def test_nudges_of_two_photos_do_not_mix(project: Project, photo: int) -> None:
    other = project.photos.add(None, title="two")
    draw(project, photo, 1, merge="nudge")
    draw(project, other, 2, merge="nudge")
    assert project.history.count == 2


def test_a_change_that_cannot_be_made_changes_nothing(project: Project, photo: int) -> None:
    draw(project, photo, 1)
    for wrong, kind in ((Edit(Kind.PEOPLE, 99, People()), UsageError), (Edit(Kind.STATE, photo, "done"), TypeError)):
        with pytest.raises(kind):
            project.history.change(Edit(Kind.NOTE, photo, "never"), wrong, text="Wrong")
    with pytest.raises(UsageError):
        project.history.change(text="Nothing")
    assert project.history.count == project.history.index == 1 and project.photos.get(photo).note == ""


def test_a_step_that_cannot_be_carried_out_is_forgotten(project: Project, photo: int) -> None:
    draw(project, photo, 1)
    project.history.change(Edit(Kind.OUTSIDE, 0, "a"), text="Keep")
    project.history.change(Edit(Kind.OUTSIDE, 0, "b"), text="Keep")
    project.history.undo()
    project.history.forget(3)
    project.history.forget(2)
    assert (project.history.index, project.history.count, project.history.undo_text) == (1, 1, "Draw 1")


def test_numbers_keep_every_digit(file: Path, project: Project, photo: int) -> None:
    draw(project, photo, 11)
    project.close()
    with Project.open(file) as again:
        assert again.photos.people(photo).pose.same_as(some_pose(11), tolerance=0.0)


def test_a_nudge_joins_a_step_that_changed_more(project: Project, photo: int) -> None:
    edits = (Edit(Kind.PEOPLE, photo, People((some_pose(1),))), Edit(Kind.STATE, photo, PhotoState.IN_WORK))
    project.history.change(*edits, text="Nudge", merge="nudge")
    draw(project, photo, 2, merge="nudge")
    assert project.history.count == 1
    project.history.undo()
    assert not project.photos.people(photo).poses and project.photos.get(photo).state is PhotoState.UNTOUCHED
