"""Errors that a person can act on: what failed, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from engine.text import Text, one_line


class ReposeError(Exception):
    """Base of every error that is meant for a person's eyes.

    `what` and `hint` are templates, written out where the error is raised, and `values` stand in the holes of both:
    `PictureError("The picture is {wide} pixels wide", where=name, hint="Make it smaller.", wide=9)`. A `Text` is
    taken as it is. `where` is a name, or a `Text` that has one in it.

    `str(error)` is one line of English: the place (a path, a key, an option) if there is one, then what failed,
    then what to do about it. `told` makes the same line in the words of another language.
    """

    def __init__(self, what: str, /, *, where: str = "", hint: str = "", **values: object) -> None:
        self.what = _text(what, **values)
        self.where = where
        self.hint = _text(hint, **values)
        super().__init__(str(self.what))

    def __str__(self) -> str:
        """The single line in English."""
        return self.told(str)

    def told(self, say: Callable[[str], str]) -> str:
        """The single line, each of its parts in the words that `say` finds for it."""
        what = say(self.what)
        sentence = what if what.endswith((".", "!", "?")) else what + "."
        text = f"{say(self.where)}: {sentence}" if self.where else sentence
        return one_line(f"{text} {say(self.hint)}").strip()


class PictureError(ReposeError):
    """A picture cannot be read."""


class NoPersonError(ReposeError):
    """A picture shows no person, or too little of one for the job."""


class PoseFileError(ReposeError):
    """A pose file, or a pose's name, cannot be used."""


class WeightsError(ReposeError):
    """A weights file is missing, damaged, unsafe or of another network."""


class DeviceError(ReposeError):
    """The wanted device does not exist or cannot do the work."""


class OutputError(ReposeError):
    """A result cannot be written where it was asked for."""


class ProjectError(ReposeError):
    """A project file cannot be opened or used."""


class UsageError(ReposeError):
    """Arguments do not fit together."""


class Cancelled(Exception):
    """The work was cancelled by the person; nothing was changed."""


def _text(text: str, **values: object) -> Text:
    return text if isinstance(text, Text) else Text(text, **values)
