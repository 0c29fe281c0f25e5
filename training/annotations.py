"""A folder of photos with keypoints and masks: `photos/NNNN.jpg`, `masks/NNNN.png`, `keypoints18.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from engine.errors import UsageError
from engine.skeleton import JOINT_COUNT

SURE: Final = 0.5
"""Labels of at least this confidence show a visible joint."""
ABSENT: Final = 0.1
"""Below this confidence a label says that the joint is not to be seen; between the two nothing is known."""


@dataclass(frozen=True)
class Annotation:
    """One photo of the folder.

    `size` (width, height) in pixels; `keypoints` [18, 3] x, y in photo pixels and confidence in 0..1; `facing` (front,
    three-quarter, side, back) where the table says it, as it does of rendered people, else empty; `person` who it is,
    -1 where the table does not say.
    """

    name: str
    photo: Path
    mask: Path
    size: tuple[int, int]
    split: str
    keypoints: npt.NDArray[np.float64]
    facing: str = ""
    person: int = -1

    def points(self, *, at_least: float = SURE, below: float = np.inf) -> npt.NDArray[np.float64]:
        """[18, 2] places of the joints with at_least <= confidence < below; NaN elsewhere."""
        confidence = self.keypoints[:, 2:]
        chosen = (confidence >= at_least) & (confidence < below)
        return np.where(chosen, self.keypoints[:, :2], np.nan)


def read_annotations(folder: Path, *, split: str) -> list[Annotation]:
    """The photos of one split, in the order of their names. UsageError says what the folder lacks."""
    table = folder / "keypoints18.json"
    try:
        rows: dict[str, dict[str, Any]] = json.loads(table.read_text(encoding="utf-8"))
        found = [_annotation(folder, name, row) for name, row in sorted(rows.items()) if row["split"] == split]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageError(
            "The photos' keypoints cannot be read ({kind}: {problem})",
            where=str(table),
            hint="Give a folder that holds photos/, masks/ and keypoints18.json.",
            kind=type(problem).__name__,
            problem=str(problem),
        ) from problem
    if not found:
        raise UsageError("No photo of the split '{split}' is in the table", where=str(table), split=split)
    return found


def _annotation(folder: Path, name: str, row: dict[str, Any]) -> Annotation:
    keypoints = np.array(row["keypoints"], dtype=np.float64)
    if keypoints.shape != (JOINT_COUNT, 3):
        raise ValueError(f"{name} has keypoints of the shape {keypoints.shape}, not (18, 3)")
    width, height = row["size"]
    return Annotation(
        name,
        folder / "photos" / f"{name}.jpg",
        folder / "masks" / f"{name}.png",
        (int(width), int(height)),
        str(row["split"]),
        keypoints,
        str(row.get("facing", "")),
        int(row.get("person", -1)),
    )
