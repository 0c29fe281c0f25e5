"""The head of a run's page: its name and state, how far it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.icons import SIDE
from gui.language.words import recipe
from gui.panels.flow_layout import FlowLayout
from gui.panels.pane import ElidedLabel
from gui.panels.training.words import STATE_ICONS, count, duration, money, size_of, state_word, tr
from gui.services.run_folder import RunGlance, RunState, checkpoint
from gui.services.run_history import RunHistory
from gui.services.training_plan import GENERATOR
from gui.theme import SPACE, Theme
from training.presets import PRESETS

_WIDE: Final = 680
"""From this width on, the buttons stand beside the name."""
_NARROW: Final = 420
"""Below this width there is room for the most important facts alone."""
_STOPPED: Final = (RunState.STOPPED, RunState.FAILED, RunState.CRASHED, RunState.SILENT)


class _Fact(QWidget):
    """A figure with what it is below it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._value = QLabel("–")
        self._value.setObjectName("figure")
        label = QLabel(title)
        label.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 2 * SPACE, 0)
        layout.setSpacing(0)
        layout.addWidget(self._value)
        layout.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str, *, room: bool = True) -> None:
        """Show a figure; the whole is hidden when there is none, or no room for it."""
        self._value.setText(text)
        self.setVisible(bool(text) and room)

    def text(self) -> str:
        """What it shows."""
        return self._value.text()


