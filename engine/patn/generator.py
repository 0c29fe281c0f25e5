"""The generator of progressive pose attention transfer (Zhu et al., CVPR 2019, section 3.1).

Sub-module names and indices are those of the published checkpoint files, so that a published file's keys are this
module's keys with ``model.`` in front.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from engine.patn.layers import STRIDE, Norm, block_path, encoder, normalisation, upsampling


@dataclass(frozen=True)
class GeneratorArchitecture:
    """Everything about a generator that is not in its weights.

    The defaults are the published DeepFashion network; its Market-1501 sibling has ``norm="batch"``.
    """

    ngf: int = 64
    """Channels after the first convolution; the blocks work at four times as many."""
    blocks: int = 9
    """Number of attention transfer blocks."""
    norm: Norm = "instance"
    """Normalisation: per picture without parameters, or per batch with scale, shift and running statistics."""
    dropout: bool = False
    """Dropout of one half inside the blocks while training (the published networks were trained with it)."""
    condition_channels: int = 3
    """Channels of the condition input: 3 for a picture, 4 for a moved picture and a map of its holes (1 = hole)."""
    pose_channels: int = 36
    """Channels of the pose input: both poses' maps."""
    output_mask: bool = False
    """Whether a fourth output decides, pixel by pixel, between what is painted and the condition picture."""

    def __post_init__(self) -> None:
        if self.ngf < 1 or self.blocks < 1 or self.pose_channels < 1:
            raise ValueError(f"ngf, blocks and pose_channels must be at least 1: {self}")
        if self.norm not in ("instance", "batch"):
            raise ValueError(f"norm must be 'instance' or 'batch', not {self.norm!r}")
        if self.condition_channels < 3:
            raise ValueError(f"condition_channels must be at least 3, not {self.condition_channels}")

    def to_json(self) -> dict[str, int | str | bool]:
        """The fields as plain values, for a checkpoint's header."""
        return asdict(self)

    @property
    def output_channels(self) -> int:
        """Channels of the last convolution: a picture, and a mask where there is one."""
        return 4 if self.output_mask else 3


