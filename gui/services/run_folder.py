"""A training run as its folder tells it: what it is, how far it got, and whether a process works on it.

A run is `config.json`, `events.jsonl`, `checkpoints/`, `samples/`; `process.json` while a process trains it;
`launch.json` and `log.txt` when the window started it. Nothing is trusted: a folder may come from anywhere.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

from training.events import Event

EVENTS: Final = "events.jsonl"
CONFIG: Final = "config.json"
PROCESS: Final = "process.json"
LAUNCH: Final = "launch.json"
STOP: Final = "stop"
LOG: Final = "log.txt"
EVALUATION: Final = "evaluation"

_TAIL_BYTES: Final = 8_192
_QUIET_SECONDS: Final = 300.0
"""After so long without a word, a run whose process cannot be asked counts as ended."""
_LIFE: Final = ("started", "stopped", "finished", "failed")


class RunState(Enum):
    """What a run is doing."""

    NEW = "new"
    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    STOPPED = "stopped"
    FINISHED = "finished"
    FAILED = "failed"
    CRASHED = "crashed"
    SILENT = "silent"

    @property
    def is_live(self) -> bool:
        """Whether something may still be added to the run's folder."""
        return self in (RunState.STARTING, RunState.RUNNING, RunState.STOPPING)


@dataclass(frozen=True)
class RunGlance:
    """A run in a few figures, for lists.

    `step` of `steps` are done; `message` is the last sentence that the run said of its life; `host` names another
    machine that works on it; `changed` is when its events were last written, seconds since the epoch; `unstarted` tells
    that its last process ended before it said anything.
    """

    folder: Path
    task: str
    preset: str
    state: RunState
    step: int = 0
    steps: int = 0
    seconds_left: float = 0.0
    speed: float = 0.0
    message: str = ""
    host: str = ""
    changed: float = 0.0
    data: str = ""
    unstarted: bool = False

    @property
    def name(self) -> str:
        """What the run is called: its folder's name."""
        return self.folder.name

    @property
    def share(self) -> float:
        """How much of the run is done, 0 to 1."""
        return min(1.0, self.step / self.steps) if self.steps > 0 else 0.0


def is_run(folder: Path) -> bool:
    """Whether a folder holds a training run."""
    begun = (folder / EVENTS).is_file() or (folder / LAUNCH).is_file()
    return begun or ((folder / CONFIG).is_file() and (folder / "checkpoints").is_dir())


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file; empty when there is none, or it cannot be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def checkpoint(folder: Path, name: str = "last") -> Path | None:
    """The run's checkpoint `last` or `best`, where there is one."""
    path = folder / "checkpoints" / f"{name}.pt"
    return path if path.is_file() else None


def samples(folder: Path) -> dict[int, Path]:
    """The run's sample pictures by step."""
    found: dict[int, Path] = {}
    for path in sorted((folder / "samples").glob("step-*.png")):
        digits = path.stem.removeprefix("step-")
        if digits.isdigit():
            found[int(digits)] = path
    return found


def log_tail(folder: Path, *, most: int = 60_000) -> str:
    """The end of what the run's process wrote on standard error."""
    return _tail(folder / LOG, most=most).decode("utf-8", errors="replace")


def task_of(config: dict[str, Any], launch: dict[str, Any]) -> str:
    """`generator` or `estimator`."""
    told = launch.get("task") or config.get("task")
    if told in ("generator", "estimator"):
        return str(told)
    return "estimator" if "limb_width" in config else "generator"


def last_events(path: Path, *, most: int = _TAIL_BYTES) -> list[Event]:
    """The events in the last `most` bytes of a run's file, oldest first."""
    data = _tail(path, most=most)
    found: list[Event] = []
    for line in data.splitlines(keepends=True):
        if line.endswith(b"\n"):
            try:
                found.append(Event.from_line(line.decode("utf-8")))
            except ValueError:
                continue
    return found


def _tail(path: Path, *, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - most))
            return file.read(most)
    except OSError:
        return b""


