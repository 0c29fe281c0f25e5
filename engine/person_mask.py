"""Person or background, at the photo's own resolution."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import NoPersonError
from engine.images import Mask, Picture
from engine.openpose.estimator import Estimate
from engine.skeleton import Pose

Floats = npt.NDArray[np.float32]

COARSE_HEIGHT: Final = 320
"""The filter's coefficients are found at this height at most."""
FINE_HEIGHT: Final = 1600
"""Edges are drawn at this height at most; the masks of larger photos are enlarged smoothly from there."""


def person_mask(picture: Picture, estimate: Estimate, *, pose: Pose | None = None) -> Mask:
    """Where the person is: bool [H, W] of the photo, clothes and bags included.

    The estimator's coarse probability is pulled to the photo's own edges by a guided filter (He et al., ECCV 2010).
    With `pose`, only what hangs together with that person's joints stays. Raises NoPersonError when nothing does.
    """
    if estimate.person_probability is None:
        raise NoPersonError("This estimator has no person mask", hint="Use the embedded estimator for the mask.")
    height, width = picture.shape[:2]
    guide = _shrunk(picture, FINE_HEIGHT)
    coarse = _shrunk(guide, COARSE_HEIGHT)
    rows, columns = coarse.shape[:2]
    probability = _probability(estimate, (height, width), size=(columns, rows))
    slope, offset = guided_filter(coarse, probability, radius=max(2, round(0.012 * rows)), epsilon=1e-3)
    edge = _applied(slope, offset, guide)
    chosen = _connected(_without_specks(edge > 0.5, edge), pose=pose, scale=guide.shape[0] / height)
    if not chosen.any():
        raise NoPersonError("No person was found in the photo", hint="Choose a photo that shows a person.")
    if edge.shape == (height, width):
        return chosen
    edge = np.where(chosen, np.maximum(edge, 0.51), np.minimum(edge, 0.49))
    soft = cv2.resize(edge, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(soft > 0.5)


def _shrunk(picture: Picture, height: int) -> Picture:
    scale = height / picture.shape[0]
    if scale >= 1.0:
        return picture
    size = (max(1, round(picture.shape[1] * scale)), height)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


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


def guided_filter(guide: Picture, values: Floats, *, radius: int, epsilon: float) -> tuple[Floats, Floats]:
    """Explain `values` [h, w] by the colours of `guide` [h, w, 3] around each place (He et al., ECCV 2010, eq. 14-15).

    `radius` in pixels; `epsilon` is the variance of the guide, in 0..1, below which it counts as flat. Answers slope
    [h, w, 3] and offset [h, w]: the filtered values are slope * guide / 255 + offset.
    """
    window = (2 * radius + 1, 2 * radius + 1)

    def mean(x: Floats) -> Floats:
        return np.asarray(cv2.blur(x, window), dtype=np.float32)

    colour = guide.astype(np.float32) / 255.0
    r, g, b = (np.ascontiguousarray(colour[..., channel]) for channel in range(3))
    mean_r, mean_g, mean_b, mean_values = mean(r), mean(g), mean(b), mean(values)
    # The symmetric covariance of the colours, inverted by its cofactors.
    rr, gg, bb = mean(r * r) - mean_r**2 + epsilon, mean(g * g) - mean_g**2 + epsilon, mean(b * b) - mean_b**2 + epsilon
    rg, rb, gb = mean(r * g) - mean_r * mean_g, mean(r * b) - mean_r * mean_b, mean(g * b) - mean_g * mean_b
    c_rr, c_rg, c_rb = gg * bb - gb * gb, gb * rb - rg * bb, rg * gb - gg * rb
    c_gg, c_gb, c_bb = rr * bb - rb * rb, rb * rg - rr * gb, rr * gg - rg * rg
    determinant = np.maximum(rr * c_rr + rg * c_rg + rb * c_rb, 1e-12)
    x, y, z = (mean(c * values) - m * mean_values for c, m in ((r, mean_r), (g, mean_g), (b, mean_b)))
    slope = np.stack(
        [c_rr * x + c_rg * y + c_rb * z, c_rg * x + c_gg * y + c_gb * z, c_rb * x + c_gb * y + c_bb * z], 2
    )
    slope /= determinant[..., None]
    offset = mean_values - slope[..., 0] * mean_r - slope[..., 1] * mean_g - slope[..., 2] * mean_b
    return mean(np.asarray(slope, dtype=np.float32)), mean(np.asarray(offset, dtype=np.float32))


def _applied(slope: Floats, offset: Floats, guide: Picture) -> Floats:
    """The filter's coefficients enlarged to a finer guide and applied there (He and Sun, Fast Guided Filter, 2015)."""
    size = (guide.shape[1], guide.shape[0])
    fine = np.asarray(cv2.resize(slope, size, interpolation=cv2.INTER_LINEAR), dtype=np.float32)
    level = np.asarray(cv2.resize(offset, size, interpolation=cv2.INTER_LINEAR), dtype=np.float32)
    result: Floats = (fine * (guide.astype(np.float32) / np.float32(255.0))).sum(axis=2) + level
    return result


def _without_specks(mask: Mask, edge: Floats) -> Mask:
    """Small holes inside the person closed: light patches on clothes before a light wall, not gaps under an arm."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats((~mask).astype(np.uint8), connectivity=4)
    areas = stats[:, cv2.CC_STAT_AREA]
    likely = np.bincount(labels.ravel(), weights=edge.ravel(), minlength=count) / np.maximum(areas, 1)
    speck = (areas < 0.01 * mask.sum()) & (likely > 0.2)
    speck[0] = False
    return np.asarray(mask | speck[labels])


def _connected(mask: Mask, *, pose: Pose | None, scale: float) -> Mask:
    """The pieces that joints lie on, less specks of under a fiftieth of the largest; without a pose, the largest."""
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
