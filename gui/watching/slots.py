"""Measures every event that the window's thread works on: how long it took, for whom it was, and what was running."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

LIMIT_MS: Final = 16.0
"""A frame of a screen that shows 60 a second: what takes longer can be felt."""

_ROOMS: Final = Path(__file__).resolve().parents[2]
_SAMPLE: Final = 0.002
"""Seconds between two looks at what the window's thread does."""


@dataclass(frozen=True)
class Slot:
    """One event: `wall_ms` passed, of which the thread worked `cpu_ms`; `action` names what the person did."""

    action: str
    receiver: str
    event: str
    wall_ms: float
    cpu_ms: float
    where: str = ""


@dataclass(eq=False)
class Record:
    """What was measured. Every event is counted, those above `LIMIT_MS` are kept one by one."""

    events: int = 0
    actions: int = 0
    slow: list[Slot] = field(default_factory=list)
    worst: dict[str, Slot] = field(default_factory=dict)
    """The longest event of each action, by its work."""
    works: list[float] | None = None
    """The work of every event in milliseconds, where somebody wants that."""

    def add(self, slot: Slot) -> None:
        """Count an event."""
        self.events += 1
        if self.works is not None:
            self.works.append(slot.cpu_ms)
        if slot.cpu_ms > LIMIT_MS or slot.wall_ms > LIMIT_MS:
            self.slow.append(slot)
        before = self.worst.get(slot.action)
        if before is None or slot.cpu_ms > before.cpu_ms:
            self.worst[slot.action] = slot

    def over(self, milliseconds: float = LIMIT_MS) -> list[Slot]:
        """The events in which the thread itself worked longer than this, longest first."""
        return sorted((slot for slot in self.slow if slot.cpu_ms > milliseconds), key=lambda slot: -slot.cpu_ms)

    def to_json(self) -> dict[str, object]:
        """The whole record as JSON holds it."""
        return {
            "limit_ms": LIMIT_MS,
            "events": self.events,
            "actions": self.actions,
            "over_limit": len(self.over()),
            "slow": [asdict(slot) for slot in self.over()],
            "worst": {name: asdict(slot) for name, slot in sorted(self.worst.items())},
        }


class WatchedApplication(QApplication):
    """An application that measures what it hands to its objects; for measuring only, as measuring takes time itself."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.record = Record()
        self._action = "start"
        self._depth = 0
        self._thread = threading.get_ident()
        self._sampler = _Sampler()

    @contextmanager
    def doing(self, action: str) -> Iterator[None]:
        """What happens now belongs to this action of the person."""
        before, self._action = self._action, action
        try:
            yield
        finally:
            self._action = before

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Measure the outermost event of the window's thread; those within it are parts of it."""
        if self._depth or threading.get_ident() != self._thread:
            return super().notify(receiver, event)
        # Asked before: afterwards both may be gone.
        kind, name = event.type(), type(receiver).__name__
        wall, cpu = time.perf_counter(), time.thread_time()
        self._depth += 1
        self._sampler.begin()
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            where = self._sampler.end()
            worked, passed = 1000 * (time.thread_time() - cpu), 1000 * (time.perf_counter() - wall)
            self.record.add(Slot(self._action, name, kind.name, passed, worked, where if worked > LIMIT_MS else ""))

    def close_down(self) -> None:
        """End the thread that looks."""
        self._sampler.close()


class _Sampler:
    """A thread that looks at what the window's thread does while an event takes long."""

    def __init__(self) -> None:
        self._watched = threading.get_ident()
        self._seen: Counter[str] = Counter()
        self._since = 0.0
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._look, name="slots", daemon=True)
        self._thread.start()

    def begin(self) -> None:
        """An event begins."""
        self._since = time.perf_counter()

    def end(self) -> str:
        """It is over; answers the line of ours that was seen most, and what it called."""
        self._since = 0.0
        if not self._seen:
            return ""
        where = self._seen.most_common(1)[0][0]
        self._seen.clear()
        return where

    def close(self) -> None:
        """End looking."""
        self._closed.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._closed.wait(_SAMPLE):
            since = self._since
            if since and time.perf_counter() - since > LIMIT_MS / 4000:
                where = _line_of_ours(sys._current_frames().get(self._watched))
                if where and self._since == since:
                    self._seen[where] += 1


def _line_of_ours(frame: object) -> str:
    """The innermost lines of the four rooms in a stack, outermost first: at most three."""
    lines: list[str] = []
    while frame is not None and len(lines) < 3:
        code = frame.f_code  # type: ignore[attr-defined]
        path = Path(code.co_filename)
        if path.is_relative_to(_ROOMS) and ".venv" not in path.parts and "watching" not in path.parts:
            name = path.relative_to(_ROOMS).as_posix()
            lines.append(f"{name}:{frame.f_lineno} {code.co_name}")  # type: ignore[attr-defined]
        frame = frame.f_back  # type: ignore[attr-defined]
    return " < ".join(lines)
