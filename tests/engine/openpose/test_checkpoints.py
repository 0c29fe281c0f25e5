from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from engine.errors import OutputError, WeightsError
from engine.openpose.checkpoints import holds_pose_network, read_pose_network, write_pose_network
from engine.openpose.network import PUBLISHED, PoseArchitecture, PoseNetwork
from engine.weights.tensors import read_weights_file, write_weights_file

SMALL = PoseArchitecture(
    widths=(4, 4, 6, 6, 8),
    depths=(1, 1, 1, 3, 1),
    trunk="pyramid",
    features=8,
    neck=0,
    stages=2,
    first_width=6,
    first_hidden=8,
    later_width=6,
    later_kernel=3,
    later_depth=2,
    norm="batch",
    mask_width=4,
)
HEADER = {"name": "small", "trained_on": "nothing", "licence": "CC0-1.0"}


def small(seed: int = 0) -> PoseNetwork:
    torch.manual_seed(seed)
    return PoseNetwork(SMALL).eval()


@pytest.fixture(scope="module")
def published() -> Iterator[dict[str, Tensor]]:
    """Random weights under the published names; halves, so that the files are half as large."""
    with torch.device("meta"):
        shapes = {name: tensor.shape for name, tensor in PoseNetwork(PUBLISHED).state_dict().items()}
    random = torch.Generator().manual_seed(4)
    yield {name: (torch.rand(shape, generator=random) - 0.5).half() for name, shape in shapes.items()}


def wrapped(name: str) -> str:
    """The name as code round the published file has it: `model0.` for the trunk, `model<stage>_<branch>.` after it."""
    layer = name.split(".")[0]
    if "_L" not in layer:
        return f"model0.{name}"
    stage = layer.split("stage")[1][0] if "stage" in layer else "1"
    return f"model{stage}_{layer[-1]}.{name}"


@pytest.mark.parametrize("form", ["plain", "wrapped", "module"])
def test_published_files_load_by_name(published: dict[str, Tensor], tmp_path: Path, form: str) -> None:
    path = tmp_path / "body_pose_model.pth"
    before = {"plain": "", "wrapped": "", "module": "module."}[form]
    names = {name: before + (name if form == "plain" else wrapped(name)) for name in published}
    torch.save({names[name]: tensor for name, tensor in published.items()}, path)
    assert holds_pose_network(read_weights_file(path))
    loaded = read_pose_network(path)
    path.unlink()
    assert loaded.network.architecture == PUBLISHED and not loaded.network.training
    assert len(loaded.sha256) == 64
    for name, tensor in loaded.network.state_dict().items():
        assert tensor.dtype == torch.float32
        assert torch.equal(tensor, published[name].float()), name


def test_a_published_file_must_be_whole_and_nothing_else(published: dict[str, Tensor], tmp_path: Path) -> None:
    path = tmp_path / "body.pth"
    # A few tensors are enough to be refused, with a word on what is wrong.
    few = {name: published[name] for name in ("conv1_1.weight", "Mconv1_stage2_L1.weight")}
    torch.save(few, path)
    with pytest.raises(WeightsError, match="182 of its 184 tensors are missing"):
        read_pose_network(path)
    torch.save({"weight": torch.zeros(3)}, path)
    assert not holds_pose_network(read_weights_file(path))
    with pytest.raises(WeightsError, match="not the weights of a pose network"):
        read_pose_network(path)


def test_ours_there_and_back(tmp_path: Path) -> None:
    path, network = tmp_path / "small.safetensors", small()
    # Running statistics that training has moved.
    with torch.no_grad():
        network.train()(torch.rand(2, 3, 64, 64) - 0.5)
    network.eval()
    write_pose_network(path, network, header=HEADER)
    loaded = read_pose_network(path)
    assert loaded.network.architecture == SMALL and not loaded.network.training
    assert {key: loaded.header[key] for key in HEADER} == HEADER
    for name, tensor in network.state_dict().items():
        given = loaded.network.state_dict()[name]
        assert given.dtype == tensor.dtype
        exact = not tensor.is_floating_point() or ".running_" in name
        assert torch.equal(given, tensor if exact else tensor.half().float()), name
    x = torch.rand(1, 3, 64, 32) - 0.5
    with torch.inference_mode():
        torch.testing.assert_close(loaded.network(x).maps[-1], network(x).maps[-1], atol=5e-3, rtol=5e-3)
    write_pose_network(tmp_path / "again.safetensors", loaded.network, header=HEADER)
    assert (tmp_path / "again.safetensors").read_bytes() == path.read_bytes()
    assert read_pose_network(path, sha256=loaded.sha256).sha256 == loaded.sha256
    with pytest.raises(WeightsError):
        read_pose_network(path, sha256="0" * 64)


