from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UsageError
from engine.skeleton import Joint, JointState, Pose
from training.prepared import (
    DATASET_FILE,
    ITEMS_FILE,
    Item,
    PreparedDataset,
    is_prepared,
    keypoints_json,
    pose_from_json,
    shard_file,
)

ROWS = 3


def pose() -> Pose:
    points = np.stack([np.linspace(10, 160, 18), np.linspace(20, 240, 18)], axis=1)
    found = Pose.from_points(points, confidence=np.linspace(0.1, 1.0, 18))
    found = found.with_joint(Joint.LEFT_EAR, state=JointState.MISSING)
    return found.with_joint(Joint.LEFT_WRIST, state=JointState.HIDDEN)


def item(number: int, *, flipped: bool = False) -> Item:
    name = f"ana/{number}{'_flipped' if flipped else ''}.jpg"
    joints = pose().mirrored(176) if flipped else pose()
    split = "val" if number == 2 else "train"
    return Item(
        name, f"ana/{number}.jpg", "ana", "01", "Tees", "women", "front", "front", split, flipped, joints, False, number
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pictures of noise and their mirror images."""
    random = np.random.default_rng(0)
    np.save(tmp_path / shard_file("pictures", 0), random.integers(0, 256, (ROWS, 256, 176, 3)).astype(np.uint8))
    np.save(tmp_path / shard_file("masks", 0), random.integers(0, 256, (ROWS, 256, 176)).astype(np.uint8))
    found = [item(number, flipped=flipped) for number in range(ROWS) for flipped in (False, True)]
    (tmp_path / ITEMS_FILE).write_text("".join(one.to_line() + "\n" for one in found), encoding="utf-8")
    (tmp_path / "pairs-train.csv").write_text("from,to\nana/0.jpg,ana/1.jpg\nana/1_flipped.jpg,ana/0_flipped.jpg\n")
    (tmp_path / "pairs-val.csv").write_text("from,to\n")
    facts = {"format": 1, "size": [256, 176], "pictures": 2 * ROWS, "splits": {"train": 4, "val": 2}}
    (tmp_path / DATASET_FILE).write_text(json.dumps(facts))
    return tmp_path


def test_a_data_set_is_read(folder: Path) -> None:
    assert is_prepared(folder)
    data = PreparedDataset.open(folder)
    assert data.size == (256, 176) and len(data) == len(data.items) == 6
    assert data.indices("train").tolist() == [0, 1, 2, 3] and data.indices("val").tolist() == [4, 5]
    assert data.pairs("train").tolist() == [[0, 2], [3, 1]]
    assert data.pairs("val").shape == (0, 2) and data.pairs("val").dtype == np.int64
    one = data.items[4]
    assert (one.name, one.split, one.row, one.flipped) == ("ana/2.jpg", "val", 2, False)
    assert one.pose.same_as(pose(), tolerance=1e-3) and data.items[-1].name == "ana/2_flipped.jpg"
    assert [found.name for found in data.items[1:3]] == ["ana/0_flipped.jpg", "ana/1.jpg"]


def test_flipped_pictures_are_the_mirror_images_of_the_stored_ones(folder: Path) -> None:
    data = PreparedDataset.open(folder)
    stored = np.load(folder / shard_file("pictures", 0))
    assert np.array_equal(data.picture(2), stored[1]) and np.array_equal(data.picture(3), stored[1, :, ::-1])
    assert np.array_equal(data.mask(5), data.mask(4)[:, ::-1])
    picture = data.picture(3)
    assert picture.flags.writeable and picture.flags.c_contiguous
    picture[:] = 0
    assert np.array_equal(data.picture(2), stored[1])


def test_it_goes_to_other_processes_without_its_pictures(folder: Path) -> None:
    data = PreparedDataset.open(folder)
    data.picture(0)
    packed = pickle.dumps(data)
    assert len(packed) < 500
    assert np.array_equal(pickle.loads(packed).picture(0), data.picture(0))


@given(
    places=st.lists(st.tuples(st.floats(0, 255), st.floats(0, 255), st.floats(0.01, 1)), min_size=18, max_size=18),
    states=st.lists(st.sampled_from(list(JointState)), min_size=18, max_size=18),
)
@settings(deadline=None)
def test_keypoints_come_back(places: list[tuple[float, float, float]], states: list[JointState]) -> None:
    numbers = np.array(places)
    given_pose = Pose.from_points(numbers[:, :2], confidence=numbers[:, 2], states=states)
    rows = keypoints_json(given_pose)
    again = pose_from_json(json.loads(json.dumps(rows)))
    assert again.same_as(given_pose, tolerance=1e-3)
    assert all(
        row[:3] == [-1, -1, 0] for row, state in zip(rows, again.states, strict=True) if state.value == "missing"
    )


def test_an_item_comes_back() -> None:
    one = item(1, flipped=True)
    again = Item.from_line(one.to_line())
    assert again.pose.same_as(one.pose, tolerance=1e-3)
    assert again.to_line() == one.to_line()


def test_what_is_no_data_set_is_said(tmp_path: Path) -> None:
    assert not is_prepared(tmp_path)
    with pytest.raises(UsageError, match="not a prepared data set"):
        PreparedDataset.open(tmp_path)
    (tmp_path / "prepare.json").write_text("{}")
    with pytest.raises(UsageError, match="unfinished.*same `repose-train prepare`"):
        PreparedDataset.open(tmp_path)


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 1}', '{"format": 1, "size": [256], "pictures": 3}'])
def test_a_damaged_description_is_said(folder: Path, text: str) -> None:
    (folder / DATASET_FILE).write_text(text)
    with pytest.raises(UsageError, match="dataset.json"):
        PreparedDataset.open(folder)


def test_a_later_format_is_said(folder: Path) -> None:
    facts = json.loads((folder / DATASET_FILE).read_text())
    (folder / DATASET_FILE).write_text(json.dumps(facts | {"format": 2}))
    with pytest.raises(UsageError, match="format 2, not 1"):
        PreparedDataset.open(folder)


def test_damaged_lists_and_files_are_said(folder: Path) -> None:
    lines = (folder / ITEMS_FILE).read_text().splitlines(keepends=True)
    (folder / ITEMS_FILE).write_text("".join(lines[:-1]))
    with pytest.raises(UsageError, match="has 5 pictures, the data set 6"):
        PreparedDataset.open(folder)
    (folder / ITEMS_FILE).write_text("".join([*lines[:2], "{}\n", *lines[3:]]))
    with pytest.raises(UsageError, match="line 3"):
        PreparedDataset.open(folder)
    (folder / ITEMS_FILE).write_text("".join(lines))
    data = PreparedDataset.open(folder)
    (folder / "pairs-train.csv").write_text("from,to\nana/0.jpg,eva.jpg\n")
    with pytest.raises(UsageError, match="no picture 'eva.jpg'"):
        data.pairs("train")
    np.save(folder / shard_file("pictures", 0), np.zeros((2, 256, 176, 3), np.uint8))
    with pytest.raises(UsageError, match="Picture 2 is not in the file"):
        data.picture(4)
    np.save(folder / shard_file("masks", 0), np.zeros((3, 256, 180), np.uint8))
    with pytest.raises(UsageError, match="not bytes of"):
        data.mask(0)
    (folder / shard_file("masks", 0)).unlink()
    with pytest.raises(UsageError, match="cannot be read"):
        PreparedDataset.open(folder).mask(0)
