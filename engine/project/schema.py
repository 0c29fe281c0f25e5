"""The tables of a project file, their version, and the steps that bring an older file up to date.

Format: SQLite 3 with the application id `Repo` and the version of the tables in `user_version`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import Final

from engine.project.pages import PAGE

APPLICATION_ID: Final = 0x5265706F
"""`Repo`, in the header of every project file."""

VERSION: Final = 2

TABLES: Final[Mapping[str, str]] = {
    "settings": """
        name TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    """,
    # path: relative to the project with forward slashes; absolute: where it was when last seen.
    "photos": """
        id INTEGER PRIMARY KEY,
        place INTEGER NOT NULL,
        title TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        path TEXT NOT NULL DEFAULT '',
        absolute TEXT NOT NULL DEFAULT '',
        demo TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL DEFAULT '',
        size INTEGER NOT NULL DEFAULT 0,
        mtime INTEGER NOT NULL DEFAULT 0,
        height INTEGER NOT NULL DEFAULT 0,
        width INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'untouched',
        main INTEGER NOT NULL DEFAULT 0,
        count INTEGER NOT NULL DEFAULT 0,
        facing TEXT,
        confidence REAL,
        searched INTEGER NOT NULL DEFAULT 0,
        present INTEGER NOT NULL DEFAULT 1
    """,
    "people": """
        id INTEGER PRIMARY KEY,
        photo INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
        detected INTEGER NOT NULL,
        place INTEGER NOT NULL,
        pose TEXT NOT NULL,
        UNIQUE (photo, detected, place)
    """,
    "pictures": """
        id INTEGER PRIMARY KEY,
        photo INTEGER REFERENCES photos(id) ON DELETE SET NULL,
        file TEXT NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        model TEXT NOT NULL,
        time TEXT NOT NULL,
        made TEXT NOT NULL
    """,
    "ratings": """
        id INTEGER PRIMARY KEY,
        mark TEXT NOT NULL UNIQUE,
        rater TEXT NOT NULL,
        picture INTEGER REFERENCES pictures(id) ON DELETE SET NULL,
        card TEXT NOT NULL,
        model TEXT NOT NULL,
        score INTEGER CHECK (score BETWEEN 1 AND 5),
        accepted INTEGER,
        note TEXT NOT NULL,
        time TEXT NOT NULL,
        taken_back TEXT NOT NULL DEFAULT '',
        more TEXT NOT NULL DEFAULT '{}'
    """,
    # What a part of the program keeps in its own form: a batch that is under way, the order of a review.
    "shelf": """
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        UNIQUE (kind, name)
    """,
    # One row a change; the rows of one step of the undo history share `step`, and steps are numbered without gaps.
    "journal": """
        id INTEGER PRIMARY KEY,
        step INTEGER NOT NULL,
        kind TEXT NOT NULL,
        subject INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        text TEXT NOT NULL,
        merge TEXT NOT NULL,
        time TEXT NOT NULL,
        done INTEGER NOT NULL
    """,
}

INDEXES: Final[Mapping[str, str]] = {
    "journal_steps": "journal (step)",
    "journal_done": "journal (done, step)",
    "pictures_of_photo": "pictures (photo)",
}

Migration = Callable[[sqlite3.Connection], None]


def _one_skeleton_a_place(connection: sqlite3.Connection) -> None:
    """From version 1: a skeleton is written over in its place, where it was deleted and written anew."""
    connection.execute("DROP INDEX people_of_photo")
    connection.execute("ALTER TABLE people RENAME TO people_before")
    connection.execute(
        "CREATE TABLE people (id INTEGER PRIMARY KEY, photo INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,"
        " detected INTEGER NOT NULL, place INTEGER NOT NULL, pose TEXT NOT NULL, UNIQUE (photo, detected, place))"
    )
    connection.execute(
        "INSERT INTO people (photo, detected, place, pose)"
        " SELECT photo, detected, place, pose FROM people_before ORDER BY id"
    )
    connection.execute("DROP TABLE people_before")


MIGRATIONS: Final[Mapping[int, Migration]] = {1: _one_skeleton_a_place}
"""By the version that a step starts from: what makes a file of that version one of the next."""


def create_tables(connection: sqlite3.Connection) -> None:
    """Make an empty project of an empty database."""
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("BEGIN IMMEDIATE")
    for name, columns in TABLES.items():
        connection.execute(f"CREATE TABLE {name} ({columns})")
    for name, columns in INDEXES.items():
        connection.execute(f"CREATE INDEX {name} ON {columns}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def migrate(
    connection: sqlite3.Connection, *, steps: Mapping[int, Migration] = MIGRATIONS, version: int = VERSION
) -> None:
    """Bring the tables up to `version`, all steps or none. Raises KeyError when a step is missing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for start in range(found, version):
            steps[start](connection)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    # Older versions left the text of deleted rows in the file.
    connection.execute("VACUUM")
