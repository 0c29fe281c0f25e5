"""`repose-studio`: opens the window, and brings nothing heavy before it is up."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from engine import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the workbench; answers the exit code: 0 when it was closed, 2 when it cannot open."""
    options = _parser().parse_args(arguments)
    problem = _screen_problem()
    if not problem:
        # Loading makes hundreds of thousands of objects that stay: a search among them finds nothing.
        # From the window's start on `gui.garbage` has it in hand.
        gc.disable()
        # Before Qt: PySide6 reads the source of every module that is imported after it.
        for name in ("engine.presets", "engine.project.project"):
            import_module(name)
        try:
            from gui.start import run
        except ImportError as error:
            problem = _qt_problem(error)
        else:
            return run(photo=options.photo, device=options.device, only_time=options.time_to_window)
    sys.stderr.write(f"repose-studio: {problem}\n")
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="repose-studio", description="A person's photo in another pose: the workbench of Repose Studio."
    )
    parser.add_argument("--photo", type=Path, metavar="FILE", help="open this photo")
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda", "mps"), default="auto", help="where the models run (default: auto)"
    )
    parser.add_argument("--version", action="version", version=f"Repose Studio {__version__}")
    # Prints the milliseconds from the process's start to the window's first paint, and ends: for `repose bench`.
    parser.add_argument("--time-to-window", action="store_true", help=argparse.SUPPRESS)
    return parser


def _screen_problem() -> str:
    """Why no window can open here, if that is known already: Qt itself would end the process with a core dump."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return "There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set. `repose demo` works without one."


def _qt_problem(error: ImportError) -> str:
    """What is missing for Qt, in one line."""
    text = " ".join(str(error).split())
    if "cannot open shared object file" in text:
        library = text.split(":")[0]
        return f"Qt needs the system library {library}, which is missing. Install it; `repose demo` works without it."
    return f"The window's libraries cannot be loaded ({text}). Set the program up again with `make run`."


if __name__ == "__main__":
    sys.exit(main())
