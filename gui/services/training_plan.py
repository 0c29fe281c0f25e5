"""What a new training can be: the presets, what is changed in one, and the command line that follows from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from gui.language.words import recipe
from gui.services.config_fields import flattened, text_of
from training.config import EstimatorConfig, GeneratorConfig, to_json
from training.presets import PRESETS

GENERATOR: Final = "generator"
ESTIMATOR: Final = "estimator"
_NOT_COPIED: Final = ("format", "preset", "data", "cache")


@dataclass(frozen=True)
class Choice:
    """One thing to train: a preset of the generator, or the estimator. `name` is empty where there is no preset."""

    task: str
    name: str
    title: str
    what: str


def choices(*, estimator: Choice | None = None) -> list[Choice]:
    """The presets in the order in which they are offered, the one for single photos first: it asks least of data."""
    found = [Choice(GENERATOR, preset.name, recipe(preset.title), recipe(preset.what)) for preset in PRESETS.values()]
    found.sort(key=lambda choice: choice.name != "single-photos")
    return found if estimator is None else [*found, estimator]


def kind_of(task: str) -> type:
    """The configuration class of a task."""
    return EstimatorConfig if task == ESTIMATOR else GeneratorConfig


def preset_values(task: str, preset: str) -> dict[str, Any]:
    """What a preset sets, by dotted key; the task's defaults where there is no such preset."""
    if task == GENERATOR and preset in PRESETS:
        config: Any = PRESETS[preset].config
    else:
        config = kind_of(task)()
    flat = flattened(json.loads(to_json(config)))
    flat.pop("format", None)
    return flat


@dataclass(frozen=True)
class Plan:
    """A training to be started: `settings` are the changes to the preset, by dotted key."""

    task: str
    preset: str
    data: Path
    settings: dict[str, Any] = field(default_factory=dict)

    def arguments(self, run: Path) -> list[str]:
        """The options of `repose-train` for a run in the folder `run`."""
        preset = ["--preset", self.preset] if self.preset else []
        settings = [part for key, value in self.settings.items() for part in ("--set", f"{key}={text_of(value)}")]
        return [self.task, *preset, "--data", str(self.data), "--run", str(run), *settings]


def changes_in(config: Mapping[str, Any], *, task: str, preset: str) -> dict[str, Any]:
    """In what a run's configuration differs from its preset, by dotted key; where its data lies is not counted."""
    usual = preset_values(task, preset)
    flat = flattened(config)
    epochs = usual.get("loop.steps") == 0
    return {
        key: value
        for key, value in flat.items()
        if key in usual
        and key not in _NOT_COPIED
        and text_of(value) != text_of(usual[key])
        # A kept configuration has the steps that followed from its epochs.
        and not (epochs and key == "loop.steps" and _steps(flat) == value)
    }


def _steps(flat: Mapping[str, Any]) -> int:
    """The steps that epochs come to."""
    try:
        pairs = (flat["epochs"] + flat["decay_epochs"]) * flat["epoch_pairs"]
        return int(-(-pairs // flat["loop.batch"]))
    except (KeyError, TypeError, ZeroDivisionError):
        return 0


def steps_of(values: Mapping[str, Any]) -> int:
    """The steps of a training with these settings, from its epochs where it does not say."""
    steps = values.get("loop.steps", 0)
    return steps if isinstance(steps, int) and steps > 0 else _steps(values)


@dataclass(frozen=True)
class Cost:
    """What a training takes, as a dry run measured it. Zero where it is not known."""

    seconds: float = 0.0
    steps: int = 0
    seconds_per_step: float = 0.0
    memory: float = 0.0
    parameters: float = 0.0
    gflops: float = 0.0
    device: str = ""
    device_memory: float = 0.0
    measured: bool = False

    @property
    def fits(self) -> bool:
        """Whether the device has the memory that the training takes, as far as both are known."""
        return not self.device_memory or self.memory <= self.device_memory

    def price(self, per_hour: float) -> float:
        """Dollars at an hourly price."""
        return self.seconds / 3600 * per_hour


def read_cost(output: str) -> Cost:
    """The cost in what `--dry-run` wrote; ValueError when there is none in it."""
    told = json.loads(output)
    cost = told.get("cost") if isinstance(told, dict) else None
    if not isinstance(cost, dict):
        raise ValueError("the dry run told no cost")

    def number(*names: str) -> float:
        found = next((cost[name] for name in names if isinstance(cost.get(name), (int, float))), 0.0)
        return float(found)

    return Cost(
        number("seconds"),
        int(number("steps")),
        number("seconds_per_step"),
        number("memory_bytes"),
        number("parameters"),
        number("gflops_per_picture"),
        str(cost.get("device") or ""),
        number("device_memory_bytes"),
        cost.get("measured") is True,
    )
