from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import PoseFileError, UsageError
from engine.formats.coco_json import CocoPhoto, write_coco
from engine.formats.openpose_json import write_openpose
from engine.formats.patn_csv import write_annotations
from engine.skeleton import Joint, JointState, Pose
from training.prepare.corrections import FOLDER, keep_corrections, read_corrections
from training.prepare.photos import Photo

PHOTOS = [
    Photo("WOMEN/Tees/id_1/01_1_front.jpg", "fashionWOMENTeesid101_1front.jpg"),
    Photo("WOMEN/Tees/id_2/01_1_front.jpg", "fashionWOMENTeesid201_1front.jpg"),
    Photo("ana.png", "ana.png"),
]


def pose(x: float = 20.0) -> Pose:
    points = np.stack([np.full(18, x), np.arange(18.0) * 5 + 3], axis=1)
    return Pose.from_points(points).with_joint(Joint.LEFT_EAR, state=JointState.HIDDEN)


def x_of(found: dict[str, object] | object, source: str) -> float:
    return float(found.found[source].pose.points[0, 0])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "name",
    [
        "WOMEN/Tees/id_1/01_1_front.jpg", "WOMEN/Tees/id_1/01_1_front", "fashionWOMENTeesid101_1front.jpg",
        "fashionWOMENTeesid101_1front",
    ],
)  # fmt: skip
def test_a_file_is_found_by_path_or_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_openpose(path, [pose()], canvas=(256, 256))
    found = read_corrections([tmp_path], PHOTOS)
    assert list(found.found) == ["WOMEN/Tees/id_1/01_1_front.jpg"] and not found.strangers
    correction = found.found["WOMEN/Tees/id_1/01_1_front.jpg"]
    assert correction.canvas == (256, 256) and not correction.framed
    assert correction.pose.states[Joint.LEFT_EAR] is JointState.HIDDEN


def test_openposes_own_file_names(tmp_path: Path) -> None:
    write_openpose(tmp_path / "ana_keypoints.json", [pose()])
    assert list(read_corrections([tmp_path], PHOTOS).found) == ["ana.png"]


def test_patns_table_and_what_its_name_says_of_the_pixels(tmp_path: Path) -> None:
    for name in ("annotation.csv", "fasion-resize-annotation-train.csv"):
        write_annotations(tmp_path / name, {"ana.png": pose(), "gone.png": pose()})
    plain = read_corrections([tmp_path / "annotation.csv"], PHOTOS)
    assert not plain.found["ana.png"].framed and plain.strangers == ("gone.png",)
    assert read_corrections([tmp_path / "fasion-resize-annotation-train.csv"], PHOTOS).found["ana.png"].framed


def test_coco(tmp_path: Path) -> None:
    write_coco(tmp_path / "done.json", [CocoPhoto("ana.png", (300, 200), (pose(),))])
    correction = read_corrections([tmp_path], PHOTOS).found["ana.png"]
    assert correction.canvas == (300, 200) and correction.pose.present[Joint.NOSE]


def test_later_places_win_and_are_kept(tmp_path: Path) -> None:
    for place, x in (("first", 10.0), ("second", 30.0)):
        (tmp_path / place).mkdir()
        write_openpose(tmp_path / place / "ana.json", [pose(x)])
    write_openpose(tmp_path / "first" / "fashionWOMENTeesid201_1front.json", [pose(12.0)], canvas=(256, 176))
    found = read_corrections([tmp_path / "first", tmp_path / "second"], PHOTOS)
    assert x_of(found, "ana.png") == 30.0
    keep_corrections(tmp_path / "set", found)
    again = read_corrections([tmp_path / "set" / FOLDER], PHOTOS)
    assert again.found.keys() == found.found.keys() and not again.strangers
    for source, correction in found.found.items():
        assert again.found[source].digest == correction.digest
    assert again.found["WOMEN/Tees/id_2/01_1_front.jpg"].framed
    assert again.digest_of(PHOTOS[0]) == "" and again.digest_of(PHOTOS[2])


def test_a_name_of_several_photos_is_refused(tmp_path: Path) -> None:
    write_openpose(tmp_path / "01_1_front.json", [pose()])
    with pytest.raises(UsageError, match="could be for 2 photos"):
        read_corrections([tmp_path], PHOTOS)


def test_broken_files_and_missing_places_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        read_corrections([tmp_path / "nowhere"], PHOTOS)
    (tmp_path / "ana.json").write_text('{"people": 3}')
    with pytest.raises(PoseFileError, match="ana.json"):
        read_corrections([tmp_path], PHOTOS)
