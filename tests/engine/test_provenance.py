"""Pictures that say how they were made."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest

from engine.errors import PictureError, PoseFileError
from engine.images import save_picture
from engine.provenance import KEY, Provenance, file_sha256, parse_provenance, pixels_sha256, read_provenance
from engine.skeleton import Joint, JointState, Pose


def example() -> Provenance:
    photo_pose = Pose.from_points(np.arange(36).reshape(18, 2) * 1.5).with_joint(
        Joint.LEFT_KNEE, state=JointState.HIDDEN, confidence=0.25).with_joint(
        Joint.RIGHT_EAR, state=JointState.MISSING)
    return Provenance(
        photo="Grüße.jpg", photo_sha256="ab" * 32, photo_size=(800, 600), photo_pose=photo_pose, target="walking",
        target_pose=Pose.from_points(np.arange(36).reshape(18, 2)), options={"fit": "yes"},
        facts={"generator": "repose-patn", "generator sha256": "cd" * 32})


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp"])
def test_round_trip_through_a_picture(tmp_path, suffix):
    made = example()
    path = save_picture(tmp_path / f"out{suffix}", np.zeros((256, 176, 3), np.uint8), text=made.to_text())
    back = read_provenance(path)
    assert back is not None
    assert back.photo_pose.same_as(made.photo_pose, tolerance=1e-3) and back.target_pose.same_as(made.target_pose)
    for name in ("photo", "photo_sha256", "photo_size", "target", "options", "facts", "program"):
        assert getattr(back, name) == getattr(made, name)


def test_pictures_that_say_nothing(tmp_path):
    path = save_picture(tmp_path / "plain.png", np.zeros((4, 4, 3), np.uint8), text={"Software": "another"})
    assert read_provenance(path) is None
    with pytest.raises(PictureError, match="no such file"):
        read_provenance(tmp_path / "nothing.png")


@pytest.mark.parametrize("change", [
    {"version": 2}, {"photo": None}, {"target": {"name": "x", "pose": [None] * 17}}, {"options": []},
    {"photo": {"name": "x", "sha256": "y", "size": ["a", 2], "pose": [None] * 18}},
    {"target": {"name": "x", "pose": [[1, float("nan"), 1, "visible"]] * 18}},
    {"target": {"name": "x", "pose": [[1, 2, 1, "seen"]] * 18}},
])
def test_damaged_entries_are_refused(change):
    content = json.loads(example().to_text()[KEY]) | change
    with pytest.raises(PoseFileError, match=r"^x\.png"):
        parse_provenance(json.dumps(content), name="x.png")


@pytest.mark.parametrize("text", ["", "[]", "7", '"a"', "{}", "[" * 100000])
def test_entries_that_are_none_are_refused(text):
    with pytest.raises(PoseFileError):
        parse_provenance(text, name="x.png")


def test_hashes(tmp_path):
    (tmp_path / "photo").write_bytes(b"abc")
    assert file_sha256(tmp_path / "photo") == hashlib.sha256(b"abc").hexdigest()
    flat, tall = np.zeros((2, 8, 3), np.uint8), np.zeros((8, 2, 3), np.uint8)
    assert pixels_sha256(flat) != pixels_sha256(tall) == pixels_sha256(np.asfortranarray(tall))
