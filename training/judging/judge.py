"""Judging generators on a suite: every case put to every model, measured, and let go again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
from torch import Tensor

from engine.progress import Progress, no_progress
from engine.text import Text
from training.judging.cases import Case, Cases, Suite, answer, with_white_holes
from training.judging.colours import colour_figures
from training.judging.definitions import MOVED, MOVED_WHITE, PAIRS, REAL, SAME, TRANSFERS, UNCHANGED
from training.judging.features import FEWEST, FeatureSums, InceptionFeatures, Lpips, PoseFeatures
from training.judging.joints import FoundPeople, JointFinder, Share, joint_figures
from training.judging.models import Model
from training.judging.similarity import gradient_energy, l1, ssim_common, ssim_patn, ssim_person
from training.judging.tally import Tally

Bytes = npt.NDArray[np.uint8]
Keep = Callable[[str, Case, dict[str, Bytes]], None]

MOST_KEPT: Final = 32
"""Of so many cases at most the pictures stay in memory, some 2 MB each, so that the page need not paint them again."""
MOST_LOGITS: Final = 10_000
"""IS is taken on as many pictures at most, so that memory stays level."""


@dataclass(frozen=True)
class Instruments:
    """What figures are taken with; those that are None are not taken.

    finder         finds the joints again
    lpips          compares two pictures
    features       of our own, for the distance between sets
    inception      for FID and IS
    """

    finder: JointFinder
    lpips: Lpips | None = None
    features: PoseFeatures | None = None
    inception: InceptionFeatures | None = None


@dataclass
class SetFeatures:
    """The features of one answer's pictures over a suite, added up."""

    size: tuple[int, int] = (0, 0)
    own: FeatureSums | None = None
    inception: FeatureSums | None = None
    logits: list[Tensor] = field(default_factory=list)

    def add(self, picture: Bytes, instruments: Instruments) -> None:
        """Enter one picture."""
        one = np.ascontiguousarray(picture)[None]
        self.size = (picture.shape[0], picture.shape[1])
        if instruments.features is not None:
            self.own = self.own or FeatureSums(instruments.features.width)
            self.own.add(instruments.features(one))
        if instruments.inception is not None:
            self.inception = self.inception or FeatureSums(instruments.inception.width)
            features, logits = instruments.inception.both(one)
            self.inception.add(features)
            if len(self.logits) < MOST_LOGITS:
                self.logits.append(logits)


@dataclass(frozen=True)
class Judged:
    """A suite with what was measured on it; `kept` are the cases with all answers, by place, where they are few."""

    cases: Cases
    tally: Tally
    sets: dict[str, SetFeatures]
    skipped: int
    kept: dict[int, tuple[Case, dict[str, Bytes]]] = field(default_factory=dict)

    def again(self, index: int, models: Sequence[Model]) -> tuple[Case, dict[str, Bytes]]:
        """A case of the tally once more, with everybody's answers."""
        place = self.tally.places[index]
        if place in self.kept:
            return self.kept[place]
        case = self.cases.make(place)
        assert case is not None, "a case that was judged can be made again"
        return case, answers_to(case, models)


def judge_suite(
    cases: Cases,
    models: Sequence[Model],
    instruments: Instruments,
    *,
    only: Sequence[str] = (),
    keep: Keep | None = None,
    progress: Progress = no_progress,
) -> Judged:
    """Put every case to every model and measure the answers, those that need no network among them.

    `only` names the figures to take, where not all are wanted. `keep` is handed each case with all its answers, for
    whoever wants the pictures; nothing else holds on to them.
    """
    figures = figures_of(cases.suite, only=only)
    whole_sets = has_sets(cases)
    tally, skipped = Tally(figures), 0
    sets: dict[str, SetFeatures] = {}
    kept: dict[int, tuple[Case, dict[str, Bytes]]] = {}
    for index in range(cases.count):
        case = cases.make(index)
        progress(index, cases.count, Text("Judging {suite}", suite=cases.suite))
        if case is None:
            skipped += 1
            continue
        tally.open(case.name, who=case.who, groups=case.groups, place=index)
        answers = answers_to(case, models)
        seen = [label for label in answers if label != MOVED_WHITE] if _asks_for_joints(figures) else []
        people = dict(zip(seen, instruments.finder.find([answers[s] for s in seen]), strict=True))
        for label, picture in answers.items():
            tally.add(label, measure(label, picture, case, instruments, people=people.get(label), figures=figures))
            if whole_sets and label != MOVED_WHITE:
                sets.setdefault(label, SetFeatures()).add(picture, instruments)
        if keep is not None:
            keep(cases.suite, case, answers)
        if cases.count <= MOST_KEPT:
            kept[index] = case, answers
    progress(cases.count, cases.count, Text("Judged {suite}", suite=cases.suite))
    return Judged(cases, tally, sets, skipped, kept)


