"""The undo history: every change is a row of a journal with what was before and after, and survives a restart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from engine.errors import UsageError
from engine.progress import CancelToken, Progress, check, no_progress
from engine.project.codec import UNREADABLE, aim_text, compact
from engine.project.database import Database, damaged, now
from engine.project.photos import Photos
from engine.project.records import Aim
from engine.project.shelf import Settings
from engine.project.steps import Change, Edit, Kind, Ready, Step, decode, make_ready, runs
from engine.text import encodable

__all__ = ["AIM_KEY", "BACKGROUND_KEY", "FIRST_BACKGROUND", "Change", "Edit", "History", "Kind", "Ready", "Step"]

AIM_KEY: Final = "aim"
BACKGROUND_KEY: Final = "background"
FIRST_BACKGROUND: Final = "white"


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
            return Change(known, subject, decode(known, before), decode(known, after))
        except UNREADABLE as error:
            raise damaged(self._database.where, detail="a step of the history cannot be read") from error

    def size(self, number: int) -> int:
        """Of how many changes a step consists; 0 when there is none of this number."""
        return int(self._database.value("SELECT COUNT(*) FROM journal WHERE step = ?", number) or 0)

    # doing

    def change(self, *edits: Edit, text: str, merge: str = "") -> Step:
        """Carry out edits as one step, called `text`. Steps that were taken back are gone then.

        With the same `merge` as the step just made, which changed the same subjects, it becomes part of that step.
        Raises UsageError for a photo that the project does not have, TypeError for a value of another kind.
        """
        self.carry_out(make_ready(edits), text=text, merge=merge)
        done = self.step(self._index)
        assert done is not None  # it was just written
        return done

    def carry_out(
        self, ready: Sequence[Ready], *, text: str, merge: str = "", cancel: CancelToken | None = None
    ) -> None:
        """As `change`, of edits that were made ready: nothing is left to do but writing, in any thread.

        Raises Cancelled with nothing changed.
        """
        if not ready:
            raise UsageError("A step changes something")
        with self._database.writing():
            merged = self._may_merge and bool(merge) and self._merge(ready, merge=merge)
            if not merged:
                self._cut()
                number, time, text = self._index + 1, now(), encodable(text)
                for group in runs(ready):
                    check(cancel)
                    before = self._values(group)
                    self._put(group)
                    self._database.run_many(
                        "INSERT INTO journal (step, kind, subject, before, after, text, merge, time, done)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                        [
                            (number, one.edit.kind.value, one.edit.subject, was, one.text, text, merge, time)
                            for one, was in zip(group, before, strict=True)
                        ],
                    )
                self._index = self._count = number
                self._names[number] = text
        self._may_merge = True

    def _merge(self, ready: Sequence[Ready], *, merge: str) -> bool:
        rows = self._database.rows("SELECT kind, subject, merge, id FROM journal WHERE step = ?", self._index)
        places = {(kind, subject): number for kind, subject, word, number in rows if word == merge}
        if not all((one.edit.kind.value, one.edit.subject) in places for one in ready):
            return False
        for group in runs(ready):
            self._put(group)
        for one in ready:
            number = places[one.edit.kind.value, one.edit.subject]
            self._database.run("UPDATE journal SET after = ?, time = ? WHERE id = ?", one.text, now(), number)
        return True

    def _cut(self) -> None:
        if self._count > self._index:
            self._database.run("DELETE FROM journal WHERE done = 0")
            self._names.clear()

    def undo(self, *, progress: Progress = no_progress, cancel: CancelToken | None = None) -> Step | None:
        """Take the last step back; answers it, or None when there is none. Raises Cancelled with nothing changed."""
        step = self.step(self._index)
        if step is not None:
            edits = [Edit(change.kind, change.subject, change.before) for change in reversed(step.changes)]
            self._move(make_ready(edits, progress=progress, cancel=cancel), step.number, done=False, cancel=cancel)
        return step

    def redo(self, *, progress: Progress = no_progress, cancel: CancelToken | None = None) -> Step | None:
        """Make the step again that was taken back last; answers it, or None when there is none. Raises Cancelled."""
        step = self.step(self._index + 1)
        if step is not None:
            edits = [Edit(change.kind, change.subject, change.after) for change in step.changes]
            self._move(make_ready(edits, progress=progress, cancel=cancel), step.number, done=True, cancel=cancel)
        return step

    def _move(self, ready: Sequence[Ready], number: int, *, done: bool, cancel: CancelToken | None) -> None:
        with self._database.writing():
            for group in runs(ready):
                check(cancel)
                self._put(group)
            self._database.run("UPDATE journal SET done = ? WHERE step = ?", int(done), number)
            self._index, self._may_merge = (number if done else number - 1), False

    def forget(self, number: int) -> None:
        """Take a step and all that come after it out of the history; what they changed stays as it is.

        For a step outside of the project that cannot be carried out any more.
        """
        with self._database.writing():
            self._database.run("DELETE FROM journal WHERE step >= ?", number)
        self.renew()

    # the values

    def _values(self, group: Sequence[Ready]) -> list[str]:
        """What a group's subjects are now, as JSON."""
        kind, subjects = group[0].edit.kind, [one.edit.subject for one in group]
        match kind:
            case Kind.PEOPLE:
                return self._photos.people_texts(subjects)
            case Kind.STATE | Kind.NOTE:
                return [compact(value) for value in self._photos.columns(subjects, kind.value)]
            case Kind.PRESENT:
                return [compact(bool(value)) for value in self._photos.columns(subjects, kind.value)]
            case Kind.AIM:
                return [self._settings.text(AIM_KEY) or aim_text(Aim())]
            case Kind.BACKGROUND:
                return [self._settings.text(BACKGROUND_KEY) or compact(FIRST_BACKGROUND)]
            case Kind.OUTSIDE:
                return [compact(one.edit.before) for one in group]

    def _put(self, group: Sequence[Ready]) -> None:
        kind = group[0].edit.kind
        match kind:
            case Kind.PEOPLE:
                self._photos.put_rows([(one.edit.subject, one.row) for one in group if one.row is not None])
            case Kind.STATE:
                self._put_column(group, lambda one: str(one.edit.after))
            case Kind.NOTE:
                self._put_column(group, lambda one: one.edit.after)
            case Kind.PRESENT:
                self._put_column(group, lambda one: int(bool(one.edit.after)))
            case Kind.AIM:
                self._settings.set_text(AIM_KEY, group[0].text)
            case Kind.BACKGROUND:
                self._settings.set_text(BACKGROUND_KEY, group[0].text)
            case Kind.OUTSIDE:
                pass

    def _put_column(self, group: Sequence[Ready], value: Callable[[Ready], object]) -> None:
        self._photos.put_columns(group[0].edit.kind.value, [(one.edit.subject, value(one)) for one in group])
