"""What comes in the box for the window: poses for the gallery, demo people for the filmstrip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from engine.framing import FRAME_SIZE, frame_person
from engine.presets import DemoPerson, Preset, load_people, load_presets
from gui.language.words import boxed

_FIRST: Final = "hands-on-hips"


class Library:
    """Reads the gallery's poses and the demo people, from the box or from other folders."""

    def __init__(self, *, poses: Path | None = None, people: Path | None = None) -> None:
        self._poses = poses
        self._people = people

    def presets(self) -> list[Preset]:
        """The gallery's poses in the pixels of a 176 x 256 frame. Raises PoseFileError."""
        return [_in_words(_framed(preset)) for preset in load_presets(self._poses)]

    def people(self) -> list[DemoPerson]:
        """The demo people. Raises PoseFileError."""
        return [replace(person, title=boxed(person.title)) for person in load_people(self._people)]


def first_preset(presets: Sequence[Preset]) -> Preset | None:
    """The pose to begin with: one that differs from how the demo people stand in their photos."""
    return next((preset for preset in presets if preset.name == _FIRST), presets[0] if presets else None)


def _in_words(preset: Preset) -> Preset:
    """The preset as the person reads it."""
    return replace(preset, title=boxed(preset.title), tags=tuple(map(boxed, preset.tags)))


def _framed(preset: Preset) -> Preset:
    if preset.size == FRAME_SIZE:
        return preset
    return replace(preset, pose=frame_person(preset.size, preset.pose).to_frame(preset.pose), size=FRAME_SIZE)
