"""Reviews of pictures: cards to judge, blind and balanced decks, and files that two people's ratings merge from.

A review file is JSON: `{"format": "repose review", "version": 1, "cards": [...], "ratings": [...]}`.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from engine.errors import PoseFileError, UsageError
from engine.files import write_bytes
from engine.formats.reading import parse_json, read_text
from engine.formats.spots import Spot
from engine.opinion import LEAST, MOST, Score
from engine.project.records import Rating
from engine.text import Text, json_text

FORMAT: Final = "repose review"
VERSION: Final = 1
GENDER: Final = "gender"
FACING: Final = "facing"
_HINT: Final = "Ask for the file again; it is written by Export in the Review tab."


@dataclass(frozen=True)
class Card:
    """One picture to judge.

    key      known everywhere: it is made from the picture's file and its model
    model    who made it; nobody who rates sees that
    case     what was to be made, the same for every model's try at it: the photo and the target pose
    title    what a person calls it, without a word of its model
    picture  its file; None where only its ratings are known
    photo    the file of the photo it was made from, if there is one to look at
    groups   what it is counted under: gender and facing, as far as known
    """

    key: str
    model: str
    case: str = ""
    title: str = ""
    picture: Path | None = None
    photo: Path | None = None
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Review:
    """Cards by key, and everything that was said of them, what was taken back included."""

    cards: Mapping[str, Card]
    ratings: tuple[Rating, ...] = ()

    @property
    def standing(self) -> list[Rating]:
        """The newest rating of each person for each card, of those that were not taken back, oldest first."""
        newest: dict[tuple[str, str], Rating] = {}
        for rating in sorted(self.ratings, key=lambda one: (one.time, one.number)):
            if not rating.taken_back:
                newest[plain_name(rating.rater), rating.card] = rating
        return sorted(newest.values(), key=lambda one: (one.time, one.number))

    def scores(self) -> list[Score]:
        """The scores that stand, for `engine.opinion`."""
        found = []
        for rating in self.standing:
            card = self.cards.get(rating.card)
            if rating.score is not None and card is not None:
                found.append(Score(plain_name(rating.rater), card.key, card.model, rating.score, card.groups))
        return found

    def accepted(self) -> dict[str, tuple[int, int]]:
        """By model: how many pictures were accepted and rejected, each by most of those who said so."""
        votes: dict[str, list[bool]] = defaultdict(list)
        for rating in self.standing:
            if rating.accepted is not None and rating.card in self.cards:
                votes[rating.card].append(rating.accepted)
        counts: dict[str, tuple[int, int]] = {}
        for key, given in votes.items():
            model, balance = self.cards[key].model, sum(1 if yes else -1 for yes in given)
            yes, no = counts.get(model, (0, 0))
            counts[model] = (yes + (balance > 0), no + (balance < 0))
        return counts


@dataclass(frozen=True)
class Merged:
    """Two or more reviews as one, and what was noticed.

    `repeated` counts ratings that stood in several of the files, `changed` are (rater, card title) of which one person
    gave more than one rating: the newest counts.
    """

    review: Review
    repeated: int
    changed: tuple[tuple[str, str], ...]
    raters: tuple[str, ...]


def plain_name(rater: str) -> str:
    """A rater's name without accidents of typing: `Ada ` and `ada` are one person."""
    return " ".join(rater.split()).casefold()


# decks


