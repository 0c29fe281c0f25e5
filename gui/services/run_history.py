"""A run's events as series to draw, read bit by bit while the run goes on: no second of it is read twice."""

from __future__ import annotations

import json
import math
import os
import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from training.events import Event

_CHUNK: Final = 16_384
_LONGEST_LINE: Final = 1 << 20


class EventTail:
    """Reads what was added to an events file since the last look.

    A last line that is only half written is left for the next look. Lines that are whole but no events of this version
    are counted in `damaged` and passed over.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damaged = 0
        self._offset = 0
        self._file_id: tuple[int, int] | None = None

    def read(self, *, seconds: float = 0.002) -> tuple[list[Event], bool, bool]:
        """New events, as many as can be read in about this time; whether there are more; whether all begins anew.

        It begins anew when the file was replaced or became shorter: what was read before is then void.
        """
        try:
            with self.path.open("rb") as file:
                return self._read(file.fileno(), until=time.perf_counter() + seconds)
        except OSError:
            return [], False, False

    def _read(self, file: int, *, until: float) -> tuple[list[Event], bool, bool]:
        facts = os.fstat(file)
        anew = self._file_id not in (None, (facts.st_dev, facts.st_ino)) or facts.st_size < self._offset
        if anew:
            self._offset, self.damaged = 0, 0
        self._file_id = (facts.st_dev, facts.st_ino)
        events: list[Event] = []
        os.lseek(file, self._offset, os.SEEK_SET)
        rest = b""
        while chunk := os.read(file, _CHUNK):
            whole, newline, rest = (rest + chunk).rpartition(b"\n")
            if newline:
                self._offset += len(whole) + 1
                events += self._parse(whole)
            elif len(rest) > _LONGEST_LINE:
                self._offset += len(rest)
                self.damaged, rest = self.damaged + 1, b""
            if time.perf_counter() > until:
                return events, self._offset + len(rest) < facts.st_size, anew
        return events, False, anew

    def _parse(self, data: bytes) -> Iterable[Event]:
        for line in data.split(b"\n"):
            if line and not line.isspace():
                try:
                    yield Event.from_line(line.decode("utf-8", errors="replace"))
                except (json.JSONDecodeError, ValueError, RecursionError):
                    self.damaged += 1


@dataclass
class Series:
    """Values by step, steps growing."""

    steps: array[int] = field(default_factory=lambda: array("q"))
    values: array[float] = field(default_factory=lambda: array("d"))

    def __len__(self) -> int:
        return len(self.steps)

    def add(self, step: int, value: float) -> None:
        """Append a value; what stood at this step and after it was done anew, and goes."""
        if self.steps and step <= self.steps[-1]:
            self.cut(bisect_left(self.steps, step))
        self.steps.append(step)
        self.values.append(value)

    def keep_until(self, step: int) -> None:
        """Forget what came after a step."""
        if self.steps and self.steps[-1] > step:
            self.cut(bisect_right(self.steps, step))

    def cut(self, length: int) -> None:
        """Keep the first `length` values."""
        del self.steps[length:], self.values[length:]


class RunHistory:
    """What a run said so far: losses and figures by step, speed, samples, checkpoints."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.losses: dict[str, Series] = {}
        self.figures: dict[str, Series] = {}
        self.speed = Series()
        self.memory = Series()
        """In GB."""
        self.samples: dict[int, Path] = {}
        self.not_finite: dict[str, int] = {}
        self.step = 0
        self.steps = 0
        self.seconds_left = 0.0
        self.checkpoint_step = 0
        self.best_step = -1
        self.last: Event | None = None
        self.life: Event | None = None
        self.revision = 0
        """Grows with each change, so that whoever draws knows when to draw again."""

    def apply(self, events: Iterable[Event], *, folder: Path) -> None:
        """Take in events, in order; `folder` is where the run's files lie now, wherever they were written."""
        for event in events:
            self._apply(event, folder)
            self.revision += 1

    def _apply(self, event: Event, folder: Path) -> None:
        self.last = event
        self.step, self.steps = event.step, event.steps or self.steps
        if event.kind == "started":
            self._go_back_to(event.step)
        if event.kind in ("started", "stopped", "finished", "failed"):
            self.life = event
            self.seconds_left = 0.0
        elif event.kind == "step":
            self._add(self.losses, event)
            self.seconds_left = event.seconds_left
            if event.speed > 0:
                self.speed.add(event.step, event.speed)
            memory = float(getattr(event, "memory", 0.0) or 0.0)
            if memory > 0:
                self.memory.add(event.step, memory / 1e9)
        elif event.kind == "evaluated":
            self._add(self.figures, event)
        elif event.kind == "sampled":
            self.samples[event.step] = folder / "samples" / Path(event.message.replace("\\", "/")).name
        elif event.kind == "checkpointed":
            if Path(event.message.replace("\\", "/")).stem == "best":
                self.best_step = event.step
            else:
                self.checkpoint_step = event.step

    def _add(self, table: dict[str, Series], event: Event) -> None:
        for name, value in event.values.items():
            if name not in table:
                table[name] = Series()
            table[name].add(event.step, value)
            if not math.isfinite(value):
                self.not_finite.setdefault(name, event.step)

    def _go_back_to(self, step: int) -> None:
        """A process went on from a checkpoint: what was done after it, is done again."""
        for series in (*self.losses.values(), *self.figures.values(), self.speed, self.memory):
            series.keep_until(step)
        self.samples = {at: path for at, path in self.samples.items() if at <= step}
        self.not_finite = {name: at for name, at in self.not_finite.items() if at <= step}
        if self.best_step > step:
            self.best_step = -1
