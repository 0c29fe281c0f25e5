"""What a generated picture is compared by: colours, edges and the means of small patches."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor


@dataclass(frozen=True)
class PictureWeights:
    """Weights of the picture losses' parts.

    l1         mean absolute difference of colours
    edges      mean absolute difference of the differences between neighbouring pixels: sharpness
    means      mean absolute difference of the means of 4 x 4 pixels: colours, whatever the texture's phase
    person     how much more a pixel of the person counts than one of the background
    """

    l1: float = 1.0
    edges: float = 1.0
    means: float = 1.0
    person: float = 2.0


def picture_losses(painted: Tensor, target: Tensor, *, person: Tensor, weights: PictureWeights) -> dict[str, Tensor]:
    """The weighted parts of the loss; their sum is to be made small.

    :param painted: ``[B, 3, H, W]`` in [-1, 1].
    :param target: ``[B, 3, H, W]`` in [-1, 1].
    :param person: ``[B, 1, H, W]`` in [0, 1], 1 on the person.
    :returns: scalars by name: ``l1``, ``edges``, ``means``; a part of weight 0 is left out.
    """
    count = 1.0 + weights.person * person  # [B, 1, H, W]
    count = count / count.mean()
    difference = painted - target  # [B, 3, H, W]
    parts: dict[str, Tensor] = {}
    if weights.l1 > 0:
        parts["l1"] = weights.l1 * (count * difference.abs()).mean()
    if weights.edges > 0:
        right = (difference[..., :, 1:] - difference[..., :, :-1]).abs() * count[..., :, 1:]
        down = (difference[..., 1:, :] - difference[..., :-1, :]).abs() * count[..., 1:, :]
        parts["edges"] = weights.edges * 0.5 * (right.mean() + down.mean())
    if weights.means > 0:
        patches = F.avg_pool2d(difference, 4).abs()  # [B, 3, H/4, W/4]
        parts["means"] = weights.means * (F.avg_pool2d(count, 4) * patches).mean()
    return parts


def l1_over(painted: Tensor, target: Tensor, *, share: Tensor | None = None) -> Tensor:
    """Mean absolute difference of each picture, ``[B]``, over everything or weighted by ``share`` ``[B, 1, H, W]``."""
    difference = (painted - target).abs().mean(dim=1, keepdim=True)  # [B, 1, H, W]
    if share is None:
        return difference.mean(dim=(1, 2, 3))
    total: Tensor = (difference * share).sum(dim=(1, 2, 3)) / share.sum(dim=(1, 2, 3)).clamp_min(1e-6)
    return total


def to_unit(pictures: Tensor) -> Tensor:
    """Bytes ``[B, H, W, 3]`` to ``[B, 3, H, W]`` in [-1, 1]."""
    return pictures.permute(0, 3, 1, 2).to(torch.float32).div(127.5).sub(1.0)
