"""A project: one SQLite file that is on the disk after every change, opened by one writer at a time."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from engine.errors import OutputError, ProjectError
from engine.files import make_folder, require_place
from engine.project.codec import UNREADABLE, aim_of_text, aim_text, compact
from engine.project.database import Database, as_project_error, connect, damaged, new_file, now
from engine.project.faults import (
    Holder,
    ProjectDamagedError,
    ProjectLockedError,
    ProjectTooNewError,
    ProjectUnwritableError,
)
from engine.project.history import AIM_KEY, BACKGROUND_KEY, FIRST_BACKGROUND, History
from engine.project.lock import ProjectLock
from engine.project.photos import Photos, kept_path, portable_path
from engine.project.pictures import Pictures, pictures_folder
from engine.project.ratings import Ratings
from engine.project.records import Aim
from engine.project.schema import APPLICATION_ID, MIGRATIONS, VERSION, create_tables, migrate
from engine.project.shelf import Settings, Shelf
from engine.text import Text, why

SUFFIX: Final = ".repose"
_MAGIC: Final = b"SQLite format 3\0"
_CHECKED_UP_TO: Final = 64_000_000
"""Bytes up to which a file is checked whole when it is opened; damage in larger ones shows when it is read."""


class Project:
    """A project that is open. Its parts read and write what they are named after; `close` ends it.

    `photos`, `history`, `pictures`, `ratings`, `settings`, `shelf` may be used from any thread, one call at a time.
    """

    def __init__(
        self, database: Database, *, path: Path | None = None, lock: ProjectLock | None = None, migrated: str = ""
    ) -> None:
        self._database = database
        self._lock = lock
        self.path = path
        self.copy_before_migration = migrated
        folder = None if path is None else path.parent
        self.settings = Settings(database)
        self.shelf = Shelf(database)
        self.photos = Photos(database, folder)
        self.pictures = Pictures(database, None if path is None else pictures_folder(path))
        self.ratings = Ratings(database)
        self.history = History(database, photos=self.photos, settings=self.settings)

    # beginning and end

    @classmethod
    def create(cls, path: Path | str) -> Self:
        """Make an empty project and open it. Raises OutputError when the file exists or cannot be made."""
        file = _free_place(path)
        with new_file(file) as connection:
            create_tables(connection)
        return cls.open(file)

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False) -> Self:
        """Open a project. One of an older version is brought up to date after a copy was made beside it.

        Raises ProjectLockedError when another program has it open (for reading only, it can be opened as well),
        ProjectTooNewError for one of a later version, ProjectDamagedError when it is damaged (see
        `engine.project.rescue`), ProjectUnwritableError when it lies where nothing can be written (for reading only, it
        can be opened), ProjectError when there is none or the file is something else.
        """
        file = Path(path).absolute()
        _require_project(file)
        if not read_only:
            _require_writable(file)
        lock = None if read_only else ProjectLock(file)
        if lock is not None and not lock.take():
            raise ProjectLockedError(str(file), holder=holder_of(file))
        try:
            return cls._opened(file, lock=lock, read_only=read_only)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def _opened(cls, file: Path, *, lock: ProjectLock | None, read_only: bool) -> Self:
        try:
            connection = connect(file, read_only=read_only)
        except sqlite3.Error as error:
            raise as_project_error(error, str(file)) from error
        try:
            migrated = _bring_up_to_date(connection, file, read_only=read_only)
            _check(connection, file)
            beside = None if read_only else file
            database = Database(connection, where=str(file), read_only=read_only, path=beside)
            project = cls(database, path=file, lock=lock, migrated=migrated)
            if not read_only:
                project._settle()
        except sqlite3.Error as error:
            connection.close()
            raise as_project_error(error, str(file)) from error
        except BaseException:
            connection.close()
            raise
        return project

    @classmethod
    def in_memory(cls) -> Self:
        """A project without a file, for as long as nobody has chosen a place."""
        connection = connect(None)
        create_tables(connection)
        return cls(Database(connection, where="a project without a file"))

    def close(self) -> None:
        """End the project; what was changed is on the disk already. A second call does nothing."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # the whole

    @property
    def title(self) -> str:
        """The project's name: that of its file; empty without one."""
        return "" if self.path is None else self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only."""
        return self._database.read_only

    @contextmanager
    def together(self, *, synced: bool = True) -> Iterator[None]:
        """Make many changes as one transaction: all of them are on the disk at the end, or none.

        Without `synced` they are handed to the system and nobody waits for the disk: for what is no person's work
        and can be found again. They outlive the program, and a failure of power if a synced change came after them.
        """
        with self._database.writing(synced=synced):
            yield

    def aim(self) -> Aim:
        """The target pose as it stands. Raises ProjectDamagedError."""
        text = self.settings.text(AIM_KEY)
        try:
            return aim_of_text(text) if text else Aim()
        except UNREADABLE as error:
            raise damaged(self._database.where, detail="the target pose cannot be read") from error

    def set_aim(self, aim: Aim) -> None:
        """Another target pose that is no step of the history: the one to begin with."""
        self.settings.set_text(AIM_KEY, aim_text(aim))

    def background(self) -> str:
        """What is behind the person."""
        return str(self.settings.get(BACKGROUND_KEY, FIRST_BACKGROUND))

    def set_background(self, background: str) -> None:
        """Another background, as no step of the history."""
        self.settings.set(BACKGROUND_KEY, background)

    def copy_to(self, path: Path | str) -> Path:
        """Write a copy with its pictures to another place, where no file of this name is. Raises OutputError."""
        target = _free_place(path)
        with new_file(target) as other:
            self._database.copy_into(other)
            other.execute("PRAGMA journal_mode = DELETE")
            _point_from(other, target.parent)
            self._copy_pictures(pictures_folder(target))
        return target

    def _copy_pictures(self, folder: Path) -> None:
        from engine.files import write_bytes

        if self.path is None:
            return
        for record in self.pictures.all():
            if record.file.is_file():
                make_folder(folder)
                write_bytes(folder / record.file.name, record.file.read_bytes())

    def _settle(self) -> None:
        """Say who has the project open, and find photos that moved along with it."""
        import socket

        assert self.path is not None
        with self._database.writing():
            home = self.settings.get("home", "")
            if home != str(self.path.parent):
                self._follow(self.path.parent)
                self.settings.set("home", str(self.path.parent))
            holder = {"host": socket.gethostname(), "process": os.getpid(), "since": now()}
            self.settings.set("holder", holder)

    def _follow(self, folder: Path) -> None:
        """The project lies in another folder than before: photos beside it moved along, or stayed where they were."""
        moves = []
        for number, path, absolute in self._database.rows("SELECT id, path, absolute FROM photos WHERE path != ''"):
            beside, before = os.path.normpath(folder / os.fsdecode(path)), os.fsdecode(absolute)
            if beside != before and os.path.exists(beside):
                moves.append((path, kept_path(beside), number))
            elif absolute:
                moves.append((kept_path(portable_path(Path(before), folder)), absolute, number))
        self._database.run_many("UPDATE photos SET path = ?, absolute = ? WHERE id = ?", moves)


def holder_of(path: Path) -> Holder:
    """Who opened a project last; all fields empty when the file does not say."""
    try:
        with contextlib.closing(connect(path, read_only=True)) as connection:
            found = Settings(Database(connection, where=str(path), read_only=True)).get("holder", {})
        return Holder(str(found["host"]), int(found["process"]), str(found["since"]))
    except (ProjectError, sqlite3.Error, *UNREADABLE):
        return Holder()


def _free_place(path: Path | str) -> Path:
    """A place for a new file, its folder made. Raises OutputError when there is one of this name already."""
    file = Path(path).absolute()
    if file.exists():
        raise OutputError("There is a file of this name already", where=str(file), hint="Choose another name.")
    make_folder(file.parent)
    require_place(file)
    return file


def _require_project(file: Path) -> None:
    """Look at the file's first bytes before SQLite does, which would make a file where there is none."""
    if file.is_dir():
        raise ProjectError("This is a folder, not a project", where=str(file), hint="Choose the file of a project.")
    try:
        with open(file, "rb") as opened:
            head = opened.read(100)
    except FileNotFoundError as error:
        raise ProjectError("There is no such project", where=str(file), hint="Check the path.") from error
    except OSError as error:
        raise ProjectError(
            "The project cannot be read ({why})",
            where=str(file),
            hint="Check the permissions of the file.",
            why=why(error),
        ) from error
    if not head:
        raise ProjectDamagedError("The file is empty", where=str(file), hint="Look for an older copy of it.")
    if _is_text(head):
        raise ProjectError(
            "This is a text, not a project",
            where=str(file),
            hint="Open a project, a file ending in {suffix}.",
            suffix=SUFFIX,
        )
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise damaged(str(file), detail=Text("its beginning is not that of a project"))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise ProjectError(
            "The file is a database of another program",
            where=str(file),
            hint="Open a project, a file ending in {suffix}.",
            suffix=SUFFIX,
        )


