from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.optim import Adam, Optimizer

from engine.errors import OutputError, ReposeError, WeightsError
from training import checkpoints, loop
from training.config import LoopConfig
from training.ema import AveragedModel
from training.events import Event, read_events
from training.failures import TrainingStopped
from training.task import Task

ROOT = Path(loop.__file__).parent.parent


class LineTask(Task):
    """Two layers learn a line; dropout draws from torch's random numbers, and so does looking."""

    name = "line"

    def __init__(self, *, seed: int = 1, poison: int = -1, pause: float = 0.0, width: int = 8) -> None:
        torch.manual_seed(seed)
        self.network = nn.Sequential(nn.Linear(4, width), nn.BatchNorm1d(width), nn.Dropout(0.3), nn.Linear(width, 1))
        self.averaged = AveragedModel(self.network, decay=0.9)
        self.adam = Adam(self.network.parameters(), lr=1e-2)
        self.seed, self.poison, self.pause = seed, poison, pause
        self.looks = 0
        self.figures: list[float] = []
        self.lost_at = self.full_at = -1

    def modules(self) -> dict[str, nn.Module]:
        return {"network": self.network, "averaged": self.averaged}

    def optimizers(self) -> dict[str, Optimizer]:
        return {"adam": self.adam}

    def make_batch(self, step: int) -> dict[str, Tensor]:
        if step == self.lost_at:
            raise FileNotFoundError(2, "No such file", "photo.jpg")
        x = torch.from_numpy(np.random.default_rng((self.seed, step)).normal(size=(8, 4))).float()
        return {"x": x, "y": x.sum(1, keepdim=True)}

    def step(self, batch: dict[str, Tensor], step: int) -> dict[str, float]:
        time.sleep(self.pause)
        if step == self.full_at:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        self.network.train()
        loss = (self.network(batch["x"]) - batch["y"]).square().mean()
        self.adam.zero_grad()
        loss.backward()
        self.adam.step()
        self.averaged.update(self.network)
        return {"loss": float("nan") if step == self.poison else float(loss.detach()), "half": float(loss.detach()) / 2}

    def evaluate(self) -> dict[str, float]:
        self.looks += 1
        return {"chance": float(torch.rand(())), "off": self.figures[self.looks - 1] if self.figures else 1.0}

    def fitting_batch(self) -> int:
        return 3

    def facts(self, step: int) -> dict[str, object]:
        return {"rate": 0.01, "of": step}

    def sample(self, path: Path) -> None:
        torch.rand(3)
        path.write_bytes(b"a sheet")

    def export(self, path: Path) -> None:
        path.write_bytes(b"weights")


def config(**changes: Any) -> LoopConfig:
    base = {"seed": 1, "steps": 20, "batch": 8, "checkpoint_every": 5, "evaluate_every": 0, "log_every": 4}
    return LoopConfig(**{**base, **changes})


def never() -> bool:
    return False


def after(steps: int) -> Callable[[], bool]:
    """Asks to stop at the `steps`th step."""
    counted = [0]

    def wish() -> bool:
        counted[0] += 1
        return counted[0] >= steps

    return wish


def run(
    folder: Path,
    *,
    resume: bool = False,
    should_stop: Callable[[], bool] = never,
    task: LineTask | None = None,
    **changes: Any,
) -> tuple[LineTask, list[Event], bool]:
    events: list[Event] = []
    task = task or LineTask()
    done = loop.run(task, config(**changes), folder=folder, resume=resume, emit=events.append, should_stop=should_stop)
    return task, events, done


def everything(task: LineTask) -> dict[str, Tensor]:
    """Weights, statistics, averages and the optimiser's own tensors, by name."""
    found = {
        f"{name}.{key}": value for name, module in task.modules().items() for key, value in module.state_dict().items()
    }
    for number, kept in task.adam.state_dict()["state"].items():
        found.update({f"adam.{number}.{key}": torch.as_tensor(value) for key, value in kept.items()})
    return found


def assert_same(one: LineTask, other: LineTask) -> None:
    mine, theirs = everything(one), everything(other)
    assert mine.keys() == theirs.keys()
    for key, value in mine.items():
        assert torch.equal(value, theirs[key]), key


# --- The story. ---


