"""Names that strangers gave, shown as they are: never taken for markup, never wider than the pane they are in."""

from __future__ import annotations

import html
import re
from typing import Final

_LONGEST: Final = 36
"""Characters without a space that a line of a pane holds."""


def shortened(text: str) -> str:
    """The text with long words cut in the middle; of a path the end stays, as that tells most."""
    return re.sub(r"\S+", lambda word: _short(word[0]), text)


def _short(word: str) -> str:
    if len(word) <= _LONGEST:
        return word
    parts = re.split(r"(?<=[/\\])", word)
    end = parts.pop()
    while parts and len(parts[-1]) + len(end) < _LONGEST:
        end = parts.pop() + end
    if len(end) <= _LONGEST:
        return f"…/{end}" if parts else end
    return f"{end[: _LONGEST // 2]}…{end[-_LONGEST // 2 :]}"


def tip(text: str) -> str:
    """The text as a tool tip that shows every character of it."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if "<" in text else text
