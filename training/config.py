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
    steps              optimiser steps in all; 0 where epochs say how many
    batch              pictures a step, over all processes together
    device             auto, cpu, cuda or mps
    precision          auto (bf16 where the device is fast at it), bf16 or float32
    channels_last      whether pictures lie in memory with their channels together, which most convolutions like better
    compile            whether torch compiles the network: a slow first step, faster ones after it
    workers            processes that make batches; 0 makes them in the training process
    checkpoint_every, evaluate_every, sample_every, log_every     in steps; 0 for never
    best               the figure by which best.pt is kept, as "smaller l1" or "larger ssim"; empty for the task's own
    """

    seed: int = 1
    steps: int = 1000
    batch: int = 16
    device: str = "auto"
    precision: str = "auto"
    channels_last: bool = True
    compile: bool = False
    workers: int = 0
    checkpoint_every: int = 200
    evaluate_every: int = 1000
    sample_every: int = 0
    log_every: int = 20
    best: str = ""

    def __post_init__(self) -> None:
        direction, _, name = self.best.partition(" ")
        if self.best and (direction not in ("smaller", "larger") or not name.strip()):
            raise ValueError(f"best must be like 'smaller l1' or 'larger ssim', not {self.best!r}")
        if self.batch < 1 or self.steps < 0 or self.workers < 0:
            raise ValueError(f"batch must be at least 1, steps and workers at least 0: {self}")


@dataclass(frozen=True)
class EstimatorConfig:
    """Training of the pose estimator.

    data               folder with photos/, masks/ and keypoints18.json
    rendered           folder of rendered people in the same form (`repose-train synthesize`); empty for none
    rendered_share     share of the training pictures that come from it
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
    calibrate_photos   training photos on which the exported weights' confidences are measured; 0 for none
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(steps=6500, evaluate_every=2000))
    data: str = ""
    rendered: str = ""
    rendered_share: float = 0.25
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
    calibrate_photos: int = 600


