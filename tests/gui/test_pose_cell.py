"""Titles below thumbnails: two lines of the whole width, and cells that share the list's width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QListView, QListWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.panels.pose_cell import fitted_cell, lines_of


@pytest.mark.parametrize("title", ["Brazos en alto", "Hands behind the head", "Back, one hand on hip"])
def test_a_title_uses_two_lines_before_it_is_cut(qapp: QApplication, title: str) -> None:
    metrics = QFontMetrics(QFont())
    whole = metrics.horizontalAdvance(title)
    assert lines_of(title, metrics, width=whole + 2) == [title]
    wide = whole // 2 + max(metrics.horizontalAdvance(word) for word in title.split())
    lines = lines_of(title, metrics, width=wide)
    assert len(lines) == 2 and " ".join(lines) == title
    for width in (whole // 3, 20):
        lines = lines_of(title, metrics, width=width)
        assert len(lines) == 2 and all(metrics.horizontalAdvance(line) <= width for line in lines)
        assert lines[-1].endswith("…")


def test_cells_share_the_width(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.show()
    for width in (170, 300, 400, 1000):
        view.resize(width, 300)
        cell = fitted_cell(view, least=QSize(80, 126))
        assert cell.height() == 126 and cell.width() >= 80
        count = view.viewport().width() // cell.width()
        assert view.viewport().width() - count * cell.width() <= count + view.verticalScrollBar().sizeHint().width()
    view.resize(60, 300)
    assert fitted_cell(view, least=QSize(80, 126)).width() == 80


def test_as_many_stand_side_by_side_as_there_is_room_for(qtbot: QtBot) -> None:
    view = QListWidget()
    qtbot.addWidget(view)
    view.setViewMode(QListView.ViewMode.IconMode)
    view.addItems([str(number) for number in range(40)])
    view.show()
    for width in range(250, 262):
        view.resize(width, 300)
        view.setGridSize(fitted_cell(view, least=QSize(80, 126)))
        view.doItemsLayout()
        room = view.viewport().width() // view.gridSize().width()
        beside = [row for row in range(40) if view.visualItemRect(view.item(row)).top() < 126]
        assert len(beside) == room, view.viewport().width()


def test_the_gallery_shares_its_width(window: MainWindow) -> None:
    view = window.gallery.view
    assert view.gridSize() == fitted_cell(view, least=QSize(80, 126))
    window.grab()
