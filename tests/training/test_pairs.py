"""Training pairs from single photos."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.skeleton import Joint
from tests.drawn_person import write_photo_folder
from training.datasets import FRAME, PhotoSet
from training.pairs import Change, Pair, make_pair, mirrored, random_pose, recoloured

SIZE = (128, 88)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> PhotoSet:
    folder = tmp_path_factory.mktemp("photos")
    write_photo_folder(folder, train=3, val=1)
    return PhotoSet(folder, split="train", cache=folder / "cache")


def pair_of(people: PhotoSet, seed: int, *, change: Change | None = None, steady: bool = False) -> Pair:
    rng = np.random.default_rng(seed)
    return make_pair(people[0], size=SIZE, change=change or Change(), rng=rng, steady=steady)


def test_people_are_framed_on_white_and_kept(people: PhotoSet, tmp_path: Path) -> None:
    person = people[1]
    assert person.picture.shape == (*FRAME, 3) and person.mask.shape == FRAME
    assert (person.picture[0] == 255).all() and (person.picture[person.mask == 0] > 240).all()
    assert person.mask.any()
    left, top, right, bottom = person.pose.box() or (0, 0, 0, 0)
    assert 0 < left < right < FRAME[1] and 0 < top < bottom < FRAME[0]
    write_photo_folder(tmp_path / "photos", train=2, val=1)
    kept = tmp_path / "cache"
    first = PhotoSet(tmp_path / "photos", split="train", cache=kept)
    files = {path: path.stat().st_mtime_ns for path in kept.iterdir()}
    second = PhotoSet(tmp_path / "photos", split="train", cache=kept)
    assert {path: path.stat().st_mtime_ns for path in kept.iterdir()} == files
    assert np.array_equal(first[1].picture, second[1].picture) and len(second) == 2
    with pytest.raises(IndexError):
        second[2]


def test_pairs_come_from_the_seed_alone(people: PhotoSet) -> None:
    first, again, other = pair_of(people, 5), pair_of(people, 5), pair_of(people, 6)
    assert np.array_equal(first.condition, again.condition) and np.array_equal(first.holes, again.holes)
    assert not np.array_equal(first.condition, other.condition)


def test_the_target_is_the_untouched_photo(people: PhotoSet) -> None:
    one, two = (pair_of(people, seed, steady=True) for seed in (1, 2))
    assert np.array_equal(one.target, two.target)
    assert not np.array_equal(one.unmoved, two.unmoved)


def test_moving_there_and_back_comes_nearer_to_the_photo(people: PhotoSet) -> None:
    offs = []
    for seed in range(6):
        pair = pair_of(people, seed, steady=True)
        offs.append([np.abs(p.astype(int) - pair.target).mean() for p in (pair.condition, pair.unmoved)])
    moved, unmoved = np.mean(offs, axis=0)
    assert moved < 0.6 * unmoved


def test_holes_lie_where_the_condition_is_wrong(people: PhotoSet) -> None:
    for seed in range(6):
        pair = pair_of(people, seed)
        assert pair.holes.min() >= 0 and pair.holes.max() <= 1
    wide = Change(upper_arm=1.2)
    assert any(pair_of(people, seed, change=wide).holes.max() > 0.9 for seed in range(6))


def test_no_change_gives_the_photo_back(people: PhotoSet) -> None:
    still = Change(0, 0, 0, 0, 0, 0, 0, 0, 0)
    pair = pair_of(people, 3, change=still, steady=True)
    assert np.abs(pair.condition.astype(int) - pair.target).mean() < 2


def test_crops_lose_the_joints_that_they_cut_off(people: PhotoSet) -> None:
    seen = [pair_of(people, seed, change=Change(crop=1.0)).target_pose for seed in range(6)]
    for pose in seen:
        assert not pose.present[Joint.RIGHT_ANKLE]
        points = pose.points[pose.present]
        assert (points > -1).all() and (points[:, 0] < SIZE[1]).all() and (points[:, 1] < SIZE[0]).all()


def test_recolouring_treats_all_pictures_alike_and_leaves_white(people: PhotoSet) -> None:
    pair = pair_of(people, 2, steady=True)
    pair = Pair(pair.target, pair.holes, pair.target, pair.person, pair.source_pose, pair.target_pose, pair.target)
    changed = [recoloured(pair, rng=np.random.default_rng(seed)) for seed in range(4)]
    for other in changed:
        assert np.array_equal(other.condition, other.target)
        assert (other.target[0] == 255).all()
    assert any(not np.array_equal(np.sort(o.target, axis=None), np.sort(pair.target, axis=None)) for o in changed)


def test_a_mirrored_pair_is_mirrored_throughout(people: PhotoSet) -> None:
    pair = pair_of(people, 4)
    back = mirrored(mirrored(pair))
    assert np.array_equal(back.condition, pair.condition) and back.target_pose.same_as(pair.target_pose, tolerance=1e-9)
    other = mirrored(pair)
    x = pair.target_pose.points[Joint.RIGHT_SHOULDER, 0]
    assert other.target_pose.points[Joint.LEFT_SHOULDER, 0] == pytest.approx(SIZE[1] - 1 - x)


def test_random_poses_keep_bone_lengths(people: PhotoSet) -> None:
    pose = people[0].pose
    other = random_pose(pose, size=FRAME, change=Change(scale=0), rng=np.random.default_rng(0))
    for first, second in ((Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST), (Joint.LEFT_HIP, Joint.LEFT_KNEE)):
        lengths = [np.hypot(*(p.points[first] - p.points[second])) for p in (pose, other)]
        assert lengths[0] == pytest.approx(lengths[1])
