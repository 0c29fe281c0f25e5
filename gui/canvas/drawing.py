"""Guided drawing of a skeleton from nothing, joint after joint: the states of the game, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.skeleton import Joint, JointState, Pose
from gui.canvas.gestures import Place


@dataclass(frozen=True)
class Drawing:
    """How far a skeleton is drawn: the joints answered so far, in order, each with a place or as missing."""

    pose: Pose = field(default_factory=Pose.empty)
    answered: int = 0

    @property
    def joint(self) -> Joint | None:
        """The joint that is asked for now; None when all are answered."""
        return Joint(self.answered) if self.answered < len(Joint) else None

    @property
    def finished(self) -> bool:
        """Whether every joint is answered."""
        return self.joint is None

    @property
    def worth_keeping(self) -> bool:
        """Whether any joint has a place."""
        return bool(self.pose.present.any())

    def placed(self, place: Place, *, hidden: bool = False) -> Drawing:
        """The joint asked for is here; it may be hidden behind something."""
        if self.joint is None:
            return self
        state = JointState.HIDDEN if hidden else JointState.VISIBLE
        return Drawing(self.pose.with_joint(self.joint, place, state=state), self.answered + 1)

    def moved_last(self, place: Place) -> Drawing:
        """The joint placed last is better here."""
        last = self.answered - 1
        if last < 0 or not self.pose.has(Joint(last)):
            return self
        return replace(self, pose=self.pose.with_joint(Joint(last), place))

    def skipped(self) -> Drawing:
        """The joint asked for is not in the picture."""
        return self if self.joint is None else replace(self, answered=self.answered + 1)

    def back(self) -> Drawing:
        """Take the last answer back and ask again."""
        if self.answered == 0:
            return self
        return Drawing(self.pose.with_joint(Joint(self.answered - 1), state=JointState.MISSING), self.answered - 1)
