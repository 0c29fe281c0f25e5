"""A whole window with scripted models, the astronaut as its demo person, and settings of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.library import Library
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.services.backend import Backend
from gui.theme import Theme
from tests.gui.canvas.conftest import astronaut_pose
from tests.gui.scripted import ScriptedBackend

_PATIENCE = 120_000


class PatientQtBot(QtBot):
    """Waits as long as a busy machine needs; a test that hangs is ended by the run's own limit."""

    def waitUntil(self, callback: Any, *, timeout: int = _PATIENCE) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE, **more: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = _PATIENCE) -> Any:  # noqa: N802
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientQtBot(request)


@pytest.fixture
def backend() -> ScriptedBackend:
    """Models that find the astronaut."""
    return ScriptedBackend(people=(astronaut_pose(),))


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, _astronaut_pixels: np.ndarray) -> Library:
    """The gallery from the box; two demo people who are the astronaut and her mirror image."""
    folder = tmp_path_factory.mktemp("people")
    Image.fromarray(_astronaut_pixels).save(folder / "eileen.png", compress_level=1)
    Image.fromarray(_astronaut_pixels[:, ::-1]).save(folder / "mirrored.png", compress_level=1)
    titles = {"eileen": "A woman in a space suit", "mirrored": "The same in a mirror"}
    entries = [{"name": name, "title": title} for name, title in titles.items()]
    (folder / "demo.json").write_text(json.dumps({"version": 1, "people": entries}))
    return Library(people=folder)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme; the application, which all tests share, looks as before afterwards."""
    sheet, palette = qapp.styleSheet(), qapp.palette()
    made = Theme(qapp, choice="light")
    yield made
    made.settle()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def make_window(
    qtbot: QtBot, theme: Theme, library: Library, backend: ScriptedBackend, tmp_path: Path
) -> Iterator[MakeWindow]:
    """Makes windows, each closed and with its threads ended afterwards."""
    made: list[MainWindow] = []

    def make(
        *,
        models: Callable[[], Backend] | None = None,
        filled: bool = True,
        size: tuple[int, int] | None = (1280, 800),
        **fill: object,
    ) -> MainWindow:
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(
            theme=theme,
            make_backend=models or (lambda: backend),
            library=library,
            preferences=Preferences(settings),
            own_poses=tmp_path / "own-poses",
            projects=tmp_path / "projects",
        )
        made.append(window)
        if size is not None:
            window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        if filled:
            window.fill(**fill)  # type: ignore[arg-type]
        return window

    yield make
    backend.gate.set()
    for window in made:
        window.close()
        assert not window.service.is_running
        window.deleteLater()


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    """The window as it is at the first start, with the first demo person framed."""
    shown = make_window()
    qtbot.waitUntil(lambda: shown.document.current is not None and shown.document.current.is_framed)
    return shown
