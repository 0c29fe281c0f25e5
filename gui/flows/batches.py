"""A batch in the window: one picture a request, so that others may use the models between; it pauses and goes on."""

from __future__ import annotations

import time
from collections import deque
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.batch import Batch
from engine.batch_run import BatchRun, Step
from engine.errors import ReposeError
from engine.images import save_picture
from engine.picture_sets import PictureSet, PictureSets, set_of_batch
from engine.progress import CancelToken, Progress
from engine.project.project import Project
from engine.sheets import SHEET, batch_sheet
from gui.document import Document
from gui.flows.entering import Entering
from gui.language.words import told
from gui.preferences import Preferences
from gui.services.answers import Answers
from gui.services.backend import Backend
from gui.services.inference import InferenceService, Task

_FOLDER: Final = "batch/folder"
_AVERAGED: Final = 20


class BatchState(Enum):
    """How a batch stands in the window."""

    NONE = "none"
    OPENING = "opening"
    RUNNING = "running"
    PAUSED = "paused"
    SHEET = "sheet"
    FINISHED = "finished"


class BatchFlow(QObject):
    """Works one batch off. It goes on while its dialog is closed, and remembers its folder for the next start.

    Every picture is put into the project that is open when it is made, if that is the one the batch was begun in; what
    came in between is put in when the project is judged. `not_entered` says why one could not be put in.
    """

    changed = Signal()
    stepped = Signal(object)
    failed = Signal(str)
    not_entered = Signal(str)

    def __init__(
        self,
        service: InferenceService,
        *,
        document: Document,
        entering: Entering,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._document = document
        self._entering = entering
        self._refused = False
        self._preferences = preferences
        self._answers = Answers(service, parent=self)
        self._request: int | None = None
        self._run: BatchRun | None = None
        self._times: deque[float] = deque(maxlen=_AVERAGED)
        self._begun = 0.0
        self.state = BatchState.NONE
        self.batch: Batch | None = None

    @property
    def unfinished(self) -> Path | None:
        """The folder of the batch that was left, where it is still there."""
        name = self._preferences.text(_FOLDER)
        return Path(name) if name and Path(name).is_dir() else None

    @property
    def seconds_left(self) -> float | None:
        """How long it will still take; None before the first picture."""
        if self.batch is None or not self._times:
            return None
        return sum(self._times) / len(self._times) * (self.batch.total - self.batch.done - self.batch.failed)

    def _set(self, state: BatchState) -> None:
        self.state = state
        self.changed.emit()

    def open(self, folder: Path) -> None:
        """Go on with the batch in a folder; how far it is is looked up first."""
        self.stop()
        self._set(BatchState.OPENING)
        title = QCoreApplication.translate("BatchFlow", "Looking at the batch")

        def look(backend: Backend, progress: Progress, cancel: CancelToken) -> Batch:
            return Batch.open(folder)

        self._submit(Task(title, look), lambda answer: self._go_on(cast(Batch, answer)))

    def begin(self, batch: Batch) -> None:
        """Work a new batch off, for the project that is open."""
        try:
            self._entering.sets.remember(self._set_of(batch, inside=True))
        except ReposeError as error:
            self.not_entered.emit(told(error))
        self._go_on(batch)

    def _go_on(self, batch: Batch) -> None:
        self.batch, self._run = batch, BatchRun(batch)
        self._times.clear()
        self._refused = False
        self._preferences.set_text(_FOLDER, str(batch.folder))
        self._entering.settle(batch.key)
        self.resume()

    # in the project

    def _set_of(self, batch: Batch, *, inside: bool) -> PictureSet:
        photos = {photo.path.absolute(): photo.key for photo in self._document if photo.path is not None}
        return set_of_batch(batch, inside=inside, photos=photos)

    @property
    def in_project(self) -> bool:
        """Whether the pictures are in the project that is open, or come into it as they are made."""
        known = self._entering.sets.get(self.batch.key) if self.batch is not None else None
        return known is not None and known.inside

    @property
    def can_enter(self) -> bool:
        """Whether the project that is open can take pictures."""
        return self._entering.sets.usable

    def toggle_in_project(self) -> None:
        """Put the batch's pictures into the project, or take them out, as a step that can be taken back."""
        batch = self.batch
        if batch is None:
            return
        inside = not self.in_project
        words = (
            QCoreApplication.translate("BatchFlow", "Put the batch {0} into the project")
            if inside
            else QCoreApplication.translate("BatchFlow", "Take the batch {0} out of the project")
        )
        self._entering.want(self._set_of(batch, inside=inside), text=words.format(batch.folder.name))

    def resume(self) -> None:
        """Go on."""
        if self._run is not None and self._request is None:
            self._set(BatchState.RUNNING)
            self._next()

    def try_again(self) -> None:
        """Try what failed once more."""
        if self.batch is not None and self.state is not BatchState.RUNNING:
            try:
                self.batch.forget_failures()
            except ReposeError as error:
                self.failed.emit(told(error))
                return
            self._go_on(self.batch)

    def pause(self) -> None:
        """Stand still, at once; the picture under way is made when the batch goes on."""
        if self.state is BatchState.RUNNING:
            self._give_up()
            self._set(BatchState.PAUSED)

    def stop(self) -> None:
        """Leave the batch; what is made stays, and its folder can be gone on with."""
        self._give_up()
        self._run, self.batch = None, None
        self._set(BatchState.NONE)

    def _give_up(self) -> None:
        number, self._request = self._request, None
        if number is not None:
            self._service.cancel(number)

    def _submit(self, task: Task, then: object) -> None:
        assert callable(then)

        def answered(answer: object, seconds: float) -> None:
            if self._request == number:
                self._request = None
                then(answer)

        def failed(text: str) -> None:
            if self._request == number:
                self._request = None
                self._on_failed(text)

        number = self._service.submit(task)
        self._request = number
        self._answers.expect(number, then=answered, failed=failed)

    def _next(self) -> None:
        run = self._run
        if run is None:
            return
        title = QCoreApplication.translate("BatchFlow", "Working a batch off")

        project = self._document.project

        def step(backend: Backend, progress: Progress, cancel: CancelToken) -> tuple[Step | None, str]:
            made = backend.make_next(run, cancel=cancel)
            return made, "" if made is None else _enter(project, run.batch, made)

        self._begun = time.monotonic()
        self._submit(Task(title, step), partial(self._on_step, run))

    def _on_step(self, run: BatchRun, answer: object) -> None:
        step, refused = cast("tuple[Step | None, str]", answer)
        if step is None:
            self._make_sheet(run.batch)
            return
        if refused and not self._refused:  # once is enough; the picture itself is made, and comes in later
            self._refused = True
            self.not_entered.emit(refused)
        if step.path is not None:
            self._times.append(time.monotonic() - self._begun)
        self.stepped.emit(step)
        self._next()

    def _make_sheet(self, batch: Batch) -> None:
        self._set(BatchState.SHEET)
        title = QCoreApplication.translate("BatchFlow", "Making the contact sheet")

        def make(backend: Backend, progress: Progress, cancel: CancelToken) -> Path:
            return save_picture(batch.folder / SHEET, batch_sheet(batch, cancel=cancel))

        self._submit(Task(title, make), lambda answer: self._finish())

    def _finish(self) -> None:
        self._preferences.set_text(_FOLDER, "")
        if self.batch is not None:
            self._entering.settle(self.batch.key)
        self._set(BatchState.FINISHED)

    def _on_failed(self, text: str) -> None:
        self._set(BatchState.NONE if self.batch is None else BatchState.PAUSED)
        self.failed.emit(text)


def _enter(project: Project, batch: Batch, step: Step) -> str:
    """Put a picture into the project; answers why that failed, which is no reason to stop."""
    if step.path is None or step.made is None:
        return ""
    try:
        PictureSets(project).enter(batch.key, step.path, step.made)
    except ReposeError as error:
        return told(error)
    return ""
