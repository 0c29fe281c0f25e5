"""One drag of the pointer: remembers where it began and says which pose the pointer's present place makes."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Protocol

from engine.skeleton import Joint, Limb, Pose
from gui.canvas.gestures import Place, move_joints, names, reach, scale, turn_limb
from gui.canvas.words import tr
from gui.language.words import joint_name

_SNAP = math.radians(15)


class Drag(Protocol):
    """A gesture in progress. Every step is computed from `before`, so nothing adds up on the way."""

    @property
    def before(self) -> Pose:
        """The pose when the pointer went down."""

    @property
    def text(self) -> str:
        """What the edit is called in the undo list."""

    def at(self, place: Place, *, shift: bool) -> Pose:
        """The pose while the pointer is at `place`, in picture pixels."""


@dataclass(frozen=True)
class MoveDrag:
    """Moves some joints along with the pointer."""

    before: Pose
    joints: tuple[Joint, ...]
    grabbed: Place
    text: str

    @classmethod
    def of_joints(cls, before: Pose, joints: tuple[Joint, ...], grabbed: Place) -> MoveDrag:
        """A joint, or several selected ones."""
        return cls(before, joints, grabbed, tr("Move {0}").format(names(joints)))

    @classmethod
    def of_limb(cls, before: Pose, limb: Limb, grabbed: Place) -> MoveDrag:
        """Both ends of a limb."""
        return cls(before, limb, grabbed, tr("Move {0} and {1}").format(joint_name(limb[0]), joint_name(limb[1])))

    def at(self, place: Place, *, shift: bool) -> Pose:
        """Moved by as much as the pointer moved."""
        return move_joints(self.before, self.joints, place[0] - self.grabbed[0], place[1] - self.grabbed[1])


@dataclass(frozen=True)
class WholeDrag:
    """Moves the whole skeleton along with the pointer."""

    before: Pose
    grabbed: Place
    text: str = field(default_factory=lambda: tr("Move skeleton"))

    def at(self, place: Place, *, shift: bool) -> Pose:
        """Moved by as much as the pointer moved; no joint is touched by itself, so confidences stay."""
        return self.before.moved(place[0] - self.grabbed[0], place[1] - self.grabbed[1])


@dataclass(frozen=True)
class ReachDrag:
    """Takes one joint to the pointer with bone lengths kept."""

    before: Pose
    joint: Joint
    grabbed: Place

    @property
    def text(self) -> str:
        """For example `Reach with right wrist`."""
        return tr("Reach with {0}").format(joint_name(self.joint))

    def at(self, place: Place, *, shift: bool) -> Pose:
        """The joint keeps its distance to the pointer, so it does not jump when it is grabbed off its centre."""
        x, y = self.before.place(self.joint)
        return reach(self.before, self.joint, (x + place[0] - self.grabbed[0], y + place[1] - self.grabbed[1]))


@dataclass(frozen=True)
class TurnLimbDrag:
    """Turns a limb's far part round its near end."""

    before: Pose
    limb: Limb
    grabbed: Place

    @property
    def text(self) -> str:
        """For example `Turn right elbow`."""
        return tr("Turn {0}").format(joint_name(self.limb[1]))

    def at(self, place: Place, *, shift: bool) -> Pose:
        """Turned by the angle that the pointer went round the near end."""
        return turn_limb(self.before, self.limb, grabbed=self.grabbed, towards=place)


@dataclass(frozen=True)
class ScaleDrag:
    """Scales joints by a handle of their box; `handle` says which: -1, 0 or 1 across and down."""

    before: Pose
    joints: tuple[Joint, ...]
    box: tuple[float, float, float, float]
    handle: tuple[int, int]
    grabbed: Place
    text: str = field(default_factory=lambda: tr("Scale skeleton"))

    def at(self, place: Place, *, shift: bool) -> Pose:
        """Scaled about the opposite side; corners keep the proportions unless Shift is held."""
        left, top, right, bottom = self.box
        across, down = self.handle
        fixed = ((left, (left + right) / 2, right)[1 - across], (top, (top + bottom) / 2, bottom)[1 - down])
        sx = _ratio(place[0] - self.grabbed[0], (right - left) * across)
        sy = _ratio(place[1] - self.grabbed[1], (bottom - top) * down)
        if across and down and not shift:
            width, height = right - left, bottom - top
            sx = sy = (sx * width + sy * height) / (width + height) if width + height > 1e-6 else 1.0
        return scale(self.before, sx, sy, about=fixed, joints=self.joints)


def _ratio(change: float, length: float) -> float:
    return 1.0 + change / length if abs(length) > 1e-6 else 1.0


@dataclass(frozen=True)
class TurnDrag:
    """Turns joints round the centre of their box."""

    before: Pose
    joints: tuple[Joint, ...]
    centre: Place
    grabbed: Place
    text: str = field(default_factory=lambda: tr("Turn skeleton"))

    def angle(self, place: Place, *, shift: bool) -> float:
        """Radians, clockwise on screen; steps of 15 degrees while Shift is held."""
        start = math.atan2(self.grabbed[1] - self.centre[1], self.grabbed[0] - self.centre[0])
        angle = math.atan2(place[1] - self.centre[1], place[0] - self.centre[0]) - start
        return round(angle / _SNAP) * _SNAP if shift else angle

    def at(self, place: Place, *, shift: bool) -> Pose:
        """Turned by the angle that the pointer went round the centre."""
        return self.before.turned(self.angle(place, shift=shift), centre=self.centre, joints=self.joints)
