"""Colours spread and continued into holes."""

from __future__ import annotations

import numpy as np
import pytest

from engine.pixel_maps import continued, nearest_values, share_of_colour, spread_colours


def test_stripes_go_on_into_a_hole() -> None:
    rows = np.where((np.arange(128) // 16 % 2 == 0)[:, None, None], 220.0, 30.0)
    picture = np.broadcast_to(rows, (128, 88, 3)).astype(np.float32)
    holes = np.zeros((128, 88), np.float32)
    holes[:, 60:70] = 1.0
    known = np.zeros((128, 88), np.float32)
    known[:, 20:60] = 1.0
    inside = np.minimum(known + holes, 1.0)
    answer = continued(picture * known[..., None], known, holes=holes, inside=inside)
    for middle in range(8, 128, 16):
        assert np.abs(answer[middle, 61:64] - rows[middle, 0, 0]).max() < 40
    softened = spread_colours(picture * known[..., None], known)
    gaps = [np.abs(a[:, 60:66] - rows).mean() for a in (answer, softened)]
    assert gaps[0] < 0.8 * gaps[1]


def test_the_outermost_pixel_of_a_mask_is_not_continued() -> None:
    known = np.zeros((128, 88), np.float32)
    known[30:90, 20:60] = 1.0
    picture = np.full((128, 88, 3), 40, np.float32)
    picture[30:90, 59] = 250.0  # ground that the mask holds for the person
    holes = np.zeros((128, 88), np.float32)
    holes[40:80, 60:68] = 1.0
    answer = continued(picture * known[..., None], known, holes=holes, inside=known)
    assert answer[60, 61:64].max() < 70


def test_nothing_known_gives_white_and_no_hole_nothing() -> None:
    none = np.zeros((64, 44), np.float32)
    empty = np.zeros((64, 44, 3), np.float32)
    assert np.allclose(continued(empty, none, holes=none + 1, inside=none), 255)
    assert not continued(empty, none, holes=none, inside=none).any()


def test_the_nearest_known_value() -> None:
    values = np.zeros((3, 7, 2), np.float32)
    values[1, 0], values[1, 6] = (1.0, 2.0), (3.0, 4.0)
    known = np.zeros((3, 7), np.uint8)
    known[1, 0] = known[1, 6] = 1
    found = nearest_values(values, known)
    assert found[0, 1].tolist() == [1.0, 2.0] and found[2, 5].tolist() == [3.0, 4.0]


def test_how_far_a_pixel_has_gone_to_a_colour() -> None:
    colours = np.array([[[55, 155, 255], [55, 155, 255], [250, 250, 250]]], np.float32)
    picture = np.array([[[155, 205, 255], [55, 155, 255], [0, 0, 0]]], np.float32)
    share, told = share_of_colour(picture, colours)
    assert share[0].tolist() == pytest.approx([0.5, 1.0, 1.0], abs=1e-6)
    assert told[0, 0] == 1.0 and told[0, 2] == 0.0
