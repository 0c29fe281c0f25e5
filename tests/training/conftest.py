from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

STANDING = np.array(
    [
        (0.50, 0.12),
        (0.50, 0.24),
        (0.41, 0.245),
        (0.36, 0.38),
        (0.33, 0.51),
        (0.59, 0.245),
        (0.64, 0.38),
        (0.67, 0.50),
        (0.445, 0.53),
        (0.44, 0.72),
        (0.43, 0.91),
        (0.555, 0.53),
        (0.56, 0.72),
        (0.57, 0.90),
        (0.47, 0.10),
        (0.53, 0.10),
        (0.43, 0.11),
        (0.57, 0.11),
    ]
)
LIMBS = [(1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10), (1, 11), (11, 12), (12, 13), (1, 0)]


def stick_person(seed: int, *, height: int = 300, width: int = 220) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A photo [H, W, 3] BGR of a person of thick lines, their mask [H, W] 0 or 255, and keypoints [18, 3]."""
    random = np.random.default_rng(seed)
    points = (STANDING + random.normal(0, 0.008, (18, 2))) * (width, height)
    mask = np.zeros((height, width), np.uint8)
    spots = [tuple(int(v) for v in point) for point in points]
    for a, b in LIMBS:
        cv2.line(mask, spots[a], spots[b], 255, 16)
    cv2.circle(mask, spots[0], 20, 255, -1)
    photo = np.full((height, width, 3), 215, np.uint8)
    photo[mask > 0] = random.integers(20, 160, 3)
    for joint, spot in enumerate(spots):
        cv2.circle(photo, spot, 4, (int(joint * 14), 255 - int(joint * 14), 90), -1)
    keypoints = np.column_stack([points, np.full(18, 0.9)])
    keypoints[int(random.integers(14, 18)), 2] = 0.3
    keypoints[4, 2] = 0.05 if seed % 2 else 0.8
    return photo, mask, keypoints


@pytest.fixture(scope="session")
def stick_people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the trainings want it: photos/, masks/, keypoints18.json; four people to train on, two to judge."""
    folder = tmp_path_factory.mktemp("stick-people")
    (folder / "photos").mkdir()
    (folder / "masks").mkdir()
    table = {}
    for number in range(1, 7):
        photo, mask, keypoints = stick_person(number)
        name = f"{number:04d}"
        cv2.imwrite(str(folder / "photos" / f"{name}.jpg"), photo)
        cv2.imwrite(str(folder / "masks" / f"{name}.png"), mask)
        table[name] = {
            "size": [photo.shape[1], photo.shape[0]],
            "split": "train" if number <= 4 else "val",
            "keypoints": keypoints.tolist(),
        }
    (folder / "keypoints18.json").write_text(json.dumps(table), encoding="utf-8")
    return folder
