from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.alignment import Moved
from engine.exemplars import filled_from_photo

H, W = 256, 176
BODY = (slice(20, 236), slice(48, 128))
HOLE = (slice(90, 140), slice(70, 90))


def striped() -> npt.NDArray[np.uint8]:
    """A person who is one upright block in a striped top, on white."""
    picture = np.full((H, W, 3), 255, np.uint8)
    rows = (np.arange(H) // 4) % 2 == 0
    picture[BODY] = np.where(rows[:, None, None], (200, 40, 40), (20, 30, 90))[BODY[0]]
    return picture


def with_hole(where: tuple[slice, slice] = HOLE) -> Moved:
    mask, holes = np.zeros((H, W), np.float32), np.zeros((H, W), np.float32)
    mask[BODY], holes[where] = 1.0, 1.0
    return Moved(striped(), holes, mask)


def smudged(where: tuple[slice, slice] = HOLE) -> npt.NDArray[np.uint8]:
    """What a network makes of it: the mean of the stripes' colours in the hole."""
    painted = striped()
    painted[where] = (110, 35, 65)
    return painted


def apart(a: npt.NDArray[np.uint8], b: npt.NDArray[np.uint8], where: tuple[slice, slice]) -> float:
    return float(np.abs(a[where].astype(float) - b[where]).mean())


def test_stripes_go_on_through_a_hole() -> None:
    painted, condition = smudged(), with_hole()
    filled = filled_from_photo(painted, condition)
    assert filled.dtype == np.uint8 and filled.shape == (H, W, 3)
    assert apart(filled, striped(), HOLE) < 0.3 * apart(painted, striped(), HOLE)


def test_all_but_the_hole_stays_and_the_same_comes_out_again() -> None:
    painted, condition = smudged(), with_hole()
    before = painted.copy(), condition.picture.copy(), condition.holes.copy(), condition.mask.copy()
    filled = filled_from_photo(painted, condition)
    outside = condition.holes == 0
    assert np.array_equal(filled[outside], painted[outside])
    assert np.array_equal(filled, filled_from_photo(painted, condition))
    assert np.array_equal(painted, before[0]) and np.array_equal(condition.picture, before[1])
    assert np.array_equal(condition.holes, before[2]) and np.array_equal(condition.mask, before[3])


def test_a_hole_that_is_ground_stays_white() -> None:
    painted = striped()
    painted[HOLE] = 255
    filled = filled_from_photo(painted, with_hole())
    middle = slice(95, 135), slice(74, 86)
    assert (filled[middle] == 255).all()


def test_crumbs_stay_as_they_were_painted() -> None:
    crumb = slice(100, 103), slice(70, 73)
    painted = smudged(crumb)
    assert np.array_equal(filled_from_photo(painted, with_hole(crumb)), painted)


def test_a_hole_at_the_pictures_edge() -> None:
    edge = slice(206, 256), slice(60, 90)
    picture = striped()
    picture[236:256] = picture[156:176]
    mask, holes = np.zeros((H, W), np.float32), np.zeros((H, W), np.float32)
    mask[20:, 48:128], holes[edge] = 1.0, 1.0
    painted = picture.copy()
    painted[edge] = (110, 35, 65)
    filled = filled_from_photo(painted, Moved(picture, holes, mask))
    assert apart(filled, picture, edge) < 0.5 * apart(painted, picture, edge)


def test_plain_cloth_stays_as_it_was_painted() -> None:
    condition = with_hole()
    condition.picture[BODY] = (90, 60, 50)
    condition.picture[20:80, 48:128] = (230, 230, 220)  # a shirt over a skirt: where they meet is no pattern
    painted = condition.picture.copy()
    painted[HOLE] = (100, 70, 60)
    assert np.array_equal(filled_from_photo(painted, condition), painted)


def test_where_the_photo_shows_too_little_nothing_is_copied() -> None:
    all_of_it = Moved(striped(), (with_hole(BODY)).holes, with_hole().mask)
    painted = smudged(BODY)
    assert np.array_equal(filled_from_photo(painted, all_of_it), painted)


def test_a_draft() -> None:
    condition = with_hole()
    half = Moved(condition.picture[::2, ::2], condition.holes[::2, ::2], condition.mask[::2, ::2])
    filled = filled_from_photo(np.ascontiguousarray(smudged()[::2, ::2]), half)
    where = slice(45, 70), slice(35, 45)
    assert apart(filled, striped()[::2, ::2], where) < 0.6 * apart(smudged()[::2, ::2], striped()[::2, ::2], where)
