"""The pictures to look at: the worst, the middle and the best of every model, made again from their cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.overlay import draw_skeleton, skeleton_picture
from engine.skeleton import Pose
from training.judging.definitions import FIGURES, MOVED, REAL, UNCHANGED
from training.judging.joints import JointFinder, head_size, wrong_joints
from training.judging.judge import Judged
from training.judging.models import Model
from training.judging.tally import Tally

Bytes = npt.NDArray[np.uint8]

_WHITE: Final = (255, 255, 255)
_RED: Final = (220, 30, 30)


@dataclass(frozen=True)
class Strip:
    """One case shown: which it is, what is to be seen in it, and its pictures.

    `pictures` are a name, the picture uint8 [H, W, 3], and the figure that it got, or "".
    """

    title: str
    words: str
    pictures: tuple[tuple[str, Bytes, str], ...]


@dataclass(frozen=True)
class Gallery:
    """The strips of one model on one suite, by "worst", "middle" and "best"."""

    model: str
    suite: str
    by: str
    strips: dict[str, list[Strip]]


def gallery_of(judged: Judged, model: Model, models: Sequence[Model], *, finder: JointFinder, each: int = 4) -> Gallery:
    """`each` strips of the worst, the middle and the best cases of `model`, with the others' pictures beside."""
    scores, by = badness(judged.tally, model.label)
    strips = {
        name: [_strip(judged, int(place), model, models, finder=finder) for place in places]
        for name, places in chosen(scores, each=each).items()
    }
    return Gallery(model.label, judged.cases.suite, by, strips)


def badness(tally: Tally, answer: str) -> tuple[npt.NDArray[np.float64], str]:
    """[n] how bad each case came out, larger is worse, and what that goes by."""
    if "l1_person" in tally.figures:
        return tally.single(answer, "l1_person"), "L1 over the person"
    if "pckh" in tally.figures and "pckh_moved" in tally.figures and "colour_difference" in tally.figures:
        moved, every = tally.single(answer, "pckh_moved"), tally.single(answer, "pckh")
        share = np.where(np.isfinite(moved), np.minimum(moved, every), every)
        colours = np.nan_to_num(tally.single(answer, "colour_difference"))
        return 100 * (1 - share) + colours, "joints that are not where they should be, then colours"
    key = tally.figures[0]
    if FIGURES[key].better == "low":
        return tally.single(answer, key), FIGURES[key].title
    return -tally.single(answer, key), FIGURES[key].title


def chosen(scores: npt.NDArray[np.float64], *, each: int) -> dict[str, list[int]]:
    """Places of the worst, the middle and the best scores, no place twice."""
    order = [int(i) for i in np.argsort(-scores, kind="stable") if np.isfinite(scores[i])]
    each = min(each, max(1, len(order) // 3))
    worst, best = order[:each], order[max(each, len(order) - each) :]
    rest = order[each : len(order) - each]
    start = max(0, (len(rest) - each) // 2)
    return {"worst": worst, "middle": rest[start : start + each], "best": best[::-1]}


def _strip(judged: Judged, place: int, model: Model, models: Sequence[Model], *, finder: JointFinder) -> Strip:
    case, answers = judged.again(place, models)
    mine = answers[model.label]
    found = finder.find([mine])[0]
    wrong = wrong_joints(found.pose, case.target, size=case.size)
    pictures = [
        ("condition", answers.get(UNCHANGED, case.condition)),
        ("target pose", skeleton_picture(case.target, case.size, background=_WHITE)),
        (MOVED, answers[MOVED]),
        ("its holes", np.repeat(np.rint(255 * (1 - case.moved.holes)).astype(np.uint8)[..., None], 3, axis=2)),
        (model.label, mine),
    ]
    pictures += [(other.label, answers[other.label]) for other in models if other is not model]
    if case.truth is not None:
        pictures.append((REAL, case.truth))
    pictures.append(("joints found; rings where they should be", _with_rings(mine, found.pose, case.target)))
    words = [f"{kind}: {name}" for kind, name in case.groups.items()]
    names = ", ".join(joint.title for joint in wrong)
    words.append("nobody found" if not found.people else f"wrong: {names}" if wrong else "all joints right")
    key = _shown_figure(judged.tally)
    figures = {label: float(judged.tally.single(label, key)[place]) for label in judged.tally.answers}
    named = {"condition": UNCHANGED, "target pose": "", REAL: ""}
    shown = []
    for name, picture in pictures:
        value = figures.get(named.get(name, name), np.nan)
        shown.append((name, picture, f"{FIGURES[key].title} {value:.{FIGURES[key].digits}f}" if value == value else ""))
    return Strip(case.name, "; ".join(words), tuple(shown))


def _shown_figure(tally: Tally) -> str:
    return next((key for key in ("l1_person", "pckh") if key in tally.figures), tally.figures[0])


def _with_rings(picture: Bytes, found: Pose, target: Pose) -> Bytes:
    """The joints that were found, and a red ring where each of those that are wrong should be."""
    drawn = draw_skeleton(picture, found)
    size = (picture.shape[0], picture.shape[1])
    radius = round(0.5 * head_size(target, default=0.9 * size[0]))
    for joint in wrong_joints(found, target, size=size):
        x, y = target.place(joint)
        cv2.circle(drawn, (round(x), round(y)), radius, _RED, 1, cv2.LINE_AA)
    return drawn
