"""Curves made fit for the eye: thinned without losing spikes, smoothed, ranged without outliers, the best marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

MOST_POINTS: Final = 1500
_BETTER_WHEN_HIGHER: Final = ("ssim", "psnr", "pck", "iou", "inception", "within", "found", "accuracy")


@dataclass(frozen=True, eq=False)
class Thinned:
    """A series in at most `MOST_POINTS` buckets: `steps`, `mean`, `low`, `high` [N], finite values only."""

    steps: Floats
    mean: Floats
    low: Floats
    high: Floats

    def __len__(self) -> int:
        return len(self.steps)

    @property
    def is_whole(self) -> bool:
        """Whether every bucket holds one value."""
        return bool(np.array_equal(self.low, self.high))


def thin(steps: Sequence[int], values: Sequence[float] | Floats, *, most: int = MOST_POINTS) -> Thinned:
    """A series in at most `most` buckets of the same number of values; values that are not finite are left out."""
    at = np.asarray(steps, dtype=np.float64)
    value = np.asarray(values, dtype=np.float64)
    finite = np.isfinite(value)
    at, value = at[finite], value[finite]
    if len(at) <= most:
        return Thinned(at, value, value, value)
    starts = np.unique(np.linspace(0, len(at), most, endpoint=False).astype(np.int64))
    counts = np.diff(np.append(starts, len(at)))
    return Thinned(
        np.maximum.reduceat(at, starts),
        np.add.reduceat(value, starts) / counts,
        np.minimum.reduceat(value, starts),
        np.maximum.reduceat(value, starts),
    )


def smoothed(values: Floats, share: float) -> Floats:
    """The running mean of `values` [N] over about `share` (0 to 1) of the series, which looks back only.

    The first values are means of the few before them, not drawn towards nothing.
    """
    window = share * len(values)
    if window <= 1.0 or len(values) < 2:
        return values
    keep = float(np.exp(-1.0 / window))
    result = np.empty_like(values)
    total = weight = 0.0
    for index, value in enumerate(values.tolist()):
        total = keep * total + (1.0 - keep) * value
        weight = keep * weight + (1.0 - keep)
        result[index] = total / weight
    return result


def shown_range(values: Floats, *, without_outliers: bool, logarithmic: bool = False) -> tuple[float, float] | None:
    """The range of values that a curve is drawn in; None when there is nothing to draw.

    Without outliers the first values of a training and single spikes lie outside of it, what came last never does.
    """
    value = values[np.isfinite(values)]
    if logarithmic:
        value = value[value > 0]
    if not len(value):
        return None
    if without_outliers and len(value) >= 10:
        recent = value[-max(5, len(value) // 4) :]
        low = min(float(np.percentile(value, 1)), float(np.percentile(recent, 1)))
        high = max(float(np.percentile(value, 94)), float(np.percentile(recent, 99)))
    else:
        low, high = float(value.min()), float(value.max())
    if logarithmic:
        low, high = float(np.log10(low)), float(np.log10(high))
    room = 0.06 * (high - low) or 0.05 * abs(high) or 0.5
    return low - room, high + room


def higher_is_better(name: str) -> bool:
    """Whether a figure of this name is better when it is higher; losses and distances are better when lower."""
    return any(word in name.lower() for word in _BETTER_WHEN_HIGHER)


def best_index(values: Floats, *, name: str = "") -> int | None:
    """Where the best value of a series is; None when there is none."""
    if not np.isfinite(values).any():
        return None
    return int(np.nanargmax(values) if higher_is_better(name) else np.nanargmin(values))
