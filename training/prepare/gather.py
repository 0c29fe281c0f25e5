"""The long part: every photo read, its joints and mask found, cut to 256 x 176 and stored, batch by batch.

A batch's pictures are on the disk before its lines are in the journal, and what is in the journal is never done again:
a run that is killed loses one batch at most. No more than two batches are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from engine.errors import NoPersonError, PictureError
from engine.framing import FRAME_SIZE, Framing, frame_person
from engine.images import Mask, Picture, downscale, load_picture
from engine.progress import CancelToken, Progress, check, no_progress
from engine.skeleton import Pose
from engine.text import Text
from training.datasets import read_mask
from training.prepare.compact import pack
from training.prepare.corrections import Correction
from training.prepare.cropping import clipped, fixed_framing
from training.prepare.duplicates import fingerprint
from training.prepare.finder import Finder, Found
from training.prepare.journal import Entry, Journal
from training.prepare.photos import Photo
from training.prepare.shards import ShardWriter

MOST_SIDE: Final = 1536
"""Larger photos are scaled down to this on reading: several times what 256 x 176 needs."""
LEAST_SIDE: Final = 48
"""Photos whose shorter side is less show too little."""
_SHAPE_SLACK: Final = 0.02
_ODD: Final = (ValueError, ArithmeticError, LookupError, cv2.error)
"""What numbers that nobody thought of may raise."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A photo that is to be looked at, with its file's stamp (see `journal`) and the joints that a person gave it."""

    photo: Photo
    stamp: str
    correction: Correction | None = None

    @property
    def digest(self) -> str:
        """Of the correction; empty without one."""
        return "" if self.correction is None else self.correction.digest

    @property
    def needs_network(self) -> bool:
        """Whether joints or mask have to be found."""
        return not (self.photo.mask and (self.photo.packed or self.correction))


class Refused(Exception):
    """A photo that cannot be used: `reason` is a key of `selection.REASONS`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True)
class _Read:
    """A photo in memory, scaled down; `pose` in its pixels, or, where `framed`, in those of the kept picture."""

    picture: Picture
    pose: Pose | None
    framed: bool
    mask: Mask | None


@dataclass(frozen=True)
class _Made:
    """What is stored of a photo."""

    picture: Picture
    mask: Picture
    pose: Pose


class Gatherer:
    """Looks at photos and stores what becomes of them."""

    def __init__(
        self,
        finder: Finder,
        *,
        root: Path,
        crop: str,
        journal: Journal,
        shards: ShardWriter,
        threads: int = 2,
        batch: int = 0,
    ) -> None:
        """`root` is the source's; `crop` as in the recipe, resolved; `batch` photos at once, 0 for what suits."""
        self.finder = finder
        self.root = root
        self.crop = crop
        self.journal = journal
        self.shards = shards
        self.threads = max(1, threads)
        self.batch = batch

    def gather(
        self, wishes: Sequence[Wish], *, progress: Progress = no_progress, cancel: CancelToken | None = None
    ) -> None:
        """Look at all of these. Raises Cancelled between two batches, OutputError when the disk takes no more."""
        with ThreadPoolExecutor(self.threads) as pool:
            done = 0
            progress(done, len(wishes), Text("Looking at photos"))
            for batch, readings in _ahead(pool, self.root, wishes, size=self._batch_size(wishes)):
                read = [reading.result() for reading in readings]
                self._commit(batch, self._made(read, pool))
                done += len(batch)
                progress(done, len(wishes), batch[-1].photo.source)
                check(cancel)

    def _batch_size(self, wishes: Sequence[Wish]) -> int:
        if self.batch > 0:
            return self.batch
        needs_network = any(wish.needs_network for wish in wishes)
        return 32 if not needs_network or self.finder.on_accelerator() else 8

    def _made(self, read: Sequence[_Read | Refused], pool: ThreadPoolExecutor) -> list[_Made | Refused]:
        ask = [i for i, r in enumerate(read) if isinstance(r, _Read) and (r.pose is None or r.mask is None)]
        pictures = [r.picture for i in ask if isinstance(r := read[i], _Read)]
        found: dict[int, Found] = dict(zip(ask, self.finder.find(pictures, threads=pool), strict=True)) if ask else {}
        return list(pool.map(self._make, read, [found.get(i) for i in range(len(read))]))

    def _make(self, read: _Read | Refused, found: Found | None) -> _Made | Refused:
        if isinstance(read, Refused):
            return read
        try:
            return make(read.picture, pose=read.pose, framed=read.framed, mask=read.mask, found=found, crop=self.crop)
        except Refused as refusal:
            return refusal
        except _ODD as problem:
            return _odd(problem)

    def _commit(self, batch: Sequence[Wish], made: Sequence[_Made | Refused]) -> None:
        good = [m for m in made if isinstance(m, _Made)]
        rows = iter(self.shards.write([m.picture for m in good], [m.mask for m in good]))
        entries = []
        for wish, result in zip(batch, made, strict=True):
            common = (wish.photo.source, wish.stamp, wish.digest)
            if isinstance(result, Refused):
                entries.append(Entry(*common, reason=result.reason, detail=result.detail))
                continue
            packed, recognised = pack(result.pose), fingerprint(result.picture).tobytes()
            entries.append(Entry(*common, next(rows), packed=packed, fingerprint=recognised))
        self.journal.append(entries)


