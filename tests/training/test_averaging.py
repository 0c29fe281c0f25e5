"""Means of weights files: the numbers, what the header says, and what is refused."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.openpose.calibration import Calibration
from engine.openpose.checkpoints import read_pose_network, write_pose_network
from engine.openpose.network import COMPACT, PoseNetwork
from engine.patn.checkpoints import GeneratorHeader, read_generator, write_generator
from engine.patn.generator import Generator, GeneratorArchitecture, initialise
from engine.skeleton import JOINT_COUNT
from engine.weights.tensors import read_weights_file
from training.averaging import joined, mean
from training.cli import main

SMALL = GeneratorArchitecture(ngf=4, blocks=1)
HEADER = GeneratorHeader("small", "10 photos of A (B, 2014; Apache 2.0)", "Apache-2.0", training={"seed": 1})
POSE = dataclasses.replace(COMPACT, widths=(4,) * 5, depths=(1,) * 5, mask_width=4)


def a_generator(
    path: Path, *, seed: int, architecture: GeneratorArchitecture = SMALL, half: bool = True, **said: Any
) -> Path:
    generator = Generator(architecture)
    initialise(generator, seed=seed)
    write_generator(path, generator, header=dataclasses.replace(HEADER, **said), half=half)
    return path


def a_pose_network(path: Path, *, seed: int, **said: str) -> Path:
    torch.manual_seed(seed)
    network = PoseNetwork(POSE)
    for name, buffer in network.named_buffers():
        if name.endswith(("running_mean", "running_var")):
            buffer += seed
        if name.endswith("num_batches_tracked"):
            buffer.fill_(100 * seed)
    network.calibration = Calibration((0.0, 1.0), ((0.0, 1.0),) * JOINT_COUNT, 0.3)
    header = {"name": "pose", "trained_on": "10 photos", "licence": "Apache-2.0", "recipe": "x"} | said
    write_pose_network(path, network, header=header)
    return path


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["mean", *arguments]) == 2
    text = capsys.readouterr().err
    assert text.startswith("repose-train: ") and text.count("\n") == 1
    return text


def test_a_mean_of_generators(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = a_generator(tmp_path / "one.safetensors", seed=1)
    two = a_generator(
        tmp_path / "two.safetensors", seed=2, training={"seed": 2}, trained_on=f"{HEADER.trained_on}; 20 drawings"
    )
    out = tmp_path / "new" / "mean.safetensors"
    assert main(["mean", str(one), str(two), "--shares", "0.25", "0.75", "--out", str(out)]) == 0
    assert "0.25 of one.safetensors, 0.75 of two.safetensors" in capsys.readouterr().err
    files = [read_weights_file(path) for path in (one, two, out)]
    for name, tensor in files[2].tensors.items():
        first, second = (file.tensors[name].float() for file in files[:2])
        assert tensor.dtype == files[0].tensors[name].dtype
        torch.testing.assert_close(tensor, (0.25 * first + 0.75 * second).to(tensor.dtype))
    made = read_generator(out)
    assert made.header.trained_on == f"{HEADER.trained_on}; 20 drawings"
    assert (made.header.name, made.header.licence) == ("small", "Apache-2.0")
    assert made.header.training == {
        "recipe": "repose-train mean",
        "mean_of": [
            {"sha256": files[0].sha256, "share": 0.25, "training": {"seed": 1}},
            {"sha256": files[1].sha256, "share": 0.75, "training": {"seed": 2}},
        ],
    }


def test_shares_are_equal_where_none_are_given(tmp_path: Path) -> None:
    paths = [a_generator(tmp_path / f"{seed}.safetensors", seed=seed, half=False) for seed in (1, 2, 3)]
    out = tmp_path / "mean.safetensors"
    assert main(["mean", *map(str, paths), "--out", str(out)]) == 0
    name = "stream1_down.1.weight"
    stack = torch.stack([read_weights_file(path).tensors[name] for path in paths])
    made = read_weights_file(out).tensors[name]
    assert made.dtype == torch.float32  # as all its sources
    torch.testing.assert_close(made, stack.mean(dim=0))


def test_a_mean_of_pose_networks_has_no_calibration_of_theirs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = a_pose_network(tmp_path / "one.safetensors", seed=1)
    two = a_pose_network(
        tmp_path / "two.safetensors", seed=2, trained_on="10 photos and 20 drawings", licence="CC0-1.0"
    )
    out = tmp_path / "mean.safetensors"
    assert main(["mean", str(one), str(two), "--shares", "0.4", "0.6", "--out", str(out)]) == 0
    assert "not calibrated" in capsys.readouterr().err
    made = read_pose_network(out)
    assert made.network.calibration is None and "calibration" not in made.header
    assert made.header["trained_on"] == "10 photos and 20 drawings"
    assert made.header["licence"] == "Apache-2.0; CC0-1.0" and made.header["name"] == "pose"
    shares = [{"sha256": read_weights_file(p).sha256, "share": s} for p, s in ((one, 0.4), (two, 0.6))]
    assert made.header["mean_of"] == shares and made.header["recipe"] == "repose-train mean"
    for name, tensor in read_weights_file(out).tensors.items():
        if name.endswith("running_mean"):
            torch.testing.assert_close(tensor, torch.full_like(tensor, 1.6))
        if name.endswith("num_batches_tracked"):
            assert int(tensor) == 200


def test_confidences_are_measured_anew(stick_people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [a_pose_network(tmp_path / f"{seed}.safetensors", seed=seed) for seed in (1, 2)]
    out = tmp_path / "mean.safetensors"
    assert main(["mean", *map(str, paths), "--out", str(out), "--data", str(stick_people)]) == 0
    assert "not calibrated" not in capsys.readouterr().err
    calibration = read_pose_network(out).network.calibration
    assert calibration is not None and len(calibration.knots) == 33


def test_numbers_and_words() -> None:
    tables = [{"a": torch.tensor([1.0, 2.0]).half(), "n": torch.tensor(3)}, {"a": torch.zeros(2), "n": torch.tensor(5)}]
    made = mean(tables, [0.5, 0.5])
    assert made["a"].tolist() == [0.5, 1.0] and made["a"].dtype == torch.float32 and int(made["n"]) == 5
    assert joined(["a (b; c); d", "d; a (b; c)", "e"]) == "a (b; c); d; e"


def test_other_networks_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = str(a_generator(tmp_path / "mine.safetensors", seed=1))
    out = ["--out", str(tmp_path / "mean.safetensors")]
    wide = a_generator(tmp_path / "wide.safetensors", seed=1, architecture=dataclasses.replace(SMALL, ngf=8))
    assert "wide.safetensors: " in (text := refused([mine, str(wide), *out], capsys)) and "ngf is 4 and 8" in text
    discs = a_generator(tmp_path / "discs.safetensors", seed=1, pose_radius=2)
    assert "pose_radius is 0 and 2" in refused([mine, str(discs), *out], capsys)
    pose = str(a_pose_network(tmp_path / "pose.safetensors", seed=1))
    assert "only one of them is a generator" in refused([mine, pose, *out], capsys)
    assert "only one of them is a pose network" in refused([pose, mine, *out], capsys)
    assert not (tmp_path / "mean.safetensors").exists()


def test_what_does_not_fit_together_is_refused(
    stick_people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(a_generator(tmp_path / f"{seed}.safetensors", seed=seed)) for seed in (1, 2)]
    out = ["--out", str(tmp_path / "mean.safetensors")]
    assert "two weights files or more" in refused([paths[0], *out], capsys)
    assert "2 weights files, but 3 shares" in refused([*paths, "--shares", "0.2", "0.3", "0.5", *out], capsys)
    assert "to 0.8" in refused([*paths, "--shares", "0.4", "0.4", *out], capsys)
    assert "above 0" in refused([*paths, "--shares", "1.5", "-0.5", *out], capsys)
    assert "overwrite one of its sources" in refused([*paths, "--out", paths[0]], capsys)
    assert "no confidences" in refused([*paths, "--data", str(stick_people), *out], capsys)
    assert "no such weights file" in refused([paths[0], str(tmp_path / "none.safetensors"), *out], capsys)
    (tmp_path / "text.safetensors").write_text("text")
    assert "no weights file" in refused([paths[0], str(tmp_path / "text.safetensors"), *out], capsys)
