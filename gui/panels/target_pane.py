"""The Target pose pane: the pose to come, on the frame of the person, who shines through faintly."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox

from engine.framing import FRAME_SIZE
from engine.skeleton import Pose
from gui.canvas.gestures import is_nudge
from gui.canvas.pose_view import PoseView
from gui.commands import PoseEditor
from gui.document import Document
from gui.panels.joint_bar import JointBar
from gui.panels.pane import Pane, follow_keys
from gui.services.backend import Picture
from gui.theme import Theme, canvas_colours

_GHOST = 0.3


class TargetPane(Pane):
    """Shows and edits the document's target pose; every gesture becomes one undo step."""

    pose_dragged = Signal(object)

    def __init__(
        self, document: Document, *, editor: PoseEditor, theme: Theme, said: Callable[[str], str] = str
    ) -> None:
        """`said` makes of a pose's title what the window calls it now."""
        super().__init__(self.tr("Target pose"), theme=theme)
        self._document = document
        self._said = said
        self._editor = editor
        self._ghosted: Picture | None = None
        self._ghost_of: tuple[int, int] | None = None
        self.view = PoseView()
        self.view.setAccessibleName(self.tr("Target pose"))
        self.view.set_placeholder(
            self.tr("Choose a pose from the gallery\nor drop a photo here to take its pose, or draw one")
        )
        self.set_view(self.view)
        self.joint_bar = JointBar(self.view, theme=theme)
        self.insert_above_view(self.joint_bar)
        self.fit_box = QCheckBox(self.tr("Fit to person"))
        self.footer().addWidget(self.fit_box)
        self.footer().addStretch(1)
        self.fit_box.clicked.connect(editor.set_fit)
        self.view.pose_edited.connect(self._on_edited)
        self.view.pose_dragged.connect(self.pose_dragged)
        self.view.drawing_finished.connect(self._on_drawn)
        document.aim_changed.connect(self.refresh)
        document.framed_changed.connect(self.refresh)
        document.current_changed.connect(self.refresh)
        self.on_theme(lambda: self.view.set_theme(canvas_colours(theme.colours)))
        self.refresh()

    def bind_fit(self, action: QAction) -> None:
        """Explain the check box with its action's shortcut."""
        follow_keys(action, self._say_fit)

    def _say_fit(self, keys: str) -> None:
        tip = self.tr("Give the target pose the place and the bone lengths of the person in the photo")
        self.fit_box.setToolTip(f"{tip} ({keys})" if keys else tip)

    def refresh(self) -> None:
        """Show what the document has."""
        photo, aim = self._document.current, self._document.aim
        framed = None if photo is None else photo.framed
        if framed is not None:
            if framed.picture is not self._ghosted:
                self._ghosted, self._ghost_of = framed.picture, self._document.person_key
                self.view.set_picture(ghost_of(framed.picture))
        elif self._ghosted is not None and self._ghost_of != self._document.person_key:
            # While the same person is framed anew the ghost stays: a blink would disturb.
            self._ghosted, self._ghost_of = None, None
            self.view.set_blank(FRAME_SIZE[1], FRAME_SIZE[0])
        elif aim.target is not None and not self.view.has_picture():
            self.view.set_blank(FRAME_SIZE[1], FRAME_SIZE[0])
        pose = self._document.target_pose()
        self.view.set_pose(pose)
        self.view.set_editable(pose is not None)
        self.joint_bar.refresh()
        self.fit_box.setChecked(aim.fit)
        self._show_title()

    def _show_title(self) -> None:
        aim = self._document.aim
        title = "" if aim.target is None else self._said(aim.target.title)
        if aim.target is not None and aim.target.edited:
            title = self.tr("{0}, edited").format(title)
        self.set_subtitle(title)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show_title()

    def draw(self) -> None:
        """Begin the guided drawing of a pose from nothing."""
        if not self.view.has_picture():
            self.view.set_blank(FRAME_SIZE[1], FRAME_SIZE[0])
        self.view.setFocus()
        self.view.start_drawing()

    def _on_edited(self, before: Pose, after: Pose, text: str) -> None:
        self._editor.edit_target(after, text=text, merge=text if is_nudge(text) else "")

    def _on_drawn(self, pose: Pose) -> None:
        self._editor.choose_target(pose, title=self.tr("Drawn pose"), text=self.tr("Draw a pose"), by_hand=True)


def ghost_of(picture: Picture) -> Picture:
    """The framed person, faint on white."""
    return np.asarray(255 - (255 - picture.astype(np.float32)) * _GHOST, dtype=np.uint8)
