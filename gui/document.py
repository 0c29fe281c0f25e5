"""What the window shows: the photos, their people, the target pose and the results, as facts with signals."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.fitting import fit_to_person
from engine.skeleton import Pose
from gui.services.backend import Background, FramedPerson, Picture, RenderedPerson

BACKGROUNDS: Final[tuple[Background, ...]] = ("white", "keep", "photo")

_PICTURES_KEPT: Final = 3
_SAME: Final = 0.02
"""Pixels; what a saved picture tells of its poses is rounded."""


class Stage(Enum):
    """How far a photo is."""

    WAITING = "waiting"
    READING = "reading"
    DETECTING = "detecting"
    READY = "ready"
    EMPTY = "no person"
    FAILED = "failed"


@dataclass(frozen=True, eq=False)
class People:
    """The people of a photo as they stand, in its pixels, and which of them is the main person."""

    poses: tuple[Pose, ...] = ()
    main: int = 0

    @property
    def pose(self) -> Pose | None:
        """The main person's pose."""
        return self.poses[self.main] if self.main < len(self.poses) else None

    def with_pose(self, pose: Pose) -> People:
        """The same people with another pose of the main person; a first person where there is none."""
        if not self.poses:
            return People((pose,), 0)
        return replace(self, poses=(*self.poses[: self.main], pose, *self.poses[self.main + 1 :]))


@dataclass(frozen=True, eq=False)
class Result:
    """A picture and what it was made from; `target` in the frame's pixels, `photo_size` height, width."""

    rendered: RenderedPerson
    photo_pose: Pose
    target: Pose
    target_title: str
    background: Background
    fit: bool
    photo_size: tuple[int, int]


@dataclass(eq=False)
class Photo:
    """One photo of the filmstrip."""

    key: int
    title: str
    path: Path | None
    demo: bool = False
    note: str = ""
    stage: Stage = Stage.WAITING
    problem: str = ""
    picture: Picture | None = None
    sha256: str = ""
    people: People = field(default_factory=People)
    detected: tuple[Pose, ...] = ()
    framed: FramedPerson | None = None
    framed_pose: Pose | None = None
    result: Result | None = None

    @property
    def is_framed(self) -> bool:
        """Whether `framed` is of the main person's pose as it stands; else it is of the pose before."""
        return self.framed is not None and self.framed_pose is self.people.pose


@dataclass(frozen=True, eq=False)
class Target:
    """A target pose in the frame's pixels as chosen, drawn or edited.

    `shaped_for` is the photo and person on which it was last edited by hand: for them it is not fitted again.
    """

    pose: Pose
    title: str
    edited: bool = False
    shaped_for: tuple[int, int] | None = None


@dataclass(frozen=True, eq=False)
class Aim:
    """The target and whether it is fitted to the person."""

    target: Target | None = None
    fit: bool = True


