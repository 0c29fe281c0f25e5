"""One editor a setting, by its kind: a switch, a choice, a whole number, a number, a text."""

from __future__ import annotations

import math
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QSpinBox, QWidget

from gui.language.words import setting
from gui.services.config_fields import ConfigField, text_of, value_of
from training.config import CHOICES

_WORDS: Final = {
    **CHOICES,
    "device": ("auto", "cpu", "cuda", "mps"),
    "precision": ("auto", "bf16", "float32"),
    "network": ("compact", "published"),
}
_MOST: Final = 2_000_000_000


class SettingEditor(QWidget):
    """Edits one setting; `edited` tells that a person changed it."""

    edited = Signal()

    def __init__(self, field: ConfigField) -> None:
        super().__init__()
        self.field = field
        self._widget = self._make()
        self._widget.setAccessibleName(field.title)
        self._widget.setAccessibleDescription(setting(field.doc))
        self.setFocusProxy(self._widget)
        self._widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._widget)
        self.setMinimumWidth(110)

    def _make(self) -> QWidget:
        name = self.field.key.rpartition(".")[2]
        if self.field.kind is bool:
            box = QCheckBox()
            box.toggled.connect(lambda _on: self.edited.emit())
            return box
        if self.field.kind is str and name in _WORDS:
            combo = QComboBox()
            combo.addItems(list(_WORDS[name]))
            combo.activated.connect(lambda _index: self.edited.emit())
            return combo
        if self.field.kind is int:
            spin = _Spin()
            spin.setRange(0, _MOST)
            spin.setGroupSeparatorShown(True)
            spin.valueChanged.connect(lambda _value: self.edited.emit())
            return spin
        line = QLineEdit()
        line.textEdited.connect(lambda _text: self.edited.emit())
        return line

    def value(self) -> Any:
        """The setting as it stands. ValueError when what was typed is none."""
        widget = self._widget
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        if isinstance(widget, QComboBox):
            return widget.currentText()
        if isinstance(widget, QSpinBox):
            return widget.value()
        assert isinstance(widget, QLineEdit)
        text = widget.text().strip()
        if self.field.kind is object:
            # Lists are typed with commas; an empty one is written as JSON.
            return [part.strip() for part in text.split(",") if part.strip()]
        value = value_of(text.replace(",", ".") if self.field.kind is float else text, self.field.kind)
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError(f"{text} is not a number to train with")
        return value

    def set_value(self, value: Any) -> None:
        """Show another value, without telling."""
        widget = self._widget
        blocked = widget.blockSignals(True)
        if isinstance(widget, QCheckBox):
            widget.setChecked(bool(value))
        elif isinstance(widget, QComboBox):
            if widget.findText(str(value)) < 0:
                widget.addItem(str(value))
            widget.setCurrentText(str(value))
        elif isinstance(widget, QSpinBox):
            widget.setValue(int(value))
        elif isinstance(widget, QLineEdit):
            listed = isinstance(value, (list, tuple))
            widget.setText(", ".join(map(str, value)) if listed else text_of(value))
        widget.blockSignals(blocked)

    def problem(self) -> str:
        """Why what was typed cannot be used; empty when it can."""
        try:
            self.value()
        except ValueError:
            return f"{self.field.title}: {self._widget.text() if isinstance(self._widget, QLineEdit) else ''}"
        return ""


class _Spin(QSpinBox):
    """A number field that the wheel scrolls past, unless it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(6, 0, 6, 0)

    def wheelEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
