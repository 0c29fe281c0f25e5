"""The whole job with the models from the box: a photo on disk, its skeleton, a pose, a saved picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.images import load_picture
from engine.provenance import read_provenance
from engine.skeleton import Joint, facing_of
from gui.library import Library
from gui.main_window import MainWindow
from gui.services.backend import Running
from gui.start import backend_maker
from tests.e2e.hands import CTRL, choose_preset, click, drop, photo_pose, press
from tests.gui.canvas.conftest import Hand, astronaut_pose


@pytest.fixture
def library() -> Library:
    """All from the box."""
    return Library()


@pytest.fixture
def window(make_window, qtbot: QtBot) -> MainWindow:
    return make_window(models=backend_maker(Running("cpu")))


def ready(window: MainWindow) -> bool:
    photo = window.document.current
    return photo is not None and photo.is_framed


def test_a_demo_person_in_another_pose_at_the_first_start(window: MainWindow, qtbot: QtBot) -> None:
    assert len(list(window.document)) == 3
    qtbot.waitUntil(lambda: ready(window))
    pose = photo_pose(window)
    assert pose.present.sum() >= 16 and facing_of(pose).value == "front"
    click(window.transfer.button)
    qtbot.waitUntil(lambda: window.document.result_is_current())
    picture = window.document.current.result.rendered.picture
    assert picture.shape == (256, 176, 3) and picture.std() > 20


def test_the_estimator_finds_what_is_known_of_a_demo_person(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ready(window))
    known = photo_pose(window)
    window.actions_["detect"].trigger()
    qtbot.waitUntil(lambda: photo_pose(window) is not known)
    found = photo_pose(window)
    both = known.present & found.present
    assert both.sum() >= 15
    errors = np.hypot(*(found.points[both] - known.points[both]).T) / known.height()
    assert np.median(errors) < 0.03 and (errors < 0.05).mean() >= 0.8


def test_a_photo_from_disk_to_a_saved_picture(
    window: MainWindow, qtbot: QtBot, astronaut_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(window.photo.view.viewport(), [astronaut_file])
    qtbot.waitUntil(lambda: window.document.current.title == "astronaut" and ready(window))
    found, drawn = photo_pose(window), astronaut_pose()
    # Her other shoulder lies under a ring of the suit: the estimator in the box leaves it to be set by hand.
    for joint in (Joint.NOSE, Joint.NECK, Joint.LEFT_SHOULDER):
        assert found.has(joint)
        assert np.hypot(*(found.points[joint] - drawn.points[joint])) < 80
    start = found.place(Joint.LEFT_SHOULDER)
    Hand(window.photo.view).drag(start, (start[0] + 4, start[1]))
    qtbot.waitUntil(lambda: ready(window))
    choose_preset(window, "Arms raised")
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())
    place = tmp_path / "raised.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    press(window, Qt.Key.Key_S, CTRL)
    assert load_picture(place).shape == (256, 176, 3)
    made = read_provenance(place)
    assert made is not None and made.target == "Arms raised" and made.photo == "astronaut.png"
    assert len(made.facts["generator sha256"]) == 64
    assert made.photo_pose.same_as(photo_pose(window), tolerance=0.01)


def test_live_follows_a_drag_with_the_real_models(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ready(window))
    press(window, Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: window.document.result_is_current())
    hand = Hand(window.target.view)
    start = window.document.target_pose().place(Joint.LEFT_WRIST)
    hand.press(start)
    hand.move((start[0] + 6, start[1] - 6))
    hand.move((start[0] + 9, start[1] - 9))
    qtbot.waitUntil(lambda: window.document.current.result.rendered.draft)
    assert window.document.current.result.rendered.picture.shape == (128, 88, 3)
    hand.release((start[0] + 9, start[1] - 9))
    qtbot.waitUntil(lambda: window.document.result_is_current())
    assert window.document.current.result.rendered.picture.shape == (256, 176, 3)
