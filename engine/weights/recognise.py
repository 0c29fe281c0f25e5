"""Which network a weights file belongs to, found by loading it strictly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.errors import WeightsError
from engine.openpose.checkpoints import holds_pose_network, pose_network_from
from engine.patn.checkpoints import generator_from, holds_generator
from engine.patn.generator import GeneratorArchitecture
from engine.weights.table import NOT_STATED, PATN_FASHION, PATN_MARKET, Kind, WeightsRow
from engine.weights.tensors import WeightsFile, read_weights_file


@dataclass(frozen=True)
class Recognised:
    """What a weights file turned out to be."""

    kind: Kind
    sha256: str
    name: str
    """What the file calls itself; empty when it says nothing."""
    licence: str
    trained_on: str
    form: Literal["safetensors", "pytorch"]
    published: WeightsRow | None
    """The published network that has exactly this form, where there is one."""


def recognise(path: Path) -> Recognised:
    """Open a weights file, load all of it into its network, and say what it is.

    :raises WeightsError: when it is damaged, unsafe, or of no network that this product has.
    """
    file = read_weights_file(path)
    if holds_generator(file):
        loaded = generator_from(file)
        published = _published(file, loaded.generator.architecture)
        header = loaded.header
        name = "" if file.header is None else header.name
        return Recognised("generator", file.sha256, name, header.licence, header.trained_on, file.form, published)
    if holds_pose_network(file):
        header_of_pose = pose_network_from(file).header
        name, licence, trained_on = (
            _text(header_of_pose.get(key), default)
            for key, default in (("name", ""), ("licence", NOT_STATED), ("trained_on", NOT_STATED))
        )
        return Recognised("pose", file.sha256, name, licence, trained_on, file.form, None)
    raise WeightsError(
        "These weights belong to no network that Repose Studio has",
        where=str(path),
        hint="It takes weights of OpenPose's body network, of PATN generators, and its own.",
    )


def row_of_file(path: Path, *, name: str = "", paper: str = "") -> WeightsRow:
    """The row of a file that lies where it shall stay, to be put in the ``index.json`` beside it.

    :param name: in the table; what the file calls itself by default.
    :raises WeightsError: as :func:`recognise`.
    """
    what = recognise(path)
    return WeightsRow(
        name=name or what.name or path.stem,
        kind=what.kind,
        file=path.name,
        licence=what.licence,
        trained_on=what.trained_on,
        sha256=what.sha256,
        size=path.stat().st_size,
        paper=paper,
    )


def _published(file: WeightsFile, architecture: GeneratorArchitecture) -> WeightsRow | None:
    """The published generators are the only ones of their form, so the form is enough to name them."""
    if file.header is not None:
        return None
    if architecture == GeneratorArchitecture(dropout=True):
        return PATN_FASHION
    if architecture == GeneratorArchitecture(norm="batch", dropout=True):
        return PATN_MARKET
    return None


def _text(value: object, default: str) -> str:
    return value if isinstance(value, str) and value else default
