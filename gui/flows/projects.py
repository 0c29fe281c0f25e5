"""Projects: the one that the program starts with, new ones, others, copies, and help where one cannot be opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import ReposeError
from engine.presets import DemoPerson
from engine.project.faults import ProjectDamagedError, ProjectLockedError, ProjectUnwritableError
from engine.project.project import SUFFIX, Project
from gui.document import Document
from gui.flows.messages import Message, Messages, Place
from gui.flows.missing_photos import MissingPhotos
from gui.garbage import set_aside
from gui.keeping import PictureKeeper
from gui.language.words import said, told
from gui.library import Library
from gui.loaded_project import LoadedProject, load_project
from gui.preferences import Preferences
from gui.services.opening import ProjectOpener, is_large

LAST: Final = "project/last"
FIRST_NAME: Final = "Project"
_SAID_AFTER: Final = 400
"""Milliseconds after which it is told that a project is being opened."""


def default_folder() -> Path:
    """Where the program's own project is kept, by the system's habits."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / "repose-studio" / "projects"


def _opened(path: Path) -> Project:
    """A project to work in, or to read where nothing can be written."""
    try:
        return Project.open(path)
    except ProjectUnwritableError:
        return Project.open(path, read_only=True)


class ProjectFlow(QObject):
    """Opens projects in the window. One that cannot be opened changes nothing: a message says why, and what helps.

    `told` brings such a message, `settled` says that an earlier one is of no interest any more.
    """

    changed = Signal()
    told = Signal(object)
    settled = Signal()
    done = Signal(str)

    def __init__(
        self,
        document: Document,
        *,
        library: Library,
        messages: Messages,
        preferences: Preferences,
        folder: Path | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._library = library
        self._preferences = preferences
        self._folder = folder
        self._window = window
        self._aim = document.aim
        self._then: Callable[[bool], None] | None = None
        self._opener = ProjectOpener(parent=self)
        self._opener.opened.connect(self._on_opened)
        self._opener.failed.connect(self._on_failed)
        self._locked: Path | None = None
        self._damaged: Path | None = None
        self.keeper = PictureKeeper(document, parent=self)
        self.missing = MissingPhotos(document, preferences=preferences, window=window)
        self.missing.told.connect(self._tell_missing)
        self.missing.changed.connect(self.changed)
        self.keeper.failed.connect(lambda text: messages.error(Place.PICTURE, text, "save"))
        document.failed.connect(self._on_refused)

    def close_down(self) -> None:
        """Give searches up, and wait until all pictures are kept."""
        self._opener.wait()
        self.missing.close_down()
        self.keeper.flush()

    # what there is

    @property
    def folder(self) -> Path:
        """Where the program's own project is kept."""
        return self._folder if self._folder is not None else default_folder()

    @property
    def first(self) -> Path:
        """The project that a person has without having made one."""
        return self.folder / f"{FIRST_NAME}{SUFFIX}"

    @property
    def title(self) -> str:
        """The open project's name; empty for the one that nobody had to make."""
        project = self._document.project
        name = "" if project.path is None or project.path == self.first.absolute() else project.title
        return self.tr("{0} (for reading only)").format(project.title) if project.read_only else name

    @property
    def locked(self) -> bool:
        """Whether a project was asked for that is open elsewhere."""
        return self._locked is not None

    @property
    def damaged(self) -> bool:
        """Whether a project was asked for that is damaged."""
        return self._damaged is not None

    def recent(self) -> list[Path]:
        """Projects that were open lately and are still there, without the one that is open."""
        return [path for path in self._preferences.recent_projects() if path != self._document.project.path]

    # opening

    def start(self, asked: Path | None, then: Callable[[bool], None]) -> None:
        """Open `asked`, else the last project, else the program's own.

        `then` is called once that is over, with whether there is nothing in the project yet.
        """
        last = self._preferences.text(LAST)
        path = asked or (Path(last) if last else self.first)
        self._then = lambda worked: then(not worked or self._document.project.photos.is_new())
        if path.exists():
            self._begin_with(path)
        elif path == self.first:
            self._make(path, at_once=True)
        else:
            text = self.tr("The project {0} is not there any more.").format(path)
            if self.first.exists():
                self._begin_with(self.first)
            else:
                self._make(self.first, at_once=True)
            self._tell("warning", text, "open-project", "new-project")

    def _end(self, worked: bool) -> bool:
        then, self._then = self._then, None
        if then is not None:
            then(worked)
        return worked

    def _on_refused(self, text: str) -> None:
        path = self._document.project.path
        self._tell("error", text if path is None else text.replace(str(path), path.name), "save-project-as")

    def _tell_missing(self, kind: str, text: str, findable: bool) -> None:
        self._tell(kind, text, *(["find-photos"] if findable else []))

    def _tell(self, kind: str, text: str, *actions: str) -> None:
        self.told.emit(Message(Place.WINDOW, kind, text, actions))

    @property
    def opening(self) -> bool:
        """Whether a project is being opened."""
        return self._opener.path is not None

    def open(self, path: Path, *, then: Callable[[bool], None] | None = None) -> bool:
        """Open a project in place of the one that is open, beside the window; answers whether that has begun.

        `then` is called when it is over, with whether it worked.
        """
        self._then = then or self._then
        return self._replace(path, lambda: _opened(path))

    def _begin_with(self, path: Path) -> bool:
        """At the start a small project is there with the window."""
        return self._replace(path, lambda: _opened(path), at_once=not is_large(path))

    def _make(self, path: Path, *, at_once: bool = False) -> bool:
        return self._replace(path, lambda: Project.create(path), at_once=at_once)

    def _replace(self, path: Path, get: Callable[[], Project], *, at_once: bool = False) -> bool:
        if path.absolute() == self._document.project.path:
            self._opener.give_up()
            return self._end(True)
        if not at_once:
            self._opener.open(path, get, demos=self._demos())
            QTimer.singleShot(_SAID_AFTER, lambda: self._say_opening(path))
            return True
        self._opener.wait()
        project: Project | None = None
        try:
            project = get()
            loaded = load_project(project, demos=self._demos())
        except ReposeError as error:
            if project is not None:
                project.close()
            self._on_failed(path, error)
            return False
        self._show(path, loaded, close=Project.close)
        self._say_shown(path, loaded)
        return True

    def _say_opening(self, path: Path) -> None:
        if self._opener.path == path:
            self._tell("info", self.tr("Opening {0}…").format(path.name))

    def _on_opened(self, path: Path, loaded: LoadedProject) -> None:
        """In three turns of the window, each short: the photos that were go, the others come, and what is said."""
        self._document.empty()
        QTimer.singleShot(0, lambda: self._show(path, loaded, close=self._opener.close_project))
        QTimer.singleShot(0, lambda: self._say_shown(path, loaded))
        if is_large(path):
            QTimer.singleShot(0, set_aside)

    def _on_failed(self, path: Path, error: ReposeError) -> None:
        self._say(path, error)
        self._end(False)

    def _show(self, path: Path, loaded: LoadedProject, *, close: Callable[[Project], None]) -> None:
        self.settled.emit()
        self.keeper.flush()
        self._aim = self._document.aim
        self._document.show_project(loaded, close=close)

    def _say_shown(self, path: Path, loaded: LoadedProject) -> None:
        project = loaded.project
        if project is not self._document.project:
            return
        if loaded.aim.target is None and self._aim.target is not None and not project.read_only:
            self._document.set_aim(self._aim)
        elsewhere, self._locked, self._damaged = self._locked == path, None, None
        self._preferences.set_text(LAST, str(path.absolute()))
        if path.absolute() != self.first.absolute():
            self._preferences.add_recent_project(path)
        if project.copy_before_migration:
            text = self.tr("{0} was of an older version and is up to date now. As it was before, it is kept as {1}.")
            self._tell("info", text.format(path.name, Path(project.copy_before_migration).name))
        if project.read_only and not elsewhere:
            text = self.tr("{0} lies where nothing can be written, so it is open for reading only.")
            self._tell("info", text.format(path.name), "save-project-as")
        self.changed.emit()
        self._end(True)

    def _demos(self) -> dict[str, DemoPerson]:
        try:
            return {person.name: person for person in self._library.people()}
        except ReposeError:
            return {}  # the filmstrip tells of a damaged box

    def _say(self, path: Path, error: ReposeError) -> None:
        text = told(error).replace(str(path.absolute()), path.name)
        self._locked = path if isinstance(error, ProjectLockedError) else None
        self._damaged = path if isinstance(error, ProjectDamagedError) else None
        helpful = "read-project" if self._locked else "rescue-project" if self._damaged else "open-project"
        self._tell("error", text, helpful, "new-project")
        self.changed.emit()

    def read_locked(self) -> None:
        """Open the project that is open elsewhere, for reading only."""
        path = self._locked
        if path is not None:
            self._replace(path, lambda: Project.open(path, read_only=True))

    def rescue_damaged(self) -> None:
        """Bring what can be read of a damaged project into a new one, open that, and say what is missing."""
        from engine.project.rescue import rescue

        path = self._damaged
        if path is None:
            return
        try:
            done = rescue(path)
        except ReposeError as error:
            self._tell("error", told(error), "open-project", "new-project")
            return
        words = self.tr("What could be read of {0} is in {1} now. {2}")
        text = words.format(path.name, done.path.name, " ".join(map(said, done.sentences())))
        kind = "info" if done.whole else "warning"
        self.open(done.path, then=lambda worked: self._tell(kind, text) if worked else None)

    def save_as(self, path: Path) -> bool:
        """Write the whole project under another name and go on there; answers whether it is written."""
        self.keeper.flush()
        try:
            self._document.project.copy_to(path)
        except ReposeError as error:
            self._tell("error", told(error), "save-project-as")
            return False
        text = self.tr("Saved {0}").format(path)
        return self.open(path, then=lambda worked: self.done.emit(text) if worked else None)

    def new(self, path: Path) -> bool:
        """Make an empty project and open it, beside the window; answers whether that has begun."""
        return self._make(path)

    # asking

    def ask_new(self) -> None:
        """Ask for a name and begin a project there."""
        path = self._ask_name(self.tr("New project"))
        if path is not None:
            self.new(path)

    def ask_open(self) -> None:
        """Ask for a project and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a project"), self._preferences.folder("projects"), self._filter()
        )
        if name:
            self._preferences.set_folder("projects", Path(name))
            self.open(Path(name))

    def ask_save_as(self) -> None:
        """Ask for a name and go on under it."""
        path = self._ask_name(self.tr("Save the project as"))
        if path is not None:
            self.save_as(path)

    def _ask_name(self, title: str) -> Path | None:
        folder = Path(self._preferences.folder("projects"))
        begin = (folder if os.access(folder, os.W_OK) else Path.home()) / f"{self.tr('My project')}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(begin), self._filter())
        if not name:
            return None
        path = Path(name)
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        self._preferences.set_folder("projects", path)
        return path

    def _filter(self) -> str:
        return f"{self.tr('Projects')} (*{SUFFIX})"
