"""The photos of a project: by reference, with what was found in them and how far their annotation is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from engine.errors import UsageError
from engine.progress import CancelToken, Progress, check, no_progress
from engine.project.codec import UNREADABLE, joined_people, pose_of_text, pose_text
from engine.project.database import Database, damaged
from engine.project.records import People, PhotoRecord, PhotoState
from engine.project.steps import PeopleRow
from engine.skeleton import Facing, Pose
from engine.text import Text, encodable

_COLUMNS: Final = (
    "id, title, note, path, absolute, demo, sha256, size, mtime, height, width, state, facing, confidence, count,"
    " main, searched, present"
)


def portable_path(path: Path, folder: Path | None) -> str:
    """The path from a folder, with forward slashes; empty where there is no such way, as to another drive."""
    if folder is None:
        return ""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return ""


def kept_path(path: str) -> str | bytes:
    """A path as the file keeps it: a text, or the system's own bytes where it is in no encoding; `os.fsdecode` reads
    both."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


class Photos:
    """The project's photos in their order. `folder` is the project's own; None while it lives in memory.

    A photo that was taken out of the project is kept as absent, so that taking it out can be undone.
    """

    def __init__(self, database: Database, folder: Path | None) -> None:
        self._database = database
        self._folder = folder

    # reading

    def all(self, *, absent: bool = False) -> list[PhotoRecord]:
        """Every photo, in order; with `absent` also those that were taken out."""
        which = "" if absent else "WHERE present"
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM photos {which} ORDER BY place, id")
        return [self._record(row) for row in rows]

    def is_new(self) -> bool:
        """Whether the project never had a photo."""
        return not self._database.value("SELECT COUNT(*) FROM photos")

    def get(self, number: int) -> PhotoRecord | None:
        """One photo, present or taken out; None when there never was one of this number."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM photos WHERE id = ?", number)
        return None if row is None else self._record(row)

    def of_path(self, path: Path) -> PhotoRecord | None:
        """The photo of a file."""
        absolute = kept_path(str(path.absolute()))
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM photos WHERE present AND absolute = ? ORDER BY id LIMIT 1", absolute
        )
        return None if row is None else self._record(row)

    def counts(self) -> dict[PhotoState, int]:
        """How many photos are in each state; every state is named."""
        found: dict[str, int] = dict(
            self._database.rows("SELECT state, COUNT(*) FROM photos WHERE present GROUP BY state")
        )
        return {state: int(found.get(state.value, 0)) for state in PhotoState}

    def people(self, number: int) -> People:
        """The people of a photo as they stand; none for a photo that does not exist."""
        main = self._database.value("SELECT main FROM photos WHERE id = ?", number)
        return People(tuple(self._poses(number, detected=False)), int(main or 0))

    def detected(self, number: int) -> tuple[Pose, ...]:
        """The people of a photo as the estimator found them."""
        return tuple(self._poses(number, detected=True))

    def all_people(
        self, *, progress: Progress = no_progress, cancel: CancelToken | None = None
    ) -> dict[int, tuple[People, tuple[Pose, ...]]]:
        """The people of all photos that have some, by the photo's number: as they stand, and as they were found.

        Photos that were taken out of the project are among them. Where nobody changed what was found, both are the
        same tuple of poses. Raises ProjectDamagedError and Cancelled.
        """
        mains: dict[int, int] = {}
        texts: dict[tuple[int, int], list[str]] = {}
        for number, main, detected, text in self._database.rows(
            "SELECT photo, main, detected, pose FROM people JOIN photos ON photos.id = photo"
            " ORDER BY photo, people.place"
        ):
            mains[number] = main
            texts.setdefault((number, detected), []).append(text)
        found: dict[int, tuple[People, tuple[Pose, ...]]] = {}
        for number, main in mains.items():
            check(cancel)
            progress(len(found), len(mains), Text("Reading the project"))
            stand, detected = texts.get((number, 0), []), texts.get((number, 1), [])
            poses = tuple(self._pose(number, text) for text in stand)
            first = poses if stand == detected else tuple(self._pose(number, text) for text in detected)
            found[number] = People(poses, main), first
        return found

    def _poses(self, number: int, *, detected: bool) -> list[Pose]:
        rows = self._database.rows(
            "SELECT pose FROM people WHERE photo = ? AND detected = ? ORDER BY place", number, int(detected)
        )
        return [self._pose(number, text) for (text,) in rows]

    def _pose(self, number: int, text: Any) -> Pose:
        try:
            return pose_of_text(text)
        except UNREADABLE as error:
            raise damaged(self._database.where, detail=f"a pose of photo {number} cannot be read") from error

    def _record(self, row: Sequence[Any]) -> PhotoRecord:
        try:
            number, title, note, path, absolute, demo, sha256, size, mtime, height, width = row[:11]
            state, facing, confidence, count, main, searched, present = row[11:]
            return PhotoRecord(
                number,
                str(title),
                str(note),
                self._place(path, absolute),
                str(demo),
                str(sha256),
                int(size),
                int(mtime),
                (int(height), int(width)),
                PhotoState(state),
                None if facing is None else Facing(facing),
                None if confidence is None else float(confidence),
                int(count),
                int(main),
                bool(searched),
                bool(present),
            )
        except UNREADABLE as error:
            raise damaged(self._database.where, detail="a photo's row cannot be read") from error

    def _place(self, path: str | bytes, absolute: str | bytes) -> Path | None:
        if absolute:
            return Path(os.fsdecode(absolute))
        if path and self._folder is not None:
            return Path(os.path.normpath(self._folder / os.fsdecode(path)))
        return None

    # changing what is no step of the undo history

    def add(
        self,
        path: Path | None,
        *,
        title: str,
        note: str = "",
        demo: str = "",
        shape: tuple[int, int] = (0, 0),
        people: People | None = None,
    ) -> int:
        """Put a photo at the end; nothing of its file is read. Answers its number."""
        absolute = "" if path is None else str(path.absolute())
        relative = "" if path is None else portable_path(path.absolute(), self._folder)
        with self._database.writing():
            number = self._database.run(
                "INSERT INTO photos (place, title, note, path, absolute, demo, height, width)"
                " VALUES ((SELECT COALESCE(MAX(place), 0) + 1 FROM photos), ?, ?, ?, ?, ?, ?, ?)",
                encodable(title),
                encodable(note),
                kept_path(relative),
                kept_path(absolute),
                demo,
                *shape,
            )
            if people is not None:
                self.put_people(number, people)
        return number

    def add_all(self, paths: Sequence[Path]) -> list[int]:
        """Put photos at the end, named after their files, in one transaction; quick for thousands of one folder."""
        ways: dict[Path, str] = {}
        numbers: list[int] = []
        with self._database.writing():
            place = int(self._database.value("SELECT COALESCE(MAX(place), 0) FROM photos") or 0)
            for path in paths:
                full = path.absolute()
                if full.parent not in ways:
                    ways[full.parent] = portable_path(full.parent, self._folder)
                way = ways[full.parent]
                place += 1
                numbers.append(
                    self._database.run(
                        "INSERT INTO photos (place, title, note, path, absolute, demo, height, width)"
                        " VALUES (?, ?, '', ?, ?, '', 0, 0)",
                        place,
                        encodable(full.stem),
                        kept_path(full.name if way == "." else f"{way}/{full.name}" if way else ""),
                        kept_path(str(full)),
                    )
                )
        return numbers

    def note_file(self, number: int, *, sha256: str, shape: tuple[int, int] = (0, 0)) -> None:
        """The photo's file was read: remember its hash, its size and time as they are now, and its pixels' shape."""
        record = self.get(number)
        size = mtime = 0
        if record is not None and record.path is not None:
            try:
                status = record.path.stat()
                size, mtime = status.st_size, status.st_mtime_ns
            except OSError:
                size = mtime = 0
        with self._database.writing():
            self._database.run(
                "UPDATE photos SET sha256 = ?, size = ?, mtime = ?, height = ?, width = ? WHERE id = ?",
                sha256,
                size,
                mtime,
                *shape,
                number,
            )

    def relink(self, number: int, path: Path) -> None:
        """The photo's file lies elsewhere now."""
        with self._database.writing():
            self._database.run(
                "UPDATE photos SET path = ?, absolute = ? WHERE id = ?",
                kept_path(portable_path(path.absolute(), self._folder)),
                kept_path(str(path.absolute())),
                number,
            )

    def set_detected(self, number: int, poses: Sequence[Pose]) -> None:
        """What the estimator found, main person first. Where nobody is yet, they are the photo's people as well."""
        with self._database.writing():
            self._write_poses([(number, [pose_text(pose) for pose in poses])], detected=True)
            self._database.run("UPDATE photos SET searched = 1 WHERE id = ?", number)
            if not self._database.value("SELECT COUNT(*) FROM people WHERE photo = ? AND NOT detected", number):
                self.put_people(number, People(tuple(poses), 0))

    # for the history

    def people_texts(self, numbers: Sequence[int]) -> list[str]:
        """The people of photos as they stand, as the history keeps them, in the photos' order.

        Raises UsageError when there is no such photo.
        """
        mains = self.columns(numbers, "main")
        texts: dict[int, list[str]] = {number: [] for number in numbers}
        for number, text in self._database.rows(
            f"SELECT photo, pose FROM people WHERE photo IN ({_marks(numbers)}) AND NOT detected ORDER BY photo, place",
            *numbers,
        ):
            texts[number].append(text)
        return [joined_people(texts[number], main=main) for number, main in zip(numbers, mains, strict=True)]

    def put_people(self, number: int, people: People) -> None:
        """Make these the people as they stand, inside a transaction of the caller's or one of its own."""
        self.put_rows([(number, PeopleRow.of(people))])

    def put_rows(self, rows: Sequence[tuple[int, PeopleRow]]) -> None:
        """The same for many photos, of which all is worked out."""
        with self._database.writing():
            self._write_poses([(number, row.poses) for number, row in rows], detected=False)
            self._database.run_many(
                "UPDATE photos SET main = ?, count = ?, facing = ?, confidence = ? WHERE id = ?",
                [(row.main, len(row.poses), row.facing, row.confidence, number) for number, row in rows],
            )

    def _write_poses(self, poses: Sequence[tuple[int, Sequence[str]]], *, detected: bool) -> None:
        self._database.run_many(
            "DELETE FROM people WHERE photo = ? AND detected = ? AND place >= ?",
            [(number, int(detected), len(texts)) for number, texts in poses],
        )
        self._database.run_many(
            "INSERT INTO people (photo, detected, place, pose) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (photo, detected, place) DO UPDATE SET pose = excluded.pose",
            [(number, int(detected), place, text) for number, texts in poses for place, text in enumerate(texts)],
        )

    def columns(self, numbers: Sequence[int], name: str) -> list[Any]:
        """One column of photos' rows, in their order; UsageError when there is no such photo."""
        rows = self._database.rows(f"SELECT id, {name} FROM photos WHERE id IN ({_marks(numbers)})", *numbers)
        found: dict[int, Any] = dict(rows)
        for number in numbers:
            if number not in found:
                raise UsageError("The project has no photo {number}", number=number)
        return [found[number] for number in numbers]

    def put_columns(self, name: str, values: Sequence[tuple[int, Any]]) -> None:
        """Write one column of some photos' rows, inside a transaction."""
        self._database.run_many(
            f"UPDATE photos SET {name} = ? WHERE id = ?", [(value, number) for number, value in values]
        )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
