"""Everything a person can do, as one table: id, title, menu, shortcut, icon, what runs, when it is possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from engine.skeleton import JointState
from gui.controller import Controller
from gui.theme import Theme

Run = Callable[[Controller], object]
When = Callable[[Controller], bool]

FILE, EDIT, POSE, TRAINING, VIEW, HELP = "&File", "&Edit", "&Pose", "&Training", "&View", "&Help"
MENUS: Final = (FILE, EDIT, POSE, TRAINING, VIEW, HELP)


@dataclass(frozen=True)
class Spec:
    """One action. `keys` are a shortcut of the whole window; `hint` names keys that the canvas itself answers to.

    `short` is the text of a button in a message. An action with `checked` is a switch. A new group in a menu begins
    where `group` is true. Titles and tips are translated where they are shown, in the context `Actions`.
    """

    id: str
    title: str
    menu: str
    run: Run
    keys: str = ""
    hint: str = ""
    icon: str = ""
    tip: str = ""
    short: str = ""
    enabled: When = lambda _: True
    checked: When | None = None
    group: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


TABLE: Final[tuple[Spec, ...]] = (
    Spec("open", "&Open photo…", FILE, lambda c: c.files.ask_photos(), "Ctrl+O", icon="open-photo",
         tip="Open one or more photos"),
    Spec("pose-from-photo", "Pose from a p&hoto…", FILE, lambda c: c.files.ask_pose_photo(), "Ctrl+Shift+O",
         icon="pose-from-photo", tip="Take the target pose from a person in another photo",
         short="Another photo"),
    Spec("open-pose", "Open a pose &file…", FILE, lambda c: c.files.ask_pose_file(), "Ctrl+Alt+O",
         icon="pose-file", tip="Read the target pose from an OpenPose JSON file",
         short="Another file"),
    Spec("save", "&Save picture…", FILE, lambda c: c.files.ask_save_picture(), "Ctrl+S", icon="save",
         tip="Save the picture, with how it was made", enabled=lambda c: c.has_result, group=True,
         short="Save again"),
    Spec("copy-picture", "&Copy picture", FILE, lambda c: c.files.copy_picture(), "Ctrl+Shift+C", icon="copy",
         tip="Copy the picture to the clipboard", enabled=lambda c: c.has_result),
    Spec("save-pose", "Save &target pose…", FILE, lambda c: c.files.ask_save_pose(), "Ctrl+Shift+S",
         tip="Save the target pose as an OpenPose JSON file", enabled=lambda c: c.has_target,
         short="Save again"),
    Spec("close-photo", "Close photo", FILE, lambda c: c.close_photo(), "Ctrl+W",
         tip="Take the photo out of the filmstrip; its file stays", enabled=lambda c: c.photo is not None),
    Spec("quit", "&Quit", FILE, lambda c: c.quit(), "Ctrl+Q", group=True),
    Spec("undo", "&Undo", EDIT, lambda c: c.undo(), "Ctrl+Z", icon="undo",
         enabled=lambda c: c.stack.canUndo()),
    Spec("redo", "&Redo", EDIT, lambda c: c.redo(), "Ctrl+Shift+Z", icon="redo",
         enabled=lambda c: c.stack.canRedo()),
    Spec("copy-pose", "Copy pose", EDIT, lambda c: c.files.copy_pose(c.active_pose), "Ctrl+C",
         tip="Copy the skeleton of the pane that you are in", enabled=lambda c: c.active_pose is not None,
         group=True),
    Spec("paste-pose", "Paste as target pose", EDIT, lambda c: c.files.paste_pose(), "Ctrl+V",
         tip="Make the copied skeleton the target pose"),
    Spec("visible", "Joint &visible", EDIT, lambda c: c.set_state(JointState.VISIBLE), hint="1",
         icon="visible", enabled=lambda c: c.has_selection, group=True),
    Spec("hidden", "Joint &hidden", EDIT, lambda c: c.set_state(JointState.HIDDEN), hint="2",
         icon="hidden", enabled=lambda c: c.has_selection),
    Spec("missing", "Joint &missing", EDIT, lambda c: c.set_state(JointState.MISSING), hint="3",
         icon="missing", enabled=lambda c: c.has_selection),
    Spec("reset-joint", "Reset joint", EDIT, lambda c: c.reset_joint(), "Ctrl+Backspace",
         tip="Put the selected joint back where it was detected", enabled=lambda c: c.has_photo_selection,
         group=True),
    Spec("reset-photo", "Reset to detected", EDIT, lambda c: c.editor.reset_photo_pose(),
         "Ctrl+Shift+Backspace", icon="reset", tip="Put the photo's skeletons back to what was detected",
         enabled=lambda c: c.has_detected,
         short="Reset"),
    Spec("detect", "Find the skeleton again", EDIT, lambda c: c.detect_again(), "Ctrl+Shift+E",
         icon="person", tip="Look for people in the photo once more", enabled=lambda c: c.has_photo,
         short="Try again"),
    Spec("transfer", "&Transfer", POSE, lambda c: c.pictures.transfer(), "Ctrl+Return", icon="transfer",
         tip="Draw the person in the target pose", enabled=lambda c: not c.pictures.transferring),
    Spec("cancel", "&Cancel transfer", POSE, lambda c: c.pictures.cancel(), "Esc", icon="cancel",
         enabled=lambda c: c.pictures.transferring),
    Spec("live", "&Live", POSE, lambda c: c.pictures.set_live(not c.pictures.live), "Ctrl+L", icon="live",
         tip="Redraw the picture by itself while the target pose changes",
         checked=lambda c: c.pictures.live),
    Spec("fit-person", "&Fit to person", POSE, lambda c: c.editor.set_fit(not c.document.aim.fit),
         "Ctrl+Shift+F", tip="Give the target pose the place and the bone lengths of the person",
         checked=lambda c: c.document.aim.fit, group=True),
    Spec("mirror-target", "&Mirror target pose", POSE, lambda c: c.editor.mirror_target(), "Ctrl+M",
         icon="mirror", tip="Mirror the target pose: left and right change places",
         enabled=lambda c: c.has_target),
    Spec("next-doubtful", "Next d&oubtful joint", POSE, lambda c: c.next_doubtful(), "N", icon="doubtful",
         tip="Go to the next joint that may be wrong: unsure, or at the end of an odd bone",
         enabled=lambda c: c.photo_pose is not None),
    Spec("swap-sides", "S&wap left and right in the photo", POSE, lambda c: c.editor.swap_photo_sides(),
         "Ctrl+Shift+M", tip="For a person who was taken for facing the other way",
         enabled=lambda c: c.photo_pose is not None),
    Spec("draw-target", "&Draw a pose", POSE, lambda c: c.draw_target(), "Ctrl+Shift+D", icon="draw",
         tip="Draw the target pose joint by joint", group=True,
         short="Draw"),
    Spec("draw-photo", "Draw the photo's &skeleton", POSE, lambda c: c.draw_photo(), "Ctrl+Alt+D",
         icon="draw", tip="Draw the skeleton of the person in the photo joint by joint", enabled=lambda c: c.has_photo,
         short="Draw it"),
    Spec("keep-pose", "&Keep in gallery", POSE, lambda c: c.keep_pose(), "Ctrl+G", icon="poses",
         tip="Put the target pose among your own poses", enabled=lambda c: c.has_target),
    Spec("new-training", "&New training", TRAINING, lambda c: c.new_training(), "Ctrl+T", icon="add",
         tip="Plan a training: photos, recipe, settings, and what it will take"),
    Spec("open-run", "&Open a run…", TRAINING, lambda c: c.open_run(), "Ctrl+Shift+T", icon="folder",
         tip="Open a training run's folder, wherever it was made"),
    Spec("built-in-model", "Paint with the &built-in model", TRAINING, lambda c: c.models.use_built_in(),
         tip="Go back from a model of your own to the one that came with the program",
         enabled=lambda c: bool(c.models.own), group=True),
    Spec("fit-view", "&Fit picture to pane", VIEW, lambda c: c.active_view.fit(), "Ctrl+0", icon="fit"),
    Spec("zoom-in", "Zoom &in", VIEW, lambda c: c.active_view.zoom_by(1.25), "Ctrl++", icon="zoom-in"),
    Spec("zoom-out", "Zoom &out", VIEW, lambda c: c.active_view.zoom_by(0.8), "Ctrl+-", icon="zoom-out"),
    Spec("overlay", "&Skeleton over the picture", VIEW, lambda c: c.toggle_overlay(), "Ctrl+K",
         icon="overlay", tip="Show the target skeleton over the picture", checked=lambda c: c.overlaid),
    Spec("go-photo", "Go to the photo", VIEW, lambda c: c.go_to("photo"), "Ctrl+1", group=True),
    Spec("go-target", "Go to the target pose", VIEW, lambda c: c.go_to("target"), "Ctrl+2"),
    Spec("go-picture", "Go to the picture", VIEW, lambda c: c.go_to("picture"), "Ctrl+3"),
    Spec("show-poses", "Show poses", VIEW, lambda c: c.go_to("poses"), "Ctrl+4", icon="poses",
         short="Poses"),
    Spec("show-joints", "Show joints", VIEW, lambda c: c.go_to("joints"), "Ctrl+5", icon="joints"),
    Spec("show-training", "Show training", VIEW, lambda c: c.go_to("training"), "Ctrl+6", icon="training"),
    Spec("find-pose", "Search poses", VIEW, lambda c: c.go_to("search"), "Ctrl+F", icon="search"),
    Spec("filmstrip", "Filmstrip", VIEW, lambda c: c.toggle_filmstrip(), "F8",
         checked=lambda c: c.filmstrip_shown, group=True),
    Spec("dock", "Poses and joints", VIEW, lambda c: c.toggle_dock(), "F9",
         checked=lambda c: c.dock_shown),
    Spec("training-room", "Training in the whole window", VIEW, lambda c: c.toggle_training_room(), "Shift+F9",
         tip="Give the Training tab the whole window, or see it beside the panes",
         checked=lambda c: c.training_whole),
    Spec("theme-system", "Colours of the system", VIEW, lambda c: c.choose_theme("system"),
         checked=lambda c: c.theme.choice == "system", group=True),
    Spec("theme-light", "Light", VIEW, lambda c: c.choose_theme("light"),
         checked=lambda c: c.theme.choice == "light"),
    Spec("theme-dark", "Dark", VIEW, lambda c: c.choose_theme("dark"),
         checked=lambda c: c.theme.choice == "dark"),
    Spec("full-screen", "Full screen", VIEW, lambda c: c.toggle_full_screen(), "F11",
         checked=lambda c: c.full_screen, group=True),
    Spec("palette", "&Command palette…", HELP, lambda c: c.show_palette(), "Ctrl+Shift+P", icon="search",
         tip="Find any command by a few letters"),
    Spec("shortcuts", "&Keyboard and mouse", HELP, lambda c: c.show_shortcuts(), "F1"),
    Spec("about", "&About Repose Studio", HELP, lambda c: c.show_about(), icon="info", group=True),
)


class ActionSet(QObject):
    """The table as Qt's actions, kept up to date with what is possible."""

    def __init__(self, controller: Controller, *, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._theme = theme
        self._actions: dict[str, QAction] = {}
        for spec in TABLE:
            self._actions[spec.id] = self._make(spec)
        theme.changed.connect(self._tint)

    def _make(self, spec: Spec) -> QAction:
        action = QAction(_tr(spec.title), self)
        action.setObjectName(spec.id)
        if spec.keys:
            action.setShortcuts(_sequences(spec))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if spec.hint:
            action.setText(f"{action.text()}\t{spec.hint}")
        action.setIconText(_tr(spec.short) if spec.short else action.text().replace("&", "").rstrip("…"))
        action.setToolTip(_tr(spec.tip) if spec.tip else action.text().replace("&", "").split("\t")[0])
        if spec.icon:
            action.setIcon(self._theme.icon(spec.icon))
        action.setCheckable(spec.checked is not None)
        action.triggered.connect(lambda _checked=False, spec=spec: self._run(spec))
        return action

    def _run(self, spec: Spec) -> None:
        spec.run(self._controller)
        self.refresh()

    def _tint(self) -> None:
        for spec in TABLE:
            if spec.icon:
                self._actions[spec.id].setIcon(self._theme.icon(spec.icon))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def specs(self) -> Iterator[tuple[Spec, QAction]]:
        """Every row with its action."""
        return ((spec, self._actions[spec.id]) for spec in TABLE)

    def refresh(self) -> None:
        """Ask every row whether it is possible now, and every switch how it stands."""
        for spec, action in self.specs():
            action.setEnabled(spec.enabled(self._controller))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._controller))


def _sequences(spec: Spec) -> list[QKeySequence]:
    """The shortcut with its usual companions: Enter of the number pad, Ctrl+Y, Ctrl+=."""
    more = {"transfer": ["Ctrl+Enter"], "redo": ["Ctrl+Y"], "zoom-in": ["Ctrl+="]}
    return [QKeySequence(keys) for keys in (spec.keys, *more.get(spec.id, []))]
