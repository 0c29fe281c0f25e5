from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.errors import NoPersonError
from engine.openpose.estimator import Estimate
from engine.person_mask import guided_filter, person_mask
from engine.skeleton import JOINT_COUNT, Joint, Pose

# --- A scene whose truth is known. ---


def figure(height: int, width: int, *, middle: float = 0.5, size: float = 1.0) -> np.ndarray:
    """bool [H, W]: head, body, arms and legs, in parts of the picture's height."""
    mask = np.zeros((height, width), np.uint8)

    def at(x: float, y: float) -> tuple[int, int]:
        return round(middle * width + size * x * height), round((0.5 + size * y) * height)

    def thick(part: float) -> int:
        return max(1, round(size * part * height))

    cv2.circle(mask, at(0, -0.35), thick(0.07), 1, -1)
    cv2.ellipse(mask, at(0, -0.1), (thick(0.1), thick(0.2)), 0, 0, 360, 1, -1)
    for side in (-1, 1):
        cv2.line(mask, at(0.06 * side, -0.22), at(0.2 * side, 0.02), 1, thick(0.05))
        cv2.line(mask, at(0.06 * side, 0.05), at(0.1 * side, 0.42), 1, thick(0.08))
    return mask.astype(bool)


def joints(*, middle: float = 0.5, size: float = 1.0, height: int, width: int) -> Pose:
    points = np.full((JOINT_COUNT, 2), np.nan)
    for joint, (x, y) in {
        Joint.NOSE: (0, -0.35),
        Joint.NECK: (0, -0.24),
        Joint.RIGHT_HIP: (-0.06, 0.05),
        Joint.LEFT_HIP: (0.06, 0.05),
        Joint.RIGHT_ANKLE: (-0.1, 0.41),
        Joint.LEFT_ANKLE: (0.1, 0.41),
    }.items():
        points[joint] = middle * width + size * x * height, (0.5 + size * y) * height
    return Pose.from_points(points)


def painted(mask: np.ndarray, *, seed: int = 0) -> np.ndarray:
    """A photo of it: dark clothes before a light, uneven wall, with noise."""
    random = np.random.default_rng(seed)
    height, width = mask.shape
    wall = np.linspace(150, 235, width)[None, :, None] * np.array([1.0, 0.95, 0.85])
    photo = np.where(mask[..., None], np.array([70.0, 50.0, 90.0]), np.broadcast_to(wall, (height, width, 3)))
    return np.clip(photo + random.normal(0, 6, photo.shape), 0, 255).astype(np.uint8)


def coarse(mask: np.ndarray, *, height: int = 64) -> np.ndarray:
    """What a network at stride 4 makes of it: small, soft, and never quite sure."""
    width = max(1, round(mask.shape[1] * height / mask.shape[0]))
    small = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(0.05 + 0.9 * cv2.GaussianBlur(small, (0, 0), 1.2), dtype=np.float32)


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    return float((a & b).sum() / (a | b).sum())


@pytest.mark.parametrize(("height", "width"), [(640, 425), (250, 180), (700, 1000), (2400, 1700)])
def test_the_mask_follows_the_photos_edges(height: int, width: int) -> None:
    truth = figure(height, width)
    photo, probability = painted(truth), coarse(truth)
    found = person_mask(photo, Estimate((), probability), pose=joints(height=height, width=width))
    assert found.shape == (height, width) and found.dtype == np.bool_
    by_network = cv2.resize(probability, (width, height), interpolation=cv2.INTER_CUBIC) > 0.5
    assert overlap(found, truth) > 0.94
    assert overlap(found, truth) > overlap(by_network, truth) + 0.02


def test_a_tiny_photo() -> None:
    truth = figure(40, 28)
    found = person_mask(painted(truth), Estimate((), coarse(truth, height=40)))
    assert found.shape == (40, 28)
    assert overlap(found, truth) > 0.7


def test_the_pose_chooses_the_person() -> None:
    height, width = 500, 900
    left, right = (figure(height, width, middle=m, size=s) for m, s in ((0.28, 0.9), (0.75, 0.7)))
    both = left | right
    photo, estimate = painted(both), Estimate((), coarse(both))
    for truth, other, middle, size in ((left, right, 0.28, 0.9), (right, left, 0.75, 0.7)):
        found = person_mask(photo, estimate, pose=joints(middle=middle, size=size, height=height, width=width))
        assert overlap(found, truth) > 0.9
        assert not (found & other).any()
    # Nobody chosen: the largest.
    assert overlap(person_mask(photo, estimate), left) > 0.9


def test_joints_outside_the_photo_and_beside_the_person_do_no_harm() -> None:
    height, width = 400, 300
    truth = figure(height, width)
    pose = joints(height=height, width=width)
    pose = pose.with_joint(Joint.LEFT_WRIST, (5000, -300)).with_joint(Joint.RIGHT_WRIST, (3, 3))
    found = person_mask(painted(truth), Estimate((), coarse(truth)), pose=pose)
    assert overlap(found, truth) > 0.93
    nowhere = Pose.empty().with_joint(Joint.NOSE, (2, 2))
    assert overlap(person_mask(painted(truth), Estimate((), coarse(truth)), pose=nowhere), truth) > 0.93


