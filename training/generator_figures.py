"""How well a generator mends moved photos: figures and contact sheets on photos that took no part in its training.

Every figure stands beside the same figure of two answers that need no network: the condition image handed back
unchanged, and the moved picture without mending.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torchmetrics.functional.image import structural_similarity_index_measure

from engine.alignment import Moved, move_picture
from engine.fitting import fit_to_person
from engine.heatmaps import paired_pose_maps
from engine.images import save_picture
from engine.patn.generator import Generator
from engine.patn.pictures import to_picture
from engine.skeleton import LIMB_COLOURS, LIMBS, Pose
from training.datasets import PhotoSet
from training.losses import l1_over, to_unit
from training.pairs import Change, make_pair

Bytes = npt.NDArray[np.uint8]

_SEED: Final = 20140601
_SHEET_PHOTOS: Final = 10
_SHEET_POSES: Final = 4


@dataclass(frozen=True)
class Painter:
    """A generator with the way it wants its inputs."""

    generator: Generator
    size: tuple[int, int]
    radius: int
    device: torch.device

    @torch.no_grad()
    def paint(self, moved: Bytes, holes: npt.NDArray[np.float32], *, source: Pose, target: Pose) -> Tensor:
        """[1, 3, H, W] in [-1, 1], on the CPU, from a moved picture, its holes and both poses."""
        condition = torch.cat(
            [to_unit(torch.from_numpy(np.ascontiguousarray(moved))[None]), torch.from_numpy(holes.copy())[None, None]],
            dim=1,
        )
        points = [torch.from_numpy(pose.points.copy())[None].float() for pose in (source, target)]
        maps = paired_pose_maps(*points, size=self.size, radius=self.radius)
        self.generator.eval()
        painted: Tensor = self.generator(condition.to(self.device), maps.to(self.device))
        return painted.float().cpu()


def figures(painter: Painter, people: PhotoSet, *, count: int, change: Change) -> dict[str, float]:
    """L1 and SSIM on fixed pairs by moving, for the generator, the moved picture and the unchanged condition.

    One pair a photo, the same in every run: the photo's own pixels, moved into a random pose, moved back, painted, and
    compared with the photo at full size.  L1 is the mean absolute difference of RGB in [-1, 1], over the picture and
    over the person alone; SSIM is torchmetrics', Gaussian window of 11 with sigma 1.5, range 2 over [-1, 1].
    """
    sums: dict[str, float] = {}
    count = min(count, len(people))
    for index in range(count):
        rng = np.random.default_rng((_SEED, index))
        pair = make_pair(people[index], size=painter.size, change=change, rng=rng, steady=True)
        target = to_unit(torch.from_numpy(np.ascontiguousarray(pair.target))[None])
        person = torch.from_numpy(np.ascontiguousarray(pair.person))[None, None]
        painted = painter.paint(pair.condition, pair.holes, source=pair.source_pose, target=pair.target_pose)
        answers = {
            "": painted.clamp(-1, 1),
            "moved_": to_unit(torch.from_numpy(np.ascontiguousarray(pair.condition))[None]),
            "unchanged_": to_unit(torch.from_numpy(np.ascontiguousarray(pair.unmoved))[None]),
        }
        for name, answer in answers.items():
            similar = structural_similarity_index_measure(answer, target, data_range=2.0)
            assert isinstance(similar, Tensor)
            for key, value in (
                ("l1", l1_over(answer, target)),
                ("l1_person", l1_over(answer, target, share=person)),
                ("ssim", similar),
            ):
                sums[name + key] = sums.get(name + key, 0.0) + float(value.mean())
    result = {key: value / count for key, value in sums.items()}
    result["l1_of_moved"] = result["l1"] / max(result["moved_l1"], 1e-9)
    result["photos"] = float(count)
    return result


def write_sheet(painter: Painter, people: PhotoSet, *, path: Path) -> None:
    """A sheet of ten photos, each in the poses of four others: photo, then pose, moved and painted four times."""
    order = np.random.default_rng(_SEED).permutation(len(people))
    chosen = [int(order[i % len(order)]) for i in range(_SHEET_PHOTOS + _SHEET_PHOTOS * _SHEET_POSES)]
    rows = []
    for row in range(_SHEET_PHOTOS):
        photo, mask, pose = person_at(people, chosen[row], size=painter.size)
        cells = [photo]
        for column in range(_SHEET_POSES):
            other = chosen[_SHEET_PHOTOS + row * _SHEET_POSES + column]
            wanted = fit_to_person(person_at(people, other, size=painter.size)[2], person=pose)
            moved: Moved = move_picture(photo, mask, source=pose, target=wanted)
            painted = painter.paint(moved.picture, moved.holes, source=pose, target=wanted)
            cells += [draw_pose(wanted, size=painter.size), moved.picture, to_picture(painted, nearest=True)[0]]
        rows.append(np.concatenate(cells, axis=1))
    path.parent.mkdir(parents=True, exist_ok=True)
    save_picture(path, np.concatenate(rows, axis=0))


def person_at(people: PhotoSet, index: int, *, size: tuple[int, int]) -> tuple[Bytes, Bytes, Pose]:
    """A framed person's picture, mask and pose at `size` (height, width)."""
    person = people[index]
    scale = size[0] / person.mask.shape[0]
    picture, mask = (
        np.asarray(cv2.resize(a, size[::-1], interpolation=cv2.INTER_AREA), dtype=np.uint8)
        for a in (person.picture, person.mask)
    )
    offset = (scale - 1) / 2
    return picture, mask, person.pose.transformed([[scale, 0.0, offset], [0.0, scale, offset]])


def draw_pose(pose: Pose, *, size: tuple[int, int]) -> Bytes:
    """The skeleton on white, [H, W, 3]."""
    canvas = np.full((*size, 3), 255, np.uint8)
    for (first, second), colour in zip(LIMBS, LIMB_COLOURS, strict=True):
        if pose.has(first, second):
            ends = [tuple(int(round(v)) for v in pose.place(joint)) for joint in (first, second)]
            cv2.line(canvas, ends[0], ends[1], colour, 3, cv2.LINE_AA)
    return canvas
