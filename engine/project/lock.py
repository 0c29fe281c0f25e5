"""One writer a project: a lock beside the file that the system lets go when the process ends, however it ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.files import output_error

if TYPE_CHECKING:
    from filelock import BaseFileLock


def lock_file(path: Path) -> Path:
    """The file beside the project that is locked; it stays, empty, when nobody has the project open."""
    return path.with_name(f".{path.name}.lock")


class ProjectLock:
    """The right to write a project, taken by at most one opener at a time, in this process or another."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: BaseFileLock | None = None

    def take(self) -> bool:
        """Take the right if it is free. Raises OutputError when the folder cannot be written."""
        # Loaded with the first project, not with the window.
        from filelock import FileLock, Timeout

        lock = FileLock(lock_file(self._path.resolve()), thread_local=False)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return False
        except OSError as error:
            raise output_error(error, self._path) from error
        self._lock = lock
        return True

    def release(self) -> None:
        """Give the right back; nothing happens when it was not taken."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
