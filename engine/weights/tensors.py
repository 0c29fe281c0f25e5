"""Weights files in and out: safetensors with our header, and PyTorch files of published networks, without any code.

Our own files carry one metadata entry, ``repose``, whose value is a JSON object.  (One entry, because safetensors
stores several in no fixed order, and equal weights should be equal files.)
"""

from __future__ import annotations

import json
import pickle
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor, nn

from engine.errors import OutputError, WeightsError
from engine.files import make_folder, write_bytes
from engine.text import Text
from engine.weights.hashing import require_file, sha256_of, unreadable, verify_sha256

HEADER_KEY = "repose"


@dataclass(frozen=True)
class WeightsFile:
    """What a weights file holds."""

    path: Path
    sha256: str
    tensors: dict[str, Tensor]
    """By name, on the CPU, in the file's own precision."""
    header: Mapping[str, object] | None
    """What one of our own files says about itself; None in files made elsewhere."""
    form: Literal["safetensors", "pytorch"]


def read_weights_file(path: Path | str, *, sha256: str | None = None) -> WeightsFile:
    """Read tensors and header; nothing in the file is ever run.

    :param sha256: what the file's sha256 must be; it is checked before the file is opened.
    :raises WeightsError: when the file is missing, empty, a folder, of another hash, damaged, cut short, not a weights
        file, or a pickle that holds anything but weights.
    """
    path = Path(path)
    size = require_file(path)
    digest = sha256_of(path) if sha256 is None else verify_sha256(path, sha256)
    with path.open("rb") as file:
        start = file.read(64)
    if start[8:9] == b"{":
        tensors, header = _read_safetensors(path)
        return WeightsFile(path, digest, tensors, header, "safetensors")
    if start.startswith((b"PK", b"\x80")):
        return WeightsFile(path, digest, _read_pytorch(path, size), None, "pytorch")
    if start.lstrip()[:1] == b"<":
        raise WeightsError(
            "This is a web page, not a weights file", where=str(path), hint="Download the file itself, not its page."
        )
    raise WeightsError(
        "This is no weights file: neither safetensors nor PyTorch", where=str(path), hint="Pick a .safetensors or .pth."
    )


def write_weights_file(path: Path | str, tensors: Mapping[str, Tensor], *, header: Mapping[str, object]) -> None:
    """Write a safetensors file beside its place, then put it there: a reader never sees half of it.

    Equal tensors and headers give equal files, byte for byte.

    :param header: anything that JSON can hold.
    :raises OutputError: when the file cannot be written there; what was there before is untouched.
    """
    path = Path(path)
    text = json.dumps(dict(header), sort_keys=True, ensure_ascii=False)
    data = save({name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}, {HEADER_KEY: text})
    make_folder(path.parent)
    write_bytes(path, data)


def _read_safetensors(path: Path) -> tuple[dict[str, Tensor], Mapping[str, object] | None]:
    try:
        with safe_open(path, framework="pt", device="cpu") as file:
            metadata: dict[str, str] = file.metadata() or {}
            tensors: dict[str, Tensor] = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except SafetensorError as error:
        raise _damaged(path) from error
    except OSError as error:
        raise unreadable(path, error) from error
    if HEADER_KEY not in metadata:
        return tensors, None
    try:
        header = json.loads(metadata[HEADER_KEY])
    except (ValueError, RecursionError) as error:
        raise _damaged(path) from error
    if not isinstance(header, dict):
        raise _damaged(path)
    return tensors, header


def _read_pytorch(path: Path, size: int) -> dict[str, Tensor]:
    if _unpacked_size(path) > size:
        raise _claims_too_much(path)
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except (MemoryError, WeightsError):
        raise
    except pickle.UnpicklingError as error:
        if "truncated" in str(error) or "ran out of input" in str(error).lower():
            raise _damaged(path) from error
        raise WeightsError(
            "The file holds more than weights (Python objects that could run code) and was not opened",
            where=str(path),
            hint="Ask its maker for a plain state_dict, or better, for safetensors.",
        ) from error
    except Exception as error:  # torch names no set of errors for a damaged file; any of them means this
        raise _damaged(path) from error
    if not isinstance(content, Mapping) or not content:
        raise _no_table(path)
    tensors: dict[str, Tensor] = {}
    claimed = 0
    for name, tensor in content.items():
        if not isinstance(name, str) or not isinstance(tensor, Tensor) or tensor.layout != torch.strided:
            raise _no_table(path)
        claimed += tensor.numel() * tensor.element_size()
        tensors[name] = tensor.detach()
    if claimed > size:  # views that repeat a few bytes: small on the disk, endless in memory
        raise _claims_too_much(path)
    return tensors


def _unpacked_size(path: Path) -> int:
    """Bytes of what a PyTorch file in zip form holds, which is never packed; 0 for other forms and broken files."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return 0  # torch says what is wrong with it


def stored_tensors(network: nn.Module, path: Path | str, *, half: bool = True) -> dict[str, Tensor]:
    """A network's weights as they are stored in `path`: as 16-bit floats with `half`, but for running statistics.

    :raises OutputError: when a weight is not finite in that precision.
    """
    tensors: dict[str, Tensor] = {}
    for name, tensor in network.state_dict().items():
        small = half and tensor.dtype == torch.float32 and ".running_" not in name
        tensors[name] = tensor.half() if small else tensor
        if not torch.isfinite(tensors[name]).all():
            raise OutputError(
                "The weights {name} are not finite, so nothing was written",
                where=str(path),
                hint="The training has diverged; take an earlier checkpoint.",
                name=name,
            )
    return tensors


def check_tensors(
    given: Mapping[str, Tensor], wanted: Mapping[str, Tensor], other: Callable[[Text], WeightsError], *, path: Path
) -> None:
    """Hold a file's weights against a network's: every one there, of the right shape and finite, and nothing else.

    :param other: makes the error for weights of another network, from what is wrong with them.
    :raises WeightsError: when they are not the network's.
    """
    missing = [name for name in wanted if name not in given]
    if missing:
        raise other(
            Text(
                "{missing} of its {count} tensors are missing, {name} first",
                missing=len(missing),
                count=len(wanted),
                name=missing[0],
            )
        )
    extra = [name for name in given if name not in wanted]
    if extra:
        raise other(Text("it holds {count} tensors too many, {name} first", count=len(extra), name=extra[0]))
    for name, tensor in given.items():
        right = wanted[name]
        if tensor.shape != right.shape or tensor.is_floating_point() != right.is_floating_point():
            shapes = {"shape": list(tensor.shape), "wanted": list(right.shape)}
            raise other(Text("{name} is {shape}, not {wanted}", name=name, **shapes))
        if not torch.isfinite(tensor).all():
            raise WeightsError(
                "The weights {name} hold values that are not numbers",
                where=str(path),
                hint="The training that made them went wrong; use another file.",
                name=name,
            )


def _claims_too_much(path: Path) -> WeightsError:
    return WeightsError("The file claims more weights than it holds", where=str(path), hint="Do not use it.")


def _damaged(path: Path) -> WeightsError:
    return WeightsError("The weights file is damaged or was cut short", where=str(path), hint="Fetch or copy it again.")


def _no_table(path: Path) -> WeightsError:
    return WeightsError(
        "The file holds no table of named weights",
        where=str(path),
        hint="A state_dict is needed, as torch.save writes it.",
    )
