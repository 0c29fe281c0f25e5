"""`repose-train` as a process of its own: started so that it outlives the window, or asked one thing and waited for."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Signal, SignalInstance

from engine.errors import ReposeError
from engine.files import make_folder, output_error, write_bytes
from gui.language.retranslating import said_again
from gui.services.run_folder import LAUNCH, LOG, STOP, size_of_events
from training import config

_START: Final = "import sys; from training.cli import main; sys.exit(main())"
_MOST_KEPT: Final = 4_000_000


def command(arguments: Sequence[str]) -> list[str]:
    """The whole command line, with this Python; whatever lies in the folder it runs in is not imported."""
    return [sys.executable, "-P", "-c", _START, *arguments]


def shown_command(arguments: Sequence[str]) -> str:
    """The command line as a person would type it."""
    import shlex

    return shlex.join(["repose-train", *arguments])


def _environment() -> dict[str, str]:
    """The window's own environment, with the program's folder to import from, and a trace when Python itself falls."""
    home = str(Path(config.__file__).resolve().parent.parent)
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH", "")])]
    return {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUNBUFFERED": "1", "PYTHONFAULTHANDLER": "1"}


def launch(
    arguments: Sequence[str], folder: Path, *, facts: dict[str, object] | None = None
) -> subprocess.Popen[bytes]:
    """Start a training in `folder`, in a session of its own: nothing that happens to the window reaches it.

    What it writes on standard error goes to the end of the folder's `log.txt`; `launch.json` keeps the command, the
    process and `facts`. Raises OutputError when the folder cannot be written.
    """
    make_folder(folder)
    spoken = size_of_events(folder)
    # A wish to stop that nobody was there to hear would stop this one.
    with contextlib.suppress(OSError):
        (folder / STOP).unlink(missing_ok=True)
    try:
        with (folder / LOG).open("ab") as log:
            log.write(f"--- {time.strftime('%Y-%m-%d %H:%M:%S')} {shown_command(arguments)}\n".encode())
            log.flush()
            process = subprocess.Popen(
                command(arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                env={**os.environ, **_environment()},
                cwd=folder,
                start_new_session=os.name != "nt",
                creationflags=_detached_flags(),
            )
    except OSError as error:
        raise output_error(error, folder) from error
    row = {
        "version": 1,
        "pid": process.pid,
        "host": socket.gethostname(),
        "started": time.time(),
        "events_bytes": spoken,
        "arguments": list(arguments),
        **(facts or {}),
    }
    write_bytes(folder / LAUNCH, (json.dumps(row, indent=2) + "\n").encode())
    return process


def _detached_flags() -> int:
    if os.name != "nt":
        return 0
    return 0x00000008 | 0x00000200  # no console of ours, and a group of its own


def ask_to_stop(folder: Path) -> None:
    """Wish that the run stops at its next step, with a checkpoint. Raises OutputError when the wish cannot be left.

    The wish is a file, which a training looks for at every step: it reaches a run on another machine too, and one that
    is just beginning. No process is signalled: which one it is, a folder from elsewhere could say of any.
    """
    write_bytes(folder / STOP, b"stop\n")


class ToolRun(QObject):
    """One `repose-train` command that the window waits for, without blocking: its lines as they come, then its end.

    `line` brings each line of standard error, `told` of standard output; `done` the exit code, standard output and
    standard error. A command that is cancelled, or whose owner goes, is ended and tells nothing more.
    """

    line = Signal(str)
    told = Signal(str)
    done = Signal(int, str, str)

    def __init__(self, arguments: Sequence[str], *, parent: QObject) -> None:
        super().__init__(parent)
        self._out = bytearray()
        self._err = bytearray()
        self._unfinished = {"out": b"", "err": b""}
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in _environment().items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._read_out)
        self._process.readyReadStandardError.connect(self._read_err)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        program, *rest = command(arguments)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.start(program, rest)

    @property
    def running(self) -> bool:
        """Whether the command is still at work."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def interrupt(self) -> None:
        """Ask the command to end in its own way."""
        self._process.terminate()

    def cancel(self, *, wait: bool = False) -> None:
        """End the command; nothing more is told. With `wait`, for a window that closes, it has ended afterwards."""
        self.blockSignals(True)
        if not self.running:
            self.deleteLater()
            return
        self._process.finished.connect(self.deleteLater)
        self._process.kill()
        if wait:
            self._process.waitForFinished(5000)

    def _read_out(self) -> None:
        self._tell("out", bytes(self._process.readAllStandardOutput().data()), self._out, self.told)

    def _read_err(self) -> None:
        self._tell("err", bytes(self._process.readAllStandardError().data()), self._err, self.line)

    def _tell(self, name: str, data: bytes, kept: bytearray, signal: SignalInstance) -> None:
        kept += data
        del kept[:-_MOST_KEPT]
        # Progress in a terminal goes back to the start of its line.
        *lines, self._unfinished[name] = (self._unfinished[name] + data).replace(b"\r", b"\n").split(b"\n")
        for line in lines:
            if line.strip():
                signal.emit(line.decode("utf-8", errors="replace"))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.done.emit(127, "", self._process.errorString())

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read_out()
        self._read_err()
        fell = status is QProcess.ExitStatus.CrashExit
        texts = (bytes(part).decode("utf-8", errors="replace") for part in (self._out, self._err))
        self.done.emit(-code if fell else code, *texts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Training", text)


def failure_of(code: int, errors: str) -> str:
    """What a command that failed said, in a sentence."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    words = lines[-1].removeprefix("repose-train: ") if lines else ""
    return said_again(words) or str(ReposeError(_tr("repose-train ended with the code {0}").format(code)))