def test_a_whole_run_and_what_it_tells(tmp_path: Path) -> None:
    task, events, done = run(tmp_path, evaluate_every=10, sample_every=10)
    assert done
    kinds = [(event.kind, event.step) for event in events]
    assert kinds[0] == ("started", 0) and kinds[-2:] == [("evaluated", 20), ("finished", 20)]
    assert [step for kind, step in kinds if kind == "step"] == [4, 8, 12, 16, 20]
    assert [step for kind, step in kinds if kind == "checkpointed"] == [5, 10, 15, 20]
    assert [step for kind, step in kinds if kind == "evaluated"] == [10, 20]
    assert [step for kind, step in kinds if kind == "sampled"] == [10, 20]
    assert (tmp_path / "samples" / "step-0000010.png").read_bytes() == b"a sheet"
    for event in events:
        assert event.steps == 20
        if event.kind == "step":
            assert set(event.values) == {"loss", "half"}
            assert event.values["half"] == pytest.approx(event.values["loss"] / 2)
            assert event.speed > 0 and event.seconds_left >= 0
    assert int(task.averaged.updates) == 20


def test_logged_losses_are_means_over_the_steps_since(tmp_path: Path) -> None:
    _, every, _ = run(tmp_path / "a", log_every=1)
    _, fourth, _ = run(tmp_path / "b", log_every=4, evaluate_every=6)
    single = [event.values["loss"] for event in every if event.kind == "step"]
    means = [event.values["loss"] for event in fourth if event.kind == "step"]
    assert means == pytest.approx([float(np.mean(single[n : n + 4])) for n in range(0, 20, 4)])


def test_equal_seeds_are_equal_runs(tmp_path: Path) -> None:
    one, _, _ = run(tmp_path / "a")
    other, _, _ = run(tmp_path / "b")
    assert_same(one, other)


def test_looking_changes_nothing(tmp_path: Path) -> None:
    plain, _, _ = run(tmp_path / "a")
    watched, _, _ = run(tmp_path / "b", evaluate_every=3, sample_every=2, log_every=1)
    assert_same(plain, watched)


# --- Stopping and going on. ---


@pytest.mark.parametrize("stop", [1, 5, 7, 19])
def test_a_resumed_run_is_the_run_that_was_never_stopped(tmp_path: Path, stop: int) -> None:
    whole, _, _ = run(tmp_path / "whole", evaluate_every=6)
    stopped, events, done = run(tmp_path / "parts", should_stop=after(stop), evaluate_every=6)
    assert not done
    assert [event.kind for event in events[-2:]] == ["checkpointed", "stopped"]
    assert events[-1].step == stop and stopped.looks <= stop // 6
    # A fresh process would have drawn other numbers by now.
    torch.rand(17)
    resumed, events, done = run(tmp_path / "parts", resume=True, task=LineTask(), evaluate_every=6)
    assert done and events[0].kind == "started" and events[0].step == stop
    assert_same(whole, resumed)


def test_a_run_resumed_many_times_and_with_worker_processes(tmp_path: Path) -> None:
    whole, _, _ = run(tmp_path / "whole")
    for stop in (3, 6, 4):
        _, _, done = run(tmp_path / "parts", resume=stop != 3, should_stop=after(stop), workers=1)
        assert not done
    resumed, _, done = run(tmp_path / "parts", resume=True, workers=2)
    assert done
    assert_same(whole, resumed)


