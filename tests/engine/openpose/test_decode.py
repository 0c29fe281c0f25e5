from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.openpose.decode import Decoding, Person, decode, find_peaks, limb_scores
from engine.openpose.targets import affinity_fields, confidence_maps
from engine.skeleton import AFFINITY_LIMBS, Joint

J = Joint
STRIDE = 8
NEAR = 0.3 * STRIDE
LEGS = [8, 9, 10, 11, 12, 13]


def truth(*people: np.ndarray, size: tuple[int, int] = (32, 24)) -> tuple[np.ndarray, np.ndarray]:
    """Ground-truth maps [19, h, w] and fields [38, h, w] of people [18, 2]."""
    points = torch.from_numpy(np.stack(people)).float()[None]
    return confidence_maps(points, size)[0].numpy(), affinity_fields(points, size)[0].numpy()


def assert_found(person: Person, wanted: np.ndarray, *, within: float = NEAR) -> None:
    here = np.isfinite(wanted[:, 0])
    assert np.array_equal(person.pose.present, here)
    assert np.abs(person.pose.points[here] - wanted[here]).max() <= within


def matched(found: tuple[Person, ...], wanted: np.ndarray) -> Person:
    distances = [float(np.nanmean(np.abs(person.pose.points - wanted))) for person in found]
    return found[int(np.argmin(distances))]


@pytest.mark.parametrize("offset", [(0.0, 0.0), (3.3, 1.7), (-5.1, 6.4), (4.0, -4.0)])
def test_one_person(standing: np.ndarray, offset: tuple[float, float]) -> None:
    wanted = standing + offset
    found = decode(*truth(wanted))
    assert len(found) == 1
    assert_found(found[0], wanted)
    assert 0.5 < found[0].score <= 1
    assert (found[0].pose.confidence > 0.5).all()


def test_peaks_are_the_best_of_each_joint(standing: np.ndarray) -> None:
    maps, _ = truth(standing, standing * (1.0, 0.5) + (0, 20))
    everything = find_peaks(maps, options=Decoding())
    few = find_peaks(maps, options=Decoding(candidates=1))
    assert sorted(few.joints) == list(range(18))
    for joint in range(18):
        best = everything.confidence[everything.joints == joint].max()
        assert few.confidence[few.joints == joint] == pytest.approx([best])


@pytest.mark.parametrize("x", [0.0, 1.0, 3.5, 6.0, 95.0, 186.0, 188.5, 191.0])
@pytest.mark.parametrize("y", [0.0, 2.0, 130.0, 253.0, 255.0])
def test_a_joint_in_the_outermost_cells_is_found(x: float, y: float) -> None:
    points = np.full((18, 2), np.nan)
    points[J.LEFT_WRIST] = (x, y)
    peaks = find_peaks(truth(points)[0], options=Decoding())
    assert peaks.joints.tolist() == [J.LEFT_WRIST]
    place = (peaks.places[0] + 0.5) * STRIDE - 0.5
    assert np.abs(place - (x, y)).max() <= 0.5 * STRIDE


def test_two_people_side_by_side(standing: np.ndarray) -> None:
    left, right = standing * 0.8 + (-20, 30), standing * 0.8 + (85, 20)
    found = decode(*truth(left, right, size=(32, 32)))
    assert len(found) == 2
    for wanted in (left, right):
        assert_found(matched(found, wanted), wanted)


def test_two_people_who_overlap(standing: np.ndarray) -> None:
    """One stands half in front of the other, arms and shoulders mixed."""
    front, behind = standing + (0, 4), standing * 0.9 + (38, 12)
    found = decode(*truth(front, behind))
    assert len(found) == 2
    for wanted in (front, behind):
        person = matched(found, wanted)
        shared = person.pose.present
        assert shared.sum() >= 16
        errors = np.linalg.norm(person.pose.points[shared] - wanted[shared], axis=1)
        # Where two Gaussians run into each other their maximum lies between: a few pixels, no joint of the other.
        assert np.sort(errors)[:-3].max() <= NEAR and errors.max() <= STRIDE


def test_an_upper_body(standing: np.ndarray) -> None:
    wanted = standing * 1.6 - (60, 10)
    wanted[LEGS] = np.nan
    found = decode(*truth(wanted))
    assert len(found) == 1
    assert_found(found[0], wanted)


