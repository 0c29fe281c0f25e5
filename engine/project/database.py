"""The connection to a project's SQLite file: every change is one transaction and on the disk when it returns."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from engine.errors import OutputError, ProjectError, ReposeError
from engine.files import output_error
from engine.project.faults import ProjectDamagedError, ProjectReadOnlyError
from engine.text import Text

_PATIENCE: Final = 10.0
"""Seconds that a statement waits for another connection to finish its own."""

_DETAILS: Final = {
    "database disk image is malformed": Text("its parts do not fit together"),
    "file is not a database": Text("its beginning is not that of a project"),
}
"""What SQLite finds wrong, in words that a window can say in other languages."""

_FOLDED_EVERY: Final = 256
"""Commits after which the log is folded into the file, in a thread: the disk may take a second for that."""
_FOLDED_AT_THE_LATEST: Final = 16_000
"""Pages of 4 kB."""

Row = tuple[Any, ...]


def now() -> str:
    """This moment as ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def connect(path: Path | None, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a file, or a database in memory. Raises sqlite3.Error."""
    if path is None:
        name = ":memory:"
    else:
        name = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rw'}"
        if read_only and not log_of(path).exists():
            # Without a log to read along, a file in a folder that cannot be written is read as it lies.
            name += "&immutable=1"
        elif read_only and not os.access(path.resolve().parent, os.W_OK):
            return _copy_in_memory(path)
    connection = sqlite3.connect(
        name, uri=path is not None, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA foreign_keys = ON")
    # A file may come from a stranger: what its tables say may call nothing but harmless functions.
    connection.execute("PRAGMA trusted_schema = OFF")
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        # `Database` folds the log in beside its owner's work; this is for one that writes very much at once.
        connection.execute(f"PRAGMA wal_autocheckpoint = {_FOLDED_AT_THE_LATEST}")
        # Nothing is left of deleted rows, so that reading a damaged file row by row brings back none of them.
        connection.execute("PRAGMA secure_delete = ON")
    return connection


def log_of(path: Path) -> Path:
    """SQLite's log beside a project that is open, or that was not closed."""
    return path.with_name(path.name + "-wal")


def _copy_in_memory(path: Path) -> sqlite3.Connection:
    """What file and log say together, where SQLite may not write the index that it reads a log by."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            shutil.copyfile(path, copy)
            shutil.copyfile(log_of(path), log_of(copy))
            with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as copied:
                copied.backup(connection)
    except OSError as error:
        connection.close()
        raise sqlite3.OperationalError(f"unable to open database file: {error}") from error
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def new_file(target: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a new file, which takes the name `target` when the block ends and all of it is written.

    What fails leaves nothing behind. Raises ProjectError or OutputError.
    """
    sibling = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with contextlib.closing(sqlite3.connect(sibling, isolation_level=None)) as connection:
            yield connection
        os.replace(sibling, target)
    except sqlite3.Error as error:
        raise as_project_error(error, str(target)) from error
    except OSError as error:
        raise output_error(error, target) from error
    finally:
        sibling.unlink(missing_ok=True)


def as_project_error(error: sqlite3.Error, where: str) -> ReposeError:
    """Turn SQLite's error into one that a person can act on."""
    text = str(error)
    if "full" in text:
        return OutputError("The disk is full", where=where, hint="Free some space; what was done before is kept.")
    if "readonly" in text or "read-only" in text:
        return OutputError("The project cannot be written", where=where, hint="Check the permissions of its folder.")
    if isinstance(error, sqlite3.ProgrammingError):
        return ProjectError("The project is closed", where=where, hint="Open it again.")
    if isinstance(error, sqlite3.OperationalError) and ("locked" in text or "busy" in text):
        return ProjectError("Another program is busy with the project", where=where, hint="Try again in a moment.")
    if isinstance(error, sqlite3.OperationalError) and "disk I/O" in text:
        return ProjectError(
            "The disk failed while the project was used",
            where=where,
            hint="Check the disk; what was done before is kept.",
        )
    if isinstance(error, sqlite3.OperationalError) and "unable to open" in text:
        return ProjectError("The project cannot be opened", where=where, hint="Check the permissions of its folder.")
    return damaged(where, detail=_DETAILS.get(text, text))


def damaged(where: str, *, detail: str) -> ProjectDamagedError:
    """The error for a file that is no whole project."""
    return ProjectDamagedError(
        "The project is damaged ({why})",
        where=where,
        hint="What can be read of it can be rescued into a new file; this one stays as it is.",
        why=detail,
    )


class Database:
    """A project's connection, for one thread at a time; `where` is what errors call the project.

    Changes are made inside `with database.writing():`. Such blocks may be nested, and the outermost one is the
    transaction: it is on the disk when it ends, or nothing of it is.
    """

    def __init__(
        self, connection: sqlite3.Connection, *, where: str, read_only: bool = False, path: Path | None = None
    ) -> None:
        """`path` is the file of the connection, where it can be read beside a thread that writes it."""
        self.where = where
        self.read_only = read_only
        self._connection = connection
        self._turn = threading.RLock()
        self._depth = 0
        self._synced = True
        self._path = path
        self._reader: sqlite3.Connection | None = None
        self._reading = threading.Lock()
        self._commits = 0
        self._folder: threading.Thread | None = None
        self.on_rollback: list[Callable[[], None]] = []

    @contextmanager
    def writing(self, *, synced: bool = True) -> Iterator[None]:
        """One transaction; the outermost block says whether it is `synced`, that is waits until the disk has it.

        Raises ProjectReadOnlyError, and whatever a statement raises, with nothing changed.
        """
        if self.read_only:
            raise ProjectReadOnlyError(
                "The project is open for reading only", where=self.where, hint="Save a copy and work in that."
            )
        with self._turn:
            if self._depth:
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
                return
            self._sync(synced)
            self._do("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                self._do("COMMIT")
                self._fold_sometimes()
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._depth = 0

    def _sync(self, synced: bool) -> None:
        """Whether commits wait for the disk from now on; between transactions alone can this be said."""
        if synced is not self._synced:
            self._do(f"PRAGMA synchronous = {'FULL' if synced else 'NORMAL'}")
            self._synced = synced

    def _fold_sometimes(self) -> None:
        self._commits += 1
        idle = self._folder is None or not self._folder.is_alive()
        if self._path is not None and self._commits % _FOLDED_EVERY == 0 and idle:
            self._folder = threading.Thread(target=_fold, args=(self._path,), name="log", daemon=True)
            self._folder.start()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._do("ROLLBACK")
        for renew in self.on_rollback:
            renew()

    def _do(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        try:
            return self._connection.execute(statement, values)
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as error:
            raise as_project_error(error, self.where) from error

    def run(self, statement: str, *values: Any) -> int:
        """Change something inside `writing()`; answers the number of the row that an INSERT made."""
        with self._turn:
            if not self._depth:
                raise RuntimeError("a change outside of a transaction")
            return int(self._do(statement, values).lastrowid or 0)

    def run_many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Change many rows inside `writing()`."""
        with self._turn:
            if not self._depth:
                raise RuntimeError("a change outside of a transaction")
            try:
                self._connection.executemany(statement, rows)
            except sqlite3.IntegrityError:
                raise
            except sqlite3.Error as error:
                raise as_project_error(error, self.where) from error

    def rows(self, statement: str, *values: Any) -> list[Row]:
        """All rows of a question. While another thread writes, they are as they were before it began."""
        if not self._turn.acquire(blocking=self._path is None) and self._path is not None:
            return self._rows_beside(self._path, statement, values)
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise as_project_error(error, self.where) from error
        finally:
            self._turn.release()

    def _rows_beside(self, path: Path, statement: str, values: Sequence[Any]) -> list[Row]:
        """Read through a connection of its own, which waits for nobody who writes."""
        with self._reading:
            try:
                if self._reader is None:
                    self._reader = connect(path, read_only=True)
                return self._reader.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise as_project_error(error, self.where) from error

    def row(self, statement: str, *values: Any) -> Row | None:
        """The first row of a question."""
        found = self.rows(statement, *values)
        return found[0] if found else None

    def value(self, statement: str, *values: Any) -> Any:
        """The first value of the first row; None without one."""
        found = self.row(statement, *values)
        return None if found is None else found[0]

    def copy_into(self, other: sqlite3.Connection) -> None:
        """Copy everything into another database, as it stands at this moment."""
        with self._turn:
            try:
                self._connection.backup(other)
            except sqlite3.Error as error:
                raise as_project_error(error, self.where) from error

    def close(self) -> None:
        """End the connection; the log is folded into the file."""
        if self._folder is not None:
            self._folder.join()
        with self._reading:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
        with self._turn:
            self._connection.close()


def _fold(path: Path) -> None:
    """Bring what the log holds into the file as far as nobody reads it, through a connection of its own."""
    # What cannot be folded in now is folded in later, at the latest when the project is closed.
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path, isolation_level=None)) as own:
        own.execute("PRAGMA wal_checkpoint(PASSIVE)")
