"""From a started process to a running window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from engine.weights.table import EMBEDDED_GENERATOR
from gui.flows.models import GENERATOR_KEY
from gui.flows.settings import running_of
from gui.garbage import GarbageTurn
from gui.icons import IconBox
from gui.language.choice import LANGUAGE_KEY, SYSTEM, Language
from gui.last_resort import LastResort
from gui.library import Library
from gui.main_window import MainWindow
from gui.own_poses import default_folder
from gui.preferences import Preferences
from gui.process_age import process_age
from gui.services.backend import Backend, Running
from gui.theme import Theme


class _FirstPaint(QObject):
    """Calls `then` once, after the first time that a widget was painted."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # The timer fires when the whole window has been painted and handed to the screen.
            QTimer.singleShot(0, self._then)
        return False


def run(*, photo: Path | None, device: str, only_time: bool) -> int:
    """Open the window and stay until it is closed; answers the exit code."""
    qInstallMessageHandler(_say)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Repose Studio")
    application.setApplicationDisplayName("Repose Studio")
    application.setDesktopFileName("repose-studio")
    GarbageTurn(application)
    preferences = Preferences()
    language = Language(application, choice=preferences.text(LANGUAGE_KEY, SYSTEM))
    application.setWindowIcon(IconBox().program_icon())
    theme = Theme(application, choice=preferences.text("theme", "system"), dressed=False)
    running = running_of(preferences, device=device)
    window = MainWindow(
        theme=theme,
        make_backend=backend_maker(running, generator=preferences.text(GENERATOR_KEY)),
        library=Library(),
        preferences=preferences,
        own_poses=default_folder(),
        language=language,
    )
    last_resort = LastResort(application)
    last_resort.failed.connect(window.notice.tell_failure)
    theme.dress()
    if only_time:
        _FirstPaint(window.bench, lambda: _print_age(window))
    else:
        _FirstPaint(window.bench, lambda: window.fill(photo))
    _end_on_interrupt(window)
    application.aboutToQuit.connect(window.close)
    application.aboutToQuit.connect(last_resort.stop)
    window.show()
    return application.exec()


def backend_maker(running: Running, *, generator: str = "") -> Callable[[], Backend]:
    """What makes the models' backend; it is called in the inference thread, and torch is imported there.

    `generator` names the person's own choice of weights; empty for those in the box.
    """

    def make() -> Backend:
        from gui.services.engine_backend import EngineBackend

        return EngineBackend(running=running, generator=generator or EMBEDDED_GENERATOR)

    return make


def _print_age(window: MainWindow) -> None:
    sys.stdout.write(f"{process_age() * 1000:.0f}\n")
    sys.stdout.flush()
    window.close()


def _end_on_interrupt(window: MainWindow) -> None:
    """Ctrl+C in the terminal closes the window as a person would."""
    signal.signal(signal.SIGINT, lambda _number, _frame: window.close())
    awake = QTimer(window)
    # Python sees a signal only when it runs.
    awake.timeout.connect(lambda: None)
    awake.start(250)


def _say(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's own messages: a fatal one becomes one clear line instead of a core dump, trifles are kept quiet."""
    if kind is QtMsgType.QtFatalMsg:
        first = " ".join(text.split(". ")[0].split())
        sys.stderr.write(f"repose-studio: No window can be opened here ({first}). `repose demo` works without one.\n")
        sys.stderr.flush()
        os._exit(2)
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and os.environ.get("REPOSE_DEBUG"):
        sys.stderr.write(f"{text}\n")
