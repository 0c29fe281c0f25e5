"""Generator checkpoints: the published files in, ours in and out.

The published form is a PyTorch ``state_dict`` whose names begin with ``model.``; what network it belongs to is read
from names and shapes.  Ours is safetensors with a header that also says how the generator wants its inputs (format
version 1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Literal

import torch
from torch import Tensor

from engine.errors import WeightsError
from engine.framing import FRAME_SIZE
from engine.patn.generator import Generator, GeneratorArchitecture
from engine.patn.layers import Norm
from engine.text import Text
from engine.weights.table import NOT_STATED
from engine.weights.tensors import WeightsFile, check_tensors, read_weights_file, stored_tensors, write_weights_file

FORMAT = "repose-patn"
FORMAT_VERSION = 1
PUBLISHED_PREFIX = "model."
MARKET_SIZE = (128, 64)
MARKET_SIGMA = 6.0

Condition = Literal["photo", "moved"]


@dataclass(frozen=True)
class GeneratorHeader:
    """What a checkpoint says about itself besides its architecture; the defaults are the published way of working."""

    name: str
    """What people call it."""
    trained_on: str
    """The pictures it was trained on."""
    licence: str
    """What may be done with it."""
    condition: Condition = "photo"
    """The condition image: the photo as it is, or the photo's pixels already moved into the target pose."""
    size: tuple[int, int] = FRAME_SIZE
    """Height and width it was trained at, in pixels."""
    pose_radius: int = 0
    """`radius` of :func:`engine.heatmaps.pose_maps`."""
    pose_sigma: float | None = None
    """`sigma` of :func:`engine.heatmaps.pose_maps`."""
    training: Mapping[str, object] = field(default_factory=dict)
    """How it was trained: options, steps, seed, figures; anything that JSON can hold."""


@dataclass(frozen=True)
class LoadedGenerator:
    """A generator that is ready to paint, with what its file says about it."""

    generator: Generator
    """On the CPU, float32, in evaluation mode."""
    header: GeneratorHeader
    sha256: str
    """Of the file: what a saved picture carries to say what made it."""


def read_generator(path: Path | str, *, sha256: str | None = None) -> LoadedGenerator:
    """Read a generator from one of our files or from a published one.

    Published DeepFashion and Market-1501 files work unchanged, those of PyTorch 0.3 too.  Loading is strict: every
    weight must be there, and nothing else.

    :param sha256: what the file's sha256 must be; it is checked before the file is opened.
    :raises WeightsError: when the file is missing, damaged, unsafe, of another network or of a later format.
    """
    return generator_from(read_weights_file(path, sha256=sha256))


def generator_from(file: WeightsFile) -> LoadedGenerator:
    """The generator that an opened weights file holds.

    :raises WeightsError: when it holds another network, or not all of this one.
    """
    tensors = _without_prefix(file.tensors)
    architecture = _architecture(tensors, file.path)
    if architecture.norm == "instance":
        # Statistics that PyTorch 0.3 kept for instance norms and never used.
        tensors = {name: tensor for name, tensor in tensors.items() if ".running_" not in name}
    else:
        # Newer batch norms also count their batches, which only training with another momentum looks at.
        for name in [name for name in tensors if name.endswith(".running_var")]:
            tensors.setdefault(name.replace("running_var", "num_batches_tracked"), torch.zeros((), dtype=torch.int64))
    header = _published_header(file, architecture) if file.header is None else _header(file, architecture)
    with torch.device("meta"):  # no weights are drawn that would only be overwritten
        generator = Generator(architecture)
    wanted = generator.state_dict()
    check_tensors(tensors, wanted, lambda why: _other_network(file.path, why), path=file.path)
    generator.load_state_dict(
        # Copied, because what a file hands out may be a window on the file itself.
        {name: tensor.to(wanted[name].dtype, copy=True) for name, tensor in tensors.items()},
        strict=True,
        assign=True,
    )
    return LoadedGenerator(generator.eval(), header, file.sha256)


def write_generator(path: Path | str, generator: Generator, *, header: GeneratorHeader, half: bool = True) -> None:
    """Write a generator with its header, in one step: a reader never sees half a file.

    :param half: store weights as 16-bit floats (running statistics stay 32-bit): half the size, and far below one grey
        level of difference in the picture.
    :raises OutputError: when the file cannot be written, or the weights are not finite in that precision.
    """
    write_weights_file(
        path,
        stored_tensors(generator, path, half=half),
        header={
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "architecture": generator.architecture.to_json(),
            **asdict(header),
        },
    )


