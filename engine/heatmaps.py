"""Pose to 18 maps, used by inference and by training alike (the pose adaptation of the thesis, 3.2).

A map is zero everywhere but at its keypoint.  The published DeepFashion network was trained on single pixels of value 1
(its Gaussians were stored as bytes, which leaves only their peak), so that is the default here.
"""

from __future__ import annotations

import torch
from torch import Tensor

from engine.framing import FRAME_SIZE


def pose_maps(
    points: Tensor,
    size: tuple[int, int] = FRAME_SIZE,
    *,
    device: torch.device | str | None = None,
    dtype: torch.dtype = torch.float32,
    radius: int = 0,
    sigma: float | None = None,
) -> Tensor:
    """Draw every keypoint into a map of its own.

    :param points: ``[B, J, 2]`` keypoints as (x, y) in pixels of the frame; x grows to the right, y downwards.  A
        keypoint is missing when either coordinate is not finite or is negative (so -1, the published mark for "not
        found", is never read as a place).
    :param size: height and width of the maps in pixels.
    :param device: where the maps are made; the points' own device by default.
    :param dtype: element type of the maps.
    :param radius: 0 sets the single pixel that holds the keypoint, its coordinates rounded down as the published code
        does; ``r`` sets every pixel whose centre lies within ``r + 1/2`` of that pixel's, so 1 gives 3 x 3 pixels.
    :param sigma: draws a Gaussian of this spread in pixels, 1 at its peak, in place of a disc: what the published
        Market-1501 network was trained on (6 pixels).  Needs a radius of 0 and a floating ``dtype``.
    :returns: ``[B, J, H, W]`` of zeros and ones (of 0 to 1 with ``sigma``).  Missing keypoints and those outside the
        frame give an empty map.
    :raises ValueError: when the points are not ``[B, J, 2]`` or an option is out of its range.
    """
    if points.dim() != 3 or points.shape[-1] != 2:
        raise ValueError(f"points must be [B, J, 2], not {list(points.shape)}")
    height, width = size
    if height < 1 or width < 1:
        raise ValueError(f"size must be positive, not {size}")
    if radius < 0:
        raise ValueError(f"radius must be 0 or more, not {radius}")
    if sigma is not None and (sigma <= 0 or radius or not dtype.is_floating_point):
        raise ValueError(f"sigma {sigma} needs to be positive, a radius of 0 and floating maps")
    batch, joints, _ = points.shape
    place = torch.device(device) if device is not None else points.device

    pixels = torch.floor(points.detach().to(device=place, dtype=torch.float32))  # [B, J, 2]
    x, y = pixels.unbind(dim=-1)  # [B, J] each
    found = (x >= 0) & (x < width) & (y >= 0) & (y < height)  # NaN compares false: missing
    x = torch.where(found, x, 0.0).long()
    y = torch.where(found, y, 0.0).long()

    if sigma is not None:
        across = torch.exp((torch.arange(width, device=place) - x[..., None]).square() / (-2 * sigma**2))  # [B, J, W]
        down = torch.exp((torch.arange(height, device=place) - y[..., None]).square() / (-2 * sigma**2))  # [B, J, H]
        down = down * found[..., None]
        return (down[..., :, None] * across[..., None, :]).to(dtype)  # [B, J, H, W]

    offset_y, offset_x = _disc(radius, place)  # [K] each
    disc_x = x[..., None] + offset_x  # [B, J, K]
    disc_y = y[..., None] + offset_y
    drawn = found[..., None] & (disc_x >= 0) & (disc_x < width) & (disc_y >= 0) & (disc_y < height)
    area = height * width
    first = torch.arange(batch * joints, device=place).view(batch, joints, 1) * area
    # One element too many: whatever is not to be drawn lands there, which needs no data-dependent shape.
    spare = batch * joints * area
    where = torch.where(drawn, first + disc_y * width + disc_x, spare)
    flat = torch.zeros(spare + 1, dtype=dtype, device=place)
    flat.scatter_(0, where.reshape(-1), 1)
    return flat[:spare].view(batch, joints, height, width)  # [B, J, H, W]


def paired_pose_maps(
    condition_points: Tensor,
    target_points: Tensor,
    *,
    size: tuple[int, int] = FRAME_SIZE,
    device: torch.device | str | None = None,
    dtype: torch.dtype = torch.float32,
    radius: int = 0,
    sigma: float | None = None,
) -> Tensor:
    """The generator's pose input: the maps of the condition image's pose, then those of the target pose.

    :param condition_points: ``[B, J, 2]`` as in :func:`pose_maps`.
    :param target_points: ``[B, J, 2]`` as in :func:`pose_maps`.
    :returns: ``[B, 2 J, H, W]`` as :func:`pose_maps`.
    :raises ValueError: as :func:`pose_maps`.
    """
    both = torch.cat([condition_points, target_points.to(condition_points)], dim=1)  # [B, 2 J, 2]
    return pose_maps(both, size, device=device, dtype=dtype, radius=radius, sigma=sigma)


def _disc(radius: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Row and column offsets, ``[K]`` each, of the pixels of a disc."""
    steps = range(-radius, radius + 1)
    # r (r + 1) is (r + 1/2)^2 without its quarter, which no sum of two squares of integers can tell apart.
    inside = [
        (row, column) for row in steps for column in steps if row * row + column * column <= radius * (radius + 1)
    ]
    # Not chosen on the device, which would have to be waited for.
    rows, columns = torch.tensor(inside, device=device).unbind(dim=1)
    return rows, columns
