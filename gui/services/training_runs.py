"""The trainings that the window knows: lists them, starts, stops and goes on with them, and follows the open ones."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QFile, QObject, QStandardPaths, QTimer, Signal

from engine.errors import UsageError
from gui.language.retranslating import said_again
from gui.preferences import Preferences
from gui.services.run_advice import Circumstances, Finding, findings
from gui.services.run_folder import (
    CONFIG,
    EVENTS,
    PROCESS,
    RunGlance,
    RunState,
    checkpoint,
    glance,
    is_run,
    log_tail,
    read_json,
)
from gui.services.run_history import EventTail, RunHistory
from gui.services.train_command import ask_to_stop, launch
from gui.services.training_plan import Plan

_RECENT: Final = "training/runs"
_LIST_PAUSE: Final = 1500
_HIDDEN_PAUSE: Final = 10_000
_FOLLOW_PAUSE: Final = 700
_ADVICE_PAUSE: Final = 2.0


def default_folder() -> Path:
    """Where runs that the window starts are kept, by the system's habits."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / "repose-studio" / "runs"


class TrainingRuns(QObject):
    """The list of runs: those in the window's own folder, and those that were opened from elsewhere.

    The folders are the truth; this keeps nothing but which folders they are. `listed` tells that runs came or went,
    `changed` that some of them went on, `ended` brings the glance of one that was live and is no longer.
    """

    listed = Signal()
    changed = Signal()
    ended = Signal(object)

    def __init__(self, root: Path, *, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root = root
        self._preferences = preferences
        self._glances: dict[Path, tuple[tuple[float, ...], RunGlance]] = {}
        self._processes: dict[Path, subprocess.Popen[bytes]] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)

    # the list

    def runs(self) -> list[RunGlance]:
        """The runs: live ones first by their names, so that they keep their places, then the newest."""
        found = [seen for _, seen in self._glances.values()]
        live = sorted((run for run in found if run.state.is_live), key=lambda run: run.name)
        rest = sorted((run for run in found if not run.state.is_live), key=lambda run: -run.changed)
        return [*live, *rest]

    def run(self, folder: Path) -> RunGlance | None:
        """What is known of a run."""
        known = self._glances.get(folder)
        return None if known is None else known[1]

    def watch(self, on: bool) -> None:
        """Look at the runs again and again while somebody looks at the list, and now and then while one is live."""
        if on:
            self.refresh()
            self._timer.start(_LIST_PAUSE)
        elif any(run.state.is_live for run in self.runs()):
            self._timer.start(_HIDDEN_PAUSE)
        else:
            self._timer.stop()

    def close(self) -> None:
        """Look no more; trainings go on."""
        self._timer.stop()

    def refresh(self) -> None:
        """Look at the runs once. One that has not changed is not read."""
        folders = self._folders()
        before = {folder: seen for folder, (_, seen) in self._glances.items()}
        self._glances = {folder: self._look(folder) for folder in folders}
        after = {folder: seen for folder, (_, seen) in self._glances.items()}
        if before.keys() != after.keys():
            self.listed.emit()
        elif before != after:
            self.changed.emit()
        for folder, seen in after.items():
            if folder in before and before[folder].state.is_live and not seen.state.is_live:
                self.ended.emit(seen)

    def _folders(self) -> list[Path]:
        own: list[Path] = []
        with contextlib.suppress(OSError):
            own = [entry for entry in self.root.iterdir() if entry.is_dir() and is_run(entry)]
        others = [folder for folder in self._preferences.folders(_RECENT) if folder not in own and is_run(folder)]
        return [*own, *others]

    def _look(self, folder: Path) -> tuple[tuple[float, ...], RunGlance]:
        key = _marks(folder)
        known = self._glances.get(folder)
        if known is not None and known[0] == key and not known[1].state.is_live:
            return known
        if folder in self._processes:
            self._processes[folder].poll()
        return key, glance(folder)

    def add(self, folder: Path) -> Path:
        """Open a run by its folder, wherever it was made; answers the folder as the list knows it.

        UsageError when it is none.
        """
        folder = folder.resolve()
        if not is_run(folder):
            raise UsageError(
                self.tr("There is no training run in this folder"),
                where=str(folder),
                hint=self.tr("A run holds {0} and {1}.").format(CONFIG, EVENTS),
            )
        if folder.parent != self.root.resolve():
            self._preferences.add_folder(_RECENT, folder)
        else:
            folder = self.root / folder.name
        self.refresh()
        return folder

    def is_own(self, folder: Path) -> bool:
        """Whether the run lies in the window's own folder."""
        return folder.parent == self.root

    def forget(self, folder: Path) -> None:
        """Take a run off the list: one from elsewhere stays where it is, one of the own goes to the system's bin.

        UsageError when it still runs or cannot be moved.
        """
        run = self.run(folder)
        if run is not None and run.state.is_live and not run.host:
            raise UsageError(self.tr("This run is still at work"), where=str(folder), hint=self.tr("Stop it first."))
        if not self.is_own(folder):
            others = [path for path in self._preferences.folders(_RECENT) if path != folder]
            self._preferences.set_folders(_RECENT, others)
        elif not QFile.moveToTrash(str(folder)):
            raise UsageError(
                self.tr("The run cannot be moved to the bin"), where=str(folder), hint=self.tr("Delete it by hand.")
            )
        self.refresh()

    # starting and stopping

    def free_folder(self, name: str) -> Path:
        """A folder for a new run of this name, numbered where there is one already."""
        base = re.sub(r"[^\w.,() +-]+", "-", name).strip(" .-") or "run"
        folder, number = self.root / base, 1
        while folder.exists():
            number += 1
            folder = self.root / f"{base} {number}"
        return folder

    def start(self, plan: Plan, *, name: str) -> Path:
        """Start a training; answers its folder. Raises OutputError."""
        folder = self.free_folder(name)
        arguments = plan.arguments(folder)
        facts: dict[str, object] = {"task": plan.task, "preset": plan.preset, "data": str(plan.data)}
        self._processes[folder] = launch(arguments, folder, facts=facts)
        self.refresh()
        return folder

    def go_on(self, folder: Path, *, data: Path | None = None, settings: Sequence[str] = ()) -> None:
        """Go on with a run from its last checkpoint. Raises OutputError, or UsageError when that is not possible."""
        run = glance(folder)
        if run.state.is_live:
            raise UsageError(self.tr("This run is at work already"), where=str(folder))
        if checkpoint(folder) is None:
            text, hint = self.tr("This run has no checkpoint to go on from"), self.tr("Start it anew by Duplicate.")
            raise UsageError(text, where=str(folder), hint=hint)
        if run.state is RunState.SILENT:
            # Whoever goes on with a run that has fallen silent knows that its machine is gone.
            with contextlib.suppress(OSError):
                (folder / PROCESS).unlink(missing_ok=True)
        arguments = [run.task, "--run", str(folder), "--resume"]
        if data is not None:
            arguments += ["--data", str(data)]
        for setting in settings:
            arguments += ["--set", setting]
        facts: dict[str, object] = {"task": run.task, "preset": run.preset, "data": str(data or run.data)}
        self._processes[folder] = launch(arguments, folder, facts=facts)
        self.refresh()

    def stop(self, folder: Path) -> None:
        """Wish that a run stops at its next step, with a checkpoint. Raises OutputError."""
        ask_to_stop(folder)
        self.refresh()

    def exit_code(self, folder: Path) -> int | None:
        """How the run's process ended, where this window started it and it has ended."""
        process = self._processes.get(folder)
        return None if process is None else process.poll()


