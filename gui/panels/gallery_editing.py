"""What edits the person's own poses in the gallery: a line for tags, and dragging them into another order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from engine.presets import Preset
from gui.theme import SPACE

POSE_TYPE: Final = "application/x-repose-pose"
"""What a dragged pose is called among the kinds of data."""
_STAYS: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the keyboard may go away for a while: the offered words, or another program."""


def pose_data(preset: Preset) -> QMimeData:
    """A pose as it is dragged: by its name."""
    data = QMimeData()
    data.setData(POSE_TYPE, preset.name.encode())
    return data


class TagLine(QFrame):
    """A small card with a line for tags, divided by commas; Enter writes them, Escape leaves them as they were."""

    written = Signal(list)

    def __init__(self, tags: Sequence[str], *, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit(", ".join(tags))
        self.line.setAccessibleName(self.tr("Tags, divided by commas"))
        self.line.setPlaceholderText(self.tr("summer, walking"))
        self._known = list(known)
        self._completer = QCompleter(QStringListModel(self._known, self), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self.line)
        self._completer.activated.connect(self._complete)
        hint = QLabel(self.tr("Tags, divided by commas. Enter keeps them."))
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.line)
        layout.addWidget(hint)
        self.line.textEdited.connect(self._offer)
        self.line.returnPressed.connect(self._write)
        self.line.installEventFilter(self)

    def open_at(self, place: QPoint) -> None:
        """Show below a place of the parent, kept inside of it, with the keyboard in the line."""
        parent = self._room
        width = min(parent.width() - 2 * SPACE, 260)
        for widget in (self, self.line):
            widget.ensurePolished()
        height = self._layout.totalHeightForWidth(width)
        self.setFixedSize(width, height)
        self.move(
            max(SPACE, min(place.x(), parent.width() - width - SPACE)),
            max(SPACE, min(place.y(), parent.height() - height - SPACE)),
        )
        self.show()
        self.raise_()
        self.line.setFocus()
        self.line.selectAll()

    def _word(self) -> str:
        return self.line.text()[: self.line.cursorPosition()].rpartition(",")[2].strip()

    def _offer(self) -> None:
        word = self._word()
        self._completer.setCompletionPrefix(word)
        if word and self._completer.completionCount():
            self._completer.complete()
        elif (words := self._completer.popup()) is not None:
            words.hide()

    def _complete(self, tag: str) -> None:
        before, comma, _ = self.line.text()[: self.line.cursorPosition()].rpartition(",")
        after = self.line.text()[self.line.cursorPosition() :]
        text = f"{before}{comma}{' ' if comma else ''}{tag}"
        self.line.setText(text + after)
        self.line.setCursorPosition(len(text))

    def _write(self) -> None:
        tags = [" ".join(word.split()).lower() for word in self.line.text().split(",")]
        self.written.emit([tag for tag in tags if tag])
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut and event.reason() not in _STAYS:
            self.close()
        return super().eventFilter(watched, event)


class DragToReorder(QObject):
    """Lets items of a list that hold a preset be dragged before another one; `dropped` brings both.

    The list itself moves nothing: whoever listens puts the poses in their new order.
    """

    dropped = Signal(object, object)

    def __init__(self, view: QListView, *, movable: Callable[[Preset], bool]) -> None:
        """The list's model gives items that are dragged as `pose_data`."""
        super().__init__(view)
        self._view = view
        self._movable = movable
        view.setDragEnabled(True)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        view.setDefaultDropAction(Qt.DropAction.MoveAction)
        view.setDropIndicatorShown(False)
        view.viewport().setAcceptDrops(True)  # a list that lays its items out itself says no
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(POSE_TYPE):
            return super().eventFilter(watched, event)
        preset = self._named(event.mimeData())
        if event.type() is not QEvent.Type.Drop:
            event.setAccepted(preset is not None)
            return True
        # The list would take the item that was dragged out after a move; nothing was moved as far as it knows.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if preset is not None:
            self.dropped.emit(preset, self._before(event.position().toPoint(), preset))
        return True

    def _named(self, data: QMimeData) -> Preset | None:
        """The pose that is dragged, where it is one of this list that may be moved."""
        name, model = data.data(POSE_TYPE).toStdString(), self._view.model()
        presets = (self._preset(model.index(row, 0)) for row in range(model.rowCount()))
        return next((p for p in presets if p is not None and p.name == name and self._movable(p)), None)

    def _before(self, point: QPoint, dragged: Preset) -> Preset | None:
        """The movable pose that the dragged one is put before: the one under the pointer, or the one after it."""
        index = self._view.indexAt(point)
        under = self._preset(index)
        if under is None or not self._movable(under):
            return None
        if under is dragged or point.x() < self._view.visualRect(index).center().x():
            return under
        following = self._preset(index.siblingAtRow(index.row() + 1))
        return following if following is not None and self._movable(following) else None

    def _preset(self, index: QModelIndex) -> Preset | None:
        found = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        return found if isinstance(found, Preset) else None
