"""Above the filmstrip: how far the folder is, and which photos of it are listed in which order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QToolTip, QVBoxLayout, QWidget

from engine.project.records import PhotoState
from engine.skeleton import Facing
from gui.flows.photo_queue import FINISHED, PhotoQueue, Sort, View
from gui.flows.photo_states import facing_word, state_word
from gui.panels.annotating.marks import state_colour, state_icon
from gui.panels.filmstrip import Filmstrip
from gui.theme import SPACE, Theme

_ORDER: Final = (PhotoState.DONE, PhotoState.REJECTED, PhotoState.DOUBTFUL, PhotoState.IN_WORK)
_UNSURE: Final = (0.3, 0.5, 0.65)


class StateBar(QWidget):
    """A thin bar with a part for each state, as wide as there are photos in it."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts: Counter[PhotoState] = Counter()
        self.setFixedHeight(6)
        self.setAccessibleName(self.tr("Progress of the photos"))
        theme.changed.connect(self.update)

    def show_counts(self, counts: Counter[PhotoState]) -> None:
        """Show how many photos are in each state."""
        if counts != self._counts:
            self._counts = counts
            self.setAccessibleDescription(counted(counts))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours, whole = self._theme.colours, sum(self._counts.values())
        painter.setBrush(QColor(colours.border))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        left = 0.0
        for state in _ORDER:
            if self._counts[state]:
                width = self.width() * self._counts[state] / whole
                painter.fillRect(QRectF(left, 0, max(width - 0.5, 1.0), self.height()), state_colour(state, colours))
                left += width
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), counted(self._counts), self)
            return True
        return super().event(event)


def counted(counts: Counter[PhotoState]) -> str:
    """How many photos are in each state, in words."""
    return "\n".join(f"{state_word(state)}: {counts[state]}" for state in PhotoState if counts[state])


class QueueBar(QWidget):
    """The bar of states with its number, and the button that filters and sorts."""

    def __init__(self, queue: PhotoQueue, *, theme: Theme) -> None:
        super().__init__()
        self._queue = queue
        self._theme = theme
        self.bar = StateBar(theme=theme)
        self.label = QLabel()
        self.label.setObjectName("muted")
        self.button = QToolButton()
        self.button.setIconSize(QSize(16, 16))
        self.button.setCheckable(True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolTip(self.tr("Filter and sort the photos"))
        self.button.setAccessibleName(self.tr("Filter and sort the photos"))
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.label, 1)
        line.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(line)
        column.addWidget(self.bar)
        self.menu.aboutToShow.connect(self._fill)
        queue.counted.connect(self.refresh)
        queue.listed.connect(self.refresh)
        theme.changed.connect(self._tint)
        self._tint()
        self.refresh()

    def refresh(self) -> None:
        """Show how far the photos are and whether some are left out."""
        counts = self._queue.counts()
        finished, whole = sum(counts[state] for state in FINISHED), sum(counts.values())
        self.bar.show_counts(counts)
        self.label.setText(f"{finished:,} / {whole:,}".replace(",", "\u2009") if whole else "")
        self.label.setToolTip(self.tr("{0} of {1} photos are done or rejected").format(finished, whole))
        self.button.setChecked(self._queue.view.filters)
        self.setVisible(whole > 0)

    def _tint(self) -> None:
        self.button.setIcon(self._theme.icon("filter"))

    # the menu

    def _fill(self) -> None:
        """The menu as things stand: states with their numbers, facing, sureness, order."""
        self.menu.clear()
        view, counts = self._queue.view, self._queue.counts()
        everything = self.menu.addAction(self.tr("All photos"))
        everything.setCheckable(True)
        everything.setChecked(not view.filters)
        everything.triggered.connect(lambda: self._queue.set_view(View(sort=self._queue.view.sort)))
        self.menu.addSeparator()
        for state in PhotoState:
            action = self.menu.addAction(
                state_icon(state, self._theme.colours), f"{state_word(state)}\t{counts[state]}"
            )
            self._switch(action, state in view.states, partial(self._toggle_state, state))
        self.menu.addSeparator()
        for facing in Facing:
            self._switch(
                self.menu.addAction(facing_word(facing)), facing in view.facings, partial(self._toggle_facing, facing)
            )
        self.menu.addSeparator()
        for share in _UNSURE:
            action = self.menu.addAction(self.tr("A joint less sure than {0}").format(f"{share:.2f}"))
            self._switch(action, view.unsure == share, partial(self._toggle_unsure, share))
        self.menu.addSeparator()
        group = QActionGroup(self.menu)
        for sort, words in (
            (Sort.FOLDER, self.tr("As they were opened")),
            (Sort.NAME, self.tr("By name")),
            (Sort.STATE, self.tr("By state")),
            (Sort.CONFIDENCE, self.tr("Least sure first")),
            (Sort.FACING, self.tr("By facing")),
        ):
            action = self.menu.addAction(words)
            group.addAction(action)
            self._switch(action, view.sort is sort, partial(self._sort, sort))

    def _switch(self, action: QAction, on: bool, run: partial[None]) -> None:
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _checked=False: run())

    def _toggle_state(self, state: PhotoState) -> None:
        self._queue.set_states(self._queue.view.states ^ {state})

    def _toggle_facing(self, facing: Facing) -> None:
        view = self._queue.view
        self._queue.set_view(replace(view, facings=view.facings ^ {facing}))

    def _toggle_unsure(self, share: float) -> None:
        view = self._queue.view
        self._queue.set_view(replace(view, unsure=None if view.unsure == share else share))

    def _sort(self, sort: Sort) -> None:
        self._queue.set_view(replace(self._queue.view, sort=sort))


class FilmColumn(QWidget):
    """The filmstrip with its bar."""

    def __init__(self, strip: Filmstrip, queue: PhotoQueue, *, theme: Theme) -> None:
        super().__init__()
        self.bar = QueueBar(queue, theme=theme)
        self.nothing = QLabel(self.tr("No photo is in this state."))
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.bar)
        column.addWidget(self.nothing)
        column.addWidget(strip, 1)
        self._strip = strip
        self._queue = queue
        queue.listed.connect(self._refresh)
        queue.grown.connect(self._refresh)
        queue.shrunk.connect(self._refresh)
        self.setFixedWidth(strip.sizeHint().width())
        self._refresh()

    def _refresh(self) -> None:
        self.nothing.setVisible(self._queue.view.filters and not self._queue.listed_keys())
