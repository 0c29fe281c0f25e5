"""Joints that a person corrected: OpenPose JSON, COCO JSON or PATN's CSV, found again by the photos' names.

They are kept in the data set's own folder `corrections/`, one OpenPose JSON a photo, and win over every other source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from engine.errors import PoseFileError, UsageError
from engine.files import make_folder, write_bytes
from engine.formats.coco_json import read_coco
from engine.formats.openpose_json import openpose_text, read_openpose
from engine.formats.patn_csv import read_annotations
from engine.framing import FRAME_SIZE
from engine.skeleton import Pose
from training.prepare.photos import Photo

FOLDER: Final = "corrections"
_ENDINGS: Final = (".json", ".csv")


@dataclass(frozen=True)
class Correction:
    """One photo's joints as a person set them.

    `canvas` (height, width) is the picture they lie in: 256 x 176 for the picture as the data set has it, the photo's
    own size or a scaled one; None for the photo's own pixels.
    """

    pose: Pose
    canvas: tuple[int, int] | None

    @property
    def framed(self) -> bool:
        """Whether the joints lie in the picture that the data set keeps, and not in the photo."""
        return self.canvas == FRAME_SIZE

    @property
    def digest(self) -> str:
        """Changes when the correction does."""
        return hashlib.sha256(self.text().encode()).hexdigest()[:16]

    def text(self) -> str:
        """As OpenPose JSON."""
        return openpose_text([self.pose], canvas=self.canvas)


@dataclass(frozen=True)
class Corrections:
    """Corrections by the photos' `source`, and the names for which there is no photo."""

    found: Mapping[str, Correction]
    strangers: Sequence[str] = ()

    def digest_of(self, photo: Photo) -> str:
        """The digest of a photo's correction; empty without one."""
        correction = self.found.get(photo.source)
        return correction.digest if correction is not None else ""


def read_corrections(places: Iterable[Path], photos: Sequence[Photo]) -> Corrections:
    """All corrections in files and folders, later places winning, for these photos.

    A correction names its photo by path, by the data set's name for it, or by file name, with or without the ending.
    Raises UsageError for a place that is not there or a name that several photos share, PoseFileError for a broken
    file.
    """
    by_name: dict[str, Correction] = {}
    for place in places:
        if not place.exists():
            raise UsageError("There are no corrections here", where=str(place), hint="Check the path.")
        for file in _files(place):
            for name, correction in _read(file, base=place if place.is_dir() else file.parent):
                by_name[name] = correction
    return _matched(by_name, photos)


def keep_corrections(folder: Path, corrections: Corrections) -> None:
    """Write each into the data set's own folder of corrections, where it is not there already. Raises OutputError."""
    for source, correction in corrections.found.items():
        path = folder / FOLDER / f"{source}.json"
        text = correction.text()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            make_folder(path.parent)
            write_bytes(path, text.encode())


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    found = [path for path in place.rglob("*") if path.suffix.lower() in _ENDINGS and not path.name.startswith(".")]
    return sorted(path for path in found if path.is_file())


def _read(file: Path, *, base: Path) -> Iterator[tuple[str, Correction]]:
    if file.suffix.lower() == ".csv":
        # The published tables called "resize" are for the pictures cut to 176 x 256.
        canvas = FRAME_SIZE if "resize" in file.name.lower() else None
        for name, pose in read_annotations(file).items():
            yield name, Correction(pose, canvas)
        return
    try:
        content = read_openpose(file)
    except PoseFileError as problem:
        if "COCO" not in problem.what:
            raise
        for photo in read_coco(file):
            if photo.people:
                yield photo.name, Correction(photo.people[0], photo.size if min(photo.size) > 0 else None)
        return
    name = file.relative_to(base).with_suffix("").as_posix().removesuffix("_keypoints")
    yield name, Correction(content.people[0], content.canvas)


def _keys(photo: Photo) -> tuple[str, ...]:
    """What a correction may call a photo, the surest first."""
    source, name = PurePosixPath(photo.source), PurePosixPath(photo.name)
    return (
        photo.source,
        photo.name,
        source.with_suffix("").as_posix(),
        name.with_suffix("").as_posix(),
        source.name,
        source.stem,
    )


def _matched(by_name: Mapping[str, Correction], photos: Sequence[Photo]) -> Corrections:
    if not by_name:
        return Corrections({})
    claims: dict[str, list[tuple[int, str]]] = {}
    for photo in photos:
        for rank, key in enumerate(_keys(photo)):
            if key in by_name:
                claims.setdefault(key, []).append((rank, photo.source))
    found: dict[str, Correction] = {}
    for name, correction in by_name.items():
        claimed = claims.get(name, [])
        surest = min((rank for rank, _ in claimed), default=0)
        chosen = sorted({source for rank, source in claimed if rank == surest})
        if len(chosen) > 1:
            raise UsageError(
                "The corrections for '{name}' could be for {photos:,} photos, {first} among them",
                hint="Call them by the photo's path in the source.",
                name=name,
                photos=len(chosen),
                first=chosen[0],
            )
        if chosen:
            found[chosen[0]] = correction
    return Corrections(found, tuple(sorted(set(by_name) - set(claims))))