class Document(QObject):
    """Holds the state; changes of poses come from the undo stack's commands (see `gui.commands`)."""

    photo_added = Signal(int)
    photo_removed = Signal(int)
    photo_changed = Signal(int)
    current_changed = Signal()
    people_changed = Signal(int)
    aim_changed = Signal()
    framed_changed = Signal()
    result_changed = Signal()
    background_changed = Signal(str)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._keys = itertools.count(1)
        self._photos: dict[int, Photo] = {}
        self._current: int | None = None
        self._recent: list[int] = []
        self._aim = Aim()
        self._background: Background = "white"

    # photos

    def __iter__(self) -> Iterator[Photo]:
        return iter(self._photos.values())

    def photo(self, key: int) -> Photo | None:
        """The photo with this key, if it is still there."""
        return self._photos.get(key)

    @property
    def current(self) -> Photo | None:
        """The photo that is open."""
        return self._photos.get(self._current) if self._current is not None else None

    def photo_of(self, path: Path) -> Photo | None:
        """The photo of a file, if it is in the filmstrip."""
        wanted = path.absolute()
        return next((photo for photo in self if photo.path is not None and photo.path.absolute() == wanted), None)

    def add_photo(self, path: Path | None, *, title: str, note: str = "", demo: bool = False) -> Photo:
        """Put a photo into the filmstrip; nothing of it is read yet. `note` says more about it."""
        photo = Photo(next(self._keys), title, path, demo, note)
        self._photos[photo.key] = photo
        self.photo_added.emit(photo.key)
        return photo

    def remove_photo(self, key: int) -> None:
        """Take a photo out of the filmstrip; steps that changed it can no longer be taken back."""
        if self._photos.pop(key, None) is not None:
            if self._current == key:
                self._current = None
                self.current_changed.emit()
            self.photo_removed.emit(key)

    def make_current(self, key: int) -> None:
        """Open a photo of the filmstrip."""
        if key in self._photos and key != self._current:
            self._current = key
            self._recent = [key, *(other for other in self._recent if other != key)]
            for old in self._recent[_PICTURES_KEPT:]:
                self._forget_picture(old)
            self.current_changed.emit()

    def _forget_picture(self, key: int) -> None:
        """Large photos are many megabytes: those not looked at lately are read again when they are wanted."""
        photo = self._photos.get(key)
        if photo is not None and photo.path is not None:
            photo.picture = None
            photo.framed = None
            if photo.stage is Stage.READY:
                photo.stage = Stage.WAITING

    def set_stage(self, photo: Photo, stage: Stage, *, problem: str = "") -> None:
        """Say how far a photo is."""
        photo.stage, photo.problem = stage, problem
        self.photo_changed.emit(photo.key)

    def set_picture(self, photo: Photo, picture: Picture, *, sha256: str) -> None:
        """The photo was read; `sha256` is that of its file."""
        photo.picture, photo.sha256 = picture, sha256
        self.photo_changed.emit(photo.key)

    def set_detected(self, photo: Photo, poses: Sequence[Pose]) -> None:
        """The estimator's people, main person first. They are the photo's people until a person changes them."""
        photo.detected = tuple(poses)
        if not photo.people.poses:
            self.set_people(photo, People(tuple(poses), 0))

    def set_people(self, photo: Photo, people: People) -> None:
        """The photo's people as they stand now."""
        if photo.people.main != people.main or len(photo.people.poses) != len(people.poses):
            photo.framed = None
        photo.people = people
        self.people_changed.emit(photo.key)

    def set_framed(self, photo: Photo, framed: FramedPerson) -> None:
        """The photo's main person, as they stand, was framed for the generator."""
        photo.framed, photo.framed_pose = framed, photo.people.pose
        if photo is self.current:
            self.framed_changed.emit()

    def set_result(self, photo: Photo, result: Result | None) -> None:
        """A picture was drawn."""
        photo.result = result
        if photo is self.current:
            self.result_changed.emit()

    # the target pose

    @property
    def aim(self) -> Aim:
        """The target as chosen, and whether it is fitted."""
        return self._aim

    def set_aim(self, aim: Aim) -> None:
        """Another target pose, or another wish about fitting."""
        self._aim = aim
        self.aim_changed.emit()

    @property
    def person_key(self) -> tuple[int, int] | None:
        """The open photo and its main person."""
        photo = self.current
        return None if photo is None else (photo.key, photo.people.main)

    def target_pose(self) -> Pose | None:
        """The target as it is shown and drawn: in the frame's pixels, fitted to the open photo's person if wanted."""
        target, photo = self._aim.target, self.current
        if target is None:
            return None
        by_hand = target.shaped_for is not None and target.shaped_for == self.person_key
        if by_hand or not self._aim.fit or photo is None or photo.framed is None:
            return target.pose
        return fit_to_person(target.pose, person=photo.framed.pose)

    def result_is_current(self) -> bool:
        """Whether the open photo's picture shows the target pose as it stands now."""
        photo, target = self.current, self.target_pose()
        if photo is None or photo.result is None or target is None or photo.people.pose is None:
            return False
        result = photo.result
        return (
            not result.rendered.draft
            and result.background == self._background
            and result.target.same_as(target, tolerance=_SAME)
            and result.photo_pose.same_as(photo.people.pose, tolerance=_SAME)
        )

    # the picture

    @property
    def background(self) -> Background:
        """`white` or `keep`."""
        return self._background

    def set_background(self, background: Background) -> None:
        """Draw the person on white, or on the photo's own background."""
        if background in BACKGROUNDS and background != self._background:
            self._background = background
            self.background_changed.emit(background)
