"""Which parts of a rendered face look away from the camera."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine.skeleton import Joint

observe = pytest.importorskip("training.synthetic.observe")


def away(joint: Joint, turned: float) -> bool:
    """Of a head that looks to the camera at 0 degrees, and past its left shoulder at 90."""
    angle = np.radians(turned)
    # The body's axes: x to its left, y backwards, z up.
    place = 3.0 * np.array([-np.sin(angle), -np.cos(angle), 0.0])
    figure: Any = SimpleNamespace(body=SimpleNamespace(bone_index={"head": 0}))
    bones: Any = SimpleNamespace(rotations=np.eye(3)[None], heads=np.zeros((1, 3)))
    camera: Any = SimpleNamespace(place=place)
    return bool(observe.looks_away(figure, bones, camera, joint))


@pytest.mark.parametrize("turned", [-12.0, -2.0, 0.0, 2.0, 12.0, 170.0, 178.0, 190.0])
def test_both_ears_are_seen_from_the_front_and_from_behind(turned: float) -> None:
    assert not away(Joint.RIGHT_EAR, turned) and not away(Joint.LEFT_EAR, turned)


@pytest.mark.parametrize("turned", [25.0, 60.0, 90.0, 150.0])
def test_a_turned_head_shows_one_ear(turned: float) -> None:
    assert not away(Joint.RIGHT_EAR, turned) and away(Joint.LEFT_EAR, turned)
    assert away(Joint.RIGHT_EAR, -turned) and not away(Joint.LEFT_EAR, -turned)


def test_the_face_looks_away_from_behind() -> None:
    for joint in (Joint.NOSE, Joint.RIGHT_EYE, Joint.LEFT_EYE):
        assert not away(joint, 0.0) and away(joint, 180.0)
