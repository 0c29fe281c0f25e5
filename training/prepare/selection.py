"""What becomes of the photos that were looked at: kept or dropped and why, who goes into which part, and the pairs."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from engine.errors import UsageError
from engine.framing import FRAME_SIZE
from engine.skeleton import Joint, Pose, facing_of
from training.prepare.corrections import Corrections
from training.prepare.journal import Entry
from training.prepare.photos import Photo, Source
from training.prepare.recipe import Recipe
from training.prepared import SPLITS, Item

REASONS: Final[dict[str, str]] = {
    "unusable": "not usable, as the source itself says",
    "type": "another clothing type, by name",
    "view": "another view, by name",
    "limit": "beyond the limit that was asked for",
    "broken": "the file cannot be read",
    "small": "too small",
    "nobody": "no person was found",
    "joints": "too few joints were found",
    "facing": "another side of the person, by the keypoints",
    "figure": "a whole figure, by the keypoints",
    "correction": "the correction does not fit the photo",
    "partner": "no second picture of the person to pair it with",
}
"""Why photos are dropped, in the order in which it is decided."""

_HEAD: Final = (Joint.NOSE, Joint.RIGHT_EYE, Joint.LEFT_EYE, Joint.RIGHT_EAR, Joint.LEFT_EAR)
_ANKLES: Final = (Joint.RIGHT_ANKLE, Joint.LEFT_ANKLE)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A photo that is not in the data set; `row` is that of its stored picture, -1 for none."""

    photo: Photo
    reason: str
    detail: str
    row: int = -1


@dataclass(frozen=True, slots=True)
class Kept:
    """A photo that is in the data set, before mirroring."""

    photo: Photo
    entry: Entry
    facing: str
    joints: int
    split: str = ""


@dataclass
class Selection:
    """The outcome for all photos of a source; `moved` people stood in both parts of a published split."""

    kept: list[Kept] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    pairs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)


def shows_whole_figure(pose: Pose) -> bool:
    """Whether somebody is there from head to foot: a joint of the head and an ankle."""
    return any(pose.present[j] for j in _HEAD) and any(pose.present[j] for j in _ANKLES)


def verdict(pose: Pose, recipe: Recipe) -> tuple[str, str] | None:
    """Why a picture with these joints is dropped, as reason and detail; None when it is kept."""
    joints = int(pose.present.sum())
    if joints < recipe.joints:
        return "joints", f"{joints} of {len(Joint)}"
    facing = facing_of(pose).value
    if facing not in recipe.facings:
        return "facing", facing
    if not recipe.whole_figures and shows_whole_figure(pose):
        return "figure", "head to foot"
    return None


def select(
    source: Source,
    recipe: Recipe,
    *,
    by_name: Mapping[str, tuple[str, str]],
    entries: Mapping[str, Entry],
) -> Selection:
    """Decide for every photo of the source.

    `by_name` has reason and detail by the photo's path for those that nobody looked at; `entries` the others. Raises
    UsageError when two pictures would have one name.
    """
    selection = Selection()
    for photo in source.photos:
        if photo.source in by_name:
            selection.dropped.append(Dropped(photo, *by_name[photo.source]))
            continue
        entry = entries[photo.source]
        if entry.row < 0:
            selection.dropped.append(Dropped(photo, entry.reason, entry.detail))
            continue
        pose = entry.pose
        refusal = verdict(pose, recipe)
        if refusal is not None:
            selection.dropped.append(Dropped(photo, *refusal, entry.row))
        else:
            selection.kept.append(Kept(photo, entry, facing_of(pose).value, int(pose.present.sum())))
    if recipe.pairs in ("garment", "person"):
        sizes = Counter(_group(kept, recipe) for kept in selection.kept)
        _leave_alone(selection, {kept.photo.name for kept in selection.kept if sizes[_group(kept, recipe)] > 1})
    _split(selection, recipe)
    selection.pairs = _pairs(selection, recipe, given=source.pairs)
    if recipe.pairs == "given":
        _leave_alone(selection, {name for pairs in selection.pairs.values() for pair in pairs for name in pair})
    if recipe.flip:
        _require_free_names([kept.photo.name for kept in selection.kept])
    return selection


# --- Parts ---


