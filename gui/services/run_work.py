"""What is done with a run besides training it: judging it, and bringing its model to the window."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gui.language.retranslating import said_again
from gui.services.preparing import read_progress
from gui.services.run_folder import EVALUATION
from gui.services.train_command import ToolRun, failure_of


@dataclass(eq=False)
class _Work:
    tool: ToolRun
    kind: str
    folder: Path
    file: Path | None = None


class RunWork(QObject):
    """At most one piece of work of a kind for a run, each in a process of its own.

    `progressed` brings run, kind (`evaluate` or `export`), done, total and words; `evaluated` a run; `exported` a run
    and the file with its weights; `failed` run, kind and a sentence.
    """

    progressed = Signal(object, str, int, int, str)
    evaluated = Signal(object)
    exported = Signal(object, object)
    failed = Signal(object, str, str)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._works: dict[tuple[str, Path], _Work] = {}
        self._place: tempfile.TemporaryDirectory[str] | None = None

    def busy(self, folder: Path, kind: str) -> bool:
        """Whether such work is under way for a run."""
        return (kind, folder) in self._works

    def evaluate(self, folder: Path, *, data: Path) -> None:
        """Judge the run's best checkpoint on held-out photos of `data`."""
        self._start("evaluate", folder, ["evaluate", str(folder), "--data", str(data),
                                         "--out", str(folder / EVALUATION)])  # fmt: skip

    def export(self, folder: Path, *, task: str, which: str) -> None:
        """Write the weights of the run's checkpoint `which`, `best` or `last`, as a file of its own."""
        if self._place is None:
            self._place = tempfile.TemporaryDirectory(prefix="repose-export-")
        file = Path(self._place.name) / f"{folder.name}.safetensors"
        arguments = [task, "--run", str(folder), "--export-only", "--export", str(file)]
        self._start("export", folder, [*arguments, *export_options(which)], file=file)

    def interrupt(self, folder: Path, kind: str) -> None:
        """End a piece of work."""
        work = self._works.pop((kind, folder), None)
        if work is not None:
            work.tool.cancel()
            self.failed.emit(folder, kind, "")

    def _start(self, kind: str, folder: Path, arguments: list[str], *, file: Path | None = None) -> None:
        if self.busy(folder, kind):
            return
        tool = ToolRun(arguments, parent=self)
        work = _Work(tool, kind, folder, file)
        self._works[(kind, folder)] = work
        tool.line.connect(lambda line: self._on_line(work, line))
        tool.done.connect(lambda code, _output, errors: self._on_done(work, code, errors))

    def _on_line(self, work: _Work, line: str) -> None:
        figures = read_progress(line)
        done, total, words = figures if figures is not None else (0, 0, line)
        self.progressed.emit(work.folder, work.kind, done, total, _in_words(words, done=done, total=total))

    def _on_done(self, work: _Work, code: int, errors: str) -> None:
        self._works.pop((work.kind, work.folder), None)
        work.tool.deleteLater()
        if code != 0:
            self.failed.emit(work.folder, work.kind, failure_of(code, errors))
        elif work.kind == "evaluate":
            self.evaluated.emit(work.folder)
        else:
            self.exported.emit(work.folder, work.file)

    def close(self) -> None:
        """End everything, telling nothing."""
        for work in list(self._works.values()):
            work.tool.cancel(wait=True)
        self._works.clear()
        if self._place is not None:
            self._place.cleanup()
            self._place = None


def _in_words(line: str, *, done: int, total: int) -> str:
    """A line of progress, in the person's language: what is done, and how far it is."""
    what, colon, _ = line.rpartition(": ") if total else (line, "", "")
    if not colon:
        return said_again(line)
    far = QCoreApplication.translate("Training", "{0} of {1}")
    return f"{said_again(what)}: {far.format(f'{done:,}', f'{total:,}')}"


def export_options(which: str) -> list[str]:
    """How `repose-train` is told which checkpoint to export; the last is its habit."""
    return ["--checkpoint", which] if which != "last" else []
