from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.prepare import deepfashion


def test_a_path_of_the_tree_tells_everything() -> None:
    name = deepfashion.in_folders(Path("WOMEN/Tees_Tanks/id_00000001/02_4_full.jpg"))
    assert name == deepfashion.Name("women", "Tees_Tanks", "WOMEN/id_00000001", "Tees_Tanks/02", "full")


def test_the_published_flat_name() -> None:
    path = Path("WOMEN/Tees_Tanks/id_00000001/01_1_front.jpg")
    assert deepfashion.flat_name(path) == "fashionWOMENTees_Tanksid0000000101_1front.jpg"
    assert deepfashion.flat("fashionWOMENTees_Tanksid0000000101_1front") == deepfashion.in_folders(path)


@given(
    gender=st.sampled_from(["WOMEN", "MEN"]),
    kind=st.sampled_from(["Tees_Tanks", "Denim", "Sweatshirts_Hoodies", "Jackets_Vests"]),
    person=st.integers(0, 99_999_999),
    garment=st.integers(0, 99),
    number=st.integers(0, 12),
    view=st.sampled_from(deepfashion.VIEWS),
)
@settings(deadline=None)
def test_the_flat_name_tells_what_the_path_tells(
    gender: str, kind: str, person: int, garment: int, number: int, view: str
) -> None:
    path = Path(f"{gender}/{kind}/id_{person:08d}/{garment:02d}_{number}_{view}.jpg")
    found = deepfashion.in_folders(path)
    assert found is not None and found.view == view and found.gender == gender.lower()
    assert deepfashion.flat(Path(deepfashion.flat_name(path)).stem) == found


@pytest.mark.parametrize(
    "path",
    [
        "WOMEN/Tees_Tanks/id_00000001/front.jpg",
        "WOMEN/Tees_Tanks/00000001/01_1_front.jpg",
        "CHILDREN/Tees_Tanks/id_00000001/01_1_front.jpg",
        "WOMEN/id_00000001/01_1_front.jpg",
        "x/WOMEN/Tees_Tanks/id_00000001/01_1_front.jpg",
    ],
)
def test_other_paths_tell_nothing(path: str) -> None:
    assert deepfashion.in_folders(Path(path)) is None


def test_the_seeds_figures_add_up() -> None:
    figures = deepfashion.SEED_FIGURES
    assert figures["train"] + figures["val"] == figures["kept"]
