"""The two discriminators of PATN (Zhu et al., CVPR 2019, section 3.2): does it look like the person, is it in the pose.

Sub-module names and indices are those of the published checkpoint files.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.patn.layers import STRIDE, Norm, block_path, encoder, normalisation


@dataclass(frozen=True)
class DiscriminatorArchitecture:
    """Everything about a discriminator that is not in its weights; the defaults are the published DeepFashion ones."""

    channels: int
    """Channels of the input: the picture's three and those of what it is judged against."""
    ndf: int = 64
    """Channels after the first convolution; the blocks work at four times as many."""
    blocks: int = 3
    """Number of residual blocks."""
    norm: Norm = "instance"
    """Normalisation: per picture without parameters, or per batch with scale, shift and running statistics."""
    dropout: bool = True
    """Dropout of one half inside the blocks while training."""
    sigmoid: bool = False
    """Whether scores are squeezed into (0, 1), as cross-entropy wants them; least squares takes them as they are."""

    def __post_init__(self) -> None:
        if self.channels < 1 or self.ndf < 1 or self.blocks < 0:
            raise ValueError(f"channels and ndf must be at least 1, blocks at least 0: {self}")
        if self.norm not in ("instance", "batch"):
            raise ValueError(f"norm must be 'instance' or 'batch', not {self.norm!r}")


class ResidualBlock(nn.Module):
    """Two convolutions whose result is added to their input."""

    def __init__(self, channels: int, norm: Norm, *, dropout: bool) -> None:
        super().__init__()
        self.conv_block = nn.Sequential(
            *block_path(channels, channels, norm, dropout=dropout), normalisation(channels, norm)
        )

    def forward(self, code: Tensor) -> Tensor:
        """``[B, C, h, w]`` to ``[B, C, h, w]``."""
        result: Tensor = code + self.conv_block(code)
        return result


class Discriminator(nn.Module):
    """Scores a picture beside what it is judged against.

    There is no one-channel head, in the published networks as here: the score is a map of ``4 ndf`` channels at a
    quarter of the picture's size, and a loss averages over all of it.
    """

    def __init__(self, architecture: DiscriminatorArchitecture) -> None:
        super().__init__()
        self.architecture = a = architecture
        self.model = nn.Sequential(
            *encoder(a.channels, a.ndf, a.norm),
            *(ResidualBlock(4 * a.ndf, a.norm, dropout=a.dropout) for _ in range(a.blocks)),
            *([nn.Sigmoid()] if a.sigmoid else []),
        )

    def forward(self, picture: Tensor, against: Tensor) -> Tensor:
        """Score.

        :param picture: ``[B, 3, H, W]``, RGB in [-1, 1]; H and W are multiples of 4 and at least 8.
        :param against: ``[B, channels - 3, H, W]``: the condition image in [-1, 1], or the target pose's maps.
        :returns: ``[B, 4 ndf, H/4, W/4]``; in (0, 1) with ``sigmoid``.
        :raises ValueError: when the inputs have other channels or sizes.
        """
        if picture.shape[2:] != against.shape[2:] or picture.shape[1] + against.shape[1] != self.architecture.channels:
            raise ValueError(
                f"{list(picture.shape)} and {list(against.shape)} do not make {self.architecture.channels} channels"
            )
        height, width = picture.shape[2:]
        if height % STRIDE or width % STRIDE or height < 2 * STRIDE or width < 2 * STRIDE:
            raise ValueError(f"a picture's sides must be multiples of {STRIDE}, not {height} x {width}")
        scores: Tensor = self.model(torch.cat([picture, against], dim=1))  # [B, 4 ndf, H/4, W/4]
        return scores
