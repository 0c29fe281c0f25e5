"""The list of runs: name, state in words and shape, progress; one is open, several can be marked to be compared."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.panels.training.words import STATE_ICONS, state_line
from gui.services.run_folder import RunGlance, RunState
from gui.services.training_runs import TrainingRuns
from gui.theme import SPACE, Theme

_Index = QModelIndex | QPersistentModelIndex
_RUN: Final = int(Qt.ItemDataRole.UserRole)
_ROW: Final = 54
_BAD: Final = (RunState.FAILED, RunState.CRASHED)


class RunsModel(QAbstractListModel):
    """The runs, in the order of the service."""

    def __init__(self, runs: TrainingRuns) -> None:
        super().__init__()
        self._runs = runs
        self._shown: list[RunGlance] = runs.runs()
        runs.listed.connect(self.take)
        runs.changed.connect(self.take)

    def take(self) -> None:
        """Take the runs as they are now."""
        fresh = self._runs.runs()
        if [run.folder for run in fresh] == [run.folder for run in self._shown]:
            self._shown = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
        else:
            self.beginResetModel()
            self._shown = fresh
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's names and defaults
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        run = self._shown[index.row()]
        if role == _RUN:
            return run
        if role == Qt.ItemDataRole.DisplayRole:
            return run.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{run.name}: {state_line(run)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(run.folder)
        return None

    def row_of(self, folder: Path) -> int:
        """Where a run stands; -1 when it is not in the list."""
        return next((row for row, run in enumerate(self._shown) if run.folder == folder), -1)


class _RunDelegate(QStyledItemDelegate):
    """Draws a run in two lines, with a bar while it is under way."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        lines = 2 * option.fontMetrics.height() + 2 * SPACE
        return QSize(120, max(_ROW, lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        run = index.data(_RUN)
        assert isinstance(run, RunGlance)
        colours = self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection if chosen else colours.raised))
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        icon = QRect(box.left() + SPACE, box.top() + SPACE, 16, 16)
        self._theme.icon(STATE_ICONS[run.state]).paint(painter, icon)
        left = icon.right() + SPACE
        width = box.right() - SPACE - left
        line = option.fontMetrics.height()
        self._text(painter, QPoint(left, box.top() + SPACE - 1), run.name, width, colours.text, bold=True, line=line)
        shade = colours.error if run.state in _BAD else colours.text if chosen else colours.muted
        place = QPoint(left, box.top() + SPACE + line)
        self._text(painter, place, state_line(run), width, shade, bold=False, line=line)
        if run.state.is_live and run.steps:
            bar = QRect(left, box.bottom() - 4, width, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.border))
            painter.drawRoundedRect(bar, 1.5, 1.5)
            bar.setWidth(max(3, round(width * run.share)))
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.restore()

    def _text(
        self, painter: QPainter, place: QPoint, text: str, width: int, colour: str, *, bold: bool, line: int
    ) -> None:
        font = painter.font()
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        box = QRect(place.x(), place.y(), width, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        font.setBold(False)
        painter.setFont(font)


class RunList(QListView):
    """The runs. `opened` brings the folder of the one to show, `marked` the folders of all that are selected."""

    opened = Signal(object)
    marked = Signal(list)

    def __init__(self, runs: TrainingRuns, *, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Runs"))
        self._model = RunsModel(runs)
        self.setModel(self._model)
        self.setItemDelegate(_RunDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._wanted: list[Path] = []
        self._model.modelAboutToBeReset.connect(self._remember)
        self._model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_selection())
        self.activated.connect(lambda index: self.opened.emit(index.data(_RUN).folder))
        theme.changed.connect(self.viewport().update)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self._quiet = False

    def chosen(self) -> list[Path]:
        """The selected runs' folders, from top to bottom."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(_RUN).folder for index in indexes]

    def choose(self, folder: Path | None) -> None:
        """Select one run, or none, without telling."""
        self._quiet = True
        row = -1 if folder is None else self._model.row_of(folder)
        if row < 0:
            self.clearSelection()
        elif self.chosen() != [folder]:
            self.setCurrentIndex(self._model.index(row))
        self._quiet = False

    def _remember(self) -> None:
        self._wanted = self.chosen()
        self._quiet = True

    def _restore(self) -> None:
        model = self.selectionModel()
        for folder in self._wanted:
            row = self._model.row_of(folder)
            if row >= 0:
                model.select(self._model.index(row), model.SelectionFlag.Select)
                model.setCurrentIndex(self._model.index(row), model.SelectionFlag.NoUpdate)
        self._quiet = False

    def _on_selection(self) -> None:
        if not self._quiet:
            self.marked.emit(self.chosen())
