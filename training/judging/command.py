"""`repose-train evaluate`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

_SUITES = ("embedded", "pairs", "poses", "presets", "same")
_EVERY = 10.0


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Enter the command into `repose-train`'s."""
    judge = commands.add_parser(
        "evaluate",
        help="judge weights and runs on pictures that took no part in their training",
        description="Judge weights and runs on pictures that took no part in their training. Tables go to standard "
        "output; with --out also evaluation.json and evaluation.html, with pictures to look at.",
    )
    judge.add_argument("models", nargs="+", metavar="RUN|WEIGHTS", help="names or files of weights, folders of runs")
    judge.add_argument(
        "--data", required=True, type=Path, help="a prepared data set, or a folder with photos/, masks/ and keypoints"
    )
    judge.add_argument("--split", default="val", help="which part of it (val)")
    judge.add_argument("--photos", type=int, default=0, metavar="N", help="how many of its photos; 0 for all")
    judge.add_argument("--suite", choices=_SUITES, default="embedded", help="one suite, or embedded for all of them")
    judge.add_argument(
        "--transfers", type=int, default=200, metavar="N", help="how many in poses, presets and same (200)"
    )
    judge.add_argument("--figures", default="", metavar="KEY,...", help="take these figures alone")
    judge.add_argument(
        "--rendered", type=Path, metavar="FOLDER", help="rendered people, prepared: their pairs are judged as well"
    )
    judge.add_argument("--out", type=Path, help="folder for the page, the figures as JSON, sheets")
    judge.add_argument("--json", action="store_true", help="JSON on standard output in place of tables")
    judge.add_argument("--keep", action="store_true", help="write every judged picture and its poses to OUT/pictures")
    judge.add_argument("--labels", type=Path, metavar="CSV", help="groups known of the pictures: name,gender,...")
    judge.add_argument("--review", type=Path, metavar="CSV", help="opinion scores: model,score[,gender,facing]")
    judge.add_argument(
        "--estimator",
        default="repose-pose",
        help="what finds the joints again: name or file of weights, or the file pose_landmark_heavy.tflite of the npm "
        "package @mediapipe/pose, which had no part in making our generators (repose-pose)",
    )
    judge.add_argument(
        "--background", choices=("keep", "white"), default="keep", help="of a prepared data set's pictures (keep)"
    )
    judge.add_argument("--no-distances", action="store_true", help="no distances to the training set")
    judge.add_argument("--fetch", action="store_true", help="fetch the published networks of LPIPS, FID and IS")
    judge.add_argument("--cache", type=Path, help="where framed people are kept between calls")
    judge.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    judge.set_defaults(action=_evaluate)


def _evaluate(options: argparse.Namespace) -> int:
    from training.judging.evaluate import evaluate
    from training.judging.options import Options
    from training.judging.table import texts

    wanted = Options(
        models=options.models,
        data=options.data,
        split=options.split,
        photos=max(0, options.photos),
        transfers=max(1, options.transfers),
        suite=options.suite,
        figures=[key.strip() for key in options.figures.split(",") if key.strip()],
        rendered=options.rendered,
        out=options.out,
        device=options.device,
        cache=options.cache,
        estimator=options.estimator,
        labels=options.labels,
        review=options.review,
        background=options.background,
        distances=not options.no_distances,
        fetch=options.fetch,
        keep=options.keep,
    )
    try:
        report = evaluate(wanted, progress=_progress())
    except KeyboardInterrupt:
        sys.stderr.write("repose-train: stopped; nothing was written.\n")
        return 130
    if options.json:
        sys.stdout.write(json.dumps(report.content, indent=2) + "\n")
        return 0
    sys.stdout.write(texts(report.tables))
    for key, why in report.content.get("missing", {}).items():
        sys.stdout.write(f"\nNot measured: {key}: {why}.\n")
    if options.out is not None:
        sys.stdout.write(f"\nThe page is {options.out / 'evaluation.html'}.\n")
    return 0


def _progress() -> Callable[[int, int, str], None]:
    """Says on standard error how far the work is: at once when it turns to something else, else every ten seconds."""
    last: dict[str, float] = {}

    def show(done: int, total: int, message: str) -> None:
        now = time.monotonic()
        if message in last and now - last[message] < _EVERY and done < total:
            return
        last[message] = now
        sys.stderr.write(f"{message}: {done} of {total}\n" if total > 1 else f"{message}\n")
        sys.stderr.flush()

    return show
