"""A flat person drawn limb by limb, every part in a colour of its own: what moved pixels are checked against."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from engine.skeleton import Joint, Pose, descendants

J = Joint
Colour = tuple[int, int, int]

COLOURS: dict[str, Colour] = {
    "head": (230, 180, 150),
    "torso": (200, 30, 30),
    "right arm": (30, 160, 60),
    "left arm": (40, 60, 200),
    "right leg": (90, 60, 30),
    "left leg": (40, 40, 90),
}

_POINTS = [
    (88, 44), (88, 62), (70, 62), (62, 96), (58, 128), (106, 62), (114, 96), (118, 128), (76, 130), (74, 178),
    (72, 226), (100, 130), (102, 178), (104, 226), (84, 40), (92, 40), (79, 43), (97, 43),
]  # fmt: skip

LIMBS: dict[str, tuple[Joint, Joint, Joint]] = {
    "right leg": (J.RIGHT_HIP, J.RIGHT_KNEE, J.RIGHT_ANKLE),
    "left leg": (J.LEFT_HIP, J.LEFT_KNEE, J.LEFT_ANKLE),
    "right arm": (J.RIGHT_SHOULDER, J.RIGHT_ELBOW, J.RIGHT_WRIST),
    "left arm": (J.LEFT_SHOULDER, J.LEFT_ELBOW, J.LEFT_WRIST),
}


def standing() -> Pose:
    """Somebody who stands upright in a frame of 256 x 176, seen from the front."""
    return Pose.from_points(np.array(_POINTS, float))


def with_arms(pose: Pose, *, right: float = 0.0, left: float = 0.0) -> Pose:
    """The arms turned round the shoulders, radians clockwise on screen."""
    for shoulder, angle in ((J.RIGHT_SHOULDER, right), (J.LEFT_SHOULDER, left)):
        pose = pose.turned(angle, centre=pose.place(shoulder), joints=descendants(shoulder))
    return pose


def draw(pose: Pose, *, size: tuple[int, int] = (256, 176)) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    """The person on white, [H, W, 3], and the mask [H, W]."""
    unit = size[0] / 256
    layers = np.full((*size, 3), 255, np.uint8)

    def stroke(points: list[Joint], colour: Colour, width: float) -> None:
        line = np.rint([pose.points[j] for j in points]).astype(np.int32)
        cv2.polylines(layers, [line], False, colour, max(1, round(width * unit)))

    stroke(list(LIMBS["right leg"]), COLOURS["right leg"], 16)
    stroke(list(LIMBS["left leg"]), COLOURS["left leg"], 16)
    outline = np.rint([pose.points[j] for j in (J.RIGHT_SHOULDER, J.LEFT_SHOULDER, J.LEFT_HIP, J.RIGHT_HIP)])
    cv2.fillPoly(layers, [outline.astype(np.int32)], COLOURS["torso"])
    stroke([J.NECK, J.NOSE], COLOURS["head"], 8)
    centre = np.rint(pose.points[J.NOSE]).astype(int)
    cv2.circle(layers, (int(centre[0]), int(centre[1])), round(14 * unit), COLOURS["head"], -1)
    for arm in ("right arm", "left arm"):
        stroke(list(LIMBS[arm]), COLOURS[arm], 12)
    return layers, (layers != 255).any(axis=2)


def scaled(pose: Pose, factor: float) -> Pose:
    """The pose in a frame that is `factor` as large."""
    return pose.with_points((pose.points + 0.5) * factor - 0.5)


def write_photo_folder(folder: Path, *, train: int, val: int) -> None:
    """A folder as the trainings read it: photos/, masks/ and keypoints18.json with drawn people of many colours."""
    (folder / "photos").mkdir(parents=True)
    (folder / "masks").mkdir()
    table = {}
    for number in range(train + val):
        rng = np.random.default_rng(number)
        pose = with_arms(standing(), right=float(rng.uniform(-0.2, 0.9)), left=float(rng.uniform(-0.9, 0.2)))
        picture, mask = draw(pose)
        photo = np.where(mask[..., None], picture, np.uint8(rng.integers(60, 200))).astype(np.uint8)
        name = f"{number + 1:04d}"
        cv2.imwrite(str(folder / "photos" / f"{name}.jpg"), photo[..., ::-1])
        cv2.imwrite(str(folder / "masks" / f"{name}.png"), mask.astype(np.uint8) * 255)
        table[name] = {
            "size": [176, 256],
            "split": "train" if number < train else "val",
            "mask": "annotated",
            "keypoints": [[float(x), float(y), 0.95] for x, y in pose.points],
        }
    (folder / "keypoints18.json").write_text(json.dumps(table), encoding="utf-8")
