"""Guided drawing and placing of joints with pointer and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from engine.skeleton import Joint
from gui.canvas.drawing import Drawing
from gui.canvas.tools import Tool, place_of
from gui.canvas.words import tr
from gui.language.words import joint_name

if TYPE_CHECKING:
    from gui.canvas.pose_view import PoseView


class DrawTool(Tool):
    """Asks for joint after joint; each click answers, and the joint can be pulled right until the button goes up."""

    def __init__(self, view: PoseView) -> None:
        super().__init__(view)
        self.drawing = Drawing()
        self._held = False

    def press(self, event: QMouseEvent) -> bool:
        """Left: the joint is here. Right: it is here, but hidden."""
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return False
        if not self._held and not self.drawing.finished:
            place = place_of(self.view.scene_place(event.position()))
            self.drawing = self.drawing.placed(place, hidden=event.button() == Qt.MouseButton.RightButton)
            self._held = True
            self.show()
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Pull the joint that was just placed, or show where the next one would go."""
        place = place_of(self.view.scene_place(event.position()))
        if self._held:
            self.drawing = self.drawing.moved_last(place)
            self.show()
        elif not self.view.is_panning():
            self.view.show_ghost(self.drawing.joint, place)
        return self._held

    def release(self, event: QMouseEvent) -> bool:
        """Ask for the next joint; after the last one the skeleton is done."""
        if not self._held:
            return False
        self._held = False
        self._go_on()
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Backspace takes back, Enter finishes, Escape cancels."""
        key = event.key()
        if self._held and key != Qt.Key.Key_Escape:
            return True
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.drawing = self.drawing.back()
            self.show()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.view.finish_drawing()
        elif key == Qt.Key.Key_Escape:
            self.view.stop_drawing()
        else:
            return False
        return True

    def tab(self, *, forward: bool) -> bool:
        """Tab: this joint is not in the picture. Shift+Tab: take back."""
        if not self._held:
            self.drawing = self.drawing.skipped() if forward else self.drawing.back()
            self._go_on()
        return True

    def _go_on(self) -> None:
        self.show()
        if self.drawing.finished:
            self.view.finish_drawing()

    def show(self) -> None:
        """Show the skeleton so far and the question."""
        drawing, total = self.drawing, len(Joint)
        self.view.show_drawn(drawing.pose)
        self.view.show_ghost(None, (0.0, 0.0))
        count = tr("{0} of {1}").format(min(drawing.answered + 1, total), total)
        question = self._question()
        keys = tr("Tab: not in the picture · Right click: hidden · Backspace: take back · Enter: finish · Esc: cancel")
        self.view.prompt.ask(question, keys=keys, joint=drawing.joint, done=drawing.answered, count=count)
        self.view.setAccessibleDescription(f"{question}. {keys}")

    def _question(self) -> str:
        """What to do now. Whose right it is, is said once, with the first joint that has a side."""
        joint = self.drawing.joint
        if joint is None:
            return tr("All joints are placed")
        if joint is Joint.RIGHT_SHOULDER:
            return tr("Click the {0} (the person's own right)").format(joint_name(joint))
        return tr("Click the {0}").format(joint_name(joint))

    def is_busy(self) -> bool:
        """A drawing may not be disturbed."""
        return True

    def cursor(self) -> Qt.CursorShape | None:
        """Cross hairs."""
        return Qt.CursorShape.CrossCursor


class PlaceTool(Tool):
    """Waits for one click that says where a missing joint is."""

    def __init__(self, view: PoseView, *, joint: Joint) -> None:
        super().__init__(view)
        self.joint = joint

    def press(self, event: QMouseEvent) -> bool:
        """Here it is."""
        if event.button() != Qt.MouseButton.LeftButton:
            self.view.stop_placing()
            return False
        self.view.place_joint(self.joint, place_of(self.view.scene_place(event.position())))
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Show where it would go."""
        self.view.show_ghost(self.joint, place_of(self.view.scene_place(event.position())))
        return False

    def key(self, event: QKeyEvent) -> bool:
        """Escape: it stays missing."""
        if event.key() == Qt.Key.Key_Escape:
            self.view.stop_placing()
            return True
        return False

    def question(self) -> str:
        """What to do now."""
        return tr("Click where the {0} is · Esc: leave it missing").format(joint_name(self.joint))

    def leave(self) -> None:
        """Nothing is left behind."""
        self.view.show_ghost(None, (0.0, 0.0))

    def cursor(self) -> Qt.CursorShape | None:
        """Cross hairs."""
        return Qt.CursorShape.CrossCursor
