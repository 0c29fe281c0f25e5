"""The gallery and the table of joints."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from engine.skeleton import Joint, JointState, Pose
from gui.library import Library, first_preset
from gui.panels.gallery import Gallery
from gui.panels.joints import JointsModel, JointsPanel
from gui.theme import Theme
from tests.gui.canvas.conftest import astronaut_pose

J = Joint


@pytest.fixture
def gallery(qtbot: QtBot, theme: Theme) -> Gallery:
    shown = Gallery(theme=theme)
    qtbot.addWidget(shown)
    shown.set_presets(Library().presets())
    shown.resize(300, 600)
    shown.show()
    return shown


def test_the_box_has_at_least_twelve_poses_to_choose_from(gallery: Gallery, qtbot: QtBot) -> None:
    assert len(gallery.presets_shown()) >= 12
    assert first_preset(gallery.presets_shown()) is not None
    model = gallery.view.model()

    def drawn(row: int) -> bool:
        icon = model.index(row, 0).data(Qt.ItemDataRole.DecorationRole)
        return icon is not None and not icon.isNull()

    qtbot.waitUntil(lambda: all(drawn(row) for row in range(12)))


def test_search_finds_by_title_and_tag(gallery: Gallery) -> None:
    QTest.keyClicks(gallery.search, "hips")
    titles = [preset.title.lower() for preset in gallery.presets_shown()]
    assert titles and all("hip" in title for title in titles)
    gallery.search.clear()
    QTest.keyClicks(gallery.search, "BACK")
    assert gallery.presets_shown() and all("back" in preset.tags for preset in gallery.presets_shown())
    gallery.search.setText("no such pose")
    assert not gallery.presets_shown() and gallery._nothing.isVisible()


def test_tags_filter(gallery: Gallery) -> None:
    button = gallery._tag_buttons["side"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert gallery.presets_shown() and all("side" in preset.tags for preset in gallery.presets_shown())
    QTest.mouseClick(gallery._tag_buttons[""], Qt.MouseButton.LeftButton)
    assert len(gallery.presets_shown()) >= 12


def test_a_click_and_the_enter_key_choose(gallery: Gallery, qtbot: QtBot) -> None:
    index = gallery.view.model().index(1, 0)
    with qtbot.waitSignal(gallery.chosen) as chosen:
        place = gallery.view.visualRect(index).center()
        QTest.mouseClick(gallery.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert chosen.args == [gallery.presets_shown()[1]]
    gallery.view.setCurrentIndex(gallery.view.model().index(2, 0))
    with qtbot.waitSignal(gallery.chosen) as chosen:
        QTest.keyClick(gallery.view, Qt.Key.Key_Return)
    assert chosen.args == [gallery.presets_shown()[2]]


def test_the_target_is_marked(gallery: Gallery) -> None:
    gallery.mark(gallery.presets_shown()[3].pose)
    assert gallery.view.currentIndex().row() == 3
    gallery.mark(None)
    assert not gallery.view.selectionModel().hasSelection()


@pytest.fixture
def model(qtbot: QtBot, theme: Theme) -> JointsModel:
    made = JointsModel(theme=theme)
    made.set_pose(astronaut_pose(), home=(88, 128))
    return made


def edits(model: JointsModel) -> list[tuple[Pose, str]]:
    heard: list[tuple[Pose, str]] = []
    model.changed.connect(lambda pose, text: heard.append((pose, text)))
    return heard


def test_eighteen_rows_say_all_of_a_joint(model: JointsModel) -> None:
    assert model.rowCount() == 18 and model.columnCount() == 5
    row = [model.index(J.RIGHT_WRIST, column).data() for column in (0, 1, 2, 4)]
    assert row == ["Right wrist", "150.0", "430.0", "0.90"]
    missing = [model.index(J.LEFT_ANKLE, column).data() for column in (0, 1, 2, 4)]
    assert missing == ["Left ankle", "–", "–", "–"]
    state = model.index(J.RIGHT_WRIST, 3)
    assert state.data(Qt.ItemDataRole.AccessibleTextRole) == "right wrist: hidden"
    assert not state.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(J.LEFT_ELBOW, 4).data() == "0.20 ?", "doubt is told by a sign"
    assert model.index(J.NOSE, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "nose: Nose"


def test_a_number_moves_a_joint(model: JointsModel) -> None:
    heard = edits(model)
    assert model.setData(model.index(J.NOSE, 1), " 230.5 ")
    pose, text = heard[0]
    assert pose.place(J.NOSE) == (230.5, 115) and text == "Move the nose"


@pytest.mark.parametrize("text", ["", "left", "nan", "inf", "1e9", "12px"])
def test_what_is_no_place_changes_nothing(model: JointsModel, text: str) -> None:
    heard = edits(model)
    assert not model.setData(model.index(J.NOSE, 2), text)
    assert not heard


def test_states_are_set_and_missing_joints_placed(model: JointsModel) -> None:
    heard = edits(model)
    model.setData(model.index(J.NOSE, 3), JointState.MISSING)
    model.setData(model.index(J.LEFT_KNEE, 3), JointState.HIDDEN)
    model.setData(model.index(J.LEFT_ANKLE, 1), "40")
    assert heard[0][0].states[J.NOSE] is JointState.MISSING
    assert heard[1][0].states[J.LEFT_KNEE] is JointState.HIDDEN and heard[1][0].place(J.LEFT_KNEE) == (88, 128)
    assert heard[2][0].place(J.LEFT_ANKLE) == (40, 128)
    assert not model.setData(model.index(J.NECK, 3), JointState.VISIBLE), "it is visible already"


def test_the_table_is_edited_by_keys(qtbot: QtBot, theme: Theme) -> None:
    panel = JointsPanel(theme=theme)
    qtbot.addWidget(panel)
    panel.model.set_pose(astronaut_pose(), home=(0, 0))
    panel.resize(320, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    heard = edits(panel.model)
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(J.NECK, 1))
    QTest.keyClick(panel.table, Qt.Key.Key_F2)
    editor = panel.table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "200")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0].place(J.NECK) == (200, 185)
    panel.table.setCurrentIndex(panel.model.index(J.NECK, 3))
    panel.table.edit(panel.model.index(J.NECK, 3))
    box = panel.table.findChild(QComboBox)
    assert box is not None and box.count() == 3
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1][0].states[J.NECK] is JointState.HIDDEN


def test_choosing_a_row_tells_the_joint(qtbot: QtBot, theme: Theme) -> None:
    panel = JointsPanel(theme=theme)
    qtbot.addWidget(panel)
    panel.model.set_pose(astronaut_pose(), home=(0, 0))
    with qtbot.waitSignal(panel.joint_chosen) as chosen:
        panel.table.selectRow(J.LEFT_HIP)
    assert chosen.args == [int(J.LEFT_HIP)]
    panel.select(-1)
    assert not panel.table.selectionModel().hasSelection()
    with qtbot.waitSignal(panel.which_changed):
        QTest.mouseClick(panel._buttons["target"], Qt.MouseButton.LeftButton)
    assert panel.which == "target"
