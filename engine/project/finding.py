"""Photos that moved are found again, and photos whose files changed are noticed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.progress import CancelToken, Progress, check, no_progress
from engine.project.records import PhotoRecord
from engine.provenance import file_sha256
from engine.text import Text


@dataclass(frozen=True)
class Found:
    """A photo's file that lies elsewhere now; `sure` when it is known by its hash and not by its name and size."""

    photo: int
    path: Path
    sure: bool


@dataclass(frozen=True)
class Noticed:
    """What became of the photos' files: keys of photos that are missing, changed, or cannot be read."""

    missing: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    unreadable: tuple[int, ...] = ()


def look_at(
    photos: Sequence[PhotoRecord], *, progress: Progress = no_progress, cancel: CancelToken | None = None
) -> Noticed:
    """Look at every photo's file. One of another size or time than remembered is read, and its hash decides.

    Photos without a file, and those never read, are not looked at for changes. Raises Cancelled.
    """
    missing: list[int] = []
    changed: list[int] = []
    unreadable: list[int] = []
    for done, photo in enumerate(photos):
        check(cancel)
        progress(done, len(photos), Text("Looking at the photos' files"))
        if photo.path is None:
            continue
        try:
            status = photo.path.stat()
            as_before = (status.st_size, status.st_mtime_ns) == (photo.size, photo.mtime)
            if not as_before and photo.sha256 and file_sha256(photo.path) != photo.sha256:
                changed.append(photo.number)
        except (FileNotFoundError, NotADirectoryError):
            missing.append(photo.number)
        except OSError:
            unreadable.append(photo.number)
    return Noticed(tuple(missing), tuple(changed), tuple(unreadable))


def find_moved(
    photos: Sequence[PhotoRecord],
    folders: Iterable[Path],
    *,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> list[Found]:
    """Search folders, with all folders in them, for the files of photos that are missing.

    A file of the photo's size and hash is it, whatever it is called; copies of one photo are told apart by their names,
    as far as those are the same. A photo that was never read, whose hash is therefore not known, is known by its name.
    Answers those that were found; `project.photos.relink` takes them up.
    Raises Cancelled.
    """
    hashes: dict[tuple[int, str], list[PhotoRecord]] = {}
    names: dict[str, list[PhotoRecord]] = {}
    for photo in photos:
        if photo.sha256:
            hashes.setdefault((photo.size, photo.sha256), []).append(photo)
        elif photo.path is not None:
            names.setdefault(photo.path.name, []).append(photo)
    sizes = {size for size, _ in hashes}
    found: dict[int, Found] = {}
    exact: set[int] = set()
    for seen, (path, size) in enumerate(_files(folders)):
        check(cancel)
        progress(len(found), len(photos), Text("Searching, {count} files seen", count=seen + 1))
        same: list[PhotoRecord] = []
        if size in sizes:
            with contextlib.suppress(OSError):
                same = hashes.get((size, file_sha256(path)), [])
        for photo in same or names.get(path.name, []):
            named = photo.path is not None and photo.path.name == path.name
            if photo.number not in found or (named and photo.number not in exact):
                found[photo.number] = Found(photo.number, path, bool(same))
            if named or len(same) == 1:
                exact.add(photo.number)
        if len(exact) == len(photos):
            break
    return list(found.values())


def _files(folders: Iterable[Path]) -> Iterator[tuple[Path, int]]:
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                path = Path(place, name)
                try:
                    yield path, path.stat().st_size
                except OSError:
                    continue
