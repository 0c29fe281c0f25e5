"""What comes in the box for the window: poses for the gallery, demo people for the filmstrip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTranslator

from engine.framing import FRAME_SIZE, frame_person
from engine.presets import DemoPerson, Preset, load_people, load_presets
from gui.language.choice import LANGUAGES
from gui.language.words import BOX, boxed
from resources.paths import TRANSLATIONS, bundled

_FIRST: Final = "hands-on-hips"


class Library:
    """Reads the gallery's poses and the demo people, from the box or from other folders."""

    def __init__(self, *, poses: Path | None = None, people: Path | None = None) -> None:
        self._poses = poses
        self._people = people
        self._written: list[str] = []
        self._sources: dict[str, str] | None = None

    def presets(self) -> list[Preset]:
        """The gallery's poses in the pixels of a 176 x 256 frame. Raises PoseFileError."""
        read = load_presets(self._poses)
        self._written, self._sources = [preset.title for preset in read], None
        return [_in_words(_framed(preset)) for preset in read]

    def said(self, title: str) -> str:
        """A pose's title as the window says it now, whichever language it was chosen in; other titles as they are."""
        if self._sources is None:
            self._sources = _in_all_languages(self._written)
        source = self._sources.get(title)
        return title if source is None else boxed(source)

    def people(self) -> list[DemoPerson]:
        """The demo people. Raises PoseFileError."""
        return [replace(person, title=boxed(person.title)) for person in load_people(self._people)]


def first_preset(presets: Sequence[Preset]) -> Preset | None:
    """The pose to begin with: one that differs from how the demo people stand in their photos."""
    return next((preset for preset in presets if preset.name == _FIRST), presets[0] if presets else None)


def _in_all_languages(written: Sequence[str]) -> dict[str, str]:
    """From each title in any language to the one that is written in the box."""
    found: dict[str, str] = {}
    for code in LANGUAGES:
        translator = QTranslator()
        if translator.load(f"repose-studio_{code}", str(bundled(TRANSLATIONS))):
            found |= {said: title for title in written if (said := translator.translate(BOX, title))}
    return found | {title: title for title in written}


def _in_words(preset: Preset) -> Preset:
    """The preset as the person reads it."""
    return replace(preset, title=boxed(preset.title), tags=tuple(map(boxed, preset.tags)))


def _framed(preset: Preset) -> Preset:
    if preset.size == FRAME_SIZE:
        return preset
    return replace(preset, pose=frame_person(preset.size, preset.pose).to_frame(preset.pose), size=FRAME_SIZE)