def test_processes_begin_beside_opencvs_threads(tmp_path: Path) -> None:
    """A process that is begun as a copy has none of the threads that a library keeps, and may not wait for them."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(4)
    cv2.GaussianBlur(np.zeros((1500, 1500, 3), np.uint8), (31, 31), 5)  # from here on they are there
    try:
        _, _, done = run(tmp_path, workers=2)
        assert done and cv2.getNumThreads() == 4
    finally:
        cv2.setNumThreads(threads)


def test_a_wish_to_stop_at_the_last_step_is_the_end(tmp_path: Path) -> None:
    _, events, done = run(tmp_path, should_stop=after(20))
    assert done and events[-1].kind == "finished"


def test_a_finished_run_resumed_is_finished(tmp_path: Path) -> None:
    whole, _, _ = run(tmp_path)
    again, events, done = run(tmp_path, resume=True, task=LineTask())
    assert done and [event.kind for event in events] == ["started", "evaluated", "finished"]
    assert_same(whole, again)
    longer, events, done = run(tmp_path, resume=True, task=LineTask(), steps=25)
    assert done and events[-1].step == 25


# --- What goes wrong. ---


def test_losses_that_are_no_numbers_stop_the_run_and_leave_the_last_checkpoint(tmp_path: Path) -> None:
    with pytest.raises(TrainingStopped, match="loss is not finite at step 13") as raised:
        run(tmp_path, task=LineTask(poison=12))
    assert "\n" not in str(raised.value)
    state = checkpoints.load(tmp_path / "checkpoints" / "last.pt")
    assert state["step"] == 10
    assert all(torch.isfinite(value).all() for value in state["modules"]["network"].values())
    whole, _, _ = run(tmp_path / "whole")
    resumed, _, done = run(tmp_path, resume=True, task=LineTask())
    assert done
    assert_same(whole, resumed)


@pytest.mark.parametrize("workers", [0, 1])
def test_lost_data_stops_the_run_with_a_checkpoint(tmp_path: Path, workers: int) -> None:
    task = LineTask()
    task.lost_at = 12
    with pytest.raises(ReposeError, match=r"No such file.*photo\.jpg") as raised:
        run(tmp_path, task=task, workers=workers)
    assert "\n" not in str(raised.value)
    assert checkpoints.load(tmp_path / "checkpoints" / "last.pt")["step"] == 12
    whole, _, _ = run(tmp_path / "whole")
    resumed, _, done = run(tmp_path, resume=True)
    assert done
    assert_same(whole, resumed)


def test_what_fits_the_memory_is_named(tmp_path: Path) -> None:
    task = LineTask()
    task.full_at = 7
    with pytest.raises(ReposeError, match="too small for a batch of 8.*--set loop.batch=3"):
        run(tmp_path, task=task)
    assert checkpoints.load(tmp_path / "checkpoints" / "last.pt")["step"] == 5


def test_the_facts_of_what_went_wrong_are_kept(tmp_path: Path) -> None:
    with pytest.raises(TrainingStopped):
        run(tmp_path, task=LineTask(poison=12))
    facts = json.loads((tmp_path / "failure.json").read_text("utf-8"))
    assert facts["version"] == 1 and facts["step"] == 13 and facts["losses"]["loss"] == "nan"
    assert facts["batch"] == {"rate": 0.01, "of": 12} and facts["task"] == "line"
    assert facts["networks"]["network"]["not finite"] == [] and facts["error"] == "TrainingStopped"
    task = LineTask()
    with torch.no_grad():
        next(task.network.parameters())[0, 0] = torch.nan
    with pytest.raises(TrainingStopped, match="at step 1 "):
        run(tmp_path / "bad", task=task)
    facts = json.loads((tmp_path / "bad" / "failure.json").read_text("utf-8"))
    assert "0.weight" in facts["networks"]["network"]["not finite"]


# --- The best so far. ---


def bests(events: list[Event]) -> list[int]:
    return [event.step for event in events if Path(event.message).name == "best.pt"]


def test_the_best_checkpoint_is_kept_by_the_figure_that_is_named(tmp_path: Path) -> None:
    task = LineTask()
    task.figures = [0.5, 0.3, 0.4, 0.9]
    _, events, _ = run(tmp_path / "a", task=task, evaluate_every=5, best="smaller off")
    assert bests(events) == [5, 10]
    state = checkpoints.load(tmp_path / "a" / "checkpoints" / "best.pt")
    assert state["step"] == 10 and state["best"] == 0.3
    task = LineTask()
    task.figures = [0.5, 0.3, math.nan, 0.9]
    _, events, _ = run(tmp_path / "b", task=task, evaluate_every=5, best="larger off")
    assert bests(events) == [5, 20]
    _, events, _ = run(tmp_path / "c", evaluate_every=5)
    assert bests(events) == [] and not (tmp_path / "c" / "checkpoints" / "best.pt").exists()


def test_the_best_is_remembered_by_a_resumed_run_and_missed_looks_are_made_up_for(tmp_path: Path) -> None:
    task = LineTask()
    task.figures = [0.2]
    run(tmp_path, task=task, evaluate_every=5, best="smaller off", should_stop=after(10))
    task = LineTask()
    task.figures = [0.4, 0.1, 0.3]
    _, events, _ = run(tmp_path, task=task, evaluate_every=5, best="smaller off", resume=True)
    # Stopped at step 10 before it looked: it looks there first, and 0.4 is no better than 0.2.
    assert [event.step for event in events if event.kind == "evaluated"] == [10, 15, 20]
    assert bests(events) == [15]


def test_a_checkpoint_of_an_earlier_version_can_be_resumed(tmp_path: Path) -> None:
    whole, _, _ = run(tmp_path / "whole")
    run(tmp_path / "parts", should_stop=after(10))
    last = tmp_path / "parts" / "checkpoints" / "last.pt"
    state = checkpoints.load(last)
    old = {key: state[key] for key in ("version", "task", "step", "modules", "optimizers", "random")}
    checkpoints.save(last, old)
    resumed, _, done = run(tmp_path / "parts", resume=True)
    assert done
    assert_same(whole, resumed)


def test_there_must_be_something_to_resume_from(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no checkpoint"):
        run(tmp_path, resume=True)


def test_a_checkpoint_of_something_else(tmp_path: Path) -> None:
    run(tmp_path, steps=5)
    last = tmp_path / "checkpoints" / "last.pt"
    with pytest.raises(WeightsError, match="does not fit"):
        run(tmp_path, resume=True, task=LineTask(width=9))
    other = LineTask()
    other.name = "circle"
    with pytest.raises(WeightsError, match="'line'"):
        loop.restore(other, last)
    state = checkpoints.load(last)
    for wrong in ({**state, "version": 2}, {**state, "modules": {}}, {"task": "line", "version": 1}, {}):
        checkpoints.save(last, wrong)
        with pytest.raises(WeightsError) as raised:
            loop.restore(LineTask(), last)
        assert str(last) in str(raised.value) and "\n" not in str(raised.value)


def test_a_full_disk_stops_the_run_and_leaves_the_last_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, count = os.fsync, [0]

    def full(descriptor: int) -> None:
        count[0] += 1
        if count[0] == 3:
            raise OSError(28, "No space left on device")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        run(tmp_path)
    assert checkpoints.load(tmp_path / "checkpoints" / "last.pt")["step"] == 10


def test_a_killed_process_leaves_a_whole_checkpoint_and_the_run_goes_on(tmp_path: Path) -> None:
    """A real process, killed without a word three times, each time somewhere else in its steps."""
    parts = tmp_path / "parts"
    last = parts / "checkpoints" / "last.pt"
    reached = 0
    for number in range(3):
        with subprocess.Popen(
            [sys.executable, __file__, str(parts), str(int(number > 0))],
            stdout=subprocess.PIPE,
            # As many threads as here: sums that are split otherwise are rounded otherwise.
            env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": str(torch.get_num_threads())},
            text=True,
        ) as process:
            assert process.stdout is not None
            kept = 0
            for line in process.stdout:
                kept += Event.from_line(line).kind == "checkpointed"
                if kept == 2:
                    break
            time.sleep(0.011 * number)
            process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        step = int(checkpoints.load(last)["step"])
        assert step > reached
        reached = step
    assert reached < 4000
    end = reached + 4
    whole, _, _ = run(tmp_path / "whole", steps=end)
    resumed, events, done = run(parts, resume=True, steps=end)
    assert done and events[0].step == reached
    assert_same(whole, resumed)
    told = list(read_events(parts / "events.jsonl"))
    assert told and told[0].kind == "started"


if __name__ == "__main__":
    # The process that is killed: small steps, a checkpoint after every seventh.
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)

    def tell(event: Event) -> None:
        with (folder / "events.jsonl").open("a", encoding="utf-8") as file:
            file.write(event.to_line() + "\n")
        sys.stdout.write(event.to_line() + "\n")
        sys.stdout.flush()

    loop.run(
        LineTask(pause=0.002),
        config(steps=4000, checkpoint_every=7),
        folder=folder,
        resume=sys.argv[2] == "1",
        emit=tell,
        should_stop=never,
    )
