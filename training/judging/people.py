"""Whom generators are judged on: the people of a prepared data set, or of a plain folder of annotated photos."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
from platformdirs import user_cache_path

from engine.errors import UsageError
from engine.files import make_folder
from engine.skeleton import Pose
from training.datasets import FramedPerson, PhotoSet
from training.judging.known import known_groups
from training.prepared import PreparedDataset, is_prepared

Bytes = npt.NDArray[np.uint8]
Indices = npt.NDArray[np.int64]
Background = Literal["keep", "white"]
Labels = Mapping[str, Mapping[str, str]]
_NAMES: Final = {"facing": "photo shows"}


@dataclass(frozen=True)
class Subject:
    """One person in one picture.

    picture    uint8 [H, W, 3] RGB
    mask       uint8 [H, W] how much of each pixel the person covers, 0..255
    pose       in the picture's pixels
    person     who it is; pictures of one person are not independent of one another
    labels     groups that are known of the picture: "gender": "women" and the like
    """

    name: str
    picture: Bytes
    mask: Bytes
    pose: Pose
    person: str
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def cut_out(self) -> Bytes:
        """The picture with white where the person is not."""
        share = self.mask[..., None].astype(np.float32) / np.float32(255)
        white = np.float32(255)
        return np.asarray(np.rint(white + (self.picture.astype(np.float32) - white) * share), dtype=np.uint8)


class PhotoPeople:
    """A plain folder's people, framed on white half as large again as the generator's frame."""

    def __init__(self, folder: Path, *, split: str, cache: Path, labels: Labels | None = None) -> None:
        """UsageError when it is no such folder; the first time takes long, as every photo is framed."""
        self.split: str = split
        self._labels = _merged(known_groups(folder), labels or {})
        self.photos = PhotoSet(folder, split=split, cache=cache)
        digest = hashlib.sha256()
        for annotation in self.photos.annotations:
            digest.update(f"{annotation.name}{annotation.size}".encode() + annotation.keypoints.tobytes())
        self.fingerprint = digest.hexdigest()[:12]
        """Changes when the photos or their joints do."""

    def __len__(self) -> int:
        return len(self.photos)

    def __getitem__(self, index: int) -> Subject:
        person = self.photos[index]
        return Subject(person.name, person.picture, person.mask, person.pose, person.name, self._known(person.name))

    def _known(self, name: str) -> Mapping[str, str]:
        return self._labels.get(name, {})

    def framed(self, index: int) -> FramedPerson:
        """The person as the training's pairs are made from."""
        return self.photos[index]

    def pairs(self) -> None:
        """Single photos have none."""
        return


class PreparedPeople:
    """One split of a prepared data set, flipped copies left out."""

    def __init__(
        self, dataset: PreparedDataset, *, split: str, background: Background, labels: Labels | None = None
    ) -> None:
        """UsageError when the split is empty."""
        self._labels = labels or {}
        self.split = split
        self.dataset = dataset
        self.background = background
        self._indices = [int(i) for i in dataset.indices(split) if not dataset.items[int(i)].flipped]
        if not self._indices:
            raise UsageError(
                "No picture of the split '{split}' is in the data set", where=str(dataset.folder), split=split
            )
        self._places = {index: place for place, index in enumerate(self._indices)}
        digest = hashlib.sha256(f"{background}{dataset.size}".encode())
        for index in self._indices:
            item = dataset.items[index]
            digest.update(item.name.encode() + np.nan_to_num(item.pose.points, nan=-1.0).tobytes())
        self.fingerprint = digest.hexdigest()[:12]

    def __len__(self) -> int:
        return len(self._indices)

    def __getitem__(self, index: int) -> Subject:
        at = self._indices[index]
        item = self.dataset.items[at]
        known = {kind: value for kind, value in (("gender", item.gender), ("clothes", item.kind)) if value}
        labels = known | dict(self._labels.get(item.name, {}))
        picture, mask = self.dataset.picture(at), self.dataset.mask(at)
        subject = Subject(item.name, picture, mask, item.pose, item.person or item.name, labels)
        return subject if self.background == "keep" else replace(subject, picture=subject.cut_out)

    def framed(self, index: int) -> FramedPerson:
        """The person, cut out, as the training's pairs are made from."""
        subject = self[index]
        return FramedPerson(subject.name, subject.cut_out, subject.mask, subject.pose)

    def pairs(self) -> Indices | None:
        """The pairs of two different pictures, neither of them a flipped copy."""
        rows = [
            (self._places[int(first)], self._places[int(second)])
            for first, second in self.dataset.pairs(self.split)
            if first != second and int(first) in self._places and int(second) in self._places
        ]
        return np.array(rows, dtype=np.int64) if rows else None


def _merged(known: Labels, given: Labels) -> Labels:
    """What the folder's table knows of its pictures, and what was given: that counts where both know a kind.

    The target's facing is counted apart, so the photo's has another name.
    """
    found = {name: {_NAMES.get(kind, kind): group for kind, group in row.items()} for name, row in known.items()}
    return {name: found.get(name, {}) | dict(given.get(name, {})) for name in found.keys() | given.keys()}


AnyPeople = PhotoPeople | PreparedPeople


def open_people(
    data: Path, *, split: str, cache: Path, background: Background = "keep", labels: Labels | None = None
) -> AnyPeople:
    """The people of one split of either kind of data. UsageError says what is wrong with the folder.

    `labels` are groups known of pictures, by the picture's name.
    """
    if is_prepared(data):
        return PreparedPeople(PreparedDataset.open(data), split=split, background=background, labels=labels)
    return PhotoPeople(data, split=split, cache=make_folder(cache), labels=labels)


def default_cache() -> Path:
    """Where framed people and the training set's statistics are kept between calls."""
    return user_cache_path("repose-studio", appauthor=False) / "judging"


def spread(count: int, limit: int) -> Sequence[int]:
    """`limit` of `count` numbers, evenly spread, so that a list sorted by person or kind is seen in all its parts."""
    if limit <= 0 or limit >= count:
        return range(count)
    return [int(number) for number in np.floor(np.arange(limit) * count / limit)]
