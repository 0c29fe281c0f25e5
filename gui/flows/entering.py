"""Pictures of batches and sequences in the project: put in and taken out as one step, off the window's thread."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from engine.errors import Cancelled, ReposeError
from engine.picture_sets import PictureSet, PictureSets, sources_json, sources_of_json
from engine.progress import CancelToken
from engine.project.codec import UNREADABLE
from engine.project.history import Edit, Kind
from engine.project.project import Project
from gui.document import Document
from gui.language.words import told, told_any

OUTSIDE: Final = "picture-set"
"""What steps of the history are called that put a set in or take it out."""

_log = logging.getLogger(__name__)


class _Settle(QRunnable):
    def __init__(self, owner: Entering, project: Project, key: str, cancel: CancelToken) -> None:
        super().__init__()
        self._owner = owner
        self._job = project, key, cancel

    def run(self) -> None:
        project, key, cancel = self._job
        problem = ""
        try:
            PictureSets(project).settle(key, cancel=cancel)
        except Cancelled:
            return
        except ReposeError as error:
            problem = told(error)
        except Exception as error:  # the thread's edge: the person hears what happened
            _log.exception("putting pictures into the project failed")
            problem = told_any(error)
        self._owner._settled.emit(problem)


class Entering(QObject):
    """What a person wants in the project is noted at once, as a step; the pictures follow in a thread of their own.

    `changed` comes when other pictures are in the project than before, `failed` with one clear line.
    """

    changed = Signal()
    failed = Signal(str)
    _settled = Signal(str)

    def __init__(self, document: Document, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._cancel = CancelToken()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)
        document.undo_stack.register_outside(OUTSIDE, self.carry_out)
        document.project_changed.connect(self.changed)

    @property
    def sets(self) -> PictureSets:
        """The sets of the project that is open."""
        return PictureSets(self._document.project)

    @property
    def busy(self) -> bool:
        """Whether pictures are on their way."""
        return self._pool.activeThreadCount() > 0

    def close_down(self) -> None:
        """Give up what runs, which goes on when the project is judged the next time, and wait for its end."""
        self._cancel.cancel()
        self._pool.waitForDone()

    def want(self, wanted: PictureSet, *, text: str) -> bool:
        """Put a set into the project or take it out, as `wanted` says, in a step called `text`.

        Its files stay in their folder, and what was said of its pictures stays in the project. Where it is already as
        wanted, new files of it come in without a step.
        """
        known = self.sets.get(wanted.key)
        if known is not None and known.inside == wanted.inside:
            return self._note(wanted)
        content = {
            "key": wanted.key,
            "kind": wanted.kind,
            "folder": str(wanted.folder),
            "sources": sources_json(wanted),
        }
        before, after = ([OUTSIDE, {**content, "inside": inside}] for inside in (not wanted.inside, wanted.inside))
        return self._document.change(Edit(Kind.OUTSIDE, 0, after, before=before), text=text)

    def carry_out(self, before: object, after: object) -> bool:
        """Put in or take out the set that a step tells of; answers whether that can be."""
        try:
            wanted = _wanted(after)
        except UNREADABLE:  # a project may come from anywhere
            return False
        return wanted is not None and self._note(wanted)

    def _note(self, wanted: PictureSet) -> bool:
        sets = self.sets
        if not sets.usable:
            return False
        try:
            sets.remember(wanted)
            sets.set_inside(wanted.key, wanted.inside)
        except ReposeError as error:
            self.failed.emit(told(error))
            return False
        self.settle(wanted.key)
        return True

    def settle(self, key: str = "") -> None:
        """Bring one set's pictures, or all sets', in line with what is wanted."""
        self._pool.start(_Settle(self, self._document.project, key, self._cancel))

    @Slot(str)
    def _on_settled(self, problem: str) -> None:
        if problem:
            self.failed.emit(problem)
        self.changed.emit()


def _wanted(content: object) -> PictureSet | None:
    if not isinstance(content, dict):
        return None
    sources = sources_of_json(content["sources"])
    return PictureSet(content["key"], content["kind"], Path(content["folder"]), sources, bool(content["inside"]))
