"""Figures as tables: one form for the terminal and for the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from training.judging.cited import CITED
from training.judging.definitions import BASELINES, FIGURES, worse_by
from training.judging.judge import Judged
from training.judging.opinion import FIGURE as MOS
from training.judging.opinion import Opinions
from training.judging.tally import Tally, Value

WORSE: Final = 0.1
"""A group that is worse than the whole by more than this share of it is marked."""
FEWEST: Final = 10
"""Groups of fewer pictures are not marked: chance alone makes them differ."""
_TITLES: Final = {MOS: "MOS", "ssim_unstated": "SSIM (not stated)"}
_DIGITS: Final = {MOS: 2}
_SEVEN: Final = ("ssim_patn", "ssim_common", "ssim_unstated", "l1_person", "lpips", "fid", "features", "is",
                 "pckh_moved", "sharpness", MOS)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """What a table shows at one place: a text, its interval's text (or ""), and whether it is marked as bad."""

    text: str
    interval: str = ""
    bad: bool = False


@dataclass(frozen=True)
class Table:
    """A table: a head for each column, and rows of a name and cells."""

    title: str
    heads: Sequence[str]
    rows: list[tuple[str, list[Cell]]] = field(default_factory=list)
    note: str = ""

    def text(self) -> str:
        """The table in letters of one width, without intervals."""
        first = max([len(name) for name, _ in self.rows] + [6])
        widths = [
            max([len(head)] + [len(_marked(cells[column])) for _, cells in self.rows])
            for column, head in enumerate(self.heads)
        ]
        lines = [self.title, ""]
        lines.append("  ".join([" " * first] + [head.rjust(w) for head, w in zip(self.heads, widths, strict=True)]))
        for name, cells in self.rows:
            row = [name.ljust(first)] + [_marked(cell).rjust(w) for cell, w in zip(cells, widths, strict=True)]
            lines.append("  ".join(row))
        if self.note:
            lines += ["", self.note]
        return "\n".join(line.rstrip() for line in lines) + "\n"


def answers_table(tally: Tally, title: str, *, sets: Mapping[str, Mapping[str, Any]] | None = None) -> Table:
    """All figures by who answered, with those of whole sets of pictures at the end."""
    values: dict[str, dict[str, Value]] = {answer: tally.values(answer) for answer in tally.answers}
    for answer, row in (sets or {}).items():
        values.setdefault(answer, {}).update(_set_values(row))
    columns = [key for key in FIGURES if any(key in row for row in values.values())]
    rows = [(answer, [cell(key, row.get(key)) for key in columns]) for answer, row in _ordered(values)]
    return Table(f"{title} ({len(tally.names)} pictures)", [FIGURES[key].title for key in columns], rows)


def group_tables(tally: Tally, title: str, answers: Sequence[str]) -> list[Table]:
    """A table for each answer and kind of group; what is worse than the whole by more than a tenth is marked."""
    tables = []
    for answer in answers:
        whole = tally.values(answer)
        columns = [key for key in FIGURES if key in whole]
        for kind, names in tally.kinds().items():
            rows = [("all", [cell(key, whole[key]) for key in columns])]
            for name in names:
                values = tally.values(answer, group=(kind, name))
                count = max([value.pictures for value in values.values()], default=0)
                cells = [cell(key, values.get(key), whole=whole[key]) for key in columns]
                rows.append((f"{name} ({count})", cells))
            heads = [FIGURES[key].title for key in columns]
            tables.append(Table(f"{answer}, {title}, by {kind}", heads, rows))
    return tables


def table_seven(
    judged: Sequence[Judged],
    sets: Mapping[str, Mapping[str, Mapping[str, Any]]],
    opinions: Opinions | None,
    labels: Sequence[str],
) -> Table:
    """The table that the thesis ends with: models as rows, cited ones first; SSIM and the like from true or made pairs,
    moved joints from the transfers where they were judged."""
    values: dict[str, dict[str, Value]] = {}
    for one in judged:
        if one.cases.suite not in ("pairs", "poses"):
            continue
        for answer in one.tally.answers:
            if answer in BASELINES[:1]:
                continue
            taken = one.tally.values(answer)
            if one.cases.suite == "poses":
                taken = {key: value for key, value in taken.items() if key == "pckh_moved"}
            row = values.setdefault(answer, {})
            row |= taken
            if one.cases.suite == "pairs":
                row |= _set_values(sets.get("pairs", {}).get(answer, {}))
    for label in labels:
        score = opinions.of(label) if opinions else None
        if score is not None:
            values.setdefault(label, {})[MOS] = score
    if opinions:
        known = {_plain(label) for label in labels}
        for name, score in opinions.all.items():
            if _plain(name) not in known:
                values.setdefault(f"{name} (review alone)", {})[MOS] = score
    rows: list[tuple[str, dict[str, Value]]] = [
        (str(row["row"]), {key: _number(value) for key, value in row.items() if isinstance(value, float)})
        for row in CITED
    ]
    rows += _ordered(values)
    columns = [key for key in _SEVEN if any(key in row for _, row in rows)]
    heads = [title_of(key) for key in columns]
    note = (
        "PCKh of moved joints: over the suite poses where that was judged, else over the pairs, as all other figures."
    )
    cells = [(name, [cell(key, row.get(key)) for key in columns]) for name, row in rows]
    return Table("Models side by side", heads, cells, note)


def cell(key: str, value: Value | None, *, whole: Value | None = None) -> Cell:
    """A figure as it is shown; with `whole`, marked when it is clearly worse than that."""
    if value is None or not np.isfinite(value.value):
        return Cell("")
    figure = FIGURES.get(key)
    digits = figure.digits if figure is not None else _DIGITS.get(key, 3)
    interval = ""
    if np.isfinite(value.low) and np.isfinite(value.high):
        interval = f"{value.low:.{digits}f} to {value.high:.{digits}f}"
    bad = (
        whole is not None
        and figure is not None
        and value.pictures >= FEWEST
        and worse_by(key, value.value, than=whole.value) > WORSE
    )
    return Cell(f"{value.value:.{digits}f}", interval, bad)


def title_of(key: str) -> str:
    """A figure's short name."""
    return FIGURES[key].title if key in FIGURES else _TITLES[key]


def _ordered(values: Mapping[str, dict[str, Value]]) -> list[tuple[str, dict[str, Value]]]:
    """Answers that need no network first, then the others as they came; those without a figure left out."""
    first = [label for label in BASELINES if label in values]
    order = (*first, *(key for key in values if key not in first))
    return [(label, values[label]) for label in order if values[label]]


def _set_values(row: Mapping[str, Any]) -> dict[str, Value]:
    return {
        key: Value(float(value), np.nan, np.nan, int(row.get("pictures", 0)))
        for key, value in row.items()
        if key != "pictures"
    }


def _number(value: float) -> Value:
    return Value(value, np.nan, np.nan, 0)


def _marked(one: Cell) -> str:
    return f"{one.text} !" if one.bad else one.text


def _plain(name: str) -> str:
    return name.strip().lower().removesuffix(".safetensors").removesuffix(".pth")


def texts(tables: Iterable[Table]) -> str:
    """Tables one below the other."""
    return "\n".join(table.text() for table in tables)
