"""The report of a folder of rendered people: report.json, report.html, and contact sheets with skeletons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import Any, Final, TypeVar

import cv2
import numpy as np

from engine.files import make_folder, write_bytes
from engine.images import Picture, load_picture, save_picture
from engine.overlay import contact_sheet, draw_skeleton
from training.annotations import Annotation, read_annotations
from training.datasets import pose_of
from training.synthetic.folder import Plan, Rows, write_about
from training.synthetic.scenery import FACINGS
from training.synthetic.shares import count_arms, count_joints, count_shares

REPORT_FILE: Final = "report.json"
PAGE_FILE: Final = "report.html"
SHEETS: Final = "sheets"
_ROWS: Final = 4
_COLUMNS: Final = 8
_WIDEST: Final = 176
_LIMB: Final = 1.6

T = TypeVar("T")

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8884; --bar: #4c8bf5; --soft: #8882; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; } .side { display: flex; flex-wrap: wrap; gap: 1rem 3rem; }
th, td { text-align: right; padding: .15rem .7rem; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
td.bar { width: 9rem; } td.bar div { height: .65rem; background: var(--bar); border-radius: 2px; }
td.off { font-weight: bold; } img { max-width: 100%; border: 1px solid var(--line); }
"""


@dataclass(frozen=True)
class Rendering:
    """What the last run did: `pictures` in `seconds` on the clock with `jobs` processes."""

    pictures: int
    seconds: float
    jobs: int

    @property
    def rate(self) -> float:
        """Pictures a second."""
        return self.pictures / self.seconds if self.pictures and self.seconds > 0 else 0.0


def write_report(plan: Plan, rows: Rows, *, pairs: dict[str, int], rendering: Rendering) -> dict[str, Any]:
    """Write everything that tells what is in `plan.out`; answers what is in report.json. Raises OutputError."""
    write_about(plan)
    report = {
        **plan.kind(), "pictures": len(rows), "people": len({row["person"] for row in rows.values()}), "pairs": pairs,
        "rendered_last": {**asdict(rendering), "pictures_a_second": round(rendering.rate, 2)},
        "shares": count_shares(rows), "arms": count_arms(rows), "joints": count_joints(rows),
    }  # fmt: skip
    sheets = write_sheets(plan.out, rows)
    write_bytes(plan.out / REPORT_FILE, (json.dumps(report, indent=1) + "\n").encode())
    write_bytes(plan.out / PAGE_FILE, page(report, sheets=sheets).encode())
    return report


# --- Contact sheets ---


def write_sheets(folder: Path, rows: Rows) -> dict[str, str]:
    """Sheets of one facing each, and one of people in several poses; their paths below `folder` by title."""
    splits = sorted({row["split"] for row in rows.values()})
    photos = {photo.name: photo for split in splits for photo in read_annotations(folder, split=split)}
    make_folder(folder / SHEETS)
    written: dict[str, str] = {}
    for facing in FACINGS:
        names = spread([name for name, row in rows.items() if row["facing"] == facing], _ROWS * _COLUMNS)
        cells = [_cell(photos[name]) for name in names]
        if cells:
            lines = [cells[start : start + _COLUMNS] for start in range(0, len(cells), _COLUMNS)]
            titled = f"{facing}: rings are joints that the person covers"
            written[titled] = _write(folder, facing, lines)
    people = spread(sorted({row["person"] for row in rows.values()}), _ROWS)
    of_person = [[n for n, row in rows.items() if row["person"] == person][:_COLUMNS] for person in people]
    lines = [[_shown(photos[name]) for name in names] for names in of_person]
    written["one person in several poses, a row each"] = _write(folder, "people", lines)
    return written


