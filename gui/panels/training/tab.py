"""The Training tab as the window holds it: empty until it is first shown, then the panel itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from gui.panels.training.panel import TrainingPanel

_LEAST: Final = 280
"""Pixels that the tab asks for in width."""


class TrainingTab(QWidget):
    """Makes the panel with `make` the first time that it is on screen: what it needs is not loaded before."""

    def __init__(self, make: Callable[[], TrainingPanel]) -> None:
        super().__init__()
        self._make = make
        self._panel: TrainingPanel | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Little: the panel finds room in a narrow dock too, and out of sight it must not keep the dock wide."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    @property
    def panel(self) -> TrainingPanel:
        """The panel, made now if need be."""
        if self._panel is None:
            self._panel = self._make()
            self._layout.addWidget(self._panel)
            # The layout would show it a moment later.
            self._panel.show()
        return self._panel

    @property
    def made(self) -> bool:
        """Whether there is a panel yet."""
        return self._panel is not None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.panel.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        if self._panel is not None:
            self._panel.watch(False)

    def close_down(self) -> None:
        """End what the panel waits for; trainings go on."""
        if self._panel is not None:
            self._panel.close_down()
