"""Contact sheets: of a batch, photos down and poses across, or of any pictures with their names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine.batch import Batch, Item
from engine.errors import PictureError, UsageError
from engine.images import Picture, downscale, load_picture
from engine.overlay import contact_sheet
from engine.progress import CancelToken, Progress, check, no_progress
from engine.text import Text

MOST_PIXELS: Final = 40_000_000
SHEET: Final = "contact-sheet.png"
LARGEST: Final = 384
"""Pixels of the longer side that a picture needs for a sheet at most."""
_CELL: Final = 256
_LEAST: Final = 48
_GAP: Final = 10
_INK: Final = (40, 40, 40)


def cell_side(count: int, *, most: int = _CELL) -> int:
    """Pixels of a cell's longer side, so that a sheet of `count` cells stays within `MOST_PIXELS`."""
    return max(_LEAST, min(most, int(math.sqrt(MOST_PIXELS / max(count, 1)))))


def batch_sheet(batch: Batch, *, progress: Progress = no_progress, cancel: CancelToken | None = None) -> Picture:
    """A batch's pictures, uint8 [H, W, 3]: a row for each photo and generator, a column for each pose.

    What failed stays empty. The generators' pictures of one photo stand under one another.
    """
    side = cell_side(batch.total)
    rows: list[list[Picture | None]] = []
    titles: list[str] = []
    for photo, shown in enumerate(batch.photos):
        check(cancel)
        progress(photo, len(batch.photos), Text("Making the contact sheet"))
        for model, painter in enumerate(batch.models):
            rows.append([_cell(batch, Item(photo, pose, model), side) for pose in range(len(batch.poses))])
            titles.append(f"{shown.stem} · {painter.label}" if batch.compares else shown.stem)
    progress(len(batch.photos), len(batch.photos), Text("Making the contact sheet"))
    return contact_sheet(rows, column_titles=[pose.title or pose.name for pose in batch.poses], row_titles=titles)


def _cell(batch: Batch, item: Item, side: int) -> Picture | None:
    if not batch.is_done(item):
        return None
    try:
        return downscale(load_picture(batch.path_of(item)), side)
    except PictureError:
        return None


def picture_sheet(pictures: Sequence[tuple[str, Picture]], *, columns: int = 0, names: bool = True) -> Picture:
    """Pictures with their names below, uint8 [H, W, 3], row by row; 0 columns are as many as look well.

    Of many pictures only `LARGEST` pixels need be in the memory at once: `downscale` each as it is read. Raises
    UsageError without pictures.
    """
    if not pictures:
        raise UsageError("A contact sheet needs at least one picture", hint="Choose some.")
    columns = min(columns or max(1, round(math.sqrt(1.8 * len(pictures)))), len(pictures))
    cells = [downscale(picture, cell_side(len(pictures), most=LARGEST)) for _, picture in pictures]
    width = max(cell.shape[1] for cell in cells)
    height = max(cell.shape[0] for cell in cells)
    letter = int(np.clip(width // 13, 11, 20))
    font = ImageFont.load_default(letter)
    caption = round(1.7 * letter) if names else 0
    rows = math.ceil(len(cells) / columns)
    size = columns * (width + _GAP) + _GAP, rows * (height + caption + _GAP) + _GAP
    sheet = Image.new("RGB", size, (255, 255, 255))
    pen = ImageDraw.Draw(sheet)
    for number, ((name, _), cell) in enumerate(zip(pictures, cells, strict=True)):
        x = _GAP + (number % columns) * (width + _GAP)
        y = _GAP + (number // columns) * (height + caption + _GAP)
        place = x + (width - cell.shape[1]) // 2, y + height - cell.shape[0]
        sheet.paste(Image.fromarray(np.ascontiguousarray(cell)), place)
        if names:
            text = _fitting(name, font, width)
            pen.text((x + width / 2, y + height + 0.3 * letter), text, fill=_INK, font=font, anchor="ma")
    return np.array(sheet, dtype=np.uint8)


def _fitting(name: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int) -> str:
    """As much of a name as there is room for."""
    if font.getlength(name) <= width:
        return name
    while name and font.getlength(name + "…") > width:
        name = name[:-1]
    return name.rstrip() + "…" if name else ""
