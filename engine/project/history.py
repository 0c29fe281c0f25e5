"""The undo history: every change is a row of a journal with what was before and after, and survives a restart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from engine.errors import UsageError
from engine.project.codec import aim_of_text, aim_text, compact, people_of_text, people_text
from engine.project.database import Database, damaged, now
from engine.project.photos import Photos
from engine.project.records import Aim, People, PhotoState
from engine.project.shelf import Settings

AIM_KEY: Final = "aim"
BACKGROUND_KEY: Final = "background"
FIRST_BACKGROUND: Final = "white"


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


def _encode(kind: Kind, value: object) -> str:
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


def _decode(kind: Kind, text: str) -> object:
    if kind is Kind.PEOPLE:
        return people_of_text(text)
    if kind is Kind.AIM:
        return aim_of_text(text)
    value = json.loads(text)
    return PhotoState(value) if kind is Kind.STATE else value


class History:
    """Makes changes, takes them back and makes them again; each call is one transaction."""

    def __init__(self, database: Database, *, photos: Photos, settings: Settings) -> None:
        self._database = database
        self._photos = photos
        self._settings = settings
        self._may_merge = False
        self._index = self._count = 0
        self._names: dict[int, str] = {}
        self.renew()
        database.on_rollback.append(self.renew)

    def renew(self) -> None:
        """Read from the file where the history stands."""
        self._may_merge = False
        self._names.clear()
        self._index = int(self._database.value("SELECT MAX(step) FROM journal WHERE done = 1") or 0)
        self._count = max(self._index, int(self._database.value("SELECT MAX(step) FROM journal WHERE done = 0") or 0))

    # where it stands

    @property
    def count(self) -> int:
        """How many steps there are, those taken back included."""
        return self._count

    @property
    def index(self) -> int:
        """How many steps are done: undo takes back the step of this number."""
        return self._index

    @property
    def undo_text(self) -> str:
        """The name of the step that undo takes back; empty when there is none."""
        return self._name(self._index)

    @property
    def redo_text(self) -> str:
        """The name of the step that redo makes again; empty when there is none."""
        return self._name(self._index + 1)

    def _name(self, number: int) -> str:
        if not 1 <= number <= self._count:
            return ""
        if number not in self._names:
            if len(self._names) > 16:
                self._names.clear()
            self._names[number] = str(self._database.value("SELECT text FROM journal WHERE step = ?", number) or "")
        return self._names[number]

    def step(self, number: int) -> Step | None:
        """One step; None when there is none of this number."""
        rows = self._database.rows(
            "SELECT kind, subject, before, after, text, merge, time FROM journal WHERE step = ? ORDER BY id", number
        )
        if not rows:
            return None
        changes = tuple(self._change(*row[:4]) for row in rows)
        return Step(number, rows[0][4], rows[0][5], rows[0][6], changes)

    def _change(self, kind: str, subject: int, before: str, after: str) -> Change:
        try:
            known = Kind(kind)
            return Change(known, subject, _decode(known, before), _decode(known, after))
        except (ValueError, TypeError, KeyError) as error:
            raise damaged(self._database.where, detail="a step of the history cannot be read") from error

    # doing

    def change(self, *edits: Edit, text: str, merge: str = "") -> Step:
        """Carry out edits as one step, called `text`. Steps that were taken back are gone then.

        With the same `merge` as the step just made, which changed the same subjects, it becomes part of that step.
        Raises UsageError for a photo that the project does not have, TypeError for a value of another kind.
        """
        if not edits:
            raise UsageError("A step changes something")
        with self._database.writing():
            merged = self._may_merge and bool(merge) and self._merge(edits, merge=merge)
            if not merged:
                self._cut()
                number, time = self._index + 1, now()
                for edit in edits:
                    before = self._value(edit)
                    after = _encode(edit.kind, edit.after)
                    self._put(edit.kind, edit.subject, after, value=edit.after)
                    self._database.run(
                        "INSERT INTO journal (step, kind, subject, before, after, text, merge, time, done)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                        number,
                        edit.kind.value,
                        edit.subject,
                        before,
                        after,
                        text,
                        merge,
                        time,
                    )
                self._index = self._count = number
                self._names[number] = text
        self._may_merge = True
        done = self.step(self._index)
        assert done is not None  # it was just written
        return done

    def _merge(self, edits: Sequence[Edit], *, merge: str) -> bool:
        rows = self._database.rows("SELECT kind, subject, merge, id FROM journal WHERE step = ?", self._index)
        places = {(kind, subject): number for kind, subject, word, number in rows if word == merge}
        if not all((edit.kind.value, edit.subject) in places for edit in edits):
            return False
        for edit in edits:
            after = _encode(edit.kind, edit.after)
            self._put(edit.kind, edit.subject, after, value=edit.after)
            number = places[edit.kind.value, edit.subject]
            self._database.run("UPDATE journal SET after = ?, time = ? WHERE id = ?", after, now(), number)
        return True

    def _cut(self) -> None:
        if self._count > self._index:
            self._database.run("DELETE FROM journal WHERE done = 0")
            self._names.clear()

    def undo(self) -> Step | None:
        """Take the last step back; answers it, or None when there is none."""
        step = self.step(self._index)
        if step is not None:
            with self._database.writing():
                for change in reversed(step.changes):
                    self._put(change.kind, change.subject, _encode(change.kind, change.before), value=change.before)
                self._database.run("UPDATE journal SET done = 0 WHERE step = ?", step.number)
                self._index, self._may_merge = step.number - 1, False
        return step

    def redo(self) -> Step | None:
        """Make the step again that was taken back last; answers it, or None when there is none."""
        step = self.step(self._index + 1)
        if step is not None:
            with self._database.writing():
                for change in step.changes:
                    self._put(change.kind, change.subject, _encode(change.kind, change.after), value=change.after)
                self._database.run("UPDATE journal SET done = 1 WHERE step = ?", step.number)
                self._index, self._may_merge = step.number, False
        return step

    def forget(self, number: int) -> None:
        """Take a step and all that come after it out of the history; what they changed stays as it is.

        For a step outside of the project that cannot be carried out any more.
        """
        with self._database.writing():
            self._database.run("DELETE FROM journal WHERE step >= ?", number)
        self.renew()

    # the values

    def _value(self, edit: Edit) -> str:
        match edit.kind:
            case Kind.PEOPLE:
                return self._photos.people_json(edit.subject)
            case Kind.STATE | Kind.NOTE:
                return compact(self._photos.column(edit.subject, edit.kind.value))
            case Kind.PRESENT:
                return compact(bool(self._photos.column(edit.subject, "present")))
            case Kind.AIM:
                return self._settings.text(AIM_KEY) or aim_text(Aim())
            case Kind.BACKGROUND:
                return self._settings.text(BACKGROUND_KEY) or compact(FIRST_BACKGROUND)
            case Kind.OUTSIDE:
                return compact(edit.before)

    def _put(self, kind: Kind, subject: int, text: str, *, value: Any) -> None:
        match kind:
            case Kind.PEOPLE:
                self._photos.put_people(subject, value)
            case Kind.STATE:
                self._photos.put_column(subject, kind.value, value.value)
            case Kind.NOTE:
                self._photos.put_column(subject, kind.value, value)
            case Kind.PRESENT:
                self._photos.put_column(subject, kind.value, int(value))
            case Kind.AIM:
                self._settings.set_text(AIM_KEY, text)
            case Kind.BACKGROUND:
                self._settings.set_text(BACKGROUND_KEY, text)
            case Kind.OUTSIDE:
                pass
