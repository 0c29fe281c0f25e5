"""The steps that a person can take back, as the project keeps them: carried out, undone and made again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from engine.errors import ReposeError
from engine.progress import CancelToken, Progress
from engine.project.history import Edit, History, Kind, Step
from engine.project.steps import make_ready
from gui.many_changes import MANY, ManyChanges, Value

if TYPE_CHECKING:
    from gui.document import Document

Outside = Callable[[object, object], bool]
"""Makes of what was before what is after, both JSON; answers whether that worked."""


class UndoStack(QObject):
    """Named like Qt's own stack, but its steps lie in the project's file: without limit, and there after a restart.

    Every call is on the disk when it returns, but for steps of very many changes, which are carried out beside the
    window, whole or not at all. `indexChanged` comes after each one that changed something.
    """

    indexChanged = Signal(int)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._outside: dict[str, Outside] = {}
        self.many = ManyChanges(document)

    @property
    def _history(self) -> History:
        return self._document.project.history

    def register_outside(self, name: str, carry_out: Outside) -> None:
        """Who carries out changes outside of the project whose values are [`name`, anything]."""
        self._outside[name] = carry_out

    # where it stands

    def count(self) -> int:
        """How many steps there are, those taken back included."""
        return self._history.count

    def index(self) -> int:
        """How many steps are done."""
        return self._history.index

    def canUndo(self) -> bool:  # noqa: N802 - as Qt's stack has it
        """Whether there is a step to take back."""
        return self._history.index > 0

    def canRedo(self) -> bool:  # noqa: N802 - as Qt's stack has it
        """Whether there is a step to make again."""
        return self._history.index < self._history.count

    def undoText(self) -> str:  # noqa: N802 - as Qt's stack has it
        """The name of the step that is taken back next."""
        return self._history.undo_text

    def redoText(self) -> str:  # noqa: N802 - as Qt's stack has it
        """The name of the step that is made again next."""
        return self._history.redo_text

    # doing

    def change(self, *edits: Edit, text: str, merge: str = "") -> bool:
        """Carry out edits as one step; answers whether that worked. What fails is told and has changed nothing."""
        self.many.wait(edit.subject for edit in edits)
        outside = [edit for edit in edits if edit.kind is Kind.OUTSIDE]
        if not all(self._carry_out(edit.before, edit.after) for edit in outside):
            return False
        try:
            self._history.change(*edits, text=text, merge=merge)
        except ReposeError as error:
            for edit in reversed(outside):
                self._carry_out(edit.after, edit.before)
            self._document.say_failed(error)
            return False
        for edit in edits:
            self._document.take(edit.kind, edit.subject, edit.after)
        self.tell()
        return True

    def change_many(
        self,
        edits: Sequence[Edit],
        *,
        text: str,
        then: Callable[[], None] = lambda: None,
        over: Callable[[], None] = lambda: None,
    ) -> None:
        """Carry out very many edits as one step, beside the window: `then` is called when all of them are shown.

        `over` is called when nothing came of it: it was stopped (`many.stop`), or failed, which is told.
        """
        if len(edits) <= MANY:
            (then if self.change(*edits, text=text) else over)()
            return
        history = self._history

        def write(progress: Progress, cancel: CancelToken) -> list[Value]:
            history.carry_out(make_ready(edits, progress=progress, cancel=cancel), text=text, cancel=cancel)
            return [(edit.kind, edit.subject, edit.after) for edit in edits]

        self.many.start(write, then=then, over=over)

    def tell(self) -> None:
        """Say where the history stands."""
        self.indexChanged.emit(self.index())

    def undo(self) -> None:
        """Take the last step back."""
        self._move(self.index(), forward=False)

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self._move(self.index() + 1, forward=True)

    def _move(self, number: int, *, forward: bool) -> None:
        self.many.finish()
        try:
            if self._history.size(number) > MANY:
                self._move_many(forward=forward)
                return
            step = self._history.step(number)
            if step is None:
                return
            if not self._moved_outside(step, forward=forward):
                self._history.forget(number)
            elif forward:
                self._history.redo()
                self._take(step, forward=True)
            else:
                self._history.undo()
                self._take(step, forward=False)
        except ReposeError as error:
            self._document.say_failed(error)
        self.tell()

    def _move_many(self, *, forward: bool) -> None:
        history = self._history

        def write(progress: Progress, cancel: CancelToken) -> list[Value]:
            move = history.redo if forward else history.undo
            step = move(progress=progress, cancel=cancel)
            changes = () if step is None else step.changes if forward else tuple(reversed(step.changes))
            return [(change.kind, change.subject, change.after if forward else change.before) for change in changes]

        self.many.start(write)

    def _moved_outside(self, step: Step, *, forward: bool) -> bool:
        changes = [change for change in step.changes if change.kind is Kind.OUTSIDE]
        if forward:
            return all(self._carry_out(change.before, change.after) for change in changes)
        return all(self._carry_out(change.after, change.before) for change in reversed(changes))

    def _take(self, step: Step, *, forward: bool) -> None:
        photos = {change.subject for change in step.changes if change.subject}
        changes = step.changes if forward else tuple(reversed(step.changes))
        for change in changes:
            if change.kind is Kind.PRESENT:
                self._document.take(change.kind, change.subject, change.after if forward else change.before)
        if len(photos) == 1:
            # What is undone is looked at.
            self._document.make_current(next(iter(photos)))
        for change in changes:
            if change.kind is not Kind.PRESENT:
                self._document.take(change.kind, change.subject, change.after if forward else change.before)

    def _carry_out(self, before: object, after: object) -> bool:
        said = after if after is not None else before
        name = cast(list[object], said)[0] if isinstance(said, list) and said else ""
        carry_out = self._outside.get(str(name))
        return carry_out is not None and carry_out(_content(before), _content(after))


def _content(value: object) -> object:
    return value[1] if isinstance(value, list) and len(value) == 2 else None