def holds_generator(file: WeightsFile) -> bool:
    """Whether a weights file looks like a generator's; :func:`generator_from` says whether it is whole."""
    if file.header is not None:
        return file.header.get("format") == FORMAT
    names = _without_prefix(file.tensors)
    return "stream1_down.1.weight" in names and "stream2_down.1.weight" in names


def _without_prefix(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    if all(name.startswith(PUBLISHED_PREFIX) for name in tensors):
        return {name.removeprefix(PUBLISHED_PREFIX): tensor for name, tensor in tensors.items()}
    return dict(tensors)


def _architecture(tensors: Mapping[str, Tensor], path: Path) -> GeneratorArchitecture:
    """What the names and shapes of the weights say about their network."""
    needed = ("stream1_down.1.weight", "stream2_down.1.weight", "stream1_up.7.weight")
    if any(name not in tensors or tensors[name].dim() != 4 for name in needed):
        raise _other_network(path, Text("it has no image path or no pose path"))
    condition, pose, last = (tensors[name].shape for name in needed)
    numbers = {int(match[1]) for name in tensors if (match := re.match(r"att\.(\d{1,4})\.", name))}
    if numbers != set(range(len(numbers))) or not numbers:
        raise _other_network(path, Text("its attention blocks are not numbered from 0"))
    if last[0] not in (3, 4) or condition[1] < 3:
        taken = Text("it takes {taken} and gives {given} channels", taken=condition[1], given=last[0])
        raise _other_network(path, taken)
    second = tensors.get("att.0.conv_block_stream1.6.weight")  # a convolution with dropout before it, else a norm
    norm: Norm = "batch" if "stream1_down.2.weight" in tensors else "instance"
    return GeneratorArchitecture(
        ngf=condition[0],
        blocks=len(numbers),
        norm=norm,
        dropout=second is not None and second.dim() == 4,
        condition_channels=condition[1],
        pose_channels=pose[1],
        output_mask=last[0] == 4,
    )


def _published_header(file: WeightsFile, architecture: GeneratorArchitecture) -> GeneratorHeader:
    """What is known of a file that says nothing about itself: batch norm means the Market recipe."""
    header = GeneratorHeader(file.path.stem, NOT_STATED, NOT_STATED)
    if architecture.condition_channels > 3 or architecture.output_mask:
        header = replace(header, condition="moved")
    if architecture.norm == "batch":
        header = replace(header, size=MARKET_SIZE, pose_sigma=MARKET_SIGMA)
    return header


def _header(file: WeightsFile, architecture: GeneratorArchitecture) -> GeneratorHeader:
    """Read our own header, and hold it against the weights."""
    header, where = dict(file.header or {}), str(file.path)
    if header.get("format") != FORMAT:
        raise _other_network(file.path, Text("its header says {format!r}", format=header.get("format")))
    version = header.get("version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise WeightsError(
            "The file is of format version {version}, made by a later Repose Studio than this one",
            where=where,
            hint="Install the latest version.",
            version=version,
        )
    if version != FORMAT_VERSION or header.get("architecture") != architecture.to_json():
        raise WeightsError("The file's header does not fit its weights", where=where, hint="Fetch or copy it again.")
    known = {entry.name for entry in fields(GeneratorHeader)}
    values = {name: value for name, value in header.items() if name in known}
    try:
        size, sigma, training = values["size"], values["pose_sigma"], values["training"]
        valid = (
            all(isinstance(values[name], str) for name in ("name", "trained_on", "licence"))
            and values["condition"] in ("photo", "moved")
            and isinstance(values["pose_radius"], int)
            and (sigma is None or isinstance(sigma, (int, float)))
            and isinstance(training, dict)
            and isinstance(size, list)
            and len(size) == 2
            and all(isinstance(side, int) and side > 0 for side in size)
        )
    except KeyError as error:
        raise WeightsError(
            "The file's header lacks {key}", where=where, hint="Fetch or copy it again.", key=error
        ) from error
    if not valid or not isinstance(size, list):
        raise WeightsError("The file's header holds values of a wrong kind", where=where, hint="Fetch it again.")
    return GeneratorHeader(**{**values, "size": (size[0], size[1])})  # type: ignore[arg-type]  # checked above


def _other_network(path: Path, why: Text) -> WeightsError:
    return WeightsError(
        "These are not the weights of a PATN generator: {why}",
        where=str(path),
        hint="`repose weights list` shows which files are for what.",
        why=why,
    )
