"""How a training goes on: stages, pairs drawn, learning rates; and how long the presets are."""

from __future__ import annotations

import pytest

from training.config import GeneratorConfig, LoopConfig, resolved
from training.presets import PRESETS, preset_config
from training.schedule import draws_before, draws_of, full_stage, largest_stage, rate_at, stage_at


@pytest.mark.parametrize(
    ("tiny", "small", "batch", "views", "large", "steps"),
    [(0.2, 0.85, 4, 2, 0.5, 37), (0, 0, 7, 1, 1, 10), (0.25, 0.5, 4, 2, 0.5, 4), (0.5, 0.3, 4, 3, 0.5, 11)],
)
def test_pairs_drawn_add_up(tiny: float, small: float, batch: int, views: int, large: float, steps: int) -> None:
    loop = LoopConfig(steps=steps, batch=batch)
    config = GeneratorConfig(loop=loop, tiny_until=tiny, small_until=small, views=views, large_batch=large)
    drawn = 0
    for step in range(steps + 3):
        assert draws_before(config, step) == drawn
        drawn += draws_of(config, stage_at(config, step).count)


def test_stages_of_the_single_photos() -> None:
    config = GeneratorConfig(loop=LoopConfig(steps=100, batch=4))
    sizes = [(stage_at(config, step).size, stage_at(config, step).count) for step in (0, 19, 20, 84, 85, 99)]
    assert sizes == [((64, 44), 8), ((64, 44), 8), ((128, 88), 4), ((128, 88), 4), ((256, 176), 2), ((256, 176), 2)]
    assert [stage_at(config, step).radius for step in (0, 20, 99)] == [0, 1, 2]
    assert full_stage(config).size == (256, 176) and largest_stage(config) == full_stage(config)
    assert full_stage(preset_config("published-market")).sigma == 6.0


def test_a_cosine_rises_falls_and_ends() -> None:
    config = GeneratorConfig(loop=LoopConfig(steps=1000))
    assert rate_at(config, 0) == pytest.approx(2e-5) and rate_at(config, 100) == pytest.approx(2e-3)
    assert rate_at(config, 550) == pytest.approx(1.1e-3) and rate_at(config, 1000) == pytest.approx(2e-4)


def test_the_published_rate_is_held_for_500_epochs_and_falls_for_200() -> None:
    config = resolved(preset_config("published-fashion"))
    steps = config.loop.steps
    assert rate_at(config, 0) == rate_at(config, steps * 5 // 7) == 2e-4
    assert rate_at(config, steps * 6 // 7) == pytest.approx(1e-4, rel=1e-3)
    assert rate_at(config, steps) == 0
    fixed = resolved(preset_config("seed-700-appearance-x3"))
    assert {rate_at(fixed, step) for step in (0, fixed.loop.steps // 2, fixed.loop.steps - 1)} == {2e-4}


def test_presets_are_as_long_as_their_epochs() -> None:
    steps = {name: resolved(preset.config).loop.steps for name, preset in PRESETS.items()}
    assert steps["published-fashion"] == 700 * 4000 // 7 and steps["published-market"] == 700 * 4000 // 32
    assert steps["seed-70"] == 35_000 and steps["seed-500"] == 250_000
    assert steps["seed-500-appearance-x2"] == -(-500 * 4000 // 14) and steps["seed-700-appearance-x3"] == 200_000
    assert steps["single-photos"] == GeneratorConfig().loop.steps


def test_presets_say_what_the_thesis_says() -> None:
    for name, preset in PRESETS.items():
        config = preset.config
        assert config.preset == name and preset.title and preset.what.endswith(".")
        if name.startswith(("seed", "published")):
            assert (config.pairs, config.condition, config.ngf, config.blocks) == ("given", "photo", 64, 9)
            assert config.dropout and not config.output_mask and config.ema == config.clip == config.warm_up == 0
            assert (config.rate, config.beta1, config.beta2, config.gan) == (2e-4, 0.5, 0.999, 5.0)
            assert config.perceptual_layers == ("relu1_2",) and config.perceptual_network == "vgg19"
            assert not (config.spectral_norm or config.r1 or config.style or config.parts or config.flip)
    x2, x3 = preset_config("seed-500-appearance-x2"), preset_config("seed-700-appearance-x3")
    assert (x2.appearance, x2.shape, x3.appearance, x3.shape) == (2.0, 1.0, 3.0, 1.0)
    market = preset_config("published-market")
    assert (market.norm, market.gan_loss, market.l1, market.perceptual) == ("batch", "cross-entropy", 10.0, 10.0)


def test_there_is_no_such_preset() -> None:
    with pytest.raises(ValueError, match="there are published-fashion"):
        preset_config("large")
    with pytest.raises(ValueError, match="how long"):
        resolved(GeneratorConfig(loop=LoopConfig(steps=0)))
