"""`repose-train synthesize`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from engine.cli_terminal import Terminal
from engine.errors import UsageError


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Enter the command into `repose-train`'s."""
    make = commands.add_parser("synthesize", help="render people with exact joints (extra `synthetic`)")
    make.add_argument("--out", required=True, type=Path, help="folder for photos/, masks/ and keypoints18.json")
    make.add_argument("--people", type=int, default=100, help="how many people (100); more than before: goes on")
    make.add_argument("--views", type=int, default=20, help="pictures of each, every one in another pose (20)")
    make.add_argument("--seed", type=int, default=1, help="the same seed gives the same pictures (1)")
    make.add_argument("--size", default="176x256", help="width x height in pixels (176x256)")
    make.add_argument("--depth", action="store_true", help="write depth/ too: 16 bits, millimetres")
    make.add_argument("--parts", action="store_true", help="write parts/ too: body part in red, garment in green")
    make.add_argument("--jobs", type=int, default=1, help="processes that render side by side (1)")
    make.set_defaults(action=_synthesize)


def _synthesize(options: argparse.Namespace) -> int:
    if min(options.people, options.views, options.jobs) < 1:
        raise UsageError("There must be at least one person, one view and one process")
    size = _size(options.size)
    try:
        from training.synthetic.folder import Plan
        from training.synthetic.report import PAGE_FILE
        from training.synthetic.synthesize import synthesize
    except ImportError as problem:
        raise UsageError(
            f"Rendering needs the extra `synthetic` ({problem})", hint='Run pip install "repose-studio[synthetic]".'
        ) from problem
    plan = Plan(
        options.out, options.people, options.views, options.seed, size=size, depth=options.depth, parts=options.parts
    )
    begun = time.monotonic()
    with Terminal().progress() as progress:
        rows = synthesize(plan, jobs=options.jobs, progress=progress)
    sys.stdout.write(f"{len(rows)} pictures in {options.out}; see {options.out / PAGE_FILE}\n")
    sys.stdout.write(f"{time.monotonic() - begun:.0f} seconds\n")
    return 0


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError as problem:
        raise UsageError(f"'{text}' is no size", hint="Write width x height, for example 176x256.") from problem
    if not 64 <= min(width, height) <= max(width, height) <= 2048:
        raise UsageError(f"Pictures of {text} are not made", hint="Choose sides of 64 to 2048 pixels.")
    return width, height
