"""Makes a folder of photos with keypoints and masks small enough to carry to the machine that trains on it.

The packed folder has the same form (`photos/NAME.jpg`, `masks/NAME.png`, `keypoints18.json`), so every training reads
it as it would the other. Photos are made smaller, never larger, and pressed to one JPEG quality for all of them: the
best at which everything fits.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import UsageError
from engine.files import make_folder, write_bytes
from engine.progress import Progress, no_progress
from training.annotations import Annotation, read_annotations

QUALITIES: Final = (92, 88, 84, 80, 75, 70, 65, 60)
"""JPEG qualities that are tried, the best first."""
_TRIED: Final = 48
"""Photos of which the size of all is judged before anything is written."""
_ROOM: Final = 0.97
"""Part of what is allowed that the judged size may take: photos differ."""
TABLE_FILE: Final = "keypoints18.json"
_PAIR_FILES: Final = ("pairs-train.csv", "pairs-val.csv")

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Packed:
    """What was written: pictures, bytes of everything, JPEG quality, and the largest height of a photo in pixels."""

    pictures: int
    bytes: int
    quality: int
    height: int


def pack(
    source: Path,
    out: Path,
    *,
    height: int = 384,
    most: int = 25_000_000,
    limit: int = 0,
    progress: Progress = no_progress,
) -> Packed:
    """Write `source` to `out` with no photo higher than `height` pixels and no more than `most` bytes in all.

    `limit` is the most photos of each split, 0 for all of them; they are taken evenly from the whole list. UsageError
    when the source lacks something, when `out` holds anything already, or when the photos do not fit at the least
    quality. The table is written last, so a folder that has one is complete.
    """
    if out.exists() and any(out.iterdir()):
        raise UsageError("There is something in this folder already", where=str(out), hint="Name another folder.")
    annotations = _annotations(source, limit=limit)
    rows: dict[str, dict[str, Any]] = json.loads((source / TABLE_FILE).read_text(encoding="utf-8"))
    quality = _quality(annotations, height=height, most=most)
    for name in ("photos", "masks"):
        make_folder(out / name)
    written, table = 0, {}
    for number, annotation in enumerate(annotations):
        photo, mask, scale = _smaller(annotation, height)
        written += _write(out / "photos" / f"{annotation.name}.jpg", _jpeg(photo, quality))
        written += _write(out / "masks" / f"{annotation.name}.png", _png(mask))
        table[annotation.name] = _row(rows[annotation.name], scale, size=(photo.shape[1], photo.shape[0]))
        progress(number + 1, len(annotations), "Packing")
    for name in _PAIR_FILES:
        if (source / name).is_file() and not limit:
            written += _write(out / name, (source / name).read_bytes())
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(row)}" for name, row in table.items())
    written += _write(out / TABLE_FILE, f"{{\n{lines}\n}}\n".encode())
    if written > most:
        shutil.rmtree(out)
        raise _too_much(source, most, written)
    return Packed(len(annotations), written, quality, height)


def _annotations(source: Path, *, limit: int) -> list[Annotation]:
    found: list[Annotation] = []
    for split in ("train", "val"):
        try:
            rows: Sequence[Annotation] = read_annotations(source, split=split)
        except UsageError:
            # A folder may well be all training; that it is nothing at all is said below.
            if split == "train":
                raise
            continue
        chosen = np.unique(np.linspace(0, len(rows) - 1, min(limit or len(rows), len(rows))).round().astype(int))
        found += [rows[int(place)] for place in chosen]
    return found


def _quality(annotations: Sequence[Annotation], *, height: int, most: int) -> int:
    places = np.unique(np.linspace(0, len(annotations) - 1, min(_TRIED, len(annotations))).round().astype(int))
    tried = [_smaller(annotations[int(place)], height)[:2] for place in places]
    # A row of the table takes some 700 bytes.
    others = sum(len(_png(mask)) + 700 for _, mask in tried)
    size = 0.0
    for quality in QUALITIES:
        size = (sum(len(_jpeg(photo, quality)) for photo, _ in tried) + others) / len(tried) * len(annotations)
        if size <= _ROOM * most:
            return quality
    raise _too_much(annotations[0].photo.parent.parent, most, round(size))


def _too_much(source: Path, most: int, size: int) -> UsageError:
    return UsageError(
        f"The photos would take {size / 1e6:.0f} MB at the least quality, more than {most / 1e6:.0f} MB",
        where=str(source),
        hint="Allow more (--most), make them smaller (--height) or take fewer (--limit).",
    )


def _smaller(annotation: Annotation, height: int) -> tuple[Bytes, Bytes, float]:
    photo = cv2.imread(str(annotation.photo), cv2.IMREAD_COLOR)
    mask = cv2.imread(str(annotation.mask), cv2.IMREAD_GRAYSCALE)
    if photo is None or mask is None:
        raise UsageError("A photo or its mask cannot be read", where=str(annotation.photo))
    scale = min(1.0, height / photo.shape[0])
    if scale == 1.0:
        return np.asarray(photo, np.uint8), np.asarray(mask, np.uint8), 1.0
    size = (max(1, round(photo.shape[1] * scale)), max(1, round(photo.shape[0] * scale)))
    small, cut = (cv2.resize(pixels, size, interpolation=cv2.INTER_AREA) for pixels in (photo, mask))
    return np.asarray(small, np.uint8), np.asarray((cut > 127) * 255, np.uint8), scale


def _row(row: dict[str, Any], scale: float, *, size: tuple[int, int]) -> dict[str, Any]:
    """The table's row for a photo made smaller: pixel centres keep their places (x + 0.5 grows with the picture)."""
    width, height = row["size"]
    across, down = (size[0] / width, size[1] / height) if scale < 1.0 else (1.0, 1.0)
    keypoints = [
        [round((x + 0.5) * across - 0.5, 2), round((y + 0.5) * down - 0.5, 2), confidence]
        if confidence
        else [0.0, 0.0, 0.0]
        for x, y, confidence in row["keypoints"]
    ]
    return {**row, "size": list(size), "keypoints": keypoints}


def _write(path: Path, data: bytes) -> int:
    write_bytes(path, data)
    return len(data)


def _jpeg(photo: Bytes, quality: int) -> bytes:
    done, data = cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
    assert done, "OpenCV writes JPEG wherever it runs"
    return data.tobytes()


def _png(mask: Bytes) -> bytes:
    done, data = cv2.imencode(".png", mask, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    assert done, "OpenCV writes PNG wherever it runs"
    return data.tobytes()
