"""How long one step of a drag, a pan or a zoom takes on a large photo, from the event to the painted view."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from engine.skeleton import Joint
from gui.canvas.body import standing
from gui.canvas.picture_pyramid import Picture, PicturePyramid
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
    view = _view_of(size, window)
    pose = view.pose()
    if pose is None:
        return []
    start = view.view_place(QPointF(*pose.place(Joint.RIGHT_WRIST)))
    _send(view.viewport(), QEvent.Type.MouseButtonPress, start)
    times = [
        _step(view, partial(_send, view.viewport(), QEvent.Type.MouseMove, start + _on_circle(step)))
        for step in range(steps)
    ]
    _send(view.viewport(), QEvent.Type.MouseButtonRelease, start)
    _close(view)
    return times


def measure_pan(
    size: tuple[int, int] = (6000, 4000), *, steps: int = 200, window: tuple[int, int] = (1280, 860), zoom: float = 0.7
) -> list[float]:
    """Move the photo below the view at this zoom; milliseconds of each step of some 17 pixels."""
    view = _view_of(size, window)
    view.zoom_to(QPointF(size[0] / 2, size[1] / 2), zoom)
    _wait_for_paint(view)
    times = [_step(view, partial(view.pan_by, 15 if step % 20 < 10 else -15, 7)) for step in range(steps)]
    _close(view)
    return times


def measure_zoom(
    size: tuple[int, int] = (6000, 4000), *, steps: int = 200, window: tuple[int, int] = (1280, 860)
) -> list[float]:
    """Zoom in and out again round the middle, a tenth at a time; milliseconds of each step."""
    view = _view_of(size, window)
    times = [_step(view, partial(view.zoom_by, 1.1 if step % 50 < 25 else 1 / 1.1)) for step in range(steps)]
    _close(view)
    return times


def _view_of(size: tuple[int, int], window: tuple[int, int]) -> _TimedView:
    if QApplication.instance() is None:
        raise RuntimeError("the canvas is measured within a QApplication")
    view = _TimedView()
    view.resize(*window)
    view.show()
    view.set_picture(PicturePyramid(sample_photo(size)).halve())
    scale = 0.9 * size[1] / 100
    view.set_pose(standing().transformed([[scale, 0, size[0] / 2], [0, scale, 0.02 * size[1]]]))
    _wait_for_paint(view)
    return view


def _close(view: _TimedView) -> None:
    view.close()
    view.deleteLater()


def _on_circle(step: int) -> QPointF:
    angle = 2 * math.pi * step / 50
    return QPointF(60 * math.sin(angle), 60 * math.cos(angle))


def _step(view: _TimedView, act: Callable[[], object]) -> float:
    view.painting = 0.0
    begin = time.perf_counter()
    act()
    handling = time.perf_counter() - begin
    _wait_for_paint(view)
    return 1000 * (handling + view.painting)


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
