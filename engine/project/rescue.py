"""A damaged project: what can be read of it goes, row by row, into a new file, and what is missing is told."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from engine.errors import ProjectError
from engine.files import output_error
from engine.project.codec import UNREADABLE, aim_of_text, joined_people, people_of_text, pose_of_text, pose_text
from engine.project.database import new_file
from engine.project.pages import read_rows
from engine.project.pictures import pictures_folder
from engine.project.records import PhotoState
from engine.project.schema import TABLES, create_tables
from engine.skeleton import Facing
from engine.text import Text, why

_WORDS: Final = {
    # Settings and what parts of the program keep for themselves are not counted.
    "photos": Text("photos"),
    "people": Text("skeletons"),
    "pictures": Text("pictures"),
    "ratings": Text("ratings"),
    "journal": Text("steps of the undo history"),
}

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Rescue:
    """What became of a damaged project.

    path      the new project
    kept      how many rows were kept, by table
    lost      how many are known to be missing, by table
    torn      whether parts of the file could not be read at all, so that more may be missing
    restored  photos whose skeletons came back from the undo history
    """

    path: Path
    kept: Mapping[str, int]
    lost: Mapping[str, int]
    torn: bool
    restored: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be missing."""
        return not self.torn and not any(self.lost.values())

    def sentences(self) -> list[Text]:
        """What was kept and what is missing, for a person."""
        kept, lost = _counted(self.kept), _counted(self.lost)
        said = [Text("Rescued: {things}.", things=kept) if kept else Text("Nothing was rescued.")]
        if lost:
            said.append(Text("Missing: {things}.", things=lost))
        if self.restored:
            said.append(Text("The skeletons of {count:,} photos came back from the undo history.", count=self.restored))
        if self.torn:
            said.append(Text("Parts of the file could not be read, so more may be missing than is counted here."))
        if self.whole:
            said.append(Text("Nothing is known to be missing."))
        return said


def _counted(rows: Mapping[str, int]) -> str:
    """How many of what, `3 photos, 12 ratings`; empty for nothing."""
    said = ""
    for table, words in _WORDS.items():
        if rows[table]:
            count = Text("{count:,} {things}", count=rows[table], things=words)
            said = Text("{place}, {part}", place=said, part=count) if said else count
    return said


def rescued_name(path: Path) -> Path:
    """A free name beside the damaged file: `NAME (rescued).repose`."""
    number, free = 1, path.with_name(f"{path.stem} (rescued){path.suffix}")
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} (rescued {number}){path.suffix}")
    return free


def rescue(path: Path | str, *, to: Path | None = None) -> Rescue:
    """Read what can be read of the project `path` into a new project, beside it or at `to`. `path` is not touched.

    Raises ProjectError when there is no such file or nothing in it can be read, OutputError when the new one cannot be
    written.
    """
    damaged = Path(path).absolute()
    target = rescued_name(damaged) if to is None else to.absolute()
    try:
        found = read_rows(damaged)
    except OSError as error:
        raise ProjectError(
            "The project cannot be read ({why})",
            where=str(damaged),
            hint="Check the path and the disk.",
            why=why(error),
        ) from error
    rows, spoilt = _by_table(found.rows)
    if not any(rows.values()):
        raise ProjectError(
            "Nothing of the project can be read", where=str(damaged), hint="Look for an older copy of it."
        )
    lost = _lost(rows)
    restored = _people_from_journal(rows)
    lost["people"] = max(0, lost["people"] - restored[1])
    lost["journal"] += _drop_doubtful_steps(rows, torn=found.torn or spoilt or lost["journal"] > 0)
    _write(rows, target)
    _bring_pictures(rows["pictures"], damaged=damaged, target=target)
    kept = {table: len(rows[table]) for table in TABLES}
    return Rescue(target, kept, lost, found.torn or spoilt, restored[0])


def _columns() -> dict[str, list[str]]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create_tables(connection)
        return {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in TABLES}


