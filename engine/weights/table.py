"""The table of known weights: name, file, where from, sha256, size, licence, what they were trained on, and the paper.

Rows of published weights are written here.  Rows of weights that come in the box, and of files that a person imported,
stand in an ``index.json`` beside the files: new weights need no new code (format version 1).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final, Literal

from engine.errors import WeightsError
from engine.files import make_folder, write_bytes
from engine.text import Text

Kind = Literal["pose", "generator"]
KINDS: Final[tuple[Kind, ...]] = ("pose", "generator")

INDEX_FILE: Final = "index.json"
INDEX_VERSION: Final = 1

EMBEDDED_POSE: Final = "repose-pose"
"""The pose estimator that comes in the box."""
EMBEDDED_GENERATOR: Final = "repose-patn"
"""The generator that comes in the box."""
EMBEDDED: Final = (EMBEDDED_POSE, EMBEDDED_GENERATOR)

NOT_STATED: Final = "not stated in the file"

SUFFIXES: Final = (".safetensors", ".pth", ".pt")
"""How weights files end."""


@dataclass(frozen=True)
class WeightsRow:
    """One set of weights."""

    name: str
    """What people type and choose."""
    kind: Kind
    """What it is for: pose estimation, or painting."""
    file: str
    """Its file's name, without folders."""
    licence: str
    trained_on: str
    sha256: str | None = None
    """64 hexadecimal digits; None where no single file is known as the right one."""
    size: int | None = None
    """In bytes; None as for ``sha256``."""
    url: str | None = None
    """Where the file itself is fetched; only together with a sha256 and a size."""
    described_at: str = ""
    """A page for people that says how to get it."""
    paper: str = ""

    def __post_init__(self) -> None:
        if not self.name or self.kind not in KINDS:
            raise ValueError(f"a row needs a name and one of the kinds {', '.join(KINDS)}: {self}")
        if Path(self.file).name != self.file or self.file in {"", ".", ".."} or "\\" in self.file:
            raise ValueError(f"{self.file!r} is not a plain file name")
        if self.sha256 is not None and (len(self.sha256) != 64 or set(self.sha256) - set("0123456789abcdef")):
            raise ValueError(f"{self.sha256!r} is not a sha256")
        if self.url is not None and (self.sha256 is None or self.size is None):
            raise ValueError(f"{self.name} can be fetched, so it needs a sha256 and a size")


PATN_PAPER: Final = "Zhu et al., Progressive Pose Attention Transfer for Person Image Generation, CVPR 2019"
_PATN_PAGE: Final = "https://github.com/tengteng95/Pose-Transfer"

PATN_FASHION: Final = WeightsRow(
    name="patn-fashion",
    kind="generator",
    file="patn-fashion.pth",
    licence="see the page it is described on; DeepFashion itself is for non-commercial research only",
    trained_on="DeepFashion In-shop Clothes Retrieval, 256 x 176",
    described_at=_PATN_PAGE,
    paper=PATN_PAPER,
)
PATN_MARKET: Final = WeightsRow(
    name="patn-market",
    kind="generator",
    file="patn-market.pth",
    licence="see the page it is described on; Market-1501 itself is for research only",
    trained_on="Market-1501, 128 x 64",
    described_at=_PATN_PAGE,
    paper=PATN_PAPER,
)

KNOWN: Final[tuple[WeightsRow, ...]] = (
    WeightsRow(
        name="openpose-body",
        kind="pose",
        file="body_pose_model.pth",
        sha256="25a948c16078b0f08e236bda51a385d855ef4c153598947c28c0d47ed94bb746",
        size=209_267_595,
        url=(
            "https://huggingface.co/lllyasviel/Annotators/resolve/"
            "982e7edaec38759d914a963c48c4726685de7d96/body_pose_model.pth"
        ),
        described_at="https://github.com/CMU-Perceptual-Computing-Lab/openpose",
        licence="OpenPose licence: academic or non-profit organisations, non-commercial research only",
        trained_on="COCO keypoints 2016",
        paper="Cao et al., Realtime Multi-Person 2D Pose Estimation using Part Affinity Fields, CVPR 2017",
    ),
    PATN_FASHION,
    PATN_MARKET,
)
"""Published weights.  The generators have no lasting address: a person downloads and imports them."""


def read_index(path: Path) -> tuple[WeightsRow, ...]:
    """The rows of an ``index.json``, in its order; none when there is no such file.

    :raises WeightsError: when the file is there but is not an index that this version understands.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(path, Text("it cannot be read")) from error
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _broken(path, Text("it is not JSON")) from error
    if not isinstance(content, dict) or not isinstance(content.get("weights"), list):
        raise _broken(path, Text('it has no list "weights"'))
    if content.get("version") != INDEX_VERSION:
        raise _broken(
            path,
            Text("it is of version {version!r}, not {known}", version=content.get("version"), known=INDEX_VERSION),
        )
    rows = tuple(_row(path, entry) for entry in content["weights"])
    names = [row.name for row in rows]
    if len(set(names)) != len(names):
        raise _broken(path, Text("a name stands in it twice"))
    return rows


def write_index(path: Path, rows: Iterable[WeightsRow]) -> None:
    """Write an ``index.json`` in one step, sorted by name.

    :raises OutputError: when it cannot be written; what was there before is untouched.
    """
    entries = [asdict(row) for row in sorted(rows, key=lambda row: row.name)]
    text = json.dumps({"version": INDEX_VERSION, "weights": entries}, indent=2, ensure_ascii=False)
    make_folder(path.parent)
    write_bytes(path, f"{text}\n".encode())


def put_in_index(path: Path, row: WeightsRow) -> None:
    """Add a row to an ``index.json``, or replace the one of its name.

    :raises WeightsError: when the file is there but is not an index.
    :raises OutputError: when it cannot be written.
    """
    others = [other for other in read_index(path) if other.name != row.name]
    write_index(path, [*others, row])


def _row(path: Path, entry: object) -> WeightsRow:
    if not isinstance(entry, dict):
        raise _broken(path, Text("a row in it is not an object"))
    known = {field.name for field in fields(WeightsRow)}
    values = {name: value for name, value in entry.items() if name in known}
    for name, value in values.items():
        free = name in {"sha256", "size", "url"} and value is None
        if not free and (isinstance(value, bool) or not isinstance(value, int if name == "size" else str)):
            raise _broken(path, Text("{name} in it is {value!r}", name=name, value=value))
    try:
        return WeightsRow(**values)
    except (TypeError, ValueError) as error:
        raise _broken(path, Text("a row in it is not complete or not possible ({why})", why=error)) from error


def _broken(path: Path, why: Text) -> WeightsError:
    return WeightsError(
        "The index of weights cannot be used: {why}",
        where=str(path),
        hint="Move it away and import your weights again; install again if it came in the box.",
        why=why,
    )
