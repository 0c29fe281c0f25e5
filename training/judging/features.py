"""Figures on a network's features: Frechet distances and Inception score of sets, and LPIPS of two pictures.

FID: Heusel et al., *GANs trained by a two time-scale update rule converge to a local Nash equilibrium*, 2017.  It is
called FID on Inception's features alone; the same distance on our pose estimator's features has a name of its own.
"""

from __future__ import annotations

import hashlib
import io
import warnings
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from scipy.linalg import sqrtm
from torch import Tensor, nn

from engine.errors import WeightsError
from engine.files import make_folder, write_bytes
from engine.openpose.network import PoseNetwork
from engine.text import Text

Bytes = npt.NDArray[np.uint8]
Doubles = npt.NDArray[np.float64]
Lpips = Callable[[Bytes, Bytes], float]

FEWEST: Final = 100
"""With fewer pictures a distance between sets says more of their number than of the pictures."""
_BATCH: Final = 8
_HUB: Final = "checkpoints"
_ALEXNET: Final = ("alexnet-owt-7be5be79.pth", "https://download.pytorch.org/models/alexnet-owt-7be5be79.pth")
_INCEPTION: Final = (
    "weights-inception-2015-12-05-6726825d.pth",
    "https://github.com/toshas/torch-fidelity/releases/download/v0.2.0/weights-inception-2015-12-05-6726825d.pth",
)
_FETCH: Final = "repose-train evaluate ... --fetch"


class FeatureSums:
    """Mean and covariance of a stream of feature vectors, in memory that does not grow with their number."""

    def __init__(self, width: int) -> None:
        self.count = 0
        self._sum = np.zeros(width)
        self._products = np.zeros((width, width))

    def add(self, features: Doubles) -> None:
        """Enter [n, width] vectors."""
        self.count += len(features)
        self._sum += features.sum(axis=0)
        self._products += features.T @ features

    @property
    def mean(self) -> Doubles:
        """[width]"""
        return self._sum / max(1, self.count)

    @property
    def covariance(self) -> Doubles:
        """[width, width], of a sample."""
        return (self._products - self.count * np.outer(self.mean, self.mean)) / max(1, self.count - 1)

    def save(self, path: Path) -> None:
        """Keep the sums in a file, whole or not at all. Raises OutputError."""
        buffer = io.BytesIO()
        np.savez(buffer, count=self.count, sums=self._sum, products=self._products)
        make_folder(path.parent)
        write_bytes(path, buffer.getvalue())

    @classmethod
    def load(cls, path: Path) -> FeatureSums | None:
        """The sums from a file; None when there is none, or it cannot be read."""
        try:
            with np.load(path, allow_pickle=False) as file:
                found = cls(len(file["sums"]))
                found.count = int(file["count"])
                found._sum, found._products = file["sums"], file["products"]
                return found
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None


def frechet_distance(first: FeatureSums, second: FeatureSums) -> float:
    """The squared Frechet distance of the two Gaussians: |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2))."""
    c1, c2 = first.covariance, second.covariance
    root = sqrtm(c1 @ c2)
    way = float(((first.mean - second.mean) ** 2).sum())
    return max(0.0, way + float(np.trace(c1) + np.trace(c2) - 2 * np.trace(root).real))


class PoseFeatures:
    """The pose estimator's features F, averaged over the picture: what our own distance is measured on."""

    key: Final = "features"

    def __init__(self, network: PoseNetwork, *, device: torch.device, sha256: str) -> None:
        """`network` is the embedded estimator's; `sha256` that of its file, so that kept statistics fit."""
        if network.trunk is None:
            raise WeightsError("Feature distances need the embedded pose estimator", where="repose-pose")
        self._trunk = network.trunk.to(device).eval()
        self._multiple = network.multiple
        self._device = device
        self.name = f"pose-{sha256[:12]}"
        self.width = network.architecture.features

    @torch.inference_mode()
    def __call__(self, pictures: Bytes) -> Doubles:
        """[n, H, W, 3] bytes to [n, width]."""
        x = torch.from_numpy(pictures).to(self._device).permute(0, 3, 1, 2).flip(1).float() / 256 - 0.5  # [n, 3, H, W]
        height, width = x.shape[-2:]
        below, beside = -height % self._multiple, -width % self._multiple
        features, _ = self._trunk(nn.functional.pad(x, (0, beside, 0, below)))  # [n, F, h, w]
        result: Doubles = features.mean(dim=(2, 3)).double().cpu().numpy()
        return result


