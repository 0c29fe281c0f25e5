"""Pictures that a project has by the hundred: those of a batch or a sequence come in one by one and go out together.

Format: on the project's shelf under `picture set` a row for each set by its key, and under `picture set KEY` a row for
each of its pictures by the file's place in the set's folder. A set is `inside` the project or not, which is what a
person said; it is `settled` when the project's pictures agree with that. So whatever was begun is brought to its end
later, after a crash as well, and a picture that came in is never there twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from engine.batch import Batch
from engine.errors import ReposeError
from engine.progress import CancelToken, check
from engine.project.codec import UNREADABLE
from engine.project.project import Project
from engine.provenance import Provenance, file_sha256, read_provenance

Kind = Literal["batch", "sequence"]
"""Also the option under which each picture's provenance carries the key of its set."""

_SHELF: Final = "picture set"
_AT_ONCE: Final = 40
"""So many pictures are taken out in one transaction: others need not wait long for the project."""


@dataclass(frozen=True)
class Source:
    """A photo that pictures are made from: its file, and its number in the project where that is known."""

    path: Path
    photo: int | None = None


@dataclass(frozen=True)
class PictureSet:
    """One set: where its files lie, the photos they are made from, whether it is in the project, and all of it."""

    key: str
    kind: Kind
    folder: Path
    sources: tuple[Source, ...]
    inside: bool = True
    settled: bool = False


class PictureSets:
    """The sets of a project. Any thread may call; a project in memory or for reading only takes none in."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @property
    def usable(self) -> bool:
        """Whether pictures can be put into the project."""
        return self._project.path is not None and not self._project.read_only

    def all(self) -> list[PictureSet]:
        """Every set that the project was ever told of."""
        rows = self._project.shelf.all(_SHELF)
        return [found for key, row in rows.items() if (found := _set_of(key, row)) is not None]

    def get(self, key: str) -> PictureSet | None:
        """One set; None when the project does not know it."""
        return _set_of(key, self._project.shelf.get(_SHELF, key))

    def count(self, key: str) -> int:
        """How many pictures of a set are in the project."""
        return len(self._project.shelf.all(_entries(key)))

    def photos(self) -> dict[int, Path]:
        """The photos' files of the pictures that came in, by the pictures' numbers."""
        return {
            number: source
            for kept in self.all()
            for number, source in map(_entry_of, self._project.shelf.all(_entries(kept.key)).values())
            if source is not None
        }

    # what a person wants

    def remember(self, begun: PictureSet) -> None:
        """Begin a set; one that is known stays inside or outside as it is."""
        if not self.usable:
            return
        known = self.get(begun.key)
        self._put(replace(begun, inside=begun.inside if known is None else known.inside, settled=False))

    def set_inside(self, key: str, inside: bool) -> None:
        """A set is to be in the project, or not any more; `settle` does it."""
        known = self.get(key)
        if known is not None and self.usable:
            self._put(replace(known, inside=inside, settled=False))

    # what is done about it

    def enter(self, key: str, file: Path, made: Provenance) -> bool:
        """Put a finished picture of a set that is inside into the project; answers whether it is new there.

        Its file gets a name among the project's pictures as well. Raises OutputError, ProjectError.
        """
        known = self.get(key) if self.usable else None
        if known is None or not known.inside:
            return False
        name = _name_in(known.folder, file)
        if self._project.shelf.get(_entries(key), name) is not None:
            return False
        source, photo = self._photo_of(known, made)
        title = f"{known.folder.name} - {Path(name).with_suffix('').as_posix().replace('/', ' - ')}"
        place = self._project.pictures.adopt(file, title=title)
        try:
            with self._project.together():
                new = self._project.shelf.get(_entries(key), name) is None
                if new:
                    record = self._project.pictures.add(place, made, photo=photo, kind=known.kind)
                    row = {"picture": record.number, "photo": "" if source is None else str(source.path)}
                    self._project.shelf.put(_entries(key), name, row)
        except BaseException:
            place.unlink(missing_ok=True)
            raise
        if not new:
            place.unlink(missing_ok=True)
        return new

    def settle(self, key: str = "", *, cancel: CancelToken | None = None) -> int:
        """Bring the project's pictures in line with what is wanted, of one set or of all; answers how many changed.

        A batch that is not finished is looked at again the next time. Files that cannot be read are left out.
        Raises Cancelled, OutputError, ProjectError.
        """
        if not self.usable:
            return 0
        changed = 0
        for known in self.all() if not key else [found for found in [self.get(key)] if found is not None]:
            if known.settled:
                continue
            check(cancel)
            if known.inside:
                complete, count = self._bring_in(known, cancel=cancel)
            else:
                complete, count = True, self._take_out(known, cancel=cancel)
            changed += count
            if complete:
                self._note_settled(known)
        return changed

    def _bring_in(self, known: PictureSet, *, cancel: CancelToken | None) -> tuple[bool, int]:
        files, complete = _files_of(known)
        there = self._project.shelf.all(_entries(known.key))
        count = 0
        for file in files:
            check(cancel)
            if _name_in(known.folder, file) in there:
                continue
            made = _made(file, known)
            if made is not None:
                count += self.enter(known.key, file, made)
        return complete, count

    def _take_out(self, known: PictureSet, *, cancel: CancelToken | None) -> int:
        rows = list(self._project.shelf.all(_entries(known.key)).items())
        for start in range(0, len(rows), _AT_ONCE):
            check(cancel)
            with self._project.together():
                for name, row in rows[start : start + _AT_ONCE]:
                    self._project.pictures.remove(_entry_of(row)[0])
                    self._project.shelf.remove(_entries(known.key), name)
        return len(rows)

    def _note_settled(self, known: PictureSet) -> None:
        with self._project.together():
            now = self.get(known.key)
            if now is not None and now.inside == known.inside:  # a person may have changed their mind meanwhile
                self._put(replace(now, settled=True))

    def _photo_of(self, known: PictureSet, made: Provenance) -> tuple[Source | None, int | None]:
        """The file that a picture was made from, and the number of the project's photo of it."""
        named = [source for source in known.sources if source.path.name == made.photo]
        if len(named) > 1:
            named = [source for source in named if _has_hash(source.path, made.photo_sha256)] or named
        source, photos = named[0] if named else None, self._project.photos
        if source is not None and source.photo is not None and photos.get(source.photo) is not None:
            return source, source.photo
        photo = None if source is None else photos.of_path(source.path)
        if photo is None and made.photo_sha256:
            photo = next((one for one in photos.all() if one.sha256 == made.photo_sha256), None)
        return source, None if photo is None else photo.number

    def _put(self, kept: PictureSet) -> None:
        row = {
            "kind": kept.kind,
            "folder": str(kept.folder),
            "sources": sources_json(kept),
            "inside": kept.inside,
            "settled": kept.settled,
        }
        self._project.shelf.put(_SHELF, kept.key, row)


