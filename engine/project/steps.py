"""What a step of the undo history is made of: kinds of changes, and edits made ready before the file is touched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.progress import CancelToken, Progress, check, no_progress
from engine.project.codec import aim_of_text, aim_text, compact, joined_people, people_of_text, people_text, pose_text
from engine.project.records import Aim, People, PhotoState
from engine.skeleton import facing_of
from engine.text import Text

CHUNK: Final = 250
"""Rows that are written between two looks at whether somebody wants to stop."""


class Kind(StrEnum):
    """What a change changes. The subject is a photo's number, or 0 for what belongs to the whole project.

    PEOPLE      `People` of a photo
    STATE       `PhotoState` of a photo
    NOTE        a photo's note, text
    PRESENT     whether a photo is in the project, bool
    AIM         the target pose and whether it is fitted, `Aim`
    BACKGROUND  what is behind the person, text
    OUTSIDE     something outside of the project file, as JSON; the one who made the change carries it out
    """

    PEOPLE = "people"
    STATE = "state"
    NOTE = "note"
    PRESENT = "present"
    AIM = "aim"
    BACKGROUND = "background"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Edit:
    """A wish: `after` is to be the value of `subject`. `before` is given for OUTSIDE alone, else it is looked up."""

    kind: Kind
    subject: int
    after: object
    before: object = None


@dataclass(frozen=True)
class Change:
    """What was changed: the values before and after."""

    kind: Kind
    subject: int
    before: object
    after: object


@dataclass(frozen=True)
class Step:
    """One step of the history, as it is undone and done again at once.

    number   counted from 1
    text     what it is called, in a person's words
    merge    steps in a row with the same word here become one; empty for a step of its own
    time     when, ISO 8601 in UTC
    changes  in the order in which they were made
    """

    number: int
    text: str
    merge: str
    time: str
    changes: tuple[Change, ...]


def encode(kind: Kind, value: object) -> str:
    """A value as the journal keeps it. Raises TypeError for a value of another kind."""
    if kind is Kind.PEOPLE and isinstance(value, People):
        return people_text(value)
    if kind is Kind.AIM and isinstance(value, Aim):
        return aim_text(value)
    if kind is Kind.STATE and isinstance(value, PhotoState):
        return compact(value.value)
    if (kind in (Kind.NOTE, Kind.BACKGROUND) and isinstance(value, str)) or (
        kind is Kind.PRESENT and isinstance(value, bool)
    ):
        return compact(value)
    if kind is Kind.OUTSIDE:
        return compact(value)
    raise TypeError(f"{type(value).__name__} is no value of {kind.value}")


def decode(kind: Kind, text: str) -> object:
    """A value from the journal. Raises ValueError, TypeError or KeyError when the text says none."""
    if kind is Kind.PEOPLE:
        return people_of_text(text)
    if kind is Kind.AIM:
        return aim_of_text(text)
    value = json.loads(text)
    return PhotoState(value) if kind is Kind.STATE else value


@dataclass(frozen=True)
class PeopleRow:
    """People as the table of photos keeps them: each pose's JSON, who is the main person, facing and confidence."""

    poses: tuple[str, ...]
    main: int
    facing: str | None
    confidence: float | None

    @classmethod
    def of(cls, people: People) -> PeopleRow:
        """Work out what is written of some people."""
        pose = people.pose
        sure = None
        if pose is not None and pose.present.any():
            sure = float(pose.confidence[pose.present].min())
        poses = tuple(pose_text(one) for one in people.poses)
        return cls(poses, people.main, None if pose is None else facing_of(pose).value, sure)


@dataclass(frozen=True, eq=False)
class Ready:
    """An edit with all that takes time worked out: `text` is the value after it as JSON, `row` people's own."""

    edit: Edit
    text: str
    row: PeopleRow | None = None

    @property
    def place(self) -> tuple[Kind, int]:
        """What is changed."""
        return self.edit.kind, self.edit.subject


def make_ready(
    edits: Sequence[Edit], *, progress: Progress = no_progress, cancel: CancelToken | None = None
) -> list[Ready]:
    """Work out what many edits write, without touching any file: it can be done in any thread.

    Raises TypeError for a value of another kind, Cancelled.
    """
    ready: list[Ready] = []
    for done, edit in enumerate(edits):
        check(cancel)
        if len(edits) > 1:
            progress(done, len(edits), Text("Writing them down"))
        if isinstance(edit.after, People) and edit.kind is Kind.PEOPLE:
            row = PeopleRow.of(edit.after)
            ready.append(Ready(edit, joined_people(list(row.poses), main=row.main), row))
        else:
            ready.append(Ready(edit, encode(edit.kind, edit.after)))
    return ready


def runs(ready: Iterable[Ready]) -> Iterator[list[Ready]]:
    """The edits in order, in groups that are of one kind and in which nothing is changed twice."""
    group: list[Ready] = []
    places: set[tuple[Kind, int]] = set()
    for one in ready:
        if group and (one.edit.kind is not group[0].edit.kind or one.place in places or len(group) == CHUNK):
            yield group
            group, places = [], set()
        group.append(one)
        places.add(one.place)
    if group:
        yield group
