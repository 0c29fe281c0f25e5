"""One step of the generator's training: networks, optimisers, losses, whatever pictures come from (thesis 3.3)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim import Adam, Optimizer

from engine.errors import WeightsError
from engine.heatmaps import paired_pose_maps
from engine.patn.checkpoints import read_generator
from engine.patn.discriminators import Discriminator, DiscriminatorArchitecture
from engine.patn.generator import Generator, GeneratorArchitecture, initialise
from engine.skeleton import JOINT_COUNT
from engine.weights.store import WeightsStore
from training.adversarial import PICTURE_CHANNELS, Adversary
from training.body_similarity import part_loss
from training.config import GeneratorConfig
from training.distributed import ALONE, Team
from training.ema import AveragedModel
from training.hardware import in_bf16
from training.losses import PictureWeights, mask_losses, picture_losses, to_unit
from training.perceptual import feature_network, perceptual_loss, style_loss
from training.schedule import Stage, rate_at, stage_at

Batch = dict[str, Tensor]

_POOL_NUMBERS: Final = {"appearance": 101, "shape": 102}
"""What tells the pools' random numbers from those of the pictures."""


@dataclass(frozen=True)
class Inputs:
    """A batch as the networks want it, on their device.

    condition  [B, 3 or 4, H, W]: the condition image in [-1, 1], and its holes where it is moved
    maps       [B, 36, H, W]: both poses, the target pose last
    target     [B, 3, H, W] in [-1, 1]
    person     [B, 1, H, W] in [0, 1], the person in the target
    points     [B, 18, 2] the target's joints in pixels, NaN where missing
    """

    condition: Tensor
    maps: Tensor
    target: Tensor
    person: Tensor
    points: Tensor


class _Painting(nn.Module):
    """The generator as training calls it: picture and raw output in one call, which can be compiled and shared out."""

    def __init__(self, generator: Generator) -> None:
        super().__init__()
        self.generator = generator

    def forward(self, condition: Tensor, maps: Tensor) -> tuple[Tensor, Tensor]:
        """[B, 3 or 4, H, W] and [B, 36, H, W] to [B, 3, H, W] in [-1, 1] and [B, 3 or 4, H, W]."""
        return self.generator.forward_with_raw(condition, maps)


def architecture_of(config: GeneratorConfig) -> GeneratorArchitecture:
    """The generator that a configuration describes."""
    return GeneratorArchitecture(
        ngf=config.ngf,
        blocks=config.blocks,
        norm="batch" if config.norm == "batch" else "instance",
        dropout=config.dropout,
        condition_channels=4 if config.condition == "moved" else 3,
        output_mask=config.output_mask,
    )


def discriminators_of(config: GeneratorConfig) -> dict[str, Discriminator]:
    """The discriminators that a configuration describes, with new weights; none where they count nothing."""
    against = {"appearance": PICTURE_CHANNELS, "shape": JOINT_COUNT}
    weights = {"appearance": config.appearance, "shape": config.shape}
    return {
        name: Discriminator(
            DiscriminatorArchitecture(
                PICTURE_CHANNELS + channels,
                ndf=config.ndf,
                blocks=config.discriminator_blocks,
                norm="batch" if config.norm == "batch" else "instance",
                dropout=config.dropout,
            )
        )
        for name, channels in against.items()
        if config.gan > 0 and weights[name] > 0
    }


