"""A training's whole state as a checkpoint holds it: weights, optimisers, random numbers, pools, the best figure.

Format version 1. What later programs added to it may be missing: extra state, the best figure, other processes' random
numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch

from engine.errors import WeightsError
from training import checkpoints
from training.distributed import ALONE, Team
from training.task import Task

CHECKPOINT_VERSION: Final = 1


@dataclass(frozen=True)
class Reached:
    """Where a run stands.

    step       optimiser steps done
    best       the best figure so far, None before the first look
    looked     the step of the last look
    finished   whether the run was at its end
    """

    step: int = 0
    best: float | None = None
    looked: int = 0
    finished: bool = False


def keep(task: Task, path: Path, *, reached: Reached, team: Team = ALONE) -> None:
    """Write a checkpoint; every process of a team takes part, and the leader writes. OutputError when it cannot be."""
    random = team.every(checkpoints.random_state())
    if not team.leads:
        return
    state: dict[str, Any] = {
        "version": CHECKPOINT_VERSION,
        "task": task.name,
        "step": reached.step,
        "modules": {name: module.state_dict() for name, module in task.modules().items()},
        "optimizers": {name: optimizer.state_dict() for name, optimizer in task.optimizers().items()},
        "random": random[0],
        "random_of_others": random[1:],
        "extra": task.extra_state(),
        "best": reached.best,
        "looked": reached.looked,
        "finished": reached.finished,
    }
    checkpoints.save(path, state)


def restore(task: Task, path: Path, *, team: Team = ALONE) -> Reached:
    """Put a checkpoint into the task; answers where the run stood when it was written.

    WeightsError when it is missing, damaged, of another training or of other settings; the task is not to be used then.
    """
    state = team.shared(checkpoints.load(path) if team.leads else {})
    if state.get("version") != CHECKPOINT_VERSION or state.get("task") != task.name:
        raise WeightsError(
            "This is a checkpoint of the training '{theirs}', version {version}",
            where=str(path),
            hint="This is the training '{mine}', version {known}.",
            theirs=state.get("task"),
            version=state.get("version"),
            mine=task.name,
            known=CHECKPOINT_VERSION,
        )
    try:
        for name, module in task.modules().items():
            module.load_state_dict(state["modules"][name])
        for name, optimizer in task.optimizers().items():
            optimizer.load_state_dict(_for_this_machine(optimizer, state["optimizers"][name]))
        task.load_extra_state(state.get("extra", {}))
        _put_random_back(state, int(state["step"]), team)
        best = state.get("best")
        step = int(state["step"])
        return Reached(
            step, None if best is None else float(best), int(state.get("looked", step)), bool(state.get("finished"))
        )
    except (KeyError, TypeError, ValueError, RuntimeError, AttributeError) as problem:
        reason = " ".join(str(problem).split())[:200]
        raise WeightsError(
            "The checkpoint does not fit this training ({reason})",
            where=str(path),
            hint="Resume with the settings that the run began with.",
            reason=reason,
        ) from problem


def _for_this_machine(optimizer: torch.optim.Optimizer, state: dict[str, Any]) -> dict[str, Any]:
    """An optimiser's state with this machine's way of computing a step, which is no part of the training."""
    mine = optimizer.state_dict()["param_groups"]
    groups = [
        {**kept, **{key: own[key] for key in ("fused", "foreach", "capturable") if key in own}}
        for kept, own in zip(state["param_groups"], mine, strict=True)
    ]
    return {**state, "param_groups": groups}


def _put_random_back(state: dict[str, Any], step: int, team: Team) -> None:
    states = [state["random"], *state.get("random_of_others", [])]
    if team.rank < len(states):
        checkpoints.set_random_state(states[team.rank])
    else:
        # More processes than wrote the checkpoint: numbers of their own, and the same at every try.
        torch.manual_seed(hash((team.rank, step)))
