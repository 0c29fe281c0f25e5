"""A run's checkpoints: written aside, synced and replaced, so that a kill at any moment leaves a whole one."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

import torch

from engine.errors import OutputError, WeightsError


def save(path: Path, state: dict[str, Any]) -> None:
    """Write `state` to `path`: a temporary sibling, synced, then moved into place. OutputError when it cannot be."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            torch.save(state, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except (OSError, RuntimeError) as problem:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise OutputError(
            "The checkpoint could not be written ({problem})",
            where=str(path),
            hint="Free some space and resume.",
            problem=str(problem),
        ) from problem


def load(path: Path) -> dict[str, Any]:
    """Read a checkpoint onto the CPU; WeightsError when it is missing or damaged. Never runs code from the file."""
    if not path.is_file():
        raise WeightsError("There is no checkpoint to resume from", where=str(path), hint="Start without --resume.")
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as problem:
        reason = next(iter(str(problem).splitlines()), type(problem).__name__)
        raise WeightsError(
            "The checkpoint cannot be read ({reason})",
            where=str(path),
            hint="Start anew, or take another run.",
            reason=reason,
        ) from None
    if not isinstance(state, dict):
        raise WeightsError("This is no checkpoint of a training", where=str(path), hint="Take another file.")
    return state


def random_state() -> dict[str, Any]:
    """The states of torch's random generators."""
    state: dict[str, Any] = {"cpu": torch.get_rng_state()}
    if torch.cuda.is_available():
        state["cuda"] = torch.cuda.get_rng_state_all()
    return state


def set_random_state(state: dict[str, Any]) -> None:
    """Put torch's random generators back."""
    torch.set_rng_state(state["cpu"])
    if torch.cuda.is_available() and "cuda" in state:
        torch.cuda.set_rng_state_all(state["cuda"])
