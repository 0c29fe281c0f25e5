"""Every change of a pose is one step that can be taken back, and the document says what it shows."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.framing import frame_person
from engine.skeleton import Joint, JointState, Pose, bone_lengths
from gui.commands import PoseEditor, with_joint_of
from gui.document import Aim, Document, Photo, Result, Stage
from gui.services.backend import FramedPerson, RenderedPerson
from tests.gui.canvas.conftest import astronaut_pose

J = Joint


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document()


@pytest.fixture
def editor(document: Document) -> PoseEditor:
    return PoseEditor(document)


@pytest.fixture
def photo(document: Document, astronaut: np.ndarray) -> Photo:
    """The open photo, with two people found and the main one framed."""
    made = document.add_photo(None, title="astronaut")
    document.set_picture(made, astronaut, sha256="")
    document.make_current(made.key)
    pose = astronaut_pose()
    document.set_detected(made, (pose, pose.moved(150, 0)))
    framing = frame_person((512, 512), pose)
    document.set_framed(made, FramedPerson(framing.frame(astronaut), framing.to_frame(pose)))
    return made


def standing() -> Pose:
    pose = astronaut_pose()
    return pose.with_points(pose.points * 0.3 + (20, 10))


def test_edit_undo_redo(document, editor, photo) -> None:
    before = photo.people.pose
    after = before.moved(5, 0, joints=[J.NOSE])
    editor.edit_photo_pose(after, text="Move nose")
    assert photo.people.pose.same_as(after)
    assert document.undo_stack.undoText() == "Move nose"
    document.undo_stack.undo()
    assert photo.people.pose.same_as(before)
    document.undo_stack.redo()
    assert photo.people.pose.same_as(after)


def test_one_more_person_and_one_less(document, editor, photo) -> None:
    before = photo.people
    editor.add_person(standing(), text="Draw another person")
    assert len(photo.people.poses) == 3 and photo.people.pose.same_as(standing())
    editor.pick_person(1)
    editor.remove_person()
    assert len(photo.people.poses) == 2 and photo.people.main == 1 and photo.people.pose.same_as(standing())
    editor.remove_person()
    editor.remove_person()
    assert photo.people.poses == () and photo.people.pose is None
    editor.remove_person()
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert photo.people.main == before.main
    for pose, old in zip(photo.people.poses, before.poses, strict=True):
        assert pose.same_as(old)


def test_nudges_in_a_row_are_one_step(document, editor, photo) -> None:
    before = photo.people.pose
    for _ in range(7):
        editor.edit_photo_pose(photo.people.pose.moved(1, 0, joints=[J.NOSE]), text="Nudge nose", merge="Nudge nose")
    assert document.undo_stack.count() == 1
    editor.edit_photo_pose(photo.people.pose.moved(1, 0, joints=[J.NECK]), text="Nudge neck", merge="Nudge neck")
    editor.edit_photo_pose(photo.people.pose.moved(1, 0, joints=[J.NECK]), text="Move neck")
    assert document.undo_stack.count() == 3
    for _ in range(3):
        document.undo_stack.undo()
    assert photo.people.pose.same_as(before)


def test_nudges_of_the_target_merge_too_but_not_with_the_photos(document, editor, photo) -> None:
    editor.choose_target(standing(), title="Standing")
    for _ in range(3):
        editor.edit_target(document.target_pose().moved(1, 0), text="Nudge all", merge="Nudge all")
    assert document.undo_stack.count() == 2
    editor.edit_photo_pose(photo.people.pose.moved(1, 0), text="Nudge all", merge="Nudge all")
    assert document.undo_stack.count() == 3


def test_picking_a_person_is_a_step(document, editor, photo) -> None:
    editor.pick_person(1)
    assert photo.people.main == 1 and photo.people.pose is photo.people.poses[1]
    editor.pick_person(1)
    editor.pick_person(7)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert photo.people.main == 0


def test_reset_to_detected_and_back(document, editor, photo) -> None:
    changed = photo.people.pose.with_joint(J.NOSE, state=JointState.MISSING).moved(0, 9, joints=[J.NECK])
    editor.edit_photo_pose(changed, text="Change")
    editor.reset_joint(J.NOSE)
    assert photo.people.pose.place(J.NOSE) == (223, 115)
    assert photo.people.pose.place(J.NECK) == (222, 194)
    editor.reset_photo_pose()
    assert photo.people.pose.same_as(astronaut_pose())
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert photo.people.pose.same_as(changed)


def test_undo_goes_to_the_photo_it_belongs_to(document, editor, photo, astronaut) -> None:
    editor.edit_photo_pose(photo.people.pose.moved(3, 3), text="Move")
    other = document.add_photo(None, title="other")
    document.make_current(other.key)
    document.undo_stack.undo()
    assert document.current is photo


def test_a_first_skeleton_where_nobody_was_found(document, editor, astronaut) -> None:
    photo = document.add_photo(None, title="empty")
    document.set_picture(photo, astronaut, sha256="")
    document.make_current(photo.key)
    document.set_detected(photo, ())
    assert photo.people.pose is None
    editor.edit_photo_pose(astronaut_pose(), text="Draw")
    assert photo.people.pose is not None
    document.undo_stack.undo()
    assert photo.people.pose is None


def test_target_is_fitted_to_the_person_until_it_is_shaped_by_hand(document, editor, photo) -> None:
    editor.choose_target(standing(), title="Standing")
    fitted = document.target_pose()
    assert not fitted.same_as(standing())
    own, shown = bone_lengths(photo.framed.pose), bone_lengths(fitted)
    limb = (J.RIGHT_SHOULDER, J.RIGHT_ELBOW)
    assert shown[limb] == pytest.approx(own[limb], rel=0.16)
    edited = fitted.moved(30, 30, joints=[J.LEFT_WRIST])
    editor.edit_target(edited, text="Move")
    assert document.target_pose().same_as(edited), "what a hand placed stays where it was placed"
    assert document.aim.target.edited
    document.undo_stack.undo()
    assert document.target_pose().same_as(fitted)


def test_fit_is_a_step_and_can_be_turned_off(document, editor, photo) -> None:
    editor.choose_target(standing(), title="Standing")
    fitted = document.target_pose()
    editor.set_fit(False)
    assert document.target_pose().same_as(standing())
    editor.set_fit(False)
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert document.target_pose().same_as(fitted)


def test_an_edited_target_is_fitted_to_the_next_photo(document, editor, photo, astronaut) -> None:
    editor.choose_target(standing(), title="Standing")
    editor.edit_target(document.target_pose().moved(10, 0, joints=[J.LEFT_WRIST]), text="Move")
    by_hand = document.target_pose()
    other = document.add_photo(None, title="other")
    document.set_picture(other, astronaut, sha256="")
    document.make_current(other.key)
    small = astronaut_pose().with_points(astronaut_pose().points * 0.5)
    document.set_framed(other, FramedPerson(np.zeros((256, 176, 3), np.uint8), small))
    assert not document.target_pose().same_as(by_hand)
    document.make_current(photo.key)
    assert document.target_pose().same_as(by_hand)


def test_mirror_swaps_sides_in_place(document, editor, photo) -> None:
    editor.choose_target(standing(), title="Standing")
    before = document.target_pose()
    editor.mirror_target()
    after = document.target_pose()
    assert after.box() == pytest.approx(before.box())
    assert after.points[J.LEFT_WRIST, 1] == pytest.approx(before.points[J.RIGHT_WRIST, 1])
    editor.mirror_target()
    assert document.target_pose().same_as(before, tolerance=1e-9)


def test_swap_left_and_right(document, editor, photo) -> None:
    before = photo.people.pose
    editor.swap_photo_sides()
    assert photo.people.pose.place(J.LEFT_WRIST) == before.place(J.RIGHT_WRIST)


def test_a_picture_is_current_until_something_it_shows_changes(document, editor, photo) -> None:
    editor.choose_target(standing(), title="Standing")
    target = document.target_pose()
    rendered = RenderedPerson(np.zeros((256, 176, 3), np.uint8), target)
    document.set_result(photo, Result(rendered, photo.people.pose, target, "Standing", "white", True, (512, 512)))
    assert document.result_is_current()
    document.set_background("keep")
    assert not document.result_is_current()
    document.set_background("white")
    editor.edit_target(target.moved(0, 1), text="Move")
    assert not document.result_is_current()
    document.undo_stack.undo()
    assert document.result_is_current()


def test_pictures_not_looked_at_lately_are_let_go(document, astronaut, tmp_path) -> None:
    photos = [document.add_photo(tmp_path / f"{number}.png", title=str(number)) for number in range(5)]
    for photo in photos:
        document.make_current(photo.key)
        document.set_picture(photo, astronaut, sha256="")
        photo.stage = Stage.READY
    assert [photo.picture is not None for photo in photos] == [False, False, True, True, True]
    assert photos[0].stage is Stage.WAITING


def test_with_joint_of_takes_over_what_is_missing() -> None:
    pose = astronaut_pose()
    assert with_joint_of(pose, J.NOSE, source=Pose.empty()).states[J.NOSE] is JointState.MISSING
    back = with_joint_of(Pose.empty(), J.NOSE, source=pose)
    assert back.place(J.NOSE) == pose.place(J.NOSE)


def test_no_target_no_pose(document) -> None:
    assert document.aim.target is None and document.target_pose() is None
    document.set_aim(Aim(None, False))
    assert not document.aim.fit


def test_another_background_is_a_step(document, editor) -> None:
    told: list[str] = []
    document.background_changed.connect(told.append)
    editor.choose_background("keep", text="Background: Scene")
    assert document.background == "keep" and document.project.background() == "keep"
    assert document.undo_stack.undoText() == "Background: Scene"
    editor.choose_background("keep", text="Background: Scene")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.background == "white" and document.project.background() == "white"
    document.undo_stack.redo()
    assert document.background == "keep" and told == ["keep", "white", "keep"]
