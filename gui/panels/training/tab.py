"""The Training tab as the window holds it: empty until it is first shown, then the panel itself."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.language.choice import Language
from gui.language.retranslating import read_ahead
from gui.preferences import Preferences
from gui.theme import Theme
from gui.turns import Turns, polished

if TYPE_CHECKING:
    from gui.panels.training.panel import TrainingPanel

_LEAST: Final = 280
"""Pixels that the tab asks for in width."""
_NEEDED: Final = "gui.panels.training.panel"
"""Brings the library that draws curves, which takes half a second: it is read in a thread of its own."""


class TrainingTab(QWidget):
    """Makes the panel the first time that it is on screen, in steps between which the window answers.

    `ready` gets the panel when it is made. What its parts need is not loaded before.
    """

    _loaded = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        preferences: Preferences,
        runs_folder: Path | None,
        ready: Callable[[TrainingPanel], object],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._preferences = preferences
        self._runs_folder = runs_folder
        self._ready = ready
        self._panel: TrainingPanel | None = None
        self._turns = Turns(self)
        self._reader: threading.Thread | None = None
        self._waiting: list[Callable[[TrainingPanel], object]] = []
        self._closed = False
        self._begun = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._says = QLabel(self.tr("One moment…"))
        self._says.setObjectName("muted")
        self._says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._says)
        self._loaded.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Little: the panel finds room in a narrow dock too, and out of sight it must not keep the dock wide."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    @property
    def panel(self) -> TrainingPanel:
        """The panel, made at once if need be."""
        if self._panel is None:
            self._begin()
            self._turns.finish()
        assert self._panel is not None, "the last step makes the panel"
        return self._panel

    @property
    def made(self) -> bool:
        """Whether there is a panel yet."""
        return self._panel is not None

    def when_made(self, then: Callable[[TrainingPanel], object]) -> None:
        """Do something with the panel: now, or when it is made."""
        if self._panel is not None:
            then(self._panel)
            return
        self._waiting.append(then)
        if self._reader is None:
            self._reader = threading.Thread(
                target=self._read, args=(Language.spoken().code,), name="training-tab", daemon=True
            )
            self._reader.start()

    def _read(self, language: str) -> None:
        # What cannot be read is told where it is used.
        with contextlib.suppress(ImportError):
            import_module(_NEEDED)
        read_ahead(language)
        self._loaded.emit()

    def _begin(self) -> None:
        if not self._begun and not self._closed:
            self._begun = True
            self._turns.begin(self._make())

    def _make(self) -> Iterator[None]:
        from gui.panels.training.pages import Pages
        from gui.panels.training.panel import TrainingPanel
        from gui.services.training_runs import default_folder

        folder = self._runs_folder or default_folder()
        pages = Pages(theme=self._theme, preferences=self._preferences, runs_folder=folder)
        panel = TrainingPanel(pages, theme=self._theme)
        panel.hide()
        yield
        self._layout.addWidget(panel)
        yield
        yield from panel.fill()
        self._ready(panel)
        yield
        yield from polished(panel)
        self._panel = panel
        self._says.hide()
        # The layout would show it a moment later.
        panel.show()
        yield
        panel.watch(self.isVisible())
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(panel)
            yield

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.when_made(lambda panel: panel.watch(self.isVisible()))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        if self._panel is not None:
            self._panel.watch(False)

    def close_down(self) -> None:
        """End what the panel waits for; trainings go on."""
        self._closed = True
        self._turns.give_up()
        if self._reader is not None:
            self._reader.join()
        if self._panel is not None:
            self._panel.close_down()
