from __future__ import annotations

from collections import OrderedDict

import pytest
import torch
from torch import Tensor, nn

from engine.openpose.network import (
    COMPACT,
    FIELD_CHANNELS,
    MAP_CHANNELS,
    PUBLISHED,
    PoseArchitecture,
    PoseNetwork,
)

SMALL = PoseArchitecture(
    widths=(4, 4, 6, 6, 8),
    depths=(1, 3, 1, 3, 1),
    trunk="pyramid",
    features=8,
    neck=0,
    stages=3,
    first_width=6,
    first_hidden=8,
    later_width=6,
    later_kernel=3,
    later_depth=2,
    norm="batch",
    mask_width=4,
)
PLAIN_SMALL = PoseArchitecture(
    widths=(12, 12, 12, 12), features=12, neck=12, stages=3, first_width=12, first_hidden=16, later_width=12
)


# --- An independent network, written out plainly from the paper and the published names. ---


def block(layers: list[tuple[str, int, int, int]], *, open_end: bool, pools: tuple[str, ...] = ()) -> nn.Sequential:
    """Convolutions (name, channels in, channels out, kernel) with ReLUs; `open_end` leaves out the last ReLU."""
    parts: OrderedDict[str, nn.Module] = OrderedDict()
    for number, (name, inside, outside, kernel) in enumerate(layers, start=1):
        if name in pools:
            parts[f"pool before {name}"] = nn.MaxPool2d(2, 2)
        parts[name] = nn.Conv2d(inside, outside, kernel, 1, kernel // 2)
        if not (open_end and number == len(layers)):
            parts[f"relu of {name}"] = nn.ReLU()
    return nn.Sequential(parts)


class Reference(nn.Module):
    """OpenPose's body network of six stages; `model0`, `model1_1` ... as the code round the published file has them."""

    def __init__(self) -> None:
        super().__init__()
        vgg = [("1_1", 3, 64), ("1_2", 64, 64), ("2_1", 64, 128), ("2_2", 128, 128), ("3_1", 128, 256)]
        vgg += [("3_2", 256, 256), ("3_3", 256, 256), ("3_4", 256, 256), ("4_1", 256, 512), ("4_2", 512, 512)]
        vgg += [("4_3_CPM", 512, 256), ("4_4_CPM", 256, 128)]
        layers = [(f"conv{name}", inside, outside, 3) for name, inside, outside in vgg]
        self.model0 = block(layers, open_end=False, pools=("conv2_1", "conv3_1", "conv4_1"))
        for branch, channels in ((1, 38), (2, 19)):
            first = [(f"conv5_{n}_CPM_L{branch}", 128, 128, 3) for n in (1, 2, 3)]
            first += [(f"conv5_4_CPM_L{branch}", 128, 512, 1), (f"conv5_5_CPM_L{branch}", 512, channels, 1)]
            self.add_module(f"model1_{branch}", block(first, open_end=True))
            for stage in range(2, 7):
                name = f"stage{stage}_L{branch}"
                later = [(f"Mconv1_{name}", 128 + 38 + 19, 128, 7)]
                later += [(f"Mconv{n}_{name}", 128, 128, 7) for n in (2, 3, 4, 5)]
                later += [(f"Mconv6_{name}", 128, 128, 1), (f"Mconv7_{name}", 128, channels, 1)]
                self.add_module(f"model{stage}_{branch}", block(later, open_end=True))

    def forward(self, x: Tensor) -> list[tuple[Tensor, Tensor]]:
        features = self.model0(x)
        answers, seen = [], features
        for stage in range(1, 7):
            fields = self.get_submodule(f"model{stage}_1")(seen)
            maps = self.get_submodule(f"model{stage}_2")(seen)
            answers.append((maps, fields))
            seen = torch.cat([fields, maps, features], dim=1)
        return answers


def published_names() -> list[str]:
    with torch.device("meta"):
        return [name.split(".", 1)[1] for name in Reference().state_dict()]


# --- The published network. ---


def test_published_size_and_names() -> None:
    with torch.device("meta"):
        network = PoseNetwork(PUBLISHED)
    assert sum(parameter.numel() for parameter in network.parameters()) == 52_311_446
    assert sum(isinstance(module, nn.Conv2d) for module in network.modules()) == 92
    assert sorted(network.state_dict()) == sorted(published_names())
    assert len(network.state_dict()) == 184
    assert network.multiple == 8


def test_published_weights_answer_as_an_independent_network() -> None:
    torch.manual_seed(0)
    reference = Reference().eval()
    for parameter in reference.parameters():
        if parameter.ndim == 4:
            nn.init.kaiming_normal_(parameter, nonlinearity="relu")
        else:
            nn.init.normal_(parameter, std=0.1)
    with torch.device("meta"):
        network = PoseNetwork(PUBLISHED)
    weights = {name.split(".", 1)[1]: tensor for name, tensor in reference.state_dict().items()}
    network.load_state_dict(weights, assign=True)
    x = torch.rand(1, 3, 56, 40) - 0.5
    with torch.inference_mode():
        wanted, given = reference(x), network.eval()(x)
    assert len(given.maps) == len(given.fields) == 6 and given.mask is None
    for (maps, fields), own_maps, own_fields in zip(wanted, given.maps, given.fields, strict=True):
        assert own_maps.shape == (1, 19, 7, 5) and own_fields.shape == (1, 38, 7, 5)
        assert maps.std() > 0.01
        torch.testing.assert_close(own_maps, maps, rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(own_fields, fields, rtol=1e-4, atol=1e-4)


# --- Any network. ---


@pytest.mark.parametrize("architecture", [COMPACT, SMALL, PLAIN_SMALL], ids=["compact", "small", "plain"])
@pytest.mark.parametrize(("height", "width"), [(64, 32), (96, 160)])
def test_stages_and_shapes(architecture: PoseArchitecture, height: int, width: int) -> None:
    network = PoseNetwork(architecture).eval()
    with torch.inference_mode():
        output = network(torch.rand(2, 3, height, width) - 0.5)
    assert len(output.maps) == len(output.fields) == architecture.stages
    for maps, fields in zip(output.maps, output.fields, strict=True):
        assert maps.shape == (2, MAP_CHANNELS, height // 8, width // 8)
        assert fields.shape == (2, FIELD_CHANNELS, height // 8, width // 8)
        assert torch.isfinite(maps).all() and torch.isfinite(fields).all()
    if architecture.mask_width:
        assert output.mask is not None and output.mask.shape == (2, 1, height // 4, width // 4)
    else:
        assert output.mask is None


@pytest.mark.parametrize(("height", "width"), [(33, 47), (64, 41), (1, 1), (255, 8)])
def test_odd_sizes_are_finite(height: int, width: int) -> None:
    network = PoseNetwork(COMPACT).eval()
    with torch.inference_mode():
        output = network(torch.rand(1, 3, height, width) - 0.5)
    assert output.mask is not None
    assert all(torch.isfinite(x).all() for x in (*output.maps, *output.fields, output.mask))


@pytest.mark.parametrize("architecture", [COMPACT, SMALL, PLAIN_SMALL], ids=["compact", "small", "plain"])
def test_every_parameter_gets_a_gradient(architecture: PoseArchitecture) -> None:
    torch.manual_seed(1)
    network = PoseNetwork(architecture).train()
    output = network(torch.rand(2, 3, 64, 64) - 0.5)
    loss = sum(((x - 0.3).square().mean() for x in (*output.maps, *output.fields)), start=torch.zeros(()))
    if output.mask is not None:
        loss = loss + output.mask.square().mean()
    loss.backward()  # type: ignore[no-untyped-call]
    for name, parameter in network.named_parameters():
        assert parameter.grad is not None, name
        assert torch.isfinite(parameter.grad).all(), name
        assert parameter.grad.abs().max() > 0, name


def test_the_compact_network_is_small() -> None:
    with torch.device("meta"):
        network = PoseNetwork(COMPACT)
    size = sum(tensor.numel() * 2 for tensor in network.state_dict().values())
    assert size <= 8_000_000
    assert network.multiple == 32


@pytest.mark.parametrize("architecture", [COMPACT, PUBLISHED, SMALL])
def test_the_description_comes_back(architecture: PoseArchitecture) -> None:
    import json

    assert PoseArchitecture.from_json(json.loads(json.dumps(architecture.to_json()))) == architecture
    with pytest.raises(TypeError):
        PoseArchitecture.from_json({**architecture.to_json(), "colour": 3})


def test_a_wide_view_with_dilation_keeps_the_size() -> None:
    with torch.device("meta"):
        network = PoseNetwork(COMPACT)
        output = network(torch.empty(1, 3, 64, 96, device="meta"))
    assert output.maps[-1].shape == (1, 19, 8, 12)
    assert [network.get_submodule(f"Mconv{n}_stage2_L1").dilation for n in (1, 2, 3, 4)] == [  # type: ignore[union-attr]
        (1, 1),
        (2, 2),
        (3, 3),
        (1, 1),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"widths": (4, 4)},
        {"widths": ()},
        {"widths": (4, 0, 4, 4)},
        {"stages": 0},
        {"stages": 2.0},
        {"features": True},
        {"trunk": "oak"},
        {"norm": "layer"},
        {"neck": -1},
        {"mask_width": 8},
        {"trunk": "pyramid", "widths": (4, 4), "depths": (1, 1)},
    ],
    ids=str,
)
def test_impossible_networks_are_named(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="whole numbers|trunk|norm"):
        PoseArchitecture(**wrong)  # type: ignore[arg-type]
