"""`repose-train prepare`: words on standard output, progress on standard error; with --events, JSON lines instead."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from engine.errors import Cancelled, ReposeError
from engine.progress import CancelToken, Progress
from training.events import Event

STOPPED: Final = 130
"""The exit code after Ctrl+C: what comes after it in a script must not run on half a data set."""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Enter the command into `repose-train`'s."""
    command = commands.add_parser(
        "prepare",
        help="make a data set of a folder of photos",
        description="Make a data set of a folder of photos: choose, find joints and masks, cut to 176 x 256, split, "
        "pair, report. Interrupted, the same command goes on where it was.",
    )
    command.add_argument("source", type=Path, help="folder of photos; its kind is recognised")
    command.add_argument("--out", type=Path, required=True, metavar="DATASET", help="folder of the data set")
    command.add_argument(
        "--kind",
        default="auto",
        choices=("auto", *_KINDS),
        help="read the source as this kind (auto: by what it holds)",
    )
    command.add_argument(
        "--recipe", default="auto", choices=("auto", "seed", "everything"),
        help="what to keep: the thesis's choice, or whoever is found (auto: seed for DeepFashion's photos)",
    )  # fmt: skip
    _add_recipe(command.add_argument_group("the recipe, one by one"))
    command.add_argument(
        "--corrections", type=Path, action="append", default=[], metavar="PATH",
        help="joints that a person corrected: a folder or file of OpenPose JSON, COCO JSON or PATN's CSV; they win, "
        "and are kept in the data set for later runs",
    )  # fmt: skip
    command.add_argument(
        "--limit",
        type=int,
        default=0,
        metavar="N",
        help="look at N photos only, of people drawn by lot, for a trial; go on without it later",
    )
    command.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    command.add_argument(
        "--batch", type=int, default=0, metavar="N", help="photos at once; 0 for what suits the device"
    )
    command.add_argument("--threads", type=int, default=0, metavar="N", help="processor threads; 0 for all")
    command.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    command.add_argument("--events", action="store_true", help="JSON lines on standard output, for a program")
    command.add_argument("--listen", action="store_true", help='stop at "stop" or the end of standard input')
    command.set_defaults(action=_prepare)


_KINDS: Final = ("deepfashion", "flat", "patn", "annotated", "folder")


def _add_recipe(group: argparse._ArgumentGroup) -> None:
    def words(text: str) -> tuple[str, ...]:
        return () if text == "all" else tuple(word.strip() for word in text.split(",") if word.strip())

    group.add_argument("--types", type=words, metavar="A,B", help="clothing types to keep, or all")
    group.add_argument("--views", type=words, metavar="A,B", help="views to keep, by name: front,side,back,..., or all")
    group.add_argument("--facings", type=words, metavar="A,B", help="sides to keep, by keypoints: front,side,back")
    group.add_argument(
        "--whole-figures", action=argparse.BooleanOptionalAction, default=None, help="keep photos from head to foot"
    )
    group.add_argument("--joints", type=int, metavar="N", help="fewest joints to be found, of 18")
    group.add_argument(
        "--flip", action=argparse.BooleanOptionalAction, default=None, help="every picture once more in a mirror"
    )
    group.add_argument("--split", choices=("auto", "published", "person"), help="as the source says, or people drawn")
    group.add_argument("--val-share", type=float, metavar="S", help="share of pictures drawn for validation")
    group.add_argument("--seed", type=int, metavar="N", help="of the drawing")
    group.add_argument(
        "--pairs", choices=("auto", "garment", "person", "given", "singles"),
        help="who is paired: same person and garment, same person, the source's list, or every picture with itself",
    )  # fmt: skip
    group.add_argument(
        "--pairs-from-singles", dest="pairs", action="store_const", const="singles", help="the same as --pairs singles"
    )
    group.add_argument("--partners", type=int, metavar="N", help="most pictures that one is paired with")
    group.add_argument(
        "--crop", choices=("auto", "published", "person"), help="columns 40 to 216 of the square, or by the person"
    )
    group.add_argument("--estimator", metavar="WEIGHTS", help="weights that find joints: a name or a file")


