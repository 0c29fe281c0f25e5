"""Judging pose estimators: joints, sides, confidence and mask, on photos whose joints are known."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch

import engine
from engine.errors import UsageError
from engine.files import write_bytes
from engine.openpose.network import PoseNetwork
from engine.progress import Progress, no_progress
from engine.runtime import describe
from engine.skeleton import JointState
from training.annotations import Annotation, read_annotations
from training.estimator_figures import (
    NARROW,
    WIDE,
    Load,
    PhotoResult,
    by_joint,
    judge,
    load_files,
    summary,
    write_sheet,
)
from training.judging.definitions import ESTIMATORS, FIGURES, SEVERAL
from training.judging.estimator_strips import estimator_gallery
from training.judging.groups import read_labels
from training.judging.known import known_groups
from training.judging.models import Model
from training.judging.oddly import ODD, Odd, fit_for
from training.judging.options import FORMAT, Options, Report
from training.judging.page import page
from training.judging.people import spread
from training.judging.several import SCENES, judge_several
from training.judging.table import Cell, Table, answers_table, group_tables
from training.judging.tally import Tally
from training.prepared import PreparedDataset, is_prepared

BINS: Final = 10
_PROTOCOLS: Final = tuple(dict.fromkeys((*ESTIMATORS, *SEVERAL)))
_HIDDEN: Final = 0.3
"""Confidence of a label that says a joint is hidden: neither sure nor absent."""


@dataclass(frozen=True)
class Bin:
    """Joints that were reported with a confidence from `low` to `high`: how many, their mean, the share right."""

    low: float
    high: float
    joints: int
    confidence: float
    right: float


def calibration(results: Sequence[PhotoResult], *, bins: int = BINS) -> list[Bin]:
    """What reported confidence is worth: by bins of it, the share of joints within 5 % of the person's height.

    A joint that is reported although its label says that it does not show counts as wrong; joints of which the label
    knows nothing are left out. Empty bins are left out.
    """
    said, right = _reported(results)
    places = np.clip((said * bins).astype(int), 0, bins - 1)
    return [
        Bin(k / bins, (k + 1) / bins, int(mine.sum()), float(said[mine].mean()), float(right[mine].mean()))
        for k in range(bins)
        if (mine := places == k).any()
    ]


def calibration_error(table: Sequence[Bin]) -> float:
    """The mean gap between confidence and share right, by joints (expected calibration error); NaN without any."""
    count = sum(row.joints for row in table)
    if not count:
        return float("nan")
    return sum(row.joints * abs(row.confidence - row.right) for row in table) / count


def _reported(results: Sequence[PhotoResult]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Confidence and rightness of every joint that was reported and whose label knows."""
    said = np.concatenate([result.confidence for result in results]) if results else np.zeros(0)
    errors = np.concatenate([result.errors for result in results]) if results else np.zeros(0)
    ghosts = np.concatenate([result.ghosts for result in results]) if results else np.zeros(0, np.bool_)
    known = np.isfinite(said) & (np.isfinite(errors) | ghosts)
    with np.errstate(invalid="ignore"):
        right = (errors <= WIDE) & ~ghosts
    return said[known], right[known]


def tally_of(
    names: Sequence[str],
    results: Mapping[str, Sequence[PhotoResult]],
    *,
    known: Mapping[str, Mapping[str, str]] | None = None,
) -> Tally:
    """The figures photo by photo, for several estimators on the same photos; `known` are groups by a photo's name."""
    tally = Tally(ESTIMATORS)
    for index, name in enumerate(names):
        facing = next(iter(results.values()))[index].facing
        tally.open(name, who=name, groups={"facing": facing, **(known or {}).get(name, {})}, place=index)
        for label, rows in results.items():
            tally.add(label, _figures(rows[index]))
    return tally


def _figures(result: PhotoResult) -> dict[str, tuple[float, float] | float]:
    errors = result.errors[~np.isnan(result.errors)]
    count, sided = float(errors.size), float(result.sided.sum())
    swapped = float(result.swapped.sum())
    return {
        "within_5": (float((errors <= WIDE).sum()), count),
        "within_2_5": (float((errors <= NARROW).sum()), count),
        "every_joint": (float((errors <= WIDE).all()), float(count > 0)),
        "ghosts": (float(result.ghosts.sum()), float(result.absent.sum())),
        "strays": (float(result.strays.sum()), float(result.absent.sum())),
        "swapped": (swapped, sided),
        "turned": (float(swapped > sided / 2), float(sided > 0)),
        "facing_right": float(result.facing_right),
        "mask_iou": result.overlap,
    }


