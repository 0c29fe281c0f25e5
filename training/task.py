"""What a network's training brings to the loop, which knows nothing else of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

Batch = dict[str, Tensor]
Losses = Mapping[str, Tensor | float]


class Task(ABC):
    """One network's training: its data, its step, and how it is looked at."""

    name: str
    """Of the training, as checkpoints carry it."""
    best: str = ""
    """The figure by which the best checkpoint is kept: "smaller NAME" or "larger NAME"; empty for none."""
    device: torch.device = torch.device("cpu")
    """Where it computes."""

    @abstractmethod
    def modules(self) -> dict[str, nn.Module]:
        """Everything with weights, the moving average included, by name."""

    @abstractmethod
    def optimizers(self) -> dict[str, Optimizer]:
        """The optimisers by name."""

    @abstractmethod
    def make_batch(self, step: int) -> Batch:
        """The batch of step `step`, on the CPU; everything random in it comes from the seed and the step."""

    @abstractmethod
    def step(self, batch: Batch, step: int) -> Losses:
        """One optimiser step; answers the losses by part, as numbers or as tensors of one number on any device."""

    @abstractmethod
    def evaluate(self) -> dict[str, float]:
        """Figures on held-out data."""

    @abstractmethod
    def sample(self, path: Path) -> None:
        """Write a contact sheet PNG."""

    @abstractmethod
    def export(self, path: Path) -> None:
        """Write the product's weights."""

    def batch_maker(self) -> Callable[[int], Batch]:
        """`make_batch` for worker processes; with as little behind it as can be."""
        return self.make_batch

    def pictures(self, step: int) -> int:
        """How many pictures a step has, over all processes; 0 for the configuration's batch."""
        return 0

    def effort(self, step: int) -> float:
        """What a step takes, in any unit that compares steps of one training."""
        return 1.0

    def extra_state(self) -> dict[str, Any]:
        """What else a checkpoint must hold: plain values and tensors."""
        return {}

    def load_extra_state(self, state: Mapping[str, Any]) -> None:  # noqa: B027
        """Put that back; empty for a checkpoint without it."""

    def facts(self, step: int) -> dict[str, Any]:
        """What can be said of a step that went wrong, as plain values."""
        return {}

    def fitting_batch(self) -> int:
        """The largest batch that the device's memory holds, as far as can be told; 0 where it cannot."""
        return 0
