"""Errors that a person can act on: what failed, where, and what to do."""

from __future__ import annotations


class ReposeError(Exception):
    """Base of every error that is meant for a person's eyes.

    `str(error)` is one line: the place (a path, a key, an option) if there is one, then what failed,
    then what to do about it.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """Compose the single line shown to a person."""
        sentence = self.what if self.what.endswith((".", "!", "?")) else self.what + "."
        text = f"{self.where}: {sentence}" if self.where else sentence
        return f"{text} {self.hint}".replace("\n", " ").strip()


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
