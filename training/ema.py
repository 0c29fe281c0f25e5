"""A moving average of a network's weights: what is evaluated, sampled and exported."""

from __future__ import annotations

import copy

import torch
from torch import nn


class AveragedModel(nn.Module):
    """Keeps `average`, a copy of `model` that follows it slowly, and faster early on, so that it is never stale."""

    def __init__(self, model: nn.Module, *, decay: float) -> None:
        super().__init__()
        self.average = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay = decay
        self.register_buffer("updates", torch.zeros((), dtype=torch.long))
        self.updates: torch.Tensor

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Move the average towards `model` by one step; whole-number buffers are copied."""
        self.updates += 1
        count = int(self.updates)
        decay = min(self.decay, (1 + count) / (10 + count))
        pairs = list(zip(self.average.state_dict().values(), model.state_dict().values(), strict=True))
        followed = [(mine, theirs) for mine, theirs in pairs if mine.is_floating_point()]
        # All of them at once: one by one, a GPU waits for the next order more than it computes.
        torch._foreach_lerp_(
            [mine for mine, _ in followed], [theirs.to(mine.dtype) for mine, theirs in followed], 1 - decay
        )
        for mine, theirs in pairs:
            if not mine.is_floating_point():
                mine.copy_(theirs)
