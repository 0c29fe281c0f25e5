"""What a training costs before it is started: parameters, operations, memory, and the time that a step takes here.

Operations and memory are counted on tensors without content, so that the largest network costs a second to count. Time
is measured by a few steps where those are cheap; else by a small network of the same make, and scaled by operations.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from engine.openpose.network import COMPACT, PUBLISHED, PoseNetwork
from engine.runtime import describe
from engine.skeleton import JOINT_COUNT
from training.config import EstimatorConfig, GeneratorConfig
from training.generator_step import GeneratorStep, Inputs
from training.hardware import memory_of
from training.schedule import Stage, full_stage, largest_stage, stage_at

META: Final = torch.device("meta")
_ROOM: Final = 1.15
"""Memory beyond what is counted: work space of convolutions, fragments."""
_BF16_SHARE: Final = 0.6
"""Of the float32 memory that a step holds on to; losses and norms stay in float32."""
_CHEAP: Final = 8.0
"""Seconds that a measured step may take."""
_SMALL: Final = 8
"""Channels of the small network that is timed in place of one that is too dear to try."""
_SLOWEST: Final = 20e9
"""Operations a second that any computer manages; says which step can be tried at all."""


@dataclass(frozen=True)
class Cost:
    """What a training costs.

    parameters             of the network that is trained to be used
    gflops_per_picture     10^9 operations (a multiplication and an addition are two) to use it on one picture
    gflops_per_step        of a step at its largest, everything that learns included
    memory_bytes           estimate of the most that is in use at once
    device_memory_bytes    what the device has; 0 where unknown
    seconds_per_step       in the mean over the run
    steps, seconds         in all
    measured               whether steps of this very training were timed; else of a small one, and scaled
    device                 in words
    """

    parameters: int
    gflops_per_picture: float
    gflops_per_step: float
    memory_bytes: int
    device_memory_bytes: int
    seconds_per_step: float
    steps: int
    seconds: float
    measured: bool
    device: str

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


@dataclass(frozen=True)
class Count:
    """Operations, and bytes held at once, of something that was run on tensors without content."""

    flops: float
    held: int


def cost_of(
    config: GeneratorConfig | EstimatorConfig, *, device: torch.device, bf16: bool, measure: bool = True
) -> Cost:
    """The cost of a training on a device; without `measure` no time is told (0)."""
    if isinstance(config, EstimatorConfig):
        return _cost_of_estimator(config, device=device, bf16=bf16, measure=measure)
    stage = largest_stage(config)
    model = _weightless(config)
    network, size = model.network, full_stage(config).size
    one = count(lambda: network(_empty(network.architecture.condition_channels, size), _empty(36, size)))
    step = count_step(model, stage)
    memory = _memory(model, step, device=device, bf16=bf16)
    whole = _effort(config) / _pixels(stage)
    seconds, measured = _time_of_steps(config, step, memory, device=device, bf16=bf16) if measure else (0.0, False)
    return _cost(
        network,
        one,
        step,
        memory=memory,
        seconds=seconds * whole,
        steps=config.loop.steps,
        measured=measured,
        device=device,
    )


def memory_estimate(config: GeneratorConfig, *, device: torch.device, bf16: bool) -> int:
    """Bytes that the generator's training takes at most."""
    model = _weightless(config)
    return _memory(model, count_step(model, largest_stage(config)), device=device, bf16=bf16)


def _memory(model: GeneratorStep, step: Count, *, device: torch.device, bf16: bool) -> int:
    config = model.config
    networks = [model.network, *(adversary.network for adversary in model.adversaries)]
    # Weights, gradients and two averages of Adam; one more copy for the moving average.
    learnt = sum(_numel(network) for network in networks) * 16 + (_numel(model.network) * 4 if config.ema > 0 else 0)
    fixed = _numel(model.features) * 4 if model.features is not None else 0
    stage = full_stage(config)
    channels = 3 * len(model.adversaries) + 21
    pools = config.pool * channels * 4 * stage.size[0] * stage.size[1] if model.adversaries else 0
    return round((learnt + fixed + pools + step.held * (_BF16_SHARE if bf16 else 1.0)) * _ROOM) + _of_runtime(device)


