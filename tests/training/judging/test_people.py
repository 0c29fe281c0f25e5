"""What is known of the people that generators are judged on, and sheets of them."""

from __future__ import annotations

import json
from pathlib import Path

from engine.images import load_picture
from tests.drawn_person import write_photo_folder
from training.judging.people import open_people
from training.judging.sheets import PRESETS, write_presets_sheet


def test_groups_of_the_table_and_those_given(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    write_photo_folder(folder, train=0, val=2)
    table = folder / "keypoints18.json"
    rows = json.loads(table.read_text(encoding="utf-8"))
    rows["0001"] |= {"sex": "female", "skin": "dark", "facing": "back", "person": 7}
    table.write_text(json.dumps(rows), encoding="utf-8")
    given = {"0001": {"skin": "brown"}, "0002": {"gender": "men"}}
    people = open_people(folder, split="val", cache=tmp_path / "cache", labels=given)
    assert people[0].labels == {"sex": "female", "skin": "brown", "photo shows": "back"}
    assert people[1].labels == {"gender": "men"}


def test_the_gallery_s_poses_on_one_sheet(tmp_path: Path) -> None:
    write_photo_folder(tmp_path / "photos", train=0, val=2)
    people = open_people(tmp_path / "photos", split="val", cache=tmp_path / "cache")
    write_presets_sheet(None, people, path=tmp_path / "sheet.png")
    sheet = load_picture(tmp_path / "sheet.png")
    assert sheet.shape == (2 * 128, (1 + len(PRESETS)) * 88, 3)
    assert (sheet < 250).any(axis=(0, 2)).reshape(1 + len(PRESETS), 88).any(axis=1).all()
