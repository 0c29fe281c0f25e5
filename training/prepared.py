"""A prepared data set as `repose-train prepare` leaves it: framed pictures, masks, keypoints and pairs.

Format 1, a folder: `dataset.json` (written last: a folder without it is unfinished), `items.jsonl` (a line a picture),
`pictures-NNNNN.npy` and `masks-NNNNN.npy` (rows of bytes), `pairs-train.csv`, `pairs-val.csv` and PATN's annotations.
A flipped copy has an item of its own and shares the stored row of its original.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, overload

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import PoseFileError, UsageError
from engine.formats.patn_csv import read_pairs
from engine.skeleton import JOINT_COUNT, JointState, Pose
from engine.text import Text, json_text

FORMAT: Final = 1
SHARD_ROWS: Final = 1024
"""Most pictures in one file of bytes."""
DATASET_FILE: Final = "dataset.json"
ITEMS_FILE: Final = "items.jsonl"
SPLITS: Final = ("train", "val")

Bytes = npt.NDArray[np.uint8]
Indices = npt.NDArray[np.int64]

_AGAIN: Final = "Give the same `repose-train prepare` command again; it goes on where it was."


@dataclass(frozen=True)
class Item:
    """One picture of a prepared data set.

    name       its name in the pairs and annotations; the published one for DeepFashion's pictures
    source     path of the photo it was made from, relative to the source's folder
    person, garment    who, and in what; empty where the source does not say
    kind       clothing type, as the source calls it
    gender     "women", "men" or ""
    view       the view that the photo's name tells: front, side, back, full, additional, flat or ""
    facing     front, side or back, by the keypoints
    split      "train" or "val"
    flipped    whether this is the mirror image of the photo
    pose       joints in the picture's pixels
    corrected  whether a person corrected the joints
    row        number of the stored picture and mask, before mirroring
    """

    name: str
    source: str
    person: str
    garment: str
    kind: str
    gender: str
    view: str
    facing: str
    split: str
    flipped: bool
    pose: Pose
    corrected: bool
    row: int

    def to_line(self) -> str:
        """One line of JSON without the line's end; joints as [x, y, confidence, state], -1 where missing."""
        content = {key: getattr(self, key) for key in _PLAIN}
        return json_text(content | {"keypoints": keypoints_json(self.pose)})

    @classmethod
    def from_line(cls, line: str | bytes) -> Item:
        """Read a line back; ValueError, KeyError or TypeError when it is none."""
        row: dict[str, Any] = json.loads(line)
        return cls(pose=pose_from_json(row["keypoints"]), **{key: row[key] for key in _PLAIN})


_PLAIN: Final = (
    "name",
    "source",
    "person",
    "garment",
    "kind",
    "gender",
    "view",
    "facing",
    "split",
    "flipped",
    "corrected",
    "row",
)

_STATES: Final = {state.value: state for state in JointState}


def keypoints_json(pose: Pose) -> list[list[float | str]]:
    """18 x [x, y, confidence, state] in the pose's pixels; -1, -1, 0 where a joint is missing."""
    return [
        [round(float(x), 3), round(float(y), 3), round(float(trust), 4), state.value]
        if here
        else [-1, -1, 0, "missing"]
        for (x, y), trust, state, here in zip(
            pose.points, pose.confidence, pose.states, pose.present.tolist(), strict=True
        )
    ]


def pose_from_json(keypoints: Sequence[Sequence[float | str]]) -> Pose:
    """The pose that `keypoints_json` wrote; ValueError or KeyError when it is none."""
    if len(keypoints) != JOINT_COUNT:
        raise ValueError(f"{len(keypoints)} keypoints, not {JOINT_COUNT}")
    states = [_STATES[str(row[3])] for row in keypoints]
    numbers = np.array([row[:3] for row in keypoints], dtype=np.float64)
    return Pose.from_points(numbers[:, :2], confidence=numbers[:, 2], states=states)


class PreparedDataset:
    """A prepared data set, open for reading; cheap to open, and to hand to other processes.

    Pictures and masks stay in their files and are mapped into memory when first asked for.
    """

    size: tuple[int, int]
    """Height and width of every picture: 256, 176."""
    items: Sequence[Item]
    """In the order of their indices."""

    def __init__(self, folder: Path) -> None:
        """The data set in `folder`; UsageError when it is none, or unfinished, or damaged."""
        self.folder = folder
        self.facts = _read_facts(folder)
        self.size = (int(self.facts["size"][0]), int(self.facts["size"][1]))
        items = _Items(folder / ITEMS_FILE)
        if len(items) != self.facts["pictures"]:
            raise UsageError(
                "The list has {listed:,} pictures, the data set {pictures:,}",
                where=str(folder / ITEMS_FILE),
                hint="Prepare the data set again.",
                listed=len(items),
                pictures=self.facts["pictures"],
            )
        self.items = items
        self._table = items
        self._pictures = _Shards(folder, "pictures", (*self.size, 3))
        self._masks = _Shards(folder, "masks", self.size)

    @classmethod
    def open(cls, folder: Path) -> PreparedDataset:
        """The data set in `folder`; UsageError when it is none, or unfinished, or damaged."""
        return cls(folder)

    def __reduce__(self) -> tuple[Callable[[Path], PreparedDataset], tuple[Path]]:
        """Other processes open the files themselves."""
        return PreparedDataset, (self.folder,)

    def __len__(self) -> int:
        return len(self.items)

    def indices(self, split: str) -> Indices:
        """Indices of a split's pictures, flipped copies among them, in order."""
        return np.array([i for i, found in enumerate(self._table.splits) if found == split], dtype=np.int64)

    def pairs(self, split: str) -> Indices:
        """[P, 2] indices of condition and target pictures; UsageError when the list cannot be used.

        In a data set of single photos, every picture is its own partner.
        """
        path = self.folder / f"pairs-{split}.csv"
        places = {name: index for index, name in enumerate(self._table.names)}
        try:
            found = [(places[first], places[second]) for first, second in read_pairs(path)]
        except PoseFileError as problem:
            raise UsageError(problem.what, where=problem.where, hint="Prepare the data set again.") from problem
        except KeyError as problem:
            raise UsageError(
                "There is no picture {problem} in the data set", where=str(path), problem=str(problem)
            ) from problem
        return np.array(found, dtype=np.int64).reshape(-1, 2)

    def picture(self, index: int) -> Bytes:
        """uint8 [256, 176, 3] RGB, the reader's own to change."""
        return self._of(self._pictures, index)

    def mask(self, index: int) -> Bytes:
        """uint8 [256, 176]: how much of each pixel the person covers, 0..255; the reader's own to change."""
        return self._of(self._masks, index)

    def _of(self, shards: _Shards, index: int) -> Bytes:
        stored = shards.row(int(self._table.rows[index]))
        # OpenCV mirrors many times faster than a copy of the reversed view.
        return np.asarray(cv2.flip(stored, 1), dtype=np.uint8) if self._table.flips[index] else stored.copy()


