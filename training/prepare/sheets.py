"""Contact sheets of a data set: what was dropped, by reason, what was kept, and near-duplicates side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine.errors import PictureError
from engine.files import make_folder
from engine.framing import FRAME_SIZE
from engine.images import Picture, load_picture, save_picture
from engine.overlay import draw_skeleton
from training.prepare.duplicates import NearDuplicate
from training.prepare.figures import doubtful
from training.prepare.journal import Entry
from training.prepare.photos import Photo, Source
from training.prepare.selection import REASONS, Kept, Selection
from training.prepared import SHARD_ROWS, shard_file

FOLDER: Final = "sheets"
MOST_PICTURES: Final = 48
_COLUMNS: Final = 8
_CELL: Final = (192, 132)
"""Height and width of a picture on a sheet."""
_CAPTION: Final = 30
_LIMB: Final = 1.4
_GAP: Final = 6
_INK: Final = (60, 60, 60)
_TINT: Final = (90, 140, 255)
_TINT_SHARE: Final = 0.4

Cell = tuple[Picture, str]
T = TypeVar("T")


class StoredPictures:
    """Pictures by their rows, while the data set is still being made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def picture(self, row: int) -> Picture:
        """uint8 [256, 176, 3]."""
        return self._row("pictures", row)

    def tinted(self, row: int) -> Picture:
        """The picture with the background blue, uint8 [256, 176, 3]: shows the mask."""
        picture, person = self.picture(row), self._row("masks", row)[:, :, None] / 255
        behind = (1 - _TINT_SHARE) * picture + _TINT_SHARE * np.array(_TINT)
        return np.rint(person * picture + (1 - person) * behind).astype(np.uint8)

    def _row(self, what: str, row: int) -> Picture:
        number, place = divmod(row, SHARD_ROWS)
        shard = np.load(self.folder / shard_file(what, number), mmap_mode="r", allow_pickle=False)
        return np.array(shard[place], dtype=np.uint8)


def write_sheets(
    folder: Path,
    source: Source,
    selection: Selection,
    *,
    entry_of: Callable[[Photo], Entry | None],
    duplicates: Sequence[tuple[Kept, Kept, NearDuplicate]],
) -> dict[str, str]:
    """Write the sheets below `folder`; answers their paths, relative to it, by what they show.

    That is "kept", "doubtful", "near-duplicates", or the reason for which photos were dropped. Raises OutputError.
    """
    place, stored = folder / FOLDER, StoredPictures(folder)
    written: dict[str, str] = {}

    def write(what: str, cells: Iterator[Cell], *, columns: int = _COLUMNS) -> None:
        laid = list(cells)
        if laid:
            make_folder(place)
            save_picture(place / f"{what}.jpg", sheet(laid, columns=columns))
            written[what] = f"{FOLDER}/{what}.jpg"

    chosen = spread(selection.kept, MOST_PICTURES)
    write("kept", (_stored_cell(stored, k.entry, f"{k.photo.source}\n{k.facing}, {k.joints} joints") for k in chosen))
    unsure = doubtful(selection.kept, most=MOST_PICTURES)
    write("doubtful", (_stored_cell(stored, k.entry, f"{k.photo.source}\nconfidence {c:.2f}") for c, k in unsure))
    for reason in REASONS:
        gone = [one for one in selection.dropped if one.reason == reason]
        if reason == "limit":
            continue
        write(
            reason,
            (
                _stored_cell(stored, entry, f"{one.photo.source}\n{one.detail}")
                if one.row >= 0 and (entry := entry_of(one.photo)) is not None
                else (_small(source, one.photo), f"{one.photo.source}\n{one.detail}")
                for one in spread(gone, MOST_PICTURES)
            ),
        )
    write("near-duplicates", _duplicate_cells(stored, duplicates[: MOST_PICTURES // 2]))
    return written


def spread(things: Sequence[T], most: int) -> Sequence[T]:
    """As many of the things at most, from the whole length of the list."""
    if len(things) <= most:
        return things
    return [things[index * len(things) // most] for index in range(most)]


def _stored_cell(stored: StoredPictures, entry: Entry, caption: str) -> Cell:
    return draw_skeleton(stored.tinted(entry.row), entry.pose, width=_LIMB), caption


def _duplicate_cells(
    stored: StoredPictures, duplicates: Sequence[tuple[Kept, Kept, NearDuplicate]]
) -> Iterator[Cell]:  # fmt: skip
    for first, second, pair in duplicates:
        mirror = ", mirrored" if pair.mirrored else ""
        yield stored.picture(first.entry.row), f"{first.photo.source}\nval, {pair.bits} bits{mirror}"
        yield stored.picture(second.entry.row), f"{second.photo.source}\ntrain"


def _small(source: Source, photo: Photo) -> Picture:
    """A photo that was not stored, whole on grey; grey alone where it cannot be read."""
    canvas = np.full((*FRAME_SIZE, 3), 225, np.uint8)
    try:
        picture = load_picture(source.path(photo))
    except PictureError:
        return canvas
    height, width = picture.shape[:2]
    scale = min(FRAME_SIZE[0] / height, FRAME_SIZE[1] / width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_NEAREST)
    y, x = (FRAME_SIZE[0] - size[1]) // 2, (FRAME_SIZE[1] - size[0]) // 2
    canvas[y : y + size[1], x : x + size[0]] = small
    return canvas


def sheet(cells: Sequence[Cell], *, columns: int = _COLUMNS) -> Picture:
    """Pictures of any size with captions of two lines on white, uint8 [H, W, 3]."""
    columns = min(columns, len(cells))
    rows = -(-len(cells) // columns)
    height, width = _CELL[0] + _CAPTION + _GAP, _CELL[1] + _GAP
    page = Image.new("RGB", (columns * width + _GAP, rows * height + _GAP), "white")
    drawing, font = ImageDraw.Draw(page), ImageFont.load_default(11)
    for number, (picture, caption) in enumerate(cells):
        y, x = _GAP + number // columns * height, _GAP + number % columns * width
        small = cv2.resize(picture, (_CELL[1], _CELL[0]), interpolation=cv2.INTER_AREA)
        page.paste(Image.fromarray(np.asarray(small, dtype=np.uint8)), (x, y))
        drawing.rectangle((x - 1, y - 1, x + _CELL[1], y + _CELL[0]), outline=(215, 215, 215))
        for line, text in enumerate(caption.split("\n")[:2]):
            drawing.text((x, y + _CELL[0] + 2 + 13 * line), _fitted(text, font), fill=_INK, font=font)
    return np.array(page, dtype=np.uint8)


def _fitted(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> str:
    """The text, its beginning cut off until it is as narrow as a picture: the end of a path tells more."""
    if font.getlength(text) <= _CELL[1]:
        return text
    while text and font.getlength("…" + text) > _CELL[1]:
        text = text[1:]
    return "…" + text
