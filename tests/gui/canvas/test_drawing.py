from __future__ import annotations

from engine.skeleton import Joint, JointState, Pose
from gui.canvas.drawing import Drawing

J = Joint


def test_asks_for_every_joint_once_in_order() -> None:
    drawing, asked = Drawing(), []
    while drawing.joint is not None:
        asked.append(drawing.joint)
        drawing = drawing.placed((float(drawing.answered), 5.0))
    assert asked == list(J)
    assert drawing.finished and drawing.pose.present.all()
    assert drawing.placed((0.0, 0.0)) is drawing and drawing.skipped() is drawing


def test_skipped_hidden_moved_and_taken_back() -> None:
    drawing = Drawing().placed((1.0, 2.0)).skipped().placed((3.0, 4.0), hidden=True)
    assert drawing.pose.place(J.NOSE) == (1.0, 2.0)
    assert not drawing.pose.has(J.NECK)
    assert drawing.pose.states[J.RIGHT_SHOULDER] is JointState.HIDDEN
    moved = drawing.moved_last((9.0, 9.0))
    assert moved.pose.place(J.RIGHT_SHOULDER) == (9.0, 9.0)
    assert moved.pose.states[J.RIGHT_SHOULDER] is JointState.HIDDEN
    back = moved.back()
    assert back.joint is J.RIGHT_SHOULDER and not back.pose.has(J.RIGHT_SHOULDER)
    assert back.moved_last((0.0, 0.0)) is back  # the last answer was "missing"
    assert back.back().back().pose.same_as(Pose.empty())
    assert Drawing().back().answered == 0


def test_nothing_is_not_worth_keeping() -> None:
    assert not Drawing().skipped().worth_keeping
    assert Drawing().skipped().placed((1.0, 1.0)).worth_keeping
