"""Models by file: what is loaded, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import DeviceError, WeightsError
from engine.transfer import Transfer
from tests.engine.small_models import painter, small_estimator


def test_models_are_loaded_from_files(tmp_path: Path) -> None:
    ours = painter(tmp_path, "moved")
    steps: list[tuple[int, int, str]] = []
    job = Transfer.load(
        estimator=small_estimator(tmp_path / "pose.safetensors", mask=True),
        generator=tmp_path / "moved.safetensors",
        device="cpu",
        progress=lambda *step: steps.append(step),
    )
    assert job.masker is job.estimator
    assert job.painter.loaded.sha256 == ours.loaded.sha256 and job.painter.wants_moved
    assert steps[-1][:2] == (2, 2)
    # Untrained, so nobody is found for sure; but the network answers.
    assert job.detect(np.full((420, 320, 3), 200, np.uint8)).person_probability is not None


def test_models_that_are_not_what_they_are_taken_for(tmp_path: Path) -> None:
    painter(tmp_path, "moved")
    pose = small_estimator(tmp_path / "pose.safetensors", mask=True)
    painting = tmp_path / "moved.safetensors"
    for estimator, generator in ((painting, painting), (pose, pose), (tmp_path / "none.pth", painting)):
        with pytest.raises(WeightsError):
            Transfer.load(estimator=estimator, generator=generator, device="cpu")
    with pytest.raises(DeviceError):
        Transfer.load(estimator=pose, generator=painting, device="gpu")
