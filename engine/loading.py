"""From a weights name or file to a model on a device."""

from __future__ import annotations

from pathlib import Path

from engine.openpose.checkpoints import read_pose_network
from engine.openpose.estimator import PoseEstimator
from engine.painter import Painter
from engine.patn.checkpoints import read_generator
from engine.runtime import choose_device
from engine.weights.store import WeightsStore
from engine.weights.table import EMBEDDED_POSE


def load_estimator(
    weights: str | Path = EMBEDDED_POSE, *, device: str = "auto", store: WeightsStore | None = None
) -> PoseEstimator:
    """A pose estimator by name (`repose-pose`, `openpose-body`, ...) or file. Raises WeightsError, DeviceError."""
    target = choose_device(device)
    found = (store or WeightsStore()).find(weights, kind="pose")
    return PoseEstimator(read_pose_network(found.path, sha256=found.sha256).network, device=target)


def load_masker(estimator: PoseEstimator, *, device: str = "auto", store: WeightsStore | None = None) -> PoseEstimator:
    """An estimator with a mask head: `estimator` itself, or the embedded one where it has none."""
    if estimator.network.architecture.mask_width:
        return estimator
    return load_estimator(device=device, store=store)


def load_painter(
    weights: str | Path, *, device: str = "auto", precision: str = "auto", store: WeightsStore | None = None
) -> Painter:
    """A generator by name (`repose-patn`, ...) or file. Raises WeightsError, DeviceError, UsageError."""
    target = choose_device(device)
    found = (store or WeightsStore()).find(weights, kind="generator")
    loaded = read_generator(found.path, sha256=found.sha256)
    return Painter(loaded, device=target, precision=precision, name=found.name)