def fitting_batch(config: GeneratorConfig, *, device: torch.device, bf16: bool) -> int:
    """The largest batch whose training should fit the device's memory, by the estimate; 0 where that is not known."""
    room = memory_of(device)
    if not room:
        return 0
    tried = (2, 4)
    less, more = (
        memory_estimate(replace(config, loop=replace(config.loop, batch=batch)), device=device, bf16=bf16)
        for batch in tried
    )
    each = max(1.0, (more - less) / (tried[1] - tried[0]))
    fits = math.floor((room - (less - tried[0] * each)) / each)
    return max(0, min(fits, config.loop.batch - 1))


def _weightless(config: GeneratorConfig) -> GeneratorStep:
    return GeneratorStep(_plain(config), device=META, bf16=False, fetch=False)


def count_step(model: GeneratorStep, stage: Stage) -> Count:
    """Operations and memory of one step of a training without content, discriminators and all."""
    at = _step_of(model.config, stage)
    a, batch = model.network.architecture, stage.count
    given = Inputs(
        condition=_empty(a.condition_channels, stage.size, batch),
        maps=_empty(a.pose_channels, stage.size, batch),
        target=_empty(3, stage.size, batch),
        person=_empty(1, stage.size, batch),
        points=torch.empty(batch, JOINT_COUNT, 2, device=META),
    )
    return count(lambda: model.learn(given, at), but=model.modules().values())


def count(action: Callable[[], object], *, but: Any = ()) -> Count:
    """Run something on tensors without content, and count its operations and the bytes that it holds for gradients.

    Weights of the modules `but` are there anyway, and not counted.
    """
    ledger = _Ledger({p.untyped_storage()._cdata for module in but for p in module.parameters()})
    with torch.autograd.graph.saved_tensors_hooks(ledger.hold, _Held.get), FlopCounterMode(display=False) as counter:
        action()
    return Count(float(counter.get_total_flops()), ledger.most)


class _Ledger:
    """How many bytes are held for gradients, now and at most; storages that are held twice count once."""

    def __init__(self, known: set[int]) -> None:
        self.known = known
        self.holders: dict[int, int] = {}
        self.now = 0
        self.most = 0

    def hold(self, tensor: Tensor) -> _Held:
        """Take note of a tensor."""
        storage = tensor.untyped_storage()
        key, size = storage._cdata, storage.nbytes()
        if key not in self.known:
            if not self.holders.get(key):
                self.now += size
                self.most = max(self.most, self.now)
            self.holders[key] = self.holders.get(key, 0) + 1
        return _Held(self, tensor, key, size)

    def let_go(self, key: int, size: int) -> None:
        """One holder less."""
        if key in self.holders:
            self.holders[key] -= 1
            if not self.holders[key]:
                self.now -= size
                del self.holders[key]


class _Held:
    """One tensor that is kept for a gradient."""

    def __init__(self, ledger: _Ledger, tensor: Tensor, key: int, size: int) -> None:
        self.ledger, self.tensor, self.key, self.size = ledger, tensor, key, size

    def get(self) -> Tensor:
        """The tensor."""
        return self.tensor

    def __del__(self) -> None:
        self.ledger.let_go(self.key, self.size)


def _cost(
    network: nn.Module, one: Count, step: Count, *, memory: int, seconds: float, steps: int, measured: bool,
    device: torch.device,
) -> Cost:  # fmt: skip
    return Cost(
        parameters=_numel(network),
        gflops_per_picture=round(one.flops / 1e9, 3),
        gflops_per_step=round(step.flops / 1e9, 3),
        memory_bytes=memory,
        device_memory_bytes=memory_of(device),
        seconds_per_step=round(seconds / steps, 6) if steps else 0.0,
        steps=steps,
        seconds=round(seconds, 1),
        measured=measured,
        device=describe(device),
    )


def _time_of_steps(
    config: GeneratorConfig, step: Count, memory: int, *, device: torch.device, bf16: bool
) -> tuple[float, bool]:
    """Seconds of a step at the largest stage, and whether such steps were timed themselves."""
    room = memory_of(device)
    fits = not room or memory < 0.6 * room
    if fits and (device.type != "cpu" or step.flops < _CHEAP * _SLOWEST):
        return timed_step(config, device=device, bf16=bf16), True
    loop = replace(config.loop, batch=1)
    small = replace(
        config, loop=loop, ngf=_SMALL, ndf=_SMALL, views=1, large_batch=1.0, tiny_until=0.0, small_until=0.0
    )
    share = count_step(_weightless(small), largest_stage(small)).flops
    return timed_step(small, device=device, bf16=bf16) * step.flops / share, False


