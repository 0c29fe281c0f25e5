"""Long work in steps between the window's events, and a theme that comes that way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.panels.strip import Strip
from gui.theme import DARK, LIGHT, Theme, colours_of, palette_of
from gui.turns import Turns, polished


def steps(into: list[str], *names: str) -> Iterator[None]:
    for name in names:
        into.append(name)
        yield


def test_steps_are_done_in_order_and_events_come_between(qtbot: QtBot) -> None:
    done: list[str] = []
    turns = Turns()

    def slow() -> Iterator[None]:
        done.append("one")
        qtbot.wait(6)
        yield
        done.append("two")
        yield

    QTimer.singleShot(0, lambda: done.append("event"))
    turns.begin(slow())
    turns.begin(steps(done, "three"))
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == ["event", "one", "two", "three"] or done == ["one", "event", "two", "three"]


def test_what_is_left_can_be_done_at_once_or_given_up() -> None:
    done: list[str] = []
    turns = Turns()
    turns.begin(steps(done, "a", "b"))
    turns.finish()
    assert done == ["a", "b"]
    assert not turns.busy
    turns.begin(steps(done, "c"))
    turns.give_up()
    assert not turns.busy
    assert done == ["a", "b"]


def test_a_step_that_fails_ends_its_own_work_alone() -> None:
    done: list[str] = []
    turns = Turns()

    def bad() -> Iterator[None]:
        yield
        raise ValueError("no")

    turns.begin(bad())
    turns.begin(steps(done, "after"))
    with pytest.raises(ValueError, match="no"):
        turns.finish()
    turns.finish()
    assert done == ["after"]


def test_everything_in_a_widget_is_polished(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    layout = QVBoxLayout(root)
    for _ in range(20):
        layout.addWidget(QPushButton("x"))
    assert len(list(polished(root))) > 2


def test_both_themes_can_be_told_from_their_palettes() -> None:
    assert colours_of(palette_of(LIGHT)) is LIGHT
    assert colours_of(palette_of(DARK)) is DARK


def test_another_theme_reaches_widgets_listeners_and_more_work(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    told: list[object] = []
    worked: list[str] = []
    qtbot.addWidget(window)
    label = QLabel("x", window)
    strip = Strip("warning", parent=window)
    with qtbot.waitExposed(window):
        window.show()

    def listen() -> None:
        told.append(theme.colours)
        theme.work(steps(worked, "one", "two"))

    theme.changed.connect(listen)
    theme.choose("dark")
    assert theme.colours is DARK
    assert theme.changing
    assert not told, "listeners hear of it in a turn of their own"
    qtbot.waitUntil(lambda: not theme.changing)
    assert told == [DARK]
    assert worked == ["one", "two"]
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text
    assert strip.palette().color(QPalette.ColorRole.WindowText).name() == DARK.warning


def test_a_theme_that_is_chosen_while_another_comes_is_the_one_that_holds(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    theme.choose("dark")
    theme.choose("light")
    qtbot.waitUntil(lambda: not theme.changing)
    assert theme.colours is LIGHT
    assert colours_of(window.palette()) is LIGHT
