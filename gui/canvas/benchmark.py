"""How long one step of dragging a joint takes, from the pointer's move to the painted view."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from engine.skeleton import Joint
from gui.canvas.body import standing
from gui.canvas.picture_pyramid import Picture
from gui.canvas.pose_view import PoseView

_SECONDS_TO_WAIT = 2.0


class _TimedView(PoseView):
    """Adds up the time its paint events take, and lets a waiting loop go after each."""

    def __init__(self) -> None:
        super().__init__()
        self.painting = 0.0
        self.painted = QEventLoop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint and time it."""
        begin = time.perf_counter()
        super().paintEvent(event)
        self.painting += time.perf_counter() - begin
        self.painted.quit()


def sample_photo(size: tuple[int, int]) -> Picture:
    """A picture, width x height, with coarse and fine detail, that takes no time to make."""
    width, height = size
    across = np.arange(width, dtype=np.uint32)[None, :]
    down = np.arange(height, dtype=np.uint32)[:, None]
    return np.stack([(across * 7 + down) % 256, (across ^ down) % 256, (across + 3 * down) % 256], -1).astype(np.uint8)


def measure_drag(
    size: tuple[int, int] = (6000, 4000), *, steps: int = 200, window: tuple[int, int] = (1280, 860)
) -> list[float]:
    """Drag a wrist over a photo of this width and height; milliseconds of each step.

    A step is the handling of one move of the pointer with everything that hangs on it, and the painting that
    follows. Needs a running QApplication, whichever platform it is on.
    """
    if QApplication.instance() is None:
        raise RuntimeError("measure_drag needs a QApplication")
    view = _TimedView()
    view.resize(*window)
    view.show()
    view.set_picture(sample_photo(size))
    body = standing()
    scale = 0.9 * size[1] / 100
    view.set_pose(body.transformed([[scale, 0, size[0] / 2], [0, scale, 0.02 * size[1]]]))
    _wait_for_paint(view)
    pose = view.pose()
    assert pose is not None
    start = view.view_place(QPointF(*pose.place(Joint.RIGHT_WRIST)))
    _send(view.viewport(), QEvent.Type.MouseButtonPress, start)
    times = []
    for step in range(steps):
        angle = 2 * np.pi * step / 50
        place = start + QPointF(60 * np.sin(angle), 60 * np.cos(angle))
        view.painting = 0.0
        begin = time.perf_counter()
        _send(view.viewport(), QEvent.Type.MouseMove, place)
        handling = time.perf_counter() - begin
        _wait_for_paint(view)
        times.append(1000 * (handling + view.painting))
    _send(view.viewport(), QEvent.Type.MouseButtonRelease, start)
    view.close()
    view.deleteLater()
    return times


def _wait_for_paint(view: _TimedView) -> None:
    stop = QTimer()
    stop.setSingleShot(True)
    stop.timeout.connect(view.painted.quit)
    stop.start(round(1000 * _SECONDS_TO_WAIT))
    view.painted.exec()


def _send(widget: QWidget, kind: QEvent.Type, place: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    moves = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moves else left
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
    pointer = QPointF(widget.mapToGlobal(place))
    QCoreApplication.sendEvent(widget, QMouseEvent(kind, place, pointer, button, held, Qt.KeyboardModifier.NoModifier))
