"""The training loop, one story for every network: batch, step, tell, look, keep a checkpoint, stop when asked."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

import torch
from torch import Tensor, nn
from torch.optim import Optimizer
from torch.utils.data import DataLoader, Dataset

from engine.errors import ReposeError, WeightsError
from training import checkpoints
from training.config import LoopConfig
from training.events import Event

Batch = dict[str, Tensor]
Emit = Callable[[Event], None]

CHECKPOINT_VERSION: Final = 1


class Task(Protocol):
    """What a network's training brings; the loop knows nothing else of it."""

    name: str

    def modules(self) -> dict[str, nn.Module]:
        """Everything with weights, the moving average included, by name."""

    def optimizers(self) -> dict[str, Optimizer]:
        """The optimisers by name."""

    def make_batch(self, step: int) -> Batch:
        """The batch of step `step`, on the CPU; everything random in it comes from the seed and the step."""

    def step(self, batch: Batch, step: int) -> dict[str, float]:
        """One optimiser step; answers the losses by part."""

    def evaluate(self) -> dict[str, float]:
        """Figures on held-out data."""

    def sample(self, path: Path) -> None:
        """Write a contact sheet PNG."""

    def export(self, path: Path) -> None:
        """Write the product's weights."""


class _Steps(Dataset[Batch]):
    """The batches of the steps from `first` on, for worker processes."""

    def __init__(self, task: Task, *, first: int, last: int) -> None:
        self._task, self._first, self._last = task, first, last

    def __len__(self) -> int:
        return self._last - self._first

    def __getitem__(self, index: int) -> Batch:
        return self._task.make_batch(self._first + index)


def _batches(task: Task, config: LoopConfig, *, first: int) -> Iterator[Batch]:
    if config.workers == 0:
        return (task.make_batch(step) for step in range(first, config.steps))
    steps = _Steps(task, first=first, last=config.steps)
    # With a generator of its own the loader draws nothing from torch's, whose state a resumed run has put back.
    own = torch.Generator().manual_seed(config.seed)
    return iter(DataLoader(steps, batch_size=None, num_workers=config.workers, prefetch_factor=4, generator=own))


class TrainingStopped(ReposeError):
    """The numbers stopped making sense; the step's facts are kept in the message."""


def run(
    task: Task, config: LoopConfig, *, folder: Path, resume: bool, emit: Emit, should_stop: Callable[[], bool]
) -> bool:
    """Train `task` in the run's `folder`; answers whether it got to the end rather than being stopped.

    A stop ends at a step, with a checkpoint; `resume` goes on from the last one. Losses that are not finite raise
    TrainingStopped and leave the last checkpoint as it was.
    """
    last = folder / "checkpoints" / "last.pt"
    first = restore(task, last) if resume else 0
    if first == 0:
        torch.manual_seed(config.seed)
    emit(Event("started", first, config.steps, message=f"{task.name} on {folder}"))
    clock, counted = time.monotonic(), first
    sums: dict[str, float] = {}
    done = first
    for done, batch in enumerate(_batches(task, config, first=first), start=first + 1):
        losses = task.step(batch, done - 1)
        bad = [key for key, value in losses.items() if not math.isfinite(value)]
        if bad:
            raise TrainingStopped(
                f"The loss {', '.join(bad)} is not finite at step {done} ({losses})",
                where=str(folder),
                hint="The last checkpoint is whole; resume from it with a lower rate.",
            )
        for key, value in losses.items():
            sums[key] = sums.get(key, 0.0) + value
        if _due(done, config.log_every) or done == config.steps:
            seconds = max(time.monotonic() - clock, 1e-9)
            steps = done - counted
            mean = {key: value / steps for key, value in sums.items()}
            left = (config.steps - done) * seconds / steps
            emit(Event("step", done, config.steps, mean, speed=steps * config.batch / seconds, seconds_left=left))
            clock, counted, sums = time.monotonic(), done, {}
        stop = should_stop() and done < config.steps
        if _due(done, config.checkpoint_every) or stop or done == config.steps:
            _keep(task, last, step=done)
            emit(Event("checkpointed", done, config.steps, message=str(last)))
        if stop:
            emit(Event("stopped", done, config.steps, message="Stopped at a whole step; resume goes on from here."))
            return False
        looked = time.monotonic()
        if _due(done, config.sample_every):
            path = folder / "samples" / f"step-{done:07d}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            with _undisturbed():
                task.sample(path)
            emit(Event("sampled", done, config.steps, message=str(path)))
        if _due(done, config.evaluate_every) and done < config.steps:
            with _undisturbed():
                figures = task.evaluate()
            emit(Event("evaluated", done, config.steps, figures))
        # Looking takes no time from the speed.
        clock += time.monotonic() - looked
    emit(Event("evaluated", done, config.steps, task.evaluate()))
    emit(Event("finished", done, config.steps))
    return True


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What is drawn at random while looking is not missing afterwards: a run that looks trains as one that does not."""
    state = checkpoints.random_state()
    try:
        yield
    finally:
        checkpoints.set_random_state(state)


def _due(step: int, every: int) -> bool:
    return every > 0 and step % every == 0


def _keep(task: Task, path: Path, *, step: int) -> None:
    state: dict[str, Any] = {
        "version": CHECKPOINT_VERSION,
        "task": task.name,
        "step": step,
        "modules": {name: module.state_dict() for name, module in task.modules().items()},
        "optimizers": {name: optimizer.state_dict() for name, optimizer in task.optimizers().items()},
        "random": checkpoints.random_state(),
    }
    checkpoints.save(path, state)


def restore(task: Task, path: Path) -> int:
    """Put a checkpoint into the task; answers the step it was written at.

    WeightsError when it is missing, damaged, of another training or of other settings; the task is not to be used then.
    """
    state = checkpoints.load(path)
    if state.get("version") != CHECKPOINT_VERSION or state.get("task") != task.name:
        message = f"This is a checkpoint of the training '{state.get('task')}', version {state.get('version')}"
        hint = f"This is the training '{task.name}', version {CHECKPOINT_VERSION}."
        raise WeightsError(message, where=str(path), hint=hint)
    try:
        for name, module in task.modules().items():
            module.load_state_dict(state["modules"][name])
        for name, optimizer in task.optimizers().items():
            optimizer.load_state_dict(state["optimizers"][name])
        checkpoints.set_random_state(state["random"])
        return int(state["step"])
    except (KeyError, TypeError, ValueError, RuntimeError, AttributeError) as problem:
        reason = " ".join(str(problem).split())[:200]
        raise WeightsError(
            f"The checkpoint does not fit this training ({reason})",
            where=str(path),
            hint="Resume with the settings that the run began with.",
        ) from problem
