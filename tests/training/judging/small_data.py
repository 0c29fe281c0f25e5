"""Small data and models for judging: a prepared data set written by hand, and generators of one block."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from engine.patn.checkpoints import Condition, GeneratorHeader, write_generator
from engine.patn.generator import Generator, GeneratorArchitecture, initialise
from tests.drawn_person import draw, standing, with_arms
from training.prepared import Item

SIZE = (256, 176)


def generator_file(path: Path, condition: Condition, *, seed: int = 5) -> Path:
    """An untrained generator that takes the photo as it is, or moved."""
    moved = condition == "moved"
    network = Generator(GeneratorArchitecture(ngf=4, blocks=1, condition_channels=4 if moved else 3, output_mask=moved))
    initialise(network, seed=seed)
    radius = 2 if moved else 0
    write_generator(
        path,
        network,
        header=GeneratorHeader("untrained", "nothing", "CC0-1.0", condition=condition, pose_radius=radius),
    )
    return path


def prepared_folder(folder: Path, *, people: int = 3, pairs: bool = True) -> Path:
    """A prepared data set as `repose-train prepare` leaves it: each person of `val` in two poses, and flipped copies.

    The split `train` holds the same number of other people; all stand on grey.
    """
    folder.mkdir(parents=True)
    items, pictures, masks = [], [], []
    rows: dict[str, list[tuple[str, str]]] = {"train": [], "val": []}
    for split in rows:
        for number in range(people):
            names = []
            for turn, angle in enumerate((0.0, 0.9)):
                rng = np.random.default_rng((number, turn, split == "val"))
                pose = with_arms(standing(), right=angle, left=-float(rng.uniform(0, 0.5)))
                picture, mask = draw(pose)
                pictures.append(np.where(mask[..., None], picture, np.uint8(180)))
                masks.append(mask.astype(np.uint8) * 255)
                for flipped in (False, True):
                    name = f"{split}{number}_{turn}{'_flipped' if flipped else ''}.jpg"
                    gender = "men" if number % 2 else "women"
                    shown = pose.mirrored(SIZE[1]) if flipped else pose
                    items.append(
                        Item(
                            name,
                            name,
                            f"{split}{number}",
                            "01",
                            "Tees",
                            gender,
                            "front",
                            "front",
                            split,
                            flipped,
                            shown,
                            turn == 0,
                            len(pictures) - 1,
                        )
                    )
                    if not flipped:
                        names.append(name)
            if pairs:
                rows[split] += [(names[0], names[1]), (names[1], names[0])]
            else:
                rows[split] += [(name, name) for name in names]
    (folder / "items.jsonl").write_text("".join(item.to_line() + "\n" for item in items), encoding="utf-8")
    np.save(folder / "pictures-00000.npy", np.stack(pictures))
    np.save(folder / "masks-00000.npy", np.stack(masks))
    for split, found in rows.items():
        lines = ["from,to", *(",".join(pair) for pair in found)]
        (folder / f"pairs-{split}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    facts = {"format": 1, "size": list(SIZE), "pictures": len(items), "splits": {"train": 0, "val": 0}}
    (folder / "dataset.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder
