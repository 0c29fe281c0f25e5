"""What is drawn by lot: people, poses, facings; nothing here needs OpenGL or the body model."""

from __future__ import annotations

import numpy as np
import pytest

from training.synthetic.cast import SKINS, draw_person, skin_group
from training.synthetic.poses import BodyPose

acting = pytest.importorskip("training.synthetic.acting")


def test_same_seed_same_person():
    first, second = (draw_person("a", np.random.default_rng(5), sex="male") for _ in range(2))
    assert first == second
    assert first != draw_person("a", np.random.default_rng(6), sex="male")


def test_people_span_the_range():
    people = [draw_person(str(i), np.random.default_rng(i), sex=("female", "male")[i % 2]) for i in range(200)]
    assert {skin_group(person) for person in people} == {"light", "medium", "dark"}
    groups = [skin_group(person) for person in people]
    assert min(groups.count(name) for name in set(groups)) > 40
    assert all(person.build.age >= 0.62 for person in people)
    assert all((person.build.gender > 0.5) == person.title.startswith("female") for person in people)
    assert {type(garment).__name__ for person in people for garment in person.garments} == {
        "Top", "Trousers", "Skirt", "Shoes",
    }  # fmt: skip
    weights = [person.build.weight for person in people]
    assert min(weights) < 0.25 < 0.7 < max(weights)


def test_skins_run_from_light_to_dark():
    levels = [sum(colour) for colour in SKINS]
    assert levels == sorted(levels, reverse=True)


@pytest.mark.parametrize("seed", range(40))
def test_arms_keep_to_what_a_shoulder_and_an_elbow_can_do(seed):
    rng = np.random.default_rng(seed)
    upper = acting._upper_way(rng)
    assert np.linalg.norm(upper) == pytest.approx(1)
    assert upper[0] > -0.2  # hardly across the body
    fore = acting._fore_way(upper, rng)
    angle = np.degrees(np.arccos(np.clip(np.dot(upper, fore), -1, 1)))
    assert angle <= 138.5


def test_proposals_are_poses_of_many_kinds():
    rng = np.random.default_rng(0)
    drawn = [acting._propose(stance, rng) for stance in acting.STANCES for _ in range(30)]
    assert all(isinstance(pose, BodyPose) for _, pose in drawn)
    assert {kind.split(",")[0] for kind, _ in drawn} == set(acting.STANCES)
    assert sum(acting.STANCES.values()) == pytest.approx(1)
    assert all(abs(pose.turn) <= 62 for _, pose in drawn)


def test_facings_keep_their_shares_in_any_run():
    pytest.importorskip("cv2")
    from training.synthetic.scenery import FACINGS
    from training.synthetic.synthesize import facing_of

    assert sum(share for share, _, _ in FACINGS.values()) == pytest.approx(1)
    for start in (0, 137, 5000):
        names = [facing_of(start + i) for i in range(200)]
        for name, (share, _, _) in FACINGS.items():
            assert names.count(name) / 200 == pytest.approx(share, abs=0.015)
