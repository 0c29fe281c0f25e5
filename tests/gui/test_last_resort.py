"""A failure that nothing answers for is told in the window, and in the terminal as ever."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from engine.errors import Cancelled, PictureError
from gui.last_resort import LastResort


@pytest.fixture
def earlier(monkeypatch: pytest.MonkeyPatch) -> list[BaseException | None]:
    """What those heard who stood there before."""
    heard: list[BaseException | None] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: heard.append(error))
    monkeypatch.setattr(threading, "excepthook", lambda end: heard.append(end.exc_value))
    return heard


@pytest.fixture
def resort(qtbot: QtBot, earlier: list[BaseException | None]) -> Iterator[LastResort]:
    parent = QObject()
    made = LastResort(parent)
    yield made
    made.stop()


def test_a_failure_is_told_in_the_window_and_in_the_terminal(
    qtbot: QtBot, resort: LastResort, earlier: list[BaseException | None]
) -> None:
    failure = KeyError("knee")
    with qtbot.waitSignal(resort.failed) as told:
        sys.excepthook(KeyError, failure, None)
    assert "KeyError: 'knee'" in told.args[0]
    assert earlier == [failure]


def test_what_the_engine_says_is_told_as_it_stands(qtbot: QtBot, resort: LastResort) -> None:
    with qtbot.waitSignal(resort.failed) as told:
        sys.excepthook(PictureError, PictureError("The photo is gone."), None)
    assert told.args == ["The photo is gone."]


def test_a_librarys_long_words_are_one_line_of_the_window(qtbot: QtBot, resort: LastResort) -> None:
    with qtbot.waitSignal(resort.failed) as told:
        sys.excepthook(RuntimeError, RuntimeError("CUDA error\n" * 1000), None)
    assert "CUDA error CUDA error" in told.args[0] and "\n" not in told.args[0] and len(told.args[0]) < 500


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_failure_in_another_thread_is_told_too(
    qtbot: QtBot, resort: LastResort, earlier: list[BaseException | None]
) -> None:
    def fail() -> None:
        raise OverflowError("too far")

    with qtbot.waitSignal(resort.failed) as told:
        threading.Thread(target=fail).start()
    assert "too far" in told.args[0]
    assert [type(error) for error in earlier] == [OverflowError]


def test_the_same_failure_is_told_once_in_a_while(
    qtbot: QtBot, resort: LastResort, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    resort.failed.connect(told.append)
    for error in (ValueError("one"), ValueError("one"), ValueError("two")):
        sys.excepthook(ValueError, error, None)
    qtbot.waitUntil(lambda: len(told) == 2)
    monkeypatch.setattr("gui.last_resort.QUIET_SECONDS", 0.0)
    sys.excepthook(ValueError, ValueError("two"), None)
    qtbot.waitUntil(lambda: len(told) == 3)


@pytest.mark.parametrize("end", [KeyboardInterrupt(), Cancelled()])
def test_leaving_and_cancelling_are_no_failures(
    qtbot: QtBot, resort: LastResort, earlier: list[BaseException | None], end: BaseException
) -> None:
    with qtbot.assertNotEmitted(resort.failed, wait=50):
        sys.excepthook(type(end), end, None)
    assert len(earlier) == 1


def test_who_stood_there_before_is_back_afterwards(qtbot: QtBot, earlier: list[BaseException | None]) -> None:
    before = sys.excepthook, threading.excepthook
    parent = QObject()
    resort = LastResort(parent)
    assert sys.excepthook != before[0]
    resort.stop()
    assert (sys.excepthook, threading.excepthook) == before