def timed_step(config: GeneratorConfig, *, device: torch.device, bf16: bool, most: float = 2 * _CHEAP) -> float:
    """Seconds of a step at the largest stage on pictures of noise: the median of up to five, after one to warm up."""
    model = GeneratorStep(_plain(config), device=device, bf16=bf16, fetch=False)
    stage = largest_stage(config)
    at = _step_of(config, stage)
    times: list[float] = []
    began = time.perf_counter()
    for _ in range(6):
        start = time.perf_counter()
        losses = model.step(_batch(stage), at)
        float(next(iter(losses.values())))  # waits for the device
        times.append(time.perf_counter() - start)
        if time.perf_counter() - began > most:
            break
    return float(np.median(times[1:] or times))


def _cost_of_estimator(config: EstimatorConfig, *, device: torch.device, bf16: bool, measure: bool) -> Cost:
    architecture = {"compact": COMPACT, "published": PUBLISHED}[config.network]
    size, batch = (config.height, config.width), config.loop.batch
    with META:
        network = PoseNetwork(architecture)
    one = count(lambda: network(_empty(3, size)))

    def learn(network: nn.Module, pictures: Tensor) -> None:
        output = network(pictures)
        parts = [*output.maps, *output.fields, *([] if output.mask is None else [output.mask])]
        torch.stack([part.float().square().mean() for part in parts]).sum().backward()  # type: ignore[no-untyped-call]

    step = count(lambda: learn(network, _empty(3, size, batch)), but=[network])
    held = step.held * (_BF16_SHARE if bf16 else 1.0)
    memory = round((_numel(network) * 20 + held) * _ROOM) + _of_runtime(device)
    seconds = 0.0
    if measure:
        real = PoseNetwork(architecture).to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        share = 1 if step.flops < _CHEAP * _SLOWEST or device.type != "cpu" else batch
        pictures = torch.rand(max(1, batch // share), 3, *size, device=device)
        times = []
        for _ in range(3):
            start = time.perf_counter()
            with torch.autocast(device.type, torch.bfloat16, enabled=bf16):
                learn(real, pictures)
            float(next(real.parameters()).flatten()[0])
            times.append(time.perf_counter() - start)
        # Steps of the first part are at three quarters of the size.
        mean = 1 - config.small_until * (1 - 9 / 16)
        seconds = float(np.median(times[1:])) * batch / len(pictures) * mean * config.loop.steps
    return _cost(
        network, one, step, memory=memory, seconds=seconds, steps=config.loop.steps, measured=measure, device=device
    )


def _plain(config: GeneratorConfig) -> GeneratorConfig:
    """The configuration without what says nothing about a step's cost, or takes long to set up."""
    return replace(config, start="", loop=replace(config.loop, compile=False))


def _step_of(config: GeneratorConfig, stage: Stage) -> int:
    """A step that belongs to a stage."""
    steps = config.loop.steps
    shares = (0.0, config.tiny_until, config.small_until)
    for step in (0, *(math.ceil(share * steps) for share in shares), steps):
        if stage_at(config, step) == stage:
            return step
    return steps


def _effort(config: GeneratorConfig) -> float:
    """Pixels of all steps together."""
    steps = config.loop.steps
    bounds = sorted({0, steps, *(min(steps, math.ceil(s * steps)) for s in (config.tiny_until, config.small_until))})
    pairs = zip(bounds[:-1], bounds[1:], strict=True)
    return sum((end - start) * _pixels(stage_at(config, start)) for start, end in pairs)


def _pixels(stage: Stage) -> float:
    return float(stage.count * stage.size[0] * stage.size[1])


def _batch(stage: Stage) -> dict[str, Tensor]:
    """A batch of noise with everybody's joints somewhere in the picture."""
    shape = (stage.count, *stage.size)
    pictures = {name: torch.zeros(*shape, 3, dtype=torch.uint8).random_(256) for name in ("condition", "target")}
    maps = {name: torch.zeros(shape, dtype=torch.uint8).random_(256) for name in ("holes", "person")}
    points = torch.rand(stage.count, 2, JOINT_COUNT, 2) * torch.tensor([stage.size[1], stage.size[0]])
    return {**pictures, **maps, "points": points}


def _empty(channels: int, size: tuple[int, int], batch: int = 1) -> Tensor:
    return torch.empty(batch, channels, *size, device=META)


def _numel(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())


def _of_runtime(device: torch.device) -> int:
    """What torch itself takes."""
    return 600_000_000 if device.type == "cuda" else 800_000_000
