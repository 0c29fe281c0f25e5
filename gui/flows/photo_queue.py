"""The photos in the order in which they are worked on: filtered and sorted by state, confidence and facing."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.project.records import PhotoState
from engine.skeleton import Facing, Joint, facing_of
from gui.canvas.body import doubts
from gui.document import Document, People, Photo
from gui.flows.photo_states import PhotoStates

FINISHED: Final = (PhotoState.DONE, PhotoState.REJECTED)


class Sort(Enum):
    """What comes first."""

    FOLDER = "folder"
    NAME = "name"
    STATE = "state"
    CONFIDENCE = "confidence"
    FACING = "facing"


@dataclass(frozen=True)
class View:
    """Which photos are listed and how: those of `states` and `facings` (all when empty), below `unsure` where given.

    `unsure` is a confidence in 0..1: photos whose least sure joint is at least that are left out.
    """

    states: frozenset[PhotoState] = frozenset()
    facings: frozenset[Facing] = frozenset()
    unsure: float | None = None
    sort: Sort = Sort.FOLDER

    @property
    def filters(self) -> bool:
        """Whether anything is left out."""
        return bool(self.states or self.facings or self.unsure is not None)


@dataclass
class _Known:
    """What the list needs of a photo, worked out once for its people as they stand, doubts when they are asked for."""

    people: People
    facing: Facing | None
    confidence: float | None
    doubtful: tuple[Joint, ...] | None = None


class PhotoQueue(QObject):
    """Lists the document's photos. Bursts of changes are worked off together, when the window has a moment.

    `grown` tells that photos were added at the end, `shrunk` that the one of a row is gone, `listed` that the list is
    another one, `photo_changed` that a photo of it looks different, `counted` that the numbers of states may be others.
    """

    grown = Signal(int, int)
    shrunk = Signal(int)
    listed = Signal()
    photo_changed = Signal(int)
    counted = Signal()

    def __init__(self, document: Document, states: PhotoStates, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._states = states
        self._view = View()
        self._keys: list[int] = []
        self._rows: dict[int, int] = {}
        self._known: dict[int, _Known] = {}
        self._state_of: dict[int, PhotoState] = {}
        self._counts: Counter[PhotoState] = Counter()
        self._recount = False
        self._added: list[int] = []
        self._own_only = False
        self._stale = any(True for _ in document)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.settle)
        document.photo_added.connect(self._on_added)
        document.photos_added.connect(self._on_many_added)
        document.photo_removed.connect(self._on_removed)
        document.emptied.connect(self._on_emptied)
        states.changed.connect(self._on_photo_changed)

    # what is listed

    @property
    def view(self) -> View:
        """Which photos are listed and in which order."""
        return self._view

    def set_view(self, view: View) -> None:
        """List others, or in another order."""
        if view != self._view:
            self._view = view
            self._stale = True
            self.settle()

    def set_states(self, states: frozenset[PhotoState]) -> None:
        """List photos in these states only; all when there is none."""
        self.set_view(replace(self._view, states=states))

    def listed_keys(self) -> list[int]:
        """The listed photos' keys, in order."""
        self.settle()
        return self._keys

    def row_of(self, key: int) -> int | None:
        """The place of a photo in the list, if it is listed."""
        return self._rows.get(key)

    def facing(self, photo: Photo) -> Facing | None:
        """Which side of the main person is seen."""
        return self._of(photo).facing

    def confidence(self, photo: Photo) -> float | None:
        """The confidence of the main person's least sure joint."""
        return self._of(photo).confidence

    def counts(self) -> Counter[PhotoState]:
        """How many photos there are in each state; the demo people are not counted."""
        self.settle()
        return Counter({state: count for state, count in self._counts.items() if count})

    def _count(self, key: int, state: PhotoState | None) -> None:
        """A photo's state is this one now; None when the photo is gone."""
        before = self._state_of.pop(key, None)
        if before is not None:
            self._counts[before] -= 1
        if state is not None:
            self._counts[state] += 1
            self._state_of[key] = state
        self._recount = self._recount or before is not state

    def _count_new(self, keys: list[int]) -> None:
        """The same as `_count` for photos that came, of which there may be thousands."""
        for key in keys:
            photo = self._document.photo(key)
            if photo is not None and not photo.demo and key not in self._state_of:
                self._state_of[key] = state = self._states.of(photo)
                self._counts[state] += 1
        self._recount = self._recount or bool(keys)

    def list_own_only(self, own_only: bool) -> None:
        """Leave the demo people out as soon as there are other photos: nobody annotates them."""
        if own_only is not self._own_only:
            self._own_only = own_only
            self._stale = True
            self.settle()

    # the way through

    def neighbour(self, key: int | None, step: int) -> int | None:
        """The listed photo `step` places on; none beyond the ends."""
        keys = self.listed_keys()
        row = self._rows.get(key) if key is not None else None
        if row is None:
            return keys[0] if keys else None
        return keys[row + step] if 0 <= row + step < len(keys) else None

    def next_open(self, key: int | None) -> int | None:
        """The next listed photo that is neither done nor rejected, from the beginning after the end; none when none."""
        keys = self.listed_keys()
        start = self._rows.get(key, -1) if key is not None else -1
        for row in itertools.chain(range(start + 1, len(keys)), range(start + 1)):
            other = keys[row]
            photo = self._document.photo(other)
            if other != key and photo is not None and not photo.demo and self._states.of(photo) not in FINISHED:
                return other
        return None

    def next_doubtful(self, key: int | None, *, most: int | None = None) -> int | None:
        """The next listed photo with a joint in doubt that nobody has done with, among `most` where that is given.

        As `next_open`, from the beginning after the end; never the photo itself.
        """
        keys = self.listed_keys()
        start = self._rows.get(key, -1) if key is not None else -1
        others = itertools.chain(range(start + 1, len(keys)), range(max(start, 0)))
        for row in itertools.islice(others, most):
            photo = self._document.photo(keys[row])
            open_one = photo is not None and not (photo.demo and self._state_of) and keys[row] != key
            if photo is not None and open_one and self._states.of(photo) not in FINISHED and self.doubtful(photo):
                return keys[row]
        return None

    def doubtful(self, photo: Photo) -> tuple[Joint, ...]:
        """The main person's joints that should be looked at again, in their order."""
        known = self._of(photo)
        if known.doubtful is None:
            pose = photo.people.pose
            known.doubtful = () if pose is None else tuple(sorted(doubts(pose)))
        return known.doubtful

    # changes

    def _on_added(self, key: int) -> None:
        self._added.append(key)
        self._soon.start()

    def _on_many_added(self, keys: list[int]) -> None:
        self._added += keys
        self._soon.start()

    def _on_emptied(self) -> None:
        """Another project is about to be shown."""
        self._known, self._state_of, self._counts, self._rows = {}, {}, Counter(), {}
        self._keys, self._added, self._stale, self._recount = [], [], False, True
        self.listed.emit()
        self._soon.start()

    def _on_removed(self, key: int) -> None:
        """Nobody may ask for a photo that is gone, not even before the next event."""
        self._known.pop(key, None)
        self._count(key, None)
        row = self._rows.pop(key, None)
        if row is not None:
            self._keys = [*self._keys[:row], *self._keys[row + 1 :]]
            for later in range(row, len(self._keys)):
                self._rows[self._keys[later]] = later
            self.shrunk.emit(row)
        self._soon.start()

    def _on_photo_changed(self, key: int) -> None:
        photo, before = self._document.photo(key), self._state_of.get(key)
        if photo is None:
            return
        if key in self._rows:
            self.photo_changed.emit(key)
        if not photo.demo:
            self._count(key, self._states.of(photo))
        known = self._known.get(key)
        other = self._state_of.get(key) is not before or known is None or known.people is not photo.people
        if other and (self._view.filters or self._view.sort not in (Sort.FOLDER, Sort.NAME)):
            self._stale = True
        if self._stale or self._recount:
            self._soon.start()

    def settle(self) -> None:
        """Bring the list up to date now."""
        if not (self._added or self._stale or self._recount):
            return
        added, self._added = self._added, []
        self._count_new(added)
        placed = self._own_only or self._view.filters or self._view.sort is not Sort.FOLDER
        if self._stale or (added and placed):
            self._stale = False
            keys = [photo.key for photo in self._ordered()]
            if keys != self._keys:
                self._keys = keys
                self._rows = {key: row for row, key in enumerate(keys)}
                self.listed.emit()
        elif added:
            keys, first = [photo.key for photo in self._document], len(self._keys)
            if keys[:first] != self._keys:  # one came back to its place among the others
                self._keys = keys
                self._rows = {key: row for row, key in enumerate(keys)}
                self.listed.emit()
            elif len(keys) > first:
                self._keys = keys
                self._rows.update({key: row for row, key in enumerate(keys[first:], start=first)})
                self.grown.emit(first, len(keys) - 1)
        if self._recount:
            self._recount = False
            self.counted.emit()

    def _ordered(self) -> list[Photo]:
        view = self._view
        photos = [photo for photo in self._document if self._shown(photo)]
        if view.sort is Sort.NAME:
            photos.sort(key=lambda photo: photo.title.casefold())
        elif view.sort is Sort.STATE:
            order = list(PhotoState)
            photos.sort(key=lambda photo: order.index(self._states.of(photo)))
        elif view.sort is Sort.CONFIDENCE:
            photos.sort(key=lambda photo: 2.0 if (sure := self.confidence(photo)) is None else sure)
        elif view.sort is Sort.FACING:
            order_of = {None: 9} | {facing: index for index, facing in enumerate(Facing)}
            photos.sort(key=lambda photo: order_of[self.facing(photo)])
        return photos

    def _shown(self, photo: Photo) -> bool:
        view = self._view
        if photo.demo and self._own_only and self._state_of:
            return False
        if view.states and self._states.of(photo) not in view.states:
            return False
        if view.facings and self.facing(photo) not in view.facings:
            return False
        sure = self.confidence(photo)
        return view.unsure is None or (sure is not None and sure < view.unsure)

    def _of(self, photo: Photo) -> _Known:
        known = self._known.get(photo.key)
        if known is None or known.people is not photo.people:
            pose = photo.people.pose
            here = pose is not None and bool(pose.present.any())
            known = _Known(
                photo.people,
                facing_of(pose) if pose is not None and here else None,
                float(np.min(pose.confidence[pose.present])) if pose is not None and here else None,
            )
            self._known[photo.key] = known
        return known
