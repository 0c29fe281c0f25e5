"""`repose review`: several people's reviews as one file, and what they found, as a table, a CSV or a page to print."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.cli_terminal import Add, Terminal

if TYPE_CHECKING:
    from engine.review_report import Report
    from engine.reviews import Merged


def add_reviews(add: Add) -> None:
    """Put the commands on the command line."""
    review = add("review", "reviews of pictures: merge several people's, report what they found", _report)
    jobs = review.add_subparsers(title="commands", metavar="COMMAND", required=True)
    text = "several people's reviews as one"
    merge = jobs.add_parser("merge", help=text, description=text)
    merge.add_argument("--out", metavar="FILE", type=Path, required=True, help="the review that holds them all")
    merge.set_defaults(command=_merge)
    text = "mean opinion scores with their intervals by model, gender and facing, and the raters' agreement"
    report = jobs.add_parser("report", help=text, description=text)
    report.add_argument(
        "--figures", metavar="FILE", type=Path, help="SSIM and FID: the evaluation.json of `repose-train evaluate`"
    )
    report.add_argument("--csv", metavar="FILE", type=Path, help="write the table there as well")
    report.add_argument("--html", metavar="FILE", type=Path, help="write a page to print there as well")
    report.add_argument("--title", metavar="TEXT", default="Review", help="of the page; default: %(default)s")
    report.set_defaults(command=_report)
    for job in (merge, report):
        job.add_argument(
            "reviews", metavar="FILE", nargs="+", type=Path, help="what Export in the window's Review tab wrote"
        )
        job.add_argument("--quiet", action="store_true", default=argparse.SUPPRESS, help="only errors, no progress")


def _merge(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.files import require_place
    from engine.reviews import read_reviews, write_review

    require_place(chosen.out, protected=chosen.reviews)
    merged = read_reviews(chosen.reviews)
    terminal.result(str(write_review(chosen.out, merged.review)))
    _say_merged(merged, terminal)
    return 0


def _report(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.files import require_place, write_bytes
    from engine.review_report import read_measured, report_of, table_csv, write_page
    from engine.reviews import read_reviews

    given = [*chosen.reviews, *([chosen.figures] if chosen.figures else [])]
    for place in (chosen.csv, chosen.html):
        if place is not None:
            require_place(place, protected=given)
    merged = read_reviews(chosen.reviews)
    measured = None if chosen.figures is None else read_measured(chosen.figures)
    report = report_of(merged.review, measured=measured)
    if chosen.csv is not None:
        write_bytes(chosen.csv, table_csv(report).encode("utf-8"))
    if chosen.html is not None:
        write_page(chosen.html, report, title=chosen.title)
    terminal.output(report_text(report))
    for place in (chosen.csv, chosen.html):
        if place is not None:
            terminal.note(f"Written: {place}")
    _say_merged(merged, terminal)
    return 0


def _say_merged(merged: Merged, terminal: Terminal) -> None:
    if merged.repeated:
        terminal.note(f"{merged.repeated} ratings stood in more than one of the files and count once.")
    for rater, title in merged.changed:
        terminal.note(f"{rater} judged {title} more than once: the newest counts.")


def report_text(report: Report) -> str:
    """What was found, as tables of plain text."""
    from engine.review_report import FIGURES, Heads, agreement_words, groups_table, models_table

    names = Heads("model", "MOS", "95 % interval", "pictures", "ratings", "accepted", "rejected")
    parts = [_table(*models_table(report, names))]
    for kind, means in report.groups.items():
        parts += [f"By {kind}:", _table(*groups_table(means, names.model))]
    who = ", ".join(report.raters) or "nobody yet"
    parts.append(f"{report.ratings} ratings by {who}. Krippendorff's alpha (ordinal): {agreement_words(report.alpha)}.")
    parts += [f"{FIGURES[key]}: {how}" for key, how in report.protocols.items()]
    return "\n\n".join(parts)


def _table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell, the first to the left and the others to the right."""
    rows = [heads, *lines]
    widths = [max(len(row[at]) for row in rows) for at in range(len(heads))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
