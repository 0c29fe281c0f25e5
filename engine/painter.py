"""A generator at work: from condition image and poses to a picture, on the device at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.alignment import Moved
from engine.exemplars import filled_from_photo
from engine.heatmaps import paired_pose_maps
from engine.images import Picture
from engine.patn.checkpoints import LoadedGenerator
from engine.patn.pictures import to_picture, to_tensor
from engine.runtime import describe, inference_dtype, out_of_memory, release_memory
from engine.silhouette import clean_silhouette
from engine.skeleton import Pose
from engine.text import Text

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Painted:
    """What the generator painted: uint8 [H, W, 3], and a word for the person when something went differently."""

    picture: Picture
    note: str = ""


class Painter:
    """One loaded generator. Not for several threads at once.

    Our own weights run in bf16 where the device is fast at it, unless `precision` says otherwise; published ones always
    in float32, so that their pictures are those of the published code.
    """

    def __init__(
        self, loaded: LoadedGenerator, *, device: torch.device | str = "cpu", precision: str = "auto", name: str = ""
    ) -> None:
        """`name` is what people call the weights; without one it is what their file calls itself."""
        self.loaded = loaded
        self.name = name or loaded.header.name
        self.precision = precision
        self.device = torch.device(device)
        self._place()

    def _place(self) -> None:
        self.dtype = inference_dtype(self.device, precision=self.precision) if self.wants_moved else torch.float32
        self.loaded.generator.to(self.device).to(memory_format=torch.channels_last)

    @property
    def wants_moved(self) -> bool:
        """Whether the condition image is the photo moved into the target pose, rather than the photo itself."""
        return self.loaded.header.condition == "moved"

    def facts(self) -> Mapping[str, str]:
        """What made the picture, for its provenance."""
        return {
            "generator": self.name,
            "generator sha256": self.loaded.sha256,
            "device": describe(self.device),
            "precision": str(self.dtype).removeprefix("torch."),
        }

    def paint(self, condition: Moved, *, source: Pose, target: Pose) -> Painted:
        """Paint one picture.

        `condition` holds picture and holes [H, W]; both poses are in its pixels. When the GPU's memory is full the
        CPU does it, from then on, and the note says so.
        """
        note = ""
        try:
            picture = self._paint(condition, source, target)
        except RuntimeError as problem:
            if self.device.type == "cpu" or not out_of_memory(problem):
                raise
            release_memory(self.device)
            self.device = torch.device("cpu")
            self._place()
            note = Text("The GPU's memory was full, so the CPU does the work from here on; it takes longer.")
            picture = self._paint(condition, source, target)
        return Painted(picture, note)

    def _paint(self, condition: Moved, source: Pose, target: Pose) -> Picture:
        x, maps = self.inputs(condition, source=source, target=target)
        return self._finished(self.run(x, maps)[0], condition)

    def _finished(self, out: Tensor, condition: Moved) -> Picture:
        """The network's answer [3, H, W] as a picture; the published code's own stay as that code has them."""
        if not self.wants_moved:
            return to_picture(out, nearest=False)
        # Pixels that were let through must come out as they went in; the published code cuts off instead.
        cleaned = clean_silhouette(to_picture(out, nearest=True), condition)
        return filled_from_photo(cleaned, condition)

    def run(self, x: Tensor, maps: Tensor) -> Tensor:
        """The generator on [B, 3 or 4, H, W] and [B, 36, H, W]; answers [B, 3, H, W] in [-1, 1]."""
        plain = self.dtype == torch.float32
        with torch.inference_mode(), torch.autocast(self.device.type, self.dtype, enabled=not plain):
            out: Tensor = self.loaded.generator(x.contiguous(memory_format=torch.channels_last), maps)
        return out.float()

    def look(self, condition: Moved, *, source: Pose, target: Pose) -> tuple[Picture, Floats]:
        """Paint one picture, and tell where each block looked: uint8 [H, W, 3], float32 [blocks, H/4, W/4] in 0..1.

        Every value of a mask says how much of its block's change was let into the picture there, averaged over the
        channels (section 3.1.2 of the paper).
        """
        x, maps = self.inputs(condition, source=source, target=target)
        plain = self.dtype == torch.float32
        with torch.inference_mode(), torch.autocast(self.device.type, self.dtype, enabled=not plain):
            x = x.contiguous(memory_format=torch.channels_last)
            out, masks = self.loaded.generator.forward_with_attention(x, maps)
        return self._finished(out.float()[0], condition), np.asarray(masks[0].float().cpu().numpy(), dtype=np.float32)

    def inputs(self, condition: Moved, *, source: Pose, target: Pose) -> tuple[Tensor, Tensor]:
        """The generator's two inputs: [1, 3 or 4, H, W] in [-1, 1] (holes 0..1), and the poses' maps [1, 36, H, W]."""
        x = to_tensor(condition.picture, device=self.device)
        if self.loaded.generator.architecture.condition_channels > 3:
            holes = torch.from_numpy(condition.holes).to(self.device)[None, None]
            x = torch.cat([x, holes], dim=1)
        height, width = condition.picture.shape[:2]
        header = self.loaded.header
        maps = paired_pose_maps(
            _points(source),
            _points(target),
            size=(height, width),
            device=self.device,
            # Discs shrink with the picture, as they did where the training began with small pictures.
            radius=header.pose_radius * height // header.size[0],
            sigma=header.pose_sigma,
        )
        return x, maps


def _points(pose: Pose) -> Tensor:
    """[1, 18, 2], NaN where missing."""
    return torch.from_numpy(pose.points.astype(np.float32))[None]
