"""Contact sheets of fixed people in fixed poses, the same for every model: what a model's card shows."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import NoPersonError
from engine.images import save_picture
from engine.overlay import skeleton_picture
from engine.painter import Painter
from engine.presets import load_presets
from training.judging.cases import SEED, answer, transfer
from training.judging.people import AnyPeople, spread

Bytes = npt.NDArray[np.uint8]

ROWS: Final = 10
POSES: Final = 4
PEOPLE: Final = 8
PRESETS: Final = ("arms-raised", "hands-on-hips", "walking", "seated", "three-quarter-left", "side-left", "back")
_WHITE: Final = (255, 255, 255)


def write_sheet(painter: Painter, people: AnyPeople, *, path: Path) -> None:
    """A PNG of ten people, each in the poses of four others: photo, then pose, moved and painted four times.

    OutputError when it cannot be written, NoPersonError when nobody in the data can be moved.
    """
    order = np.random.default_rng(SEED).permutation(len(people))
    chosen = [int(order[i % len(order)]) for i in range(ROWS + ROWS * POSES)]
    rows = []
    for row in range(min(ROWS, len(people))):
        subject = people[chosen[row]]
        cells: list[Bytes] = []
        for column in range(POSES):
            other = people[chosen[ROWS + row * POSES + column]]
            case = transfer(subject, other.pose, name=subject.name)
            if case is None:
                continue
            cells = cells or [case.condition]
            pose = skeleton_picture(case.target, case.size, background=_WHITE)
            cells += [pose, case.moved.picture, answer(painter, case)]
        if cells:
            blank = [np.full_like(cells[0], 255)] * (1 + 3 * POSES - len(cells))
            rows.append(np.concatenate([*cells, *blank], axis=1))
    if not rows:
        raise NoPersonError("No photo shows enough of a person for a sheet", hint="Judge other data.")
    save_picture(path, np.concatenate(rows, axis=0))


def write_presets_sheet(painter: Painter | None, people: AnyPeople, *, path: Path) -> None:
    """A picture file of eight people, evenly spread, each in seven of the gallery's poses: photo, then painted seven
    times, at half size; as moved, where there is no painter.

    OutputError when it cannot be written, NoPersonError when nobody in the data can be moved.
    """
    presets = {preset.name: preset for preset in load_presets()}
    rows = []
    for number in spread(len(people), PEOPLE):
        subject = people[number]
        cases = [transfer(subject, presets[name].pose, name=subject.name, preset=name) for name in PRESETS]
        made = [case for case in cases if case is not None]
        if len(made) < len(cases):
            continue
        # Frames differ where a pose needs more room; the first is the roomiest, arms raised.
        cells = [made[0].condition]
        cells += [case.moved.picture if painter is None else answer(painter, case) for case in made]
        rows.append(np.concatenate([_half(cell) for cell in cells], axis=1))
    if not rows:
        raise NoPersonError("No photo shows enough of a person for a sheet", hint="Judge other data.")
    save_picture(path, np.concatenate(rows, axis=0))


def _half(picture: Bytes) -> Bytes:
    size = (picture.shape[1] // 2, picture.shape[0] // 2)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
