"""The report as a page: one HTML file beside its contact sheets, readable in light and dark, without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, Final

from training.prepare.selection import REASONS

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8884; --bar: #4c8bf5; --soft: #8882; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: .2rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p.lead { margin-top: 0; opacity: .75; }
table { border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { text-align: right; padding: .2rem .8rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; white-space: normal; }
td.bar { width: 12rem; padding: 0 0 0 .8rem; } td.bar div { height: .7rem; background: var(--bar); border-radius: 2px; }
td.words { text-align: left; white-space: normal; opacity: .75; max-width: 32rem; }
ul.notes { background: var(--soft); border-left: 4px solid #e0a030; padding: .6rem 1rem .6rem 2rem; }
img { max-width: 100%; border: 1px solid var(--line); background: white; }
.numbers { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; }
.numbers div { background: var(--soft); border-radius: 6px; padding: .6rem 1rem; min-width: 7rem; }
.numbers b { display: block; font-size: 1.4rem; } code { font-size: .9em; }
"""

_TINT: Final = "What is taken for background is tinted blue."
_TOLD_BY: Final = {"view": ", as the names tell it", "facing": ", as the keypoints tell it"}


def page(report: Mapping[str, Any], *, sheets: Mapping[str, str]) -> str:
    """The page of a report (`figures`), with contact sheets by what they show."""
    parts = [
        _head(report),
        _notes(report["notes"]),
        _why(report, sheets),
        _groups(report),
        _facing(report["facing"]),
        _joints(report["joints"], kept=report["kept"]),
        _seed(report["seed"]),
        _duplicates(report["near_duplicates"], sheets),
        _sheets(sheets),
        _recipe(report),
    ]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Prepared data set</title>\n<style>{_STYLE}</style></head><body>\n"
        + "\n".join(parts)
        + "</body></html>\n"
    )


def _head(report: Mapping[str, Any]) -> str:
    splits, people, pairs = report["splits"], report["people"], report["pairs"]
    flip = " (half of them mirror images)" if report["recipe"]["flip"] else ""
    lead = f"From <code>{escape(report['source'])}</code>, read as {escape(report['kind'])}"
    if report["photos_looked_at"]:
        speed = report["photos_looked_at"] / max(report["seconds"], 1e-9)
        lead += f"; {_n(report['photos_looked_at'])} photos in {report['seconds']:,.0f} s, {speed:,.1f} a second"
    boxes = [
        ("photos in", _n(report["in"])),
        ("photos kept", _n(report["kept"])),
        (f"pictures{flip}", _n(report["pictures"])),
        ("for training", f"{_n(splits['train'])}"),
        ("for validation", f"{_n(splits['val'])}"),
        ("people, train and val", f"{_n(people['train'])} + {_n(people['val'])}"),
        ("pairs, train and val", f"{_n(pairs['train'])} + {_n(pairs['val'])}"),
    ]
    cells = "".join(f"<div><b>{value}</b>{escape(name)}</div>" for name, value in boxes)
    return f'<h1>Prepared data set</h1>\n<p class="lead">{lead}.</p>\n<div class="numbers">{cells}</div>'


def _notes(notes: Sequence[str]) -> str:
    if not notes:
        return ""
    return '<ul class="notes">' + "".join(f"<li>{escape(note)}</li>" for note in notes) + "</ul>"


def _why(report: Mapping[str, Any], sheets: Mapping[str, str]) -> str:
    if not report["why"]:
        return "<h2>Dropped</h2><p>None.</p>"
    rows = []
    for row in report["why"]:
        details = ", ".join(f"{escape(str(detail))} {_n(count)}" for detail, count in row["details"].items())
        words = escape(row["words"])
        link = f'<a href="#sheet-{row["reason"]}">{words}</a>' if row["reason"] in sheets else words
        rows.append([link, _n(row["photos"]), _share(row["photos"], report["in"]), _Cell(details, "words")])
    return (
        f"<h2>Dropped: {_n(report['dropped'])} of {_n(report['in'])}</h2>"
        + _table(["why", "photos", "of all", ""], rows)
        + "<p>Every one of them stands in <code>dropped.csv</code>.</p>"
    )


def _groups(report: Mapping[str, Any]) -> str:
    parts = []
    for name, rows in report["by"].items():
        if not rows:
            continue
        most = max(row["in"] for row in rows)
        cells = [
            [escape(row["value"]), _n(row["in"]), _n(row["kept"]), _share(row["kept"], row["in"]),
             _share(row["kept"], report["kept"]), _n(row["train"]), _n(row["val"]), _bar(row["kept"] / most)]
            for row in rows
        ]  # fmt: skip
        head = [name, "in", "kept", "of those in", "of all kept", "train", "val", ""]
        parts.append(f"<h2>By {name}{_TOLD_BY.get(name, '')}</h2>" + _table(head, cells))
    return "\n".join(parts)


