"""Reading photos off the window's thread: decoding a large photo takes longer than a frame."""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from engine.errors import ReposeError
from gui.services.backend import Picture

if TYPE_CHECKING:
    from engine.provenance import Provenance

_log = logging.getLogger(__name__)

_AHEAD = 2
_WANTED = 1
"""A photo that somebody waits for is read before those that are read ahead."""


@dataclass(frozen=True, eq=False)
class ReadPhoto:
    """A photo's pixels, RGB uint8 [H, W, 3], the sha256 of its file, and how it was made if this program made it."""

    picture: Picture
    sha256: str
    made: Provenance | None = None


def _made(path: Path) -> Provenance | None:
    from engine.provenance import read_provenance

    try:
        return read_provenance(path)
    except ReposeError:
        return None  # a photo like any other


def _read(path: Path) -> ReadPhoto:
    from engine.images import load_picture
    from engine.provenance import file_sha256

    return ReadPhoto(load_picture(path), file_sha256(path), _made(path))


def _stamp(path: Path) -> tuple[int, int] | None:
    """Size and time of a file, which change with it."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


class _Task(QRunnable):
    def __init__(self, loader: PictureLoader, number: int, path: Path) -> None:
        super().__init__()
        self._loader = loader
        self._number = number
        self._path = path

    def run(self) -> None:
        if not self._loader.wants(self._number):
            return
        begun = time.perf_counter()
        try:
            photo = _read(self._path)
        except ReposeError as error:
            self._loader._failed.emit(self._number, str(error))
        except Exception as error:  # the thread's edge: the person hears what happened
            _log.exception("reading %s failed", self._path)
            self._loader._failed.emit(self._number, f"{self._path.name}: {type(error).__name__}: {error}")
        else:
            self._loader._read.emit(self._number, photo, time.perf_counter() - begun)


class _AheadTask(QRunnable):
    """Reads a photo that nobody asked for yet."""

    def __init__(self, loader: PictureLoader, path: Path) -> None:
        super().__init__()
        self._loader = loader
        self._path = path

    def run(self) -> None:
        if not self._loader.expects(self._path):
            return
        stamp = _stamp(self._path)
        try:
            self._loader._ahead_read.emit(self._path, stamp, _read(self._path))
        except ReposeError:
            return  # told when somebody asks for it
        except Exception:  # the thread's edge
            _log.exception("reading %s ahead failed", self._path)


class PictureLoader(QObject):
    """Reads photos one after the other in a thread of its own.

    `finished` brings a request's id, a `ReadPhoto` and the seconds it took; `failed` the id and one clear line.
    """

    finished = Signal(int, object, float)
    failed = Signal(int, str)
    cancelled = Signal(int)

    _read = Signal(int, object, float)
    _failed = Signal(int, str)
    _ahead_read = Signal(object, object, object)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._open: set[int] = set()
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._expected: list[Path] = []
        self._ahead: dict[Path, tuple[object, ReadPhoto]] = {}
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self._ahead_read.connect(self._on_ahead_read, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    def submit(self, path: Path) -> int:
        """Ask for the picture in a file; answers the request's id."""
        number = next(self._numbers)
        if not self._closed:
            self._open.add(number)
            stamp, photo = self._ahead.pop(path, (None, None))
            if photo is not None and stamp == _stamp(path):
                # As from the thread: the answer comes after the id.
                self._read.emit(number, photo, 0.0)
            else:
                self._pool.start(_Task(self, number, path), _WANTED)
        return number

    def look_ahead(self, paths: Sequence[Path]) -> None:
        """Read photos that will probably be asked for next, after everything that was asked for; at most two are kept.

        Those read ahead before and not named now are dropped.
        """
        self._expected = list(paths)[:_AHEAD]
        self._ahead = {path: kept for path, kept in self._ahead.items() if path in self._expected}
        if not self._closed:
            for path in self._expected:
                if path not in self._ahead:
                    self._pool.start(_AheadTask(self, path))

    def expects(self, path: Path) -> bool:
        """Whether a photo is still to be read ahead."""
        return path in self._expected and path not in self._ahead and not self._closed

    def wants(self, number: int) -> bool:
        """Whether a request was not given up."""
        return number in self._open

    def cancel(self, number: int) -> None:
        """Give a request up; a late answer to it is dropped."""
        if number in self._open:
            self._open.discard(number)
            self.cancelled.emit(number)

    def close(self) -> None:
        """Give everything up and wait for the file that is being read; later wishes are not heard."""
        self._closed = True
        self._open.clear()
        self._expected.clear()
        self._ahead.clear()
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(int, object, float)
    def _on_read(self, number: int, photo: object, seconds: float) -> None:
        if number in self._open:
            self._open.discard(number)
            self.finished.emit(number, photo, seconds)

    @Slot(object, object, object)
    def _on_ahead_read(self, path: Path, stamp: object, photo: ReadPhoto) -> None:
        if self.expects(path):
            self._ahead[path] = (stamp, photo)

    @Slot(int, str)
    def _on_failed(self, number: int, text: str) -> None:
        if number in self._open:
            self._open.discard(number)
            self.failed.emit(number, text)
