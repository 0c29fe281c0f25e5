"""Reading photos off the window's thread: decoding a large photo takes longer than a frame."""

from __future__ import annotations

import itertools
import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from engine.errors import ReposeError
from gui.services.backend import Picture

if TYPE_CHECKING:
    from engine.provenance import Provenance

_log = logging.getLogger(__name__)


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


class _Task(QRunnable):
    def __init__(self, loader: PictureLoader, number: int, path: Path) -> None:
        super().__init__()
        self._loader = loader
        self._number = number
        self._path = path

    def run(self) -> None:
        from engine.images import load_picture
        from engine.provenance import file_sha256

        if not self._loader.wants(self._number):
            return
        begun = time.perf_counter()
        try:
            photo = ReadPhoto(load_picture(self._path), file_sha256(self._path), _made(self._path))
        except ReposeError as error:
            self._loader._failed.emit(self._number, str(error))
        except Exception as error:  # the thread's edge: the person hears what happened
            _log.exception("reading %s failed", self._path)
            self._loader._failed.emit(self._number, f"{self._path.name}: {type(error).__name__}: {error}")
        else:
            self._loader._read.emit(self._number, photo, time.perf_counter() - begun)


class PictureLoader(QObject):
    """Reads photos one after the other in a thread of its own.

    `finished` brings a request's id, a `ReadPhoto` and the seconds it took; `failed` the id and one clear line.
    """

    finished = Signal(int, object, float)
    failed = Signal(int, str)
    cancelled = Signal(int)

    _read = Signal(int, object, float)
    _failed = Signal(int, str)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._open: set[int] = set()
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    def submit(self, path: Path) -> int:
        """Ask for the picture in a file; answers the request's id."""
        number = next(self._numbers)
        if not self._closed:
            self._open.add(number)
            self._pool.start(_Task(self, number, path))
        return number

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
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(int, object, float)
    def _on_read(self, number: int, photo: object, seconds: float) -> None:
        if number in self._open:
            self._open.discard(number)
            self.finished.emit(number, photo, seconds)

    @Slot(int, str)
    def _on_failed(self, number: int, text: str) -> None:
        if number in self._open:
            self._open.discard(number)
            self.failed.emit(number, text)
