"""What the window shows: the photos, their people, the target pose and the results, as facts with signals."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from engine.backgrounds import BACKGROUNDS, Background
from engine.errors import ReposeError
from engine.fitting import fit_to_person
from engine.project.history import Edit, Kind
from engine.project.project import Project
from engine.project.records import Aim, People, PhotoState, Target
from engine.skeleton import Pose
from gui.language.words import told
from gui.loaded_project import OPEN_PHOTO, LoadedProject
from gui.photo import Photo, Result, Stage
from gui.services.backend import FramedPerson, Picture
from gui.undo_stack import UndoStack

if TYPE_CHECKING:
    from gui.canvas.picture_pyramid import PicturePyramid

__all__ = ["BACKGROUNDS", "Aim", "Document", "People", "Photo", "Result", "Stage", "Target", "known_background"]

_PICTURES_KEPT: Final = 3
_NOTED_AFTER: Final = 400
"""Milliseconds until it is written down that a file was read."""
_SAME: Final = 0.02
"""Pixels; what a saved picture tells of its poses is rounded."""

T = TypeVar("T")


class Document(QObject):
    """Shows a project: what is changed here is in the project's file when the call returns.

    Steps of a person's go through `change` (see `gui.commands`); what happens by itself, as people who are found, is
    written as well but is no step. `failed` brings one clear line about what could not be written. Many photos that
    come together are told of by `photos_added` alone; when another project comes, `emptied` tells that all are gone.
    """

    photo_added = Signal(int)
    photos_added = Signal(list)
    photo_removed = Signal(int)
    emptied = Signal()
    photo_changed = Signal(int)
    current_changed = Signal()
    people_changed = Signal(int)
    aim_changed = Signal()
    framed_changed = Signal()
    result_changed = Signal()
    background_changed = Signal(str)
    project_changed = Signal()
    result_drawn = Signal(int)
    failed = Signal(str)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = Project.in_memory()
        self.undo_stack = UndoStack(self)
        self._unkept = itertools.count(1)
        self._photos: dict[int, Photo] = {}
        self._absent: dict[int, Photo] = {}
        self._order: list[int] = []
        self._current: int | None = None
        self._recent: list[int] = []
        self._aim = Aim()
        self._background: Background = "white"
        self._unnoted: dict[int, tuple[str, tuple[int, int]]] = {}
        self._note_soon = QTimer(self)
        self._note_soon.setSingleShot(True)
        self._note_soon.setInterval(_NOTED_AFTER)
        self._note_soon.timeout.connect(self.note_files)

    # the project

    def show_project(self, loaded: LoadedProject, *, close: Callable[[Project], None] = Project.close) -> None:
        """Show another project in place of this one, which is closed by `close`."""
        self.empty()
        before, self.project = self.project, loaded.project
        self._order = [photo.key for photo in loaded.photos]
        self._absent = {photo.key: photo for photo in loaded.photos if photo.key in loaded.absent}
        self._photos = {photo.key: photo for photo in loaded.photos if photo.key not in loaded.absent}
        self.photos_added.emit(list(self._photos))
        self._aim = loaded.aim
        self._background = known_background(loaded.background)
        close(before)
        self.aim_changed.emit()
        self.background_changed.emit(self._background)
        self.project_changed.emit()
        self.undo_stack.indexChanged.emit(self.undo_stack.index())
        first = next(iter(self._photos), None)
        wanted = loaded.current if loaded.current in self._photos else first
        if wanted is not None:
            self.make_current(wanted)

    def empty(self) -> None:
        """Show no photo any more, before another project is shown; the project stays as it is."""
        self.undo_stack.many.finish()
        self.note_files()
        if self._photos or self._current is not None:
            self._current = None
            self.current_changed.emit()
            self._photos = {}
            self._recent.clear()
            self.emptied.emit()

    def change(self, *edits: Edit, text: str, merge: str = "") -> bool:
        """Carry out edits as one step that can be taken back; answers whether that worked."""
        return self.undo_stack.change(*edits, text=text, merge=merge)

    def take(self, kind: Kind, subject: int, value: object) -> None:
        """A value that was changed in the project is shown."""
        if kind is Kind.AIM and isinstance(value, Aim):
            self._aim = value
            self.aim_changed.emit()
        elif kind is Kind.BACKGROUND:
            self._show_background(known_background(str(value)))
        elif kind is Kind.PRESENT:
            self._set_present(subject, present=bool(value))
        elif (photo := self._photos.get(subject)) is not None:
            if isinstance(value, People):
                self._show_people(photo, value)
            elif isinstance(value, PhotoState):
                photo.state = value
                self.photo_changed.emit(photo.key)
            elif kind is Kind.NOTE:
                photo.remark = str(value)
                self.photo_changed.emit(photo.key)

    def say_failed(self, error: ReposeError) -> None:
        """Something could not be written: it is told, and what is shown is once more what the project holds."""
        if self.current is not None:
            self.people_changed.emit(self.current.key)
        self.aim_changed.emit()
        self.failed.emit(told(error))

    def _write(self, work: Callable[[], T], otherwise: T) -> T:
        """Write something that is no step of a person's; what fails is told, and is then in memory alone."""
        try:
            return work()
        except ReposeError as error:
            self.failed.emit(told(error))
            return otherwise

    def close(self) -> None:
        """End the project; everything is in its file already, but for what was read and which photo is open."""
        self.undo_stack.many.finish()
        self.note_files()
        if not self.project.read_only:
            self._write(lambda: self.project.settings.set(OPEN_PHOTO, self._current), None)
        self.project.close()
        # Late answers of other parts find an empty project, not a closed one.
        self.project = Project.in_memory()

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

    def is_open(self, key: int) -> bool:
        """Whether the photo with this key is the one that is open."""
        return key == self._current

    def photo_of(self, path: Path) -> Photo | None:
        """The photo of a file, if it is in the filmstrip."""
        wanted = path.absolute()
        return next((photo for photo in self if photo.path is not None and photo.path.absolute() == wanted), None)

    def add_photo(self, path: Path | None, *, title: str, note: str = "", demo: str = "") -> Photo:
        """Put a photo into the filmstrip; nothing of it is read yet.

        `demo` is the name of one from the box, and `note` says more about it.
        """
        file = None if demo else path
        key = self._write(lambda: self.project.photos.add(file, title=title, demo=demo), 0) or -next(self._unkept)
        photo = Photo(key, title, path, demo, note)
        self._order.append(key)
        self._photos[key] = photo
        self.photo_added.emit(key)
        return photo

    def add_photos(self, paths: Sequence[Path]) -> list[Photo]:
        """Put photos into the filmstrip, named after their files, all at once; nothing of them is read yet."""
        none: list[int] = []
        keys = self._write(lambda: self.project.photos.add_all(paths), none)
        photos: list[Photo] = []
        for at, path in enumerate(paths):
            photo = Photo(keys[at] if keys else -next(self._unkept), path.stem, path)
            self._order.append(photo.key)
            self._photos[photo.key] = photo
            photos.append(photo)
        self.photos_added.emit([photo.key for photo in photos])
        return photos

    def relink(self, key: int, path: Path) -> bool:
        """A photo's file lies elsewhere now; answers whether there is such a photo. The open one is read at once."""
        photo = self._photos.get(key)
        if photo is None:
            return False
        if not self.project.read_only:
            self._write(lambda: self.project.photos.relink(key, path), None)
        photo.path = path
        if photo.stage is Stage.FAILED:
            self.set_stage(photo, Stage.WAITING)
        if photo is self.current and photo.picture is None:
            self.current_changed.emit()
        return True

    def place_of(self, key: int) -> int:
        """Which of the photos it is, counted from 0; behind them all when it is none of them."""
        return next((place for place, other in enumerate(self._photos) if other == key), len(self._photos))

    def _set_present(self, key: int, *, present: bool) -> None:
        """A photo was taken out of the project, or is back at its place."""
        if present and key in self._absent:
            here = {**self._photos, key: self._absent.pop(key)}
            self._photos = {number: here[number] for number in self._order if number in here}
            self.photo_added.emit(key)
        elif not present and key in self._photos:
            self._absent[key] = self._photos.pop(key)
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
            photo.picture = photo.pyramid = None
            photo.framed = None
            if photo.stage is Stage.READY:
                photo.stage = Stage.WAITING

    def set_stage(self, photo: Photo, stage: Stage, *, problem: str = "") -> None:
        """Say how far a photo is."""
        photo.stage, photo.problem = stage, problem
        self.photo_changed.emit(photo.key)

    def set_picture(
        self, photo: Photo, picture: Picture, *, sha256: str, pyramid: PicturePyramid | None = None
    ) -> None:
        """The photo was read; `sha256` is that of its file, `pyramid` the picture made ready for the screen."""
        self.bring_picture(photo, picture, sha256=sha256, pyramid=pyramid)
        self.photo_changed.emit(photo.key)

    def bring_picture(
        self, photo: Photo, picture: Picture, *, sha256: str, pyramid: PicturePyramid | None = None
    ) -> None:
        """The same for a photo that is just being opened, of which the window hears in any case."""
        if sha256 and sha256 != photo.sha256 and photo.key > 0 and not self.project.read_only:
            # What is on screen comes first: this waits for the disk.
            self._unnoted[photo.key] = (sha256, (picture.shape[0], picture.shape[1]))
            self._note_soon.start()
        photo.picture, photo.pyramid, photo.sha256 = picture, pyramid, sha256

    def note_files(self) -> None:
        """Write down which files were read; nothing of it is a person's work, so nobody waits for the disk."""
        self._note_soon.stop()
        files, self._unnoted = self._unnoted, {}
        if files and not self.project.read_only:
            self._write(lambda: self._note(files), None)

    def _note(self, files: dict[int, tuple[str, tuple[int, int]]]) -> None:
        with self.project.together(synced=False):
            for key, (sha256, shape) in files.items():
                self.project.photos.note_file(key, sha256=sha256, shape=shape)

    def set_detected(self, photo: Photo, poses: Sequence[Pose]) -> None:
        """The estimator's people, main person first. They are the photo's people until a person changes them."""
        if photo.key > 0 and not self.project.read_only:
            self._write(lambda: self.project.photos.set_detected(photo.key, poses), None)
        photo.detected = tuple(poses)
        if not photo.people.poses:
            self._show_people(photo, People(tuple(poses), 0))

    def _show_people(self, photo: Photo, people: People) -> None:
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
        """A picture was drawn, or one that was drawn before is shown."""
        photo.result = result
        self.result_drawn.emit(photo.key)
        if photo is self.current:
            self.result_changed.emit()

    # the target pose

    @property
    def aim(self) -> Aim:
        """The target as chosen, and whether it is fitted."""
        return self._aim

    def set_aim(self, aim: Aim) -> None:
        """The target pose to begin with; a person's own wishes come as steps."""
        self._write(lambda: self._write_aim(aim), None)
        self._aim = aim
        self.aim_changed.emit()

    def _write_aim(self, aim: Aim) -> None:
        with self.project.together(synced=False):
            self.project.set_aim(aim)

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
        """What is behind the person in pictures that are drawn from now on."""
        return self._background

    def set_background(self, background: Background) -> None:
        """What is behind the person: white, the photo's own background, or the whole photo."""
        if background in BACKGROUNDS and background != self._background:
            self._write(lambda: self.project.set_background(background), None)
            self._show_background(background)

    def _show_background(self, background: Background) -> None:
        if background != self._background:
            self._background = background
            self.background_changed.emit(background)


def known_background(name: str) -> Background:
    """The background of this name; white for a name that is not known."""
    return next((known for known in BACKGROUNDS if known == name), "white")
