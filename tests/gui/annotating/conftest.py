"""A folder of small photos."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.images import save_picture

COUNT = 5


@pytest.fixture
def folder(tmp_path: Path, astronaut: np.ndarray) -> Path:
    """Five photos of the astronaut, p0.png to p4.png, a text and a hidden folder."""
    made = tmp_path / "photos"
    made.mkdir()
    small = np.ascontiguousarray(astronaut[::4, ::4])
    for index in range(COUNT):
        save_picture(made / f"p{index}.png", np.roll(small, index, axis=1))
    (made / "notes.txt").write_text("no photo")
    (made / ".cache").mkdir()
    return made
