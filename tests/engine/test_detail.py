"""Detail that the frame cannot hold comes back with the picture into its photo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from engine.alignment import Moved
from engine.detail import MIDDLE, detail_of, finer
from engine.framing import FRAME_SIZE, Framing
from engine.painter import Painted
from tests.engine.small_models import painter
from tests.engine.test_transfer import STANDING, KnowingEstimator, Transfer, body, person_at, photo


def moved(picture: np.ndarray) -> Moved:
    size = picture.shape[:2]
    return Moved(picture, np.zeros(size, np.float32), np.ones(size, np.float32))


def test_only_photos_with_more_pixels_than_the_frame_have_more_to_show() -> None:
    assert finer(Framing(1.0, (0.0, 0.0))) is None and finer(Framing(0.8, (0.0, 0.0))) is None
    large = finer(Framing(0.1, (5.0, 7.0)))
    assert large is not None and large.size == (768, 528) and large.scale == pytest.approx(0.3)


def test_detail_is_taken_where_the_paint_is_the_photo_still() -> None:
    framing = Framing(0.25, (0.0, 0.0), (768, 528))
    weave = np.full((*framing.size, 3), 120, np.uint8)
    weave[:, ::2] = 160
    coarse = np.full((*FRAME_SIZE, 3), 140, np.uint8)
    painted = coarse.copy()
    painted[:128] = 30
    found = detail_of(painted, moved(coarse), moved(weave), framing=framing)
    change = found.picture.astype(int) - MIDDLE
    assert np.abs(change[:360]).max() <= 1, "what was painted anew keeps its paint"
    assert np.abs(change[400:740, 20:-20]).mean() > 15
    assert abs(change[400:740, 20:-20].mean()) < 2, "the colour on the whole stays the paint's"
    holed = Moved(coarse, np.ones(FRAME_SIZE, np.float32), np.ones(FRAME_SIZE, np.float32))
    assert np.abs(detail_of(coarse, holed, moved(weave), framing=framing).picture.astype(int) - MIDDLE).max() <= 1


def test_the_cloth_of_a_large_photo_is_as_sharp_as_before(tmp_path: Path) -> None:
    """With a generator that lets everything through, stripes of one pixel come back into the photo."""
    small = photo()
    large = np.asarray(cv2.resize(small, None, fx=3, fy=3, interpolation=cv2.INTER_NEAREST), dtype=np.uint8)
    mask = cv2.resize(body().astype(np.uint8), None, fx=3, fy=3, interpolation=cv2.INTER_NEAREST) > 0
    large[mask & (np.arange(large.shape[1]) % 6 < 3)[None, :]] = (190, 190, 200)
    ours = painter(tmp_path, "moved")

    def through(condition: Moved, **_poses: Any) -> Painted:
        return Painted(condition.picture)

    ours.paint = through  # type: ignore[method-assign]
    pose = person_at(STANDING * 3 + 1)
    session = Transfer(KnowingEstimator(pose, mask=body()), ours).open(large, pose=pose)
    made = session.render(pose, background="photo").picture
    x, y = (round(value) for value in 3 * STANDING[[2, 5, 8, 11]].mean(axis=0))
    before, after = (picture[y - 20 : y + 20, x - 20 : x + 20].astype(float) for picture in (large, made))
    assert after.std() > 0.5 * before.std() > 10
    assert abs(after.mean() - before.mean()) < 6
