"""The real window for measuring: shown, and with everything that it keeps in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from gui.garbage import GarbageTurn
from gui.library import Library
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.services.backend import Running
from gui.start import backend_maker
from gui.theme import Theme
from gui.watching.slots import WatchedApplication


def staged(folder: Path) -> tuple[WatchedApplication, MainWindow]:
    """The application that times its events and a window of 1280 x 800, on the CPU, in the light theme, not yet filled.

    There can be one such application in a process. Settings, poses, runs and projects lie in `folder`.
    """
    application = WatchedApplication(["repose-studio"])
    GarbageTurn(application)
    window = MainWindow(
        theme=Theme(application, choice="light"),
        make_backend=backend_maker(Running("cpu")),
        library=Library(),
        preferences=Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)),
        own_poses=folder / "poses",
        runs_folder=folder / "runs",
        projects=folder / "projects",
    )
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    return application, window
