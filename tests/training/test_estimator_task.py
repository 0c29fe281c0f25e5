from __future__ import annotations

import math
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
import torch

from engine.images import load_picture
from engine.openpose.checkpoints import read_pose_network
from engine.openpose.decode import Person
from engine.openpose.estimator import Estimate, PoseEstimator
from engine.openpose.network import COMPACT
from engine.openpose.targets import pose_loss
from engine.skeleton import AFFINITY_LIMBS, Joint, Pose
from training import estimator_figures, estimator_task, loop, pose_samples
from training.annotations import Annotation, read_annotations
from training.config import EstimatorConfig, LoopConfig
from training.estimator_task import EstimatorTask, to_input
from training.events import Event
from training.pose_samples import MOST_PEOPLE, make_sample

CPU = torch.device("cpu")


def config(data: Path, **changes: Any) -> EstimatorConfig:
    loop_config = LoopConfig(steps=2, batch=2, checkpoint_every=1, evaluate_every=0, log_every=1)
    values: dict[str, Any] = {"height": 96, "width": 64, "small_until": 0.5, "warm_up": 1, "evaluate_photos": 1}
    return EstimatorConfig(**{"loop": loop_config, "data": str(data), **values, **changes})


@pytest.fixture
def task(stick_people: Path) -> EstimatorTask:
    return EstimatorTask(config(stick_people), device=CPU, bf16=False)


def test_two_steps_and_a_weights_file(stick_people: Path, task: EstimatorTask, tmp_path: Path) -> None:
    before = {name: value.clone() for name, value in task.network.state_dict().items()}
    events: list[Event] = []
    done = loop.run(
        task, task.config.loop, folder=tmp_path, resume=False, emit=events.append, should_stop=lambda: False
    )
    assert done
    steps = [event.values for event in events if event.kind == "step"]
    assert len(steps) == 2
    for losses in steps:
        assert set(losses) == {"maps", "fields", "mask"}
        assert all(math.isfinite(value) and value > 0 for value in losses.values())
    assert any(not torch.equal(value, before[name]) for name, value in task.network.state_dict().items())
    figures = next(event.values for event in reversed(events) if event.kind == "evaluated")
    assert set(figures) >= {
        "within 5 %",
        "within 2.5 %",
        "photos with every joint within 5 %",
        "absent joints reported",
    }
    assert all(0 <= value <= 1 for value in figures.values() if math.isfinite(value))

    path = tmp_path / "estimator.safetensors"
    task.export(path)
    assert path.stat().st_size <= 8_000_000
    loaded = read_pose_network(path)
    assert loaded.network.architecture == COMPACT
    assert loaded.header["name"] == "repose-pose" and "4 photos" in str(loaded.header["trained_on"])
    assert loaded.header["licence"] == "Apache-2.0"
    averaged = task.averaged.average.state_dict()
    for name, value in loaded.network.state_dict().items():
        torch.testing.assert_close(value, averaged[name], rtol=1e-3, atol=1e-3)
    photo = load_picture(read_annotations(stick_people, split="val")[0].photo)
    assert PoseEstimator(loaded.network).estimate(photo).person_probability is not None


def test_a_resumed_training_is_the_one_that_was_never_stopped(stick_people: Path, tmp_path: Path) -> None:
    def made() -> EstimatorTask:
        return EstimatorTask(config(stick_people), device=CPU, bf16=False)

    def run(task: EstimatorTask, folder: str, *, resume: bool = False, stop: bool = False) -> None:
        task.evaluate = dict  # type: ignore[method-assign]
        loop.run(
            task,
            task.config.loop,
            folder=tmp_path / folder,
            resume=resume,
            emit=lambda event: None,
            should_stop=lambda: stop,
        )

    whole, first, second = made(), made(), made()
    run(whole, "whole")
    run(first, "parts", stop=True)
    run(second, "parts", resume=True)
    for one, other in ((whole.network, second.network), (whole.averaged, second.averaged)):
        for name, value in one.state_dict().items():
            assert torch.equal(value, other.state_dict()[name]), name
    assert whole.optimizer.state_dict()["param_groups"] == second.optimizer.state_dict()["param_groups"]


def test_batches(task: EstimatorTask) -> None:
    small, large = task.make_batch(0), task.make_batch(1)
    assert small["pictures"].shape == (2, 3, 72, 48) and large["pictures"].shape == (2, 3, 96, 64)
    assert large["pictures"].dtype == torch.uint8 and large["masks"].shape == (2, 1, 96, 64)
    assert large["points"].shape == large["doubtful"].shape == (2, MOST_PEOPLE, 18, 2)
    again = task.make_batch(1)
    for name, value in large.items():
        assert torch.equal(value.nan_to_num(-1.0), again[name].nan_to_num(-1.0)), name