def _ahead(
    pool: ThreadPoolExecutor, root: Path, wishes: Sequence[Wish], *, size: int
) -> Iterator[tuple[Sequence[Wish], list[Future[_Read | Refused]]]]:
    """Batches with their photos being read; the next one is begun before this one is worked on."""
    batches = [wishes[start : start + size] for start in range(0, len(wishes), size)]
    begun = [pool.submit(_read, root, wish) for wish in batches[0]] if batches else []
    for number, batch in enumerate(batches):
        now = begun
        begun = [pool.submit(_read, root, wish) for wish in batches[number + 1]] if number + 1 < len(batches) else []
        yield batch, now


def _read(root: Path, wish: Wish) -> _Read | Refused:
    try:
        return _read_or_refuse(root, wish)
    except Refused as refusal:
        return refusal
    except _ODD as problem:
        return _odd(problem)


def _odd(problem: Exception) -> Refused:
    """One odd photo among 45,000 is not to end the work on the others."""
    return Refused("broken", f"it cannot be worked on ({type(problem).__name__}: {str(problem)[:200]})")


def _read_or_refuse(root: Path, wish: Wish) -> _Read:
    try:
        full = load_picture(root / wish.photo.source)
    except PictureError as problem:
        raise Refused("broken", problem.what) from problem
    height, width = full.shape[:2]
    if min(height, width) < LEAST_SIDE:
        raise Refused("small", f"{width} x {height}")
    picture = downscale(full, MOST_SIDE)
    pose, framed = _known_pose(wish, full=(height, width), picture=(picture.shape[0], picture.shape[1]))
    mask = None
    if wish.photo.mask:
        try:
            mask = read_mask(root / wish.photo.mask, size=(picture.shape[0], picture.shape[1]))
        except PictureError as problem:
            raise Refused("broken", f"its mask: {problem.what}") from problem
    return _Read(picture, pose, framed, mask)


def _known_pose(wish: Wish, *, full: tuple[int, int], picture: tuple[int, int]) -> tuple[Pose | None, bool]:
    """The joints that a person or the source gave, in the pixels of the picture as read; and whether in the frame's.

    A correction says in which picture's pixels it is: that of the frame, the photo, or a scaled photo.
    """
    if wish.correction is None:
        pose, framed, canvas = wish.photo.pose, wish.photo.framed, full
    else:
        pose, framed = wish.correction.pose, wish.correction.framed and full != FRAME_SIZE
        canvas = wish.correction.canvas or full
        if not framed and abs(canvas[1] / canvas[0] / (full[1] / full[0]) - 1.0) > _SHAPE_SLACK:
            what = f"it is for {canvas[1]} x {canvas[0]} pixels, the photo has {full[1]} x {full[0]}"
            raise Refused("correction", what)
    if pose is None or framed:
        return pose, framed
    (sx, sy) = (picture[1] / canvas[1], picture[0] / canvas[0])
    # Centres of pixels to centres of pixels.
    return pose.with_points((pose.points + 0.5) * (sx, sy) - 0.5), False


def make(
    picture: Picture, *, pose: Pose | None, framed: bool, mask: Mask | None, found: Found | None, crop: str
) -> _Made:
    """The picture that is kept of a photo, with its mask and joints. Raises Refused.

    `pose` is what is known of the joints before, in the photo's pixels or, where `framed`, in the kept picture's;
    `mask` [H, W] likewise; `found` is the estimator's answer, for what of the two is not known.
    """
    size = (picture.shape[0], picture.shape[1])
    framing = fixed_framing(size) if crop == "published" else None
    if framed and pose is not None:
        if framing is None:
            raise Refused("correction", "it is for 176 x 256 pixels, but this photo is cut by its person")
        pose = framing.to_photo(pose)
    if pose is None and found is not None:
        pose = found.pose
    if pose is None or not pose.present.any():
        raise Refused("nobody")
    if mask is None and found is not None:
        # Here and not above: sources that bring their masks do without the network and its slow start.
        from engine.person_mask import person_mask

        try:
            mask = person_mask(picture, found.estimate, pose=pose)
        except NoPersonError as problem:
            raise Refused("nobody", "no mask") from problem
    if mask is None:
        raise ValueError("neither a mask nor an estimate")
    if framing is not None:
        return _cut(picture, mask, pose, framing=framing, cut_out=False)
    try:
        return _cut(picture, mask, pose, framing=frame_person(size, pose, mask=mask), cut_out=True)
    except NoPersonError as problem:
        raise Refused("nobody", "too little to frame") from problem


def _cut(picture: Picture, mask: Mask, pose: Pose, *, framing: Framing, cut_out: bool) -> _Made:
    share = np.rint(framing.frame_mask(mask) * 255).astype(np.uint8)
    framed = framing.frame(picture, mask=mask if cut_out else None)
    return _Made(np.ascontiguousarray(framed), np.ascontiguousarray(share), clipped(framing.to_frame(pose)))
