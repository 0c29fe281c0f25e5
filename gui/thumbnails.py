"""Small pictures for lists: skeletons as drawings, photos as previews."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPen, QPixmap

from engine.skeleton import JOINT_COLOURS, LIMB_COLOURS, LIMBS, Joint, JointState, Pose
from gui.services.backend import Picture


def plain_icon(pixmap: QPixmap) -> QIcon:
    """An icon that a selection does not tint."""
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def image_of(picture: Picture) -> QImage:
    """A picture, RGB uint8 [H, W, 3], as Qt's image with its own copy of the pixels."""
    pixels = np.ascontiguousarray(picture)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def photo_thumbnail(image: QImage, size: QSize, *, ratio: float) -> QPixmap:
    """The photo filling a box of `size`, as `cut_to` makes it, for a screen of so many pixels a point."""
    pixmap = QPixmap.fromImage(cut_to(image, size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def cut_to(image: QImage, box: QSize) -> QImage:
    """The photo filling a box, cut at the sides and a little more at the foot than at the head."""
    scaled = image.scaled(
        box, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (scaled.width() - box.width()) // 2, (scaled.height() - box.height()) // 4
    return scaled.copy(left, top, box.width(), box.height())


def preview_of(picture: Picture, *, most: int = 512) -> QImage:
    """A coarse small copy of a large photo, quick enough for the window's thread."""
    step = max(1, min(picture.shape[:2]) // most)
    return image_of(picture[::step, ::step])


def pose_thumbnail(pose: Pose, size: QSize, *, ratio: float, ground: QColor, halo: QColor | None = None) -> QPixmap:
    """The pose's skeleton in the middle of a box of `size`; with a halo its dark colours show on a dark ground."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(ground)
    box = pose.box()
    if box is None:
        return pixmap
    left, top, right, bottom = box
    margin = 0.12 * size.height()
    scale = min(
        (size.width() - 2 * margin) / max(right - left, 1e-6), (size.height() - 2 * margin) / max(bottom - top, 1e-6)
    )
    offset = QPointF(
        size.width() / 2 - scale * (left + right) / 2, size.height() / 2 - scale * (top + bottom) / 2
    )
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_pose(painter, pose, scale=scale, offset=offset, width=max(2.0, size.height() / 36), halo=halo)
    painter.end()
    return pixmap


def paint_pose(
    painter: QPainter, pose: Pose, *, scale: float, offset: QPointF, width: float, halo: QColor | None = None
) -> None:
    """Draw a pose, scaled and then moved; hidden joints are rings, visible ones filled."""

    def place(joint: Joint) -> QPointF:
        x, y = pose.place(joint)
        return QPointF(x * scale, y * scale) + offset

    if halo is not None:
        painter.setPen(QPen(halo, width + 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for limb in LIMBS:
            if pose.has(*limb):
                painter.drawLine(place(limb[0]), place(limb[1]))
    for colour, limb in zip(LIMB_COLOURS, LIMBS, strict=True):
        if pose.has(*limb):
            pen = QPen(QColor(*colour), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(place(limb[0]), place(limb[1]))
    radius = 0.75 * width
    for joint in Joint:
        if not pose.has(joint):
            continue
        fill = QColor(*JOINT_COLOURS[joint])
        if pose.states[joint] is JointState.HIDDEN:
            painter.setPen(QPen(fill, 0.5 * width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
        centre = place(joint)
        painter.drawEllipse(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))
