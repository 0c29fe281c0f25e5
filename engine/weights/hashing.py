"""What a weights file is, byte for byte: its sha256, checked before anything opens it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from engine.errors import WeightsError
from engine.progress import CancelToken, Progress, check, no_progress
from engine.text import Text, why

_CHUNK = 1 << 20


def read_chunks(path: Path) -> Iterator[bytes]:
    """A file's bytes, a megabyte at a time; OSError as `open` and `read` raise it."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def sha256_of(path: Path, *, progress: Progress = no_progress, cancel: CancelToken | None = None) -> str:
    """The file's sha256 as 64 hexadecimal digits.

    :raises WeightsError: when there is no such file, or it is empty, a folder or unreadable.
    :raises Cancelled: when cancelled.
    """
    size = require_file(path)
    digest = hashlib.sha256()
    done = 0
    try:
        for chunk in read_chunks(path):
            check(cancel)
            digest.update(chunk)
            done += len(chunk)
            progress(done, size, Text("Checking {name}", name=path.name))
    except OSError as error:
        raise unreadable(path, error) from error
    return digest.hexdigest()


def require_file(path: Path) -> int:
    """The size in bytes of a file that is there.

    :raises WeightsError: when there is no such file, or it is empty, a folder or unreadable.
    """
    try:
        if path.is_dir():
            raise WeightsError(
                "This is a folder, not a weights file", where=str(path), hint="Name the file that lies in it."
            )
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise WeightsError(
            "There is no such weights file", where=str(path), hint="`repose weights list` shows what there is."
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error
    if size == 0:
        raise WeightsError("The weights file is empty (0 bytes)", where=str(path), hint="Fetch or copy it again.")
    return size


def verify_sha256(
    path: Path, expected: str, *, progress: Progress = no_progress, cancel: CancelToken | None = None
) -> str:
    """The file's sha256, once it is known to be the expected one.

    :raises WeightsError: when it is another, or the file cannot be read.
    :raises Cancelled: when cancelled.
    """
    actual = sha256_of(path, progress=progress, cancel=cancel)
    if actual != expected:
        raise WeightsError(
            "The file was changed or damaged: its sha256 is {actual}..., not {expected}...",
            where=str(path),
            hint="It was not opened. Delete it and fetch or import it again.",
            actual=actual[:12],
            expected=expected[:12],
        )
    return actual


def unreadable(path: Path, error: OSError) -> WeightsError:
    """The error for a file that the system does not let us read."""
    return WeightsError(
        "The weights file cannot be read ({why})",
        where=str(path),
        hint="Check that it exists and that you may read it.",
        why=why(error),
    )
