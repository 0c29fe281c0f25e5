"""A folder at work in the window: listed at once, people found in the background, keys and states."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from engine.project.records import PhotoState
from gui.document import Photo, Stage
from gui.loaded_project import load_project
from gui.main_window import MainWindow
from tests.e2e.hands import CTRL, click, drop, press, strip_text
from tests.gui.annotating.conftest import COUNT
from tests.gui.canvas.conftest import astronaut_pose
from tests.gui.conftest import MakeWindow
from tests.gui.scripted import ScriptedBackend

KEY = Qt.Key


def own(window: MainWindow) -> list[Photo]:
    return [photo for photo in window.document if not photo.demo]


def current(window: MainWindow) -> str:
    photo = window.document.current
    assert photo is not None
    return photo.title


def begin(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    window.annotating.open_folder(folder)
    qtbot.waitUntil(lambda: current(window) == "p0" and own(window)[0].picture is not None)


def test_all_photos_are_listed_at_once_and_found_in_the_background(
    window: MainWindow, folder: Path, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    window.annotating.open_folder(folder)
    assert [photo.title for photo in own(window)] == [f"p{index}" for index in range(COUNT)]
    assert current(window) == "p0" and window.annotating.mode
    assert window.filmstrip.count() == COUNT
    qtbot.waitUntil(lambda: all(photo.people.poses for photo in own(window)))
    assert [photo.title for photo in own(window) if photo.picture is not None] == ["p0"], "pixels are not kept"
    assert window.annotating.folders.left == 0
    window.annotating.open_folder(folder)
    assert len(own(window)) == COUNT, "none is listed twice"


def test_the_photo_on_screen_comes_first(
    window: MainWindow, folder: Path, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    found: list[str] = []
    window.document.people_changed.connect(
        lambda key: found.extend(photo.title for photo in own(window) if photo.key == key)
    )
    begin(window, folder, qtbot)
    qtbot.waitUntil(lambda: "p0" in found)
    backend.gate.clear()
    qtbot.waitUntil(lambda: window.service.busy)
    window.document.make_current(own(window)[4].key)
    backend.gate.set()
    qtbot.waitUntil(lambda: len(set(found)) == COUNT)
    assert found.index("p4") <= 2, found


def test_folders_without_photos_change_nothing(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "empty", tmp_path / "none"):
        window.annotating.open_folder(place)
        assert str(place) in strip_text(window.photo) and not own(window) and not window.annotating.mode


def test_a_dropped_folder_is_listed(window: MainWindow, folder: Path) -> None:
    drop(window, [folder])
    assert len(own(window)) == COUNT and not window.annotating.mode, "a drop does not set the window up anew"


def test_a_photo_that_cannot_be_read_does_not_hold_up_the_others(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    (folder / "p2.png").write_bytes(b"no photo")
    begin(window, folder, qtbot)
    qtbot.waitUntil(lambda: all(photo.people.poses or photo.stage is Stage.FAILED for photo in own(window)))
    assert [photo.title for photo in own(window) if photo.stage is Stage.FAILED] == ["p2"]


def test_keys_go_through_the_photos(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    begin(window, folder, qtbot)
    window.photo.view.setFocus()
    for key, title in ((KEY.Key_D, "p1"), (KEY.Key_D, "p2"), (KEY.Key_A, "p1")):
        press(window, key)
        assert current(window) == title
    press(window, KEY.Key_Return, CTRL)
    assert own(window)[1].state is PhotoState.DONE and current(window) == "p2"
    press(window, KEY.Key_U, CTRL)
    assert own(window)[2].state is PhotoState.DOUBTFUL and current(window) == "p2"
    press(window, KEY.Key_R, CTRL)
    assert own(window)[2].state is PhotoState.REJECTED
    assert [keys.toString() for keys in window.actions_["done-next"].shortcuts()] == ["Ctrl+Return", "Ctrl+Enter"]
    press(window, KEY.Key_A)
    press(window, KEY.Key_D, CTRL)
    assert current(window) == "p3", "p2 is rejected"
    assert len(window.filmstrip.selected_keys()) == 1, "Ctrl selects nothing more here"
    press(window, KEY.Key_Z, CTRL)
    assert own(window)[2].state is PhotoState.DOUBTFUL and current(window) == "p2", "what is undone is looked at"
    assert window.annotating.queue.counts()[PhotoState.DONE] == 1


def test_ctrl_return_has_one_meaning_at_a_time(
    window: MainWindow, folder: Path, qtbot: QtBot, backend: ScriptedBackend
) -> None:
    begin(window, folder, qtbot)
    actions = window.actions_
    assert actions["done-next"].isEnabled() and not actions["transfer"].isEnabled()
    assert window.target.isHidden() and window.picture.isHidden()
    press(window, KEY.Key_F7)
    assert not window.annotating.mode and not window.target.isHidden()
    assert not actions["done-next"].isEnabled() and actions["transfer"].isEnabled()
    qtbot.waitUntil(lambda: own(window)[0].is_framed)
    press(window, KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: own(window)[0].result is not None)
    assert own(window)[0].state is PhotoState.UNTOUCHED


def test_the_end_of_the_list_is_said(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    begin(window, folder, qtbot)
    window.annotating.states.mark(own(window)[1:], PhotoState.DONE)
    window.annotating.states.mark([photo for photo in window.document if photo.demo], PhotoState.DONE)
    press(window, KEY.Key_Return, CTRL)
    assert all(photo.state is PhotoState.DONE for photo in own(window)) and current(window) == "p0"


def test_buttons_say_and_show_the_state(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    begin(window, folder, qtbot)
    buttons = window.annotating.buttons
    click(buttons.button(PhotoState.DOUBTFUL))
    assert own(window)[0].state is PhotoState.DOUBTFUL and buttons.button(PhotoState.DOUBTFUL).isChecked()
    assert not buttons.button(PhotoState.UNTOUCHED).isChecked()
    click(buttons.done)
    assert own(window)[0].state is PhotoState.DONE and current(window) == "p1"
    assert buttons.button(PhotoState.UNTOUCHED).isChecked()


def test_the_menu_filters_and_the_bar_counts(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    begin(window, folder, qtbot)
    bar = window.annotating.column.bar
    window.annotating.states.mark(own(window)[:2], PhotoState.DONE)
    qtbot.waitUntil(lambda: bar.label.text() == f"2 / {COUNT}")
    choose(bar.menu, "Done\t2")
    assert [window.filmstrip.film.index(row).data() for row in range(window.filmstrip.count())] == ["p0", "p1"]
    choose(bar.menu, "Done\t2")
    choose(bar.menu, "Rejected\t0")
    assert window.filmstrip.count() == 0 and window.annotating.column.nothing.isVisible()
    choose(bar.menu, "All photos")
    choose(bar.menu, "By state")
    assert window.filmstrip.film.index(window.filmstrip.count() - 1).data() == "p1"


def choose(menu: QMenu, text: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_a_row_is_spoken_and_clicked(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    begin(window, folder, qtbot)
    window.annotating.states.mark(own(window)[1:2], PhotoState.DOUBTFUL)
    strip = window.filmstrip
    index = strip.film.index_of(own(window)[1].key)
    assert "doubtful" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    strip.scrollTo(index)
    place = strip.visualRect(index).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert current(window) == "p1"
    QTest.keyClick(strip, KEY.Key_Down)
    assert current(window) == "p2"


def test_the_next_photo_is_read_ahead(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    begin(window, folder, qtbot)
    qtbot.waitUntil(lambda: folder / "p1.png" in window.loader.ahead.kept())
    press(window, KEY.Key_D)
    qtbot.waitUntil(lambda: own(window)[1].picture is not None)
    qtbot.waitUntil(lambda: folder / "p2.png" in window.loader.ahead.kept())
    (folder / "p2.png").write_bytes((folder / "p4.png").read_bytes())
    press(window, KEY.Key_D)
    qtbot.waitUntil(lambda: own(window)[2].picture is not None)
    assert own(window)[2].sha256 == read_sha(folder / "p4.png"), "a file that changed meanwhile is read anew"


def read_sha(path: Path) -> str:
    from engine.provenance import file_sha256

    return file_sha256(path)


def test_states_are_in_the_project(make_window: MakeWindow, folder: Path, qtbot: QtBot) -> None:
    window = make_window()
    begin(window, folder, qtbot)
    window.annotating.flow.mark(PhotoState.DOUBTFUL)
    project = window.document.project
    assert project.photos.counts()[PhotoState.DOUBTFUL] == 1


def test_what_was_found_is_written_into_its_own_project(
    window: MainWindow, folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(window, folder, qtbot)
    photo = own(window)[3]
    other = Project.create(tmp_path / "other.repose")
    strangers = other.photos.add_all([tmp_path / f"{index}.jpg" for index in range(9)])
    assert photo.key in strangers, "numbers are a project's own"
    window.annotating.folders._on_people(photo, (astronaut_pose(),), 0.0)
    window.document.show_project(load_project(other, demos={}))
    assert not other.photos.detected(photo.key)


def test_nobody_annotates_the_demo_people(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    titles = [photo.title for photo in window.document if photo.demo]
    begin(window, folder, qtbot)
    assert window.filmstrip.count() == len(own(window)), "they are out of the list while others are annotated"
    press(window, KEY.Key_A)
    assert current(window) == "p0"
    press(window, KEY.Key_N)
    assert current(window) not in titles
    press(window, KEY.Key_F7)
    assert window.filmstrip.count() == len(own(window)) + len(titles)
    window.document.make_current(next(photo.key for photo in window.document if photo.demo))
    press(window, KEY.Key_F7)
    assert current(window) not in titles, "a photo of one's own is open then"


def test_what_is_said_of_one_is_said_of_all_that_are_selected(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    begin(window, folder, qtbot)
    strip = window.filmstrip
    strip.setFocus()
    for _ in range(2):
        QTest.keyClick(strip, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert current(window) == "p2" and len(strip.selected_keys()) == 3
    press(window, KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    states = [photo.state for photo in own(window)]
    assert states == [PhotoState.DONE] * 3 + [PhotoState.UNTOUCHED] * 2
    window.actions_["undo"].trigger()
    assert {photo.state for photo in own(window)} == {PhotoState.UNTOUCHED}, "one step"
    assert len(strip.selected_keys()) == 3
    window.actions_["close-photo"].trigger()
    assert [photo.title for photo in own(window)] == ["p3", "p4"] and current(window) == "p3"
    window.actions_["undo"].trigger()
    assert [photo.title for photo in own(window)] == [f"p{index}" for index in range(COUNT)]
