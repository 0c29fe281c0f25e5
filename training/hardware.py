"""Where a training runs and with how many bits."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import torch

from engine.errors import UsageError


def memory_in_use(device: torch.device) -> int:
    """Bytes: the most that this process had in use on a GPU at once, or has in memory on a CPU; 0 where unknown."""
    if device.type == "cuda":
        return int(torch.cuda.max_memory_allocated(device))
    if device.type == "mps":
        return int(torch.mps.driver_allocated_memory())
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return 0


def memory_of(device: torch.device) -> int:
    """Bytes that the device has in all; 0 where unknown."""
    if device.type == "cuda":
        return int(torch.cuda.get_device_properties(device).total_memory)
    if device.type == "mps":
        return int(torch.mps.recommended_max_memory())
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def in_bf16(device: torch.device, wanted: bool) -> AbstractContextManager[object]:
    """Convolutions and the like in bf16, or everything in its own precision."""
    return torch.autocast(device.type, torch.bfloat16) if wanted else nullcontext()


def training_device(name: str, *, precision: str) -> tuple[torch.device, bool]:
    """The device for `name` (auto, cpu, cuda, mps), and whether to compute in bf16.

    `precision` auto takes bf16 on a GPU that has it, and on a CPU with the AVX512-BF16 or AMX instructions.
    """
    if name not in ("auto", "cpu", "cuda", "mps"):
        raise UsageError("There is no device called '{name}'", hint="Choose auto, cpu, cuda or mps.", name=name)
    if precision not in ("auto", "bf16", "float32"):
        raise UsageError(
            "There is no precision called '{precision}'", hint="Choose auto, bf16 or float32.", precision=precision
        )
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    if (name == "cuda" and not torch.cuda.is_available()) or (name == "mps" and not torch.backends.mps.is_available()):
        raise UsageError("This computer has no device '{name}'", hint="Choose auto or cpu.", name=name)
    device = torch.device(name)
    if name == "cuda":
        # torchrun says which of the machine's GPUs is this process's.
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
        torch.backends.cudnn.benchmark = True
    if precision != "auto":
        return device, precision == "bf16"
    if name == "cuda":
        return device, torch.cuda.is_bf16_supported()
    return device, name == "cpu" and torch.cpu._is_avx512_bf16_supported()
