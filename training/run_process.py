"""The process behind a run: it says so in `process.json`, keeps others out, and hears the wish to stop.

`process.json` holds {"pid", "host", "started"} as long as the process trains; after a crash it is left over, and stale.
A lock tells the difference, which the system takes back from whoever dies.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

from engine.errors import UsageError
from engine.files import make_folder, output_error, write_bytes

PROCESS_FILE: Final = "process.json"
LOCK_FILE: Final = ".process.lock"
STOP_FILE: Final = "stop"

_LOOK_EVERY: Final = 0.1
"""Seconds between two looks for the file that wishes a stop: steps can be shorter than a look at a slow disk."""


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Hold a run's folder for this process alone; UsageError when another trains it, OutputError when it cannot be."""
    make_folder(folder)
    path = folder / PROCESS_FILE
    try:
        lock = (folder / LOCK_FILE).open("ab")
    except OSError as problem:
        raise output_error(problem, folder / LOCK_FILE) from problem
    with lock:
        other = _facts(path)
        host = socket.gethostname()
        # A lock may not reach other machines, so their word is taken; on this one the lock alone knows.
        elsewhere = bool(other) and (other.get("host") != host or other.get("pid") == os.getpid())
        if not _locked(lock) or elsewhere:
            raise UsageError(
                "Another process trains this run (process {number} on {host})",
                where=str(folder),
                hint="Wait for it, or stop it. If it is long gone, delete {file} there.",
                number=other.get("pid", "?"),
                host=other.get("host", host),
                file=PROCESS_FILE,
            )
        facts = {"pid": os.getpid(), "host": host, "started": time.time()}
        write_bytes(path, (json.dumps(facts) + "\n").encode())
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def _facts(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _locked(file: IO[bytes]) -> bool:
    """Whether the lock is ours now; it is given back when the file is closed, or the process gone."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        # Of the process alone: the workers that it starts, which outlive it for some seconds, do not hold it.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a disk without locks: `process.json` has to do
    return True


def stop_wish(folder: Path, *, listen: bool, since: float, minutes: float = 0.0) -> Callable[[], bool]:
    """Whether somebody wishes the training to stop: Ctrl+C, a termination, or a file named `stop` in the run's folder.

    With `listen` also the line "stop" on standard input, or its end. With `minutes` also once so much time has gone by
    since `since` (seconds since the epoch), for machines that are lent for a while. A `stop` file from before `since`,
    which nobody heard, is removed; one that is heard is removed as well.
    """
    asked = threading.Event()
    looked = 0.0
    path = folder / STOP_FILE

    def interrupted(number: int, frame: object) -> None:
        asked.set()

    signal.signal(signal.SIGINT, interrupted)
    signal.signal(signal.SIGTERM, interrupted)
    if listen:
        threading.Thread(target=_listen, args=(asked,), name="stop wish", daemon=True).start()
    with contextlib.suppress(OSError):
        if path.stat().st_mtime < since:
            path.unlink()

    def wished() -> bool:
        nonlocal looked
        now = time.monotonic()
        if not asked.is_set() and now - looked >= _LOOK_EVERY:
            looked = now
            if path.exists() or (minutes > 0 and time.time() - since > 60 * minutes):
                asked.set()
        if asked.is_set():
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        return asked.is_set()

    return wished


def _listen(asked: threading.Event) -> None:
    for line in sys.stdin:
        if line.strip() == "stop":
            break
    asked.set()
