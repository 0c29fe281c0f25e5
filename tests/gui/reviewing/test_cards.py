"""Cards over the screen: single keys, blind, balanced, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from engine.review_cards import cards_in
from gui.panels.reviewing.cards_window import CardsWindow
from gui.services.review_desk import ReviewDesk
from gui.theme import Theme
from tests.gui.reviewing.conftest import COUNT

KEY = Qt.Key


class Table:
    """One rater at the cards."""

    def __init__(self, qtbot: QtBot, theme: Theme, project: Project, folder: Path) -> None:
        self.desk = ReviewDesk(project)
        cards = cards_in(folder)
        self.desk.lay_out(cards)
        self.deck = self.desk.deck("Ada", cards, seed=1)
        self.window = self.open(qtbot, theme)

    def open(self, qtbot: QtBot, theme: Theme) -> CardsWindow:
        window = CardsWindow(self.desk, self.deck, rater="Ada", theme=theme)
        qtbot.addWidget(window)
        window.resize(900, 700)
        with qtbot.waitExposed(window):
            window.show()
        window.setFocus()
        self.window = window
        return window

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key)

    def score(self, at: int) -> int | None:
        said = self.desk.said("Ada").get(self.deck[at].key)
        return None if said is None else said.score

    @property
    def at(self) -> int:
        card = self.window.card
        return len(self.deck) if card is None else self.deck.index(card)


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, pictures: Path) -> Iterator[Table]:
    with Project.in_memory() as project:
        made = Table(qtbot, theme, project, pictures)
        yield made
        made.window.close()


def test_a_number_scores_and_goes_on(table: Table) -> None:
    for at, key in enumerate((KEY.Key_5, KEY.Key_1, KEY.Key_3)):
        table.key(key)
        assert table.at == at + 1
    assert [table.score(at) for at in range(4)] == [5, 1, 3, None] and table.window.bar.value() == 3


def test_nothing_on_the_card_names_its_model(table: Table) -> None:
    shown = [label.text() for label in table.window.findChildren(QLabel)]
    shown += [button.text() + button.toolTip() for button in table.window.findChildren(QPushButton)]
    shown.append(table.window.windowTitle())
    for _ in table.deck:
        assert not [text for text in shown if "base" in text or "ours" in text]
        table.key(KEY.Key_3)


def test_accepting_and_rejecting_keep_the_card(table: Table) -> None:
    table.key(KEY.Key_Y)
    assert table.at == 0 and table.window.accept.isChecked()
    table.key(KEY.Key_X)
    assert table.window.reject.isChecked() and not table.window.accept.isChecked()
    table.key(KEY.Key_4)
    said = table.desk.said("Ada")[table.deck[0].key]
    assert (said.score, said.accepted) == (4, False)


def test_a_note_is_typed_without_scoring(table: Table) -> None:
    table.key(KEY.Key_N)
    assert table.window.note.hasFocus()
    QTest.keyClicks(table.window.note, "y5 z")
    table.key(KEY.Key_Return)
    assert table.desk.said("Ada")[table.deck[0].key].note == "y5 z" and table.at == 0
    assert table.window.shown_note.text() == "y5 z" and table.score(0) is None
    table.key(KEY.Key_N)
    QTest.keyClicks(table.window.note, " more")
    table.key(KEY.Key_Escape)
    assert table.desk.said("Ada")[table.deck[0].key].note == "y5 z" and table.window.isVisible()


def test_z_takes_back_step_by_step(table: Table) -> None:
    table.key(KEY.Key_2)
    table.key(KEY.Key_Y)
    table.key(KEY.Key_5)
    table.key(KEY.Key_Z)
    assert table.at == 1 and table.score(1) is None and table.window.accept.isChecked()
    table.key(KEY.Key_Z)
    assert table.at == 1 and not table.window.accept.isChecked()
    table.key(KEY.Key_Z)
    assert table.at == 0 and table.score(0) is None and not table.window.back.isEnabled()
    table.key(KEY.Key_Z)
    assert table.at == 0


def test_looking_back_and_scoring_anew(table: Table) -> None:
    table.key(KEY.Key_2)
    table.key(KEY.Key_2)
    table.key(KEY.Key_Left)
    table.key(KEY.Key_Left)
    assert table.at == 0 and table.window.scores[2].isChecked()
    table.key(KEY.Key_4)
    assert table.score(0) == 4 and table.at == 2, "on to the next that has none"
    assert len(table.desk.review().scores()) == 2


def test_the_end_and_going_on_another_day(table: Table, qtbot: QtBot, theme: Theme) -> None:
    for _ in range(3):
        table.key(KEY.Key_4)
    with qtbot.waitSignal(table.window.left):
        table.key(KEY.Key_Escape)
    table.open(qtbot, theme)
    assert table.at == 3, "where it was left"
    for _ in range(2 * COUNT - 3):
        table.key(KEY.Key_4)
    assert table.window.card is None and "Thank you" in table.window.title.text()
    table.key(KEY.Key_5)
    assert len(table.desk.review().scores()) == 2 * COUNT, "behind the last card nothing is scored"
    table.key(KEY.Key_Left)
    assert table.at == 2 * COUNT - 1


def test_buttons_do_what_the_keys_do(table: Table) -> None:
    QTest.mouseClick(table.window.scores[3], Qt.MouseButton.LeftButton)
    assert table.score(0) == 3 and table.at == 1
    QTest.mouseClick(table.window.reject, Qt.MouseButton.LeftButton)
    assert table.desk.said("Ada")[table.deck[1].key].accepted is False
    QTest.mouseClick(table.window.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(table.window.back, Qt.MouseButton.LeftButton)
    assert table.at == 0 and table.score(0) is None


def test_pictures_come_and_a_missing_one_is_said(table: Table, qtbot: QtBot) -> None:
    pair = table.window.pair
    qtbot.waitUntil(lambda: pair._picture is not None and not pair._picture.isNull())
    for card in table.deck[1:2]:
        assert card.picture is not None
        card.picture.write_bytes(b"no picture")
    table.key(KEY.Key_Right)
    qtbot.waitUntil(lambda: pair._picture is not None)
    table.window.grab()
