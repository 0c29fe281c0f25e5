"""Device, precision and memory: where the networks run on the computer at hand."""

from __future__ import annotations

from typing import Final

import torch

from engine.errors import DeviceError, UsageError
from engine.text import Text

DEVICES: Final = ("auto", "cpu", "cuda", "mps")
PRECISIONS: Final = ("auto", "bf16", "float32")


def choose_device(name: str = "auto") -> torch.device:
    """The device that `name` means: auto takes CUDA, then Apple's Metal, then the CPU.

    Raises DeviceError when there is no such device.
    """
    if name not in DEVICES:
        raise DeviceError(
            "There is no device called '{name}'", hint="Choose one of {names}.", name=name, names=", ".join(DEVICES)
        )
    if name == "auto":
        if torch.cuda.is_available():
            return torch.device("cuda")
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    if name == "cuda" and not torch.cuda.is_available():
        raise DeviceError("This computer has no CUDA device", hint="Choose auto or cpu.")
    if name == "mps" and not torch.backends.mps.is_available():
        raise DeviceError("This computer has no Metal device (mps)", hint="Choose auto or cpu.")
    return torch.device(name)


def available_devices() -> dict[str, str]:
    """The devices of this computer in words, by the name that `choose_device` takes; `auto` is not among them."""
    there = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    return {name: describe(torch.device(name)) for name, found in there.items() if found}


def inference_dtype(device: torch.device, *, precision: str = "auto") -> torch.dtype:
    """Precision of the generator: auto is bf16 on GPUs that have it and on CPUs with instructions for it, else float32.

    bf16 and float32 hold on every device; where it has no instructions for bf16 that is slow. Raises UsageError for
    another name.
    """
    if precision not in PRECISIONS:
        names = ", ".join(PRECISIONS)
        raise UsageError(
            "There is no precision called '{name}'", hint="Choose one of {names}.", name=precision, names=names
        )
    if precision != "auto":
        return torch.bfloat16 if precision == "bf16" else torch.float32
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32
    if device.type == "cpu" and torch.cpu._is_avx512_bf16_supported():
        return torch.bfloat16
    return torch.float32


def out_of_memory(problem: BaseException) -> bool:
    """Whether an error says that the device's memory is full."""
    return isinstance(problem, torch.OutOfMemoryError) or "out of memory" in str(problem).lower()


def release_memory(device: torch.device) -> None:
    """Give cached device memory back."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


def describe(device: torch.device) -> Text:
    """The device in words for a status bar."""
    if device.type == "cuda":
        return Text("GPU ({name})", name=torch.cuda.get_device_name(device))
    return Text("Apple GPU (Metal)") if device.type == "mps" else _processor(torch.get_num_threads())


def _processor(threads: int) -> Text:
    return Text("CPU ({count} thread)" if threads == 1 else "CPU ({count} threads)", count=threads)
