"""Annotations of many photos at once: PATN's CSV, a COCO file or a folder of OpenPose files, read and written whole.

A set is read completely before anything of it is used, and written completely before it takes an old one's place.
OpenPose files are named as OpenPose names them: `NAME_keypoints.json` for the photo `NAME.jpg`.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final, TypeVar

from engine.errors import PictureError, PoseFileError, UsageError
from engine.files import make_folder, output_error, write_bytes
from engine.formats.coco_json import CocoPhoto, read_coco, write_coco
from engine.formats.openpose_json import openpose_text, read_openpose
from engine.formats.patn_csv import read_annotations, write_annotations
from engine.formats.reading import Turn, no_turn
from engine.images import picture_size
from engine.progress import CancelToken, Progress, check, no_progress
from engine.skeleton import Pose
from engine.text import Text, why

T = TypeVar("T")

Size = tuple[int, int]
"""height, width in pixels."""

SizeOf = Callable[[str], Size | None]
"""A photo's size by its name, None when there is no such photo."""

_ENDING: Final = "_keypoints"
_LOOK: Final = 4096


class Format(Enum):
    """The kinds of files that annotations come in."""

    PATN = "patn"
    OPENPOSE = "openpose"
    COCO = "coco"

    @property
    def title(self) -> str:
        """The format's name as people know it."""
        return {"patn": "PATN CSV", "openpose": "OpenPose JSON", "coco": "COCO keypoints JSON"}[self.value]

    @property
    def is_folder(self) -> bool:
        """Whether a set of several photos is a folder, not a file."""
        return self is Format.OPENPOSE

    @property
    def suffix(self) -> str:
        """How files of this kind end."""
        return ".csv" if self is Format.PATN else ".json"

    @property
    def loses(self) -> str:
        """What the format has no place for, as the end of a sentence; empty when it keeps everything."""
        return {
            "patn": "fractions of pixels, hidden joints, confidences, people beside the main one, photo sizes",
            "openpose": "",
            "coco": "confidences, and a neck that is not in the middle of the shoulders",
        }[self.value]


@dataclass(frozen=True)
class AnnotatedPhoto:
    """One photo of a set: its file's name, height and width (None when not known), and its people, main one first."""

    name: str
    people: tuple[Pose, ...] = ()
    size: Size | None = None


@dataclass(frozen=True)
class Match:
    """Which of some photos a set speaks of: `found` by photo, `strangers` of the set that are none of them."""

    found: dict[Path, AnnotatedPhoto] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()


def format_of(path: Path | str) -> Format:
    """Tell what kind of annotations a file or folder holds, by its name and content. Raises PoseFileError."""
    place = Path(path)
    if place.is_dir():
        return Format.OPENPOSE
    suffix = place.suffix.lower()
    if suffix == ".csv":
        return Format.PATN
    if suffix != ".json":
        raise PoseFileError(
            "This is no kind of annotations that can be read",
            where=str(path),
            hint="Give a .csv file of PATN, a .json file of COCO or OpenPose, or a folder of those.",
        )
    return Format.COCO if _looks_like_coco(place) else Format.OPENPOSE


