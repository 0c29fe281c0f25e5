"""A photo of a source, and what its place and name tell of it, before anybody has looked at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.skeleton import Pose
from training.prepare.compact import unpack


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo of a source.

    source     path relative to the source's folder, with forward slashes: what it goes by
    name       what the data set calls it
    person, garment, kind, gender, view     as far as the source tells; else empty
    part       "train" or "val" where the source is split already; else empty
    packed     joints that the source gives, in the photo's pixels, see `pose`
    framed     whether they are in the pixels of the picture cut to 176 x 256 instead
    mask       mask that the source gives, a file of the photo's shape, relative to the source's folder; else empty
    unusable   why the source itself says that the photo is not to be used; else empty
    """

    source: str
    name: str
    person: str = ""
    garment: str = ""
    kind: str = ""
    gender: str = ""
    view: str = ""
    part: str = ""
    packed: bytes = b""
    framed: bool = False
    mask: str = ""
    unusable: str = ""

    @property
    def pose(self) -> Pose | None:
        """The joints that the source gives; None where it gives none."""
        return unpack(self.packed) if self.packed else None


@dataclass(frozen=True)
class Source:
    """A folder of photos, read: which photos, of what kind, and the pairs that it gives.

    `root` is what the photos' paths are relative to; `pairs` are names by part; `notes` are words for the report.
    """

    kind: str
    root: Path
    photos: Sequence[Photo]
    pairs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    notes: Sequence[str] = ()

    @property
    def split(self) -> bool:
        """Whether the source says which photos are for training and which for validation."""
        return any(photo.part for photo in self.photos)

    def path(self, photo: Photo) -> Path:
        """Where the photo is."""
        return self.root / photo.source

    def repeated(self) -> bool:
        """Whether anybody is there twice in the same garment."""
        seen = set()
        for photo in self.photos:
            key = (photo.person, photo.garment)
            if key in seen:
                return True
            seen.add(key)
        return False


def unique_names(photos: Sequence[Photo]) -> Iterator[Photo]:
    """The photos; of those that share a name, all but the first are called by their whole path."""
    taken: set[str] = set()
    for photo in photos:
        chosen = photo if photo.name not in taken else replace(photo, name=photo.source)
        taken.add(chosen.name)
        yield chosen
