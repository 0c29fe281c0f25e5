"""How a training of the generator goes on: size and number of pictures, and learning rate, step by step."""

from __future__ import annotations

import math
from dataclasses import dataclass

from training.config import GeneratorConfig


@dataclass(frozen=True)
class Stage:
    """What the pictures of a step are like.

    size       height and width in pixels
    count      how many, over all processes together
    radius     of the keypoints' discs in pixels
    sigma      of their Gaussians in pixels, where those take the discs' place
    """

    size: tuple[int, int]
    count: int
    radius: int
    sigma: float | None


def stage_at(config: GeneratorConfig, step: int) -> Stage:
    """The stage that a step belongs to: a quarter of the size at first, then half, then all of it."""
    c = config
    if step < c.tiny_until * c.loop.steps:
        return _stage(c, 4, 2 * c.loop.batch)
    if step < c.small_until * c.loop.steps:
        return _stage(c, 2, c.loop.batch)
    return _stage(c, 1, max(1, round(c.loop.batch * c.large_batch)))


def draws_before(config: GeneratorConfig, step: int) -> int:
    """How many pairs the steps before this one have drawn: each is seen `views` times in its batch."""
    c = config
    # Steps of a stage are those below a share of the run, so their number is that bound rounded up.
    bounds = [math.ceil(share * c.loop.steps) for share in (c.tiny_until, c.small_until)]
    first, second = bounds[0], max(bounds)
    done, start = 0, 0
    for end in (first, second, step):
        count = max(0, min(step, end) - start)
        done += count * draws_of(c, stage_at(c, start).count) if count else 0
        start = max(start, end)
    return done


def views_of(config: GeneratorConfig, count: int) -> int:
    """How many of a batch's pictures share a pair."""
    return max(1, min(config.views, count))


def draws_of(config: GeneratorConfig, count: int) -> int:
    """How many pairs a batch of `count` pictures draws."""
    return -(-count // views_of(config, count))


def full_stage(config: GeneratorConfig) -> Stage:
    """The last stage: full size."""
    return stage_at(config, config.loop.steps)


def largest_stage(config: GeneratorConfig) -> Stage:
    """The stage that takes most memory."""
    steps = [int(share * config.loop.steps) for share in (0.0, config.tiny_until, config.small_until, 1.0)]
    return max((stage_at(config, step) for step in steps), key=lambda s: s.count * s.size[0] * s.size[1])


def _stage(config: GeneratorConfig, divisor: int, count: int) -> Stage:
    # A multiple of 4, which the network's two halvings want; the usual sizes are multiples already.
    size = tuple(max(8, side // divisor // 4 * 4) for side in (config.height, config.width))
    sigma = config.pose_sigma / divisor if config.pose_sigma > 0 else None
    return Stage((size[0], size[1]), count, 0 if sigma else config.pose_radius // divisor, sigma)


def rate_at(config: GeneratorConfig, step: int) -> float:
    """The generator's learning rate at a step."""
    c = config
    if step < c.warm_up:
        return c.rate * (step + 1) / c.warm_up
    if c.schedule == "linear":
        epochs = c.epochs + c.decay_epochs
        held = c.loop.steps * (c.epochs / epochs if epochs else 1.0)
        fallen = min(1.0, max(0.0, (step - held) / max(1.0, c.loop.steps - held)))
        return c.rate + (c.rate_end - c.rate) * fallen
    done = (step - c.warm_up) / max(1, c.loop.steps - c.warm_up)
    return c.rate_end + (c.rate - c.rate_end) * 0.5 * (1 + math.cos(math.pi * done))