def spread(things: Sequence[T], most: int) -> Sequence[T]:
    """As many of the things at most, from the whole length of the list."""
    return things if len(things) <= most else [things[index * len(things) // most] for index in range(most)]


def _cell(photo: Annotation) -> Picture:
    picture = load_picture(photo.photo)
    return _small(draw_skeleton(picture, pose_of(photo), width=_LIMB * max(1.0, picture.shape[1] / _WIDEST)))


def _shown(photo: Annotation) -> Picture:
    return _small(load_picture(photo.photo))


def _small(picture: Picture) -> Picture:
    if picture.shape[1] <= _WIDEST:
        return picture
    size = _WIDEST, max(1, round(picture.shape[0] * _WIDEST / picture.shape[1]))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _write(folder: Path, name: str, lines: Sequence[Sequence[Picture]]) -> str:
    save_picture(folder / SHEETS / f"{name}.jpg", contact_sheet(lines, gap=4))
    return f"{SHEETS}/{name}.jpg"


# --- The page ---


def page(report: dict[str, Any], *, sheets: dict[str, str]) -> str:
    """The report as a page; `sheets` are images beside it, by title."""
    last, pairs = report["rendered_last"], report["pairs"]
    lead = (
        f"{report['pictures']:,} pictures of {report['people']:,} people, {report['views']} each, "
        f"{report['size'][0]} x {report['size'][1]} pixels, seed {report['seed']}. "
        f"Pairs of one person: {pairs['train']:,} for training, {pairs['val']:,} for validation."
    )
    if last["pictures"]:
        lead += (
            f" Last run: {last['pictures']:,} pictures in {last['seconds']:,.0f} s, "
            f"{last['pictures_a_second']:.1f} a second with {last['jobs']} process{'es' if last['jobs'] > 1 else ''}."
        )
    groups = "".join(f"<div><h2>{escape(key)}</h2>{_shares(lines)}</div>" for key, lines in report["shares"].items())
    images = "".join(
        f'<h2>{escape(title)}</h2><a href="{escape(path)}"><img src="{escape(path)}" alt="{escape(title)}" '
        'loading="lazy"></a>'
        for title, path in sheets.items()
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Rendered people</title>\n<style>{_STYLE}</style></head><body>\n<h1>Rendered people</h1>\n"
        f"<p>{escape(lead)}</p>\n<p>Shares in bold are farther from what is stated than chance would have it.</p>\n"
        f'<div class="side">{groups}</div>\n<h2>arms</h2>{_arms(report["arms"])}'
        f"<h2>joints</h2>{_joints(report['joints'])}{images}</body></html>\n"
    )


def _shares(lines: Iterable[dict[str, Any]]) -> str:
    rows = "".join(
        f"<tr><td>{escape(line['value'])}</td><td>{line['pictures']:,}</td><td>{line['people']:,}</td>"
        f"<td{' class=off' if line['off'] else ''}>{_percent(line['share'])}</td><td>{_percent(line['stated'])}</td>"
        f"{_bar(line['share'])}</tr>"
        for line in lines
    )
    return f"<table><tr>{_heads('', 'pictures', 'people', 'share', 'stated', '')}</tr>{rows}</table>"


def _arms(counts: dict[str, int]) -> str:
    total = max(sum(counts.values()), 1)
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td>{count:,}</td><td>{_percent(count / total)}</td>{_bar(count / total)}</tr>"
        for name, count in counts.items()
    )
    return f"<table><tr>{_heads('', 'arms', 'share', '')}</tr>{rows}</table>"


def _joints(joints: dict[str, dict[str, float]]) -> str:
    rows = "".join(
        f"<tr><td>{escape(name.replace('_', ' '))}</td>"
        + "".join(f"<td>{_percent(share)}</td>" for share in shares.values())
        + f"{_bar(shares['visible'])}</tr>"
        for name, shares in joints.items()
    )
    heads = _heads("", "visible", "covered", "outside", "turned away", "")
    return f"<table><tr>{heads}</tr>{rows}</table>"


def _heads(*names: str) -> str:
    return "".join(f"<th>{escape(name)}</th>" for name in names)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _bar(share: float) -> str:
    return f'<td class="bar"><div style="width:{100 * min(share, 1.0):.1f}%"></div></td>'
