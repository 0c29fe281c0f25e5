"""A stand-in for the models whose speed and mistakes a test decides; framing and poses are the engine's own."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from engine.batch_run import BatchRun, Step
from engine.errors import Cancelled, DeviceError, NoPersonError, ReposeError, WeightsError
from engine.framing import FRAME_SIZE, Framing, frame_person
from engine.progress import CancelToken, Progress
from engine.skeleton import Pose
from gui.services.backend import Background, FramedPerson, Inside, Models, Picture, RenderedPerson, Running

if TYPE_CHECKING:
    from engine.transfer import RenderedPicture, Transfer


@dataclass
class _Models:
    """What a batch asks of the models: nobody is in a photo without contrast."""

    people: tuple[Pose, ...]
    painter: str

    def open(self, picture: Picture, *, pose: Pose | None, cancel: CancelToken | None) -> _Session:
        if picture.std() < 1:
            raise NoPersonError("No person was found in the photo", hint="Choose a photo that shows a person.")
        return _Session(self.painter, picture, pose or self.people[0])


@dataclass
class _Session:
    painter: str
    photo: Picture
    pose: Pose
    mask: Picture | None = None
    framing: Framing | None = None

    def render(self, target: Pose, *, background: Background, cancel: CancelToken | None) -> RenderedPicture:
        from engine.transfer import RenderedPicture

        made = np.full((*FRAME_SIZE, 3), 70 + len(self.painter), np.uint8)
        facts = {"generator": self.painter, "generator sha256": f"{self.painter}'s"}
        return RenderedPicture(made, target, Framing.whole(self.photo.shape[:2]), target, facts)


@dataclass
class ScriptedBackend:
    """Answers what it is told to, but to load only when `gate` is open; `calls` says what it was asked."""

    people: tuple[Pose, ...] = ()
    gate: threading.Event = field(default_factory=threading.Event)
    calls: list[str] = field(default_factory=list)
    problem: ReposeError | Exception | None = None
    patient: bool = False
    """Whether a call goes on until the gate opens even when it is cancelled, as a network's call does."""
    rendering: threading.Event = field(default_factory=threading.Event)
    targets: list[Pose] = field(default_factory=list)
    drafts: list[bool] = field(default_factory=list)
    chosen: list[tuple[str, Path | None]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    running: Running = field(default_factory=Running)
    missing: set[str] = field(default_factory=set)
    """Weights that are not on this machine."""

    def __post_init__(self) -> None:
        self.gate.set()

    def _work(self, name: str, cancel: CancelToken | None = None) -> None:
        self.threads.add(threading.get_ident())
        self.calls.append(name)
        while cancel is not None and not self.gate.wait(0.01):
            if cancel.cancelled and not self.patient:
                raise Cancelled
        if self.problem is not None:
            raise self.problem

    def load(self, progress: Progress) -> Models:
        self._work("load")
        return Models("CPU (2 threads)", "pose", "patn")

    def choose(self, generator: str, *, file: Path | None, progress: Progress) -> Models:
        self._work("choose")
        self.chosen.append((generator, file))
        return Models("CPU (2 threads)", "pose", generator)

    def devices(self) -> dict[str, str]:
        return {"cpu": "CPU (2 threads)"}

    def run_on(self, running: Running, *, progress: Progress) -> Models:
        self._work("run on")
        if running.device == "cuda":
            raise DeviceError("This computer has no CUDA device", hint="Choose auto or cpu.")
        self.running = running
        return Models(f"CPU (2 threads), {running.precision}", "pose", "patn")

    def detect(self, picture: Picture, *, cancel: CancelToken) -> tuple[Pose, ...]:
        self._work("detect", cancel)
        return self.people

    def prepare(self, picture: Picture, pose: Pose, *, cancel: CancelToken) -> FramedPerson:
        self._work("prepare", cancel)
        framing = frame_person((picture.shape[0], picture.shape[1]), pose)
        return FramedPerson(framing.frame(picture), framing.to_frame(pose))

    def render(
        self,
        picture: Picture,
        pose: Pose,
        *,
        target: Pose,
        background: Background,
        draft: bool,
        room_for: tuple[Pose, ...] = (),
        progress: Progress,
        cancel: CancelToken,
    ) -> RenderedPerson:
        progress(1, 3, "Painting")
        self.rendering.set()
        self._work("render", cancel)
        self.targets.append(target)
        self.drafts.append(draft)
        scale = 2 if draft else 1
        made = np.full((FRAME_SIZE[0] // scale, FRAME_SIZE[1] // scale, 3), 40 + len(self.targets), np.uint8)
        if background == "photo":
            made = np.array(picture)
            made[::2] = 40 + len(self.targets)
        return RenderedPerson(made, target, {"generator": "scripted"}, draft=draft)

    def make_next(self, run: BatchRun, *, cancel: CancelToken) -> Step | None:
        self._work("batch", cancel)
        return run.step(self._models_of, cancel=cancel)

    def _models_of(self, weights: str) -> Transfer:
        if weights in self.missing:
            hint = f"`repose weights fetch {weights}` brings them."
            raise WeightsError("These weights are not on this machine", where=weights, hint=hint)
        return cast("Transfer", _Models(self.people, weights))

    def look(self, picture: Picture, pose: Pose, *, target: Pose, cancel: CancelToken) -> Inside:
        self._work("look", cancel)
        one = np.linspace(0, 1, 64 * 44, dtype=np.float32).reshape(64, 44)
        masks = np.stack([np.roll(one, 7 * block, axis=0) for block in range(9)])
        return Inside(np.full((*FRAME_SIZE, 3), 90, np.uint8), target, masks)