class RunHeader(QWidget):
    """Shows a run's facts; each wish is a signal, with no arguments but for the menu's."""

    back = Signal()
    stop = Signal()
    go_on = Signal()
    duplicate = Signal()
    evaluate = Signal()
    use = Signal(str)
    train_on = Signal()
    show_folder = Signal()
    copy_command = Signal()
    forget = Signal()

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._run: RunGlance | None = None
        self._own = False
        self.back_button = QToolButton()
        self.back_button.setIconSize(QSize(SIDE, SIDE))
        self.back_button.setToolTip(tr("Back to the list of runs"))
        self.back_button.setAccessibleName(tr("Back to the list of runs"))
        self.back_button.clicked.connect(self.back)
        self._sign = QLabel()
        self.title = ElidedLabel()
        self.title.setObjectName("paneTitle")
        self.subtitle = ElidedLabel()
        self.subtitle.setObjectName("muted")
        self.bar = QProgressBar()
        self.bar.setObjectName("thin")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.facts = {
            name: _Fact(title)
            for name, title in (
                ("state", tr("state")),
                ("step", tr("step")),
                ("left", tr("left")),
                ("speed", tr("pictures a second")),
                ("memory", tr("memory")),
                ("kept", tr("checkpoint at step")),
                ("spent", tr("still to pay")),
            )
        }
        self.stop_button = self._button(tr("Stop"), tr("Stop at the next step, with a checkpoint"), self.stop.emit)
        self.go_on_button = self._button(tr("Go on"), tr("Go on from the last checkpoint"), self.go_on.emit)
        self.use_button = self._button(
            tr("Use this model"), tr("Paint with this run's weights in the window"), lambda: self.use.emit("")
        )
        self.use_button.setObjectName("primary")
        self.evaluate_button = self._button(
            tr("Evaluate"), tr("Judge the best checkpoint thoroughly, on photos it has not seen"), self.evaluate.emit
        )
        self.duplicate_button = self._button(
            tr("Duplicate…"), tr("Plan a new training that begins like this one"), self.duplicate.emit
        )
        self.more = QToolButton()
        self.more.setIconSize(QSize(SIDE, SIDE))
        self.more.setToolTip(tr("More"))
        self.more.setAccessibleName(tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._lay_out()
        theme.changed.connect(self._tint)
        self._tint()

    def _button(self, text: str, tip: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setMinimumHeight(30)
        button.clicked.connect(lambda _checked=False: run())
        return button

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(names, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self._top = top
        facts = FlowLayout(spacing=SPACE)
        for fact in self.facts.values():
            facts.addWidget(fact)
        buttons = FlowLayout(spacing=SPACE)
        self._row = (self.stop_button, self.go_on_button, self.use_button, self.evaluate_button, self.duplicate_button)
        for button in self._row:
            buttons.addWidget(button)
        self._buttons = QWidget()
        self._buttons.setLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addLayout(facts)
        layout.addWidget(self._buttons)
        self._layout = layout
        self._beside = False

    def _place_buttons(self) -> None:
        """Beside the name where there is room, else in rows below."""
        beside = self.width() >= _WIDE
        if beside != self._beside:
            self._beside = beside
            if beside:
                self._layout.removeWidget(self._buttons)
                self._top.insertWidget(self._top.count() - 1, self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)
            else:
                self._top.removeWidget(self._buttons)
                self._layout.addWidget(self._buttons)
        shown = [button for button in self._row if not button.isHidden()]
        width = sum(button.sizeHint().width() + SPACE for button in shown)
        self._buttons.setMinimumWidth(width if beside else 0)
        self._buttons.setMaximumWidth(width if beside else 16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place_buttons()

    def _tint(self) -> None:
        self.back_button.setIcon(self._theme.icon("back"))
        self.more.setIcon(self._theme.icon("more"))
        self.stop_button.setIcon(self._theme.icon("stop"))
        self.go_on_button.setIcon(self._theme.icon("play"))
        self.evaluate_button.setIcon(self._theme.icon("evaluate"))
        self.duplicate_button.setIcon(self._theme.icon("copy"))
        self.use_button.setIcon(self._theme.icon("transfer", on_accent=True))
        if self._run is not None:
            self._sign.setPixmap(self._theme.icon(STATE_ICONS[self._run.state]).pixmap(20, 20))

    def show_run(
        self,
        run: RunGlance,
        history: RunHistory,
        *,
        own: bool,
        price: float,
        evaluating: bool,
        exporting: bool,
        stopping: bool,
    ) -> None:
        """Show a run as it is now; `own` are the runs in the window's own folder, which go to the bin."""
        self._run, self._own = run, own
        state = RunState.STOPPING if stopping and run.state is RunState.RUNNING else run.state
        self._sign.setPixmap(self._theme.icon(STATE_ICONS[state]).pixmap(20, 20))
        self.title.set_whole_text(run.name)
        self.subtitle.set_whole_text(self._subtitle(run))
        self.bar.setVisible(run.state.is_live)
        if run.state is RunState.STARTING or not run.steps:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * run.share))
        live = run.state is RunState.RUNNING
        facts, room = self.facts, self.width() >= _NARROW
        facts["state"].set_text(state_word(state))
        facts["step"].set_text(tr("{0} of {1}").format(count(run.step), count(run.steps)) if run.steps else "")
        facts["left"].set_text(duration(run.seconds_left) if live and run.seconds_left > 0 else "")
        speed = history.speed.values[-1] if len(history.speed) else 0.0
        facts["speed"].set_text(f"{speed:.1f}" if speed else "", room=room)
        memory = history.memory.values[-1] if len(history.memory) else 0.0
        facts["memory"].set_text(size_of(1e9 * memory) if memory else "", room=room)
        kept = checkpoint(run.folder) is not None
        best = tr("{0}, best {1}").format(count(history.checkpoint_step), count(history.best_step))
        told = best if history.best_step > 0 else count(history.checkpoint_step)
        facts["kept"].set_text(told if history.checkpoint_step else "", room=room)
        facts["spent"].set_text(money(run.seconds_left / 3600 * price) if live and price and run.seconds_left else "")
        self.stop_button.setVisible(run.state.is_live)
        self.stop_button.setEnabled(state is RunState.RUNNING)
        self.stop_button.setText(tr("Stopping…") if state is RunState.STOPPING else tr("Stop"))
        self.go_on_button.setVisible(run.state in _STOPPED)
        self.go_on_button.setEnabled(kept)
        self.use_button.setVisible(run.task == GENERATOR)
        self.use_button.setEnabled(kept and not exporting)
        self.use_button.setText(tr("Fetching…") if exporting else tr("Use this model"))
        self.evaluate_button.setEnabled(kept)
        self.evaluate_button.setText(tr("Interrupt judging") if evaluating else tr("Evaluate"))
        self._place_buttons()

    def _subtitle(self, run: RunGlance) -> str:
        preset = recipe(PRESETS[run.preset].title) if run.preset in PRESETS else run.preset
        parts = [preset or (tr("Pose estimator") if run.task != GENERATOR else tr("Generator"))]
        if run.data:
            parts.append(Path(run.data).name)
        if run.host:
            parts.append(tr("on {0}").format(run.host))
        return "  ·  ".join(parts)

    def _fill_menu(self) -> None:
        self.menu.clear()
        run = self._run
        if run is None:
            return
        if run.task == GENERATOR:
            for which, text in (("best", tr("Use the best checkpoint")), ("last", tr("Use the last checkpoint"))):
                action = self.menu.addAction(text)
                action.setEnabled(checkpoint(run.folder, which) is not None)
                action.triggered.connect(lambda _checked=False, which=which: self.use.emit(which))
            self.menu.addSeparator()
        train_on = self.menu.addAction(tr("Train on with more steps…"))
        train_on.setEnabled(run.state is RunState.FINISHED and checkpoint(run.folder) is not None)
        train_on.triggered.connect(lambda: self.train_on.emit())
        self.menu.addSeparator()
        self.menu.addAction(tr("Show the folder")).triggered.connect(lambda: self.show_folder.emit())
        self.menu.addAction(tr("Copy the command")).triggered.connect(lambda: self.copy_command.emit())
        self.menu.addSeparator()
        forget = self.menu.addAction(tr("Move to the bin") if self._own else tr("Remove from the list"))
        forget.setEnabled(not run.state.is_live)
        forget.triggered.connect(lambda: self.forget.emit())
