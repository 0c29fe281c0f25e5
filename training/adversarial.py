"""The adversarial part of the generator's training (Zhu et al., CVPR 2019, section 3.3; thesis 3.3).

Two discriminators judge every picture, beside the condition image and beside the target pose. Least squares as in the
published DeepFashion training, or cross-entropy as in that of Market-1501.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm
from torch.optim import Adam

from engine.patn.discriminators import Discriminator
from training.distributed import ALONE, Team
from training.hardware import in_bf16

PICTURE_CHANNELS = 3


def gan_loss(scores: Tensor, *, real: bool, kind: str) -> Tensor:
    """How far scores are from calling every picture real, or generated.

    :param scores: of any shape; for cross-entropy, logits: what stands before a sigmoid.
    :param kind: ``least-squares``: mean of (score - wanted)^2; ``cross-entropy``: mean of -log of the probability.
    :returns: a scalar of at least 0.
    """
    wanted = torch.full_like(scores, float(real))
    if kind == "least-squares":
        return F.mse_loss(scores, wanted)
    if kind == "cross-entropy":
        return F.binary_cross_entropy_with_logits(scores, wanted)
    raise ValueError(f"there is no adversarial loss called {kind!r}")


class ImagePool:
    """Generated pictures of earlier steps, which a discriminator is shown again (Shrivastava et al., CVPR 2017).

    As published: until the pool is full, pictures pass through and are kept; from then on, half of them change places
    with one that was kept.
    """

    def __init__(self, size: int) -> None:
        """`size` 0 lets everything through."""
        self.size = size
        self._places: Tensor | None = None
        self._filled = 0

    @property
    def kept(self) -> Tensor | None:
        """``[n, C, H, W]`` what is kept; None at first."""
        return None if self._places is None else self._places[: self._filled]

    def query(self, pictures: Tensor, *, rng: np.random.Generator) -> Tensor:
        """What to show: ``[B, C, H, W]`` for ``[B, C, H, W]``, without history. Another size empties the pool."""
        pictures = pictures.detach()
        if self.size == 0:
            return pictures
        if self._places is None or self._places.shape[1:] != pictures.shape[1:]:
            self._places = pictures.new_empty((self.size, *pictures.shape[1:]))
            self._filled = 0
        shown = []
        for picture in pictures:
            if self._filled < self.size:
                self._places[self._filled] = picture
                self._filled += 1
            elif rng.random() < 0.5:
                place = int(rng.integers(self.size))
                kept = self._places[place].clone()
                self._places[place] = picture
                picture = kept
            shown.append(picture)
        return torch.stack(shown)

    def state(self) -> dict[str, Any]:
        """What a checkpoint keeps."""
        return {} if self.kept is None else {"kept": self.kept.clone()}

    def load_state(self, state: Mapping[str, Any], *, device: torch.device) -> None:
        """Put back what :meth:`state` gave."""
        kept = state.get("kept")
        self._places, self._filled = None, 0
        if kept is not None:
            self._filled = min(self.size, len(kept))
            self._places = torch.empty((self.size, *kept.shape[1:]), dtype=kept.dtype, device=device)
            self._places[: self._filled] = kept[: self._filled].to(device)


class _Verdict(nn.Module):
    """Both scores in one call, which is what gradients are averaged over processes by."""

    def __init__(self, discriminator: Discriminator) -> None:
        super().__init__()
        self.discriminator = discriminator

    def forward(self, real: Tensor, fake: Tensor) -> tuple[Tensor, Tensor]:
        """``[B, C, H, W]`` twice, picture and what it is judged against, to scores ``[B, 4 ndf, H/4, W/4]`` twice."""
        return tuple(  # type: ignore[return-value]
            self.discriminator(both[:, :PICTURE_CHANNELS], both[:, PICTURE_CHANNELS:]) for both in (real, fake)
        )


class Adversary:
    """One discriminator with its optimiser and its pool."""

    def __init__(
        self,
        name: str,
        discriminator: Discriminator,
        *,
        kind: str,
        weight: float,
        rate: float,
        betas: tuple[float, float],
        pool: int,
        r1: float,
        device: torch.device,
        bf16: bool,
        spectral: bool = False,
        team: Team = ALONE,
    ) -> None:
        """`weight` is what its score counts in the generator's loss; the discriminator's own is scaled alike."""
        if spectral:
            for module in discriminator.modules():
                if isinstance(module, nn.Conv2d):
                    spectral_norm(module)
        self.name = name
        self.network = discriminator
        self.kind = kind
        self.weight = weight
        self.r1 = r1
        self.device = device
        self.bf16 = bf16
        self.team = team
        self.pool = ImagePool(pool)
        self.optimizer = Adam(discriminator.parameters(), lr=rate, betas=betas, fused=device.type == "cuda")
        self._verdict = team.joined(_Verdict(discriminator), device=device)

    def generator_loss(self, picture: Tensor, against: Tensor) -> Tensor:
        """How far the discriminator is from taking the pictures for real ones; it learns nothing by this.

        :param picture: ``[B, 3, H, W]`` in [-1, 1], generated.
        :param against: ``[B, C, H, W]`` condition image, or maps of the target pose.
        """
        self.network.requires_grad_(False).train()
        with in_bf16(self.device, self.bf16):
            scores = self.network(picture, against)
        self.network.requires_grad_(True)
        return self.weight * gan_loss(scores.float(), real=True, kind=self.kind)

    def learn(
        self, real: Tensor, generated: Tensor, against: Tensor, *, rng: np.random.Generator, rate: float
    ) -> dict[str, Tensor]:
        """One step of the discriminator: real pictures from generated ones, some of those from earlier steps.

        :param real, generated: ``[B, 3, H, W]`` in [-1, 1].
        :param against: ``[B, C, H, W]``, the same for both.
        :returns: ``d_NAME``, the mean of both losses before any weight (least squares: 0.25 for a discriminator that
            cannot tell, 0 for one that always can), and ``r1_NAME`` where that penalty counts.
        """
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        truth = torch.cat([real, against], dim=1)
        # One pool for all processes: they keep the same pictures and draw the same numbers.
        shown = self.pool.query(self.team.gathered(torch.cat([generated.detach(), against], dim=1)), rng=rng)
        own = self.team.rows(len(shown))
        shown = shown[own.start : own.stop]
        truth.requires_grad_(self.r1 > 0)
        self.network.train()
        with in_bf16(self.device, self.bf16):
            true_scores, shown_scores = self._verdict(truth, shown)
        loss = 0.5 * (
            gan_loss(true_scores.float(), real=True, kind=self.kind)
            + gan_loss(shown_scores.float(), real=False, kind=self.kind)
        )
        losses = {f"d_{self.name}": loss.detach()}
        total = self.weight * loss
        if self.r1 > 0:
            penalty = self.r1 * r1_penalty(true_scores.float(), truth)
            losses[f"r1_{self.name}"] = penalty.detach()
            total = total + penalty
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        self.optimizer.step()
        return losses


def r1_penalty(scores: Tensor, inputs: Tensor) -> Tensor:
    """Half the squared slope of each picture's mean score, averaged over the batch (Mescheder et al., ICML 2018).

    :param scores: ``[B, ...]``, made from ``inputs``.
    :param inputs: ``[B, C, H, W]`` that require gradients.
    """
    means = scores.flatten(1).mean(dim=1).sum()
    (slopes,) = torch.autograd.grad(means, inputs, create_graph=True)
    return 0.5 * slopes.flatten(1).square().sum(dim=1).mean()
