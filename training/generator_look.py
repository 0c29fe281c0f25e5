"""Looking at a generator in training, on held-out pairs that never change: figures, and a grid of what it paints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torchmetrics.functional.image import structural_similarity_index_measure

from engine.files import make_folder
from engine.heatmaps import paired_pose_maps
from engine.images import save_picture
from engine.overlay import skeleton_picture
from engine.patn.generator import Generator
from engine.patn.pictures import to_picture
from training.losses import l1_over, to_unit
from training.pair_sources import PairSource
from training.pairs import Pair
from training.schedule import Stage

Bytes = npt.NDArray[np.uint8]

GRID_PAIRS: Final = 6
_SEED: Final = 20140601
_GAP: Final = 4
"""White pixels between the cells of a grid."""


@dataclass(frozen=True)
class Look:
    """A generator with the way it wants its inputs, and where it computes."""

    generator: Generator
    stage: Stage
    device: torch.device

    @torch.no_grad()
    def paint(self, pair: Pair) -> tuple[Tensor, Bytes]:
        """On the CPU: the picture [1, 3, H, W] in [-1, 1], and each block's attention mask [blocks, H/4, W/4]."""
        condition = picture_of(pair.condition)
        if self.generator.architecture.condition_channels > 3:
            holes = torch.from_numpy(np.ascontiguousarray(pair.holes))[None, None]
            condition = torch.cat([condition, holes], dim=1)
        points = [torch.from_numpy(pose.points.copy())[None].float() for pose in (pair.source_pose, pair.target_pose)]
        maps = paired_pose_maps(*points, size=self.stage.size, radius=self.stage.radius, sigma=self.stage.sigma)
        self.generator.eval()
        picture, masks = self.generator.forward_with_attention(condition.to(self.device), maps.to(self.device))
        shares: Bytes = masks[0].float().mul(255).round().to(torch.uint8).cpu().numpy()
        return picture.float().cpu(), shares


def chosen(source: PairSource, count: int) -> list[int]:
    """The numbers of the pairs that a look uses: `count` of them, or all with 0; the same in every run."""
    if count == 0 or count >= len(source):
        return list(range(len(source)))
    order = np.random.default_rng(_SEED).permutation(len(source))[:count]
    return sorted(int(number) for number in order)


def figures(look: Look, source: PairSource, *, count: int) -> dict[str, float]:
    """L1 and SSIM on held-out pairs at full size, beside those of answers that need no network.

    L1 is the mean absolute difference of RGB in [-1, 1], over the picture and over the person alone; SSIM is
    torchmetrics', Gaussian window of 11 with sigma 1.5, range 2. ``unchanged_`` is the person as photographed,
    ``moved_`` (where the condition image is moved) the condition image itself.
    """
    sums: dict[str, float] = {}
    numbers = chosen(source, count)
    moves = look.generator.architecture.condition_channels > 3
    for number in numbers:
        pair = source.steady(number, size=look.stage.size)
        target = picture_of(pair.target)
        person = torch.from_numpy(np.ascontiguousarray(pair.person))[None, None]
        answers = {"": look.paint(pair)[0].clamp(-1, 1), "unchanged_": picture_of(pair.unmoved)}
        if moves:
            answers["moved_"] = picture_of(pair.condition)
        for name, answer in answers.items():
            similar = structural_similarity_index_measure(answer, target, data_range=2.0)
            assert isinstance(similar, Tensor)
            for key, value in (
                ("l1", l1_over(answer, target)),
                ("l1_person", l1_over(answer, target, share=person)),
                ("ssim", similar),
            ):
                sums[name + key] = sums.get(name + key, 0.0) + float(value.mean())
    result = {key: value / len(numbers) for key, value in sums.items()}
    if moves:
        result["l1_of_moved"] = result["l1"] / max(result["moved_l1"], 1e-9)
    return result | {"photos": float(len(numbers))}


def write_grid(look: Look, source: PairSource, *, path: Path) -> None:
    """A PNG with a row for each of six pairs: condition, target, target pose, picture, attention masks block by block.

    OutputError when it cannot be written.
    """
    rows = []
    for number in chosen(source, GRID_PAIRS):
        pair = source.steady(number, size=look.stage.size)
        picture, masks = look.paint(pair)
        pose = skeleton_picture(pair.target_pose, look.stage.size, background=(255, 255, 255))
        cells = [pair.condition, pair.target, pose, to_picture(picture, nearest=True)[0], _mask_cell(masks, pose.shape)]
        rows.append(_spaced(cells, axis=1))
    make_folder(path.parent)
    save_picture(path, _spaced(rows, axis=0))


def _mask_cell(masks: Bytes, shape: Sequence[int]) -> Bytes:
    """The blocks' masks [blocks, h, w], first at the top left, as tiles of one cell [H, W, 3]."""
    across = int(np.ceil(np.sqrt(len(masks))))
    height, width = shape[0] // across, shape[1] // across
    cell = np.full((shape[0], shape[1], 3), 255, np.uint8)
    for number, mask in enumerate(masks):
        row, column = divmod(number, across)
        tile = cv2.applyColorMap(cv2.resize(mask, (width, height)), cv2.COLORMAP_VIRIDIS)[..., ::-1]
        cell[row * height : (row + 1) * height, column * width : (column + 1) * width] = tile
    return cell


def _spaced(cells: Sequence[Bytes], *, axis: int) -> Bytes:
    gap_shape = list(cells[0].shape)
    gap_shape[axis] = _GAP
    gap = np.full(gap_shape, 255, np.uint8)
    parts = [part for cell in cells for part in (cell, gap)][:-1]
    return np.concatenate(parts, axis=axis)


def picture_of(pixels: Bytes) -> Tensor:
    """[H, W, 3] bytes to [1, 3, H, W] in [-1, 1]."""
    return to_unit(torch.from_numpy(np.ascontiguousarray(pixels))[None])
