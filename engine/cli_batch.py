"""`repose batch` and `repose sheet`: many photos in many poses, and pictures on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.batch import FILE, Background, Batch, BatchOptions, BatchPhoto, BatchPose, BatchRun
from engine.cli_pictures import load_models, read_target
from engine.cli_terminal import INPUT, Terminal
from engine.errors import ReposeError, UsageError
from engine.files import require_place
from engine.images import PHOTO_SUFFIXES, load_picture, save_picture
from engine.sheets import SHEET, batch_sheet, picture_sheet


def batch(
    photos: Sequence[Path],
    terminal: Terminal,
    *,
    poses: Sequence[str],
    out: Path,
    background: Background,
    weights: str | None,
    device: str,
    again: bool,
) -> int:
    """Work a batch off, or go on with the one in `out`; see `repose batch --help`. Answers the exit code."""
    if (out / FILE).exists():
        plan = Batch.open(out)
        _require_same(plan, photos, poses)
        terminal.note(f"Going on in {out}: {plan.done} of {plan.total} pictures are there.")
        if again:
            plan.forget_failures()
    else:
        plan = Batch.create(
            out,
            photos=[BatchPhoto(path.absolute(), path.stem) for path in _photos(photos)],
            poses=[_pose(given) for given in poses],
            options=BatchOptions(background, weights or ""),
        )
    told = len(plan.failures)
    if plan.left():
        _work(plan, terminal, device=device)
    for failure in plan.failures[:told]:  # those of now were told when they came
        terminal.say_error(failure.why)
    sheet = save_picture(plan.folder / SHEET, batch_sheet(plan, cancel=terminal.cancel))
    terminal.result(str(sheet))
    return INPUT if plan.failures else 0


def _work(plan: Batch, terminal: Terminal, *, device: str) -> None:
    models = load_models(terminal, weights=plan.options.weights or None, device=device)
    run = BatchRun(plan)
    with terminal.progress() as progress:
        while True:
            terminal.cancel.raise_if_cancelled()
            progress(plan.done + plan.failed, plan.total, "Drawing")
            step = run.step(models, cancel=terminal.cancel)
            if step is None:
                return
            if step.path is not None:
                terminal.result(str(step.path))
            else:
                terminal.say_error(step.why)


def _require_same(plan: Batch, photos: Sequence[Path], poses: Sequence[str]) -> None:
    """Photos and poses that are named again must be those of the plan."""
    if photos and {path.absolute() for path in _photos(photos)} != {photo.path for photo in plan.photos}:
        raise UsageError(
            "In this folder a batch of other photos was begun",
            where=str(plan.folder),
            hint="Name the same photos or none, or choose another folder.",
        )
    if poses and len(poses) != len(plan.poses):
        raise UsageError(
            "In this folder a batch of other poses was begun",
            where=str(plan.folder),
            hint="Name the same poses or none, or choose another folder.",
        )


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
            shown.append((path.stem, load_picture(path)))
        except ReposeError as error:
            terminal.error(error)
            missing = True
    terminal.result(str(save_picture(out, picture_sheet(shown, columns=columns, names=names))))
    return INPUT if missing else 0
