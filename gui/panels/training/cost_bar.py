"""What a training will take, before it is started: time, memory, and money at an hourly price."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from gui.panels.flow_layout import FlowLayout
from gui.panels.training.words import count, duration, money, short_count, size_of, tr
from gui.preferences import Preferences
from gui.services.train_command import ToolRun, failure_of
from gui.services.training_plan import Cost, Plan, read_cost
from gui.theme import SPACE

_PRICE: Final = "training/price"
_PAUSE: Final = 700


class CostBar(QFrame):
    """Estimates by dry runs in a process of their own, a moment after the last change; starts the training.

    The first counts, which tells soon what cannot work; the second tries steps, which tells the time.
    """

    asked_to_start = Signal(str)

    def __init__(self, *, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("pane")
        self._preferences = preferences
        self._plan: Plan | None = None
        self._folder = Path()
        self._tool: ToolRun | None = None
        self.cost: Cost | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_PAUSE)
        self._clock.timeout.connect(self._estimate)
        self.facts = QLabel()
        self.facts.setObjectName("paneTitle")
        self.facts.setWordWrap(True)
        self.details = QLabel()
        self.details.setObjectName("muted")
        self.details.setWordWrap(True)
        self.price = QDoubleSpinBox()
        self.price.setDecimals(3)
        self.price.lineEdit().setTextMargins(6, 0, 6, 0)
        self.price.setRange(0.0, 1000.0)
        self.price.setSingleStep(0.1)
        self.price.setSuffix(tr(" $ an hour"))
        self.price.setSpecialValueText(tr("own machine"))
        self.price.setValue(preferences.number(_PRICE, 0.0))
        self.price.setAccessibleName(tr("Price of the machine by the hour"))
        self.price.setToolTip(
            tr("What the machine costs by the hour. The thesis paid 0.526 $ an hour for 240 hours: 126 $.")
        )
        self.price.valueChanged.connect(self._on_price)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the run"))
        self.name.setPlaceholderText(tr("Name of the run"))
        self.start = QPushButton(tr("Start training"))
        self.start.setObjectName("primary")
        self.start.clicked.connect(lambda: self.asked_to_start.emit(self.name.text().strip()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.facts)
        words.addWidget(self.details)
        row = FlowLayout(spacing=SPACE)
        for widget in (self.start, self.name, self.price):
            widget.setMinimumHeight(30)
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(words)
        bottom = QHBoxLayout()
        bottom.addLayout(row, 1)
        layout.addLayout(bottom)
        self.set_plan(None, folder=Path(), problem="")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.name.setFixedWidth(max(100, min(230, self.width() - 4 * SPACE)))

    def set_plan(self, plan: Plan | None, *, folder: Path, problem: str) -> None:
        """Take another plan, whose run would lie in `folder`, or say what is still missing or wrong."""
        self._give_up()
        self._folder = folder
        self.start.setEnabled(plan is not None and not problem)
        self._detail("")
        if plan is None or problem:
            self._plan, self.cost = None, None
            self.facts.setText(problem or tr("Choose photos and a recipe."))
            return
        if plan != self._plan:
            self.cost = None
        self._plan = plan
        if self.cost is None:
            self.facts.setText(tr("Estimating…"))
            self._clock.start()
        else:
            self._show()

    def _estimate(self, *, measure: bool = False) -> None:
        if self._plan is None:
            return
        counts = [] if measure else ["--no-measure"]
        self._tool = ToolRun([*self._plan.arguments(self._folder), "--dry-run", *counts], parent=self)
        self._tool.done.connect(self._on_measured if measure else self._on_counted)

    def _on_counted(self, code: int, output: str, errors: str) -> None:
        self._on_done(code, output, errors)
        if self.cost is not None:
            self._estimate(measure=True)
            self._show()

    def _on_measured(self, code: int, output: str, errors: str) -> None:
        self._on_done(code, output, errors)

    def _on_done(self, code: int, output: str, errors: str) -> None:
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.deleteLater()
        if code != 0:
            self.facts.setText(tr("This training cannot be started as it is."))
            self._detail(failure_of(code, errors))
            self.start.setEnabled(False)
            return
        try:
            self.cost = read_cost(output)
        except ValueError:
            self.facts.setText(tr("How long it takes shows once it runs."))
            return
        self._show()

    def _show(self) -> None:
        cost = self.cost
        if cost is None:
            return
        parts = []
        if cost.seconds:
            parts.append(tr("About {0}").format(duration(cost.seconds)))
            if self.price.value() > 0:
                parts.append(money(cost.price(self.price.value())))
        elif self._tool is not None:
            parts.append(tr("Trying some steps…"))
        if cost.memory:
            parts.append(tr("{0} of memory").format(size_of(cost.memory)))
        if not cost.fits:
            has = size_of(cost.device_memory)
            parts.append(tr("more than the {0} that this machine has: use a smaller batch").format(has))
        self.facts.setText("  ·  ".join(parts) or tr("How long it takes shows once it runs."))
        more = []
        if cost.steps:
            more.append(tr("{0} steps").format(count(cost.steps)))
        if cost.seconds_per_step:
            about = tr("{0} s a step") if cost.measured else tr("about {0} s a step")
            more.append(about.format(f"{cost.seconds_per_step:.3g}"))
        if cost.device:
            more.append(tr("on {0}").format(cost.device))
        if cost.parameters:
            more.append(tr("{0} parameters").format(short_count(cost.parameters)))
        if cost.gflops:
            more.append(tr("{0} GFLOP a picture").format(f"{cost.gflops:.3g}"))
        self._detail("  ·  ".join(more))

    def _detail(self, text: str) -> None:
        self.details.setText(text)
        self.details.setVisible(bool(text))

    def _on_price(self, value: float) -> None:
        self._preferences.set_number(_PRICE, value)
        self._show()

    def _give_up(self, *, wait: bool = False) -> None:
        self._clock.stop()
        if self._tool is not None:
            self._tool.cancel(wait=wait)
            self._tool = None

    @property
    def estimating(self) -> bool:
        """Whether an estimate is under way."""
        return self._clock.isActive() or self._tool is not None

    def close_down(self) -> None:
        """Give up what is under way."""
        self._give_up(wait=True)

    def rest(self) -> None:
        """Estimate no more until there is another plan."""
        self._give_up()
