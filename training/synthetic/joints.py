"""The joints of a rendered person in the picture: where they are, and whether they show, by depth and body part."""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.skeleton import Joint
from training.synthetic.camera import Camera
from training.synthetic.clothes import PARTS
from training.synthetic.dressed import PosedPerson
from training.synthetic.geometry import Array
from training.synthetic.observe import DEEP, FACE, looks_away
from training.synthetic.raster import NOTHING, Shot

SHOWN: Final = 1.0
COVERED: Final = 0.3
ABSENT: Final = 0.0

_J = Joint
_OWN: Final[dict[Joint, tuple[int, ...]]] = {
    _J.RIGHT_ELBOW: (2, 3), _J.RIGHT_WRIST: (3,), _J.LEFT_ELBOW: (4, 5), _J.LEFT_WRIST: (5,),
    _J.RIGHT_KNEE: (6, 7), _J.RIGHT_ANKLE: (7,), _J.LEFT_KNEE: (8, 9), _J.LEFT_ANKLE: (9,),
}  # fmt: skip
"""The regions whose surface may lie in front of a joint that shows."""
_LOOSE: Final = (PARTS["skirt"], PARTS["jacket"])


def seen_joints(posed: PosedPerson, camera: Camera, shot: Shot) -> Array:
    """[18, 3] x, y in the picture's pixels and confidence: 1 shows, 0.3 is covered by the person, 0 is not there.

    Not there is what lies outside the picture, and a part of the face that looks away.
    """
    pixels, depth = camera.project(posed.joints)
    result = np.zeros((len(Joint), 3))
    result[:, :2] = pixels
    for joint in Joint:
        x, y = pixels[joint]
        if not _inside(x, y, camera.size) or (
            joint in FACE and looks_away(posed.person.figure, posed.bones, camera, joint)
        ):
            result[joint] = 0.0, 0.0, ABSENT
        else:
            result[joint, 2] = SHOWN if _shows(joint, float(x), float(y), float(depth[joint]), shot) else COVERED
    return result


def outside(posed: PosedPerson, camera: Camera) -> list[int]:
    """Numbers of the joints that lie outside the picture."""
    pixels, _ = camera.project(posed.joints)
    return [int(joint) for joint in Joint if not _inside(pixels[joint, 0], pixels[joint, 1], camera.size)]


def _inside(x: float, y: float, size: tuple[int, int]) -> bool:
    return -0.5 <= x <= size[0] - 0.5 and -0.5 <= y <= size[1] - 0.5


def _shows(joint: Joint, x: float, y: float, depth: float, shot: Shot) -> bool:
    row = int(np.clip(round(y), 1, shot.depth.shape[0] - 2))
    column = int(np.clip(round(x), 1, shot.depth.shape[1] - 2))
    around = (slice(row - 1, row + 2), slice(column - 1, column + 2))
    regions = shot.regions[around].ravel()
    if (regions == NOTHING).all():
        return True  # beside the person: nothing covers it
    gap = depth - float(np.median(shot.depth[around]))
    if gap > DEEP[joint] * 1.15:
        return False
    own = _OWN.get(joint)
    if own is None or np.isin(regions, own).any():
        return True
    return bool(np.isin(shot.parts[around], _LOOSE).any()) and gap < DEEP[joint]
