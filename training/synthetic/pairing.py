"""Pairs of rendered pictures: the same person in the same clothes, seen in two poses from two sides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from engine.formats.patn_csv import write_pairs
from training.synthetic.folder import Rows

LEAST_JOINTS: Final = 8
"""Pictures with fewer joints, covered ones counted, are in no pair: they say too little of the pose."""
PARTNERS: Final = 12
"""Most pictures that one picture is the condition for."""
SPLITS: Final = ("train", "val")


def person_pairs(rows: Rows, split: str) -> Iterator[tuple[str, str]]:
    """Names (from, to) for one split; nobody is in both, since a person's pictures are all in one split."""
    people: dict[int, list[str]] = {}
    for name, row in sorted(rows.items()):
        joints = sum(confidence > 0 for _, _, confidence in row["keypoints"])
        if row["split"] == split and joints >= LEAST_JOINTS:
            people.setdefault(row["person"], []).append(name)
    for names in people.values():
        for place, name in enumerate(names):
            for step in range(1, min(PARTNERS, len(names) - 1) + 1):
                yield name, names[(place + step) % len(names)]


def write_person_pairs(folder: Path, rows: Rows) -> dict[str, int]:
    """Write pairs-train.csv and pairs-val.csv (`from,to`, as the published lists); answers how many there are."""
    counts = {}
    for split in SPLITS:
        pairs = list(person_pairs(rows, split))
        write_pairs(folder / f"pairs-{split}.csv", pairs)
        counts[split] = len(pairs)
    return counts
