"""The view of a picture that was made: the picture, how far the next one is, and the target skeleton over it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.skeleton import Pose
from gui.canvas.busy_card import BusyCard
from gui.canvas.skeleton_items import SkeletonItems
from gui.canvas.zoom_view import ZoomView

_CARD_EDGE: Final = 16


class PictureView(ZoomView):
    """Shows a picture (uint8 RGB [H, W, 3]); cannot change it."""

    cancel_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: Pose | None = None
        self._target_shown = False
        self._skeleton = SkeletonItems(self._scene)
        self._card = BusyCard(self)
        self._card.cancel_pressed.connect(self.cancel_pressed)
        self.colours_changed.connect(self._take_colours)
        self.zoom_changed.connect(self._skeleton.set_zoom)
        self.setAccessibleName(self.tr("Picture"))
        self._take_colours()

    def _take_colours(self) -> None:
        self._skeleton.set_colours(self.colours)
        self._card.set_colours(self.colours)

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

    def set_busy(self, text: str, *, fraction: float | None = None) -> None:
        """Say over the picture what is being made; `fraction` 0..1 is how far it is, None is not known."""
        self._card.show_progress(text, fraction=fraction)
        self._place_card()
        self.setAccessibleDescription(text)

    def set_idle(self) -> None:
        """Nothing is being made."""
        self._card.setVisible(False)
        self.setAccessibleDescription("")

    def is_busy(self) -> bool:
        """Whether the progress shows."""
        return self._card.isVisibleTo(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the progress at the lower edge."""
        super().resizeEvent(event)
        self._place_card()

    def _place_card(self) -> None:
        width = min(self._card.sizeHint().width(), self.width() - 2 * _CARD_EDGE)
        height = self._card.sizeHint().height()
        corner = QPoint((self.width() - width) // 2, self.height() - height - _CARD_EDGE)
        self._card.setGeometry(corner.x(), corner.y(), width, height)
