from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gui.services.curve_maths import MOST_POINTS, Floats, best_index, higher_is_better, shown_range, smoothed, thin


def range_of(values: Floats, *, without_outliers: bool, logarithmic: bool = False) -> tuple[float, float]:
    found = shown_range(values, without_outliers=without_outliers, logarithmic=logarithmic)
    assert found is not None
    return found


def test_thinning_keeps_spikes_means_and_the_last_step() -> None:
    values = np.ones(100_000)
    values[54_321] = 40.0
    thinned = thin(range(100_000), values)
    assert len(thinned) <= MOST_POINTS and thinned.high.max() == 40 and thinned.low.min() == 1
    assert thinned.steps[-1] == 99_999 and not thinned.is_whole


def test_thinning_leaves_out_what_is_no_number() -> None:
    thinned = thin([1, 2, 3, 4], [1.0, np.nan, np.inf, 2.0])
    assert thinned.steps.tolist() == [1, 4] and thinned.mean.tolist() == [1, 2] and thinned.is_whole
    assert len(thin([], [])) == 0


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60), st.floats(0, 1))
def test_smoothing_stays_within_the_values(values: list[float], share: float) -> None:
    given_values = np.array(values)
    result = smoothed(given_values, share)
    room = 1e-6 * (1 + np.abs(given_values).max())
    assert len(result) == len(values)
    assert result.min() >= given_values.min() - room and result.max() <= given_values.max() + room


def test_smoothing_calms_and_does_not_begin_at_nothing() -> None:
    noisy = 5 + np.random.default_rng(0).normal(size=400)
    calm = smoothed(noisy, 0.1)
    assert calm[50:].std() < 0.4 * noisy.std() and abs(calm[0] - noisy[0]) < 1e-9
    assert smoothed(noisy, 0.0) is noisy


def test_the_range_leaves_out_the_first_fall_and_spikes_but_never_the_present() -> None:
    values = np.concatenate([np.geomspace(100, 1, 10), np.full(300, 0.5), np.full(10, 0.4)])
    values[150] = 1e4
    low, high = range_of(values, without_outliers=True)
    assert low < 0.4 and high < 5
    assert range_of(values, without_outliers=False)[1] > 1e4
    rising = np.concatenate([np.full(300, 0.5), np.full(60, 9.0)])
    assert range_of(rising, without_outliers=True)[1] > 9


def test_the_range_of_odd_series() -> None:
    assert shown_range(np.array([]), without_outliers=True) is None
    assert shown_range(np.array([-1.0, 0.0]), without_outliers=False, logarithmic=True) is None
    low, high = range_of(np.array([2.0, 2.0]), without_outliers=False)
    assert low < 2 < high
    low, high = range_of(np.array([0.01, 100.0]), without_outliers=False, logarithmic=True)
    assert -3 < low < -2 and 2 < high < 3


def test_the_best_depends_on_what_is_measured() -> None:
    values = np.array([3.0, np.nan, 1.0, 2.0])
    assert best_index(values, name="l1") == 2 and best_index(values, name="SSIM (published)") == 0
    assert best_index(np.array([np.nan])) is None
    assert higher_is_better("PCKh of the joints that move") and not higher_is_better("LPIPS")
