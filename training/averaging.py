"""The mean of several weights files of one network, tensor by tensor: weight averaging, or a model soup.

Wortsman et al., *Model soups: averaging weights of multiple fine-tuned models improves accuracy without increasing
inference time* (ICML 2022), section 2.  It helps where the files come from one another or from the same beginning; of
networks that were begun apart it is noise, so judge the mean before it is used.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import torch
from torch import Tensor

from engine.errors import UsageError, WeightsError
from engine.openpose.checkpoints import holds_pose_network, pose_network_from, write_pose_network
from engine.openpose.network import PoseNetwork
from engine.patn.checkpoints import generator_from, holds_generator, write_generator
from engine.text import Text
from engine.weights.store import FoundWeights, WeightsStore
from engine.weights.table import NOT_STATED
from engine.weights.tensors import WeightsFile, read_weights_file

RECIPE: Final = "repose-train mean"

_AS_INPUT: Final = ("condition", "size", "pose_radius", "pose_sigma")
"""What generators' headers must agree on: how the network wants what it is given."""
_PART: Final = re.compile(r";\s+(?![^()]*\))")
"""Between two things that somebody was trained on, but not within brackets."""
_TOLERANCE: Final = 1e-3

Calibrate = Callable[[PoseNetwork], None]


@dataclass(frozen=True)
class Source:
    """A file that goes into a mean.

    share                         how much of the mean it is, 0..1; all of a mean's together are 1
    name, licence, trained_on     by the file's header, else by the table of known weights, else "not stated ..."
    """

    file: WeightsFile
    share: float
    name: str
    licence: str
    trained_on: str

    def to_json(self) -> dict[str, object]:
        """What the mean's header says of it."""
        return {"sha256": self.file.sha256, "share": round(self.share, 6)}


def read_sources(names: Sequence[str], *, shares: Sequence[float] | None = None) -> list[Source]:
    """The files of these names or paths, with their shares: equal ones where none are given.

    :raises UsageError: when there are fewer than two files, or the shares are not one a file, above 0, 1 together.
    :raises WeightsError: when a file cannot be read.
    """
    if len(names) < 2:
        raise UsageError("A mean needs two weights files or more", hint="Name them one after the other.")
    given = [1.0 / len(names)] * len(names) if shares is None else list(shares)
    if len(given) != len(names):
        raise UsageError(
            "There are {files} weights files, but {shares} shares",
            hint="Give one share a file, in their order, or none for equal ones.",
            files=len(names),
            shares=len(given),
        )
    total = math.fsum(given)
    if not all(share > 0 and math.isfinite(share) for share in given) or abs(total - 1) > _TOLERANCE:
        raise UsageError(
            "The shares must be above 0 and come to 1 together, not to {total:.4g}",
            hint="For example --shares 0.45 0.55.",
            total=total,
        )
    store = WeightsStore()
    found = [store.find(name) for name in names]
    return [_source(one, share / total) for one, share in zip(found, given, strict=True)]


def write_mean(path: Path, sources: Sequence[Source], *, calibrate: Calibrate | None = None) -> None:
    """Write the mean of generators, or of pose networks, with a header that names its sources.

    Its name, licence and what it was trained on are those of all sources, each once.  Generators are stored in half
    precision where one of the sources is; pose networks always are.

    :param calibrate: measures the confidences of a mean of pose networks; without it the mean has no calibration, as
        none of its sources' holds for it.
    :raises WeightsError: when a file is of no network of ours, or two differ in more than their weights.
    :raises UsageError: when the mean would overwrite one of its sources, or generators shall be calibrated.
    :raises OutputError: when the file cannot be written.
    """
    if any(path.resolve() == source.file.path.resolve() for source in sources):
        raise UsageError("The mean would overwrite one of its sources", where=str(path), hint="Name another file.")
    if holds_generator(sources[0].file):
        if calibrate is not None:
            raise UsageError("A generator has no confidences to be measured", hint="Leave --data away.")
        _write_generators(path, sources)
    elif holds_pose_network(sources[0].file):
        _write_pose_networks(path, sources, calibrate=calibrate)
    else:
        raise WeightsError(
            "These weights belong to no network that Repose Studio has",
            where=str(sources[0].file.path),
            hint="A mean is made of generators' or of pose networks' weights.",
        )


