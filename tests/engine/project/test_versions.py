"""A project of an older version is brought up to date after a copy was made; one of a newer version is left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from engine.errors import ProjectError
from engine.project.faults import ProjectTooNewError
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import People, PhotoState
from engine.project.schema import MIGRATIONS, VERSION, create_tables, migrate
from engine.skeleton import Joint, JointState
from tests.engine.project.conftest import some_pose


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A project of version 1, from the text that its tables were written as."""
    path = tmp_path / "Old.repose"
    with sqlite3.connect(path) as connection:
        connection.executescript(Path(__file__).with_name("version_1.sql").read_text())
    connection.close()
    return path


def tables_of(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: connection.execute(f"PRAGMA table_info({name})").fetchall() for name in names}


def test_an_older_project_is_copied_and_brought_up_to_date(old: Path) -> None:
    before = old.read_bytes()
    with Project.open(old) as project:
        assert Path(project.copy_before_migration).name == "Old (version 1).repose"
        record = project.photos.get(1)
        assert record.title == "one" and record.state is PhotoState.DONE
        assert record.path == old.parent / "photos" / "one.jpg"
        pose = project.photos.people(1).pose
        assert pose.place(Joint.NOSE) == (1.5, 2.0) and pose.states[Joint.LEFT_EAR] is JointState.HIDDEN
        assert project.settings.get("background") == "keep"
        assert (project.history.undo_text, project.history.redo_text) == ("Move nose", "White")
        project.history.undo()
        assert project.photos.people(1).pose.place(Joint.NOSE) == (7.0, 8.0)
        project.history.change(Edit(Kind.PEOPLE, 1, People((some_pose(), some_pose(1)))), text="Draw")
        assert len(project.photos.people(1).poses) == 2
    with sqlite3.connect(old.with_name("Old (version 1).repose")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT title FROM photos").fetchall() == [("one",)]
    copy.close()
    assert old.read_bytes() != before
    with Project.open(old) as project:
        assert project.copy_before_migration == "" and len(project.photos.people(1).poses) == 2


def test_a_migrated_project_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    Project.open(old).close()
    with sqlite3.connect(old) as migrated, sqlite3.connect(":memory:", isolation_level=None) as fresh:
        create_tables(fresh)
        assert tables_of(migrated) == tables_of(fresh)
        assert migrated.execute("PRAGMA foreign_key_check").fetchall() == []
    migrated.close()
    fresh.close()


def test_a_migration_that_fails_changes_nothing(old: Path) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM photos")
        raise sqlite3.OperationalError("no")

    with sqlite3.connect(old, isolation_level=None) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, steps={**MIGRATIONS, 2: fail}, version=3)
        with pytest.raises(KeyError):
            migrate(connection, version=VERSION + 1)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT COUNT(*) FROM photos").fetchone() == (1,)
        assert "people_before" not in tables_of(connection)
    connection.close()


def test_every_older_version_has_its_step() -> None:
    assert sorted(MIGRATIONS) == list(range(1, VERSION))


def test_reading_only_an_older_project_changes_nothing(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(ProjectError, match="older version 1"):
        Project.open(old, read_only=True)
    assert old.read_bytes() == before


def test_a_newer_project_is_refused_and_left_alone(file: Path, project: Project) -> None:
    project.close()
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    for read_only in (False, True):
        with pytest.raises(ProjectTooNewError, match="Update Repose Studio"):
            Project.open(file, read_only=read_only)
    assert not list(file.parent.glob("*version*"))


def test_a_version_that_nobody_wrote(file: Path, project: Project) -> None:
    project.close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 0")
    connection.close()
    with pytest.raises(ProjectError, match="version 0, which this program does not know"):
        Project.open(file)
    assert not list(file.parent.glob("*(version*"))
