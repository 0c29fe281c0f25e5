"""`repose batch` and `repose sheet`: many photos in many poses, and pictures on one sheet."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.backgrounds import Background
from engine.batch import FILE, Batch, BatchOptions, BatchPhoto, BatchPose
from engine.batch_run import BatchRun
from engine.cli_pictures import load_models, read_target
from engine.cli_terminal import INPUT, Terminal
from engine.errors import ReposeError, UsageError
from engine.files import require_place
from engine.images import PHOTO_SUFFIXES, downscale, load_picture, save_picture
from engine.picture_sets import PictureSets, set_of_batch
from engine.project.project import Project
from engine.sheets import LARGEST, SHEET, batch_sheet, picture_sheet
from engine.weights.table import EMBEDDED_GENERATOR

if TYPE_CHECKING:
    from engine.transfer import Transfer


@dataclass(frozen=True)
class BatchAsked:
    """How a batch is asked for.

    background   white, keep or photo, as for single pictures; None is white, or that of the plan that is gone on with
    weights      names or files of generators; none is the embedded one, or those of the plan that is gone on with
    device       auto, cpu, cuda or mps
    again        whether what failed is tried once more
    project      the project that the pictures are put into; None for none
    """

    background: Background | None = None
    weights: Sequence[str] = ()
    device: str = "auto"
    again: bool = False
    project: Path | None = None


def batch(photos: Sequence[Path], terminal: Terminal, *, poses: Sequence[str], out: Path, asked: BatchAsked) -> int:
    """Work a batch off, or go on with the one in `out`; see `repose batch --help`. Answers the exit code."""
    with contextlib.ExitStack() as stack:
        project = None if asked.project is None else stack.enter_context(Project.open(asked.project))
        if (out / FILE).exists():
            plan = Batch.open(out)
            _require_same(plan, photos, poses, asked=asked)
            terminal.note(f"Going on in {out}: {plan.done} of {plan.total} pictures are there.")
            if asked.again:
                plan.forget_failures()
        else:
            plan = Batch.create(
                out,
                photos=[BatchPhoto(path.absolute(), path.stem) for path in _photos(photos)],
                poses=[_pose(given) for given in poses],
                options=BatchOptions(asked.background or "white"),
                weights=[_weights(given) for given in asked.weights] or (EMBEDDED_GENERATOR,),
            )
        told = len(plan.failures)
        sets = None if project is None else PictureSets(project)
        if sets is not None:
            sets.remember(set_of_batch(plan))
        if plan.left():
            _work(plan, terminal, device=asked.device, sets=sets)
        if sets is not None:
            sets.settle(plan.key, cancel=terminal.cancel)
    for failure in plan.failures[:told]:  # those of now were told when they came
        terminal.say_error(failure.why)
    sheet = save_picture(plan.folder / SHEET, batch_sheet(plan, cancel=terminal.cancel))
    terminal.result(str(sheet))
    return INPUT if plan.failures else 0


def _work(plan: Batch, terminal: Terminal, *, device: str, sets: PictureSets | None) -> None:
    models_of = _Loaded(terminal, device=device)
    for model in plan.models:  # what is missing is told before anything is painted
        models_of(model.weights)
    run = BatchRun(plan)
    with terminal.progress() as progress:
        while True:
            terminal.cancel.raise_if_cancelled()
            progress(plan.done + plan.failed, plan.total, "Drawing")
            step = run.step(models_of, cancel=terminal.cancel)
            if step is None:
                return
            if step.path is None or step.made is None:
                terminal.say_error(step.why)
                continue
            if sets is not None:
                sets.enter(plan.key, step.path, step.made)
            terminal.result(str(step.path))


class _Loaded:
    """Generators by name or file, each loaded once, with one estimator for all."""

    def __init__(self, terminal: Terminal, *, device: str) -> None:
        self._terminal = terminal
        self._device = device
        self._models: dict[str, Transfer] = {}

    def __call__(self, weights: str) -> Transfer:
        from engine.loading import load_painter
        from engine.transfer import Transfer

        if weights not in self._models:
            first = next(iter(self._models.values()), None)
            if first is None:
                self._models[weights] = load_models(self._terminal, weights=weights, device=self._device)
            else:
                painter = load_painter(weights, device=self._device)
                self._models[weights] = Transfer(first.estimator, painter, masker=first.masker)
        return self._models[weights]


def _require_same(plan: Batch, photos: Sequence[Path], poses: Sequence[str], *, asked: BatchAsked) -> None:
    """Photos, poses, weights and background that are named again must be those of the plan."""
    given = {
        "photos": bool(photos) and {path.absolute() for path in _photos(photos)} != {one.path for one in plan.photos},
        "poses": bool(poses) and not _are_of(plan.poses, [_pose(given) for given in poses]),
        "weights": bool(asked.weights)
        and {_weights(given) for given in asked.weights} != {model.weights for model in plan.models},
        "background": asked.background not in (None, plan.options.background),
    }
    for what in (name for name, other in given.items() if other):
        raise UsageError(
            "In this folder a batch with other {what} was begun",
            where=str(plan.folder),
            hint="Name the same {what} or none, or choose another folder.",
            what=what,
        )


def _are_of(plan: Sequence[BatchPose], given: Sequence[BatchPose]) -> bool:
    """Whether poses are those of a plan, in its order: the same photos, or the same joints as far as it keeps them."""
    return len(plan) == len(given) and all(
        one.photo == other.photo
        if one.pose is None or other.pose is None
        else one.pose.same_as(other.pose, tolerance=1e-2)
        for one, other in zip(plan, given, strict=True)
    )


def _weights(given: str) -> str:
    """A name as it is, a file's path so that it is found from anywhere."""
    return str(Path(given).absolute()) if Path(given).suffix and Path(given).is_file() else given


def _photos(given: Sequence[Path]) -> list[Path]:
    """The photos, a folder's in the order of their names."""
    found: list[Path] = []
    for path in given:
        if path.is_dir():
            inside = sorted(entry for entry in path.iterdir() if entry.suffix.lower() in PHOTO_SUFFIXES)
            if not inside:
                raise UsageError("There is no photo in this folder", where=str(path), hint="Name another.")
            found.extend(inside)
        else:
            found.append(path)
    return found


def _pose(given: str) -> BatchPose:
    target = read_target(given)
    return BatchPose(target.name, target.pose, Path(given).absolute() if target.pose is None else None)


def sheet(pictures: Sequence[Path], terminal: Terminal, *, out: Path, columns: int, names: bool) -> int:
    """Put pictures on one sheet; see `repose sheet --help`. Answers the exit code."""
    require_place(out, protected=pictures)
    shown, missing = [], False
    for path in _photos(pictures):
        terminal.cancel.raise_if_cancelled()
        try:
            shown.append((path.stem, downscale(load_picture(path), LARGEST)))
        except ReposeError as error:
            terminal.error(error)
            missing = True
    terminal.result(str(save_picture(out, picture_sheet(shown, columns=columns, names=names))))
    return INPUT if missing else 0
