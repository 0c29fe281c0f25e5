from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UsageError
from engine.skeleton import Joint, Pose
from tests.training.conftest import STANDING
from training.prepare.compact import pack
from training.prepare.corrections import Corrections
from training.prepare.journal import Entry
from training.prepare.photos import Photo, Source
from training.prepare.recipe import RECIPES, Recipe
from training.prepare.selection import Selection, all_pairs, flipped_name, items, select, shows_whole_figure, verdict

J = Joint
WHOLE = Pose.from_points(STANDING * (176, 256))
HIDDEN_LEGS = [J.RIGHT_KNEE, J.RIGHT_ANKLE, J.LEFT_KNEE, J.LEFT_ANKLE]
NOTHING = Corrections({})


def without(pose: Pose, joints: Sequence[Joint]) -> Pose:
    points = pose.points.copy()
    points[list(joints)] = np.nan
    return Pose.from_points(points)


UPPER = without(WHOLE, HIDDEN_LEGS)
BEHIND = without(UPPER.sides_swapped(), [J.NOSE, J.RIGHT_EYE, J.LEFT_EYE])


def photo(person: str, number: int, *, garment: str = "01", part: str = "", view: str = "front") -> Photo:
    source = f"{person}/{garment}_{number}.jpg"
    return Photo(source, source.replace("/", "-"), person, garment, "Tees_Tanks", "women", view, part)


def entry(one: Photo, row: int, pose: Pose = UPPER) -> Entry:
    return Entry(one.source, "1-1", "", row, packed=pack(pose), fingerprint=bytes(256))


def selected(
    photos: Sequence[Photo],
    recipe: Recipe,
    *,
    poses: dict[str, Pose] | None = None,
    pairs: dict[str, list[tuple[str, str]]] | None = None,
) -> tuple[Selection, Recipe]:
    source = Source("folder", Path("photos"), photos, pairs or {})
    entries = {p.source: entry(p, row, (poses or {}).get(p.source, UPPER)) for row, p in enumerate(photos)}
    resolved = recipe.resolved(source)
    return select(source, resolved, by_name={}, entries=entries), resolved


def reasons(selection: Selection) -> dict[str, str]:
    return {one.photo.source: one.reason for one in selection.dropped}


def test_the_keypoints_have_the_last_word() -> None:
    seed = RECIPES["seed"]
    assert verdict(UPPER, seed) is None
    assert verdict(BEHIND, seed) == ("facing", "back")
    assert verdict(WHOLE, seed) == ("figure", "head to foot") and verdict(WHOLE, Recipe()) is None
    assert verdict(without(UPPER, list(Joint)[5:]), seed) == ("joints", "5 of 18")
    assert shows_whole_figure(WHOLE) and not shows_whole_figure(UPPER)
    headless = without(WHOLE, [J.NOSE, J.RIGHT_EYE, J.LEFT_EYE, J.RIGHT_EAR, J.LEFT_EAR])
    assert not shows_whole_figure(headless)


def test_photos_are_dropped_for_the_first_reason() -> None:
    photos = [photo("ana", n) for n in range(6)]
    source = Source("folder", Path("photos"), photos)
    entries = {p.source: entry(p, row) for row, p in enumerate(photos[2:])}
    entries[photos[2].source] = Entry(photos[2].source, "1-1", "", reason="broken", detail="cut short")
    entries[photos[3].source] = entry(photos[3], 1, BEHIND)
    by_name = {photos[0].source: ("type", "Skirts"), photos[1].source: ("limit", "")}
    recipe = RECIPES["seed"].resolved(source)
    selection = select(source, recipe, by_name=by_name, entries=entries)
    assert list(reasons(selection).values()) == ["type", "limit", "broken", "facing"]
    assert [kept.photo.source for kept in selection.kept] == [p.source for p in photos[4:]]


def test_pairs_are_of_one_person_in_one_garment_in_both_orders() -> None:
    photos = [photo("ana", 1), photo("ana", 2), photo("ana", 3), photo("ana", 1, garment="02"), photo("ben", 1)]
    selection, recipe = selected(photos, Recipe(val_share=0.0, flip=True))
    names = {"ana-01_1.jpg", "ana-01_2.jpg", "ana-01_3.jpg"}
    assert set(selection.pairs["train"]) == {(a, b) for a in names for b in names if a != b}
    assert reasons(selection) == {"ana/02_1.jpg": "partner", "ben/01_1.jpg": "partner"}
    pairs = list(all_pairs(selection, recipe, "train"))
    assert len(pairs) == 12 and ("ana-01_1_flipped.jpg", "ana-01_3_flipped.jpg") in pairs
    assert not any(("_flipped" in a) != ("_flipped" in b) for a, b in pairs)


