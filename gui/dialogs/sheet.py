"""A contact sheet of chosen pictures: seen while they are chosen, then saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine.images import downscale, load_picture, save_picture
from engine.progress import CancelToken, Progress
from engine.sheets import LARGEST, picture_sheet
from gui.dialogs.gradual import GradualDialog
from gui.panels.photo_picker import PhotoPicker, PickedFile
from gui.panels.player import Stage
from gui.preferences import Preferences
from gui.services.answers import Answers
from gui.services.backend import Backend, Picture
from gui.services.inference import InferenceService, Task
from gui.theme import SPACE, Theme
from gui.thumbnails import image_of

_PATIENCE: Final = 200
"""Milliseconds without a change after which the sheet is made anew."""
_MOST_COLUMNS: Final = 24


class SheetDialog(GradualDialog):
    """Pictures on the left, the sheet on the right; it is made off the window's thread."""

    def __init__(
        self,
        files: Iterable[PickedFile],
        *,
        service: InferenceService,
        preferences: Preferences,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._service = service
        self._preferences = preferences
        self._answers = Answers(service, parent=self)
        self._request: int | None = None
        self.sheet: Picture | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PATIENCE)
        self._wait.timeout.connect(self._make)
        self.setWindowTitle(self.tr("Contact sheet"))
        self.make_by(self._parts(files, theme=theme))

    def _parts(self, files: Iterable[PickedFile], *, theme: Theme) -> Iterator[None]:
        self.pictures = PhotoPicker(
            name=self.tr("Pictures"), more=self.tr("Add pictures…"), preferences=self._preferences
        )
        yield
        yield from self.pictures.fill(files)
        self.columns = QSpinBox()
        self.columns.lineEdit().setTextMargins(6, 0, 6, 0)
        self.columns.setRange(0, _MOST_COLUMNS)
        self.columns.setSpecialValueText(self.tr("Automatic"))
        self.columns.setAccessibleName(self.tr("Columns"))
        self.names = QCheckBox(self.tr("Names"))
        self.names.setChecked(True)
        self.stage = Stage(theme=theme)
        self.stage.setAccessibleName(self.tr("The contact sheet"))
        self.message = QLabel()
        self.message.setObjectName("muted")
        self.message.setWordWrap(True)
        self.copy_button = QPushButton(self.tr("Copy"))
        self.save_button = QPushButton(self.tr("Save…"))
        self.save_button.setObjectName("primary")
        self.save_button.setDefault(True)
        yield
        self._build()
        self.pictures.selection_changed.connect(self._wait.start)
        self.columns.valueChanged.connect(lambda _count: self._wait.start())
        self.names.toggled.connect(lambda _on: self._wait.start())
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.ask_save)
        self._show(None)
        self.resize(900, 560)

    def _build(self) -> None:
        settings = QHBoxLayout()
        settings.setSpacing(SPACE)
        settings.addWidget(QLabel(self.tr("Columns")))
        settings.addWidget(self.columns)
        settings.addSpacing(SPACE)
        settings.addWidget(self.names)
        settings.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.save_button)
        right = QVBoxLayout()
        right.setSpacing(SPACE)
        right.addWidget(self.stage, 1)
        right.addLayout(settings)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.pictures, 1)
        row.addLayout(right, 1)

    # making

    def _make(self) -> None:
        chosen = self.pictures.chosen()
        if self._request is not None:
            self._service.cancel(self._request)
            self._request = None
        if not chosen:
            self._show(None)
            return
        columns, names = self.columns.value(), self.names.isChecked()

        def make(backend: Backend, progress: Progress, cancel: CancelToken) -> Picture:
            pictures = []
            for file in chosen:
                cancel.raise_if_cancelled()
                pictures.append((file.title, downscale(load_picture(file.path), LARGEST)))
            return picture_sheet(pictures, columns=columns, names=names)

        self.message.setText(self.tr("Making the sheet…"))
        self._ask(Task(self.tr("Making a contact sheet"), make), lambda answer: self._show(cast(Picture, answer)))

    def _ask(self, task: Task, then: Callable[[object], None]) -> None:
        def answered(answer: object, seconds: float) -> None:
            if self._request == number:
                self._request = None
                then(answer)

        number = self._service.submit(task)
        self._request = number
        self._answers.expect(number, then=answered, failed=self.message.setText)

    def _show(self, sheet: Picture | None) -> None:
        self.sheet = sheet
        for button in (self.copy_button, self.save_button):
            button.setEnabled(sheet is not None)
        if sheet is None:
            self.stage.show_pose(None)
            self.message.setText(self.tr("Choose pictures."))
        else:
            step = max(1, max(sheet.shape[:2]) // 1600)
            self.stage.show_image(image_of(sheet[::step, ::step]))
            self.message.setText(f"{sheet.shape[1]} × {sheet.shape[0]}")

    # what is done with it

    def copy(self) -> None:
        """The sheet, for other programs."""
        if self.sheet is not None:
            image: QImage = image_of(self.sheet)
            QGuiApplication.clipboard().setImage(image)
            self.message.setText(self.tr("Copied"))

    def ask_save(self) -> None:
        """Ask for a name and save the sheet."""
        start = Path(self._preferences.folder("pictures")) / f"{self.tr('Contact sheet')}.png"
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the contact sheet"),
            str(start),
            f"{self.tr('PNG picture')} (*.png);;{self.tr('JPEG picture')} (*.jpg)",
        )
        if name:
            path = Path(name)
            self._preferences.set_folder("pictures", path)
            self.save(path if path.suffix else path.with_name(path.name + ".png"))

    def save(self, path: Path) -> None:
        """Write the sheet."""
        sheet = self.sheet
        if sheet is None:
            return

        def write(backend: Backend, progress: Progress, cancel: CancelToken) -> Path:
            return save_picture(path, sheet)

        self.message.setText(self.tr("Saving…"))
        self._ask(
            Task(self.tr("Saving a contact sheet"), write),
            lambda answer: self.message.setText(self.tr("Saved {0}").format(path)),
        )
