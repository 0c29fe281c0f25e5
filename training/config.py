"""The configuration of a training run: frozen, documented by field, and saved with the run. Standard library only."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeVar

FORMAT_VERSION: Final = 1


@dataclass(frozen=True)
class LoopConfig:
    """What every training shares.

    seed               of everything random; step n of a run draws from (seed, n), so a resumed run draws the same
    steps              optimiser steps in all
    batch              pictures a step
    device             auto, cpu, cuda or mps
    precision          auto (bf16 where the device is fast at it), bf16 or float32
    workers            processes that make batches; 0 makes them in the training process
    checkpoint_every, evaluate_every, sample_every, log_every     in steps; 0 for never
    """

    seed: int = 1
    steps: int = 1000
    batch: int = 16
    device: str = "auto"
    precision: str = "auto"
    workers: int = 0
    checkpoint_every: int = 200
    evaluate_every: int = 1000
    sample_every: int = 0
    log_every: int = 20


@dataclass(frozen=True)
class EstimatorConfig:
    """Training of the pose estimator.

    data               folder with photos/, masks/ and keypoints18.json
    network            compact or published
    start              weights file to start from; empty for random weights
    height, width      of a training picture in pixels
    small_until        part of the run that trains at two thirds of that size, which is cheaper
    rate, rate_end     learning rate after warm-up, and at the end of its cosine
    warm_up            steps in which the rate rises from nothing
    decay              AdamW's weight decay
    ema                decay of the weights' moving average, which is what is evaluated and exported
    sigma, limb_width  spread of the confidence maps (3.1.2.3) and half width of the fields (3.1.2.5), input pixels
    mask_weight        weight of the person mask's loss
    evaluate_photos    photos of the `val` split that a look in between uses; 0 for all
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(steps=6500, evaluate_every=2000))
    data: str = ""
    network: str = "compact"
    start: str = ""
    height: int = 256
    width: int = 192
    small_until: float = 0.3
    rate: float = 2e-3
    rate_end: float = 2e-5
    warm_up: int = 300
    decay: float = 1e-4
    ema: float = 0.998
    sigma: float = 8.0
    limb_width: float = 7.0
    mask_weight: float = 40.0
    evaluate_photos: int = 60


@dataclass(frozen=True)
class GeneratorConfig:
    """Training of the generator on pairs from single photos.

    data               folder with photos/, masks/ and keypoints18.json
    cache              folder for the framed photos; empty for one beside the run
    ngf, blocks        the network's size
    output_mask        whether the network may let the condition image through, pixel by pixel
    pose_radius        of the keypoints' discs, in pixels at full size
    height, width      of a training picture in pixels
    tiny_until         part of the run that trains at a quarter of that size, twice as many at a time: colours
    small_until        part of the run after which training is at full size; between the two it is at half size
    trim               whether small pictures lose most of the white beside the person, which costs time
    large_batch        pictures a step after that, as a share of the batch
    views              pictures in a batch that share one pair, in other colours: moving costs more than recolouring
    rate, rate_end     learning rate after warm-up, and at the end of its cosine
    warm_up            steps in which the rate rises from nothing
    ema                decay of the weights' moving average, which is what is evaluated and exported
    l1, edges, means   weights of the losses on colours, on edges and on the means of 4 x 4 pixels
    paint, share       weights of the losses on what lies below the output mask, and on the mask itself
    person_weight      how much more a pixel of the person counts than one of the background
    evaluate_photos    photos of the `val` split that a look in between uses; 0 for all
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(steps=8000, batch=4, evaluate_every=2000))
    data: str = ""
    cache: str = ""
    ngf: int = 16
    blocks: int = 5
    output_mask: bool = True
    pose_radius: int = 2
    height: int = 256
    width: int = 176
    tiny_until: float = 0.2
    small_until: float = 0.85
    trim: bool = True
    large_batch: float = 0.5
    views: int = 2
    rate: float = 2e-3
    rate_end: float = 2e-4
    warm_up: int = 100
    ema: float = 0.995
    l1: float = 1.0
    edges: float = 1.0
    means: float = 1.0
    paint: float = 1.0
    share: float = 1.0
    person_weight: float = 2.0
    evaluate_photos: int = 48


Config = TypeVar("Config")


def to_json(config: Any) -> str:
    """The resolved configuration as readable JSON."""
    return json.dumps({"format": FORMAT_VERSION, **asdict(config)}, indent=2)


def from_mapping(kind: type[Config], values: Mapping[str, Any]) -> Config:
    """Build a configuration from nested plain values; ValueError names a field that does not exist or fit."""
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"{kind} is not a configuration")
    fields = typing.get_type_hints(kind)
    arguments: dict[str, Any] = {}
    for key, value in values.items():
        if key == "format":
            continue
        if key not in fields:
            raise ValueError(f"there is no setting called {key}; there are {', '.join(sorted(fields))}")
        arguments[key] = _fit(fields[key], value, key=key)
    return kind(**arguments)


def _fit(kind: Any, value: Any, *, key: str) -> Any:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type) and isinstance(value, Mapping):
        return from_mapping(kind, value)
    if typing.get_origin(kind) is tuple:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"{key} must be a list, not {value!r}")
        return tuple(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(kind, type) and (not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)):
        raise ValueError(f"{key} must be of the kind {kind.__name__}, not {value!r}")
    return value


def with_settings(config: Config, settings: Sequence[str]) -> Config:
    """The configuration with `key=value` or `group.key=value` settings; values are read as JSON, else as text.

    ValueError names a setting that cannot be used.
    """
    for setting in settings:
        key, found, text = setting.partition("=")
        if not found:
            raise ValueError(f"{setting!r} is not of the form key=value")
        try:
            value: Any = json.loads(text)
        except json.JSONDecodeError:
            value = text
        config = _with(config, key.split("."), value)
    return config


def _with(config: Config, path: list[str], value: Any) -> Config:
    fields = typing.get_type_hints(type(config))
    if path[0] not in fields:
        raise ValueError(f"there is no setting called {path[0]}; there are {', '.join(sorted(fields))}")
    if len(path) > 1:
        value = _with(getattr(config, path[0]), path[1:], value)
    else:
        value = _fit(fields[path[0]], value, key=path[0])
    return replace(config, **{path[0]: value})  # type: ignore[type-var]


def read(kind: type[Config], path: Path) -> Config:
    """A configuration from a JSON file; ValueError says what is wrong in it."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise ValueError(f"{path} is not a readable configuration: {problem}") from problem
    if not isinstance(values, dict):
        raise ValueError(f"{path} does not hold a configuration")
    if values.get("format", FORMAT_VERSION) != FORMAT_VERSION:
        raise ValueError(f"{path} is of format {values['format']}, and this Repose Studio knows {FORMAT_VERSION}")
    try:
        return from_mapping(kind, values)
    except ValueError as problem:
        raise ValueError(f"{path}: {problem}") from problem
