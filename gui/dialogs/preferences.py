"""The preferences: language and colours, where the models run, and where their files lie; each holds at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.weights.store import FOLDER_VARIABLE
from gui.dialogs.gradual import GradualDialog
from gui.flows.settings import ProgramSettings
from gui.language.choice import LANGUAGES, SYSTEM
from gui.language.words import said
from gui.services.backend import Models, Running
from gui.theme import SPACE


class PreferencesDialog(GradualDialog):
    """One page; there is nothing to confirm."""

    def __init__(self, settings: ProgramSettings, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._settings = settings
        self._devices: dict[str, str] | None = None
        self._rows = 0
        self._said = ""
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self.make_by(self._make())

    def _make(self) -> Iterator[None]:
        settings = self._settings
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        self._grid = QGridLayout()
        layout.addLayout(self._grid)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._grid.setColumnStretch(1, 1)
        self._add_title(self.tr("Appearance"))
        self.language = self._add_choice(
            self.tr("Language"),
            {SYSTEM: self.tr("As the system"), **LANGUAGES},
            note=self.tr("Changes at once; names that you gave stay as they are."),
        )
        self.theme = self._add_choice(
            self.tr("Colours"),
            {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")},
        )
        yield
        self._add_title(self.tr("Models"))
        self.device = self._add_choice(self.tr("Device"), self._device_words())
        self.where = self._add_note("")
        yield
        self.precision = self._add_choice(
            self.tr("Precision"),
            {
                "auto": self.tr("Automatic"),
                "bf16": self.tr("bf16: half the memory, fast on newer devices"),
                "float32": self.tr("float32: exact"),
            },
            note=self.tr("Pictures differ a little between the two. Published weights always run in float32."),
        )
        yield
        self._add_folder()
        yield
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.close)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.resize(560, 480)
        yield
        self.show_choices()
        yield
        self.language.activated.connect(lambda _row: settings.choose_language(self.language.currentData()))
        self.theme.activated.connect(lambda _row: settings.choose_theme(self.theme.currentData()))
        self.device.activated.connect(lambda _row: self._run())
        self.precision.activated.connect(lambda _row: self._run())
        settings.changed.connect(self.show_choices)
        settings.ran.connect(self._on_ran)
        settings.failed.connect(self._on_failed)
        settings.devices_found.connect(self._on_devices)
        settings.look_for_devices()

    # the page

    def _add_title(self, text: str) -> None:
        title = QLabel(text)
        title.setObjectName("paneTitle")
        title.setContentsMargins(0, 2 * SPACE if self._rows else 0, 0, SPACE // 2)
        self._grid.addWidget(title, self._rows, 0, 1, 2)
        self._rows += 1

    def _add_choice(self, name: str, choices: dict[str, str], *, note: str = "") -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for key, text in choices.items():
            box.addItem(text, key)
        self._add_row(name, box)
        if note:
            box.setAccessibleDescription(note)
            self._add_note(note)
        return box

    def _add_row(self, name: str, field: QWidget) -> None:
        label = QLabel(name)
        label.setBuddy(field)
        self._grid.addWidget(label, self._rows, 0)
        self._grid.addWidget(field, self._rows, 1)
        self._rows += 1

    def _add_note(self, text: str) -> QLabel:
        note = QLabel(text)
        note.setObjectName("muted")
        note.setWordWrap(True)
        note.setContentsMargins(2, 0, 0, SPACE)
        self._grid.addWidget(note, self._rows, 1)
        self._rows += 1
        return note

    def _add_folder(self) -> None:
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("Folder of weights"))
        self._add_row(self.tr("Weights"), self.folder)
        self.choose = QPushButton(self.tr("Choose a folder…"))
        self.usual = QPushButton(self.tr("The usual place"))
        self.show_button = QPushButton(self.tr("Show"))
        self.show_button.setAccessibleName(self.tr("Show the folder of weights"))
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        for button in (self.choose, self.usual, self.show_button):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        self._grid.addLayout(line, self._rows, 1)
        self._rows += 1
        self._folder_note = self._add_note("")
        self.choose.clicked.connect(lambda: self._choose_folder())
        self.usual.clicked.connect(lambda: self._settings.choose_weights(None))
        self.show_button.clicked.connect(lambda: self._show_folder())

    # what holds

    def show_choices(self) -> None:
        """Show what holds now."""
        settings, running = self._settings, self._settings.running
        for box, key in (
            (self.language, settings.language.choice),
            (self.theme, settings.theme.choice),
            (self.device, running.device),
            (self.precision, running.precision),
        ):
            box.setCurrentIndex(max(0, box.findData(key)))
        weights = settings.weights
        self.folder.setText(str(weights.folder))
        self.folder.setToolTip(str(weights.folder))
        self.folder.setCursorPosition(0)
        self.choose.setEnabled(not weights.given)
        self.usual.setEnabled(weights.chosen)
        self.show_button.setEnabled(weights.folder.is_dir())
        if weights.given:
            note = self.tr("Named by {0} in the environment; change it there.").format(FOLDER_VARIABLE)
        else:
            note = self.tr(
                "Where fetched weights and your own models are kept and looked for, from now on. Files stay "
                "where they are."
            )
        self._folder_note.setText(note)
        self._say()

    def _say(self, problem: str = "") -> None:
        """Under the device: where the models run, or why they do not run where they were wanted."""
        models = self._settings.models
        if problem:
            self._said = problem
        elif self._settings.changing:
            self._said = self.tr("Loading the models…")
        elif models is not None:
            self._said = self.tr("The models run on {0}.").format(said(models.device))
        else:
            self._said = self.tr("The models are not loaded yet.")
        self.where.setText(self._said)
        self.device.setAccessibleDescription(self._said)

    def _device_words(self) -> dict[str, str]:
        return {
            "auto": self.tr("Automatic: the GPU where there is one"),
            "cpu": self.tr("Processor (CPU)"),
            "cuda": self.tr("NVIDIA or AMD GPU (CUDA)"),
            "mps": self.tr("Apple GPU (Metal)"),
        }

    def _on_devices(self, found: dict[str, str]) -> None:
        model = self.device.model()
        for row, (key, words) in enumerate(self._device_words().items()):
            there = key == "auto" or key in found
            text = self.tr("{0}: not in this computer").format(words) if not there else said(found.get(key, words))
            self.device.setItemText(row, text)
            if isinstance(model, QStandardItemModel):
                model.item(row).setEnabled(there)

    def _on_ran(self, _models: Models) -> None:
        self._say()

    def _on_failed(self, text: str) -> None:
        self.show_choices()
        self._say(text)

    # what a person does

    def _run(self) -> None:
        self._settings.run_on(Running(self.device.currentData(), self.precision.currentData()))
        self._say()

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder for weights"), self.folder.text())
        if name:
            self._settings.choose_weights(Path(name))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))

    def said(self) -> str:
        """The sentence under the device."""
        return self._said
