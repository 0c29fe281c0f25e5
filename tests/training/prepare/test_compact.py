from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.skeleton import JointState, Pose
from training.prepare.compact import LENGTH, pack, unpack


@given(
    places=st.lists(
        st.tuples(st.floats(-50, 9000), st.floats(-50, 9000), st.floats(0, 1)), min_size=18, max_size=18
    ),
    states=st.lists(st.sampled_from(list(JointState)), min_size=18, max_size=18),
)  # fmt: skip
@settings(deadline=None)
def test_a_pose_comes_back(places: list[tuple[float, float, float]], states: list[JointState]) -> None:
    numbers = np.array(places)
    pose = Pose.from_points(numbers[:, :2], confidence=numbers[:, 2], states=states)
    packed = pack(pose)
    assert len(packed) == LENGTH and unpack(packed).same_as(pose, tolerance=1e-3)
    assert pack(unpack(packed)) == packed


def test_other_bytes_are_no_pose() -> None:
    with pytest.raises(ValueError, match="buffer"):
        unpack(b"12345")
