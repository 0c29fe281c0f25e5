"""The settings of a new training: what matters in sight, everything else folded away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.language.words import setting
from gui.panels.training.setting_editors import SettingEditor
from gui.panels.training.words import count, tr
from gui.services.config_fields import ConfigField, fields_of, sections_of, text_of
from gui.services.training_plan import ESTIMATOR, kind_of, preset_values, steps_of
from gui.theme import SPACE

_TWO_A_ROW: Final = 420
_ELSEWHERE: Final = ("data", "preset")
"""Settings that are chosen in another place of the form."""


class SettingsForm(QWidget):
    """Settings by dotted key, beginning with a preset's; `changed` tells that a person changed one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._task = ""
        self._preset = ""
        self._usual: dict[str, Any] = {}
        self._values: dict[str, Any] = {}
        self._fields: dict[str, ConfigField] = {}
        self._editors: dict[str, list[tuple[SettingEditor, QLabel]]] = {}
        self._pairs: list[tuple[QLabel, SettingEditor]] = []
        self._bad: dict[str, str] = {}
        self._first = QWidget()
        self._grid = QGridLayout(self._first)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._length = QLabel()
        self._length.setObjectName("muted")
        self._length.setWordWrap(True)
        self.fold = QToolButton()
        self.fold.setText(tr("All settings"))
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setArrowType(Qt.ArrowType.RightArrow)
        self.fold.toggled.connect(self._on_fold)
        self.undo = QPushButton(tr("Back to the preset"))
        self.undo.clicked.connect(self._reset)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setAccessibleName(tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.fold)
        row.addWidget(self.search, 1)
        row.addStretch(0)
        row.addWidget(self.undo)
        self._rest = QWidget()
        self._rows = QGridLayout(self._rest)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(2 * SPACE)
        self._rows.setVerticalSpacing(SPACE // 2)
        self._rows.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._first)
        layout.addWidget(self._length)
        layout.addLayout(row)
        layout.addWidget(self._rest)
        self._rest.hide()
        self.search.hide()

    # values

    def begin(self, task: str, preset: str, changes: Mapping[str, Any] | None = None) -> None:
        """Show a preset's settings, with these changes."""
        other = task != self._task
        self._task, self._preset = task, preset
        self._usual = preset_values(task, preset)
        self._fields = {field.key: field for field in fields_of(kind_of(task)) if field.key not in _ELSEWHERE}
        self._values = {key: self._usual.get(key, field.default) for key, field in self._fields.items()}
        self._values.update({key: value for key, value in (changes or {}).items() if key in self._values})
        self._bad = {}
        self._make_first()
        if other:
            self._clear(self._rows)
        if self.fold.isChecked():
            self._make_rest()
        self._refresh()

    def values(self) -> dict[str, Any]:
        """Every setting."""
        return dict(self._values)

    def changes(self) -> dict[str, Any]:
        """The settings that differ from the preset's."""
        return {key: value for key, value in self._values.items() if text_of(value) != text_of(self._usual.get(key))}

    def problem(self) -> str:
        """What cannot be used as it was typed; empty when everything can."""
        return next(iter(self._bad.values()), "")

    def _reset(self) -> None:
        self.begin(self._task, self._preset)
        self.changed.emit()

    # what matters

    def _matters(self) -> list[tuple[str, str]]:
        """The settings in sight, with their titles."""
        if self._task == ESTIMATOR:
            return [("loop.steps", tr("Steps")), ("loop.batch", tr("Batch")), ("rate", tr("Learning rate"))]
        if self._usual.get("loop.steps") == 0 and not self._values.get("loop.steps"):
            length = [("epochs", tr("Epochs")), ("decay_epochs", tr("and falling"))]
        else:
            length = [("loop.steps", tr("Steps"))]
        return [
            *length,
            ("loop.batch", tr("Batch")),
            ("rate", tr("Learning rate")),
            ("gan", tr("GAN weight")),
            ("appearance", tr("Appearance ×")),
            ("shape", tr("Shape ×")),
        ]

    def _make_first(self) -> None:
        self._clear(self._grid)
        self._editors, self._pairs = {}, []
        for key, title in self._matters():
            if key not in self._fields:
                continue
            label = QLabel(title)
            editor = self._editor(key, label)
            label.setBuddy(editor)
            self._pairs.append((label, editor))
        self._place_first()

    def _place_first(self) -> None:
        """Two settings a row where there is room, else one."""
        pairs = 2 if self.width() >= _TWO_A_ROW else 1
        for number, (label, editor) in enumerate(self._pairs):
            row, column = divmod(number, pairs)
            self._grid.addWidget(label, row, 2 * column, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(editor, row, 2 * column + 1)
        for column in (1, 3):
            self._grid.setColumnStretch(column, 1 if column < 2 * pairs else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place_first()

    def _editor(self, key: str, label: QLabel) -> SettingEditor:
        field = self._fields[key]
        editor = SettingEditor(field)
        editor.set_value(self._values[key])
        tip = f"{setting(field.doc)}\n{tr('Preset: {0}').format(text_of(self._usual.get(key)))}".strip()
        editor.setToolTip(tip)
        label.setToolTip(tip)
        editor.edited.connect(lambda: self._on_edit(editor))
        self._editors.setdefault(key, []).append((editor, label))
        return editor

    def _on_edit(self, editor: SettingEditor) -> None:
        key = editor.field.key
        try:
            self._values[key] = editor.value()
        except ValueError:
            self._bad[key] = tr("{0} is not a value for the setting {1}.").format(editor.problem(), key)
        else:
            self._bad.pop(key, None)
            for other, _ in self._editors[key]:
                if other is not editor:
                    other.set_value(self._values[key])
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        changed = self.changes()
        for key, pairs in self._editors.items():
            for editor, label in pairs:
                font = label.font()
                font.setBold(key in changed)
                label.setFont(font)
                if key in ("appearance", "shape"):
                    editor.setEnabled(bool(self._values.get("gan")))
        self.undo.setVisible(bool(changed))
        steps = steps_of(self._values)
        pictures = steps * int(self._values.get("loop.batch", 0) or 0)
        self._length.setText(
            tr("{0} steps, {1} pictures in all").format(count(steps), count(pictures))
            if steps
            else tr("Nothing says how long the training is: give steps or epochs.")
        )

    # everything

    def _on_fold(self, open_: bool) -> None:
        self.fold.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        if open_:
            self._make_rest()
        self._rest.setVisible(open_)
        self.search.setVisible(open_)

    def _make_rest(self) -> None:
        self._clear(self._rows)
        shown = {key for key, _ in self._matters()}
        for key in list(self._editors):
            self._editors[key] = self._editors[key][: 1 if key in shown else 0]
        sections, before = sections_of(kind_of(self._task)), -1
        row = 0
        for key, field in self._fields.items():
            section = sections.get(key, before) if not field.group else len(sections)
            if row and section != before:
                self._rows.setRowMinimumHeight(row, SPACE)
                row += 1
            before = section
            label = QLabel(f"{tr('loop')} · {field.title}" if field.group else field.title)
            editor = self._editor(key, label)
            editor.setMaximumWidth(170)
            label.setBuddy(editor)
            doc = QLabel(setting(field.doc))
            doc.setObjectName("muted")
            doc.setWordWrap(True)
            self._rows.addWidget(label, row, 0)
            self._rows.addWidget(editor, row, 1)
            self._rows.addWidget(doc, row, 2)
            row += 1
        self._filter(self.search.text())
        self._refresh()

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for row in range(self._rows.rowCount()):
            items = [item for column in range(3) if (item := self._rows.itemAtPosition(row, column))]
            widgets = [widget for item in items if (widget := item.widget()) is not None]
            texts = " ".join(widget.text() for widget in widgets if isinstance(widget, QLabel)).lower()
            for widget in widgets:
                widget.setVisible(all(word in texts for word in words))

    def _clear(self, grid: QGridLayout) -> None:
        while (item := grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def keys_in_sight(self) -> list[str]:
        """The settings that are unfolded and pass the search, in order."""
        return [
            widget.field.key
            for row in range(self._rows.rowCount())
            if (item := self._rows.itemAtPosition(row, 1)) is not None
            and isinstance(widget := item.widget(), SettingEditor)
            and not widget.isHidden()
        ]

    def editor(self, key: str) -> SettingEditor:
        """The editor of a setting that is in sight."""
        return self._editors[key][0][0]
