"""The generator's training: steps, resuming, figures, grids and the weights it writes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.errors import WeightsError
from engine.images import load_picture
from engine.patn.checkpoints import read_generator
from tests.drawn_person import write_photo_folder
from tests.prepared_people import write_prepared
from training import loop
from training.config import GeneratorConfig, LoopConfig
from training.events import Event
from training.generator_task import GeneratorTask
from training.losses import PictureWeights, l1_over, mask_losses, picture_losses

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos") / "ccp"
    write_photo_folder(folder, train=4, val=2)
    return folder


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_prepared(tmp_path_factory.mktemp("prepared"))


def make_task(data: Path, *, steps: int = 4, seed: int = 1, **changes: Any) -> GeneratorTask:
    config = GeneratorConfig(
        loop=LoopConfig(seed=seed, steps=steps, batch=4, checkpoint_every=2, evaluate_every=0, log_every=1),
        data=str(data),
        ngf=4,
        blocks=2,
        height=128,
        width=128,
        tiny_until=0.25,
        small_until=0.5,
        trim=False,
        warm_up=2,
        ema=0.5,
        evaluate_photos=2,
        ndf=4,
        discriminator_blocks=1,
    )
    return GeneratorTask(replace(config, **changes), device=CPU, bf16=False, cache=data / "cache")


def run(task: GeneratorTask, folder: Path, *, resume: bool = False, stop: bool = False) -> list[Event]:
    told: list[Event] = []
    loop.run(
        task, task.config.loop, folder=folder, resume=resume, emit=told.append, should_stop=lambda: stop
    )  # fmt: skip
    return told


def everything(task: GeneratorTask) -> dict[str, Tensor]:
    """Weights, averages, pools and the optimisers' own tensors, by name."""
    found = {
        f"{name}.{key}": value for name, module in task.modules().items() for key, value in module.state_dict().items()
    }
    for name, optimizer in task.optimizers().items():
        for number, kept in optimizer.state_dict()["state"].items():
            found |= {f"{name}.{number}.{key}": torch.as_tensor(value) for key, value in kept.items()}
    return found | {f"pool.{a.name}": a.pool.kept for a in task.model.adversaries if a.pool.kept is not None}


def test_batches_come_from_the_step_and_grow_in_the_middle(photos: Path) -> None:
    task, other = make_task(photos), make_task(photos)
    tiny, small, large = (task.make_batch(step) for step in range(3))
    assert tiny["condition"].shape == (8, 32, 32, 3) and small["condition"].shape == (4, 64, 64, 3)
    assert large["condition"].shape == (2, 128, 128, 3)
    assert [task.pictures(step) for step in range(3)] == [8, 4, 2] and task.effort(2) == 2 * 128 * 128
    assert torch.equal(small["target"], other.make_batch(1)["target"])
    assert not torch.equal(tiny["target"], make_task(photos, seed=2).make_batch(0)["target"])


def test_every_weight_learns(photos: Path) -> None:
    task = make_task(photos)
    before = {name: weight.clone() for name, weight in task.network.named_parameters()}
    losses = task.step(task.make_batch(0), 0)
    assert set(losses) == {"l1", "edges", "means", "paint", "share"}
    assert all(np.isfinite(float(v)) for v in losses.values())
    # Biases before an instance norm cancel out; the rounding of their gradient is all that moves them.
    for name, weight in task.network.named_parameters():
        if name.endswith("weight"):
            assert not torch.equal(weight, before[name]), name


@pytest.mark.parametrize("gan", [0.0, 1.0])
def test_a_stopped_run_goes_on_as_if_it_had_not_stopped(photos: Path, tmp_path: Path, gan: float) -> None:
    settings: dict[str, Any] = {"gan": gan, "dropout": True, "pool": 3, "height": 64, "width": 64}
    whole, halved, resumed = (make_task(photos, **settings) for _ in range(3))
    run(whole, tmp_path / "a")
    assert run(halved, tmp_path / "b", stop=True)[-1].kind == "stopped"
    assert run(resumed, tmp_path / "b", resume=True)[-1].kind == "finished"
    mine, theirs = everything(whole), everything(resumed)
    assert mine.keys() == theirs.keys() and ("pool.shape" in mine) == (gan > 0)
    for key, value in mine.items():
        assert torch.equal(value, theirs[key]), key


def test_figures_stand_beside_those_of_doing_nothing(photos: Path) -> None:
    task = make_task(photos)
    figures = task.evaluate()
    for answer in ("", "moved_", "unchanged_"):
        assert {answer + "l1", answer + "l1_person", answer + "ssim"} <= set(figures)
    assert figures["moved_l1"] < figures["unchanged_l1"] and figures["moved_ssim"] > figures["unchanged_ssim"]
    assert figures["photos"] == 2
    assert task.evaluate() == figures


