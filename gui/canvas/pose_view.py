"""The view in which a skeleton is seen and edited on its picture."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from engine.skeleton import Joint, JointState, Pose
from gui.canvas import gestures
from gui.canvas.body import guess_place
from gui.canvas.box_item import BoxItem
from gui.canvas.colours import faded
from gui.canvas.drags import Drag
from gui.canvas.draw_tool import DrawTool, PlaceTool
from gui.canvas.edit_tool import EditTool
from gui.canvas.gestures import Place
from gui.canvas.ghost_item import GhostItem
from gui.canvas.missing_strip import STRIP_HEIGHT, MissingStrip
from gui.canvas.picture_pyramid import Picture, PicturePyramid
from gui.canvas.pose_menu import pose_menu
from gui.canvas.prompt_bar import PromptBar
from gui.canvas.skeleton_view import SkeletonView
from gui.canvas.tools import Tool, place_of
from gui.canvas.words import tr
from gui.language.words import joint_name, state_name

_DRAWN_WITH: Final = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


class PoseView(SkeletonView):
    """A picture with the skeleton of its main person, edited by pointer and keys; other people are faint.

    The view changes its own pose first and then tells: `pose_dragged(pose)` while a gesture goes on, and
    `pose_edited(before, after, text)` once at its end, which is one step to undo. `set_pose` tells nothing.
    """

    pose_dragged = Signal(object)
    pose_edited = Signal(object, object, str)
    drawing_finished = Signal(object)
    drawing_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editable = True
        self._drag: Drag | None = None
        self._left_at: dict[Joint, Place] = {}
        self._before_drawing: Pose | None = None
        self.box = BoxItem()
        self._ghost = GhostItem()
        self._band = QGraphicsRectItem()
        for item in (self.box, self._ghost, self._band):
            self._scene.addItem(item)
        self._band.setZValue(35)
        self._band.setVisible(False)
        self.strip = MissingStrip(self)
        self.prompt = PromptBar(self)
        self.prompt.setVisible(False)
        self._edit = EditTool(self)
        self._tool: Tool = self._edit
        self.strip.joint_clicked.connect(self._chip_clicked)
        self.strip.joint_carried.connect(self._carry)
        self.strip.joint_carried_to.connect(self._carry_to)
        self.colours_changed.connect(self._take_colours)
        self.zoom_changed.connect(self._take_zoom)
        self.setAccessibleName(self.tr("Skeleton"))
        self._take_colours()
        self.refresh()
        self._lay_out()

    # -- what is shown ------------------------------------------------------------------------------------------

    def set_picture(self, picture: Picture | PicturePyramid | None) -> None:
        """Show a picture (uint8 RGB [H, W, 3]); a joint is in its pixels, (0, 0) the centre of the top left one."""
        self._left_at = {}
        super().set_picture(picture)
        self._lay_out()

    def set_blank(self, width: int, height: int) -> None:
        """Show a blank page instead of a picture."""
        self._left_at = {}
        super().set_blank(width, height)
        self._lay_out()

    def set_pose(self, pose: Pose | None) -> None:
        """Show a pose, without a signal. While a skeleton is drawn it waits; any other gesture gives way to it."""
        if isinstance(self._tool, DrawTool):
            self._before_drawing = pose
            return
        if pose is not None and self._pose is not None and pose.same_as(self._pose):
            self._pose = pose
            return
        self._tool.leave()
        if isinstance(self._tool, PlaceTool):
            self.stop_placing()
        self._pose = pose
        self.settle()
        self._lay_out()

    def set_editable(self, editable: bool) -> None:
        """Whether the skeleton can be changed; it can be looked at in any case."""
        if editable != self._editable:
            if not self.is_drawing():
                self._use(self._edit)
            self._editable = editable
            self.set_box_shown(False)
            self._lay_out()

    def is_editable(self) -> bool:
        """Whether the skeleton can be changed."""
        return self._editable

    def is_busy(self) -> bool:
        """Whether a gesture or a drawing is under way."""
        return self._tool.is_busy()

    def refresh(self) -> None:
        """Bring skeleton, box and strip to the pose."""
        super().refresh()
        pose = self._pose
        if self.box.isVisible():
            chosen = self._selected if len(self._selected) > 1 else tuple(Joint)
            self.box.show_round(pose, frozenset(chosen), drag=self._drag)
        missing = None if pose is None else [joint for joint in Joint if not pose.has(joint)]
        self.strip.set_missing(missing, current=self.current_joint())

    def _take_colours(self) -> None:
        self.box.set_colour(self.colours.accent)
        self.strip.set_colours(self.colours)
        self.prompt.set_colours(self.colours)
        pen = QPen(self.colours.accent, 1.5, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self._band.setPen(pen)
        self._band.setBrush(faded(self.colours.accent, 0.15))

    def _take_zoom(self, zoom: float) -> None:
        self.box.set_zoom(zoom)
        self._ghost.set_zoom(zoom)

    def _lay_out(self) -> None:
        """The strip keeps its place whatever it lists, so that an edit never moves the picture."""
        drawing = isinstance(self._tool, DrawTool)
        strip = self.has_picture() and not drawing and (self._editable or self._pose is None)
        self.strip.setVisible(strip)
        self.prompt.setVisible(drawing)
        inner = self.contentsRect()
        prompt = self.prompt.heightForWidth(inner.width())
        self.setViewportMargins(0, prompt if drawing else 0, 0, STRIP_HEIGHT if strip else 0)
        self.strip.setGeometry(inner.left(), inner.bottom() + 1 - STRIP_HEIGHT, inner.width(), STRIP_HEIGHT)
        self.prompt.setGeometry(inner.left(), inner.top(), inner.width(), prompt)

    # -- edits --------------------------------------------------------------------------------------------------

    def set_box_shown(self, shown: bool) -> None:
        """Show the box whose handles scale and turn the skeleton, or the selected joints when there are several."""
        self.box.setVisible(shown and self._editable)
        self.refresh()

    def box_shown(self) -> bool:
        """Whether the box shows."""
        return self.box.isVisible()

    def show_live(self, pose: Pose, drag: Drag) -> None:
        """A step of a gesture."""
        self._pose, self._drag, self._busy = pose, drag, True
        self.refresh()
        self.show_cursor()
        self.pose_dragged.emit(pose)

    def finish(self, before: Pose, text: str) -> None:
        """A gesture's end: one edit, unless all is as it was."""
        self._drag, self._busy = None, False
        self.settle()
        self.show_cursor()
        after = self._pose
        if after is not None and not after.same_as(before):
            self.pose_edited.emit(before, after, text)

    def take_back(self, before: Pose) -> None:
        """A gesture was given up: everything is as it was."""
        self._pose, self._drag, self._busy = before, None, False
        self.settle()
        self.show_cursor()
        self.pose_dragged.emit(before)

    def _change(self, after: Pose, text: str) -> None:
        before = self._pose
        if before is not None and self._editable and not self.is_busy():
            self._pose = after
            self.finish(before, text)

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected joints by picture pixels; the text is that of a nudge, for merging."""
        joints = [joint for joint in self._selected if self._pose is not None and self._pose.has(joint)]
        if self._pose is not None and joints:
            self._change(gestures.move_joints(self._pose, joints, dx, dy), gestures.nudge_text(joints))

    def mirror(self) -> None:
        """Mirror the skeleton round its own middle; left and right joints swap."""
        if self._pose is not None:
            self._change(gestures.mirror(self._pose), tr("Mirror skeleton"))

    def set_state(self, state: JointState) -> None:
        """Set the state of the selected joints, else of the one under the pointer.

        A missing joint that becomes visible or hidden goes where it was last, else where the body suggests.
        """
        chosen = self._selected or ((self._hovered,) if isinstance(self._hovered, Joint) else ())
        pose = self._pose
        if pose is None or not chosen:
            return
        for joint in chosen:
            if pose.has(joint):
                self._left_at[joint] = pose.place(joint)
            elif state is not JointState.MISSING:
                pose = pose.with_joint(joint, self._left_at.get(joint) or self._guess(pose, joint))
        text = tr("Set {0} {1}").format(gestures.names(chosen), state_name(state))
        self._change(gestures.set_states(pose, chosen, state), text)

    def _guess(self, pose: Pose, joint: Joint) -> Place:
        page = self.fit_rect()
        return guess_place(pose, joint, page=(page.left(), page.top(), page.right(), page.bottom()))

    def place_joint(self, joint: Joint, place: Place) -> None:
        """Give a missing joint its place."""
        if isinstance(self._tool, PlaceTool):
            self.stop_placing()
        if self._pose is not None:
            self._select((joint,))
            self._change(self._pose.with_joint(joint, place, confidence=1.0), tr("Place {0}").format(joint_name(joint)))

    # -- drawing and placing ------------------------------------------------------------------------------------

    def start_drawing(self) -> None:
        """Ask for joint after joint; without a picture on a blank page. Ends in `drawing_finished` or `_cancelled`."""
        if isinstance(self._tool, DrawTool):
            return
        if not self.has_picture():
            self.set_blank(176, 256)
        self._before_drawing = self._pose
        self._select(())
        self.set_box_shown(False)
        tool = DrawTool(self)
        self._use(tool)
        self._before_drawing = self._pose
        tool.show()
        self._lay_out()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_drawing(self) -> None:
        """Give up drawing: the pose is again what it was."""
        if isinstance(self._tool, DrawTool):
            self._end_drawing(self._before_drawing)
            self.drawing_cancelled.emit()

    def finish_drawing(self) -> None:
        """Take what is drawn so far as the pose; nothing at all is the same as giving up."""
        if isinstance(self._tool, DrawTool):
            drawing = self._tool.drawing
            if not drawing.worth_keeping:
                self.stop_drawing()
                return
            self._end_drawing(drawing.pose)
            self.drawing_finished.emit(drawing.pose)

    def _end_drawing(self, pose: Pose | None) -> None:
        self._use(self._edit)
        self._pose = pose
        self.settle()
        self._lay_out()

    def is_drawing(self) -> bool:
        """Whether a skeleton is being drawn."""
        return isinstance(self._tool, DrawTool)

    def show_drawn(self, pose: Pose) -> None:
        """The drawing came a step further, or went a step back."""
        self._pose = pose
        self.refresh()

    def start_placing(self, joint: Joint) -> None:
        """Wait for a click that says where a missing joint is."""
        if self._editable and self._pose is not None and not self.is_busy():
            tool = PlaceTool(self, joint=joint)
            self._use(tool)
            self._select((joint,))
            self.strip.set_message(tool.question())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_placing(self) -> None:
        """The joint stays missing."""
        if isinstance(self._tool, PlaceTool):
            self._use(self._edit)

    def _use(self, tool: Tool) -> None:
        self._tool.leave()
        self._tool = tool
        self.strip.set_message("")
        self.show_ghost(None, (0.0, 0.0))
        self.show_cursor()

    def _chip_clicked(self, joint: int) -> None:
        self.start_placing(Joint(joint))

    def _carry(self, joint: int, pointer: QPoint) -> None:
        point = self.viewport().mapFromGlobal(pointer)
        inside = self.viewport().rect().contains(point)
        self.show_ghost(Joint(joint) if inside else None, place_of(self.scene_place(QPointF(point))))

    def _carry_to(self, joint: int, pointer: QPoint) -> None:
        self.show_ghost(None, (0.0, 0.0))
        point = self.viewport().mapFromGlobal(pointer)
        if self.viewport().rect().contains(point):
            self.place_joint(Joint(joint), place_of(self.scene_place(QPointF(point))))

    def show_ghost(self, joint: Joint | None, place: Place) -> None:
        """Show where a joint would go; None shows nothing."""
        self._ghost.show_for(joint, place, pose=self._pose)

    def show_band(self, band: QRectF | None) -> None:
        """Show the rectangle that selects, in view pixels; None shows nothing."""
        self._band.setVisible(band is not None)
        if band is not None:
            self._band.setRect(QRectF(self.scene_place(band.topLeft()), self.scene_place(band.bottomRight())))

    # -- events -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pan, or what the tool does."""
        if self.pan_begins(event):
            self.begin_pan(event)
        elif self._tool.press(event):
            event.accept()
        self.show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or what the tool does."""
        if self.is_panning():
            super().mouseMoveEvent(event)
        else:
            self._tool.move(event)

    def hover(self, point: QPointF | None) -> None:
        """Mark what a press would take; the box takes it before what lies in it."""
        boxed = self.box.hover(point, self.view_place)
        super().hover(None if boxed else point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End of a pan or of what the tool did."""
        super().mouseReleaseEvent(event)
        self._tool.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press is up to the tool."""
        if self.pan_begins(event):
            self.begin_pan(event)
        elif self._tool.double_click(event):
            event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for what is under the pointer, or for the selection when a key asked for it."""
        if self.is_busy():
            event.accept()
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            point = QPointF(self.viewport().mapFromGlobal(place))
            joint, limb = self.joint_at(point), self.limb_at(point)
            if joint is not None and joint not in self._selected:
                self.select_joint(joint)
            elif joint is None:
                self._select(limb if limb is not None else ())
        elif (joint := self.current_joint()) is not None and self._pose is not None and self._pose.has(joint):
            here = self.view_place(QPointF(*self._pose.place(joint))).toPoint()
            place = self.viewport().mapToGlobal(here + QPoint(12, 12))
        self._menu = pose_menu(self)
        self._menu.popup(place)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the tool makes of a key, else zoom and pan."""
        if self._tool.key(event):
            event.accept()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and not self.is_busy():
            self.select_all()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from joint to joint; past the last one it leaves the view."""
        return self._tool.tab(forward=next) or super().focusNextPrevChild(next)

    def event(self, event: QEvent) -> bool:
        """While a gesture or a drawing is under way its keys are not the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            placing = isinstance(self._tool, PlaceTool)
            keys = _DRAWN_WITH if self.is_drawing() else (Qt.Key.Key_Escape,) if placing or self.is_busy() else ()
            if event.key() in keys:
                event.accept()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip lies below the picture, the prompt above it."""
        super().resizeEvent(event)
        self._lay_out()

    def show_cursor(self) -> None:
        """The pointer's shape for what a press would do now."""
        super().show_cursor()
        shape = self._tool.cursor()
        if shape is not None and not self.is_panning() and not self._space_held:
            self.viewport().setCursor(shape)
