"""Sources for tests: a DeepFashion-named tree of the demo people, and folders of stick people with known joints."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.images import Picture, load_picture, save_picture
from engine.presets import load_people
from tests.training.conftest import stick_person

SQUARE = 256


def demo_square(person: int, *, part: str = "upper", shade: int = 0) -> Picture:
    """A demo person in a square of 256 pixels, as DeepFashion's pictures are: from head to hips, or the whole figure.

    `shade` moves the camera a little and darkens the picture by as much.
    """
    photo = load_picture(load_people()[person].path)
    height, width = photo.shape[:2]
    if part == "upper":
        side = round(0.6 * height)
        left = (width - side) // 2 + shade
        cut = photo[:side, left : left + side]
    else:
        cut = np.full((height, height, 3), photo[5, 5], np.uint8)
        left = (height - width) // 2 + shade
        cut[:, left : left + width] = photo
    small = cv2.resize(cut, (SQUARE, SQUARE), interpolation=cv2.INTER_AREA)
    return np.clip(small.astype(int) - shade, 0, 255).astype(np.uint8)


def write_tree(root: Path) -> Path:
    """A tree as DeepFashion's in-shop pictures are in: women and a man, tops and other types, all kinds of views."""
    tops, shirts = "WOMEN/Tees_Tanks/id_00000001", "WOMEN/Blouses_Shirts/id_00000007"
    men, skirts = "MEN/Shirts_Polos/id_00000003", "WOMEN/Skirts/id_00000009"
    pictures = {
        f"TRAIN/{tops}/01_1_front.jpg": demo_square(0),
        f"TRAIN/{tops}/01_2_side.jpg": demo_square(0, shade=9),
        f"TRAIN/{tops}/01_3_back.jpg": demo_square(0, shade=3),
        f"TRAIN/{tops}/02_1_front.jpg": demo_square(0, part="full", shade=2),
        f"TRAIN/{men}/01_1_front.jpg": demo_square(1),
        f"TRAIN/{men}/01_2_side.jpg": demo_square(1, shade=9),
        f"TRAIN/{men}/01_4_full.jpg": demo_square(1, part="full"),
        f"TEST/{shirts}/01_1_front.jpg": demo_square(2),
        f"TEST/{shirts}/01_2_side.jpg": demo_square(2, shade=9),
        f"TEST/{skirts}/01_1_front.jpg": demo_square(2, part="full"),
    }
    for path, picture in pictures.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        save_picture(root / path, picture)
    (root / f"TRAIN/{men}/01_7_additional.jpg").write_bytes(b"\xff\xd8\xff\xe0 cut short")
    (root / f"TRAIN/{men}/02_1_front.jpg").write_bytes(b"\xff\xd8\xff\xe0 cut short")
    save_picture(root / f"TRAIN/{men}/03_1_front.jpg", np.full((SQUARE, SQUARE, 3), 235, np.uint8))
    save_picture(root / f"TRAIN/{men}/front.jpg", demo_square(1))
    return root


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DeepFashion-named tree: eight photos that the seed's recipe would look at, and others that it would not."""
    return write_tree(tmp_path_factory.mktemp("in-shop"))


def write_annotated(folder: Path, *, people: int, size: tuple[int, int] = (150, 110), rejected: int = 0) -> Path:
    """A folder of stick people with photos/, masks/ and keypoints18.json; every fifth for validation."""
    (folder / "photos").mkdir(parents=True)
    (folder / "masks").mkdir()
    table = {}
    for number in range(1, people + 1):
        photo, mask, keypoints = stick_person(number, height=size[0], width=size[1])
        name = f"{number:05d}"
        cv2.imwrite(str(folder / "photos" / f"{name}.jpg"), photo)
        cv2.imwrite(str(folder / "masks" / f"{name}.png"), mask)
        split = "rejected" if number <= rejected else "val" if number % 5 == 0 else "train"
        table[name] = {"size": [size[1], size[0]], "split": split, "keypoints": keypoints.tolist()}
    (folder / "keypoints18.json").write_text(json.dumps(table), encoding="utf-8")
    return folder


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    """Twelve stick people, one of them rejected, two for validation."""
    return write_annotated(tmp_path / "annotated", people=12, rejected=1)