def set_of_batch(batch: Batch, *, inside: bool = True, photos: Mapping[Path, int] | None = None) -> PictureSet:
    """A batch as a set of pictures; `photos` are the numbers that a project has for files."""
    paths = dict.fromkeys(photo.path.absolute() for photo in batch.photos)
    sources = tuple(Source(path, (photos or {}).get(path)) for path in paths)
    return PictureSet(batch.key, "batch", batch.folder.absolute(), sources, inside)


def sources_json(kept: PictureSet) -> list[list[Any]]:
    """A set's photos as JSON."""
    return [[str(source.path), source.photo] for source in kept.sources]


def sources_of_json(rows: Any) -> tuple[Source, ...]:
    """A set's photos from what `sources_json` wrote."""
    return tuple(Source(Path(path), number) for path, number in rows)


def _entries(key: str) -> str:
    return f"{_SHELF} {key}"


def _set_of(key: str, row: Any) -> PictureSet | None:
    """A set as its row says; None for a row that says none."""
    try:
        if row["kind"] not in ("batch", "sequence"):
            return None
        sources = sources_of_json(row["sources"])
        return PictureSet(key, row["kind"], Path(row["folder"]), sources, bool(row["inside"]), bool(row["settled"]))
    except UNREADABLE:
        return None


def _entry_of(row: Any) -> tuple[int, Path | None]:
    """A picture's number and the photo that it was made from; 0, which no picture has, for a row that says none."""
    try:
        return int(row["picture"]), Path(row["photo"]) if row["photo"] else None
    except UNREADABLE:
        return 0, None


def _name_in(folder: Path, file: Path) -> str:
    """A file's place in its set's folder, the same on every system."""
    whole = file.absolute()
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else whole.as_posix()


def _files_of(known: PictureSet) -> tuple[Iterator[Path], bool]:
    """The files of a set, and whether there will be no more of them."""
    if known.kind == "sequence":
        return iter(sorted(known.folder.glob("*.png"))), True
    try:
        batch = Batch.open(known.folder)
    except ReposeError:
        return iter(()), False
    if batch.key != known.key:
        return iter(()), True
    return (batch.path_of(item) for item in batch.items() if batch.is_done(item)), not batch.left()


def _made(file: Path, known: PictureSet) -> Provenance | None:
    try:
        made = read_provenance(file)
    except ReposeError:
        return None
    return made if made is not None and made.options.get(known.kind) == known.key else None


def _has_hash(path: Path, sha256: str) -> bool:
    try:
        return file_sha256(path) == sha256
    except OSError:
        return False
