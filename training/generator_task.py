"""The generator's training (thesis 3.3) as the loop knows it: data, step, figures, samples, and its weights file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from engine.patn.checkpoints import Condition, GeneratorHeader, write_generator
from engine.patn.generator import Generator
from engine.weights.table import NOT_STATED
from training.config import GeneratorConfig
from training.distributed import ALONE, Team
from training.generator_look import Look, figures, write_grid
from training.generator_step import GeneratorStep, Inputs
from training.pair_batches import PairBatches, trimmed
from training.pair_sources import open_sources
from training.schedule import full_stage, rate_at, stage_at
from training.task import Task

Batch = dict[str, Tensor]


class GeneratorTask(Task):
    """A generator on pairs, given or made, moved first or as they are, with discriminators or without."""

    name = "generator"
    best = "smaller l1"

    def __init__(
        self,
        config: GeneratorConfig,
        *,
        device: torch.device,
        bf16: bool,
        cache: Path,
        team: Team = ALONE,
        with_data: bool = True,
    ) -> None:
        """`cache` is a folder for framed photos, which are made at the first use. Raises UsageError, WeightsError.

        Without data, a checkpoint can be restored and exported, and nothing else.
        """
        self.config = config
        self.device = device
        self.team = team
        self.about = self.way = NOT_STATED
        if with_data:
            self.sources = team.leader_first(lambda: open_sources(config, cache=cache))
            self.batches = PairBatches(config, self.sources.train, team=team)
            self.about, self.way = self.sources.train.about, self.sources.train.way
        self.bf16 = bf16
        self.model = GeneratorStep(config, device=device, bf16=bf16, team=team)

    @property
    def network(self) -> Generator:
        """The generator that learns."""
        return self.model.network

    def modules(self) -> dict[str, nn.Module]:
        """Generator, its moving average and the discriminators."""
        return self.model.modules()

    def optimizers(self) -> dict[str, Optimizer]:
        """Theirs."""
        return self.model.optimizers()

    def extra_state(self) -> dict[str, Any]:
        """The discriminators' pools, and what the pictures are."""
        return {**self.model.extra_state(), "about": self.about, "way": self.way}

    def load_extra_state(self, state: Mapping[str, Any]) -> None:
        """Put the pools back; what the pictures are is taken from the data, where there is any."""
        self.model.load_extra_state(state)
        if NOT_STATED in (self.about, self.way):
            self.about, self.way = str(state.get("about", NOT_STATED)), str(state.get("way", NOT_STATED))

    def make_batch(self, step: int) -> Batch:
        """As :meth:`training.pair_batches.PairBatches.make`."""
        return self.batches.make(step)

    def batch_maker(self) -> Callable[[int], Batch]:
        """What worker processes need, without the networks."""
        return self.batches.make

    def pictures(self, step: int) -> int:
        """How many the step's batch has, over all processes."""
        return stage_at(self.config, step).count

    def effort(self, step: int) -> float:
        """Pixels of the step's batch."""
        stage = stage_at(self.config, step)
        return float(stage.count * stage.size[0] * stage.size[1])

    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        """One step of the generator and of each discriminator; losses by part."""
        stage = stage_at(self.config, step)
        if self.config.trim and stage.size[0] < self.config.height:
            batch = trimmed(batch, team=self.team)
        return self.model.step(batch, step)

    def inputs(self, batch: Batch, step: int) -> Inputs:
        """A batch as the networks want it."""
        return self.model.inputs(batch, stage_at(self.config, step))

    def evaluate(self) -> dict[str, float]:
        """The figures of `training/generator_look.py` on pairs of the `val` split."""
        return figures(self._look(), self.sources.held_out, count=self.config.evaluate_photos)

    def sample(self, path: Path) -> None:
        """The grid of `training/generator_look.py`."""
        write_grid(self._look(), self.sources.held_out, path=path)

    def facts(self, step: int) -> dict[str, Any]:
        """What can be said of a step that went wrong: its size, rate and pairs."""
        stage = stage_at(self.config, step)
        return {
            "size": list(stage.size),
            "pictures": stage.count,
            "rate": rate_at(self.config, step),
            "pairs": self.batches.names(step),
        }

    def export(self, path: Path) -> None:
        """Write the network that is looked at as a generator's weights file."""
        c = self.config
        condition: Condition = "moved" if c.condition == "moved" else "photo"
        ccp = "Clothing Co-Parsing" in self.about
        header = GeneratorHeader(
            name=f"Repose PATN, {c.ngf} channels, {c.blocks} blocks",
            trained_on=c.trained_on or self.about,
            licence=c.licence or ("Apache-2.0" if ccp else NOT_STATED),
            condition=condition,
            size=(c.height, c.width),
            pose_radius=0 if c.pose_sigma > 0 else c.pose_radius,
            pose_sigma=c.pose_sigma if c.pose_sigma > 0 else None,
            training={
                "recipe": "repose-train generator",
                "preset": c.preset,
                "pairs": self.way,
                "steps": c.loop.steps,
                "batch": c.loop.batch,
                "seed": c.loop.seed,
                "small_until": c.small_until,
                "rate": [c.rate, c.rate_end],
                "losses": self._losses(),
            },
        )
        write_generator(path, self.model.painter, header=header)

    def _losses(self) -> dict[str, float | str]:
        c = self.config
        weights = {
            "l1": c.l1, "edges": c.edges, "means": c.means, "person": c.person_weight, "paint": c.paint,
            "share": c.share, "perceptual": c.perceptual, "style": c.style, "parts": c.parts, "gan": c.gan,
        }  # fmt: skip
        losses: dict[str, float | str] = {name: weight for name, weight in weights.items() if weight > 0}
        if c.reads_features:
            losses["features"] = f"{c.perceptual_network} {' '.join(c.perceptual_layers)}"
        if c.gan > 0:
            losses |= {"appearance": c.appearance, "shape": c.shape, "gan_loss": c.gan_loss}
        return losses

    def fitting_batch(self) -> int:
        """By the estimate of `training/cost.py`."""
        from training.cost import fitting_batch

        return fitting_batch(self.config, device=self.device, bf16=self.bf16)

    def _look(self) -> Look:
        return Look(self.model.painter, full_stage(self.config), self.device)