def _prepare(options: argparse.Namespace) -> int:
    from training.prepare.plan import describe
    from training.prepare.prepare import PAGE_FILE, Work, plan_for, prepare
    from training.prepare.recipe import recipe_fields, recipe_named
    from training.prepare.sources import read_source

    sys.stderr.write(f"Looking for photos in {options.source} ...\n")
    source = read_source(options.source, kind=options.kind, leave_out=options.out)
    chosen = {name: getattr(options, name) for name in recipe_fields() if getattr(options, name) is not None}
    recipe = dataclasses.replace(recipe_named(options.recipe, source), **chosen)
    if options.dry_run:
        plan = plan_for(source, options.out, recipe, corrections=options.corrections, limit=options.limit)
        sys.stdout.write("\n".join(describe(plan)) + "\n")
        return 0
    threads = _share_processors(options.threads)
    work = Work(limit=options.limit, device=options.device, batch=options.batch, threads=threads)
    cancel = CancelToken()
    teller = _Events() if options.events else None
    with _stopping(cancel, listen=options.listen), _progress(teller) as progress:
        try:
            report = prepare(
                source, options.out, recipe, corrections=options.corrections, work=work, progress=progress,
                cancel=cancel,
            )  # fmt: skip
        except Cancelled:
            if teller is not None:
                teller.tell("stopped", "Stopped; the same command goes on.")
            sys.stderr.write("Stopped. What was done is kept: the same command goes on.\n")
            return STOPPED
        except ReposeError as problem:
            if teller is not None:
                teller.tell("failed", str(problem))
            raise
    if teller is not None:
        teller.tell("finished", str(options.out / PAGE_FILE))
    else:
        sys.stdout.write("\n".join(_summary(report, options.out / PAGE_FILE)) + "\n")
    return 0


def _share_processors(threads: int) -> int:
    """Threads of ours; the libraries' own are held back, so that they do not fight over the processors."""
    import cv2

    cv2.setNumThreads(1)
    if threads > 0:
        import torch

        torch.set_num_threads(threads)
    return threads or max(1, min(8, os.cpu_count() or 1))


def _summary(report: Mapping[str, Any], page: Path) -> Iterator[str]:
    splits, pairs = report["splits"], report["pairs"]
    flip = ", mirror images counted" if report["recipe"]["flip"] else ""
    yield f"{report['in']:,} photos in, {report['kept']:,} kept, {report['dropped']:,} dropped"
    for row in report["why"]:
        yield f"  {row['photos']:>7,}  {row['words']}"
    yield f"{report['pictures']:,} pictures{flip}: {splits['train']:,} for training, {splits['val']:,} for validation"
    yield f"{pairs['train']:,} pairs for training, {pairs['val']:,} for validation"
    for note in report["notes"]:
        yield f"Note: {note}"
    yield f"The report is {page}"


class _Events:
    """Progress as a training tells it, one JSON object a line."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._told = 0.0
        self._done, self._total = 0, 0

    def progress(self, done: int, total: int, message: str) -> None:
        """A line every half second, and at the end."""
        self._done, self._total = done, total
        now = time.monotonic()
        if now - self._told >= 0.5 or done == total:
            self._told = now
            self.tell("started" if done == 0 else "step", message)

    def tell(self, kind: Any, message: str) -> None:
        """One line; whoever listened may have gone."""
        seconds = max(time.monotonic() - self._begun, 1e-9)
        speed = self._done / seconds
        left = (self._total - self._done) / speed if speed > 0 else 0.0
        event = Event(kind, self._done, self._total, speed=speed, seconds_left=left, message=message)
        try:
            sys.stdout.write(event.to_line() + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


@contextlib.contextmanager
def _progress(teller: _Events | None) -> Iterator[Progress]:
    """A bar on standard error with the time left; a line now and then where nobody watches a terminal."""
    if teller is not None:
        yield teller.progress
        return
    if not sys.stderr.isatty():
        yield _Lines().progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.fields[what]}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None, what="")

        def show(done: int, total: int, message: str) -> None:
            bars.update(task, completed=done, total=total or None, what=message[-40:])

        yield show


class _Lines:
    """Progress for a log: a line every ten seconds."""

    def __init__(self) -> None:
        self._told = 0.0

    def progress(self, done: int, total: int, message: str) -> None:
        now = time.monotonic()
        if now - self._told >= 10.0:
            self._told = now
            sys.stderr.write(f"{done:,} of {total:,}: {message}\n")


@contextlib.contextmanager
def _stopping(cancel: CancelToken, *, listen: bool) -> Iterator[None]:
    """Ctrl+C, the system's wish to end, or standard input ask the work to stop after its batch; twice, at once."""

    def asked(number: int, frame: object) -> None:
        if cancel.cancelled:
            raise KeyboardInterrupt
        cancel.cancel()
        sys.stderr.write("Stopping after this batch; press Ctrl+C again to stop at once.\n")

    before = {number: signal.signal(number, asked) for number in (signal.SIGINT, signal.SIGTERM)}
    if listen:

        def read() -> None:
            for line in sys.stdin:
                if line.strip() == "stop":
                    break
            cancel.cancel()

        threading.Thread(target=read, name="stop wish", daemon=True).start()
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