def _by_table(found: Iterable[tuple[int, tuple[Any, ...]]]) -> tuple[Rows, bool]:
    """Rows with a sound content, by table and in order; which table a row is of shows in how many values it has."""
    columns = _columns()
    table_of = {len(names): table for table, names in columns.items()}
    rows: dict[str, dict[Any, dict[str, Any]]] = {table: {} for table in TABLES}
    spoilt = False
    for number, values in found:
        table = table_of.get(len(values))
        if table is None or (values and values[0] in ("table", "index")):
            continue  # SQLite's own list of tables
        row = dict(zip(columns[table], values, strict=True))
        if "id" in row:
            row["id"] = number
        if _is_sound(table, row):
            rows[table][row["name"] if table == "settings" else number] = row
        else:
            spoilt = True
    ordered = {table: [rows[table][key] for key in sorted(rows[table])] for table in TABLES}
    return _connected(ordered), spoilt


def _is_sound(table: str, row: dict[str, Any]) -> bool:
    """Whether the content of a row can be what the program wrote."""
    try:
        match table:
            case "photos":
                PhotoState(row["state"])
                texts, paths = ("title", "note", "demo", "sha256"), ("path", "absolute")
                numbers = ("place", "size", "mtime", "height", "width", "main", "count", "searched", "present")
                whole = all(isinstance(row[name], str) for name in texts)
                return (
                    whole
                    and all(isinstance(row[name], (str, bytes)) for name in paths)
                    and all(isinstance(row[name], int) for name in numbers)
                    and (row["facing"] is None or bool(Facing(row["facing"])))
                    and isinstance(row["confidence"], (float, int, type(None)))
                )
            case "people":
                pose_of_text(row["pose"])
                return all(isinstance(row[name], int) for name in ("photo", "detected", "place"))
            case "pictures":
                return isinstance(json.loads(row["made"]), dict) and isinstance(row["file"], str)
            case "ratings":
                return isinstance(json.loads(row["more"]), dict) and row["score"] in (None, 1, 2, 3, 4, 5)
            case "journal":
                return _is_step(row)
            case _:
                json.loads(row["value"])
                return isinstance(row["name"], str)
    except UNREADABLE:
        return False


def _is_step(row: dict[str, Any]) -> bool:
    for text in (row["before"], row["after"]):
        if row["kind"] == "people":
            people_of_text(text)
        elif row["kind"] == "aim":
            aim_of_text(text)
        else:
            json.loads(text)
    return all(isinstance(row[name], int) for name in ("step", "subject", "done"))


def _connected(rows: Rows) -> Rows:
    """Without skeletons of photos that are lost; pictures and ratings stay, without what they belonged to."""
    photos = {row["id"] for row in rows["photos"]}
    pictures = {row["id"] for row in rows["pictures"]}
    rows["people"] = [row for row in rows["people"] if row["photo"] in photos]
    for row in rows["pictures"]:
        row["photo"] = row["photo"] if row["photo"] in photos else None
    for row in rows["ratings"]:
        row["picture"] = row["picture"] if row["picture"] in pictures else None
    return rows


def _lost(rows: Rows) -> dict[str, int]:
    """What is known to be missing: photos, ratings and steps are numbered without gaps, and photos count people."""
    lost = dict.fromkeys(TABLES, 0)
    for table in ("photos", "ratings", "journal"):
        numbers = [row["id"] for row in rows[table]]
        lost[table] = max(numbers, default=0) - len(numbers)
    here: dict[int, int] = {}
    for row in rows["people"]:
        if not row["detected"]:
            here[row["photo"]] = here.get(row["photo"], 0) + 1
    lost["people"] = sum(max(0, row["count"] - here.get(row["id"], 0)) for row in rows["photos"])
    return lost


def _people_of(rows: Rows) -> dict[int, str]:
    """The people of every photo as the history would write them."""
    poses: dict[int, list[str]] = {row["id"]: [] for row in rows["photos"]}
    for row in sorted(rows["people"], key=lambda row: int(row["place"])):
        if not row["detected"]:
            poses[row["photo"]].append(row["pose"])
    mains = {row["id"]: int(row["main"]) for row in rows["photos"]}
    return {number: joined_people(texts, main=mains[number]) for number, texts in poses.items()}


