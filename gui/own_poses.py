"""The person's own poses for the gallery, kept in a folder as the box keeps its presets: an index and pose files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal

from engine.errors import ReposeError
from engine.files import make_folder, output_error, write_bytes
from engine.formats.openpose_json import write_openpose
from engine.framing import FRAME_SIZE
from engine.presets import Preset, load_presets
from engine.project.codec import UNREADABLE, pose_of_rows, pose_rows
from engine.skeleton import Pose
from gui.language.words import told

TAG: Final = "own"
OUTSIDE: Final = "own pose"
"""What steps of the history call a change of these poses, which lie outside of the project."""
_VERSION: Final = 1
_NAME: Final = re.compile(r"own-[0-9]{1,9}")
"""What poses are called in the folder: a name, and no way to another folder."""
_SAME: Final = 1e-3
"""Pixels; files keep places rounded."""


def default_folder() -> Path:
    """Where a person's own poses are kept, by the system's habits."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / "repose-studio" / "poses"


class OwnPoses(QObject):
    """Reads and writes the folder. Every change is on the disk when it returns; what fails is told by `failed`."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, folder: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._presets: list[Preset] = []

    def load(self) -> None:
        """Read what is kept; a folder that does not exist yet holds nothing."""
        try:
            self._presets = list(load_presets(self._folder)) if self._index.is_file() else []
        except ReposeError as error:
            self.failed.emit(told(error))
        self.changed.emit()

    @property
    def _index(self) -> Path:
        return self._folder / "index.json"

    def presets(self) -> list[Preset]:
        """The own poses in order."""
        return list(self._presets)

    def is_own(self, preset: Preset) -> bool:
        """Whether a preset is one of these."""
        return any(own.name == preset.name for own in self._presets)

    def new(self, pose: Pose, *, title: str) -> Preset:
        """A preset of this pose with a name that is free; not kept yet."""
        names = {own.name for own in self._presets}
        number = next(number for number in range(1, len(names) + 2) if f"own-{number}" not in names)
        return Preset(f"own-{number}", title, (TAG,), pose, FRAME_SIZE, False)

    def keep(self, preset: Preset, *, at: int | None = None) -> bool:
        """Put a pose among the own ones, at the end or where it was; answers whether that worked."""
        presets = self.presets()
        presets.insert(len(presets) if at is None else at, preset)
        try:
            make_folder(self._folder)
            file = self._folder / f"{preset.name}.json"
            write_openpose(file, [preset.pose], canvas=preset.size, title=preset.title, tags=preset.tags)
        except ReposeError as error:
            self.failed.emit(told(error))
            return False
        return self._write(presets)

    def remove(self, preset: Preset) -> bool:
        """Take a pose away; answers whether that worked."""
        if not self._write([own for own in self._presets if own.name != preset.name]):
            return False
        try:
            (self._folder / f"{preset.name}.json").unlink(missing_ok=True)
        except OSError as error:
            self.failed.emit(told(output_error(error, self._folder)))
        return True

    def change(self, preset: Preset, *, at: int | None = None) -> bool:
        """Give a pose another title, other tags or another place; answers whether that worked."""
        presets = [preset if own.name == preset.name else own for own in self._presets]
        if at is not None:
            presets.remove(preset)
            presets.insert(at, preset)
        return self._write(presets)

    def _write(self, presets: list[Preset]) -> bool:
        entries = [
            {"name": own.name, "file": f"{own.name}.json", "title": own.title, "tags": list(own.tags), "demo": False}
            for own in presets
        ]
        text = json.dumps({"version": _VERSION, "poses": entries}, indent=1)
        try:
            write_bytes(self._index, (text + "\n").encode("utf-8"))
        except ReposeError as error:
            self.failed.emit(told(error))
            return False
        self._presets = presets
        self.changed.emit()
        return True

    # as steps that can be taken back

    def to_json(self, preset: Preset, *, at: int | None = None) -> list[object]:
        """A pose as a step of the history keeps it, with its place among the others."""
        names = [own.name for own in self._presets]
        place = names.index(preset.name) if at is None and preset.name in names else at
        content = {
            "name": preset.name,
            "title": preset.title,
            "tags": list(preset.tags),
            "size": list(preset.size),
            "pose": pose_rows(preset.pose),
            "at": place,
        }
        return [OUTSIDE, content]

    def carry_out(self, before: object, after: object) -> bool:
        """Keep, delete or change the pose that a step tells of; answers whether that worked.

        A project may come from another computer, where a pose of this name is another one: that is left alone.
        """
        try:
            old, new = _preset_of(before), _preset_of(after)
        except UNREADABLE:
            return False
        if old is None and new is not None:
            return new[0].name not in {own.name for own in self._presets} and self.keep(new[0], at=new[1])
        if old is None or not self._holds(old[0]):
            return False
        return self.remove(old[0]) if new is None else self.change(new[0], at=new[1])

    def _holds(self, preset: Preset) -> bool:
        """Whether this very pose is kept under this name."""
        here = (own.pose for own in self._presets if own.name == preset.name)
        return any(pose.same_as(preset.pose, tolerance=_SAME) for pose in here)


def _preset_of(content: object) -> tuple[Preset, int | None] | None:
    """The pose and its place in a step's content; None for no pose. Raises one of `UNREADABLE` for anything else."""
    if content is None:
        return None
    if not isinstance(content, dict) or not _NAME.fullmatch(content["name"]):
        raise ValueError("not a pose of a person's own")
    height, width = content["size"]
    tags, at = tuple(map(str, content["tags"])), content["at"]
    pose = pose_of_rows(content["pose"])
    preset = Preset(content["name"], str(content["title"]), tags, pose, (int(height), int(width)), False)
    return preset, None if at is None else int(at)
