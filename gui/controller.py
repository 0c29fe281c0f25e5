"""What the actions do: asks where something must be asked, then does it on the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QFileDialog

from engine.errors import ReposeError
from engine.framing import FRAME_SIZE
from engine.images import PHOTO_SUFFIXES, save_picture
from engine.skeleton import Joint, JointState, Pose
from gui.canvas.body import doubts
from gui.canvas.pose_view import PoseView
from gui.canvas.zoom_view import ZoomView
from gui.commands import PoseEditor
from gui.document import Document, Photo
from gui.flows.messages import Messages, Place
from gui.flows.photos import PhotoFlow
from gui.flows.pictures import PictureFlow
from gui.flows.targets import TargetFlow
from gui.pose_files import read_target, target_of_text, text_of_pose, write_target
from gui.preferences import Preferences
from gui.provenance import provenance_of
from gui.theme import Theme
from gui.thumbnails import image_of

if TYPE_CHECKING:
    from gui.main_window import MainWindow

POSE_SUFFIXES: Final = (".json",)


@dataclass(frozen=True, eq=False)
class Parts:
    """What the controller works on."""

    document: Document
    editor: PoseEditor
    photos: PhotoFlow
    targets: TargetFlow
    pictures: PictureFlow
    messages: Messages
    preferences: Preferences
    theme: Theme


class Controller(QObject):
    """The person's wishes, one method each."""

    def __init__(self, parts: Parts, *, window: MainWindow) -> None:
        super().__init__(window)
        self.document = parts.document
        self.editor = parts.editor
        self.photos = parts.photos
        self.targets = parts.targets
        self.pictures = parts.pictures
        self.messages = parts.messages
        self.preferences = parts.preferences
        self.theme = parts.theme
        self._window = window

    # what there is

    @property
    def stack(self) -> QUndoStack:
        """The steps that can be taken back."""
        return self.document.undo_stack

    @property
    def photo(self) -> Photo | None:
        """The open photo."""
        return self.document.current

    @property
    def has_photo(self) -> bool:
        """Whether a photo is open and read."""
        return self.photo is not None and self.photo.picture is not None

    @property
    def has_result(self) -> bool:
        """Whether there is a picture."""
        return self.photo is not None and self.photo.result is not None

    @property
    def has_detected(self) -> bool:
        """Whether the estimator found somebody in the photo."""
        return self.photo is not None and bool(self.photo.detected)

    @property
    def has_target(self) -> bool:
        """Whether there is a target pose."""
        return self.document.aim.target is not None

    @property
    def photo_pose(self) -> Pose | None:
        """The main person's pose in the open photo."""
        return None if self.photo is None else self.photo.people.pose

    @property
    def active_view(self) -> ZoomView:
        """The view that has the keyboard, or had it last."""
        return self._window.active_view

    @property
    def active_pose(self) -> Pose | None:
        """The skeleton of the pane that is used."""
        return self.document.target_pose() if self.active_view is self._window.target.view else self.photo_pose

    @property
    def has_selection(self) -> bool:
        """Whether a joint is selected."""
        view = self.active_view
        return isinstance(view, PoseView) and view.current_joint() is not None

    @property
    def has_photo_selection(self) -> bool:
        """Whether a detected joint of the photo's main person is selected."""
        photo, joint = self.photo, self._window.photo.view.current_joint()
        return photo is not None and joint is not None and photo.people.main < len(photo.detected)

    # files

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
        photos: list[Path] = []
        for path in paths:
            if path.is_dir():
                found = sorted(entry for entry in path.iterdir() if entry.suffix.lower() in PHOTO_SUFFIXES)
                if not found:
                    self.messages.error(
                        Place.PHOTO, self.tr("{0}: There is no photo in this folder.").format(path), "open"
                    )
                photos.extend(found)
            elif path not in poses:
                photos.append(path)
        if photos:
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
        """The pose of a dropped photo or pose file becomes the target pose."""
        if not paths:
            return
        if paths[0].suffix.lower() in POSE_SUFFIXES:
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
        """Make a pose file's first person the target pose."""

        def choose() -> None:
            found = read_target(path)
            self.editor.choose_target(found.pose, title=found.title)

        self._attempt(Place.TARGET, choose, "open-pose")

    def ask_save_pose(self) -> None:
        """Ask for a name and save the target pose."""
        target = self.document.aim.target
        if target is None:
            return
        start = Path(self.preferences.folder("poses")) / f"{file_name_of(target.title)}.json"
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
        photo = self.photo
        if photo is None or photo.result is None:
            return
        title = file_name_of(f"{photo.title} - {photo.result.target_title}")
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
        photo = self.photo
        if photo is not None and photo.result is not None:
            picture, made = photo.result.rendered.picture, provenance_of(photo, photo.result)
            self._attempt(Place.PICTURE, lambda: save_picture(path, picture, text=made.to_text()), "save", done=path)

    def _attempt(self, place: Place, work: Callable[[], object], action: str, *, done: Path | None = None) -> None:
        """Do something with a file; what fails is told in the pane, and nothing has changed then."""
        try:
            work()
        except ReposeError as error:
            self.messages.error(place, str(error), action)
            return
        self.messages.clear(place)
        if done is not None:
            self.messages.info(place, self.tr("Saved {0}").format(done))

    # clipboard

    def copy_picture(self) -> None:
        """The picture, for other programs."""
        if self.photo is not None and self.photo.result is not None:
            QGuiApplication.clipboard().setImage(image_of(self.photo.result.rendered.picture))
            self._window.status.show_text(self.tr("Picture copied"))

    def copy_pose(self) -> None:
        """The skeleton of the pane that is used, as OpenPose JSON text."""
        pose, photo = self.active_pose, self.photo
        if pose is not None:
            height, width = FRAME_SIZE
            if photo is not None and photo.picture is not None and pose is photo.people.pose:
                height, width = photo.picture.shape[:2]
            QGuiApplication.clipboard().setText(text_of_pose(pose, size=(height, width), title=""))
            self._window.status.show_text(self.tr("Pose copied"))

    def paste_pose(self) -> None:
        """A copied skeleton becomes the target pose."""

        def choose() -> None:
            found = target_of_text(QGuiApplication.clipboard().text(), title=self.tr("Pasted pose"))
            self.editor.choose_target(found.pose, title=found.title, text=self.tr("Paste a pose"))

        self._attempt(Place.TARGET, choose, "draw-target")

    # poses

    def undo(self) -> None:
        """Take the last step back."""
        self.stack.undo()

    def redo(self) -> None:
        """Do it again."""
        self.stack.redo()

    def set_state(self, state: JointState) -> None:
        """Set the state of the selected joint."""
        view = self.active_view
        if isinstance(view, PoseView):
            view.set_state(state)

    def reset_joint(self) -> None:
        """Put the selected joint of the photo back."""
        joint = self._window.photo.view.current_joint()
        if joint is not None:
            self.editor.reset_joint(Joint(joint))

    @property
    def has_doubts(self) -> bool:
        """Whether a joint of any photo may be wrong."""
        return any(photo.people.pose is not None and doubts(photo.people.pose) for photo in self.document)

    def next_doubtful(self) -> None:
        """Go to the next joint that may be wrong, in this photo and then in the next ones."""
        photos = list(self.document)
        start = next((index for index, photo in enumerate(photos) if photo is self.photo), 0)
        current = self._window.photo.view.current_joint()
        for photo in (*photos[start:], *photos[: start + 1]):
            pose = photo.people.pose
            found = sorted(doubts(pose)) if pose is not None else []
            if photo is self.photo and current is not None:
                found, current = [joint for joint in found if joint > current], None
            if found:
                self.document.make_current(photo.key)
                self._window.photo.show_joint(found[0])
                return

    def detect_again(self) -> None:
        """Look for people once more."""
        if self.photo is not None:
            self.photos.detect(self.photo)

    def draw_target(self) -> None:
        """Begin to draw a target pose."""
        self.messages.clear(Place.TARGET)
        self._window.target.draw()

    def draw_photo(self) -> None:
        """Begin to draw the photo's skeleton."""
        self.messages.clear(Place.PHOTO)
        self._window.photo.draw()

    # the window

    @property
    def overlaid(self) -> bool:
        """Whether the target skeleton lies over the picture."""
        return self._window.picture.overlaid

    def toggle_overlay(self) -> None:
        """Show or hide the target skeleton over the picture."""
        self._window.picture.set_overlaid(not self.overlaid)

    @property
    def filmstrip_shown(self) -> bool:
        """Whether the filmstrip is seen."""
        return not self._window.film.isHidden()

    def toggle_filmstrip(self) -> None:
        """Show or hide the filmstrip."""
        self._window.film.setVisible(not self.filmstrip_shown)

    @property
    def dock_shown(self) -> bool:
        """Whether the dock is seen."""
        return not self._window.dock.isHidden()

    def toggle_dock(self) -> None:
        """Show or hide the dock."""
        self._window.dock.setVisible(not self.dock_shown)

    @property
    def full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self._window.isFullScreen()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or not any more."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def choose_theme(self, choice: str) -> None:
        """Light, dark, or as the system has it."""
        self.preferences.set_text("theme", choice)
        self.theme.choose(choice)

    def go_to(self, place: str) -> None:
        """Bring the keyboard to a part of the window."""
        self._window.go_to(place)

    def show_palette(self) -> None:
        """Search the commands."""
        self._window.show_palette()

    def show_shortcuts(self) -> None:
        """List keys and mouse."""
        self._window.show_shortcuts()

    def show_about(self) -> None:
        """About the program."""
        self._window.show_about()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()


def file_name_of(title: str) -> str:
    """A title as a file's name on every system."""
    kept = "".join(letter if letter.isalnum() or letter in " -_()" else "_" for letter in title)
    return " ".join(kept.split())[:80].strip(" .") or "pose"


def with_suffix(path: Path, suffix: str) -> Path:
    """The path, with `suffix` where the person typed none."""
    return path if path.suffix else path.with_name(path.name + suffix)
