"""What generators are asked for: fixed lists of condition picture and target pose, the same in every call.

A pair has a real picture to compare with; a transfer, to another photo's pose or to one of the gallery's, has none.
What goes into the generator is what the window would hand it, room for raised arms included.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import cv2
import numpy as np
import numpy.typing as npt

from engine.alignment import Moved
from engine.errors import UsageError
from engine.framing import Framing
from engine.painter import Painted, Painter
from engine.presets import load_presets
from engine.skeleton import Pose
from engine.text import Text
from engine.transfer import FEWEST_JOINTS, TransferSession
from training.judging.groups import groups_of
from training.judging.people import AnyPeople, Subject
from training.pairs import Change, make_pair

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Size = tuple[int, int]
Suite = Literal["pairs", "poses", "presets", "same", "rendered"]

SUITES: Final[tuple[Suite, ...]] = ("pairs", "poses", "presets", "same")
"""Those that need one set of data; "rendered" needs rendered people beside it."""
SEED: Final = 20140601


@dataclass(frozen=True)
class Case:
    """One question to every generator. Pictures uint8 [H, W, 3], maps float32 [H, W] in 0..1, poses in their pixels.

    name           what it is, for a person
    person         who is shown: cases of one person are not independent
    groups         what it is counted under: "facing": "front" and the like
    condition      the condition picture as it is, for generators that take that
    moved          the same moved into the target pose, for those that take that
    source, target poses of the condition picture and the one that is asked for
    turned, shown  both poses as the generator is told them: the source mirrored where the target asks for the other
                   side, the target then without a face
    photo_person   the person in the condition picture
    truth          the real picture in the target pose; None where there is none
    person         the person in `truth`, or in `moved` where there is no truth
    """

    name: str
    who: str
    groups: dict[str, str]
    condition: Bytes
    moved: Moved
    source: Pose
    target: Pose
    turned: Pose
    shown: Pose
    photo_person: Floats
    truth: Bytes | None
    person: Floats

    @property
    def size(self) -> Size:
        """Height and width."""
        return self.condition.shape[0], self.condition.shape[1]


@dataclass(frozen=True)
class Cases:
    """A suite: `make(index)` answers a case, or None when that one cannot be made (too little of a person shows)."""

    suite: Suite
    what: str
    count: int
    make: Callable[[int], Case | None]


def answer(painter: Painter, case: Case) -> Bytes:
    """A generator's picture, as the window would show it."""
    if painter.wants_moved:
        return painter.paint(case.moved, source=case.turned, target=case.shown).picture
    none = np.zeros(case.size, np.float32)
    return painter.paint(Moved(case.condition, none, none), source=case.source, target=case.target).picture


def pairs_of(people: AnyPeople, chosen: Sequence[int], *, size: Size, limit: int = 0) -> Cases:
    """True pairs where the data has them, else pairs by moving each chosen photo's person there and back.

    `size` is that of the pictures made by moving; `limit` is the most of true pairs, 0 for all.
    """
    true = people.pairs()
    if true is None:
        what = Text(
            "each photo moved limb by limb into a random pose, as the condition picture, and asked for in its own"
        )
        return Cases("pairs", what, len(chosen), lambda i: _pair_by_moving(people, chosen[i], size=size))
    rows = true[np.random.default_rng(SEED).permutation(len(true))]
    rows = rows[:limit] if limit else rows
    what = Text("two photos of one person: the first as the condition picture, the second's pose as the target")
    return Cases("pairs", what, len(rows), lambda i: _true_pair(people[int(rows[i, 0])], people[int(rows[i, 1])]))


def rendered_of(people: AnyPeople, *, limit: int) -> Cases:
    """At most `limit` true pairs of rendered people on white: turning included, which moving cannot do.

    UsageError when the data has no pairs.
    """
    if people.pairs() is None:
        raise UsageError("These rendered people have no pairs", hint="Prepare them: repose-train prepare FOLDER.")
    pairs = pairs_of(people, (), size=(0, 0), limit=limit)
    return replace(
        pairs, suite="rendered", what=Text("rendered people in two poses and views: the second is asked for")
    )


def poses_of(people: AnyPeople, chosen: Sequence[int], *, count: int) -> Cases:
    """`count` fixed transfers of a person into another person's pose."""
    order = np.random.default_rng(SEED).permutation(np.array(chosen, dtype=np.int64))
    people_there = len(order)

    def make(index: int) -> Case | None:
        subject = people[int(order[index % people_there])]
        step = 1 + index // people_there
        for more in range(people_there - 1):
            other = people[int(order[(index + step + more) % people_there])]
            if other.person != subject.person:
                return transfer(subject, other.pose, name=f"{subject.name} as {other.name}")
        return None

    most = people_there * max(0, people_there - 1)
    return Cases("poses", Text("a photo's person in another person's pose"), min(count, most), make)


