"""Attention masks as heat."""

from __future__ import annotations

import numpy as np
import pytest

from engine.attention import heat, inside_sheet, spread


def test_a_mask_is_spread_over_its_own_range() -> None:
    mask = np.linspace(0.4, 0.6, 64 * 44, dtype=np.float32).reshape(64, 44)
    wide = spread(mask)
    assert wide.min() == 0 and wide.max() == 1
    assert wide[32, 0] == pytest.approx(0.5, abs=0.02)
    assert not spread(np.full((4, 4), 0.7, np.float32)).any()


def test_heat_is_bright_where_the_mask_is_high_and_lets_the_picture_through() -> None:
    picture = np.full((256, 176, 3), 128, np.uint8)
    picture[100:120] = 20
    mask = np.zeros((64, 44), np.float32)
    mask[:, 22:] = 1
    lit = heat(picture, mask)
    assert lit.shape == picture.shape and lit.dtype == np.uint8
    assert lit[200, 150].mean() > lit[200, 20].mean() + 80
    assert lit[110, 150].mean() < lit[200, 150].mean() - 20


def test_the_sheet_has_a_cell_for_the_picture_and_each_block() -> None:
    sheet = inside_sheet(np.full((64, 44, 3), 200, np.uint8), np.zeros((5, 16, 11), np.float32))
    assert sheet.shape[1] > 6 * 44 and sheet.shape[0] > 64
