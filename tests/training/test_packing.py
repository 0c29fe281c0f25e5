"""A folder of photos made small enough to carry, and still the same people."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.errors import UsageError
from training.annotations import read_annotations
from training.cli import main
from training.packing import pack


def test_every_person_is_there_and_smaller(stick_people: Path, tmp_path: Path) -> None:
    before = read_annotations(stick_people, split="train")
    height = before[0].size[1]
    packed = pack(stick_people, tmp_path / "small", height=height // 2)
    assert packed.pictures == 6 and packed.quality == 92
    files = [path for path in (tmp_path / "small").rglob("*") if path.is_file()]
    assert packed.bytes == sum(path.stat().st_size for path in files)
    for old, new in zip(before, read_annotations(tmp_path / "small", split="train"), strict=True):
        photo, mask = cv2.imread(str(new.photo)), cv2.imread(str(new.mask), cv2.IMREAD_GRAYSCALE)
        assert photo is not None and mask is not None
        assert (photo.shape[1], photo.shape[0]) == new.size == (mask.shape[1], mask.shape[0])
        assert new.size[1] == height // 2
        known = old.keypoints[:, 2] > 0
        places = (old.keypoints[known, :2] + 0.5) * (np.array(new.size) / old.size) - 0.5
        np.testing.assert_allclose(new.keypoints[known, :2], places, atol=0.01)
        np.testing.assert_array_equal(new.keypoints[:, 2], old.keypoints[:, 2])


def test_small_photos_stay_as_they_are(stick_people: Path, tmp_path: Path) -> None:
    pack(stick_people, tmp_path / "same", height=4000)
    old, new = (json.loads((folder / "keypoints18.json").read_text()) for folder in (stick_people, tmp_path / "same"))
    for name, row in old.items():
        assert new[name]["size"] == row["size"]
        np.testing.assert_allclose(new[name]["keypoints"], row["keypoints"], atol=0.006)


def test_the_best_quality_at_which_all_fits(stick_people: Path, tmp_path: Path) -> None:
    best = pack(stick_people, tmp_path / "best")
    less = pack(stick_people, tmp_path / "less", most=round(best.bytes * 0.9))
    assert less.quality < best.quality and less.bytes <= best.bytes * 0.9


def test_too_much_is_said_and_nothing_is_left(stick_people: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="least quality"):
        pack(stick_people, tmp_path / "none", most=1000)
    assert not (tmp_path / "none").exists()


def test_a_folder_with_something_in_it_is_left_alone(
    stick_people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["pack", str(stick_people), "--out", str(tmp_path)]) == 2
    assert "something in this folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_takes_some_of_each_split(
    stick_people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", str(stick_people), "--out", str(tmp_path / "few"), "--limit", "1"]) == 0
    assert "2 photos" in capsys.readouterr().out
    assert len(read_annotations(tmp_path / "few", split="val")) == 1
