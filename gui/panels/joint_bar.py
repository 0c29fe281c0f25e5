"""The line over a skeleton: which joint is selected, and its state as three buttons."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from engine.skeleton import Joint, JointState, Pose
from gui.canvas.pose_view import PoseView
from gui.icons import SIDE
from gui.language.words import beginning, joint_name
from gui.panels.pane import ElidedLabel
from gui.theme import Theme

STATE_ICONS: Final = {JointState.VISIBLE: "visible", JointState.HIDDEN: "hidden", JointState.MISSING: "missing"}
"""The states' icons: told by shape, not by colour."""


class JointBar(QWidget):
    """Shows the joint that is selected in a view and sets its state."""

    def __init__(self, view: PoseView, *, theme: Theme) -> None:
        super().__init__()
        self._view = view
        self._theme = theme
        self.label = ElidedLabel()
        self.label.setObjectName("muted")
        self.buttons: dict[JointState, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label, 1)
        tips = {
            JointState.VISIBLE: self.tr("The joint is visible (1)"),
            JointState.HIDDEN: self.tr("The joint is hidden behind something (2)"),
            JointState.MISSING: self.tr("The joint is missing (3)"),
        }
        for state, tip in tips.items():
            button = QToolButton()
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setIconSize(QSize(SIDE, SIDE))
            button.clicked.connect(partial(self._set, state))
            layout.addWidget(button)
            self.buttons[state] = button
        view.joint_selected.connect(lambda _joint: self.refresh())
        view.pose_edited.connect(lambda _before, _after, _text: self.refresh())
        theme.changed.connect(self._tint)
        self._tint()
        self.refresh()

    def _tint(self) -> None:
        for state, button in self.buttons.items():
            button.setIcon(self._theme.icon(STATE_ICONS[state]))

    def _set(self, state: JointState, _checked: bool = False) -> None:
        self._view.set_state(state)
        self.refresh()

    def refresh(self) -> None:
        """Show the view's selection."""
        joints, pose = self._view.selected_joints(), self._view.pose()
        self.label.set_whole_text(self._describe(joints, pose))
        states = {pose.states[joint] for joint in joints} if pose is not None else set()
        for state, button in self.buttons.items():
            button.setEnabled(bool(states) and self._view.is_editable())
            button.setChecked(states == {state})

    def _describe(self, joints: tuple[Joint, ...], pose: Pose | None) -> str:
        if pose is None:
            return ""
        if not joints:
            return self.tr("No joint selected")
        if len(joints) > 1:
            return self.tr("{0} joints").format(len(joints))
        return beginning(joint_name(joints[0]))
