"""Pictures to the networks' numbers and back, as the published code does it: bytes to [-1, 1], and cut off to bytes."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor


def to_tensor(picture: NDArray[np.uint8], *, device: torch.device | str | None = None) -> Tensor:
    """Bytes to what the generator takes.

    :param picture: uint8 ``[H, W, 3]`` or ``[B, H, W, 3]``, RGB.
    :returns: float32 ``[1, 3, H, W]`` or ``[B, 3, H, W]`` in [-1, 1].
    :raises ValueError: when it is not such a picture.
    """
    if picture.dtype != np.uint8 or picture.ndim not in (3, 4) or picture.shape[-1] != 3:
        raise ValueError(f"a picture must be uint8 [H, W, 3] or [B, H, W, 3], not {picture.dtype} {picture.shape}")
    stack = picture if picture.ndim == 4 else picture[None]
    pixels = torch.from_numpy(np.ascontiguousarray(stack)).to(device)  # [B, H, W, 3]
    # Dividing first and centring then is the published order: it decides the last bit.
    return pixels.permute(0, 3, 1, 2).contiguous().to(torch.float32).div(255).sub(0.5).div(0.5)  # [B, 3, H, W]


def to_picture(tensor: Tensor, *, nearest: bool = False) -> NDArray[np.uint8]:
    """What the generator gives to bytes.

    :param tensor: ``[3, H, W]`` or ``[B, 3, H, W]``, RGB in [-1, 1], of any floating type on any device.
    :param nearest: round to the nearest byte.  The published code cuts off instead, which is the default; it can darken
        a pixel that was only passed through by one grey level.
    :returns: uint8 ``[H, W, 3]`` or ``[B, H, W, 3]``, RGB.
    :raises ValueError: when it is not such a tensor.
    """
    if tensor.dim() not in (3, 4) or tensor.shape[-3] != 3:
        raise ValueError(f"a picture must be [3, H, W] or [B, 3, H, W], not {list(tensor.shape)}")
    grey = tensor.detach().to(torch.float32).add(1).div(2).mul(255)
    grey = (grey.round() if nearest else grey).clamp(0, 255).to(torch.uint8)
    result: NDArray[np.uint8] = grey.movedim(-3, -1).contiguous().cpu().numpy()
    return result
