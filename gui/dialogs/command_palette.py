"""The command palette: every action of the program, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.theme import SPACE

_ACTION = int(Qt.ItemDataRole.UserRole)


def matches(words: str, text: str) -> bool:
    """Whether the letters of each word come in `text` in this order."""
    for word in words.lower().split():
        rest = iter(text.lower())
        if not all(letter in rest for letter in word):
            return False
    return True


class CommandPalette(QDialog):
    """A search over the actions; Enter runs the marked one."""

    def __init__(self, actions: Sequence[tuple[str, QAction]], *, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Command palette"))
        self._actions = list(actions)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Type what you want to do"))
        self.search.setAccessibleName(self.tr("Search commands"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._run)
        self.list.itemClicked.connect(lambda _item: self._run())
        self.search.installEventFilter(self)
        width = min(560, parent.width() - 4 * SPACE)
        self.resize(width, min(420, parent.height() - 12 * SPACE))
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 8 * SPACE)
        self._fill("")

    def _fill(self, words: str) -> None:
        self.list.clear()
        found = [(path, action) for path, action in self._actions if matches(words, path)]
        wanted = words.lower().strip()
        found.sort(key=lambda entry: wanted not in entry[0].lower())
        for path, action in found:
            keys = action.shortcut().toString()
            item = QListWidgetItem(f"{path}    {keys}" if keys else path)
            item.setIcon(action.icon())
            item.setData(_ACTION, action)
            if not action.isEnabled():
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        self._step(1, start=-1)

    def _step(self, by: int, *, start: int) -> None:
        row = start + by
        while 0 <= row < self.list.count():
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentRow(row)
                return
            row += by

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self._step(steps[Qt.Key(event.key())], start=self.list.currentRow())
                return True
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        item = self.list.currentItem()
        self.close()
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            item.data(_ACTION).trigger()
