from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.heatmaps import paired_pose_maps, pose_maps

NAN = float("nan")


def drawn_plainly(points: np.ndarray, height: int, width: int, radius: int) -> np.ndarray:
    """The same maps, pixel by pixel."""
    maps = np.zeros((*points.shape[:2], height, width), np.float32)
    for person, joint in np.ndindex(*points.shape[:2]):
        x, y = points[person, joint].tolist()
        if not (math.isfinite(x) and math.isfinite(y)):
            continue
        column, row = math.floor(x), math.floor(y)
        if not (0 <= column < width and 0 <= row < height):
            continue
        for v in range(max(0, row - radius), min(height, row + radius + 1)):
            for u in range(max(0, column - radius), min(width, column + radius + 1)):
                if math.hypot(v - row, u - column) <= radius + 0.5:
                    maps[person, joint, v, u] = 1
    return maps


def test_a_single_pixel_of_one_at_each_keypoint() -> None:
    points = torch.tensor([[[3.0, 5.0], [175.9, 255.9], [0.0, 0.0]]])
    maps = pose_maps(points)
    assert maps.shape == (1, 3, 256, 176)
    assert maps.dtype == torch.float32
    assert maps.nonzero().tolist() == [[0, 0, 5, 3], [0, 1, 255, 175], [0, 2, 0, 0]]
    assert set(maps.unique().tolist()) == {0.0, 1.0}


@pytest.mark.parametrize(
    "missing",
    [(-1, -1), (-1, 40), (40, -1), (NAN, NAN), (NAN, 3), (3, NAN), (math.inf, 3), (3, -math.inf), (-0.5, 3), (1e30, 3)],
)
@pytest.mark.parametrize("options", [{}, {"radius": 1}, {"radius": 4}, {"sigma": 6.0}])
def test_what_is_missing_is_never_read_as_a_place(missing: tuple[float, float], options: dict[str, float]) -> None:
    points = torch.tensor([[[10.0, 12.0], missing, [20.0, 22.0]]])
    maps = pose_maps(points, (64, 48), **options)  # type: ignore[arg-type]
    assert maps[0, 1].abs().max() == 0
    assert maps[0, 0, 12, 10] == maps[0, 2, 22, 20] == 1


@pytest.mark.parametrize("outside", [(48, 3), (3, 64), (48.5, 70), (500, 500)])
def test_points_outside_the_frame_leave_the_map_empty(outside: tuple[float, float]) -> None:
    assert pose_maps(torch.tensor([[outside]]), (64, 48), radius=1).sum() == 0


def test_radius_one_is_three_by_three_and_is_cut_at_the_edge() -> None:
    maps = pose_maps(torch.tensor([[[10.0, 12.0], [0.0, 0.0], [47.0, 30.0]]]), (64, 48), radius=1)
    assert maps[0, 0].sum() == maps[0, 0, 11:14, 9:12].sum() == 9
    assert maps[0, 1].sum() == maps[0, 1, :2, :2].sum() == 4
    assert maps[0, 2].sum() == 6


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.floats(-30, 60, width=32) | st.just(NAN), st.floats(-30, 60, width=32) | st.just(NAN)),
        min_size=6,
        max_size=6,
    ),
    st.integers(0, 3),
)
def test_maps_are_those_drawn_pixel_by_pixel(places: list[tuple[float, float]], radius: int) -> None:
    points = np.array(places, np.float32).reshape(2, 3, 2)
    maps = pose_maps(torch.from_numpy(points), (24, 32), radius=radius)
    assert np.array_equal(maps.numpy(), drawn_plainly(points, 24, 32, radius))


def test_gaussians_are_the_published_market_ones() -> None:
    maps = pose_maps(torch.tensor([[[20.0, 50.0]]]), (128, 64), sigma=6.0)
    rows, columns = np.mgrid[:128, :64]
    wanted = np.exp(-((rows - 50) ** 2 + (columns - 20) ** 2) / (2 * 6.0**2))
    assert np.abs(maps[0, 0].numpy() - wanted).max() < 1e-6
    # Stored as bytes, as the fashion code does, only the peak is left: the maps that are the default here.
    assert np.array_equal(maps.numpy().astype(np.uint8), pose_maps(torch.tensor([[[20.0, 50.0]]]), (128, 64)).numpy())


def test_both_poses_lie_one_behind_the_other() -> None:
    condition, target = torch.full((2, 18, 2), 3.0), torch.full((2, 18, 2), 7.0)
    maps = paired_pose_maps(condition, target, size=(16, 16))
    assert maps.shape == (2, 36, 16, 16)
    assert maps[:, :18, 3, 3].all() and maps[:, 18:, 7, 7].all()
    assert maps.sum() == 72


@pytest.mark.parametrize("dtype", [torch.float16, torch.float32, torch.float64, torch.bfloat16])
def test_types(dtype: torch.dtype) -> None:
    maps = pose_maps(torch.tensor([[[3, 5]]]), (16, 16), dtype=dtype)  # whole numbers are points too
    assert maps.dtype == dtype
    assert maps[0, 0, 5, 3] == 1
    assert maps.is_contiguous()


def test_nobody_and_no_joints() -> None:
    assert pose_maps(torch.zeros(0, 18, 2), (16, 16)).shape == (0, 18, 16, 16)
    assert pose_maps(torch.zeros(2, 0, 2), (16, 16), radius=1).shape == (2, 0, 16, 16)


def test_wrong_options_are_named() -> None:
    points = torch.zeros(1, 18, 2)
    with pytest.raises(ValueError, match=r"\[B, J, 2\]"):
        pose_maps(torch.zeros(18, 2))
    with pytest.raises(ValueError, match=r"\[B, J, 2\]"):
        pose_maps(torch.zeros(1, 18, 3))
    with pytest.raises(ValueError, match="size"):
        pose_maps(points, (0, 176))
    with pytest.raises(ValueError, match="radius"):
        pose_maps(points, radius=-1)
    with pytest.raises(ValueError, match="sigma"):
        pose_maps(points, sigma=6.0, radius=1)
    with pytest.raises(ValueError, match="sigma"):
        pose_maps(points, sigma=0.0)
    with pytest.raises(ValueError, match="sigma"):
        pose_maps(points, sigma=6.0, dtype=torch.uint8)
