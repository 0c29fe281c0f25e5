"""The run's sample sheets, one every so many steps, with a slider through time."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from gui.canvas.zoom_view import ZoomView
from gui.icons import SIDE
from gui.panels.pane import ElidedLabel
from gui.panels.training.words import count, tr
from gui.services.answers import Answers
from gui.services.loading import PictureLoader, ReadPhoto
from gui.theme import SPACE, Theme, canvas_colours

_FRAME_PAUSE: Final = 350


class SamplesView(QWidget):
    """Shows the newest sheet, and stays with the newest as long as the slider is at its end.

    `moved` tells the step that a person went to.
    """

    moved = Signal(int)

    def __init__(self, *, theme: Theme, loader: PictureLoader, controls: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._loader = loader
        self._answers = Answers(loader, parent=self)
        self._samples: dict[int, Path] = {}
        self._shown: Path | None = None
        self._waiting = 0
        self.view = ZoomView()
        self.view.setAccessibleName(tr("Sample pictures"))
        self.view.set_placeholder(
            tr("No samples yet\nA sheet of pictures appears here every so many steps (setting: sample every)")
        )
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Step of the samples"))
        self.slider.setPageStep(1)
        self.slider.valueChanged.connect(lambda _value: self._on_slider())
        self.play = QToolButton()
        self.play.setCheckable(True)
        self.play.setIconSize(QSize(SIDE, SIDE))
        self.play.setToolTip(tr("Play through time"))
        self.play.setAccessibleName(tr("Play through time"))
        self.play.toggled.connect(self._on_play)
        self.place = ElidedLabel()
        self.place.setObjectName("muted")
        self._clock = QTimer(self)
        self._clock.setInterval(_FRAME_PAUSE)
        self._clock.timeout.connect(self._next)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.play)
        row.addWidget(self.slider, 3)
        row.addWidget(self.place, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.view, 1)
        layout.addLayout(row)
        for widget in (self.play, self.slider, self.place):
            widget.setVisible(controls)
        theme.changed.connect(self._tint)
        self._tint()
        self._tell_place()

    def _tint(self) -> None:
        self.view.set_theme(canvas_colours(self._theme.colours))
        self.play.setIcon(self._theme.icon("play"))

    @property
    def steps(self) -> list[int]:
        """The steps that there are sheets of."""
        return list(self._samples)

    @property
    def step(self) -> int | None:
        """The step whose sheet is chosen."""
        steps = self.steps
        return steps[min(self.slider.value(), len(steps) - 1)] if steps else None

    def set_samples(self, samples: dict[int, Path]) -> None:
        """The sheets by step; the slider stays at its step, or at the end when it is there."""
        if samples == self._samples:
            return
        at, was_last = self.step, self.slider.value() == self.slider.maximum()
        self._samples = dict(sorted(samples.items()))
        steps = self.steps
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(steps) - 1))
        if was_last or at not in self._samples:
            self.slider.setValue(max(0, len(steps) - 1))
        else:
            self.slider.setValue(steps.index(at))
        self.slider.blockSignals(False)
        self.slider.setEnabled(len(steps) > 1)
        self.play.setEnabled(len(steps) > 1)
        self._show()

    def go_to(self, step: int) -> None:
        """Show the sheet of the step nearest to `step`, without telling."""
        steps = self.steps
        if steps:
            nearest = min(range(len(steps)), key=lambda index: abs(steps[index] - step))
            self.slider.blockSignals(True)
            self.slider.setValue(nearest)
            self.slider.blockSignals(False)
            self._show()

    def _on_slider(self) -> None:
        self._show()
        if self.step is not None:
            self.moved.emit(self.step)

    def _on_play(self, on: bool) -> None:
        self.play.setIcon(self._theme.icon("pause" if on else "play"))
        if on:
            if self.slider.value() == self.slider.maximum():
                self.slider.setValue(0)
            self._clock.start()
        else:
            self._clock.stop()

    def _next(self) -> None:
        if self.slider.value() >= self.slider.maximum():
            self.play.setChecked(False)
        elif not self._waiting:
            self.slider.setValue(self.slider.value() + 1)

    def _show(self) -> None:
        self._tell_place()
        step = self.step
        wanted = None if step is None else self._samples[step]
        if wanted == self._shown:
            return
        self._shown = wanted
        self._loader.cancel(self._waiting)
        self._waiting = 0
        if wanted is None:
            self.view.set_picture(None)
            return
        number = self._loader.submit(wanted)
        self._waiting = number
        self._answers.expect(number, then=self._take, failed=self._fail)

    def _take(self, answer: object, _seconds: float) -> None:
        self._waiting = 0
        if isinstance(answer, ReadPhoto):
            self.view.set_picture(answer.picture)

    def _fail(self, text: str) -> None:
        self._waiting = 0
        self.view.set_placeholder(tr("This sheet cannot be shown") + "\n" + text)
        self.view.set_picture(None)

    def _tell_place(self) -> None:
        step, steps = self.step, self.steps
        if step is None:
            self.place.set_whole_text("")
        else:
            at = tr("Step {0} ({1} of {2})")
            self.place.set_whole_text(at.format(count(step), steps.index(step) + 1, len(steps)))
