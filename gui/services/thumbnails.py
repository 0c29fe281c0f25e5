"""Small copies of photos, read off the window's thread when a list first shows them; only so many are kept."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRunnable, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPixmap

from gui.thumbnails import cut_to, photo_thumbnail

KEPT: Final = 400
"""Thumbnails that stay in memory: at twice 72 x 96 pixels, for dense screens, some 33 MB."""
_PLAIN: Final = QImage.Format.Format_RGB888
_FIRST_BYTES: Final = ((b"\xff\xd8\xff", b"jpeg"), (b"\x89PNG\r\n\x1a\n", b"png"), (b"GIF8", b"gif"), (b"BM", b"bmp"))
_WAITING: Final = 80
"""More wishes than fit on a screen: older ones have been scrolled away."""


class _Wishes:
    """Photos that wait to be read, newest first; safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[tuple[int, Path, int]] = deque()

    def put(self, key: int, path: Path, round_: int) -> int | None:
        """Add a wish; answers the key of one that is dropped for it."""
        with self._lock:
            self._waiting.append((key, path, round_))
            return self._waiting.popleft()[0] if len(self._waiting) > _WAITING else None

    def take(self) -> tuple[int, Path, int] | None:
        with self._lock:
            return self._waiting.pop() if self._waiting else None

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()


class _Reader(QRunnable):
    def __init__(self, owner: ThumbnailStore) -> None:
        super().__init__()
        self._owner = owner

    def run(self) -> None:
        wish = self._owner.wishes.take()
        if wish is not None:
            image = read_small(wish[1], self._owner.side)
            cut = self._owner.cut
            small = image if cut is None or image.isNull() else cut_to(image, cut).convertToFormat(_PLAIN)
            self._owner._read.emit(wish[0], wish[2], small)


class ThumbnailStore(QObject):
    """Gives thumbnails of `size` at once where they are known, and says `arrived` when one has been read."""

    arrived = Signal(int)
    _read = Signal(int, int, QImage)

    def __init__(self, size: QSize, *, kept: int = KEPT, whole: bool = False, parent: QObject | None = None) -> None:
        """With `whole`, small copies are kept uncut, for `image`."""
        super().__init__(parent)
        self.wishes = _Wishes()
        self.side = 2 * max(size.width(), size.height())
        self.cut = None if whole else size * 2
        self._size = size
        self._most = kept
        self._ratio = 1.0
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._pixmaps: dict[int, QPixmap] = {}
        self._asked: set[int] = set()
        self._round = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)

    def thumbnail(self, key: int, path: Path | None, *, ratio: float) -> QPixmap | None:
        """The photo's thumbnail; None while it is being read, or where it cannot be."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._pixmaps.clear()
        image = self.image(key, path)
        if image is None or image.isNull():
            return None
        if key not in self._pixmaps:
            self._pixmaps[key] = photo_thumbnail(image, self._size, ratio=ratio)
        return self._pixmaps[key]

    def image(self, key: int, path: Path | None) -> QImage | None:
        """The photo's small copy, uncut; None while it is being read, empty where it cannot be."""
        image = self._images.get(key)
        if image is None:
            if path is not None and key not in self._asked:
                self._asked.add(key)
                dropped = self.wishes.put(key, path, self._round)
                if dropped is not None:
                    self._asked.discard(dropped)
                self._pool.start(_Reader(self))
            return None
        self._images.move_to_end(key)
        return image

    def put(self, key: int, image: QImage) -> None:
        """Keep a small copy that somebody else has made."""
        self._keep(key, image)

    def known(self, key: int) -> bool:
        """Whether the photo's small copy is there."""
        return key in self._images

    def forget(self, key: int) -> None:
        """A photo is gone."""
        self._images.pop(key, None)
        self._pixmaps.pop(key, None)
        self._asked.discard(key)

    def forget_all(self) -> None:
        """Other photos will come, of the same keys."""
        self._round += 1
        self.wishes.clear()
        for kept in (self._images, self._pixmaps, self._asked):
            kept.clear()

    def __len__(self) -> int:
        return len(self._images)

    def close(self) -> None:
        """Give up what waits, and wait for the file that is being read."""
        self.wishes.clear()
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(int, int, QImage)
    def _on_read(self, key: int, round_: int, image: QImage) -> None:
        if round_ != self._round:
            return
        self._asked.discard(key)
        self._keep(key, image)
        self.arrived.emit(key)

    def _keep(self, key: int, image: QImage) -> None:
        self._images[key] = image
        self._images.move_to_end(key)
        self._pixmaps.pop(key, None)
        while len(self._images) > self._most:
            old, _ = self._images.popitem(last=False)
            self._pixmaps.pop(old, None)


def read_small(path: Path, side: int) -> QImage:
    """A copy of a photo whose shorter side is about `side` pixels, turned as its camera held it; empty where it cannot
    be read."""
    kind = _kind_of(path)
    if not kind:
        return _read_by_engine(path, side)
    reader = QImageReader(str(path), QByteArray(kind))
    # The kind is told, not looked for: while Qt looks, its SVG reader connects signals with Python's lock held, and a
    # window's thread that disconnects others at that moment waits for it for ever.
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and min(size.width(), size.height()) > side:
        # JPEG decodes straight to a small size; the size is meant before the photo is turned.
        turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
        wanted = QSize(side, side).transposed() if turned else QSize(side, side)
        reader.setScaledSize(size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return _read_by_engine(path, side)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _kind_of(path: Path) -> bytes:
    """Qt's name of the file's kind, by its first bytes; empty where the engine reads it."""
    try:
        with path.open("rb") as file:
            start = file.read(12)
    except OSError:
        return b""
    if start[:4] == b"RIFF" and start[8:] == b"WEBP":
        return b"webp"
    return next((kind for first, kind in _FIRST_BYTES if start.startswith(first)), b"")


def _read_by_engine(path: Path, side: int) -> QImage:
    """Photos of other kinds, and those that Qt cannot read."""
    from engine.errors import ReposeError
    from engine.images import load_picture
    from gui.thumbnails import preview_of

    try:
        return preview_of(load_picture(path), most=side)
    except ReposeError:
        return QImage()
