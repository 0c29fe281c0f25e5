"""What may be behind the person in a picture."""

from __future__ import annotations

from typing import Final, Literal, get_args

Background = Literal["white", "keep", "photo"]
"""White; the photo's own, in the frame; or the whole photo with the person in their place in it."""

BACKGROUNDS: Final[tuple[Background, ...]] = get_args(Background)
