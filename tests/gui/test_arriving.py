"""What is dropped on the window is opened as what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.formats.pose_collection import write_collection
from engine.presets import load_presets
from engine.project.project import Project
from engine.reviews import Review, write_review
from gui.dropping import dropped_folder
from gui.flows.arriving import Arrival, arrival_of
from gui.flows.messages import Place
from gui.main_window import MainWindow


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget: QWidget, *paths: Path) -> None:
    """Files fall on a widget."""
    data, at = mime(*paths), widget.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, buttons, keys)
    widget.dragEnterEvent(entering)
    assert entering.isAccepted()
    widget.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """One of everything that may be dropped."""
    for name in ("model.safetensors", "latest_net_netG.PTH", "last.pt"):
        (tmp_path / name).write_bytes(b"weights")
    Project.create(tmp_path / "work.repose").close()
    write_review(tmp_path / "ada.json", Review({}, ()))
    write_collection(tmp_path / "poses.json", load_presets()[:1])
    (tmp_path / "coco.json").write_text(json.dumps({"images": [], "annotations": [], "categories": []}))
    (tmp_path / "one.json").write_text(json.dumps({"people": []}))
    (tmp_path / "annotation.csv").write_text("name:keypoints_y:keypoints_x\n")
    for name in ("photos", "run/checkpoints", "data", "skeletons", "annotated/photos", "empty"):
        (tmp_path / name).mkdir(parents=True)
    Image.new("RGB", (8, 8)).save(tmp_path / "photos" / "a.JPG", "JPEG")
    (tmp_path / "run" / "events.jsonl").touch()
    (tmp_path / "data" / "dataset.json").touch()
    (tmp_path / "annotated" / "keypoints18.json").touch()
    (tmp_path / "skeletons" / "a_keypoints.json").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "arrival"),
    [
        ("model.safetensors", Arrival.MODEL),
        ("latest_net_netG.PTH", Arrival.MODEL),
        ("last.pt", Arrival.MODEL),
        ("work.repose", Arrival.PROJECT),
        ("ada.json", Arrival.REVIEW),
        ("poses.json", Arrival.POSE),
        ("coco.json", Arrival.ANNOTATIONS),
        ("one.json", Arrival.POSE),
        ("annotation.csv", Arrival.ANNOTATIONS),
        ("photos", Arrival.FOLDER),
        ("run", Arrival.RUN),
        ("data", Arrival.DATA),
        ("annotated", Arrival.DATA),
        ("skeletons", Arrival.ANNOTATIONS),
        ("empty", Arrival.FOLDER),
        ("photos/a.JPG", Arrival.PHOTO),
        ("gone.json", Arrival.POSE),
    ],
)
def test_what_was_dropped_is_told_from_everything_else(place: Path, name: str, arrival: Arrival) -> None:
    assert arrival_of(place / name) is arrival


def test_weights_are_asked_about_and_paint_when_the_person_says_so(
    window: MainWindow, place: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, str]] = []
    monkeypatch.setattr(window.controller.models, "use_file", lambda file, name: asked.append((file, name)))
    assert not window.actions_["dropped-model"].isEnabled()
    drop(window, place / "model.safetensors")
    message = window.panes[Place.PICTURE].strip.message
    assert message is not None and message.text.startswith("model.safetensors holds the weights") and not asked
    assert window.actions_["dropped-model"].isEnabled()
    window.actions_["dropped-model"].trigger()
    assert asked == [(place / "model.safetensors", "model")]
    assert not window.actions_["dropped-model"].isEnabled()


def test_a_review_is_merged_in_its_tab_and_annotations_are_imported(
    window: MainWindow, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    merged: list[list[Path]] = []
    imported: list[Path] = []
    monkeypatch.setattr(window.reviewing, "merge", merged.append)
    monkeypatch.setattr(window.annotating.files, "import_from", imported.append)
    drop(window, place / "ada.json")
    assert merged == [[place / "ada.json"]] and window.tabs.currentWidget() is window.reviewing.panel
    drop(window, place / "coco.json")
    drop(window, place / "skeletons")
    assert imported == [place / "coco.json", place / "skeletons"]


def test_a_project_on_the_target_pose_is_opened(window: MainWindow, place: Path, qtbot: QtBot) -> None:
    window.controller.files.drop_on_target([place / "work.repose"])
    qtbot.waitUntil(lambda: window.document.project.path == (place / "work.repose").absolute())


def test_a_model_that_falls_on_the_training_tab_is_left_to_the_window(place: Path) -> None:
    kept: list[QMimeData] = []

    def entering(name: str) -> QDragEnterEvent:
        data = mime(place / name)
        kept.append(data)
        return QDragEnterEvent(
            QPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )

    assert dropped_folder(entering("model.safetensors")) is None
    assert dropped_folder(entering("work.repose")) is None
    assert dropped_folder(entering("run")) == place / "run"
    assert dropped_folder(entering("run/events.jsonl")) == place / "run"
