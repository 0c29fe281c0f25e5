"""Distances between sets: closed forms of known Gaussians, torchmetrics, and what is said where a network lacks."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from torchmetrics.image.fid import FrechetInceptionDistance
from torchmetrics.image.inception import InceptionScore

from engine.errors import WeightsError
from engine.openpose.checkpoints import read_pose_network
from engine.openpose.network import PUBLISHED, PoseNetwork
from tests.engine.small_models import small_estimator
from tests.training.judging.small_data import SIZE, prepared_folder
from training.judging import features
from training.judging.distances import training_sums
from training.judging.features import FeatureSums, PoseFeatures, batches, frechet_distance, inception_score
from training.judging.judge import Instruments
from training.judging.people import open_people

CPU = torch.device("cpu")


def exact(mean: np.ndarray, deviations: np.ndarray) -> FeatureSums:
    """A set of features of exactly this mean and these deviations, without covariances."""
    width = len(mean)
    signs = np.array([[1.0 if row >> bit & 1 else -1.0 for bit in range(width)] for row in range(2**width)])
    values = mean + signs * deviations * np.sqrt((len(signs) - 1) / len(signs))
    sums = FeatureSums(width)
    for part in np.array_split(values, 3):
        sums.add(part)
    return sums


def test_the_distance_of_two_known_gaussians() -> None:
    """Independent directions: the sum of (m1 - m2)^2 + (s1 - s2)^2."""
    means, deviations = np.array([[0.0, 1.0, -2.0], [1.0, 1.5, 0.0]]), np.array([[1.0, 2.0, 0.5], [3.0, 2.0, 0.25]])
    first, second = (exact(m, d) for m, d in zip(means, deviations, strict=True))
    assert np.allclose(first.mean, means[0]) and np.allclose(first.covariance, np.diag(deviations[0] ** 2))
    wanted = ((means[0] - means[1]) ** 2 + (deviations[0] - deviations[1]) ** 2).sum()
    assert frechet_distance(first, second) == pytest.approx(wanted)
    assert frechet_distance(first, first) == pytest.approx(0.0, abs=1e-9)


class Through(nn.Module):
    """Features that come as they are."""

    num_features = 6

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x


def test_the_distance_is_torchmetrics() -> None:
    rng = np.random.default_rng(2)
    mix = rng.normal(size=(6, 6))
    real, made = rng.normal(size=(90, 6)) @ mix, rng.normal(0.3, 1.2, size=(70, 6)) @ mix
    theirs = FrechetInceptionDistance(feature=Through()).set_dtype(torch.float64)
    theirs.update(torch.from_numpy(real), real=True)
    theirs.update(torch.from_numpy(made), real=False)
    sums = [FeatureSums(6), FeatureSums(6)]
    for one, values in zip(sums, (real, made), strict=True):
        one.add(values[:40])
        one.add(values[40:])
    assert frechet_distance(*sums) == pytest.approx(float(theirs.compute()), rel=1e-6)


def test_sums_are_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "more" / "sums.npz"
    sums = exact(np.array([1.0, 2.0]), np.array([0.5, 1.0]))
    assert FeatureSums.load(path) is None
    sums.save(path)
    kept = FeatureSums.load(path)
    assert kept is not None and kept.count == sums.count and np.array_equal(kept.covariance, sums.covariance)
    whole = path.read_bytes()
    for damaged in (b"PK nothing", whole[: len(whole) // 2], b""):
        path.write_bytes(damaged)
        assert FeatureSums.load(path) is None
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.filterwarnings("ignore:Metric `InceptionScore` will save")
def test_the_inception_score_of_sure_and_of_undecided_classes() -> None:
    rng = np.random.default_rng(1)
    classes = torch.from_numpy(np.repeat(np.arange(5), 40)[rng.permutation(200)])
    sure = nn.functional.one_hot(classes, 5).float() * 50
    assert 4.3 < inception_score(sure) <= 5.0001  # five classes, each as frequent in a split as chance has it
    assert inception_score(torch.zeros(200, 5)) == pytest.approx(1.0)
    score = InceptionScore(feature=nn.Identity(), splits=10)
    score.update(sure)
    torch.manual_seed(1)
    assert inception_score(sure) == pytest.approx(float(score.compute()[0]), rel=1e-6)
    before = torch.get_rng_state()
    inception_score(sure)
    assert torch.equal(before, torch.get_rng_state())


def test_our_features_stream_over_the_training_set_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network = read_pose_network(small_estimator(tmp_path / "pose.safetensors", mask=False)).network
    own = PoseFeatures(network, device=CPU, sha256="ab" * 32)
    people = open_people(prepared_folder(tmp_path / "data", people=6), split="train", cache=tmp_path)
    assert len(people) == 12
    instruments = Instruments(None, features=own)  # type: ignore[arg-type]  # nobody is looked for here
    sums = training_sums(people, instruments, size=SIZE, cache=tmp_path / "cache")["features"]
    pictures = np.stack([people[i].picture for i in range(12)])
    values = own(pictures)
    assert values.shape == (12, network.architecture.features) and sums.count == 12
    assert np.allclose(sums.mean, values.mean(axis=0)) and np.allclose(sums.covariance, np.cov(values.T), atol=1e-9)
    assert [len(b) for b in batches(iter(pictures))] == [8, 4]

    def never(self: PoseFeatures, pictures: np.ndarray) -> np.ndarray:
        raise AssertionError("the training set was gone through again")

    monkeypatch.setattr(PoseFeatures, "__call__", never)
    again = training_sums(people, instruments, size=SIZE, cache=tmp_path / "cache")["features"]
    assert np.array_equal(again.mean, sums.mean)


def test_published_pose_networks_have_no_features_of_ours() -> None:
    with torch.device("meta"):
        network = PoseNetwork(PUBLISHED)
    with pytest.raises(WeightsError, match="embedded"):
        PoseFeatures(network, device=CPU, sha256="0" * 64)


def test_what_lacks_is_said_with_what_brings_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path))
    lpips = features.load_lpips(device=CPU, fetch=False)
    inception = features.load_inception(device=CPU, fetch=False)
    assert isinstance(lpips, str) and "alexnet-owt-7be5be79.pth" in lpips and "--fetch" in lpips
    assert isinstance(inception, str) and "torch-fidelity" in inception

    (tmp_path / "checkpoints").mkdir()
    with monkeypatch.context() as patch:
        pytest.importorskip("torch_fidelity")
        patch.setattr(features, "_weights_problem", lambda *given, **more: "")
        torch.save(Path("not weights"), tmp_path / "checkpoints" / "weights-inception-2015-12-05-6726825d.pth")
        assert "something else" in str(features.load_inception(device=CPU, fetch=False))
    (tmp_path / "checkpoints" / "alexnet-owt-7be5be79.pth").write_bytes(b"other")
    assert "damaged" in str(features.load_lpips(device=CPU, fetch=False))

    def offline(*given: object, **more: object) -> None:
        raise OSError("no network")

    (tmp_path / "checkpoints" / "alexnet-owt-7be5be79.pth").unlink()
    monkeypatch.setattr(torch.hub, "download_url_to_file", offline)
    assert "no network" in str(features.load_lpips(device=CPU, fetch=True))


def test_a_file_is_known_by_the_digits_in_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path))
    (tmp_path / "checkpoints").mkdir()
    name = f"net-{hashlib.sha256(b'weights').hexdigest()[:8]}.pth"
    (tmp_path / "checkpoints" / name).write_bytes(b"weights")
    assert features._weights_problem(name, "address", fetch=False) == ""
