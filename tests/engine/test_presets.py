"""Poses and people that come in the box."""

from __future__ import annotations

import json

import numpy as np
import pytest

from engine.errors import PoseFileError
from engine.formats.openpose_json import write_openpose
from engine.images import load_picture, save_picture
from engine.presets import find_preset, load_people, load_presets
from engine.skeleton import Facing, Joint, Pose, facing_of


def test_the_gallery_has_at_least_twelve_poses_and_four_for_the_demo():
    presets = load_presets()
    assert len(presets) >= 12 and sum(preset.demo for preset in presets) == 4
    assert len({preset.name for preset in presets}) == len(presets)
    for preset in presets:
        assert preset.title and preset.tags and preset.pose.present.sum() >= 10 and preset.size == (256, 176)
        box = preset.pose.box()
        assert box is not None and box[0] >= 0 and box[1] >= 0 and box[2] < 176 and box[3] < 256


@pytest.mark.parametrize("preset", load_presets(), ids=lambda preset: preset.name)
def test_tags_say_how_the_pose_faces(preset):
    tags = {"front": Facing.FRONT, "side": Facing.SIDE, "back": Facing.BACK}
    named = [facing for tag, facing in tags.items() if tag in preset.tags]
    if len(named) == 1 and "three-quarter" not in preset.tags:
        assert facing_of(preset.pose) is named[0]


def test_presets_are_found_by_name_and_title():
    preset = load_presets()[2]
    for name in (preset.name, preset.name.upper(), preset.title, preset.name.replace("-", " ")):
        assert find_preset(name).name == preset.name


def test_an_unknown_preset_names_those_that_are_near():
    with pytest.raises(PoseFileError, match="Did you mean .*hands-on-hips") as caught:
        find_preset("hands-on-hip")
    assert caught.value.where == "hands-on-hip"
    with pytest.raises(PoseFileError, match="There are: front"):
        find_preset("zzzz")


def written(folder, **index):
    pose = Pose.from_points(np.arange(36).reshape(18, 2) + 3.0)
    write_openpose(folder / "one.json", [pose], canvas=(300, 200), title="One", tags=["front"])
    (folder / "index.json").write_text(json.dumps(index))
    return pose


def test_a_folder_of_presets(tmp_path):
    pose = written(tmp_path, poses=[{"name": "one"}])
    (preset,) = load_presets(tmp_path)
    assert preset.pose.same_as(pose) and (preset.title, preset.tags, preset.demo) == ("One", ("front",), False)
    assert preset.size == (300, 200)


@pytest.mark.parametrize("entry", [
    {}, {"name": 7}, {"name": "../one"}, {"name": "one", "file": "../one.json"}, {"name": "one", "file": ""}, "one"])
def test_a_broken_index(tmp_path, entry):
    written(tmp_path, poses=[entry])
    with pytest.raises(PoseFileError, match="A list that comes in the box is damaged"):
        load_presets(tmp_path)


def test_missing_files(tmp_path):
    with pytest.raises(PoseFileError, match="list .* is missing"):
        load_presets(tmp_path)
    written(tmp_path, poses=[{"name": "two"}])
    with pytest.raises(PoseFileError, match=r"two\.json"):
        load_presets(tmp_path)
    (tmp_path / "demo.json").write_text('{"people": [{"name": "eva"}]}')
    with pytest.raises(PoseFileError, match=r"eva\.png: The demo person's photo is missing"):
        load_people(tmp_path)


def test_a_folder_of_people(tmp_path):
    pose = written(tmp_path)
    save_picture(tmp_path / "eva.png", np.zeros((300, 200, 3), np.uint8))
    write_openpose(tmp_path / "eva.json", [pose], canvas=(300, 200))
    save_picture(tmp_path / "tom.png", np.zeros((300, 200, 3), np.uint8))
    (tmp_path / "demo.json").write_text(json.dumps({"people": [{"name": "eva", "title": "Eva"}, {"name": "tom"}]}))
    eva, tom = load_people(tmp_path)
    assert eva.title == "Eva" and eva.pose is not None and eva.pose.has(Joint.NOSE) and tom.pose is None
    assert load_picture(tom.path).shape == (300, 200, 3)
