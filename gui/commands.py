"""Every change of a pose as one command on the undo stack."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from engine.framing import FRAME_SIZE
from engine.skeleton import Joint, JointState, Pose
from gui.document import Aim, Document, People, Photo, Target
from gui.language.words import joint_name

_PEOPLE_ID: Final = 1
_AIM_ID: Final = 2


class ChangePeople(QUndoCommand):
    """The people of a photo, or which of them is the main one, before and after.

    Commands with the same `merge` that follow each other become one: a row of nudges is taken back at once.
    """

    def __init__(self, document: Document, photo: Photo, *, after: People, text: str, merge: str = "") -> None:
        super().__init__(text)
        self._document = document
        self._key = photo.key
        self._before = photo.people
        self._after = after
        self._merge = merge

    def redo(self) -> None:
        self._put(self._after)

    def undo(self) -> None:
        self._put(self._before)

    def _put(self, people: People) -> None:
        photo = self._document.photo(self._key)
        if photo is None:
            self.setObsolete(True)
            return
        self._document.make_current(self._key)
        self._document.set_people(photo, people)

    def id(self) -> int:
        return _PEOPLE_ID if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, ChangePeople) or (other._key, other._merge) != (self._key, self._merge):
            return False
        self._after = other._after
        return True


class ChangeAim(QUndoCommand):
    """The target pose, or whether it is fitted, before and after."""

    def __init__(self, document: Document, after: Aim, *, text: str, merge: str = "") -> None:
        super().__init__(text)
        self._document = document
        self._before = document.aim
        self._after = after
        self._merge = merge

    def redo(self) -> None:
        self._document.set_aim(self._after)

    def undo(self) -> None:
        self._document.set_aim(self._before)

    def id(self) -> int:
        return _AIM_ID if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, ChangeAim) or other._merge != self._merge:
            return False
        self._after = other._after
        return True


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


class PoseEditor:
    """What a person can do to poses, each as one step on the document's undo stack."""

    def __init__(self, document: Document) -> None:
        self._document = document

    # the person in the photo

    def edit_photo_pose(self, pose: Pose, *, text: str, merge: str = "") -> None:
        """Another pose of the open photo's main person."""
        photo = self._document.current
        if photo is None:
            return
        after = photo.people.with_pose(pose)
        self._document.undo_stack.push(ChangePeople(self._document, photo, after=after, text=text, merge=merge))

    def pick_person(self, index: int) -> None:
        """Make another person of the open photo the main one."""
        photo = self._document.current
        if photo is None or index == photo.people.main or not 0 <= index < len(photo.people.poses):
            return
        after = People(photo.people.poses, index)
        text = _tr("Pick another person")
        self._document.undo_stack.push(ChangePeople(self._document, photo, after=after, text=text))

    def replace_people(self, photo: Photo, poses: tuple[Pose, ...]) -> None:
        """Other people in a photo, as they were found once more; the first is the main person."""
        command = ChangePeople(self._document, photo, after=People(poses, 0), text=_tr("Find the skeleton again"))
        self._document.undo_stack.push(command)

    def reset_photo_pose(self) -> None:
        """Put the people of the open photo back to what was detected."""
        photo = self._document.current
        if photo is None or not photo.detected:
            return
        after = People(photo.detected, min(photo.people.main, len(photo.detected) - 1))
        self._document.undo_stack.push(ChangePeople(self._document, photo, after=after, text=_tr("Reset to detected")))

    def reset_joint(self, joint: Joint) -> None:
        """Put one joint of the main person back to what was detected."""
        photo = self._document.current
        if photo is None or photo.people.pose is None or photo.people.main >= len(photo.detected):
            return
        pose = with_joint_of(photo.people.pose, joint, source=photo.detected[photo.people.main])
        self.edit_photo_pose(pose, text=_tr("Reset the {0}").format(joint_name(joint)))

    def swap_photo_sides(self) -> None:
        """Exchange left and right of the main person."""
        photo = self._document.current
        if photo is not None and photo.people.pose is not None:
            self.edit_photo_pose(photo.people.pose.sides_swapped(), text=_tr("Swap left and right"))

    # the target

    def choose_target(self, pose: Pose, *, title: str, text: str = "", by_hand: bool = False) -> None:
        """Another target pose, in the frame's pixels."""
        shaped_for = self._document.person_key if by_hand else None
        target = Target(pose, title, shaped_for=shaped_for)
        command_text = text or _tr("Choose pose {0}").format(title)
        self._push_aim(Aim(target, self._document.aim.fit), text=command_text)

    def edit_target(self, pose: Pose, *, text: str, merge: str = "") -> None:
        """The target pose after a change by hand, as it is shown."""
        old = self._document.aim.target
        title = old.title if old is not None else _tr("Own pose")
        target = Target(pose, title, edited=True, shaped_for=self._document.person_key)
        self._push_aim(Aim(target, self._document.aim.fit), text=text, merge=merge)

    def mirror_target(self) -> None:
        """The target pose as a mirror shows it."""
        pose, old = self._document.target_pose(), self._document.aim.target
        if pose is None or old is None:
            return
        target = Target(_mirrored_in_place(pose), old.title, edited=True, shaped_for=self._document.person_key)
        self._push_aim(Aim(target, self._document.aim.fit), text=_tr("Mirror the target pose"))

    def set_fit(self, fit: bool) -> None:
        """Fit the target pose to the person, or leave it as it was chosen."""
        aim = self._document.aim
        if aim.fit == fit:
            return
        target = aim.target
        if fit and target is not None:
            target = Target(target.pose, target.title, edited=target.edited)
        text = _tr("Fit to person") if fit else _tr("Do not fit to person")
        self._push_aim(Aim(target, fit), text=text)

    def _push_aim(self, aim: Aim, *, text: str, merge: str = "") -> None:
        self._document.undo_stack.push(ChangeAim(self._document, aim, text=text, merge=merge))


def with_joint_of(pose: Pose, joint: Joint, *, source: Pose) -> Pose:
    """The pose with one joint taken from another pose."""
    if source.states[joint] is JointState.MISSING:
        return pose.with_joint(joint, state=JointState.MISSING)
    return pose.with_joint(
        joint, source.place(joint), state=source.states[joint], confidence=float(source.confidence[joint])
    )


def _mirrored_in_place(pose: Pose) -> Pose:
    """The mirrored pose, with the middle of its box where it was."""
    box = pose.box()
    width = FRAME_SIZE[1] if box is None else box[0] + box[2] + 1
    return pose.mirrored(width)
