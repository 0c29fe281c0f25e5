from __future__ import annotations

import re

import pytest
import torch
from torch import Tensor, nn

from engine.patn.generator import Generator, GeneratorArchitecture, initialise

ARCHITECTURES = [
    GeneratorArchitecture(ngf=4, blocks=1),
    GeneratorArchitecture(ngf=8, blocks=9, dropout=True),
    GeneratorArchitecture(ngf=4, blocks=3, norm="batch", dropout=True),
    GeneratorArchitecture(ngf=4, blocks=2, condition_channels=4, output_mask=True),
    GeneratorArchitecture(ngf=5, blocks=2, norm="batch", condition_channels=5, pose_channels=50, output_mask=True),
]


def made(architecture: GeneratorArchitecture, *, seed: int = 3) -> Generator:
    generator = Generator(architecture)
    initialise(generator, seed=seed)
    return generator


def inputs(
    architecture: GeneratorArchitecture, height: int = 32, width: int = 24, batch: int = 2
) -> tuple[Tensor, Tensor]:
    random = torch.Generator().manual_seed(11)
    condition = torch.rand(batch, architecture.condition_channels, height, width, generator=random) * 2 - 1
    maps = (torch.rand(batch, architecture.pose_channels, height, width, generator=random) > 0.99).float()
    return condition, maps


@pytest.mark.parametrize(("norm", "parameters"), [("instance", 41_358_019), ("batch", 41_365_763)])
@pytest.mark.parametrize("dropout", [True, False])
def test_published_sizes(norm: str, parameters: int, dropout: bool) -> None:
    with torch.device("meta"):
        generator = Generator(GeneratorArchitecture(norm=norm, dropout=dropout))  # type: ignore[arg-type]
    assert sum(parameter.numel() for parameter in generator.parameters()) == parameters


def test_published_names() -> None:
    with torch.device("meta"):
        names = set(Generator(GeneratorArchitecture(dropout=True)).state_dict())
        shorter = set(Generator(GeneratorArchitecture()).state_dict())
    convolutions = [f"stream{path}_down.{index}" for path in (1, 2) for index in (1, 4, 7)]
    convolutions += [f"stream1_up.{index}" for index in (0, 3, 7)]
    blocks = [f"att.{block}.conv_block_stream{path}." for block in range(9) for path in (1, 2)]
    published = convolutions + [f"{block}{index}" for block in blocks for index in (1, 6)]
    assert names == {f"{name}.{part}" for name in published for part in ("weight", "bias")}
    assert shorter == {re.sub(r"(stream\d)\.6", r"\1.5", name) for name in names}


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=str)
def test_forward_is_finite_and_every_parameter_gets_a_gradient(architecture: GeneratorArchitecture) -> None:
    generator = made(architecture).train()
    picture = generator(*inputs(architecture))
    assert picture.shape == (2, 3, 32, 24)
    assert torch.isfinite(picture).all()
    assert picture.abs().max() <= 1
    (picture - 0.3).square().mean().backward()
    for name, parameter in generator.named_parameters():
        assert parameter.grad is not None, name
        assert torch.isfinite(parameter.grad).all(), name
        # A bias that the next instance norm takes away again has none to speak of.
        if not name.endswith("bias"):
            assert parameter.grad.abs().max() > 0, name


@pytest.mark.parametrize(("height", "width"), [(8, 8), (256, 176), (128, 64), (12, 100)])
def test_any_size_in_steps_of_four(height: int, width: int) -> None:
    architecture = GeneratorArchitecture(ngf=2, blocks=2)
    with torch.no_grad():
        assert made(architecture).eval()(*inputs(architecture, height, width, 1)).shape == (1, 3, height, width)


def test_attention_is_one_map_a_block_and_leaves_the_picture_as_it_is() -> None:
    architecture = GeneratorArchitecture(ngf=4, blocks=3)
    generator = made(architecture).eval()
    with torch.no_grad():
        picture, masks = generator.forward_with_attention(*inputs(architecture))
        assert torch.equal(picture, generator(*inputs(architecture)))
    assert masks.shape == (2, 3, 8, 6)
    assert masks.min() > 0
    assert masks.max() < 1


