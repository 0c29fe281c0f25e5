"""The command palette: every action of the program, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from gui.theme import SPACE

_ACTION = int(Qt.ItemDataRole.UserRole)

Entry = tuple[str, str, QAction]
"""Menu, title, action."""


def matches(words: str, text: str) -> bool:
    """Whether the letters of each word come in `text` in this order."""
    for word in words.lower().split():
        rest = iter(text.lower())
        if not all(letter in rest for letter in word):
            return False
    return True


def ranked(words: str, entries: Sequence[Entry]) -> list[Entry]:
    """The entries that match, those first whose title begins with the words, then those that contain them."""
    wanted = words.lower().strip()

    def rank(entry: Entry) -> int:
        title = entry[1].lower()
        if title.startswith(wanted):
            return 0
        return 1 if wanted in title else 2 if matches(words, title) else 3

    return sorted((entry for entry in entries if matches(words, f"{entry[0]} {entry[1]}")), key=rank)


class CommandPalette(QDialog):
    """A search over the actions; Enter runs the marked one."""

    def __init__(self, entries: Sequence[Entry], *, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Command palette"))
        self._entries = list(entries)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Type what you want to do"))
        self.search.setAccessibleName(self.tr("Search commands"))
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setIconSize(QSize(18, 18))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._run)
        self.list.itemClicked.connect(lambda _item, _column: self._run())
        self.search.installEventFilter(self)
        width = min(560, parent.width() - 4 * SPACE)
        self.resize(width, min(440, parent.height() - 12 * SPACE))
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 8 * SPACE)
        self._fill("")

    def _fill(self, words: str) -> None:
        self.list.clear()
        for menu, title, action in ranked(words, self._entries):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QTreeWidgetItem([f"{menu} › {title}", keys])
            item.setIcon(0, action.icon())
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, _ACTION, action)
            item.setDisabled(not action.isEnabled())
            self.list.addTopLevelItem(item)
        self._step(1, start=-1)

    def titles(self) -> list[str]:
        """What is listed now."""
        return [item.text(0) for item in self._items()]

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item for item in items if item is not None]

    def current(self) -> QAction | None:
        """The action that Enter would run."""
        item = self.list.currentItem()
        return None if item is None or item.isDisabled() else item.data(0, _ACTION)

    def _step(self, by: int, *, start: int) -> None:
        """Mark the next entry that is possible."""
        items, row = self._items(), start + by
        while 0 <= row < len(items):
            if not items[row].isDisabled():
                self.list.setCurrentItem(items[row])
                return
            row += by

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None:
                self._step(by, start=self.list.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        action = self.current()
        self.close()
        if action is not None:
            action.trigger()
