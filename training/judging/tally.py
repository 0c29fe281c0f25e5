"""Figures kept picture by picture as a sum and what it is divided by, and counted up with intervals and by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from training.judging.bootstrap import ends, ratio, resampled
from training.judging.joints import Share

Floats = npt.NDArray[np.float64]

SEED: Final = 7


@dataclass(frozen=True)
class Value:
    """One figure: its value, its 95 % interval (NaN where there is none), and over how many pictures."""

    value: float
    low: float
    high: float
    pictures: int

    def to_json(self) -> dict[str, float | int | None]:
        """Plain values; None for what is not known, since JSON has no NaN."""
        plain = {key: (getattr(self, key) if np.isfinite(getattr(self, key)) else None) for key in _NUMBERS}
        return plain | {"pictures": self.pictures}


_NUMBERS: Final = ("value", "low", "high")


@dataclass
class Tally:
    """What was measured on one suite; numbers alone, so that memory does not grow with the pictures."""

    figures: Sequence[str]
    names: list[str] = field(default_factory=list)
    who: list[str] = field(default_factory=list)
    groups: list[dict[str, str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """The index of each case in its suite, to make it again."""
    _sums: dict[str, list[npt.NDArray[np.float64]]] = field(default_factory=dict)

    def open(self, name: str, *, who: str, groups: Mapping[str, str], place: int) -> None:
        """Begin the next case."""
        self.names.append(name)
        self.who.append(who)
        self.groups.append(dict(groups))
        self.places.append(place)

    def add(self, answer: str, figures: Mapping[str, Share | float]) -> None:
        """Enter one answer's figures for the case begun last: a number, or a sum and what it is divided by.

        Numbers that are not finite, and figures that are not asked for, are left out.
        """
        rows = self._sums.setdefault(answer, [])
        blank = np.zeros((2, len(self.figures)))
        while len(rows) < len(self.names):
            rows.append(blank.copy())
        for column, key in enumerate(self.figures):
            given = figures.get(key)
            if given is None:
                continue
            above, below = given if isinstance(given, tuple) else (given, 1.0)
            if np.isfinite(above) and np.isfinite(below) and below > 0:
                rows[-1][:, column] = above, below

    @property
    def answers(self) -> list[str]:
        """Who answered, in the order they came."""
        return list(self._sums)

    def values(self, answer: str, *, group: tuple[str, str] | None = None) -> dict[str, Value]:
        """The figures that could be taken, over all cases or those of one group."""
        above, below, clusters = self._chosen(answer, group)
        middle = ratio(above, below)
        low, high = ends(resampled(above, below, clusters=clusters, seed=SEED))
        return {
            key: Value(float(middle[row]), float(low[row]), float(high[row]), int((below[row] > 0).sum()))
            for row, key in enumerate(self.figures)
            if np.isfinite(middle[row])
        }

    def difference(self, answer: str, *, than: str) -> dict[str, Value]:
        """By how much `answer`'s figures lie above another's on the same pictures, with intervals of the difference."""
        mine, theirs = self._chosen(answer, None), self._chosen(than, None)
        middle = ratio(mine[0], mine[1]) - ratio(theirs[0], theirs[1])
        drawn = [resampled(above, below, clusters=clusters, seed=SEED) for above, below, clusters in (mine, theirs)]
        low, high = ends(drawn[0] - drawn[1])
        return {
            key: Value(float(middle[row]), float(low[row]), float(high[row]), int((mine[1][row] > 0).sum()))
            for row, key in enumerate(self.figures)
            if np.isfinite(middle[row])
        }

    def kinds(self) -> dict[str, list[str]]:
        """The groups that occur: kind to names, those of which there is only one left out."""
        found: dict[str, set[str]] = {}
        for row in self.groups:
            for kind, name in row.items():
                found.setdefault(kind, set()).add(name)
        return {kind: sorted(names) for kind, names in sorted(found.items()) if len(names) > 1}

    def single(self, answer: str, key: str) -> Floats:
        """[n] one figure of every case; NaN where it could not be taken."""
        column = list(self.figures).index(key)
        rows = np.array([[row[0, column], row[1, column]] for row in self._rows(answer)]).reshape(-1, 2)
        return ratio(rows[:, :1], rows[:, 1:])

    def to_json(self) -> dict[str, Any]:
        """Everything counted up: by answer, and by answer and group."""
        kinds = self.kinds()
        return {
            "pictures": len(self.names),
            "answers": {
                answer: {
                    "all": {key: value.to_json() for key, value in self.values(answer).items()},
                    "by": {
                        kind: {
                            name: {k: v.to_json() for k, v in self.values(answer, group=(kind, name)).items()}
                            for name in names
                        }
                        for kind, names in kinds.items()
                    },
                }
                for answer in self.answers
            },
        }

    def _rows(self, answer: str) -> list[npt.NDArray[np.float64]]:
        rows = self._sums[answer]
        return rows + [np.zeros((2, len(self.figures)))] * (len(self.names) - len(rows))

    def _chosen(self, answer: str, group: tuple[str, str] | None) -> tuple[Floats, Floats, npt.NDArray[np.int64]]:
        """Numerators and denominators [F, n] and the people's numbers [n] of the cases in a group."""
        chosen = [i for i, row in enumerate(self.groups) if group is None or row.get(group[0]) == group[1]]
        rows = self._rows(answer)
        sums = np.stack([rows[i] for i in chosen], axis=2) if chosen else np.zeros((2, len(self.figures), 0))
        numbers = {name: number for number, name in enumerate(dict.fromkeys(self.who))}
        people = np.array([numbers[self.who[i]] for i in chosen], dtype=np.int64)
        return sums[0], sums[1], people
