"""The page of a judgement: figures with their intervals, groups, and pictures to look at, in one file."""

from __future__ import annotations

import base64
import html
from collections.abc import Mapping, Sequence
from typing import Any, Final

from engine.images import encode_picture
from training.judging.cited import NOTE
from training.judging.strips import Gallery, Strip
from training.judging.table import Table

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 110rem; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; }
table { border-collapse: collapse; margin: .6rem 0 1.4rem; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .7rem; text-align: right; border-bottom: 1px solid #8884; vertical-align: top; }
th:first-child, td:first-child { text-align: left; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
small { display: block; opacity: .65; white-space: nowrap; }
.bad { color: #c0392b; font-weight: 600; }
.strip { display: flex; flex-wrap: wrap; gap: .5rem; margin: .2rem 0 1.2rem; }
figure { margin: 0; } figcaption { font-size: .75rem; opacity: .75; max-width: 176px; }
img { display: block; background: #fff; border: 1px solid #8884; transform-origin: top left; }
img:hover { transform: scale(2.5); position: relative; z-index: 1; image-rendering: pixelated; }
dt { font-weight: 600; } dd { margin: 0 0 .4rem 1.2rem; }
nav a { margin-right: 1rem; }
"""

_ESTIMATOR: Final = (
    "PCKh is only as good as the estimator that finds the joints again: the row of the real photos says how many it "
    "finds in pictures without a fault, and the picture moved without a network has its limbs where they were asked "
    "for, so what that row lacks of 1 is mostly the estimator's share, and that of people who cannot be turned round."
)


def page(
    facts: Mapping[str, Any],
    *,
    tables: Sequence[Table],
    groups: Sequence[Table],
    differences: Sequence[Table],
    galleries: Sequence[Gallery],
    protocols: Mapping[str, str],
    missing: Mapping[str, str],
) -> str:
    """The whole page as HTML; nothing in it is fetched from elsewhere.

    `facts` says what was judged on what; `protocols` and `missing` are sentences by a figure's title.
    """
    parts = [
        "<!doctype html><html lang=en><head><meta charset=utf-8>",
        '<meta name=viewport content="width=device-width, initial-scale=1">',
        f"<title>{_text(facts['title'])}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{_text(facts['title'])}</h1>",
        "<nav><a href=#figures>Figures</a><a href=#pictures>Pictures</a><a href=#groups>Groups</a>"
        "<a href=#protocols>How measured</a></nav>",
        _list({key: value for key, value in facts.items() if key != "title"}),
    ]
    if missing:
        parts += ["<h2>Not measured</h2>", _list(missing)]
    parts.append("<h2 id=figures>Figures</h2>")
    parts.append("<p>Below each figure its 95 % interval, by drawing pictures anew 2,000 times.</p>")
    parts += [_table(table) for table in tables]
    parts.append(f"<p>{_text(NOTE)}</p>")
    parts.append(f"<p>{_text(_ESTIMATOR)}</p>")
    if differences:
        parts.append("<h3>Differences on the same pictures</h3>")
        parts.append("<p>An interval without 0 is a difference that more pictures would not take back.</p>")
        parts += [_table(table) for table in differences]
    parts.append("<h2 id=pictures>Pictures</h2>")
    parts += [_gallery(gallery) for gallery in galleries]
    parts.append("<h2 id=groups>Groups</h2>")
    parts.append("<p>Marked: worse than all together by more than a tenth, with ten pictures at least.</p>")
    parts += [_table(table) for table in groups]
    parts += ["<h2 id=protocols>How measured</h2>", _list(protocols), "</body></html>"]
    return "\n".join(parts) + "\n"


def _table(table: Table) -> str:
    head = "".join(f"<th>{_text(name)}</th>" for name in table.heads)
    rows = []
    for name, cells in table.rows:
        shown = "".join(
            f"<td{' class=bad' if one.bad else ''}>{_text(one.text)}"
            f"{f'<small>{_text(one.interval)}</small>' if one.interval else ''}</td>"
            for one in cells
        )
        rows.append(f"<tr><td>{_text(name)}</td>{shown}</tr>")
    note = f"<p>{_text(table.note)}</p>" if table.note else ""
    body = "\n".join(rows)
    return f"<table><caption>{_text(table.title)}</caption><tr><th></th>{head}</tr>{body}</table>{note}"


def _gallery(gallery: Gallery) -> str:
    parts = [f"<h3>{_text(gallery.model)}: {_text(gallery.suite)}, by {_text(gallery.by)}</h3>"]
    for name, strips in gallery.strips.items():
        if strips:
            parts.append(f"<h4>{_text(name)}</h4>")
            parts += [_strip(strip) for strip in strips]
    return "\n".join(parts)


def _strip(strip: Strip) -> str:
    cells = []
    for name, picture, figure in strip.pictures:
        data = base64.b64encode(encode_picture(picture)).decode("ascii")
        height, width = picture.shape[:2]
        cells.append(
            f'<figure><img alt="{_text(name)}" width={width} height={height} src="data:image/png;base64,{data}">'
            f"<figcaption>{_text(name)}{f'<br>{_text(figure)}' if figure else ''}</figcaption></figure>"
        )
    return f"<p><b>{_text(strip.title)}</b>: {_text(strip.words)}</p><div class=strip>{''.join(cells)}</div>"


def _list(rows: Mapping[str, Any]) -> str:
    return "<dl>" + "".join(f"<dt>{_text(key)}</dt><dd>{_text(value)}</dd>" for key, value in rows.items()) + "</dl>"


def _text(value: Any) -> str:
    return html.escape(str(value), quote=True)
