"""Every figure of every picture as CSV, for whoever wants to count in another way."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np

from training.judging.tally import Tally


def rows_csv(tallies: Sequence[tuple[str, Tally]]) -> bytes:
    """A line for each suite, picture and answer: its groups, and its figures, empty where they could not be taken."""
    kinds = list(dict.fromkeys(kind for _, tally in tallies for row in tally.groups for kind in row))
    figures = list(dict.fromkeys(key for _, tally in tallies for key in tally.figures))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["suite", "picture", "person", "answer", *kinds, *figures])
    for suite, tally in tallies:
        for answer in tally.answers:
            columns = {key: tally.single(answer, key) for key in tally.figures}
            for index, name in enumerate(tally.names):
                groups = [tally.groups[index].get(kind, "") for kind in kinds]
                values = [columns[key][index] if key in columns else np.nan for key in figures]
                shown = [f"{value:.6g}" if np.isfinite(value) else "" for value in values]
                writer.writerow([suite, name, tally.who[index], answer, *groups, *shown])
    return text.getvalue().encode()
