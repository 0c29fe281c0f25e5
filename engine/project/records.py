"""What a project holds, as values: people and target poses as they stand, photos, pictures and ratings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from engine.provenance import Provenance, parse_provenance
from engine.skeleton import Facing, Pose


class PhotoState(StrEnum):
    """How far the annotation of a photo is."""

    UNTOUCHED = "untouched"
    IN_WORK = "in work"
    DONE = "done"
    DOUBTFUL = "doubtful"
    REJECTED = "rejected"


@dataclass(frozen=True, eq=False)
class People:
    """The people of a photo as they stand, in its pixels, and which of them is the main person."""

    poses: tuple[Pose, ...] = ()
    main: int = 0

    @property
    def pose(self) -> Pose | None:
        """The main person's pose."""
        return self.poses[self.main] if 0 <= self.main < len(self.poses) else None

    def with_pose(self, pose: Pose) -> People:
        """The same people with another pose of the main person; a first person where there is none."""
        if not self.poses:
            return People((pose,), 0)
        return replace(self, poses=(*self.poses[: self.main], pose, *self.poses[self.main + 1 :]))


@dataclass(frozen=True, eq=False)
class Target:
    """A target pose in the frame's pixels as chosen, drawn or edited.

    `shaped_for` is the photo and person on which it was last edited by hand: for them it is not fitted again.
    """

    pose: Pose
    title: str
    edited: bool = False
    shaped_for: tuple[int, int] | None = None


@dataclass(frozen=True, eq=False)
class Aim:
    """The target and whether it is fitted to the person."""

    target: Target | None = None
    fit: bool = True


@dataclass(frozen=True)
class PhotoRecord:
    """One photo of the project.

    number       its key, the same for as long as the project lives
    title, note  what it is called, and what a person wrote about it
    path         its file; None where it has none (a demo photo from the box, a pasted picture)
    demo         the name of a demo photo from the box, else empty
    sha256       of the file, hexadecimal; empty until it was read for the first time
    size, mtime  of the file when it was last read: bytes, nanoseconds; 0 when unknown
    shape        height, width of its pixels, turned as EXIF says; (0, 0) when unknown
    state        how far its annotation is
    facing       of the main person; None without one
    confidence   the lowest of the main person's joints that have a place; None without one
    count        how many people it shows as it stands
    main         which of them is the main person
    searched     whether it was searched for people
    present      whether it is in the project; false once it was taken out
    """

    number: int
    title: str
    note: str
    path: Path | None
    demo: str
    sha256: str
    size: int
    mtime: int
    shape: tuple[int, int]
    state: PhotoState
    facing: Facing | None
    confidence: float | None
    count: int
    main: int
    searched: bool
    present: bool


@dataclass(frozen=True)
class PictureRecord:
    """One generated picture.

    number   its key
    photo    the key of the photo it was made from; None where that is not known
    file     the PNG file beside the project
    kind     what made it: `transfer`, `live`, `batch`, `sequence`, or any other word
    target   the name of the target pose
    model    the generator that painted it
    time     when, ISO 8601 in UTC
    text     how it was made, as `Provenance.to_text` writes it under `repose`
    """

    number: int
    photo: int | None
    file: Path
    kind: str
    target: str
    model: str
    time: str
    text: str

    def made(self) -> Provenance:
        """How it was made. Raises PoseFileError when that text is damaged."""
        return parse_provenance(self.text, name=self.file.name)


@dataclass(frozen=True)
class Rating:
    """What one person said about one picture or card.

    number      its key in this project
    mark        unique everywhere, so that ratings of several files can be merged
    rater       who
    picture     key of the picture; None for a card that is no picture of this project
    card        what was shown, in the reviewing part's own words
    model       which model had made it
    score       1 to 5; None when only accepted or rejected
    accepted    yes, no, or None when not said
    note        free text
    time        when, ISO 8601 in UTC
    taken_back  when it was taken back; empty while it stands
    more        anything else about it, as text by key
    """

    number: int
    mark: str
    rater: str
    picture: int | None
    card: str
    model: str
    score: int | None
    accepted: bool | None
    note: str
    time: str
    taken_back: str
    more: dict[str, str] = field(default_factory=dict)
