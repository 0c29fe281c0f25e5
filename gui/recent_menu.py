"""Menus of what was open lately: photos, and projects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui.controller import Controller


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecentMenu", text)


class RecentMenu(QMenu):
    """Fills itself with files each time that it is shown, and says `nothing` where there is none."""

    def __init__(
        self,
        title: str,
        *,
        files: Callable[[], Sequence[Path]],
        chosen: Callable[[Path], object],
        nothing: str,
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent)
        self._files = files
        self._chosen = chosen
        self._nothing = nothing
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for path in self._files():
            self.addAction(str(path).replace("&", "&&")).triggered.connect(partial(self._choose, path))
        if self.isEmpty():
            self.addAction(self._nothing).setEnabled(False)

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self._chosen(path)


def recent_menus(controller: Controller, *, bar: QMenuBar) -> tuple[RecentMenu, RecentMenu]:
    """The menus of recent photos and of recent projects."""
    files, projects, preferences = controller.files, controller.projects, controller.preferences
    photos = RecentMenu(
        _tr("Open &recent"),
        files=preferences.recent,
        chosen=lambda path: files.open_paths([path]),
        nothing=_tr("No recent photos"),
        parent=bar,
    )
    others = RecentMenu(
        _tr("Recent pro&jects"),
        files=projects.recent,
        chosen=projects.open,
        nothing=_tr("No recent projects"),
        parent=bar,
    )
    return photos, others
