"""Many photos in many poses by one generator or several: a plan in a folder that can be left and gone on with.

What is done is told by the pictures themselves: a file of the plan's name whose provenance carries the plan's id is
done. So nothing is made twice, and whatever was deleted is made again. With several generators each has a folder of its
own, named after it, as a review takes them. `engine.batch_file` is the plan's file, `engine.batch_run` works it off.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from engine.backgrounds import Background
from engine.errors import OutputError, ReposeError, UsageError
from engine.files import file_stem, make_folder
from engine.provenance import Provenance, read_provenance
from engine.skeleton import Pose
from engine.weights.table import EMBEDDED_GENERATOR, SUFFIXES

FILE: Final = "repose-batch.json"
OPTION: Final = "batch"
"""Under this option a picture's provenance carries the id of the plan that it is of."""


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
class BatchModel:
    """A generator of the plan.

    weights  their name, or the path of their file
    label    what they are called: in the pictures' record and as a folder's name, where there are several
    sha256   of their file; empty until they have painted for the first time
    """

    weights: str
    label: str
    sha256: str = ""


@dataclass(frozen=True)
class BatchOptions:
    """How all pictures are asked for: what is behind the person."""

    background: Background = "white"


@dataclass(frozen=True)
class Item:
    """One picture of the plan, by the places of its photo, its pose and its generator."""

    photo: int
    pose: int
    model: int = 0


@dataclass(frozen=True)
class Failure:
    """What could not be done and why: all of a photo, all of a pose (the other is None), or both together."""

    photo: int | None
    pose: int | None
    why: str

    def covers(self, item: Item) -> bool:
        """Whether this picture is not tried any more."""
        return self.photo in (None, item.photo) and self.pose in (None, item.pose)