class AttentionTransferBlock(nn.Module):
    """One step of the transfer: the pose path says where the image path may change (section 3.1.2 of the paper)."""

    def __init__(self, channels: int, norm: Norm, *, first: bool, dropout: bool) -> None:
        super().__init__()
        # Every block but the first is handed the pose code with the image code beside it.
        pose_channels = channels if first else 2 * channels
        self.conv_block_stream1 = nn.Sequential(
            *block_path(channels, channels, norm, dropout=dropout), normalisation(channels, norm)
        )
        self.conv_block_stream2 = nn.Sequential(*block_path(pose_channels, channels, norm, dropout=dropout))

    def forward(self, image: Tensor, pose: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Image code ``[B, C, h, w]`` and pose code (``[B, C, h, w]`` at first, then ``[B, 2 C, h, w]``) to the next
        image code ``[B, C, h, w]``, the next pose code ``[B, 2 C, h, w]`` and the mask ``[B, C, h, w]`` in (0, 1)."""
        moved = self.conv_block_stream2(pose)  # [B, C, h, w]
        mask = torch.sigmoid(moved)  # [B, C, h, w]
        image = image + mask * self.conv_block_stream1(image)  # [B, C, h, w]
        return image, torch.cat([moved, image], dim=1), mask


class Generator(nn.Module):
    """Paints the condition image's person in the target pose."""

    def __init__(self, architecture: GeneratorArchitecture | None = None) -> None:
        super().__init__()
        self.architecture = architecture or GeneratorArchitecture()
        a = self.architecture
        self.stream1_down = nn.Sequential(*encoder(a.condition_channels, a.ngf, a.norm))
        self.stream2_down = nn.Sequential(*encoder(a.pose_channels, a.ngf, a.norm))
        self.att = nn.ModuleList(
            AttentionTransferBlock(4 * a.ngf, a.norm, first=index == 0, dropout=a.dropout) for index in range(a.blocks)
        )
        # The closing tanh has no weights and belongs to `_compose`, which must see the mask before it.
        self.stream1_up = nn.Sequential(
            *upsampling(4 * a.ngf, 2 * a.ngf, a.norm),
            *upsampling(2 * a.ngf, a.ngf, a.norm),
            nn.ReflectionPad2d(3),
            nn.Conv2d(a.ngf, a.output_channels, 7),
        )

    def forward(self, condition: Tensor, pose_maps: Tensor) -> Tensor:
        """Paint.

        :param condition: ``[B, condition_channels, H, W]``; the first three channels are the condition image, RGB in
            [-1, 1]; a fourth is the map of holes, 0 or 1.  H and W are multiples of 4 and at least 8.
        :param pose_maps: ``[B, pose_channels, H, W]``, 0 or 1: condition pose first, then target pose.
        :returns: ``[B, 3, H, W]``, RGB in [-1, 1].
        :raises ValueError: when the inputs have other channels or sizes.
        """
        return self.forward_with_raw(condition, pose_maps)[0]  # [B, 3, H, W]

    def forward_with_raw(self, condition: Tensor, pose_maps: Tensor) -> tuple[Tensor, Tensor]:
        """Paint, and answer the last convolution's output too, which losses on the output mask look at.

        :returns: the picture of :meth:`forward`, and ``[B, 3 or 4, H, W]``: paint before its tanh, and the mask's logit
        :raises ValueError: as :meth:`forward`.
        """
        self._check(condition, pose_maps)
        image = self.stream1_down(condition)  # [B, 4 ngf, H/4, W/4]
        pose = self.stream2_down(pose_maps)  # [B, 4 ngf, H/4, W/4]
        for block in self.att:
            image, pose, _ = block(image, pose)  # [B, 4 ngf, H/4, W/4], [B, 8 ngf, H/4, W/4]
        raw = self.stream1_up(image)  # [B, 3 or 4, H, W]
        return self._compose(raw, condition), raw

    def forward_with_attention(self, condition: Tensor, pose_maps: Tensor) -> tuple[Tensor, Tensor]:
        """Paint, and show where each block looked.

        :returns: the picture of :meth:`forward`, and ``[B, blocks, H/4, W/4]`` in (0, 1): each block's attention mask,
            averaged over its channels.
        :raises ValueError: as :meth:`forward`.
        """
        self._check(condition, pose_maps)
        image = self.stream1_down(condition)  # [B, 4 ngf, H/4, W/4]
        pose = self.stream2_down(pose_maps)  # [B, 4 ngf, H/4, W/4]
        masks: list[Tensor] = []
        for block in self.att:
            image, pose, mask = block(image, pose)
            masks.append(mask.mean(dim=1))  # [B, H/4, W/4]
        picture = self._compose(self.stream1_up(image), condition)  # [B, 3, H, W]
        return picture, torch.stack(masks, dim=1)

    def _compose(self, raw: Tensor, condition: Tensor) -> Tensor:
        """Last convolution's output ``[B, 3 or 4, H, W]`` to a picture ``[B, 3, H, W]`` in [-1, 1]."""
        paint = torch.tanh(raw[:, :3])  # [B, 3, H, W]
        if not self.architecture.output_mask:
            return paint
        share = torch.sigmoid(raw[:, 3:])  # [B, 1, H, W]: 1 paints, 0 lets the condition picture through
        return share * paint + (1 - share) * condition[:, :3]

    def _check(self, condition: Tensor, pose_maps: Tensor) -> None:
        a = self.architecture
        if condition.dim() != 4 or condition.shape[1] != a.condition_channels:
            raise ValueError(f"condition must be [B, {a.condition_channels}, H, W], not {list(condition.shape)}")
        if pose_maps.dim() != 4 or pose_maps.shape[1] != a.pose_channels:
            raise ValueError(f"pose maps must be [B, {a.pose_channels}, H, W], not {list(pose_maps.shape)}")
        if condition.shape[2:] != pose_maps.shape[2:] or condition.shape[0] != pose_maps.shape[0]:
            raise ValueError(f"condition {list(condition.shape)} and pose maps {list(pose_maps.shape)} do not match")
        height, width = condition.shape[2:]
        if height % STRIDE or width % STRIDE or height < 2 * STRIDE or width < 2 * STRIDE:
            raise ValueError(
                f"height and width must be multiples of {STRIDE} and at least {2 * STRIDE}, not {height} x {width}"
            )


def initialise(network: nn.Module, *, seed: int) -> None:
    """Draw new weights as the published training does: convolutions from a normal distribution of deviation 0.02.

    Batch norm's scales come from a normal distribution round 1 of the same deviation; every bias starts at 0.  The same
    seed gives the same weights on every device.
    """
    random = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
                module.weight.copy_(torch.empty(module.weight.shape).normal_(0.0, 0.02, generator=random))
            elif isinstance(module, nn.BatchNorm2d):
                module.weight.copy_(torch.empty(module.weight.shape).normal_(1.0, 0.02, generator=random))
            else:
                continue
            if module.bias is not None:
                module.bias.zero_()
