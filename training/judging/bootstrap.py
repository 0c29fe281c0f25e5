"""Confidence intervals by the bootstrap: pictures are drawn anew, with replacement, as if the test were taken again.

Efron, *Bootstrap methods: another look at the jackknife*, 1979; percentile intervals.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

RESAMPLES: Final = 2000
LEVEL: Final = 0.95
_CHUNK: Final = 1 << 21
_FEWEST: Final = 5
"""With fewer pictures (or people) than this an interval says nothing."""


def ratio(numerators: Floats, denominators: Floats) -> Floats:
    """Sum over sum along the last axis, [F]; NaN where nothing was counted. A mean has denominators of 1."""
    below = denominators.sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(below > 0, numerators.sum(axis=-1) / below, np.nan))


def intervals(
    numerators: Floats,
    denominators: Floats,
    *,
    clusters: npt.NDArray[np.int64] | None = None,
    seed: int = 1,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
) -> tuple[Floats, Floats]:
    """Lower and upper ends, [F] each, of the intervals of F ratios of sums over n pictures.

    :param numerators: [F, n]; a picture in which a figure could not be taken has 0 in both.
    :param denominators: [F, n], 0 or more.
    :param clusters: [n] numbers of who is in the picture: pictures of one person are drawn together.
    :returns: NaN where there are fewer than five pictures (or people), or nothing was counted.
    """
    drawn = resampled(numerators, denominators, clusters=clusters, seed=seed, resamples=resamples)
    return ends(drawn, level=level)


def ends(drawn: Floats, *, level: float = LEVEL) -> tuple[Floats, Floats]:
    """The interval's ends, [F] each, from resampled figures [B, F]; NaN for a figure that never came out."""
    low, high = np.full(drawn.shape[1], np.nan), np.full(drawn.shape[1], np.nan)
    known = np.isfinite(drawn).any(axis=0)
    if known.any():
        tail = 100 * (1 - level) / 2
        low[known], high[known] = np.nanpercentile(drawn[:, known], [tail, 100 - tail], axis=0)
    return low, high


def resampled(
    numerators: Floats,
    denominators: Floats,
    *,
    clusters: npt.NDArray[np.int64] | None = None,
    seed: int = 1,
    resamples: int = RESAMPLES,
) -> Floats:
    """[B, F] the ratios of every new draw; the same seed draws the same pictures, whatever the figures."""
    if clusters is not None:
        numerators, denominators = _summed(numerators, clusters), _summed(denominators, clusters)
    count = numerators.shape[1]
    if count < _FEWEST:
        return np.full((resamples, len(numerators)), np.nan)
    rng = np.random.default_rng(seed)
    rows = []
    size = max(1, min(resamples, _CHUNK // count))
    for start in range(0, resamples, size):
        # How often each picture is drawn says all: a draw's sums are one product.
        times = rng.multinomial(count, np.full(count, 1.0 / count), size=min(size, resamples - start))
        above, below = times @ numerators.T, times @ denominators.T
        with np.errstate(divide="ignore", invalid="ignore"):
            rows.append(np.where(below > 0, above / below, np.nan))
    return np.concatenate(rows)


def _summed(rows: Floats, clusters: npt.NDArray[np.int64]) -> Floats:
    """[F, n] sums of the pictures' values by cluster, [F, c]."""
    known, places = np.unique(clusters, return_inverse=True)
    sums = np.zeros((len(rows), known.size))
    for number, row in enumerate(rows):
        sums[number] = np.bincount(places, weights=row, minlength=known.size)
    return sums
