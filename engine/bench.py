"""`repose bench`: what every part costs on this computer, beside the plain way of running the same networks.

Every figure is a median of several runs in one process on one computer; compare ratios, not computers.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor

import engine
from engine.files import write_bytes
from engine.framing import FRAME_SIZE
from engine.images import load_picture
from engine.openpose.estimator import PoseEstimator
from engine.openpose.network import PUBLISHED, PoseNetwork
from engine.patn.generator import Generator, GeneratorArchitecture
from engine.person_mask import person_mask
from engine.presets import load_people, load_presets
from engine.progress import Progress, no_progress
from engine.runtime import describe
from engine.skeleton import Pose
from engine.transfer import Transfer

ROUNDS: Final = 7
_WINDOW: Final = (sys.executable, "-m", "gui.app", "--time-to-window")
_DRAG: Final = (sys.executable, "-m", "gui.canvas")


def run_bench(*, json_path: Path | None = None, progress: Progress = no_progress) -> str:
    """Time every part; answers a table to read, and writes the figures to `json_path` if given.

    Raises WeightsError when the models are not there.
    """
    rows: dict[str, float] = {}
    steps: list[tuple[str, Callable[[dict[str, float]], None]]] = [
        ("the window", _window),
        ("dragging a joint", _drag),
        ("the models", _models),
        ("the published way", _published_way),
    ]
    for index, (what, step) in enumerate(steps):
        progress(index, len(steps), f"Timing {what}")
        step(rows)
    progress(len(steps), len(steps), "Done")
    rows["peak memory, MiB"] = _peak_memory()
    facts = {
        "version": engine.__version__,
        "torch": torch.__version__,
        "threads": str(torch.get_num_threads()),
        "processor": platform.processor() or platform.machine(),
        "device": describe(Transfer.load().painter.device),
    }
    if json_path is not None:
        write_bytes(json_path, (json.dumps({"facts": facts, "figures": rows}, indent=2) + "\n").encode())
    return _table(facts, rows)


def _peak_memory() -> float:
    """The most memory this process ever held, MiB; not a number where the system does not say."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 1024


def _median(work: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Median milliseconds of `work` after one warm-up."""
    work()
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def _window(rows: dict[str, float]) -> None:
    times = [float(_output(_WINDOW)) for _ in range(3)]
    rows["first window, ms"] = statistics.median(times)


def _drag(rows: dict[str, float]) -> None:
    figures: dict[str, Any] = json.loads(_output(_DRAG))
    rows["drag step at 24 megapixels, ms"] = float(figures["drag"])


def _output(command: tuple[str, ...]) -> str:
    """Last line that a command of ours prints; without a screen it draws into memory."""
    surroundings = dict(os.environ)
    if sys.platform.startswith("linux") and not (surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY")):
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.strip().splitlines()[-1]


def _models(rows: dict[str, float]) -> None:
    transfer = Transfer.load()
    person = load_people()[0]
    photo, pose = load_picture(person.path), person.pose
    target = _target()
    rows["detect, ms"] = _median(lambda: transfer.detect(photo))
    estimate = transfer.detect(photo)
    rows["mask, ms"] = _median(lambda: person_mask(photo, estimate, pose=pose))
    session = transfer.open(photo, pose=pose)
    rows["transfer, ms"] = _median(lambda: session.render(target))
    rows["transfer at draft size, ms"] = _median(lambda: session.render(target, draft=True))
    painter = transfer.painter
    x = torch.zeros(8, painter.loaded.generator.architecture.condition_channels, *FRAME_SIZE, device=painter.device)
    maps = torch.zeros(8, 36, *FRAME_SIZE, device=painter.device)
    rows["painting 1, ms a picture"] = _median(lambda: painter.run(x[:1], maps[:1]).cpu())
    rows["painting 8 at once, ms a picture"] = _median(lambda: painter.run(x, maps).cpu(), rounds=3) / 8


def _target() -> Pose:
    return load_presets()[1].pose


def _published_way(rows: dict[str, float]) -> None:
    """The same networks as the published code runs them: eager, float32, maps made joint by joint on the CPU.

    Time does not depend on the weights' values, so the published sizes are timed with weights drawn at random;
    nothing is painted or detected with them.
    """
    transfer = Transfer.load()
    ours = Generator(transfer.painter.loaded.generator.architecture).eval()
    rows["our generator the plain way, ms"] = _median(lambda: _paint_plainly(ours))
    published = Generator(GeneratorArchitecture()).eval()
    rows["published PATN (ngf 64) the plain way, ms"] = _median(lambda: _paint_plainly(published), rounds=2)
    photo = load_picture(load_people()[0].path)
    full = PoseEstimator(_drawn(PoseNetwork(PUBLISHED)), device=transfer.painter.device)
    rows["full-size pose network, ms"] = _median(lambda: full.estimate(photo), rounds=3)
    rows["full-size pose network / ours"] = rows["full-size pose network, ms"] / rows["detect, ms"]
    rows["generator: plain way / ours"] = rows["our generator the plain way, ms"] / rows["painting 1, ms a picture"]


def _drawn(network: PoseNetwork) -> PoseNetwork:
    """Small random weights, with which decoding finds nobody."""
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.normal_(0.0, 0.01)
    return network.eval()


def _paint_plainly(generator: Generator) -> Tensor:
    a = generator.architecture
    height, width = FRAME_SIZE
    maps = np.zeros((height, width, a.pose_channels), np.float32)
    for channel in range(a.pose_channels):
        maps[channel * 5, channel * 3, channel] = 1
    poses = torch.from_numpy(maps).permute(2, 0, 1)[None].contiguous()
    with torch.no_grad():
        out: Tensor = generator(torch.zeros(1, a.condition_channels, height, width), poses)
    return out


def _table(facts: dict[str, str], rows: dict[str, float]) -> str:
    width = max(len(name) for name in rows)
    lines = [", ".join(f"{name} {value}" for name, value in facts.items()), ""]
    lines += [f"{name:<{width}}  {value:10.1f}" for name, value in rows.items()]
    return "\n".join(lines)
