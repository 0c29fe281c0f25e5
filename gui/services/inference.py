"""The one thread that owns the models: requests with ids go in, facts come out, late answers are dropped."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot

from engine.errors import Cancelled, ReposeError
from engine.progress import CancelToken, Progress
from engine.skeleton import Pose
from gui.language.words import later, said, told_any
from gui.services.backend import Backend, Background, Models, Picture

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Warm:
    """Load the models, so that the first real request does not wait for them."""


@dataclass(frozen=True, eq=False)
class Choose:
    """Paint with other weights from now on, by name, or from a file that gets the name; answered with `Models`."""

    generator: str
    file: Path | None = None


@dataclass(frozen=True, eq=False)
class Detect:
    """Find the people in a photo; answered with a tuple of poses."""

    picture: Picture


@dataclass(frozen=True, eq=False)
class Prepare:
    """Frame the photo's person; answered with a `FramedPerson`."""

    picture: Picture
    pose: Pose


@dataclass(frozen=True, eq=False)
class Render:
    """Draw the person in the target pose; answered with a `RenderedPerson`."""

    picture: Picture
    pose: Pose
    target: Pose
    background: Background
    draft: bool = False
    room_for: tuple[Pose, ...] = ()


@dataclass(frozen=True, eq=False)
class Task:
    """Any other work for the models; `title` says in the status bar what it is, the answer is what `run` answers."""

    title: str
    run: Callable[[Backend, Progress, CancelToken], object]


Job = Warm | Choose | Detect | Prepare | Render | Task


@dataclass(eq=False)
class _Request:
    number: int
    job: Job
    lane: str
    cancel: CancelToken = field(default_factory=CancelToken)


