"""What can be wrong with a project file, each as an error of its own, so that a program can offer what helps."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import ProjectError
from engine.text import Text


@dataclass(frozen=True)
class Holder:
    """Who has a project open: the computer's name, the process, and since when (ISO 8601, UTC; empty if unknown)."""

    host: str = ""
    process: int = 0
    since: str = ""

    @property
    def said(self) -> Text:
        """The holder in words."""
        if not self.host:
            return Text("another program")
        if not self.since:
            return Text("process {number} on {computer}", number=self.process, computer=self.host)
        since = self.since[:16].replace("T", " ")
        return Text(
            "process {number} on {computer}, since {since} UTC", number=self.process, computer=self.host, since=since
        )

    def __str__(self) -> str:
        """The holder in English words."""
        return str(self.said)


class ProjectLockedError(ProjectError):
    """Somebody else has the project open; it can be opened for reading only."""

    def __init__(self, where: str, *, holder: Holder) -> None:
        super().__init__(
            "The project is open already ({holder})",
            where=where,
            hint="Close it there, or open it here for reading only.",
            holder=holder.said,
        )
        self.holder = holder


class ProjectTooNewError(ProjectError):
    """A later version of the program wrote the project."""


class ProjectDamagedError(ProjectError):
    """The file is no whole project any more; what can be read of it can be rescued into a new one."""


class ProjectUnwritableError(ProjectError):
    """The project lies where nothing can be written; it can be opened for reading only."""


class ProjectReadOnlyError(ProjectError):
    """The project was opened for reading only, so nothing can be changed in it."""
