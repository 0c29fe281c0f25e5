"""Going through many photos: next and previous, marking states, and the mode in which Ctrl+Return means done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from engine.project.records import PhotoState
from gui.document import Document, Photo
from gui.flows.photo_queue import PhotoQueue
from gui.flows.photo_states import PhotoStates, state_word
from gui.services.loading import PictureLoader

_AFTER_PAINTING: Final = 20
"""Milliseconds that the photo just opened has for itself."""
_LOOKED_AT: Final = 24
"""So many photos are searched for the next doubtful one when it is to be decoded ahead."""


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
        say_over: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._queue = queue
        self._states = states
        self._loader = loader
        self._say = say
        self._say_over = say_over
        self._mode = False
        self.chosen: Callable[[], list[int]] = list
        """Keys of the photos that are selected together; what is said of one is said of all of them."""
        self._step = 1
        self._place: int | None = None
        # Once the open photo is on the screen, and again when more is known of the others.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_PAINTING)
        self._soon.timeout.connect(self._look_ahead)
        document.current_changed.connect(self._on_current_changed)
        document.photo_changed.connect(self._on_photo_changed)
        queue.listed.connect(self._soon.start)
        queue.counted.connect(self._soon.start)

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

    def together(self) -> list[Photo]:
        """The photos that are selected together with the open one; that one alone where none are."""
        current = self._document.current
        if current is None:
            return []
        chosen = [photo for key in self.chosen() if (photo := self._document.photo(key)) is not None]
        return chosen if len(chosen) > 1 and current in chosen else [current]

    def mark(self, state: PhotoState) -> None:
        """Say how far the open photo is, and those that are selected with it."""
        photos = [photo for photo in self.together() if not photo.demo]
        self._states.mark(photos, state)
        if len(photos) > 1:
            self._say(self.tr("{0}: {1} photos").format(state_word(state), len(photos)))

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
            self._say_over(self.tr("Done. No other photo is left to do."))

    # photos that will be wanted are decoded while this one is looked at

    def _on_current_changed(self) -> None:
        """Which way a person goes is seen by where they are, however they got there."""
        photo, before = self._document.current, self._place
        self._place = None if photo is None else self._queue.row_of(photo.key)
        if self._place is not None and before is not None and self._place != before:
            self._step = 1 if self._place > before else -1
        self._soon.start()

    def _on_photo_changed(self, key: int) -> None:
        photo = self._document.current
        if photo is not None and photo.key == key and photo.picture is not None:
            self._soon.start()

    def _look_ahead(self) -> None:
        """The next two, the places where a jump leads, the one before, and one more."""
        photo = self._document.current
        if photo is None or photo.picture is None:
            return
        keys = [
            self._queue.neighbour(photo.key, self._step),
            self._queue.next_open(photo.key),
            self._queue.neighbour(photo.key, 2 * self._step),
            self._queue.neighbour(photo.key, -self._step),
            self._queue.next_doubtful(photo.key, most=_LOOKED_AT),
            self._queue.neighbour(photo.key, 3 * self._step),
        ]
        others = [self._document.photo(key) for key in keys if key is not None]
        self._loader.look_ahead(
            [other.path for other in others if other is not None and other.path is not None and other.picture is None]
        )
