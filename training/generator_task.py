"""The generator's training on pairs from single photos (thesis 3.3, with the condition moved into the target pose)."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim import Adam, Optimizer

from engine.heatmaps import paired_pose_maps
from engine.patn.checkpoints import GeneratorHeader, write_generator
from engine.patn.generator import Generator, GeneratorArchitecture, initialise
from training.config import GeneratorConfig
from training.datasets import PhotoSet
from training.ema import AveragedModel
from training.generator_figures import Painter, figures, write_sheet
from training.losses import PictureWeights, mask_losses, picture_losses, to_unit
from training.pairs import Change, Pair, make_pair, recoloured

Batch = dict[str, Tensor]


class GeneratorTask:
    """A generator that mends photos moved limb by limb, on single photos with keypoints and masks."""

    name = "generator"

    def __init__(self, config: GeneratorConfig, *, device: torch.device, bf16: bool, cache: Path) -> None:
        """`cache` is a folder for the framed photos, which are made at the first use."""
        self.config = config
        self.device = device
        self.bf16 = bf16
        architecture = GeneratorArchitecture(
            ngf=config.ngf, blocks=config.blocks, condition_channels=4, output_mask=config.output_mask
        )
        self.network = Generator(architecture)
        initialise(self.network, seed=config.loop.seed)
        self.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.averaged = AveragedModel(self.network, decay=config.ema)
        self.optimizer = Adam(self.network.parameters(), lr=config.rate, betas=(0.9, 0.99))
        self.weights = PictureWeights(
            l1=config.l1, edges=config.edges, means=config.means, person=config.person_weight,
            paint=config.paint, share=config.share,
        )
        self.change = Change()
        self.people = PhotoSet(Path(config.data), split="train", cache=cache)
        self.held_out = PhotoSet(Path(config.data), split="val", cache=cache)

    def modules(self) -> dict[str, nn.Module]:
        """The network and its moving average."""
        return {"network": self.network, "averaged": self.averaged}

    def optimizers(self) -> dict[str, Optimizer]:
        """Adam over all weights."""
        return {"adam": self.optimizer}

    def _stage(self, step: int) -> tuple[tuple[int, int], int, int]:
        """The pictures' size, how many, and the radius of the keypoints' discs, at one step."""
        c = self.config
        if step < c.tiny_until * c.loop.steps:
            return (c.height // 4, c.width // 4), 2 * c.loop.batch, c.pose_radius // 4
        if step < c.small_until * c.loop.steps:
            return (c.height // 2, c.width // 2), c.loop.batch, c.pose_radius // 2
        return (c.height, c.width), max(1, round(c.loop.batch * c.large_batch)), c.pose_radius

    def make_batch(self, step: int) -> Batch:
        """condition and target [B, H, W, 3] bytes, holes and person [B, H, W] bytes, points [B, 2, 18, 2] in pixels."""
        size, count, _ = self._stage(step)
        views = min(self.config.views, count)
        pairs: list[Pair] = []
        for row in range(-(-count // views)):
            # One pass over a shuffled list after the other, so that every photo is seen equally often.
            epoch, place = divmod(step * -(-2 * self.config.loop.batch // views) + row, len(self.people))
            order = np.random.default_rng((self.config.loop.seed, epoch)).permutation(len(self.people))
            rng = np.random.default_rng((self.config.loop.seed, step, row))
            pair = make_pair(self.people[int(order[place])], size=size, change=self.change, rng=rng)
            pairs += [recoloured(pair, rng=rng) for _ in range(views)]
        batch = collate(pairs[:count])
        return trimmed(batch) if self.config.trim and size[0] < self.config.height else batch

    def step(self, batch: Batch, step: int) -> dict[str, float]:
        """One Adam step; losses by part."""
        rate = self._rate(step)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        _, _, radius = self._stage(step)
        condition, maps, target, person = self.inputs(batch, radius=radius)
        self.network.train()
        raw: list[Tensor] = []
        hook = self.network.stream1_up.register_forward_hook(lambda module, given, out: raw.append(out))
        with hook, torch.autocast(self.device.type, torch.bfloat16, enabled=self.bf16):
            painted = self.network(condition, maps)
        losses = picture_losses(painted.float(), target, person=person, weights=self.weights)
        if self.config.output_mask:
            losses |= mask_losses(raw[0].float(), condition[:, :3], target, person=person, weights=self.weights)
        total = torch.stack(list(losses.values())).sum()
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.averaged.update(self.network)
        return {key: float(value.detach()) for key, value in losses.items()}

    def inputs(self, batch: Batch, *, radius: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """A batch as the network wants it: condition [B, 4, H, W], maps [B, 36, H, W], target [B, 3, H, W] and person
        [B, 1, H, W]."""
        batch = {key: value.to(self.device) for key, value in batch.items()}
        holes = batch["holes"][:, None].float() / 255
        condition = torch.cat([to_unit(batch["condition"]), holes], dim=1)
        height, width = batch["holes"].shape[1:]
        points = batch["points"]
        maps = paired_pose_maps(points[:, 0], points[:, 1], size=(height, width), radius=radius)
        return (
            condition.contiguous(memory_format=torch.channels_last),
            maps.contiguous(memory_format=torch.channels_last),
            to_unit(batch["target"]),
            batch["person"][:, None].float() / 255,
        )

    def _rate(self, step: int) -> float:
        c = self.config
        if step < c.warm_up:
            return c.rate * (step + 1) / c.warm_up
        done = (step - c.warm_up) / max(1, c.loop.steps - c.warm_up)
        return c.rate_end + (c.rate - c.rate_end) * 0.5 * (1 + math.cos(math.pi * done))

    def evaluate(self) -> dict[str, float]:
        """The figures of `training/generator_figures.py` on the `val` split, or on the first photos of it."""
        count = self.config.evaluate_photos or len(self.held_out)
        return figures(self._painter(), self.held_out, count=count, change=self.change)

    def sample(self, path: Path) -> None:
        """A sheet of ten `val` photos in other `val` photos' poses."""
        write_sheet(self._painter(), self.held_out, path=path)

    def export(self, path: Path) -> None:
        """Write the averaged network as a generator's weights file."""
        c = self.config
        header = GeneratorHeader(
            name=f"Repose PATN, {c.ngf} channels, {c.blocks} blocks",
            trained_on=(
                f"{len(self.people)} photos of Clothing Co-Parsing (CCP), Yang, Luo and Lin, CVPR 2014, Apache 2.0"
            ),
            licence="Apache-2.0",
            condition="moved",
            size=(c.height, c.width),
            pose_radius=c.pose_radius,
            training={
                "recipe": "repose-train generator",
                "pairs": "single photos, moved limb by limb into a random pose and back",
                "steps": c.loop.steps,
                "batch": c.loop.batch,
                "seed": c.loop.seed,
                "small_until": c.small_until,
                "rate": [c.rate, c.rate_end],
                "losses": {"l1": c.l1, "edges": c.edges, "means": c.means, "person": c.person_weight, "paint": c.paint,
                           "share": c.share},
            },
        )
        write_generator(path, self._average(), header=header)

    def _painter(self) -> Painter:
        return Painter(
            self._average(), size=(self.config.height, self.config.width), radius=self.config.pose_radius,
            device=self.device,
        )

    def _average(self) -> Generator:
        average = self.averaged.average
        assert isinstance(average, Generator)
        return average


