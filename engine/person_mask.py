"""Person or background, at the photo's own resolution."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import NoPersonError
from engine.openpose.estimator import Estimate
from engine.skeleton import Pose

Picture = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]

WORKING_HEIGHT: Final = 640
"""Edges are looked for at this height at most; larger photos are masked there and enlarged smoothly."""


def person_mask(picture: Picture, estimate: Estimate, *, pose: Pose | None = None) -> Mask:
    """Where the person is: bool [H, W] of the photo, clothes and bags included.

    The estimator's coarse probability is pulled to the photo's own edges by a guided filter (He et al., ECCV 2010).
    With `pose`, only what hangs together with that person's joints stays. Raises NoPersonError when nothing does.
    """
    if estimate.person_probability is None:
        raise NoPersonError("This estimator has no person mask", hint="Use the embedded estimator for the mask.")
    height, width = picture.shape[:2]
    scale = min(1.0, WORKING_HEIGHT / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))
    probability = _probability(estimate, (height, width), size=size)
    radius = max(2, round(0.008 * size[1]))
    edge = guided_filter(small.astype(np.float32) / 255.0, probability, radius=radius, epsilon=1e-3)
    chosen = _connected(edge > 0.5, edge, pose=pose, scale=scale)
    if not chosen.any():
        raise NoPersonError("No person was found in the photo", hint="Choose a photo that shows a person.")
    soft = cv2.resize(np.where(chosen, edge, np.minimum(edge, 0.49)), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(soft > 0.5)


def _probability(estimate: Estimate, photo: tuple[int, int], *, size: tuple[int, int]) -> Floats:
    """The coarse probability over the photo at `size` (width, height), with the closer look laid into its box."""
    assert estimate.person_probability is not None
    whole = np.asarray(cv2.resize(estimate.person_probability, size, interpolation=cv2.INTER_CUBIC))
    if estimate.closer_probability is not None and estimate.closer_box is not None:
        left, top, right, bottom = estimate.closer_box
        fx, fy = size[0] / photo[1], size[1] / photo[0]
        rows, columns = estimate.closer_probability.shape
        ax, ay = (right - left) * fx / columns, (bottom - top) * fy / rows
        matrix = np.array([[ax, 0, left * fx + 0.5 * ax - 0.5], [0, ay, top * fy + 0.5 * ay - 0.5]])
        closer = cv2.warpAffine(estimate.closer_probability, matrix, size, flags=cv2.INTER_LINEAR, borderValue=-1.0)
        whole = np.where(closer >= 0, closer, whole)
    return np.clip(whole, 0.0, 1.0).astype(np.float32)


def guided_filter(guide: Floats, values: Floats, *, radius: int, epsilon: float) -> Floats:
    """Smooth `values` [H, W] along the edges of `guide` [H, W, 3] in 0..1 (He et al., colour guided filter).

    `radius` in pixels; `epsilon` is the variance of the guide below which it counts as flat.
    """
    window = (2 * radius + 1, 2 * radius + 1)

    def mean(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        return np.asarray(cv2.blur(x, window))

    mean_guide, mean_values = mean(guide), mean(values)
    cross = mean(guide * values[..., None]) - mean_guide * mean_values[..., None]  # [H, W, 3]
    outer = guide[..., :, None] * guide[..., None, :]  # [H, W, 3, 3]
    flat = mean(outer.reshape(*values.shape, 9).astype(np.float32)).reshape(outer.shape)
    covariance = flat - mean_guide[..., :, None] * mean_guide[..., None, :]
    covariance = covariance + epsilon * np.eye(3, dtype=np.float32)
    slope = np.linalg.solve(covariance, cross[..., None])[..., 0].astype(np.float32)
    offset = mean_values - (slope * mean_guide).sum(axis=2)
    return np.asarray((mean(slope) * guide).sum(axis=2) + mean(offset), dtype=np.float32)


def _connected(mask: Mask, probability: Floats, *, pose: Pose | None, scale: float) -> Mask:
    """The pieces that the joints lie on, and pieces a tenth as large as them beside; without a pose, the largest."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    if count <= 1:
        return np.zeros_like(mask)
    areas = stats[1:, cv2.CC_STAT_AREA]
    hits = np.zeros(count - 1)
    if pose is not None and pose.present.any():
        x, y = ((pose.points[pose.present] + 0.5) * scale - 0.5).round().astype(int).T
        inside = (x >= 0) & (y >= 0) & (x < mask.shape[1]) & (y < mask.shape[0])
        on = labels[y[inside], x[inside]]
        hits = np.bincount(on[on > 0] - 1, minlength=count - 1).astype(float)
    keep = hits > 0 if hits.any() else areas == areas.max()
    keep &= areas >= 0.02 * areas[keep].max()
    return np.asarray(np.concatenate([[False], keep])[labels])
