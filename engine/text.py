"""English text that remembers how it was put together, so that a window can say it in another language.

The engine knows no languages: what it says is English, and reads as such in a terminal. A `Text` carries besides the
constant template, which is what a translation is looked up by, and the values that stand in its holes.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Sequence
from typing import Any, Final, Self

_KEPT: Final = frozenset("\u200c\u200d\u200e\u200f")
"""Marks that belong to words and emojis, and that change nothing beyond them."""

_BREAKS: Final = frozenset("\n\r\t\v\f\x85\u2028\u2029")


class Text(str):
    """A text: the English one by its content, with its `template` and the `values` in the template's holes.

    The template is written out where the text is made, never computed; holes have names, as `str.format` has them:
    `Text("{count} poses", count=3)`. A value may be a text itself. Without values a template is taken as it stands.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """The text with its holes filled; ValueError or KeyError when template and values do not fit together."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template = template
        made.values = values
        return made


def either(words: Sequence[object]) -> str:
    """One or more things of which one is meant: `a`, `a or b`, `a, b or c`."""
    first, last = ", ".join(str(word) for word in words[:-1]), words[-1]
    return Text("{first} or {last}", first=first, last=last) if first else str(last)


def why(error: OSError) -> str:
    """What the system says is wrong, for the middle of a sentence."""
    known = {
        errno.ENOENT: Text("there is no such file"),
        errno.EACCES: Text("there is no permission"),
        errno.EPERM: Text("there is no permission"),
        errno.EIO: Text("the disk does not answer"),
        errno.ENAMETOOLONG: Text("the name is too long"),
        errno.ELOOP: Text("its links lead in a circle"),
        errno.EISDIR: Text("it is a folder"),
        errno.ENOTDIR: Text("a part of the path is a file"),
        errno.ENOSPC: Text("the disk is full"),
        errno.EMFILE: Text("too many files are open"),
        errno.ESTALE: Text("the network drive has lost it"),
        errno.ENODEV: Text("the drive is gone"),
        errno.ETIMEDOUT: Text("the network drive does not answer"),
    }
    return known.get(error.errno or 0) or error.strerror or str(error)


def json_text(value: object, **how: Any) -> str:
    """JSON that can be written as UTF-8, with options as `json.dumps` has them.

    Letters stand as they are; where a text holds what no encoding can say, as names of files may, all are escaped.
    """
    text = json.dumps(value, ensure_ascii=False, **how)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, **how)
    return text


def encodable(text: str) -> str:
    """The text with question marks for what no encoding can say."""
    return text.encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """A text as one line that can be shown anywhere.

    Line breaks become spaces. What would steer a terminal or turn the line's direction, and what no encoding can
    hold, becomes a question mark: names of files may contain all of it.
    """
    if text.isprintable():
        return text
    return "".join(" " if mark in _BREAKS else mark if _is_shown(mark) else "?" for mark in text)


def tidy(name: str, *, most: int = 120) -> str:
    """A name from a file that somebody else made, as a person could have typed it, of at most `most` characters.

    Spaces and line breaks become single spaces, and what no keyboard writes goes.
    """
    plain = " ".join("".join(mark for mark in name if mark in _BREAKS or _is_shown(mark)).split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def _is_shown(mark: str) -> bool:
    return mark.isprintable() or mark in _KEPT
