"""Where in a JSON text a value stands: file, line and words for a person, worked out only when somebody asks."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Final

from engine.skeleton import Joint
from engine.text import Text

Step = str | int
"""A key of an object or the place in a list."""

_SPACE: Final = " \t\n\r"


def line_in(name: str, line: int) -> Text:
    """A line of a file, in words."""
    return Text("{file}, line {line}", file=name, line=line)


def within(place: str, part: str | Joint) -> Text:
    """A part of a place, in words."""
    return Text("{place}, {part}", place=place, part=Text(part.title) if isinstance(part, Joint) else part)


@dataclass(frozen=True)
class Spot:
    """A value in a JSON text: the file's `name`, the steps to it from the top, and what a person calls it.

    `str(spot)` is what errors say: `coco.json, line 12, annotation 3, nose`.
    """

    name: str
    text: str
    steps: tuple[Step, ...] = ()
    words: tuple[str | Joint, ...] = ()

    def at(self, *steps: Step, words: str | Joint = "") -> Spot:
        """The value that lies further down, and its name if people have one for it."""
        return replace(self, steps=self.steps + steps, words=(*self.words, words) if words != "" else self.words)

    @property
    def said(self) -> str:
        """The place in words, which a window can say in another language."""
        place = line_in(self.name, line_of(self.text, self.steps)) if self.steps else self.name
        for part in self.words:
            place = within(place, part)
        return place

    def __str__(self) -> str:
        """The place in English words."""
        return str(self.said)


def line_of(text: str, steps: tuple[Step, ...]) -> int:
    """The line, from 1, on which the value at `steps` begins; that of the last step that is there when one is not.

    The text is valid JSON. Of keys that stand twice the last one counts, as it does for whoever reads the text.
    """
    decoder = json.JSONDecoder()
    here = _skip(text, 0)
    for step in steps:
        found = _entry(text, here, step, decoder)
        if found is None:
            break
        here = found
    return text.count("\n", 0, here) + 1


def _entry(text: str, start: int, step: Step, decoder: json.JSONDecoder) -> int | None:
    """Where the value of a key, or the n-th of a list, begins; None when the value at `start` has no such entry."""
    kind = text[start : start + 1]
    if kind != ("{" if isinstance(step, str) else "["):
        return None
    at, index, found = _skip(text, start + 1), 0, None
    while at < len(text) and text[at] not in "]}":
        key: Step = index
        if kind == "{":
            key, at = decoder.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if key == step:
            found = at
            if kind == "[":
                return found
        at = _skip(text, decoder.raw_decode(text, at)[1])
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        index += 1
    return found


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
