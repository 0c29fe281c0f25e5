"""Poses to pick for a job: the gallery's thumbnails with a search, and an ordered list of what was picked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDropEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from engine.presets import Preset
from engine.skeleton import Pose
from gui.panels.plain_text import tip
from gui.panels.pose_cell import PoseCell, SharedWidth
from gui.theme import SPACE, Theme
from gui.thumbnails import plain_icon, pose_thumbnail

_THUMBNAIL: Final = QSize(54, 72)
_CELL: Final = QSize(88, 112)
_SMALL: Final = QSize(30, 40)
_A_STEP: Final = 12
_STAY: Final = QItemSelectionModel.SelectionFlag.NoUpdate
_DATA: Final = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, eq=False)
class PickedPose:
    """A pose with its title; one that is `as_it_is` is in the person's frame already and not fitted."""

    title: str
    pose: Pose
    as_it_is: bool = False


def thumbnail(pose: Pose, size: QSize, *, theme: Theme, ratio: float) -> QPixmap:
    """A skeleton in the theme's colours."""
    colours = theme.colours
    halo = QColor(colours.text) if colours.dark else None
    return pose_thumbnail(pose, size, ratio=ratio, ground=QColor(colours.canvas), halo=halo)


class _Search(QLineEdit):
    """Return and Down go on to what was found; Return does not press the window's button."""

    left = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit(event.key() != Qt.Key.Key_Down)
            event.accept()
        else:
            super().keyPressEvent(event)


class _AddingList(QListWidget):
    """Return adds the pose and does nothing else."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class PosePicker(QWidget):
    """The gallery's poses; `picked` brings a `Preset` that was double clicked or entered."""

    picked = Signal(object)
    selection_changed = Signal()

    def __init__(self, *, theme: Theme, several: bool = False) -> None:
        """Empty; `fill` brings the poses."""
        super().__init__()
        self._theme = theme
        self.search = _Search()
        self.search.setPlaceholderText(self.tr("Search poses"))
        self.search.setAccessibleName(self.tr("Search poses"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.left.connect(self._go_to_found)
        self.list = QListWidget() if several else _AddingList()
        self.list.setAccessibleName(self.tr("Poses"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setIconSize(_THUMBNAIL)
        SharedWidth(self.list, least=_CELL)
        self.list.setItemDelegate(PoseCell(self.list))
        if several:
            self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        small = self.list.font()
        small.setPointSizeF(0.9 * small.pointSizeF())
        self.list.setFont(small)
        self.list.itemActivated.connect(lambda item: self.picked.emit(item.data(_DATA)))
        self.list.itemSelectionChanged.connect(self.selection_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        theme.changed.connect(self._draw)

    def fill(self, presets: Iterable[Preset]) -> Iterator[None]:
        """Put the poses in, some a step; their thumbnails are drawn afterwards."""
        for number, preset in enumerate(presets, 1):
            item = QListWidgetItem(preset.title)
            item.setData(_DATA, preset)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            item.setToolTip(tip("\n".join(part for part in (preset.title, ", ".join(preset.tags)) if part)))
            self.list.addItem(item)
            if number % _A_STEP == 0:
                yield
        if self.list.count():
            self.list.setCurrentRow(0, _STAY)
        self._draw()

    def _draw(self) -> None:
        self._theme.work(self._thumbnails())

    def _thumbnails(self) -> Iterator[None]:
        """One thumbnail a step; the window may be closed before the first."""
        row = 0
        while Shiboken.isValid(self.list) and row < self.list.count():
            item = self.list.item(row)
            row += 1
            preset: Preset = item.data(_DATA)
            ratio = self.devicePixelRatioF()
            item.setIcon(plain_icon(thumbnail(preset.pose, _THUMBNAIL, theme=self._theme, ratio=ratio)))
            yield

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            preset: Preset = item.data(_DATA)
            said = " ".join((preset.title, preset.name, *preset.tags)).lower()
            item.setHidden(not all(word in said for word in words))

    def _go_to_found(self, taken: bool) -> None:
        """From the search to the first pose that it found, which Return takes where several can be taken."""
        rows = [self.list.item(row) for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if rows:
            if self.list.currentItem() not in rows:
                self.list.setCurrentItem(rows[0], _STAY)
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            if taken and self.list.selectionMode() is QAbstractItemView.SelectionMode.MultiSelection:
                self.list.currentItem().setSelected(True)

    def chosen(self) -> list[Preset]:
        """What is selected, in the gallery's order."""
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        return [self.list.item(row).data(_DATA) for row in rows]

    def select(self, names: Sequence[str]) -> None:
        """Select the poses of these names."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setSelected(item.data(_DATA).name in names)


class PoseOrder(QListWidget):
    """Picked poses in their order, which dragging and Alt with the arrow keys change; Delete takes one out."""

    changed = Signal()

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Poses in their order"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setIconSize(_SMALL)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        theme.changed.connect(self._draw)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """A pose was carried to another place; told when the list has settled."""
        super().dropEvent(event)
        QTimer.singleShot(0, self, self.changed.emit)

    def add(self, picked: PickedPose) -> None:
        """Put a pose at the end, and mark it."""
        item = QListWidgetItem(picked.title)
        item.setData(_DATA, picked)
        self.addItem(item)
        self.setCurrentItem(item)
        self._draw()
        self.changed.emit()

    def poses(self) -> list[PickedPose]:
        """The poses in their order."""
        return [self.item(row).data(_DATA) for row in range(self.count())]

    def take_out(self) -> None:
        """Take the marked pose out."""
        if self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self.changed.emit()

    def shift(self, by: int) -> None:
        """Move the marked pose up or down."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            self.insertItem(row + by, self.takeItem(row))
            self.setCurrentRow(row + by)
            self.changed.emit()

    def _draw(self) -> None:
        for row in range(self.count()):
            item, ratio = self.item(row), self.devicePixelRatioF()
            item.setIcon(plain_icon(thumbnail(item.data(_DATA).pose, _SMALL, theme=self._theme, ratio=ratio)))
