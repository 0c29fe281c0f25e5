"""The Review tab: from a name to results, exports and merging, as a reviewer does it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTableView
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from engine.review_cards import cards_in
from engine.reviews import read_review, write_review
from gui.main_window import MainWindow
from gui.services.review_desk import ReviewDesk
from tests.e2e.hands import click, press
from tests.engine.test_review_report import EVALUATION
from tests.gui.reviewing.conftest import COUNT


def sit_down(window: MainWindow, pictures: Path, qtbot: QtBot, *, name: str = "Ada") -> None:
    window.go_to("review")
    panel = window.reviewing.panel
    panel.rater.clear()
    QTest.keyClicks(panel.rater, name)
    panel.choose_folder(pictures)
    qtbot.waitUntil(lambda: panel.begin.isEnabled())


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_a_session_from_name_to_results(window: MainWindow, pictures: Path, qtbot: QtBot) -> None:
    sit_down(window, pictures, qtbot)
    panel, reviewing = window.reviewing.panel, window.reviewing
    assert str(2 * COUNT) in panel.counts.text() and panel.begin.text() == "Begin"
    click(panel.begin)
    table = reviewing.table
    assert table is not None and table.isFullScreen()
    for _ in range(2 * COUNT):
        good = table.card is not None and table.card.model == "ours"
        QTest.keyClick(table, Qt.Key.Key_5 if good else Qt.Key.Key_2)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert reviewing.table is None and panel.bar.value() == 2 * COUNT and panel.begin.text() == "Look again"
    click(panel.results)
    results = reviewing.results
    assert results is not None
    rows = {row[0]: row for row in cells(results.tables[0])}
    assert "2.00" in rows["base"] and "5.00" in rows["ours"] and "3.27" in rows["thesis, trained (cited)"]
    assert [table.accessibleName() for table in results.tables[1:]] == ["By gender", "By facing"]


def test_a_name_is_needed_and_a_limit_holds(window: MainWindow, pictures: Path, qtbot: QtBot) -> None:
    sit_down(window, pictures, qtbot)
    panel = window.reviewing.panel
    panel.rater.clear()
    assert not panel.begin.isEnabled()
    QTest.keyClicks(panel.rater, "Bo")
    panel.each.setValue(2)
    qtbot.waitUntil(lambda: panel.bar.maximum() == 4)
    assert window.preferences.text("review/rater") == "Bo"


def test_without_pictures_it_says_what_to_do(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.go_to("review")
    panel = window.reviewing.panel
    qtbot.waitUntil(lambda: "Transfer some" in panel.counts.text())
    panel.choose_folder(tmp_path / "none")
    qtbot.waitUntil(lambda: "no such folder" in panel.counts.text())
    assert not panel.begin.isEnabled()
    press(window, Qt.Key.Key_F6)
    assert window.reviewing.table is None


def test_figures_join_and_files_are_written(
    window: MainWindow, pictures: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_down(window, pictures, qtbot)
    reviewing = window.reviewing
    desk = reviewing.desk
    desk.lay_out(reviewing._cards)
    for card in reviewing.deck():
        desk.rate("Ada", card, score=3)
    (tmp_path / "evaluation.json").write_text(json.dumps(EVALUATION))
    window.actions_["review-results"].trigger()
    results = reviewing.results
    assert results is not None
    reviewing.join(tmp_path / "evaluation.json")
    assert "31.42" in next(row for row in cells(results.tables[0]) if row[0] == "base")
    for name, words in (("review", "repose review"), ("page", "<!doctype html>"), ("table", "model,kind"),
                        ("ratings", "model,score")):  # fmt: skip
        place = tmp_path / f"out-{name}.txt"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, place=place: (str(place), ""))
        click(results.buttons[name])
        assert words in place.read_text()
    (tmp_path / "evaluation.json").write_text("{}")
    reviewing.join(tmp_path / "evaluation.json")
    assert results.strip.message is not None and results.strip.message.kind == "error"


def test_another_person_s_review_is_merged(
    window: MainWindow, pictures: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_down(window, pictures, qtbot)
    reviewing = window.reviewing
    reviewing.desk.lay_out(reviewing._cards)
    reviewing.desk.rate("Ada", reviewing._cards[0], score=2)
    with Project.in_memory() as other:
        away = ReviewDesk(other)
        away.lay_out(cards_in(pictures))
        away.rate("Bo", reviewing._cards[0], score=4)
        write_review(tmp_path / "bo.json", away.review())
    (tmp_path / "bad.json").write_text("{}")
    reviewing.show_results()
    results = reviewing.results
    assert results is not None
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "bad.json")], ""))
    click(results.buttons["merge"])
    assert results.strip.message is not None and "not a review" in results.strip.message.text
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "bo.json")], ""))
    click(results.buttons["merge"])
    assert "1 ratings are new" in results.strip.message.text and "Ada, Bo" in results.summary.text()
    assert reviewing.desk.cards()[reviewing._cards[0].key].picture is not None, "its picture is still known here"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "both"), ""))
    window.actions_["export-review"].trigger()
    assert len(read_review(tmp_path / "both.json").scores()) == 2


def test_pictures_made_while_the_tab_was_away_are_there(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("review")
    qtbot.waitUntil(lambda: not window.reviewing.busy)
    window.go_to("poses")
    window.actions_["transfer"].trigger()
    qtbot.waitUntil(lambda: bool(window.document.project.pictures.all()))
    window.go_to("review")
    window.reviewing.panel.rater.setText("Ada")
    qtbot.waitUntil(window.reviewing.panel.begin.isEnabled)
