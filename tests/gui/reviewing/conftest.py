"""A folder with the pictures of two models, the photos they were made from and what is known of the people."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.images import save_picture

COUNT = 4


@pytest.fixture
def pictures(tmp_path: Path, astronaut: np.ndarray) -> Path:
    """Four pictures each of `base` and `ours`; two photos; labels."""
    folder = tmp_path / "pictures"
    small = np.ascontiguousarray(astronaut[::8, ::8])
    for step, model in enumerate(("base", "ours", "photos")):
        (folder / model).mkdir(parents=True)
        for index in range(COUNT if model != "photos" else 2):
            save_picture(folder / model / f"p{index}.png", np.roll(small, 5 * step + index, axis=0))
    rows = "".join(f"p{index},{'women' if index % 2 else 'men'},front\n" for index in range(COUNT))
    (folder / "labels.csv").write_text(f"name,gender,facing\n{rows}")
    return folder
