"""Editing a skeleton with pointer and keys: drags of joints and limbs, selection, states, nudges, the box."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from engine.skeleton import Joint, JointState, Pose
from gui.canvas.drags import Drag, MoveDrag, ReachDrag, TurnLimbDrag, WholeDrag
from gui.canvas.tools import Tool, holds, place_of

if TYPE_CHECKING:
    from gui.canvas.pose_view import PoseView

_SLACK: Final = 3.0
"""Screen pixels that the pointer must go before a press becomes a drag, so that a click never moves a joint."""
_STATE_KEYS: Final = {
    Qt.Key.Key_1: JointState.VISIBLE,
    Qt.Key.Key_2: JointState.HIDDEN,
    Qt.Key.Key_3: JointState.MISSING,
    Qt.Key.Key_Delete: JointState.MISSING,
    Qt.Key.Key_Backspace: JointState.MISSING,
}
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class EditTool(Tool):
    """The usual tool. A press picks what to drag, a drag shows the pose live, the release makes one edit."""

    def __init__(self, view: PoseView) -> None:
        super().__init__(view)
        self._drag: Drag | None = None
        self._pressed: QPointF | None = None
        self._under_way = False
        self._band_from: QPointF | None = None

    # -- pointer ------------------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of what is nearest: a handle of the box, a joint, a limb, another person, else the picture."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self.leave()  # a release may have gone elsewhere
        self._pressed = event.position()
        pose = self.view.pose()
        if pose is not None and self.view.is_editable():
            self._drag = self._drag_for(event, pose)
        elif (joint := self.view.joint_at(self._pressed)) is not None:
            self.view.select_joint(joint)
        return True

    def _drag_for(self, event: QMouseEvent, pose: Pose) -> Drag | None:
        point = event.position()
        grabbed = place_of(self.view.scene_place(point))
        boxed = self.view.box.drag_at(point, self.view.view_place, pose=pose, grabbed=grabbed)
        if boxed is not None:
            return boxed
        if holds(event, Qt.KeyboardModifier.AltModifier):
            return WholeDrag(pose, grabbed)
        joint = self.view.joint_at(point)
        if joint is not None:
            return self._joint_drag(event, pose, joint)
        limb = self.view.limb_at(point)
        if limb is not None:
            if holds(event, Qt.KeyboardModifier.ControlModifier):
                return TurnLimbDrag(pose, limb, grabbed)
            return MoveDrag.of_limb(pose, limb, grabbed)
        if holds(event, Qt.KeyboardModifier.ShiftModifier):
            self._band_from = point
        return None

    def _joint_drag(self, event: QMouseEvent, pose: Pose, joint: Joint) -> Drag | None:
        grabbed = place_of(self.view.scene_place(event.position()))
        if holds(event, Qt.KeyboardModifier.ControlModifier):
            self.view.toggle_selected(joint)
            return None
        if holds(event, Qt.KeyboardModifier.ShiftModifier):
            self.view.select_joint(joint)
            return ReachDrag(pose, joint, grabbed)
        chosen = self.view.selected_joints()
        if joint in chosen and len(chosen) > 1:
            return MoveDrag.of_joints(pose, tuple(j for j in chosen if pose.has(j)), grabbed)
        self.view.select_joint(joint)
        return MoveDrag.of_joints(pose, (joint,), grabbed)

    def move(self, event: QMouseEvent) -> bool:
        """Show the pose live, or what a press would take hold of."""
        point = event.position()
        if self._pressed is None:
            self.view.hover(point)
            return False
        gone = point - self._pressed
        if not self._under_way and math.hypot(gone.x(), gone.y()) < _SLACK:
            return True
        self._under_way = True
        if self._drag is not None:
            shift = holds(event, Qt.KeyboardModifier.ShiftModifier)
            self.view.show_live(self._drag.at(place_of(self.view.scene_place(point)), shift=shift), self._drag)
        elif self._band_from is not None:
            self.view.show_band(QRectF(self._band_from, point).normalized())
        elif not self.view.is_panning():
            self.view.begin_pan(event)
            return False
        else:
            return False
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Make the edit, or take the press for a click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return False
        drag, point, under_way = self._drag, self._pressed, self._under_way
        band = self._band_from
        self._forget()
        if drag is not None and under_way:
            self.view.finish(drag.before, drag.text)
        elif band is not None and under_way:
            self.view.select_in_band(QRectF(band, event.position()).normalized())
        elif not under_way:
            self._click(point, drag)
        self.view.hover(event.position())
        return False

    def _click(self, point: QPointF, drag: Drag | None) -> None:
        if isinstance(drag, MoveDrag) and len(drag.joints) > 1 and (joint := self.view.joint_at(point)) is not None:
            self.view.select_joint(joint)
        free = drag is None and self.view.joint_at(point) is None and self.view.limb_at(point) is None
        if free and not self.view.pick_person(point):
            self.view.select_joint(None)

    def double_click(self, event: QMouseEvent) -> bool:
        """A joint comes near, anything else shows the whole picture."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        joint = self.view.joint_at(event.position())
        if joint is None:
            self.view.fit()
        else:
            self.view.select_joint(joint)
            self.view.zoom_to_joint(joint)
        return True

    def is_busy(self) -> bool:
        """Whether a drag is under way."""
        return self._drag is not None and self._under_way

    def leave(self) -> None:
        """Put everything back as it was before the press."""
        drag, under_way = self._drag, self._under_way
        self._forget()
        if drag is not None and under_way:
            self.view.take_back(drag.before)

    def _forget(self) -> None:
        self._drag, self._pressed, self._band_from, self._under_way = None, None, None, False
        self.view.show_band(None)

    def cursor(self) -> Qt.CursorShape | None:
        """A hand over what can be taken."""
        if self._under_way and self._drag is not None:
            one_joint = isinstance(self._drag, MoveDrag) and len(self._drag.joints) == 1
            return Qt.CursorShape.BlankCursor if one_joint else Qt.CursorShape.ClosedHandCursor
        return self.view.box.cursor_shape() or (
            Qt.CursorShape.PointingHandCursor if self.view.over_something() else None
        )

    # -- keys ---------------------------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> bool:
        """Escape, states, nudges, mirror and box."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if self.is_busy() or self.view.pose() is None or not self.view.is_editable():
            return False
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key in _ARROWS and plain and self.view.selected_joints():
            step = 10 if holds(event, Qt.KeyboardModifier.ShiftModifier) else 1
            self.view.nudge(_ARROWS[key][0] * step, _ARROWS[key][1] * step)
        elif key in _STATE_KEYS and plain:
            self.view.set_state(_STATE_KEYS[key])
        elif key == Qt.Key.Key_M and plain:
            self.view.mirror()
        elif key == Qt.Key.Key_B and plain:
            self.view.set_box_shown(not self.view.box_shown())
        else:
            return False
        return True

    def _escape(self) -> bool:
        if self._pressed is not None:
            self.leave()
        elif self.view.box_shown():
            self.view.set_box_shown(False)
        elif self.view.selected_joints():
            self.view.select_joint(None)
        else:
            return False
        return True

    def tab(self, *, forward: bool) -> bool:
        """The next or previous joint; past the last one the focus goes on to the next widget."""
        if self.view.pose() is None or self.is_busy():
            return False
        current = self.view.current_joint()
        if current is None:
            following = 0 if forward else len(Joint) - 1
        else:
            following = current + (1 if forward else -1)
        if not 0 <= following < len(Joint):
            self.view.select_joint(None)
            return False
        self.view.select_joint(Joint(following))
        self.view.bring_into_view(Joint(following))
        return True
