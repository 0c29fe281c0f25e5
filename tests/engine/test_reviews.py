"""Cards and decks, review files, and two people's reviews as one."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import PoseFileError, UsageError
from engine.project.project import Project
from engine.project.records import Rating
from engine.reviews import (
    Card,
    Review,
    deal,
    merge_reviews,
    parse_review,
    read_review,
    read_reviews,
    review_text,
    write_review,
)


def cards(*, base: int = 6, ours: int = 9) -> list[Card]:
    return [
        Card(f"{model}{case}", model, f"case {case}", f"Photo {case}", groups={"facing": "front"})
        for model, count in (("base", base), ("ours", ours))
        for case in range(count)
    ]


def rating(
    card: str, score: int | None = 3, *, rater: str = "Ada", time: str = "2026-01-01T10:00", **more: object
) -> Rating:
    made = Rating(0, f"{rater}/{card}/{time}", rater, None, card, card[:4], score, None, "", time, "")
    return replace(made, **more)  # type: ignore[arg-type]


@settings(deadline=None)
@given(
    counts=st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(1, 12), min_size=1),
    seed=st.integers(0, 1000),
    each=st.none() | st.integers(1, 15),
)
def test_a_deck_is_balanced_at_every_moment(counts: dict[str, int], seed: int, each: int | None) -> None:
    owned = [Card(f"{model}{case}", model, str(case)) for model, count in counts.items() for case in range(count)]
    deck = deal(owned, rater="Ada", seed=seed, each=each)
    number = min(min(counts.values()), each or 99)
    assert Counter(card.model for card in deck) == dict.fromkeys(counts, number)
    assert len({card.key for card in deck}) == len(deck)
    for shown in range(len(deck)):
        seen = Counter(card.model for card in deck[:shown])
        most = max((seen[model] for model in counts), default=0)
        assert most - min(seen[model] for model in counts) <= 1
    assert deal(reversed(owned), rater=" ada", seed=seed, each=each) == deck, "the same for the same person"


def test_models_are_compared_on_the_same_cases() -> None:
    deck = deal(cards(base=6, ours=9), rater="Ada")
    of = {model: {card.case for card in deck if card.model == model} for model in ("base", "ours")}
    assert of["base"] == of["ours"] and len(deck) == 12


def test_raters_and_seeds_have_orders_of_their_own() -> None:
    orders = [[card.key for card in deal(cards(), rater=rater, seed=seed)] for rater in "ab" for seed in (1, 2)]
    assert len({tuple(order) for order in orders}) == 4
    models = "".join(card.model[0] for card in deal(cards(base=20, ours=20), rater="Ada"))
    assert "bo" in models and "ob" in models and models not in ("bo" * 20, "ob" * 20)


def test_one_case_is_not_seen_twice_in_a_row() -> None:
    deck = deal(cards(base=8, ours=8), rater="Ada", seed=3)
    beside = sum(one.case == two.case for one, two in zip(deck, deck[1:], strict=False))
    assert beside <= 1, "only the last two may be left over"


def test_there_must_be_something_to_see() -> None:
    with pytest.raises(UsageError, match="no pictures"):
        deal([], rater="Ada")
    with pytest.raises(UsageError, match="At least one"):
        deal(cards(), rater="Ada", each=0)


def review(*ratings: Rating) -> Review:
    return Review({card.key: card for card in cards()}, ratings)


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=8)


@settings(deadline=None)
@given(st.lists(st.builds(
    Rating, st.just(0), words, words, st.none(), st.sampled_from(["base0", "ours1"]), st.just(""),
    st.none() | st.integers(1, 5), st.none() | st.booleans(), st.text(max_size=5), words, st.just("")),
    unique_by=lambda one: one.mark))  # fmt: skip
def test_a_review_comes_back_exactly(ratings: list[Rating]) -> None:
    ratings = [replace(one, model=one.card[:4]) for one in ratings]
    before = review(*ratings)
    after = parse_review(review_text(before), name="x")
    assert dict(after.cards) == dict(before.cards)
    assert sorted(after.ratings, key=repr) == sorted(before.ratings, key=repr)


def test_files_are_named_but_not_carried(tmp_path: Path) -> None:
    card = Card("k", "m", picture=tmp_path / "made.png", photo=tmp_path / "photo.jpg")
    path = write_review(tmp_path / "review.json", Review({"k": card}))
    assert str(tmp_path) not in path.read_text() and "made.png" in path.read_text()
    assert read_review(path).cards["k"].picture is None


def broken(**changes: object) -> str:
    content = json.loads(review_text(review(rating("base0"))))
    content["ratings"][0] |= changes
    return json.dumps(content, indent=1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", "not a review"),
        ('{"format": "repose review", "version": 2}', "line 1: The review is of version 2"),
        ('{"format": "repose review", "version": 1}', "no list `cards`"),
        ('{"format": "repose review", "version": 1,\n"cards": [\n5]}', "line 3, card 1: The entry is not an object"),
        ('{"format": "repose review", "version": 1,\n"cards": [{"key": "a"}]}', "line 2, card 1: `model` is missing"),
        (broken(score=6), r"line \d+, rating 1: 6 is no score"),
        (broken(score=True), "true is no score"),
        (broken(score=2.5), "2.5 is no score"),
        (broken(accepted="yes"), "neither true nor false"),
        (broken(card="zebra"), "a card that the review does not have"),
        (broken(mark=""), "`mark` is missing"),
        ("{", "not valid JSON"),
    ],
)
def test_broken_reviews_are_refused_with_their_line(text: str, words: str) -> None:
    with pytest.raises(PoseFileError, match=words) as caught:
        parse_review(text, name="x.json")
    assert str(caught.value).startswith("x.json") and caught.value.hint


def test_two_people_s_reviews_merge(tmp_path: Path) -> None:
    ada = review(rating("base0", 2), rating("ours1", 4))
    bo = review(rating("base0", 3, rater="Bo"), rating("ours1", 5, rater="Bo"))
    files = [write_review(tmp_path / f"{name}.json", one) for name, one in (("ada", ada), ("bo", bo))]
    merged = read_reviews(files)
    assert len(merged.review.scores()) == 4 and merged.raters == ("Ada", "Bo")
    assert merged.repeated == 0 and merged.changed == ()
    again = merge_reviews([merged.review, ada, merged.review])
    assert again.review.ratings == merged.review.ratings and again.repeated == 6


def test_one_person_s_two_files_are_one_person_s(tmp_path: Path) -> None:
    monday = review(rating("base0", 2), rating("ours1", 4))
    tuesday = review(
        rating("base0", 5, rater=" ada", time="2026-01-02T09:00"), rating("ours1", 4, time="2026-01-02T09:01")
    )
    merged = merge_reviews([tuesday, monday])
    assert {(one.card, one.value) for one in merged.review.scores()} == {("base0", 5), ("ours1", 4)}
    assert merged.changed == ((" ada", "Photo 0"),), "only what differs is told"
    assert merged.raters == ("Ada",)


def test_what_is_taken_back_in_one_file_is_taken_back() -> None:
    given_, taken = rating("base0", 2), rating("base0", 2, taken_back="2026-01-03")
    for order in ([given_, taken], [taken, given_]):
        merged = merge_reviews([review(one) for one in order])
        assert merged.review.scores() == [] and len(merged.review.ratings) == 1


def test_reviews_of_other_pictures_do_not_merge() -> None:
    other = Review({"base0": Card("base0", "ours", title="Photo 0")})
    with pytest.raises(UsageError, match="Photo 0 is of base in one review and of ours in another"):
        merge_reviews([review(), other])


def test_accepted_and_rejected_by_most() -> None:
    found = review(
        rating("base0", None, accepted=True), rating("base0", None, rater="Bo", accepted=False),
        rating("base1", None, accepted=True), rating("ours0", None, accepted=False),
        rating("ours0", None, rater="Bo", accepted=False), rating("ours1", 4),
    )  # fmt: skip
    assert found.accepted() == {"base": (1, 0), "ours": (0, 1)}


def test_ratings_of_a_project_make_a_review() -> None:
    with Project.in_memory() as project:
        first = project.ratings.add("Ada", card="base0", model="base", score=4, note="a hand is missing")
        project.ratings.add("Ada", card="ours0", model="ours", score=5)
        project.ratings.take_back(first.number)
        found = review(*project.ratings.all(taken_back=True))
        assert [one.value for one in found.scores()] == [5]
        assert parse_review(review_text(found), name="x").scores() == found.scores()
