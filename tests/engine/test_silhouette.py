from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from engine.alignment import Moved
from engine.silhouette import clean_silhouette

H, W = 64, 48
BODY = (slice(8, 56), slice(16, 32))
BLUE = (30, 60, 140)


def moved(colour: tuple[int, int, int] = BLUE, *, holes: tuple[slice, slice] | None = None) -> Moved:
    """A person who is one upright block of one colour."""
    picture = np.full((H, W, 3), 255, np.uint8)
    mask = np.zeros((H, W), np.float32)
    picture[BODY], mask[BODY] = colour, 1.0
    unknown = np.zeros((H, W), np.float32)
    if holes is not None:
        unknown[holes] = 1.0
    return Moved(picture, unknown, mask)


def smeared(condition: Moved, where: tuple[slice, slice], *, share: float) -> npt.NDArray[np.uint8]:
    picture = condition.picture.copy()
    picture[where] = [round(255 - share * (255 - c)) for c in BLUE]
    return picture


BESIDE = slice(20, 40), slice(34, 44)


def test_a_faint_smear_beside_the_person_becomes_white() -> None:
    condition = moved()
    cleaned = clean_silhouette(smeared(condition, BESIDE, share=0.3), condition)
    assert cleaned.dtype == np.uint8 and cleaned.shape == (H, W, 3)
    assert (cleaned[BESIDE] == 255).all()
    assert np.array_equal(cleaned[BODY], condition.picture[BODY])


def test_what_the_network_is_sure_of_stays() -> None:
    condition = moved()
    painted = smeared(condition, BESIDE, share=1.0)
    middle = slice(24, 36), slice(37, 41)
    assert np.array_equal(clean_silhouette(painted, condition)[middle], painted[middle])


def test_no_pixel_gains_colour() -> None:
    condition = moved()
    rng = np.random.default_rng(4)
    painted = condition.picture.copy()
    shares = rng.random((H, 10, 1))
    painted[:, 34:44] = np.asarray(255 - shares * (255 - np.array(BLUE)), np.uint8)
    assert (clean_silhouette(painted, condition) >= painted).all()


def test_pale_pixels_of_the_photo_stay_where_they_were_let_through() -> None:
    condition = moved()
    condition.picture[20:30, 20:28] = 210
    painted = condition.picture.copy()
    assert np.array_equal(clean_silhouette(painted, condition), painted)


def test_a_hole_that_was_painted_faintly_is_ground() -> None:
    hole = slice(20, 40), slice(26, 32)
    condition = moved(holes=hole)
    cleaned = clean_silhouette(smeared(condition, hole, share=0.25), condition)
    assert (cleaned[22:38, 28:32] == 255).all()


def test_beside_white_clothes_nothing_can_be_told() -> None:
    condition = moved((250, 250, 250))
    painted = condition.picture.copy()
    painted[BESIDE] = 230
    assert np.array_equal(clean_silhouette(painted, condition), painted)


@pytest.mark.parametrize("size", [(H, W), (128, 88)])
def test_without_a_person_nothing_changes(size: tuple[int, int]) -> None:
    nothing = np.zeros(size, np.float32)
    painted = np.full((*size, 3), 200, np.uint8)
    assert np.array_equal(clean_silhouette(painted, Moved(painted, nothing, nothing)), painted)
