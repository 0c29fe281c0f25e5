"""`repose annotations`: check keypoints of many photos, and write them in another program's format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.cli_terminal import INPUT, Terminal
from engine.errors import PoseFileError, UsageError
from engine.files import require_place
from engine.formats.sets import Format, SizeOf, format_of, read_set, sizes_of, write_set
from engine.images import PHOTO_SUFFIXES


def convert(source: Path, terminal: Terminal, *, out: Path, to: str, photos: Path | None) -> int:
    """Write the annotations of a file or folder in another format; see `repose annotations convert --help`."""
    kind, size_of = Format(to), sizes_in(photos) if photos is not None else None
    if not kind.is_folder:
        require_place(out, protected=[source])
    elif out.exists() and source.exists() and out.samefile(source):
        raise UsageError("The result would replace what it is made from", where=str(out), hint="Choose another name.")
    found = read_set(source, size_of=size_of)
    terminal.cancel.raise_if_cancelled()
    if size_of is not None:
        found = tuple(replace(photo, size=photo.size or size_of(photo.name)) for photo in found)
    write_set(out, found, kind=kind)
    if kind.loses:
        terminal.note(f"{kind.title} has no place for {kind.loses}.")
    terminal.result(f"{out}: {_counted(len(found))}, {kind.title}")
    return 0


def check(sources: list[Path], terminal: Terminal, *, photos: Path | None) -> int:
    """Read annotations and say what they hold or what is wrong; see `repose annotations check --help`."""
    size_of = sizes_in(photos) if photos is not None else None
    sound = True
    for source in sources:
        terminal.cancel.raise_if_cancelled()
        try:
            kind, found = format_of(source), read_set(source, size_of=size_of)
        except PoseFileError as error:
            terminal.error(error)
            sound = False
            continue
        people = sum(len(photo.people) for photo in found)
        empty = sum(not photo.people for photo in found)
        terminal.result(
            f"{source}: {kind.title}, {_counted(len(found))}, {people} people, {empty} photos without one"
        )
    return 0 if sound else INPUT


def sizes_in(folder: Path) -> SizeOf:
    """Sizes of a folder's photos, as `sizes_of`. Raises UsageError when there is no such folder."""
    if not folder.is_dir():
        raise UsageError("There is no such folder", where=str(folder), hint="Give the folder of the photos.")
    return sizes_of(path for path in sorted(folder.iterdir()) if path.suffix.lower() in PHOTO_SUFFIXES)


def _counted(count: int) -> str:
    return "1 photo" if count == 1 else f"{count} photos"
