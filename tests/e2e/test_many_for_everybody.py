"""The windows for many pictures and for their judges, without a mouse and without eyes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.batch import BatchDialog
from gui.dialogs.sequence import SequenceDialog
from gui.dialogs.sheet import SheetDialog
from gui.flows.batches import BatchState
from gui.main_window import MainWindow
from gui.panels.player import Player
from tests.e2e.hands import CTRL, SHIFT, press
from tests.e2e.test_for_everybody import name_of, nameless, next_of, picture_of, takes_keys, walk

KEY = Qt.Key
OPENING = {
    "sequence": (KEY.Key_Q, SequenceDialog),
    "batch": (KEY.Key_B, BatchDialog),
    "sheet": (KEY.Key_K, SheetDialog),
}


def opened(window: MainWindow, name: str, qtbot: QtBot) -> QDialog:
    key, kind = OPENING[name]
    press(window, key, CTRL | SHIFT)
    dialog = window.findChild(kind)
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def typed(root: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key to whatever has the keyboard in a window."""
    QTest.keyClick(root.focusWidget() or root, key, keys)


def tab_to(root: QWidget, wanted: QWidget) -> None:
    """Tab until the keyboard is there, as a person does."""
    for _ in range(60):
        if root.focusWidget() is wanted:
            return
        typed(root, KEY.Key_Tab)
    raise AssertionError(f"Tab does not come to {name_of(wanted)}")


