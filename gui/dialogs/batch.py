"""A batch: photos and poses are chosen, then worked off with progress, pause, and a list of what could not be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.batch import FILE, Batch, BatchOptions, BatchPhoto, BatchPose
from engine.batch_run import Step
from engine.errors import ReposeError
from engine.presets import Preset
from engine.sheets import SHEET
from gui.dialogs.gradual import GradualDialog
from gui.dialogs.sequence import spoken_time
from gui.document import BACKGROUNDS, Photo
from gui.flows.batches import BatchFlow, BatchState
from gui.language.retranslating import said_again
from gui.language.words import told
from gui.panels.model_picker import ModelPicker
from gui.panels.photo_picker import PhotoPicker, PickedFile
from gui.panels.player import Stage
from gui.panels.pose_picker import PosePicker
from gui.preferences import Preferences
from gui.theme import SPACE, Theme
from gui.thumbnails import image_of

_MODELS_HIGH: Final = 180


class BatchDialog(GradualDialog):
    """Choosing on one page, working on the other; closing it leaves the work going on.

    `review_wanted` is the wish to judge the pictures.
    """

    review_wanted = Signal()

    def __init__(
        self,
        flow: BatchFlow,
        *,
        photos: Iterable[Photo],
        presets: Sequence[Preset],
        generators: Callable[[], Sequence[str]],
        chosen: str,
        preferences: Preferences,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """`generators` tells the names of those on this machine, `chosen` is the one that paints in the window."""
        super().__init__(parent=parent)
        self.flow = flow
        self._preferences = preferences
        self._made = False
        self.setWindowTitle(self.tr("Batch"))
        self.make_by(self._make(photos, presets=presets, generators=generators, chosen=chosen, theme=theme))

    def _make(
        self,
        photos: Iterable[Photo],
        *,
        presets: Sequence[Preset],
        generators: Callable[[], Sequence[str]],
        chosen: str,
        theme: Theme,
    ) -> Iterator[None]:
        self.photos = PhotoPicker(name=self.tr("Photos"), more=self.tr("Add photos…"), preferences=self._preferences)
        yield
        files = (PickedFile(photo.path, photo.title, photo.people.pose) for photo in photos if photo.path is not None)
        yield from self.photos.fill(files)
        self.poses = PosePicker(theme=theme, several=True)
        yield
        yield from self.poses.fill(presets)
        self.models = ModelPicker(generators(), chosen=chosen)
        yield
        self.pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addWidget(self.pages)
        yield from self._choosing()
        yield from self._working(theme)
        self._connect()
        self._made = True
        yield
        self._show_count()
        self._show_state()
        self.resize(900, 580)

    # the two pages

    def _choosing(self) -> Iterator[None]:
        self.background = QComboBox()
        words = {"white": self.tr("White"), "keep": self.tr("Scene, in the frame"), "photo": self.tr("Whole photo")}
        for name in BACKGROUNDS:
            self.background.addItem(words[name], name)
        self.background.setAccessibleName(self.tr("Background"))
        self.folder = QLineEdit(self._free_folder())
        self.folder.setAccessibleName(self.tr("Folder for the pictures"))
        choose = QPushButton(self.tr("Folder…"))
        choose.clicked.connect(self._ask_folder)
        yield
        self.count = QLabel()
        self.go_on_button = QPushButton(self.tr("Go on"))
        self.start_button = QPushButton(self.tr("Start"))
        self.start_button.setObjectName("primary")
        self.start_button.setDefault(True)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        other = QPushButton(self.tr("Go on with a batch…"))
        other.setToolTip(self.tr("Choose the folder of a batch that was left"))
        other.clicked.connect(self._ask_left)
        yield
        page = QWidget()
        self.pages.addWidget(page)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        lists = QHBoxLayout()
        lists.setSpacing(2 * SPACE)
        rows.addLayout(lists, 1)
        for title, widget, share in (
            (self.tr("Photos"), self.photos, 4),
            (self.tr("Poses"), self.poses, 4),
            (self.tr("Painted by"), self._how(), 3),
        ):
            column = QVBoxLayout()
            column.setSpacing(SPACE)
            column.addWidget(_title(title))
            column.addWidget(widget, 1)
            lists.addLayout(column, share)
            yield
        where = QHBoxLayout()
        where.setSpacing(SPACE)
        for part, share in ((QLabel(self.tr("Into")), 0), (self.folder, 1), (choose, 0)):
            where.addWidget(part, share)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self.count, 1)
        for button in (other, self.go_on_button, self.start_button):
            foot.addWidget(button)
        rows.addLayout(where)
        rows.addWidget(self.problem)
        rows.addLayout(foot)
        yield

    def _how(self) -> QWidget:
        """The generators, and what is behind the person."""
        how = QWidget()
        hint = QLabel(self.tr("Check several: each paints the same, so that a review can compare them."))
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        behind = QLabel(self.tr("Background"))
        behind.setBuddy(self.background)
        column = QVBoxLayout(how)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self.models.setMaximumHeight(_MODELS_HIGH)
        column.addWidget(self.models, 1)
        column.addWidget(hint)
        column.addSpacing(2 * SPACE)
        column.addWidget(behind)
        column.addWidget(self.background)
        column.addStretch(1)
        return how

    def _working(self, theme: Theme) -> Iterator[None]:
        self.title = _title("")
        self.made_by = QLabel()
        self.made_by.setObjectName("muted")
        self.made_by.setWordWrap(True)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of the batch"))
        self.stage = Stage(theme=theme)
        self.stage.setAccessibleName(self.tr("The newest picture"))
        self.failures = QListWidget()
        self.failures.setAccessibleName(self.tr("What could not be done"))
        self.failures.setWordWrap(True)
        self.failures.setFrameShape(QListWidget.Shape.NoFrame)
        yield
        self.entered = QLabel()
        self.entered.setObjectName("muted")
        self.entered.setWordWrap(True)
        self.project_button = QPushButton(self.tr("Put them into the project"))
        self.review_button = QPushButton(self.tr("Judge them"))
        self.open_button = QPushButton(self.tr("Open the folder"))
        self.sheet_button = QPushButton(self.tr("Open the contact sheet"))
        self.again_button = QPushButton(self.tr("Try the failed ones again"))
        self.leave_button = QPushButton(self.tr("Leave"))
        self.pause_button = QPushButton(self.tr("Pause"))
        yield
        self.failed_part = QWidget()
        right = QVBoxLayout(self.failed_part)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SPACE)
        right.addWidget(_title(self.tr("What could not be done")))
        right.addWidget(self.failures, 1)
        page = QWidget()
        self.pages.addWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for label in (self.title, self.made_by, self.bar, self.said):
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.stage, 1)
        row.addWidget(self.failed_part, 1)
        column.addLayout(row, 1)
        yield
        kept = QHBoxLayout()
        kept.setSpacing(SPACE)
        kept.addWidget(self.entered, 1)
        kept.addWidget(self.project_button)
        kept.addWidget(self.review_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self.open_button, self.sheet_button, self.again_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.pause_button)
        column.addLayout(kept)
        column.addLayout(buttons)
        yield

    def _connect(self) -> None:
        self.photos.selection_changed.connect(self._show_count)
        self.poses.selection_changed.connect(self._show_count)
        self.models.chosen_changed.connect(self._show_count)
        self.start_button.clicked.connect(self.start)
        self.go_on_button.clicked.connect(self._go_on)
        self.pause_button.clicked.connect(self._pause_or_go_on)
        self.leave_button.clicked.connect(self._leave)
        self.again_button.clicked.connect(self.flow.try_again)
        self.open_button.clicked.connect(lambda: self._open_outside(""))
        self.sheet_button.clicked.connect(lambda: self._open_outside(SHEET))
        self.project_button.clicked.connect(self._put_or_take)
        self.review_button.clicked.connect(self._judge)
        self.flow.changed.connect(self._show_state)
        self.flow.stepped.connect(self._on_step)
        self.flow.failed.connect(self._say_problem)
        self.flow.not_entered.connect(self._say_not_entered)

    # choosing

    def _show_count(self) -> None:
        photos, poses, models = self.photos.count(), len(self.poses.chosen()), len(self.models.chosen())
        ready = bool(photos and poses and models)
        if not ready:
            text = self.tr("Choose photos, poses and who paints them.")
        elif models == 1:
            text = self.tr("{0} photos × {1} poses = {2} pictures").format(photos, poses, photos * poses)
        else:
            text = self.tr("{0} photos × {1} poses × {2} models = {3} pictures")
            text = text.format(photos, poses, models, photos * poses * models)
        self.count.setText(text)
        self.start_button.setEnabled(ready)

    def _free_folder(self) -> str:
        """A folder of its own for the next batch."""
        name, number = self.tr("Batch"), 1
        folder = base = Path(self._preferences.folder("batches")) / name
        while (folder / FILE).exists():
            number += 1
            folder = base.with_name(f"{name} {number}")
        return str(folder)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder for the pictures"), self.folder.text())
        if name:
            self.folder.setText(name)

    def _ask_left(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder of a batch"), self._preferences.folder("batches"))
        if name:
            self.go_on(Path(name))

    def _go_on(self) -> None:
        folder = self.flow.unfinished
        if folder is not None:
            self.go_on(folder)

    def go_on(self, folder: Path) -> None:
        """Go on with the batch in a folder."""
        self.problem.hide()
        self.flow.open(folder)

    def start(self) -> None:
        """Write the plan and begin; a folder that has a batch already is told."""
        self.problem.hide()
        folder = Path(self.folder.text().strip()).expanduser()
        background = BACKGROUNDS[self.background.currentIndex()]
        try:
            batch = Batch.create(
                folder,
                photos=[BatchPhoto(file.path.absolute(), file.path.stem, file.pose) for file in self.photos.chosen()],
                poses=[BatchPose(preset.name, preset.pose, title=preset.title) for preset in self.poses.chosen()],
                options=BatchOptions(background),
                weights=self.models.chosen(),
            )
        except ReposeError as error:
            self._say_problem(told(error))
            return
        self._preferences.set_folder("batches", folder)
        self.flow.begin(batch)

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        self.said.setText(text)

    def _say_not_entered(self, text: str) -> None:
        self.entered.setText(self.tr("A picture could not be put into the project. {0}").format(text))

    # working

    def _leave(self) -> None:
        self.flow.stop()
        self.folder.setText(self._free_folder())
        self.photos.list.setFocus()

    def _pause_or_go_on(self) -> None:
        if self.flow.state is BatchState.RUNNING:
            self.flow.pause()
        else:
            self.flow.resume()

    def _judge(self) -> None:
        self.review_wanted.emit()
        self.close()

    def _put_or_take(self) -> None:
        self.flow.toggle_in_project()
        self.show_entered()

    def show_entered(self) -> None:
        """Whether the pictures are in the project, where they can be judged."""
        batch = self.flow.batch
        if batch is None or not self._made:
            return
        inside = self.flow.in_project
        self.project_button.setVisible(self.flow.can_enter)
        if inside:
            self.entered.setText(self.tr("The pictures are in this project: Review judges them."))
            self.project_button.setText(self.tr("Take them out of the project"))
            self.project_button.setToolTip(self.tr("Their files and what was said of them stay; Undo puts them back"))
        else:
            self.entered.setText(self.tr("The pictures are not in this project."))
            self.project_button.setText(self.tr("Put them into the project"))
            self.project_button.setToolTip(self.tr("To be judged in Review, and for contact sheets"))
        self.review_button.setVisible(inside)
        self.review_button.setEnabled(batch.done > 0)

    def _on_step(self, step: Step) -> None:
        if step.picture is not None:
            every = max(1, max(step.picture.shape[:2]) // 720)
            self.stage.show_image(image_of(step.picture[::every, ::every]))
        self._show_progress()

    def _show_state(self) -> None:
        state, batch = self.flow.state, self.flow.batch
        turned = self.pages.currentIndex() != (0 if batch is None else 1)
        self.pages.setCurrentIndex(0 if batch is None else 1)
        left = self.flow.unfinished
        self.go_on_button.setVisible(left is not None and left.joinpath(FILE).exists())
        if left is not None:
            self.go_on_button.setText(self.tr("Go on with {0}").format(left.name))
            self.go_on_button.setToolTip(str(left))
        for button in (self.start_button, self.go_on_button):
            button.setEnabled(state is not BatchState.OPENING)
        if batch is None:
            self._show_count()
            return
        painters = ", ".join(model.label for model in batch.models)
        self.title.setText(batch.folder.name)
        self.title.setToolTip(str(batch.folder))
        self.made_by.setText(self.tr("Painted by {0}, into {1}").format(painters, batch.folder))
        finished = state is BatchState.FINISHED
        running = state in (BatchState.RUNNING, BatchState.SHEET)
        had_keyboard = self.pause_button.hasFocus()
        self.pause_button.setVisible(not finished)
        self.pause_button.setText(self.tr("Pause") if running else self.tr("Go on"))
        self.leave_button.setText(self.tr("New batch") if finished else self.tr("Leave"))
        self.leave_button.setToolTip(self.tr("What is made stays; the folder can be gone on with"))
        self.again_button.setVisible(finished and bool(batch.failures))
        self.sheet_button.setVisible(finished)
        self.show_entered()
        if turned:
            self.pause_button.setFocus()
        if finished and had_keyboard:  # the button that had it is gone: what comes next has it
            (self.review_button if self.review_button.isVisible() else self.sheet_button).setFocus()
        self._show_progress()

    def _show_progress(self) -> None:
        batch, state = self.flow.batch, self.flow.state
        if batch is None:
            return
        done, failed = batch.done, batch.failed
        self.bar.setRange(0, batch.total)
        self.bar.setValue(done + failed)
        text = self.tr("{0} of {1} pictures are made").format(done, batch.total)
        if failed:
            text += self.tr(", {0} could not be").format(failed)
        left = self.flow.seconds_left
        if state is BatchState.RUNNING and left is not None:
            text += self.tr("; {0} left").format(spoken_time(left))
        elif state is BatchState.PAUSED:
            text += self.tr("; paused")
        elif state is BatchState.SHEET:
            text += self.tr("; the contact sheet is being made")
        self.said.setText(text + ".")
        self.review_button.setEnabled(done > 0)
        self.failed_part.setVisible(bool(batch.failures))
        if self.failures.count() != len(batch.failures):
            self.failures.clear()
            self.failures.addItems([said_again(failure.why) for failure in batch.failures])

    def _open_outside(self, name: str) -> None:
        if self.flow.batch is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.flow.batch.folder / name)))


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("paneTitle")
    return label
