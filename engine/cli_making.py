"""What the commands that make many pictures take: `repose sequence`, `repose batch`, `repose sheet`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from engine.backgrounds import BACKGROUNDS
from engine.cli_terminal import Add, Terminal

BACKGROUND_HELP: Final = "white; keep: the photo's own, in the frame; photo: the whole photo with the person replaced"


def add_making(add: Add, *, devices: Sequence[str]) -> None:
    """Put the commands on the command line."""
    job = add("sequence", "show a photo's person on the way from pose to pose", _sequence)
    job.add_argument("photo", metavar="PHOTO", type=Path)
    job.add_argument(
        "--pose",
        metavar="POSE",
        action="append",
        required=True,
        dest="poses",
        help="a preset's name, an OpenPose JSON file or another photo; two or more, in their order",
    )
    job.add_argument("--frames", metavar="N", type=int, default=24, help="how many pictures; default: %(default)s")
    job.add_argument("--fps", metavar="N", type=float, default=12.0, help="pictures a second; default: %(default)g")
    job.add_argument("--loop", action="store_true", help="back to the first pose, to be played round and round")
    job.add_argument(
        "--out",
        metavar="FILE.gif|FILE.mp4|FILE.webm|DIR",
        type=Path,
        required=True,
        help="one file (browsers play GIF and WebM), or a folder for numbered PNG files",
    )
    _add_common(job, devices)
    job = add("batch", "show many photos in many poses; goes on where it was left", _batch)
    job.add_argument(
        "photos",
        metavar="PHOTO|DIR",
        nargs="*",
        type=Path,
        help="photos or folders of them; none goes on with the batch in --out",
    )
    job.add_argument(
        "--pose",
        metavar="POSE",
        action="append",
        default=[],
        dest="poses",
        help="a preset's name, an OpenPose JSON file or another photo; may be given several times",
    )
    job.add_argument("--out", metavar="DIR", type=Path, required=True, help="where plan, pictures and sheet lie")
    job.add_argument("--again", action="store_true", help="try what failed once more")
    job.add_argument(
        "--project",
        metavar="FILE.repose",
        type=Path,
        help="put every picture into this project as well, to be judged there",
    )
    _add_common(job, devices, several=True)
    job = add("sheet", "put pictures on one contact sheet", _sheet)
    job.add_argument("pictures", metavar="PICTURE|DIR", nargs="+", type=Path)
    job.add_argument("--columns", metavar="N", type=int, default=0, help="default: as many as look well")
    job.add_argument("--no-names", action="store_true", help="leave the files' names out")
    job.add_argument("--out", metavar="FILE", type=Path, required=True)


def _add_common(job: argparse.ArgumentParser, devices: Sequence[str], *, several: bool = False) -> None:
    # A batch that is gone on with keeps the background that it was begun with.
    job.add_argument("--background", choices=BACKGROUNDS, default=None if several else "white", help=BACKGROUND_HELP)
    if several:
        job.add_argument(
            "--weights",
            metavar="NAME|FILE",
            action="append",
            default=[],
            help="the generator; given several times, each paints the same, into a folder of its own, for a review",
        )
    else:
        job.add_argument("--weights", metavar="NAME|FILE", help="the generator; see `repose weights list`")
    job.add_argument("--device", choices=devices, default="auto", help="default: the fastest that is there")


def _sequence(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_sequence import SequenceOptions, sequence

    options = SequenceOptions(
        frames=chosen.frames,
        rate=chosen.fps,
        loop=chosen.loop,
        background=chosen.background,
        weights=chosen.weights,
        device=chosen.device,
    )
    return sequence(chosen.photo, terminal, poses=chosen.poses, out=chosen.out, options=options)


def _batch(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_batch import BatchAsked, batch

    asked = BatchAsked(
        background=chosen.background,
        weights=chosen.weights,
        device=chosen.device,
        again=chosen.again,
        project=chosen.project,
    )
    return batch(chosen.photos, terminal, poses=chosen.poses, out=chosen.out, asked=asked)


def _sheet(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_batch import sheet

    return sheet(chosen.pictures, terminal, out=chosen.out, columns=max(chosen.columns, 0), names=not chosen.no_names)
