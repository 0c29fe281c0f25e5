"""Opinion scores: means with their intervals by model and group, and how far the people who gave them agree.

The interval is Student's t at 95 % over pictures, each counted once with the mean of what its raters gave: ratings of
one picture depend on one another, so counting each would make the interval too narrow, and drawing anew (the bootstrap)
makes it too narrow for the few dozen pictures of a review. ITU-R BT.500 takes the same kind of interval. Agreement is
Krippendorff's alpha (*Computing Krippendorff's Alpha-Reliability*, 2011), which allows for ratings that are missing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

import numpy as np
import numpy.typing as npt

LEAST: Final = 1
MOST: Final = 5
LEVEL: Final = 0.95

_Key = TypeVar("_Key", bound=Hashable)
Metric = Literal["nominal", "ordinal", "interval"]


@dataclass(frozen=True)
class Score:
    """What one person gave one picture: `value` 1 to 5, `groups` the picture's kinds of group, as {facing: front}."""

    rater: str
    card: str
    model: str
    value: float
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mean:
    """A mean opinion score: `value` in 1..5, its 95 % interval (NaN below two pictures), and what it is the mean of."""

    value: float
    low: float
    high: float
    pictures: int
    ratings: int
    raters: int

    @property
    def known(self) -> bool:
        """Whether anybody rated anything of it."""
        return self.pictures > 0

    @property
    def has_interval(self) -> bool:
        """Whether there are pictures enough for an interval."""
        return math.isfinite(self.low)


def mean_opinion(scores: Iterable[Score], *, level: float = LEVEL) -> Mean:
    """The mean opinion score of some ratings, with the t interval of this level over pictures, cut at 1 and 5.

    A rater who gave a picture two scores counts with their mean. When all pictures have the same mean, the interval is
    that point.
    """
    by_card: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    count, raters = 0, set()
    for score in scores:
        by_card[score.card][score.rater].append(score.value)
        raters.add(score.rater)
        count += 1
    means = np.array([np.mean([np.mean(given) for given in rated.values()]) for rated in by_card.values()])
    if not len(means):
        return Mean(math.nan, math.nan, math.nan, 0, 0, 0)
    value, low, high = float(means.mean()), math.nan, math.nan
    if len(means) > 1:
        half = _t_quantile(0.5 + level / 2, len(means) - 1) * float(means.std(ddof=1)) / math.sqrt(len(means))
        low, high = max(value - half, float(LEAST)), min(value + half, float(MOST))
    return Mean(value, low, high, len(means), count, len(raters))


def by_model(scores: Iterable[Score]) -> dict[str, Mean]:
    """The mean opinion score of each model, in the order of their names."""
    return _by(scores, lambda score: score.model)


def by_group(scores: Iterable[Score], kind: str) -> dict[tuple[str, str], Mean]:
    """The mean opinion score by (model, group) of one kind, such as facing; pictures of no known group are left out."""
    return _by((score for score in scores if score.groups.get(kind)), lambda score: (score.model, score.groups[kind]))


def kinds_of(scores: Iterable[Score]) -> tuple[str, ...]:
    """The kinds of group that any picture has, in the order in which they came."""
    return tuple(dict.fromkeys(kind for score in scores for kind, name in score.groups.items() if name))


def _by(scores: Iterable[Score], key: Callable[[Score], _Key]) -> dict[_Key, Mean]:
    parts: dict[_Key, list[Score]] = defaultdict(list)
    for score in scores:
        parts[key(score)].append(score)
    return {name: mean_opinion(parts[name]) for name in sorted(parts, key=str)}


def agreement(scores: Iterable[Score], *, metric: Metric = "ordinal") -> float:
    """Krippendorff's alpha of the raters over all pictures; NaN when no two rated the same picture."""
    units: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for score in scores:
        units[score.card][score.rater].append(score.value)
    return krippendorff_alpha(
        ([float(np.mean(given)) for given in rated.values()] for rated in units.values()), metric=metric
    )


def krippendorff_alpha(units: Iterable[Iterable[float | None]], *, metric: Metric = "ordinal") -> float:
    """Agreement over some units, each with the values that its raters gave; None or NaN where one gave none.

    1 is full agreement, 0 what chance alone would give, below 0 raters contradict one another. Units with fewer than
    two values say nothing. NaN when nothing can be compared or all values are the same.
    """
    rated = [[float(v) for v in unit if v is not None and math.isfinite(v)] for unit in units]
    rated = [unit for unit in rated if len(unit) > 1]
    values = sorted({value for unit in rated for value in unit})
    place = {value: index for index, value in enumerate(values)}
    coincidences = np.zeros((len(values), len(values)))
    for unit in rated:
        counts = np.bincount([place[value] for value in unit], minlength=len(values)).astype(np.float64)
        # Every ordered pair of different raters, each unit weighing as much as it has values.
        coincidences += (np.outer(counts, counts) - np.diag(counts)) / (len(unit) - 1)
    totals = coincidences.sum(axis=1)
    whole = float(totals.sum())
    if len(values) < 2 or whole <= 1:
        return math.nan
    distances = _distances(np.array(values), totals, metric)
    expected = float((np.outer(totals, totals) * distances).sum()) / (whole - 1)
    return 1.0 - float((coincidences * distances).sum()) / expected


def _distances(
    values: npt.NDArray[np.float64], totals: npt.NDArray[np.float64], metric: Metric
) -> npt.NDArray[np.float64]:
    """[V, V] squared differences of every two values; of ranks by how often the values between them were given."""
    if metric == "nominal":
        return 1.0 - np.eye(len(values))
    if metric == "interval":
        return np.asarray((values[:, None] - values[None, :]) ** 2)
    middle = np.cumsum(totals) - totals / 2
    return np.asarray((middle[:, None] - middle[None, :]) ** 2)


def _t_quantile(share: float, freedom: int) -> float:
    from scipy.stats import t

    return float(t.ppf(share, freedom))