def presets_of(people: AnyPeople, chosen: Sequence[int], *, count: int) -> Cases:
    """About `count` fixed transfers into the gallery's poses, each preset with as many people, others each time."""
    presets = load_presets()
    each = max(1, count // len(presets))
    order = np.random.default_rng(SEED + 1).permutation(np.array(chosen, dtype=np.int64))

    def make(index: int) -> Case | None:
        preset = presets[index // each]
        subject = people[int(order[index % len(order)])]
        return transfer(subject, preset.pose, name=f"{subject.name}: {preset.title}", preset=preset.name)

    return Cases("presets", Text("a photo's person in the gallery's poses"), each * len(presets), make)


def same_of(people: AnyPeople, chosen: Sequence[int], *, count: int) -> Cases:
    """Each person asked for in the pose that the photo has: the photo is the truth, and little should change."""

    def make(index: int) -> Case | None:
        subject = people[chosen[index]]
        return transfer(subject, subject.pose, name=subject.name, same=True)

    return Cases("same", Text("a photo's person in the pose that the photo has"), min(count, len(chosen)), make)


class _Recorder(Painter):
    """Stands where a generator would, and keeps what it is given."""

    def __init__(self) -> None:
        self._given: list[tuple[Moved, Pose, Pose]] = []

    @property
    def wants_moved(self) -> bool:
        """As our own generators do."""
        return True

    def facts(self) -> dict[str, str]:
        """Nothing was painted."""
        return {}

    def paint(self, condition: Moved, *, source: Pose, target: Pose) -> Painted:
        """The condition, as it is."""
        self._given = [(condition, source, target)]
        return Painted(condition.picture)

    def last(self) -> tuple[Moved, Pose, Pose]:
        """Condition and both poses, as a generator is told them, of the last picture."""
        return self._given[-1]


def _enough(pose: Pose) -> bool:
    return int(pose.present.sum()) >= FEWEST_JOINTS


def transfer(subject: Subject, pose: Pose, *, name: str, preset: str = "", same: bool = False) -> Case | None:
    """A person in another pose, `pose` in any pixels, as the window would make it; None when too little shows.

    With `same` the pose is the person's own, and the photo is the truth.
    """
    if not _enough(subject.pose) or not pose.present.any():
        return None
    recorder = _Recorder()
    size = (subject.picture.shape[0], subject.picture.shape[1])
    mask = subject.mask > 127
    session = TransferSession(recorder, subject.picture, pose=subject.pose, mask=mask, framing=Framing.whole(size))
    rendered = session.render(subject.pose if same else pose)
    moved, turned, shown = recorder.last()
    source = rendered.framing.to_frame(subject.pose)
    condition = rendered.framing.frame(subject.picture, mask=mask)
    person = rendered.framing.frame_mask(mask)
    return Case(
        name=name,
        who=subject.person,
        groups=groups_of(subject, condition, source=source, target=rendered.target, preset=preset),
        condition=condition,
        moved=moved,
        source=source,
        target=rendered.target,
        turned=turned,
        shown=shown,
        photo_person=person,
        truth=condition if same else None,
        person=person if same else moved.mask,
    )


def _pair_by_moving(people: AnyPeople, index: int, *, size: Size) -> Case:
    subject = people[index]
    rng = np.random.default_rng((SEED, index))
    pair = make_pair(people.framed(index), size=size, change=Change(), rng=rng, steady=True)
    return Case(
        name=subject.name,
        who=subject.person,
        groups=groups_of(subject, pair.unmoved, source=pair.source_pose, target=pair.target_pose),
        condition=pair.unmoved,
        moved=Moved(pair.condition, pair.holes, pair.person),
        source=pair.source_pose,
        target=pair.target_pose,
        turned=pair.source_pose,
        shown=pair.target_pose,
        photo_person=(pair.unmoved.min(axis=2) < 250).astype(np.float32),
        truth=pair.target,
        person=pair.person,
    )


def _true_pair(first: Subject, second: Subject) -> Case | None:
    if not _enough(first.pose) or not _enough(second.pose):
        return None
    recorder = _Recorder()
    whole = Framing(1.0, (0.0, 0.0), (first.picture.shape[0], first.picture.shape[1]))
    session = TransferSession(
        recorder, first.cut_out, pose=first.pose, mask=first.mask > 127, framing=whole, framed=True
    )
    session.render(second.pose, fit=False)
    moved, turned, shown = recorder.last()
    return Case(
        name=f"{first.name} to {second.name}",
        who=first.person,
        groups=groups_of(first, first.picture, source=first.pose, target=second.pose),
        condition=first.picture,
        moved=moved,
        source=first.pose,
        target=second.pose,
        turned=turned,
        shown=shown,
        photo_person=first.mask.astype(np.float32) / np.float32(255),
        truth=second.picture,
        person=second.mask.astype(np.float32) / np.float32(255),
    )


def with_white_holes(moved: Moved) -> Bytes:
    """The moved picture with its holes left white: what moving alone knows, without the mover's guesses."""
    share = moved.holes[..., None]
    return np.asarray(cv2.convertScaleAbs(moved.picture * (1 - share) + 255 * share), dtype=np.uint8)
