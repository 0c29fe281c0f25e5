from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from engine.images import PHOTO_SUFFIXES
from gui.services.data_folder import SHEET, DataKind, look_at
from tests.gui.training.conftest import WrittenRun
from training.events import Event


def photos(folder: Path, count: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04d}.JPG").touch()


def test_photos_that_want_preparing(tmp_path: Path) -> None:
    photos(tmp_path / "anna", 3)
    photos(tmp_path / "ben" / "blue coat", 30)
    (tmp_path / "notes.txt").touch()
    seen = look_at(tmp_path)
    assert seen.kind is DataKind.PHOTOS and not seen.usable
    assert (seen.pictures, seen.folders, len(seen.sheet)) == (33, 2, SHEET)


def test_annotated_photos(tmp_path: Path) -> None:
    photos(tmp_path / "photos", 5)
    rows = {f"{number:04d}": {"split": "train" if number < 4 else "val"} for number in range(5)}
    (tmp_path / "keypoints18.json").write_text(json.dumps(rows))
    seen = look_at(tmp_path)
    assert seen.kind is DataKind.ANNOTATED and seen.usable and (seen.pictures, seen.train, seen.val) == (5, 4, 1)
    (tmp_path / "keypoints18.json").write_text("[1]")
    assert look_at(tmp_path).problem == "annotation"


def test_a_prepared_data_set(tmp_path: Path) -> None:
    np.save(tmp_path / "pictures-00000.npy", np.full((20, 256, 176, 3), 9, np.uint8))
    (tmp_path / "prepare.json").write_text('{"source": "some photos"}')
    assert look_at(tmp_path).kind is DataKind.UNFINISHED, "dataset.json is written last"
    assert look_at(tmp_path).source == "some photos"
    told = {"format": 1, "size": [256, 176], "source": "photos", "pictures": 20, "splits": {"train": 18, "val": 2}}
    (tmp_path / "dataset.json").write_text(json.dumps(told))
    (tmp_path / "report.html").touch()
    seen = look_at(tmp_path)
    assert seen.kind is DataKind.PREPARED and seen.usable and seen.size == (256, 176)
    assert (seen.pictures, seen.train, seen.val, seen.source) == (20, 18, 2, "photos")
    assert len(seen.sheet) == SHEET and seen.sheet[0].shape == (256, 176, 3)
    assert seen.report == tmp_path / "report.html"
    (tmp_path / "pictures-00000.npy").write_bytes(b"no array")
    assert look_at(tmp_path).sheet == []
    (tmp_path / "dataset.json").write_text('{"format": 7}')
    assert look_at(tmp_path).problem == "format"


def test_what_is_no_data(tmp_path: Path, written: WrittenRun) -> None:
    assert look_at(tmp_path / "nowhere").problem == "missing"
    empty = tmp_path / "empty"
    empty.mkdir()
    assert look_at(empty).problem == "empty"
    written.tell(Event("started", 0, 10))
    assert look_at(written.folder).kind is DataKind.RUN


def test_counting_ends_when_nobody_waits(tmp_path: Path) -> None:
    photos(tmp_path, 2500)
    assert look_at(tmp_path, wanted=lambda: False).pictures == 1000


def test_photos_of_every_ending_that_preparing_takes_are_counted(tmp_path: Path) -> None:
    for number, suffix in enumerate(PHOTO_SUFFIXES):
        (tmp_path / f"{number}{suffix.upper() if number % 2 else suffix}").write_bytes(b"a photo")
    seen = look_at(tmp_path)
    assert seen.kind is DataKind.PHOTOS and seen.pictures == len(PHOTO_SUFFIXES)
