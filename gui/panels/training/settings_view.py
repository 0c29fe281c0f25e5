"""A run's configuration as a table, or several runs' differences; what was changed from the preset stands out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from gui.language.words import setting
from gui.panels.training.words import tr
from gui.services.config_fields import differences, fields_of, flattened, text_of
from gui.services.training_plan import kind_of, preset_values
from gui.theme import SPACE


class SettingsTable(QWidget):
    """Settings with a value for each run, and a search."""

    def __init__(self, *, nothing: str) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(self._model)
        self._filter.setFilterKeyColumn(-1)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setAccessibleName(tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter.setFilterFixedString)
        self.table = QTableView()
        self.table.setModel(self._filter)
        self.table.setAccessibleName(tr("Settings"))
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._nothing = QLabel(nothing)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._nothing, 1)

    def set_run(self, config: Mapping[str, Any], *, task: str, preset: str) -> None:
        """Show one run's configuration, beside its preset's."""
        usual = preset_values(task, preset)
        flat = {key: value for key, value in flattened(config).items() if key != "format"}
        rows = {key: [value, usual.get(key)] for key, value in flat.items()}
        same = {key for key, (value, other) in rows.items() if text_of(value) == text_of(other)}
        changed = set(rows) - same
        ordered = {key: rows[key] for key in sorted(rows, key=lambda key: key not in changed)}
        self._fill(ordered, [tr("This run"), tr("Preset")], task=task, strong=changed)

    def set_runs(self, configs: Sequence[Mapping[str, Any]], names: Sequence[str], *, task: str) -> None:
        """Show in which settings runs differ."""
        self._fill(differences(list(configs)), list(names), task=task, strong=set())

    def _fill(self, rows: Mapping[str, Sequence[Any]], names: list[str], *, task: str, strong: set[str]) -> None:
        docs = {field.key: setting(field.doc) for field in fields_of(kind_of(task))}
        self._model.clear()
        self._model.setHorizontalHeaderLabels([tr("Setting"), *names, tr("What it is")])
        for key, values in rows.items():
            shown = ["" if one is None else text_of(one) for one in values]
            items = [QStandardItem(text) for text in (key, *shown, docs.get(key, ""))]
            for item in items:
                item.setToolTip(docs.get(key, "") or item.text())
                if key in strong and item is not items[-1]:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
            self._model.appendRow(items)
        self.table.setVisible(bool(rows))
        self.search.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        header = self.table.horizontalHeader()
        for column in range(self._model.columnCount()):
            self.table.resizeColumnToContents(column)
            header.resizeSection(column, min(header.sectionSize(column) + SPACE, 260))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)

    def rows(self) -> list[list[str]]:
        """The settings and their values, row by row."""
        width = self._model.columnCount() - 1
        return [
            [self._model.item(row, column).text() for column in range(width)] for row in range(self._model.rowCount())
        ]
