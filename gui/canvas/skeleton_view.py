"""A view that shows a skeleton on its picture: who is where, what the pointer is over, which joints are selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtWidgets import QWidget

from engine.skeleton import Joint, JointState, Limb, Pose, bone_lengths
from gui.canvas.body import doubts
from gui.canvas.skeleton_items import FaintPersonItem, SkeletonItems
from gui.canvas.zoom_view import ZoomView
from gui.language.words import joint_name, state_name

_SHARE_OF_VIEW: Final = 0.3
"""How much of the view's smaller side the longest bone at a joint takes after a zoom to the joint."""
_SMALLEST_SPAN: Final = 0.06
"""The least length, against the skeleton's height, that counts as a bone's there: eyes are close together."""


class SkeletonView(ZoomView):
    """Shows the main person's skeleton and, faint, those of the other people. Nothing can be changed yet."""

    joint_selected = Signal(int)
    person_picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pose: Pose | None = None
        self._doubts: dict[Joint, str] = {}
        self._selected: tuple[Joint, ...] = ()
        self._hovered: Joint | Limb | None = None
        self._near_person: FaintPersonItem | None = None
        self._busy = False
        self.skeleton = SkeletonItems(self._scene)
        self.colours_changed.connect(self._colour_skeleton)
        self.zoom_changed.connect(self.skeleton.set_zoom)
        self._colour_skeleton()
        self._say_what_is_selected()

    def _colour_skeleton(self) -> None:
        self.skeleton.set_colours(self.colours)

    def pose(self) -> Pose | None:
        """The pose as it shows, also in the middle of a gesture."""
        return self._pose

    def set_people(self, people: Sequence[Pose], main: int) -> None:
        """Draw all but the main person faint; a click on one tells `person_picked`. The main one is `set_pose`'s."""
        self._near_person = None
        self.skeleton.show_people([(number, pose) for number, pose in enumerate(people) if number != main])

    def settle(self) -> None:
        """A pose has come to stay: do what is done once per pose, not at every step of a drag."""
        self._doubts = {} if self._pose is None else doubts(self._pose)
        box = None if self._pose is None else self._pose.box()
        self.set_beyond(QRectF() if box is None else QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])))
        self.refresh()

    def refresh(self) -> None:
        """Bring the items to the pose, the selection and the pointer."""
        self.skeleton.show(
            self._pose,
            selected=frozenset(self._selected),
            hovered=self._hovered,
            doubtful=frozenset(self._doubts),
        )
        joint = self._hovered if isinstance(self._hovered, Joint) else self.current_joint()
        if self._busy or joint is None or self._pose is None or not self._pose.has(joint):
            self.skeleton.label.show_text("", QPointF())
        else:
            place = QPointF(*self._pose.place(joint))
            room = QRectF(self.viewport().rect()).translated(-self.view_place(place))
            self.skeleton.label.show_text(self.describe(joint), place, room=room)

    def describe(self, joint: Joint) -> str:
        """A joint in words: name, state unless visible, doubt if any."""
        parts = [joint_name(joint)]
        if self._pose is not None and self._pose.states[joint] is not JointState.VISIBLE:
            parts.append(state_name(self._pose.states[joint]))
        if joint in self._doubts:
            parts.append(self._doubts[joint])
        return " · ".join(parts)

    # -- what is where ------------------------------------------------------------------------------------------

    def joint_at(self, point: QPointF) -> Joint | None:
        """The joint to grab at a point of the view."""
        return self.skeleton.joint_at(point, self.view_place, preferred=frozenset(self._selected))

    def limb_at(self, point: QPointF) -> Limb | None:
        """The limb to grab at a point of the view."""
        return self.skeleton.limb_at(point, self.view_place)

    def hover(self, point: QPointF | None) -> None:
        """Mark what a press at a point of the view would take; None when the pointer is gone."""
        found: Joint | Limb | None = None
        if point is not None:
            found = self.joint_at(point)
            if found is None:
                found = self.limb_at(point)
        person = None
        if point is not None and found is None:
            person = self.skeleton.person_at(point, self.view_place)
        for item in self.skeleton.people:
            item.set_hovered(item is person)
        if found != self._hovered or person is not self._near_person:
            self._hovered, self._near_person = found, person
            self.refresh()
        if person is not None and point is not None:
            room = QRectF(self.viewport().rect()).translated(-point)
            self.skeleton.label.show_text(self.tr("Click to pick this person"), self.scene_place(point), room=room)
        self.show_cursor()

    def over_something(self) -> bool:
        """Whether a press would take anything but the picture."""
        return self._hovered is not None or self._near_person is not None

    def pick_person(self, point: QPointF) -> bool:
        """Tell which faint person is at a point of the view; False when there is none."""
        item = self.skeleton.person_at(point, self.view_place)
        if item is not None:
            self.person_picked.emit(item.person)
        return item is not None

    def zoom_to_joint(self, joint: Joint) -> None:
        """Bring a joint into the middle, so near that the longest bone at it takes a good part of the view."""
        if self._pose is None or not self._pose.has(joint):
            return
        at_joint = [length for limb, length in bone_lengths(self._pose).items() if joint in limb]
        span = max([*at_joint, _SMALLEST_SPAN * self._pose.height(), 4.0])
        side = min(self.viewport().width(), self.viewport().height())
        self.zoom_to(QPointF(*self._pose.place(joint)), max(_SHARE_OF_VIEW * side / span, 1.5 * self.fit_zoom()))

    def bring_into_view(self, joint: Joint) -> None:
        """Scroll to a joint, unless it is in view already."""
        if self._pose is not None and self._pose.has(joint):
            place = QPointF(*self._pose.place(joint))
            if not QRectF(self.viewport().rect()).adjusted(8, 8, -8, -8).contains(self.view_place(place)):
                self.zoom_to(place, self.zoom())

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        self.hover(None)

    # -- selection ----------------------------------------------------------------------------------------------

    def select_joint(self, joint: Joint | None) -> None:
        """Select one joint alone, which may be a missing one, or none."""
        self._select(() if joint is None else (joint,))

    def toggle_selected(self, joint: Joint) -> None:
        """Take a joint into the selection or out of it."""
        rest = tuple(other for other in self._selected if other is not joint)
        self._select(rest if joint in self._selected else (*rest, joint))

    def select_all(self) -> None:
        """Select every joint that has a place."""
        if self._pose is not None:
            self._select(tuple(joint for joint in Joint if self._pose.has(joint)))

    def select_in_band(self, band: QRectF) -> None:
        """Select the joints in a rectangle of the view."""
        if self._pose is not None:
            places = {j: self.view_place(QPointF(*self._pose.place(j))) for j in Joint if self._pose.has(j)}
            self._select(tuple(joint for joint, place in places.items() if band.contains(place)))

    def selected_joints(self) -> tuple[Joint, ...]:
        """The selected joints, the current one last."""
        return self._selected

    def current_joint(self) -> Joint | None:
        """The joint selected last."""
        return self._selected[-1] if self._selected else None

    def _select(self, joints: tuple[Joint, ...]) -> None:
        if joints != self._selected:
            before, self._selected = self.current_joint(), joints
            self.refresh()
            current = self.current_joint()
            self._say_what_is_selected()
            if current != before:
                self.joint_selected.emit(-1 if current is None else int(current))

    def _say_what_is_selected(self) -> None:
        joint = self.current_joint()
        if joint is None:
            text = self.tr("Tab goes from joint to joint, arrows move it; 1, 2 and 3: visible, hidden, missing")
        else:
            text = self.tr("{0}, selected").format(self.describe(joint))
        self.setAccessibleDescription(text)
