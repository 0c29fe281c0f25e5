"""A picture against its photo: slider and blinking, by mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.canvas.comparison import MOST_RATE, Blinker, Comparison
from gui.canvas.picture_view import PictureView
from tests.gui.canvas.conftest import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    """A blue picture that was made from a red photo."""
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(400, 500)
    view.show()
    view.set_picture(np.full((256, 176, 3), (0, 0, 255), np.uint8))
    view.set_before(np.full((256, 176, 3), (255, 0, 0), np.uint8))
    return view


def colour_at(view: PictureView, x: float, y: float = 200.0) -> str:
    """`photo` or `picture`, by the colour at a place of the picture."""
    image = view.viewport().grab().toImage()
    point = view.view_place(QPointF(x, y)) * (image.width() / view.viewport().width())
    return {"#ff0000": "photo", "#0000ff": "picture"}[QColor(image.pixel(point.toPoint())).name()]


def test_the_slider_shows_the_photo_left_of_its_divider(view: PictureView) -> None:
    assert colour_at(view, 40) == colour_at(view, 140) == "picture"
    view.set_comparison(Comparison.SLIDER)
    assert (colour_at(view, 40), colour_at(view, 140)) == ("photo", "picture")
    hand = Hand(view)
    hand.drag((88.0, 60.0), (20.0, 60.0))
    assert view.divider() == pytest.approx(20.5 / 176, abs=0.02)
    assert colour_at(view, 40) == "picture" and colour_at(view, 8) == "photo"
    hand.key(Qt.Key.Key_End)
    assert view.divider() == 1.0 and colour_at(view, 140) == "photo"
    hand.key(Qt.Key.Key_Left)
    hand.key(Qt.Key.Key_Left, SHIFT)
    assert view.divider() == pytest.approx(0.88)
    assert "88 %" in view.accessibleDescription()
    view.zoom_to(QPointF(88, 128), 3.0)
    assert colour_at(view, 100, 128) == "photo"


def test_a_photo_of_another_size_lies_in_the_pictures_place(view: PictureView) -> None:
    view.set_before(np.full((1024, 704, 3), (255, 0, 0), np.uint8))
    view.set_comparison(Comparison.SLIDER)
    view.set_divider(1.0)
    assert {colour_at(view, x, y) for x in (3.0, 172.0) for y in (3.0, 252.0)} == {"photo"}


def test_space_changes_what_shows_but_never_too_fast(view: PictureView, qtbot: QtBot) -> None:
    view.set_comparison(Comparison.BLINK)
    hand = Hand(view)
    assert colour_at(view, 88) == "picture"
    hand.key(Qt.Key.Key_Space)
    assert colour_at(view, 88) == "photo" and "photo shows" in view.accessibleDescription()
    hand.key(Qt.Key.Key_Space)
    assert colour_at(view, 88) == "photo", "a second change within a third of a second is not made"
    QTest.qWait(round(1000 / MOST_RATE) + 20)
    hand.key(Qt.Key.Key_Space)
    assert colour_at(view, 88) == "picture"
    QTest.qWait(round(1000 / MOST_RATE) + 20)
    hand.key(Qt.Key.Key_Space)
    view.set_comparison(Comparison.ALONE)
    assert colour_at(view, 88) == "picture"


def test_blinking_by_itself_holds_to_the_pace(qtbot: QtBot, view: PictureView) -> None:
    blinker = Blinker(view)
    blinker.set_rate(50)
    assert blinker.rate == MOST_RATE
    changes: list[bool] = []
    blinker.swapped.connect(changes.append)
    blinker.set_running(True)
    qtbot.waitUntil(lambda: len(changes) >= 2)
    assert changes[:2] == [True, False]
    blinker.set_running(False)
    assert not blinker.running


def test_without_a_photo_there_is_only_the_picture(view: PictureView) -> None:
    view.set_before(None)
    for comparison in Comparison:
        view.set_comparison(comparison)
        assert colour_at(view, 40) == "picture"


def test_a_draft_keeps_what_is_looked_at(view: PictureView) -> None:
    view.zoom_to(QPointF(60, 40), 8.0)
    view.set_picture(np.zeros((512, 352, 3), np.uint8))
    assert view.zoom() == pytest.approx(4.0) and not view.is_fitted()
    centre = view.centre()
    assert (centre.x(), centre.y()) == pytest.approx((120.5, 80.5), abs=0.5)
    view.set_picture(np.zeros((300, 300, 3), np.uint8))
    assert view.is_fitted()
