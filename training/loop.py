"""The training loop, one story for every network: batch, step, tell, look, keep a checkpoint, stop when asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import torch
from torch.utils.data import DataLoader, Dataset

from engine.errors import ReposeError
from engine.files import make_folder, output_error
from engine.runtime import out_of_memory, release_memory
from engine.text import Text
from training import checkpoints, run_state
from training.config import LoopConfig
from training.distributed import ALONE, Team
from training.events import Event
from training.failures import TrainingStopped, keep_facts
from training.run_state import Reached
from training.step_log import StepLog
from training.task import Batch, Losses, Task

Emit = Callable[[Event], None]

_RANKS_APART = 1_000_003
"""Between the seeds of the processes of a team, whose networks must not drop the same values."""


def run(
    task: Task,
    config: LoopConfig,
    *,
    folder: Path,
    resume: bool,
    emit: Emit,
    should_stop: Callable[[], bool],
    team: Team = ALONE,
) -> bool:
    """Train `task` in the run's `folder`; answers whether it got to the end rather than being stopped.

    A stop ends at a step, with a checkpoint; `resume` goes on from the last one. Whatever goes wrong raises a
    ReposeError, leaves the last checkpoint whole, and the step's facts in `failure.json`.
    """
    if team.leads:
        make_folder(folder)
    training = _Training(task, config, folder, emit if team.leads else _say_nothing, team)
    if resume:
        training.reached = run_state.restore(task, training.last, team=team)
    if training.reached.step == 0:
        torch.manual_seed(config.seed + _RANKS_APART * team.rank)
    training.tell(Event("started", training.reached.step, config.steps, message=f"{task.name} on {folder}"))
    try:
        return training.go(should_stop)
    except Exception as problem:
        if team.leads:
            keep_facts(task, folder, step=training.begun, losses=training.losses, problem=problem)
        raise


class _Training:
    """One run of the loop."""

    def __init__(self, task: Task, config: LoopConfig, folder: Path, emit: Emit, team: Team) -> None:
        self.task, self.config, self.folder, self.team = task, config, folder, team
        self.tell = emit
        self.last = folder / "checkpoints" / "last.pt"
        self.best = folder / "checkpoints" / "best.pt"
        self.reached = Reached()
        self.begun = 0
        self.losses: dict[str, float] = {}

    def go(self, should_stop: Callable[[], bool]) -> bool:
        """From where the run stands to its end, or to the wish to stop."""
        config, steps = self.config, self.config.steps
        first = self.reached.step
        log = StepLog(self.task, batch=config.batch, steps=steps, first=first, team=self.team)
        missed = self.reached.finished or _due(first, config.evaluate_every)
        if missed and self.reached.looked < first < steps:
            self._look(log)  # it was stopped, or killed, before that was done or kept
        for batch in self._batches(first):
            done = self.begun = self.reached.step + 1
            log.add(done, self._step(batch, done - 1))
            stop = self.team.agreed(should_stop()) and done < steps
            keep = _due(done, config.checkpoint_every) or stop or done == steps
            say = _due(done, config.log_every) or done == steps
            if keep or say or log.on_cpu:
                # Nothing is written or told before all losses up to here are known to be numbers.
                self._require_numbers(log)
            self.reached = replace(self.reached, step=done)
            if say:
                self.tell(log.line(done))
            with _pause(log):
                if keep:
                    self._keep()
                if stop:
                    words = Text("Stopped at a whole step; resume goes on from here.")
                    self.tell(Event("stopped", done, steps, message=words))
                    return False
                if _due(done, config.sample_every):
                    self._sample()
            if _due(done, config.evaluate_every) and done < steps:
                self._look(log)
        self._look(log)
        self.tell(Event("finished", self.reached.step, steps))
        return True

    def _batches(self, first: int) -> Iterator[Batch]:
        """The batches of the steps from `first` on; a checkpoint is kept before it is told that one cannot be made."""
        config = self.config
        steps = _Steps(self.task.batch_maker(), first=first, last=config.steps)
        if config.workers == 0:
            batches: Iterator[Batch | ReposeError] = (steps[index] for index in range(len(steps)))
        else:
            loader = DataLoader(
                steps,
                batch_size=None,
                num_workers=config.workers,
                prefetch_factor=4,
                pin_memory=self.task.device.type == "cuda",
                worker_init_fn=_alone_on_its_core,
                # With a generator of its own the loader draws nothing from torch's, whose state a resumed run has
                # put back.
                generator=torch.Generator().manual_seed(config.seed),
            )
            with _without_opencvs_threads():
                batches = iter(loader)
        while True:
            try:
                batch = next(batches, None)
            except RuntimeError as problem:
                if config.workers == 0:
                    raise
                batch = ReposeError(
                    "A process that makes batches has ended ({problem})", hint="Resume the run.", problem=str(problem)
                )
            if batch is None:
                return
            if isinstance(batch, ReposeError):
                if self.reached.step > first and self.team.size == 1:
                    self._keep()
                raise batch
            yield batch

    def _step(self, batch: Batch, step: int) -> Losses:
        try:
            return self.task.step(batch, step)
        except (RuntimeError, MemoryError) as problem:
            if not (isinstance(problem, MemoryError) or out_of_memory(problem)):
                raise
        release_memory(self.task.device)
        fits = self.task.fitting_batch()
        fit = Text("A batch of about {fits} should fit: --set loop.batch={fits}.", fits=fits)
        raise ReposeError(
            "The memory of {device} is too small for a batch of {batch}",
            where=str(self.folder),
            hint=fit if fits else "Choose a smaller batch.",
            device=str(self.task.device),
            batch=self.config.batch,
        )

    def _require_numbers(self, log: StepLog) -> None:
        found = log.read()
        if found is None:
            return
        self.begun, self.losses = found
        bad = [key for key, value in self.losses.items() if value - value != 0]
        raise TrainingStopped(
            "The loss {names} is not finite at step {step} ({losses})",
            where=str(self.folder),
            hint="The last checkpoint is whole; resume from it with a lower rate.",
            names=", ".join(bad),
            step=self.begun,
            losses=str(self.losses),
        )

    def _keep(self) -> None:
        reached = replace(self.reached, finished=self.reached.step == self.config.steps)
        run_state.keep(self.task, self.last, reached=reached, team=self.team)
        self.tell(Event("checkpointed", self.reached.step, self.config.steps, message=str(self.last)))

    def _sample(self) -> None:
        if not self.team.leads:
            return
        path = self.folder / "samples" / f"step-{self.reached.step:07d}.png"
        make_folder(path.parent)
        with _undisturbed(), _words_for_errors(path):
            self.task.sample(path)
        self.tell(Event("sampled", self.reached.step, self.config.steps, message=str(path)))

    def _look(self, log: StepLog) -> None:
        """Judge on held-out data, and keep the checkpoint if it is the best so far."""
        with _pause(log), _undisturbed():
            figures = self.task.evaluate() if self.team.leads else {}
            self.reached = replace(self.reached, looked=self.reached.step)
            self.tell(Event("evaluated", self.reached.step, self.config.steps, figures))
            direction, _, name = (self.config.best or self.task.best).partition(" ")
            value = self.team.shared(figures.get(name))
            if (
                value is None
                or value - value != 0
                or not _better(value, self.reached.best, smaller=direction == "smaller")
            ):
                return
            self.reached = replace(self.reached, best=value)
            run_state.keep(self.task, self.best, reached=self.reached, team=self.team)
            self.tell(Event("checkpointed", self.reached.step, self.config.steps, message=str(self.best)))


class _Steps(Dataset[Any]):
    """The batches of the steps from `first` on, for worker processes; what cannot be read comes as the error itself."""

    def __init__(self, make: Callable[[int], Batch], *, first: int, last: int) -> None:
        self._make, self._first, self._last = make, first, last

    def __len__(self) -> int:
        return max(0, self._last - self._first)

    def __getitem__(self, index: int) -> Batch | ReposeError:
        try:
            return self._make(self._first + index)
        except ReposeError as problem:
            # Errors with keywords do not get through between processes, the base class does.
            return _Lost(problem.what, problem.where, problem.hint)
        except (OSError, EOFError) as problem:
            what = Text("The training data cannot be read any more ({why})", why=str(problem))
            return _Lost(what, "", Text("Bring it back and resume."))


class _Lost(ReposeError):
    """Data that cannot be read; it can be sent between processes."""

    def __init__(self, what: Text, where: str, hint: Text) -> None:
        super().__init__(what, where=where, hint=hint)

    def __reduce__(self) -> tuple[type[_Lost], tuple[Text, str, Text]]:
        return _Lost, (self.what, self.where, self.hint)


def restore(task: Task, path: Path) -> int:
    """Put a checkpoint into the task; answers the step it was written at. Raises as `run_state.restore`."""
    return run_state.restore(task, path).step


def _due(step: int, every: int) -> bool:
    return every > 0 and step % every == 0


def _better(value: float, than: float | None, *, smaller: bool) -> bool:
    return than is None or (value < than if smaller else value > than)


def _say_nothing(event: Event) -> None:
    """The leader speaks for all."""


def _alone_on_its_core(number: int) -> None:
    cv2.setNumThreads(1)


@contextmanager
def _without_opencvs_threads() -> Iterator[None]:
    """OpenCV's threads end while processes begin, which are copies: there the threads are missing, but waited for."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(threads)


@contextmanager
def _pause(log: StepLog) -> Iterator[None]:
    """Time that is not the training's own."""
    began = time.monotonic()
    yield
    log.pause(time.monotonic() - began)


@contextmanager
def _words_for_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise output_error(problem, path) from problem


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Looking must not change what is drawn next, or a run with looks would differ from one without."""
    state = checkpoints.random_state()
    yield
    checkpoints.set_random_state(state)
