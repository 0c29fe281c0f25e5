"""`repose-train prepare` run for the window: its progress in figures, its end in a signal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gui.language.retranslating import said_again
from gui.services.train_command import ToolRun, failure_of
from training.events import Event

_Tr = QCoreApplication.translate
_FIGURES: Final = re.compile(r"(\d[\d,]*)\s*(?:/|of)\s*(\d[\d,]*)")


def read_progress(line: str) -> tuple[int, int, str] | None:
    """How far a command is by a line that it wrote: done, of how many, and its words; None when it tells no figures."""
    text = line.strip()
    figures = _FIGURES.search(text)
    if figures is None:
        return None
    done, total = (int(part.replace(",", "")) for part in figures.groups())
    return (done, total, text) if done <= total else None


class Preparing(QObject):
    """At most one preparation at a time.

    `progressed` brings done, total (0 when unknown) and words; `finished` the data set's folder; `failed` a sentence.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tool: ToolRun | None = None
        self._out = Path()
        self._interrupted = False
        self._failure = ""

    @property
    def running(self) -> bool:
        """Whether photos are being prepared."""
        return self._tool is not None

    def start(self, source: Path, out: Path) -> None:
        """Prepare the photos in `source` as the data set `out`, or go on with it."""
        if self._tool is not None:
            return
        self._out, self._interrupted, self._failure = out, False, ""
        self._tool = ToolRun(["prepare", str(source), "--out", str(out), "--events"], parent=self)
        self._tool.told.connect(self._on_told)
        self._tool.done.connect(self._on_done)
        self.progressed.emit(0, 0, _Tr("Training", "Preparing begins…"))

    def interrupt(self) -> None:
        """End the preparation; it can be gone on with."""
        if self._tool is not None:
            self._interrupted = True
            self._tool.interrupt()

    def close(self) -> None:
        """End it at once, telling nothing."""
        if self._tool is not None:
            self._tool.cancel(wait=True)
            self._tool = None

    def _on_told(self, line: str) -> None:
        try:
            event = Event.from_line(line)
        except ValueError:
            return
        if event.kind == "failed":
            self._failure = said_again(event.message)
        elif event.kind in ("started", "step"):
            self.progressed.emit(event.step, event.steps, _sentence(event))

    def _on_done(self, code: int, _output: str, errors: str) -> None:
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.deleteLater()
        if code == 0:
            self.finished.emit(self._out)
        elif self._interrupted:
            text = _Tr("Training", "Preparing was interrupted. What is done is kept.")
            self.failed.emit(text)
        else:
            self.failed.emit(self._failure or failure_of(code, errors))


def _sentence(event: Event) -> str:
    """How far preparing is, in words; the photo at hand stands last, as it may be cut off."""
    parts = [_Tr("Training", "{0} of {1} photos").format(f"{event.step:,}", f"{event.steps:,}")]
    if event.speed > 0:
        parts.append(_Tr("Training", "{0} a second").format(f"{event.speed:.1f}"))
    if event.seconds_left > 0:
        parts.append(_Tr("Training", "{0} min left").format(max(1, round(event.seconds_left / 60))))
    return " · ".join([*parts, said_again(event.message)] if event.message else parts)
