"""Two processes that share each batch end where one with the whole batch ends; gloo on the CPU, no GPU needed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from engine.errors import UsageError
from tests.drawn_person import write_photo_folder
from tests.prepared_people import write_prepared
from training import checkpoints, distributed
from training.distributed import ALONE, Team, team_of_environment
from training.events import read_events

ROOT = Path(distributed.__file__).parent.parent
START = "import sys; from training.cli import main; sys.exit(main())"
SETTINGS = (
    "loop.steps=4", "loop.batch=4", "loop.device=cpu", "loop.precision=float32", "loop.checkpoint_every=2",
    "loop.evaluate_every=2", "loop.sample_every=0", "loop.log_every=1",
    # One rate and gradients as they are: where Adam divides noise by noise, rounding would be told apart.
    "rate=1e-3", "perceptual=0.5", "perceptual_network=repose-pose", "perceptual_layers=level1", "parts=0.3", "r1=0.1",
)  # fmt: skip


def free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


def started(arguments: list[str], *settings: str, processes: int) -> list[subprocess.Popen[str]]:
    """`repose-train` in so many processes, with the environment that torchrun gives them."""
    arguments = [*arguments, "--threads", "1", *(part for setting in settings for part in ("--set", setting))]
    port = str(free_port())
    return [
        subprocess.Popen(
            [sys.executable, "-c", START, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "OMP_NUM_THREADS": "1",
                "WORLD_SIZE": str(processes),
                "RANK": str(rank),
                "LOCAL_RANK": str(rank),
                "MASTER_ADDR": "127.0.0.1",
                "MASTER_PORT": port,
            },  # fmt: skip
            text=True,
        )
        for rank in range(processes)
    ]


def train(
    command: str, data: Path, run: Path, *settings: str, processes: int
) -> list[subprocess.CompletedProcess[str]]:
    """The training from its beginning; answers every process's output."""
    arguments = [command, *(["--preset", "tiny"] if command == "generator" else [])]
    arguments += ["--data", str(data), "--run", str(run)]
    done = []
    for process in started(arguments, *settings, processes=processes):
        out, err = process.communicate()
        assert process.returncode == 0, err[-3000:]
        done.append(subprocess.CompletedProcess(process.args, process.returncode, out, err))
    return done


def same_training(one: Path, other: Path) -> None:
    """Losses of every step and the weights at the end, to the rounding of sums that are split otherwise."""
    told = [[e for e in read_events(run / "events.jsonl") if e.kind == "step"] for run in (one, other)]
    assert [e.step for e in told[0]] == [e.step for e in told[1]] == [1, 2, 3, 4]
    for mine, theirs in zip(*told, strict=True):
        assert mine.values.keys() == theirs.values.keys()
        for key, value in mine.values.items():
            assert value == pytest.approx(theirs.values[key], rel=2e-3, abs=1e-5), (mine.step, key)
    states = [checkpoints.load(run / "checkpoints" / "last.pt") for run in (one, other)]
    for part, module in states[0]["modules"].items():
        for key, value in module.items():
            # Biases before an instance norm have no slope but rounding, which Adam makes steps of.
            if key.endswith("weight") and value.ndim == 4:
                assert torch.allclose(value, states[1]["modules"][part][key], atol=2e-4), (part, key)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["given", "made"])
def test_two_processes_train_the_generator_like_one(tmp_path: Path, kind: str) -> None:
    if kind == "given":
        data = write_prepared(tmp_path / "data")
    else:
        data = tmp_path / "data"
        write_photo_folder(data, train=4, val=2)
    more = ("cache=" + str(tmp_path / "cache"), "tiny_until=0.25", "trim=true")
    train("generator", data, tmp_path / "one", *SETTINGS, *more, processes=1)
    leader, other = train("generator", data, tmp_path / "two", *SETTINGS, *more, processes=2)
    same_training(tmp_path / "one", tmp_path / "two")
    # One of them speaks for both.
    assert '"finished"' in leader.stdout and other.stdout == ""
    assert not (tmp_path / "two" / "process.json").exists()
    state = checkpoints.load(tmp_path / "two" / "checkpoints" / "last.pt")
    assert len(state["random_of_others"]) == 1
    # And a team can go on where one process stopped, and the other way round.
    train_on = ("loop.steps=5",)
    for processes in (2, 1):
        train_resumed(tmp_path / "two", *train_on, processes=processes)


def train_resumed(run: Path, *settings: str, processes: int) -> None:
    team = started(["generator", "--run", str(run), "--resume"], *settings, processes=processes)
    for process in team:
        _, err = process.communicate()
        assert process.returncode == 0, err[-3000:]
    assert checkpoints.load(run / "checkpoints" / "last.pt")["step"] == 5


def test_a_process_alone_is_a_team_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    with team_of_environment(cuda=False) as team:
        assert team is ALONE
    module = torch.nn.Linear(2, 2)
    value = torch.tensor([3.0], requires_grad=True)
    assert ALONE.joined(module, device=torch.device("cpu")) is module
    assert ALONE.normalised(module, device=torch.device("cpu")) is module
    assert torch.equal(ALONE.mean(value), value) and not ALONE.gathered(value).requires_grad
    assert ALONE.most(3) == 3 and ALONE.every("x") == ["x"] and ALONE.agreed(True) and ALONE.leads


def test_rows_are_shared_out_in_order() -> None:
    assert [list(Team(rank, 3).rows(6)) for rank in range(3)] == [[0, 1], [2, 3], [4, 5]]
    with pytest.raises(UsageError, match="multiple of 3"):
        Team(0, 3).rows(7)
