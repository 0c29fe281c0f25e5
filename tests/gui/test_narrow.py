"""Where the window is narrow, the filmstrip makes room; nothing is cut off."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow


def test_the_filmstrip_makes_room_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.narrow.is_narrow and not window.film.isHidden()
    window.resize(window.minimumSizeHint().width() - 20, 600)
    qtbot.waitUntil(lambda: window.film.isHidden())
    assert window.narrow.is_narrow
    qtbot.waitUntil(lambda: window.width() >= window.minimumSizeHint().width())
    window.resize(1400, 800)
    qtbot.waitUntil(lambda: not window.film.isHidden())
    assert not window.narrow.is_narrow


def test_what_a_person_asks_for_holds(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(window.minimumSizeHint().width() - 20, 600)
    qtbot.waitUntil(lambda: window.narrow.is_narrow)
    window.actions_["filmstrip"].trigger()
    assert not window.film.isHidden() and not window.narrow.is_narrow
    window.actions_["filmstrip"].trigger()
    window.resize(1400, 800)
    qtbot.wait(20)
    assert window.film.isHidden()


def test_hidden_for_want_of_room_is_not_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(window.minimumSizeHint().width() - 20, 600)
    qtbot.waitUntil(lambda: window.narrow.is_narrow)
    window.close()
    assert window.preferences.text("window/filmstrip") == "shown"