def test_output_mask_lets_the_condition_picture_through() -> None:
    architecture = GeneratorArchitecture(ngf=4, blocks=1, condition_channels=4, output_mask=True)
    generator = made(architecture).eval()
    condition, maps = inputs(architecture)
    last = generator.stream1_up[7]
    assert isinstance(last, nn.Conv2d) and last.bias is not None
    with torch.no_grad():
        last.weight.zero_()
        last.bias.copy_(torch.tensor([0.5, 0.5, 0.5, -30.0]))
        assert torch.allclose(generator(condition, maps), condition[:, :3], atol=1e-6)
        last.bias[3] = 30.0
        painted = generator(condition, maps)
    assert torch.allclose(painted, torch.full_like(painted, 0.5).tanh())


def test_one_picture_does_not_depend_on_its_batch() -> None:
    architecture = GeneratorArchitecture(ngf=4, blocks=2)
    generator = made(architecture).eval()
    condition, maps = inputs(architecture, batch=3)
    with torch.no_grad():
        together = generator(condition, maps)
        alone = generator(condition[1:2], maps[1:2])
    assert torch.allclose(together[1:2], alone, atol=1e-5)


def test_channels_last_gives_the_same_picture() -> None:
    architecture = GeneratorArchitecture(ngf=4, blocks=2)
    generator = made(architecture).eval()
    condition, maps = inputs(architecture)
    with torch.no_grad():
        plain = generator(condition, maps)
        generator.to(memory_format=torch.channels_last)
        other = generator(condition.to(memory_format=torch.channels_last), maps.to(memory_format=torch.channels_last))
    assert torch.allclose(plain, other, atol=1e-5)


def test_initial_weights_follow_the_seed_and_the_published_spread() -> None:
    architecture = GeneratorArchitecture(ngf=16, blocks=1, norm="batch")
    one, same, other = (made(architecture, seed=seed).state_dict() for seed in (1, 1, 2))
    assert all(torch.equal(one[name], same[name]) for name in one)
    weight = one["att.0.conv_block_stream1.1.weight"]
    assert not torch.equal(weight, other["att.0.conv_block_stream1.1.weight"])
    assert weight.std().item() == pytest.approx(0.02, rel=0.03)
    assert one["stream1_down.2.weight"].mean().item() == pytest.approx(1, abs=0.02)
    assert one["stream1_up.7.bias"].abs().max() == 0


def test_global_randomness_is_left_alone() -> None:
    generator = Generator(GeneratorArchitecture(ngf=2, blocks=1))
    torch.manual_seed(0)
    before = torch.get_rng_state()
    initialise(generator, seed=4)
    assert torch.equal(before, torch.get_rng_state())


@pytest.mark.parametrize(
    ("condition", "maps"),
    [
        ((1, 4, 32, 24), (1, 36, 32, 24)),
        ((1, 3, 32, 24), (1, 18, 32, 24)),
        ((1, 3, 32, 24), (1, 36, 32, 28)),
        ((2, 3, 32, 24), (1, 36, 32, 24)),
        ((1, 3, 30, 24), (1, 36, 30, 24)),
        ((1, 3, 4, 4), (1, 36, 4, 4)),
        ((3, 32, 24), (36, 32, 24)),
    ],
)
def test_wrong_inputs_are_named(condition: tuple[int, ...], maps: tuple[int, ...]) -> None:
    generator = Generator(GeneratorArchitecture(ngf=2, blocks=1))
    with pytest.raises(ValueError, match=r"must be|match"):
        generator(torch.zeros(condition), torch.zeros(maps))


@pytest.mark.parametrize("wrong", [{"ngf": 0}, {"blocks": 0}, {"norm": "layer"}, {"condition_channels": 1}])
def test_impossible_architectures(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must be"):
        GeneratorArchitecture(**wrong)  # type: ignore[arg-type]
