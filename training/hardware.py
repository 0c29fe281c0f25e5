"""Where a training runs and with how many bits."""

from __future__ import annotations

import torch

from engine.errors import UsageError


def training_device(name: str, *, precision: str) -> tuple[torch.device, bool]:
    """The device for `name` (auto, cpu, cuda, mps), and whether to compute in bf16.

    `precision` auto takes bf16 on a GPU that has it, and on a CPU with the AVX512-BF16 or AMX instructions.
    """
    if name not in ("auto", "cpu", "cuda", "mps"):
        raise UsageError(f"There is no device called '{name}'", hint="Choose auto, cpu, cuda or mps.")
    if precision not in ("auto", "bf16", "float32"):
        raise UsageError(f"There is no precision called '{precision}'", hint="Choose auto, bf16 or float32.")
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    if (name == "cuda" and not torch.cuda.is_available()) or (name == "mps" and not torch.backends.mps.is_available()):
        raise UsageError(f"This computer has no device '{name}'", hint="Choose auto or cpu.")
    device = torch.device(name)
    if precision != "auto":
        return device, precision == "bf16"
    if name == "cuda":
        return device, torch.cuda.is_bf16_supported()
    return device, name == "cpu" and torch.cpu._is_avx512_bf16_supported()
