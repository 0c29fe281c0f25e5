"""The report in figures: how many in, kept, dropped and why, by type, gender, view, facing and joints found."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from engine.skeleton import Joint, facing_of
from training.prepare.corrections import Corrections
from training.prepare.deepfashion import SEED_FIGURES
from training.prepare.duplicates import NearDuplicate
from training.prepare.journal import Entry
from training.prepare.photos import Photo
from training.prepare.plan import Plan
from training.prepare.selection import REASONS, Dropped, Kept, Selection, shows_whole_figure
from training.prepared import SPLITS

REPORT_FORMAT: Final = 1
UNKNOWN: Final = "not told"
_SURE: Final = 0.995
"""From this mean confidence on nothing is left to doubt."""

_GROUPS: Final[dict[str, Callable[[Photo], str]]] = {
    "type": lambda photo: photo.kind,
    "gender": lambda photo: photo.gender,
    "view": lambda photo: photo.view,
}


def figures(
    plan: Plan,
    selection: Selection,
    *,
    entries: Mapping[str, Entry],
    duplicates: Sequence[tuple[Kept, Kept, NearDuplicate]],
    seconds: float,
    looked_at: int,
) -> dict[str, Any]:
    """Everything that the report tells, as plain values.

    `duplicates` are pictures for validation with their near-duplicates among those for training; `seconds` and
    `looked_at` are this run's time and photos.
    """
    copies = 2 if plan.recipe.flip else 1
    kept, dropped = selection.kept, selection.dropped
    parts = Counter(one.split for one in kept)
    seen = _seen(plan.source.photos, entries)
    return {
        "format": REPORT_FORMAT,
        "source": str(plan.source.root),
        "kind": plan.source.kind,
        "recipe": plan.recipe.to_json(),
        "in": len(plan.source.photos),
        "kept": len(kept),
        "dropped": len(dropped),
        "pictures": copies * len(kept),
        "splits": {split: copies * parts[split] for split in SPLITS},
        "people": {split: len({one.photo.person for one in kept if one.split == split}) for split in SPLITS},
        "pairs": {split: copies * len(selection.pairs.get(split, ())) for split in SPLITS},
        "why": _why(dropped),
        "by": {name: _table(kept, dropped, key) for name, key in _GROUPS.items()}
        | {
            "facing": _table(
                kept, [one for one in dropped if one.photo.source in seen], lambda photo: seen[photo.source][0]
            )
        },
        "facing": _facing(plan.source.photos, seen, selection),
        "joints": _joints(kept),
        "doubtful": [{"photo": k.photo.source, "confidence": round(c, 3)} for c, k in doubtful(kept, most=200)],
        "near_duplicates": _duplicates(duplicates),
        "people_in_both_parts": selection.moved,
        "corrections": _corrections(plan.corrections, kept),
        "notes": [*plan.source.notes, *notes(plan, selection, duplicates)],
        "seed": {**SEED_FIGURES, "here": _beside(plan.source.photos, kept, copies)},
        "seconds": round(seconds, 1),
        "photos_looked_at": looked_at,
    }


def notes(
    plan: Plan, selection: Selection, duplicates: Sequence[tuple[Kept, Kept, NearDuplicate]]
) -> Iterable[str]:  # fmt: skip
    """What a person has to know before training on it, in sentences."""
    parts = Counter(one.split for one in selection.kept)
    if selection.kept and not parts["val"]:
        yield "Nothing is left for validation: nobody can say how good a training on this is."
    if selection.kept and not parts["train"]:
        yield "Nothing is left for training."
    if selection.moved:
        yield (
            f"{_n(len(selection.moved), 'person', 'people')} stood in both parts of the source's split; all pictures "
            "of theirs are for training now."
        )
    if duplicates:
        yield (
            f"{_n(len(duplicates), 'picture')} for validation with a near-duplicate among those for training (see the "
            "sheet): figures on them flatter."
        )
    slipped = [d for d in selection.dropped if d.reason in ("facing", "figure") and d.photo.view]
    if slipped:
        yield (
            f"{_n(len(slipped), 'photo')} called {_list(sorted({d.photo.view for d in slipped}))} by name, but shown "
            f"from another side or from head to foot by the keypoints, left out."
        )
    if plan.corrections.strangers:
        yield f"{_n(len(plan.corrections.strangers), 'correction')} without a photo: {plan.corrections.strangers[0]}."
    unfit = sum(d.reason == "correction" for d in selection.dropped)
    if unfit:
        yield f"{_n(unfit, 'correction')} that do not fit their photos, which were left out."


def _n(count: int, one: str, many: str = "") -> str:
    """ "1 photo", "2,000 photos"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _list(words: Sequence[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _why(dropped: Sequence[Dropped]) -> list[dict[str, Any]]:
    counts = Counter(one.reason for one in dropped)
    rows = []
    for reason, words in REASONS.items():
        if counts[reason]:
            details = Counter(one.detail for one in dropped if one.reason == reason and one.detail)
            # Of partners and the like every detail is another one: the list of all is in dropped.csv.
            most = dict(details.most_common(20)) if reason != "partner" else {}
            rows.append({"reason": reason, "words": words, "photos": counts[reason], "details": most})
    return rows


def _table(
    kept: Sequence[Kept], dropped: Sequence[Dropped], key: Callable[[Photo], str]
) -> list[dict[str, Any]]:  # fmt: skip
    """Rows of in, kept and parts for each value, the most frequent first; no rows where nothing is told."""
    stayed = Counter(key(one.photo) for one in kept)
    came = stayed + Counter(key(one.photo) for one in dropped)
    parts = Counter((key(one.photo), one.split) for one in kept)
    if set(came) <= {""}:
        return []
    return [
        {"value": value or UNKNOWN, "in": count, "kept": stayed[value]}
        | {split: parts[value, split] for split in SPLITS}
        for value, count in came.most_common()
    ]


def _seen(photos: Sequence[Photo], entries: Mapping[str, Entry]) -> dict[str, tuple[str, bool]]:
    """Facing, and whether from head to foot, of every photo in which somebody was found, by its path."""
    found = {}
    for photo in photos:
        entry = entries.get(photo.source)
        if entry is not None and entry.row >= 0:
            pose = entry.pose
            found[photo.source] = facing_of(pose).value, shows_whole_figure(pose)
    return found


def _facing(
    photos: Sequence[Photo], seen: Mapping[str, tuple[str, bool]], selection: Selection
) -> list[dict[str, Any]]:
    """Facing by the keypoints against the view by name, over all photos in which somebody was found."""
    stayed = {one.photo.source for one in selection.kept}
    counts: Counter[tuple[str, str]] = Counter()
    for photo in photos:
        if photo.source in seen:
            view, (facing, whole) = photo.view or UNKNOWN, seen[photo.source]
            counts[view, facing] += 1
            counts[view, "whole_figures"] += whole
            counts[view, "kept"] += photo.source in stayed
    columns = ("front", "side", "back", "whole_figures", "kept")
    return [
        {"view": view} | {column: counts[view, column] for column in columns}
        for view in sorted({view for view, _ in counts})
    ]


def doubtful(kept: Sequence[Kept], *, most: int) -> list[tuple[float, Kept]]:
    """Mean confidence of the joints that show, and the picture: those with the least.

    Joints that are known to be hidden, as those of rendered people are, raise no doubt; nor do pictures that are sure.
    """

    def trust(one: Kept) -> float:
        pose = one.entry.pose
        shown = pose.visible if pose.visible.any() else pose.present
        return float(pose.confidence[shown].mean())

    unsure = ((sure, one) for one in kept if (sure := trust(one)) < _SURE)
    return heapq.nsmallest(most, unsure, key=lambda pair: (pair[0], pair[1].photo.source))


def _joints(kept: Sequence[Kept]) -> dict[str, Any]:
    """How many joints were found in the pictures that are kept, and in how many pictures each joint."""
    found = np.zeros(len(Joint), dtype=np.int64)
    histogram = np.zeros(len(Joint) + 1, dtype=np.int64)
    for one in kept:
        found += one.entry.pose.present
        histogram[one.joints] += 1
    share = found / max(1, len(kept))
    return {
        "pictures_by_joints_found": histogram.tolist(),
        "share_found": {joint.title: round(float(share[joint]), 4) for joint in Joint},
    }


def _duplicates(duplicates: Sequence[tuple[Kept, Kept, NearDuplicate]]) -> dict[str, Any]:
    return {
        "pictures": len(duplicates),
        "nearest": [
            {"val": first.photo.source, "train": second.photo.source, "bits": pair.bits, "mirrored": pair.mirrored}
            for first, second, pair in duplicates[:200]
        ],
    }


def _corrections(corrections: Corrections, kept: Sequence[Kept]) -> dict[str, Any]:
    used = sum(one.photo.source in corrections.found for one in kept)
    return {"given": len(corrections.found), "kept": used, "without_photo": list(corrections.strangers[:50])}


def _beside(photos: Sequence[Photo], kept: Sequence[Kept], copies: int) -> dict[str, Any]:
    """This set's figures under the names of the seed's."""
    genders = Counter(photo.gender for photo in photos)
    parts = Counter(one.split for one in kept)
    return {
        "women": genders["women"],
        "men": genders["men"],
        "kept": copies * len(kept),
        "train": copies * parts["train"],
        "val": copies * parts["val"],
    }
