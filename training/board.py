"""A run's events for TensorBoard, where that is installed: curves and sample grids, in its folder."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from engine.errors import ReposeError
from engine.images import load_picture
from training.events import Event

FOLDER: Final = "tensorboard"


def board(folder: Path) -> Callable[[Event], None] | None:
    """What to tell events to, or None where TensorBoard is not installed. What it cannot write, it passes over."""
    if importlib.util.find_spec("tensorboard") is None:
        return None
    from torch.utils.tensorboard import SummaryWriter

    writer: Any = SummaryWriter(str(folder / FOLDER))  # type: ignore[no-untyped-call]

    def tell(event: Event) -> None:
        try:
            _write(writer, event)
        except (OSError, ReposeError):
            return

    return tell


def _write(writer: Any, event: Event) -> None:
    group = {"step": "loss", "evaluated": "figure"}.get(event.kind)
    if group is not None:
        for name, value in event.values.items():
            writer.add_scalar(f"{group}/{name}", value, event.step)
    if event.kind == "step":
        writer.add_scalar("pictures a second", event.speed, event.step)
        writer.add_scalar("memory", event.memory, event.step)
    if event.kind == "sampled":
        writer.add_image("sample", load_picture(Path(event.message)), event.step, dataformats="HWC")
    if event.kind in ("sampled", "evaluated", "stopped", "finished", "failed"):
        writer.flush()
