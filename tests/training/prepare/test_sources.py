from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from engine.errors import PoseFileError, UsageError
from training.prepare.photos import Photo, Source
from training.prepare.sources import NOT_A_NAME, NOT_TEXT, REJECTED, read_source, recognise


def touch(root: Path, *paths: str) -> Path:
    """Empty files: what a source is, its names tell."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    return root


def by_source(source: Source) -> dict[str, Photo]:
    return {photo.source: photo for photo in source.photos}


CELLS = "[10, 20" + ", -1" * 16 + "]"
ANNOTATIONS = "name:keypoints_y:keypoints_x\n"


def test_deepfashions_tree(tree: Path) -> None:
    source = read_source(tree)
    photos = by_source(source)
    assert source.kind == "deepfashion" and source.split and source.repeated() and len(photos) == 14
    side = photos["TRAIN/WOMEN/Tees_Tanks/id_00000001/01_2_side.jpg"]
    assert side.name == "fashionWOMENTees_Tanksid0000000101_2side.jpg"
    assert (side.person, side.garment, side.kind, side.gender, side.view, side.part) == (
        "WOMEN/id_00000001", "Tees_Tanks/01", "Tees_Tanks", "women", "side", "train",
    )  # fmt: skip
    assert photos["TEST/WOMEN/Blouses_Shirts/id_00000007/01_1_front.jpg"].part == "val"
    assert photos["TRAIN/MEN/Shirts_Polos/id_00000003/front.jpg"].unusable == NOT_A_NAME


def test_deepfashions_tree_without_parts_and_deeper_down(tmp_path: Path) -> None:
    touch(tmp_path, "In-shop/img/WOMEN/Denim/id_00000001/01_1_front.jpg", "In-shop/img/readme.txt")
    source = read_source(tmp_path)
    assert source.kind == "deepfashion" and source.root == tmp_path / "In-shop" / "img" and not source.split
    assert list(by_source(source)) == ["WOMEN/Denim/id_00000001/01_1_front.jpg"]


def test_the_published_list_of_parts_is_read(tmp_path: Path) -> None:
    touch(
        tmp_path, "img/WOMEN/Denim/id_00000001/01_1_front.jpg", "img/WOMEN/Denim/id_00000002/01_1_front.jpg",
        "img/MEN/Denim/id_00000003/01_1_front.jpg",
    )  # fmt: skip
    (tmp_path / "Eval").mkdir()
    (tmp_path / "Eval" / "list_eval_partition.txt").write_text(
        "3\nimage_name item_id evaluation_status\n"
        "img/WOMEN/Denim/id_00000001/01_1_front.jpg      id_00000001 train\n"
        "img/WOMEN/Denim/id_00000002/01_1_front.jpg      id_00000002 query\n"
        "img/MEN/Denim/id_00000003/01_1_front.jpg        id_00000003 gallery\n"
    )
    source = read_source(tmp_path)
    assert {p.person: p.part for p in source.photos} == {
        "WOMEN/id_00000001": "train", "WOMEN/id_00000002": "val", "MEN/id_00000003": "val",
    }  # fmt: skip
    assert "published" in source.notes[0]


def test_flat_names(tmp_path: Path) -> None:
    first, second = "fashionWOMENTees_Tanksid0000000101_1front.jpg", "fashionMENDenimid0000000203_4full.jpg"
    touch(tmp_path, f"train/{first}", f"test/{second}", "train/other.jpg")
    source = read_source(tmp_path)
    photos = by_source(source)
    assert source.kind == "flat" and source.split
    assert photos[f"train/{first}"].name == first and photos[f"train/{first}"].part == "train"
    man = photos[f"test/{second}"]
    assert (man.gender, man.kind, man.view, man.garment, man.part) == ("men", "Denim", "full", "Denim/03", "val")
    assert photos["train/other.jpg"].unusable == NOT_A_NAME


def test_patns_own_folders(tmp_path: Path) -> None:
    one, two = "fashionWOMENTees_Tanksid0000000101_1front.jpg", "fashionWOMENTees_Tanksid0000000101_2side.jpg"
    touch(tmp_path, f"train/{one}", f"train/{two}", "test/0002_c1s1_000451_03.jpg")
    rows = "".join(f"{name}:{CELLS}:{CELLS}\n" for name in (one, two, "not-there.jpg"))
    (tmp_path / "fasion-resize-annotation-train.csv").write_text(ANNOTATIONS + rows)
    (tmp_path / "market-annotation-test.csv").write_text(ANNOTATIONS + f"0002_c1s1_000451_03.jpg:{CELLS}:{CELLS}\n")
    (tmp_path / "fasion-resize-pairs-train.csv").write_text(f"from,to\n{one},{two}\n{two},{one}\n")
    source = read_source(tmp_path)
    photos = by_source(source)
    assert source.kind == "patn" and source.pairs == {"train": [(one, two), (two, one)]}
    train, market = photos[f"train/{one}"], photos["test/0002_c1s1_000451_03.jpg"]
    assert train.pose is not None and train.pose.points[1].tolist() == [20.0, 20.0] and train.framed
    assert train.person == "WOMEN/id_00000001" and train.part == "train"
    assert market.pose is not None and not market.framed and market.person == "0002" and market.part == "val"
    assert "1 annotated" in source.notes[0]


def test_a_broken_annotation_file_is_named(tmp_path: Path) -> None:
    touch(tmp_path, "train/a.jpg")
    (tmp_path / "annotation-train.csv").write_text("name;x\n")
    with pytest.raises(PoseFileError, match="annotation-train.csv"):
        read_source(tmp_path)


def test_our_own_annotated_folder(annotated: Path) -> None:
    (annotated / "masks" / "00004.png").unlink()
    source = read_source(annotated)
    photos = by_source(source)
    assert source.kind == "annotated" and len(photos) == 12 and source.split
    second = photos["photos/00002.jpg"]
    assert second.name == "00002" and second.part == "train" and second.pose is not None
    assert second.pose.present.sum() >= 16 and second.mask == "masks/00002.png"
    assert photos["photos/00001.jpg"].unusable == REJECTED
    assert photos["photos/00005.jpg"].part == "val"
    assert photos["photos/00004.jpg"].mask == ""


def test_any_folder_has_people_in_its_subfolders(tmp_path: Path) -> None:
    touch(tmp_path, "ana/red/1.jpg", "ana/2.PNG", "3.webp", "ana/notes.txt", ".hidden/4.jpg", "ana/.5.jpg")
    source = read_source(tmp_path)
    found = {photo.source: (photo.person, photo.garment) for photo in source.photos}
    assert source.kind == "folder" and not source.split and not source.repeated()
    assert found == {"3.webp": ("3.webp", ""), "ana/2.PNG": ("ana", ""), "ana/red/1.jpg": ("ana", "red")}


def test_any_folder_may_be_split_already(tmp_path: Path) -> None:
    touch(tmp_path, "train/ana/1.jpg", "train/ana/2.jpg", "val/ben/1.jpg")
    found = [(photo.person, photo.part) for photo in read_source(tmp_path).photos]
    assert found == [("ana", "train"), ("ana", "train"), ("ben", "val")]


def test_links_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    touch(tmp_path, "elsewhere/1.jpg", "source/ana/2.jpg")
    os.symlink(tmp_path / "elsewhere", tmp_path / "source" / "ben")
    os.symlink(tmp_path / "source", tmp_path / "source" / "ana" / "again")
    found = [photo.source for photo in read_source(tmp_path / "source").photos]
    assert found == ["ana/2.jpg", "ben/1.jpg"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_name_that_is_no_text_stops_nothing(tmp_path: Path) -> None:
    touch(tmp_path, "1.jpg")
    with open(os.fsencode(tmp_path) + b"/\xff.jpg", "wb"):
        pass
    photos = read_source(tmp_path).photos
    assert [(photo.source, photo.unusable) for photo in photos] == [("1.jpg", ""), ("\\udcff.jpg", NOT_TEXT)]


def test_the_data_set_itself_is_no_source(tmp_path: Path) -> None:
    touch(tmp_path, "ana/1.jpg", "out/sheets/kept.jpg")
    assert len(read_source(tmp_path, leave_out=tmp_path / "out").photos) == 1


def test_a_kind_can_be_forced(tree: Path) -> None:
    assert recognise(tree) == "deepfashion"
    source = read_source(tree, kind="folder")
    assert {photo.part for photo in source.photos} == {"train", "val"}
    assert {photo.person for photo in source.photos} == {"WOMEN", "MEN"}


@pytest.mark.parametrize(
    ("place", "words"), [("nowhere", "no such folder"), ("file", "not a folder"), ("empty", "No photo")]
)
def test_what_is_no_source_is_said(tmp_path: Path, place: str, words: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=words):
        read_source(tmp_path / place)


def test_a_damaged_table_is_named(annotated: Path) -> None:
    (annotated / "keypoints18.json").write_text('{"00001": 3}')
    with pytest.raises(UsageError, match="keypoints18.json"):
        read_source(annotated)