def unseen(root: QWidget) -> list[str]:
    """What looks the same whether it has the keyboard or not; a window itself has it where nothing in it has."""
    found = [widget for widget in takes_keys(root) if widget.isVisible() and widget.isEnabled() and widget is not root]
    found = [widget for widget in found if not widget.visibleRegion().isEmpty()]
    dull = []
    for widget in found:
        elsewhere = next(other for other in found if other is not widget)
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        before = picture_of(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.hasFocus() and picture_of(widget) == before:
            dull.append(f"{type(widget).__name__} {name_of(widget)}")
    return dull


def mute(root: QWidget) -> list[str]:
    """What can be used, but Tab never comes by."""
    first = next(widget for widget in takes_keys(root) if widget.isVisible() and widget.isEnabled())
    first.setFocus(Qt.FocusReason.TabFocusReason)
    around = walk(root)
    return [
        f"{type(widget).__name__} {name_of(widget)}"
        for widget in takes_keys(root)
        if widget.isVisible() and widget.isEnabled() and widget not in around
    ]


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("name", OPENING)
def test_every_control_has_a_name_and_shows_the_keyboard(
    window: MainWindow, name: str, choice: str, qtbot: QtBot
) -> None:
    window.controller.choose_theme(choice)
    qtbot.waitUntil(lambda: not window.controller.theme.changing)
    dialog = opened(window, name, qtbot)
    qtbot.waitUntil(lambda: not window.controller.theme.changing)
    for player in dialog.findChildren(Player):
        player.play(False)  # what moves by itself looks different each time
    assert not nameless(dialog) and not mute(dialog)
    assert not unseen(dialog)


def places(order: list[QWidget], *wanted: QWidget) -> list[int]:
    return [next(at for at, widget in enumerate(order) if widget is one or one.isAncestorOf(widget)) for one in wanted]


def test_tab_goes_as_the_eye_goes_in_a_sequence(window: MainWindow, qtbot: QtBot) -> None:
    sequence = opened(window, "sequence", qtbot)
    assert isinstance(sequence, SequenceDialog)
    sequence.picker.search.setFocus()
    found = places(walk(sequence), sequence.picker.list, sequence.order, sequence.frames, sequence.rate,
                   sequence.background, sequence.loop, sequence.player, sequence.draw_button)  # fmt: skip
    assert found == sorted(found)


def test_tab_goes_as_the_eye_goes_in_a_batch(window: MainWindow, qtbot: QtBot) -> None:
    batch = opened(window, "batch", qtbot)
    assert isinstance(batch, BatchDialog)
    batch.photos.list.setFocus()
    found = places(walk(batch), batch.photos, batch.poses.search, batch.poses.list, batch.models, batch.background,
                   batch.folder)  # fmt: skip
    assert found == sorted(found)


def test_a_batch_with_the_keyboard_alone(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(window, "batch", qtbot)
    assert isinstance(dialog, BatchDialog)
    tab_to(dialog, dialog.photos.list)
    typed(dialog, KEY.Key_Space)
    typed(dialog, KEY.Key_Right)
    typed(dialog, KEY.Key_Space)
    tab_to(dialog, dialog.poses.search)
    QTest.keyClicks(dialog.poses.search, "waving")
    typed(dialog, KEY.Key_Return)
    assert dialog.flow.state is BatchState.NONE, "Return in the search is no start"
    assert [preset.name for preset in dialog.poses.chosen()] == ["waving"], "it takes the pose that was found"
    assert dialog.focusWidget() is dialog.poses.list
    tab_to(dialog, dialog.folder)
    dialog.folder.selectAll()
    QTest.keyClicks(dialog.folder, str(tmp_path / "out"))
    assert "2 photos × 1 poses = 2 pictures" in dialog.count.text()
    tab_to(dialog, dialog.start_button)
    typed(dialog, KEY.Key_Space)
    assert dialog.focusWidget() is dialog.pause_button, "nothing that is asked in passing takes the pictures out"
    qtbot.waitUntil(lambda: dialog.flow.state is BatchState.FINISHED)
    assert dialog.focusWidget() is dialog.review_button, "what comes next has the keyboard"
    assert not nameless(dialog) and not mute(dialog) and not unseen(dialog), "the page of a batch at work too"
    dialog.review_button.setFocus()
    tab_to(dialog, dialog.review_button)
    typed(dialog, KEY.Key_Space)
    panel = window.reviewing.panel
    qtbot.waitUntil(lambda: "2 pictures" in panel.counts.text())
    assert window.focusWidget() is panel.rater
    QTest.keyClicks(panel.rater, "Ada")
    tab_to(window, panel.begin)
    typed(window, KEY.Key_Space)
    table = window.reviewing.table
    assert table is not None
    assert not nameless(table) and not mute(table) and not unseen(table)
    assert "2" in table.accessibleDescription(), "what card it is can be heard"
    table.setFocus()
    for key in (KEY.Key_4, KEY.Key_2, KEY.Key_Escape):
        QTest.keyClick(table, key)
    tab_to(window, panel.results)
    typed(window, KEY.Key_Space)
    results = window.reviewing.results
    assert results is not None and not nameless(results) and not mute(results) and not unseen(results)


def test_a_sequence_with_the_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, "sequence", qtbot)
    assert isinstance(dialog, SequenceDialog)
    tab_to(dialog, dialog.picker.search)
    QTest.keyClicks(dialog.picker.search, "waving")
    typed(dialog, KEY.Key_Return)
    typed(dialog, KEY.Key_Return)
    assert [picked.title for picked in dialog.order.poses()][2:] == ["Waving"], "found, then added"
    assert not dialog.flow.busy, "adding a pose is no drawing"
    tab_to(dialog, dialog.order)
    typed(dialog, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [picked.title for picked in dialog.order.poses()][1] == "Waving")
    typed(dialog, KEY.Key_Delete)
    qtbot.waitUntil(lambda: len(dialog.order.poses()) == 2)
    dialog.frames.setValue(3)
    tab_to(dialog, dialog.draw_button)
    typed(dialog, KEY.Key_Space)
    qtbot.waitUntil(lambda: dialog.flow.complete and not dialog.flow.busy)
    assert dialog.focusWidget() is dialog.save_button, "what comes next has the keyboard"


def test_a_screen_reader_hears_what_happens(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, "batch", qtbot)
    assert isinstance(dialog, BatchDialog)
    assert next_of(dialog.photos.list) is not None
    for widget in (dialog.photos.list, dialog.poses.list, dialog.models, dialog.folder, dialog.background):
        assert name_of(widget)
    model = dialog.photos.list.model()
    names = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert len(names) == 2 and all(names)
