"""The Photo pane: the open photo with its people, whose main skeleton can be edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QProgressBar

from engine.skeleton import Joint, Pose
from gui.canvas.gestures import is_nudge
from gui.canvas.pose_view import PoseView
from gui.commands import PoseEditor
from gui.document import Document, Photo, Stage
from gui.panels.joint_bar import JointBar
from gui.panels.pane import ElidedLabel, Pane, follow_keys
from gui.theme import Theme, canvas_colours


class PhotoPane(Pane):
    """Shows the document's open photo; every gesture on its skeleton becomes one undo step."""

    def __init__(self, document: Document, *, editor: PoseEditor, theme: Theme) -> None:
        super().__init__(self.tr("Photo"), theme=theme)
        self._document = document
        self._editor = editor
        self._shown: tuple[int, int] | None = None
        self._wanted: Joint | None = None
        self._draws_another = False
        self.view = PoseView()
        self.view.setAccessibleName(self.tr("Photo with its skeleton"))
        self._say_keys("")
        self.set_view(self.view)
        self.joint_bar = JointBar(self.view, theme=theme)
        self.insert_above_view(self.joint_bar)
        self._people = ElidedLabel()
        self._people.setObjectName("muted")
        self.footer().addWidget(self._people, 1)
        self._busy = QProgressBar()
        self._busy.setObjectName("thin")
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(72)
        self._busy.setAccessibleName(self.tr("The photo is being looked at"))
        self._busy.hide()
        self.footer().addWidget(self._busy, 0, Qt.AlignmentFlag.AlignVCenter)
        self.view.pose_edited.connect(self._on_edited)
        self.view.person_picked.connect(editor.pick_person)
        self.view.drawing_finished.connect(self._on_drawn)
        document.current_changed.connect(self.refresh)
        document.people_changed.connect(lambda key: self._on_photo_changed(key))
        document.photo_changed.connect(lambda key: self._on_photo_changed(key))
        self.on_theme(lambda: self.view.set_theme(canvas_colours(theme.colours)))
        self.refresh()

    def follow_open(self, action: QAction) -> None:
        """Say which keys open a photo, while there is none."""
        follow_keys(action, self._say_keys)

    def _say_keys(self, keys: str) -> None:
        with_keys = self.tr("Drop a photo here\nor press {0}")
        self.view.set_placeholder(with_keys.format(keys) if keys else self.tr("Drop a photo here"))

    def _on_photo_changed(self, key: int) -> None:
        photo = self._document.current
        if photo is not None and photo.key == key:
            self.refresh()

    def refresh(self) -> None:
        """Show what the document has."""
        photo = self._document.current
        picture = None if photo is None else photo.picture
        shown = None if photo is None or picture is None else (photo.key, id(picture))
        if shown != self._shown:
            self.view.stop_drawing()
            self.view.set_picture(picture if photo is None or photo.pyramid is None else photo.pyramid)
            self._shown = shown
        if photo is None or picture is None:
            self.view.set_people([], 0)
            self.view.set_pose(None)
        else:
            self.view.set_people(list(photo.people.poses), photo.people.main)
            self.view.set_pose(photo.people.pose)
        if self._wanted is not None and self.view.pose() is not None:
            self.show_joint(self._wanted)
        self.view.set_editable(photo is not None and photo.people.pose is not None)
        self.joint_bar.refresh()
        self._people.set_whole_text(self._count(photo))
        self._busy.setVisible(photo is not None and photo.stage in (Stage.READING, Stage.DETECTING))
        self.set_subtitle("" if photo is None else self._describe(photo))

    def _describe(self, photo: Photo) -> str:
        words = {
            Stage.READING: self.tr("reading…"),
            Stage.EMPTY: self.tr("nobody found"),
            Stage.FAILED: self.tr("not usable yet"),
        }
        state = words.get(photo.stage, "")
        if not state and photo.picture is not None:
            height, width = photo.picture.shape[:2]
            state = f"{width} × {height}"
        return f"{photo.title} · {state}" if state else photo.title

    def _count(self, photo: Photo | None) -> str:
        if photo is None or photo.picture is None:
            return ""
        if photo.stage is Stage.DETECTING:
            return self.tr("Finding the skeleton…")
        count = len(photo.people.poses)
        if count > 1:
            return self.tr("Person {0} of {1}; click another to pick it").format(photo.people.main + 1, count)
        return self.tr("1 person") if count else self.tr("No skeleton")

    def show_joint(self, joint: Joint) -> None:
        """Select a joint and bring it into view; a photo that is still being read is shown first."""
        self.view.setFocus()
        if self.view.pose() is None:
            self._wanted = joint
            return
        self._wanted = None
        self.view.select_joint(joint)
        self.view.bring_into_view(joint)

    def draw(self, *, another: bool = False) -> None:
        """Begin the guided drawing of the main person's skeleton on the photo, or of one more person's."""
        if self._document.current is not None and self._document.current.picture is not None:
            self._draws_another = another
            self.view.setFocus()
            self.view.start_drawing()

    def _on_edited(self, before: Pose, after: Pose, text: str) -> None:
        self._editor.edit_photo_pose(after, text=text, merge=text if is_nudge(text) else "")

    def _on_drawn(self, pose: Pose) -> None:
        if self._draws_another:
            self._editor.add_person(pose, text=self.tr("Draw another person"))
        else:
            self._editor.edit_photo_pose(pose, text=self.tr("Draw a skeleton"))
