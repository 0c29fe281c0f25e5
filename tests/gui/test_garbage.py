"""Forgotten widgets are taken apart on the window's thread, between two events."""

from __future__ import annotations

import gc
import sys
import threading
import types
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.garbage import GarbageTurn


@pytest.fixture
def turn(qtbot: QtBot) -> Iterator[GarbageTurn]:
    parent = QObject()
    yield GarbageTurn(parent)
    gc.unfreeze()


def forget_a_widget(gone: list[int]) -> None:
    """A widget that nothing holds but itself; `gone` hears in which thread it went."""
    widget = QWidget()
    widget.itself = widget  # type: ignore[attr-defined]
    widget.last_word = LastWord(gone)  # type: ignore[attr-defined]


class LastWord:
    def __init__(self, gone: list[int]) -> None:
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


def make_much_garbage() -> None:
    for _ in range(20_000):
        cycle: list[object] = []
        cycle.append(cycle)


def test_another_threads_garbage_leaves_widgets_alone(turn: GarbageTurn, qtbot: QtBot) -> None:
    gone: list[int] = []
    forget_a_widget(gone)
    worker = threading.Thread(target=make_much_garbage)
    worker.start()
    worker.join()
    assert not gone
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.get_ident()]


def test_what_modules_bring_is_set_aside(turn: GarbageTurn, monkeypatch: pytest.MonkeyPatch) -> None:
    before = gc.get_freeze_count()
    monkeypatch.setitem(sys.modules, "a_new_module", types.ModuleType("a_new_module"))
    turn.look()
    assert gc.get_freeze_count() > before
