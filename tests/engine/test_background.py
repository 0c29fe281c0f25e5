from __future__ import annotations

import numpy as np
import pytest

from engine.background import blend_over, person_share, without_person

GREEN = (40, 160, 60)
RED = (200, 30, 30)


def scene(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    """A red person on green, and where they are."""
    mask = np.zeros((height, width), bool)
    mask[height // 5 : 4 * height // 5, 2 * width // 5 : 3 * width // 5] = True
    return np.where(mask[..., None], RED, GREEN).astype(np.uint8), mask


@pytest.mark.parametrize(("height", "width"), [(300, 200), (480, 640), (1500, 1000), (60, 40), (7, 5)])
def test_the_person_is_painted_over(height: int, width: int) -> None:
    photo, mask = scene(height, width)
    empty = without_person(photo, mask)
    assert empty.shape == photo.shape and empty.dtype == np.uint8
    assert np.abs(empty.astype(int) - GREEN).max() <= 12
    assert (photo[mask] == RED).all()


def test_what_is_far_from_the_person_stays_as_it_is() -> None:
    random = np.random.default_rng(1)
    for height, width in ((400, 300), (1400, 1000)):
        photo = random.integers(0, 256, (height, width, 3)).astype(np.uint8)
        _, mask = scene(height, width)
        empty = without_person(photo, mask)
        rim = round(0.1 * width)
        assert np.array_equal(empty[:, :rim], photo[:, :rim])
        assert np.array_equal(empty[:rim], photo[:rim])
        assert not np.array_equal(empty[mask], photo[mask])


def test_nobody_and_nothing_but_a_person() -> None:
    photo, mask = scene(90, 60)
    assert np.array_equal(without_person(photo, np.zeros_like(mask)), photo)
    assert without_person(photo, np.ones_like(mask)).shape == photo.shape
    assert without_person(np.repeat(photo, 10, 0), np.ones((900, 60), bool)).shape == (900, 60, 3)


# --- Laying a generated person over it. ---


def on_white(mask: np.ndarray) -> np.ndarray:
    return np.where(mask[..., None], RED, (255, 255, 255)).astype(np.uint8)


def test_the_person_covers_the_background_and_white_does_not() -> None:
    _, mask = scene(256, 176)
    background = np.full((256, 176, 3), GREEN, np.uint8)
    result = blend_over(on_white(mask), background, shape=mask.astype(np.float32))
    assert result.shape == (256, 176, 3) and result.dtype == np.uint8
    assert np.abs(result[mask].astype(int) - RED).max() <= 1
    assert np.abs(result[~mask].astype(int) - GREEN).max() <= 1


def test_white_clothes_stay_where_the_moved_person_is() -> None:
    _, mask = scene(256, 176)
    picture = on_white(mask)
    picture[100:140] = 255
    result = blend_over(picture, np.zeros((256, 176, 3), np.uint8), shape=mask.astype(np.float32))
    columns = np.flatnonzero(mask[120])
    assert (result[103:137, columns[2] : columns[-2]] >= 250).all()


def test_a_faint_edge_takes_no_white_along() -> None:
    """A tenth red, the rest white: over black it is a dark red, not a light grey."""
    mask = np.zeros((60, 60), np.float32)
    mask[20:40, 20:40] = 1
    picture = np.full((60, 60, 3), 255.0)
    picture[mask > 0] = RED
    picture[20:40, 19] = 0.1 * np.array(RED) + 0.9 * 255.0
    result = blend_over(picture.astype(np.uint8), np.zeros((60, 60, 3), np.uint8), shape=mask)
    assert (result[20:40, 19] < picture[20:40, 19] - 90).all()


def test_without_a_shape_everything_coloured_is_person() -> None:
    _, mask = scene(256, 176)
    picture = on_white(mask)
    none = np.zeros((256, 176), np.float32)
    share = person_share(picture, none)
    assert share.shape == (256, 176) and share.dtype == np.float32
    assert (share[mask] == 1).all() and (share[~mask] == 0).all()
    # Far from the moved person colour is no person: the generator's stray pixels are not laid over the photo.
    picture[:10, :10] = 0
    assert (person_share(picture, mask.astype(np.float32))[:10, :10] == 0).all()
