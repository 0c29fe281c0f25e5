"""`repose`: find people in photos, cut them out, and show them in other poses, from a terminal or a script.

Exit codes: 0 all was done; 1 a fault in the program; 2 something in the input could not be used (what could be was
done); 130 cancelled with Ctrl+C. Results go to standard output, errors and progress to standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

from engine import __version__
from engine.backgrounds import BACKGROUNDS
from engine.cli_making import BACKGROUND_HELP, add_making
from engine.cli_reviews import add_reviews
from engine.cli_terminal import CANCELLED, FAULT, INPUT, Add, Command, Terminal
from engine.errors import Cancelled, ReposeError, UsageError
from engine.files import require_place
from engine.text import why

DEVICES: Final = ("auto", "cpu", "cuda", "mps")
DEBUG_VARIABLE: Final = "REPOSE_DEBUG"


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence, like all others."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message[:1].upper() + message[1:], hint=f"`{self.prog} --help` shows how it is used.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and answer its exit code; `--help` and `--version` leave by SystemExit, as ever."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # names of files may be in no encoding at all
    terminal = Terminal()
    try:
        chosen = parser().parse_args(arguments)
        terminal = Terminal(quiet=getattr(chosen, "quiet", False))
        with terminal.interruptible(), warnings.catch_warnings():
            if not os.environ.get(DEBUG_VARIABLE):
                warnings.simplefilter("ignore")  # what libraries say to programmers is no word to a person
            command: Command = chosen.command
            return command(chosen, terminal)
    except ReposeError as error:
        terminal.error(error)
        return INPUT
    except (Cancelled, KeyboardInterrupt):
        terminal.say_error("Cancelled.")
        return CANCELLED
    except BrokenPipeError:
        # Whoever read the results has gone. Nothing more may be written, not even when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # of what no command expects: a disk that is full, a folder that may not be looked into
        place = f"{error.filename}: " if error.filename else ""
        terminal.say_error(f"{place}The system does not let the work go on ({why(error)}). Check disk and permissions.")
        return INPUT
    except MemoryError:
        terminal.say_error("There is not enough memory. Close other programs or use smaller photos.")
        return INPUT
    except Exception as error:  # whatever else goes wrong is a fault of ours, and no traceback helps a person
        if os.environ.get(DEBUG_VARIABLE):
            raise
        detail = f"{type(error).__name__}: {error}"
        terminal.say_error(f"This is a fault in Repose Studio ({detail[:300]}). Please report it; {DEBUG_VARIABLE}=1 "
                           "shows where it happened.")
        return FAULT


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    common = _Parser(add_help=False)
    # Suppressed where it is not given, so that a command's parser does not take back what stood before the command.
    common.add_argument("--quiet", action="store_true", default=argparse.SUPPRESS, help="only errors, no progress")
    top = _Parser(prog="repose", description="A person's photo in another pose.", parents=[common],
                  epilog="Nothing leaves this machine; only `repose weights fetch` uses the network.")
    top.add_argument("--version", action="version", version=f"repose {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, text: str, command: Command) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", parents=[common])
        made.set_defaults(command=command)
        return made

    _add_people(add)
    _add_pictures(add)
    add_making(add, devices=DEVICES)
    add_reviews(add)
    _add_annotations(commands, common)
    _add_weights(commands, common)
    bench = add("bench", "time every part of the program on this machine", _bench)
    bench.add_argument("--json", metavar="FILE", type=Path, help="write the figures to a file as well")
    return top


def _add_people(add: Add) -> None:
    detect = add("detect", "find people and their 18 joints in photos", _detect)
    detect.add_argument("photos", metavar="PHOTO", nargs="+", type=Path)
    detect.add_argument("--json", metavar="FILE|-", help="write what was found as a JSON list; - is standard output")
    detect.add_argument("--overlay", metavar="DIR", type=Path, help="write each photo with its skeletons there")
    _add_estimator(detect)
    _add_device(detect)
    mask = add("mask", "write the person mask of a photo, white on black", _mask)
    mask.add_argument("photo", metavar="PHOTO", type=Path)
    mask.add_argument("--out", metavar="FILE.png", type=Path, required=True)
    _add_device(mask)


def _add_pictures(add: Add) -> None:
    transfer = add("transfer", "show a photo's person in other poses", _transfer)
    transfer.add_argument("photo", metavar="PHOTO", type=Path)
    transfer.add_argument("--pose", metavar="POSE", action="append", required=True, dest="poses",
                          help="a preset's name, an OpenPose JSON file or another photo; may be given several times")
    transfer.add_argument("--photo-pose", metavar="FILE", type=Path,
                          help="the person's pose in the photo as OpenPose JSON, instead of detecting it")
    transfer.add_argument("--framing", choices=("auto", "none"), default="auto",
                          help="none: the photo is 176 x 256 and goes into the network as it is, poses in its pixels")
    transfer.add_argument("--background", choices=BACKGROUNDS, default="white", help=BACKGROUND_HELP)
    transfer.add_argument("--into-photo", action="store_const", dest="background", const="photo",
                          help="the same as --background photo")
    transfer.add_argument("--inside", action="store_true",
                          help="beside each picture a sheet with the attention masks of the generator's blocks")
    transfer.add_argument("--no-fit", action="store_true",
                          help="take the pose's own place and bone lengths instead of the person's")
    transfer.add_argument("--weights", metavar="NAME|FILE", help="the generator; see `repose weights list`")
    transfer.add_argument("--out", metavar="FILE|DIR", type=Path, required=True,
                          help="a picture for one pose, or a folder")
    _add_device(transfer)
    demo = add("demo", "show every demo person in every demo pose", _demo)
    demo.add_argument("--out", metavar="DIR", type=Path, default=Path("demo-pictures"), help="default: %(default)s")
    _add_device(demo)


def _add_annotations(commands: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    text = "keypoints of many photos: PATN CSV, OpenPose JSON, COCO keypoints JSON"
    annotations = commands.add_parser("annotations", help=text, description=text, parents=[common])
    jobs = annotations.add_subparsers(title="commands", metavar="COMMAND", required=True)
    text = "write annotations in another program's format"
    convert = jobs.add_parser("convert", help=text, description=text, parents=[common])
    convert.add_argument("source", metavar="FILE|DIR", type=Path, help="a .csv or .json file, or a folder")
    convert.add_argument("--to", choices=("patn", "openpose", "coco"), required=True)
    convert.add_argument("--out", metavar="FILE|DIR", type=Path, required=True, help="a folder for openpose")
    text = "say what annotations hold, or what is wrong in them"
    check = jobs.add_parser("check", help=text, description=text, parents=[common])
    check.add_argument("sources", metavar="FILE|DIR", nargs="+", type=Path)
    for job, command in ((convert, _convert), (check, _check)):
        job.add_argument("--photos", metavar="DIR", type=Path, help="the photos, for sizes that the files do not say")
        job.set_defaults(command=command)


def _add_weights(commands: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    text = "the networks' weights: what there is, fetch, import, verify"
    weights = commands.add_parser("weights", help=text, description=text, parents=[common])
    jobs = weights.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, argument, help_text in (
        ("list", None, "list all known weights and where they are"),
        ("fetch", "NAME", "download published weights and verify them"),
        ("import", "FILE", "take in a weights file of your own"),
        ("verify", None, "compare every weights file with what it should be"),
    ):
        job = jobs.add_parser(name, help=help_text, description=help_text, parents=[common])
        job.set_defaults(command=_weights, job=name)
        if argument:
            job.add_argument("what", metavar=argument)


def _add_estimator(made: argparse.ArgumentParser) -> None:
    made.add_argument("--weights", metavar="NAME|FILE", help="the pose estimator; see `repose weights list`")


def _add_device(made: argparse.ArgumentParser) -> None:
    made.add_argument("--device", choices=DEVICES, default="auto", help="default: the fastest that is there")


# Each command brings its own imports: `repose --version` and mistyped commands answer at once.


def _detect(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_people import detect

    return detect(chosen.photos, terminal, json_to=chosen.json, overlay=chosen.overlay, weights=chosen.weights,
                  device=chosen.device)


def _mask(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_people import mask

    return mask(chosen.photo, terminal, out=chosen.out, device=chosen.device)


def _transfer(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_pictures import TransferOptions, transfer

    options = TransferOptions(photo_pose=chosen.photo_pose, framing=chosen.framing, background=chosen.background,
                              inside=chosen.inside, fit=not chosen.no_fit, weights=chosen.weights, device=chosen.device)
    return transfer(chosen.photo, terminal, poses=chosen.poses, out=chosen.out, options=options)


def _demo(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_demo import demo

    return demo(terminal, out=chosen.out, device=chosen.device)


def _convert(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_annotations import convert

    return convert(chosen.source, terminal, out=chosen.out, to=chosen.to, photos=chosen.photos)


def _check(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_annotations import check

    return check(chosen.sources, terminal, photos=chosen.photos)


def _weights(chosen: argparse.Namespace, terminal: Terminal) -> int:
    from engine.cli_weights import run_weights

    return run_weights(chosen.job, terminal, what=getattr(chosen, "what", ""))


def _bench(chosen: argparse.Namespace, terminal: Terminal) -> int:
    if chosen.json is not None:
        require_place(chosen.json)
    from engine.bench import run_bench

    with terminal.progress() as progress:
        table = run_bench(json_path=chosen.json, progress=progress)
    terminal.output(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