class _Queue:
    """Requests that wait, first in first out; safe between two threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[_Request] = deque()

    def put(self, request: _Request) -> list[_Request]:
        """Append a request; answers those of its lane that had waited and are dropped for it."""
        with self._lock:
            dropped = [old for old in self._waiting if request.lane and old.lane == request.lane]
            for old in dropped:
                self._waiting.remove(old)
            self._waiting.append(request)
        return dropped

    def take(self) -> _Request | None:
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    def drop(self, number: int) -> None:
        with self._lock:
            self._waiting = deque(request for request in self._waiting if request.number != number)


class _Worker(QObject):
    """Lives in the inference thread and works the queue off, one request after the other."""

    started = Signal(int)
    progressed = Signal(int, int, int, str)
    answered = Signal(int, object, float)
    failed = Signal(int, str)
    stopped = Signal(int)
    loaded = Signal(object)

    def __init__(self, queue: _Queue, make_backend: Callable[[], Backend]) -> None:
        super().__init__()
        self._queue = queue
        self._make_backend = make_backend
        self._backend: Backend | None = None
        self._models: Models | None = None

    @Slot()
    def work(self) -> None:
        """Answer every request that waits."""
        while (request := self._queue.take()) is not None:
            self._answer(request)

    def _answer(self, request: _Request) -> None:
        if request.cancel.cancelled:
            return
        self.started.emit(request.number)
        begun = time.perf_counter()
        try:
            answer = self._run(request)
        except Cancelled:
            self.stopped.emit(request.number)
        except Exception as error:  # the thread's edge: nothing may end it, and the person hears what happened
            if not isinstance(error, (ReposeError, MemoryError)):
                _log.exception("request %s failed", type(request.job).__name__)
            self.failed.emit(request.number, told_any(error))
        else:
            self.answered.emit(request.number, answer, time.perf_counter() - begun)

    def _run(self, request: _Request) -> object:
        def progress(done: int, total: int, message: str) -> None:
            request.cancel.raise_if_cancelled()
            self.progressed.emit(request.number, done, total, said(message))

        if self._backend is None:
            self._backend = self._make_backend()
        backend, job = self._backend, request.job
        if isinstance(job, Detect):
            return backend.detect(job.picture, cancel=request.cancel)
        if isinstance(job, Choose):
            self._models = backend.choose(job.generator, file=job.file, progress=progress)
            self.loaded.emit(self._models)
            return self._models
        if self._models is None:
            self._models = backend.load(progress)
            self.loaded.emit(self._models)
        request.cancel.raise_if_cancelled()
        if isinstance(job, Prepare):
            return backend.prepare(job.picture, job.pose, cancel=request.cancel)
        if isinstance(job, Render):
            return backend.render(
                job.picture,
                job.pose,
                target=job.target,
                background=job.background,
                draft=job.draft,
                room_for=job.room_for,
                progress=progress,
                cancel=request.cancel,
            )
        if isinstance(job, Task):
            return job.run(backend, progress, request.cancel)
        return self._models


class InferenceService(QObject):
    """Owns the inference thread. All methods are called from the window's thread and return at once.

    Every request gets exactly one of `finished`, `failed` and `cancelled`, unless the service is closed. A request
    with a `lane` takes the place of one of the same lane that still waits: so only the newest of many counts.
    """

    started = Signal(int)
    progressed = Signal(int, int, int, str)
    finished = Signal(int, object, float)
    failed = Signal(int, str)
    cancelled = Signal(int)
    models_loaded = Signal(object)
    activity_changed = Signal(str)

    _woken = Signal()

    def __init__(self, make_backend: Callable[[], Backend], *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._open: dict[int, _Request] = {}
        self._queue = _Queue()
        self._closed = False
        self._thread = QThread(self)
        self._thread.setObjectName("inference")
        self._worker = _Worker(self._queue, make_backend)
        self._worker.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._woken.connect(self._worker.work, queued)
        self._worker.started.connect(self._on_started, queued)
        self._worker.progressed.connect(self._on_progressed, queued)
        self._worker.answered.connect(self._on_answered, queued)
        self._worker.failed.connect(self._on_failed, queued)
        self._worker.stopped.connect(self._on_stopped, queued)
        self._worker.loaded.connect(self.models_loaded, queued)

    def submit(self, job: Job, *, lane: str = "") -> int:
        """Ask for work; answers the request's id. After `close` nothing is done and nothing is told."""
        request = _Request(next(self._numbers), job, lane)
        if self._closed:
            return request.number
        self._open[request.number] = request
        for old in self._queue.put(request):
            self._close_request(old.number)
            self.cancelled.emit(old.number)
        if not self._thread.isRunning():
            self._thread.start()
        self._woken.emit()
        return request.number

    def cancel(self, number: int) -> None:
        """Give a request up. It is reported cancelled at once, even while its last network call still runs."""
        request = self._open.get(number)
        if request is None:
            return
        request.cancel.cancel()
        self._queue.drop(number)
        self._close_request(number)
        self.cancelled.emit(number)

    def is_open(self, number: int) -> bool:
        """Whether the request still waits or runs."""
        return number in self._open

    @property
    def is_running(self) -> bool:
        """Whether the inference thread lives; it begins with the first request."""
        return self._thread.isRunning()

    @property
    def busy(self) -> bool:
        """Whether any request waits or runs."""
        return bool(self._open)

    def close(self) -> None:
        """Give up everything and end the thread; waits for the network call that still runs."""
        self._closed = True
        for number in list(self._open):
            self._open.pop(number).cancel.cancel()
            self._queue.drop(number)
        self._thread.quit()
        self._thread.wait()

    def _close_request(self, number: int) -> None:
        self._open.pop(number, None)
        if not self._open:
            self.activity_changed.emit("")

    @Slot(int)
    def _on_started(self, number: int) -> None:
        request = self._open.get(number)
        if request is not None:
            self.started.emit(number)
            self.activity_changed.emit(title_of(request.job))

    @Slot(int, int, int, str)
    def _on_progressed(self, number: int, done: int, total: int, message: str) -> None:
        if number in self._open:
            self.progressed.emit(number, done, total, message)

    @Slot(int, object, float)
    def _on_answered(self, number: int, answer: object, seconds: float) -> None:
        if number in self._open:
            self._close_request(number)
            self.finished.emit(number, answer, seconds)

    @Slot(int, str)
    def _on_failed(self, number: int, text: str) -> None:
        if number in self._open:
            self._close_request(number)
            self.failed.emit(number, text)

    @Slot(int)
    def _on_stopped(self, number: int) -> None:
        if number in self._open:
            self._close_request(number)
            self.cancelled.emit(number)


def title_of(job: Job) -> str:
    """What a job does, in the words of the status bar."""
    if isinstance(job, Task):
        return job.title
    words = {
        Warm: later("InferenceService", "Loading the models"),
        Choose: later("InferenceService", "Loading another model"),
        Detect: later("InferenceService", "Finding people"),
        Prepare: later("InferenceService", "Framing the person"),
        Render: later("InferenceService", "Drawing the picture"),
    }
    return QCoreApplication.translate("InferenceService", words[type(job)])
