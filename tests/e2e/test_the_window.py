"""The window itself: menus, palette, colours, what it remembers, what a screen reader hears."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QGraphicsView, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from gui.actions import TABLE
from gui.dialogs.about import AboutDialog
from gui.dialogs.command_palette import CommandPalette, matches
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.main_window import MainWindow
from gui.theme import DARK, LIGHT, Colours
from tests.e2e.hands import CTRL, SHIFT, press, strip_text


def test_every_action_is_in_a_menu_and_no_shortcut_is_taken_twice(window: MainWindow) -> None:
    in_menus = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert all(action in in_menus for _, action in window.actions_.specs())
    keys = [(key.toString(), spec.id) for spec, action in window.actions_.specs() for key in action.shortcuts()]
    shared = {name for key, name in keys if sum(key == other for other, _ in keys) > 1}
    # The two that share their keys are never possible at the same time.
    assert shared <= {"transfer", "done-next"}
    assert not all(window.actions_[name].isEnabled() for name in ("transfer", "done-next"))
    assert len({spec.id for spec in TABLE}) == len(TABLE)


def test_the_palette_finds_and_runs(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_P, CTRL | SHIFT)
    palette = window.findChild(CommandPalette)
    assert palette is not None and palette.isVisible()
    QTest.keyClicks(palette.search, "skeleton over")
    assert palette.titles()[0] == "Picture › Skeleton over the picture"
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.picture.view.target_shown()


def test_the_palette_passes_over_what_is_not_possible(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_P, CTRL | SHIFT)
    palette = window.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(palette.search, "edit undo")
    assert palette.titles() == ["Edit › Undo"] and palette.current() is None
    palette.search.setText("edit")
    first = palette.current()
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.current() is not None and palette.current() is not first
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert not palette.isVisible()


@pytest.mark.parametrize(("words", "text", "found"), [("tr", "Transfer", True), ("op ph", "Open photo…", True),
                                                      ("xq", "Transfer", False), ("", "anything", True)])
def test_a_few_letters_are_enough(words: str, text: str, found: bool) -> None:
    assert matches(words, text) is found


def test_pages_about_the_program(window: MainWindow) -> None:
    window.actions_["about"].trigger()
    about = window.findChild(AboutDialog)
    assert about is not None and not about.isModal()
    press(window, Qt.Key.Key_F1)
    keys = window.findChild(ShortcutsDialog)
    assert keys is not None and not keys.isModal()
    about.close()
    keys.close()


def test_light_dark_and_remembered(window: MainWindow, make_window, qtbot: QtBot) -> None:
    theme = window.controller.theme
    window.actions_["theme-dark"].trigger()
    assert theme.colours is DARK and window.actions_["theme-dark"].isChecked()
    qtbot.waitUntil(lambda: not theme.changing)
    assert QApplication.palette().window().color().name() == DARK.pane
    assert window.target.view.colours.accent == QColor(DARK.accent)
    assert window.preferences.text("theme") == "dark"
    window.actions_["theme-light"].trigger()
    assert theme.colours is LIGHT and not window.actions_["theme-dark"].isChecked()


def luminance(name: str) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    colour = QColor(name)
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF())


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(colours: Colours) -> None:
    for ground in (colours.window, colours.pane, colours.base, colours.raised, colours.canvas, colours.selection):
        assert contrast(colours.text, ground) >= 7
    for ground in (colours.window, colours.pane, colours.base, colours.raised):
        assert contrast(colours.muted, ground) >= 4.5
    assert contrast(colours.accent_text, colours.accent) >= 4.5
    assert contrast(colours.accent_text, colours.accent_hover) >= 4.5
    assert contrast(colours.error, colours.error_ground) >= 4.5
    assert contrast(colours.warning, colours.warning_ground) >= 4.5
    assert contrast(colours.text, colours.info_ground) >= 7
    assert contrast(colours.accent, colours.pane) >= 3
    assert contrast(colours.strong_border, colours.pane) >= 2.9


def test_everything_has_a_name_for_a_screen_reader(window: MainWindow) -> None:
    for kind in (QAbstractButton, QAbstractItemView, QGraphicsView, QLineEdit, QMenu):
        for widget in window.findChildren(kind):
            if widget.isVisible() and not widget.objectName().startswith("qt_"):
                said = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
                assert said or widget.toolTip(), f"{type(widget).__name__} {widget.objectName()}"


def test_the_keyboard_reaches_every_part(window: MainWindow) -> None:
    for key, widget in (
        (Qt.Key.Key_1, window.photo.view),
        (Qt.Key.Key_2, window.target.view),
        (Qt.Key.Key_3, window.picture.view),
        (Qt.Key.Key_4, window.gallery.view),
        (Qt.Key.Key_5, window.joints.table),
        (Qt.Key.Key_F, window.gallery.search),
    ):
        press(window, key, CTRL)
        assert window.focusWidget() is widget


def test_the_table_of_joints_follows_the_pane(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_1, CTRL)
    assert window.joints.which == "photo" and window.joints.model.index(0, 1).data() == "223.0"
    press(window, Qt.Key.Key_2, CTRL)
    assert window.joints.which == "target" and window.joints.model.index(0, 1).data() != "223.0"
    press(window, Qt.Key.Key_5, CTRL)
    window.joints.table.selectRow(4)
    assert window.target.view.current_joint() == 4
    window.joints.model.setData(window.joints.model.index(4, 1), "12.5")
    assert window.document.target_pose().points[4, 0] == 12.5
    window.document.undo_stack.undo()
    assert window.document.target_pose().points[4, 0] != 12.5


def test_recent_photos_and_the_window_are_remembered(
    window: MainWindow, make_window, qtbot: QtBot, astronaut_file: Path
) -> None:
    window.controller.files.open_paths([astronaut_file])
    qtbot.waitUntil(lambda: window.document.current.title == "astronaut")
    window.resize(900, 700)
    # There is no room for the filmstrip; a person shows and hides it all the same.
    qtbot.waitUntil(lambda: window.narrow.is_narrow)
    window.actions_["filmstrip"].trigger()
    assert not window.film.isHidden()
    window.actions_["filmstrip"].trigger()
    window.actions_["dock"].trigger()
    assert window.film.isHidden() and window.dock.isHidden()
    window.close()
    again = make_window(filled=False, size=None)
    assert (again.width(), again.height()) == (900, 700)
    assert again.film.isHidden() and again.dock.isHidden()
    again.recent_menu.aboutToShow.emit()
    entry = again.recent_menu.actions()[0]
    assert entry.text() == str(astronaut_file)
    entry.trigger()
    qtbot.waitUntil(lambda: again.document.current is not None and again.document.current.title == "astronaut")


def test_a_photo_given_at_the_start_is_opened(make_window, qtbot: QtBot, astronaut_file: Path) -> None:
    window = make_window(photo=astronaut_file)
    qtbot.waitUntil(lambda: window.document.current is not None and window.document.current.title == "astronaut")
    assert [photo.title for photo in window.document] == ["Eileen", "Mirrored", "astronaut"]


def test_zoom_goes_to_the_pane_that_is_used(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2, CTRL)
    before, photo = window.target.view.zoom(), window.photo.view.zoom()
    window.actions_["zoom-in"].trigger()
    assert window.target.view.zoom() == pytest.approx(before * 1.25) and window.photo.view.zoom() == photo
    press(window, Qt.Key.Key_0, CTRL)
    assert window.target.view.zoom() == pytest.approx(before)


def test_the_status_bar_says_what_runs_and_where(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.status._device.text() == "CPU (2 threads)")
    assert window.status._models.text() == "pose · patn"
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.status.text().startswith("Picture drawn in"))


def test_a_photo_that_cannot_be_opened_at_the_start(make_window, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(photo=tmp_path / "gone.jpg")
    qtbot.waitUntil(lambda: strip_text(window.photo) != "")
    assert "gone.jpg" in strip_text(window.photo) and window.document.current.title == "Eileen"