def mean(tables: Sequence[Mapping[str, Tensor]], shares: Sequence[float]) -> dict[str, Tensor]:
    """The weighted mean of tables of the same names and shapes, worked out and answered in float32.

    Whole numbers, which only count batches, are the largest of all.
    """
    answer: dict[str, Tensor] = {}
    for name, first in tables[0].items():
        if first.is_floating_point():
            total = torch.zeros_like(first, dtype=torch.float32)
            for table, share in zip(tables, shares, strict=True):
                total += share * table[name].float()
            answer[name] = total
        else:
            answer[name] = torch.stack([table[name] for table in tables]).amax(dim=0)
    return answer


def joined(texts: Sequence[str]) -> str:
    """Lists with semicolons between their parts as one list, each part once.

    A part that another one goes on from with "and" is in that other: `1670 photos` in `1670 photos and 20 drawings`.
    """
    parts = list(dict.fromkeys(part.strip() for text in texts for part in _PART.split(text) if part.strip()))
    kept = [part for part in parts if not any(other.startswith(f"{part} and ") for other in parts)]
    return "; ".join(kept)


def _source(found: FoundWeights, share: float) -> Source:
    file = read_weights_file(found.path, sha256=found.sha256)
    table = {} if found.row is None else {"licence": found.row.licence, "trained_on": found.row.trained_on}
    said = {"name": found.name, "licence": NOT_STATED, "trained_on": NOT_STATED} | table
    said |= {key: text for key in said if isinstance(text := (file.header or {}).get(key), str) and text}
    return Source(file, share, **said)


def _said(sources: Sequence[Source]) -> dict[str, str]:
    """What the headers of all means say, of all sources and each thing once."""
    return {
        "name": " + ".join(dict.fromkeys(source.name for source in sources)),
        "licence": joined([source.licence for source in sources]),
        "trained_on": joined([source.trained_on for source in sources]),
    }


def _write_generators(path: Path, sources: Sequence[Source]) -> None:
    for source in sources:
        if not holds_generator(source.file):
            raise _differ(sources[0], source, Text("only one of them is a generator"))
    loaded = [generator_from(source.file) for source in sources]
    first = loaded[0]
    for source, other in zip(sources, loaded, strict=True):
        _require_same(
            sources[0], source, first.generator.architecture.to_json(), other.generator.architecture.to_json()
        )
        mine, theirs = ({name: getattr(one.header, name) for name in _AS_INPUT} for one in (first, other))
        _require_same(sources[0], source, mine, theirs)
    trainings = [
        {**source.to_json(), "training": dict(one.header.training)} for source, one in zip(sources, loaded, strict=True)
    ]
    said, training = _said(sources), {"recipe": RECIPE, "mean_of": trainings}
    header = replace(
        first.header, name=said["name"], licence=said["licence"], trained_on=said["trained_on"], training=training
    )
    first.generator.load_state_dict(mean([one.generator.state_dict() for one in loaded], _shares(sources)))
    half = any(tensor.dtype == torch.float16 for source in sources for tensor in source.file.tensors.values())
    write_generator(path, first.generator, header=header, half=half)


def _write_pose_networks(path: Path, sources: Sequence[Source], *, calibrate: Calibrate | None) -> None:
    for source in sources:
        if not holds_pose_network(source.file):
            raise _differ(sources[0], source, Text("only one of them is a pose network"))
    loaded = [pose_network_from(source.file) for source in sources]
    first = loaded[0]
    for source, other in zip(sources, loaded, strict=True):
        _require_same(sources[0], source, first.network.architecture.to_json(), other.network.architecture.to_json())
    network = first.network
    network.load_state_dict(mean([one.network.state_dict() for one in loaded], _shares(sources)))
    network.calibration = None
    if calibrate is not None:
        calibrate(network)
    header = {**_said(sources), "recipe": RECIPE, "mean_of": [source.to_json() for source in sources]}
    write_pose_network(path, network, header=header)


def _shares(sources: Sequence[Source]) -> list[float]:
    return [source.share for source in sources]


def _require_same(first: Source, other: Source, mine: Mapping[str, object], theirs: Mapping[str, object]) -> None:
    for key in sorted(mine.keys() | theirs.keys()):
        if mine.get(key) != theirs.get(key):
            why = Text("{key} is {mine} and {theirs}", key=key, mine=mine.get(key), theirs=theirs.get(key))
            raise _differ(first, other, why)


def _differ(first: Source, other: Source, why: Text) -> WeightsError:
    return WeightsError(
        "The weights differ from those of {first} in more than their values: {why}",
        where=str(other.file.path),
        hint="A mean is made of files of one network, trained from one another or from the same beginning.",
        first=first.file.path.name,
        why=why,
    )
