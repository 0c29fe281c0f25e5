"""`repose-train evaluate`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Enter the command into `repose-train`'s."""
    judge = commands.add_parser("evaluate", help="judge weights on photos that took no part in their training")
    judge.add_argument("weights", nargs="+", help="names or files")
    judge.add_argument("--data", required=True, type=Path, help="folder with photos/, masks/ and keypoints18.json")
    judge.add_argument("--split", default="val", help="which photos of the folder (val)")
    judge.add_argument("--photos", type=int, default=0, help="how many of them; 0 for all")
    judge.add_argument("--out", type=Path, help="folder for contact sheets and the figures as JSON")
    judge.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    judge.set_defaults(action=_evaluate)


def _evaluate(options: argparse.Namespace) -> int:
    from training.judging.evaluate import evaluate

    for weights in options.weights:
        evaluate(
            weights,
            options.data,
            split=options.split,
            photos=options.photos,
            out=options.out,
            device=options.device,
            say=sys.stdout.write,
        )
    return 0
