"""A sequence between poses: they are put in order, played as skeletons at once, drawn, and written to a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import ReposeError
from engine.fitting import fit_to_person
from engine.presets import Preset
from engine.sequence import poses_between
from engine.skeleton import Pose
from gui.dialogs.gradual import GradualDialog
from gui.document import BACKGROUNDS, Photo
from gui.flows.entering import Entering
from gui.flows.sequences import SequenceFlow, SequencePlan
from gui.icons import SIDE
from gui.language.words import told
from gui.panels.player import Player
from gui.panels.pose_picker import PickedPose, PoseOrder, PosePicker
from gui.preferences import Preferences
from gui.services.inference import InferenceService
from gui.theme import SPACE, Theme

_MOST_FRAMES: Final = 240
_KINDS: Final = (".gif", ".webm", ".mp4", "")


class SequenceDialog(GradualDialog):
    """For one photo; its person is framed."""

    def __init__(
        self,
        photo: Photo,
        *,
        start: Sequence[PickedPose],
        presets: Sequence[Preset],
        service: InferenceService,
        entering: Entering,
        theme: Theme,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        assert photo.picture is not None and photo.people.pose is not None and photo.framed is not None
        self._photo, self._picture, self._person = photo, photo.picture, photo.people.pose
        self._framed = photo.framed.pose
        self._preferences = preferences
        self._theme = theme
        self._can_enter = entering.sets.usable
        self._steps: list[Pose] = []
        self.setWindowTitle(self.tr("Sequence of {0}").format(photo.title))
        self.flow = SequenceFlow(service, entering=entering, parent=self)
        self._tools: list[tuple[QToolButton, str]] = []
        self.make_by(self._make(start, presets=presets))

    def _make(self, start: Sequence[PickedPose], *, presets: Sequence[Preset]) -> Iterator[None]:
        self.picker = PosePicker(theme=self._theme)
        yield
        yield from self.picker.fill(presets)
        self.order = PoseOrder(theme=self._theme)
        self.player = Player(theme=self._theme)
        yield
        yield from self._fields()
        yield from self._columns()
        self._connect()
        yield
        for picked in start:
            self.order.add(picked)
            yield
        self.player.play(True)
        self._say_state()
        self.resize(960, 600)

    def _fields(self) -> Iterator[None]:
        self.frames = QSpinBox()
        self.frames.setRange(2, _MOST_FRAMES)
        self.frames.setValue(int(self._preferences.number("sequence/pictures", 24)))
        self.frames.setAccessibleName(self.tr("Number of pictures"))
        self.rate = QDoubleSpinBox()
        self.rate.setRange(1.0, 30.0)
        self.rate.setDecimals(0)
        self.rate.setValue(self._preferences.number("sequence/pictures a second", 12))
        self.rate.setAccessibleName(self.tr("Pictures a second"))
        yield
        self.background = QComboBox()
        words = {"white": self.tr("White"), "keep": self.tr("Scene, in the frame"), "photo": self.tr("Whole photo")}
        for name in BACKGROUNDS:
            self.background.addItem(words[name], name)
        self.background.setAccessibleName(self.tr("Background"))
        self.loop = QCheckBox(self.tr("Back to the first pose"))
        self.loop.setChecked(self._preferences.text("sequence/loop", "no") == "yes")
        self.enter = QCheckBox(self.tr("PNG pictures also into the project"))
        self.enter.setToolTip(
            self.tr("Numbered pictures that are saved can then be judged in Review; Undo takes them out")
        )
        self.enter.setEnabled(self._can_enter)
        yield
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setObjectName("muted")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Progress of the sequence"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.save_button = QPushButton(self.tr("Save…"))
        self.draw_button = QPushButton(self.tr("Draw the pictures"))
        self.draw_button.setObjectName("primary")
        self.draw_button.setDefault(True)
        yield

    def _columns(self) -> Iterator[None]:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        row.setSpacing(2 * SPACE)
        left, middle, right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for column, share in ((left, 5), (middle, 4), (right, 6)):
            column.setSpacing(SPACE)
            row.addLayout(column, share)
        left.addWidget(_title(self.tr("Poses: Enter or double click adds one")))
        left.addWidget(self.picker, 1)
        yield
        middle.addWidget(_title(self.tr("In this order")))
        middle.addWidget(self.order, 1)
        middle.addLayout(self._order_tools())
        yield
        form = QFormLayout()
        form.setVerticalSpacing(SPACE)
        form.addRow(self.tr("Pictures"), self.frames)
        form.addRow(self.tr("Pictures a second"), self.rate)
        form.addRow(self.tr("Background"), self.background)
        form.addRow("", self.loop)
        form.addRow("", self.enter)
        for spin in (self.frames, self.rate):
            spin.lineEdit().setTextMargins(6, 0, 6, 0)
        fields: tuple[QWidget, ...] = (self.frames, self.rate, self.background)
        for field in fields:
            field.ensurePolished()
            # As high as its field, or it would sit above the middle.
            form.labelForField(field).setMinimumHeight(field.sizeHint().height())
        middle.addLayout(form)
        yield
        right.addWidget(self.player, 1)
        right.addWidget(self.message)
        right.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self.save_button, self.cancel_button, self.draw_button):
            buttons.addWidget(button)
        right.addLayout(buttons)
        yield

    def _order_tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for icon, text, keys, run in (
            ("up", self.tr("Earlier"), "Alt+Up", lambda: self.order.shift(-1)),
            ("down", self.tr("Later"), "Alt+Down", lambda: self.order.shift(1)),
            ("remove", self.tr("Take out"), "Del", self.order.take_out),
        ):
            button = QToolButton()
            button.setIconSize(QSize(SIDE, SIDE))
            button.setToolTip(f"{text} ({keys})")
            button.setAccessibleName(text)
            button.setShortcut(keys)
            button.clicked.connect(run)
            row.addWidget(button)
            self._tools.append((button, icon))
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.picker.picked.connect(lambda preset: self.order.add(PickedPose(preset.title, preset.pose)))
        self.order.changed.connect(self._plan_anew)
        self.frames.valueChanged.connect(self._plan_anew)
        self.loop.toggled.connect(self._plan_anew)
        self.background.currentIndexChanged.connect(self._plan_anew)
        self.rate.valueChanged.connect(self.player.set_rate)
        self.player.set_rate(self.rate.value())
        self.draw_button.clicked.connect(self.draw)
        self.cancel_button.clicked.connect(self.flow.cancel)
        self.save_button.clicked.connect(self.ask_save)
        self.flow.drawn.connect(lambda _number, picture: self.player.add_picture(picture))
        self.flow.progressed.connect(self._on_progressed)
        self.flow.ended.connect(self._on_ended)
        self.flow.failed.connect(self._say)
        self.flow.saved.connect(self._on_saved)
        self._theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        for button, icon in self._tools:
            button.setIcon(self._theme.icon(icon))

    # the plan

    def _plan_anew(self) -> None:
        self.flow.forget()
        keys = [
            picked.pose if picked.as_it_is else fit_to_person(picked.pose, person=self._framed)
            for picked in self.order.poses()
        ]
        self.frames.setMinimum(max(2, len(keys)))
        self._steps, problem = [], ""
        if len(keys) < 2:
            problem = self.tr("Choose at least two poses.")
        else:
            try:
                self._steps = poses_between(keys, frames=self.frames.value(), loop=self.loop.isChecked())
            except ReposeError as error:
                problem = told(error)
        self.player.set_poses(self._steps)
        self._say(problem or self.tr("This is how the skeleton moves. Draw the pictures to see the person."))
        self._say_state()

    def _say(self, text: str) -> None:
        self.message.setText(text)

    def _say_state(self) -> None:
        busy = self.flow.busy
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.draw_button.setVisible(not busy)
        self.draw_button.setEnabled(bool(self._steps) and not self.flow.complete)
        self.save_button.setEnabled(self.flow.complete and not busy)
        if busy:
            self.progress.setRange(0, 0)

    # drawing and saving

    def draw(self) -> None:
        """Draw all the pictures."""
        title = " - ".join(picked.title for picked in self.order.poses())
        self._preferences.set_number("sequence/pictures", self.frames.value())
        self._preferences.set_number("sequence/pictures a second", self.rate.value())
        self._preferences.set_text("sequence/loop", "yes" if self.loop.isChecked() else "no")
        self.player.play(False)
        self.player.set_poses(self._steps)
        background = BACKGROUNDS[self.background.currentIndex()]
        self.flow.start(SequencePlan(self._photo, self._picture, self._person, tuple(self._steps), title, background))
        self._say_state()
        self.cancel_button.setFocus()

    def _on_progressed(self, done: int, total: int, left: float) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if done == total:
            self._say(self.tr("{0} pictures are drawn.").format(total))
            self.player.play(True)
        elif left >= 0:
            text = self.tr("Drawing picture {0} of {1}, {2} left")
            self._say(text.format(done + 1, total, spoken_time(left)))
        else:
            self._say(self.tr("Drawing picture {0} of {1}").format(done + 1, total))

    def _on_ended(self) -> None:
        stood = self.cancel_button.hasFocus()
        self._say_state()
        if stood:  # the button that had the keyboard is gone: what comes next has it
            (self.save_button if self.flow.complete else self.draw_button).setFocus()

    def ask_save(self) -> None:
        """Ask for a name; its ending says what is written."""
        names = (
            self.tr("GIF, plays everywhere"),
            self.tr("WebM video, plays in browsers"),
            self.tr("MP4 video, for video players"),
            self.tr("Folder of numbered PNG pictures"),
        )
        patterns = ("*.gif", "*.webm", "*.mp4", "*")
        filters = [f"{name} ({pattern})" for name, pattern in zip(names, patterns, strict=True)]
        start = Path(self._preferences.folder("pictures")) / f"{self._photo.title}.gif"
        name, chosen = QFileDialog.getSaveFileName(
            self, self.tr("Save the sequence"), str(start), ";;".join(filters), filters[0]
        )
        if name:
            suffix = _KINDS[filters.index(chosen)] if chosen in filters else ".gif"
            path = Path(name)
            if not suffix:
                path = path.with_suffix("") if path.suffix in _KINDS else path
            elif not path.suffix:
                path = path.with_name(path.name + suffix)
            self._preferences.set_folder("pictures", path)
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the pictures that are drawn."""
        title = self.tr("Saving the sequence")
        self.flow.save(path, rate=self.rate.value(), title=title, enter=self.enter.isChecked())
        self._say(self.tr("Saving…"))
        self._say_state()

    def _on_saved(self, where: str, plays: bool) -> None:
        if plays:
            self._say(self.tr("Saved {0}").format(where))
        else:
            self._say(
                self.tr("Saved {0}. Video players show it, browsers do not: for them save it as WebM.").format(where)
            )

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Give up what runs."""
        self.player.play(False)
        self.flow.forget()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc gives up what runs; another one closes."""
        if self.flow.busy:
            self.flow.cancel()
        else:
            self.close()


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("paneTitle")
    return label


def spoken_time(seconds: float) -> str:
    """Seconds as m:ss, or h:mm:ss."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