def test_a_published_training_has_no_moved_picture_to_compare_with(dataset: Path) -> None:
    figures = make_task(dataset, condition="photo", output_mask=False).evaluate()
    assert set(figures) == {
        "l1",
        "l1_person",
        "ssim",
        "unchanged_l1",
        "unchanged_l1_person",
        "unchanged_ssim",
        "photos",
    }


@pytest.mark.parametrize("condition", ["photo", "moved"])
def test_grids_show_the_same_pairs_every_time(dataset: Path, tmp_path: Path, condition: str) -> None:
    task = make_task(dataset, condition=condition, output_mask=False)
    task.sample(tmp_path / "samples" / "first.png")
    task.step(task.make_batch(0), 0)
    task.sample(tmp_path / "samples" / "second.png")
    first, second = (load_picture(tmp_path / "samples" / f"{name}.png") for name in ("first", "second"))
    # Four pairs are in the split: condition, target, pose, picture, masks, with gaps of four pixels.
    assert first.shape == (4 * 128 + 3 * 4, 5 * 128 + 4 * 4, 3)
    picture = slice(3 * 132, 3 * 132 + 128)
    assert np.array_equal(first[:, : 3 * 132], second[:, : 3 * 132])
    assert not np.array_equal(first[:, picture], second[:, picture])


def test_the_exported_weights_paint_like_the_average(photos: Path, tmp_path: Path) -> None:
    task = make_task(photos)
    task.step(task.make_batch(0), 0)
    task.export(tmp_path / "weights.safetensors")
    loaded = read_generator(tmp_path / "weights.safetensors")
    assert loaded.header.condition == "moved" and loaded.header.licence == "Apache-2.0"
    assert loaded.header.pose_radius == task.config.pose_radius and loaded.header.size == (128, 128)
    assert "Clothing Co-Parsing" in loaded.header.trained_on
    given = task.inputs(task.make_batch(2), 2)
    with torch.no_grad():
        ours = task.model.painter(given.condition, given.maps)
        theirs = loaded.generator(given.condition, given.maps)
    assert torch.allclose(ours, theirs, atol=2e-2)


def test_a_checkpoint_is_exported_without_its_data(dataset: Path, tmp_path: Path) -> None:
    task = make_task(dataset, condition="photo", output_mask=False, ema=0.0, pose_sigma=6.0)
    run(task, tmp_path)
    config = replace(task.config, data="gone", licence="our own")
    alone = GeneratorTask(config, device=CPU, bf16=False, cache=tmp_path, with_data=False)
    loop.restore(alone, tmp_path / "checkpoints" / "last.pt")
    alone.export(tmp_path / "weights.safetensors")
    header = read_generator(tmp_path / "weights.safetensors").header
    assert header.condition == "photo" and header.pose_sigma == 6.0 and header.licence == "our own"
    assert "drawn-people" in header.trained_on and "one garment" in str(header.training["pairs"])


def test_a_training_starts_from_weights_of_the_same_make(photos: Path, tmp_path: Path) -> None:
    task = make_task(photos, seed=5)
    task.export(tmp_path / "start.safetensors")
    begun = make_task(photos, start=str(tmp_path / "start.safetensors"))
    for one, other in zip(task.network.parameters(), begun.network.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-3)
    with pytest.raises(WeightsError, match="'blocks': 2"):
        make_task(photos, start=str(tmp_path / "start.safetensors"), blocks=3)


def test_training_lowers_the_loss(photos: Path) -> None:
    task = make_task(photos, steps=40)
    batch = task.make_batch(0)
    sums = [sum(float(value) for value in task.step(batch, step).values()) for step in range(20)]
    assert np.mean(sums[-4:]) < 0.8 * np.mean(sums[:4])


def test_events_tell_of_the_run(photos: Path, tmp_path: Path) -> None:
    told = run(make_task(photos, output_mask=False), tmp_path)
    kinds = [event.kind for event in told]
    assert kinds[0] == "started" and kinds[-1] == "finished" and "evaluated" in kinds
    steps = [event for event in told if event.kind == "step"]
    assert all(event.speed > 0 and event.memory > 1e7 for event in steps)
    assert Path(told[-2].message).name == "best.pt" and (tmp_path / "checkpoints" / "best.pt").exists()


def test_trimmed_pictures_train_too(photos: Path) -> None:
    task = make_task(photos, trim=True, steps=8)
    assert np.isfinite(float(task.step(task.make_batch(0), 0)["l1"]))


# --- The losses between pictures. ---


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


def test_l1_is_the_published_one_where_the_person_counts_like_the_rest() -> None:
    painted, target = torch.rand(2, 3, 8, 8), torch.rand(2, 3, 8, 8)
    weights = PictureWeights(person=0, edges=0, means=0, l1=10)
    losses = picture_losses(painted, target, person=torch.rand(2, 1, 8, 8), weights=weights)
    assert float(losses["l1"]) == pytest.approx(10 * float((painted - target).abs().mean()))


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