@dataclass(frozen=True)
class GeneratorConfig:
    """Training of the generator (thesis 3.3 and 4.2); the defaults are those of the preset `single-photos`.

    preset             the preset that it began as
    data               a prepared data set, or a folder with photos/, masks/ and keypoints18.json
    cache              folder for the framed photos of such a folder; empty for one beside the run
    start              weights to start from, by name or path; empty for random weights
    trained_on, licence    what the weights' card shall say; empty for what is known of the data

    pairs              given (by a prepared data set), made (from single photos), auto (given where there are any)
    rendered           folder of rendered people (`repose-train synthesize`) for pairs of one person in two poses and
                       from two sides, which moving a photo cannot make; empty for none
    rendered_share     share of the training pairs that come from it
    turned             whether such pairs may show the person from another side: a moved photo does not tell what is
                       there, and a network without discriminators answers with a blur
    condition          photo: the condition image as it is, as published; moved: in the target pose, with its holes
    flip               share of pairs that are mirrored, left and right joints swapped
    recolour           whether colours are changed at random, in both pictures alike

    ngf, blocks        the generator's size
    norm, dropout      its normalisation (instance or batch), and whether its blocks drop half of their values
    output_mask        whether the network may let the condition image through, pixel by pixel
    pose_radius        of the keypoints' discs, in pixels at full size
    pose_sigma         of Gaussians in place of discs, in pixels at full size; 0 for discs

    height, width      of a training picture in pixels
    tiny_until         part of the run that trains at a quarter of that size, twice as many at a time: colours
    small_until        part of the run after which training is at full size; between the two it is at half size
    trim               whether small pictures lose most of the white beside the person, which costs time
    large_batch        pictures a step after that, as a share of the batch
    views              pictures in a batch that share a made pair, in other colours: moving costs most

    epochs             where loop.steps is 0: the run's length at the full rate, in epochs
    decay_epochs       and at a rate that falls to its end in a straight line
    epoch_pairs        pairs in an epoch: the published code's 4,000, however many the data set has
    schedule           cosine, or linear: constant for `epochs`, then straight down for `decay_epochs`
    rate, rate_end     learning rate after warm-up, and at the end
    warm_up            steps in which the rate rises from nothing
    beta1, beta2       Adam's memory of gradients and of their squares
    clip               largest norm of all gradients together; 0 for no limit
    ema                decay of the weights' moving average, which is then what is evaluated and exported; 0 for none

    l1, edges, means   weights of the losses on colours, on edges and on the means of 4 x 4 pixels
    paint, share       weights of the losses on what lies below the output mask, and on the mask itself
    person_weight      how much more a pixel of the person counts than one of the background
    perceptual         weight of the L1 between features of picture and target
    style              weight of the L1 between the features' Gram matrices
    perceptual_network  where features come from: vgg19, or repose-pose, which is in the box
    perceptual_layers  which features, for vgg19 relu1_1 to relu5_4 (conv1_1, pool1 and so on too), for repose-pose
                       level1 to level5
    parts              weight of one minus the SSIM over each part of the body

    gan                weight of the adversarial loss; 0 for no discriminators
    gan_loss           least-squares or cross-entropy
    appearance, shape  weight of each discriminator in it; the thesis' x2 and x3 are the first
    ndf, discriminator_blocks    the discriminators' size
    discriminator_rate  learning rate of theirs; 0 for the generator's
    pool               generated pictures each discriminator is shown again later; 0 for none
    spectral_norm      whether the discriminators' convolutions are held at spectral norm 1
    r1                 weight of the penalty on the discriminators' slopes at real pictures

    evaluate_photos    pairs of the `val` split that a look in between uses; 0 for all
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(steps=8000, batch=4, evaluate_every=2000))
    preset: str = ""
    data: str = ""
    cache: str = ""
    start: str = ""
    trained_on: str = ""
    licence: str = ""

    pairs: str = "auto"
    rendered: str = ""
    rendered_share: float = 0.25
    turned: bool = True
    condition: str = "moved"
    flip: float = 0.5
    recolour: bool = True

    ngf: int = 16
    blocks: int = 5
    norm: str = "instance"
    dropout: bool = False
    output_mask: bool = True
    pose_radius: int = 2
    pose_sigma: float = 0.0

    height: int = 256
    width: int = 176
    tiny_until: float = 0.2
    small_until: float = 0.85
    trim: bool = True
    large_batch: float = 0.5
    views: int = 2

    epochs: int = 0
    decay_epochs: int = 0
    epoch_pairs: int = 4000
    schedule: str = "cosine"
    rate: float = 2e-3
    rate_end: float = 2e-4
    warm_up: int = 100
    beta1: float = 0.9
    beta2: float = 0.99
    clip: float = 1.0
    ema: float = 0.995

    l1: float = 1.0
    edges: float = 1.0
    means: float = 1.0
    paint: float = 1.0
    share: float = 1.0
    person_weight: float = 2.0
    perceptual: float = 0.0
    style: float = 0.0
    perceptual_network: str = "vgg19"
    perceptual_layers: tuple[str, ...] = ("relu1_2",)
    parts: float = 0.0

    gan: float = 0.0
    gan_loss: str = "least-squares"
    appearance: float = 1.0
    shape: float = 1.0
    ndf: int = 64
    discriminator_blocks: int = 3
    discriminator_rate: float = 0.0
    pool: int = 50
    spectral_norm: bool = False
    r1: float = 0.0

    evaluate_photos: int = 48

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                given = getattr(self, name)
                raise _misfit(
                    "{name} must be {choices}, not {given!r}", name=name, choices=" or ".join(choices), given=given
                )
        if min(self.height, self.width) < 8 or self.height % 4 or self.width % 4:
            size = f"{self.height} x {self.width}"
            raise _misfit("height and width must be multiples of 4 from 8 on, not {size}", size=size)

    @property
    def reads_features(self) -> bool:
        """Whether a loss needs the perceptual network."""
        return self.perceptual > 0 or self.style > 0


CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "pairs": ("auto", "given", "made"),
    "condition": ("photo", "moved"),
    "norm": ("instance", "batch"),
    "schedule": ("cosine", "linear"),
    "perceptual_network": ("vgg19", "repose-pose"),
    "gan_loss": ("least-squares", "cross-entropy"),
}
"""The words that a setting of the generator's training may take."""


