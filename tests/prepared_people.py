"""A prepared data set of drawn people, two poses each: what given pairs are tested on."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from engine.formats.patn_csv import write_pairs
from tests.drawn_person import draw, standing, with_arms
from training.prepared import DATASET_FILE, ITEMS_FILE, Item, shard_file

ARMS = (0.1, 0.8)
"""How far each person's arms are spread in their two pictures."""


def write_prepared(folder: Path, *, train: int = 3, val: int = 2, pairs: bool = True) -> Path:
    """People in colours of their own, on grey; every second picture's pair is the one before it."""
    folder.mkdir(parents=True, exist_ok=True)
    items: list[Item] = []
    pictures, masks = [], []
    for person in range(train + val):
        for number, spread in enumerate(ARMS if pairs else ARMS[:1]):
            pose = with_arms(standing(), right=spread, left=-spread)
            picture, mask = draw(pose)
            ground = np.uint8(120 + 20 * person)
            rng = np.random.default_rng(person)
            coloured = picture[..., rng.permutation(3)]
            pictures.append(np.where(mask[..., None], coloured, ground).astype(np.uint8))
            masks.append(mask.astype(np.uint8) * 255)
            name, split = f"person{person}view{number}.jpg", "train" if person < train else "val"
            items.append(
                Item(
                    name,
                    name,
                    f"person{person}",
                    "suit",
                    "",
                    "women",
                    "front",
                    "front",
                    split,
                    False,
                    pose,
                    False,
                    len(items),
                )  # fmt: skip
            )
    np.save(folder / shard_file("pictures", 0), np.stack(pictures))
    np.save(folder / shard_file("masks", 0), np.stack(masks))
    (folder / ITEMS_FILE).write_text("".join(item.to_line() + "\n" for item in items), encoding="utf-8")
    for split in ("train", "val"):
        names = [item.name for item in items if item.split == split]
        both = list(zip(names[::2], names[1::2], strict=True)) if pairs else []
        chosen = [pair for first, second in both for pair in ((first, second), (second, first))]
        write_pairs(folder / f"pairs-{split}.csv", chosen or [(name, name) for name in names])
    facts = {"format": 1, "size": [256, 176], "source": "drawn-people", "pictures": len(items)}
    (folder / DATASET_FILE).write_text(json.dumps(facts), encoding="utf-8")
    return folder
