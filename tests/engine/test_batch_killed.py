"""A real process with a batch is killed in the middle, and the next one goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.batch import Batch
from engine.images import load_picture
from engine.presets import load_people

ROOT = Path(__file__).resolve().parents[2]
POSES = ("front", "waving", "walking", "arms-raised")


def started(out: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "engine.cli", "batch", *arguments, "--out", str(out)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_a_killed_batch_loses_nothing_and_makes_nothing_twice(tmp_path: Path) -> None:
    out = tmp_path / "out"
    photos = [str(person.path) for person in load_people()]
    process = started(out, *photos, *(part for pose in POSES for part in ("--pose", pose)))
    while process.poll() is None and len(list(out.glob("*.png"))) < 3:
        time.sleep(0.02)
    assert process.poll() is None, process.communicate()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.png")}
    there = Batch.open(out).done
    assert there == len(before) >= 3, "every file that is there is whole"
    again = started(out)
    said, errors = again.communicate()
    assert again.returncode == 0, errors
    assert len(said.splitlines()) == len(photos) * len(POSES) - there + 1, "the rest, and the sheet"
    assert {name: (out / name).stat().st_mtime_ns for name in before} == before
    assert all(load_picture(path).shape[2] == 3 for path in out.glob("*.png"))
