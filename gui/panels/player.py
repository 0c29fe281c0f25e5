"""Plays pictures, or skeletons where there are no pictures yet, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from engine.framing import FRAME_SIZE
from engine.skeleton import Pose
from gui.icons import SIDE
from gui.services.backend import Picture
from gui.theme import SPACE, Theme
from gui.thumbnails import image_of, paint_pose

_MOST_SHOWN: Final = 720


class Stage(QWidget):
    """The frame that shows now."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self._pose: Pose | None = None
        self.setMinimumSize(160, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self._image, self._pose = image, None
        self.update()

    def show_pose(self, pose: Pose | None) -> None:
        """Show a skeleton in the frame's pixels, or nothing."""
        self._image, self._pose = None, pose
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, or the skeleton on its page, as large as fits."""
        painter = QPainter(self)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        height, width = FRAME_SIZE
        size = self._image.size() if self._image is not None else QSize(width, height)
        scale = min((self.width() - 2 * SPACE) / size.width(), (self.height() - 2 * SPACE) / size.height())
        page = QRectF(0, 0, size.width() * scale, size.height() * scale)
        page.moveCenter(QPointF(self.width() / 2, self.height() / 2))
        if self._image is not None:
            painter.drawImage(page, self._image)
        elif self._pose is not None:
            painter.fillRect(page, QColor(colours.raised if colours.dark else colours.base))
            painter.setClipRect(page)
            halo = QColor(colours.text) if colours.dark else None
            width_of = max(3.0, page.height() / 70)
            offset = page.topLeft() + QPointF(scale / 2, scale / 2)
            paint_pose(painter, self._pose, scale=scale, offset=offset, width=width_of, halo=halo)


class Player(QWidget):
    """A stage with a button to play and a slider over the frames."""

    moved = Signal(int)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._poses: list[Pose] = []
        self._images: list[QImage] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        self.set_rate(12.0)
        self.stage = Stage(theme=theme)
        self.stage.setAccessibleName(self.tr("Preview"))
        self.button = QToolButton()
        self.button.setIconSize(QSize(SIDE, SIDE))
        self.button.clicked.connect(lambda: self.play(not self.playing))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Place in the sequence"))
        self.slider.valueChanged.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.button)
        row.addWidget(self.slider, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.stage, 1)
        column.addLayout(row)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    @property
    def place(self) -> int:
        """The frame that shows, from 0."""
        return self.slider.value()

    def set_rate(self, rate: float) -> None:
        """Frames a second."""
        self._timer.setInterval(max(1, round(1000 / rate)))

    def set_poses(self, poses: Sequence[Pose]) -> None:
        """Play these skeletons; pictures come one by one."""
        self._poses, self._images = list(poses), []
        self.slider.setRange(0, max(len(self._poses) - 1, 0))
        self.setEnabled(bool(self._poses))
        self._show()

    def add_picture(self, picture: Picture) -> None:
        """The picture of the next skeleton is there."""
        step = max(1, max(picture.shape[:2]) // _MOST_SHOWN)
        self._images.append(image_of(picture[::step, ::step]))
        if not self.playing and len(self._images) < len(self._poses):
            self.slider.setValue(len(self._images) - 1)
        self._show()

    def play(self, on: bool) -> None:
        """Play round and round, or stand still."""
        if on and len(self._poses) > 1:
            self._timer.start()
        else:
            self._timer.stop()
        self._tint()

    def _advance(self) -> None:
        self.slider.setValue((self.slider.value() + 1) % max(len(self._poses), 1))

    def _show(self) -> None:
        number = self.slider.value()
        if number < len(self._images):
            self.stage.show_image(self._images[number])
        else:
            self.stage.show_pose(self._poses[number] if number < len(self._poses) else None)
        self.moved.emit(number)

    def _tint(self) -> None:
        self.button.setIcon(self._theme.icon("pause" if self.playing else "play"))
        text = self.tr("Stand still") if self.playing else self.tr("Play")
        self.button.setToolTip(text)
        self.button.setAccessibleName(text)
