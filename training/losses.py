"""What a generated picture is compared by: colours, edges and the means of small patches."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from training.distributed import ALONE, Team


@dataclass(frozen=True)
class PictureWeights:
    """Weights of the picture losses' parts.

    l1         mean absolute difference of colours
    edges      mean absolute difference of the differences between neighbouring pixels: sharpness
    means      mean absolute difference of the means of 4 x 4 pixels: colours, whatever the texture's phase
    person     how much more a pixel of the person counts than one of the background
    paint      what is painted below the mask, so that it is learnt where the condition is let through as well
    share      the mask itself: towards whichever of paint and condition is nearer to the target
    """

    l1: float = 1.0
    edges: float = 1.0
    means: float = 1.0
    person: float = 2.0
    paint: float = 1.0
    share: float = 1.0


def picture_losses(
    painted: Tensor, target: Tensor, *, person: Tensor, weights: PictureWeights, team: Team = ALONE
) -> dict[str, Tensor]:
    """The weighted parts of the loss; their sum is to be made small.

    :param painted: ``[B, 3, H, W]`` in [-1, 1].
    :param target: ``[B, 3, H, W]`` in [-1, 1].
    :param person: ``[B, 1, H, W]`` in [0, 1], 1 on the person.
    :param team: the processes that share the batch.
    :returns: scalars by name: ``l1``, ``edges``, ``means``; a part of weight 0 is left out.
    """
    count = _counts(person, weights, team)  # [B, 1, H, W]
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


def mask_losses(
    raw: Tensor, condition: Tensor, target: Tensor, *, person: Tensor, weights: PictureWeights, team: Team = ALONE
) -> dict[str, Tensor]:
    """Losses that keep a generator with an output mask from handing its condition back.

    Letting the condition through is right nearly everywhere from the first step on; without a reason of its own to
    paint, the mask closes and nothing more is learnt.

    :param raw: ``[B, 4, H, W]`` the last convolution's output: paint before its tanh, and the mask's logit.
    :param condition: ``[B, 3, H, W]`` in [-1, 1], as are ``target`` and ``person`` in :func:`picture_losses`.
    :returns: scalars ``paint`` and ``share``.
    """
    count = _counts(person, weights, team)  # [B, 1, H, W]
    paint = torch.tanh(raw[:, :3])  # [B, 3, H, W]
    off = (paint - target).abs()
    painted_off = off.detach().mean(dim=1, keepdim=True)  # [B, 1, H, W]
    condition_off = (condition - target).abs().mean(dim=1, keepdim=True)  # [B, 1, H, W]
    # The share that is best for two errors which know nothing of each other: 1 paints, and 0 where nothing is wrong.
    wanted = condition_off.square() / (condition_off.square() + painted_off.square() + 1e-4)  # [B, 1, H, W]
    # The choice matters where the two differ; the rest is for plain white to be let through rather than painted.
    matter = count * ((condition_off - painted_off).abs() + 0.03)
    choice = F.binary_cross_entropy_with_logits(raw[:, 3:], wanted, reduction="none")
    return {"paint": weights.paint * (count * off).mean(), "share": weights.share * (matter * choice).mean()}


def _counts(person: Tensor, weights: PictureWeights, team: Team) -> Tensor:
    """How much each pixel counts, ``[B, 1, H, W]``: 1 in the mean over the whole batch."""
    count = 1.0 + weights.person * person
    return count / team.mean(count.mean())


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