def is_prepared(folder: Path) -> bool:
    """Whether a folder holds a finished prepared data set."""
    return (folder / DATASET_FILE).is_file()


def shard_file(what: str, number: int) -> str:
    """Name of a file of bytes: `pictures-00000.npy`."""
    return f"{what}-{number:05d}.npy"


def _read_facts(folder: Path) -> dict[str, Any]:
    path = folder / DATASET_FILE
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        version, _, _ = facts["format"], facts["size"][1], facts["pictures"]
    except FileNotFoundError as problem:
        begun = (folder / "prepare.json").is_file()
        what = "This data set is unfinished" if begun else "This is not a prepared data set"
        hint = _AGAIN if begun else "Make one with `repose-train prepare`."
        raise UsageError(what, where=str(folder), hint=hint) from problem
    except (OSError, ValueError, KeyError, IndexError, TypeError) as problem:
        raise UsageError(
            "The data set's description cannot be read ({kind}: {problem})",
            where=str(path),
            hint="Prepare it again.",
            kind=type(problem).__name__,
            problem=str(problem),
        ) from problem
    if version != FORMAT:
        raise UsageError(
            "The data set has format {version}, not {known}",
            where=str(path),
            hint="Prepare it again.",
            version=version,
            known=FORMAT,
        )
    return dict(facts)


class _Items(Sequence[Item]):
    """The lines of `items.jsonl`: looked through once, made into items when they are asked for."""

    def __init__(self, path: Path) -> None:
        names, splits, rows, flips, ends = [], [], [], [], [0]
        try:
            with path.open("rb") as lines:
                for line in lines:
                    row = json.loads(line)
                    names.append(str(row["name"]))
                    splits.append(str(row["split"]))
                    rows.append(int(row["row"]))
                    flips.append(bool(row["flipped"]))
                    ends.append(ends[-1] + len(line))
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise UsageError(
                "The list of pictures cannot be read ({kind}: {problem})",
                where=Text("{file}, line {line}", file=path, line=len(names) + 1),
                hint="Prepare the data set again.",
                kind=type(problem).__name__,
                problem=str(problem),
            ) from problem
        self.names: Sequence[str] = names
        self.splits: Sequence[str] = splits
        self.rows: Indices = np.array(rows, dtype=np.int64)
        self.flips: npt.NDArray[np.bool_] = np.array(flips, dtype=np.bool_)
        self._ends: Indices = np.array(ends, dtype=np.int64)
        # Mapped, so that processes share the text and it costs memory only where it is looked at.
        self._text: Bytes = np.memmap(path, dtype=np.uint8, mode="r") if ends[-1] else np.zeros(0, np.uint8)

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        return Item.from_line(self._text[self._ends[at] : self._ends[at + 1]].tobytes())


class _Shards:
    """Rows of bytes in numbered files, each mapped into memory when one of its rows is first asked for."""

    def __init__(self, folder: Path, what: str, shape: tuple[int, ...]) -> None:
        self._folder = folder
        self._what = what
        self._shape = shape
        self._open: dict[int, Bytes] = {}

    def row(self, row: int) -> Bytes:
        """One row, read only."""
        number, place = divmod(row, SHARD_ROWS)
        if number not in self._open:
            self._open[number] = self._map(number)
        shard = self._open[number]
        if place >= len(shard):
            raise UsageError(
                "Picture {row} is not in the file",
                where=str(self._folder / shard_file(self._what, number)),
                hint="Prepare the data set again.",
                row=row,
            )
        return np.asarray(shard[place])

    def _map(self, number: int) -> Bytes:
        path = self._folder / shard_file(self._what, number)
        try:
            shard = np.load(path, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError, EOFError) as problem:
            raise UsageError(
                "The pictures cannot be read ({kind}: {problem})",
                where=str(path),
                hint="Prepare the data set again.",
                kind=type(problem).__name__,
                problem=str(problem),
            ) from problem
        if shard.dtype != np.uint8 or shard.shape[1:] != self._shape:
            raise UsageError(
                "The file holds {kind} {shape}, not bytes of {wanted}",
                where=str(path),
                hint="Prepare the data set again.",
                kind=shard.dtype,
                shape=shard.shape,
                wanted=self._shape,
            )
        # A plain array over the map: rows of a memmap are slower to make.
        return np.asarray(shard)
