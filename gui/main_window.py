"""The main window: puts the parts together and nothing more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QMainWindow, QSplitter, QTabWidget, QWidget

from engine.errors import ReposeError
from engine.framing import FRAME_SIZE
from engine.presets import Preset
from engine.skeleton import Joint, Pose
from gui.actions import ActionSet
from gui.annotating import Annotating
from gui.beginning import fill_from_project
from gui.canvas.zoom_view import ZoomView
from gui.commands import PoseEditor
from gui.controller import Controller, Parts
from gui.dialogs.opening import Dialogs
from gui.document import Aim, Document, Target
from gui.dropping import dropped_paths
from gui.filing import Filing
from gui.flows.messages import Message, Messages, Place
from gui.flows.models import ModelFlow
from gui.flows.photos import PhotoFlow
from gui.flows.picture_tools import PictureTools
from gui.flows.pictures import PictureFlow
from gui.flows.projects import ProjectFlow
from gui.flows.settings import ProgramSettings
from gui.flows.targets import TargetFlow
from gui.language.choice import Language
from gui.language.words import told
from gui.library import Library, first_preset
from gui.menus import fill_menus, make_toolbar
from gui.narrow import NarrowWindow
from gui.own_poses import OUTSIDE, OwnPoses
from gui.panels.gallery import Gallery
from gui.panels.joints import JointsPanel
from gui.panels.notice import Notice
from gui.panels.pane import Pane
from gui.panels.photo_pane import PhotoPane
from gui.panels.picture_pane import PicturePane, TransferBar
from gui.panels.status import StatusBar
from gui.panels.target_pane import TargetPane
from gui.panels.training.tab import TrainingTab
from gui.preferences import Preferences
from gui.recent_menu import recent_menus
from gui.reviewing import Reviewing
from gui.room import Room
from gui.services.backend import Backend
from gui.services.inference import InferenceService
from gui.services.loading import PictureLoader
from gui.speaking import Speaking
from gui.theme import SPACE, Theme

if TYPE_CHECKING:
    from gui.panels.training.panel import TrainingPanel

_DOCK_SHARE, _DOCK_LEAST, _DOCK_MOST = 0.245, 236, 380


def _card(widget: QWidget) -> QFrame:
    """A widget on a ground like that of the panes."""
    frame = QFrame()
    frame.setObjectName("pane")
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(SPACE // 2, SPACE // 2, SPACE // 2, SPACE // 2)
    layout.addWidget(widget)
    return frame


class MainWindow(QMainWindow):
    """The workbench."""

    def __init__(
        self,
        *,
        theme: Theme,
        make_backend: Callable[[], Backend],
        library: Library,
        preferences: Preferences,
        own_poses: Path,
        runs_folder: Path | None = None,
        language: Language | None = None,
        projects: Path | None = None,
    ) -> None:
        super().__init__()
        self._runs_folder = runs_folder
        self.setWindowTitle("Repose Studio")
        self.setAcceptDrops(True)
        self._theme = theme
        self._library = library
        self.preferences = preferences
        self.document = Document(parent=self)
        self.service = InferenceService(make_backend, parent=self)
        self.loader = PictureLoader(parent=self)
        self.messages = Messages(self)
        self.own = OwnPoses(own_poses, parent=self)
        self.document.undo_stack.register_outside(OUTSIDE, self.own.carry_out)
        self._box: list[Preset] = []
        editor = PoseEditor(self.document)
        photos = PhotoFlow(
            self.document,
            service=self.service,
            loader=self.loader,
            messages=self.messages,
            editor=editor,
            parent=self,
        )
        targets = TargetFlow(editor, service=self.service, loader=self.loader, messages=self.messages, parent=self)
        pictures = PictureFlow(
            self.document, photos=photos, service=self.service, messages=self.messages, parent=self
        )
        self.annotating = Annotating(
            self.document, service=self.service, loader=self.loader, messages=self.messages, preferences=preferences,
            window=self,
        )
        files = Filing(
            self.document,
            editor=editor,
            photos=photos,
            folders=self.annotating.folders,
            targets=targets,
            messages=self.messages,
            preferences=preferences,
            window=self,
        )
        messages = self.messages
        project_flow = ProjectFlow(
            self.document, library=library, messages=messages, preferences=preferences, folder=projects, window=self
        )
        models = ModelFlow(self.service, messages=messages, preferences=preferences, parent=self)
        parts = Parts(
            self.document, editor, photos, targets, pictures, files, self.own, messages, preferences, theme, models,
            project_flow,
        )
        self.controller = Controller(parts, window=self)
        self.settings = ProgramSettings(
            self.service, preferences=preferences, theme=theme, language=language or Language.spoken(), parent=self
        )
        self.dialogs = Dialogs(self)
        self.speaking = Speaking(self)
        self.actions_ = ActionSet(self.controller, theme=theme, parent=self)
        self._build(theme, editor=editor, pictures=pictures)
        self.picture_tools = PictureTools(
            self.picture, document=self.document, service=self.service, messages=messages, preferences=preferences,
            theme=theme, presets=lambda: [*self.own.presets(), *self._box], bring=self.dialogs.bring,
            when_read=self.dialogs.when_read, window=self,
        )
        self._connect()
        self._restore()
        self.actions_.refresh()
        self.photo.view.setFocus()  # else the keyboard would begin in whatever comes first, as a message

    def _build(self, theme: Theme, *, editor: PoseEditor, pictures: PictureFlow) -> None:
        actions = self.actions_
        self.filmstrip = self.annotating.make_strip(theme)
        self.film = _card(self.annotating.make_column(theme))
        self.photo = PhotoPane(self.document, editor=editor, theme=theme)
        self.photo.footer().addWidget(self.annotating.make_buttons(actions, theme=theme))
        self.target = TargetPane(self.document, editor=editor, theme=theme, said=self._library.said)
        self.picture = PicturePane(self.document, editor=editor, theme=theme, said=self._library.said)
        for name in ("open", "reset-photo", "draw-photo"):
            self.photo.add_tool(actions[name])
        self.photo.follow_open(actions["open"])
        for name in ("mirror-target", "draw-target", "pose-from-photo"):
            self.target.add_tool(actions[name])
        for name in ("live", "copy-picture", "save"):
            self.picture.add_tool(actions[name])
        self.picture.bar.add_segments([actions[name] for name in PictureTools.BAR])
        self.picture.pace.add_switch(actions["blink-run"])
        self.target.bind_fit(actions["fit-person"])
        self.transfer = TransferBar(pictures, transfer=actions["transfer"], cancel=actions["cancel"], theme=theme)
        self.picture.put_transfer(self.transfer)
        self.panes: dict[Place, Pane] = {
            Place.PHOTO: self.photo, Place.TARGET: self.target, Place.PICTURE: self.picture
        }
        self.active_view: ZoomView = self.photo.view
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(SPACE)
        for pane in self.panes.values():
            splitter.addWidget(pane)
        self.splitter = splitter
        bench = QWidget()
        bench.setObjectName("workbench")
        self.notice = Notice(self.controller.projects, actions=actions, theme=theme)
        row = self.notice.above(bench)
        row.setSpacing(SPACE)
        row.addWidget(self.film)
        row.addWidget(splitter, 1)
        self.setCentralWidget(bench)
        self.bench = bench
        self.gallery = Gallery(
            theme=theme,
            tools=[
                (self.tr("Draw"), actions["draw-target"]),
                (self.tr("From a photo"), actions["pose-from-photo"]),
            ],
        )
        self.joints = JointsPanel(theme=theme)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Poses and joints"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        # Where a language has long words they give way; all tabs stay in sight.
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.addTab(self.gallery, self.tr("Poses"))
        self.tabs.addTab(self.joints, self.tr("Joints"))
        self.reviewing = Reviewing(self.document, theme=theme, preferences=self.preferences, window=self)
        self.tabs.addTab(self.reviewing.panel, self.tr("Review"))
        self.training = TrainingTab(
            theme=theme, preferences=self.preferences, runs_folder=self._runs_folder, ready=self._on_training
        )
        self.tabs.addTab(self.training, self.tr("Training"))
        self.dock = QDockWidget(self.tr("Poses and joints"))
        self.dock.setObjectName("dock")
        self.dock.setTitleBarWidget(QWidget())
        beside = QWidget()
        beside.setObjectName("workbench")
        column = QHBoxLayout(beside)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.addWidget(_card(self.tabs))
        self.dock.setWidget(beside)
        self.dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.room = Room(
            self, bench=bench, dock=self.dock, tabs=self.tabs, large=self.training, preferences=self.preferences
        )
        self.narrow = NarrowWindow(self, film=self.film)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.addToolBar(make_toolbar(self, actions))
        self.recent_menu, self.recent_projects = recent_menus(self.controller, bar=self.menuBar())
        fill_menus(self.menuBar(), actions, after={"open": self.recent_menu, "open-project": self.recent_projects})

    def _connect(self) -> None:
        document, controller = self.document, self.controller
        self.filmstrip.chosen.connect(document.make_current)
        self.gallery.chosen.connect(self._choose_preset)
        controller.own_poses.serve(self.gallery)
        self.own.changed.connect(self._show_presets)
        self.own.failed.connect(lambda text: self.messages.error(Place.TARGET, text))
        for view in (self.photo.view, self.picture.view):
            view.files_dropped.connect(lambda names: controller.open_dropped([Path(name) for name in names]))
        drop = controller.files.drop_on_target
        self.target.view.files_dropped.connect(lambda names: drop([Path(name) for name in names]))
        self.target.pose_dragged.connect(controller.pictures.follow_drag)
        self.messages.raised.connect(self._show_message)
        self.messages.cleared.connect(lambda place: self.panes[place].strip.clear())
        self.messages.worked.connect(self.status.show_done)
        controller.files.done.connect(self.status.show_text)
        controller.models.done.connect(self.status.show_text)
        controller.models.changed.connect(self.actions_.refresh)
        self.room.changed.connect(lambda _whole: self.actions_.refresh())
        self.settings.changed.connect(self.actions_.refresh)
        self.settings.ran.connect(self.status.show_models)
        self.picture_tools.changed.connect(self.actions_.refresh)
        self.reviewing.follow(self.picture_tools)
        self.service.activity_changed.connect(self.status.show_activity)
        self.service.models_loaded.connect(self.status.show_models)
        controller.photos.opened.connect(self._remember)
        refresh = self.actions_.refresh
        for signal in (
            document.current_changed, document.aim_changed, document.framed_changed, document.result_changed,
            controller.pictures.started, controller.pictures.ended,
        ):
            signal.connect(refresh)
        # Thousands of photos may change at once; what stands here is about the open one.
        document.people_changed.connect(lambda key: refresh() if document.is_open(key) else None)
        document.photo_changed.connect(lambda key: refresh() if document.is_open(key) else None)
        document.background_changed.connect(lambda _name: refresh())
        controller.pictures.live_changed.connect(lambda _live: refresh())
        document.undo_stack.indexChanged.connect(lambda _index: refresh())
        document.aim_changed.connect(self._mark_preset)
        document.aim_changed.connect(lambda: self.messages.clear(Place.TARGET))
        for shown in (self.photo.view, self.target.view, self.picture.view):
            shown.installEventFilter(self)
        for edited in (self.photo.view, self.target.view):
            edited.joint_selected.connect(self._on_joint_selected)
        self.joints.which_changed.connect(lambda _which: self._show_joints())
        self.joints.joint_chosen.connect(self._on_joint_chosen)
        self.joints.model.changed.connect(self._on_joint_edited)
        for document_signal in (document.current_changed, document.aim_changed, document.framed_changed):
            document_signal.connect(self._show_joints)
        document.people_changed.connect(lambda key: self._show_joints() if document.is_open(key) else None)
        controller.projects.changed.connect(self._show_project)
        controller.projects.done.connect(self.status.show_text)

    # start and end

    def fill(self, photo: Path | None = None) -> None:
        """After the first paint: poses, the project, and something to begin with; the models warm up.

        `photo` is a photo, or a project, to open at once.
        """
        fill_from_project(self.controller, library=self._library, asked=photo)
        self._fill_gallery()
        QTimer.singleShot(0, self.controller.photos.warm_up)
        self.dialogs.read_soon()

    def read_box(self) -> None:
        """Read the poses that come in the box, in the window's language, and those of the person."""
        try:
            self._box = self._library.presets()
        except ReposeError as error:
            self.messages.error(Place.TARGET, told(error), "open-pose")
        self.own.load()

    def _fill_gallery(self) -> None:
        self.read_box()
        beginning = first_preset(self._box)
        if beginning is not None and self.document.aim.target is None:
            self.document.set_aim(Aim(Target(beginning.pose, beginning.title)))

    def _show_presets(self) -> None:
        self.gallery.set_presets([*self.own.presets(), *self._box])
        self._mark_preset()

    def _show_project(self) -> None:
        self.setWindowTitle(self.controller.projects.title or "Repose Studio")
        for photo in self.document:
            if photo.demo:
                self.filmstrip.load_thumbnail(photo.key)
        self.actions_.refresh()

    def _restore(self) -> None:
        self.setMinimumSize(900, 540)
        self.resize(1280, 800)
        self.restoreGeometry(self.preferences.state("window/geometry"))
        self.film.setVisible(self.preferences.text("window/filmstrip", "shown") == "shown")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The first time, a dock that leaves room and three panes of the same width."""
        super().showEvent(event)
        if not self.restoreState(self.preferences.state("window/layout")):
            width = min(max(round(_DOCK_SHARE * self.width()), _DOCK_LEAST), _DOCK_MOST)
            self.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
        self.dock.setVisible(self.preferences.text("window/dock", "shown") == "shown")
        if not self.splitter.restoreState(self.preferences.state("window/splitter")):
            self.splitter.setSizes([(self.splitter.width() - 2 * SPACE) // len(self.panes)] * len(self.panes))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the window, give up all work and end the threads."""
        self.training.close_down()
        self.room.leave()
        self.preferences.set_state("window/geometry", self.saveGeometry())
        self.preferences.set_state("window/layout", self.saveState())
        self.preferences.set_state("window/splitter", self.splitter.saveState())
        self.preferences.set_text("window/filmstrip", "shown" if self.controller.filmstrip_shown else "hidden")
        self.preferences.set_text("window/dock", "shown" if self.controller.dock_shown else "hidden")
        self.hide()
        self.annotating.close_down()
        self.reviewing.close_down()
        self.loader.close()
        self.service.close()
        self.controller.projects.close_down()
        self.document.close()
        super().closeEvent(event)

    # wiring between the parts

    def _on_training(self, panel: TrainingPanel) -> None:
        panel.said.connect(self.status.show_text)
        panel.use_file.connect(self.controller.models.use_file)
        panel.room_wanted.connect(self.room.want_whole)
        self.room.changed.connect(panel.set_room)
        panel.set_room(self.room.is_whole)

    def _choose_preset(self, preset: Preset) -> None:
        self.target.view.stop_drawing()
        self.controller.editor.choose_target(preset.pose, title=preset.title)

    def _mark_preset(self) -> None:
        target = self.document.aim.target
        self.gallery.mark(None if target is None else target.pose)

    def _show_message(self, message: Message) -> None:
        actions = [self.actions_[name] for name in message.actions]
        self.panes[message.place].strip.show_message(message, actions)

    def _remember(self, path: Path) -> None:
        self.preferences.add_recent(path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Know which pane is used."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, ZoomView):
            self.active_view = watched
            if watched is self.photo.view:
                self.joints.show_which("photo")
            elif watched is self.target.view:
                self.joints.show_which("target")
            self.actions_.refresh()
        return super().eventFilter(watched, event)

    def _joints_pose(self) -> Pose | None:
        return self.controller.photo_pose if self.joints.which == "photo" else self.document.target_pose()

    def _show_joints(self) -> None:
        size = FRAME_SIZE
        photo = self.document.current
        if self.joints.which == "photo" and photo is not None and photo.picture is not None:
            size = photo.picture.shape[:2]
        self.joints.model.set_pose(self._joints_pose(), home=(size[1] / 2, size[0] / 2))

    def _on_joint_selected(self, joint: int) -> None:
        view = self.photo.view if self.joints.which == "photo" else self.target.view
        if self.sender() is view:
            self.joints.select(joint)
        self.actions_.refresh()

    def _on_joint_chosen(self, joint: int) -> None:
        view = self.photo.view if self.joints.which == "photo" else self.target.view
        view.select_joint(Joint(joint))

    def _on_joint_edited(self, pose: Pose, text: str) -> None:
        if self.joints.which == "photo":
            self.controller.editor.edit_photo_pose(pose, text=text)
        else:
            self.controller.editor.edit_target(pose, text=text)

    def go_to(self, place: str) -> None:
        """Bring the keyboard to a part of the window."""
        views: dict[str, QWidget] = {
            "photo": self.photo.view, "target": self.target.view, "picture": self.picture.view,
            "poses": self.gallery.view, "joints": self.joints.table, "search": self.gallery.search,
            "training": self.training, "review": self.reviewing.panel.rater,
        }
        tabs: dict[str, QWidget] = {
            "joints": self.joints, "review": self.reviewing.panel, "training": self.training
        }
        if place in (*tabs, "poses", "search"):
            self.dock.show()
            self.tabs.setCurrentWidget(tabs.get(place, self.gallery))
        elif self.room.is_whole:
            self.tabs.setCurrentWidget(self.gallery)
        self.room.when_settled(lambda: views[place].setFocus(Qt.FocusReason.ShortcutFocusReason))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if dropped_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.controller.open_dropped(dropped_paths(event))
        event.acceptProposedAction()
