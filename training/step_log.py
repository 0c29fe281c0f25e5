"""What the steps since the last line came to: mean losses, pictures a second, time left; whether all are numbers."""

from __future__ import annotations

import math
import time

import torch
from torch import Tensor

from training.distributed import Team
from training.events import Event
from training.hardware import memory_in_use
from training.task import Losses, Task


class StepLog:
    """Collects losses, on the device while that is still computing them, and sums them up when asked."""

    def __init__(self, task: Task, *, batch: int, steps: int, first: int, team: Team) -> None:
        self._task, self._batch, self._steps, self._team = task, batch, steps, team
        self._clock = time.monotonic()
        self._step = first
        self._waiting: list[tuple[int, Losses]] = []
        self._sums: dict[str, float] = {}
        self._counted = 0
        self._pictures = 0
        self._effort = 0.0

    def add(self, step: int, losses: Losses) -> None:
        """Take in a step's losses."""
        self._waiting.append((step, losses))
        self._pictures += self._task.pictures(step - 1) or self._batch
        self._effort += self._task.effort(step - 1)

    @property
    def on_cpu(self) -> bool:
        """Whether reading the last losses costs nothing."""
        return not any(isinstance(v, Tensor) and v.device.type != "cpu" for v in self._waiting[-1][1].values())

    def read(self) -> tuple[int, dict[str, float]] | None:
        """Read what waits, and wait for the device; answers the first step with a loss that is not finite."""
        rows = _numbers([losses for _, losses in self._waiting], self._team)
        waiting, self._waiting = self._waiting, []
        for (step, _), row in zip(waiting, rows, strict=True):
            if not all(math.isfinite(value) for value in row.values()):
                return step, row
            for key, value in row.items():
                self._sums[key] = self._sums.get(key, 0.0) + value
            self._counted += 1
        return None

    def line(self, step: int) -> Event:
        """The event that tells of the steps since the last one; everything has been read before."""
        seconds = max(time.monotonic() - self._clock, 1e-9)
        count = max(1, self._counted)
        mean = {key: value / count for key, value in self._sums.items()}
        speed = self._pictures / seconds
        left = self._effort_left(step) * seconds / self._effort if self._effort else 0.0
        self._sums, self._counted, self._pictures, self._effort = {}, 0, 0, 0.0
        self._clock, self._step = time.monotonic(), step
        return Event(
            "step", step, self._steps, mean, speed=speed, seconds_left=left, memory=memory_in_use(self._task.device)
        )

    def pause(self, seconds: float) -> None:
        """Looking and writing take no time from the speed."""
        self._clock += seconds

    def _effort_left(self, step: int) -> float:
        # Later steps may have other pictures; a sample of them tells what they take.
        to_come = range(step, self._steps, max(1, (self._steps - step) // 64))
        efforts = [self._task.effort(number) for number in to_come]
        return sum(efforts) / len(efforts) * (self._steps - step) if efforts else 0.0


def _numbers(rows: list[Losses], team: Team) -> list[dict[str, float]]:
    """Losses as numbers, in one transfer from the device; the mean over the processes."""
    if not rows:
        return []
    tensors = [value for row in rows for value in row.values() if isinstance(value, Tensor)]
    read: list[float] = (
        team.mean(torch.stack([t.detach().float().reshape(()) for t in tensors])).tolist() if tensors else []
    )
    values = iter(read)
    return [{key: next(values) if isinstance(v, Tensor) else float(v) for key, v in row.items()} for row in rows]
