"""What raters said is in the project at once; it can be taken back, and other people's files come in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.project.project import Project
from engine.reviews import Card, Review, parse_review, review_text
from gui.services.review_desk import ReviewDesk, seed_of
from tests.engine.test_reviews import cards


@pytest.fixture
def desk() -> Iterator[ReviewDesk]:
    with Project.in_memory() as project:
        made = ReviewDesk(project)
        made.lay_out(cards())
        yield made


def test_cards_are_kept_with_their_files(desk: ReviewDesk) -> None:
    card = Card("k", "ours", "case", "Title", Path("a.png"), Path("b.jpg"), {"gender": "men"})
    desk.lay_out([card])
    assert desk.cards()["k"] == card and len(desk.cards()) == 16
    desk.lay_out([Card("k", "ours")])
    assert desk.cards()["k"] == card, "who knows no file does not take it away"


def test_scores_are_given_changed_and_taken_back(desk: ReviewDesk) -> None:
    card = cards()[0]
    first = desk.rate("Ada", card, score=2)
    second = desk.rate(" ada ", card, accepted=True, note="a hand")
    said = desk.said("ADA")[card.key]
    assert (said.score, said.accepted, said.note) == (2, True, "a hand"), "what is not said again stays"
    third = desk.rate("Ada", card, score=5)
    assert [one.value for one in desk.review().scores()] == [5]
    desk.take_back(third)
    assert desk.said("Ada")[card.key].score == 2 and desk.said("Ada")[card.key].accepted is True
    desk.take_back(second)
    desk.take_back(first)
    assert not desk.said("Ada") and not desk.review().scores()
    assert len(desk.review().ratings) == 3, "what was taken back is still known"


def test_two_raters_do_not_touch_each_other(desk: ReviewDesk) -> None:
    card = cards()[0]
    desk.rate("Ada", card, score=2)
    desk.rate("Bo", card, score=4)
    assert desk.said("Ada")[card.key].score == 2 and len(desk.review().scores()) == 2


def test_a_review_made_elsewhere_comes_in(desk: ReviewDesk) -> None:
    with Project.in_memory() as other:
        away = ReviewDesk(other)
        away.lay_out([*cards(), Card("more", "ours", title="More", picture=Path("x.png"))])
        away.rate("Bo", cards()[0], score=4)
        taken = away.rate("Bo", cards()[1], score=1)
        file = parse_review(review_text(away.review()), name="x")
        away.take_back(taken)
        later = parse_review(review_text(away.review()), name="x")
    assert desk.take_in(file) == 2 and desk.take_in(file) == 0
    assert "more" in desk.cards() and len(desk.review().scores()) == 2
    desk.take_in(later)
    assert len(desk.review().scores()) == 1, "what was taken back there is taken back here"


def test_the_same_cards_have_the_same_seed() -> None:
    assert seed_of(cards()) == seed_of(reversed(cards())) != seed_of(cards()[:-1])


def test_ratings_of_foreign_cards_are_left_out() -> None:
    with Project.in_memory() as project:
        project.ratings.add("Ada", card="unknown", score=3)
        assert ReviewDesk(project).review() == Review({}, ())
