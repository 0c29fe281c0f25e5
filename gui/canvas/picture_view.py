"""The view of a picture that was made: the picture, the photo it is compared with, and the target skeleton over it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.skeleton import Pose
from gui.canvas.comparison import Blinker, Comparison, ComparisonMarks
from gui.canvas.picture_pyramid import Picture, PicturePyramid
from gui.canvas.skeleton_items import SkeletonItems
from gui.canvas.zoom_view import ZoomView

_STEP, _LARGE_STEP = 0.02, 0.1
_SAME_SHAPE: Final = 0.01


class PictureView(ZoomView):
    """Shows a picture (uint8 RGB [H, W, 3]), alone or against the photo; cannot change it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: Pose | None = None
        self._target_shown = False
        self._before: PicturePyramid | None = None
        self._comparison = Comparison.ALONE
        self._divider = 0.5
        self._sliding = False
        self._name = ""
        self._skeleton = SkeletonItems(self._scene)
        self._marks = ComparisonMarks(self)
        self.blinker = Blinker(self)
        self.blinker.swapped.connect(lambda _first: self._compare_anew())
        self.colours_changed.connect(self._take_colours)
        self.zoom_changed.connect(self._skeleton.set_zoom)
        self.view_moved.connect(self._place_marks)
        self.setAccessibleName(self.tr("Picture"))
        self._take_colours()

    def _take_colours(self) -> None:
        self._skeleton.set_colours(self.colours)
        self._marks.set_colours(self.colours)

    # -- the picture and its target -----------------------------------------------------------------------------

    def set_picture(self, picture: Picture | PicturePyramid | None) -> None:
        """Show a picture; another size of the same shape, as a draft has, keeps what is looked at."""
        old = self.page_rect()
        looked_at = None if self.is_fitted() or old.isEmpty() else (self.centre(), self.zoom())
        super().set_picture(picture)
        new = self.page_rect()
        if looked_at is not None and new != old and _same_shape(old, new):
            ratio = new.width() / old.width()
            centre, zoom = looked_at
            self.zoom_to((centre + QPointF(0.5, 0.5)) * ratio - QPointF(0.5, 0.5), zoom / ratio)
        self._place_marks()

    def set_target(self, pose: Pose | None) -> None:
        """The target pose in the picture's pixels; it shows when `set_target_shown` says so."""
        self._target = pose
        self._show_target()

    def set_target_shown(self, shown: bool) -> None:
        """Lay the target skeleton over the picture, or take it away."""
        self._target_shown = shown
        self._show_target()

    def target_shown(self) -> bool:
        """Whether the target skeleton lies over the picture."""
        return self._target_shown

    def _show_target(self) -> None:
        pose = self._target if self._target_shown else None
        self._skeleton.show(pose)
        box = None if pose is None else pose.box()
        self.set_beyond(QRectF() if box is None else QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])))

    # -- against the photo --------------------------------------------------------------------------------------

    def set_before(self, photo: Picture | PicturePyramid | None) -> None:
        """The photo, uint8 RGB [H, W, 3] or made ready, that is compared with; None where it is not known."""
        self._before = self._maker.take(photo)
        self._compare_anew()

    def shows(self, pyramid: PicturePyramid) -> bool:
        """Whether this picture is drawn here, or the photo that it is compared with."""
        return pyramid is self._before or super().shows(pyramid)

    def set_comparison(self, comparison: Comparison) -> None:
        """Show the picture in this way."""
        self._comparison = comparison
        self._sliding = False
        if comparison is not Comparison.BLINK:
            self.blinker.rest()
        self._compare_anew()

    def comparison(self) -> Comparison:
        """How the picture is shown."""
        return self._comparison

    def set_name(self, name: str) -> None:
        """What stands in the corner while this view is one of two."""
        self._name = name
        self._place_marks()

    def divider(self) -> float:
        """Where the slider's divider is: 0 at the picture's left edge, 1 at its right one."""
        return self._divider

    def set_divider(self, share: float) -> None:
        """Move the slider's divider."""
        self._divider = min(max(share, 0.0), 1.0)
        self._compare_anew()

    @property
    def _slides(self) -> bool:
        return self._comparison is Comparison.SLIDER and self._before is not None and self._pyramid is not None

    @property
    def _blinks(self) -> bool:
        return self._comparison is Comparison.BLINK and self._before is not None and self._pyramid is not None

    def _compare_anew(self) -> None:
        self.resetCachedContent()
        self.viewport().update()
        self._place_marks()

    def _place_marks(self) -> None:
        photo, picture = self.tr("Photo"), self.tr("Picture")
        if self._slides:
            page = self.page_rect()
            corner, end = self.view_place(page.topLeft()), self.view_place(page.bottomRight())
            x = corner.x() + self._divider * (end.x() - corner.x())
            self._marks.show_names(photo, picture)
            self._marks.show_divider(x, top=corner.y(), bottom=end.y())
            part = self.tr("Divider at {0} %: the photo is on its left, the picture on its right")
            self.setAccessibleDescription(part.format(round(100 * self._divider)))
        elif self._blinks:
            shown = photo if self.blinker.first_shown else picture
            self._marks.show_names(shown, "")
            self._marks.show_divider(None)
            self.setAccessibleDescription(self.tr("The {0} shows; Space shows the other one").format(shown.lower()))
        else:
            self._marks.show_names(self._name if self.has_picture() else "", "")
            self._marks.show_divider(None)
            self.setAccessibleDescription("")

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The picture, and the photo over the part of it that the comparison gives it."""
        super().drawBackground(painter, rect)
        if self._before is None or not (self._slides or (self._blinks and self.blinker.first_shown)):
            return
        page = QRectF(self.page_rect())
        if self._slides:
            page.setWidth(page.width() * self._divider)
        part = page.intersected(QRectF(rect))
        if part.isEmpty():
            return
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.fillRect(part, self.colours.background)
        whole, theirs = self.page_rect(), self._before.rect
        ratio = min(whole.width() / theirs.width(), whole.height() / theirs.height())
        painter.translate(whole.center())
        painter.scale(ratio, ratio)
        painter.translate(-theirs.center())
        exposed = painter.clipBoundingRect().adjusted(-1, -1, 1, 1)
        self._before.draw(painter, exposed, scale=self.zoom() * ratio * self.devicePixelRatioF())
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On a slider's picture the divider comes to the pointer and is held."""
        left = event.button() == Qt.MouseButton.LeftButton
        if self._slides and left and not self.pan_begins(event):
            self._sliding = True
            self._slide_to(event)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the divider."""
        if self._sliding:
            self._slide_to(event)
            return
        if self._slides and not self.is_panning() and self._marks.grip_holds(event.position().x()):
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.show_cursor()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the divider go."""
        if self._sliding and event.button() == Qt.MouseButton.LeftButton:
            self._sliding = False
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def _slide_to(self, event: QMouseEvent) -> None:
        page = self.page_rect()
        self.set_divider((self.scene_place(event.position()).x() - page.left()) / page.width())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, right, Home and End move the divider; Space shows the other one of two that blink."""
        key = event.key()
        if (
            self._slides
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
        ):
            step = _LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            places = {
                Qt.Key.Key_Left: self._divider - step,
                Qt.Key.Key_Right: self._divider + step,
                Qt.Key.Key_Home: 0.0,
                Qt.Key.Key_End: 1.0,
            }
            self.set_divider(places[Qt.Key(key)])
        elif self._blinks and key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.blinker.set_running(False)
                self.blinker.swap()
        else:
            super().keyPressEvent(event)

    # -- the window ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep divider and names over the picture."""
        super().resizeEvent(event)
        self._marks.setGeometry(self.viewport().geometry())
        self._place_marks()


def _same_shape(one: QRectF, other: QRectF) -> bool:
    if one.isEmpty() or other.isEmpty():
        return False
    return abs(one.width() / one.height() - other.width() / other.height()) < _SAME_SHAPE
