"""What the window remembers between two starts: its place, recent files and the person's choices."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

_PHOTOS: Final = "recent"
_PROJECTS: Final = "project/recent"
_MOST_RECENT: Final = 10
_MOST_FOLDERS: Final = 50


class Preferences:
    """A typed front to QSettings; damaged or foreign values count as absent."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings("Repose Studio", "Repose Studio")

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._settings.setValue(key, value)

    def number(self, key: str, default: float) -> float:
        """A remembered number."""
        try:
            return float(self.text(key, str(default)))
        except ValueError:
            return default

    def set_number(self, key: str, value: float) -> None:
        """Remember a number."""
        self.set_text(key, repr(float(value)))

    def folders(self, key: str) -> list[Path]:
        """Remembered folders that still exist, newest first."""
        return [path for path in self._paths(key) if path.is_dir()]

    def add_folder(self, key: str, path: Path) -> None:
        """Remember a folder as the newest."""
        newest = path.absolute()
        self.set_folders(key, [newest, *(old for old in self.folders(key) if old != newest)][:_MOST_FOLDERS])

    def set_folders(self, key: str, paths: list[Path]) -> None:
        """Remember exactly these folders."""
        self._settings.setValue(key, [str(path) for path in paths])

    def state(self, key: str) -> QByteArray:
        """A remembered geometry or layout; empty when there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, key: str, value: QByteArray) -> None:
        """Remember a geometry or layout."""
        self._settings.setValue(key, value)

    def recent(self) -> list[Path]:
        """Recently opened photos that still exist, newest first."""
        return self._files(_PHOTOS)

    def add_recent(self, path: Path) -> None:
        """Remember an opened photo."""
        self._add_file(_PHOTOS, path)

    def recent_projects(self) -> list[Path]:
        """Projects that were opened lately and still exist, newest first."""
        return self._files(_PROJECTS)

    def add_recent_project(self, path: Path) -> None:
        """Remember a project that was opened."""
        self._add_file(_PROJECTS, path)

    def _paths(self, key: str) -> list[Path]:
        value = self._settings.value(key, [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if isinstance(name, str)]

    def _files(self, key: str) -> list[Path]:
        return [path for path in self._paths(key) if path.is_file()]

    def _add_file(self, key: str, path: Path) -> None:
        newest = path.absolute()
        others = [old for old in self._files(key) if old != newest]
        self._settings.setValue(key, [str(entry) for entry in [newest, *others][:_MOST_RECENT]])

    def folder(self, key: str) -> str:
        """The folder in which a file dialog begins."""
        name = self.text(f"folder/{key}")
        return name if name and Path(name).is_dir() else str(Path.home())

    def set_folder(self, key: str, path: Path) -> None:
        """Remember where a file was chosen."""
        self.set_text(f"folder/{key}", str(path.absolute().parent))
