"""Skeletons drawn on pictures in OpenPose's colours, and pictures laid out on one sheet."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine.images import Picture
from engine.skeleton import JOINT_COLOURS, LIMB_COLOURS, LIMBS, Joint, JointState, Pose

Colour = tuple[int, int, int]

_SHIFT: Final = 4
# Beyond this nothing can be drawn in fixed-point numbers, and nothing of it would be seen.
_FAR: Final = 1e5


def draw_skeleton(
    picture: Picture, pose: Pose | Sequence[Pose], *, width: float | None = None, faint: float = 0.35
) -> Picture:
    """A copy of the picture, uint8 [H, W, 3], with one skeleton or several.

    Limbs take OpenPose's colours dimmed to 60 %, joints the full ones: visible ones as discs, hidden ones as rings.
    Of several poses the first is the main person; the others are mixed in with the strength `faint`. `width` is that
    of a limb in pixels; without it, it goes by the person's height.
    """
    poses = [pose] if isinstance(pose, Pose) else list(pose)
    drawn = np.ascontiguousarray(picture).copy()
    for other in poses[1:]:
        _draw(drawn, other, width)
    if len(poses) > 1:
        drawn = np.asarray(cv2.addWeighted(drawn, faint, picture, 1 - faint, 0))
    if poses:
        _draw(drawn, poses[0], width)
    return drawn


def skeleton_picture(pose: Pose, size: tuple[int, int], *, background: Colour = (0, 0, 0)) -> Picture:
    """A skeleton alone, uint8 [H, W, 3] of `size` (height, width): what OpenPose calls a pose picture."""
    return draw_skeleton(np.full((*size, 3), background, np.uint8), pose)


def _draw(picture: Picture, pose: Pose, width: float | None) -> None:
    extent = pose.box()
    if extent is None:
        return
    reach = max(extent[3] - extent[1], extent[2] - extent[0])
    limb = max(1, round(width if width is not None else min(0.011 * reach, 0.03 * max(picture.shape[:2]))))
    radius = 0.85 * limb + 0.6
    fixed = np.rint(np.clip(np.nan_to_num(pose.points), -_FAR, _FAR) * (1 << _SHIFT)).astype(int)
    for (first, second), colour in zip(LIMBS, LIMB_COLOURS, strict=True):
        if pose.has(first, second):
            cv2.line(picture, _xy(fixed, first), _xy(fixed, second), colour, limb, cv2.LINE_AA, _SHIFT)
    for joint, colour in zip(Joint, JOINT_COLOURS, strict=True):
        if pose.states[joint] is JointState.VISIBLE:
            cv2.circle(picture, _xy(fixed, joint), round(radius * (1 << _SHIFT)), colour, -1, cv2.LINE_AA, _SHIFT)
        elif pose.states[joint] is JointState.HIDDEN:
            ring = round((radius + 0.4 * limb) * (1 << _SHIFT))
            cv2.circle(picture, _xy(fixed, joint), ring, colour, max(1, limb // 2), cv2.LINE_AA, _SHIFT)


def _xy(fixed: np.ndarray[tuple[int, int], np.dtype[np.int_]], joint: Joint) -> tuple[int, int]:
    return int(fixed[joint, 0]), int(fixed[joint, 1])


def contact_sheet(
    rows: Sequence[Sequence[Picture | None]],
    *,
    column_titles: Sequence[str] = (),
    row_titles: Sequence[str] = (),
    gap: int = 8,
    background: Colour = (255, 255, 255),
    ink: Colour = (40, 40, 40),
) -> Picture:
    """Rows of pictures on one sheet, uint8 [H, W, 3]; None leaves a place empty.

    All cells of a column are as wide as its widest picture and all cells of a row as high as its highest, smaller
    pictures in the middle. Titles stand above columns, shortened where there is no room, and left of rows.
    """
    count = max((len(row) for row in rows), default=0)
    heights = [max((cell.shape[0] for cell in row if cell is not None), default=0) for row in rows]
    widths = [
        max((row[at].shape[1] for row in rows if at < len(row) and row[at] is not None), default=0)  # type: ignore[union-attr]
        for at in range(count)
    ]
    column_titles, row_titles = [_plain(t) for t in column_titles], [_plain(t) for t in row_titles]
    letter = int(np.clip(max([*heights, 1]) // 16, 11, 28))
    font = ImageFont.load_default(letter)
    beside = ["\n".join(_lines(title, font, 9 * letter)) for title in row_titles]
    longest = max((font.getlength(line) for title in beside for line in title.split("\n")), default=0.0)
    left = gap + (round(longest) + gap if longest else 0)
    top = gap + (round(1.3 * letter) + gap // 2 if any(column_titles) else 0)
    xs = [left + sum(widths[:at]) + gap * at for at in range(count)]
    ys = [top + sum(heights[:at]) + gap * at for at in range(len(rows))]
    size = left + sum(widths) + gap * max(count, 1), top + sum(heights) + gap * max(len(rows), 1)
    sheet = Image.new("RGB", size, background)
    for row, y, height in zip(rows, ys, heights, strict=True):
        for cell, x, width in zip(row, xs, widths, strict=False):
            if cell is not None:
                place = x + (width - cell.shape[1]) // 2, y + (height - cell.shape[0]) // 2
                sheet.paste(Image.fromarray(np.ascontiguousarray(cell)), place)
    pen = ImageDraw.Draw(sheet)
    for title, x, width in zip(column_titles, xs, widths, strict=False):
        pen.text((x + width / 2, gap), _shortened(title, font, width), fill=ink, font=font, anchor="ma")
    for title, y, height in zip(beside, ys, heights, strict=False):
        pen.multiline_text((gap, y + height / 2), title, fill=ink, font=font, anchor="lm")
    return np.array(sheet, dtype=np.uint8)


def _plain(title: str) -> str:
    """Letters that the drawing font has: marks are taken off, what is left of other scripts becomes a question mark."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", title) if not unicodedata.combining(letter))
    return bare.encode("ascii", "replace").decode("ascii")


def _lines(title: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int) -> list[str]:
    """A title broken between words so that its lines are no wider than `width`, where its words allow that."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _shortened(title: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int) -> str:
    if font.getlength(title) <= width:
        return title
    while title and font.getlength(title + "...") > width:
        title = title[:-1]
    return title.rstrip() + "..." if title else ""