def test_a_header_cannot_say_what_the_file_is_not(tmp_path: Path) -> None:
    path = tmp_path / "odd.safetensors"
    tensors = {name: tensor.contiguous() for name, tensor in small().state_dict().items()}
    good = {"format": "repose-pose", "version": 1, "architecture": SMALL.to_json()}
    wrong = [
        ({**good, "format": "repose-patn"}, "repose-patn"),
        ({**good, "version": 2}, "version 2"),
        ({**good, "architecture": None}, "does not describe"),
        ({**good, "architecture": {**SMALL.to_json(), "colour": 1}}, "does not describe"),
        ({**good, "architecture": {**SMALL.to_json(), "widths": [9000, 4, 6, 6, 8]}}, "too large"),
        ({**good, "architecture": {**SMALL.to_json(), "widths": [4, 4, 6]}}, "does not describe"),
        ({**good, "architecture": {**SMALL.to_json(), "widths": [4, -4, 6, 6, 8]}}, "does not describe"),
        ({**good, "architecture": {**SMALL.to_json(), "widths": []}}, "does not describe"),
        ({**good, "architecture": {**SMALL.to_json(), "stages": "many"}}, "does not describe"),
        ({**good, "architecture": {**SMALL.to_json(), "stages": 0}}, "does not describe"),
        ({**good, "architecture": {**SMALL.to_json(), "first_width": 10**9}}, "does not describe|too large"),
        ({**good, "architecture": {**SMALL.to_json(), "trunk": "oak"}}, "does not describe"),
        ({**good, "architecture": {**SMALL.to_json(), "norm": "layer"}}, "does not describe"),
        ({**good, "architecture": {**SMALL.to_json(), "features": 12}}, r"not \["),
        ({**good, "architecture": {**SMALL.to_json(), "stages": 3}}, "missing"),
        ({**good, "architecture": {**SMALL.to_json(), "stages": 1}}, "too many"),
    ]
    for header, words in wrong:
        write_weights_file(path, tensors, header=header)
        with pytest.raises(WeightsError, match=words) as raised:
            read_pose_network(path)
        assert str(path) in str(raised.value) and "\n" not in str(raised.value)


def test_weights_must_be_numbers(tmp_path: Path) -> None:
    network = small()
    with torch.no_grad():
        next(network.parameters()).view(-1)[0] = float("nan")
    with pytest.raises(OutputError, match="not finite"):
        write_pose_network(tmp_path / "bad.safetensors", network, header=HEADER)
    assert not list(tmp_path.iterdir())
    tensors = {name: tensor.contiguous() for name, tensor in network.state_dict().items()}
    header = {"format": "repose-pose", "version": 1, "architecture": SMALL.to_json()}
    write_weights_file(tmp_path / "bad.safetensors", tensors, header=header)
    with pytest.raises(WeightsError, match="not numbers"):
        read_pose_network(tmp_path / "bad.safetensors")
    large = small()
    with torch.no_grad():
        next(large.parameters()).view(-1)[0] = 1e6
    with pytest.raises(OutputError, match="not finite"):
        write_pose_network(tmp_path / "large.safetensors", large, header=HEADER)


def test_somebody_elses_safetensors(tmp_path: Path) -> None:
    path = tmp_path / "other.safetensors"
    save_file({"conv.weight": torch.zeros(3)}, path)
    with pytest.raises(WeightsError, match="not the weights of a pose network"):
        read_pose_network(path)
