"""People in photos for the data set: joints and masks by the estimator, several photos at once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.images import Picture
from engine.skeleton import Pose

if TYPE_CHECKING:
    from engine.openpose.estimator import Estimate, PoseEstimator


@dataclass(frozen=True)
class Found:
    """What is known of a photo: the main person's joints, None for nobody; and the estimate that a mask is made of."""

    pose: Pose | None
    estimate: Estimate


class Finder:
    """The estimator, and another one for the masks where it has none. Loaded when first asked: many sources need none.

    Raises WeightsError and DeviceError at the first use.
    """

    def __init__(self, weights: str, *, device: str) -> None:
        self.weights = weights
        self.device = device
        self._estimator: PoseEstimator | None = None
        self._masker: PoseEstimator | None = None

    def find(self, pictures: Sequence[Picture], *, threads: Executor | None = None) -> list[Found]:
        """The people in photos, uint8 [H, W, 3] each, in their pixels."""
        estimator, masker = self._loaded()
        estimates = estimator.estimate_many(pictures, threads=threads)
        masks = estimates if masker is estimator else masker.estimate_many(pictures, threads=threads)
        return [
            Found(estimate.people[0].pose if estimate.people else None, mask)
            for estimate, mask in zip(estimates, masks, strict=True)
        ]

    def on_accelerator(self) -> bool:
        """Whether the estimator runs on something that many photos at once pay for."""
        return self._loaded()[0].device.type != "cpu"

    def digests(self) -> dict[str, str]:
        """sha256 of the weights that find joints and masks, by the name or file that they go by."""
        from engine.weights.store import WeightsStore
        from engine.weights.table import EMBEDDED_POSE

        estimator, masker = self._loaded()
        names = [self.weights] if masker is estimator else [self.weights, EMBEDDED_POSE]
        store = WeightsStore()
        return {name: store.find(name, kind="pose").sha256 for name in names}

    def _loaded(self) -> tuple[PoseEstimator, PoseEstimator]:
        if self._estimator is None or self._masker is None:
            from engine.loading import load_estimator, load_masker

            self._estimator = load_estimator(self.weights, device=self.device)
            self._masker = load_masker(self._estimator, device=self.device)
        return self._estimator, self._masker
