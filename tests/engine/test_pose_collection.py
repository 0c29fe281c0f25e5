"""Poses to share go through a file and come back the same; a file with a fault gives none."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import PoseFileError
from engine.formats.pose_collection import is_collection, read_collection, write_collection
from engine.presets import Preset, load_presets
from engine.skeleton import JOINT_COUNT, JointState, Pose
from engine.text import tidy


def test_the_boxs_poses_come_back(tmp_path: Path) -> None:
    presets = load_presets()
    path = write_collection(tmp_path / "all.json", presets)
    assert is_collection(path)
    found = read_collection(path)
    assert [(p.title, p.tags, p.size) for p in found] == [(p.title, p.tags, p.size) for p in presets]
    for old, new in zip(presets, found, strict=True):
        assert new.pose.same_as(old.pose, tolerance=6e-4) and new.pose.states == old.pose.states


coordinates = st.floats(-500, 2000, allow_nan=False).map(lambda value: round(value, 3))
trust = st.floats(0, 1).map(lambda value: round(value, 4))
joints = st.tuples(coordinates, coordinates, trust, st.sampled_from(JointState))


@settings(deadline=None, max_examples=40)
@given(st.lists(joints, min_size=JOINT_COUNT, max_size=JOINT_COUNT), st.text(min_size=1))
def test_any_pose_and_title_come_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple], title: str) -> None:
    states = [state for *_, state in rows]
    if all(state is JointState.MISSING for state in states) or not tidy(title):
        return
    pose = Pose.from_points([row[:2] for row in rows], confidence=[row[2] for row in rows], states=states)
    path = tmp_path_factory.getbasetemp() / "any.json"
    write_collection(path, [Preset("own-1", title, ("own", "ä"), pose, (256, 176), False)])
    (found,) = read_collection(path)
    assert found.title == tidy(title) and found.tags == ("own", "ä") and found.pose.states == pose.states
    np.testing.assert_array_equal(found.pose.points, pose.points)
    np.testing.assert_array_equal(found.pose.confidence[pose.present], pose.confidence[pose.present])


def broken(change: dict[str, object], *, pose: dict[str, object] | None = None) -> str:
    row = [10.0, 20.0, 1.0, "visible"]
    entry = {"title": "A", "tags": [], "canvas": [256, 176], "keypoints": [row] * 18, **(pose or {})}
    return json.dumps({"format": "repose-poses", "version": 1, "poses": [entry], **change})


@pytest.mark.parametrize(("text", "words"), [
    ("[1, 2", "not valid JSON"),
    ("[]", "not a file of shared poses"),
    (broken({"version": 9}), "format version 9"),
    (broken({"poses": []}), "1 to 2000"),
    (broken({"poses": [{}]}), "Pose 1"),
    (broken({}, pose={"title": 7}), "Pose 1"),
    (broken({}, pose={"canvas": [0, 176]}), "canvas"),
    (broken({}, pose={"keypoints": [[1, 2, 1, "visible"]] * 17}), "18 joints"),
    (broken({}, pose={"keypoints": [[1e9, 2, 1, "visible"]] * 18}), "no place"),
    (broken({}, pose={"keypoints": [[1, float("nan"), 1, "visible"]] * 18}), "no place"),
    (broken({}, pose={"keypoints": [[1, 2, 1, "seen"]] * 18}), "Pose 1"),
    (broken({}, pose={"keypoints": [None] * 18}), "no joint"),
])  # fmt: skip
def test_a_fault_is_said_and_nothing_taken(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "poses.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PoseFileError, match=words):
        read_collection(path)


def test_what_is_no_collection(tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text("[" * 100_000)
    for name, content in {"a.json": b"", "b.json": b"\xff\xfe", "c.json": b'{"people": []}'}.items():
        (tmp_path / name).write_bytes(content)
        assert not is_collection(tmp_path / name)
    assert not is_collection(tmp_path / "deep.json")
    assert not is_collection(tmp_path) and not is_collection(tmp_path / "none.json")
