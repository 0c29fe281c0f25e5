"""Files and the clipboard: what is asked, read, saved, copied and pasted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import ReposeError
from engine.files import file_stem
from engine.formats.pose_collection import is_collection
from engine.framing import FRAME_SIZE
from engine.images import PHOTO_SUFFIXES, save_picture
from engine.skeleton import Pose
from gui.commands import PoseEditor
from gui.document import Document
from gui.flows.arriving import Arrival, arrival_of
from gui.flows.folders import FolderFlow
from gui.flows.messages import Messages, Place
from gui.flows.photos import PhotoFlow
from gui.flows.targets import TargetFlow
from gui.language.words import told
from gui.pose_files import photo_pose_of_text, read_target, target_of_text, text_of_pose, write_target
from gui.preferences import Preferences
from gui.provenance import provenance_of
from gui.thumbnails import image_of

POSE_SUFFIXES: Final = (".json",)
_AT_ONCE: Final = 12
"""More photos than these are listed like a folder's and read when they are wanted."""


class Filing(QObject):
    """Brings files into the document and out of it. What fails is told in a pane and has changed nothing."""

    done = Signal(str)
    poses_shared = Signal(Path)
    """A file of poses for the gallery was opened."""
    arrived = Signal(list)
    """Something was dropped on the target pose that is neither a photo nor a pose."""

    def __init__(
        self,
        document: Document,
        *,
        editor: PoseEditor,
        photos: PhotoFlow,
        folders: FolderFlow,
        targets: TargetFlow,
        messages: Messages,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.document = document
        self.editor = editor
        self.photos = photos
        self.folders = folders
        self.targets = targets
        self.messages = messages
        self.preferences = preferences
        self._window = window

    def ask_photos(self) -> None:
        """Ask for photos and open them."""
        patterns = " ".join(f"*{suffix}" for suffix in PHOTO_SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open photos"),
            self.preferences.folder("photos"),
            f"{self.tr('Photos')} ({patterns});;{self.tr('All files')} (*)",
        )
        if names:
            self.preferences.set_folder("photos", Path(names[0]))
            self.open_paths([Path(name) for name in names])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was dropped on the window: photos are opened, a folder's photos too, a pose file is the target."""
        poses = [path for path in paths if path.suffix.lower() in POSE_SUFFIXES]
        if poses:
            self.open_pose_file(poses[0])
        for folder in [path for path in paths if path.is_dir()]:
            self.folders.open_folder(folder)
        photos = [path for path in paths if path not in poses and not path.is_dir()]
        if len(photos) > _AT_ONCE:
            self.folders.add(photos)
        elif photos:
            self.photos.open_photos(photos)

    def ask_pose_photo(self) -> None:
        """Ask for a photo and take its person's pose."""
        patterns = " ".join(f"*{suffix}" for suffix in PHOTO_SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Take the pose from a photo"),
            self.preferences.folder("photos"),
            f"{self.tr('Photos')} ({patterns});;{self.tr('All files')} (*)",
        )
        if name:
            self.targets.take_from_photo(Path(name))

    def drop_on_target(self, paths: Sequence[Path]) -> None:
        """The pose of a dropped photo or pose file becomes the target pose; anything else is opened as what it is."""
        if not paths:
            return
        if arrival_of(paths[0]) not in (Arrival.POSE, Arrival.PHOTO):
            self.arrived.emit(list(paths))
        elif paths[0].suffix.lower() in POSE_SUFFIXES:
            self.open_pose_file(paths[0])
        else:
            self.targets.take_from_photo(paths[0])

    def ask_pose_file(self) -> None:
        """Ask for a pose file."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a pose file"),
            self.preferences.folder("poses"),
            f"{self.tr('OpenPose JSON')} (*.json);;{self.tr('All files')} (*)",
        )
        if name:
            self.preferences.set_folder("poses", Path(name))
            self.open_pose_file(Path(name))

    def open_pose_file(self, path: Path) -> None:
        """Make a pose file's first person the target pose; a file of shared poses is for the gallery."""
        if is_collection(path):
            self.poses_shared.emit(path)
            return

        def choose() -> None:
            found = read_target(path)
            self.editor.choose_target(found.pose, title=found.title)

        self._attempt(Place.TARGET, choose, "open-pose")

    def ask_save_pose(self) -> None:
        """Ask for a name and save the target pose."""
        target = self.document.aim.target
        if target is None:
            return
        start = Path(self.preferences.folder("poses")) / f"{file_stem(target.title, otherwise='pose')}.json"
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the target pose"), str(start), f"{self.tr('OpenPose JSON')} (*.json)"
        )
        if name:
            path = with_suffix(Path(name), ".json")
            self.preferences.set_folder("poses", path)
            self.save_pose(path)

    def save_pose(self, path: Path) -> None:
        """Save the target pose as it is shown."""
        pose, target = self.document.target_pose(), self.document.aim.target
        if pose is not None and target is not None:
            title = target.title
            self._attempt(Place.TARGET, lambda: write_target(path, pose, title=title), "save-pose", done=path)

    def ask_save_picture(self) -> None:
        """Ask for a name and save the picture."""
        photo = self.document.current
        if photo is None or photo.result is None:
            return
        title = file_stem(f"{photo.title} - {photo.result.target_title}")
        start = Path(self.preferences.folder("pictures")) / f"{title}.png"
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the picture"),
            str(start),
            f"{self.tr('PNG picture')} (*.png);;{self.tr('JPEG picture')} (*.jpg);;{self.tr('WebP picture')} (*.webp)",
        )
        if name:
            path = with_suffix(Path(name), ".png")
            self.preferences.set_folder("pictures", path)
            self.save_picture(path)

    def save_picture(self, path: Path) -> None:
        """Save the picture whole, with how it was made."""
        photo = self.document.current
        if photo is not None and photo.result is not None:
            picture, made = photo.result.rendered.picture, provenance_of(photo, photo.result)
            self._attempt(Place.PICTURE, lambda: save_picture(path, picture, text=made.to_text()), "save", done=path)

    def _attempt(self, place: Place, work: Callable[[], object], action: str, *, done: Path | None = None) -> None:
        """Do something with a file; what fails is told in the pane, and nothing has changed then."""
        try:
            work()
        except ReposeError as error:
            self.messages.error(place, told(error), action)
            return
        self.messages.clear(place)
        if done is not None:
            self.messages.info(place, self.tr("Saved {0}").format(done))

    # clipboard

    def copy_picture(self) -> None:
        """The picture, for other programs."""
        photo = self.document.current
        if photo is not None and photo.result is not None:
            QGuiApplication.clipboard().setImage(image_of(photo.result.rendered.picture))
            self.done.emit(self.tr("Picture copied"))

    def copy_pose(self, pose: Pose | None) -> None:
        """A skeleton of this window, as OpenPose JSON text."""
        photo = self.document.current
        if pose is not None:
            height, width = FRAME_SIZE
            if photo is not None and photo.picture is not None and pose is photo.people.pose:
                height, width = photo.picture.shape[:2]
            QGuiApplication.clipboard().setText(text_of_pose(pose, size=(height, width), title=""))
            self.done.emit(self.tr("Pose copied"))

    def paste_pose(self) -> None:
        """A copied skeleton becomes the target pose."""

        def choose() -> None:
            found = target_of_text(QGuiApplication.clipboard().text(), title=self.tr("Pasted pose"))
            self.editor.choose_target(found.pose, title=found.title, text=self.tr("Paste a pose"))

        self._attempt(Place.TARGET, choose, "draw-target")

    def paste_into_photo(self) -> None:
        """A copied skeleton becomes the main person's in the open photo."""
        photo = self.document.current
        if photo is None or photo.picture is None:
            return
        size = (photo.picture.shape[0], photo.picture.shape[1])

        def place() -> None:
            pose = photo_pose_of_text(QGuiApplication.clipboard().text(), size=size)
            self.editor.edit_photo_pose(pose, text=self.tr("Paste a pose"))

        self._attempt(Place.PHOTO, place, "draw-photo")


def with_suffix(path: Path, suffix: str) -> Path:
    """The path, with `suffix` where the person typed none."""
    typed = path.suffix[1:].isalpha()
    return path if typed else path.with_name(path.name + suffix)