def _facing(rows: Sequence[Mapping[str, Any]]) -> str:
    cells = [
        [escape(row["view"]), *(_n(row[key]) for key in ("front", "side", "back", "whole_figures", "kept"))]
        for row in rows
    ]
    return (
        "<h2>Facing by the keypoints, against the view by name</h2>"
        + _table(["named", "front", "side", "back", "head to foot", "kept"], cells)
        + "<p>All photos in which somebody was found, before anything was dropped by keypoints.</p>"
    )


def _joints(joints: Mapping[str, Any], *, kept: int) -> str:
    histogram = joints["pictures_by_joints_found"]
    most = max(max(histogram), 1)
    counts = [
        [str(number), _n(count), _share(count, kept), _bar(count / most)]
        for number, count in reversed(list(enumerate(histogram)))
        if count
    ]
    shares = [[escape(name), f"{100 * share:.1f} %", _bar(share)] for name, share in joints["share_found"].items()]
    return (
        "<h2>Joints found in what is kept</h2>"
        + _table(["joints of 18", "photos", "share", ""], counts)
        + _table(["joint", "found in", ""], shares)
    )


def _seed(seed: Mapping[str, Any]) -> str:
    here = seed["here"]
    names = {
        "women": "photos of women, before choosing",
        "men": "photos of men, before choosing",
        "kept": "pictures kept, mirror images counted",
        "train": "for training",
        "val": "for validation or test",
    }
    both, seeds = here["women"] + here["men"], seed["women"] + seed["men"]
    untold = () if both else ("women", "men")
    rows = [[words, "–" if key in untold else _n(here[key]), _n(seed[key])] for key, words in names.items()]
    rows.append(["share of men", _share(here["men"], both), _share(seed["men"], seeds)])
    rows.append(["share for validation", _share(here["val"], here["kept"]), _share(seed["val"], seed["kept"])])
    return "<h2>Beside the thesis's own set</h2>" + _table(["", "this set", "the thesis (4.1)"], rows)


def _duplicates(duplicates: Mapping[str, Any], sheets: Mapping[str, str]) -> str:
    count = duplicates["pictures"]
    words = (
        f"{_n(count)} pictures for validation are nearly the same as one for training, or as its mirror image."
        if count
        else "No picture for validation is nearly the same as one for training, or as its mirror image."
    )
    image = _image(sheets["near-duplicates"], "near-duplicates") if "near-duplicates" in sheets else ""
    return f"<h2>Near-duplicates across the split</h2><p>{words}</p>{image}"


def _sheets(sheets: Mapping[str, str]) -> str:
    parts = []
    if "kept" in sheets:
        parts.append(f"<h2>A sample of what is kept</h2><p>{_TINT}</p>" + _image(sheets["kept"], "kept"))
    if "doubtful" in sheets:
        words = "The joints were found with the least confidence: correct them first, and give them with --corrections."
        parts.append(f"<h2>Doubtful</h2><p>{words}</p>" + _image(sheets["doubtful"], "doubtful"))
    for reason, words in REASONS.items():
        if reason in sheets:
            parts.append(f'<h2 id="sheet-{reason}">Dropped: {escape(words)}</h2>' + _image(sheets[reason], reason))
    return "\n".join(parts)


def _image(path: str, words: str) -> str:
    return f'<a href="{escape(path)}"><img src="{escape(path)}" alt="{escape(words)}" loading="lazy"></a>'


def _recipe(report: Mapping[str, Any]) -> str:
    rows = [
        [escape(key.replace("_", " ")), _Cell(escape(_value(value)), "words")]
        for key, value in report["recipe"].items()
    ]
    return "<h2>Recipe</h2>" + _table(["", ""], rows)


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "all"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


class _Cell(str):
    """A cell's HTML with a class of its own."""

    kind: str

    def __new__(cls, text: str, kind: str) -> _Cell:
        cell = super().__new__(cls, text)
        cell.kind = kind
        return cell


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    def cell(text: str) -> str:
        kind = f' class="{text.kind}"' if isinstance(text, _Cell) else ""
        return f"<td{kind}>{text}</td>"

    top = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "\n".join("<tr>" + "".join(cell(text) for text in row) + "</tr>" for row in rows)
    return f"<table>\n<tr>{top}</tr>\n{body}\n</table>\n"


def _bar(share: float) -> str:
    return _Cell(f'<div style="width:{100 * min(max(share, 0.0), 1.0):.1f}%"></div>', "bar")


def _n(number: int) -> str:
    return f"{number:,}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