class InceptionFeatures:
    """Inception v3 of 2015 as FID and IS want it: 2048 features and 1008 logits of a picture."""

    key: Final = "fid"
    name: Final = "inception-2015"
    width: Final = 2048

    def __init__(self, network: nn.Module, *, device: torch.device) -> None:
        self._network = network.to(device).eval()
        self._device = device

    @torch.inference_mode()
    def both(self, pictures: Bytes) -> tuple[Doubles, Tensor]:
        """[n, H, W, 3] bytes to features [n, 2048] and logits [n, 1008]."""
        x = torch.from_numpy(pictures).to(self._device).permute(0, 3, 1, 2).contiguous()
        features, logits = self._network._torch_fidelity_forward(x)  # type: ignore[operator]
        flat: Doubles = features.reshape(len(pictures), -1).double().cpu().numpy()
        return flat, logits.float().cpu()

    def __call__(self, pictures: Bytes) -> Doubles:
        """The features alone."""
        return self.both(pictures)[0]


def inception_score(logits: Tensor, *, seed: int = 1) -> float:
    """The mean of torchmetrics' Inception score over its 10 splits, of logits [n, 1008]; the same in every call."""
    from torchmetrics.image.inception import InceptionScore

    with warnings.catch_warnings():
        # It says that it keeps what it is given; that was cut to a size before.
        warnings.simplefilter("ignore", UserWarning)
        score = InceptionScore(feature=nn.Identity(), splits=10)
    score.update(logits)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        mean, _ = score.compute()
    return float(mean)


def batches(pictures: Iterable[Bytes]) -> Iterable[Bytes]:
    """Pictures of one size, a few at a time: [n, H, W, 3]."""
    some: list[Bytes] = []
    for picture in pictures:
        some.append(picture)
        if len(some) == _BATCH:
            yield np.stack(some)
            some = []
    if some:
        yield np.stack(some)


def load_lpips(*, device: torch.device, fetch: bool) -> Lpips | str:
    """LPIPS of torchmetrics with AlexNet; or a sentence that says what it lacks and what brings that."""
    problem = _weights_problem(*_ALEXNET, fetch=fetch)
    if problem:
        return Text("LPIPS needs AlexNet's weights: {problem}", problem=problem)
    from torchmetrics.functional.image.lpips import _LPIPS

    network = _LPIPS(pretrained=True, net="alex").to(device).eval()

    def compare(first: Bytes, second: Bytes) -> float:
        with torch.inference_mode():
            x, y = (
                torch.from_numpy(p).to(device).permute(2, 0, 1)[None].float() / 127.5 - 1.0 for p in (first, second)
            )
            return float(network(x, y, normalize=False))

    return compare


def load_inception(*, device: torch.device, fetch: bool) -> InceptionFeatures | str:
    """Inception for FID and IS; or a sentence that says what is lacking and what brings it."""
    from torchmetrics.image.fid import NoTrainInceptionV3
    from torchmetrics.utilities.imports import _TORCH_FIDELITY_AVAILABLE

    if not _TORCH_FIDELITY_AVAILABLE:
        return Text("FID and IS need the package torch-fidelity: `pip install torch-fidelity` brings it")
    problem = _weights_problem(*_INCEPTION, fetch=fetch)
    if problem:
        return Text("FID and IS need the weights of Inception v3 (2015): {problem}", problem=problem)
    path = _hub_file(_INCEPTION[0])
    try:
        # torch-fidelity opens the file without looking what it holds; what is not weights alone ends here.
        torch.load(path, map_location="meta", weights_only=True)
    except Exception as reason:  # torch names no set of errors for a file that holds something else
        return Text(
            "FID and IS need the weights of Inception v3 (2015), and {path} holds something else ({reason})",
            path=path,
            reason=str(reason),
        )
    wanted = ["2048", "logits_unbiased"]
    return InceptionFeatures(NoTrainInceptionV3("inception-v3-compat", wanted, str(path)), device=device)


def _hub_file(name: str) -> Path:
    return Path(torch.hub.get_dir()) / _HUB / name


def _weights_problem(name: str, address: str, *, fetch: bool) -> str:
    """Why a published file of weights cannot be used, and what brings it; empty when it is there and whole.

    The first digits of its sha256 are the last part of its name, as PyTorch's own files have it.
    """
    path = _hub_file(name)
    if not path.is_file() and fetch:
        make_folder(path.parent)
        try:
            torch.hub.download_url_to_file(address, str(path), hash_prefix=_digits(name), progress=False)
        except (OSError, RuntimeError) as problem:
            return Text(
                "{address} could not be fetched ({problem}); put the file into {folder}",
                address=address,
                problem=str(problem),
                folder=path.parent,
            )
    if not path.is_file():
        return Text(
            "{name} is not in {folder}; `{command}` brings it where there is a network ({address})",
            name=name,
            folder=path.parent,
            command=_FETCH,
            address=address,
        )
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    if not digest.hexdigest().startswith(_digits(name)):
        return Text(
            "{path} is damaged; take it away, and `{command}` brings it where there is a network",
            path=path,
            command=_FETCH,
        )
    return ""


def _digits(name: str) -> str:
    return Path(name).stem.rpartition("-")[2]
