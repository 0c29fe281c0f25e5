"""A pose view with a real photo and a hand that moves over it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.skeleton import Joint, JointState, Pose
from gui.canvas.pose_view import PoseView
from gui.canvas.zoom_view import ZoomView

J = Joint
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """A person's hand on a view: real events, places in picture pixels."""

    def __init__(self, view: ZoomView) -> None:
        self.view = view

    def pose(self) -> Pose:
        shown = self.view.pose() if isinstance(self.view, PoseView) else None
        assert shown is not None
        return shown

    @property
    def pad(self) -> QWidget:
        return self.view.viewport()

    def at(self, place: tuple[float, float]) -> QPoint:
        return self.view.view_place(QPointF(*place)).toPoint()

    def press(
        self, place: tuple[float, float], modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        QTest.mousePress(self.pad, button, modifiers, self.at(place))

    def move(
        self, place: tuple[float, float], modifiers: Qt.KeyboardModifier = NONE, held: Qt.MouseButton = LEFT
    ) -> None:
        point = QPointF(self.at(place))
        event = QMouseEvent(
            QEvent.Type.MouseMove, point, QPointF(self.pad.mapToGlobal(point)), Qt.MouseButton.NoButton, held, modifiers
        )
        QCoreApplication.sendEvent(self.pad, event)

    def release(
        self, place: tuple[float, float], modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        QTest.mouseRelease(self.pad, button, modifiers, self.at(place))

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        modifiers: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        self.press(start, modifiers, button)
        for step in (0.3, 0.7, 1.0):
            self.move(
                (start[0] + step * (end[0] - start[0]), start[1] + step * (end[1] - start[1])), modifiers, held=button
            )
        self.release(end, modifiers, button)

    def click(
        self, place: tuple[float, float], modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        QTest.mouseClick(self.pad, button, modifiers, self.at(place))

    def double_click(self, place: tuple[float, float]) -> None:
        QTest.mouseClick(self.pad, LEFT, NONE, self.at(place))
        QTest.mouseDClick(self.pad, LEFT, NONE, self.at(place))
        QTest.mouseRelease(self.pad, LEFT, NONE, self.at(place))

    def hover(self, place: tuple[float, float]) -> None:
        self.move(place, held=Qt.MouseButton.NoButton)

    def wheel(self, place: tuple[float, float], notches: int) -> None:
        point = QPointF(self.at(place))
        event = QWheelEvent(
            point,
            QPointF(self.pad.mapToGlobal(point)),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(self.pad, event)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, modifiers)


def astronaut_pose() -> Pose:
    """The astronaut's skeleton, set by hand: knees and ankles missing, wrists hidden, the left elbow doubtful."""
    places = {
        J.NOSE: (223, 115),
        J.NECK: (222, 185),
        J.RIGHT_SHOULDER: (142, 212),
        J.LEFT_SHOULDER: (305, 208),
        J.RIGHT_ELBOW: (105, 330),
        J.LEFT_ELBOW: (352, 330),
        J.RIGHT_WRIST: (150, 430),
        J.LEFT_WRIST: (300, 432),
        J.RIGHT_EYE: (203, 98),
        J.LEFT_EYE: (241, 97),
        J.RIGHT_EAR: (180, 105),
        J.LEFT_EAR: (262, 106),
        J.RIGHT_HIP: (175, 470),
        J.LEFT_HIP: (285, 470),
    }
    points = np.full((18, 2), np.nan)
    for joint, place in places.items():
        points[joint] = place
    trust = np.full(18, 0.9)
    trust[J.LEFT_ELBOW] = 0.2
    pose = Pose.from_points(points, confidence=trust)
    pose = pose.with_joint(J.RIGHT_WRIST, state=JointState.HIDDEN)
    return pose.with_joint(J.LEFT_WRIST, state=JointState.HIDDEN)


@pytest.fixture
def pose() -> Pose:
    return astronaut_pose()


@pytest.fixture
def view(qtbot: QtBot, astronaut: np.ndarray, pose: Pose) -> PoseView:
    """A view of the astronaut with her skeleton, shown and with the keyboard."""
    shown = PoseView()
    qtbot.addWidget(shown)
    shown.resize(760, 780)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.set_picture(astronaut)
    shown.set_pose(pose)
    shown.setFocus()
    return shown


@pytest.fixture
def hand(view: PoseView) -> Hand:
    return Hand(view)


class Diary:
    """What a view told, in order."""

    def __init__(self, view: PoseView) -> None:
        self.edits: list[tuple[Pose, Pose, str]] = []
        self.live: list[Pose] = []
        self.selected: list[int] = []
        self.people: list[int] = []
        self.drawn: list[Pose] = []
        self.given_up = 0
        view.pose_edited.connect(lambda before, after, text: self.edits.append((before, after, text)))
        view.pose_dragged.connect(self.live.append)
        view.joint_selected.connect(self.selected.append)
        view.person_picked.connect(self.people.append)
        view.drawing_finished.connect(self.drawn.append)
        view.drawing_cancelled.connect(self._gave_up)

    def _gave_up(self) -> None:
        self.given_up += 1

    def only_edit(self) -> tuple[Pose, Pose, str]:
        assert len(self.edits) == 1, [text for _, _, text in self.edits]
        return self.edits[0]


@pytest.fixture
def diary(view: PoseView) -> Diary:
    return Diary(view)
