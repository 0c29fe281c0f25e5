"""The gallery of poses: thumbnails of skeletons, with a search and tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    QSortFilterProxyModel,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from engine.presets import Preset
from engine.skeleton import Pose
from gui.own_poses import TAG
from gui.panels.flow_layout import FlowLayout
from gui.panels.gallery_editing import POSE_TYPE, DragToReorder, TagLine, pose_data
from gui.panels.plain_text import tip
from gui.panels.pose_cell import PoseCell, fitted_cell
from gui.theme import SPACE, Theme
from gui.thumbnails import plain_icon, pose_thumbnail

_THUMBNAIL: Final = QSize(66, 88)
_CELL: Final = QSize(80, 126)
_MOST_TAGS: Final = 6
_PRESET: Final = int(Qt.ItemDataRole.UserRole)
_WORDS: Final = _PRESET + 1
_TAGS: Final = _PRESET + 2
_CTRL: Final = Qt.KeyboardModifier.ControlModifier


class _Filter(QSortFilterProxyModel):
    """Keeps the poses that have the chosen tag and all words of the search."""

    def __init__(self) -> None:
        super().__init__()
        self.tag = ""
        self.words: list[str] = []

    def filterAcceptsRow(self, row: int, parent: object) -> bool:  # noqa: N802 - Qt's name
        model = self.sourceModel()
        index = model.index(row, 0)
        if self.tag and self.tag not in index.data(_TAGS):
            return False
        text: str = index.data(_WORDS)
        return all(word in text for word in self.words)

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [POSE_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        return pose_data(indexes[0].data(_PRESET))


class Gallery(QWidget):
    """Poses to choose from; `chosen` brings a `Preset`."""

    chosen = Signal(object)
    renamed = Signal(object, str)
    deleted = Signal(object)
    tagged = Signal(object, list)
    moved = Signal(object, int)
    """A pose of the person's own, and its place among them."""
    shared = Signal(object)

    def __init__(self, *, theme: Theme, tools: Sequence[tuple[str, QAction]] = ()) -> None:
        super().__init__()
        self._theme = theme
        self._presets: list[Preset] = []
        self._drawings = 0
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search poses"))
        self.search.setAccessibleName(self.tr("Search poses"))
        self.search.setClearButtonEnabled(True)
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search.setCompleter(completer)
        self._tag_row = FlowLayout(spacing=SPACE // 2)
        self._tag_buttons: dict[str, QPushButton] = {}
        self._model = QStandardItemModel(self)
        self._filter = _Filter()
        self._filter.setSourceModel(self._model)
        self.view = QListView()
        self.view.setModel(self._filter)
        self.view.setAccessibleName(self.tr("Poses"))
        self.view.setViewMode(QListView.ViewMode.IconMode)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMovement(QListView.Movement.Static)
        self.view.setUniformItemSizes(True)
        self.view.setWordWrap(True)
        self.view.setIconSize(_THUMBNAIL)
        small = self.view.font()
        small.setPointSizeF(0.9 * small.pointSizeF())
        self.view.setFont(small)
        self.view.setGridSize(_CELL)
        self.view.setItemDelegate(PoseCell(self.view))
        self.view.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        self._reorder = DragToReorder(self.view, movable=lambda preset: TAG in preset.tags)
        self._reorder.dropped.connect(self._on_dropped)
        self._model.itemChanged.connect(self._on_item_changed)
        self._nothing = QLabel(self.tr("No pose matches. Clear the search or choose another tag."))
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.search)
        layout.addLayout(self._tag_row)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._nothing)
        self._foot = FlowLayout(spacing=SPACE)
        layout.addLayout(self._foot)
        self.set_tools(tools)
        self.search.textChanged.connect(self._on_search)
        self.view.clicked.connect(lambda index: self.chosen.emit(index.data(_PRESET)))
        self.view.activated.connect(lambda index: self.chosen.emit(index.data(_PRESET)))
        theme.changed.connect(self._draw_thumbnails)

    def set_tools(self, tools: Sequence[tuple[str, QAction]]) -> None:
        """Other ways to a pose, as buttons with short texts below the list."""
        for text, action in tools:
            button = QPushButton(text)
            button.setIcon(action.icon())
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda action=action, button=button: button.setIcon(action.icon()))
            self._foot.addWidget(button)

    def set_presets(self, presets: Sequence[Preset]) -> None:
        """Show these poses."""
        self._presets = list(presets)
        self._model.clear()
        for preset in presets:
            item = QStandardItem(preset.title)
            item.setEditable(TAG in preset.tags)
            item.setData(preset, _PRESET)
            item.setData(" ".join((preset.title, preset.name, *preset.tags)).lower(), _WORDS)
            item.setData(preset.tags, _TAGS)
            item.setToolTip(tip(f"{preset.title}\n{', '.join(preset.tags)}"))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self._model.appendRow(item)
        self._words.setStringList(sorted({tag for preset in presets for tag in preset.tags}))
        self._make_tags()
        self._draw_thumbnails()

    def _make_tags(self) -> None:
        for button in self._tag_buttons.values():
            button.deleteLater()
        self._tag_buttons.clear()
        counted = Counter(tag for preset in self._presets for tag in preset.tags)
        for tag in ("", *(tag for tag, _ in counted.most_common(_MOST_TAGS))):
            button = QPushButton(tag or self.tr("all"))
            button.setObjectName("tag")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(tag == self._filter.tag)
            button.clicked.connect(lambda _checked=False, tag=tag: self._on_tag(tag))
            self._tag_row.addWidget(button)
            self._tag_buttons[tag] = button

    def _draw_thumbnails(self) -> None:
        self._drawings += 1
        self._theme.work(self._thumbnails(self._drawings))

    def _thumbnails(self, number: int) -> Iterator[None]:
        """One thumbnail a step, until others are wanted."""
        colours = self._theme.colours
        ground, halo = QColor(colours.canvas), QColor(colours.text) if colours.dark else None
        for row, preset in enumerate(list(self._presets)):
            if not Shiboken.isValid(self) or number != self._drawings:
                return
            pixmap = pose_thumbnail(preset.pose, _THUMBNAIL, ratio=self.devicePixelRatioF(), ground=ground, halo=halo)
            self._model.item(row).setIcon(plain_icon(pixmap))
            yield

    def preset_at_cursor(self) -> Preset | None:
        """The pose that is marked."""
        index = self.view.currentIndex()
        return index.data(_PRESET) if index.isValid() else None

    def _on_item_changed(self, item: QStandardItem) -> None:
        preset: Preset | None = item.data(_PRESET)
        if preset is None or item.text() == preset.title:
            return
        title = " ".join(item.text().split())
        if title and title != preset.title:
            # Later, as whoever hears of it fills the list anew, while this item is still at work.
            QTimer.singleShot(0, self, lambda: self.renamed.emit(preset, title))
        else:
            item.setText(preset.title)

    def _show_menu(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        preset: Preset | None = index.data(_PRESET) if index.isValid() else None
        if preset is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Take as target pose")).triggered.connect(lambda: self.chosen.emit(preset))
        own = TAG in preset.tags
        rename = menu.addAction(self.tr("Rename") + "\tF2")
        rename.setEnabled(own)
        rename.triggered.connect(lambda: self.view.edit(index))
        tags = menu.addAction(self.tr("Tags…") + "\tCtrl+F2")
        tags.setEnabled(own)
        tags.triggered.connect(lambda: self._ask_tags(preset))
        place = self._own_names().index(preset.name) if own else 0
        for text, step, keys in ((self.tr("Move forward"), -1, "Alt+←"), (self.tr("Move back"), 1, "Alt+→")):
            move = menu.addAction(f"{text}\t{keys}")
            move.setEnabled(own and 0 <= place + step < len(self._own_names()))
            move.triggered.connect(lambda _=False, step=step: self._move(preset, step))
        menu.addSeparator()
        menu.addAction(self.tr("Share…")).triggered.connect(lambda: self.shared.emit(preset))
        delete = menu.addAction(self.tr("Delete") + "\tDel")
        delete.setEnabled(own)
        delete.triggered.connect(lambda: self.deleted.emit(preset))
        menu.popup(self.view.viewport().mapToGlobal(point))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Resize and watched is self.view.viewport():
            self.view.setGridSize(fitted_cell(self.view, least=_CELL))
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            preset = self.preset_at_cursor()
            own = preset if preset is not None and TAG in preset.tags else None
            if event.key() == Qt.Key.Key_Delete:
                if own is not None:
                    self.deleted.emit(own)
                return True
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if own is not None and step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(own, step)
                return True
            if own is not None and event.key() == Qt.Key.Key_F2 and event.modifiers() & _CTRL:
                self._ask_tags(own)
                return True
        return super().eventFilter(watched, event)

    def _own_names(self) -> list[str]:
        return [preset.name for preset in self._presets if TAG in preset.tags]

    def point_at(self, name: str) -> None:
        """Mark the pose of this name, where it is shown, so that keys are for that one."""
        for row in range(self._filter.rowCount()):
            if self._filter.index(row, 0).data(_PRESET).name == name:
                self.view.setCurrentIndex(self._filter.index(row, 0))

    def _move(self, preset: Preset, step: int) -> None:
        """One place forward or back, and the keyboard stays with the pose."""
        self.moved.emit(preset, self._own_names().index(preset.name) + step)
        self.point_at(preset.name)

    def _on_dropped(self, preset: Preset, before: Preset | None) -> None:
        names = self._own_names()
        rest = [name for name in names if name != preset.name]
        place = rest.index(before.name) if before is not None and before.name in rest else len(rest)
        if place != names.index(preset.name):
            self.moved.emit(preset, place)

    def _ask_tags(self, preset: Preset) -> None:
        """A line over the pose, with its tags to write in."""
        row = next(r for r in range(self._filter.rowCount()) if self._filter.index(r, 0).data(_PRESET) is preset)
        words = [tag for tag in preset.tags if tag != TAG]
        line = TagLine(words, known=[tag for tag in self._words.stringList() if tag != TAG], parent=self)
        line.written.connect(lambda tags: self.tagged.emit(preset, tags))
        line.open_at(self.view.viewport().mapTo(self, self.view.visualRect(self._filter.index(row, 0)).bottomLeft()))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._draw_thumbnails()
        return super().event(event)

    def _on_search(self, text: str) -> None:
        self._filter.words = text.lower().split()
        self._refilter()

    def _on_tag(self, tag: str) -> None:
        self._filter.tag = tag
        self._refilter()

    def _refilter(self) -> None:
        self._filter.invalidate()
        self._nothing.setVisible(bool(self._presets) and self._filter.rowCount() == 0)

    def presets_shown(self) -> list[Preset]:
        """The poses that pass the search and the tag, in order."""
        return [self._filter.index(row, 0).data(_PRESET) for row in range(self._filter.rowCount())]

    def mark(self, pose: Pose | None) -> None:
        """Select the preset that is the target pose now; nothing for any other pose."""
        self.view.selectionModel().clear()
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            if pose is not None and index.data(_PRESET).pose.same_as(pose):
                self.view.setCurrentIndex(index)
                return
