from __future__ import annotations

import cv2
import numpy as np
import pytest

from training.prepare.duplicates import (
    LENGTH,
    MOST_BITS,
    fingerprint,
    mirrored,
    near_duplicates,
    same_colours,
)

RANDOM = np.random.default_rng(5)


def picture(seed: int) -> np.ndarray:
    """A soft coloured pattern, 256 x 176."""
    small = np.random.default_rng(seed).integers(0, 256, (9, 7, 3)).astype(np.uint8)
    return np.asarray(cv2.resize(small, (176, 256), interpolation=cv2.INTER_CUBIC))


def prints(pictures: list[np.ndarray]) -> np.ndarray:
    return np.stack([fingerprint(one) for one in pictures])


def changed(one: np.ndarray, how: str) -> np.ndarray:
    if how == "saved again":
        return np.asarray(cv2.imdecode(cv2.imencode(".jpg", one, [cv2.IMWRITE_JPEG_QUALITY, 60])[1], cv2.IMREAD_COLOR))
    if how == "brighter":
        return np.clip(one.astype(float) * 1.08 + 6, 0, 255).astype(np.uint8)
    if how == "moved by a pixel":
        return np.concatenate([one[:, 1:], one[:, -1:]], axis=1)
    if how == "scaled down and up":
        return np.asarray(cv2.resize(cv2.resize(one, (88, 128), interpolation=cv2.INTER_AREA), (176, 256)))
    return np.ascontiguousarray(one[:, ::-1])


@pytest.mark.parametrize("how", ["saved again", "brighter", "moved by a pixel", "scaled down and up", "mirrored"])
def test_a_picture_changed_a_little_is_found_again(how: str) -> None:
    train = prints([picture(seed) for seed in range(60)])
    val = prints([picture(1000), changed(picture(17), how), picture(1001)])
    (found,) = near_duplicates(val, train)
    assert (found.first, found.second) == (1, 17) and found.bits <= MOST_BITS
    assert found.mirrored == (how == "mirrored")


@pytest.mark.parametrize("how", ["saved again", "brighter", "moved by a pixel", "scaled down and up"])
def test_other_colours_are_another_picture(how: str) -> None:
    one = picture(17)
    assert same_colours(one, changed(one, how)) and not same_colours(one, picture(18))
    assert not same_colours(one, np.ascontiguousarray(one[:, :, [2, 0, 1]]))


def test_pictures_of_their_own_are_no_duplicates() -> None:
    train, val = (prints([picture(seed) for seed in seeds]) for seeds in (range(100), range(200, 260)))
    assert near_duplicates(val, train) == []
    assert near_duplicates(val[:0], train) == [] and near_duplicates(val, train[:0]) == []


def test_the_mirrored_fingerprint_is_that_of_the_mirrored_picture() -> None:
    one = picture(3)
    difference = mirrored(fingerprint(one)[None])[0] - fingerprint(np.ascontiguousarray(one[:, ::-1]))
    assert np.abs(difference).max() <= 1 and fingerprint(one).shape == (LENGTH,)


def test_bands_find_all_that_comparing_everything_finds() -> None:
    """Fingerprints that differ from one another in every possible number of bits, compared one by one."""
    base = RANDOM.normal(0, 1000, (400, LENGTH)).round()
    near = base[:40].copy()
    for row, line in enumerate(near):
        line[RANDOM.permutation(LENGTH)[: row % 26]] *= -1
    first, second = near.astype(np.int16), base.astype(np.int16)
    median = np.median(np.concatenate([first, second]), axis=0)
    apart = ((first > median)[:, None] != (second > median)[None]).sum(axis=2)
    wanted = {row for row in range(40) if apart[row].min() <= MOST_BITS}
    found = {pair.first for pair in near_duplicates(first, second) if not pair.mirrored}
    assert wanted == found and 20 < len(wanted) < 40


def test_a_set_without_contrast_is_no_trouble() -> None:
    blank = prints([np.full((256, 176, 3), 250, np.uint8)] * 600)
    found = near_duplicates(blank[:300], blank[300:])
    assert len(found) == 300 and all(pair.bits == 0 for pair in found)
