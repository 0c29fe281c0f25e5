"""The status bar: what runs, how long the last thing took, the device and the models."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar

from gui.language.words import said
from gui.panels.pane import ElidedLabel
from gui.services.backend import Models


class StatusBar(QStatusBar):
    """Says in words what the program does."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setAccessibleName(self.tr("Status"))
        self._last = self.tr("Ready")
        self._activity = ""
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setObjectName("thin")
        self._busy.setFixedWidth(64)
        self._busy.hide()
        self._says = ElidedLabel(self._last)
        self._models = QLabel(self.tr("Models not loaded yet"))
        self._device = QLabel("")
        for label in (self._models, self._device):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.addWidget(self._busy)
        self.addWidget(self._says, 1)
        self.addPermanentWidget(self._models)
        self.addPermanentWidget(self._device)
        # Short work would only make the bar flicker.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(150)
        self._soon.timeout.connect(lambda: self._busy.setVisible(bool(self._activity)))

    def show_activity(self, text: str) -> None:
        """What runs now; nothing when it is empty."""
        self._activity = text
        if text:
            self._soon.start()
            self._says.set_whole_text(text + "…")
        else:
            self._soon.stop()
            self._busy.hide()
            self._says.set_whole_text(self._last)

    def show_done(self, text: str, seconds: float) -> None:
        """What was done and how long it took."""
        self._last = self.tr("{0} in {1} s").format(text, QLocale().toString(seconds, "f", 2))
        if not self._activity:
            self._says.set_whole_text(self._last)

    def show_text(self, text: str) -> None:
        """Something that was done at once."""
        self._last = text
        if not self._activity:
            self._says.set_whole_text(text)

    def show_models(self, models: Models) -> None:
        """What is loaded, and where it runs."""
        self._models.setText(f"{models.estimator} · {models.generator}")
        self._device.setText(said(models.device))

    def text(self) -> str:
        """What the bar says now."""
        return self._says.whole_text()
