"""Photos with keypoints and masks as framed people in memory: read once, kept as one file of bytes beside the run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import NoPersonError, PictureError
from engine.files import write_bytes
from engine.framing import Framing, frame_person
from engine.images import load_picture
from engine.skeleton import JointState, Pose
from training.annotations import ABSENT, Annotation, read_annotations

FRAME: Final = (384, 264)
"""Height and width of the kept people, half as large again as the generator's frame: room for cropping and scaling."""
UNSURE: Final = 0.35
"""Labels of a lower confidence, ABSENT at least, are taken for hidden joints."""
_FORMAT: Final = 1

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class FramedPerson:
    """One person on white.

    `picture` uint8 [384, 264, 3] RGB, `mask` uint8 [384, 264] 0..255, `pose` in the picture's pixels.
    """

    name: str
    picture: Bytes
    mask: Bytes
    pose: Pose


class PhotoSet(Sequence[FramedPerson]):
    """One split of a folder of photos (`photos/`, `masks/`, `keypoints18.json`), framed.

    The first use frames every photo and keeps them in `cache`, one array of bytes; later uses map that file into
    memory, so that nothing is read before it is asked for and processes share it.
    """

    def __init__(self, folder: Path, *, split: str, cache: Path) -> None:
        """UsageError when the folder is not such a folder; PictureError when a photo or mask cannot be read."""
        self.annotations = read_annotations(folder, split=split)
        self._store = cache / f"people-{split}-{_fingerprint(self.annotations)}.npy"
        self._table = self._store.with_suffix(".json")
        if not (self._store.is_file() and self._table.is_file()):
            self._build()
        rows = json.loads(self._table.read_text(encoding="utf-8"))
        self._rows: list[int] = rows["rows"]
        self._framings = [Framing(scale, (x, y), FRAME) for scale, x, y in rows["framings"]]
        self._people: Bytes = np.load(self._store, mmap_mode="r")

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> FramedPerson:  # type: ignore[override]
        if not 0 <= index < len(self):
            raise IndexError(index)
        annotation = self.annotations[self._rows[index]]
        pixels = self._people[index]
        pose = self._framings[index].to_frame(pose_of(annotation))
        return FramedPerson(annotation.name, np.ascontiguousarray(pixels[..., :3]), pixels[..., 3].copy(), pose)

    def __iter__(self) -> Iterator[FramedPerson]:
        return (self[index] for index in range(len(self)))

    @property
    def shown(self) -> list[Annotation]:
        """What the table says of each person here, in order."""
        return [self.annotations[row] for row in self._rows]

    def _build(self) -> None:
        self._store.parent.mkdir(parents=True, exist_ok=True)
        part = self._store.with_name(f".{self._store.name}.part")
        rows: list[int] = []
        framings: list[tuple[float, float, float]] = []
        shape = (len(self.annotations), *FRAME, 4)
        people = np.lib.format.open_memmap(part, mode="w+", dtype=np.uint8, shape=shape)
        for number, annotation in enumerate(self.annotations):
            photo = load_picture(annotation.photo)
            mask = read_mask(annotation.mask, size=(photo.shape[0], photo.shape[1]))
            try:
                framing = frame_person((photo.shape[0], photo.shape[1]), pose_of(annotation), mask=mask, size=FRAME)
            except NoPersonError:
                continue
            people[len(rows), ..., :3] = framing.frame(photo, mask=mask)
            people[len(rows), ..., 3] = np.rint(framing.frame_mask(mask) * 255)
            rows.append(number)
            framings.append((framing.scale, *framing.offset))
        people.flush()
        del people
        part.replace(self._store)
        write_bytes(self._table, json.dumps({"rows": rows, "framings": framings}).encode())


def read_mask(path: Path, *, size: tuple[int, int]) -> npt.NDArray[np.bool_]:
    """A mask file as [H, W] true on the person, at `size` (height, width). PictureError when it cannot be read."""
    picture = load_picture(path)[..., 0]
    if picture.shape != size:
        if abs(picture.shape[0] / picture.shape[1] - size[0] / size[1]) > 0.02:
            raise PictureError("The mask has not its photo's shape", where=str(path))
        picture = np.asarray(cv2.resize(picture, size[::-1], interpolation=cv2.INTER_NEAREST), dtype=np.uint8)
    result: npt.NDArray[np.bool_] = picture > 127
    return result


def pose_of(annotation: Annotation) -> Pose:
    """The labels as a pose in photo pixels: missing below `ABSENT`, hidden below `UNSURE`."""
    confidence = annotation.keypoints[:, 2]
    states = [
        JointState.MISSING if c < ABSENT else JointState.HIDDEN if c < UNSURE else JointState.VISIBLE
        for c in confidence
    ]
    return Pose.from_points(annotation.keypoints[:, :2], confidence=confidence, states=states)


def _fingerprint(annotations: Sequence[Annotation]) -> str:
    """Changes when the photos or their labels do."""
    digest = hashlib.sha256(f"{_FORMAT}{FRAME}".encode())
    for annotation in annotations:
        digest.update(f"{annotation.photo.resolve()}{annotation.size}".encode())
        digest.update(annotation.keypoints.tobytes())
    return digest.hexdigest()[:12]
