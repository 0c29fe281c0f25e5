"""Looking into data folders off the window's thread: counting a large one takes seconds, so does a slow disk."""

from __future__ import annotations

import itertools
import logging
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from gui.services.data_folder import DataFacts, DataKind, look_at
from gui.services.thumbnails import read_small
from gui.thumbnails import image_of

_log = logging.getLogger(__name__)


class _Look(QRunnable):
    def __init__(self, looker: DataLooker, number: int, folder: Path, side: int) -> None:
        super().__init__()
        self._looker, self._number, self._folder, self._side = looker, number, folder, side

    def run(self) -> None:
        def wanted() -> bool:
            return self._looker.wants(self._number)

        if not wanted():
            return
        try:
            facts = look_at(self._folder, wanted=wanted)
            images = [image for entry in facts.sheet if wanted() and not (image := self._small(entry)).isNull()]
        except Exception:  # the thread's edge: whatever is in the folder, the window goes on
            _log.exception("looking into %s failed", self._folder)
            facts, images = DataFacts(self._folder, DataKind.NOTHING, problem="unreadable"), []
        self._looker._looked.emit(self._number, facts, images)

    def _small(self, entry: Path | np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> QImage:
        box = QSize(self._side, self._side)
        if isinstance(entry, Path):
            image = read_small(entry, self._side)
        else:
            image = image_of(entry)
        return image.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


class DataLooker(QObject):
    """Looks at one folder at a time; `seen` brings `DataFacts` and a list of small QImages. The newest wish counts."""

    seen = Signal(object, list)

    _looked = Signal(int, object, list)

    def __init__(self, *, parent: QObject | None = None, side: int = 192) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._newest = 0
        self._side = side
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._looked.connect(self._on_looked, Qt.ConnectionType.QueuedConnection)

    def look(self, folder: Path) -> None:
        """Look at a folder; an earlier wish is given up."""
        self._newest = next(self._numbers)
        self._pool.start(_Look(self, self._newest, folder, self._side))

    def wants(self, number: int) -> bool:
        """Whether a look is still wanted."""
        return number == self._newest

    def close(self) -> None:
        """Give up and wait for what is being read."""
        self._newest = 0
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(int, object, list)
    def _on_looked(self, number: int, facts: object, images: list[QImage]) -> None:
        if number == self._newest:
            self.seen.emit(facts, images)
