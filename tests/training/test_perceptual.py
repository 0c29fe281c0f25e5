"""Losses between features, and structural similarity over the body's parts, against closed forms and other programs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from skimage.metrics import structural_similarity
from torch import nn

from engine.errors import UsageError, WeightsError
from engine.openpose.checkpoints import read_pose_network
from engine.skeleton import Joint
from engine.weights.store import WeightsStore
from tests.drawn_person import standing
from training.body_similarity import part_loss, part_maps, ssim_map
from training.estimator_task import to_input
from training.perceptual import Features, feature_network, gram, perceptual_loss, style_loss, vgg19_layer

# --- Features. ---


def test_layers_of_vgg19_are_where_torchvision_has_them() -> None:
    from torchvision.models import vgg19  # type: ignore[import-untyped]

    with torch.device("meta"):
        layers = vgg19().features
    kinds = {"conv": nn.Conv2d, "relu": nn.ReLU, "pool": nn.MaxPool2d}
    assert vgg19_layer("relu1_2") == 3 and vgg19_layer("conv3_1") == 10 and vgg19_layer("pool5") == 36
    for name in ("conv1_1", "relu1_2", "pool1", "relu2_2", "conv3_4", "relu4_1", "pool4", "conv5_4", "relu5_4"):
        assert isinstance(layers[vgg19_layer(name)], kinds[name[:4]]), name
    ours = feature_network("vgg19", ["pool5"], weights=False).layers
    with torch.device("meta"):
        theirs = vgg19().features
    assert [tuple(p.shape) for p in ours.parameters()] == [tuple(p.shape) for p in theirs.parameters()]
    assert [type(layer) for layer in ours] == [type(layer) for layer in theirs]


@pytest.mark.parametrize("name", ["relu6_1", "relu1_3", "relu", "", "fc6"])
def test_no_such_layer(name: str) -> None:
    with pytest.raises(UsageError, match="no layer"):
        vgg19_layer(name)


def test_features_of_the_network_in_the_box() -> None:
    features = feature_network("repose-pose", ["level2", "level1"])
    bytes_ = torch.randint(0, 256, (1, 3, 32, 48), dtype=torch.uint8)
    first, second = features(bytes_.float() / 127.5 - 1)
    trunk = read_pose_network(WeightsStore().find("repose-pose").path).network.trunk
    assert trunk is not None
    with torch.no_grad():
        wanted = trunk.levels[0](to_input(bytes_))
        assert torch.allclose(second, wanted, atol=1e-4)
        assert torch.allclose(first, trunk.levels[1](wanted), atol=1e-4)
    assert not any(parameter.requires_grad for parameter in features.parameters())
    for layers, words in ((["level9"], "level9"), (["relu1_2"], "relu1_2"), ([], "No layer")):
        with pytest.raises(UsageError, match=words):
            feature_network("repose-pose", layers)
    with pytest.raises(UsageError, match="no features of 'alexnet'"):
        feature_network("alexnet", ["relu1_1"])


def test_without_network_or_weights_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with pytest.raises(WeightsError, match="VGG-19 are not on this computer") as raised:
        feature_network("vgg19", ["relu1_2"])
    assert "perceptual_network=repose-pose" in str(raised.value) and "\n" not in str(raised.value)


def test_feature_losses_in_closed_form() -> None:
    identity = Features(nn.Sequential(nn.Identity()), [0], mean=(0.5,) * 3, scale=(0.25,) * 3, bgr=True)
    zeros, halves = torch.zeros(1, 3, 4, 4), torch.full((1, 3, 4, 4), 0.5)
    # [-1, 1] to [0, 1] halves the difference, the deviation of 1/4 makes it four times as large.
    assert float(perceptual_loss(identity(zeros), identity(halves))) == pytest.approx(0.5 / 2 / 0.25)
    ramp = torch.arange(3.0).view(1, 3, 1, 1).expand(1, 3, 2, 2)
    assert torch.equal(identity(2 * ramp - 1)[0][:, 0], (ramp[:, 2] - 0.5) / 0.25)
    features = torch.tensor([[[[1.0, 2.0]], [[3.0, 4.0]]]])  # [1, 2, 1, 2]
    assert torch.allclose(gram(features), torch.tensor([[[5.0, 11.0], [11.0, 25.0]]]) / 4)
    # Where things are does not matter for style, what they are does.
    assert float(style_loss([features], [features.flip(3)])) == 0
    assert float(style_loss([features], [2 * features])) == pytest.approx(3 * (5 + 11 + 11 + 25) / 4 / 4)
    assert float(perceptual_loss([zeros, zeros], [zeros, halves])) == pytest.approx(0.25)


# --- Structural similarity. ---


def test_similarity_is_that_of_scikit_image() -> None:
    rng = np.random.default_rng(0)
    one, other = rng.random((40, 36)) * 2 - 1, rng.random((40, 36)) * 2 - 1
    other = 0.7 * one + 0.3 * other
    _, theirs = structural_similarity(
        one, other, data_range=2, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, full=True
    )
    tensors = [torch.from_numpy(picture)[None, None] for picture in (one, other)]
    ours = ssim_map(*tensors)[0, 0].numpy()
    # Their borders are mirrored with the edge, ours without: the same inside.
    assert np.allclose(ours[5:-5, 5:-5], theirs[5:-5, 5:-5], atol=1e-6)
    assert torch.allclose(ssim_map(tensors[0], tensors[0]), torch.ones(1, 1, 40, 36, dtype=torch.float64))


def test_parts_lie_where_the_body_is() -> None:
    points = torch.from_numpy(standing().points.copy()).float()[None]
    maps = part_maps(points, (256, 176))
    assert maps.shape == (1, 11, 256, 176) and (maps.sum(dim=(2, 3)) > 100).all()
    for joint in (Joint.NOSE, Joint.LEFT_WRIST, Joint.RIGHT_KNEE, Joint.LEFT_HIP):
        x, y = (int(v) for v in points[0, joint])
        assert maps[0, :, y, x].max() == 1
    assert maps[0, :, 5, 5].max() == 0
    points[0, Joint.LEFT_WRIST] = torch.nan
    assert int((part_maps(points, (256, 176)).sum(dim=(2, 3)) == 0).sum()) == 1
    # Half the picture, half the body: a quarter of the pixels.
    small = part_maps(torch.from_numpy(standing().points.copy()).float()[None] / 2, (128, 88))
    assert float(small.sum()) == pytest.approx(float(maps.sum()) / 4, rel=0.1)


def test_each_part_counts_alike() -> None:
    points = torch.from_numpy(standing().points.copy()).float()[None]
    target = torch.rand(1, 3, 256, 176) * 2 - 1
    assert float(part_loss(target, target, points=points)) == pytest.approx(0, abs=1e-5)
    nobody = torch.full((1, 18, 2), torch.nan)
    assert float(part_loss(-target, target, points=nobody)) == 0
    spoilt = target.clone()
    spoilt[..., 90:130, 40:75] = 0  # an arm
    one = float(part_loss(spoilt, target, points=points))
    assert 0.05 < one < 0.4
    beside = target.clone()
    beside[..., :30, :40] = 0
    assert float(part_loss(beside, target, points=points)) < 0.01


def test_part_losses_have_slopes_everywhere_on_the_body() -> None:
    points = torch.from_numpy(standing().points.copy()).float()[None]
    painted = (torch.rand(1, 3, 256, 176) * 2 - 1).requires_grad_()
    part_loss(painted, torch.zeros(1, 3, 256, 176), points=points).backward()
    assert painted.grad is not None and torch.isfinite(painted.grad).all()
    x, y = (int(v) for v in points[0, Joint.LEFT_ELBOW])
    assert painted.grad[0, :, y, x].abs().min() > 0
