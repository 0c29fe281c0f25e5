"""Two steps of every preset: its own structure, at a size that a test can afford; each gradient reaches each weight."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import nn

from tests.prepared_people import write_prepared
from training.config import resolved
from training.generator_task import GeneratorTask
from training.presets import PRESETS, preset_config


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_prepared(tmp_path_factory.mktemp("prepared"))


def small_task(name: str, data: Path) -> GeneratorTask:
    """The preset with few channels and small pictures; features from the network in the box, which is here."""
    config = resolved(preset_config(name))
    config = replace(
        config,
        loop=replace(config.loop, batch=2, device="cpu", workers=0),
        data=str(data),
        ngf=4,
        ndf=4,
        height=64,
        width=48,
        perceptual_network="repose-pose",
        perceptual_layers=("level1",),
    )
    return GeneratorTask(config, device=torch.device("cpu"), bf16=False, cache=data / "cache")


@pytest.mark.parametrize("name", PRESETS)
def test_two_steps(name: str, dataset: Path) -> None:
    task = small_task(name, dataset)
    config = task.config
    before = {
        (part, key): weight.clone()
        for part, module in task.modules().items()
        for key, weight in module.named_parameters()
    }
    for step in range(2):
        losses = task.step(task.make_batch(step), step)
        assert all(math.isfinite(float(value)) for value in losses.values()), losses
    wanted = {"l1"} | ({"gan_appearance", "gan_shape", "d_appearance", "d_shape"} if config.gan else set())
    wanted |= {"perceptual"} if config.perceptual else set()
    assert wanted <= set(losses) and ("perceptual" in losses) == (config.perceptual > 0)
    for part, module in task.modules().items():
        learns = part != "averaged"
        for key, weight in module.named_parameters():
            assert (weight.grad is not None) == learns, (part, key)
            # Biases before an instance norm cancel out, in theory; weights do not.
            if learns and key.endswith("weight"):
                assert weight.grad is not None and weight.grad.abs().sum() > 0, (part, key)
                assert not torch.equal(weight, before[part, key]), (part, key)


def test_the_published_structures() -> None:
    for name, parameters in (("published-fashion", 41_358_019), ("published-market", 41_365_763)):
        with torch.device("meta"):
            from engine.patn.generator import Generator
            from training.generator_step import architecture_of, discriminators_of

            network = Generator(architecture_of(preset_config(name)))
            judges = discriminators_of(preset_config(name))
        assert sum(p.numel() for p in network.parameters()) == parameters
        assert [judge.architecture.channels for judge in judges.values()] == [6, 21]
        for judge in judges.values():
            a = judge.architecture
            assert (a.ndf, a.blocks, a.dropout, a.sigmoid) == (64, 3, True, False)
            assert any(isinstance(m, nn.BatchNorm2d) for m in judge.modules()) == (name == "published-market")


def test_the_seeds_weights_count_twice_and_three_times(dataset: Path) -> None:
    weights = {
        name: {a.name: a.weight for a in small_task(name, dataset).model.adversaries}
        for name in ("seed-500", "seed-500-appearance-x2", "seed-700-appearance-x3")
    }
    assert weights["seed-500"] == {"appearance": 2.5, "shape": 2.5}
    assert weights["seed-500-appearance-x2"] == {"appearance": 5.0, "shape": 2.5}
    assert weights["seed-700-appearance-x3"] == {"appearance": 7.5, "shape": 2.5}
