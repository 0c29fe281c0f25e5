"""The terminal: results on standard output, progress bars and one line an error on standard error, Ctrl+C."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

from engine.errors import ReposeError
from engine.progress import CancelToken, Progress, no_progress
from engine.text import one_line

if TYPE_CHECKING:
    import argparse
    from types import FrameType

    from rich.progress import Progress as Bars

Command = Callable[["argparse.Namespace", "Terminal"], int]
"""Carries out what was asked for; answers the exit code."""
Add = Callable[[str, str, Command], "argparse.ArgumentParser"]
"""Puts a command on the command line: its name, what it is for, and who carries it out."""

FAULT: Final = 1
INPUT: Final = 2
CANCELLED: Final = 130


class Terminal:
    """What a command says, and whether somebody wants it to stop."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.cancel = CancelToken()
        self._bars: Bars | None = None

    def result(self, text: str) -> None:
        """A line of results, on standard output; not with --quiet."""
        if not self.quiet:
            self.output(text)

    def output(self, text: str) -> None:
        """What was asked for, on standard output, with --quiet too."""
        self._write(sys.stdout, text)

    def note(self, text: str) -> None:
        """A word to the person that is no error, on standard error."""
        if not self.quiet:
            self._tell(f"repose: {one_line(text)}")

    def error(self, error: ReposeError) -> None:
        """One line of what failed, where, and what to do."""
        self.say_error(str(error))

    def say_error(self, text: str) -> None:
        """One line on standard error."""
        self._tell(f"repose: error: {one_line(text)}")

    def _tell(self, text: str) -> None:
        with contextlib.suppress(OSError):  # nobody listens: the exit code says what there is to say
            self._write(sys.stderr, text)

    def _write(self, stream: TextIO | None, text: str) -> None:
        if stream is None:  # closed before the program began
            return
        if self._bars is not None:
            self._bars.stop()  # taken away, and drawn again below the line
        stream.write(f"{text}\n")
        stream.flush()
        if self._bars is not None:
            self._bars.start()

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A bar on standard error for work that reports (done, total, message); nothing where nobody watches."""
        if self.quiet or self._bars is not None or sys.stderr is None or not sys.stderr.isatty():
            yield no_progress
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bars

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(),
                   TimeRemainingColumn(compact=True))
        with Bars(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False,
                  redirect_stderr=False) as bars:
            task = bars.add_task("", total=None)
            self._bars = bars

            def show(done: int, total: int, message: str) -> None:
                bars.update(task, completed=done, total=total, description=one_line(message))

            try:
                yield show
            finally:
                self._bars = None

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """The first Ctrl+C asks the work to stop at its next step, the second stops it where it is."""

        def stop(number: int, frame: FrameType | None) -> None:
            if self.cancel.cancelled:
                raise KeyboardInterrupt
            self.cancel.cancel()
            self.note("Stopping; press Ctrl+C again to stop at once.")

        try:
            before = signal.signal(signal.SIGINT, stop)
        except ValueError:  # not in the main thread: whoever called us takes care of Ctrl+C
            yield
            return
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
