"""Reading a folder of photos, whatever its kind: DeepFashion's tree or flat names, PATN's folders, ours, or any."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from engine.errors import UsageError
from engine.formats.patn_csv import read_annotations as read_patn_annotations
from engine.formats.patn_csv import read_pairs
from engine.images import PHOTO_SUFFIXES
from engine.text import Text
from training.annotations import read_annotations
from training.datasets import pose_of
from training.prepare import deepfashion
from training.prepare.compact import pack
from training.prepare.photos import Photo, Source, unique_names
from training.prepared import SPLITS

NOT_A_NAME: Final = "its name is not one of DeepFashion's"
NOT_TEXT: Final = "its file's name is not text"
REJECTED: Final = "rejected in the source's own table"

_GENDERS: Final = {"female": "women", "male": "men"}
_DEPTH: Final = 3
"""How many folders deep DeepFashion's WOMEN and MEN are looked for."""
_PARTITION: Final = "list_eval_partition.txt"
_MARKET: Final = re.compile(r"(-?\d+)_c\d+s\d+_.*")


def read_source(folder: Path, *, kind: str = "auto", leave_out: Path | None = None) -> Source:
    """The photos of `folder`, in the order of their paths; `leave_out` is a folder inside it that is passed over.

    `kind` is a key of READERS, or "auto". Raises UsageError when there is no such folder, no photo in it, or its
    tables cannot be read.
    """
    if not folder.is_dir():
        what = "This is a file, not a folder" if folder.exists() else "There is no such folder"
        raise UsageError(what, where=str(folder), hint="Give the folder that holds the photos.")
    chosen = recognise(folder, leave_out=leave_out) if kind == "auto" else kind
    found = READERS[chosen](folder, leave_out)
    if not found.photos:
        raise UsageError("No photo was found", where=str(folder), hint=_HINTS.get(chosen, _HINTS["folder"]))
    return replace(found, photos=tuple(map(_with_a_name_of_text, found.photos)))


def _with_a_name_of_text(photo: Photo) -> Photo:
    """The photo; one whose name is no text, which no list can hold, cannot be used."""
    try:
        photo.source.encode()
    except UnicodeEncodeError:
        shown = photo.source.encode(errors="backslashreplace").decode()
        return Photo(shown, shown, unusable=NOT_TEXT)
    return photo


def recognise(folder: Path, *, leave_out: Path | None = None) -> str:
    """The kind of source that a folder looks like, a key of READERS."""
    if (folder / "keypoints18.json").is_file() and (folder / "photos").is_dir():
        return "annotated"
    if _tables(folder, "annotation"):
        return "patn"
    if _deepfashion_root(folder) is not None:
        return "deepfashion"
    first = []
    for path in _pictures(folder, leave_out):
        first.append(path)
        if len(first) == 50:
            break
    if first and sum(deepfashion.flat(path.stem) is not None for path in first) > len(first) / 2:
        return "flat"
    return "folder"