def test_the_closer_look_counts_in_its_box() -> None:
    height, width = 900, 1200
    truth = figure(height, width, middle=0.7, size=0.3)
    photo = painted(truth)
    box = (700.0, 280.0, 980.0, 620.0)
    cut = truth[280:620, 700:980]
    closer = coarse(cut, height=85)
    from_afar = Estimate((), coarse(truth, height=32))
    both = Estimate((), coarse(truth, height=32), closer, box)
    pose = joints(middle=0.7, size=0.3, height=height, width=width)
    found = person_mask(photo, both, pose=pose)
    assert overlap(found, truth) > 0.85
    assert overlap(found, truth) > overlap(person_mask(photo, from_afar, pose=pose), truth)


def test_the_rim_of_the_closer_look_is_no_gap() -> None:
    """A person who reaches beyond the closer look's box is not cut along its edge."""
    height, width = 400, 400
    truth = np.zeros((height, width), bool)
    truth[20:380, 100:300] = True
    photo = painted(truth)
    inside = np.full((40, 40), 0.9, np.float32)
    estimate = Estimate((), coarse(truth), inside, (120.0, 100.0, 280.0, 260.0))
    assert overlap(person_mask(photo, estimate), truth) > 0.96


def test_no_person_no_mask() -> None:
    photo = np.full((300, 200, 3), 90, np.uint8)
    with pytest.raises(NoPersonError, match="No person"):
        person_mask(photo, Estimate((), np.full((64, 43), 0.02, np.float32)))
    with pytest.raises(NoPersonError, match="no person mask"):
        person_mask(photo, Estimate((), None))


def test_a_person_who_fills_the_photo() -> None:
    photo = np.full((300, 200, 3), 90, np.uint8)
    assert person_mask(photo, Estimate((), np.full((64, 43), 0.98, np.float32))).all()


# --- The filter itself. ---


def naive_filter(guide: np.ndarray, values: np.ndarray, radius: int, epsilon: float) -> np.ndarray:
    """He et al., ECCV 2010, equations 14 to 16, window by window; windows are mirrored at the border."""
    padded = np.pad(guide / 255.0, ((radius, radius), (radius, radius), (0, 0)), mode="reflect")
    padded_values = np.pad(values, radius, mode="reflect")
    h, w = values.shape
    slope, offset = np.zeros((h, w, 3)), np.zeros((h, w))
    for y in range(h):
        for x in range(w):
            window = padded[y : y + 2 * radius + 1, x : x + 2 * radius + 1].reshape(-1, 3)
            p = padded_values[y : y + 2 * radius + 1, x : x + 2 * radius + 1].ravel()
            mean = window.mean(axis=0)
            covariance = window.T @ window / len(p) - np.outer(mean, mean) + epsilon * np.eye(3)
            slope[y, x] = np.linalg.solve(covariance, (window * p[:, None]).mean(axis=0) - mean * p.mean())
            offset[y, x] = p.mean() - slope[y, x] @ mean
    means = []
    for plane in (*np.moveaxis(slope, 2, 0), offset):
        wide = np.pad(plane, radius, mode="reflect")
        size = 2 * radius + 1
        means.append([[wide[y : y + size, x : x + size].mean() for x in range(w)] for y in range(h)])
    *slopes, last = np.array(means)
    return (np.stack(slopes, axis=2) * guide / 255.0).sum(axis=2) + last


@pytest.mark.parametrize(("radius", "epsilon"), [(2, 1e-3), (3, 1e-2)])
def test_the_filter_is_that_of_the_paper(radius: int, epsilon: float) -> None:
    random = np.random.default_rng(3)
    guide = random.integers(0, 256, (14, 18, 3)).astype(np.uint8)
    values = random.random((14, 18)).astype(np.float32)
    slope, offset = guided_filter(guide, values, radius=radius, epsilon=epsilon)
    assert slope.shape == (14, 18, 3) and offset.shape == (14, 18)
    given = (slope * (guide.astype(np.float32) / 255)).sum(axis=2) + offset
    np.testing.assert_allclose(given, naive_filter(guide, values, radius, epsilon), atol=2e-3)


def test_the_filter_on_flat_and_grey_guides() -> None:
    values = np.random.default_rng(0).random((20, 30)).astype(np.float32)
    for guide in (np.full((20, 30, 3), 255, np.uint8), np.repeat((values[..., None] * 255).astype(np.uint8), 3, 2)):
        slope, offset = guided_filter(guide, values, radius=3, epsilon=1e-3)
        assert np.isfinite(slope).all() and np.isfinite(offset).all()
        given = (slope * (guide.astype(np.float32) / 255)).sum(axis=2) + offset
        assert given.min() > -0.3 and given.max() < 1.3