def glance(folder: Path, *, now: float | None = None) -> RunGlance:
    """Look at a run's folder; takes about a millisecond, however long the run is."""
    events = last_events(folder / EVENTS)
    config, launch = read_json(folder / CONFIG), read_json(folder / LAUNCH)
    worker = worker_of(folder)
    life = _last_life(events)
    if life is None and (worker is None or not worker.alive):
        # Judged many times since it ended, perhaps.
        life = _last_life(last_events(folder / EVENTS, most=16 * _TAIL_BYTES))
    newest = events[-1] if events else None
    pace = next((event for event in reversed(events) if event.kind == "step"), None)
    changed = _changed(folder / EVENTS) or _changed(folder / LAUNCH) or _changed(folder / CONFIG)
    state = _state(folder, worker, life=life, quiet=(time.time() if now is None else now) - changed, newest=newest)
    loop = config.get("loop")
    unstarted = worker is not None and worker.here and not worker.alive and not worker.spoke
    steps = newest.steps if newest is not None else (loop.get("steps", 0) if isinstance(loop, dict) else 0)
    return RunGlance(
        folder,
        task_of(config, launch),
        str(launch.get("preset") or config.get("preset") or ""),
        state,
        step=newest.step if newest is not None else 0,
        steps=steps if isinstance(steps, int) else 0,
        seconds_left=pace.seconds_left if pace is not None and state.is_live else 0.0,
        speed=pace.speed if pace is not None and state.is_live else 0.0,
        message=life.message if life is not None else "",
        host="" if worker is None or worker.here else worker.host,
        changed=changed,
        data=str(config.get("data") or launch.get("data") or ""),
        unstarted=unstarted,
    )


def _last_life(events: list[Event]) -> Event | None:
    return next((event for event in reversed(events) if event.kind in _LIFE), None)


@dataclass(frozen=True)
class Worker:
    """The process that works on a run, or worked on it last.

    `alive` is known of one on this machine only; `spoke` tells whether the run's events have grown since it began.
    """

    pid: int
    host: str
    here: bool
    alive: bool
    since: float
    spoke: bool


def worker_of(folder: Path) -> Worker | None:
    """Who works on the run by its `process.json`, or by the window's own `launch.json`."""
    found = [worker for name in (LAUNCH, PROCESS) if (worker := _worker(folder, name)) is not None]
    alive = next((worker for worker in found if worker.alive), None)
    return alive or max(found, key=lambda worker: worker.since, default=None)


def _worker(folder: Path, name: str) -> Worker | None:
    told = read_json(folder / name)
    pid, host, since = told.get("pid"), told.get("host"), told.get("started")
    if not isinstance(pid, int) or pid <= 0:
        return None
    if not isinstance(since, (int, float)):
        since = _changed(folder / name)
    host = host if isinstance(host, str) and host else socket.gethostname()
    here = host == socket.gethostname()
    before = told.get("events_bytes")
    # Times do not survive copying, sizes do; only the window's own file knows the size.
    spoke = size_of_events(folder) > before if isinstance(before, int) else _changed(folder / EVENTS) >= since
    return Worker(pid, host, here, here and is_alive(pid, since=since), float(since), spoke)


def size_of_events(folder: Path) -> int:
    """How long a run's events are, in bytes; 0 when there are none."""
    try:
        return (folder / EVENTS).stat().st_size
    except OSError:
        return 0


def _state(folder: Path, worker: Worker | None, *, life: Event | None, quiet: float, newest: Event | None) -> RunState:
    ended = {"stopped": RunState.STOPPED, "finished": RunState.FINISHED, "failed": RunState.FAILED}
    if worker is not None and worker.alive:
        if (folder / STOP).exists():
            return RunState.STOPPING
        # What was said before this process began is of the process before it.
        if newest is None or not worker.spoke:
            return RunState.STARTING
        return RunState.RUNNING if life is None else ended.get(life.kind, RunState.RUNNING)
    if worker is not None and worker.here and not worker.spoke:
        return RunState.CRASHED
    if life is not None and life.kind in ended:
        return ended[life.kind]
    if newest is None:
        return RunState.NEW
    if worker is None or not worker.here:
        return RunState.RUNNING if quiet < _QUIET_SECONDS else RunState.SILENT
    return RunState.CRASHED


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def is_alive(pid: int, *, since: float) -> bool:
    """Whether the process `pid` of this machine lives, and is the one that lived at the time `since` (epoch)."""
    system = sys.platform
    if system.startswith("linux"):
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            begun = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        except (OSError, IndexError, ValueError):
            return False
        age = time.clock_gettime(time.CLOCK_BOOTTIME) - begun
        # A number that came into use again belongs to a process younger than the file that names it.
        return fields[0] not in "ZX" and time.time() - age <= since + 2.0
    if os.name == "nt":
        return _windows_alive(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _windows_alive(pid: int) -> bool:
    import ctypes

    query, still_active = 0x1000, 259
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    handle = kernel.OpenProcess(query, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return bool(known) and code.value == still_active
