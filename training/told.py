"""Who a training tells its events to: the run's `events.jsonl`, standard output, and TensorBoard."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from engine.files import make_folder, output_error
from training.board import board
from training.events import Event


def teller(folder: Path) -> Callable[[Event], None]:
    """Tells events to the run's file, and to standard output as long as somebody reads it.

    OutputError when the file cannot be written.
    """
    path = folder / "events.jsonl"
    pictured: Callable[[Event], None] | None = None
    asked = False

    def tell(event: Event) -> None:
        nonlocal pictured, asked
        line = event.to_line() + "\n"
        make_folder(folder)
        try:
            with path.open("ab+") as file:
                if file.tell() and _last_byte(file) != b"\n":
                    # A line that a power cut left unfinished stays a line of its own.
                    file.write(b"\n")
                file.write(line.encode())
        except OSError as problem:
            raise output_error(problem, path) from problem
        try:
            sys.stdout.write(line)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever listened has gone; the training goes on, and its file tells the rest.
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        if not asked:
            asked, pictured = True, board(folder)
        if pictured is not None:
            pictured(event)

    return tell


def _last_byte(file: BinaryIO) -> bytes:
    file.seek(-1, os.SEEK_END)
    return file.read(1)
