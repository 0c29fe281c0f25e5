"""The whole way on DeepFashion-named folders of rendered people, with the estimator that comes with the product."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.formats.patn_csv import write_annotations
from engine.images import load_picture, save_picture
from engine.presets import load_people
from engine.skeleton import Joint
from training.prepare.corrections import FOLDER
from training.prepare.prepare import Work, prepare
from training.prepare.recipe import RECIPES, Recipe
from training.prepare.sources import read_source
from training.prepared import PreparedDataset

Made = tuple[Path, Mapping[str, Any]]
"""A data set's folder and its report."""

WOMAN = "TRAIN/WOMEN/Tees_Tanks/id_00000001"
MAN = "TRAIN/MEN/Shirts_Polos/id_00000003"


@pytest.fixture(scope="module")
def seeds(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The tree prepared by the seed's recipe."""
    out = tmp_path_factory.mktemp("sets") / "seed"
    return out, prepare(read_source(tree), out, RECIPES["seed"], work=Work(device="cpu"))


def test_the_seeds_recipe(seeds: Made) -> None:
    out, report = seeds
    data = PreparedDataset.open(out)
    kept = {item.source for item in data.items}
    assert kept == {
        f"{WOMAN}/01_1_front.jpg", f"{WOMAN}/01_2_side.jpg", f"{MAN}/01_1_front.jpg", f"{MAN}/01_2_side.jpg",
        "TEST/WOMEN/Blouses_Shirts/id_00000007/01_1_front.jpg", "TEST/WOMEN/Blouses_Shirts/id_00000007/01_2_side.jpg",
    }  # fmt: skip
    assert report["splits"] == {"train": 8, "val": 4} and report["pairs"] == {"train": 8, "val": 4}
    assert report["people"] == {"train": 2, "val": 1}
    first, second = data.pairs("val")[0]
    assert data.items[first].person == data.items[second].person == "WOMEN/id_00000007"


def test_everything_that_was_dropped_says_why(seeds: Made) -> None:
    out, report = seeds
    reasons = {row["reason"]: (row["photos"], row["details"]) for row in report["why"]}
    assert reasons == {
        "unusable": (1, {"its name is not one of DeepFashion's": 1}),
        "type": (1, {"Skirts": 1}),
        "view": (3, {"back": 1, "full": 1, "additional": 1}),
        "broken": (1, {"The picture is damaged, or of a rare kind that cannot be read": 1}),
        "nobody": (1, {}),
        "figure": (1, {"head to foot": 1}),
    }
    assert {path.stem for path in (out / "sheets").iterdir()} >= {*reasons, "kept", "doubtful"}
    assert any(note.startswith("1 photo called front by name") for note in report["notes"])
    genders = {row["value"]: (row["in"], row["kept"]) for row in report["by"]["gender"]}
    assert genders["women"] == (7, 4) and genders["men"] == (6, 2)
    assert report["seed"]["here"]["women"] == 7 and report["seed"]["here"]["kept"] == 12
    assert report["seed"]["women"] == 52_019
    facing = {row["value"]: (row["in"], row["kept"]) for row in report["by"]["facing"]}
    assert sum(found for found, _ in facing.values()) == 7 and sum(kept for _, kept in facing.values()) == 6
    # How many of the six are in doubt is for the estimator to say; the least sure come first.
    sure = [row["confidence"] for row in report["doubtful"]]
    assert 1 <= len(sure) <= 6 and sure == sorted(sure) and all(0.2 < value < 1 for value in sure)
    front = next(row for row in report["facing"] if row["view"] == "front")
    assert front["front"] + front["side"] == 4 and front["whole_figures"] == 1 and front["kept"] == 3


def test_pictures_are_the_published_crop_and_joints_lie_on_them(seeds: Made, tree: Path) -> None:
    out, _ = seeds
    data = PreparedDataset.open(out)
    index = next(i for i, item in enumerate(data.items) if item.source == f"{MAN}/01_1_front.jpg" and not item.flipped)
    item = data.items[index]
    assert item.name == "fashionMENShirts_Polosid0000000301_1front.jpg"
    assert np.array_equal(data.picture(index), load_picture(tree / item.source)[:, 40:216])
    # Where the joints of the rendered man truly are, in the cut picture.
    person = load_people()[1]
    assert person.pose is not None
    photo = load_picture(person.path)
    side = round(0.6 * photo.shape[0])
    scale = 256 / side
    truth = (person.pose.points - ((photo.shape[1] - side) // 2, 0) + 0.5) * scale - 0.5 - (40, 0)
    for joint in (Joint.NOSE, Joint.NECK, Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER, Joint.RIGHT_ELBOW):
        assert np.abs(item.pose.points[joint] - truth[joint]).max() < 10, joint.title
    mask = data.mask(index)
    x, y = item.pose.place(Joint.NECK)
    assert mask[round(y), round(x)] > 200 and mask[2, 2] == 0 and 0.2 < (mask > 127).mean() < 0.8


def test_the_same_pictures_under_flat_names_give_the_same_set(seeds: Made, tree: Path, tmp_path: Path) -> None:
    out, _ = seeds
    data = PreparedDataset.open(out)
    for item in data.items:
        if not item.flipped:
            place = tmp_path / "flat" / ("train" if item.split == "train" else "test")
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy(tree / item.source, place / item.name)
    flat = tmp_path / "set"
    prepare(read_source(tmp_path / "flat"), flat, RECIPES["seed"], work=Work(device="cpu"))
    again = PreparedDataset.open(flat)
    assert {item.name: item.split for item in again.items} == {item.name: item.split for item in data.items}
    poses = {item.name: item.pose for item in data.items}
    assert all(item.pose.same_as(poses[item.name], tolerance=0.1) for item in again.items)


def test_what_was_prepared_can_be_read_as_patns_own_folders(seeds: Made, tmp_path: Path) -> None:
    """Pictures and tables as PATN has them: joints and pairs come from the tables, the estimator finds masks alone."""
    out, report = seeds
    data = PreparedDataset.open(out)
    patn = tmp_path / "patn"
    for index in (*data.indices("train"), *data.indices("val")):
        item = data.items[index]
        place = patn / {"train": "train", "val": "test"}[item.split]
        place.mkdir(parents=True, exist_ok=True)
        save_picture(place / Path(item.name).with_suffix(".png"), data.picture(index))
    for split, part in (("train", "train"), ("val", "test")):
        for table in ("annotation", "pairs"):
            text = (out / f"{table}-{split}.csv").read_text().replace(".jpg", ".png")
            (patn / f"fasion-resize-{table}-{part}.csv").write_text(text)
    source = read_source(patn)
    assert source.kind == "patn"
    made = prepare(source, tmp_path / "set", Recipe(), work=Work(device="cpu"))
    assert made["splits"] == report["splits"] and made["pairs"] == report["pairs"]
    again = PreparedDataset.open(tmp_path / "set")
    places = {Path(other.name).stem: place for place, other in enumerate(data.items)}
    for number, item in enumerate(again.items):
        index = places[Path(item.name).stem]
        assert np.array_equal(again.picture(number), data.picture(index))
        assert item.view == data.items[index].view and item.person == data.items[index].person
        assert np.nanmax(np.abs(item.pose.points - data.items[index].pose.points)) <= 0.51, "rounded to whole pixels"


def test_a_corrected_joint_in_the_cut_pictures_pixels(tree: Path, tmp_path: Path) -> None:
    """As somebody corrects PATN's table for the pictures that the data set holds."""
    out, name = tmp_path / "set", "fashionWOMENTees_Tanksid0000000101_1front.jpg"
    recipe = Recipe(types=("Tees_Tanks",), views=("front", "side"), whole_figures=False)
    prepare(read_source(tree), out, recipe, work=Work(device="cpu"))
    before = next(item for item in PreparedDataset.open(out).items if item.name == name)
    wanted = before.pose.with_joint(Joint.NOSE, (100.0, 50.0))
    write_annotations(tmp_path / "resize-annotation.csv", {name: wanted})
    table = [tmp_path / "resize-annotation.csv"]
    report = prepare(read_source(tree), out, recipe, corrections=table, work=Work(device="cpu"))
    assert report["photos_looked_at"] == 1
    after = next(item for item in PreparedDataset.open(out).items if item.name == name)
    assert after.corrected and after.pose.place(Joint.NOSE) == (100.0, 50.0)
    assert (out / FOLDER / f"{before.source}.json").is_file()


def test_photos_of_any_shape_are_cut_by_the_person(tmp_path: Path) -> None:
    """Three people as they come, a folder each with one photo: every picture is its own partner."""
    for person in load_people():
        (tmp_path / "people" / person.name).mkdir(parents=True)
        shutil.copy(person.path, tmp_path / "people" / person.name)
    report = prepare(read_source(tmp_path / "people"), tmp_path / "set", Recipe(), work=Work(device="cpu"))
    data = PreparedDataset.open(tmp_path / "set")
    assert report["recipe"]["pairs"] == "singles" and report["people"] == {"train": 2, "val": 1}
    for index, item in enumerate(data.items):
        picture, mask = data.picture(index), data.mask(index)
        assert (picture[mask == 0] >= 250).mean() > 0.98 and item.pose.present.sum() >= 14
        rows = np.flatnonzero((mask > 127).any(axis=1))
        assert rows[0] < 30 and rows[-1] > 225
