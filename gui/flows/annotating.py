"""Going through many photos: next and previous, marking states, and the mode in which Ctrl+Return means done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from engine.project.records import PhotoState
from gui.document import Document
from gui.flows.photo_queue import PhotoQueue
from gui.flows.photo_states import PhotoStates
from gui.services.loading import PictureLoader


class AnnotateFlow(QObject):
    """What an annotator does with the photos' queue. `mode_changed` tells whether the window is set up for it.

    In the mode, the photo has the panes' whole room and Ctrl+Return marks it done and opens the next; out of it, the
    same keys transfer. Two meanings never hold at once: the action of the other is disabled.
    """

    mode_changed = Signal(bool)

    def __init__(
        self,
        document: Document,
        *,
        queue: PhotoQueue,
        states: PhotoStates,
        loader: PictureLoader,
        say: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._queue = queue
        self._states = states
        self._loader = loader
        self._say = say
        self._mode = False
        document.framed_changed.connect(self._look_ahead)
        document.photo_changed.connect(self._on_photo_changed)

    @property
    def mode(self) -> bool:
        """Whether the window is set up for annotating."""
        return self._mode

    def set_mode(self, mode: bool) -> None:
        """Set the window up for annotating, or for posing again."""
        if mode != self._mode:
            self._mode = mode
            self.mode_changed.emit(mode)

    @property
    def state(self) -> PhotoState | None:
        """The open photo's state."""
        photo = self._document.current
        return None if photo is None else self._states.of(photo)

    def step(self, step: int) -> None:
        """Open the next photo of the list, or with -1 the one before."""
        photo = self._document.current
        key = self._queue.neighbour(None if photo is None else photo.key, step)
        if key is not None:
            self._document.make_current(key)
        else:
            self._say(self.tr("This is the last photo.") if step > 0 else self.tr("This is the first photo."))

    def next_open(self) -> None:
        """Open the next photo that is neither done nor rejected."""
        photo = self._document.current
        key = self._queue.next_open(None if photo is None else photo.key)
        if key is not None:
            self._document.make_current(key)
        else:
            self._say(self.tr("No other photo is left to do."))

    def mark(self, state: PhotoState) -> None:
        """Say how far the open photo is."""
        photo = self._document.current
        if photo is not None:
            self._states.mark([photo], state)

    def done_and_next(self) -> None:
        """The open photo is done; open the next that is not."""
        photo = self._document.current
        if photo is None:
            return
        # Where the next one is, is asked before: the filter may take this one out of the list.
        key = self._queue.next_open(photo.key)
        self._states.mark([photo], PhotoState.DONE)
        if key is not None:
            self._document.make_current(key)
        else:
            self._say(self.tr("Done. No other photo is left to do."))

    # the next photo is decoded while this one is looked at

    def _on_photo_changed(self, key: int) -> None:
        photo = self._document.current
        if photo is not None and photo.key == key and photo.picture is not None:
            self._look_ahead()

    def _look_ahead(self) -> None:
        photo = self._document.current
        if photo is None or photo.picture is None:
            return
        keys = [self._queue.neighbour(photo.key, step) for step in (1, -1)]
        others = [self._document.photo(key) for key in keys if key is not None]
        self._loader.look_ahead(
            [other.path for other in others if other is not None and other.path is not None and other.picture is None]
        )
