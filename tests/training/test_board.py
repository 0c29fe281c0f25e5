"""Events for TensorBoard, where it is installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from engine.images import save_picture
from training.board import FOLDER, board
from training.events import Event


def test_nothing_is_told_where_it_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert board(tmp_path) is None and not (tmp_path / FOLDER).exists()


def test_curves_and_pictures_come_through(tmp_path: Path) -> None:
    pytest.importorskip("tensorboard")
    from tensorboard.backend.event_processing.event_accumulator import (  # type: ignore[import-not-found,import-untyped]
        EventAccumulator,
    )

    tell = board(tmp_path)
    assert tell is not None
    save_picture(tmp_path / "sample.png", np.zeros((8, 8, 3), np.uint8))
    for step in (1, 2):
        tell(Event("step", step, 2, {"l1": 1 / step}, speed=3.0, memory=5))
    tell(Event("sampled", 2, 2, message=str(tmp_path / "sample.png")))
    tell(Event("sampled", 2, 2, message=str(tmp_path / "gone.png")))
    tell(Event("evaluated", 2, 2, {"ssim": 0.5}))
    tell(Event("finished", 2, 2))
    read = EventAccumulator(str(tmp_path / FOLDER))
    read.Reload()
    assert [(e.step, e.value) for e in read.Scalars("loss/l1")] == [(1, 1.0), (2, 0.5)]
    assert read.Scalars("figure/ssim")[0].value == 0.5 and read.Scalars("pictures a second")[0].value == 3.0
    assert len(read.Images("sample")) == 1
