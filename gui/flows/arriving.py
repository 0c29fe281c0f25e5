"""What is dropped on the window is opened as what it is: a project, a run, a model, a review, annotations, photos."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from engine.errors import PoseFileError
from engine.formats.sets import Format, format_of
from engine.images import PHOTO_SUFFIXES
from engine.project.project import SUFFIX
from engine.reviews import FORMAT as REVIEW
from gui.dropping import WEIGHTS_SUFFIXES
from gui.flows.messages import Place
from gui.services.run_folder import is_run

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_LOOK: Final = 65_536
"""Bytes of a file from which its kind is told."""
_MARK: Final = re.compile(rb'"format"\s*:\s*"' + re.escape(REVIEW.encode()) + rb'"')
_DATA: Final = frozenset(("dataset.json", "prepare.json", "keypoints18.json"))
"""A folder without photos of its own that holds one of these is data for a training."""
_FOLDER_KEY: Final = "models"


class Arrival(Enum):
    """What a file or a folder is to the window. `POSE` and `PHOTO` may still turn out to be none."""

    PROJECT = "project"
    RUN = "run"
    DATA = "data"
    MODEL = "model"
    REVIEW = "review"
    ANNOTATIONS = "annotations"
    POSE = "pose"
    FOLDER = "folder"
    PHOTO = "photo"


def arrival_of(path: Path) -> Arrival:
    """Tell what was dropped by its name, and where that is not enough by the beginning and the end of its content."""
    if path.is_dir():
        return _folder(path)
    suffix = path.suffix.lower()
    if suffix == SUFFIX:
        return Arrival.PROJECT
    if suffix in WEIGHTS_SUFFIXES:
        return Arrival.MODEL
    if suffix == ".csv":
        return Arrival.ANNOTATIONS
    return _json(path) if suffix == ".json" else Arrival.PHOTO


def _folder(folder: Path) -> Arrival:
    if is_run(folder):
        return Arrival.RUN
    try:
        names = [name.lower() for name in os.listdir(folder)]
    except OSError:
        return Arrival.FOLDER  # opening it says what is wrong
    if any(name.endswith(PHOTO_SUFFIXES) for name in names):
        return Arrival.FOLDER
    if not _DATA.isdisjoint(names):
        return Arrival.DATA
    return Arrival.ANNOTATIONS if any(name.endswith(".json") for name in names) else Arrival.FOLDER


def _json(path: Path) -> Arrival:
    try:
        with path.open("rb") as file:
            start = file.read(_LOOK)
        if _MARK.search(start):
            return Arrival.REVIEW
        return Arrival.ANNOTATIONS if format_of(path) is Format.COCO else Arrival.POSE
    except (OSError, PoseFileError):
        return Arrival.POSE  # reading it says what is wrong


class Arriving(QObject):
    """Opens what arrives. Weights are asked about first: they change what every picture is painted with."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._model: Path | None = None

    def open(self, paths: Sequence[Path]) -> None:
        """Open what was dropped. Photos, their folders and a pose may come together; anything else is opened alone."""
        kinds = {path: arrival_of(path) for path in paths}
        window, controller = self._window, self._window.controller
        alone: dict[Arrival, Callable[[list[Path]], object]] = {
            Arrival.PROJECT: lambda found: controller.projects.open(found[0]),
            Arrival.RUN: lambda found: self._train(found[0]),
            Arrival.MODEL: lambda found: self._offer(found[0]),
            Arrival.REVIEW: self._take_reviews,
            Arrival.DATA: lambda found: self._train(found[0]),
            Arrival.ANNOTATIONS: lambda found: window.annotating.files.import_from(found[0]),
        }
        for kind, work in alone.items():
            found = [path for path in paths if kinds[path] is kind]
            if found:
                work(found)
                return
        controller.files.open_paths(paths)

    # models

    @property
    def has_model(self) -> bool:
        """Whether dropped weights wait for the person's word."""
        return self._model is not None

    def use_dropped_model(self) -> None:
        """Paint with the weights that were dropped last."""
        file, self._model = self._model, None
        if file is not None:
            self._window.controller.models.use_file(file, file.stem)
        self._window.actions_.refresh()

    def ask_model(self) -> None:
        """Ask for a file of weights, and paint with it."""
        preferences = self._window.preferences
        patterns = " ".join(f"*{suffix}" for suffix in WEIGHTS_SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Paint with a model from a file"),
            preferences.folder(_FOLDER_KEY),
            f"{self.tr('Weights of a model')} ({patterns});;{self.tr('All files')} (*)",
        )
        if name:
            preferences.set_folder(_FOLDER_KEY, Path(name))
            self._window.controller.models.use_file(Path(name), Path(name).stem)

    def _offer(self, file: Path) -> None:
        self._model = file
        self._window.actions_.refresh()
        self._window.go_to("picture")
        text = self.tr("{0} holds the weights of a model. Shall it paint from now on?").format(file.name)
        self._window.messages.info(Place.PICTURE, text, "dropped-model")

    # the tabs

    def _take_reviews(self, paths: list[Path]) -> None:
        self._window.go_to("review")
        self._window.reviewing.merge(paths)

    def _train(self, folder: Path) -> None:
        self._window.go_to("training")
        self._window.training.when_made(lambda panel: panel.open_folder(folder))
