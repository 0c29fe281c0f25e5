"""How far the annotation of each photo is: what a person said of it, and what their edits tell."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.project.history import Edit, Kind
from engine.project.records import People, PhotoState
from engine.skeleton import Facing, Pose
from gui.document import Document, Photo


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhotoStates", text)


def state_word(state: PhotoState) -> str:
    """A state in the person's language, as a title."""
    return {
        PhotoState.UNTOUCHED: _tr("Untouched"),
        PhotoState.IN_WORK: _tr("In work"),
        PhotoState.DONE: _tr("Done"),
        PhotoState.DOUBTFUL: _tr("Doubtful"),
        PhotoState.REJECTED: _tr("Rejected"),
    }[state]


def facing_word(facing: Facing) -> str:
    """Which side of a person is seen, in the person's language, as a title."""
    return {Facing.FRONT: _tr("Front"), Facing.SIDE: _tr("Side"), Facing.BACK: _tr("Back")}[facing]


class PhotoStates(QObject):
    """The photos' states. `changed` brings the key of a photo whose state may be another now.

    A photo that nobody said anything of is untouched until its skeletons differ from what was detected; then it is in
    work. So taking an edit back takes that back too.
    """

    changed = Signal(int)

    def __init__(self, document: Document, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._compared: dict[int, tuple[People, tuple[Pose, ...], bool]] = {}
        document.photo_removed.connect(lambda key: self._compared.pop(key, None))
        document.emptied.connect(self._compared.clear)
        document.photo_changed.connect(self.changed)
        document.people_changed.connect(self.changed)

    def of(self, photo: Photo) -> PhotoState:
        """The state as it is shown."""
        if photo.state is not PhotoState.UNTOUCHED or photo.people.poses is photo.detected:
            return photo.state
        if self._is_edited(photo):
            return PhotoState.IN_WORK
        return photo.state

    def _is_edited(self, photo: Photo) -> bool:
        """Asked for often, and compared once for the skeletons as they stand."""
        people, detected, edited = self._compared.get(photo.key, (None, (), False))
        if people is not photo.people or detected is not photo.detected:
            edited = _edited(photo)
            self._compared[photo.key] = photo.people, photo.detected, edited
        return edited

    def mark(self, photos: Iterable[Photo], state: PhotoState) -> None:
        """Say how far some photos are, as one step that can be taken back."""
        edits = [Edit(Kind.STATE, photo.key, state) for photo in photos if photo.state is not state]
        if edits:
            self._document.undo_stack.change_many(edits, text=_tr("Mark as {0}").format(state_word(state).lower()))


def _edited(photo: Photo) -> bool:
    poses, detected = photo.people.poses, photo.detected
    if poses is detected or not poses:
        return False
    return len(poses) != len(detected) or not all(a.same_as(b) for a, b in zip(poses, detected, strict=True))
