"""A sequence between poses, in the whole window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageSequence
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.provenance import read_provenance
from gui.dialogs.sequence import SequenceDialog, spoken_time
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, SHIFT, click, drop, press, target
from tests.gui.scripted import ScriptedBackend


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> SequenceDialog:
    """Opened by its keys; four pictures from the photo's own pose to the target pose."""
    press(window, Qt.Key.Key_Q, CTRL | SHIFT)
    opened = window.findChild(SequenceDialog)
    assert opened is not None
    qtbot.waitUntil(opened.isVisible)
    opened.frames.setValue(4)
    return opened


def drawn(dialog: SequenceDialog, qtbot: QtBot) -> None:
    click(dialog.draw_button)
    qtbot.waitUntil(lambda: dialog.flow.complete and not dialog.flow.busy)


def test_it_begins_with_the_photo_and_the_target_and_plays(
    dialog: SequenceDialog, window: MainWindow, qtbot: QtBot
) -> None:
    assert [picked.title for picked in dialog.order.poses()] == ["As in the photo", "Hands on hips"]
    assert dialog.player.playing and dialog.draw_button.isEnabled() and not dialog.save_button.isEnabled()
    place = dialog.player.place
    qtbot.waitUntil(lambda: dialog.player.place != place)
    framed = window.document.current.framed
    assert dialog._steps[0] is framed.pose and dialog._steps[-1].same_as(target(window))


def test_poses_are_added_put_in_order_and_taken_out(dialog: SequenceDialog) -> None:
    dialog.picker.search.setText("waving")
    shown = [dialog.picker.list.item(row) for row in range(dialog.picker.list.count())]
    (waving,) = [item for item in shown if not item.isHidden()]
    dialog.picker.list.setCurrentItem(waving)
    dialog.picker.list.setFocus()
    QTest.keyClick(dialog.picker.list, Qt.Key.Key_Return)
    assert [picked.title for picked in dialog.order.poses()][-1] == "Waving"
    dialog.order.shift(-1)
    assert [picked.title for picked in dialog.order.poses()] == ["As in the photo", "Waving", "Hands on hips"]
    dialog.order.setCurrentRow(0)
    dialog.order.take_out()
    dialog.order.take_out()
    assert not dialog.draw_button.isEnabled() and "two poses" in dialog.message.text()


def test_pictures_are_drawn_and_saved_in_four_kinds(
    dialog: SequenceDialog, window: MainWindow, qtbot: QtBot, backend: ScriptedBackend, tmp_path: Path
) -> None:
    drawn(dialog, qtbot)
    assert len(backend.targets) == 4 and backend.drafts == [False] * 4
    assert backend.targets[0] is dialog._steps[0] and dialog.player.playing
    for name in ("a.gif", "a.mp4", "a.webm", "pictures"):
        dialog.save(tmp_path / name)
        qtbot.waitUntil(lambda: not dialog.flow.busy)
        assert "Saved" in dialog.message.text(), dialog.message.text()
    with Image.open(tmp_path / "a.gif") as gif:
        assert sum(frame.info["duration"] for frame in ImageSequence.Iterator(gif)) == 4 * 80
    assert (tmp_path / "a.mp4").stat().st_size > 500 and (tmp_path / "a.webm").stat().st_size > 500
    assert not window.document.project.pictures.all(), "nobody asked for them in the project"
    files = sorted((tmp_path / "pictures").iterdir())
    assert [file.name for file in files] == [f"Eileen-000{number}.png" for number in range(1, 5)]
    made = read_provenance(files[2])
    assert made is not None and made.target == "As in the photo - Hands on hips, 3 / 4"
    drop(window.photo.view.viewport(), [files[2]])
    qtbot.waitUntil(lambda: window.document.aim.target.title == made.target)
    assert target(window).same_as(made.aim, tolerance=0.01), "a picture of a sequence brings its state back"


def test_numbered_pictures_come_into_the_project_where_that_is_asked(
    dialog: SequenceDialog, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    def there() -> list[str]:
        return [record.target for record in window.document.project.pictures.all() if record.kind == "sequence"]

    drawn(dialog, qtbot)
    dialog.enter.setFocus()
    QTest.keyClick(dialog.enter, Qt.Key.Key_Space)
    for name in ("a.webm", "pictures", "pictures"):
        dialog.save(tmp_path / name)
        qtbot.waitUntil(lambda: not dialog.flow.busy and not window.picture_tools.entering.busy)
    assert there() == [f"As in the photo - Hands on hips, {number} / 4" for number in range(1, 5)]
    assert {record.photo for record in window.document.project.pictures.all()} == {window.document.current.key}
    assert window.document.undo_stack.undoText() == "Put the pictures of pictures into the project"
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: not there())
    assert len(list((tmp_path / "pictures").iterdir())) == 4


def test_cancel_answers_at_once_and_a_change_begins_anew(
    dialog: SequenceDialog, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    backend.gate.clear()
    backend.rendering.clear()
    click(dialog.draw_button)
    qtbot.waitUntil(backend.rendering.is_set)
    assert dialog.cancel_button.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() and not dialog.flow.busy and dialog.draw_button.isVisible()
    backend.gate.set()
    drawn(dialog, qtbot)
    dialog.loop.click()
    assert not dialog.flow.complete and not dialog.save_button.isEnabled()


def test_a_failure_is_told_in_place(
    dialog: SequenceDialog, qtbot: QtBot, backend: ScriptedBackend, tmp_path: Path
) -> None:
    drawn(dialog, qtbot)
    (tmp_path / "file").write_text("")
    dialog.save(tmp_path / "file" / "a.gif")
    qtbot.waitUntil(lambda: not dialog.flow.busy)
    assert "file" in dialog.message.text() and "Saved" not in dialog.message.text()
    assert dialog.save_button.isEnabled()


def test_time_is_told_as_people_do() -> None:
    assert [spoken_time(seconds) for seconds in (3.4, 75, 3700)] == ["0:03", "1:15", "1:01:40"]
