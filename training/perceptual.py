"""Losses between features of pictures: perceptual L1 (Johnson et al., ECCV 2016; thesis 3.3) and Gram style.

Features come from VGG-19 as torchvision brings it, at any layer, or from the pose network that is in the box.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.errors import UsageError, WeightsError

BOXED: Final = "repose-pose"
_IMAGENET_MEAN: Final = (0.485, 0.456, 0.406)
_IMAGENET_DEVIATION: Final = (0.229, 0.224, 0.225)
_VGG19_DEPTHS: Final = (2, 2, 4, 4, 4)


class Features(nn.Module):
    """Pictures to the answers of some layers of a frozen network."""

    def __init__(
        self, layers: nn.Sequential, taps: Sequence[int], *, mean: Sequence[float], scale: Sequence[float], bgr: bool
    ) -> None:
        """`taps` are the places of the layers to answer; pictures in [0, 1] go in as (x - mean) / scale."""
        super().__init__()
        self.layers = layers
        self.taps = tuple(taps)
        self.bgr = bgr
        self.register_buffer("mean", torch.tensor(mean).view(1, 3, 1, 1))
        self.register_buffer("scale", torch.tensor(scale).view(1, 3, 1, 1))
        self.mean: Tensor
        self.scale: Tensor
        self.requires_grad_(False).eval()

    def forward(self, pictures: Tensor) -> list[Tensor]:
        """``[B, 3, H, W]`` RGB in [-1, 1] to the features ``[B, C, h, w]`` of each tap, in order."""
        x = pictures.flip(1) if self.bgr else pictures
        x = ((x + 1) / 2 - self.mean) / self.scale
        found: dict[int, Tensor] = {}
        for place, layer in enumerate(self.layers):
            x = layer(x)
            if place in self.taps:
                found[place] = x
        return [found[place] for place in self.taps]


def feature_network(name: str, layers: Sequence[str], *, weights: bool = True) -> Features:
    """The network that features come from.

    :param name: ``vgg19`` or ``repose-pose``.
    :param layers: which features, in any order.
    :param weights: False leaves weights as drawn at random, for counting what a step costs; nothing is fetched then.
    :raises UsageError: when there is no such network or layer, or none is named.
    :raises WeightsError: when the weights are not here and cannot be fetched.
    """
    if name not in ("vgg19", BOXED):
        raise UsageError(
            "There are no features of '{name}'", hint="Choose vgg19 or {network}.", name=name, network=BOXED
        )
    if not layers:
        raise UsageError("No layer is named whose features are compared", hint="Set perceptual_layers.")
    return _vgg19(layers, weights=weights) if name == "vgg19" else _boxed(layers)


def vgg19_layer(name: str) -> int:
    """The place of a layer such as ``relu1_2``, ``conv3_1`` or ``pool4`` in torchvision's ``vgg19().features``."""
    place = 0
    for block, depth in enumerate(_VGG19_DEPTHS, start=1):
        for number in range(1, depth + 1):
            for kind in ("conv", "relu"):
                if name == f"{kind}{block}_{number}":
                    return place
                place += 1
        if name == f"pool{block}":
            return place
        place += 1
    raise UsageError(
        "VGG-19 has no layer '{name}'", hint="Choose relu1_1 to relu5_4, or conv, or pool1 to pool5.", name=name
    )


def _vgg19(names: Sequence[str], *, weights: bool) -> Features:
    taps = [vgg19_layer(name) for name in names]
    layers = nn.Sequential(*_vgg19_layers()[: max(taps) + 1])
    if weights:
        from torchvision.models import VGG19_Weights  # type: ignore[import-untyped]

        try:
            state = VGG19_Weights.IMAGENET1K_V1.get_state_dict(progress=False, check_hash=True)
        except (OSError, RuntimeError) as problem:
            raise WeightsError(
                "The weights of VGG-19 are not on this computer and cannot be fetched ({problem})",
                where="perceptual_network=vgg19",
                hint="Connect to the network once (548 MB go to torch's cache), or take the features in the box: "
                "--set perceptual_network={network} --set perceptual_layers=level1.",
                problem=str(problem),
                network=BOXED,
            ) from problem
        wanted = {name: f"features.{name}" for name in layers.state_dict()}
        layers.load_state_dict({name: state[theirs] for name, theirs in wanted.items()})
    return Features(layers, taps, mean=_IMAGENET_MEAN, scale=_IMAGENET_DEVIATION, bgr=False)


def _vgg19_layers() -> list[nn.Module]:
    """VGG-19's convolutions (Simonyan and Zisserman, ICLR 2015), in torchvision's order; no layer changes its input."""
    layers: list[nn.Module] = []
    channels = 3
    for block, depth in enumerate(_VGG19_DEPTHS):
        width = min(512, 64 << block)
        for _ in range(depth):
            layers += [nn.Conv2d(channels, width, 3, padding=1), nn.ReLU()]
            channels = width
        layers.append(nn.MaxPool2d(2))
    return layers


def _boxed(names: Sequence[str]) -> Features:
    from engine.openpose.checkpoints import read_pose_network
    from engine.weights.store import WeightsStore

    found = WeightsStore().find(BOXED)
    trunk = read_pose_network(found.path, sha256=found.sha256).network.trunk
    if trunk is None:
        raise WeightsError("This pose network has no levels to take features from", where=str(found.path))
    taps = []
    for name in names:
        number = name.removeprefix("level")
        if not (name.startswith("level") and number.isdigit() and 1 <= int(number) <= len(trunk.levels)):
            raise UsageError(
                "{network} has no layer '{name}'",
                hint="Choose level1 to level{last}: --set perceptual_layers=level1.",
                network=BOXED,
                name=name,
                last=len(trunk.levels),
            )
        taps.append(int(number) - 1)
    layers = nn.Sequential(*list(trunk.levels)[: max(taps) + 1])
    # x / 256 - 0.5 of bytes, as the pose network wants it: (p - 128 / 255) / (256 / 255) for p in 0..1.
    return Features(layers, taps, mean=(128 / 255,) * 3, scale=(256 / 255,) * 3, bgr=True)


def perceptual_loss(first: Sequence[Tensor], second: Sequence[Tensor]) -> Tensor:
    """Mean absolute difference of features, averaged over the layers; ``[B, C, h, w]`` each."""
    return torch.stack([F.l1_loss(a, b) for a, b in zip(first, second, strict=True)]).mean()


def gram(features: Tensor) -> Tensor:
    """Which channels answer together (Gatys et al., CVPR 2016): ``[B, C, h, w]`` to ``[B, C, C]``, over C h w."""
    batch, channels, height, width = features.shape
    flat = features.reshape(batch, channels, height * width)
    return flat @ flat.transpose(1, 2) / (channels * height * width)


def style_loss(first: Sequence[Tensor], second: Sequence[Tensor]) -> Tensor:
    """Mean absolute difference of Gram matrices, averaged over the layers."""
    return torch.stack([F.l1_loss(gram(a), gram(b)) for a, b in zip(first, second, strict=True)]).mean()
