"""The editor of shortcuts: every action by menu, other keys by pressing them, and what clashes is said in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.actions import ActionSet
from gui.dialogs.command_palette import matches
from gui.dialogs.gradual import GradualDialog
from gui.keymap import Keymap
from gui.menus import plain, title_of_menu
from gui.panels.strip import Strip
from gui.theme import SPACE

_NAME: Final = int(Qt.ItemDataRole.UserRole)
_ACTION, _KEYS = 0, 1
_ROW: Final = 26
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText


class ShortcutEditor(GradualDialog):
    """A list of actions with their keys; Enter on a row, then the new keys."""

    def __init__(self, actions: ActionSet, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._actions = actions
        self._keymap: Keymap = actions.keymap
        self._clash: tuple[str, QKeySequence] | None = None
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setObjectName("shortcuts")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.make_by(self._make())

    def _make(self) -> Iterator[None]:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name or keys"))
        self.search.setAccessibleName(self.tr("Search shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setIndentation(2 * SPACE)
        self.list.header().setSectionsMovable(False)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(_ACTION, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.ResizeToContents)
        yield
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(self.tr("New keys"))
        self.remove = QPushButton(self.tr("No keys"))
        self.reset = QPushButton(self.tr("Reset"))
        self.reset.setAccessibleName(self.tr("Reset the keys of this action"))
        self.reset_all = QPushButton(self.tr("Reset all"))
        self._which = QLabel()
        self._which.setObjectName("paneTitle")
        for button in (self.remove, self.reset, self.reset_all):
            button.setAutoDefault(False)
        yield
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self._which, 1)
        line.addWidget(self.keys)
        line.addWidget(self.remove)
        line.addWidget(self.reset)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        # Enter in the list asks for new keys; it closes nothing.
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addLayout(line)
        layout.addWidget(self._make_strip())
        layout.addWidget(buttons)
        self.resize(640, 620)
        yield
        yield from self._fill()
        self._connect()
        self._choose(next(iter(self._items)))

    def _make_strip(self) -> Strip:
        self.strip = Strip("warning")
        self._says = QLabel()
        self._says.setWordWrap(True)
        self.take = QPushButton(self.tr("Take it over"))
        self.leave = QPushButton(self.tr("Leave it"))
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        row.addWidget(self._says, 1)
        for button in (self.take, self.leave):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.strip.hide()
        return self.strip

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(lambda *_items: self._show())
        self.list.itemActivated.connect(lambda *_item: self.keys.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.keys.editingFinished.connect(self._on_keys)
        self.remove.clicked.connect(lambda: self._keymap.assign(self.current(), None))
        self.reset.clicked.connect(lambda: self._reset())
        self.reset_all.clicked.connect(self._keymap.reset_all)
        self.take.clicked.connect(lambda: self._take())
        self.leave.clicked.connect(lambda: self._show())
        self._keymap.changed.connect(self._refresh)
        self.search.installEventFilter(self)

    # the list

    def _fill(self) -> Iterator[None]:
        menus: dict[str, QTreeWidgetItem] = {}
        for spec, action in self._actions.specs():
            if spec.menu not in menus:
                yield
                menu = menus[spec.menu] = QTreeWidgetItem([title_of_menu(spec.menu), ""])
                menu.setFlags(Qt.ItemFlag.ItemIsEnabled)
                menu.setSizeHint(_ACTION, QSize(0, _ROW))
                font = menu.font(_ACTION)
                font.setBold(True)
                menu.setFont(_ACTION, font)
                self.list.addTopLevelItem(menu)
            item = self._items[spec.id] = QTreeWidgetItem([plain(action).rstrip("…"), ""])
            item.setData(_ACTION, _NAME, spec.id)
            item.setSizeHint(_ACTION, QSize(0, _ROW))
            item.setToolTip(_ACTION, action.toolTip())
            menus[spec.menu].addChild(item)
            self._write(spec.id)
        self.list.expandAll()

    def _write(self, name: str) -> None:
        item = self._items[name]
        text = ", ".join(keys.toString(_NATIVE) for keys in self._keymap.keys(name))
        item.setText(_KEYS, text)
        font = item.font(_KEYS)
        font.setBold(not self._keymap.is_usual(name))
        item.setFont(_KEYS, font)

    def _filter(self, words: str) -> None:
        wanted = words.strip()
        for row in range(self.list.topLevelItemCount()):
            menu = self.list.topLevelItem(row)
            if menu is None:
                continue
            shown = 0
            for place in range(menu.childCount()):
                item = menu.child(place)
                assert item is not None
                keys = item.text(_KEYS).lower()
                there = matches(wanted, f"{menu.text(_ACTION)} {item.text(_ACTION)}") or wanted.lower() in keys
                item.setHidden(not there)
                shown += there
            menu.setHidden(not shown)

    def shown(self) -> list[str]:
        """The actions that pass the search."""
        return [name for name, item in self._items.items() if not item.isHidden()]

    def current(self) -> str:
        """The action whose keys are edited."""
        item = self.list.currentItem()
        name = None if item is None else item.data(_ACTION, _NAME)
        return name if isinstance(name, str) else ""

    def _choose(self, name: str) -> None:
        self.list.setCurrentItem(self._items[name])

    def _refresh(self, name: str) -> None:
        self._write(name)
        self._show()

    def _show(self) -> None:
        """The chosen action beside the field for its keys; no question is open any more."""
        name = self.current()
        self._clash = None
        self.strip.hide()
        blocked = self.keys.blockSignals(True)
        found = self._keymap.keys(name) if name else []
        self.keys.setKeySequence(found[0] if found else QKeySequence())
        self.keys.blockSignals(blocked)
        self._which.setText(self._items[name].text(_ACTION) if name else "")
        self.keys.setAccessibleDescription(self._which.text())
        self.keys.setEnabled(bool(name))
        self.remove.setEnabled(bool(found))
        self.reset.setEnabled(bool(name) and not self._keymap.is_usual(name))

    # other keys

    def _on_keys(self) -> None:
        name, keys = self.current(), self.keys.keySequence()
        if not name or keys.isEmpty() or keys in self._keymap.keys(name):
            return
        shown = keys.toString(_NATIVE)
        owner = self._keymap.owner(keys, besides=name)
        if self._keymap.is_canvas_key(keys):
            self._show()
            self._ask(self.tr("{0} belongs to skeleton and picture. Press other keys.").format(shown))
        elif owner is not None:
            other = self._items[owner].text(_ACTION)
            self._ask(self.tr("{0} runs “{1}” now.").format(shown, other))
            self._clash = (name, keys)
        else:
            self._keymap.assign(name, keys)
        self.take.setVisible(self._clash is not None)
        if self._clash is not None:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, text: str) -> None:
        self._says.setText(text)
        self.strip.setAccessibleName(text)
        self.take.setAccessibleDescription(text)
        self.strip.show()

    def said(self) -> str:
        """What is in the way of the keys that were pressed; empty when nothing is."""
        return "" if self.strip.isHidden() else self._says.text()

    def _take(self) -> None:
        if self._clash is not None:
            self._keymap.assign(*self._clash)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        if self.current():
            self._keymap.reset(self.current())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """From the search down into the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            first = next(iter(self.shown()), "")
            if first:
                self._choose(first)
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)
