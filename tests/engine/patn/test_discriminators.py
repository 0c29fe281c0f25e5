from __future__ import annotations

import pytest
import torch

from engine.patn.discriminators import Discriminator, DiscriminatorArchitecture
from engine.patn.generator import initialise

APPEARANCE, SHAPE = 6, 21
"""Channels of both: the judged picture beside the condition image, and beside 18 maps."""


def discriminator_of(channels: int, **changes: object) -> Discriminator:
    return Discriminator(DiscriminatorArchitecture(channels, **changes))  # type: ignore[arg-type]


def test_published_channels_and_score_map() -> None:
    picture = torch.rand(1, 3, 256, 176) * 2 - 1
    with torch.device("meta"):
        wide = discriminator_of(APPEARANCE)
        assert wide(picture.to("meta"), picture.to("meta")).shape == (1, 256, 64, 44)
        shape = discriminator_of(SHAPE)
    assert shape(picture.to("meta"), torch.empty(1, 18, 256, 176, device="meta")).shape == (1, 256, 64, 44)


def test_published_names() -> None:
    with torch.device("meta"):
        names = set(discriminator_of(APPEARANCE).state_dict())
    wanted = {f"model.{index}" for index in (1, 4, 7)}
    wanted |= {f"model.{block}.conv_block.{index}" for block in (10, 11, 12) for index in (1, 6)}
    assert names == {f"{name}.{part}" for name in wanted for part in ("weight", "bias")}


@pytest.mark.parametrize("norm", ["instance", "batch"])
@pytest.mark.parametrize("sigmoid", [True, False])
@pytest.mark.parametrize("dropout", [True, False])
def test_every_parameter_gets_a_gradient(norm: str, sigmoid: bool, dropout: bool) -> None:
    discriminator = discriminator_of(SHAPE, ndf=4, norm=norm, sigmoid=sigmoid, dropout=dropout)
    initialise(discriminator, seed=2)
    picture = torch.rand(2, 3, 32, 24, requires_grad=True)
    scores = discriminator(picture, torch.rand(2, 18, 32, 24))
    assert scores.shape == (2, 16, 8, 6)
    assert not sigmoid or (scores.min() > 0 and scores.max() < 1)
    (scores - 1).square().mean().backward()
    assert picture.grad is not None and picture.grad.abs().max() > 0
    for name, parameter in discriminator.named_parameters():
        assert parameter.grad is not None and torch.isfinite(parameter.grad).all(), name


def test_dropout_works_while_training_only() -> None:
    discriminator = discriminator_of(APPEARANCE, ndf=4)
    pictures = torch.rand(1, 3, 16, 16), torch.rand(1, 3, 16, 16)
    discriminator.train()
    assert not torch.equal(discriminator(*pictures), discriminator(*pictures))
    discriminator.eval()
    assert torch.equal(discriminator(*pictures), discriminator(*pictures))


def test_wrong_inputs_are_named() -> None:
    discriminator = discriminator_of(APPEARANCE, ndf=2)
    with pytest.raises(ValueError, match="channels"):
        discriminator(torch.zeros(1, 3, 16, 16), torch.zeros(1, 18, 16, 16))
    with pytest.raises(ValueError, match="channels"):
        discriminator(torch.zeros(1, 3, 16, 16), torch.zeros(1, 3, 16, 20))
    with pytest.raises(ValueError, match="multiples"):
        discriminator(torch.zeros(1, 3, 18, 16), torch.zeros(1, 3, 18, 16))
    with pytest.raises(ValueError, match="at least"):
        Discriminator(DiscriminatorArchitecture(0))
    with pytest.raises(ValueError, match="norm"):
        DiscriminatorArchitecture(6, norm="layer")  # type: ignore[arg-type]
