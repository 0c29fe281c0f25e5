"""What a folder is to a training: a prepared data set, photos with annotation, or photos that want preparing.

Looking takes from a millisecond to some seconds, so the window does it in a thread; nothing is written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from engine.images import PHOTO_SUFFIXES
from gui.services.run_folder import is_run, read_json

SHEET: Final = 12
"""Pictures on a data set's small sheet."""
_MOST_COUNTED: Final = 200_000


class DataKind(Enum):
    """How a folder can be used."""

    PREPARED = "prepared"
    UNFINISHED = "unfinished"
    ANNOTATED = "annotated"
    PHOTOS = "photos"
    RUN = "run"
    NOTHING = "nothing"


@dataclass(frozen=True, eq=False)
class DataFacts:
    """What was found: pictures in each split, persons, and pictures for a sheet: files, or pixels [H, W, 3] RGB."""

    folder: Path
    kind: DataKind
    pictures: int = 0
    train: int = 0
    val: int = 0
    folders: int = 0
    size: tuple[int, int] | None = None
    source: str = ""
    report: Path | None = None
    sheet: list[Path | npt.NDArray[np.uint8]] = field(default_factory=list)
    problem: str = ""

    @property
    def usable(self) -> bool:
        """Whether a training can begin with it at once."""
        return self.kind in (DataKind.PREPARED, DataKind.ANNOTATED)


def look_at(folder: Path, *, wanted: Callable[[], bool] = lambda: True) -> DataFacts:
    """Find out what a folder holds; `wanted` is asked now and then whether anybody still wants to know."""
    if not folder.is_dir():
        return DataFacts(folder, DataKind.NOTHING, problem="missing")
    if (folder / "dataset.json").is_file():
        return _prepared(folder)
    if (folder / "prepare.json").is_file():
        begun = read_json(folder / "prepare.json")
        return DataFacts(folder, DataKind.UNFINISHED, source=str(begun.get("source") or ""))
    if (folder / "keypoints18.json").is_file() and (folder / "photos").is_dir():
        return _annotated(folder)
    if is_run(folder):
        return DataFacts(folder, DataKind.RUN)
    return _photos(folder, wanted)


def _prepared(folder: Path) -> DataFacts:
    told = read_json(folder / "dataset.json")
    if told.get("format") != 1:
        return DataFacts(folder, DataKind.NOTHING, problem="format")
    splits = told.get("splits")
    splits = splits if isinstance(splits, dict) else {}
    size = told.get("size")
    report = folder / "report.html"
    return DataFacts(
        folder,
        DataKind.PREPARED,
        pictures=_whole(told.get("pictures")),
        train=_whole(splits.get("train")),
        val=_whole(splits.get("val")),
        size=(int(size[0]), int(size[1])) if isinstance(size, list) and len(size) == 2 else None,
        source=str(told.get("source") or ""),
        report=report if report.is_file() else None,
        sheet=_stored(folder),
    )


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _stored(folder: Path) -> list[Path | npt.NDArray[np.uint8]]:
    """Some stored pictures, from all over the data set; each is read from the disk alone."""
    shards = sorted(folder.glob("pictures-*.npy"))
    found: list[Path | npt.NDArray[np.uint8]] = []
    for number in range(SHEET):
        if not shards:
            break
        try:
            rows = np.load(shards[number * len(shards) // SHEET], mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError):
            continue
        if rows.ndim == 4 and rows.shape[-1] == 3 and rows.dtype == np.uint8 and len(rows):
            found.append(np.array(rows[(number * 7919) % len(rows)]))
    return found


def _annotated(folder: Path) -> DataFacts:
    try:
        rows = json.loads((folder / "keypoints18.json").read_text(encoding="utf-8"))
        splits = [row.get("split") for row in rows.values()]
    except (OSError, ValueError, AttributeError, RecursionError):
        return DataFacts(folder, DataKind.NOTHING, problem="annotation")
    names = sorted(rows)
    step = max(1, len(names) // SHEET)
    sheet: list[Path | npt.NDArray[np.uint8]] = [folder / "photos" / f"{name}.jpg" for name in names[::step][:SHEET]]
    return DataFacts(
        folder,
        DataKind.ANNOTATED,
        pictures=len(rows),
        train=splits.count("train"),
        val=splits.count("val"),
        sheet=sheet,
    )


def _photos(folder: Path, wanted: Callable[[], bool]) -> DataFacts:
    found: list[Path] = []
    folders: set[Path] = set()
    for path in _walk(folder):
        found.append(path)
        folders.add(path.parent)
        if len(found) % 1000 == 0 and (not wanted() or len(found) >= _MOST_COUNTED):
            break
    if not found:
        return DataFacts(folder, DataKind.NOTHING, problem="empty")
    step = max(1, len(found) // SHEET)
    sheet: list[Path | npt.NDArray[np.uint8]] = [*found[::step][:SHEET]]
    return DataFacts(folder, DataKind.PHOTOS, pictures=len(found), folders=len(folders), sheet=sheet)


def _walk(folder: Path) -> Iterator[Path]:
    for place, names, files in os.walk(folder):
        names.sort()
        for name in sorted(files):
            if name.lower().endswith(PHOTO_SUFFIXES):
                yield Path(place) / name
