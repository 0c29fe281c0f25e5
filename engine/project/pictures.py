"""The generated pictures of a project: PNG files in a folder beside it, each with how it was made."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from engine.errors import ProjectError
from engine.files import file_stem, make_folder, output_error, write_bytes
from engine.project.database import Database, now
from engine.project.records import PictureRecord
from engine.provenance import KEY, Provenance
from engine.text import encodable

if TYPE_CHECKING:
    from engine.images import Picture

IN_SETS: Final = ("batch", "sequence")
"""Kinds of pictures that are made many at a time."""
_COLUMNS: Final = "id, photo, file, kind, target, model, time, made"


def pictures_folder(path: Path) -> Path:
    """The folder of the pictures of the project file `path`."""
    return path.with_name(f"{path.stem} pictures")


class Pictures:
    """The project's pictures. A project in memory has no folder and keeps none."""

    def __init__(self, database: Database, folder: Path | None) -> None:
        self._database = database
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where the files are; it is made with the first picture. Raises ProjectError for a project in memory."""
        if self._folder is None:
            raise ProjectError("A project in memory keeps no pictures", hint="Save the project first.")
        return self._folder

    def all(self, photo: int | None = None) -> list[PictureRecord]:
        """All pictures, or those of one photo; oldest first."""
        if photo is None:
            rows = self._database.rows(f"SELECT {_COLUMNS} FROM pictures ORDER BY id")
        else:
            rows = self._database.rows(f"SELECT {_COLUMNS} FROM pictures WHERE photo = ? ORDER BY id", photo)
        return [self._record(row) for row in rows]

    def get(self, number: int) -> PictureRecord | None:
        """One picture."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM pictures WHERE id = ?", number)
        return None if row is None else self._record(row)

    def newest(self, photo: int) -> PictureRecord | None:
        """The picture that was made last from a photo by hand: not in a batch, not in a sequence."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM pictures WHERE photo = ? AND kind NOT IN (?, ?) ORDER BY id DESC LIMIT 1",
            photo,
            *IN_SETS,
        )
        return None if row is None else self._record(row)

    def free_file(self, title: str) -> Path:
        """A file in the folder that does not exist yet, named after `title`. Raises OutputError."""
        folder = make_folder(self.folder)
        stem = file_stem(title)
        number, path = 1, folder / f"{stem}.png"
        while path.exists():
            number += 1
            path = folder / f"{stem} {number}.png"
        return path

    def write(self, picture: Picture, made: Provenance, *, title: str) -> Path:
        """Write a picture's file, uint8 [H, W, 3]; the project is told by `add`. May be called in any thread.

        Raises OutputError.
        """
        from engine.images import save_picture

        path = self.free_file(title)
        save_picture(path, picture, text=made.to_text())
        return path

    def adopt(self, file: Path, *, title: str) -> Path:
        """Give a finished PNG file from elsewhere a place in the folder; the project is told by `add`. In any thread.

        Where the disk can do that it is a second name of the same file (a hard link), so nothing is stored twice;
        either may be moved or deleted without the other. Raises OutputError.
        """
        while True:
            path = self.free_file(title)
            try:
                os.link(file, path)
            except FileExistsError:
                continue  # another thread was faster
            except OSError:
                try:
                    write_bytes(path, file.read_bytes())
                except OSError as error:
                    raise output_error(error, file) from error
            return path

    def add(self, file: Path, made: Provenance, *, photo: int | None, kind: str = "transfer") -> PictureRecord:
        """Take a written PNG file of the folder into the project."""
        with self._database.writing():
            number = self._database.run(
                "INSERT INTO pictures (photo, file, kind, target, model, time, made) VALUES (?, ?, ?, ?, ?, ?, ?)",
                photo,
                file.name,
                kind,
                encodable(made.target),
                made.facts.get("generator", ""),
                now(),
                made.to_text()[KEY],
            )
        found = self.get(number)
        assert found is not None  # it was just written
        return found

    def remove(self, number: int) -> None:
        """Take a picture out of the project and delete its file. Its ratings stay, without the picture."""
        record = self.get(number)
        if record is not None:
            with self._database.writing():
                self._database.run("DELETE FROM pictures WHERE id = ?", number)
            with contextlib.suppress(OSError):
                record.file.unlink(missing_ok=True)

    def _record(self, row: tuple[Any, ...]) -> PictureRecord:
        number, photo, file, kind, target, model, time, made = row
        # A name and no way: a project that a stranger made must not lead to other folders, where files are deleted.
        name = Path(str(file)).name
        place = Path(name) if self._folder is None else self._folder / name
        return PictureRecord(number, photo, place, str(kind), str(target), str(model), str(time), str(made))
