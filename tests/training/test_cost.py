"""What a training costs, counted without content, against figures that are known."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import nn

from training import cost
from training.config import EstimatorConfig, LoopConfig, resolved
from training.cost import cost_of, count, count_step, fitting_batch, memory_estimate, timed_step
from training.generator_step import GeneratorStep
from training.presets import PRESETS, preset_config
from training.schedule import full_stage

CPU = torch.device("cpu")


def test_operations_and_memory_of_one_convolution() -> None:
    with torch.device("meta"):
        layers = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.ReLU())
        pictures = torch.empty(2, 3, 16, 16)
    counted = count(lambda: layers(pictures), but=[layers])
    assert counted.flops == 2 * 2 * 16 * 16 * 8 * 3 * 9
    # Held for gradients: the input of the convolution and the output of the ReLU, in four bytes each.
    assert counted.held == 4 * 2 * 16 * 16 * (3 + 8)


def test_what_is_let_go_is_not_held() -> None:
    with torch.device("meta"):
        layer = nn.Linear(4, 1000, bias=False)
        pictures = torch.empty(10, 4)

    def twice() -> None:
        for _ in range(2):
            layer(pictures).square().sum().backward()

    assert count(twice, but=[layer]).held == 4 * 10 * (1000 + 4)


def test_the_published_networks_figures() -> None:
    told = cost_of(resolved(preset_config("published-fashion")), device=CPU, bf16=False, measure=False)
    assert told.parameters == 41_358_019 and told.gflops_per_picture == pytest.approx(248, abs=0.5)
    assert told.steps == 400_000 and told.seconds == 0 and not told.measured
    # Forward, and twice that backward, for seven pictures; and the discriminators and features beside it.
    assert 3 * 7 * 248 < told.gflops_per_step < 6 * 7 * 248
    assert 4e9 < told.memory_bytes < 20e9


@pytest.mark.parametrize("name", [name for name in PRESETS if not name.startswith("seed")])
def test_every_preset_can_be_counted(name: str) -> None:
    config = resolved(preset_config(name))
    # Counting needs no weights of other networks, and no data.
    step = count_step(GeneratorStep(config, device=cost.META, bf16=False, fetch=False), full_stage(config))
    assert step.flops > 0 and step.held > 0


def test_memory_grows_with_the_batch_and_the_largest_that_fits_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    base = replace(preset_config("tiny"), ngf=16, height=128, width=128)

    def needed(batch: int) -> int:
        config = replace(base, loop=replace(base.loop, batch=batch))
        return memory_estimate(config, device=CPU, bf16=False)

    assert needed(4) - needed(2) == pytest.approx(needed(6) - needed(4), rel=0.01)
    many = replace(base, loop=replace(base.loop, batch=64))
    monkeypatch.setattr(cost, "memory_of", lambda device: needed(10) + 1000)
    assert fitting_batch(many, device=CPU, bf16=False) == 10
    monkeypatch.setattr(cost, "memory_of", lambda device: 0)
    assert fitting_batch(many, device=CPU, bf16=False) == 0


def test_time_of_a_small_step_and_of_one_that_is_too_dear_to_try(monkeypatch: pytest.MonkeyPatch) -> None:
    tiny = preset_config("tiny")
    assert timed_step(tiny, device=CPU, bf16=False) > 0
    monkeypatch.setattr(cost, "_CHEAP", 0.0)
    scaled = cost_of(tiny, device=CPU, bf16=False)
    assert not scaled.measured and scaled.seconds_per_step > 0
    assert scaled.seconds == pytest.approx(scaled.seconds_per_step * 12, abs=0.06)


def test_the_estimators_training_is_counted_too() -> None:
    config = EstimatorConfig(loop=LoopConfig(steps=10, batch=2), height=64, width=64)
    told = cost_of(config, device=CPU, bf16=False, measure=False)
    assert 1e6 < told.parameters < 1e7 and told.gflops_per_step > 2 * 2 * told.gflops_per_picture
    assert set(told.to_json()) >= {
        "parameters", "gflops_per_picture", "memory_bytes", "seconds_per_step", "steps", "seconds"
    }  # fmt: skip
