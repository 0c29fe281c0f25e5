from __future__ import annotations

import numpy as np
import pytest

STANDING = np.array(
    [
        (96.0, 40.0),
        (96.0, 68.0),
        (76.0, 70.0),
        (62.0, 104.0),
        (54.0, 136.0),
        (116.0, 70.0),
        (131.0, 103.0),
        (139.0, 134.0),
        (84.0, 138.0),
        (82.0, 188.0),
        (80.0, 238.0),
        (109.0, 138.0),
        (112.0, 187.0),
        (114.0, 236.0),
        (89.0, 32.0),
        (103.0, 32.0),
        (79.0, 36.0),
        (113.0, 36.0),
    ]
)
"""[18, 2]: somebody from the front in a picture of 256 x 192, arms a little away from the body."""


@pytest.fixture
def standing() -> np.ndarray:
    """[18, 2] places of a standing person in a picture 256 high and 192 wide."""
    return STANDING.copy()
