"""Named configurations of the generator's training: the published recipes, the thesis' experiments, and ours.

Sources: the published code of PATN (Zhu et al., CVPR 2019) for DeepFashion and Market-1501, and section 4.2 of the
thesis for its own trainings. Standard library only: the window reads these without loading anything heavy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from training.config import GeneratorConfig, from_mapping


@dataclass(frozen=True)
class Preset:
    """One named configuration.

    name       what it is called on the command line
    title      the same for a person
    what       what it is for, in a sentence or two
    values     what it sets, nested as in a configuration file
    """

    name: str
    title: str
    what: str
    values: Mapping[str, Any]

    @property
    def config(self) -> GeneratorConfig:
        """The configuration that the preset stands for; its steps come from its epochs where it has any."""
        return from_mapping(GeneratorConfig, {**self.values, "preset": self.name}, base=GeneratorConfig())


_LOOP: Final[dict[str, Any]] = {
    "steps": 0,
    "workers": 4,
    "checkpoint_every": 500,
    "evaluate_every": 5000,
    "sample_every": 1000,
}

_PUBLISHED: Final[dict[str, Any]] = {
    "loop": _LOOP | {"batch": 7},
    "pairs": "given",
    "condition": "photo",
    "flip": 0.0,
    "recolour": False,
    "ngf": 64,
    "blocks": 9,
    "dropout": True,
    "output_mask": False,
    "pose_radius": 0,
    "tiny_until": 0.0,
    "small_until": 0.0,
    "trim": False,
    "large_batch": 1.0,
    "views": 1,
    "epochs": 500,
    "decay_epochs": 200,
    "schedule": "linear",
    "rate": 2e-4,
    "rate_end": 0.0,
    "warm_up": 0,
    "beta1": 0.5,
    "beta2": 0.999,
    "clip": 0.0,
    "ema": 0.0,
    "edges": 0.0,
    "means": 0.0,
    "person_weight": 0.0,
    "perceptual": 1.0,
    "gan": 5.0,
    "pool": 0,
}

_MARKET: Final[dict[str, Any]] = _PUBLISHED | {
    "loop": _LOOP | {"batch": 32},
    "height": 128,
    "width": 64,
    "norm": "batch",
    "pose_sigma": 6.0,
    "l1": 10.0,
    "perceptual": 10.0,
    "gan_loss": "cross-entropy",
    "pool": 50,
}

_SEED: Final[dict[str, Any]] = _PUBLISHED | {"decay_epochs": 0, "rate_end": 2e-4}

_TINY: Final[dict[str, Any]] = {
    "loop": {
        "steps": 12,
        "batch": 2,
        "workers": 0,
        "checkpoint_every": 4,
        "evaluate_every": 6,
        "sample_every": 6,
        "log_every": 2,
    },
    "ngf": 4,
    "blocks": 2,
    "height": 64,
    "width": 48,
    "tiny_until": 0.0,
    "small_until": 0.5,
    "large_batch": 1.0,
    "views": 1,
    "warm_up": 2,
    "ema": 0.9,
    "gan": 1.0,
    "ndf": 4,
    "discriminator_blocks": 1,
    "pool": 4,
    "evaluate_photos": 2,
}


def _seed(epochs: int, batch: int, appearance: float) -> Mapping[str, Any]:
    return _SEED | {"loop": _LOOP | {"batch": batch}, "epochs": epochs, "appearance": appearance}


PRESETS: Final[Mapping[str, Preset]] = {
    preset.name: preset
    for preset in (
        Preset(
            "published-fashion",
            "PATN as published, DeepFashion",
            "The recipe of the published DeepFashion network, which the thesis began from: batch 7, 500 epochs of "
            "4,000 pairs and 200 more with a falling rate.",
            _PUBLISHED,
        ),
        Preset(
            "published-market",
            "PATN as published, Market-1501",
            "The published recipe for small street pictures: 128 x 64, batch norm, cross-entropy, Gaussian maps.",
            _MARKET,
        ),
        Preset("seed-70", "Thesis, 70 epochs", "Batch 8, 70 epochs at a fixed rate.", _seed(70, 8, 1.0)),
        Preset("seed-500", "Thesis, 500 epochs", "Batch 8, 500 epochs at a fixed rate.", _seed(500, 8, 1.0)),
        Preset(
            "seed-500-appearance-x2",
            "Thesis, 500 epochs, appearance x 2",
            "Batch 14, 500 epochs from scratch, the appearance discriminator counting twice.",
            _seed(500, 14, 2.0),
        ),
        Preset(
            "seed-700-appearance-x3",
            "Thesis, 700 epochs, appearance x 3",
            "Batch 14, 700 epochs, the appearance discriminator counting three times.",
            _seed(700, 14, 3.0),
        ),
        Preset(
            "single-photos",
            "Single photos",
            "How the embedded generator was trained: no pairs are needed, one photo a person is enough. An hour or two "
            "on two cores.",
            {"loop": {"sample_every": 1000}},
        ),
        Preset("tiny", "Tiny", "Seconds on a CPU, to see that everything works; it learns next to nothing.", _TINY),
    )
}
"""The presets by name, in the order in which they are offered."""


def preset_config(name: str) -> GeneratorConfig:
    """The configuration of a preset; ValueError names those there are."""
    if name not in PRESETS:
        raise ValueError(f"there is no preset called {name!r}; there are {', '.join(PRESETS)}")
    return PRESETS[name].config
