"""A project of many small photos on the disk, made up, for measuring how the window bears them."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from engine.project.project import Project
from engine.skeleton import LIMBS, Joint, Pose

_DISTINCT: Final = 48
"""Files that differ; the others are further names of them, which cost no place on the disk."""

# Where joints of a standing person are, in shares of the picture's width and height.
_STANDING: Final = (
    (0.50, 0.14), (0.50, 0.22), (0.42, 0.22), (0.38, 0.34), (0.36, 0.46), (0.58, 0.22), (0.62, 0.34), (0.64, 0.46),
    (0.45, 0.48), (0.44, 0.68), (0.44, 0.88), (0.55, 0.48), (0.56, 0.68), (0.56, 0.88), (0.48, 0.12), (0.52, 0.12),
    (0.46, 0.13), (0.54, 0.13),
)  # fmt: skip


def made_up_pose(generator: np.random.Generator, *, side: int) -> Pose:
    """Somebody who stands, more or less, in a picture `side` high and two thirds as wide; confidences 0.4 to 1."""
    places = np.array(_STANDING) + generator.normal(0.0, 0.01, (len(Joint), 2))
    trust = generator.uniform(0.4, 1.0, len(Joint))
    return Pose.from_points(places * (2 * side / 3, side), confidence=trust)


def make_photos(folder: Path, *, count: int, side: int, seed: int) -> list[Path]:
    """`count` JPEG photos in a new folder, `side` pixels high and two thirds as wide, of figures on rough ground."""
    folder.mkdir(parents=True)
    generator = np.random.default_rng(seed)
    grain = generator.normal(0.0, 9.0, (side, 2 * side // 3, 1)).astype(np.float32)
    paths: list[Path] = []
    for number in range(count):
        path = folder / f"photo-{number:05d}.jpg"
        if number < _DISTINCT:
            _photo(generator, grain, side=side).save(path, quality=88)
        else:
            _another_name(paths[number % _DISTINCT], path)
        paths.append(path)
    return paths


def make_project(file: Path, paths: list[Path], *, side: int, seed: int) -> None:
    """A project of these photos in which everybody has been found."""
    generator = np.random.default_rng(seed)
    with Project.create(file) as project, project.together():
        for number in project.photos.add_all(paths):
            project.photos.set_detected(number, [made_up_pose(generator, side=side)])


def _photo(generator: np.random.Generator, grain: np.ndarray, *, side: int) -> Image.Image:
    width = 2 * side // 3
    coarse = Image.fromarray(generator.integers(40, 216, (9, 6, 3), dtype=np.uint8))
    ground = np.asarray(coarse.resize((width, side), Image.Resampling.BICUBIC), dtype=np.float32)
    rough = ground + np.roll(grain, int(generator.integers(side)), axis=0)
    image = Image.fromarray(np.clip(rough, 0, 255).astype(np.uint8))
    draw, pose = ImageDraw.Draw(image), made_up_pose(generator, side=side)
    skin = tuple(int(value) for value in generator.integers(60, 240, 3))
    for first, second in LIMBS:
        draw.line([pose.place(first), pose.place(second)], fill=skin, width=side // 16)
    return image


def _another_name(path: Path, name: Path) -> None:
    with contextlib.suppress(OSError):
        os.link(path, name)
        return
    shutil.copyfile(path, name)