class Batch:
    """A plan in its folder, with what is done and what failed."""

    def __init__(
        self,
        folder: Path,
        *,
        key: str,
        photos: Sequence[BatchPhoto],
        poses: Sequence[BatchPose],
        models: Sequence[BatchModel],
        options: BatchOptions,
        failures: Sequence[Failure] = (),
    ) -> None:
        self.folder = folder
        self.key = key
        self.photos = tuple(photos)
        self.poses = tuple(poses)
        self.models = tuple(models)
        self.options = options
        self._failures = list(failures)
        self._done: set[Item] = set()

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        photos: Sequence[BatchPhoto],
        poses: Sequence[BatchPose],
        options: BatchOptions,
        weights: Sequence[str] = (EMBEDDED_GENERATOR,),
    ) -> Batch:
        """Write a new plan into a folder, which is made where it does not exist; names are made to differ.

        `weights` are names or files of generators. Raises UsageError without photos, poses or weights, or with the
        same weights twice, OutputError when the folder cannot be written or has a plan already.
        """
        if not photos or not poses or not weights:
            raise UsageError("A batch needs at least one photo, one pose and one model", hint="Choose some.")
        if len(set(weights)) < len(weights):
            raise UsageError("The same model is there twice", hint="Name each once.")
        make_folder(folder)
        if (folder / FILE).exists():
            raise OutputError(
                "There is a batch in this folder already",
                where=str(folder),
                hint="Go on with that one, or choose another folder.",
            )
        names = _differing([pose.name for pose in poses])
        labels = _differing([label_of(name) for name in weights])
        taken = {entry.name.lower() for entry in folder.iterdir()}
        stems = _differing(
            [photo.stem for photo in photos],
            free=lambda stem: not any(f"{stem}-{name}.png".lower() in taken for name in names),
        )
        batch = cls(
            folder,
            key=secrets.token_hex(8),
            photos=[replace(photo, stem=stem) for photo, stem in zip(photos, stems, strict=True)],
            poses=[replace(pose, name=name) for pose, name in zip(poses, names, strict=True)],
            models=[BatchModel(name, label) for name, label in zip(weights, labels, strict=True)],
            options=options,
        )
        batch.save()
        return batch

    @classmethod
    def open(cls, folder: Path) -> Batch:
        """The plan in a folder and how far it is. Raises PoseFileError when there is none or it is damaged."""
        from engine.batch_file import read_plan

        batch = read_plan(folder)
        batch.look()
        return batch

    def look(self) -> None:
        """See anew which pictures are there."""
        self._done = set()
        facts: Mapping[str, str] = {}
        for item in self.items():
            made = self._made(self.path_of(item))
            if made is not None:
                self._done.add(item)
                facts = made.facts
        # Plans of the first version did not always say who paints; their pictures do.
        self.models = tuple(model if model.weights else _named(model, facts) for model in self.models)

    def _made(self, path: Path) -> Provenance | None:
        """How the picture of this plan in a file was made; None when there is none."""
        try:
            made = read_provenance(path) if path.is_file() else None
        except ReposeError:
            return None
        return made if made is not None and made.options.get(OPTION) == self.key else None

    def save(self) -> None:
        """Write the plan and what failed, whole or not at all. Raises OutputError."""
        from engine.batch_file import write_plan

        write_plan(self)

    # how far it is

    def items(self) -> list[Item]:
        """All pictures of the plan, photo by photo; a pose by every generator before the next pose.

        Whoever stops early has as many of each generator, of the same photos in the same poses.
        """
        return [
            Item(photo, pose, model)
            for photo in range(len(self.photos))
            for pose in range(len(self.poses))
            for model in range(len(self.models))
        ]

    def path_of(self, item: Item) -> Path:
        """Where a picture lies or will lie."""
        folder = self.folder / self.models[item.model].label if self.compares else self.folder
        return folder / f"{self.photos[item.photo].stem}-{self.poses[item.pose].name}.png"

    @property
    def compares(self) -> bool:
        """Whether several generators paint the same."""
        return len(self.models) > 1

    @property
    def total(self) -> int:
        """How many pictures the plan has."""
        return len(self.photos) * len(self.poses) * len(self.models)

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
        return sum(1 for item in self.items() if item not in self._done and self.has_failed(item))

    def has_failed(self, item: Item) -> bool:
        """Whether this picture is not tried any more."""
        return any(failure.covers(item) for failure in self._failures)

    def is_done(self, item: Item) -> bool:
        """Whether this picture is made."""
        return item in self._done

    def left(self) -> list[Item]:
        """What is still to be tried."""
        return [item for item in self.items() if item not in self._done and not self.has_failed(item)]

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

    def note_hash(self, model: int, sha256: str) -> None:
        """Keep which file a generator was read from, in the folder too. Raises OutputError."""
        changed = list(self.models)
        changed[model] = replace(changed[model], sha256=sha256)
        self.models = tuple(changed)
        self.save()


def label_of(weights: str) -> str:
    """What weights are called: their name, or their file's without its ending."""
    path = Path(weights)
    return path.stem if path.suffix.lower() in SUFFIXES else path.name


def _named(model: BatchModel, facts: Mapping[str, str]) -> BatchModel:
    """The generator that painted a picture of these facts, by its file's hash; without a picture the embedded one."""
    from engine.weights.store import WeightsStore

    sha256 = facts.get("generator sha256", "")
    same = (one.row.name for one in WeightsStore().list() if sha256 and one.row.sha256 == sha256)
    weights = next(same, facts.get("generator", EMBEDDED_GENERATOR))
    return replace(model, weights=weights, label=label_of(weights), sha256=sha256)


def _differing(names: Sequence[str], *, free: Callable[[str], bool] = lambda name: True) -> list[str]:
    """The names as parts of file names, each made to differ from those before it."""
    found: dict[str, str] = {}
    for name in names:
        plain = file_stem(name, more=".")
        stem, number = plain, 1
        while stem.lower() in found or not free(stem):
            number += 1
            stem = f"{plain}-{number}"
        found[stem.lower()] = stem
    return list(found.values())
