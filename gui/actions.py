"""Everything a person can do, as one table: id, title, menu, shortcut, icon, what runs, when it is possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from gui.action_rows import annotate, edit, file, help, picture, pose, review, training, view
from gui.action_rows.spec import EDIT, FILE, HELP, MENUS, PICTURE, POSE, TRAINING, VIEW, Spec
from gui.controller import Controller
from gui.keymap import Keymap
from gui.theme import Theme

__all__ = ["EDIT", "FILE", "HELP", "MENUS", "PICTURE", "POSE", "TABLE", "TRAINING", "VIEW", "ActionSet", "Spec"]

TABLE: Final[tuple[Spec, ...]] = (
    *file.ROWS,
    *edit.ROWS,
    *pose.ROWS,
    *picture.ROWS,
    *annotate.ROWS,
    *review.ROWS,
    *training.ROWS,
    *view.ROWS,
    *help.ROWS,
)

NATIVE: Final = QKeySequence.SequenceFormat.NativeText
"""Keys as the system writes them."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


class ActionSet(QObject):
    """The table as Qt's actions, kept up to date with what is possible."""

    def __init__(self, controller: Controller, *, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.keymap = Keymap(TABLE, preferences=controller.preferences, parent=self)
        self._controller = controller
        self._theme = theme
        self._actions: dict[str, QAction] = {}
        for spec in TABLE:
            self._actions[spec.id] = self._make(spec)
        theme.changed.connect(self._tint)
        self.keymap.changed.connect(self._on_keys)

    def _make(self, spec: Spec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setShortcuts(self.keymap.keys(spec.id))
        _name(action, spec)
        if spec.icon:
            action.setIcon(self._theme.icon(spec.icon))
        action.setCheckable(spec.checked is not None)
        action.triggered.connect(lambda _checked=False, spec=spec: self._run(spec))
        return action

    def _run(self, spec: Spec) -> None:
        spec.run(self._controller)
        self.refresh()

    def _tint(self) -> None:
        for spec in TABLE:
            if spec.icon:
                self._actions[spec.id].setIcon(self._theme.icon(spec.icon))

    def _on_keys(self, name: str) -> None:
        action = self._actions[name]
        action.setShortcuts(self.keymap.keys(name))
        _name(action, next(spec for spec in TABLE if spec.id == name))

    def retranslate(self) -> None:
        """Name every action anew, in the language that is spoken now."""
        for spec, action in self.specs():
            _name(action, spec)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def specs(self) -> Iterator[tuple[Spec, QAction]]:
        """Every row with its action."""
        return ((spec, self._actions[spec.id]) for spec in TABLE)

    def refresh(self) -> None:
        """Ask every row whether it is possible now, and every switch how it stands."""
        for spec, action in self.specs():
            action.setEnabled(spec.enabled(self._controller))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._controller))


def _name(action: QAction, spec: Spec) -> None:
    title = _tr(spec.title)
    plain = title.replace("&", "")
    action.setText(f"{title}\t{spec.hint}" if spec.hint else title)
    action.setIconText(_tr(spec.short) if spec.short else plain.rstrip("…"))
    tip, keys = _tr(spec.tip) if spec.tip else plain, action.shortcut().toString(NATIVE) or spec.hint
    action.setToolTip(f"{tip} ({keys})" if keys else tip)
