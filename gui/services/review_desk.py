"""A review in a project: who rates which cards in which order, what was said, and how far it is."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from engine.project.project import Project
from engine.project.records import Rating
from engine.reviews import Card, Review, deal, plain_name

_SHELF: Final = "review"
_CARDS: Final = "cards"
_CASE, _TITLE, _PICTURE, _PHOTO, _GROUPS = "case", "title", "picture", "photo", "groups"


class ReviewDesk:
    """Keeps cards on the project's shelf and ratings among its ratings; every word is on the disk when it was said."""

    def __init__(self, project: Project) -> None:
        self._project = project

    # cards

    def cards(self) -> dict[str, Card]:
        """All cards that were ever laid out here, by key."""
        kept = self._project.shelf.get(_SHELF, _CARDS, {})
        return {key: _card(key, entry) for key, entry in kept.items()} if isinstance(kept, dict) else {}

    def lay_out(self, cards: Iterable[Card]) -> None:
        """Keep cards; those of the same key are replaced, others stay for the ratings that they have."""
        known = self.cards()
        for card in cards:
            old = known.get(card.key)
            if old is None or card.picture is not None:
                known[card.key] = card
        self._project.shelf.put(_SHELF, _CARDS, {key: _entry(card) for key, card in known.items()})

    # decks

    def deck(self, rater: str, cards: Sequence[Card], *, seed: int, each: int | None = None) -> list[Card]:
        """The cards of this rater, in their order."""
        return deal(cards, rater=rater, seed=seed, each=each)

    def said(self, rater: str) -> dict[str, Rating]:
        """What a rater said, by card: the newest that stands."""
        found: dict[str, Rating] = {}
        for rating in self._project.ratings.all():
            if plain_name(rating.rater) == plain_name(rater):
                found[rating.card] = rating
        return found

    def rate(
        self, rater: str, card: Card, *, score: int | None = None, accepted: bool | None = None, note: str | None = None
    ) -> list[Rating]:
        """Say something of a card; what is not given stays as before. Answers the new rating and then the old."""
        before = self.said(rater).get(card.key)
        with self._project.together():
            if before is not None:
                self._project.ratings.take_back(before.number)
                score = before.score if score is None else score
                accepted = before.accepted if accepted is None else accepted
                note = before.note if note is None else note
            new = self._project.ratings.add(
                rater.strip(), card=card.key, model=card.model, score=score, accepted=accepted, note=note or ""
            )
        return [new] if before is None else [new, before]

    def take_back(self, ratings: Sequence[Rating]) -> None:
        """Undo a `rate`: its new rating stands no longer, the one before it does again."""
        with self._project.together():
            self._project.ratings.take_back(ratings[0].number)
            for before in ratings[1:]:
                self._project.ratings.give_again(before.number)

    # results

    def review(self) -> Review:
        """Everything that was said in this project, what was taken back included."""
        cards = self.cards()
        ratings = [one for one in self._project.ratings.all(taken_back=True) if one.card in cards]
        return Review(cards, tuple(ratings))

    def take_in(self, review: Review) -> int:
        """Add a review that was made elsewhere; answers how many of its ratings are new here."""
        with self._project.together():
            self.lay_out(review.cards.values())
            return self._project.ratings.merge(review.ratings)


def _entry(card: Card) -> dict[str, Any]:
    return {
        "model": card.model,
        _CASE: card.case,
        _TITLE: card.title,
        _PICTURE: str(card.picture or ""),
        _PHOTO: str(card.photo or ""),
        _GROUPS: dict(card.groups),
    }


def _card(key: str, entry: Any) -> Card:
    if not isinstance(entry, dict):
        return Card(key, "?")
    picture, photo, groups = entry.get(_PICTURE), entry.get(_PHOTO), entry.get(_GROUPS)
    return Card(
        key,
        str(entry.get("model") or "?"),
        str(entry.get(_CASE) or ""),
        str(entry.get(_TITLE) or ""),
        Path(str(picture)) if picture else None,
        Path(str(photo)) if photo else None,
        {str(kind): str(name) for kind, name in groups.items()} if isinstance(groups, dict) else {},
    )


def seed_of(cards: Iterable[Card]) -> int:
    """A seed that the same cards always have, so that a deck that was put away goes on in the same order."""
    return zlib.crc32(" ".join(sorted(card.key for card in cards)).encode())