class GeneratorStep:
    """The networks of a training with everything that one step needs."""

    def __init__(
        self,
        config: GeneratorConfig,
        *,
        device: torch.device,
        bf16: bool,
        team: Team = ALONE,
        fetch: bool = True,
    ) -> None:
        """`fetch` False takes no weights of other networks from anywhere: for finding out what a step costs."""
        self.config = config
        self.device = device
        self.bf16 = bf16
        self.team = team
        with _born_on(device):
            self.network = Generator(architecture_of(config))
        _draw(self.network, seed=config.loop.seed)
        if config.start and fetch:
            _start_from(self.network, config.start)
        team.normalised(self.network, device=device)
        self._place(self.network)
        self.averaged = AveragedModel(self.network, decay=config.ema) if config.ema > 0 else None
        betas = (config.beta1, config.beta2)
        self.optimizer = Adam(self.network.parameters(), lr=config.rate, betas=betas, fused=device.type == "cuda")
        self._paint = team.joined(_Painting(self.network), device=device)
        if config.loop.compile:
            self._paint.compile()
        self.adversaries = self._adversaries(betas)
        self.features = None
        if config.reads_features:
            with _born_on(device):
                features = team.leader_first(
                    lambda: feature_network(config.perceptual_network, config.perceptual_layers, weights=fetch)
                )
            self.features = features.to(device)
        self.weights = PictureWeights(
            l1=config.l1,
            edges=config.edges,
            means=config.means,
            person=config.person_weight,
            paint=config.paint,
            share=config.share,
        )

    @property
    def painter(self) -> Generator:
        """The network that is looked at and exported: the moving average, where there is one."""
        if self.averaged is None:
            return self.network
        average = self.averaged.average
        assert isinstance(average, Generator)
        return average

    def modules(self) -> dict[str, nn.Module]:
        """Everything with weights, by name."""
        found: dict[str, nn.Module] = {"network": self.network}
        if self.averaged is not None:
            found["averaged"] = self.averaged
        return found | {adversary.name: adversary.network for adversary in self.adversaries}

    def optimizers(self) -> dict[str, Optimizer]:
        """The generator's Adam, and each discriminator's."""
        found: dict[str, Optimizer] = {"adam": self.optimizer}
        return found | {f"adam_{adversary.name}": adversary.optimizer for adversary in self.adversaries}

    def extra_state(self) -> dict[str, Any]:
        """The discriminators' pools."""
        return {adversary.name: adversary.pool.state() for adversary in self.adversaries}

    def load_extra_state(self, state: Mapping[str, Any]) -> None:
        """Put the pools back."""
        for adversary in self.adversaries:
            adversary.pool.load_state(state.get(adversary.name, {}), device=self.device)

    def inputs(self, batch: Batch, stage: Stage) -> Inputs:
        """A batch of `training/pair_batches.py` on the device; the maps are made there from the joints' places."""
        moved = {key: value.to(self.device, non_blocking=True) for key, value in batch.items()}
        condition = to_unit(moved["condition"])
        if self.network.architecture.condition_channels > PICTURE_CHANNELS:
            condition = torch.cat([condition, moved["holes"][:, None].float() / 255], dim=1)
        height, width = batch["target"].shape[1:3]
        points = moved["points"]
        maps = paired_pose_maps(
            points[:, 0], points[:, 1], size=(height, width), radius=stage.radius, sigma=stage.sigma
        )
        return Inputs(
            self._laid_out(condition),
            self._laid_out(maps),
            to_unit(moved["target"]),
            moved["person"][:, None].float() / 255,
            points[:, 1],
        )

    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        """One step of the generator, then one of each discriminator, as published; losses by part, on the device."""
        return self.learn(self.inputs(batch, stage_at(self.config, step)), step)

    def learn(self, given: Inputs, step: int) -> dict[str, Tensor]:
        """The same, with the inputs at hand."""
        rate = rate_at(self.config, step)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        painted, losses = self._losses(given)
        total = torch.stack(list(losses.values())).sum()
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        if self.config.clip > 0:
            nn.utils.clip_grad_norm_(self.network.parameters(), self.config.clip)
        self.optimizer.step()
        if self.averaged is not None:
            self.averaged.update(self.network)
        told = {key: value.detach() for key, value in losses.items()}
        own_rate = rate * (self.config.discriminator_rate or self.config.rate) / self.config.rate
        for adversary in self.adversaries:
            rng = np.random.default_rng((self.config.loop.seed, step, _POOL_NUMBERS[adversary.name]))
            told |= adversary.learn(
                given.target, painted.detach(), _against(adversary.name, given), rng=rng, rate=own_rate
            )
        return told

    def _losses(self, given: Inputs) -> tuple[Tensor, dict[str, Tensor]]:
        """The picture [B, 3, H, W] and the weighted parts of the generator's loss."""
        c = self.config
        self.network.train()
        with in_bf16(self.device, self.bf16):
            painted, raw = self._paint(given.condition, given.maps)
        painted = painted.float()
        losses = picture_losses(painted, given.target, person=given.person, weights=self.weights, team=self.team)
        if c.output_mask:
            losses |= mask_losses(
                raw.float(),
                given.condition[:, :PICTURE_CHANNELS],
                given.target,
                person=given.person,
                weights=self.weights,
                team=self.team,
            )
        if self.features is not None:
            losses |= self._feature_losses(painted, given.target)
        if c.parts > 0:
            losses["parts"] = c.parts * part_loss(painted, given.target, points=given.points)
        for adversary in self.adversaries:
            losses[f"gan_{adversary.name}"] = adversary.generator_loss(painted, _against(adversary.name, given))
        return painted, losses

    def _feature_losses(self, painted: Tensor, target: Tensor) -> dict[str, Tensor]:
        assert self.features is not None
        with in_bf16(self.device, self.bf16):
            ours = [f.float() for f in self.features(painted)]
            with torch.no_grad():
                theirs = [f.float() for f in self.features(target)]
        losses: dict[str, Tensor] = {}
        if self.config.perceptual > 0:
            losses["perceptual"] = self.config.perceptual * perceptual_loss(ours, theirs)
        if self.config.style > 0:
            losses["style"] = self.config.style * style_loss(ours, theirs)
        return losses

    def _adversaries(self, betas: tuple[float, float]) -> list[Adversary]:
        c = self.config
        weights = {"appearance": c.appearance, "shape": c.shape}
        made = []
        with _born_on(self.device):
            networks = discriminators_of(c)
        for number, (name, network) in enumerate(networks.items(), start=1):
            _draw(network, seed=c.loop.seed + number)
            self.team.normalised(network, device=self.device)
            self._place(network)
            made.append(
                Adversary(
                    name,
                    network,
                    kind=c.gan_loss,
                    # The mean of both scores, as published; a discriminator that counts twice does so in that mean.
                    weight=c.gan * weights[name] / 2,
                    rate=c.discriminator_rate or c.rate,
                    betas=betas,
                    pool=c.pool,
                    r1=c.r1,
                    device=self.device,
                    bf16=self.bf16,
                    spectral=c.spectral_norm,
                    team=self.team,
                )
            )
        return made

    def _place(self, network: nn.Module) -> None:
        network.to(self.device)
        if self.config.loop.channels_last:
            network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    def _laid_out(self, pictures: Tensor) -> Tensor:
        layout = torch.channels_last if self.config.loop.channels_last else torch.contiguous_format
        return pictures.contiguous(memory_format=layout)


def _against(name: str, given: Inputs) -> Tensor:
    """What a discriminator looks at beside the picture: the condition image, or the target pose's maps."""
    return given.condition[:, :PICTURE_CHANNELS] if name == "appearance" else given.maps[:, JOINT_COUNT:]


def _born_on(device: torch.device) -> AbstractContextManager[object]:
    """On the device without content, networks are made there: nothing is drawn that nobody looks at."""
    return device if device.type == "meta" else nullcontext()


def _draw(network: nn.Module, *, seed: int) -> None:
    if not any(parameter.is_meta for parameter in network.parameters()):
        initialise(network, seed=seed)


def _start_from(network: Generator, name: str) -> None:
    """Weights of a generator of the same make; WeightsError says in what another one differs."""
    loaded = read_generator(WeightsStore().find(name).path)
    mine, theirs = network.architecture, loaded.generator.architecture
    if mine != theirs:
        wanted = {key: value for key, value in theirs.to_json().items() if mine.to_json()[key] != value}
        raise WeightsError(
            "These weights are of another generator than the configuration's: theirs has {wanted}",
            where=name,
            hint="Change those settings, or start from other weights.",
            wanted=wanted,
        )
    network.load_state_dict(loaded.generator.state_dict())