def test_a_picture_of_three_people_fits_a_batch(task: EstimatorTask, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_SECOND", "_THIRD"):
        monkeypatch.setattr(pose_samples, name, 1.0)
    points = task.make_batch(1)["points"]
    # Whoever came in may hide all of another; some of the pictures still show joints of every one of the three.
    assert torch.isfinite(points).any(dim=-1).any(dim=-1).any(dim=0).all()
    losses = task.step(task.make_batch(0), 0)
    assert all(torch.isfinite(value) for value in losses.values())


def test_every_photo_has_its_turn(task: EstimatorTask, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    honest = make_sample

    def spy(photos: Any, index: int, **options: Any) -> Any:
        seen.append(index)
        return honest(photos, index, **options)

    monkeypatch.setattr(estimator_task, "make_sample", spy)
    turns = len(task.order)
    for step in range(turns):
        task.make_batch(step)
    assert sorted(seen[:turns]) == sorted(seen[turns:]) == sorted(task.order)
    assert set(seen) == {0, 1, 2, 3}
    assert seen[:turns] != seen[turns:]


def test_what_is_covered_teaches_the_fields_nothing(task: EstimatorTask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Joints of any share under a patch: their limbs are left out of the loss, not learnt as absent."""
    batch = task.make_batch(1)
    batch["points"][:, 0, Joint.LEFT_KNEE] = math.nan
    batch["doubtful"][:, 0, Joint.LEFT_KNEE] = torch.tensor([20.0, 30.0])
    limbs = [limb for limb, pair in enumerate(AFFINITY_LIMBS) if Joint.LEFT_KNEE in pair]
    weights = []
    honest = pose_loss

    def spy(*arguments: Any, **options: Any) -> Any:
        weights.append(options["field_weights"])
        return honest(*arguments, **options)

    monkeypatch.setattr(estimator_task, "pose_loss", spy)
    for share in (0.2, 0.9, 1.0):
        batch["share"][:, 0, Joint.LEFT_KNEE] = share
        task.step(batch, 1)
        for limb in limbs:
            assert (weights[-1][:, 2 * limb : 2 * limb + 2] == 0).all()


def test_the_network_sees_what_the_estimator_shows_it() -> None:
    pictures = torch.arange(24, dtype=torch.uint8).view(1, 3, 2, 4)
    x = to_input(pictures)
    assert torch.allclose(x[0, 0], pictures[0, 2].float() / 256 - 0.5)
    assert torch.allclose(x[0, 2], pictures[0, 0].float() / 256 - 0.5)


def test_the_rate_rises_and_falls(stick_people: Path) -> None:
    settings = config(stick_people, loop=LoopConfig(steps=100, batch=1), warm_up=10, rate=1.0, rate_end=0.1)
    task = EstimatorTask(settings, device=CPU, bf16=False)
    rates = [task._rate(step) for step in range(101)]
    assert rates[:10] == pytest.approx([0.1 * n for n in range(1, 11)])
    assert all(a >= b for a, b in zip(rates[10:], rates[11:], strict=False))
    assert rates[10] == pytest.approx(1.0) and rates[100] == pytest.approx(0.1)


def test_a_contact_sheet(task: EstimatorTask, tmp_path: Path) -> None:
    task.sample(tmp_path / "sheet.png")
    sheet = load_picture(tmp_path / "sheet.png")
    assert sheet.shape == (300, 8 * 200, 3)


# --- The figures. ---


class Knowing(PoseEstimator):
    """Answers the labels, off by a share of the person's height, one joint left out, every absent one made up."""

    off = 0.0
    lost: Joint | None = None
    annotations: ClassVar[list[Annotation]] = []

    def __init__(self, *arguments: Any, **options: Any) -> None:
        pass

    def estimate(self, picture: np.ndarray, **options: Any) -> Estimate:
        annotation = next(a for a in self.annotations if np.array_equal(load_picture(a.photo), picture))
        height = Pose.from_points(annotation.points()).height()
        points = annotation.keypoints[:, :2] + (self.off * height, 0)
        if self.lost is not None:
            points[self.lost] = np.nan
        mask = (load_picture(annotation.mask)[:, :, 0] / 255).astype(np.float32)
        return Estimate((Person(Pose.from_points(points), 1.0),), mask)


@pytest.fixture
def judged(stick_people: Path, task: EstimatorTask, monkeypatch: pytest.MonkeyPatch) -> Any:
    annotations = read_annotations(stick_people, split="val")

    def judge(*, off: float = 0.0, lost: Joint | None = None) -> list[estimator_figures.PhotoResult]:
        kind = type("Told", (Knowing,), {"off": off, "lost": lost, "annotations": annotations})
        monkeypatch.setattr(estimator_figures, "PoseEstimator", kind)
        return estimator_figures.judge(task.network, annotations, device=CPU)

    return judge


def test_perfect_answers_have_perfect_figures(judged: Any) -> None:
    found = estimator_figures.summary(judged())
    assert found["within 5 %"] == found["within 2.5 %"] == found["photos with every joint within 5 %"] == 1
    # 0005 has one joint that does not show, 0006 none; it was made up.
    assert found["absent joints reported"] == 1
    assert found["mask IoU"] > 0.9


def test_errors_count_against_the_persons_height(judged: Any) -> None:
    for off, wide, narrow in ((0.02, 1, 1), (0.03, 1, 0), (0.06, 0, 0)):
        found = estimator_figures.summary(judged(off=off))
        assert found["within 5 %"] == wide and found["within 2.5 %"] == narrow
        assert found["photos with every joint within 5 %"] == wide


def test_a_lost_joint_costs_its_photo(judged: Any) -> None:
    results = judged(lost=Joint.LEFT_KNEE)
    found = estimator_figures.summary(results)
    assert found["photos with every joint within 5 %"] == 0
    assert found["within 5 %"] == pytest.approx(1 - 2 / sum((~np.isnan(r.errors)).sum() for r in results))
    table = estimator_figures.by_joint(results)
    assert table["left knee"] == (2, 0, 0) and table["nose"] == (2, 1, 1)


def test_upper_bodies_are_cut_below_the_hips(stick_people: Path, task: EstimatorTask) -> None:
    annotations = read_annotations(stick_people, split="val")
    results = estimator_figures.judge(task.network, annotations, device=CPU, upper_body=True, masks=False)
    for result in results:
        assert np.isnan(result.errors[[Joint.RIGHT_KNEE, Joint.LEFT_ANKLE]]).all()
        assert not np.isnan(result.errors[Joint.NECK])
        assert result.absent[[Joint.RIGHT_KNEE, Joint.LEFT_ANKLE]].all()
        assert math.isnan(result.overlap)
