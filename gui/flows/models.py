"""Which weights paint: a run's model with one click, and back to the one in the box."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from engine.weights.table import EMBEDDED_GENERATOR
from gui.flows.messages import Messages, Place
from gui.preferences import Preferences
from gui.services.answers import Answers
from gui.services.backend import Models
from gui.services.inference import Choose, InferenceService

GENERATOR_KEY: Final = "models/generator"


class ModelFlow(QObject):
    """Changes the generator behind the window and remembers the choice. `done` brings a sentence."""

    done = Signal(str)
    changed = Signal()

    def __init__(
        self,
        service: InferenceService,
        *,
        messages: Messages,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._messages = messages
        self._preferences = preferences
        self._answers = Answers(service, parent=self)
        service.models_loaded.connect(self._on_loaded)

    @property
    def own(self) -> str:
        """The name of the person's own choice; empty for the generator in the box."""
        return self._preferences.text(GENERATOR_KEY)

    def use_file(self, file: Path, name: str) -> None:
        """Take a weights file into the person's store under this name, and paint with it."""
        self._choose(Choose(name, file))

    def use_built_in(self) -> None:
        """Paint with the generator in the box."""
        self._choose(Choose(EMBEDDED_GENERATOR))

    def _choose(self, job: Choose) -> None:
        self._answers.expect(self._service.submit(job), then=self._on_chosen, failed=self._on_failed)

    def _on_chosen(self, answer: object, _seconds: float) -> None:
        if not isinstance(answer, Models):
            return
        self._preferences.set_text(GENERATOR_KEY, "" if answer.generator == EMBEDDED_GENERATOR else answer.generator)
        self._messages.clear(Place.PICTURE)
        self.done.emit(self.tr("{0} paints from now on").format(answer.generator))
        self.changed.emit()

    def _on_failed(self, text: str) -> None:
        self._messages.error(Place.PICTURE, text)
        self.done.emit(self.tr("The model was not changed: {0}").format(text))

    def _on_loaded(self, models: Models) -> None:
        if models.note:
            self._preferences.set_text(GENERATOR_KEY, "")
            self._messages.warning(Place.PICTURE, models.note)
            self.changed.emit()
