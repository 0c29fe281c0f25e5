"""What is dropped on a window: files and folders of this computer, told from everything else."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QDropEvent

from engine.project.project import SUFFIX

WEIGHTS_SUFFIXES: Final = (".safetensors", ".pth", ".pt")
"""How the names of files end that hold a model's weights."""


def dropped_paths(event: QDropEvent) -> list[Path]:
    """The files and folders that an event carries (entering or dropped), in its order; pages of the web are not."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def dropped_folder(event: QDropEvent) -> Path | None:
    """The first folder, or the folder of the first file; None when there is neither, or a model or a project."""
    paths = dropped_paths(event)
    if not paths or paths[0].suffix.lower() in (*WEIGHTS_SUFFIXES, SUFFIX):
        return None
    return paths[0] if paths[0].is_dir() else paths[0].parent
