"""An estimator that had no part in making ours: a single-person landmark model from a file the user has, by OpenCV.

The file is `pose_landmark_heavy.tflite` (or full, or lite) of the npm package `@mediapipe/pose`, Apache 2.0: Bazarevsky
et al., *BlazePose: On-device Real-time Body Pose tracking*, 2020.  It serves to measure, and is no part of the product.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.errors import WeightsError
from engine.images import Picture
from engine.skeleton import JOINT_COUNT, MIRROR, Joint, JointState, Pose
from engine.weights.hashing import sha256_of
from training.judging.joints import FoundPeople

Floats = npt.NDArray[np.float32]
Network = Callable[[Floats], tuple[Floats, float]]
"""From a square picture [256, 256, 3] in 0..1 to landmarks [39, 5] (x, y, z in its pixels, visibility and presence as
logits) and the probability that somebody is there."""

SUFFIX: Final = ".tflite"
SIDE: Final = 256
PRESENT: Final = 0.5
"""Somebody is there from this probability on."""
_LANDMARKS: Final = 39
_HINT: Final = "Take pose_landmark_heavy.tflite out of the npm package @mediapipe/pose."
_NAMES: Final = ("Identity", "Identity_1")
_OF_JOINT: Final[dict[Joint, int]] = {
    Joint.NOSE: 0,
    Joint.RIGHT_EYE: 5,
    Joint.LEFT_EYE: 2,
    Joint.RIGHT_EAR: 8,
    Joint.LEFT_EAR: 7,
    Joint.RIGHT_SHOULDER: 12,
    Joint.LEFT_SHOULDER: 11,
    Joint.RIGHT_ELBOW: 14,
    Joint.LEFT_ELBOW: 13,
    Joint.RIGHT_WRIST: 16,
    Joint.LEFT_WRIST: 15,
    Joint.RIGHT_HIP: 24,
    Joint.LEFT_HIP: 23,
    Joint.RIGHT_KNEE: 26,
    Joint.LEFT_KNEE: 25,
    Joint.RIGHT_ANKLE: 28,
    Joint.LEFT_ANKLE: 27,
}


class LandmarkModel:
    """Finds one person in a picture that shows little else, as generated pictures do."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def find(self, pictures: Sequence[Picture]) -> list[FoundPeople]:
        """The person of each picture uint8 [H, W, 3]: every joint has a place, its visibility is its confidence.

        The whole picture is looked at, made square with white, and its mirror image too: places and confidences are
        the means of both looks, as in labels that such a model gives.
        """
        return [self._one(picture) for picture in pictures]

    def _one(self, picture: Picture) -> FoundPeople:
        looks = [self._look(picture), self._look(np.ascontiguousarray(picture[:, ::-1]))]
        if sum(probability for _, _, probability in looks) / 2 < PRESENT:
            return FoundPeople(Pose.empty(), 0)
        (points, confidence, _), (other, others, _) = looks
        back = [MIRROR[joint] for joint in Joint]
        other[:, 0] = picture.shape[1] - 1 - other[:, 0]
        points, confidence = (points + other[back]) / 2, (confidence + others[back]) / 2
        states = [JointState.VISIBLE] * JOINT_COUNT
        return FoundPeople(Pose.from_points(points, confidence=np.maximum(confidence, 0.01), states=states), 1)

    def _look(self, picture: Picture) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], float]:
        """Joints [18, 2] in the picture's pixels, their visibility [18], and the probability that somebody is there."""
        square, scale, left, top = _squared(picture)
        landmarks, probability = self._network(square)
        points, confidence = np.zeros((JOINT_COUNT, 2)), np.zeros(JOINT_COUNT)
        for joint, index in _OF_JOINT.items():
            points[joint] = (landmarks[index, :2] - (left, top) + 0.5) / scale - 0.5
            confidence[joint] = 1.0 / (1.0 + np.exp(-float(np.clip(landmarks[index, 3], -50, 50))))
        shoulders = [Joint.RIGHT_SHOULDER, Joint.LEFT_SHOULDER]
        points[Joint.NECK], confidence[Joint.NECK] = points[shoulders].mean(axis=0), confidence[shoulders].min()
        return points, confidence, probability


def _squared(picture: Picture) -> tuple[Floats, float, int, int]:
    """The picture in the middle of a white square [256, 256, 3] in 0..1; its scale, and where its corner lies."""
    height, width = picture.shape[:2]
    scale = SIDE / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small = picture if scale == 1 else cv2.resize(picture, size, interpolation=how)
    left, top = (SIDE - size[0]) // 2, (SIDE - size[1]) // 2
    square = np.full((SIDE, SIDE, 3), 1.0, np.float32)
    square[top : top + size[1], left : left + size[0]] = np.asarray(small, np.float32) / 255
    return square, scale, left, top


def read_landmark_model(path: Path) -> tuple[LandmarkModel, str]:
    """The model of a file, and the file's SHA-256. WeightsError when it cannot be read or is another model."""
    try:
        digest = sha256_of(path)
        # OpenCV 5's new engine answers the last output alone.
        engine = (cv2.dnn.ENGINE_CLASSIC,) if hasattr(cv2.dnn, "ENGINE_CLASSIC") else ()
        network = cv2.dnn.readNetFromTFLite(str(path), *engine)
        there = set(network.getUnconnectedOutLayersNames())
    except (cv2.error, OSError) as problem:
        raise WeightsError("The landmark model cannot be read", where=str(path), hint=_HINT) from problem
    if not there.issuperset(_NAMES):
        raise WeightsError("This is no landmark model of a body", where=str(path), hint=_HINT)

    def forward(square: Floats) -> tuple[Floats, float]:
        network.setInput(np.ascontiguousarray(square.transpose(2, 0, 1)[None]))
        landmarks, there = network.forward(list(_NAMES))
        return np.asarray(landmarks, np.float32).reshape(_LANDMARKS, -1), float(np.asarray(there).ravel()[0])

    return LandmarkModel(forward), digest
