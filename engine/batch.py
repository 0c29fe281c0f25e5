"""Many photos in many poses: a plan in a folder that can be left at any moment and gone on with after a restart.

Format: `repose-batch.json` of version 1 holds the plan (photos, poses, options, an id) and what failed. What is done is
told by the pictures themselves: a file of the plan's name whose provenance carries the plan's id is done. So nothing is
made twice, and whatever was deleted is made again.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from engine.errors import NoPersonError, OutputError, PictureError, PoseFileError, ReposeError, UsageError
from engine.files import make_folder, write_bytes
from engine.formats.reading import parse_json, read_text
from engine.images import Picture, load_picture, save_picture
from engine.progress import CancelToken, check
from engine.provenance import file_sha256, pose_of_rows, pose_rows, read_provenance
from engine.record import record
from engine.skeleton import Pose

if TYPE_CHECKING:
    from engine.transfer import Transfer, TransferSession

FILE: Final = "repose-batch.json"
VERSION: Final = 1
Background = Literal["white", "keep", "photo"]


@dataclass(frozen=True, eq=False)
class BatchPhoto:
    """A photo of the plan: its file, the first part of its pictures' names, and its person where known by hand."""

    path: Path
    stem: str
    pose: Pose | None = None


@dataclass(frozen=True, eq=False)
class BatchPose:
    """A pose of the plan: its name in file names, the pose in any pixels or else a photo that shows it, its title."""

    name: str
    pose: Pose | None = None
    photo: Path | None = None
    title: str = ""


@dataclass(frozen=True)
class BatchOptions:
    """How all pictures are asked for: what is behind the person, and the generator's name."""

    background: Background = "white"
    weights: str = ""


@dataclass(frozen=True)
class Item:
    """One picture of the plan, by the places of its photo and its pose."""

    photo: int
    pose: int


@dataclass(frozen=True)
class Failure:
    """What could not be done and why: all of a photo, all of a pose (the other is None), or one picture."""

    photo: int | None
    pose: int | None
    why: str

    def covers(self, item: Item) -> bool:
        """Whether this picture is not tried any more."""
        return self.photo in (None, item.photo) and self.pose in (None, item.pose)


@dataclass(frozen=True)
class Step:
    """What one step did: the item, the picture's file where it was made, else why not."""

    item: Item
    path: Path | None = None
    why: str = ""
    picture: Picture | None = field(default=None, repr=False)


