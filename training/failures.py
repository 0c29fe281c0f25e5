"""What is left of a step that went wrong: an error for a person, and its facts in `failure.json` beside the run."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import torch

from engine.errors import OutputError, ReposeError
from engine.files import write_bytes
from training.task import Task

FORMAT_VERSION: Final = 1
FAILURE_FILE: Final = "failure.json"


class TrainingStopped(ReposeError):
    """The numbers stopped making sense; the step's facts are kept in the message and beside the run."""


def keep_facts(task: Task, folder: Path, *, step: int, losses: Mapping[str, float], problem: BaseException) -> None:
    """Write `failure.json`: the step, the error, its losses, the task's own facts, what is finite in which network.

    The error itself matters more: that this file cannot be written is passed over.
    """
    facts: dict[str, Any] = {
        "version": FORMAT_VERSION,
        "when": time.time(),
        "task": task.name,
        "step": step,
        "error": type(problem).__name__,
        "message": " ".join(str(problem).split()),
        "losses": {key: repr(value) for key, value in losses.items()},
        "device": str(task.device),
        "torch": torch.__version__,
    }
    with contextlib.suppress(ReposeError, OSError, ValueError, RuntimeError):
        # The step that was begun is the one after those that were done before it.
        facts["batch"] = task.facts(max(0, step - 1))
    with contextlib.suppress(RuntimeError):
        facts["networks"] = {name: _condition(module) for name, module in task.modules().items()}
    with contextlib.suppress(OutputError, TypeError):
        write_bytes(folder / FAILURE_FILE, (json.dumps(facts, indent=2) + "\n").encode())


def _condition(module: torch.nn.Module) -> dict[str, Any]:
    """Norms of a network's weights and gradients, and the names of what is not finite, ten at most."""
    weights = dict(module.named_parameters())
    slopes = {f"{name} (gradient)": p.grad for name, p in weights.items() if p.grad is not None}
    bad = [name for name, tensor in (weights | slopes).items() if not bool(torch.isfinite(tensor).all())]
    norms = {
        "weights": float(sum(float(p.detach().square().sum()) for p in weights.values()) ** 0.5),
        "gradients": float(sum(float(g.detach().square().sum()) for g in slopes.values()) ** 0.5),
    }
    return {"not finite": bad[:10], "norms": {key: repr(value) for key, value in norms.items()}}
