"""A view on one picture: zoom round the pointer, pan, pinch, fit, drop of files; the base of the canvas' views."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsScene, QGraphicsView, QPinchGesture, QWidget

from gui.canvas.colours import CanvasColours
from gui.canvas.overlays import FocusRing, Placeholder
from gui.canvas.picture_pyramid import PIXELS_SHOW_FROM, MadeReady, Picture, PicturePyramid
from gui.dropping import dropped_paths

_MOST_ZOOM: Final = 64.0
_LEAST_OF_FIT: Final = 0.25
"""How small the picture may become against its fitted size."""
_MARGIN: Final = 16
"""Screen pixels left free round a fitted picture."""
_WHEEL_BASE: Final = 1.0015
"""Zoom per eighth of a degree of the wheel: one notch is about 20 %."""
_PAN_STEP: Final = 48


class ZoomView(QGraphicsView):
    """Shows a picture (uint8 RGB [H, W, 3]) or a blank page, one scene unit a pixel.

    The picture stays fitted while the view is resized, until somebody zooms or pans.
    """

    zoom_changed = Signal(float)
    view_moved = Signal()
    files_dropped = Signal(list)
    colours_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(self._scene)
        self._pyramid: PicturePyramid | None = None
        self._maker = MadeReady(self)
        self._maker.done.connect(self._on_ready, Qt.ConnectionType.QueuedConnection)
        self._page: QRectF | None = None
        self._beyond = QRectF()
        self._fitted = True
        self._pan_from: QPoint | None = None
        self._space_held = False
        self._own_colours: dict[str, QColor] = {}
        self.colours = CanvasColours.of_palette(self.palette())
        self._placeholder = Placeholder(self)
        self._focus_ring = FocusRing(self)
        self._set_up()
        self._colours_changed()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # scroll values are picture places, in any language
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setMinimumSize(120, 120)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # -- what is shown ------------------------------------------------------------------------------------------

    def set_picture(self, picture: Picture | PicturePyramid | None) -> None:
        """Show a picture; the same size keeps the zoom, another size is fitted. None shows the placeholder."""
        before = self.page_rect()
        self._pyramid = self._maker.take(picture)
        self._page = None
        self._page_changed(before)

    def shows(self, pyramid: PicturePyramid) -> bool:
        """Whether this picture is drawn here."""
        return pyramid is self._pyramid

    def _on_ready(self, pyramid: PicturePyramid) -> None:
        if self.shows(pyramid):
            self.resetCachedContent()
            self.viewport().update()

    def set_blank(self, width: int, height: int) -> None:
        """Show a blank page, to draw or pose a skeleton where there is no picture."""
        before = self.page_rect()
        self._pyramid = None
        self._page = QRectF(-0.5, -0.5, width, height)
        self._page_changed(before)

    def _page_changed(self, before: QRectF) -> None:
        self.resetCachedContent()
        self.viewport().update()
        if self.page_rect() != before:
            self.fit()
        self._show_placeholder()

    def has_picture(self) -> bool:
        """Whether there is a picture or a blank page."""
        return self._pyramid is not None or self._page is not None

    def set_placeholder(self, text: str) -> None:
        """What to say while there is nothing to show: a first line, then any number of hints."""
        self._placeholder.set_text(text)
        self._show_placeholder()

    def _show_placeholder(self) -> None:
        self._placeholder.setVisible(self.content_rect().isEmpty())

    def page_rect(self) -> QRectF:
        """The picture's or page's place in the scene; empty when there is none."""
        if self._pyramid is not None:
            return self._pyramid.rect
        return QRectF() if self._page is None else QRectF(self._page)

    def content_rect(self) -> QRectF:
        """All that must be reachable: the page and whatever lies outside of it."""
        return self.page_rect().united(self._beyond)

    def set_beyond(self, rect: QRectF) -> None:
        """Keep this part of the scene reachable too, wherever the page ends; what is in view stays as it is."""
        if rect != self._beyond:
            first = self.content_rect().isEmpty()
            self._beyond = QRectF(rect)
            self._show_placeholder()
            if first:
                self.fit()
            else:
                self._set_reach(self.centre())

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the picture; the view keeps the result, so a drag over it only copies pixels."""
        painter.fillRect(rect, self.colours.background)
        if self._pyramid is not None:
            scale = self.zoom() * self.devicePixelRatioF()
            # after a pan the new part is two strips: the rectangle round both would be the whole view
            region = cast(Iterable[QRect], painter.clipRegion()) if painter.hasClipping() else [QRectF(rect)]
            for strip in region:
                self._pyramid.draw(painter, QRectF(strip).adjusted(-1, -1, 1, 1), scale=scale)
        elif self._page is not None:
            painter.fillRect(self._page, self.colours.page)

    # -- zoom ---------------------------------------------------------------------------------------------------

    def zoom(self) -> float:
        """Screen pixels per picture pixel."""
        return self.transform().m11()

    def is_fitted(self) -> bool:
        """Whether the whole picture is kept in view while the view is resized."""
        return self._fitted

    def fit(self) -> None:
        """Show the whole picture, and keep it so while the view is resized."""
        self._fitted = True
        self._zoom_to(self.fit_zoom(), self.fit_rect().center())

    def fit_rect(self) -> QRectF:
        """What a fitted view shows: the page, else all there is."""
        rect = self.page_rect()
        return rect if not rect.isEmpty() else self.content_rect()

    def fit_zoom(self) -> float:
        """The zoom at which the whole picture shows."""
        rect = self.fit_rect()
        if rect.isEmpty():
            return 1.0
        margin = min(_MARGIN, self.viewport().width() // 12, self.viewport().height() // 12)
        across = max(self.viewport().width() - 2 * margin, 1) / rect.width()
        down = max(self.viewport().height() - 2 * margin, 1) / rect.height()
        return min(across, down, _MOST_ZOOM)

    def zoom_by(self, factor: float, anchor: QPointF | QPoint | None = None) -> None:
        """Zoom by a factor; what lies under `anchor` (viewport pixels, else the middle) stays there."""
        fixed = QPointF(self.viewport().rect().center()) if anchor is None else QPointF(anchor)
        least = min(self.fit_zoom() * _LEAST_OF_FIT, 1.0)
        zoom = min(max(self.zoom() * factor, least), _MOST_ZOOM)
        place = self.scene_place(fixed)
        self._fitted = False
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        self._zoom_to(zoom, place - (fixed - middle) / zoom)

    def zoom_to(self, place: QPointF, zoom: float) -> None:
        """Put a place of the picture into the middle at this zoom."""
        self._fitted = False
        self._zoom_to(min(zoom, _MOST_ZOOM), place)

    def _zoom_to(self, zoom: float, centre: QPointF) -> None:
        changed = not math.isclose(zoom, self.zoom(), rel_tol=1e-9)
        if changed:
            self.setTransform(QTransform.fromScale(zoom, zoom))
        self._set_reach(centre)
        self.horizontalScrollBar().setValue(round(centre.x() * zoom - self.viewport().width() / 2))
        self.verticalScrollBar().setValue(round(centre.y() * zoom - self.viewport().height() / 2))
        if changed:
            self.zoom_changed.emit(zoom)
        self.view_moved.emit()

    def _set_reach(self, centre: QPointF) -> None:
        """Let the view scroll until the content's edge is near its own opposite edge, and at least to `centre`."""
        zoom = self.zoom()
        across, down = self.viewport().width() / zoom, self.viewport().height() / zoom
        reach = self.content_rect().adjusted(-0.9 * across, -0.9 * down, 0.9 * across, 0.9 * down)
        self.setSceneRect(reach.united(QRectF(centre.x() - across, centre.y() - down, 2 * across, 2 * down)))

    def centre(self) -> QPointF:
        """The place of the picture in the middle of the view."""
        return self.scene_place(QPointF(self.viewport().width() / 2, self.viewport().height() / 2))

    def scene_place(self, point: QPointF) -> QPointF:
        """Viewport pixels to picture pixels, without rounding."""
        zoom = self.zoom()
        return QPointF(
            (point.x() + self.horizontalScrollBar().value()) / zoom,
            (point.y() + self.verticalScrollBar().value()) / zoom,
        )

    def view_place(self, place: QPointF) -> QPointF:
        """Picture pixels to viewport pixels, without rounding."""
        zoom = self.zoom()
        return QPointF(
            place.x() * zoom - self.horizontalScrollBar().value(), place.y() * zoom - self.verticalScrollBar().value()
        )

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the picture by screen pixels."""
        self._fitted = False
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - round(dx))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(dy))
        if self.zoom() >= PIXELS_SHOW_FROM:  # squares that are drawn strip by strip would not meet to the pixel
            self.resetCachedContent()
            self.viewport().update()
        self.view_moved.emit()

    # -- colours ------------------------------------------------------------------------------------------------

    def set_theme(self, colours: Mapping[str, QColor] | CanvasColours | None) -> None:
        """Take colours by the names of `CanvasColours`, or all of them; None follows the window's palette again."""
        if isinstance(colours, CanvasColours):
            self._own_colours = {name: getattr(colours, name) for name in colours.__dataclass_fields__}
        else:
            self._own_colours = dict(colours or {})
        self._colours_changed()

    def _colours_changed(self) -> None:
        self.colours = CanvasColours.of_palette(self.palette()).with_changes(self._own_colours)
        self._placeholder.set_colours(self.colours)
        self._focus_ring.set_colours(self.colours)
        self.resetCachedContent()
        self.viewport().update()
        self.colours_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colours_changed()

    # -- events -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted, or keep the middle in the middle."""
        super().resizeEvent(event)
        self._placeholder.setGeometry(self.viewport().geometry())
        self._focus_ring.setGeometry(self.rect())
        self._focus_ring.raise_()
        if self._fitted:
            self.fit()
        else:
            self.view_moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Wheel: zoom round the pointer. Two fingers on a trackpad: pan, or zoom with Ctrl."""
        zooms = (
            event.deviceType() != QInputDevice.DeviceType.TouchPad
            or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if zooms:
            turned = event.angleDelta().y() or event.angleDelta().x()
            self.zoom_by(_WHEEL_BASE**turned, event.position())
        else:
            moved = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
            self.pan_by(moved.x(), moved.y())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinch on a trackpad or a touch screen."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1.0 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                anchor = self.viewport().mapFromGlobal(pinch.centerPoint())
                self.zoom_by(pinch.scaleFactor(), anchor)
                return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Middle button, or left button with Space held, pans."""
        if self.pan_begins(event):
            self.begin_pan(event)

    def pan_begins(self, event: QMouseEvent) -> bool:
        """Whether this press is meant to pan whatever lies below."""
        left = event.button() == Qt.MouseButton.LeftButton
        return event.button() == Qt.MouseButton.MiddleButton or (left and self._space_held)

    def begin_pan(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._pan_from = event.position().toPoint()
        self.show_cursor()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while the picture is held."""
        if self._pan_from is not None:
            here = event.position().toPoint()
            moved = here - self._pan_from
            self._pan_from = here
            self.pan_by(moved.x(), moved.y())
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the picture."""
        if self._pan_from is not None:
            self._pan_from = None
            self.show_cursor()
            event.accept()

    def is_panning(self) -> bool:
        """Whether the picture is held by the pointer."""
        return self._pan_from is not None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.fit()
            event.accept()

    def show_cursor(self) -> None:
        """The pointer's shape for what a press would do now."""
        if self.is_panning():
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space_held:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+0 fits, Ctrl with plus and minus zooms, arrows pan, Space holds the hand."""
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        arrows = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        if ctrl and key == Qt.Key.Key_0:
            self.fit()
        elif ctrl and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.25)
        elif ctrl and key == Qt.Key.Key_Minus:
            self.zoom_by(0.8)
        elif key in arrows:
            across, down = arrows[Qt.Key(key)]
            self.pan_by(across * _PAN_STEP, down * _PAN_STEP)
        elif key == Qt.Key.Key_Space:
            self._space_held = True
            self.show_cursor()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space lets the hand go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self.show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which view has the keys."""
        super().focusInEvent(event)
        self._focus_ring.raise_()
        self._focus_ring.setVisible(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget a held Space: its release goes elsewhere."""
        super().focusOutEvent(event)
        self._space_held = False
        self._focus_ring.setVisible(False)
        self.show_cursor()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._placeholder.set_inviting(True)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self._placeholder.set_inviting(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files came."""
        self._placeholder.set_inviting(False)
        files = dropped_paths(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit([str(file) for file in files])
