"""What every test stands on: Qt without a screen, settings and weights of its own, and one real photo."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from PIL import Image

# Both must be there before the first import of Qt or torch; a value given from outside wins.
_CORES = os.cpu_count() or 1
_THREADS_ARE_OURS = "OMP_NUM_THREADS" not in os.environ
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", str(min(4, _CORES)))

# A person's own settings, projects and weights are neither read nor written.
_HOME = Path(tempfile.mkdtemp(prefix="repose-tests-"))
for _name, _folder in {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "REPOSE_WEIGHTS": "weights",
}.items():
    (_HOME / _folder).mkdir()
    os.environ[_name] = str(_HOME / _folder)


# No test is judged by a clock: a busy machine may take its time over an example, or over drawing one.
settings.register_profile("repose", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("repose")


def pytest_configure(config: pytest.Config) -> None:
    """Where processes share the tests (`pytest -n 2`), they share the cores as well."""
    workers = getattr(config.option, "numprocesses", None)
    if workers and _THREADS_ARE_OURS:
        os.environ["OMP_NUM_THREADS"] = str(min(4, max(1, _CORES // int(workers))))


def pytest_unconfigure() -> None:
    """Clears away the folder that stood in for the person's own."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _fresh_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each test finds the window's settings empty, once Qt has been imported at all."""
    qt = sys.modules.get("PySide6.QtCore")
    if qt is not None:
        folder = str(tmp_path_factory.mktemp("settings"))
        for kind in (qt.QSettings.Format.IniFormat, qt.QSettings.Format.NativeFormat):
            qt.QSettings.setPath(kind, qt.QSettings.Scope.UserScope, folder)
    yield


_KEPT: list[object] = []


@pytest.fixture(autouse=True)
def _widgets_go_between_tests(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the program (gui/garbage.py), forgotten widgets are taken apart by this thread and between two events."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    kept = [len(sys.modules), request.path]
    if kept != _KEPT:
        # What modules bring, and what the files before this one left, stays for good; searching it after every test
        # would take longer than the tests.
        _KEPT[:] = kept
        gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def _astronaut_pixels() -> np.ndarray:
    from skimage import data

    return np.asarray(data.astronaut(), dtype=np.uint8)


@pytest.fixture
def astronaut(_astronaut_pixels: np.ndarray) -> np.ndarray:
    """A real photo of a woman, upper body (NASA, public domain): uint8 [512, 512, 3] RGB, the test's own copy."""
    return _astronaut_pixels.copy()


@pytest.fixture
def astronaut_file(astronaut: np.ndarray, tmp_path: Path) -> Path:
    """The same photo as a PNG file."""
    path = tmp_path / "astronaut.png"
    Image.fromarray(astronaut).save(path)
    return path
