"""Pictures that are nearly the same, found across the split by a perceptual hash, in time that grows with their number.

A fingerprint holds the 128 lowest frequencies (but the mean) of the grey picture at 32 x 32. Over a whole set, each is
cut at its median, which makes balanced bits in 8 bands of 16. Of two pictures that differ in at most 15 bits, at least
one band differs in one bit at most, and only pictures that are so near in a band are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Prints = npt.NDArray[np.int16]

LENGTH: Final = 128
MOST_BITS: Final = 15
"""Most bits of 128 in which near-duplicates differ. On fashion photos, copies that were saved again, brightened or
moved by a pixel differ in up to 15 and half of them in 6 or fewer, others in 34 or more."""
_BANDS: Final = 8
_NEAR: Final = np.array([0, *(1 << bit for bit in range(LENGTH // _BANDS))], dtype=np.uint16)
"""What a band's value is changed by to get those that differ in one bit at most."""
_SIDE: Final = 32
_SAME_COLOUR: Final = 12.0
"""Levels of 255 that colours may differ by on average, at 8 x 8."""
_MOST_SAMPLED: Final = 4096
_MOST_COMPARED: Final = 128
"""Most pictures of one band's value that are compared: keeps the time in step on sets of pictures without contrast."""


def _lowest() -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Rows and columns of the lowest frequencies, the mean left out."""
    order = sorted((r + c, r, c) for r in range(_SIDE) for c in range(_SIDE))[1 : LENGTH + 1]
    rows, columns = np.array([(r, c) for _, r, c in order]).T
    return rows, columns


def fingerprint(picture: Bytes) -> Prints:
    """[128] of a picture, uint8 [H, W, 3]."""
    grey = cv2.cvtColor(np.ascontiguousarray(picture), cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    rows, columns = _lowest()
    values = cv2.dct(small)[rows, columns]
    return np.clip(np.rint(values), -32768, 32767).astype("<i2")


def mirrored(prints: Prints) -> Prints:
    """The fingerprints of the pictures' mirror images: odd frequencies across change their sign."""
    _, columns = _lowest()
    return np.where(columns % 2 == 1, -prints, prints).astype(np.int16)


@dataclass(frozen=True)
class NearDuplicate:
    """A picture of one set and the nearest one of another, by their places, and in how many of 128 bits they differ."""

    first: int
    second: int
    bits: int
    mirrored: bool


def near_duplicates(first: Prints, second: Prints) -> list[NearDuplicate]:
    """For each of `first` [N, 128] that has a near-duplicate in `second` [M, 128], the nearest one.

    Mirror images count as well.
    """
    if not len(first) or not len(second):
        return []
    median = np.median(np.concatenate([_sample(first), _sample(second)]), axis=0)
    books = [_bits(first, median), _bits(mirrored(first), median)]
    target = _bits(second, median)
    shelves = [_Shelf(band) for band in _bands(target)]
    best: dict[int, NearDuplicate] = {}
    for turned, bits in enumerate(books):
        for place, own in enumerate(zip(*_bands(bits), strict=True)):
            near = [places for shelf, value in zip(shelves, own, strict=True) for places in shelf.near(value)]
            if not near:
                continue
            candidates = np.concatenate(near)
            apart = np.unpackbits(target[candidates] ^ bits[place], axis=1).sum(axis=1)
            nearest = int(apart.argmin())
            distance, known = int(apart[nearest]), best.get(place)
            if distance <= MOST_BITS and (known is None or distance < known.bits):
                best[place] = NearDuplicate(place, int(candidates[nearest]), distance, bool(turned))
    return sorted(best.values(), key=lambda pair: (pair.bits, pair.first))


def same_colours(first: Bytes, second: Bytes) -> bool:
    """Whether two pictures, uint8 [H, W, 3], have the same colours in the same places, however bright they are.

    Fingerprints are of grey pictures: the same shirt in blue and in red is no duplicate.
    """
    small = [cv2.resize(one, (8, 8), interpolation=cv2.INTER_AREA).astype(np.float32) for one in (first, second)]
    even = [one - one.mean() for one in small]
    return bool(np.abs(even[0] - even[1]).mean() <= _SAME_COLOUR)


class _Shelf:
    """Pictures in the order of one band's value."""

    def __init__(self, band: npt.NDArray[np.uint16]) -> None:
        self.order = np.argsort(band, kind="stable").astype(np.int32)
        self.values = band[self.order]

    def near(self, value: np.uint16) -> list[npt.NDArray[np.int32]]:
        """Places of pictures whose value differs in one bit at most, `_MOST_COMPARED` of each value."""
        wanted = value ^ _NEAR
        starts, ends = (np.searchsorted(self.values, wanted, side=side) for side in ("left", "right"))
        return [
            self.order[start : min(end, start + _MOST_COMPARED)]
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
            if end > start
        ]


def _sample(prints: Prints) -> Prints:
    """Enough of them to find the medians by."""
    return prints[:: len(prints) // _MOST_SAMPLED + 1]


def _bits(prints: Prints, median: npt.NDArray[np.float64]) -> Bytes:
    """[N, 16] bytes of bits. Frequencies are dealt out so that each band holds high ones and low ones."""
    dealt = np.arange(LENGTH).reshape(-1, _BANDS).T.ravel()
    return np.packbits((prints > median)[:, dealt], axis=1)


def _bands(bits: Bytes) -> Sequence[npt.NDArray[np.uint16]]:
    """8 x [N] values of 16 bits."""
    pairs = np.ascontiguousarray(bits).view(np.uint16)
    return [pairs[:, i] for i in range(pairs.shape[1])]
