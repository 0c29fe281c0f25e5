"""What `repose-train evaluate` found, read from its `evaluation.json` as tables."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from gui.language.retranslating import said_again
from gui.language.words import beginning, later
from gui.services.run_folder import read_json

FILE: Final = "evaluation.json"
PAGE: Final = "evaluation.html"
_TITLES: Final = {
    "ssim_patn": "SSIM (PATN's)",
    "ssim_common": "SSIM (51)",
    "ssim_person": later("Figures", "SSIM, person"),
    "l1": "L1",
    "l1_person": later("Figures", "L1, person"),
    "lpips": "LPIPS",
    "fid": "FID",
    "is": "IS",
    "pckh": "PCKh",
    "pckh_moved": later("Figures", "PCKh, moved"),
    "pckh_either": later("Figures", "PCKh, either side"),
    "features": later("Figures", "feature distance"),
    "within_5": later("Figures", "within 5 %"),
    "within_2_5": later("Figures", "within 2.5 %"),
    "mask_iou": later("Figures", "mask IoU"),
    "found": later("Figures", "found"),
    "alone": later("Figures", "alone"),
    "colour_agreement": later("Figures", "colours"),
    "colour_difference": later("Figures", "colour difference"),
    "sharpness": later("Figures", "sharpness"),
    "every_joint": later("Figures", "every joint"),
    "ghosts": later("Figures", "absent reported"),
    "strays": later("Figures", "absent, elsewhere"),
    "swapped": later("Figures", "sides swapped"),
    "turned": later("Figures", "turned over"),
    "facing_right": later("Figures", "facing right"),
    "people_right": later("Figures", "right number"),
    "exchanged": later("Figures", "exchanged"),
}
_SUITES: Final = {
    "pairs": later("Figures", "pairs"),
    "poses": later("Figures", "poses"),
    "presets": later("Figures", "gallery"),
    "same": later("Figures", "same pose"),
    "rendered": later("Figures", "rendered"),
    "whole": later("Figures", "whole photos"),
    "upper body": later("Figures", "cut below the hips"),
    "waist": later("Figures", "cut at the waist"),
    "knees": later("Figures", "cut at the knees"),
    "low": later("Figures", "256 pixels high"),
}
_ANSWERS: Final = {
    name: name
    for name in (
        later("Figures", "real photo"),
        later("Figures", "condition unchanged"),
        later("Figures", "moved, holes left white"),
        later("Figures", "moved, no network"),
    )
}
"""What stands beside the models: answers that need no network."""


@dataclass(frozen=True)
class Figure:
    """One figure with the interval that it probably lies in; NaN where that is not known."""

    value: float
    low: float = math.nan
    high: float = math.nan


@dataclass(frozen=True)
class EvaluationTable:
    """Figures by who painted: `heads` are (title, how it is measured), rows a name and a figure for each, or None."""

    title: str
    heads: list[tuple[str, str]]
    rows: list[tuple[str, list[Figure | None]]]


@dataclass(frozen=True)
class Evaluation:
    """The tables of one judging, where its page is, what was not measured and why, and what it was done on."""

    tables: list[EvaluationTable]
    page: Path | None
    missing: dict[str, str]
    data: str
    photos: int
    when: float


def title_of(key: str) -> str:
    """A figure's name as people know it."""
    return QCoreApplication.translate("Figures", _TITLES.get(key, key.replace("_", " ")))


def read_evaluation(folder: Path) -> Evaluation | None:
    """What was found in a folder; None when there is nothing, or nothing that can be read."""
    content = read_json(folder / FILE)
    suites = content.get("suites")
    found: dict[str, Any] = dict(suites) if isinstance(suites, Mapping) else {}
    found.update({name: content[name] for name in ("whole", "upper body", "waist", "knees", "low") if name in content})
    protocols = content.get("protocols")
    tables = [
        table
        for name, suite in found.items()
        if isinstance(suite, Mapping)
        and (table := _table(name, suite, protocols if isinstance(protocols, Mapping) else {})).rows
    ]
    if not tables:
        return None
    page = folder / PAGE
    missing = content.get("missing")
    photos = content.get("photos")
    return Evaluation(
        tables,
        page if page.is_file() else None,
        {title_of(str(key)): said_again(str(why)) for key, why in missing.items()}
        if isinstance(missing, Mapping)
        else {},
        str(content.get("data") or ""),
        photos if isinstance(photos, int) else 0,
        (folder / FILE).stat().st_mtime,
    )


def _table(name: str, suite: Mapping[str, Any], protocols: Mapping[str, Any]) -> EvaluationTable:
    answers = suite.get("answers")
    values: dict[str, dict[str, Figure]] = {}
    if isinstance(answers, Mapping):
        for answer, kinds in answers.items():
            whole = kinds.get("all") if isinstance(kinds, Mapping) else None
            if isinstance(whole, Mapping):
                values[str(answer)] = {str(key): figure for key, row in whole.items() if (figure := _figure(row))}
    sets = suite.get("sets")
    if isinstance(sets, Mapping):
        for answer, row in sets.items():
            if isinstance(row, Mapping):
                more = {str(key): _figure(value) for key, value in row.items() if key != "pictures"}
                values.setdefault(str(answer), {}).update({key: found for key, found in more.items() if found})
    keys = list(dict.fromkeys(key for row in values.values() for key in row))
    what = str(suite.get("what") or "")
    title = QCoreApplication.translate("Figures", _SUITES.get(name, name))
    return EvaluationTable(
        beginning(f"{title}: {said_again(what)}" if what else title),
        [(title_of(key), said_again(str(protocols.get(key) or ""))) for key in keys],
        [
            (QCoreApplication.translate("Figures", _ANSWERS.get(answer, answer)), [row.get(key) for key in keys])
            for answer, row in values.items()
        ],
    )


def _figure(told: Any) -> Figure | None:
    if isinstance(told, Mapping):
        value, low, high = (told.get(key) for key in ("value", "low", "high"))
        if isinstance(value, (int, float)):
            return Figure(
                float(value),
                float(low) if isinstance(low, (int, float)) else math.nan,
                float(high) if isinstance(high, (int, float)) else math.nan,
            )
        return None
    return Figure(float(told)) if isinstance(told, (int, float)) and not isinstance(told, bool) else None
