"""Annotating as the window has it: the parts that work on many photos, what they ask, and the room they take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from engine.formats.sets import Format
from engine.project.records import PhotoState
from gui.document import Document
from gui.flows.annotating import AnnotateFlow
from gui.flows.annotation_files import AnnotationFiles
from gui.flows.folders import FolderFlow
from gui.flows.messages import Messages, Place
from gui.flows.photo_queue import PhotoQueue
from gui.flows.photo_states import PhotoStates
from gui.panels.annotating.queue_bar import FilmColumn
from gui.panels.annotating.state_buttons import ACTIONS, StateButtons
from gui.panels.filmstrip import Filmstrip
from gui.preferences import Preferences
from gui.services.inference import InferenceService
from gui.services.loading import PictureLoader
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.actions import ActionSet
    from gui.main_window import MainWindow

_FOLDER_KEY: Final = "photo-folder"
_FILES_KEY: Final = "annotations"


class Annotating(QObject):
    """States, queue, folders and files of annotations, put together."""

    def __init__(
        self,
        document: Document,
        *,
        service: InferenceService,
        loader: PictureLoader,
        messages: Messages,
        preferences: Preferences,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._preferences = preferences
        self.states = PhotoStates(document, parent=self)
        self.queue = PhotoQueue(document, self.states, parent=self)
        self.folders = FolderFlow(document, queue=self.queue, service=service, messages=messages, parent=self)
        self.files = AnnotationFiles(document, queue=self.queue, states=self.states, messages=messages, parent=self)
        self.flow = AnnotateFlow(
            document,
            queue=self.queue,
            states=self.states,
            loader=loader,
            say=self._say,
            say_over=lambda text: messages.info(Place.PHOTO, text, "export-annotations"),
            parent=self,
        )
        self.folders.progressed.connect(self._on_progressed)
        self.files.busy_changed.connect(lambda _busy: window.actions_.refresh())
        self.flow.mode_changed.connect(self._arrange)
        document.project_changed.connect(self._on_project)

    def make_strip(self, theme: Theme) -> Filmstrip:
        """The filmstrip over the queue."""
        self._strip = Filmstrip(self._document, theme=theme, queue=self.queue, states=self.states)
        self.flow.chosen = self._strip.selected_keys
        return self._strip

    def make_column(self, theme: Theme) -> FilmColumn:
        """The filmstrip with its bar of progress and filters."""
        self.column = FilmColumn(self._strip, self.queue, theme=theme)
        return self.column

    def make_buttons(self, actions: ActionSet, *, theme: Theme) -> StateButtons:
        """The open photo's state as switches; they are seen in the mode alone."""
        self.buttons = StateButtons(
            {state: actions[name] for state, name in ACTIONS.items()}, done=actions["done-next"], theme=theme
        )
        self.buttons.hide()
        return self.buttons

    def _say(self, text: str) -> None:
        self._window.status.show_text(text)

    def close_down(self) -> None:
        """Give up what works in the background."""
        self.folders.close()
        self.files.close()
        self._strip.close_down()

    # what there is

    @property
    def mode(self) -> bool:
        """Whether the window is set up for annotating."""
        return self.flow.mode

    @property
    def has_photos(self) -> bool:
        """Whether there are photos beside the demo people."""
        return any(not photo.demo for photo in self._document)

    @property
    def can_mark(self) -> bool:
        """Whether the open photo's state can be said."""
        photo = self._document.current
        return photo is not None and not photo.demo

    def is_state(self, state: PhotoState) -> bool:
        """Whether the open photo is in this state."""
        return self.can_mark and self.flow.state is state

    # folders

    def ask_folder(self) -> None:
        """Ask for a folder of photos, list them and set the window up for them."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Annotate a folder of photos"), self._preferences.folder(_FOLDER_KEY)
        )
        if name:
            self._preferences.set_folder(_FOLDER_KEY, Path(name))
            self.open_folder(Path(name))

    def open_folder(self, folder: Path) -> None:
        """List a folder's photos and set the window up for them."""
        if self.folders.open_folder(folder):
            self.flow.set_mode(True)

    def _on_project(self) -> None:
        """Photos of the project that nobody was looked for in are on the background's list."""
        self.folders.wait_for([photo for photo in self._document if not photo.demo and not photo.searched])

    def _on_progressed(self, done: int, whole: int) -> None:
        if done < whole:
            self._say(self.tr("Skeletons found in {0} of {1} photos").format(done, whole))
        else:
            self._say(self.tr("Skeletons looked for in all photos"))

    # files of annotations

    def ask_import(self) -> None:
        """Ask for a file of annotations."""
        kinds = ";;".join(
            (
                f"{self.tr('Annotations')} (*.json *.csv)",
                f"{Format.PATN.title} (*.csv)",
                f"{Format.COCO.title}, {Format.OPENPOSE.title} (*.json)",
                f"{self.tr('All files')} (*)",
            )
        )
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import annotations"), self._preferences.folder(_FILES_KEY), kinds
        )
        if name:
            self._preferences.set_folder(_FILES_KEY, Path(name))
            self.files.import_from(Path(name))

    def ask_import_folder(self) -> None:
        """Ask for a folder of OpenPose's files."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import a folder of OpenPose files"), self._preferences.folder(_FILES_KEY)
        )
        if name:
            self._preferences.set_folder(_FILES_KEY, Path(name))
            self.files.import_from(Path(name))

    def ask_export(self) -> None:
        """Ask where the annotations of all listed photos go, and in which format."""
        self._ask_export({
            f"{Format.COCO.title} (*.json)": Format.COCO,
            f"{Format.PATN.title} (*.csv)": Format.PATN,
            f"{Format.OPENPOSE.title}, {self.tr('a folder with one file a photo')} (*)": Format.OPENPOSE,
        }, self.tr("Export the annotations of all listed photos"), "annotations", only_open=False)  # fmt: skip

    def ask_export_photo(self) -> None:
        """Ask where the annotations of the open photo go, and in which format."""
        photo = self._document.current
        if photo is not None:
            self._ask_export({
                f"{Format.OPENPOSE.title} (*.json)": Format.OPENPOSE,
                f"{Format.COCO.title} (*.json)": Format.COCO,
                f"{Format.PATN.title} (*.csv)": Format.PATN,
            }, self.tr("Export the annotations of this photo"), photo.title, only_open=True)  # fmt: skip

    def _ask_export(self, kinds: dict[str, Format], title: str, name: str, *, only_open: bool) -> None:
        start = Path(self._preferences.folder(_FILES_KEY)) / name
        chosen, words = QFileDialog.getSaveFileName(self._window, title, str(start), ";;".join(kinds))
        if not chosen:
            return
        path, kind = Path(chosen), kinds.get(words, Format.COCO)
        one_file = only_open or not kind.is_folder
        if one_file and path.suffix.lower() != kind.suffix:
            path = path.with_name(path.name + kind.suffix)
        self._preferences.set_folder(_FILES_KEY, path)
        self.files.export_to(path, kind, photo=self._document.current if only_open else None)

    # the room

    def _arrange(self, mode: bool) -> None:
        """Annotating gives the photo the room of all panes and brings up the table of joints."""
        panes = self._window.panes
        for place in (Place.TARGET, Place.PICTURE):
            panes[place].setVisible(not mode)
        self.buttons.setVisible(mode)
        self._window.controller.photos.patient = mode
        self.queue.list_own_only(mode)
        photo = self._document.current
        if mode and photo is not None and photo.demo and self.has_photos:
            self.flow.next_open()
        if mode:
            self._window.go_to("joints")
        self._window.go_to("photo")
        self._window.actions_.refresh()
