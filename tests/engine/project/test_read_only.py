"""Projects that lie where nothing can be written: told apart from others, and read all the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.project.faults import ProjectReadOnlyError, ProjectUnwritableError
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import People
from tests.engine.project.conftest import some_pose


@pytest.fixture
def made(file: Path) -> Path:
    with Project.create(file) as project:
        number = project.photos.add(file.parent / "one.jpg", title="one")
        project.history.change(Edit(Kind.PEOPLE, number, People((some_pose(),))), text="Draw")
    return file


def protect(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a read-only medium, whoever runs the tests."""
    access = os.access

    def answer(path: str | Path, mode: int, **more: bool) -> bool:
        inside = Path(path).is_relative_to(folder)
        return not (inside and mode & os.W_OK) and access(path, mode, **more)

    monkeypatch.setattr(os, "access", answer)


def test_it_is_said_and_can_be_read(made: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    protect(made.parent, monkeypatch)
    before = sorted(made.parent.iterdir())
    with pytest.raises(ProjectUnwritableError, match="reading only"):
        Project.open(made)
    with Project.open(made, read_only=True) as project:
        assert project.read_only and project.photos.people(1).pose is not None and project.history.undo_text == "Draw"
        with pytest.raises(ProjectReadOnlyError, match="Save a copy"):
            project.history.undo()
        copy = project.copy_to(tmp_path / "copy.repose")
    assert sorted(made.parent.iterdir()) == before, "nothing was left there"
    with Project.open(copy) as again:
        again.history.undo()
        assert again.photos.people(1).pose is None


def test_what_was_not_folded_in_is_read_too(made: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A log lies beside a project whose program was killed, or that was copied while it was open."""
    medium = tmp_path / "medium"
    medium.mkdir()
    with Project.open(made) as project:
        project.history.change(Edit(Kind.NOTE, 1, "late"), text="Note")
        for name in (made.name, f"{made.name}-wal"):
            (medium / name).write_bytes((made.parent / name).read_bytes())
    protect(medium, monkeypatch)
    before = sorted(medium.iterdir())
    with Project.open(medium / made.name, read_only=True) as project:
        assert project.photos.columns([1], "note") == ["late"]
    assert sorted(medium.iterdir()) == before
