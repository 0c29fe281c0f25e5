"""Runs as their folders: written by hand, so that a test decides what happened in them."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from training.config import GeneratorConfig, to_json
from training.events import Event


class WrittenRun:
    """A run's folder that a test fills line by line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        (folder / "config.json").write_text(to_json(GeneratorConfig(data=str(folder))))

    def tell(self, *events: Event) -> None:
        with (self.folder / "events.jsonl").open("a") as file:
            file.writelines(event.to_line() + "\n" for event in events)

    def steps(self, numbers: Sequence[int], *, of: int = 1000, **losses: Sequence[float]) -> None:
        rows = zip(*losses.values(), strict=True)
        for number, row in zip(numbers, rows, strict=True):
            left = (of - number) * 0.5
            values = dict(zip(losses, row, strict=True))
            self.tell(Event("step", number, of, values, speed=8.0, seconds_left=left))

    def checkpoint(self, name: str = "last") -> Path:
        path = self.folder / "checkpoints" / f"{name}.pt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"weights")
        return path

    def worked_on_by(self, pid: int, *, host: str = "") -> None:
        told = {"pid": pid, "host": host or socket.gethostname(), "started": 0}
        (self.folder / "process.json").write_text(json.dumps(told))


@pytest.fixture
def written(tmp_path: Path) -> WrittenRun:
    return WrittenRun(tmp_path / "runs" / "a run")


@pytest.fixture
def dead_pid() -> int:
    """The number of a process that has ended."""
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    return int(done.stdout)


@pytest.fixture
def own_pid() -> int:
    """The number of a process that lives: this one."""
    return os.getpid()
