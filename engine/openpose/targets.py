"""Ground-truth confidence maps and part affinity fields, and the masked loss (thesis 3.1.2.3 to 3.1.2.11)."""

from __future__ import annotations

import torch
from torch import Tensor

from engine.openpose.network import PoseOutput
from engine.skeleton import AFFINITY_LIMBS, JOINT_COUNT


def _grid(size: tuple[int, int], stride: int, *, device: torch.device) -> tuple[Tensor, Tensor]:
    """Photo pixels at the centres of the map's cells: x [w], y [h]."""
    height, width = size
    y = (torch.arange(height, device=device, dtype=torch.float32) + 0.5) * stride - 0.5
    x = (torch.arange(width, device=device, dtype=torch.float32) + 0.5) * stride - 0.5
    return x, y


def confidence_maps(
    points: Tensor, size: tuple[int, int], *, stride: int = 8, sigma: float = 7.0, share: Tensor | None = None
) -> Tensor:
    """The true confidence maps S* (3.1.2.3, 3.1.2.4).

    points [B, P, 18, 2] x, y in input pixels, NaN where missing; `size` (h, w) of the maps; sigma in input pixels.
    `share` [B, P, 18] in 0..1 lowers the peaks of joints that may not show, so that the maps learn what to expect.
    Answers [B, 19, h, w] in 0..1: the maximum over people of exp(-d^2 / sigma^2), and the background as the last.
    """
    x, y = _grid(size, stride, device=points.device)
    dx = x - points[..., 0, None]  # [B, P, 18, w]
    dy = y - points[..., 1, None]  # [B, P, 18, h]
    bell = torch.exp(-(dy.square()[..., :, None] + dx.square()[..., None, :]) / sigma**2)  # [B, P, 18, h, w]
    if share is not None:
        bell = bell * share[..., None, None]
    joints = torch.nan_to_num(bell, nan=0.0).amax(dim=1)
    return torch.cat([joints, 1 - joints.amax(dim=1, keepdim=True)], dim=1)


def affinity_fields(points: Tensor, size: tuple[int, int], *, stride: int = 8, width: float = 8.0) -> Tensor:
    """The true part affinity fields L* (3.1.2.5, 3.1.2.6).

    points [B, P, 18, 2], NaN where missing; `width` is sigma_l, the limb's half width in input pixels. Answers
    [B, 38, h, w]: on each limb the unit vector from its first joint to its second, averaged over the people whose
    limb lies there.
    """
    x, y = _grid(size, stride, device=points.device)
    limbs = torch.tensor([[int(a), int(b)] for a, b in AFFINITY_LIMBS], device=points.device)
    start, end = points[:, :, limbs[:, 0]], points[:, :, limbs[:, 1]]  # [B, P, 19, 2]
    span = end - start
    length = span.norm(dim=-1, keepdim=True)
    unit = span / length.clamp(min=1e-6)
    dx = x - start[..., 0, None]  # [B, P, 19, w]
    dy = y - start[..., 1, None]  # [B, P, 19, h]
    ux, uy = unit[..., 0, None, None], unit[..., 1, None, None]
    along = ux * dx[..., None, :] + uy * dy[..., :, None]  # [B, P, 19, h, w]
    across = uy * dx[..., None, :] - ux * dy[..., :, None]
    on = (along >= -width / 2) & (along <= length[..., None] + width / 2) & (across.abs() <= width)
    on &= torch.isfinite(length[..., None]) & (length[..., None] > 1e-6)
    weight = on.to(torch.float32)
    count = weight.sum(dim=1).clamp(min=1.0)  # [B, 19, h, w]
    vector = torch.nan_to_num(torch.stack([ux * weight, uy * weight], dim=3), nan=0.0).sum(dim=1)  # [B, 19, 2, h, w]
    averaged: Tensor = vector / count[:, :, None]
    return averaged.flatten(1, 2)


def annotation_weights(
    doubtful: Tensor, size: tuple[int, int], *, stride: int = 8, radius: float = 24.0
) -> tuple[Tensor, Tensor]:
    """W(p) of 3.1.2.10 and 3.1.2.11: 0 where the annotation is missing, by map and by field.

    doubtful [B, P, 18, 2]: places of joints that may or may not show, NaN where there is no doubt. Nothing is learnt
    within `radius` input pixels of them in their own map, nor anywhere in the fields of their limbs.
    Answers [B, 19, h, w] and [B, 38, h, w] of 0 and 1.
    """
    x, y = _grid(size, stride, device=doubtful.device)
    dx = x - doubtful[..., 0, None]
    dy = y - doubtful[..., 1, None]
    near = (dy.square()[..., :, None] + dx.square()[..., None, :]) < radius**2  # [B, P, 18, h, w], false for NaN
    joints = (~near.any(dim=1)).to(torch.float32)
    maps = torch.cat([joints, joints.amin(dim=1, keepdim=True)], dim=1)
    unsure = torch.isfinite(doubtful[..., 0]).any(dim=1)  # [B, 18]
    limbs = torch.tensor([[int(a), int(b)] for a, b in AFFINITY_LIMBS], device=doubtful.device)
    fields = (~(unsure[:, limbs[:, 0]] | unsure[:, limbs[:, 1]])).to(torch.float32)  # [B, 19]
    fields = fields.repeat_interleave(2, dim=1)[:, :, None, None].expand(-1, -1, *size)
    return maps, fields


def pose_loss(
    output: PoseOutput, maps: Tensor, fields: Tensor, *, map_weights: Tensor, field_weights: Tensor
) -> dict[str, Tensor]:
    """The squared error of both branches, masked by W(p) and summed over the stages (3.1.2.9 to 3.1.2.11).

    Sums over channels and places are divided by the number of pictures and of places, so that sizes compare.
    """
    places = maps.shape[0] * maps.shape[-1] * maps.shape[-2]
    total_maps = torch.zeros((), device=maps.device)
    total_fields = torch.zeros((), device=maps.device)
    for stage_maps, stage_fields in zip(output.maps, output.fields, strict=True):
        total_maps = total_maps + (map_weights * (stage_maps.float() - maps).square()).sum() / places
        total_fields = total_fields + (field_weights * (stage_fields.float() - fields).square()).sum() / places
    return {"maps": total_maps * JOINT_COUNT, "fields": total_fields * JOINT_COUNT}
