"""Opinion scores from a review: CSV with the columns model, score and, if known, gender and facing."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.errors import UsageError
from training.judging.tally import Tally, Value

FIGURE = "mos"
PROTOCOL = "mean opinion score, 1 (bad) to 5 (excellent), from the review file; the interval is over its ratings"
_HINT = "It needs the columns model and score (1 to 5), and may have gender and facing."


@dataclass(frozen=True)
class Opinions:
    """A review counted up: by model, and by model, kind of group and group."""

    all: dict[str, Value]
    by: dict[str, dict[str, dict[str, Value]]]

    def of(self, label: str) -> Value | None:
        """The score of the model that the review calls by this label, capitals and file endings aside."""
        return next((value for name, value in self.all.items() if _plain(name) == _plain(label)), None)


def read_opinions(path: Path) -> Opinions:
    """Read a review. UsageError says which line of it is wrong."""
    tallies: dict[str, Tally] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not {"model", "score"} <= set(reader.fieldnames or ()):
                raise UsageError("This review has no columns model and score", where=str(path), hint=_HINT)
            for row in reader:
                score = _score(row["score"], where=f"{path}, line {reader.line_num}")
                tally = tallies.setdefault((row["model"] or "").strip(), Tally([FIGURE]))
                groups = {kind: row[kind].strip() for kind in ("gender", "facing") if (row.get(kind) or "").strip()}
                # Every rating counts by itself: who gave it is not in the file.
                number = len(tally.names)
                tally.open(str(number), who=str(number), groups=groups, place=number)
                tally.add("", {FIGURE: score})
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise UsageError(f"The review cannot be read ({problem})", where=str(path), hint=_HINT) from problem
    if not tallies:
        raise UsageError("The review holds no ratings", where=str(path), hint=_HINT)
    by = {
        model: {
            kind: {name: tally.values("", group=(kind, name))[FIGURE] for name in names}
            for kind, names in tally.kinds().items()
        }
        for model, tally in tallies.items()
    }
    return Opinions({model: tally.values("")[FIGURE] for model, tally in tallies.items()}, by)


def _score(text: str | None, *, where: str) -> float:
    try:
        score = float(text or "")
    except ValueError:
        score = np.nan
    if not 1 <= score <= 5:
        raise UsageError(f"{text!r} is no score from 1 to 5", where=where, hint=_HINT)
    return score


def _plain(name: str) -> str:
    name = name.strip().lower()
    return name.removesuffix(".safetensors").removesuffix(".pth")