def _is_text(head: bytes) -> bool:
    """Whether a file that begins so is one that people read."""
    return not head.startswith(_MAGIC) and all(byte >= 32 or byte in b"\t\n\r\f" for byte in head)


def _bring_up_to_date(connection: sqlite3.Connection, file: Path, *, read_only: bool) -> str:
    """Check the version; an older file is copied and migrated. Answers the copy's path, else nothing."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise ProjectTooNewError(
            "The project is of version {version}, and this program reads up to version {known}",
            where=str(file),
            hint="Update Repose Studio to open it.",
            version=version,
            known=VERSION,
        )
    if version == VERSION:
        return ""
    if read_only:
        raise ProjectError(
            "The project is of the older version {version}",
            where=str(file),
            hint="Open it once for writing: it is brought up to date after a copy is made.",
            version=version,
        )
    if any(older not in MIGRATIONS for older in range(version, VERSION)):
        raise ProjectError(
            "The project is of version {version}, which this program does not know",
            where=str(file),
            hint="Open it with the program that made it.",
            version=version,
        )
    copy = _free(file.with_name(f"{file.stem} (version {version}){file.suffix}"))
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as other:
        connection.backup(other)
        other.execute("PRAGMA journal_mode = DELETE")
    migrate(connection)
    return str(copy)


def _require_writable(file: Path) -> None:
    """SQLite writes a log beside the file, and so does the lock: both file and folder must be writable."""
    if not (os.access(file, os.W_OK) and os.access(file.resolve().parent, os.W_OK)):
        raise ProjectUnwritableError(
            "The project lies where nothing can be written",
            where=str(file),
            hint="Open it for reading only, or copy it to another folder.",
        )


def _free(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free


def _check(connection: sqlite3.Connection, file: Path) -> None:
    if file.stat().st_size <= _CHECKED_UP_TO:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise damaged(str(file), detail=str(found).splitlines()[-1])


def _point_from(connection: sqlite3.Connection, folder: Path) -> None:
    """Write the photos' places as they are seen from another folder."""
    rows = connection.execute("SELECT id, absolute FROM photos WHERE absolute != ''").fetchall()
    connection.execute("BEGIN")
    connection.executemany(
        "UPDATE photos SET path = ? WHERE id = ?",
        [(kept_path(portable_path(Path(os.fsdecode(absolute)), folder)), number) for number, absolute in rows],
    )
    connection.execute("INSERT OR REPLACE INTO settings (name, value) VALUES ('home', ?)", (compact(str(folder)),))
    connection.execute("COMMIT")
