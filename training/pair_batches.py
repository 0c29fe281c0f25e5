"""Pairs as batches of bytes and points: which pairs a step trains on comes from the seed and the step alone."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from training.config import GeneratorConfig
from training.distributed import ALONE, Team
from training.pair_sources import PairSource
from training.pairs import Pair, recoloured
from training.schedule import draws_before, draws_of, stage_at, views_of

Batch = dict[str, Tensor]


class PairBatches:
    """The batches of a training; it holds no network, so worker processes can have it."""

    def __init__(self, config: GeneratorConfig, source: PairSource, *, team: Team = ALONE) -> None:
        self.config = config
        self.source = source
        self.rank, self.size = team.rank, team.size
        self._orders: dict[int, np.ndarray[tuple[int], np.dtype[np.int64]]] = {}

    def make(self, step: int) -> Batch:
        """This process's rows of the batch of a step, on the CPU.

        condition and target [B, H, W, 3] bytes, holes and person [B, H, W] bytes, points [B, 2, 18, 2] in pixels.
        """
        stage = stage_at(self.config, step)
        rows = Team(self.rank, self.size).rows(stage.count)
        views = views_of(self.config, stage.count)
        pairs: list[Pair] = []
        for group in range(rows.start // views, -(-rows.stop // views)):
            rng = np.random.default_rng((self.config.loop.seed, step, group))
            pair = self.source.pair(self._chosen(step, group), size=stage.size, rng=rng)
            seen = [
                recoloured(pair, rng=rng, colours=self.config.recolour, flip=self.config.flip) for _ in range(views)
            ]
            pairs += [view for number, view in enumerate(seen, start=group * views) if number in rows]
        return collate(pairs)

    def names(self, step: int) -> list[int]:
        """The numbers of the pairs of a step, over all processes."""
        draws = draws_of(self.config, stage_at(self.config, step).count)
        return [self._chosen(step, group) for group in range(draws)]

    def _chosen(self, step: int, group: int) -> int:
        # One pass over a shuffled list after the other, so that every pair is seen equally often.
        epoch, place = divmod(draws_before(self.config, step) + group, len(self.source))
        if epoch not in self._orders:
            # A batch may lie across the end of a list, no more: two lists are enough to keep.
            kept = sorted(self._orders)[-1:]
            self._orders = {number: self._orders[number] for number in kept}
            random = np.random.default_rng((self.config.loop.seed, epoch))
            self._orders[epoch] = random.permutation(len(self.source))
        return int(self._orders[epoch][place])


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


def trimmed(batch: Batch, *, team: Team = ALONE) -> Batch:
    """The batch without most of the white beside its people: as wide as the widest needs, a multiple of 4."""
    drawn = torch.minimum(batch["condition"].amin(dim=(1, 3)), batch["target"].amin(dim=(1, 3))) < 250  # [B, W]
    count, width = drawn.shape
    columns = torch.arange(width)
    left = torch.where(drawn, columns, width).amin(dim=1)
    right = torch.where(drawn, columns, -1).amax(dim=1)
    wanted = min(width, max(8, -(-(team.most(int((right - left).max())) + 9) // 4) * 4))
    starts = ((left + right + 1 - wanted) // 2).clamp(0, width - wanted)  # [B]
    rows = torch.arange(count)[:, None]
    chosen = starts[:, None] + torch.arange(wanted)  # [B, wanted]
    maps = {key: value for key, value in batch.items() if key != "points"}
    result = {key: value.transpose(1, 2)[rows, chosen].transpose(1, 2) for key, value in maps.items()}
    points = batch["points"].clone()
    points[..., 0] -= starts[:, None, None]
    return {**result, "points": points}
