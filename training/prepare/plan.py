"""What a run is going to do: which photos are looked at, which their names rule out, what is done already."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.errors import PictureError
from training.prepare.corrections import Corrections
from training.prepare.gather import Wish
from training.prepare.journal import Entry, stamp_of
from training.prepare.photos import Photo, Source
from training.prepare.recipe import Recipe
from training.prepare.selection import REASONS, drawn
from training.prepare.shards import BYTES_PER_PICTURE

GONE = "gone"
"""The stamp of a file that is not there any more."""


@dataclass(frozen=True)
class Plan:
    """A run before it begins.

    by_name   reason and detail by the path of photos that are left out before anybody looks at them
    wishes    the photos that the data set is made from
    todo      those of them that were not looked at yet, or have changed since
    """

    source: Source
    recipe: Recipe
    corrections: Corrections
    by_name: Mapping[str, tuple[str, str]]
    wishes: Sequence[Wish]
    todo: Sequence[Wish]

    @property
    def made_of(self) -> str:
        """Changes when photos, corrections or the limit do."""
        digest = hashlib.sha256()
        for wish in self.wishes:
            digest.update(f"{wish.photo.source}\0{wish.stamp}\0{wish.digest}\n".encode())
        return digest.hexdigest()[:16]


def make_plan(
    source: Source,
    recipe: Recipe,
    *,
    corrections: Corrections,
    entries: Mapping[str, Entry],
    limit: int = 0,
) -> Plan:
    """Decide what to look at: all that their names do not rule out, or `limit` photos of people drawn at random."""
    by_name: dict[str, tuple[str, str]] = {}
    candidates: list[Photo] = []
    for photo in source.photos:
        refusal = recipe.refusal(photo)
        if refusal is None:
            candidates.append(photo)
        else:
            by_name[photo.source] = refusal
    if 0 < limit < len(candidates):
        chosen = _drawn_photos(candidates, limit, seed=recipe.seed)
        by_name |= {photo.source: ("limit", "") for photo in candidates if photo.source not in chosen}
        candidates = [photo for photo in candidates if photo.source in chosen]
    wishes = [_wish(source, photo, corrections) for photo in candidates]
    todo = [wish for wish in wishes if not _done(wish, entries.get(wish.photo.source))]
    return Plan(source, recipe, corrections, by_name, wishes, todo)


def _drawn_photos(photos: Sequence[Photo], limit: int, *, seed: int) -> set[str]:
    """Whole people in the order in which they are drawn, so that a higher limit only adds to a lower one."""
    people: dict[str, list[str]] = {}
    for photo in photos:
        people.setdefault(photo.person, []).append(photo.source)
    order = sorted(people, key=lambda person: drawn(person, seed))
    return set([source for person in order for source in people[person]][:limit])


def _wish(source: Source, photo: Photo, corrections: Corrections) -> Wish:
    try:
        stamp = stamp_of(source.path(photo))
    except PictureError:
        stamp = GONE
    return Wish(photo, stamp, corrections.found.get(photo.source))


def _done(wish: Wish, entry: Entry | None) -> bool:
    return entry is not None and entry.stamp == wish.stamp and entry.correction == wish.digest


def describe(plan: Plan) -> Iterator[str]:
    """The plan in lines of words, for `--dry-run`."""
    source, recipe = plan.source, plan.recipe
    yield f"Source     {source.root}: {len(source.photos):,} photos, read as {source.kind}"
    for note in source.notes:
        yield f"           {note}"
    yield "Recipe     " + "\n           ".join(
        f"{key}: {', '.join(map(str, value)) or 'all' if isinstance(value, list) else value}"
        for key, value in recipe.to_json().items()
    )
    reasons = Counter(reason for reason, _ in plan.by_name.values())
    for reason, count in reasons.most_common():
        details = Counter(detail for why, detail in plan.by_name.values() if why == reason and detail)
        most = ", ".join(f"{detail} {number:,}" for detail, number in details.most_common(12))
        yield f"Left out   {count:,}: {REASONS[reason]}{f' ({most})' if most else ''}"
    people = {wish.photo.person for wish in plan.wishes}
    yield f"To look at {len(plan.wishes):,} photos of {len(people):,} people"
    done = len(plan.wishes) - len(plan.todo)
    if done:
        yield f"           {done:,} of them are done already"
    parts = Counter(wish.photo.part for wish in plan.wishes)
    if recipe.split == "published":
        yield f"Split      {parts['train']:,} for training, {parts['val']:,} for validation, as the source says"
    if recipe.pairs in ("garment", "person"):
        whole = recipe.pairs == "person"
        groups = Counter((wish.photo.person, "" if whole else wish.photo.garment) for wish in plan.wishes)
        several = [count for count in groups.values() if count > 1]
        pairs = sum(count * min(count - 1, recipe.partners) for count in several)
        what = "people" if whole else "people in one garment"
        yield f"Pairs      {pairs:,} at most, of {len(several):,} {what} with two photos or more"
    yield from _needs(plan)


def _needs(plan: Plan) -> Iterator[str]:
    given = sum(bool(w.photo.packed or w.correction) for w in plan.wishes)
    masks = sum(bool(w.photo.mask) for w in plan.wishes)
    corrected = sum(w.correction is not None for w in plan.wishes)
    ask = sum(wish.needs_network for wish in plan.todo)
    yield f"Keypoints  {given:,} given ({corrected:,} corrected by a person), the others by {plan.recipe.estimator}"
    yield f"Masks      {masks:,} given, the others by the estimator"
    yield f"Work       {ask:,} photos for the estimator, {len(plan.todo) - ask:,} only to read and cut"
    copies = 2 if plan.recipe.flip else 1
    most = len(plan.wishes)
    yield (
        f"Result     {most * copies:,} pictures at most, {most * BYTES_PER_PICTURE / 1e9:,.2f} GB"
        f"{'; mirror images take no room' if copies == 2 else ''}"
    )
    if plan.corrections.strangers:
        yield f"Beware     no photo for {len(plan.corrections.strangers):,} corrections: {_some(plan)}"


def _some(plan: Plan) -> str:
    names = plan.corrections.strangers
    return ", ".join(names[:5]) + (" ..." if len(names) > 5 else "")
