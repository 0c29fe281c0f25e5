"""How fast a training step is: the published loop's way beside ours, on the same networks, losses and pictures.

The published way: one process, pictures from JPEG files and pose maps from files of 18 channels, float32, channels
first, an optimiser that goes from weight to weight. Ours: worker processes, bytes from a prepared data set, maps made
on the device, bf16 where the device is fast at it, channels last, a fused optimiser on GPUs.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.optim import Adam
from torch.utils.data import DataLoader, Dataset

from engine.formats.patn_csv import write_pairs
from engine.heatmaps import pose_maps
from engine.presets import load_presets
from engine.skeleton import JOINT_COUNT, Pose
from training.config import GeneratorConfig
from training.generator_step import GeneratorStep, Inputs
from training.losses import to_unit
from training.pair_batches import PairBatches
from training.pair_sources import open_sources
from training.prepared import DATASET_FILE, ITEMS_FILE, Item, shard_file
from training.schedule import full_stage

PEOPLE: Final = 24
FRAME: Final = (256, 176)
_CPU_SIZE: Final = {"ngf": 16, "ndf": 16, "height": 128, "width": 88}


@dataclass(frozen=True)
class Speed:
    """One way's figures: medians over the measured steps.

    way        in words
    pictures   a second
    step       seconds from one step's end to the next one's
    loading    seconds of that which were spent waiting for the batch
    """

    way: str
    pictures: float
    step: float
    loading: float


def smaller_for_a_cpu(config: GeneratorConfig) -> GeneratorConfig:
    """The same structure with fewer channels and pixels, so that a step on a CPU takes seconds and not minutes."""
    return replace(config, **_CPU_SIZE, loop=replace(config.loop, batch=min(4, config.loop.batch)))  # type: ignore[arg-type]


def bench(
    config: GeneratorConfig, *, device: torch.device, bf16: bool, folder: Path, steps: int, workers: int
) -> list[Speed]:
    """Both ways on this machine; `folder` takes some megabytes of noise to read. The first steps are not counted."""
    write_noise(folder)
    config = replace(
        config, data=str(folder), start="", tiny_until=0.0, small_until=0.0, pairs="given", condition="photo",
        flip=0.0, recolour=False, loop=replace(config.loop, steps=10 * steps + 10),
    )  # fmt: skip
    count = config.loop.batch
    rows = []
    with _whole_float32():
        rows.append(_measured("published way", *_published(config, device, folder), steps=steps, count=count))
    if device.type == "cuda":
        rows.append(_measured("the same in TF32", *_published(config, device, folder), steps=steps, count=count))
    return [*rows, _measured("ours", *_ours(config, device, bf16, folder, workers), steps=steps, count=count)]


@contextmanager
def _whole_float32() -> Iterator[None]:
    """Float32 as the published training had it: newer GPUs shorten it in convolutions, unless they are told not to."""
    kept = torch.backends.cudnn.allow_tf32
    torch.backends.cudnn.allow_tf32 = False
    try:
        yield
    finally:
        torch.backends.cudnn.allow_tf32 = kept


def _measured(
    way: str, batches: Iterator[object], learn: Callable[[object, int], Tensor], *, steps: int, count: int
) -> Speed:
    whole, waits = [], []
    for step in range(steps + 2):
        start = time.perf_counter()
        batch = next(batches)
        loaded = time.perf_counter()
        float(learn(batch, step))  # waits for the device
        whole.append(time.perf_counter() - start)
        waits.append(loaded - start)
    median = float(np.median(whole[2:]))
    return Speed(way, count / median, median, float(np.median(waits[2:])))


def _published(
    config: GeneratorConfig, device: torch.device, folder: Path
) -> tuple[Iterator[object], Callable[[object, int], Tensor]]:
    config = replace(config, loop=replace(config.loop, channels_last=False, compile=False))
    model = GeneratorStep(config, device=device, bf16=False, fetch=False)
    betas = (config.beta1, config.beta2)
    model.optimizer = Adam(model.network.parameters(), lr=config.rate, betas=betas, foreach=False)
    for adversary in model.adversaries:
        adversary.optimizer = Adam(adversary.network.parameters(), lr=config.rate, betas=betas, foreach=False)
    files = _Files(folder, full_stage(config).size)

    def learn(batch: object, step: int) -> Tensor:
        assert isinstance(batch, Inputs)
        moved = {name: getattr(batch, name).to(device) for name in ("condition", "maps", "target", "person", "points")}
        return model.learn(Inputs(**moved), step)["l1"]

    return iter(_inputs_from(files, config.loop.batch)), learn


def _ours(
    config: GeneratorConfig, device: torch.device, bf16: bool, folder: Path, workers: int
) -> tuple[Iterator[object], Callable[[object, int], Tensor]]:
    model = GeneratorStep(config, device=device, bf16=bf16, fetch=False)
    batches = PairBatches(config, open_sources(config, cache=folder).train)
    steps = _Steps(batches)
    made: Iterator[object] = (batches.make(step) for step in range(len(steps)))
    if workers:
        made = iter(
            DataLoader(steps, batch_size=None, num_workers=workers, prefetch_factor=4, pin_memory=device.type == "cuda")
        )

    def learn(batch: object, step: int) -> Tensor:
        assert isinstance(batch, dict)
        return model.step(batch, step)["l1"]

    return made, learn


class _Steps(Dataset[object]):
    """Batches by step, for worker processes."""

    def __init__(self, batches: PairBatches) -> None:
        self._batches = batches

    def __len__(self) -> int:
        return self._batches.config.loop.steps

    def __getitem__(self, step: int) -> object:
        if step >= len(self):
            raise IndexError(step)
        return self._batches.make(step)


class _Files:
    """Pictures and maps read as the published loop reads them: a JPEG and an array of [H, W, 18] each."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self._folder, self._size = folder, size

    def read(self, number: int) -> tuple[Tensor, Tensor]:
        """[3, H, W] in [-1, 1] and [18, H, W]."""
        with Image.open(self._folder / f"{number}.jpg") as file:
            picture = file.convert("RGB")
            if picture.size != self._size[::-1]:
                picture = picture.resize(self._size[::-1])
        maps = np.load(self._folder / f"{number}.npy")
        height, width = self._size
        cut = torch.from_numpy(maps).float().permute(2, 0, 1)[:, :height, :width]
        return to_unit(torch.from_numpy(np.array(picture))[None])[0], cut


