"""Small untrained models, by way of their files."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import torch

from engine.openpose.checkpoints import write_pose_network
from engine.openpose.network import COMPACT, PoseNetwork
from engine.painter import Painter
from engine.patn.checkpoints import Condition, GeneratorHeader, read_generator, write_generator
from engine.patn.generator import Generator, GeneratorArchitecture, initialise


def painter(folder: Path, condition: Condition) -> Painter:
    """A small untrained generator by way of its file: ours (moved, holes, mask), or one as published."""
    moved = condition == "moved"
    architecture = GeneratorArchitecture(
        ngf=4, blocks=1, condition_channels=4 if moved else 3, output_mask=moved, dropout=not moved
    )
    generator = Generator(architecture)
    initialise(generator, seed=5)
    path = folder / f"{condition}.safetensors"
    header = GeneratorHeader("untrained", "nothing", "CC0-1.0", condition=condition, pose_radius=2 if moved else 0)
    write_generator(path, generator, header=header)
    return Painter(read_generator(path))


def small_estimator(path: Path, *, mask: bool) -> Path:
    torch.manual_seed(0)
    architecture = dataclasses.replace(COMPACT, widths=(4,) * 5, depths=(1,) * 5, mask_width=4 if mask else 0)
    write_pose_network(path, PoseNetwork(architecture), header={"name": "small", "licence": "CC0-1.0"})
    return path
