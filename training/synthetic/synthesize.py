"""Writes a folder of rendered people with exact joints, in the form of the annotated photos' folder."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import OutputError, UsageError
from engine.files import make_folder, write_bytes
from engine.progress import Progress, no_progress
from training.synthetic.acting import Solid, draw_pose
from training.synthetic.body import BodyModel
from training.synthetic.cast import draw_person, skin_group
from training.synthetic.dressed import DressedPerson
from training.synthetic.joints import seen_joints
from training.synthetic.people import Person
from training.synthetic.raster import NOTHING, LoadedPerson, Rasteriser, Shot
from training.synthetic.scenery import FACINGS, View, draw_background, draw_light, draw_view

LICENCE: Final = "CC0-1.0"
PROVENANCE: Final = (
    "Rendered by Repose Studio (repose-train synthesize) with the anny body model (Apache 2.0) and "
    "MakeHuman data (CC0)."
)

Rows = dict[str, dict[str, Any]]
"""Names of pictures, and what the table says of each."""
Answers = SimpleQueue[Any]
"""Rows, or what went wrong."""

VAL_EVERY: Final = 10
"""Every tenth person is for judging: their pictures are the split `val`, and no one of them is in `train`."""
_GOLDEN: Final = 0.6180339887498949


@dataclass(frozen=True)
class Plan:
    """What to render: `people` times `views` pictures of `size` (width, height), all of it drawn from `seed`."""

    out: Path
    people: int
    views: int
    seed: int
    size: tuple[int, int] = (176, 256)
    depth: bool = False
    parts: bool = False


@dataclass(frozen=True)
class Taken:
    """One finished picture: `picture` [H, W, 3], `mask` [H, W] 0..255, `shot` what was seen, `row` of the table."""

    name: str
    picture: npt.NDArray[np.uint8]
    mask: npt.NDArray[np.uint8]
    shot: Shot
    row: dict[str, Any]


def synthesize(plan: Plan, *, jobs: int = 1, progress: Progress = no_progress) -> Rows:
    """Render everything into `plan.out` and answer the table; the same plan gives the same pictures with any `jobs`.

    UsageError when the folder has a table already, NoOpenGL when the machine cannot render.
    """
    table = plan.out / "keypoints18.json"
    if table.exists():
        raise UsageError("There are pictures in this folder already", where=str(table), hint="Name another folder.")
    for kind in ("photos", "masks", *(["depth"] if plan.depth else []), *(["parts"] if plan.parts else [])):
        make_folder(plan.out / kind)
    rows: Rows = {}
    for done, part in enumerate(_everybody(plan, jobs), start=1):
        rows |= part
        if done % 10 == 0:  # what there is can be used, whatever happens later
            _write_table(table, rows)
        progress(done * plan.views, plan.people * plan.views, "rendering")
    rows = _write_table(table, rows)
    about = {"version": 1, "licence": LICENCE, "provenance": PROVENANCE, "people": plan.people, "views": plan.views,
             "seed": plan.seed, "size": list(plan.size), "shares": shares(rows)}  # fmt: skip
    write_bytes(plan.out / "about.json", (json.dumps(about, indent=1) + "\n").encode())
    return rows


def _write_table(path: Path, rows: Rows) -> Rows:
    """The rows in the order of their names, one a line."""
    rows = dict(sorted(rows.items()))
    text = ",\n".join(f" {json.dumps(name)}: {json.dumps(row)}" for name, row in rows.items())
    write_bytes(path, f"{{\n{text}\n}}\n".encode())
    return rows


def _everybody(plan: Plan, jobs: int) -> Iterator[Rows]:
    if jobs <= 1:
        with _atelier(plan) as render:
            yield from map(render, range(plan.people))
        return
    context = multiprocessing.get_context("spawn")
    finished: Answers = context.SimpleQueue()
    workers = [context.Process(target=_work, args=(plan, first, jobs, finished), daemon=True) for first in range(jobs)]
    for worker in workers:
        worker.start()
    try:
        for _ in range(plan.people):
            while finished.empty():
                if any(worker.exitcode for worker in workers):
                    raise OutputError("A process that renders has died", where=str(plan.out))
                time.sleep(0.02)
            answer = finished.get()
            if isinstance(answer, Exception):
                raise answer
            yield answer
    finally:
        for worker in workers:
            worker.terminate()


def _work(plan: Plan, first: int, step: int, finished: Answers) -> None:
    """A process of its own: every `step`-th person from `first` on."""
    try:
        with _atelier(plan) as render:
            for number in range(first, plan.people, step):
                finished.put(render(number))
    except Exception as problem:  # told to whoever waits, and raised there
        finished.put(problem)


@contextmanager
def _atelier(plan: Plan) -> Iterator[Callable[[int], Rows]]:
    body = BodyModel()  # before OpenGL: torch loaded after Mesa's software driver crashes with it
    with Rasteriser(plan.size) as rasteriser:
        yield lambda number: _person(plan, number, body, rasteriser)


def _person(plan: Plan, number: int, body: BodyModel, rasteriser: Rasteriser) -> Rows:
    rows = {}
    for taken in portray(plan, number, body=body, rasteriser=rasteriser):
        _write(plan, taken)
        rows[taken.name] = taken.row
    return rows


def portray(plan: Plan, number: int, *, body: BodyModel, rasteriser: Rasteriser) -> Iterator[Taken]:
    """All pictures of one person of the plan."""
    sex = ("female", "male")[number % 2]
    person = draw_person(f"{number:05d}", np.random.default_rng((plan.seed, number)), sex=sex)
    dressed = DressedPerson(body, person, fine=0 if max(plan.size) <= 320 else 1)
    loaded, solid = rasteriser.load(dressed), Solid(dressed.figure)
    try:
        for view in range(plan.views):
            yield _taken(plan, number, view, loaded=loaded, solid=solid, rasteriser=rasteriser, sex=sex)
    finally:
        loaded.release()


def _taken(
    plan: Plan, number: int, view: int, *, loaded: LoadedPerson, solid: Solid, rasteriser: Rasteriser, sex: str
) -> Taken:
    dressed = loaded.person
    rng = np.random.default_rng((plan.seed, number, view))
    count = number * plan.views + view
    _, bones, kind = draw_pose(solid, rng)
    posed = dressed.pose(bones)
    seen = draw_view(posed, plan.size, rng, facing=facing_of(count))
    light, exposure = draw_light(seen.camera, rng)
    shot = rasteriser.shoot(loaded, posed, seen.camera, light=light, exposure=exposure)
    share = shot.cover[:, :, None].astype(np.float32) / 255
    behind = draw_background(posed, seen.camera, rng)
    picture = np.rint(shot.picture * share + behind * (1 - share))
    picture = np.clip(picture + rng.normal(0, rng.uniform(0.3, 2.5), picture.shape), 0, 255).astype(np.uint8)
    mask = np.where(shot.cover > 127, 255, 0).astype(np.uint8)
    joints = seen_joints(posed, seen.camera, shot)
    row = {
        "size": list(plan.size),
        "split": "val" if number % VAL_EVERY == VAL_EVERY - 1 else "train",
        "mask": "rendered",
        "keypoints": [[round(float(x), 2), round(float(y), 2), float(c)] for x, y, c in joints],
        "person": number,
        **_facts(dressed.person, seen, kind, sex),
    }
    return Taken(f"{count:05d}", picture, mask, shot, row)


def _facts(person: Person, view: View, kind: str, sex: str) -> dict[str, Any]:
    return {
        "facing": view.facing, "angle": round(view.angle, 1), "cut": view.cut, "pose": kind, "sex": sex,
        "skin": skin_group(person), "age": round(person.build.age, 2), "weight": round(person.build.weight, 2),
    }  # fmt: skip


def facing_of(count: int) -> str:
    """The facing of picture number `count`, spread evenly: any run of pictures keeps the shares of `FACINGS`."""
    lot, total = (count + 0.5) * _GOLDEN % 1.0, 0.0
    for name, (share, _, _) in FACINGS.items():
        total += share
        if lot < total:
            return name
    return next(reversed(FACINGS))


def _write(plan: Plan, taken: Taken) -> None:
    bgr = np.ascontiguousarray(taken.picture[:, :, ::-1])
    _save(plan.out / "photos" / f"{taken.name}.jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, 94])
    _save(plan.out / "masks" / f"{taken.name}.png", taken.mask, [cv2.IMWRITE_PNG_BILEVEL, 1])
    if plan.depth:  # millimetres, 0 where there is nobody
        near = taken.shot.depth
        there = taken.shot.parts != NOTHING
        depth = np.where(there, np.rint(near * 1000), 0).astype(np.uint16)
        _save(plan.out / "depth" / f"{taken.name}.png", depth, [])
    if plan.parts:  # blue is 0, green the garment or skin, red the part of the body
        layers = [np.zeros_like(taken.mask), taken.shot.parts, taken.shot.regions]
        _save(plan.out / "parts" / f"{taken.name}.png", np.stack(layers, axis=2), [])


def _save(path: Path, image: npt.NDArray[Any], how: list[int]) -> None:
    fine, data = cv2.imencode(path.suffix, image, how)
    assert fine, path
    write_bytes(path, data.tobytes())


def shares(rows: Rows) -> dict[str, dict[str, float]]:
    """For facing, sex, skin, cut and split, the share of the pictures that each value has."""
    result: dict[str, dict[str, float]] = {}
    for key in ("facing", "sex", "skin", "cut", "split"):
        values = sorted({str(row[key]) for row in rows.values()})
        result[key] = {v: round(sum(str(r[key]) == v for r in rows.values()) / len(rows), 3) for v in values}
    return result
