"""Judging pose estimators: calibration, sides, facing, and which photos count."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.skeleton import Joint
from tests.drawn_person import standing, write_photo_folder
from tests.engine.small_models import small_estimator
from tests.training.judging.small_data import prepared_folder
from training import estimator_figures
from training.annotations import Annotation
from training.cli import main
from training.estimator_figures import PhotoResult
from training.judging.estimator_strips import badness
from training.judging.estimators import calibration, calibration_error, tally_of


def result(errors: list[float], confidence: list[float], *, ghosts: int = 0) -> PhotoResult:
    """A photo of which the first joints have these errors; the last `ghosts` are reported and do not show."""
    full = np.full((2, 18), np.nan)
    full[0, : len(errors)] = errors
    full[1, : len(confidence)] = confidence
    absent = np.arange(18) >= 18 - ghosts
    full[1, absent] = 0.95
    return PhotoResult(full[0], absent.copy(), absent, full[1], float("nan"), facing="front")


def test_confidence_that_means_what_it_says_is_calibrated() -> None:
    """Of the joints reported at 0.75 three quarters are right."""
    photos = [result([0.01, 0.01, 0.01, 0.2], [0.75] * 4)] * 10
    (row,) = calibration(photos)
    assert (row.low, row.high, row.joints) == (0.7, 0.8, 40)
    assert row.confidence == pytest.approx(0.75) and row.right == pytest.approx(0.75)
    assert calibration_error([row]) == pytest.approx(0.0)


def test_joints_that_do_not_show_count_against_confidence() -> None:
    table = calibration([result([0.01, np.inf], [0.95, np.nan], ghosts=3)])
    assert [(row.joints, row.right) for row in table] == [(4, 0.25)]
    assert calibration_error(table) == pytest.approx(0.7)
    assert calibration([]) == [] and np.isnan(calibration_error([]))


def compared(pose_points: np.ndarray, *, absent: tuple[Joint, ...] = ()) -> PhotoResult:
    """`_compare` on a drawn person whose joints are all labelled, some of them as not to be seen."""
    from engine.openpose.decode import Person
    from engine.openpose.estimator import Estimate
    from engine.skeleton import Pose

    keypoints = np.column_stack([standing().points, np.where(np.isin(np.arange(18), absent), 0.05, 0.9)])
    annotation = Annotation("a", Path("a"), Path("a"), (176, 256), "val", keypoints)
    people = (Person(Pose.from_points(pose_points), 1.0),)
    return estimator_figures._compare(annotation, Estimate(people, None), np.zeros((256, 176, 3), np.uint8), None)


def test_absent_joints_where_even_their_label_has_them_are_told_from_strays() -> None:
    points = standing().points.copy()
    points[Joint.LEFT_WRIST] += 40
    points[Joint.RIGHT_WRIST] = np.nan
    seen = compared(points, absent=(Joint.LEFT_KNEE, Joint.LEFT_WRIST, Joint.RIGHT_WRIST))
    assert [joint for joint in Joint if seen.ghosts[joint]] == [Joint.LEFT_WRIST, Joint.LEFT_KNEE]
    assert [joint for joint in Joint if seen.strays[joint]] == [Joint.LEFT_WRIST]
    values = tally_of(["a"], {"ours": [seen]}).values("ours")
    assert values["ghosts"].value == pytest.approx(2 / 3) and values["strays"].value == pytest.approx(1 / 3)


def test_left_taken_for_right_is_told_from_merely_wrong() -> None:
    pose = standing()
    right = compared(pose.points)
    assert not right.swapped.any() and right.facing == "front"
    # Eyes and hips of this small person lie too near to each other to be told apart.
    assert right.sided[Joint.LEFT_WRIST] and not right.sided[Joint.LEFT_EYE] and not right.sided[Joint.NOSE]
    turned = compared(pose.sides_swapped().points)
    assert np.array_equal(turned.swapped, turned.sided) and turned.sided.any()
    one = pose.points.copy()
    one[Joint.LEFT_WRIST] = pose.points[Joint.RIGHT_WRIST]
    assert [joint for joint in Joint if compared(one).swapped[joint]] == [Joint.LEFT_WRIST]
    off = pose.points.copy()
    off[Joint.LEFT_WRIST] += 40
    assert not compared(off).swapped.any()
    tally = tally_of(["a", "b"], {"ours": [right, turned]})
    values = tally.values("ours")
    assert values["swapped"].value == pytest.approx(0.5) and values["turned"].value == pytest.approx(0.5)
    assert values["within_5"].value == pytest.approx(
        (right.errors <= 0.05).sum() / 36 + (turned.errors <= 0.05).sum() / 36
    )


def test_a_three_quarter_view_may_pass_as_front_or_side() -> None:
    turned = compared(standing().sides_swapped().points)
    assert turned.seen == "back" and turned.facing == "front" and not turned.facing_right
    far, none = np.zeros(18), np.zeros(18, np.bool_)
    seen = {one: PhotoResult(far, none, none, far, 0.0, facing="three-quarter", seen=one) for one in ("side", "back")}
    assert seen["side"].facing_right and not seen["back"].facing_right
    tally = tally_of(["a", "b"], {"ours": [compared(standing().points), turned]}, known={"a": {"sex": "male"}})
    assert tally.values("ours")["facing_right"].value == pytest.approx(0.5)
    assert tally.values("ours", group=("sex", "male"))["facing_right"].value == pytest.approx(1.0)


def test_photos_are_ordered_by_wrong_joints_then_by_how_far_off_the_others_are() -> None:
    photos = [result([0.01, 0.04], []), result([0.01, 0.02], []), result([0.01, 0.2], []), result([0.01], [], ghosts=2)]
    order = np.argsort(-badness(photos))
    assert list(order) == [3, 2, 0, 1]
    assert badness([result([np.inf] * 3, [])])[0] == 3.0


def test_estimators_on_photos_by_command(tmp_path: Path, capsys) -> None:
    write_photo_folder(tmp_path / "photos", train=1, val=2)
    model = small_estimator(tmp_path / "pose.safetensors", mask=True)
    out = tmp_path / "out"
    arguments = ["evaluate", str(model), "--data", str(tmp_path / "photos"), "--device", "cpu", "--out", str(out)]
    assert main(arguments) == 0
    assert "what its confidence is worth" in capsys.readouterr().out
    content = json.loads((out / "evaluation.json").read_text())
    assert content["photos"] == 2 and content["models"][0]["kind"] == "pose estimator"
    assert {"whole", "upper body", "waist", "knees", "low"} <= set(content["summaries"]["pose"])
    assert content["several"]["pictures"] > 0
    assert "within_5" in content["whole"]["answers"]["pose"]["all"]
    page = (out / "evaluation.html").read_text()
    assert (
        (out / "pose.png").is_file()
        and "By joint" in page
        and "by people" in page
        and page.count("<figcaption>labels") == 2
    )


def test_only_corrected_joints_judge_an_estimator(tmp_path: Path, capsys) -> None:
    data = prepared_folder(tmp_path / "data", people=1)
    model = small_estimator(tmp_path / "pose.safetensors", mask=False)
    assert main(["evaluate", str(model), "--data", str(data), "--device", "cpu", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["photos"] == 1
    items = data / "items.jsonl"
    items.write_text(items.read_text().replace('"corrected": true', '"corrected": false'))
    assert main(["evaluate", str(model), "--data", str(data)]) == 2
    assert "Nobody has corrected joints" in capsys.readouterr().err
