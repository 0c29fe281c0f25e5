"""Where cards to judge come from: a folder with the pictures of each model, or the pictures of a project.

A folder has one subfolder a model, or pictures of this program beside one another, which say themselves who made them.
A file `labels.csv` (name, and gender or facing) says what is known of the people; a folder `photos` may hold the
photos.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from engine.errors import PoseFileError, ReposeError, UsageError
from engine.formats.spots import line_in
from engine.images import PHOTO_SUFFIXES
from engine.progress import CancelToken, Progress, check, no_progress
from engine.project.records import PictureRecord
from engine.provenance import Provenance, read_provenance
from engine.reviews import FACING, GENDER, Card
from engine.skeleton import facing_of
from engine.text import Text, why

LABELS: Final = "labels.csv"
PHOTOS: Final = "photos"


def cards_in(folder: Path, *, progress: Progress = no_progress, cancel: CancelToken | None = None) -> tuple[Card, ...]:
    """The cards of a folder, by model and name. Raises UsageError when it holds none, PoseFileError for bad labels."""
    if not folder.is_dir():
        raise UsageError("There is no such folder", where=str(folder), hint="Choose the folder with the pictures.")
    labels, photos = read_labels(folder / LABELS), folder / PHOTOS
    found: list[tuple[str, Path]] = [("", path) for path in _pictures(folder)]
    for inner in sorted(path for path in folder.iterdir() if path.is_dir() and path != photos):
        found += [(inner.name, path) for path in _pictures(inner)]
    cards: dict[str, Card] = {}
    for index, (model, path) in enumerate(found):
        check(cancel)
        progress(index, len(found), path.name)
        card = _card(model, path, labels=labels, photos=photos)
        if card is not None:
            cards.setdefault(card.key, card)
    if not cards:
        raise UsageError("There is no picture to judge in this folder", where=str(folder),
                         hint="Put the pictures of each model into a folder with the model's name.")  # fmt: skip
    return tuple(cards.values())


def cards_of(
    pictures: Iterable[PictureRecord],
    *,
    photos: Mapping[int, Path],
    notes: Mapping[int, str] | None = None,
    sources: Mapping[int, Path] | None = None,
) -> tuple[Card, ...]:
    """The cards of a project's pictures; those whose file is gone are left out.

    `photos` are the photos' files by key, `notes` what people wrote about them: `women` or `men` there is a gender.
    `sources` are the photos of pictures whose photo is not in the project, by the picture's number.
    """
    cards: dict[str, Card] = {}
    for record in pictures:
        if record.file.is_file():
            said = _said_by(record.file)
            note = (notes or {}).get(record.photo, "") if record.photo is not None else ""
            gender = gender_in(note) or gender_in(said.photo if said is not None else "")
            groups = _groups(said, {GENDER: gender} if gender else {})
            case = _case(said) or record.file.stem
            title = f"{Path(said.photo).stem if said else record.file.stem} · {record.target}"
            photo = photos.get(record.photo) if record.photo is not None else None
            photo = photo or (sources or {}).get(record.number)
            key = key_of(record.file, record.model, case=case)
            cards.setdefault(key, Card(key, record.model or "?", case, title, record.file, photo, groups))
    return tuple(cards.values())


def key_of(path: Path, model: str, *, case: str) -> str:
    """A card's key: the same for the same file, model and case on every computer. Raises PoseFileError for no file."""
    try:
        digest = hashlib.sha256(f"{model}\0{case}\0".encode() + path.read_bytes())
    except OSError as error:
        raise PoseFileError("The picture cannot be read ({why})", where=str(path), why=why(error)) from error
    return digest.hexdigest()[:24]


def gender_in(name: str) -> str:
    """`women` or `men` where a name or note says so, as DeepFashion's names do; else empty."""
    parts = name.replace("fashion", " ").casefold()
    for word in ("women", "woman"):
        if word in parts:
            return "women"
    return "men" if "men" in parts.split() or "man" in parts.split() or parts.strip().startswith("men") else ""


def read_labels(path: Path) -> dict[str, dict[str, str]]:
    """What a file of labels says of each picture: kind to group by the picture's name; empty when there is no file.

    Raises PoseFileError, which names the line.
    """
    if not path.is_file():
        return {}
    hint = Text("Give a CSV with the column name and a column gender or facing.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            columns = [column for column in reader.fieldnames or [] if column in (GENDER, FACING)]
            if "name" not in (reader.fieldnames or []) or not columns:
                raise PoseFileError("The labels have no column name, or neither gender nor facing",
                                    where=line_in(str(path), 1), hint=hint)  # fmt: skip
            labels: dict[str, dict[str, str]] = {}
            for row in reader:
                if None in row or any(row[column] is None for column in ("name", *columns)):
                    raise PoseFileError("The line has another number of cells than the first",
                                        where=line_in(str(path), reader.line_num), hint=hint)  # fmt: skip
                labels[row["name"].strip()] = {kind: row[kind].strip() for kind in columns if row[kind].strip()}
            return labels
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PoseFileError("The labels cannot be read ({why})", where=str(path), hint=hint, why=error) from error


def _pictures(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in PHOTO_SUFFIXES and path.is_file())


def _card(model: str, path: Path, *, labels: Mapping[str, Mapping[str, str]], photos: Path) -> Card | None:
    said = _said_by(path)
    maker = model or (said.facts.get("generator", "") if said is not None else "")
    if not maker:
        return None  # neither its folder nor the picture itself says who made it
    known = labels.get(path.name) or labels.get(path.stem) or {}
    if said is not None and not known:
        known = labels.get(said.photo) or labels.get(Path(said.photo).stem) or {}
    gender = known.get(GENDER) or gender_in(said.photo if said is not None else path.name)
    groups = _groups(said, {**known, **({GENDER: gender} if gender else {})})
    title = f"{Path(said.photo).stem} · {said.target}" if said is not None else path.stem
    names = (said.photo, Path(said.photo).stem) if said is not None else (path.name, path.stem)
    photo = next((photos / name for name in names if (photos / name).is_file()), None)
    case = _case(said) or path.stem
    return Card(key_of(path, maker, case=case), maker, case, title, path, photo, groups)


def _said_by(path: Path) -> Provenance | None:
    try:
        return read_provenance(path)
    except ReposeError:
        return None


def _case(said: Provenance | None) -> str:
    return "" if said is None else f"{said.photo_sha256[:16]}/{said.target}"


def _groups(said: Provenance | None, known: Mapping[str, str]) -> dict[str, str]:
    groups = {kind: known[kind] for kind in (GENDER, FACING) if known.get(kind)}
    if said is not None and FACING not in groups and said.target_pose.present.any():
        groups[FACING] = facing_of(said.target_pose).value
    return groups
