"""Photos that were read before anybody asked for them, in the order in which they will probably be wanted."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from gui.services.loading import ReadPhoto

MOST_PHOTOS: Final = 6
MOST_BYTES: Final = 320_000_000
"""Pixels of so many bytes are kept: six small photos, or four of 24 megapixels. The first one always is."""

Stamp: TypeAlias = tuple[int, int] | None


def stamp_of(path: Path) -> Stamp:
    """Size and time of a file, which change with it; None when it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


class ReadAhead:
    """What is wanted soon and what of it was read; safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted: list[Path] = []
        self._read: dict[Path, tuple[Stamp, ReadPhoto | None]] = {}
        self._closed = False

    def want(self, paths: Sequence[Path]) -> int:
        """What will be wanted, first things first; anything else is dropped. Answers how many are still to be read."""
        with self._lock:
            self._wanted = [] if self._closed else list(dict.fromkeys(paths))[:MOST_PHOTOS]
            self._read = {path: read for path, read in self._read.items() if path in self._wanted}
            return sum(path not in self._read for path in self._wanted)

    def next(self) -> Path | None:
        """The first that is still to be read, as long as there is room."""
        with self._lock:
            held = sum(photo.picture.nbytes for _, photo in self._read.values() if photo is not None)
            for place, path in enumerate(self._wanted):
                if path not in self._read:
                    return path if place == 0 or held < MOST_BYTES else None
            return None

    def put(self, path: Path, stamp: Stamp, photo: ReadPhoto | None) -> None:
        """A photo was read; None when it cannot be, so that it is not tried again and again."""
        with self._lock:
            if path in self._wanted:
                self._read[path] = (stamp, photo)

    def take(self, path: Path) -> ReadPhoto | None:
        """Hand a photo over, once; None where it was not read, or its file is another one by now."""
        with self._lock:
            stamp, photo = self._read.pop(path, (None, None))
        return photo if photo is not None and stamp == stamp_of(path) else None

    def expects(self, path: Path) -> bool:
        """Whether a photo is still to be read."""
        with self._lock:
            return path in self._wanted and path not in self._read

    def kept(self) -> list[Path]:
        """What was read and not yet handed over."""
        with self._lock:
            return [path for path, (_, photo) in self._read.items() if photo is not None]

    def close(self) -> None:
        """Nothing is wanted any more, now or later."""
        self._closed = True
        self.want(())
