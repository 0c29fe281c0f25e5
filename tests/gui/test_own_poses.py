"""The person's own poses, which steps of any project may keep, change and delete."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from engine.presets import load_presets
from engine.project.codec import pose_rows
from engine.skeleton import Pose
from gui.own_poses import OwnPoses


@pytest.fixture
def own(tmp_path: Path, qapp: QApplication) -> OwnPoses:
    poses = OwnPoses(tmp_path / "poses")
    poses.load()
    return poses


def told_of(name: str, pose: Pose) -> dict[str, Any]:
    """What a step of the history says of a pose."""
    return {"name": name, "title": "x", "tags": ["own"], "size": [256, 176], "pose": pose_rows(pose), "at": 0}


def test_a_strangers_history_leads_to_no_other_folder(own: OwnPoses, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text("{}")
    for name in ("../mine", str(tmp_path / "mine"), "..", "", "own-1/../../mine"):
        step = told_of(name, load_presets()[0].pose)
        assert not own.carry_out(step, None) and not own.carry_out(None, step) and not own.carry_out(step, step)
    for odd in (
        {},
        {"name": 3},
        {"name": "own-1"},
        told_of("own-1", load_presets()[0].pose) | {"pose": [[1] * 5] * 18},
        7,
    ):
        assert not own.carry_out(odd, None) and not own.carry_out(None, odd)
    assert mine.read_text() == "{}" and own.presets() == [] and not (tmp_path / "poses").exists()


def test_a_step_of_another_computer_leaves_ones_own_poses_alone(own: OwnPoses, tmp_path: Path) -> None:
    first, second = (preset.pose for preset in load_presets()[:2])
    kept = own.new(first, title="Mine")
    assert own.keep(kept)
    theirs = told_of(kept.name, second)
    assert not own.carry_out(theirs, None) and not own.carry_out(None, theirs) and not own.carry_out(theirs, theirs)
    assert [preset.title for preset in own.presets()] == ["Mine"]
    again = OwnPoses(tmp_path / "poses")
    again.load()
    step = own.to_json(kept)[1]
    renamed = told_of(kept.name, first)
    assert again.carry_out(step, renamed) and [preset.title for preset in again.presets()] == ["x"]
    assert again.carry_out(renamed, None) and again.presets() == [] and again.carry_out(None, step)
    assert [preset.title for preset in again.presets()] == ["Mine"]
