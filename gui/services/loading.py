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
from gui.language.words import told, told_any
from gui.services.backend import Picture
from gui.services.read_ahead import ReadAhead, stamp_of

if TYPE_CHECKING:
    from engine.provenance import Provenance
    from gui.canvas.picture_pyramid import PicturePyramid

_log = logging.getLogger(__name__)

_WANTED = 1
"""A photo that somebody waits for is read before those that are read ahead."""


@dataclass(frozen=True, eq=False)
class ReadPhoto:
    """A photo's pixels, RGB uint8 [H, W, 3], the sha256 of its file, and how it was made if this program made it.

    `pyramid` is the picture with its smaller copies, where it is read for the screen.
    """

    picture: Picture
    sha256: str
    made: Provenance | None = None
    pyramid: PicturePyramid | None = None


def _made(path: Path) -> Provenance | None:
    from engine.provenance import read_provenance

    try:
        return read_provenance(path)
    except ReposeError:
        return None  # a photo like any other


def _read(path: Path, *, for_screen: bool) -> ReadPhoto:
    from engine.images import load_picture
    from engine.provenance import file_sha256
    from gui.canvas.picture_pyramid import PicturePyramid

    picture = load_picture(path)
    pyramid = PicturePyramid(picture).halve() if for_screen else None
    return ReadPhoto(picture, file_sha256(path), _made(path), pyramid)


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
            # It may have been read ahead while this waited.
            photo = self._loader.ahead.take(self._path) or _read(self._path, for_screen=self._loader.for_screen)
        except ReposeError as error:
            self._loader._failed.emit(self._number, told(error))
        except Exception as error:  # the thread's edge: the person hears what happened
            _log.exception("reading %s failed", self._path)
            self._loader._failed.emit(self._number, f"{self._path.name}: {told_any(error)}")
        else:
            self._loader._read.emit(self._number, photo, time.perf_counter() - begun)


class _AheadTask(QRunnable):
    """Reads the photo that will most probably be asked for, of those that are not read yet."""

    def __init__(self, ahead: ReadAhead) -> None:
        super().__init__()
        self._ahead = ahead

    def run(self) -> None:
        path = self._ahead.next()
        if path is None:
            return
        stamp, photo = stamp_of(path), None
        try:
            photo = _read(path, for_screen=True)
        except ReposeError:
            pass  # told when somebody asks for it
        except Exception:  # the thread's edge
            _log.exception("reading %s ahead failed", path)
        self._ahead.put(path, stamp, photo)


class PictureLoader(QObject):
    """Reads photos one after the other in a thread of its own.

    `finished` brings a request's id, a `ReadPhoto` and the seconds it took; `failed` the id and one clear line.
    """

    finished = Signal(int, object, float)
    failed = Signal(int, str)
    cancelled = Signal(int)

    _read = Signal(int, object, float)
    _failed = Signal(int, str)

    def __init__(self, *, for_screen: bool = True, parent: QObject | None = None) -> None:
        """Without `for_screen` photos are read for their pixels alone."""
        super().__init__(parent)
        self.for_screen = for_screen
        self._numbers = itertools.count(1)
        self._open: set[int] = set()
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.ahead = ReadAhead()
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    def submit(self, path: Path) -> int:
        """Ask for the picture in a file; answers the request's id."""
        number = next(self._numbers)
        if not self._closed:
            self._open.add(number)
            photo = self.ahead.take(path)
            if photo is not None:
                # As from the thread: the answer comes after the id.
                self._read.emit(number, photo, 0.0)
            else:
                self._pool.start(_Task(self, number, path), _WANTED)
        return number

    def take(self, path: Path) -> ReadPhoto | None:
        """The photo in a file if it was read ahead: it need not be asked for then, and is handed over once."""
        return None if self._closed else self.ahead.take(path)

    def look_ahead(self, paths: Sequence[Path]) -> None:
        """Read photos that will probably be asked for next, the first one first, after everything that was asked for.

        Those read ahead before and not named now are dropped; of many, or of large ones, only the first are read.
        """
        if not self._closed:
            for _ in range(self.ahead.want(paths)):
                self._pool.start(_AheadTask(self.ahead))

    def expects(self, path: Path) -> bool:
        """Whether a photo is still to be read ahead."""
        return self.ahead.expects(path)

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
        self.ahead.close()
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
