"""The command `repose-studio`: what it says where there is no window, and how it times itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.process_age import process_age

ROOT = Path(__file__).resolve().parents[2]


def studio(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own; an empty value takes a variable away."""
    whole = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "gui.app", *arguments],
        cwd=ROOT,
        env={name: value for name, value in whole.items() if value},
        capture_output=True,
        text=True,
        check=False,
    )


def test_says_how_long_the_first_window_took() -> None:
    done = studio("--time-to-window", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert 50 < int(done.stdout) < 600_000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_no_screen_is_one_line() -> None:
    done = studio(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "There is no screen" in done.stderr


def test_a_screen_that_qt_cannot_open_is_one_line() -> None:
    done = studio(QT_QPA_PLATFORM="no-such-screen")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "No window can be opened here" in done.stderr


def test_a_wrong_option_is_refused() -> None:
    assert studio("--device", "abacus").returncode == 2
    assert "0.1" in studio("--version").stdout


def test_no_heavy_library_before_the_first_paint() -> None:
    heavy = ("torch", "scipy", "cv2", "torchvision", "safetensors")
    script = f"import sys, gui.start, gui.app; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.stdout.strip() == "[]"


def test_a_process_knows_its_age() -> None:
    first = process_age()
    assert 0 < first < process_age()
