"""Pose networks' weights: OpenPose's published files in, ours in and out (safetensors, format version 1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch

from engine.errors import WeightsError
from engine.openpose.calibration import Calibration
from engine.openpose.network import PUBLISHED, PoseArchitecture, PoseNetwork
from engine.text import Text
from engine.weights.tensors import WeightsFile, check_tensors, read_weights_file, stored_tensors, write_weights_file

FORMAT: Final = "repose-pose"
FORMAT_VERSION: Final = 1

_WRAPPED = re.compile(r"^(?:module\.)?model\d+(?:_\d+)?\.")
"""Some code wraps the published names in `model0.` ... `model6_2.`."""


@dataclass(frozen=True)
class LoadedPoseNetwork:
    """A pose network ready to use (CPU, float32, evaluation mode), its file's header and sha256."""

    network: PoseNetwork
    header: Mapping[str, object]
    sha256: str


def holds_pose_network(file: WeightsFile) -> bool:
    """Whether a weights file looks like a pose network's."""
    if file.header is not None:
        return file.header.get("format") == FORMAT
    return any(_WRAPPED.sub("", name) == "Mconv1_stage2_L1.weight" for name in file.tensors)


def read_pose_network(path: Path | str, *, sha256: str | None = None) -> LoadedPoseNetwork:
    """Read one of our files, or `body_pose_model.pth` as published.

    WeightsError when the file is missing, damaged, unsafe, of another network, or its hash is not `sha256`.
    """
    return pose_network_from(read_weights_file(path, sha256=sha256))


def pose_network_from(file: WeightsFile) -> LoadedPoseNetwork:
    """The pose network that an opened weights file holds; WeightsError when it holds another, or not all of one."""
    architecture = PUBLISHED if file.header is None else _architecture(file.header, path=file.path)
    names = {name: _WRAPPED.sub("", name) if file.header is None else name for name in file.tensors}
    given = {names[name]: tensor for name, tensor in file.tensors.items()}
    with torch.device("meta"):
        network = PoseNetwork(architecture)
    wanted = network.state_dict()
    check_tensors(given, wanted, lambda why: _other(file.path, why), path=file.path)
    network.load_state_dict(
        {name: tensor.to(wanted[name].dtype, copy=True) for name, tensor in given.items()}, strict=True, assign=True
    )
    network.calibration = _calibration(file)
    return LoadedPoseNetwork(network.eval(), dict(file.header or {}), file.sha256)


def write_pose_network(path: Path | str, network: PoseNetwork, *, header: Mapping[str, object]) -> None:
    """Write a network with its architecture and `header` (name, trained_on, licence, ...), in half precision.

    OutputError when the file cannot be written, or a weight is not finite in half precision.
    """
    tensors = stored_tensors(network, path)
    row: dict[str, object] = {"format": FORMAT, "version": FORMAT_VERSION}
    row["architecture"] = network.architecture.to_json()
    if network.calibration is not None:
        row["calibration"] = network.calibration.to_json()
    write_weights_file(path, tensors, header={**row, **header})


def _calibration(file: WeightsFile) -> Calibration | None:
    values = (file.header or {}).get("calibration")
    if values is None:
        return None
    try:
        if not isinstance(values, dict):
            raise TypeError("not a table")
        return Calibration.from_json(values)
    except (KeyError, TypeError, ValueError) as problem:
        raise _other(file.path, Text("its header's calibration is damaged ({why})", why=problem)) from None


def _architecture(header: Mapping[str, object], *, path: Path) -> PoseArchitecture:
    if header.get("format") != FORMAT:
        raise _other(path, Text("its header says {format!r}", format=header.get("format")))
    if header.get("version") != FORMAT_VERSION:
        raise WeightsError(
            "The file is of format version {version}, which this Repose Studio does not know",
            where=str(path),
            hint="Install the latest version.",
            version=header.get("version"),
        )
    values = header.get("architecture")
    try:
        if not isinstance(values, dict):
            raise TypeError("no architecture")
        architecture = PoseArchitecture.from_json(values)
        a = architecture
        widths = (*a.widths, a.features, a.neck, a.first_width, a.first_hidden, a.later_width, a.mask_width)
        counts = (*a.depths, *a.later_dilations, a.stages, a.later_depth, a.later_kernel, len(a.widths))
        if max(widths) > 4096 or max(counts) > 64 or len(a.later_dilations) > 64:
            raise ValueError("a network too large to be true")
    except (TypeError, ValueError) as problem:
        raise _other(path, Text("its header does not describe one ({why})", why=problem)) from None
    return architecture


def _other(path: Path, why: Text) -> WeightsError:
    return WeightsError(
        "These are not the weights of a pose network: {why}",
        where=str(path),
        hint="`repose weights list` shows which files are for what.",
        why=why,
    )
