"""Which keys run which action: those of the table, or what the person chose in their place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from gui.action_rows.spec import Spec
from gui.preferences import Preferences

_KEY: Final = "keys/{0}"
_NONE: Final = "none"
_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_COMPANIONS: Final = {
    "transfer": ("Ctrl+Enter",),
    "done-next": ("Ctrl+Enter",),
    "redo": ("Ctrl+Y",),
    "zoom-in": ("Ctrl+=",),
}
"""What else the usual keys are joined by: Enter of the number pad, and what people know from elsewhere."""

CANVAS_KEYS: Final = (
    "1", "2", "3", "M", "B", "Tab", "Shift+Tab", "Space", "Backspace", "Del", "Left", "Right", "Up", "Down",
    "Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Return", "Enter",
)  # fmt: skip
"""Keys that skeleton and picture answer to themselves; an action cannot have them."""


KEY_NAMES: Final = (
    "Ctrl", "Shift", "Alt", "Meta", "Num", "Tab", "Return", "Enter", "Esc", "Space", "Backspace", "Del", "Ins", "Home",
    "End", "PgUp", "PgDown", "Left", "Right", "Up", "Down",
)  # fmt: skip
"""Keys that Qt names in the person's language where menus show them: with our words, which the help uses too."""

KEY_CONTEXT: Final = "QShortcut"
"""Where Qt looks the names up."""


def usual_keys(spec: Spec) -> list[QKeySequence]:
    """The keys that an action has from the table, the one that menus show first."""
    return [QKeySequence(keys) for keys in (spec.keys, *_COMPANIONS.get(spec.id, ())) if keys]


class Keymap(QObject):
    """The keys of every action, remembered in the preferences. `changed` brings the id of an action."""

    changed = Signal(str)

    def __init__(self, table: Sequence[Spec], *, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = {spec.id: spec for spec in table}
        self._preferences = preferences

    def keys(self, name: str) -> list[QKeySequence]:
        """The keys that run an action now."""
        chosen = self._preferences.text(_KEY.format(name))
        if chosen == _NONE:
            return []
        found = [QKeySequence.fromString(text, _PORTABLE) for text in chosen.split("\n") if text]
        return [keys for keys in found if _is_good(keys)] or usual_keys(self._table[name])

    def is_usual(self, name: str) -> bool:
        """Whether an action has the keys that it came with."""
        return self.keys(name) == usual_keys(self._table[name])

    def owner(self, keys: QKeySequence, *, besides: str = "") -> str | None:
        """The action that these keys run, if any other than `besides` does."""
        return next((name for name in self._table if name != besides and keys in self.keys(name)), None)

    def is_canvas_key(self, keys: QKeySequence) -> bool:
        """Whether skeleton and picture need these keys for themselves."""
        return any(keys == QKeySequence(text) for text in CANVAS_KEYS)

    def assign(self, name: str, keys: QKeySequence | None) -> None:
        """Run an action with these keys alone, or with none; they are taken from the action that had them."""
        if keys is not None:
            before = self.owner(keys, besides=name)
            if before is not None:
                self._remember(before, [other for other in self.keys(before) if other != keys])
        self._remember(name, [] if keys is None else [keys])

    def reset(self, name: str) -> None:
        """Give an action the keys that it came with; whoever has them meanwhile loses them."""
        for keys in usual_keys(self._table[name]):
            before = self.owner(keys, besides=name)
            if before is not None:
                self._remember(before, [other for other in self.keys(before) if other != keys])
        self._remember(name, usual_keys(self._table[name]))

    def reset_all(self) -> None:
        """Give every action the keys that it came with."""
        for name in self._table:
            if not self.is_usual(name):
                self._remember(name, usual_keys(self._table[name]))

    def _remember(self, name: str, keys: list[QKeySequence]) -> None:
        if keys == usual_keys(self._table[name]):
            text = ""
        else:
            text = "\n".join(key.toString(_PORTABLE) for key in keys) or _NONE
        self._preferences.set_text(_KEY.format(name), text)
        self.changed.emit(name)


def _is_good(keys: QKeySequence) -> bool:
    """Whether there are such keys: what was written into the preferences by hand may be anything."""
    return not keys.isEmpty() and keys != QKeySequence(Qt.Key.Key_unknown)
