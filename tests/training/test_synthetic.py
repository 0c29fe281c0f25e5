"""The bundled demo people and pose presets, and (where the `synthetic` extra is installed) the renderer itself."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.skeleton import Facing, Joint, JointState, Pose, bone_lengths, facing_of
from training.synthetic.poses import Arm, BodyPose, Leg
from training.synthetic.presets import PRESETS

RESOURCES = Path(__file__).parents[2] / "resources"
J = Joint


def read_pose(path: Path) -> tuple[Pose, tuple[int, int], dict]:
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["version"] == 1.1
    assert len(content["people"]) == 1
    triples = np.array(content["people"][0]["pose_keypoints_2d"]).reshape(-1, 3)
    states = [JointState(word) for word in content["repose"]["states"]]
    assert len(triples) == len(states) == len(Joint)
    for (x, y, confidence), state in zip(triples, states, strict=True):
        assert (confidence == 0) == (state is JointState.MISSING) == ((x, y) == (0, 0))
    points = np.where(triples[:, 2:] > 0, triples[:, :2], np.nan)
    pose = Pose.from_points(points, states=states, confidence=triples[:, 2])
    return pose, (content["canvas_width"], content["canvas_height"]), content["repose"]


def presets() -> list[dict]:
    return json.loads((RESOURCES / "poses" / "index.json").read_text(encoding="utf-8"))["poses"]


def people() -> list[dict]:
    return json.loads((RESOURCES / "demo" / "demo.json").read_text(encoding="utf-8"))["people"]


def test_index_lists_every_preset_once():
    rows = presets()
    names = [row["name"] for row in rows]
    files = {path.name for path in (RESOURCES / "poses").glob("*.json")} - {"index.json"}
    assert {row["file"] for row in rows} == files
    assert len(set(names)) == len(names) >= 16
    assert names == [preset.name for preset in PRESETS]
    assert sum(row["demo"] for row in rows) == 4
    assert all(row["title"] and row["tags"] for row in rows)


@pytest.mark.parametrize("row", presets(), ids=lambda row: row["name"])
def test_preset_lies_in_the_frame(row):
    pose, size, extra = read_pose(RESOURCES / "poses" / row["file"])
    assert size == (176, 256)
    assert extra["version"] == 1
    assert extra["title"] == row["title"]
    here = pose.points[pose.present]
    assert (here >= 4).all()
    assert (here <= (171, 251)).all()
    assert abs(np.nanmean(pose.points[[J.NECK, J.RIGHT_HIP, J.LEFT_HIP], 0]) - 87.5) < 32
    body = [joint for joint in Joint if joint.value not in (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE, J.RIGHT_EAR, J.LEFT_EAR)]
    assert pose.has(*body)


def test_presets_are_distinct():
    poses = [read_pose(RESOURCES / "poses" / row["file"])[0] for row in presets()]
    for i, first in enumerate(poses):
        for second in poses[:i]:
            both = first.present & second.present
            assert np.abs(first.points[both] - second.points[both]).max() > 6


@pytest.mark.parametrize("row", presets(), ids=lambda row: row["name"])
def test_bones_of_presets_are_plausible(row):
    """In three dimensions both sides are equal: no projected bone is longer than its kind can be."""
    pose, _, _ = read_pose(RESOURCES / "poses" / row["file"])
    lengths = bone_lengths(pose)
    most = {
        (J.RIGHT_SHOULDER, J.RIGHT_ELBOW): 45, (J.RIGHT_ELBOW, J.RIGHT_WRIST): 42, (J.RIGHT_HIP, J.RIGHT_KNEE): 60,
        (J.RIGHT_KNEE, J.RIGHT_ANKLE): 60, (J.LEFT_SHOULDER, J.LEFT_ELBOW): 45, (J.LEFT_ELBOW, J.LEFT_WRIST): 42,
        (J.LEFT_HIP, J.LEFT_KNEE): 60, (J.LEFT_KNEE, J.LEFT_ANKLE): 60, (J.NECK, J.NOSE): 40,
    }  # fmt: skip
    for limb, limit in most.items():
        if limb in lengths:
            assert lengths[limb] <= limit, limb
    torso = np.mean(pose.points[[J.RIGHT_HIP, J.LEFT_HIP]], axis=0) - pose.points[J.NECK]
    assert 25 < math.hypot(*torso) < 80
    assert pose.points[J.NECK, 1] < pose.points[J.RIGHT_HIP, 1]


@pytest.mark.parametrize("row", presets(), ids=lambda row: row["name"])
def test_facing_agrees_with_the_tags(row):
    facing = facing_of(read_pose(RESOURCES / "poses" / row["file"])[0])
    if "three-quarter" in row["tags"]:
        assert facing is not (Facing.FRONT if "back" in row["tags"] else Facing.BACK)
    else:
        assert facing.value in row["tags"]


def test_seen_from_behind_the_face_is_missing():
    pose, _, _ = read_pose(RESOURCES / "poses" / "back.json")
    assert not pose.present[[J.NOSE, J.RIGHT_EYE, J.LEFT_EYE]].any()
    assert pose.has(J.RIGHT_EAR, J.LEFT_EAR)


@pytest.mark.parametrize("row", people(), ids=lambda row: row["name"])
def test_demo_person_has_joints_on_the_person(row):
    path = RESOURCES / "demo" / row["picture"]
    assert path.stat().st_size < 400_000
    with Image.open(path) as picture:
        pixels = np.asarray(picture.convert("RGB")).astype(int)
    pose, size, _ = read_pose(RESOURCES / "demo" / row["pose"])
    assert size == pixels.shape[1::-1]
    background = pixels[:20].reshape(-1, 3).mean(axis=0)
    for joint in Joint:
        if pose.states[joint] is JointState.VISIBLE and joint not in (J.RIGHT_EAR, J.LEFT_EAR):
            x, y = (round(value) for value in pose.place(joint))
            patch = pixels[y - 2 : y + 3, x - 2 : x + 3].reshape(-1, 3)
            assert np.abs(patch - background).sum(axis=1).max() > 12, joint
    assert facing_of(pose) is not Facing.BACK
    assert pose.height() > 0.7 * size[1]
    assert row["licence"] == "CC0-1.0"
    assert "anny" in row["provenance"]


def test_there_are_three_people():
    assert len(people()) == 3
    files = {path.name for path in (RESOURCES / "demo").iterdir()} - {"demo.json", "README.md"}
    assert files == {name for row in people() for name in (row["picture"], row["pose"])}


def test_mirrored_body_pose_comes_back():
    pose = BodyPose(left_arm=Arm(curl=0.5), right_leg=Leg(lift=0.1), side=3.0, shift=(0.1, 0.2), turn=-4.0)
    assert pose.mirrored() != pose
    assert pose.mirrored().mirrored() == pose


def test_rotation_between_frames_and_twist():
    geometry = pytest.importorskip("training.synthetic.geometry")
    rng = np.random.default_rng(0)
    a, b, c, d = rng.normal(size=(4, 3))
    turned = geometry.between(a, b, to_main=c, to_second=d)
    assert np.allclose(turned @ turned.T, np.eye(3))
    assert np.allclose(turned @ geometry.unit(a), geometry.unit(c))
    assert math.degrees(geometry.twist_angle(geometry.turn(a, 40), a)) == pytest.approx(40)
    start, end = geometry.unit(a), geometry.unit(b)
    assert np.allclose(geometry.shortest(start, end) @ start, end)


def test_subdivision_keeps_a_closed_surface_closed():
    from training.synthetic.geometry import subdivide

    faces = np.array([[0, 1, 2], [0, 3, 1], [0, 2, 3], [1, 3, 2]])
    matrix, finer = subdivide(faces, 4)
    assert matrix.shape == (10, 4)
    assert len(finer) == 16
    assert np.allclose(np.asarray(matrix.sum(axis=1)).ravel(), 1)
    edges = np.sort(np.concatenate([finer[:, [0, 1]], finer[:, [1, 2]], finer[:, [2, 0]]]), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all()


def test_camera_agrees_with_its_matrix():
    from training.synthetic.camera import Camera

    camera = Camera((176, 256), (0.0, 0.0, 0.9), (88.0, 130.0), 125.0, azimuth=30.0)
    points = np.random.default_rng(0).normal(size=(20, 3)) * 0.5
    pixels, depth = camera.project(points)
    clip = np.concatenate([points, np.ones((20, 1))], axis=1) @ camera.matrix().T
    screen = clip[:, :2] / clip[:, 3:]
    assert np.allclose((screen[:, 0] + 1) / 2 * 176 - 0.5, pixels[:, 0])
    assert np.allclose((1 - screen[:, 1]) / 2 * 256 - 0.5, pixels[:, 1])
    assert np.allclose(clip[:, 3], depth)


@pytest.mark.slow
def test_a_preset_is_made_again_from_nothing():
    """The body model, the rig and the rasteriser together give the committed joints."""
    pytest.importorskip("anny")
    pytest.importorskip("moderngl")
    from training.synthetic.body import BodyModel
    from training.synthetic.demo import preset_pose
    from training.synthetic.render import Renderer

    try:
        renderer = Renderer()
    except Exception as reason:  # whatever a machine without EGL raises
        pytest.skip(f"no OpenGL here: {reason}")
    with renderer:
        preset = next(preset for preset in PRESETS if preset.name == "walking")
        again = preset_pose(preset, BodyModel(), renderer)
    committed, _, _ = read_pose(RESOURCES / "poses" / "walking.json")
    assert again.states == committed.states
    assert np.allclose(again.points, committed.points, atol=0.05, equal_nan=True)
