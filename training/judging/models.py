"""What is judged: weights by name or file, or a run by its folder, with its best or else its last checkpoint."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor

from engine.errors import UsageError, WeightsError
from engine.openpose.checkpoints import holds_pose_network, pose_network_from
from engine.openpose.network import COMPACT, PUBLISHED, PoseNetwork
from engine.painter import Painter
from engine.patn.checkpoints import generator_from
from engine.weights.hashing import sha256_of
from engine.weights.store import WeightsStore
from engine.weights.table import SUFFIXES
from engine.weights.tensors import WeightsFile, read_weights_file
from training import checkpoints
from training import config as configuration
from training.config import EstimatorConfig, GeneratorConfig

CHECKPOINTS: Final = ("best.pt", "last.pt")
_AVERAGE: Final = "average."


@dataclass(frozen=True)
class Model:
    """One model to judge: a painter of a generator, or a pose network.

    label      what it is called in tables, the same for none of two
    source     file that was read
    step       of the training, for a run; else None
    """

    label: str
    source: Path
    sha256: str
    step: int | None
    painter: Painter | None = None
    network: PoseNetwork | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Height and width that a generator was trained at."""
        assert self.painter is not None
        return self.painter.loaded.header.size

    def to_json(self) -> dict[str, Any]:
        """What it is, as plain values."""
        found: dict[str, Any] = {"label": self.label, "file": self.source.name, "sha256": self.sha256}
        if self.step is not None:
            found["step"] = self.step
        if self.painter is not None:
            header = self.painter.loaded.header
            found |= {"kind": "generator", "name": header.name, "condition": header.condition}
            found |= {"trained on": header.trained_on, "precision": self.painter.facts()["precision"]}
        else:
            found["kind"] = "pose estimator"
        return found


def load_models(names: Sequence[str], *, device: torch.device) -> list[Model]:
    """Models by the name or file of their weights, or the folder of their run.

    Raises WeightsError when one cannot be read, UsageError when generators and pose estimators are mixed.
    """
    models = [_run(Path(name), device) if Path(name).is_dir() else _weights(name, device) for name in names]
    if len({model.painter is None for model in models}) > 1:
        raise UsageError("Generators and pose estimators have no figures in common", hint="Judge them in two calls.")
    return _with_labels_of_their_own(models)


def _weights(name: str, device: torch.device) -> Model:
    found = WeightsStore().find(name)
    file = read_weights_file(found.path, sha256=found.sha256)
    label = Path(name).stem if Path(name).suffix.lower() in SUFFIXES else name
    if holds_pose_network(file):
        return Model(label, found.path, file.sha256, None, network=pose_network_from(file).network)
    return Model(label, found.path, file.sha256, None, painter=Painter(generator_from(file), device=device))


def _run(folder: Path, device: torch.device) -> Model:
    """The averaged network of a run's checkpoint; the data it was trained on need not be here."""
    path = next((p for name in CHECKPOINTS if (p := folder / "checkpoints" / name).is_file()), None)
    if path is None:
        raise WeightsError("This run has no checkpoint yet", where=str(folder), hint="Wait for its first, or train on.")
    state = checkpoints.load(path)
    try:
        tensors = _network_tensors(state["modules"])
        task, step = str(state["task"]), int(state["step"])
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise WeightsError(
            "The checkpoint lacks what is to be judged ({problem})",
            where=str(path),
            hint="Take another run.",
            problem=str(problem),
        ) from problem
    label, digest = folder.resolve().name, sha256_of(path)
    if task == "estimator":
        network = _pose_network(tensors, _config(EstimatorConfig, folder), path)
        return Model(label, path, digest, step, network=network)
    config = _config(GeneratorConfig, folder)
    loaded = generator_from(WeightsFile(path, digest, tensors, None, "pytorch"))
    header = replace(
        loaded.header,
        name=label,
        trained_on=f"the run {label}, step {step:,}",
        condition=config.condition,
        size=(config.height, config.width),
        pose_radius=config.pose_radius,
        pose_sigma=config.pose_sigma or None,
    )
    return Model(label, path, digest, step, painter=Painter(replace(loaded, header=header), device=device))


def _network_tensors(modules: dict[str, dict[str, Tensor]]) -> dict[str, Tensor]:
    """What a run would export: the averaged network where it keeps one, else the network itself."""
    if "averaged" not in modules:
        return dict(modules["network"])
    return {
        name.removeprefix(_AVERAGE): tensor for name, tensor in modules["averaged"].items() if name.startswith(_AVERAGE)
    }


def _config(kind: type[Any], folder: Path) -> Any:
    try:
        return configuration.read(kind, folder / "config.json")
    except ValueError as problem:
        raise UsageError(str(problem), hint="Export the run's weights, and judge that file.") from problem


def _pose_network(tensors: dict[str, Tensor], config: EstimatorConfig, path: Path) -> PoseNetwork:
    network = PoseNetwork({"compact": COMPACT, "published": PUBLISHED}[config.network])
    try:
        network.load_state_dict(tensors)
    except RuntimeError as problem:
        reason = next(iter(str(problem).splitlines()), "")
        raise WeightsError(
            "The checkpoint is of another network ({reason})", where=str(path), reason=reason
        ) from problem
    return network.eval()


def _with_labels_of_their_own(models: list[Model]) -> list[Model]:
    seen: dict[str, int] = {}
    named = []
    for model in models:
        seen[model.label] = seen.get(model.label, 0) + 1
        number = seen[model.label]
        named.append(model if number == 1 else replace(model, label=f"{model.label} ({number})"))
    return named


def people_of_run(names: Sequence[str]) -> Path | None:
    """The folder in which a run among `names` keeps its framed people, to save framing them again."""
    for name in names:
        folder = Path(name)
        if not folder.is_dir():
            continue
        kept = folder / "people"
        try:
            other = json.loads((folder / "config.json").read_text(encoding="utf-8")).get("cache", "")
        except (OSError, ValueError, AttributeError):
            other = ""
        for place in (Path(other) if other else kept, kept):
            if place.is_dir():
                return place
    return None
