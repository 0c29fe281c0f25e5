"""The menu of a right click on a skeleton."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from engine.skeleton import Joint, JointState
from gui.canvas.words import tr
from gui.language.words import joint_name

if TYPE_CHECKING:
    from gui.canvas.pose_view import PoseView


def pose_menu(view: PoseView) -> QMenu:
    """A menu for the selected joints, the missing ones and the whole skeleton; deleted when it closes."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    pose, joint = view.pose(), view.current_joint()
    if pose is not None and view.is_editable():
        if joint is not None:
            _add_states(menu, view)
            if pose.has(joint):
                _add(menu, tr("Zoom to the {0}").format(joint_name(joint))).triggered.connect(
                    partial(view.zoom_to_joint, joint)
                )
            menu.addSeparator()
        missing = [other for other in Joint if not pose.has(other)]
        if missing:
            places = menu.addMenu(tr("Place missing joint"))
            for other in missing:
                _add(places, joint_name(other)).triggered.connect(partial(view.start_placing, other))
        if pose.present.any():
            _add(menu, tr("Mirror"), "M").triggered.connect(view.mirror)
            box = _add(menu, tr("Scale and turn with a box"), "B")
            box.setCheckable(True)
            box.setChecked(view.box_shown())
            box.toggled.connect(view.set_box_shown)
        menu.addSeparator()
    _add(menu, tr("Fit picture to view"), "Ctrl+0").triggered.connect(view.fit)
    return menu


def _add_states(menu: QMenu, view: PoseView) -> None:
    pose = view.pose()
    states = {pose.states[joint] for joint in view.selected_joints()} if pose is not None else set()
    group = QActionGroup(menu)
    titles = {
        JointState.VISIBLE: (tr("Visible"), "1"),
        JointState.HIDDEN: (tr("Hidden"), "2"),
        JointState.MISSING: (tr("Missing"), "3"),
    }
    for state, (title, key) in titles.items():
        action = _add(menu, title, key)
        action.setCheckable(True)
        action.setChecked(states == {state})
        group.addAction(action)
        action.triggered.connect(partial(view.set_state, state))


def _add(menu: QMenu, title: str, key: str = "") -> QAction:
    """The key stands in the menu to be learnt; the view itself answers to it."""
    return menu.addAction(f"{title}\t{key}" if key else title)