def deal(cards: Iterable[Card], *, rater: str, seed: int = 1, each: int | None = None) -> list[Card]:
    """The cards that one rater sees, in order: of every model the same number, shuffled, in rounds of one card a model.

    Whoever stops early has still seen (almost) as many of one as of another. Cases that every model has come first, so
    that models are compared on the same work as far as possible; two cards of one case never follow each other where
    that can be helped. The same rater, seed and cards give the same deck. `each` limits how many of a model are seen.
    Raises UsageError when there are no cards or `each` is below 1.
    """
    by_model: dict[str, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=lambda one: one.key):
        by_model[card.model].append(card)
    if not by_model:
        raise UsageError("There are no pictures to judge", hint="Make some first, or open a folder that has them.")
    if each is not None and each < 1:
        raise UsageError("At least one picture of each model must be seen")
    most = min(len(owned) for owned in by_model.values())
    count = most if each is None else min(each, most)
    chance = random.Random(f"{seed}/{plain_name(rater)}")
    order = _cases(by_model, chance)
    piles = {
        model: sorted(owned, key=lambda card: order[card.case or card.key])[:count] for model, owned in by_model.items()
    }
    for pile in piles.values():
        chance.shuffle(pile)
    deck: list[Card] = []
    while any(piles.values()):
        names = list(piles)
        chance.shuffle(names)
        for name in names:
            deck.append(_taken(piles[name], after=deck[-1].case if deck else ""))
        piles = {name: pile for name, pile in piles.items() if pile}
    return deck


def _cases(by_model: Mapping[str, Sequence[Card]], chance: random.Random) -> dict[str, tuple[int, float]]:
    """A place for each case: those that more models have first, by chance otherwise."""
    owners: dict[str, set[str]] = defaultdict(set)
    for model, owned in by_model.items():
        for card in owned:
            owners[card.case or card.key].add(model)
    return {case: (-len(models), chance.random()) for case, models in sorted(owners.items())}


def _taken(pile: list[Card], *, after: str) -> Card:
    for index in range(len(pile) - 1, -1, -1):
        if not after or pile[index].case != after:
            return pile.pop(index)
    return pile.pop()


# files


def review_text(review: Review) -> str:
    """A review as JSON. Files of pictures and photos are named, not carried along."""
    cards = [
        {
            "key": card.key, "model": card.model, "case": card.case, "title": card.title,
            "picture": card.picture.name if card.picture is not None else "",
            "photo": card.photo.name if card.photo is not None else "", "groups": dict(card.groups),
        }
        for card in sorted(review.cards.values(), key=lambda card: card.key)
    ]  # fmt: skip
    ratings = [
        {
            "mark": one.mark, "rater": one.rater, "card": one.card, "score": one.score, "accepted": one.accepted,
            "note": one.note, "time": one.time, "taken_back": one.taken_back,
        }
        for one in sorted(review.ratings, key=lambda one: (one.time, one.mark))
    ]  # fmt: skip
    content = {"format": FORMAT, "version": VERSION, "cards": cards, "ratings": ratings}
    return json_text(content, indent=1) + "\n"


def write_review(path: Path | str, review: Review) -> Path:
    """Write `review_text` to a file, whole or not at all. Raises OutputError."""
    return write_bytes(path, review_text(review).encode("utf-8"))


def read_review(path: Path | str) -> Review:
    """Read a review file. Raises PoseFileError, which names the file, the line and the reason."""
    return parse_review(read_text(path), name=str(path))


def parse_review(text: str, *, name: str) -> Review:
    """Read a JSON text as `read_review` reads a file; `name` says in errors where it came from."""
    top, spot = parse_json(text, name=name), Spot(name, text)
    if not isinstance(top, dict) or top.get("format") != FORMAT:
        raise PoseFileError("This is not a review", where=name, hint=_HINT)
    if top.get("version") != VERSION:
        raise PoseFileError("The review is of version {version!r} of the format", where=spot.at("version").said,
                            hint="Update Repose Studio to read it.", version=top.get("version"))  # fmt: skip
    cards: dict[str, Card] = {}
    for entry, at in _entries(top, "cards", spot):
        card = Card(_word(entry, "key", at), _word(entry, "model", at), str(entry.get("case") or ""),
                    str(entry.get("title") or ""), groups=_groups(entry.get("groups"), at))  # fmt: skip
        if card.key in cards:
            raise PoseFileError("Two cards have the same key", where=at.said, hint=_HINT)
        cards[card.key] = card
    ratings = [_rating(entry, at, cards) for entry, at in _entries(top, "ratings", spot)]
    return Review(cards, tuple(ratings))