def judge_estimators(
    models: Sequence[Model], options: Options, *, device: torch.device, progress: Progress = no_progress
) -> Report:
    """Judge pose estimators on annotated photos, or on what people corrected in a prepared data set.

    With `out`, writes `evaluation.json`, `evaluation.html` and a sheet of skeletons for each. UsageError when no photo
    has joints that a person or another model drew.
    """
    annotations, load = _photos(options)
    annotations = [annotations[i] for i in spread(len(annotations), options.photos)]
    networks = {model.label: _network(model) for model in models}
    whole: dict[str, Sequence[PhotoResult]] = {}
    for label, network in networks.items():
        whole[label] = judge(network, annotations, device=device, load=load, progress=progress)
        if options.out is not None and load is load_files:
            write_sheet(network, annotations[:24], path=options.out / f"{label}.png", device=device)
    oddly = _shown_oddly(networks, annotations, device=device, load=load, progress=progress)
    several = judge_several(
        networks, annotations, device=device, each=min(SCENES, len(annotations)), load=load, progress=progress
    )
    names = [annotation.name for annotation in annotations]
    known = known_groups(options.data) | (read_labels(options.labels) if options.labels is not None else {})
    tally = tally_of(names, whole, known=known)
    labels = list(networks)
    tables = [
        answers_table(tally, "Whole photos"),
        *(answers_table(tally_of(*shown), odd.title) for odd, shown in oddly.items() if shown[0]),
        *group_tables(several, "several people", labels),
        _joint_table(whole),
        *(_calibration_table(label, rows) for label, rows in whole.items()),
    ]
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": engine.__version__,
        "data": str(options.data),
        "split": options.split,
        "photos": len(annotations),
        "device": describe(device),
        "models": [model.to_json() for model in models],
        "protocols": {key: FIGURES[key].protocol for key in _PROTOCOLS},
        "whole": tally.to_json(),
        **{odd.key: tally_of(*shown).to_json() for odd, shown in oddly.items() if shown[0]},
        "several": several.to_json(),
        "summaries": {
            label: {"whole": summary(whole[label])}
            | {odd.key: summary(rows[label]) for odd, (shown, rows) in oddly.items() if shown}
            for label in labels
        },
        "joints": {label: _joints(rows) for label, rows in whole.items()},
        "calibration": {label: _calibration(rows) for label, rows in whole.items()},
    }
    if options.out is not None:
        write_bytes(options.out / "evaluation.json", (json.dumps(content, indent=2) + "\n").encode())
        text = page(
            {"title": f"Judged: {', '.join(labels)}", "data": f"{options.data}, {len(annotations)} photos"}
            | {model.label: f"sha256 {model.sha256}" for model in models},
            tables=tables,
            groups=group_tables(tally, "whole photos", labels),
            differences=[],
            galleries=[
                estimator_gallery(model, annotations, whole[model.label], load=load, device=device) for model in models
            ],
            protocols={FIGURES[key].title: FIGURES[key].protocol for key in _PROTOCOLS},
            missing={},
        )
        write_bytes(options.out / "evaluation.html", text.encode())
    return Report(content, [*tables, *group_tables(tally, "whole photos", labels)])


def _network(model: Model) -> PoseNetwork:
    assert model.network is not None
    return model.network


def _shown_oddly(
    networks: Mapping[str, PoseNetwork],
    annotations: Sequence[Annotation],
    *,
    device: torch.device,
    load: Load,
    progress: Progress,
) -> dict[Odd, tuple[list[str], dict[str, Sequence[PhotoResult]]]]:
    """By the way photos are shown: the names of those that can be shown so, and what each estimator made of them."""
    found: dict[Odd, tuple[list[str], dict[str, Sequence[PhotoResult]]]] = {}
    for odd in ODD:
        fit = fit_for(odd, annotations)
        rows: dict[str, Sequence[PhotoResult]] = {
            label: judge(network, fit, device=device, change=odd.change, load=load, progress=progress)
            for label, network in networks.items()
            if fit
        }
        found[odd] = [one.name for one in fit], rows
    return found


def _photos(options: Options) -> tuple[list[Annotation], Load]:
    if not is_prepared(options.data):
        return read_annotations(options.data, split=options.split), load_files
    dataset = PreparedDataset.open(options.data)
    chosen = {
        item.name: int(index)
        for index in dataset.indices(options.split)
        if (item := dataset.items[int(index)]).corrected and not item.flipped
    }
    if not chosen:
        raise UsageError(
            "Nobody has corrected joints in this data set: its labels are an estimator's own",
            where=str(options.data),
            hint="Correct some in the window, or give a folder of photos whose joints are known.",
        )
    annotations = []
    for name, index in chosen.items():
        pose = dataset.items[index].pose
        trust = np.array([{JointState.VISIBLE: 1.0, JointState.HIDDEN: _HIDDEN}.get(s, 0.0) for s in pose.states])
        keypoints = np.column_stack([np.nan_to_num(pose.points), trust])
        height, width = dataset.size
        annotations.append(Annotation(name, Path(name), Path(name), (width, height), options.split, keypoints))

    def load(annotation: Annotation) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
        index = chosen[annotation.name]
        return dataset.picture(index), dataset.mask(index) > 127

    return annotations, load


def _joints(rows: Sequence[PhotoResult]) -> dict[str, dict[str, float]]:
    return {name: {"labels": n, "within 5 %": a, "within 2.5 %": b} for name, (n, a, b) in by_joint(rows).items()}


def _calibration(rows: Sequence[PhotoResult]) -> dict[str, Any]:
    table = calibration(rows)
    error = calibration_error(table)
    return {"bins": [vars(row) for row in table], "error": error if np.isfinite(error) else None}


def _joint_table(results: dict[str, Sequence[PhotoResult]]) -> Table:
    heads = [f"{label}: {what}" for label in results for what in ("labels", "within 5 %", "within 2.5 %")]
    found = {label: by_joint(rows) for label, rows in results.items()}
    names = list(dict.fromkeys(name for rows in found.values() for name in rows))
    rows = []
    for name in names:
        cells: list[Cell] = []
        for label in results:
            count, wide, narrow = found[label].get(name, (0, float("nan"), float("nan")))
            cells += [Cell(str(count)), Cell(f"{wide:.3f}"), Cell(f"{narrow:.3f}")]
        rows.append((name, cells))
    return Table("By joint", heads, rows)


def _calibration_table(label: str, rows: Sequence[PhotoResult]) -> Table:
    table = calibration(rows)
    shown = [
        (
            f"{row.low:.1f} to {row.high:.1f}",
            [Cell(str(row.joints)), Cell(f"{row.confidence:.3f}"), Cell(f"{row.right:.3f}")],
        )
        for row in table
    ]
    note = f"Mean gap between confidence and share right: {calibration_error(table):.3f}."
    return Table(f"{label}: what its confidence is worth", ["joints", "confidence", "share right"], shown, note)
