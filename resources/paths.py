"""Where the bundled files are: finds what comes in the box wherever the packages are installed."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

WEIGHTS = "weights"
POSES = "poses"
PEOPLE = "demo"
ICONS = "icons"
TRANSLATIONS = "translations"


def bundled(*parts: str) -> Path:
    """Path of a bundled file or folder, named by its parts below `resources`: `bundled("poses", "walk.json")`.

    The path may not exist: see `bundled_file` for one that must. Raises ValueError for parts that lead out of the box.
    """
    for part in parts:
        if not part or part in {".", ".."} or Path(part).name != part:
            raise ValueError(f"{part!r} is not the name of a bundled file or folder")
    return Path(str(files("resources"))).joinpath(*parts)


def bundled_file(*parts: str) -> Path:
    """Path of a bundled file that is there; FileNotFoundError says what is missing and how to get it back."""
    path = bundled(*parts)
    if not path.is_file():
        raise FileNotFoundError(
            f"The bundled file {'/'.join(parts)} is missing from {path.parent}; "
            "install Repose Studio again to bring it back"
        )
    return path


def bundled_files(folder: str, *, suffix: str = "") -> list[Path]:
    """The files of one bundled folder that end in `suffix`, sorted by name; [] when there is no such folder."""
    place = bundled(folder)
    if not place.is_dir():
        return []
    return sorted(path for path in place.iterdir() if path.is_file() and path.name.endswith(suffix))
