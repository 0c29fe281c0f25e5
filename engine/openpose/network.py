"""The two-branch, multi-stage pose network of OpenPose (Cao et al.; thesis 3.1.2), in any size.

One `PoseArchitecture` describes both the published body network (VGG-19's first ten layers, six stages, 52.3 M
parameters; the names of its modules are those of the published weight files) and our compact relative.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.openpose.calibration import Calibration
from engine.skeleton import AFFINITY_LIMBS, JOINT_COUNT

MAP_CHANNELS: Final = JOINT_COUNT + 1
"""A confidence map a joint, and one for the background."""
FIELD_CHANNELS: Final = 2 * len(AFFINITY_LIMBS)
"""A part affinity field of two channels (x, y) a limb."""


@dataclass(frozen=True)
class PoseArchitecture:
    """What a pose network is made of.

    widths, depths   channels and number of 3x3 convolutions of each level of the trunk; levels halve the size
    trunk            "plain": convolutions and pooling, as VGG; the features are the last level's.
                     "pyramid": residual levels and a way back up, so that stride 8 sees the whole picture
    features         channels of F, which every stage is given; "plain" goes there through `neck` channels
    neck             channels of the convolution between a plain trunk and F; 0 for none
    stages           number of stages T
    first_width, later_width      channels inside the branches of stage 1, and of the stages after it
    first_hidden     channels of stage 1's last hidden 1x1 convolution
    later_kernel, later_depth     kernel size and number of wide convolutions of the stages after the first
    later_dilations  dilation of each of those; empty for 1 everywhere
    norm             "none" (published) or "batch"
    mask_width       channels of the person-mask head at stride 4; 0 for no such head ("pyramid" only)
    """

    widths: tuple[int, ...] = (64, 128, 256, 512)
    depths: tuple[int, ...] = (2, 2, 4, 2)
    trunk: Literal["plain", "pyramid"] = "plain"
    features: int = 128
    neck: int = 256
    stages: int = 6
    first_width: int = 128
    first_hidden: int = 512
    later_width: int = 128
    later_kernel: int = 7
    later_depth: int = 5
    later_dilations: tuple[int, ...] = ()
    norm: Literal["none", "batch"] = "none"
    mask_width: int = 0

    def __post_init__(self) -> None:
        counts = (*self.widths, *self.depths, *self.later_dilations)
        stages = (self.stages, self.first_width, self.first_hidden, self.later_width, self.later_kernel)
        single = (self.features, *stages, self.later_depth)
        whole = [type(value) is int for value in (*counts, *single, self.neck, self.mask_width)]
        if not all(whole) or min(*counts, *single) < 1 or min(self.neck, self.mask_width) < 0:
            raise ValueError("widths, depths and counts are whole numbers above 0")
        if self.trunk not in ("plain", "pyramid") or self.norm not in ("none", "batch"):
            raise ValueError(f"there is no trunk {self.trunk!r} or no norm {self.norm!r}")
        levels = len(self.widths)
        if len(self.depths) != levels or levels < (3 if self.trunk == "pyramid" else 1):
            raise ValueError(f"{levels} widths and {len(self.depths)} depths make no {self.trunk} trunk")
        if self.mask_width and self.trunk == "plain":
            raise ValueError("a plain trunk has no mask head")

    def to_json(self) -> dict[str, Any]:
        """Plain values, for a weights file's header."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> PoseArchitecture:
        """The description back from a header; TypeError on unknown fields, ValueError on impossible values."""
        lists: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
        return cls(**lists)


PUBLISHED: Final = PoseArchitecture()
"""OpenPose's body network as published."""

COMPACT: Final = PoseArchitecture(
    widths=(16, 32, 64, 128, 192),
    depths=(1, 3, 5, 7, 5),
    trunk="pyramid",
    features=96,
    neck=0,
    stages=2,
    first_width=48,
    first_hidden=96,
    later_width=48,
    later_kernel=3,
    later_depth=4,
    later_dilations=(1, 2, 3, 1),
    norm="batch",
    mask_width=32,
)
"""The embedded estimator's network: some 40 times cheaper than the published one."""


@dataclass(frozen=True)
class PoseOutput:
    """What the network answers: each stage's confidence maps and part affinity fields, and the mask's logits.

    `maps[t]` [B, 19, h, w], `fields[t]` [B, 38, h, w] at stride 8; `mask` [B, 1, 2h, 2w] logits at stride 4, or None.
    """

    maps: tuple[Tensor, ...]
    fields: tuple[Tensor, ...]
    mask: Tensor | None