class Batch:
    """A plan in its folder, with what is done and what failed."""

    def __init__(
        self,
        folder: Path,
        *,
        key: str,
        photos: Sequence[BatchPhoto],
        poses: Sequence[BatchPose],
        options: BatchOptions,
        failures: Sequence[Failure] = (),
    ) -> None:
        self.folder = folder
        self.key = key
        self.photos = tuple(photos)
        self.poses = tuple(poses)
        self.options = options
        self._failures = list(failures)
        self._done: set[Item] = set()

    @classmethod
    def create(
        cls, folder: Path, *, photos: Sequence[BatchPhoto], poses: Sequence[BatchPose], options: BatchOptions
    ) -> Batch:
        """Write a new plan into a folder, which is made where it does not exist; names are made to differ.

        Raises UsageError without photos or poses, OutputError when the folder cannot be written or has a plan already.
        """
        if not photos or not poses:
            raise UsageError("A batch needs at least one photo and one pose", hint="Choose some.")
        make_folder(folder)
        if (folder / FILE).exists():
            raise OutputError(
                "There is a batch in this folder already",
                where=str(folder),
                hint="Go on with that one, or choose another folder.",
            )
        names = _differing([pose.name for pose in poses])
        named = [replace(pose, name=name) for pose, name in zip(poses, names, strict=True)]
        taken = {entry.name.lower() for entry in folder.iterdir()}
        stems = _differing(
            [photo.stem for photo in photos],
            free=lambda stem: not any(f"{stem}-{name}.png".lower() in taken for name in names),
        )
        placed = [replace(photo, stem=stem) for photo, stem in zip(photos, stems, strict=True)]
        batch = cls(folder, key=secrets.token_hex(8), photos=placed, poses=named, options=options)
        batch.save()
        return batch

    @classmethod
    def open(cls, folder: Path) -> Batch:
        """The plan in a folder and how far it is. Raises PoseFileError when there is none or it is damaged."""
        path = folder / FILE
        if not path.is_file():
            raise PoseFileError(
                "There is no batch in this folder", where=str(folder), hint=f"Choose the folder that has a {FILE}."
            )
        content = parse_json(read_text(path), name=str(path))
        batch = _parse(content, folder=folder, name=str(path))
        batch.look()
        return batch

    def look(self) -> None:
        """See anew which pictures are there."""
        self._done = {item for item in self.items() if self._is_ours(self.path_of(item))}

    def _is_ours(self, path: Path) -> bool:
        try:
            made = read_provenance(path) if path.is_file() else None
        except ReposeError:
            return False
        return made is not None and made.options.get("batch") == self.key

    def save(self) -> None:
        """Write the plan and what failed, whole or not at all. Raises OutputError."""
        content = {
            "version": VERSION,
            "id": self.key,
            "options": {"background": self.options.background, "weights": self.options.weights},
            "photos": [
                {"path": str(photo.path), "stem": photo.stem, "pose": photo.pose and pose_rows(photo.pose)}
                for photo in self.photos
            ],
            "poses": [
                {
                    "name": pose.name,
                    "title": pose.title,
                    "pose": pose.pose and pose_rows(pose.pose),
                    "photo": None if pose.photo is None else str(pose.photo),
                }
                for pose in self.poses
            ],
            "failed": [{"photo": fail.photo, "pose": fail.pose, "why": fail.why} for fail in self._failures],
        }
        write_bytes(self.folder / FILE, (json.dumps(content, indent=1) + "\n").encode())

    # how far it is

    def items(self) -> list[Item]:
        """All pictures of the plan, photo by photo."""
        return [Item(photo, pose) for photo in range(len(self.photos)) for pose in range(len(self.poses))]

    def path_of(self, item: Item) -> Path:
        """Where a picture lies or will lie."""
        return self.folder / f"{self.photos[item.photo].stem}-{self.poses[item.pose].name}.png"

    @property
    def total(self) -> int:
        """How many pictures the plan has."""
        return len(self.photos) * len(self.poses)

    @property
    def done(self) -> int:
        """How many of them are made."""
        return len(self._done)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be done."""
        return tuple(self._failures)

    @property
    def failed(self) -> int:
        """How many pictures are not made because of that."""
        return sum(1 for item in self.items() if item not in self._done and self._failure_of(item) is not None)

    def _failure_of(self, item: Item) -> Failure | None:
        return next((failure for failure in self._failures if failure.covers(item)), None)

    def is_done(self, item: Item) -> bool:
        """Whether this picture is made."""
        return item in self._done

    def left(self) -> list[Item]:
        """What is still to be tried."""
        return [item for item in self.items() if item not in self._done and self._failure_of(item) is None]

    def mark_done(self, item: Item) -> None:
        """The picture's file is on the disk."""
        self._done.add(item)

    def mark_failed(self, failure: Failure) -> None:
        """Keep what failed, in the folder too. Raises OutputError."""
        self._failures.append(failure)
        self.save()

    def forget_failures(self) -> None:
        """Try everything again that failed."""
        if self._failures:
            self._failures.clear()
            self.save()