def drawn(word: str, seed: int) -> int:
    """A number that is drawn for a word, the same on every machine."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{word}".encode()).digest()[:8], "big")


def _split(selection: Selection, recipe: Recipe) -> None:
    """Give every person one part."""
    part_of: dict[str, str] = {}
    if recipe.split == "published":
        for kept in selection.kept:
            part, known = kept.photo.part or "train", part_of.get(kept.photo.person)
            if known is not None and known != part:
                selection.moved.append(kept.photo.person)
                part = "train"
            part_of[kept.photo.person] = part
    else:
        part_of = _drawn_parts(selection.kept, recipe)
    selection.moved = sorted(set(selection.moved))
    selection.kept = [
        Kept(k.photo, k.entry, k.facing, k.joints, part_of[k.photo.person]) for k in selection.kept
    ]  # fmt: skip


def _drawn_parts(kept: Sequence[Kept], recipe: Recipe) -> dict[str, str]:
    """Parts by person, whole people drawn until validation has its share; both parts get somebody if they can."""
    counts = Counter(one.photo.person for one in kept)
    parts, short = dict.fromkeys(counts, "train"), recipe.val_share * len(kept)
    order = sorted(counts, key=lambda person: drawn(person, recipe.seed))
    for person in order:
        # Nearer to the share with this person than without?
        if counts[person] <= 2 * short:
            parts[person] = "val"
            short -= counts[person]
    if len(order) > 1 and recipe.val_share > 0:
        least = min(order, key=lambda person: counts[person])
        if "val" not in parts.values():
            parts[least] = "val"
        elif "train" not in parts.values():
            parts[least] = "train"
    return parts


# --- Pairs ---


def _leave_alone(selection: Selection, paired: Set[str]) -> None:
    """Drop whoever has no partner."""
    alone = [kept for kept in selection.kept if kept.photo.name not in paired]
    selection.dropped += [Dropped(kept.photo, "partner", kept.photo.person, kept.entry.row) for kept in alone]
    selection.kept = [kept for kept in selection.kept if kept.photo.name in paired]


def _pairs(
    selection: Selection, recipe: Recipe, *, given: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[str, list[tuple[str, str]]]:
    """Pairs of names by part."""
    if recipe.pairs == "given":
        return _given(selection, given)
    if recipe.pairs == "singles":
        return {split: [(k.photo.name, k.photo.name) for k in selection.kept if k.split == split] for split in SPLITS}
    return _grouped(selection, recipe)


def _given(
    selection: Selection, given: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[str, list[tuple[str, str]]]:  # fmt: skip
    parts = {kept.photo.name: kept.split for kept in selection.kept}
    found: dict[str, list[tuple[str, str]]] = {split: [] for split in SPLITS}
    for pairs in given.values():
        for first, second in pairs:
            # By where the pictures are now, which may not be where the source had them.
            if first in parts and parts.get(second) == parts[first]:
                found[parts[first]].append((first, second))
    return found


def _grouped(selection: Selection, recipe: Recipe) -> dict[str, list[tuple[str, str]]]:
    groups: dict[tuple[str, str], list[Kept]] = {}
    for kept in selection.kept:
        groups.setdefault(_group(kept, recipe), []).append(kept)
    found: dict[str, list[tuple[str, str]]] = {split: [] for split in SPLITS}
    for members in groups.values():
        names = [kept.photo.name for kept in members]
        found[members[0].split] += _pairs_within(names, partners=recipe.partners, seed=recipe.seed)
    return found


def _group(kept: Kept, recipe: Recipe) -> tuple[str, str]:
    """Pictures of one group are partners of one another."""
    return kept.photo.person, kept.photo.garment if recipe.pairs == "garment" else ""


def _pairs_within(names: list[str], *, partners: int, seed: int) -> Iterator[tuple[str, str]]:
    """All ordered pairs of a small group; of a large one, each with as many others as `partners` says."""
    if len(names) > partners + 1:
        names = sorted(names, key=lambda name: drawn(name, seed))
    for place, name in enumerate(names):
        for step in range(1, min(partners, len(names) - 1) + 1):
            yield name, names[(place + step) % len(names)]


# --- Items ---


def flipped_name(name: str) -> str:
    """What the mirror image of a picture is called."""
    path = PurePosixPath(name)
    return path.with_name(f"{path.stem}_flipped{path.suffix}").as_posix()


def _require_free_names(names: Sequence[str]) -> None:
    taken = set(names)
    for name in names:
        if flipped_name(name) in taken:
            raise UsageError(
                "The mirror image of {name} would have the name of another photo, {flipped}",
                hint="The photos seem to be there in a mirror already: choose --no-flip.",
                name=name,
                flipped=flipped_name(name),
            )


def items(selection: Selection, recipe: Recipe, corrections: Corrections) -> Iterator[Item]:
    """The data set's items in order: each picture, and its mirror image where the recipe wants one."""
    for kept in selection.kept:
        photo = kept.photo
        item = Item(
            photo.name, photo.source, photo.person, photo.garment, photo.kind, photo.gender, photo.view, kept.facing,
            kept.split, False, kept.entry.pose, photo.source in corrections.found, kept.entry.row,
        )  # fmt: skip
        yield item
        if recipe.flip:
            pose = item.pose.mirrored(FRAME_SIZE[1])
            yield Item(
                flipped_name(item.name), item.source, item.person, item.garment, item.kind, item.gender, item.view,
                item.facing, item.split, True, pose, item.corrected, item.row,
            )  # fmt: skip


def all_pairs(selection: Selection, recipe: Recipe, split: str) -> Iterator[tuple[str, str]]:
    """A part's pairs, then those of the mirror images where the recipe wants them."""
    pairs = selection.pairs.get(split, [])
    yield from pairs
    if recipe.flip:
        yield from ((flipped_name(first), flipped_name(second)) for first, second in pairs)
