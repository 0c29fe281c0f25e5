"""A batch in the window: one picture a request, so that others may use the models between; it pauses and goes on."""

from __future__ import annotations

import time
from collections import deque
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.batch import Batch, BatchRun, Step
from engine.images import save_picture
from engine.progress import CancelToken, Progress
from engine.sheets import SHEET, batch_sheet
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
    """Works one batch off. It goes on while its dialog is closed, and remembers its folder for the next start."""

    changed = Signal()
    stepped = Signal(object)
    failed = Signal(str)

    def __init__(self, service: InferenceService, *, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
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

        self._submit(Task(title, look), lambda answer: self.begin(cast(Batch, answer)))

    def begin(self, batch: Batch) -> None:
        """Work a batch off from where it is."""
        self.batch, self._run = batch, BatchRun(batch)
        self._times.clear()
        self._preferences.set_text(_FOLDER, str(batch.folder))
        self.resume()

    def resume(self) -> None:
        """Go on."""
        if self._run is not None and self._request is None:
            self._set(BatchState.RUNNING)
            self._next()

    def try_again(self) -> None:
        """Try what failed once more."""
        if self.batch is not None and self.state is not BatchState.RUNNING:
            self.batch.forget_failures()
            self.begin(self.batch)

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

        def step(backend: Backend, progress: Progress, cancel: CancelToken) -> Step | None:
            return backend.make_next(run, cancel=cancel)

        self._begun = time.monotonic()
        self._submit(Task(title, step), partial(self._on_step, run))

    def _on_step(self, run: BatchRun, answer: object) -> None:
        step = cast("Step | None", answer)
        if step is None:
            self._make_sheet(run.batch)
            return
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
        self._set(BatchState.FINISHED)

    def _on_failed(self, text: str) -> None:
        self._set(BatchState.NONE if self.batch is None else BatchState.PAUSED)
        self.failed.emit(text)
