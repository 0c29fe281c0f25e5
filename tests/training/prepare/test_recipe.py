from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import UsageError
from training.prepare.photos import Photo, Source
from training.prepare.recipe import RECIPES, SEED_SHARE, Recipe, recipe_named


def source(kind: str = "folder", *, photos: int = 2, split: bool = False, pairs: bool = False) -> Source:
    found = [Photo(f"{i}.jpg", f"{i}.jpg", "ana", part="train" if split else "") for i in range(photos)]
    return Source(kind, Path("photos"), found, {"train": [("a", "b")]} if pairs else {})


def test_the_seeds_choices() -> None:
    seed = RECIPES["seed"]
    assert seed.views == seed.facings == ("front", "side") and seed.flip and not seed.whole_figures
    assert "Tees_Tanks" in seed.types and "Skirts" not in seed.types and "Pants" not in seed.types
    assert pytest.approx(5986 / 45422, abs=0.001) == SEED_SHARE
    assert recipe_named("auto", source("flat")) == seed and recipe_named("auto", source("patn")) != seed


def test_names_decide_what_is_looked_at() -> None:
    seed = RECIPES["seed"]
    assert seed.refusal(Photo("a", "a", kind="Skirts", view="front")) == ("type", "Skirts")
    assert seed.refusal(Photo("a", "a", kind="Sweaters", view="back")) == ("view", "back")
    assert seed.refusal(Photo("a", "a", kind="Sweaters", view="side")) is None
    assert seed.refusal(Photo("a", "a")) is None, "what is not told is not held against a photo"
    assert seed.refusal(Photo("a", "a", unusable="rejected")) == ("unusable", "rejected")
    assert Recipe().refusal(Photo("a", "a", kind="Skirts", view="flat")) is None


@pytest.mark.parametrize(
    ("given", "split", "pairs", "crop"),
    [
        (source(), "person", "garment", "person"),
        (source(photos=1), "person", "singles", "person"),
        (source("deepfashion", split=True), "published", "garment", "published"),
        (source("patn", pairs=True), "person", "given", "published"),
        (source("annotated", split=True, photos=1), "published", "singles", "person"),
    ],
)
def test_auto_goes_by_the_source(given: Source, split: str, pairs: str, crop: str) -> None:
    found = Recipe().resolved(given)
    assert (found.split, found.pairs, found.crop) == (split, pairs, crop)
    kept = Recipe(split="person", pairs="singles", crop="person")
    assert kept.resolved(given) == kept


def test_what_does_not_fit_the_source_is_said() -> None:
    with pytest.raises(UsageError, match="no split of its own"):
        Recipe(split="published").resolved(source())
    with pytest.raises(UsageError, match="no list of pairs"):
        Recipe(pairs="given").resolved(source())


@pytest.mark.parametrize(
    "change",
    [
        {"views": ("top",)}, {"facings": ("left",)}, {"facings": ()}, {"joints": 19}, {"val_share": 1.0},
        {"partners": 0}, {"split": "by hand"}, {"pairs": "all"}, {"crop": "none"},
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        Recipe(**change)  # type: ignore[arg-type]


def test_differences_in_words() -> None:
    kept = Recipe(views=("front",), flip=True).to_json()
    assert Recipe(views=("front",), flip=True).differences(kept) == []
    assert Recipe(views=()).differences(kept) == ["views front and not all", "flip yes and not no"]
