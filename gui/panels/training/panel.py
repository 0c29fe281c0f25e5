"""The Training tab itself: the runs, and beside or in place of them the page that is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import ReposeError
from gui.dropping import dropped_folder
from gui.icons import SIDE
from gui.language.words import told
from gui.panels.training.compare_page import MOST
from gui.panels.training.findings import FindingStrips
from gui.panels.training.pages import Pages
from gui.panels.training.run_list import RunList
from gui.panels.training.run_page import SETTLES_MS
from gui.panels.training.words import state_line, tr
from gui.services.run_advice import Finding
from gui.services.run_folder import is_run
from gui.services.training_plan import Plan
from gui.theme import SPACE, Theme

_LIST_WIDTH: Final = 248
_WIDE: Final = 720
"""From this width on, the list stays beside the page."""


class TrainingPanel(QWidget):
    """Runs on the left, a page on the right; where it is narrow, one of both. It is there when it was filled.

    `said` brings a sentence for the status bar; `use_file` a weights file and a name, to paint with from now on;
    `room_wanted` whether the whole window is wanted.
    """

    said = Signal(str)
    use_file = Signal(object, str)
    room_wanted = Signal(bool)

    def __init__(self, pages: Pages, *, theme: Theme) -> None:
        super().__init__()
        pg.setConfigOptions(antialias=False, useOpenGL=False)
        self.setAcceptDrops(True)
        self._theme = theme
        self._wide: bool | None = None
        # A moment later, as a size may be one on the way to another.
        self._sized = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._sized.timeout.connect(self._take_width)
        self._page_open = False
        self._watching = False
        self._filled = False
        self._ask = pages.ask
        self.loader, self.runs = pages.loader, pages.runs
        self.loader.setParent(self)
        self.runs.setParent(self)
        self.trouble = FindingStrips(theme=theme)
        self.list = RunList(self.runs, theme=theme)
        self._made = pages
        self.pages = QStackedWidget()
        self._build()

    def fill(self) -> Iterator[None]:
        """Make the pages, a part of one a step; before the last step nothing can be opened."""
        for page in self._made.make():
            if page is not None:
                self.pages.addWidget(page)
            yield
        self.plan, self.run, self.compare = self._made.plan, self._made.run, self._made.compare
        self._filled = True
        self._connect()
        self._lay_out()

    def _build(self) -> None:
        self.new_button = QPushButton(tr("New training"))
        self.new_button.setObjectName("primary")
        self.new_button.setToolTip(tr("Plan a new training"))
        self.room = QToolButton()
        self.room.setCheckable(True)
        self.room.setIconSize(QSize(SIDE, SIDE))
        self.room.setToolTip(tr("Give the whole window to the training, or see it beside the pictures"))
        self.room.setAccessibleName(tr("Whole window"))
        self.open_button = QPushButton(tr("Open a run…"))
        self.open_button.setToolTip(tr("Open a run's folder, wherever it was made; or drop it here"))
        self.compare_button = QPushButton(tr("Compare"))
        self.compare_button.setToolTip(tr("Lay the marked runs over one another (Ctrl + click marks several)"))
        self.compare_button.setEnabled(False)
        self.nothing = QLabel(
            tr("No runs yet. A training that you start goes on when the window is closed, and is here again later.")
        )
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.new_button, 1)
        top.addWidget(self.room)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self.open_button, 1)
        foot.addWidget(self.compare_button, 1)
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(top)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        right = QWidget()
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addWidget(self.trouble)
        rows.addWidget(self.pages, 1)
        self.right = right
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.side)
        layout.addWidget(right, 1)

    def _connect(self) -> None:
        self.new_button.clicked.connect(lambda: self.begin_plan())
        self.open_button.clicked.connect(self.ask_run)
        self.compare_button.clicked.connect(self.compare_marked)
        self.room.toggled.connect(self._on_room)
        self.list.marked.connect(self._on_marked)
        self.list.opened.connect(self.open_run)
        self.list.clicked.connect(lambda _index: self._on_click())
        self.runs.listed.connect(self._on_listed)
        self.runs.ended.connect(lambda run: self.said.emit(f"{run.name}: {state_line(run)}"))
        self.plan.planned.connect(self._start)
        self.plan.run_dropped.connect(self.open_folder)
        self.plan.back.connect(self.show_list)
        self.run.back.connect(self.show_list)
        self.compare.back.connect(self.show_list)
        self.run.duplicate.connect(self.begin_plan)
        self.run.forgotten.connect(self._on_forgotten)
        self.run.said.connect(self.said)
        self.run.trouble.connect(self.tell_trouble)
        self.run.use_file.connect(self.use_file)
        self._theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self.new_button.setIcon(self._theme.icon("add", on_accent=True))
        self.room.setIcon(self._theme.icon("beside" if self.room.isChecked() else "whole-window"))
        self.open_button.setIcon(self._theme.icon("folder"))
        self.compare_button.setIcon(self._theme.icon("compare"))

    # what is shown

    def watch(self, on: bool) -> None:
        """Look at runs while somebody looks at the tab."""
        self._watching = on
        self.runs.watch(on)
        self._watch_page()
        if on:
            self._on_listed()

    def _watch_page(self) -> None:
        if not self._filled:
            return
        page, on = self.pages.currentWidget(), self._watching
        self.plan.watch(on and page is self.plan)
        self.run.watch(on and page is self.run)
        self.compare.watch(on and page is self.compare)

    def _show_page(self, page: QWidget) -> None:
        self._page_open = True
        self.pages.setCurrentWidget(page)
        self._watch_page()
        self._lay_out()

    def show_list(self) -> None:
        """Where it is narrow, go back to the list."""
        self._page_open = False
        self._lay_out()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        if not self._filled:
            return
        wide = bool(self._wide)
        self.side.setVisible(wide or not self._page_open)
        self.right.setVisible(wide or self._page_open)
        self.side.setMaximumWidth(_LIST_WIDTH if wide else 16_777_215)
        self.side.setMinimumWidth(_LIST_WIDTH if wide else 0)
        for button in (self.plan.back_button, self.run.header.back_button, self.compare.back_button):
            button.setVisible(not wide)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self._wide is None:
            self._take_width()
        elif self._wide != (self.width() >= _WIDE):
            self._sized.start()

    def _take_width(self) -> None:
        wide = self.width() >= _WIDE
        if wide != self._wide:
            self._wide = wide
            self._lay_out()

    def _on_room(self, whole: bool) -> None:
        self._tint()
        self.room_wanted.emit(whole)

    def set_room(self, whole: bool) -> None:
        """Say how it stands with the whole window."""
        self.room.blockSignals(True)
        self.room.setChecked(whole)
        self.room.blockSignals(False)
        self._tint()

    def _on_listed(self) -> None:
        there = bool(self.runs.runs())
        self.nothing.setVisible(not there)
        self.list.setVisible(there)
        self.compare_button.setVisible(len(self.runs.runs()) > 1)

    # runs

    def _on_marked(self, folders: list[Path]) -> None:
        self.compare_button.setEnabled(2 <= len(folders) <= MOST)
        if len(folders) == 1 and self._wide:
            self.open_run(folders[0])
        elif len(folders) >= 2 and self.pages.currentWidget() is self.compare:
            self.compare_marked()

    def _on_click(self) -> None:
        """Where the list has the place to itself, a click opens; with Ctrl or Shift it marks."""
        chosen = self.list.chosen()
        if not self._wide and len(chosen) == 1 and not QGuiApplication.keyboardModifiers():
            self.open_run(chosen[0])

    def open_run(self, folder: Path) -> None:
        """Show a run."""
        self.trouble.set_findings([])
        self.list.choose(folder)
        self.run.open(folder)
        self._show_page(self.run)

    def compare_marked(self) -> None:
        """Compare the runs that are marked in the list."""
        folders = self.list.chosen()
        if len(folders) >= 2:
            self.compare.open(folders)
            self._show_page(self.compare)

    def begin_plan(self, like: Path | None = None) -> None:
        """Plan a new training, as a run was or from nothing."""
        self.list.choose(None)
        if like is None:
            self.plan.begin_anew()
        else:
            self.plan.begin_as(like)
        self._show_page(self.plan)

    def _start(self, plan: Plan, name: str) -> None:
        try:
            folder = self.runs.start(plan, name=name)
        except ReposeError as error:
            self.tell_trouble(told(error))
            return
        self.said.emit(tr("{0} has been started; it goes on when the window is closed").format(folder.name))
        self.open_run(folder)

    def ask_run(self) -> None:
        """Ask for a run's folder and open it."""
        folder = self._ask(tr("Open a run"), "training-runs")
        if folder is not None:
            self.open_folder(folder)

    def open_folder(self, folder: Path) -> None:
        """Open a folder: a run is shown, anything else is looked into as data for a new one."""
        if is_run(folder):
            try:
                self.open_run(self.runs.add(folder))
            except ReposeError as error:
                self.tell_trouble(told(error))
            return
        if self.pages.currentWidget() is not self.plan or not self._page_open:
            self.begin_plan()
        self.plan.data.look(folder)

    def _on_forgotten(self, folder: Path) -> None:
        self.run.close_run()
        self.said.emit(tr("{0} was taken off the list").format(folder.name))
        self.begin_plan()
        if not self._wide:
            self.show_list()

    def tell_trouble(self, text: str) -> None:
        """Say what failed, over the page."""
        self.trouble.begin_anew()
        self.trouble.set_findings([Finding("trouble", "error", text)])

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if dropped_folder(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        folder = dropped_folder(event)
        if folder is not None:
            self.open_folder(folder)
            event.acceptProposedAction()

    def close_down(self) -> None:
        """End what the panel waits for; trainings go on."""
        self.runs.close()
        self.loader.close()
        if self._filled:
            self.plan.close_down()
            self.run.close_down()
            self.compare.close_down()
