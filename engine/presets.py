"""What comes in the box to choose from: target poses for the gallery, and demo people to try them on."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from engine.errors import PoseFileError
from engine.formats.openpose_json import read_openpose
from engine.formats.reading import parse_json, read_text
from engine.skeleton import Pose
from engine.text import Text, either
from resources.paths import POSES, bundled

PEOPLE: Final = "demo"
_HINT: Final = "Install Repose Studio again to bring it back."


@dataclass(frozen=True, eq=False)
class Preset:
    """A target pose of the gallery; `pose` is in pixels of a canvas `size` (height, width), usually 256 x 176.

    `demo` says whether the demo shows every person in it.
    """

    name: str
    title: str
    tags: tuple[str, ...]
    pose: Pose
    size: tuple[int, int]
    demo: bool


@dataclass(frozen=True, eq=False)
class DemoPerson:
    """A demo person: the photo's `path`, and the `pose` in its pixels as it is known from making it (or None)."""

    name: str
    title: str
    path: Path
    pose: Pose | None


def load_presets(folder: Path | None = None) -> tuple[Preset, ...]:
    """The gallery's poses in its order, from the box or from another folder with an `index.json`.

    Raises PoseFileError when the index or a pose in it is missing or damaged.
    """
    place = folder if folder is not None else bundled(POSES)
    return tuple(_preset(place, entry) for entry in _entries(place / "index.json", "poses"))


def find_preset(name: str, *, presets: Sequence[Preset] | None = None) -> Preset:
    """The preset of this name or title, in any capitals. Raises PoseFileError, with near names as its hint."""
    choice = load_presets() if presets is None else presets
    wanted = _plain(name)
    for preset in choice:
        if wanted in (_plain(preset.name), _plain(preset.title)):
            return preset
    names = [preset.name for preset in choice]
    near = difflib.get_close_matches(wanted, names, n=3, cutoff=0.5)
    others = Text("There are: {names}.", names=", ".join(names))
    hint = Text("Did you mean {name}?", name=either(near)) if near else others
    raise PoseFileError("There is neither a preset of this name nor such a file", where=name, hint=hint)


def load_people(folder: Path | None = None) -> tuple[DemoPerson, ...]:
    """The demo people in their order, from the box or from another folder with a `demo.json`.

    Raises PoseFileError when the list or a file in it is missing or damaged.
    """
    place = folder if folder is not None else bundled(PEOPLE)
    return tuple(_person(place, entry) for entry in _entries(place / "demo.json", "people"))


def _plain(name: str) -> str:
    return "-".join(name.strip().lower().replace("_", " ").replace("-", " ").replace(",", " ").split())


def _entries(index: Path, key: str) -> list[dict[str, Any]]:
    if not index.is_file():
        raise PoseFileError("A list that comes in the box is missing", where=str(index), hint=_HINT)
    content = parse_json(read_text(index), name=str(index))
    entries = content.get(key) if isinstance(content, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) and _names(entry) for entry in entries):
        raise PoseFileError("A list that comes in the box is damaged", where=str(index), hint=_HINT)
    return entries


def _names(entry: dict[str, Any]) -> bool:
    """Whether an entry has a name that is no path: files of other folders are not read."""
    given = [entry[key] for key in ("name", "file", "picture", "pose") if key in entry]
    return isinstance(entry.get("name"), str) and all(
        isinstance(value, str) and value not in ("", ".", "..") and Path(value).name == value for value in given)


def _preset(folder: Path, entry: dict[str, Any]) -> Preset:
    name = entry["name"]
    file = read_openpose(folder / entry.get("file", f"{name}.json"))
    tags = entry.get("tags", file.tags)
    return Preset(
        name=name,
        title=str(entry.get("title") or file.title or name),
        tags=tuple(map(str, tags)) if isinstance(tags, (list, tuple)) else (),
        pose=file.people[0],
        size=file.canvas or (256, 176),
        demo=entry.get("demo") is True,
    )


def _person(folder: Path, entry: dict[str, Any]) -> DemoPerson:
    name = entry["name"]
    photo = folder / entry.get("picture", f"{name}.png")
    if not photo.is_file():
        raise PoseFileError("The demo person's photo is missing", where=str(photo), hint=_HINT)
    skeleton = folder / entry.get("pose", f"{name}.json")
    pose = read_openpose(skeleton).people[0] if skeleton.is_file() else None
    return DemoPerson(name, str(entry.get("title") or name), photo, pose)