def _pictures(root: Path, leave_out: Path | None) -> Iterator[Path]:
    """Paths of pictures below `root`, relative to it and in order; hidden ones are passed over, links followed once."""
    seen: set[str] = {os.path.realpath(leave_out)} if leave_out is not None else set()
    for folder, folders, files in os.walk(root, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        base = Path(folder).relative_to(root)
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in PHOTO_SUFFIXES:
                yield base / name


# --- DeepFashion, in folders and flat ---


def _deepfashion_root(folder: Path) -> Path | None:
    """The folder below (or at) `folder` that holds WOMEN and MEN, or TRAIN and TEST above them."""
    level = [folder]
    for _ in range(_DEPTH):
        below: list[Path] = []
        for place in level:
            try:
                inside = sorted(p for p in place.iterdir() if p.is_dir() and not p.name.startswith("."))
            except PermissionError:
                continue
            if any(p.name.upper() in deepfashion.GENDERS for p in inside):
                return place.parent if place != folder and place.name.lower() in deepfashion.PARTS else place
            below += inside[:50]
        level = below
    return None


def _read_deepfashion(folder: Path, leave_out: Path | None) -> Source:
    root = _deepfashion_root(folder) or folder
    partition, notes = _partition(root)
    photos = []
    for path in _pictures(root, leave_out):
        inner, part = _without_part(path)
        found = deepfashion.in_folders(inner)
        if found is None:
            photos.append(Photo(path.as_posix(), path.as_posix(), part=part, unusable=NOT_A_NAME))
            continue
        part = part or partition.get(inner.as_posix(), "")
        photos.append(
            Photo(
                path.as_posix(), deepfashion.flat_name(inner), found.person, found.garment, found.kind, found.gender,
                found.view, part,
            )
        )  # fmt: skip
    return Source("deepfashion", root, tuple(unique_names(photos)), notes=notes)


def _partition(root: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """The published split by path below `root`, from the list that comes with the pictures, where it is there."""
    for place in (root, root.parent, root / "Eval", root.parent / "Eval", root.parent.parent / "Eval"):
        path = place / _PARTITION
        if not path.is_file():
            continue
        parts: dict[str, str] = {}
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            words = line.split()
            if len(words) == 3 and words[2].lower() in deepfashion.PARTS:
                inner = words[0].removeprefix("img/")
                parts[inner] = deepfashion.PARTS[words[2].lower()]
        return parts, (f"The split is the published one, from {path.name}.",)
    return {}, ()


def _read_flat(folder: Path, leave_out: Path | None) -> Source:
    photos = [_flat_photo(path) for path in _pictures(folder, leave_out)]
    return Source("flat", folder, tuple(unique_names(photos)))


def _flat_photo(path: Path) -> Photo:
    _, part = _without_part(path)
    found = deepfashion.flat(path.stem)
    if found is None:
        return Photo(path.as_posix(), path.as_posix(), part=part, unusable=NOT_A_NAME)
    return Photo(
        path.as_posix(), path.name, found.person, found.garment, found.kind, found.gender, found.view, part
    )  # fmt: skip


def _without_part(path: Path) -> tuple[Path, str]:
    """A path without a first folder TRAIN or TEST, and which of the two it is."""
    first = path.parts[0].lower().removesuffix("_resize") if len(path.parts) > 1 else ""
    return (Path(*path.parts[1:]), deepfashion.PARTS[first]) if first in deepfashion.PARTS else (path, "")


# --- PATN's own folders ---


def _tables(folder: Path, what: str) -> list[Path]:
    return sorted(p for p in folder.glob("*.csv") if what in p.name.lower())


def _part_of_table(path: Path) -> str:
    return "train" if "train" in path.name.lower() else "val"


def _read_patn(folder: Path, leave_out: Path | None) -> Source:
    poses: dict[tuple[str, str], tuple[bytes, bool]] = {}
    for table in _tables(folder, "annotation"):
        # The published tables called "resize" are for the pictures cut to 176 x 256, whatever lies in the folders.
        framed = "resize" in table.name.lower()
        part = _part_of_table(table)
        poses.update({(part, name): (pack(pose), framed) for name, pose in read_patn_annotations(table).items()})
    photos = []
    for path in _pictures(folder, leave_out):
        _, part = _without_part(path)
        packed, framed = poses.pop((part, path.name), (b"", False))
        plain = _flat_photo(path)
        if plain.unusable:
            market = _MARKET.fullmatch(path.stem)
            plain = replace(plain, name=path.name, person=market[1] if market else path.name, unusable="")
        photos.append(replace(plain, part=part, packed=packed, framed=framed))
    pairs: dict[str, list[tuple[str, str]]] = {}
    for table in _tables(folder, "pairs"):
        pairs.setdefault(_part_of_table(table), []).extend(read_pairs(table))
    notes = (f"{len(poses):,} annotated pictures are not in the folders.",) if poses else ()
    return Source("patn", folder, tuple(unique_names(photos)), pairs, notes)


# --- Our own folder of annotated photos ---


def _read_annotated(folder: Path, leave_out: Path | None) -> Source:
    table = folder / "keypoints18.json"
    try:
        rows = json.loads(table.read_text(encoding="utf-8"))
        splits = {str(row["split"]) for row in rows.values()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageError(
            "The photos' keypoints cannot be read ({kind}: {problem})",
            where=str(table),
            hint=_HINTS["annotated"],
            kind=type(problem).__name__,
            problem=str(problem),
        ) from problem
    photos = []
    for split in sorted(splits):
        part = deepfashion.PARTS.get(split, "")
        for row in read_annotations(folder, split=split):
            source = row.photo.relative_to(folder).as_posix()
            # A row without a mask file is one whose mask the estimator finds.
            mask = row.mask.relative_to(folder).as_posix() if row.mask.is_file() else ""
            unusable = "" if part else REJECTED
            # Rendered people are known: who is who, and which pictures are pairs.
            person, gender = (
                str(rows[row.name].get("person", row.name)),
                _GENDERS.get(rows[row.name].get("sex", ""), ""),
            )
            photos.append(
                Photo(source, row.name, person, gender=gender, part=part, packed=pack(pose_of(row)), mask=mask,
                      unusable=unusable)
            )  # fmt: skip
    lists = {part: read_pairs(path) for part in SPLITS if (path := folder / f"pairs-{part}.csv").is_file()}
    pairs = {part: found for part, found in lists.items() if found}
    return Source("annotated", folder, tuple(sorted(photos, key=lambda photo: photo.source)), pairs)


# --- Any folder ---


def _read_folder(folder: Path, leave_out: Path | None) -> Source:
    paths = list(_pictures(folder, leave_out))
    top = {path.parts[0].lower() for path in paths}
    split = bool(top) and top <= set(deepfashion.PARTS)
    photos = []
    for path in paths:
        inner, part = _without_part(path) if split else (path, "")
        person = inner.parts[0] if len(inner.parts) > 1 else inner.as_posix()
        garment = "/".join(inner.parts[1:-1])
        photos.append(Photo(path.as_posix(), path.as_posix(), person, garment, part=part))
    return Source("folder", folder, tuple(photos))


READERS: Final[dict[str, Callable[[Path, Path | None], Source]]] = {
    "deepfashion": _read_deepfashion,
    "flat": _read_flat,
    "patn": _read_patn,
    "annotated": _read_annotated,
    "folder": _read_folder,
}
"""How each kind of source is read."""

KINDS: Final[dict[str, str]] = {
    "deepfashion": "DeepFashion's in-shop tree: TRAIN|TEST/WOMEN|MEN/type/id_00000001/01_1_front.jpg",
    "flat": "DeepFashion's flat names: fashionWOMENTees_Tanksid0000000101_1front.jpg",
    "patn": "PATN's folders: train/ and test/ with annotation and pairs CSV",
    "annotated": "photos/, masks/ and keypoints18.json",
    "folder": "any folder: a subfolder is a person, else every photo is a person of its own",
}

_HINTS: Final = {
    "deepfashion": Text("Give the folder that holds WOMEN and MEN, or TRAIN and TEST."),
    "annotated": Text("Give a folder that holds photos/, masks/ and keypoints18.json."),
    "folder": Text("Photos end in {endings}.", endings=", ".join(PHOTO_SUFFIXES)),
}