def _misfit(template: str, /, **values: object) -> ValueError:
    """What is wrong with a configuration. The template stands written out where it is used: it is translated by it."""
    return ValueError(template.format(**values))


def resolved(config: Config) -> Config:
    """The configuration with its number of steps, from epochs where it does not say; ValueError when nothing says."""
    loop = getattr(config, "loop", None)
    if not isinstance(loop, LoopConfig) or loop.steps > 0:
        return config
    epochs = getattr(config, "epochs", 0) + getattr(config, "decay_epochs", 0)
    steps = -(-epochs * getattr(config, "epoch_pairs", 0) // loop.batch)
    if steps < 1:
        raise _misfit("nothing says how long the training is: give loop.steps, or epochs")
    return replace(config, loop=replace(loop, steps=steps))  # type: ignore[type-var]


Config = TypeVar("Config")


def to_json(config: Any) -> str:
    """The resolved configuration as readable JSON."""
    return json.dumps({"format": FORMAT_VERSION, **asdict(config)}, indent=2)


def from_mapping(kind: type[Config], values: Mapping[str, Any], *, base: Config | None = None) -> Config:
    """Build a configuration from nested plain values; ValueError names a field that does not exist or fit.

    What the values do not say is taken from `base`, or else is the default.
    """
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"{kind} is not a configuration")
    fields = typing.get_type_hints(kind)
    arguments: dict[str, Any] = {}
    for key, value in values.items():
        if key == "format":
            continue
        if key not in fields:
            raise _misfit(
                "there is no setting called {key}; there are {known}", key=key, known=", ".join(sorted(fields))
            )
        arguments[key] = _fit(fields[key], value, key=key, base=getattr(base, key, None))
    return kind(**arguments) if base is None else replace(base, **arguments)  # type: ignore[type-var]


def _fit(kind: Any, value: Any, *, key: str, base: Any = None) -> Any:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type) and isinstance(value, Mapping):
        return from_mapping(kind, value, base=base)
    if typing.get_origin(kind) is tuple:
        if isinstance(value, str):
            value = [word.strip() for word in value.split(",") if word.strip()]
        if not isinstance(value, (list, tuple)):
            raise _misfit("{key} must be a list, not {value!r}", key=key, value=value)
        element = typing.get_args(kind)[0]
        return tuple(_fit(element, entry, key=key) for entry in value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(kind, type) and (not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)):
        raise _misfit("{key} must be of the kind {kind}, not {value!r}", key=key, kind=kind.__name__, value=value)
    return value


def with_settings(config: Config, settings: Sequence[str]) -> Config:
    """The configuration with `key=value` or `group.key=value` settings; values are read as JSON, else as text.

    ValueError names a setting that cannot be used.
    """
    for setting in settings:
        key, found, text = setting.partition("=")
        if not found:
            raise _misfit("{setting!r} is not of the form key=value", setting=setting)
        try:
            value: Any = json.loads(text)
        except json.JSONDecodeError:
            value = text
        config = _with(config, key.split("."), value)
    return config


def _with(config: Config, path: list[str], value: Any) -> Config:
    fields = typing.get_type_hints(type(config))
    if path[0] not in fields:
        raise _misfit(
            "there is no setting called {key}; there are {known}", key=path[0], known=", ".join(sorted(fields))
        )
    if len(path) > 1:
        value = _with(getattr(config, path[0]), path[1:], value)
    else:
        value = _fit(fields[path[0]], value, key=path[0])
    return replace(config, **{path[0]: value})  # type: ignore[type-var]


def read(kind: type[Config], path: Path, *, base: Config | None = None) -> Config:
    """A configuration from a JSON file; ValueError says what is wrong in it. What it leaves out comes from `base`."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise _misfit("{path} is not a readable configuration: {problem}", path=path, problem=problem) from problem
    if not isinstance(values, dict):
        raise _misfit("{path} does not hold a configuration", path=path)
    if values.get("format", FORMAT_VERSION) != FORMAT_VERSION:
        raise _misfit(
            "{path} is of format {version}, and this Repose Studio knows {known}",
            path=path,
            version=values["format"],
            known=FORMAT_VERSION,
        )
    try:
        return from_mapping(kind, values, base=base)
    except ValueError as problem:
        raise ValueError(f"{path}: {problem}") from problem