def _last_words(rows: Rows) -> dict[tuple[str, int], str]:
    """By kind and subject, the value that the history ends with."""
    last: dict[tuple[str, int], str] = {}
    for row in sorted(rows["journal"], key=lambda row: int(row["id"])):
        key = (str(row["kind"]), int(row["subject"]))
        if row["done"]:
            last[key] = row["after"]
        else:
            last.setdefault(key, row["before"])
    return last


def _people_from_journal(rows: Rows) -> tuple[int, int]:
    """Give photos that lack skeletons those that the history ends with; answers how many photos and skeletons."""
    here: dict[int, int] = {}
    for row in rows["people"]:
        if not row["detected"]:
            here[row["photo"]] = here.get(row["photo"], 0) + 1
    last = _last_words(rows)
    photos = skeletons = 0
    for photo in rows["photos"]:
        number, count = photo["id"], here.get(photo["id"], 0)
        text = last.get(("people", number))
        if text is None or count >= photo["count"]:
            continue
        people = people_of_text(text)
        if len(people.poses) == photo["count"]:
            rows["people"] = [row for row in rows["people"] if row["photo"] != number or row["detected"]]
            rows["people"] += [
                {"id": None, "photo": number, "detected": 0, "place": place, "pose": pose_text(pose)}
                for place, pose in enumerate(people.poses)
            ]
            photos, skeletons = photos + 1, skeletons + photo["count"] - count
    return photos, skeletons


def _drop_doubtful_steps(rows: Rows, *, torn: bool) -> int:
    """Keep the history's newest steps without a gap, if they lead to what was kept; answers how many were dropped."""
    before = rows["journal"]
    run: list[dict[str, Any]] = []
    for row in reversed(before):
        if run and row["id"] != run[-1]["id"] - 1:
            break
        run.append(row)
    run.reverse()
    if len(run) < len(before) or (run and run[0]["id"] != 1):
        # The first step of the rest may lack some of its rows.
        run = [row for row in run if row["step"] != run[0]["step"]]
    rows["journal"] = run
    if torn and not _leads_here(rows):
        rows["journal"] = []
    first = rows["journal"][0]["step"] - 1 if rows["journal"] else 0
    for row in rows["journal"]:
        row["step"] -= first
    return len(before) - len(rows["journal"])


def _leads_here(rows: Rows) -> bool:
    """Whether the values that the history ends with are those that were kept."""
    people = _people_of(rows)
    photos = {row["id"]: row for row in rows["photos"]}
    settings = {row["name"]: row["value"] for row in rows["settings"]}
    for (kind, subject), text in _last_words(rows).items():
        if kind in ("aim", "background"):
            same = settings.get(kind) == text
        elif kind == "outside":
            same = True
        elif subject not in photos:
            same = False
        elif kind == "people":
            same = people[subject] == text
        else:
            value = photos[subject][kind]
            same = (bool(value) if kind == "present" else value) == json.loads(text)
        if not same:
            return False
    return True


def _write(rows: Rows, target: Path) -> None:
    if target.exists():
        raise output_error(FileExistsError(f"{target.name} exists already"), target)
    with new_file(target) as connection:
        create_tables(connection)
        connection.execute("BEGIN")
        for table in TABLES:
            for row in rows[table]:
                names = ", ".join(row)
                marks = ", ".join("?" * len(row))
                connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", list(row.values()))
        connection.execute("COMMIT")


def _bring_pictures(pictures: list[dict[str, Any]], *, damaged: Path, target: Path) -> None:
    """Copy the pictures' files to where the new project looks for them; one that cannot be copied stays behind."""
    old, new = pictures_folder(damaged), pictures_folder(target)
    for row in pictures:
        source = old / Path(row["file"]).name
        with contextlib.suppress(OSError):
            if source.is_file():
                new.mkdir(exist_ok=True)
                shutil.copyfile(source, new / source.name)
