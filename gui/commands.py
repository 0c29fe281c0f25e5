"""What a person can do to poses, each wish as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.framing import FRAME_SIZE
from engine.project.history import Edit, Kind
from engine.project.records import PhotoState
from engine.skeleton import Joint, JointState, Pose
from gui.document import Aim, Document, People, Photo, Target
from gui.language.words import joint_name
from gui.services.backend import Background


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
        self._change_people(photo, photo.people.with_pose(pose), text=text, merge=merge)

    def pick_person(self, index: int) -> None:
        """Make another person of the open photo the main one."""
        photo = self._document.current
        if photo is None or index == photo.people.main or not 0 <= index < len(photo.people.poses):
            return
        self._change_people(photo, People(photo.people.poses, index), text=_tr("Pick another person"))

    def add_person(self, pose: Pose, *, text: str) -> None:
        """One more person in the open photo, who becomes the main one."""
        photo = self._document.current
        if photo is not None:
            poses = (*photo.people.poses, pose)
            self._change_people(photo, People(poses, len(poses) - 1), text=text)

    def remove_person(self) -> None:
        """Take the main person's skeleton out of the open photo; the next one becomes the main person."""
        photo = self._document.current
        if photo is None or photo.people.pose is None:
            return
        main, poses = photo.people.main, photo.people.poses
        rest = (*poses[:main], *poses[main + 1 :])
        self._change_people(photo, People(rest, max(0, min(main, len(rest) - 1))), text=_tr("Remove a person"))

    def replace_people(self, photo: Photo, poses: tuple[Pose, ...]) -> None:
        """Other people in a photo, as they were found once more; the first is the main person."""
        edit = Edit(Kind.PEOPLE, photo.key, People(poses, 0))
        self._document.change(edit, text=_tr("Find the skeleton again"))

    def reset_photo_pose(self) -> None:
        """Put the people of the open photo back to what was detected."""
        photo = self._document.current
        if photo is None or not photo.detected:
            return
        after = People(photo.detected, min(photo.people.main, len(photo.detected) - 1))
        self._change_people(photo, after, text=_tr("Reset to detected"))

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

    def _change_people(self, photo: Photo, people: People, *, text: str, merge: str = "") -> None:
        """Other people in a photo; one that was untouched is in work from then on."""
        edits = [Edit(Kind.PEOPLE, photo.key, people)]
        if photo.state is PhotoState.UNTOUCHED:
            edits.append(Edit(Kind.STATE, photo.key, PhotoState.IN_WORK))
        self._document.change(*edits, text=text, merge=merge)

    # photos

    def close_photo(self, photo: Photo) -> None:
        """Take one photo out of the project."""
        self.close_photos([photo])

    def close_photos(self, photos: Sequence[Photo]) -> None:
        """Take photos out of the project; their files stay, and so does all that was done to them."""
        edits = [Edit(Kind.PRESENT, photo.key, False) for photo in photos]
        one = _tr("Close {0}").format(photos[0].title) if photos else ""
        text = one if len(photos) == 1 else _tr("Close {0} photos").format(len(photos))
        self._document.undo_stack.change_many(edits, text=text)

    # the picture

    def choose_background(self, background: Background, *, text: str) -> None:
        """Another background of the pictures to come."""
        if background != self._document.background:
            self._document.change(Edit(Kind.BACKGROUND, 0, background), text=text)

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
        self._document.change(Edit(Kind.AIM, 0, aim), text=text, merge=merge)


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
