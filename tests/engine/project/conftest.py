"""A project in a folder of its own, and poses to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.project.project import Project
from engine.skeleton import JointState, Pose


def some_pose(seed: int = 0) -> Pose:
    """A pose with every digit used, one joint hidden and one missing."""
    chance = np.random.default_rng(seed)
    states = [JointState.VISIBLE] * 18
    states[4], states[16] = JointState.HIDDEN, JointState.MISSING
    return Pose.from_points(chance.uniform(0, 300, (18, 2)), confidence=chance.uniform(0, 1, 18), states=states)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "work" / "Spring.repose"


@pytest.fixture
def project(file: Path) -> Iterator[Project]:
    with Project.create(file) as made:
        yield made
