"""A real training, killed without a word and resumed, ends bit for bit where one ends that was never stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.prepared_people import write_prepared
from training import checkpoints
from training.events import Event, read_events

ROOT = Path(checkpoints.__file__).parent.parent
START = "import sys; from training.cli import main; sys.exit(main())"
STEPS = 16


def started(run: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START, "generator", "--run", str(run), "--threads", "1", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
        text=True,
    )


def finished(run: Path, *arguments: str) -> None:
    _, err = (process := started(run, *arguments)).communicate()
    assert process.returncode == 0, err[-3000:]


def begin(data: Path, *settings: str) -> list[str]:
    chosen = (f"loop.steps={STEPS}", "loop.checkpoint_every=3", "loop.log_every=1", "loop.device=cpu", "dropout=true")
    arguments = ["--preset", "tiny", "--data", str(data)]
    return arguments + [part for setting in (*chosen, *settings) for part in ("--set", setting)]


def assert_same(one: Any, other: Any, *, place: str) -> None:
    """Nested values of a checkpoint, tensors bit for bit."""
    if isinstance(one, torch.Tensor):
        assert torch.equal(one, other), place
    elif isinstance(one, dict):
        assert one.keys() == other.keys(), place
        for key, value in one.items():
            assert_same(value, other[key], place=f"{place}.{key}")
    elif isinstance(one, list):
        assert len(one) == len(other), place
        for number, value in enumerate(one):
            assert_same(value, other[number], place=f"{place}.{number}")
    else:
        assert one == other, place


@pytest.mark.slow
@pytest.mark.parametrize("settings", [(), ("loop.workers=2", "condition=photo", "output_mask=false", "ema=0")])
def test_killed_and_resumed_bit_for_bit(tmp_path: Path, settings: tuple[str, ...]) -> None:
    data = write_prepared(tmp_path / "data")
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    finished(whole, *begin(data, *settings))
    with started(parts, *begin(data, *settings)) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if Event.from_line(line).step == 7:
                break
        process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    last = parts / "checkpoints" / "last.pt"
    assert 6 <= int(checkpoints.load(last)["step"]) < STEPS
    assert (parts / "process.json").exists()  # nobody was there to take it away
    finished(parts, "--resume")
    assert not (parts / "process.json").exists()
    mine, theirs = (checkpoints.load(run / "checkpoints" / "last.pt") for run in (whole, parts))
    assert set(mine["extra"]) == {"appearance", "shape", "about", "way"} and mine["extra"]["shape"]["kept"].ndim == 4
    assert_same(mine, theirs, place="state")
    # The losses that were told at the end are the same to the last digit, and so are the best checkpoints.
    told = [{e.step: e.values for e in read_events(run / "events.jsonl") if e.kind == "step"} for run in (whole, parts)]
    assert told[0] == told[1] and set(told[0]) == set(range(1, STEPS + 1))
    best = [checkpoints.load(run / "checkpoints" / "best.pt") for run in (whole, parts)]
    assert_same(*best, place="best")


@pytest.mark.slow
def test_a_file_named_stop_ends_a_training_with_a_checkpoint(tmp_path: Path) -> None:
    run = tmp_path / "run"
    with started(run, *begin(write_prepared(tmp_path / "data"), "loop.steps=100000")) as process:
        assert process.stdout is not None
        assert Event.from_line(process.stdout.readline()).kind == "started"
        assert (run / "process.json").exists()
        (run / "stop").write_text("stop\n", encoding="utf-8")
        kinds = [Event.from_line(line).kind for line in process.stdout]
        assert process.wait() == 0
    assert kinds[-2:] == ["checkpointed", "stopped"]
    assert not (run / "stop").exists() and not (run / "process.json").exists()
