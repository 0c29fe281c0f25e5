"""What a person chooses of the program itself: language, colours, where the models run and where their files lie."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QObject, Signal

from engine.progress import CancelToken, Progress
from engine.weights.store import FOLDER_VARIABLE, default_folder
from gui.language.choice import LANGUAGE_KEY, Language
from gui.preferences import Preferences
from gui.services.answers import Answers
from gui.services.backend import Backend, Models, Running
from gui.services.inference import InferenceService, Task
from gui.theme import Theme

THEME_KEY: Final = "theme"
DEVICE_KEY: Final = "models/device"
PRECISION_KEY: Final = "models/precision"
WEIGHTS_KEY: Final = "models/folder"


def running_of(preferences: Preferences, *, device: str = "auto") -> Running:
    """Where the models are to run: a device that was asked for at the start counts more than the remembered one."""
    chosen = device if device != "auto" else preferences.text(DEVICE_KEY, "auto")
    return Running(chosen, preferences.text(PRECISION_KEY, "auto"))


class WeightsPlace:
    """The person's folder for weights, for this program and the trainings that it starts.

    A folder that the environment names when the program starts counts more than the remembered one.
    """

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.given = bool(os.environ.get(FOLDER_VARIABLE))
        remembered = preferences.text(WEIGHTS_KEY)
        if remembered and not self.given:
            os.environ[FOLDER_VARIABLE] = remembered

    @property
    def folder(self) -> Path:
        """Where weights are looked for and kept."""
        return default_folder()

    @property
    def chosen(self) -> bool:
        """Whether it is a folder of the person's choice."""
        return bool(self._preferences.text(WEIGHTS_KEY)) and not self.given

    def choose(self, folder: Path | None) -> None:
        """Another folder from now on; None for the usual one. Files stay where they are."""
        if self.given:
            return
        self._preferences.set_text(WEIGHTS_KEY, "" if folder is None else str(folder.absolute()))
        if folder is None:
            os.environ.pop(FOLDER_VARIABLE, None)
        else:
            os.environ[FOLDER_VARIABLE] = str(folder.absolute())


class ProgramSettings(QObject):
    """Applies each choice at once and remembers it.

    `devices_found` brings the devices in words by name, `ran` the models that run now, `failed` a sentence; `changed`
    comes after each choice, one that failed as well.
    """

    devices_found = Signal(object)
    ran = Signal(object)
    failed = Signal(str)
    changed = Signal()

    def __init__(
        self,
        service: InferenceService,
        *,
        preferences: Preferences,
        theme: Theme,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._preferences = preferences
        self._answers = Answers(service, parent=self)
        self.theme = theme
        self.language = language
        self.weights = WeightsPlace(preferences)
        self.models: Models | None = None
        self._runs: int | None = None
        service.models_loaded.connect(self._on_models)

    @property
    def running(self) -> Running:
        """Where the person wants the models to run."""
        return running_of(self._preferences)

    @property
    def changing(self) -> bool:
        """Whether the models are on their way to where the person wants them."""
        return self._runs is not None and self._service.is_open(self._runs)

    def choose_theme(self, choice: str) -> None:
        """Light, dark, or as the system has it."""
        self._preferences.set_text(THEME_KEY, choice)
        self.theme.choose(choice)
        self.changed.emit()

    def choose_language(self, choice: str) -> None:
        """Another language, or the system's."""
        self._preferences.set_text(LANGUAGE_KEY, choice)
        self.language.choose(choice)
        self.changed.emit()

    def choose_weights(self, folder: Path | None) -> None:
        """Another folder for weights, or the usual one."""
        self.weights.choose(folder)
        self.changed.emit()

    def look_for_devices(self) -> None:
        """Find out which devices there are; the answer comes later, as the models' library may have to be loaded."""

        def look(backend: Backend, _progress: Progress, _cancel: CancelToken) -> object:
            return backend.devices()

        number = self._service.submit(Task(self.tr("Looking for devices"), look), lane="devices")
        self._answers.expect(number, then=self._on_devices, failed=self.failed.emit)

    def run_on(self, running: Running) -> None:
        """Run the models elsewhere or in another precision; remembered once they do."""

        def run(backend: Backend, progress: Progress, _cancel: CancelToken) -> object:
            return backend.run_on(running, progress=progress)

        self._runs = self._service.submit(Task(self.tr("Loading the models"), run), lane="run on")
        self._answers.expect(self._runs, then=partial(self._on_ran, running), failed=self._on_failed)

    def _on_devices(self, answer: object, _seconds: float) -> None:
        self.devices_found.emit(answer)

    def _on_ran(self, running: Running, answer: object, _seconds: float) -> None:
        self._preferences.set_text(DEVICE_KEY, running.device)
        self._preferences.set_text(PRECISION_KEY, running.precision)
        self.models = cast(Models, answer)
        self.ran.emit(answer)
        self.changed.emit()

    def _on_failed(self, text: str) -> None:
        self.changed.emit()
        self.failed.emit(text)

    def _on_models(self, models: Models) -> None:
        self.models = models
        self.ran.emit(models)