def trimmed(batch: Batch) -> Batch:
    """The batch without most of the white beside its people: as wide as the widest needs, a multiple of 4."""
    drawn = torch.minimum(batch["condition"].amin(dim=(1, 3)), batch["target"].amin(dim=(1, 3))) < 250  # [B, W]
    count, width = drawn.shape
    columns = torch.arange(width)
    left = torch.where(drawn, columns, width).amin(dim=1)
    right = torch.where(drawn, columns, -1).amax(dim=1)
    wanted = min(width, max(8, -(-(int((right - left).max()) + 9) // 4) * 4))
    starts = ((left + right + 1 - wanted) // 2).clamp(0, width - wanted)  # [B]
    rows = torch.arange(count)[:, None]
    chosen = starts[:, None] + torch.arange(wanted)  # [B, wanted]
    maps = {key: value for key, value in batch.items() if key != "points"}
    result = {key: value.transpose(1, 2)[rows, chosen].transpose(1, 2) for key, value in maps.items()}
    points = batch["points"].clone()
    points[..., 0] -= starts[:, None, None]
    return {**result, "points": points}


def collate(pairs: list[Pair]) -> Batch:
    """Pairs of one size as a batch of bytes and points; joints that are missing are NaN."""

    def stack(pictures: list[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]) -> Tensor:
        return torch.from_numpy(np.stack(pictures))

    points = [np.stack([pair.source_pose.points, pair.target_pose.points]) for pair in pairs]
    return {
        "condition": stack([pair.condition for pair in pairs]),
        "target": stack([pair.target for pair in pairs]),
        "holes": stack([np.rint(pair.holes * 255).astype(np.uint8) for pair in pairs]),
        "person": stack([np.rint(pair.person * 255).astype(np.uint8) for pair in pairs]),
        "points": torch.from_numpy(np.stack(points)).float(),
    }
