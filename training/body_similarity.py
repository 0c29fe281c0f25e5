"""Structural similarity (Wang et al., 2004) over each part of the body: small arms count as much as the torso."""

from __future__ import annotations

from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.body_parts import LIMB_ENDS
from engine.skeleton import Joint

J = Joint

_RANGE: Final = 2.0
"""Pictures lie in [-1, 1]."""
_BONES: Final = (
    (J.NECK, J.RIGHT_HIP, 0.287),
    (J.NECK, J.LEFT_HIP, 0.287),
    (J.RIGHT_SHOULDER, J.LEFT_SHOULDER, 0.166),
    (J.NECK, J.NOSE, 0.106),
    (J.RIGHT_SHOULDER, J.RIGHT_ELBOW, 0.158),
    (J.LEFT_SHOULDER, J.LEFT_ELBOW, 0.158),
    (J.RIGHT_HIP, J.RIGHT_KNEE, 0.222),
    (J.LEFT_HIP, J.LEFT_KNEE, 0.222),
)
"""Bones and their usual length against the body's height."""
_PARTS: Final = (
    (J.NOSE, J.NOSE, 0.075),
    (J.NECK, J.RIGHT_HIP, 0.07),
    (J.NECK, J.LEFT_HIP, 0.07),
    *((*ends, 0.045) for ends in LIMB_ENDS.values()),
)
"""Parts as the two joints that they lie between, and their half width against the body's height."""


def ssim_map(first: Tensor, second: Tensor, *, window: int = 11, sigma: float = 1.5) -> Tensor:
    """Structural similarity round every pixel, by a Gaussian window, range 2.

    :param first, second: ``[B, C, H, W]`` in [-1, 1]; borders are mirrored.
    :returns: ``[B, C, H, W]`` in [-1, 1], 1 where both are the same.
    """
    steps = torch.arange(window, dtype=first.dtype, device=first.device) - (window - 1) / 2
    bell = torch.exp(-steps.square() / (2 * sigma**2))
    bell = bell / bell.sum()
    channels, edge = first.shape[1], window // 2

    def local(values: Tensor) -> Tensor:
        values = F.pad(values, (edge, edge, edge, edge), mode="reflect")
        values = F.conv2d(values, bell.view(1, 1, 1, -1).expand(channels, 1, 1, window), groups=channels)
        return F.conv2d(values, bell.view(1, 1, -1, 1).expand(channels, 1, window, 1), groups=channels)

    mean_a, mean_b = local(first), local(second)
    spread_a = local(first.square()) - mean_a.square()
    spread_b = local(second.square()) - mean_b.square()
    both = local(first * second) - mean_a * mean_b
    c1, c2 = (0.01 * _RANGE) ** 2, (0.03 * _RANGE) ** 2
    light: Tensor = (2 * mean_a * mean_b + c1) / (mean_a.square() + mean_b.square() + c1)
    return light * (2 * both + c2) / (spread_a + spread_b + c2)


def part_maps(points: Tensor, size: tuple[int, int]) -> Tensor:
    """Where each part of the body lies.

    :param points: ``[B, 18, 2]`` joints in pixels, NaN where missing.
    :returns: ``[B, parts, H, W]`` of 0 and 1; an empty map for a part whose joints are not all there.
    """
    height, width = size
    sides = torch.tensor([[int(a), int(b)] for a, b, _ in _BONES], device=points.device)
    usual = torch.tensor([share for _, _, share in _BONES], device=points.device)
    lengths = (points[:, sides[:, 0]] - points[:, sides[:, 1]]).norm(dim=-1) / usual  # [B, bones]
    # Foreshortening only shortens: the bone that looks longest tells the body's height.
    tall = lengths.nan_to_num(0.0).amax(dim=1)  # [B]
    tall = torch.where(tall > 1, tall, float(height))
    ends = torch.tensor([[int(a), int(b)] for a, b, _ in _PARTS], device=points.device)
    wide = torch.tensor([share for _, _, share in _PARTS], device=points.device) * tall[:, None]  # [B, parts]
    start, end = points[:, ends[:, 0], None, None], points[:, ends[:, 1], None, None]  # [B, parts, 1, 1, 2]
    rows, columns = torch.arange(height, device=points.device), torch.arange(width, device=points.device)
    y, x = torch.meshgrid(rows, columns, indexing="ij")
    place = torch.stack([x, y], dim=-1).to(points.dtype)  # [H, W, 2]
    span = end - start
    along = ((place - start) * span).sum(dim=-1) / span.square().sum(dim=-1).clamp_min(1e-6)
    nearest = start + along.clamp(0, 1)[..., None] * span  # [B, parts, H, W, 2]
    # Distances to joints that are missing are NaN, which is never near.
    inside: Tensor = (place - nearest).norm(dim=-1) <= wide[..., None, None]
    return inside.to(points.dtype)


def part_loss(painted: Tensor, target: Tensor, *, points: Tensor) -> Tensor:
    """One minus the SSIM over each part of the body, averaged over a picture's parts, then over the pictures.

    :param painted, target: ``[B, 3, H, W]`` in [-1, 1].
    :param points: ``[B, 18, 2]`` the target's joints in pixels, NaN where missing.
    :returns: a scalar in [0, 2]; a picture without any joint counts 0.
    """
    similar = ssim_map(painted, target).mean(dim=1, keepdim=True)  # [B, 1, H, W]
    parts = part_maps(points, (target.shape[-2], target.shape[-1]))  # [B, parts, H, W]
    area = parts.sum(dim=(2, 3))  # [B, parts]
    off = (parts * (1 - similar)).sum(dim=(2, 3)) / area.clamp_min(1)
    there = (area > 0).to(off.dtype)
    each: Tensor = (off * there).sum(dim=1) / there.sum(dim=1).clamp_min(1)  # [B]
    return each.mean()
