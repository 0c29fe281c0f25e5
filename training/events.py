"""What a training tells: one JSON object a line, on its standard output and in the run's `events.jsonl`.

Standard library only: the window reads these without loading anything heavy.
"""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, get_args

FORMAT_VERSION: Final = 1
_MOST: Final = 2**53
"""Larger numbers than these are no steps, seconds or bytes."""

Kind = Literal["started", "step", "evaluated", "sampled", "checkpointed", "stopped", "finished", "failed"]


@dataclass(frozen=True)
class Event:
    """One line.

    kind       what happened
    step       optimiser steps done
    steps      of how many
    values     losses by part, or figures of an evaluation
    speed      pictures a second since the last line; 0 where it does not apply
    seconds_left   estimate for the rest of the run; 0 where it does not apply
    memory     bytes: the most that was in use on the GPU, or by the process on a CPU; 0 where it does not apply
    message    a sentence for a person; a path for files that were written
    """

    kind: Kind
    step: int
    steps: int
    values: dict[str, float] = field(default_factory=dict)
    speed: float = 0.0
    seconds_left: float = 0.0
    message: str = ""
    memory: int = 0

    def to_line(self) -> str:
        """One line of JSON without the line's end; numbers that are not finite become null."""
        row = {"version": FORMAT_VERSION, **asdict(self)}
        row["values"] = {key: value if math.isfinite(value) else None for key, value in self.values.items()}
        return json.dumps(row, allow_nan=False)

    @classmethod
    def from_line(cls, line: str) -> Event:
        """Read a line back; ValueError when it is not an event of this version."""
        try:
            row: Any = json.loads(line)
        except RecursionError as problem:
            raise ValueError("not a training event: it is nested without end") from problem
        if not isinstance(row, dict) or row.pop("version", None) != FORMAT_VERSION:
            raise ValueError("not a training event of this version")
        try:
            values = {key: float("nan") if value is None else float(value) for key, value in row.pop("values").items()}
            event = cls(values=values, **row)
        except (AttributeError, KeyError, TypeError, OverflowError) as problem:
            raise ValueError(f"not a training event: {problem}") from problem
        if not event._is_sound():
            raise ValueError("not a training event: a value is of a wrong kind")
        return event

    def _is_sound(self) -> bool:
        """Whether every value is what its annotation says: a run's folder may come from anywhere."""
        whole, real = (self.step, self.steps, self.memory), (self.speed, self.seconds_left)
        return (
            self.kind in get_args(Kind)
            and isinstance(self.message, str)
            and all(type(value) is int and abs(value) <= _MOST for value in whole)
            and all(type(value) in (int, float) and abs(value) <= _MOST for value in real)
        )


def read_events(path: Path) -> Iterator[Event]:
    """The events of a run's file.

    Lines that a power cut left unfinished, or that are just being written, are passed over. ValueError for a line that
    is whole but no event of this version.
    """
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.endswith("\n") and not line.isspace():
                with contextlib.suppress(json.JSONDecodeError):
                    yield Event.from_line(line)
