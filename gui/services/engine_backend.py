"""The engine's models behind the window. Imports torch, so only the inference thread imports this module."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from engine.batch_run import BatchRun, Step
from engine.errors import WeightsError
from engine.loading import load_estimator, load_masker, load_painter
from engine.openpose.estimator import Estimate, PoseEstimator
from engine.painter import Painter
from engine.progress import CancelToken, Progress, no_progress
from engine.runtime import available_devices, choose_device, describe
from engine.skeleton import Pose
from engine.transfer import Transfer, TransferSession
from engine.weights.store import WeightsStore
from engine.weights.table import EMBEDDED_GENERATOR, EMBEDDED_POSE
from gui.language.words import told
from gui.services.backend import Background, FramedPerson, Inside, Models, Picture, RenderedPerson, Running

_MOST_OPENED = 2


@dataclass(frozen=True, eq=False)
class _Opened:
    """A photo and person that are set."""

    picture: Picture
    pose: Pose
    session: TransferSession

    def is_of(self, picture: Picture, pose: Pose) -> bool:
        return picture is self.picture and (pose is self.pose or pose.same_as(self.pose))


def _tr(text: str) -> str:
    return QCoreApplication.translate("EngineBackend", text)


class EngineBackend:
    """Loads the models once and keeps the last two photos open."""

    def __init__(
        self,
        *,
        running: Running | None = None,
        estimator: str = EMBEDDED_POSE,
        generator: str = EMBEDDED_GENERATOR,
    ) -> None:
        self._running = running or Running()
        self._estimator_name = estimator
        self._generator_name = generator
        self._estimator: PoseEstimator | None = None
        self._transfer: Transfer | None = None
        self._opened: list[_Opened] = []
        self._others: dict[str, Transfer] = {}
        self._seen: tuple[Picture, Estimate] | None = None

    def load(self, progress: Progress) -> Models:
        """Load the estimator and the generator. Raises WeightsError or DeviceError.

        A generator of the person's own that is not there any more is told, and the one in the box paints.
        """
        note = ""
        if self._transfer is None and self._generator_name != EMBEDDED_GENERATOR:
            try:
                WeightsStore().find(self._generator_name, kind="generator")
            except WeightsError as error:
                text = _tr("The chosen model cannot be used, so {0} paints. {1}")
                note = text.format(EMBEDDED_GENERATOR, told(error))
                self._generator_name = EMBEDDED_GENERATOR
        self._whole(progress)
        return self._models(note)

    def _models(self, note: str = "") -> Models:
        return Models(describe(choose_device(self._running.device)), self._estimator_name, self._generator_name, note)

    def choose(self, generator: str, *, file: Path | None, progress: Progress) -> Models:
        """Paint with other weights; a file is taken into the person's store first. Raises WeightsError, DeviceError."""
        progress(0, 2, _tr("Reading the weights"))
        name = generator
        if file is not None:
            name = WeightsStore().import_file(file, name=generator).name
        progress(1, 2, _tr("Loading the generator"))
        painter = self._painter(name)
        estimator = self._eyes()
        self._transfer = Transfer(estimator, painter, masker=load_masker(estimator, device=self._running.device))
        self._generator_name = name
        self._opened.clear()
        progress(2, 2, _tr("Models loaded"))
        return self._models()

    def devices(self) -> dict[str, str]:
        """The devices of this computer in words, by name."""
        return available_devices()

    def run_on(self, running: Running, *, progress: Progress) -> Models:
        """Run the models elsewhere or in another precision. Raises DeviceError, WeightsError, UsageError."""
        before = self._running, self._estimator, self._transfer
        self._running, self._estimator, self._transfer = running, None, None
        try:
            self._whole(progress)
        except BaseException:
            self._running, self._estimator, self._transfer = before
            raise
        self._opened.clear()
        self._others.clear()
        self._seen = None
        return self._models()

    def _painter(self, name: str) -> Painter:
        return load_painter(name, device=self._running.device, precision=self._running.precision)

    def _eyes(self) -> PoseEstimator:
        if self._estimator is None:
            self._estimator = load_estimator(self._estimator_name, device=self._running.device)
        return self._estimator

    def _whole(self, progress: Progress = no_progress) -> Transfer:
        if self._transfer is None:
            progress(0, 2, _tr("Loading the pose estimator"))
            estimator = self._eyes()
            progress(1, 2, _tr("Loading the generator"))
            painter = self._painter(self._generator_name)
            self._transfer = Transfer(estimator, painter, masker=load_masker(estimator, device=self._running.device))
            progress(2, 2, _tr("Models loaded"))
        return self._transfer

    def detect(self, picture: Picture, *, cancel: CancelToken) -> tuple[Pose, ...]:
        """The people in a photo, main person first. Needs the estimator alone."""
        estimate = self._eyes().estimate(picture, cancel=cancel)
        self._seen = picture, estimate
        return tuple(person.pose for person in estimate.people)

    def prepare(self, picture: Picture, pose: Pose, *, cancel: CancelToken) -> FramedPerson:
        """Set the photo and its person."""
        session = self._session(picture, pose, cancel=cancel)
        return FramedPerson(session.frame, session.frame_pose)

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
        """The person in the target pose, which is in the frame's pixels and not fitted again."""
        session = self._session(picture, pose, cancel=cancel)
        made = session.render(
            target,
            fit=False,
            background=background,
            draft=draft,
            room_for=room_for,
            progress=progress,
            cancel=cancel,
        )
        facts = {"estimator": self._estimator_name, **made.facts, "background": background}
        before = session.before(made, background=background)
        return RenderedPerson(made.picture, made.target, facts, made.note, draft, before)

    def look(self, picture: Picture, pose: Pose, *, target: Pose, cancel: CancelToken) -> Inside:
        """The person in the target pose, with the attention masks of the generator's blocks."""
        seen = self._session(picture, pose, cancel=cancel).look(target, fit=False, cancel=cancel)
        return Inside(seen.picture, seen.target, seen.masks)

    def make_next(self, run: BatchRun, *, cancel: CancelToken) -> Step | None:
        """The next picture of a batch, with the generators that its plan names, whichever is chosen here."""
        step = run.step(self._models_of, cancel=cancel)
        if step is None:
            self._others.clear()
        return step

    def _models_of(self, weights: str) -> Transfer:
        """The models with a generator of this name or file; kept until its batch is done."""
        whole = self._whole()
        if weights == self._generator_name:
            return whole
        if weights not in self._others:
            self._others[weights] = Transfer(whole.estimator, self._painter(weights), masker=whole.masker)
        return self._others[weights]

    def _session(self, picture: Picture, pose: Pose, *, cancel: CancelToken) -> TransferSession:
        found = next((opened for opened in self._opened if opened.is_of(picture, pose)), None)
        if found is None:
            seen = self._seen
            estimate = seen[1] if seen is not None and seen[0] is picture else None
            session = self._whole().open(picture, pose=pose, estimate=estimate, cancel=cancel)
            found = _Opened(picture, pose, session)
        # The photo that a pose was taken from must not close the one that is shown.
        self._opened = [found, *(opened for opened in self._opened if opened is not found)][:_MOST_OPENED]
        return found.session
