"""Training by several processes that share each batch: `torchrun` starts them, DistributedDataParallel joins them.

Everything here is the identity for a process alone, so that the loop and the tasks tell one story.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, TypeVar

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from engine.errors import UsageError

Thing = TypeVar("Thing")

_PATIENCE: Final = timedelta(hours=2)
"""How long a process waits for the others: as long as the first may take to judge and to write."""


@dataclass(frozen=True)
class Team:
    """The processes that train one network together, and which of them this is.

    rank       0 leads: it alone tells, judges and writes
    size       how many there are
    control    group for agreements, which go by way of the CPU
    """

    rank: int = 0
    size: int = 1
    control: Any = None

    @property
    def leads(self) -> bool:
        """Whether this process tells, judges and writes."""
        return self.rank == 0

    def rows(self, count: int) -> range:
        """The rows of a batch of `count` that are this process's; UsageError when they cannot be shared out evenly."""
        if count % self.size:
            raise UsageError(
                "{count} pictures a step cannot be shared out evenly to {size} processes",
                hint="Choose a batch that is a multiple of {size} at every size.",
                count=count,
                size=self.size,
            )
        own = count // self.size
        return range(self.rank * own, (self.rank + 1) * own)

    def joined(self, module: nn.Module, *, device: torch.device) -> nn.Module:
        """The module, with its gradients averaged over the processes; it must be called once for each backward pass."""
        if self.size == 1:
            return module
        places = [device.index] if device.type == "cuda" and device.index is not None else None
        with warnings.catch_warnings():
            # Later versions have another name for it, which the oldest that we work with does not know.
            warnings.simplefilter("ignore", FutureWarning)
            return DistributedDataParallel(module, device_ids=places, broadcast_buffers=False)

    def normalised(self, module: nn.Module, *, device: torch.device) -> nn.Module:
        """The module, with its batch norms over the whole batch: on GPUs, where torch can do that."""
        if self.size == 1 or device.type != "cuda":
            return module
        converted: nn.Module = nn.SyncBatchNorm.convert_sync_batchnorm(module)  # type: ignore[no-untyped-call]
        return converted

    def mean(self, value: Tensor) -> Tensor:
        """The mean of a tensor over the processes, without its history."""
        if self.size == 1:
            return value.detach()
        total = value.detach().clone()
        dist.all_reduce(total)
        return total / self.size

    def gathered(self, rows: Tensor) -> Tensor:
        """The rows of all processes, ``[size B, ...]`` from ``[B, ...]`` each, in order, without their history."""
        if self.size == 1:
            return rows.detach()
        parts = [torch.empty_like(rows, memory_format=torch.contiguous_format) for _ in range(self.size)]
        dist.all_gather(parts, rows.detach().contiguous())
        return torch.cat(parts)

    def most(self, number: int) -> int:
        """The largest of the processes' numbers."""
        return max(self.every(number))

    def agreed(self, wish: bool) -> bool:
        """What the leader wishes."""
        return self.shared(wish)

    def shared(self, thing: Thing) -> Thing:
        """The leader's thing, whatever the others have."""
        if self.size == 1:
            return thing
        things = [thing]
        dist.broadcast_object_list(things, src=0, group=self.control)
        return things[0]

    def every(self, thing: Thing) -> list[Thing]:
        """The things of all processes, in order."""
        if self.size == 1:
            return [thing]
        things: list[Any] = [None] * self.size
        dist.all_gather_object(things, thing, group=self.control)
        return things

    def leader_first(self, action: Callable[[], Thing]) -> Thing:
        """Let the leader do something, a download for instance, before the others do the same."""
        if self.leads:
            result = action()
            self.shared(True)
            return result
        self.shared(True)
        return action()


ALONE: Final = Team()
"""A process that trains by itself."""


@contextmanager
def team_of_environment(*, cuda: bool) -> Iterator[Team]:
    """The team that `torchrun` has put this process into, for as long as the context lasts; else a process alone."""
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size <= 1:
        yield ALONE
        return
    if cuda:
        torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", "0")))
    dist.init_process_group("nccl" if cuda else "gloo", timeout=_PATIENCE)
    try:
        # Every process must make the group, and it must talk by way of the CPU: objects are no tensors of a GPU.
        control = dist.new_group(backend="gloo", timeout=_PATIENCE) if cuda else None
        yield Team(dist.get_rank(), size, control)
    finally:
        dist.destroy_process_group()