class BatchRun:
    """Works a plan off, one picture a step. A photo is opened once for all its poses; not for several threads."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self._left = batch.left()
        self._opened: tuple[int, TransferSession, str] | None = None
        self._poses: dict[int, Pose] = {}

    def step(self, models: Transfer, *, cancel: CancelToken | None = None) -> Step | None:
        """Make the next picture and write it, or write down why not; None when nothing is left.

        Raises Cancelled with nothing half done, and OutputError when pictures cannot be written at all.
        """
        self._left = [item for item in self._left if self.batch._failure_of(item) is None]
        if not self._left:
            self._opened = None
            return None
        check(cancel)
        item = self._left[0]
        photo = self.batch.photos[item.photo]
        try:
            pose = self._pose(item.pose, models, cancel=cancel)
        except (PictureError, NoPersonError) as error:
            return self._fail(item, Failure(None, item.pose, _told(error, self.batch.poses[item.pose].photo)))
        try:
            session, sha256 = self._session(item.photo, models, cancel=cancel)
        except (PictureError, NoPersonError, UsageError) as error:
            return self._fail(item, Failure(item.photo, None, _told(error, photo.path)))
        except (MemoryError, OSError) as error:
            what = PictureError("It cannot be read, or is too large for the memory", hint=str(error))
            return self._fail(item, Failure(item.photo, None, _told(what, photo.path)))
        try:
            made = session.render(pose, background=self.batch.options.background, cancel=cancel)
        except (NoPersonError, UsageError) as error:
            return self._fail(item, Failure(item.photo, item.pose, _told(error, photo.path)))
        note = record(
            made,
            session,
            photo=photo.path.name,
            sha256=sha256,
            target=self.batch.poses[item.pose].title or self.batch.poses[item.pose].name,
            options={
                "framing": "auto",
                "background": self.batch.options.background,
                "fit": "yes",
                "batch": self.batch.key,
            },
        )
        path = save_picture(self.batch.path_of(item), made.picture, text=note.to_text())
        self.batch.mark_done(item)
        self._left.pop(0)
        return Step(item, path, picture=made.picture)

    def _fail(self, item: Item, failure: Failure) -> Step:
        self.batch.mark_failed(failure)
        return Step(item, why=failure.why)

    def _session(self, number: int, models: Transfer, *, cancel: CancelToken | None) -> tuple[TransferSession, str]:
        if self._opened is None or self._opened[0] != number:
            self._opened = None  # two large photos at once would be one too many
            photo = self.batch.photos[number]
            session = models.open(load_picture(photo.path), pose=photo.pose, cancel=cancel)
            self._opened = number, session, file_sha256(photo.path)
        return self._opened[1:]

    def _pose(self, number: int, models: Transfer, *, cancel: CancelToken | None) -> Pose:
        chosen = self.batch.poses[number]
        if chosen.pose is not None:
            return chosen.pose
        if number not in self._poses:
            assert chosen.photo is not None
            people = models.detect(load_picture(chosen.photo), cancel=cancel).people
            if not people:
                raise NoPersonError(
                    "No person was found in the photo",
                    where=str(chosen.photo),
                    hint="Choose a photo that shows a person in the pose.",
                )
            self._poses[number] = people[0].pose
        return self._poses[number]


def _told(error: ReposeError, path: Path | None) -> str:
    """What failed, with the file that it was about."""
    return str(error) if error.where or path is None else f"{path}: {error}"


def _differing(names: Sequence[str], *, free: Any = lambda name: True) -> list[str]:
    """The names as parts of file names, each made to differ from those before it."""
    found: list[str] = []
    for name in names:
        plain = " ".join("".join(c if c.isalnum() or c in " -_()." else "_" for c in name).split())[:80].strip(". ")
        stem, number = plain or "picture", 1
        while stem.lower() in {other.lower() for other in found} or not free(stem):
            number += 1
            stem = f"{plain or 'picture'}-{number}"
        found.append(stem)
    return found


def _parse(content: Any, *, folder: Path, name: str) -> Batch:
    try:
        if content["version"] != VERSION:
            raise PoseFileError(
                f"This batch is of version {content['version']!r} of the format",
                where=name,
                hint="Update Repose Studio to go on with it.",
            )
        options = content["options"]
        background = options["background"]
        if background not in get_args(Background):
            raise ValueError(background)
        photos = [
            BatchPhoto(Path(row["path"]), _part(row["stem"]), row["pose"] and pose_of_rows(row["pose"], name=name))
            for row in content["photos"]
        ]
        poses = [
            BatchPose(
                _part(row["name"]),
                row["pose"] and pose_of_rows(row["pose"], name=name),
                Path(row["photo"]) if row["photo"] else None,
                str(row["title"]),
            )
            for row in content["poses"]
        ]
        if not photos or not all(pose.pose is not None or pose.photo is not None for pose in poses):
            raise ValueError("a pose without a place")
        failures = [Failure(_place(row["photo"]), _place(row["pose"]), str(row["why"])) for row in content["failed"]]
        return Batch(
            folder,
            key=str(content["id"]),
            photos=photos,
            poses=poses,
            options=BatchOptions(background, str(options["weights"])),
            failures=failures,
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise PoseFileError("The plan of this batch is damaged", where=name, hint="Begin a new batch.") from error


def _part(value: Any) -> str:
    """A part of a file name, which must not lead to another folder."""
    text = str(value)
    if not text or Path(text).name != text:
        raise ValueError(text)
    return text


def _place(value: Any) -> int | None:
    return None if value is None else int(value)
