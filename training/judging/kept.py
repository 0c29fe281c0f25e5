"""Keeps every judged picture and the poses that were asked for, so that other tools can measure them too."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.files import make_folder, write_bytes
from engine.images import save_picture
from training.judging.cases import Case
from training.prepared import keypoints_json


class Keeper:
    """Writes `pictures/SUITE/ANSWER/NNNNN.png` below a folder, and the poses of each case to `pictures/poses.jsonl`."""

    def __init__(self, out: Path) -> None:
        self._folder = make_folder(out / "pictures")
        self._counts: dict[str, int] = {}
        self._lines: list[str] = []

    def keep(self, suite: str, case: Case, answers: dict[str, npt.NDArray[np.uint8]]) -> None:
        """Write one case's pictures, uint8 [H, W, 3]. OutputError when that cannot be done."""
        number = self._counts.get(suite, 0)
        self._counts[suite] = number + 1
        for label, picture in answers.items():
            name = re.sub(r"[^a-z0-9._]+", "-", label.lower()).strip("-")
            save_picture(make_folder(self._folder / suite / name) / f"{number:05d}.png", picture)
        row: dict[str, Any] = {"suite": suite, "number": number, "name": case.name, "groups": case.groups}
        row |= {"source": keypoints_json(case.source), "target": keypoints_json(case.target)}
        self._lines.append(json.dumps(row))

    def finish(self) -> None:
        """Write the list of poses, [x, y, confidence, state] of the 18 joints in the picture's pixels."""
        write_bytes(self._folder / "poses.jsonl", ("\n".join(self._lines) + "\n").encode())
