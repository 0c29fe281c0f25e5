"""Words as they are printed on tops."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

WORDS: Final = (
    "SUNDAY", "north", "ATELIER", "93", "Good\nMorning", "LAGOON", "hello", "07\nRIVER", "PAPAYA", "slow", "KITE\nCLUB",
    "mar i cel", "ORBIT", "No. 5", "WEST\nHARBOUR", "bonjour", "TEAM 21", "lemon\ntree",
)  # fmt: skip
"""What may stand on a top."""
_LETTER: Final = 40


def printed(words: str, colour: tuple[float, float, float]) -> npt.NDArray[np.float32]:
    """float32 [H, W, 4]: lines of words in a colour (linear RGB), 0 in the last channel where there is none."""
    font = ImageFont.load_default(_LETTER)
    pen = ImageDraw.Draw(Image.new("L", (1, 1)))
    left, top, right, bottom = pen.multiline_textbbox((0, 0), words, font=font, align="center", stroke_width=1)
    size = max(int(right - left) + 8, 3 * _LETTER), int(bottom - top) + 8
    image = Image.new("L", size)
    place = (size[0] - (right - left)) / 2 - left, 4 - top
    ImageDraw.Draw(image).multiline_text(place, words, fill=255, font=font, align="center", stroke_width=1)
    cover = np.asarray(image, dtype=np.float32)[:, :, None] / 255
    ink = np.broadcast_to(np.array(colour, dtype=np.float32), (*cover.shape[:2], 3))
    return np.concatenate([ink, cover], axis=2)
