"""Zoom, pan, fit, drop, theme and links of the views, by real events."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.skeleton import Joint, Pose
from gui.canvas.benchmark import measure_drag, measure_pan, measure_zoom
from gui.canvas.colours import CanvasColours
from gui.canvas.picture_view import PictureView
from gui.canvas.pose_view import PoseView
from gui.canvas.view_link import ViewLink

J = Joint
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def pixels(image: QImage) -> np.ndarray:
    flat = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8)
    return flat.reshape(image.height(), -1, 4)[..., :3].astype(int)


def shot(view) -> QImage:
    return view.viewport().grab().toImage()


def test_the_wheel_zooms_round_the_pointer(view: PoseView, hand, qtbot: QtBot) -> None:
    place = (352.0, 330.0)
    for notches in (3, 5, -4, 12, -30):
        point = QPointF(hand.at(place))
        before = view.scene_place(point)
        with qtbot.waitSignal(view.zoom_changed):
            hand.wheel(place, notches)
        after = view.scene_place(point)
        assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=0.51 / view.zoom())
    assert not view.is_fitted()


def test_zoom_has_ends(view: PoseView, hand) -> None:
    hand.wheel((256.0, 256.0), 200)
    assert view.zoom() == 64
    hand.wheel((256.0, 256.0), -400)
    assert 0 < view.zoom() <= 1
    view.fit()
    assert view.zoom() == view.fit_zoom()


def test_fit_stays_fit_until_somebody_zooms(view: PoseView, hand, qtbot: QtBot) -> None:
    view.resize(500, 500)
    assert view.zoom() == pytest.approx(view.fit_zoom())
    rect = view.viewport().rect()
    for corner in ((0, 0), (511, 511)):
        assert rect.contains(hand.at(corner))
    hand.wheel((100.0, 100.0), 2)
    zoomed = view.zoom()
    view.resize(600, 600)
    assert view.zoom() == zoomed
    hand.key(Qt.Key.Key_0, CTRL)
    assert view.is_fitted() and view.zoom() == pytest.approx(view.fit_zoom())


@pytest.mark.parametrize("way", ["middle", "space", "empty"])
def test_pan(view: PoseView, hand, diary, pose: Pose, qtbot: QtBot, way: str) -> None:
    start, end = ((470.0, 100.0), (400.0, 160.0)) if way == "empty" else (pose.place(J.NOSE), (300.0, 200.0))
    goal = hand.at(end)
    if way == "space":
        qtbot.keyPress(view, Qt.Key.Key_Space)
    button = Qt.MouseButton.MiddleButton if way == "middle" else Qt.MouseButton.LeftButton
    origin = view.scene_place(QPointF(0, 0))
    moved = goal - hand.at(start)
    first = hand.at(start)
    hand.press(start, button=button)
    for share in (0.25, 0.5, 1.0):
        point = QPointF(first) + QPointF(moved) * share
        place = view.scene_place(point)
        hand.move((place.x(), place.y()), held=button)
    hand.release((0.0, 0.0), button=button)
    if way == "space":
        qtbot.keyRelease(view, Qt.Key.Key_Space)
    gone = (view.scene_place(QPointF(0, 0)) - origin) * view.zoom()
    slack = 0.3 * abs(moved.x()) if way == "empty" else 1.5
    assert (gone.x(), gone.y()) == pytest.approx((-moved.x(), -moved.y()), abs=slack)
    assert not diary.edits and not view.is_panning() and not view.is_fitted()


def test_double_click_zooms_to_a_joint_and_back(view: PoseView, hand, diary, pose: Pose) -> None:
    fitted = view.zoom()
    hand.double_click(pose.place(J.RIGHT_EYE))
    assert view.zoom() > 2 * fitted
    centre = view.centre()
    assert (centre.x(), centre.y()) == pytest.approx(pose.place(J.RIGHT_EYE), abs=1)
    assert view.current_joint() is J.RIGHT_EYE and not diary.edits
    place = view.scene_place(QPointF(10, 10))
    hand.double_click((place.x(), place.y()))
    assert view.zoom() == pytest.approx(fitted)


def test_the_picture_lies_where_the_joints_are(qtbot: QtBot) -> None:
    """One white pixel at (70, 40): seen there, at any zoom and from any copy of the pyramid."""
    picture = np.zeros((600, 900, 3), np.uint8)
    picture[40, 70] = 255
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.set_picture(picture)
    for zoom in (1.0, 3.0, 8.0, 40.0):
        view.zoom_to(QPointF(70, 40), zoom)
        image = shot(view)
        ratio = image.width() / view.viewport().width()
        point = view.view_place(QPointF(70, 40)) * ratio
        assert QColor(image.pixel(int(point.x()), int(point.y()))).lightness() > 150, zoom
    coarse = np.zeros((1600, 1600, 3), np.uint8)
    coarse[800:, 400:] = (255, 0, 0)
    view.set_picture(coarse)
    view.zoom_to(QPointF(400, 800), 0.11)
    image = shot(view)
    corner = view.view_place(QPointF(399.5, 799.5))
    assert QColor(image.pixel(int(corner.x()) + 3, int(corner.y()) + 3)).red() > 240
    for dx, dy in ((-3, 3), (3, -3), (-3, -3)):
        assert QColor(image.pixel(int(corner.x()) + dx, int(corner.y()) + dy)).red() < 20


@pytest.mark.parametrize("zoom", [0.35, 1.37, 5.3])
def test_a_panned_view_is_painted_as_a_fresh_one(view: PoseView, zoom: float) -> None:
    view.zoom_to(QPointF(200, 200), zoom)
    shot(view)
    view.pan_by(-60, -33)
    view.pan_by(13, 53)
    panned = pixels(shot(view))
    view.resetCachedContent()
    view.viewport().update()
    assert np.abs(panned - pixels(shot(view))).max() <= 8


def test_another_picture_of_the_same_size_keeps_the_zoom(view: PoseView, astronaut: np.ndarray) -> None:
    view.zoom_to(QPointF(100, 100), 5)
    view.set_picture(astronaut[::-1].copy())
    assert view.zoom() == 5
    view.set_picture(astronaut[:300].copy())
    assert view.is_fitted()


def test_not_a_picture_is_refused(view: PoseView) -> None:
    with pytest.raises(ValueError, match="uint8"):
        view.set_picture(np.zeros((4, 4), np.uint8))
    with pytest.raises(ValueError, match="float"):
        view.set_picture(np.zeros((4, 4, 3)))  # type: ignore[arg-type]


def test_files_are_dropped(view: PoseView, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.jpg")), QUrl("https://example.org/x.png")])
    copy, place = Qt.DropAction.CopyAction, QPointF(10, 10)
    enter = QDragEnterEvent(place.toPoint(), copy, data, LEFT, NONE)
    QApplication.sendEvent(view.viewport(), enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(view.files_dropped) as told:
        QApplication.sendEvent(view.viewport(), QDropEvent(place, copy, data, LEFT, NONE))
    assert told.args == [[str(tmp_path / "a b.jpg")]]


def test_placeholder_shows_only_while_there_is_nothing(qtbot: QtBot, astronaut: np.ndarray, pose: Pose) -> None:
    view = PoseView()
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.set_placeholder("Drop a photo here\nor open one")
    view.show()
    empty = shot(view)
    view.set_picture(astronaut)
    assert shot(view) != empty
    view.set_picture(None)
    view.set_pose(pose)  # a skeleton without a picture is something to see
    place = view.view_place(QPointF(*pose.place(J.NECK)))
    assert view.viewport().rect().contains(place.toPoint())
    view.set_pose(None)
    assert view.content_rect().isEmpty()


@pytest.mark.parametrize("theme", [CanvasColours.light(), CanvasColours.dark()], ids=["light", "dark"])
def test_theme(view: PoseView, theme: CanvasColours) -> None:
    view.set_theme(theme)
    assert QColor(shot(view).pixel(2, 2)) == theme.background
    view.set_theme({"background": QColor("#123456"), "unknown": QColor("red")})
    assert QColor(shot(view).pixel(2, 2)) == QColor("#123456")
    view.set_theme(None)
    assert view.colours == CanvasColours.of_palette(view.palette())


def test_the_views_follow_the_windows_palette(view: PoseView) -> None:
    palette = QPalette(QColor("#202020"))
    view.setPalette(palette)
    assert view.colours == CanvasColours.dark()
    assert QColor(shot(view).pixel(2, 2)) == CanvasColours.dark().background


def test_visible_hidden_and_missing_differ_in_shape(view: PoseView, pose: Pose, qtbot: QtBot) -> None:
    """In the middle of a visible joint is its colour, of a hidden one the picture."""
    view.set_picture(np.full((512, 512, 3), 128, np.uint8))
    image = shot(view)

    def colour_at(joint: Joint) -> QColor:
        point = view.view_place(QPointF(*pose.place(joint))).toPoint()
        return QColor(image.pixel(point))

    assert colour_at(J.RIGHT_HIP).saturation() > 200
    assert view.skeleton.joints[J.RIGHT_KNEE].isVisible() is False
    assert view.skeleton.limbs[3].dashed and not view.skeleton.limbs[2].dashed
    hidden_alone = Pose.empty().with_joint(J.NOSE, (256.0, 256.0)).with_joint(J.NOSE, state=pose.states[J.LEFT_WRIST])
    view.set_pose(hidden_alone)
    middle = QColor(shot(view).pixel(view.view_place(QPointF(256, 256)).toPoint()))
    assert middle.saturation() < 60


def test_picture_view_shows_the_target_when_asked(qtbot: QtBot, astronaut: np.ndarray, pose: Pose) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.set_picture(astronaut)
    plain = shot(view)
    view.set_target(pose)
    assert shot(view) == plain
    view.set_target_shown(True)
    assert shot(view) != plain


def test_linked_views_go_together(qtbot: QtBot, astronaut: np.ndarray, view: PoseView, hand) -> None:
    other = PictureView()
    qtbot.addWidget(other)
    other.resize(300, 500)
    other.show()
    other.set_picture(astronaut[::2, ::2].copy())
    ViewLink(view, other)
    hand.wheel((128.0, 384.0), 6)
    assert not other.is_fitted()
    assert other.zoom() / other.fit_zoom() == pytest.approx(view.zoom() / view.fit_zoom())
    centre, theirs = view.centre(), other.centre()
    assert (theirs.x() + 0.5, theirs.y() + 0.5) == pytest.approx(
        ((centre.x() + 0.5) / 2, (centre.y() + 0.5) / 2), abs=1
    )
    other.fit()
    assert view.is_fitted()


def test_steps_on_a_large_photo(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    """Measures, for whoever looks at the output; how fast it must be depends on the machine."""
    for name, measure in (("drag", measure_drag), ("pan", measure_pan), ("zoom", measure_zoom)):
        times = measure((3000, 2000), steps=10)
        assert len(times) == 10 and min(times) > 0
        with capsys.disabled():
            sys.stdout.write(f"\n{name}: median {np.median(times):.2f} ms, slowest {max(times):.2f} ms")