def _inputs_from(files: _Files, count: int) -> Iterator[Inputs]:
    random = np.random.default_rng(0)
    while True:
        rows = [(files.read(int(a)), files.read(int(b))) for a, b in random.integers(PEOPLE, size=(count, 2))]
        target = torch.stack([second[0] for _, second in rows])
        yield Inputs(
            condition=torch.stack([first[0] for first, _ in rows]),
            maps=torch.stack([torch.cat([first[1], second[1]]) for first, second in rows]),
            target=target,
            person=torch.zeros(count, 1, *target.shape[2:]),
            points=torch.zeros(count, JOINT_COUNT, 2),
        )


def write_noise(folder: Path) -> None:
    """Pictures of noise as both ways read them: JPEG and maps, and a prepared data set with pairs."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(0)
    poses = [_framed(preset.pose, preset.size) for preset in load_presets()]
    pictures = random.integers(0, 256, (PEOPLE, *FRAME, 3), dtype=np.uint8)
    items = []
    for number, picture in enumerate(pictures):
        pose = poses[number % len(poses)]
        Image.fromarray(picture).save(folder / f"{number}.jpg", quality=90)
        maps = pose_maps(torch.from_numpy(pose.points.copy())[None].float(), FRAME)[0].permute(1, 2, 0).numpy()
        np.save(folder / f"{number}.npy", maps.astype(np.uint8))
        name, split = f"{number}.jpg", "train" if number < PEOPLE - 4 else "val"
        items.append(Item(name, name, "", "", "", "", "", "front", split, False, pose, False, number))
    np.save(folder / shard_file("pictures", 0), pictures)
    np.save(folder / shard_file("masks", 0), np.full((PEOPLE, *FRAME), 255, np.uint8))
    (folder / ITEMS_FILE).write_text("".join(item.to_line() + "\n" for item in items), encoding="utf-8")
    for split in ("train", "val"):
        names = [item.name for item in items if item.split == split]
        write_pairs(folder / f"pairs-{split}.csv", list(zip(names, names[1:] + names[:1], strict=True)))
    facts = {"format": 1, "size": list(FRAME), "source": "noise", "pictures": PEOPLE}
    (folder / DATASET_FILE).write_text(json.dumps(facts), encoding="utf-8")


def _framed(pose: Pose, size: tuple[int, int]) -> Pose:
    scale = min(FRAME[0] / size[0], FRAME[1] / size[1])
    return pose.with_points(pose.points * scale)
