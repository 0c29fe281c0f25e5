"""Opinion scores: means and intervals against tables, agreement against published worked examples."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.opinion import Score, agreement, by_group, by_model, kinds_of, krippendorff_alpha, mean_opinion

N = None
# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers, twelve units.
FOUR: list[list[int | None]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
    [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
]
# Three coders, fifteen units, as worked out under "Krippendorff's alpha" in Wikipedia.
THREE: list[list[int | None]] = [
    [N, N, N, N, N, 3, 4, 1, 2, 1, 1, 3, 3, N, 3],
    [1, N, 2, 1, 3, 3, 4, 3, N, N, N, N, N, N, N],
    [N, N, 2, 1, 3, 4, 4, N, 2, 1, 1, 3, 3, N, 4],
]
# The same paper, sections A and B: two observers.
BINARY: list[list[int | None]] = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
LETTERS: list[list[int | None]] = [[ord(letter) for letter in row] for row in ("aabbdcccedda", "babbbcccEddd".lower())]


@pytest.mark.parametrize(
    ("table", "metric", "alpha"),
    [
        (FOUR, "nominal", 0.743),
        (FOUR, "ordinal", 0.815),
        (FOUR, "interval", 0.849),
        (THREE, "nominal", 0.691),
        (THREE, "interval", 0.811),
        (BINARY, "nominal", 0.095),
        (LETTERS, "nominal", 0.692),
    ],
)
def test_agreement_in_published_examples(table: list[list[int | None]], metric: str, alpha: float) -> None:
    units = list(zip(*table, strict=True))
    assert krippendorff_alpha(units, metric=metric) == pytest.approx(alpha, abs=5e-4)  # type: ignore[arg-type]


def test_agreement_at_its_ends() -> None:
    assert krippendorff_alpha([[1, 1], [5, 5, 5], [3]]) == 1
    assert krippendorff_alpha([[1, 5], [5, 1]]) < 0
    empty: list[list[list[float | None]]] = [[], [[1], [2]], [[3, 3], [3, 3]], [[None, 4], [math.nan, 2]]]
    for nothing in empty:
        assert math.isnan(krippendorff_alpha(nothing))


def score(value: float, card: str = "a", rater: str = "ada", model: str = "m", **groups: str) -> Score:
    return Score(rater, card, model, value, groups)


def test_a_mean_with_its_interval() -> None:
    """Ten pictures: t for 9 degrees of freedom is 2.262 in every table."""
    values = [2, 3, 3, 4, 4, 4, 3, 2, 5, 3]
    found = mean_opinion(score(value, str(card)) for card, value in enumerate(values))
    deviation = math.sqrt(sum((value - 3.3) ** 2 for value in values) / 9)
    half = 2.262 * deviation / math.sqrt(10)
    assert found.value == pytest.approx(3.3)
    assert (found.low, found.high) == pytest.approx((3.3 - half, 3.3 + half), abs=1e-3)
    assert (found.pictures, found.ratings, found.raters) == (10, 10, 1)


def test_many_ratings_of_few_pictures_are_no_more_pictures() -> None:
    two = [score(2, "a"), score(4, "b")]
    ten = [score(value, card, f"rater {number}") for number in range(5) for value, card in ((2, "a"), (4, "b"))]
    assert mean_opinion(two).low == mean_opinion(ten).low == 1, "cut at the scale's end"
    assert mean_opinion(ten).pictures == 2 and mean_opinion(ten).ratings == 10 and mean_opinion(ten).raters == 5


def test_a_picture_counts_once_and_so_does_a_rater() -> None:
    scores = [score(5, "a"), score(5, "a", "bo"), score(1, "b"), score(3, "b")]
    assert mean_opinion(scores).value == 3.5


def test_one_picture_has_no_interval_and_none_has_no_mean() -> None:
    one = mean_opinion([score(4)])
    assert one.value == 4 and one.known and not one.has_interval
    nothing = mean_opinion([])
    assert math.isnan(nothing.value) and not nothing.known
    same = mean_opinion([score(4, card) for card in "abc"])
    assert (same.low, same.value, same.high) == (4, 4, 4) and same.has_interval


def test_by_model_sex_and_facing() -> None:
    scores = [
        score(1, "a", model="base", gender="women", facing="front"),
        score(3, "b", model="base", gender="men", facing="front"),
        score(5, "c", model="ours", gender="men", facing="side"),
        score(4, "d", model="ours"),
    ]
    assert {model: mean.value for model, mean in by_model(scores).items()} == {"base": 2, "ours": 4.5}
    assert kinds_of(scores) == ("gender", "facing")
    facing = by_group(scores, "facing")
    assert {key: mean.value for key, mean in facing.items()} == {("base", "front"): 2, ("ours", "side"): 5}
    assert by_group(scores, "light") == {}


def test_agreement_of_raters() -> None:
    scores = [
        score(value, f"card {card}", f"rater {rater}")
        for rater, row in enumerate(FOUR)
        for card, value in enumerate(row)
        if value is not None
    ]
    assert agreement(scores) == pytest.approx(0.815, abs=5e-4)
    assert agreement(scores, metric="interval") == pytest.approx(0.849, abs=5e-4)


@given(st.lists(st.lists(st.integers(1, 5), min_size=2, max_size=4), min_size=1, max_size=12))
def test_agreement_knows_no_order_and_no_scale(units: list[list[int]]) -> None:
    alpha = krippendorff_alpha(units)
    turned = krippendorff_alpha([[6 - value for value in reversed(unit)] for unit in reversed(units)])
    assert (math.isnan(alpha) and math.isnan(turned)) or turned == pytest.approx(alpha)
    assert math.isnan(alpha) or alpha <= 1


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz"), st.integers(1, 5)), min_size=1))
def test_an_interval_holds_its_mean(ratings: list[tuple[str, str, int]]) -> None:
    found = mean_opinion(score(value, card, rater) for card, rater, value in ratings)
    assert 1 <= found.value <= 5
    assert not found.has_interval or 1 <= found.low <= found.value <= found.high <= 5
