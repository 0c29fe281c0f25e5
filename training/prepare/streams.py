"""Writing long lists line by line, whole or not at all, without holding them in memory."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from engine.files import output_error


def write_lines(path: Path, lines: Iterable[str]) -> Path:
    """Put lines, each with its end, into a file of UTF-8 in the place of what was there. Raises OutputError."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise output_error(error, path) from error
        raise
    return path