def _marks(folder: Path) -> tuple[float, ...]:
    """What changes when a run's folder does."""
    marks: list[float] = []
    for name in (EVENTS, CONFIG, "process.json", "launch.json", "stop"):
        try:
            facts = (folder / name).stat()
            marks += [facts.st_mtime, facts.st_size]
        except OSError:
            marks += [0.0, -1.0]
    return tuple(marks)


class RunFollower(QObject):
    """Follows one run's folder while it is on screen.

    `grew` tells that the history has grown, `told` that the state or the findings are others. Reading takes slices of a
    few milliseconds in the window's thread, and goes on at once while there is more.
    """

    grew = Signal()
    told = Signal()

    def __init__(self, folder: Path, *, runs: TrainingRuns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.history = RunHistory()
        self.glance = glance(folder)
        self.config = read_json(folder / CONFIG)
        self.findings: list[Finding] = []
        self.caught_up = False
        self._runs = runs
        self._tail = EventTail(folder / EVENTS)
        self._advised = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)

    def follow(self, on: bool) -> None:
        """Begin to follow, or rest."""
        if on and not self._timer.isActive():
            self._timer.start(0)
        elif not on:
            self._timer.stop()

    def _read(self) -> None:
        events, more, anew = self._tail.read()
        if anew:
            self.history.clear()
        self.history.apply(events, folder=self.folder)
        if more:
            self._timer.start(0)
            return
        first, self.caught_up = not self.caught_up, True
        if events or anew or first:
            self.grew.emit()
        self._judge(at_once=first)
        self._timer.start(_FOLLOW_PAUSE)

    def _judge(self, *, at_once: bool) -> None:
        seen = glance(self.folder)
        due = time.monotonic() - self._advised > _ADVICE_PAUSE or seen.state is not self.glance.state
        if not (due or at_once):
            if seen != self.glance:
                self.glance = seen
                self.told.emit()
            return
        self._advised = time.monotonic()
        if not self.config or seen.state is not self.glance.state:
            self.config = read_json(self.folder / CONFIG)
        found = findings(self.history, self._circumstances(seen), tr=_tr, again=said_again)
        if found != self.findings or seen != self.glance or at_once:
            self.findings, self.glance = found, seen
            self.told.emit()

    def _circumstances(self, seen: RunGlance) -> Circumstances:
        last = checkpoint(self.folder)
        return Circumstances(
            seen.state,
            free=float(shutil.disk_usage(self.folder).free) if self.folder.is_dir() else 0.0,
            quiet=max(0.0, time.time() - seen.changed) if seen.changed else 0.0,
            log=log_tail(self.folder, most=8000),
            data_there=not seen.data or Path(seen.data).is_dir(),
            exit_code=self._runs.exit_code(self.folder),
            unstarted=seen.unstarted,
            free_for_checkpoints=float(last.stat().st_size) if last is not None else 0.0,
        )


def _tr(text: str) -> str:
    """The advice on a run in the person's language."""
    return QCoreApplication.translate("RunAdvice", text)
