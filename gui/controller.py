"""What the actions do: asks where something must be asked, then does it on the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from engine.skeleton import Joint, JointState, Pose
from gui.canvas.pose_view import PoseView
from gui.canvas.zoom_view import ZoomView
from gui.commands import PoseEditor
from gui.document import Document, Photo
from gui.filing import Filing
from gui.flows.arriving import Arriving
from gui.flows.messages import Messages, Place
from gui.flows.models import ModelFlow
from gui.flows.own_poses import OwnPoseFlow
from gui.flows.photos import PhotoFlow
from gui.flows.picture_tools import PictureTools
from gui.flows.pictures import PictureFlow
from gui.flows.projects import ProjectFlow
from gui.flows.targets import TargetFlow
from gui.own_poses import OwnPoses
from gui.preferences import Preferences
from gui.theme import Theme
from gui.undo_stack import UndoStack

if TYPE_CHECKING:
    from gui.annotating import Annotating
    from gui.main_window import MainWindow
    from gui.reviewing import Reviewing

@dataclass(frozen=True, eq=False)
class Parts:
    """What the controller works on."""

    document: Document
    editor: PoseEditor
    photos: PhotoFlow
    targets: TargetFlow
    pictures: PictureFlow
    files: Filing
    own: OwnPoses
    messages: Messages
    preferences: Preferences
    theme: Theme
    models: ModelFlow
    projects: ProjectFlow


class Controller(QObject):
    """The person's wishes, one method each."""

    def __init__(self, parts: Parts, *, window: MainWindow) -> None:
        super().__init__(window)
        self.document = parts.document
        self.editor = parts.editor
        self.photos = parts.photos
        self.targets = parts.targets
        self.pictures = parts.pictures
        self.files = parts.files
        self.own_poses = OwnPoseFlow(
            parts.document, own=parts.own, messages=parts.messages, preferences=parts.preferences, window=window
        )
        self.own_poses.arrived.connect(lambda: self.go_to("poses"))
        self.files.poses_shared.connect(self.own_poses.take_in)
        self.arriving = Arriving(window)
        self.files.arrived.connect(self.arriving.open)
        self.messages = parts.messages
        self.preferences = parts.preferences
        self.theme = parts.theme
        self.models = parts.models
        self.projects = parts.projects
        self._window = window

    # what there is

    @property
    def reviewing(self) -> Reviewing:
        """Pictures that are judged, and what came of it."""
        return self._window.reviewing

    @property
    def annotating(self) -> Annotating:
        """Many photos, their states and files of annotations."""
        return self._window.annotating

    @property
    def tools(self) -> PictureTools:
        """What is done with pictures beside drawing them."""
        return self._window.picture_tools

    @property
    def stack(self) -> UndoStack:
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
        """Whether there is a finished picture."""
        result = None if self.photo is None else self.photo.result
        return result is not None and not result.rendered.draft

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

    # photos and poses

    def close_photo(self) -> None:
        """Take the open photo, and those selected with it, out of the filmstrip and show the next one."""
        photos, gone = list(self.document), self.annotating.flow.together()
        if not gone:
            return
        keys = {photo.key for photo in gone}
        last = max(place for place, photo in enumerate(photos) if photo.key in keys)
        left = [photo for photo in (*photos[last + 1 :], *reversed(photos[:last])) if photo.key not in keys]
        self.editor.close_photos(gone)
        if left:
            self.document.make_current(left[0].key)

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

    def next_doubtful(self) -> None:
        """Go to the next joint that may be wrong, in this photo and then in the next ones."""
        photo, queue = self.photo, self.annotating.queue
        current = self._window.photo.view.current_joint()
        found = [] if photo is None else list(queue.doubtful(photo))
        later = [joint for joint in found if current is None or joint > current]
        if photo is not None and later:
            self._window.photo.show_joint(later[0])
            return
        key = queue.next_doubtful(None if photo is None else photo.key)
        other = photo if key is None else self.document.photo(key)
        joints = found if other is photo or other is None else queue.doubtful(other)
        if other is not None and joints:
            self.document.make_current(other.key)
            self._window.photo.show_joint(joints[0])
            return
        self._window.status.show_text(self.tr("No joint is in doubt"))

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

    def draw_person(self) -> None:
        """Begin to draw one more person in the photo."""
        self.messages.clear(Place.PHOTO)
        self._window.photo.draw(another=True)

    # the window

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
        self._window.settings.choose_theme(choice)

    @property
    def training_whole(self) -> bool:
        """Whether the Training tab is to have the whole window."""
        return self._window.room.wants_whole

    def toggle_training_room(self) -> None:
        """Give the Training tab the whole window, or put it beside the panes."""
        self._window.room.want_whole(not self.training_whole)

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open what was dropped on the window, as what it is."""
        self.arriving.open(paths)

    def new_training(self) -> None:
        """Plan a new training."""
        self.go_to("training")
        self._window.training.when_made(lambda panel: panel.begin_plan())

    def open_run(self) -> None:
        """Open a training run's folder."""
        self.go_to("training")
        self._window.training.when_made(lambda panel: panel.ask_run())

    def go_to(self, place: str) -> None:
        """Bring the keyboard to a part of the window."""
        self._window.go_to(place)

    def show_palette(self) -> None:
        """Search the commands."""
        self._window.dialogs.palette()

    def show_shortcuts(self) -> None:
        """List keys and mouse."""
        self._window.dialogs.keys()

    def show_preferences(self) -> None:
        """Language, colours, device and folders."""
        self._window.dialogs.preferences()

    def edit_shortcuts(self) -> None:
        """Other keys for actions."""
        self._window.dialogs.shortcuts()

    def show_about(self) -> None:
        """About the program."""
        self._window.dialogs.about()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()
