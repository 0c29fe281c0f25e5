"""`repose-train pack`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engine.cli_terminal import Terminal
from engine.errors import UsageError


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Enter the command into `repose-train`'s."""
    make = commands.add_parser("pack", help="make a folder of photos small enough to carry to another machine")
    make.add_argument("data", type=Path, metavar="DATA", help="folder with photos/, masks/ and keypoints18.json")
    make.add_argument("--out", required=True, type=Path, help="new folder of the same form")
    make.add_argument("--height", type=int, default=384, help="largest height of a photo, in pixels (384)")
    make.add_argument("--most", type=float, default=25.0, metavar="MB", help="most megabytes in all (25)")
    make.add_argument("--limit", type=int, default=0, metavar="N", help="most photos of each split; 0 for all (0)")
    make.set_defaults(action=_pack)


def _pack(options: argparse.Namespace) -> int:
    if options.height < 64 or options.most <= 0 or options.limit < 0:
        raise UsageError("The height must be at least 64 pixels, the megabytes more than 0, the limit 0 or more")
    from training.packing import pack

    with Terminal().progress() as progress:
        packed = pack(
            options.data, options.out, height=options.height, most=round(options.most * 1e6), limit=options.limit,
            progress=progress,
        )  # fmt: skip
    sys.stdout.write(
        f"{packed.pictures} photos in {options.out}: {packed.bytes / 1e6:.1f} MB, JPEG quality {packed.quality}\n"
    )
    return 0