def merge_reviews(reviews: Sequence[Review]) -> Merged:
    """Several people's reviews as one. What was taken back in any of them is taken back.

    Raises UsageError when one card is said to be of two models: then one of the files is not of these pictures.
    """
    cards: dict[str, Card] = {}
    ratings: dict[str, Rating] = {}
    repeated = 0
    for review in reviews:
        for key, card in review.cards.items():
            old = cards.get(key)
            if old is not None and old.model != card.model:
                raise UsageError("{card} is of {model} in one review and of {other} in another",
                                 hint="Merge reviews of the same pictures.",
                                 card=card.title or key, model=old.model, other=card.model)  # fmt: skip
            if old is None or old.picture is None:
                cards[key] = card
        for rating in review.ratings:
            before = ratings.get(rating.mark)
            repeated += before is not None
            if before is None or (rating.taken_back and not before.taken_back):
                ratings[rating.mark] = rating
    merged = Review(cards, tuple(sorted(ratings.values(), key=lambda one: (one.time, one.mark))))
    given: dict[tuple[str, str], list[Rating]] = defaultdict(list)
    for rating in merged.ratings:
        if not rating.taken_back:
            given[plain_name(rating.rater), rating.card].append(rating)
    changed = tuple(
        (several[-1].rater, cards[several[-1].card].title if several[-1].card in cards else several[-1].card)
        for several in given.values()
        if len({(one.score, one.accepted) for one in several}) > 1
    )
    raters: dict[str, str] = {}
    for rating in merged.ratings:
        raters.setdefault(plain_name(rating.rater), rating.rater.strip())
    return Merged(merged, repeated, changed, tuple(raters.values()))


def _entries(top: Mapping[str, Any], key: str, spot: Spot) -> list[tuple[dict[str, Any], Spot]]:
    entries = top.get(key)
    if not isinstance(entries, list):
        raise PoseFileError("The review has no list `{key}`", where=spot.name, hint=_HINT, key=key)
    found = []
    for index, entry in enumerate(entries):
        number = index + 1
        words = Text("card {number}", number=number) if key == "cards" else Text("rating {number}", number=number)
        at = spot.at(key, index, words=words)
        if not isinstance(entry, dict):
            raise PoseFileError("The entry is not an object", where=at.said, hint=_HINT)
        found.append((entry, at))
    return found


def _word(entry: Mapping[str, Any], key: str, at: Spot) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise PoseFileError("`{key}` is missing", where=at.at(key).said, hint=_HINT, key=key)
    return value


def _groups(value: object, at: Spot) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
        raise PoseFileError("`groups` are not words by kind", where=at.at("groups").said, hint=_HINT)
    return {str(kind): name for kind, name in value.items() if name}


def _rating(entry: Mapping[str, Any], at: Spot, cards: Mapping[str, Card]) -> Rating:
    card, score, accepted = _word(entry, "card", at), entry.get("score"), entry.get("accepted")
    if card not in cards:
        raise PoseFileError("The rating is of a card that the review does not have", where=at.at("card").said,
                            hint=_HINT)  # fmt: skip
    if score is not None and (isinstance(score, bool) or not isinstance(score, int) or not LEAST <= score <= MOST):
        raise PoseFileError("{score} is no score from {least} to {most}", where=at.at("score").said,
                            hint=_HINT, score=json.dumps(score), least=LEAST, most=MOST)  # fmt: skip
    if accepted is not None and not isinstance(accepted, bool):
        raise PoseFileError("`accepted` is neither true nor false", where=at.at("accepted").said, hint=_HINT)
    return Rating(
        number=0,
        mark=_word(entry, "mark", at),
        rater=_word(entry, "rater", at),
        picture=None,
        card=card,
        model=cards[card].model,
        score=score,
        accepted=accepted,
        note=str(entry.get("note") or ""),
        time=_word(entry, "time", at),
        taken_back=str(entry.get("taken_back") or ""),
    )


def read_reviews(paths: Sequence[Path]) -> Merged:
    """Read review files and merge them. Raises PoseFileError or UsageError."""
    return merge_reviews([read_review(path) for path in paths])
