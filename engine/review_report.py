"""What a review found: a table beside measured figures as in the thesis's table 7, a CSV of ratings, a page to print.

Measured figures come from the `evaluation.json` that `repose-train evaluate` writes; SSIM is named by its protocol.
"""

from __future__ import annotations

import csv
import html
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from engine.errors import PoseFileError
from engine.files import write_bytes
from engine.formats.reading import parse_json, plain_numbers, read_text
from engine.opinion import Mean, agreement, by_group, by_model, kinds_of
from engine.reviews import Review
from engine.weights.table import SUFFIXES

FIGURES: Final = {"ssim_patn": "SSIM (PATN's)", "ssim_common": "SSIM (51)", "ssim_unstated": "SSIM (not stated)",
                  "lpips": "LPIPS", "fid": "FID"}  # fmt: skip
"""Measured figures that the table shows, in its order, by their key in an evaluation."""

_CITED: Final[tuple[tuple[str, float, dict[str, float]], ...]] = (
    ("thesis, base (cited)", 1.99, {"ssim_unstated": 0.558, "fid": 81.36}),
    ("thesis, trained (cited)", 3.27, {"ssim_unstated": 0.554, "fid": 65.03}),
)
_DIGITS: Final = {"fid": 2}
_GOAL: Final = 3.5

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
table { border-collapse: collapse; margin: .6rem 0 1.4rem; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .8rem; text-align: right; border-bottom: 1px solid #8884; vertical-align: top; }
th:first-child, td:first-child { text-align: left; }
tr.cited { opacity: .7; font-style: italic; }
small { display: block; opacity: .7; white-space: nowrap; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2, table { break-inside: avoid; } }
"""


@dataclass(frozen=True)
class Row:
    """One model: its score (None when nobody rated it), measured figures by key, pictures accepted and rejected."""

    model: str
    opinion: Mean | None = None
    figures: Mapping[str, float] = field(default_factory=dict)
    accepted: int = 0
    rejected: int = 0
    cited: bool = False

    @property
    def counts(self) -> list[str]:
        """Pictures, ratings, accepted and rejected as they are shown: of cited rows nothing is known."""
        if self.cited:
            return ["", "", "", ""]
        mean = self.opinion
        seen = (str(mean.pictures), str(mean.ratings)) if mean else ("0", "0")
        return [*seen, str(self.accepted), str(self.rejected)]


@dataclass(frozen=True)
class Report:
    """All that a review found.

    `rows` are the cited ones and then the models; `groups` the scores by kind of group, model and group; `alpha` the
    raters' agreement (NaN when no picture was rated by two); `protocols` how measured figures were measured.
    """

    rows: tuple[Row, ...]
    groups: Mapping[str, Mapping[tuple[str, str], Mean]]
    alpha: float
    raters: tuple[str, ...]
    ratings: int
    protocols: Mapping[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> list[str]:
        """The measured figures that any row has, in the table's order."""
        return [key for key in FIGURES if any(key in row.figures for row in self.rows)]


@dataclass(frozen=True)
class Measured:
    """Figures by model and key, and how each key is measured."""

    figures: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    protocols: Mapping[str, str] = field(default_factory=dict)


def read_measured(path: Path | str) -> Measured:
    """The figures of an `evaluation.json`, of true or made pairs. Raises PoseFileError when it is none."""
    content = parse_json(read_text(path), name=str(path))
    suites = content.get("suites") if isinstance(content, dict) else None
    if not isinstance(suites, dict):
        raise PoseFileError("This is not an evaluation of generators", where=str(path),
                            hint="Give the evaluation.json that repose-train evaluate wrote.")  # fmt: skip
    suite = suites.get("pairs") or next((one for one in suites.values() if isinstance(one, dict)), {})
    figures: dict[str, dict[str, float]] = {}
    for label, kinds in _items(suite.get("answers")):
        for key, told in _items(kinds.get("all") if isinstance(kinds, dict) else None):
            _note(figures, label, key, told.get("value") if isinstance(told, dict) else told)
    for label, told in _items(suite.get("sets")):
        for key, value in _items(told):
            _note(figures, label, key, value)
    protocols = {key: str(words) for key, words in _items(content.get("protocols")) if key in FIGURES}
    return Measured(figures, protocols)


def report_of(review: Review, *, measured: Measured | None = None) -> Report:
    """Count a review up, beside measured figures of the same models where there are any."""
    scores, accepted = review.scores(), review.accepted()
    means = by_model(scores)
    named = {_plain(label): figures for label, figures in (measured.figures if measured else {}).items()}
    models = sorted({card.model for card in review.cards.values()} | set(means))
    rows = [Row(name, Mean(mos, math.nan, math.nan, 1, 0, 0), figures, cited=True) for name, mos, figures in _CITED]
    rows += [
        Row(model, means.get(model), named.get(_plain(model), {}), *accepted.get(model, (0, 0))) for model in models
    ]
    raters: dict[str, str] = {}
    for rating in review.standing:
        raters.setdefault(rating.rater.strip().casefold(), rating.rater.strip())
    return Report(
        tuple(rows),
        {kind: by_group(scores, kind) for kind in kinds_of(scores)},
        agreement(scores),
        tuple(raters.values()),
        len(scores),
        measured.protocols if measured else {},
    )


def mean_text(mean: Mean | None) -> str:
    """A score as it is shown: `3.27`, empty without one."""
    return f"{mean.value:.2f}" if mean is not None and mean.known else ""


def interval_text(mean: Mean | None) -> str:
    """A score's interval as it is shown: `3.01 to 3.53`, empty without one."""
    return f"{mean.low:.2f} to {mean.high:.2f}" if mean is not None and mean.has_interval else ""


def figure_text(key: str, value: float | None) -> str:
    """A measured figure as it is shown; empty without one."""
    return "" if value is None else f"{value:.{_DIGITS.get(key, 3)}f}"


def mean_words(mean: Mean | None) -> str:
    """A score in one cell: `3.27 (3.01 to 3.53), n = 12`, empty without one."""
    if mean is None or not mean.known:
        return ""
    inside = f" ({interval_text(mean)})" if mean.has_interval else ""
    return f"{mean_text(mean)}{inside}, n = {mean.pictures}"


Table = tuple[list[str], list[list[str]]]
"""Heads, and lines of as many cells."""


@dataclass(frozen=True)
class Heads:
    """What the columns of `models_table` are called, beside those of measured figures."""

    model: str
    score: str
    interval: str
    pictures: str
    ratings: str
    accepted: str
    rejected: str


def models_table(report: Report, heads: Heads) -> Table:
    """The models side by side: as in the thesis, FID stands behind the score and other figures before it."""
    before = [key for key in report.keys if key != "fid"]
    after = [key for key in report.keys if key == "fid"]
    names = [
        *(heads.model, *(FIGURES[key] for key in before), heads.score, heads.interval),
        *(*(FIGURES[key] for key in after), heads.pictures, heads.ratings, heads.accepted, heads.rejected),
    ]
    lines = []
    for row in report.rows:
        first, last = ([figure_text(key, row.figures.get(key)) for key in keys] for keys in (before, after))
        opinion = [mean_text(row.opinion), interval_text(row.opinion)]
        lines.append([row.model, *first, *opinion, *last, *row.counts])
    return names, lines


def groups_table(means: Mapping[tuple[str, str], Mean], model: str) -> Table:
    """The scores of one kind of group: a line a model, a column a group; `model` heads the first column."""
    groups = sorted({group for _, group in means})
    models = sorted({name for name, _ in means})
    return [model, *groups], [[name, *(mean_words(means.get((name, group))) for group in groups)] for name in models]


def agreement_words(alpha: float) -> str:
    """What an agreement is worth, in Krippendorff's own bounds."""
    if not math.isfinite(alpha):
        return "not known: it takes pictures that two people rated differently from others"
    worth = "good" if alpha >= 0.8 else "fair, for tentative conclusions" if alpha >= 0.667 else "poor"
    return f"{alpha:.3f} ({worth})"


# files


def ratings_csv(review: Review) -> str:
    """Every rating that stands, one a line; `repose-train evaluate --opinions` reads those with a score."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["model", "score", "gender", "facing", "rater", "card", "title", "accepted", "note", "time"])
    for rating in review.standing:
        card = review.cards.get(rating.card)
        if card is not None and rating.score is not None:
            groups = card.groups
            said = "" if rating.accepted is None else "yes" if rating.accepted else "no"
            writer.writerow([card.model, rating.score, groups.get("gender", ""), groups.get("facing", ""),
                             rating.rater, card.key, card.title, said, rating.note, rating.time])  # fmt: skip
    return buffer.getvalue()


def table_csv(report: Report) -> str:
    """The table as CSV: one line a model, then one for each of its groups."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    keys = report.keys
    writer.writerow(["model", "kind", "group", "mos", "low", "high", "pictures", "ratings", "accepted", "rejected",
                     *keys])  # fmt: skip
    for row in report.rows:
        figures = [figure_text(key, row.figures.get(key)) for key in keys]
        votes = ["", ""] if row.cited else [row.accepted, row.rejected]
        writer.writerow([row.model, "", "", *_mean_cells(row.opinion, cited=row.cited), *votes, *figures])
    for kind, means in report.groups.items():
        for (model, group), mean in means.items():
            writer.writerow([model, kind, group, *_mean_cells(mean), *[""] * (2 + len(keys))])
    return buffer.getvalue()


def page(report: Report, *, title: str = "Review") -> str:
    """A page to print, as HTML; nothing in it is fetched from elsewhere."""
    who = ", ".join(report.raters) or "nobody yet"
    parts = [
        "<!doctype html><html lang=en><head><meta charset=utf-8>",
        f"<title>{_text(title)}</title><style>{_STYLE}</style></head><body><h1>{_text(title)}</h1>",
        f"<p>{report.ratings} ratings by {_text(who)}. Mean opinion scores from 1 (bad) to 5 (excellent), below each "
        "its 95 % interval (Student's t over pictures, each counted once with the mean of its raters). "
        f"The goal is a score above {_GOAL}.</p>",
        f"<p>Raters' agreement, Krippendorff's alpha (ordinal): {_text(agreement_words(report.alpha))}.</p>",
        "<h2>Models side by side</h2>",
        _models_table(report),
    ]
    for kind, means in report.groups.items():
        parts += [f"<h2>By {_text(kind)}</h2>", _group_table(means)]
    if report.protocols:
        listed = "".join(
            f"<dt>{_text(FIGURES[key])}</dt><dd>{_text(how)}</dd>" for key, how in report.protocols.items()
        )
        parts.append(f"<h2>How measured</h2><dl>{listed}</dl>")
    cited = "Cited rows are the thesis's table 7, measured on other pictures; it does not state its protocol of SSIM."
    parts.append(f"<p>{cited}</p></body></html>")
    return "\n".join(parts) + "\n"


def write_page(path: Path | str, report: Report, *, title: str) -> Path:
    """Write `page` to a file, whole or not at all. Raises OutputError."""
    return write_bytes(path, page(report, title=title).encode("utf-8"))


def _models_table(report: Report) -> str:
    keys = report.keys
    heads = ["Model", *(FIGURES[key] for key in keys if key != "fid"), "MOS", *(["FID"] if "fid" in keys else []),
             "Pictures", "Ratings", "Accepted", "Rejected"]  # fmt: skip
    lines = []
    for row in report.rows:
        figures = [_text(figure_text(key, row.figures.get(key))) for key in keys if key != "fid"]
        fid = [_text(figure_text("fid", row.figures.get("fid")))] if "fid" in keys else []
        cells = [_text(row.model), *figures, _mean_html(row.opinion), *fid, *row.counts]
        lines.append(f"<tr{' class=cited' if row.cited else ''}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    return _table(heads, lines)


def _group_table(means: Mapping[tuple[str, str], Mean]) -> str:
    groups = sorted({group for _, group in means})
    lines = []
    for model in sorted({model for model, _ in means}):
        cells = [_mean_html(mean, counted=True) if (mean := means.get((model, group))) else "" for group in groups]
        lines.append(f"<tr><td>{_text(model)}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    return _table(["Model", *groups], lines)


def _table(heads: Sequence[str], lines: Sequence[str]) -> str:
    head = "".join(f"<th>{_text(name)}</th>" for name in heads)
    return f"<table><tr>{head}</tr>{''.join(lines)}</table>"


def _mean_html(mean: Mean | None, *, counted: bool = False) -> str:
    if mean is None or not mean.known:
        return ""
    below = [part for part in (interval_text(mean), f"{mean.pictures} pictures" if counted else "") if part]
    return mean_text(mean) + "".join(f"<small>{part}</small>" for part in below)


def _mean_cells(mean: Mean | None, *, cited: bool = False) -> list[str]:
    if mean is None or not mean.known:
        return ["", "", "", "0", "0"]
    ends = [f"{mean.low:.4f}", f"{mean.high:.4f}"] if mean.has_interval else ["", ""]
    return [f"{mean.value:.4f}", *ends, *(["", ""] if cited else [str(mean.pictures), str(mean.ratings)])]


def _items(value: object) -> list[tuple[str, Any]]:
    return [(str(key), entry) for key, entry in value.items()] if isinstance(value, dict) else []


def _note(figures: dict[str, dict[str, float]], label: str, key: str, value: object) -> None:
    if key in FIGURES and (numbers := plain_numbers([value])) is not None:
        figures.setdefault(label, {})[key] = float(numbers[0])


def _plain(name: str) -> str:
    """A model's name as evaluations and reviews may write it: in any capitals, with a file's ending or without."""
    plain = name.strip().casefold()
    return next((plain.removesuffix(suffix) for suffix in SUFFIXES if plain.endswith(suffix)), plain)


def _text(value: object) -> str:
    return html.escape(str(value), quote=True)
