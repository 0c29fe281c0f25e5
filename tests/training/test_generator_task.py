"""The generator's training: batches, steps, resuming, figures, sheets and the weights it writes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.images import load_picture
from engine.patn.checkpoints import read_generator
from tests.drawn_person import write_photo_folder
from training import loop
from training.config import GeneratorConfig, LoopConfig
from training.events import Event
from training.generator_task import GeneratorTask
from training.losses import PictureWeights, l1_over, mask_losses, picture_losses

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    write_photo_folder(folder, train=4, val=2)
    return folder


def make_task(photos: Path, *, steps: int = 4, seed: int = 1, output_mask: bool = True) -> GeneratorTask:
    config = GeneratorConfig(
        loop=LoopConfig(seed=seed, steps=steps, batch=4, checkpoint_every=2, evaluate_every=0, log_every=1),
        data=str(photos),
        ngf=4,
        blocks=2,
        height=128,
        width=128,
        tiny_until=0.25,
        small_until=0.5,
        trim=False,
        output_mask=output_mask,
        warm_up=2,
        ema=0.5,
        evaluate_photos=2,
    )
    return GeneratorTask(config, device=CPU, bf16=False, cache=photos / "cache")


def test_batches_come_from_the_step_and_grow_in_the_middle(photos: Path) -> None:
    task, other = make_task(photos), make_task(photos)
    tiny, small, large = (task.make_batch(step) for step in range(3))
    assert tiny["condition"].shape == (8, 32, 32, 3) and small["condition"].shape == (4, 64, 64, 3)
    assert large["condition"].shape == (2, 128, 128, 3)
    assert small["points"].shape == (4, 2, 18, 2)
    assert all(torch.equal(small[k].nan_to_num(-1.0), other.make_batch(1)[k].nan_to_num(-1.0)) for k in ("points",))
    assert torch.equal(small["target"], other.make_batch(1)["target"])
    assert not torch.equal(tiny["target"], make_task(photos, seed=2).make_batch(0)["target"])


def test_every_weight_learns(photos: Path) -> None:
    task = make_task(photos)
    before = {name: weight.clone() for name, weight in task.network.named_parameters()}
    losses = task.step(task.make_batch(0), 0)
    assert set(losses) == {"l1", "edges", "means", "paint", "share"} and all(np.isfinite(v) for v in losses.values())
    # Biases before an instance norm cancel out; the rounding of their gradient is all that moves them.
    for name, weight in task.network.named_parameters():
        if name.endswith("weight"):
            assert not torch.equal(weight, before[name]), name


def test_a_stopped_run_goes_on_as_if_it_had_not_stopped(photos: Path, tmp_path: Path) -> None:
    whole, halved = make_task(photos), make_task(photos)
    quiet = lambda event: None  # noqa: E731
    loop.run(
        whole, whole.config.loop, folder=tmp_path / "a", resume=False, emit=quiet, should_stop=lambda: False
    )
    loop.run(
        halved, halved.config.loop, folder=tmp_path / "b", resume=False, emit=quiet, should_stop=lambda: True
    )
    resumed = make_task(photos)
    loop.run(resumed, resumed.config.loop, folder=tmp_path / "b", resume=True, emit=quiet, should_stop=lambda: False)
    for one, other in zip(whole.averaged.average.parameters(), resumed.averaged.average.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-6)


def test_figures_stand_beside_those_of_doing_nothing(photos: Path, tmp_path: Path) -> None:
    task = make_task(photos)
    figures = task.evaluate()
    for answer in ("", "moved_", "unchanged_"):
        assert {answer + "l1", answer + "l1_person", answer + "ssim"} <= set(figures)
    assert figures["moved_l1"] < figures["unchanged_l1"] and figures["moved_ssim"] > figures["unchanged_ssim"]
    assert figures["photos"] == 2
    assert task.evaluate() == figures
    task.sample(tmp_path / "sheet.png")
    assert load_picture(tmp_path / "sheet.png").shape == (10 * 128, 13 * 128, 3)


def test_the_exported_weights_paint_like_the_average(photos: Path, tmp_path: Path) -> None:
    task = make_task(photos)
    task.step(task.make_batch(0), 0)
    task.export(tmp_path / "weights.safetensors")
    loaded = read_generator(tmp_path / "weights.safetensors")
    assert loaded.header.condition == "moved" and loaded.header.licence == "Apache-2.0"
    assert loaded.header.pose_radius == task.config.pose_radius and loaded.header.size == (128, 128)
    assert "Clothing Co-Parsing" in loaded.header.trained_on
    condition, maps, _, _ = task.inputs(task.make_batch(2), radius=2)
    with torch.no_grad():
        ours = task.averaged.average(condition, maps)
        theirs = loaded.generator(condition, maps)
    assert torch.allclose(ours, theirs, atol=2e-2)


def test_training_lowers_the_loss(photos: Path) -> None:
    task = make_task(photos, steps=40)
    batch = task.make_batch(0)
    sums = [sum(task.step(batch, step).values()) for step in range(20)]
    assert np.mean(sums[-4:]) < 0.8 * np.mean(sums[:4])


def test_events_tell_of_the_run(photos: Path, tmp_path: Path) -> None:
    task = make_task(photos, output_mask=False)
    told: list[Event] = []
    finished = loop.run(
        task, task.config.loop, folder=tmp_path, resume=False, emit=told.append, should_stop=lambda: False
    )
    assert finished
    kinds = [event.kind for event in told]
    assert kinds[0] == "started" and kinds[-1] == "finished" and "evaluated" in kinds


def test_picture_losses_are_zero_for_the_same_and_count_the_person_more() -> None:
    target = torch.rand(2, 3, 16, 12) * 2 - 1
    person = torch.zeros(2, 1, 16, 12)
    person[:, :, 4:12, 4:8] = 1
    weights = PictureWeights()
    same = picture_losses(target, target, person=person, weights=weights)
    assert set(same) == {"l1", "edges", "means"} and all(float(v) == 0 for v in same.values())
    inside, outside = target.clone(), target.clone()
    inside[:, :, 5, 5] += 0.5
    outside[:, :, 1, 1] += 0.5
    more, less = (picture_losses(p, target, person=person, weights=weights)["l1"] for p in (inside, outside))
    assert float(more) == pytest.approx(3 * float(less))
    assert "edges" not in picture_losses(inside, target, person=person, weights=PictureWeights(edges=0))


def test_l1_over_a_share_looks_there_alone() -> None:
    target = torch.zeros(1, 3, 4, 4)
    painted = target.clone()
    painted[..., 0, 0] = 1
    share = torch.zeros(1, 1, 4, 4)
    share[..., 0, 0] = 1
    assert float(l1_over(painted, target, share=share)) == 1
    assert float(l1_over(painted, target)) == pytest.approx(1 / 16)


def test_the_mask_is_drawn_to_paint_where_paint_is_better() -> None:
    target = torch.zeros(1, 3, 2, 2)
    condition = torch.zeros(1, 3, 2, 2)
    condition[..., 0, 0] = 1  # wrong in one place, where the paint is right
    raw = torch.zeros(1, 4, 2, 2, requires_grad=True)
    losses = mask_losses(raw, condition, target, person=torch.zeros(1, 1, 2, 2), weights=PictureWeights())
    (slope,) = torch.autograd.grad(losses["share"], raw)
    assert float(slope[0, 3, 0, 0]) < 0
