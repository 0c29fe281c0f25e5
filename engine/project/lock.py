"""One writer a project: a lock beside the file that the system lets go when the process ends, however it ends."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from engine.files import output_error


def lock_file(path: Path) -> Path:
    """The file beside the project that is locked; it stays, empty, when nobody has the project open."""
    return path.with_name(f".{path.name}.lock")


class ProjectLock:
    """The right to write a project, taken by at most one opener at a time, in this process or another."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(lock_file(path.resolve()), thread_local=False)

    def take(self) -> bool:
        """Take the right if it is free. Raises OutputError when the folder cannot be written."""
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        except OSError as error:
            raise output_error(error, self._path) from error
        return True

    def release(self) -> None:
        """Give the right back; nothing happens when it was not taken."""
        self._lock.release()
