"""Adversarial losses, the pool of earlier pictures, the penalty on slopes, and a discriminator that learns."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import nn

from engine.patn.discriminators import Discriminator, DiscriminatorArchitecture
from training.adversarial import Adversary, ImagePool, gan_loss, r1_penalty

CPU = torch.device("cpu")


def test_least_squares_in_closed_form() -> None:
    scores = torch.tensor([[0.0, 1.0], [0.5, 2.0]])
    assert float(gan_loss(scores, real=True, kind="least-squares")) == pytest.approx((1 + 0 + 0.25 + 1) / 4)
    assert float(gan_loss(scores, real=False, kind="least-squares")) == pytest.approx((0 + 1 + 0.25 + 4) / 4)


def test_cross_entropy_is_minus_the_logarithm_of_the_probability() -> None:
    scores = torch.tensor([0.0, 2.0, -3.0])
    probability = 1 / (1 + np.exp(-scores.numpy()))
    real, fake = (float(gan_loss(scores, real=real, kind="cross-entropy")) for real in (True, False))
    assert real == pytest.approx(-np.log(probability).mean(), rel=1e-5)
    assert fake == pytest.approx(-np.log(1 - probability).mean(), rel=1e-5)
    undecided = float(gan_loss(torch.zeros(1), real=True, kind="cross-entropy"))
    assert undecided == pytest.approx(math.log(2))
    with pytest.raises(ValueError, match="hinge"):
        gan_loss(scores, real=True, kind="hinge")


def numbered(first: int, count: int) -> torch.Tensor:
    """Pictures of one pixel each."""
    return torch.arange(first, first + count, dtype=torch.float32).view(count, 1, 1, 1)


def test_a_pool_shows_what_it_is_given_until_it_is_full() -> None:
    pool, rng = ImagePool(5), np.random.default_rng(0)
    assert torch.equal(pool.query(numbered(0, 3), rng=rng), numbered(0, 3))
    shown = pool.query(numbered(3, 4), rng=rng).flatten().tolist()
    assert shown[:2] == [3.0, 4.0] and all(value <= 6 for value in shown)


def test_half_of_the_pictures_come_from_a_full_pool_and_none_is_lost() -> None:
    pool, rng = ImagePool(50), np.random.default_rng(1)
    pool.query(numbered(0, 50), rng=rng)
    given, shown = 2000, []
    for first in range(50, 50 + given, 4):
        shown += pool.query(numbered(first, 4), rng=rng).flatten().tolist()
    old = sum(value != first for value, first in zip(shown, range(50, 50 + given), strict=True))
    assert 0.45 < old / given < 0.55
    assert pool.kept is not None and sorted([*shown, *pool.kept.flatten().tolist()]) == list(range(50 + given))


def test_a_pool_of_nothing_and_of_another_size() -> None:
    nothing = ImagePool(0)
    assert torch.equal(nothing.query(numbered(0, 2), rng=np.random.default_rng()), numbered(0, 2))
    assert nothing.state() == {}
    pool = ImagePool(4)
    pool.query(torch.zeros(4, 3, 8, 8), rng=np.random.default_rng())
    assert pool.query(torch.ones(2, 3, 16, 16), rng=np.random.default_rng()).min() == 1
    assert pool.kept is not None and pool.kept.shape == (2, 3, 16, 16)


def test_a_pool_goes_on_where_it_was() -> None:
    one, other = ImagePool(3), ImagePool(3)
    one.query(numbered(0, 5), rng=np.random.default_rng(2))
    other.load_state(one.state(), device=CPU)
    results = [pool.query(numbered(9, 4), rng=np.random.default_rng(3)) for pool in (one, other)]
    assert torch.equal(*results)
    other.load_state({}, device=CPU)
    assert other.kept is None


def test_the_penalty_on_slopes_in_closed_form() -> None:
    # The mean over 2 x 2 pixels of 3 x has the slope 3 / 4 at each: half of four times its square.
    inputs = torch.randn(5, 1, 2, 2, requires_grad=True)
    assert float(r1_penalty(3 * inputs, inputs).detach()) == pytest.approx(0.5 * 4 * (3 / 4) ** 2)


def adversary(**changes: object) -> Adversary:
    torch.manual_seed(0)
    settings: dict[str, object] = {
        "kind": "least-squares", "weight": 2.5, "rate": 1e-3, "betas": (0.5, 0.999), "pool": 0, "r1": 0.0,
        "device": CPU, "bf16": False,
    }  # fmt: skip
    network = Discriminator(DiscriminatorArchitecture(6, ndf=4, blocks=1, dropout=False))
    return Adversary("appearance", network, **{**settings, **changes})  # type: ignore[arg-type]


def test_the_generators_loss_teaches_the_generator_alone() -> None:
    judge = adversary()
    picture = torch.rand(2, 3, 16, 16, requires_grad=True)
    condition = torch.rand(2, 3, 16, 16)
    loss = judge.generator_loss(picture, condition)
    scores = judge.network(picture, condition)
    assert float(loss.detach()) == pytest.approx(2.5 * float((scores - 1).square().mean().detach()), rel=1e-5)
    loss.backward()
    assert picture.grad is not None and picture.grad.abs().sum() > 0
    assert all(parameter.grad is None and parameter.requires_grad for parameter in judge.network.parameters())


@pytest.mark.parametrize("kind", ["least-squares", "cross-entropy"])
@pytest.mark.parametrize("options", [{}, {"r1": 0.1}, {"spectral": True}, {"pool": 3}])
def test_a_discriminator_learns_to_tell(kind: str, options: dict[str, object]) -> None:
    judge = adversary(kind=kind, **options)
    rng = np.random.default_rng(0)
    condition = torch.rand(2, 3, 16, 16)
    losses = []
    for _ in range(25):
        # Instance norm takes plain brightness away: what tells the two apart must be a texture.
        real = torch.rand(2, 3, 16, 16)
        fake = torch.zeros(2, 3, 16, 16)
        fake[..., ::2] = 1
        losses.append(judge.learn(real, fake, condition, rng=rng, rate=3e-3))
    assert float(losses[-1]["d_appearance"]) < 0.85 * float(losses[0]["d_appearance"])
    assert ("r1_appearance" in losses[0]) == ("r1" in options)
    for name, parameter in judge.network.named_parameters():
        assert parameter.grad is not None, name


def test_a_spectral_norm_holds_the_weights() -> None:
    judge = adversary(spectral=True)
    picture = torch.rand(1, 3, 16, 16)
    for _ in range(30):  # each pass comes nearer to the largest singular value
        judge.network.train()(picture, picture)
    for module in judge.network.modules():
        if isinstance(module, nn.Conv2d):
            largest = torch.linalg.svdvals(module.weight.detach().flatten(1))[0]
            assert float(largest) == pytest.approx(1, abs=0.05)


def test_the_loss_that_is_told_bears_no_weight() -> None:
    quiet, loud = adversary(weight=1.0), adversary(weight=9.0)
    pictures = [torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(n)) for n in range(3)]
    told = [
        float(judge.learn(pictures[0], pictures[1], pictures[2], rng=np.random.default_rng(), rate=0.0)["d_appearance"])
        for judge in (quiet, loud)
    ]
    assert told[0] == pytest.approx(told[1])
