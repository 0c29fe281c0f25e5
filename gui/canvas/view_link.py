"""Two views that zoom and pan together."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF

from gui.canvas.zoom_view import ZoomView


class ViewLink(QObject):
    """Keeps two views on the same part of their pictures; pictures of different size go by their fitted sizes.

    The link belongs to the first view and ends with it.
    """

    def __init__(self, first: ZoomView, second: ZoomView) -> None:
        super().__init__(first)
        self._views = first, second
        self._following = False
        first.view_moved.connect(self._first_moved)
        second.view_moved.connect(self._second_moved)
        self._first_moved()

    def _first_moved(self) -> None:
        self._follow(*self._views)

    def _second_moved(self) -> None:
        self._follow(*reversed(self._views))

    def _follow(self, leader: ZoomView, other: ZoomView) -> None:
        theirs, mine = leader.fit_rect(), other.fit_rect()
        if self._following or theirs.isEmpty() or mine.isEmpty():
            return
        self._following = True
        if leader.is_fitted():
            other.fit()
        else:
            centre = leader.centre()
            across = (centre.x() - theirs.left()) / theirs.width()
            down = (centre.y() - theirs.top()) / theirs.height()
            place = QPointF(mine.left() + across * mine.width(), mine.top() + down * mine.height())
            other.zoom_to(place, other.fit_zoom() * leader.zoom() / leader.fit_zoom())
        self._following = False