def test_a_person_is_paired_across_garments_when_asked() -> None:
    photos = [photo("ana", 1), photo("ana", 1, garment="02"), photo("ben", 1)]
    selection, _ = selected(photos, Recipe(pairs="person", val_share=0.0))
    assert len(selection.pairs["train"]) == 2 and len(selection.kept) == 2


def test_pairs_grow_with_the_pictures_and_no_faster() -> None:
    counts = []
    for number in (50, 100):
        selection, _ = selected([photo("ana", n) for n in range(number)], Recipe(val_share=0.0, partners=6))
        pairs = selection.pairs["train"]
        assert len(set(pairs)) == len(pairs) and all(a != b for a, b in pairs)
        counts.append(len(pairs))
    assert counts == [300, 600]


def test_singles_are_their_own_partners() -> None:
    selection, _ = selected([photo("ana", 1), photo("ben", 1)], Recipe(pairs="singles", val_share=0.5))
    assert sorted(selection.pairs["train"] + selection.pairs["val"]) == [
        ("ana-01_1.jpg", "ana-01_1.jpg"), ("ben-01_1.jpg", "ben-01_1.jpg"),
    ]  # fmt: skip


def test_the_sources_own_pairs() -> None:
    photos = [photo("ana", n, part="train") for n in range(3)] + [photo("ben", n, part="val") for n in range(3)]
    a, b = [p.name for p in photos[:3]], [p.name for p in photos[3:]]
    given_pairs = {"train": [(a[0], a[1]), (a[1], "gone.jpg")], "val": [(b[0], b[2]), (b[0], a[0])]}
    selection, _ = selected(photos, Recipe(), pairs=given_pairs)
    assert selection.pairs == {"train": [(a[0], a[1])], "val": [(b[0], b[2])]}
    assert reasons(selection) == {photos[2].source: "partner", photos[4].source: "partner"}


def test_a_published_split_is_kept_and_people_in_both_parts_train() -> None:
    photos = [photo("ana", 1, part="train"), photo("ana", 2, part="train"), photo("ben", 1, part="val")]
    photos += [photo("ben", 2, part="val"), photo("eva", 1, part="val"), photo("eva", 2, part="train")]
    selection, _ = selected(photos, Recipe())
    parts = {kept.photo.source: kept.split for kept in selection.kept}
    assert {source for source, part in parts.items() if part == "val"} == {"ben/01_1.jpg", "ben/01_2.jpg"}
    assert selection.moved == ["eva"]


@given(
    sizes=st.lists(st.integers(2, 30), min_size=2, max_size=40),
    share=st.floats(0.02, 0.6),
    seed=st.integers(0, 1000),
)
@settings(max_examples=25, deadline=None)
def test_nobody_is_in_both_parts(sizes: list[int], share: float, seed: int) -> None:
    photos = [photo(f"p{person}", n) for person, size in enumerate(sizes) for n in range(size)]
    selection, _ = selected(photos, Recipe(split="person", val_share=share, seed=seed))
    parts: dict[str, set[str]] = {}
    for kept in selection.kept:
        parts.setdefault(kept.photo.person, set()).add(kept.split)
    assert all(len(found) == 1 for found in parts.values())
    val = sum(kept.split == "val" for kept in selection.kept)
    assert 0 < val < len(photos)
    assert abs(val - share * len(photos)) <= max(sizes), "as near to the share as whole people allow"


def test_flipped_copies_swap_left_and_right() -> None:
    selection, recipe = selected([photo("ana", 1), photo("ana", 2)], Recipe(flip=True, val_share=0.0))
    made = list(items(selection, recipe, NOTHING))
    assert [one.name for one in made] == [
        "ana-01_1.jpg", "ana-01_1_flipped.jpg", "ana-01_2.jpg", "ana-01_2_flipped.jpg",
    ]  # fmt: skip
    first, mirror = made[:2]
    assert not first.flipped and mirror.flipped and first.row == mirror.row == 0
    x, y = first.pose.place(J.RIGHT_WRIST)
    assert mirror.pose.place(J.LEFT_WRIST) == pytest.approx((175 - x, y))
    assert flipped_name("a/b.c.jpg") == "a/b.c_flipped.jpg"


def test_photos_that_are_mirrored_already_are_noticed() -> None:
    photos = [Photo("1.jpg", "1.jpg", "ana"), Photo("1_flipped.jpg", "1_flipped.jpg", "ana")]
    with pytest.raises(UsageError, match="--no-flip"):
        selected(photos, Recipe(flip=True))
