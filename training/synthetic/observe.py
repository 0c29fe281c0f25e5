"""What a camera sees of a posed person: the frame it is put into, and each joint's place and visibility."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from engine.skeleton import Joint, JointState, Pose
from training.synthetic.body import GROUPS, Figure
from training.synthetic.camera import Camera
from training.synthetic.geometry import Array
from training.synthetic.render import Rendered
from training.synthetic.rig import BonePose, PosedFigure

J = Joint
FACE: Final = (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE, J.RIGHT_EAR, J.LEFT_EAR)
"""Joints that the head itself may hide."""
DEEP: Final = {
    J.NOSE: 0.030, J.RIGHT_EYE: 0.035, J.LEFT_EYE: 0.035, J.RIGHT_EAR: 0.040, J.LEFT_EAR: 0.040, J.NECK: 0.16,
    J.RIGHT_SHOULDER: 0.115, J.LEFT_SHOULDER: 0.115, J.RIGHT_ELBOW: 0.085, J.LEFT_ELBOW: 0.085,
    J.RIGHT_WRIST: 0.06, J.LEFT_WRIST: 0.06, J.RIGHT_HIP: 0.20, J.LEFT_HIP: 0.20,
    J.RIGHT_KNEE: 0.16, J.LEFT_KNEE: 0.16, J.RIGHT_ANKLE: 0.09, J.LEFT_ANKLE: 0.09,
}  # fmt: skip
"""How far below the surface a joint that shows may lie, in metres: the limb's own thickness and some cloth."""


def silhouette(posed: PosedFigure) -> Array:
    """[N, 3] the body's own vertices."""
    start, end = GROUPS["body"]
    return posed.vertices[start:end]


def framed(
    posed: PosedFigure,
    size: tuple[int, int],
    *,
    top: float,
    bottom: float,
    margin: float,
    azimuth: float = 0.0,
    elevation: float = 4.0,
    distance: float = 5.0,
) -> Camera:
    """A camera at which a standing person of this figure reaches from `top` to `bottom` (pixels), feet at `bottom`.

    A pose that is wider or higher than the picture less its margin makes the person smaller.
    """
    width, height = size
    target = (0.0, 0.0, posed.figure.height / 2)
    camera = Camera(
        size, target, ((width - 1) / 2, (height - 1) / 2), (bottom - top) / posed.figure.height,
        azimuth=azimuth, elevation=elevation, distance=distance,
    )  # fmt: skip
    low, high = _box(posed, camera)
    shrink = min(
        1.0,
        (width - 1 - 2 * margin) / float(high[0] - low[0]),
        (bottom - margin) / float(high[1] - low[1]),
        (bottom - top) / max(float(high[1] - low[1]), 1.0) if _upright(posed) else 1.0,
    )
    camera = Camera(
        size, target, camera.centre, camera.scale * shrink, azimuth=azimuth, elevation=elevation, distance=distance
    )
    low, high = _box(posed, camera)
    torso = camera.project(posed.joints[[J.NECK, J.RIGHT_HIP, J.LEFT_HIP]])[0][:, 0].mean()
    middle = 0.5 * float(torso) + 0.25 * float(low[0] + high[0])
    dx = float(np.clip((width - 1) / 2 - middle, margin - low[0], width - 1 - margin - high[0]))
    dy = bottom - float(high[1])
    return Camera(
        size, target, (camera.centre[0] + dx, camera.centre[1] + dy), camera.scale,
        azimuth=azimuth, elevation=elevation, distance=distance,
    )  # fmt: skip


def _upright(posed: PosedFigure) -> bool:
    """Whether nothing of the body is above the head."""
    head = posed.joints[J.NOSE, 2] + 0.25
    return bool(silhouette(posed)[:, 2].max() < head)


def _box(posed: PosedFigure, camera: Camera) -> tuple[Array, Array]:
    pixels, _ = camera.project(silhouette(posed))
    return pixels.min(axis=0), pixels.max(axis=0)


def seen_pose(posed: PosedFigure, camera: Camera, rendered: Rendered) -> Pose:
    """The 18 joints in the picture's pixels, each visible, hidden or, for a turned-away face, missing.

    A joint shows when the surface in front of it is no farther from it than the limb is thick. A part of the face
    that the head itself covers is missing, as pose estimators report it; a joint outside the picture is missing too.
    """
    pixels, depth = camera.project(posed.joints)
    states, points = [], pixels.copy()
    width, height = camera.size
    for joint in Joint:
        x, y = pixels[joint]
        if not (0 <= x <= width - 1 and 0 <= y <= height - 1):
            states.append(JointState.MISSING)
        elif float(depth[joint]) - _surface(rendered, x, y) <= DEEP[joint]:
            states.append(JointState.VISIBLE)
        elif joint in FACE and looks_away(posed.figure, posed, camera, joint):
            states.append(JointState.MISSING)
        else:
            states.append(JointState.HIDDEN)
        if states[-1] is JointState.MISSING:
            points[joint] = np.nan
    return Pose.from_points(points, states=states)


def _surface(rendered: Rendered, x: float, y: float) -> float:
    """Depth in metres of what is seen at a pixel, the farthest of the nearest few samples (thin edges do not count)."""
    factor = rendered.oversampling
    depth = rendered.depth
    row = int(np.clip((y + 0.5) * factor, 1, depth.shape[0] - 2))
    column = int(np.clip((x + 0.5) * factor, 1, depth.shape[1] - 2))
    patch: npt.NDArray[np.float32] = depth[row - 1 : row + 2, column - 1 : column + 2]
    return float(np.median(patch))


def looks_away(figure: Figure, bones: BonePose | PosedFigure, camera: Camera, joint: Joint) -> bool:
    """Whether a part of the face looks away from the camera."""
    head = figure.body.bone_index["head"]
    towards = bones.rotations[head].T @ (camera.place - bones.heads[head])
    towards /= np.linalg.norm(towards)
    if joint is J.NOSE:
        return bool(-towards[1] < 0.15)
    side = 1.0 if joint in (J.LEFT_EYE, J.LEFT_EAR) else -1.0
    if joint in (J.LEFT_EYE, J.RIGHT_EYE):
        return bool(-0.9 * towards[1] + 0.45 * side * towards[0] < 0.15)
    # Ears stand at the outline of a face and of the back of a head: both are seen until the head is turned a little.
    return bool(side * towards[0] < -0.25)