def test_the_largest_person_comes_first(standing: np.ndarray) -> None:
    large, small = standing * 0.85, standing * 0.4 + (150, 60)
    for people in ((large, small), (small, large)):
        found = decode(*truth(*people, size=(32, 32)))
        assert len(found) == 2
        assert found[0].pose.height() > found[1].pose.height()


def test_a_missing_neck_is_the_middle_of_the_shoulders(standing: np.ndarray) -> None:
    maps, fields = truth(standing)
    maps[J.NECK] = 0
    found = decode(maps, fields)
    assert found
    assert found[0].pose.has(J.NECK)
    assert found[0].pose.place(J.NECK) == pytest.approx((96, 70), abs=NEAR)


def test_a_broken_link_does_not_lose_the_arm(standing: np.ndarray) -> None:
    """Without the field between shoulder and elbow, forearm and hand still belong to the only body there."""
    maps, fields = truth(standing)
    limb = AFFINITY_LIMBS.index((J.RIGHT_SHOULDER, J.RIGHT_ELBOW))
    fields[2 * limb : 2 * limb + 2] = 0
    found = decode(maps, fields)
    assert len(found) == 1
    assert_found(found[0], standing)


def test_nobody() -> None:
    assert decode(np.zeros((19, 32, 24), np.float32), np.zeros((38, 32, 24), np.float32)) == ()
    assert decode(np.zeros((19, 1, 1), np.float32), np.zeros((38, 1, 1), np.float32)) == ()


def test_only_a_hand_is_nobody(standing: np.ndarray) -> None:
    hand = np.full((18, 2), np.nan)
    hand[[J.RIGHT_ELBOW, J.RIGHT_WRIST]] = standing[[J.RIGHT_ELBOW, J.RIGHT_WRIST]]
    assert decode(*truth(hand)) == ()


@pytest.mark.parametrize("size", [(32, 24), (46, 60), (3, 5), (1, 1), (2, 40)])
def test_noise_is_survived(size: tuple[int, int]) -> None:
    random = np.random.default_rng(5)
    maps = random.random((19, *size), dtype=np.float32)
    fields = random.normal(size=(38, *size)).astype(np.float32)
    options = Decoding()
    peaks = find_peaks(maps, options=options)
    assert np.bincount(peaks.joints, minlength=18).max() <= options.candidates
    for person in decode(maps, fields, options=options):
        assert person.pose.present.sum() >= options.joints
        assert 0 <= person.score <= 1


@pytest.mark.parametrize("value", [1.0, 0.5, 1e6, np.nan, np.inf, -np.inf])
def test_flat_and_broken_maps_are_survived(value: float) -> None:
    maps = np.full((19, 32, 24), value, np.float32)
    fields = np.full((38, 32, 24), value, np.float32)
    for person in decode(maps, fields):
        assert np.isfinite(person.pose.points[person.pose.present]).all()


def test_the_limb_integral_prefers_the_right_partner(standing: np.ndarray) -> None:
    _, fields = truth(standing)
    cells = ((standing + 0.5) / STRIDE - 0.5).astype(np.float32)
    limb = AFFINITY_LIMBS.index((J.RIGHT_HIP, J.RIGHT_KNEE))
    scores = limb_scores(fields, limb, cells[[8, 11]], cells[[9, 12]], options=Decoding())
    assert scores.shape == (2, 2)
    assert scores[0, 0] > 0.7
    assert np.isneginf(scores[1, 1]) and np.isneginf(scores[1, 0])
    same_place = limb_scores(fields, limb, cells[[8]], cells[[8]], options=Decoding())
    assert np.isneginf(same_place).all()


@pytest.mark.parametrize("seed", range(12))
def test_any_single_person_is_found_whole(standing: np.ndarray, seed: int) -> None:
    """Every joint elsewhere by some pixels, two of them missing: what is drawn is what comes back."""
    random = np.random.default_rng(seed)
    wanted = (standing + random.normal(0, 3, (18, 2))) * random.uniform(0.6, 1.0) + random.uniform(0, 18, 2)
    gone = random.choice([J.RIGHT_WRIST, J.LEFT_ANKLE, J.RIGHT_EAR, J.LEFT_EYE], size=2, replace=False)
    wanted[gone] = np.nan
    found = decode(*truth(wanted))
    assert len(found) == 1
    assert_found(found[0], wanted)
