"""Writes a folder of rendered people with exact joints, in the form of the annotated photos' folder."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.queues import SimpleQueue
from typing import Any, Final

import numpy as np

from engine.errors import OutputError
from engine.progress import Progress, no_progress
from training.orphans import end_with_parent
from training.synthetic.acting import Solid, draw_pose
from training.synthetic.body import BodyModel
from training.synthetic.cast import draw_person, skin_group
from training.synthetic.dressed import DressedPerson
from training.synthetic.folder import Plan, Rows, Taken, begin, write_picture, write_rows
from training.synthetic.joints import outside, seen_joints
from training.synthetic.pairing import write_person_pairs
from training.synthetic.people import Person
from training.synthetic.raster import LoadedPerson, Rasteriser
from training.synthetic.report import Rendering, write_report
from training.synthetic.scenery import FACINGS, View, draw_background, draw_light, draw_view
from training.synthetic.seats import draw_seat, with_seat

Answers = SimpleQueue[Any]
"""Rows, or what went wrong."""

_ROUND, _HELD_OUT = 20, (9, 18)
"""Of every twenty people one man and one woman are for judging."""
_SAVE_EVERY: Final = 10
_GOLDEN: Final = 0.6180339887498949


def synthesize(plan: Plan, *, jobs: int = 1, progress: Progress = no_progress) -> Rows:
    """Render into `plan.out` whoever is not there yet and answer the table; any `jobs` give the same pictures.

    Pairs and the report are written at the end. UsageError when the folder has pictures of another kind, NoOpenGL when
    the machine cannot render.
    """
    rows = begin(plan)
    there = {row["person"] for row in rows.values()}
    missing = [number for number in range(plan.people) if number not in there]
    begun = time.monotonic()
    progress((plan.people - len(missing)) * plan.views, plan.people * plan.views, "rendering")
    try:
        for done, part in enumerate(_everybody(plan, missing, jobs=jobs), start=1):
            rows |= part
            if done % _SAVE_EVERY == 0:  # what there is can be used, whatever happens later
                write_rows(plan.out, rows)
            progress((plan.people - len(missing) + done) * plan.views, plan.people * plan.views, "rendering")
    finally:
        if rows:
            rows = write_rows(plan.out, rows)
    rendered = Rendering(len(missing) * plan.views, time.monotonic() - begun, jobs)
    write_report(plan, rows, pairs=write_person_pairs(plan.out, rows), rendering=rendered)
    return rows


def _everybody(plan: Plan, numbers: Sequence[int], *, jobs: int) -> Iterator[Rows]:
    if not numbers:
        return
    if jobs <= 1:
        with _atelier(plan) as render:
            yield from map(render, numbers)
        return
    context = multiprocessing.get_context("spawn")
    finished: Answers = context.SimpleQueue()
    shares = [numbers[first::jobs] for first in range(min(jobs, len(numbers)))]
    workers = [context.Process(target=_work, args=(plan, share, finished), daemon=True) for share in shares]
    for worker in workers:
        worker.start()
    try:
        for _ in numbers:
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


def _work(plan: Plan, numbers: Sequence[int], finished: Answers) -> None:
    """A process of its own."""
    end_with_parent()
    try:
        with _atelier(plan) as render:
            for number in numbers:
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
        write_picture(plan, taken)
        rows[taken.name] = taken.row
    return rows


def sex_of(number: int) -> str:
    """`female` or `male`, in turn: as many of both."""
    return ("female", "male")[number % 2]


def split_of(number: int) -> str:
    """`val` for a tenth of the people, women and men alike, else `train`; all pictures of a person are in one split."""
    return "val" if number % _ROUND in _HELD_OUT else "train"


def portray(plan: Plan, number: int, *, body: BodyModel, rasteriser: Rasteriser) -> Iterator[Taken]:
    """All pictures of one person of the plan."""
    sex = sex_of(number)
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
    seat = draw_seat(posed, rng) if kind.startswith("sit") else None
    behind = draw_background(posed, seen.camera, rng, resting=None if seat is None else seat.vertices)
    if seat is not None:
        shot, behind = with_seat(
            seat, shot, behind, rasteriser=rasteriser, camera=seen.camera, light=light, exposure=exposure
        )
    share = shot.cover[:, :, None].astype(np.float32) / 255
    picture = np.rint(shot.picture * share + behind * (1 - share))
    picture = np.clip(picture + rng.normal(0, rng.uniform(0.3, 2.5), picture.shape), 0, 255).astype(np.uint8)
    mask = np.where(shot.cover > 127, 255, 0).astype(np.uint8)
    joints = seen_joints(posed, seen.camera, shot)
    row = {
        "size": list(plan.size),
        "split": split_of(number),
        "mask": "rendered",
        "keypoints": [[round(float(x), 2), round(float(y), 2), float(c)] for x, y, c in joints],
        "outside": outside(posed, seen.camera),
        "person": number,
        **_facts(dressed.person, dressed.figure.height, seen, kind, sex),
    }
    return Taken(f"{count:05d}", picture, mask, shot, row)


def _facts(person: Person, height: float, view: View, kind: str, sex: str) -> dict[str, Any]:
    return {
        "facing": view.facing, "angle": round(view.angle, 1), "cut": view.cut, "pose": kind, "sex": sex,
        "skin": skin_group(person), "age": round(person.build.age, 2),
        "weight": round(person.build.weight, 2), "height": round(height, 3),
    }  # fmt: skip


def facing_of(count: int) -> str:
    """The facing of picture number `count`, spread evenly: any run of pictures keeps the shares of `FACINGS`."""
    lot, total = (count + 0.5) * _GOLDEN % 1.0, 0.0
    for name, (share, _, _) in FACINGS.items():
        total += share
        if lot < total:
            return name
    return next(reversed(FACINGS))
