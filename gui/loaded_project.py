"""What a project holds, read whole before the window shows any of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine.presets import DemoPerson
from engine.progress import CancelToken, Progress, no_progress
from engine.project.project import Project
from engine.project.records import Aim, People
from engine.skeleton import Pose
from gui.photo import Photo

OPEN_PHOTO: Final = "open photo"


@dataclass(frozen=True, eq=False)
class LoadedProject:
    """A project and what is in it: its photos in order, those taken out by their keys, the target pose."""

    project: Project
    photos: list[Photo]
    absent: frozenset[int]
    aim: Aim
    background: str
    current: int | None


def load_project(
    project: Project,
    *,
    demos: Mapping[str, DemoPerson],
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> LoadedProject:
    """Read all that the window shows; a demo photo that is no longer in the box has no file.

    Raises ProjectDamagedError and Cancelled.
    """
    people = project.photos.all_people(progress=progress, cancel=cancel)
    nobody: tuple[People, tuple[Pose, ...]] = (People(), ())
    photos: list[Photo] = []
    absent: set[int] = set()
    for record in project.photos.all(absent=True):
        path: Path | None = record.path
        note = ""
        if record.demo:
            demo = demos.get(record.demo)
            path, note = (demo.path, demo.title) if demo is not None else (None, "")
        stand, detected = people.get(record.number, nobody)
        photos.append(
            Photo(
                record.number,
                record.title,
                path,
                record.demo,
                note,
                sha256=record.sha256,
                people=stand,
                detected=detected,
                state=record.state,
                remark=record.note,
                searched=record.searched,
            )
        )
        if not record.present:
            absent.add(record.number)
    current = project.settings.get(OPEN_PHOTO)
    return LoadedProject(
        project,
        photos,
        frozenset(absent),
        project.aim(),
        project.background(),
        current if isinstance(current, int) else None,
    )