def figures_of(suite: Suite, *, only: Sequence[str] = ()) -> list[str]:
    """The figures that are taken picture by picture on a suite."""
    all_of_it = {"pairs": PAIRS, "rendered": PAIRS, "same": SAME}.get(suite, TRANSFERS)
    return [key for key in all_of_it if not only or key in only]


def has_sets(cases: Cases) -> bool:
    """Whether a suite's pictures are compared with the training set: they are many, and say something new."""
    return cases.suite in ("pairs", "poses") and cases.count >= FEWEST


def answers_to(case: Case, models: Sequence[Model]) -> dict[str, Bytes]:
    """All pictures of one case by who answered: the real photo where there is one, what needs no network, models."""
    found: dict[str, Bytes] = {}
    if case.truth is not None and case.truth is not case.condition:
        found[REAL] = case.truth
        found[UNCHANGED] = case.condition
        found[MOVED_WHITE] = with_white_holes(case.moved)
    elif case.truth is None:
        found[UNCHANGED] = case.condition
    found[MOVED] = case.moved.picture
    for model in models:
        assert model.painter is not None
        found[model.label] = answer(model.painter, case)
    return found


def _asks_for_joints(figures: Sequence[str]) -> bool:
    return any(key.startswith("pckh") or key in ("found", "alone") for key in figures)


def measure(
    label: str,
    picture: Bytes,
    case: Case,
    instruments: Instruments,
    *,
    people: FoundPeople | None,
    figures: Sequence[str],
) -> dict[str, Share | float]:
    """The figures of one answer to one case; a figure that means nothing for this answer is left out.

    `people` is what the estimator finds in the picture, None where it was not asked.
    """
    found: dict[str, Share | float] = {}
    real = case.truth if case.truth is not None else case.condition
    real_person = case.person if case.truth is not None else case.photo_person
    # The unchanged condition has another outline than the one that is asked for, and white holes have edges.
    if label not in (UNCHANGED, MOVED_WHITE) and "sharpness" in figures:
        found["sharpness"] = (gradient_energy(picture, case.person), gradient_energy(real, real_person))
    if case.truth is not None and label != REAL:
        found |= by_pixels(picture, case.truth, case, instruments, figures=figures)
    if people is not None:
        found |= joint_figures(people, source=case.source, target=case.target, size=case.size)
    if {"colour_agreement", "colour_difference"} & set(figures) and label != UNCHANGED:
        found |= colour_figures(
            case.condition, picture, source=case.source, target=case.target, person=case.photo_person
        )
    return {key: value for key, value in found.items() if key in figures}


def by_pixels(
    picture: Bytes, truth: Bytes, case: Case, instruments: Instruments, *, figures: Sequence[str]
) -> dict[str, Share | float]:
    """The figures that compare a picture with the real one, pixel by pixel."""
    ways: dict[str, Callable[[], float]] = {
        "ssim_patn": lambda: ssim_patn(picture, truth),
        "ssim_common": lambda: ssim_common(picture, truth),
        "ssim_person": lambda: ssim_person(picture, truth, case.person),
        "l1": lambda: l1(picture, truth),
        "l1_person": lambda: l1(picture, truth, case.person),
    }
    if instruments.lpips is not None:
        compare = instruments.lpips
        ways["lpips"] = lambda: compare(picture, truth)
    return {key: way() for key, way in ways.items() if key in figures}