class ConvUnit(nn.Conv2d):
    """A same-size (or strided) convolution, with batch norm if wanted, then ReLU if wanted."""

    def __init__(
        self,
        inside: int,
        outside: int,
        *,
        kernel: int = 3,
        stride: int = 1,
        dilation: int = 1,
        norm: str = "none",
        active: bool = True,
    ) -> None:
        super().__init__(
            inside,
            outside,
            kernel,
            stride=stride,
            padding=dilation * (kernel // 2),
            dilation=dilation,
            bias=norm == "none",
        )
        self.norm = nn.BatchNorm2d(outside) if norm == "batch" else None
        self.active = active

    def forward(self, x: Tensor) -> Tensor:
        """[B, inside, h, w] -> [B, outside, h / stride, w / stride]."""
        y: Tensor = super().forward(x)
        if self.norm is not None:
            y = self.norm(y)
        return F.relu(y) if self.active else y


class Residual(nn.Module):
    """Two 3x3 convolutions beside a shortcut."""

    def __init__(self, width: int, *, norm: str) -> None:
        super().__init__()
        self.first = ConvUnit(width, width, norm=norm)
        self.second = ConvUnit(width, width, norm=norm, active=False)

    def forward(self, x: Tensor) -> Tensor:
        """[B, width, h, w], size kept."""
        return F.relu(x + self.second(self.first(x)))


class PyramidTrunk(nn.Module):
    """Residual levels at strides 2, 4, 8, ... and a way back up to stride 8, and to stride 4 for the mask."""

    def __init__(self, architecture: PoseArchitecture) -> None:
        super().__init__()
        a = architecture
        self.levels = nn.ModuleList()
        inside = 3
        for width, depth in zip(a.widths, a.depths, strict=True):
            down = ConvUnit(inside, width, stride=2, norm=a.norm)
            self.levels.append(nn.Sequential(down, *(Residual(width, norm=a.norm) for _ in range(depth // 2))))
            inside = width
        self.up = nn.ModuleList(
            ConvUnit(deep, shallow, kernel=1, norm=a.norm, active=False)
            for shallow, deep in zip(a.widths[2:-1], a.widths[3:], strict=True)
        )
        self.merge = nn.ModuleList(ConvUnit(width, width, norm=a.norm) for width in a.widths[2:-1])
        self.out = ConvUnit(a.widths[2], a.features, norm=a.norm)
        self.mask_up = ConvUnit(a.features, a.mask_width, kernel=1, norm=a.norm) if a.mask_width else None
        self.mask_side = ConvUnit(a.widths[1], a.mask_width, kernel=1, norm=a.norm) if a.mask_width else None
        self.mask_merge = ConvUnit(2 * a.mask_width, a.mask_width, norm=a.norm) if a.mask_width else None
        self.mask_out = nn.Conv2d(a.mask_width, 1, 1) if a.mask_width else None

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor | None]:
        """[B, 3, H, W] -> F [B, features, H / 8, W / 8], mask logits [B, 1, H / 4, W / 4] or None."""
        levels: list[Tensor] = []
        for level in self.levels:
            x = level(x)
            levels.append(x)
        for index in reversed(range(len(self.up))):
            side = levels[index + 2]
            x = F.interpolate(self.up[index](x), size=side.shape[-2:], mode="nearest")
            x = self.merge[index](F.relu(x + side))
        features: Tensor = self.out(x)
        if self.mask_up is None or self.mask_side is None or self.mask_merge is None or self.mask_out is None:
            return features, None
        side = self.mask_side(levels[1])
        up = F.interpolate(self.mask_up(features), size=side.shape[-2:], mode="bilinear", align_corners=False)
        return features, self.mask_out(self.mask_merge(torch.cat([up, side], 1)))


class PoseNetwork(nn.Module):
    """Photo in, each stage's confidence maps and part affinity fields out (3.1.2.1-2).

    Input [B, 3, H, W], BGR, x / 256 - 0.5, H and W multiples of `multiple`.
    """

    def __init__(self, architecture: PoseArchitecture) -> None:
        super().__init__()
        self.architecture = architecture
        self.calibration: Calibration | None = None
        """What its confidences are worth, where that was measured; comes and goes with the weights file."""
        if architecture.trunk == "pyramid":
            self.trunk: PyramidTrunk | None = PyramidTrunk(architecture)
            self._plain: tuple[tuple[str, ...], ...] = ()
        else:
            self.trunk = None
            self._plain = self._add_plain_trunk(architecture)
        self._branches = tuple(
            tuple(self._add_branch(architecture, stage=stage, branch=branch) for branch in (1, 2))
            for stage in range(1, architecture.stages + 1)
        )
        # Without storage there is nothing to draw, and drawing all the same costs torch seconds to prepare.
        if architecture.norm == "batch" and not next(self.parameters()).is_meta:
            self._initialise()

    @property
    def multiple(self) -> int:
        """What the input's height and width must be multiples of."""
        return 8 if self.trunk is None else int(2 ** len(self.architecture.widths))

    def _add_plain_trunk(self, a: PoseArchitecture) -> tuple[tuple[str, ...], ...]:
        inside, levels = 3, []
        for level, (width, depth) in enumerate(zip(a.widths, a.depths, strict=True), start=1):
            names = []
            for index in range(1, depth + 1):
                name = f"conv{level}_{index}"
                self.add_module(name, ConvUnit(inside, width, norm=a.norm))
                names.append(name)
                inside = width
            levels.append(names)
        last, count = len(a.widths), a.depths[-1]
        widths = (a.neck, a.features) if a.neck else (a.features,)
        for index, width in enumerate(widths, start=count + 1):
            name = f"conv{last}_{index}_CPM"
            self.add_module(name, ConvUnit(inside, width, norm=a.norm))
            levels[-1].append(name)
            inside = width
        return tuple(tuple(names) for names in levels)

    def _add_branch(self, a: PoseArchitecture, *, stage: int, branch: int) -> tuple[str, ...]:
        out = FIELD_CHANNELS if branch == 1 else MAP_CHANNELS
        names: list[str] = []

        def add(name: str, inside: int, outside: int, *, kernel: int, dilation: int = 1, last: bool = False) -> None:
            norm = "none" if last else a.norm
            unit = ConvUnit(inside, outside, kernel=kernel, dilation=dilation, norm=norm, active=not last)
            self.add_module(name, unit)
            names.append(name)

        if stage == 1:
            inside = a.features
            for index in (1, 2, 3):
                add(f"conv5_{index}_CPM_L{branch}", inside, a.first_width, kernel=3)
                inside = a.first_width
            add(f"conv5_4_CPM_L{branch}", inside, a.first_hidden, kernel=1)
            add(f"conv5_5_CPM_L{branch}", a.first_hidden, out, kernel=1, last=True)
            return tuple(names)
        inside = a.features + FIELD_CHANNELS + MAP_CHANNELS
        dilations = a.later_dilations or (1,) * a.later_depth
        for index, dilation in enumerate(dilations, start=1):
            name = f"Mconv{index}_stage{stage}_L{branch}"
            add(name, inside, a.later_width, kernel=a.later_kernel, dilation=dilation)
            inside = a.later_width
        add(f"Mconv{len(dilations) + 1}_stage{stage}_L{branch}", inside, a.later_width, kernel=1)
        add(f"Mconv{len(dilations) + 2}_stage{stage}_L{branch}", inside, out, kernel=1, last=True)
        return tuple(names)

    def _initialise(self) -> None:
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        for name, module in self.named_modules():
            if isinstance(module, ConvUnit) and not module.active and module.norm is None:
                nn.init.normal_(module.weight, std=0.01)
            if isinstance(module, ConvUnit) and module.norm is not None and name.endswith("second"):
                nn.init.constant_(module.norm.weight, 0.3)
            if isinstance(module, nn.Conv2d) and name.endswith("mask_out") and module.bias is not None:
                nn.init.constant_(module.bias, math.log(0.2 / 0.8))

    def _run(self, names: tuple[str, ...], x: Tensor) -> Tensor:
        for name in names:
            x = self.get_submodule(name)(x)
        return x

    def _features(self, x: Tensor) -> tuple[Tensor, Tensor | None]:
        if self.trunk is not None:
            features, mask = self.trunk(x)
            return features, mask
        for level, names in enumerate(self._plain):
            x = self._run(names, x if level == 0 else F.max_pool2d(x, 2))
        return x, None

    def forward(self, x: Tensor) -> PoseOutput:
        """[B, 3, H, W] -> maps [B, 19, H / 8, W / 8] and fields [B, 38, H / 8, W / 8] of every stage."""
        features, mask = self._features(x)
        maps: list[Tensor] = []
        fields: list[Tensor] = []
        seen = features
        for branch_fields, branch_maps in self._branches:
            fields.append(self._run(branch_fields, seen))
            maps.append(self._run(branch_maps, seen))
            seen = torch.cat([fields[-1], maps[-1], features], 1)
        return PoseOutput(tuple(maps), tuple(fields), mask)