def read_set(
    path: Path | str,
    *,
    kind: Format | None = None,
    size_of: SizeOf | None = None,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> tuple[AnnotatedPhoto, ...]:
    """Read all annotations of a file or folder, in its order, or none of them.

    `kind` is told by name and content when it is not given; `size_of` answers for OpenPose files with places scaled
    to 0..1 that do not say to what size. Raises PoseFileError, which names the file, the line and the reason,
    and Cancelled.
    """
    place, kind, turn = Path(path), kind or format_of(path), _turns(progress, cancel, Text("Reading annotations"))
    if kind is Format.PATN:
        poses = read_annotations(place, turn=turn)
        return tuple(AnnotatedPhoto(name, (pose,) if pose.present.any() else ()) for name, pose in poses.items())
    if kind is Format.COCO:
        return _merged((_of_coco(photo) for photo in read_coco(place, turn=turn)), where=str(path))
    files = _files_of(place) if place.is_dir() else [place]
    return _merged((_of_openpose(file, size_of) for file in _each(files, turn)), where=str(path))


def write_set(
    path: Path | str,
    photos: Sequence[AnnotatedPhoto],
    *,
    kind: Format,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> list[Path]:
    """Write the annotations of some photos; answers the files that were written.

    OpenPose's are a folder, or one file when the path ends in `.json` and there is one photo. In a folder that is there
    already, files of other photos stay. Raises UsageError for two photos of one name, OutputError when the place
    cannot be written to, Cancelled; then nothing was changed.
    """
    turn = _turns(progress, cancel, Text("Writing annotations"))
    place, names = Path(path), [photo.name for photo in photos]
    twice = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()
    if twice:
        raise UsageError("Two photos are called {name}", where=str(path), hint="Rename one of them.", name=min(twice))
    if kind is Format.PATN:
        poses = {photo.name: (photo.people or (Pose.empty(),))[0] for photo in photos}
        return [write_annotations(place, poses, turn=turn)]
    if kind is Format.COCO:
        entries = [CocoPhoto(photo.name, photo.size or (0, 0), photo.people) for photo in photos]
        return [write_coco(place, entries, turn=turn)]
    if place.suffix.lower() == ".json":
        if len(photos) != 1:
            raise UsageError(
                "OpenPose files are one a photo, and there are {count} photos",
                where=str(path),
                hint="Give a folder.",
                count=len(photos),
            )
        return [write_bytes(place, _openpose_bytes(photos[0]))]
    return _write_folder(place, _openpose_files(_each(photos, turn), where=str(path)), turn=turn)


def sizes_of(photos: Iterable[Path]) -> SizeOf:
    """Sizes of photos by name, with its ending or without; only those that are asked for are opened."""
    known = list(photos)
    by_name = {path.stem: path for path in known} | {path.name: path for path in known}

    def size_of(name: str) -> Size | None:
        return size_of_photo(by_name.get(name))

    return size_of


def size_of_photo(path: Path | None) -> Size | None:
    """A photo's size; None for no photo, or one that cannot be read."""
    try:
        return None if path is None else picture_size(path)
    except PictureError:
        return None


def match_photos(photos: Iterable[Path], entries: Iterable[AnnotatedPhoto]) -> Match:
    """Find each entry's photo: by its file's name, else by that without ending and capitals where only one has it."""
    known = list(photos)
    by_name = {path.name: path for path in known}
    by_stem: dict[str, list[Path]] = {}
    for path in known:
        by_stem.setdefault(path.stem.casefold(), []).append(path)
    found: dict[Path, AnnotatedPhoto] = {}
    strangers: list[str] = []
    for entry in entries:
        name = entry.name.replace("\\", "/").rsplit("/", 1)[-1]
        alike = by_stem.get(_stem(name).casefold(), [])
        photo = by_name.get(name) or (alike[0] if len(alike) == 1 else None)
        if photo is None or photo in found:
            strangers.append(entry.name)
        else:
            found[photo] = entry
    return Match(found, tuple(strangers))


def _turns(progress: Progress, cancel: CancelToken | None, what: Text) -> Turn:
    if progress is no_progress and cancel is None:
        return no_turn

    def turn(done: int, total: int) -> None:
        check(cancel)
        progress(done, total, what)

    return turn


def _each(entries: Sequence[T], turn: Turn) -> Iterator[T]:
    for done, entry in enumerate(entries):
        turn(done, len(entries))
        yield entry


def _looks_like_coco(path: Path) -> bool:
    """COCO's files have the keys `images` and `annotations`; large ones are known by their beginning or their end."""
    with contextlib.suppress(OSError), open(path, "rb") as file:
        start = file.read(_LOOK)
        file.seek(max(0, os.fstat(file.fileno()).st_size - _LOOK))
        ends = start + file.read(_LOOK)
        return b'"people"' not in start and (b'"annotations"' in ends or b'"images"' in ends)
    return False


def _stem(name: str) -> str:
    """A photo's name without its ending; an OpenPose file's without `_keypoints` too."""
    suffix = Path(name).suffix
    stem = name.removesuffix(suffix) if 1 < len(suffix) <= 6 else name
    return stem.removesuffix(_ENDING)


def _files_of(folder: Path) -> list[Path]:
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json" and path.name[0] != ".")
    except OSError as error:
        raise PoseFileError(
            "The folder cannot be read ({why})", where=str(folder), hint="Check its permissions.", why=why(error)
        ) from error
    if not files:
        raise PoseFileError(
            "There is no .json file in this folder",
            where=str(folder),
            hint="Choose the folder that holds the OpenPose files, one a photo.",
        )
    return files


def _of_openpose(path: Path, size_of: SizeOf | None) -> AnnotatedPhoto:
    stem = path.stem.removesuffix(_ENDING)
    file = read_openpose(path, size=size_of(stem) if size_of is not None else None, nobody=True)
    return AnnotatedPhoto(file.photo or stem, file.people, file.canvas)


def _of_coco(photo: CocoPhoto) -> AnnotatedPhoto:
    return AnnotatedPhoto(photo.name, photo.people, photo.size if min(photo.size) > 0 else None)


def _merged(photos: Iterable[AnnotatedPhoto], *, where: str) -> tuple[AnnotatedPhoto, ...]:
    """The photos, each once. Raises PoseFileError when two entries of one name say different things."""
    known: dict[str, AnnotatedPhoto] = {}
    for photo in photos:
        old = known.setdefault(photo.name, photo)
        if old is not photo and not (
            len(old.people) == len(photo.people)
            and all(one.same_as(two) for one, two in zip(old.people, photo.people, strict=True))
        ):
            raise PoseFileError(
                "{name} stands in it twice, with different keypoints",
                where=where,
                hint="Delete one of the two.",
                name=photo.name,
            )
    return tuple(known.values())


def _openpose_bytes(photo: AnnotatedPhoto) -> bytes:
    return (openpose_text(photo.people, canvas=photo.size, photo=photo.name) + "\n").encode("utf-8")


def _openpose_files(photos: Iterable[AnnotatedPhoto], *, where: str) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for photo in photos:
        # Names come from other people's files: no disk takes a null character.
        name = f"{_stem(Path(photo.name).name)}{_ENDING}.json".replace("\0", "_")
        if name in files:
            raise UsageError(
                "Two photos would have the file {name}", where=where, hint="Rename one of the photos.", name=name
            )
        files[name] = _openpose_bytes(photo)
    return files


def _write_folder(folder: Path, files: dict[str, bytes], *, turn: Turn) -> list[Path]:
    """Bring all files to the disk beside the folder, then put them in."""
    there = folder.exists()
    if there:
        make_folder(folder)  # says so when it is a file
    part = folder.with_name(f".{folder.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        part.mkdir()
        for name, data in _each(list(files.items()), turn):
            (part / name).write_bytes(data)
        _sync([part / name for name in files])
        if there:
            for name in files:
                os.replace(part / name, folder / name)
        else:
            os.replace(part, folder)
    except OSError as error:
        raise output_error(error, folder) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return [folder / name for name in files]


def _sync(files: Sequence[Path]) -> None:
    """Bring files to the disk: all at once where the system can, since one by one thousands take minutes."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        with open(file, "rb+") as opened:
            os.fsync(opened.fileno())
