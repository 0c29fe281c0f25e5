from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.errors import UsageError
from engine.skeleton import Joint
from training import pose_samples
from training.annotations import read_annotations
from training.pose_samples import Photos, PoseSample, make_sample, rarity

RIGHT = [Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW, Joint.RIGHT_HIP, Joint.RIGHT_KNEE, Joint.RIGHT_ANKLE]
LEFT = [Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW, Joint.LEFT_HIP, Joint.LEFT_KNEE, Joint.LEFT_ANKLE]
SIZE = (192, 144)


def samples(photos: Photos, count: int, *, size: tuple[int, int] = SIZE) -> list[PoseSample]:
    return [
        make_sample(photos, number % len(photos), size=size, rng=np.random.default_rng((3, number)))
        for number in range(count)
    ]


@pytest.fixture
def photos(stick_people: Path) -> Photos:
    return Photos(read_annotations(stick_people, split="train"))


@pytest.fixture
def right_side(stick_people: Path, tmp_path: Path) -> Photos:
    """The same photos, but the mask shows discs at the right-hand joints alone: it goes where they go."""
    marked = []
    for annotation in read_annotations(stick_people, split="train"):
        mask = np.zeros((annotation.size[1], annotation.size[0]), np.uint8)
        for joint in RIGHT:
            cv2.circle(mask, tuple(int(round(v)) for v in annotation.keypoints[joint, :2]), 9, 255, -1)
        path = tmp_path / f"{annotation.name}.png"
        cv2.imwrite(str(path), mask)
        keypoints = annotation.keypoints.copy()
        keypoints[:, 2] = 0.9
        marked.append(dataclasses.replace(annotation, mask=path, keypoints=keypoints))
    return Photos(marked)


# --- Reading the folder. ---


def test_annotations(stick_people: Path) -> None:
    train, val = (read_annotations(stick_people, split=split) for split in ("train", "val"))
    assert [annotation.name for annotation in train] == ["0001", "0002", "0003", "0004"]
    assert [annotation.name for annotation in val] == ["0005", "0006"]
    first = train[0]
    assert first.size == (220, 300) and first.photo.is_file() and first.mask.is_file()
    sure, doubtful = first.points(), first.points(at_least=0.1, below=0.5)
    assert np.isnan(sure[Joint.RIGHT_WRIST]).all() and np.isnan(doubtful[Joint.RIGHT_WRIST]).all()
    assert np.isfinite(doubtful).all(axis=1).sum() == 1
    assert not (np.isfinite(sure[:, 0]) & np.isfinite(doubtful[:, 0])).any()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "cannot be read"),
        ("", "cannot be read"),
        ("[]", "cannot be read"),
        ("{}", "No photo of the split"),
        ('{"1": {"split": "train"}}', "cannot be read"),
        ('{"1": {"split": "train", "size": [2, 2], "keypoints": [[1, 2, 3]]}}', "cannot be read"),
        ('{"1": {"split": "test", "size": [2, 2], "keypoints": []}}', "No photo of the split"),
        (json.dumps({"1": {"split": "train", "size": 3, "keypoints": [[1, 2, 3]] * 18}}), "cannot be read"),
    ],
)
def test_folders_that_are_not_what_is_wanted(tmp_path: Path, text: str | None, words: str) -> None:
    if text is not None:
        (tmp_path / "keypoints18.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=words) as raised:
        read_annotations(tmp_path, split="train")
    assert "keypoints18.json" in str(raised.value) and "\n" not in str(raised.value)


def test_a_photo_that_is_gone(stick_people: Path) -> None:
    annotation = read_annotations(stick_people, split="train")[0]
    with pytest.raises(FileNotFoundError, match=r"gone\.jpg"):
        Photos([dataclasses.replace(annotation, photo=Path("gone.jpg"))]).read(0)
    with pytest.raises(FileNotFoundError, match=r"gone\.png"):
        Photos([dataclasses.replace(annotation, mask=Path("gone.png"))]).read(0)


def test_a_photo_with_nobody_in_it_is_named(stick_people: Path, tmp_path: Path) -> None:
    annotation = read_annotations(stick_people, split="train")[0]
    cv2.imwrite(str(tmp_path / "empty.png"), np.zeros((300, 220), np.uint8))
    nobody = dataclasses.replace(annotation, mask=tmp_path / "empty.png", keypoints=np.zeros((18, 3)))
    with pytest.raises(ValueError, match="0001"):
        Photos([nobody]).read(0)


# --- What comes out. ---


@pytest.mark.parametrize("size", [(192, 144), (256, 192), (64, 64)])
def test_shapes_and_ranges(photos: Photos, size: tuple[int, int]) -> None:
    counts = set()
    for sample in samples(photos, 40, size=size):
        assert sample.picture.shape == (*size, 3) and sample.picture.dtype == np.uint8
        assert sample.mask.shape == size and sample.mask.dtype == np.uint8
        people = len(sample.points)
        counts.add(people)
        assert sample.points.shape == sample.doubtful.shape == (people, 18, 2)
        for points in (sample.points, sample.doubtful):
            here = np.isfinite(points[..., 0])
            assert np.array_equal(here, np.isfinite(points[..., 1]))
            assert (points[here] >= 0).all() and (points[here] <= (size[1] - 1, size[0] - 1)).all()
        assert not (np.isfinite(sample.points) & np.isfinite(sample.doubtful)).any()
        assert sample.share.shape == (people, 18)
        assert (sample.share >= 0).all() and (sample.share <= 1).all()
        assert (sample.mask > 127).any()
    assert counts == {1, 2}


def test_the_same_numbers_make_the_same_picture(photos: Photos) -> None:
    for one, other in zip(samples(photos, 12), samples(Photos(photos.annotations), 12), strict=True):
        assert np.array_equal(one.picture, other.picture) and np.array_equal(one.mask, other.mask)
        assert np.array_equal(one.points, other.points, equal_nan=True)
    pictures = [sample.picture.tobytes() for sample in samples(photos, 12)]
    assert len(set(pictures)) == 12


def test_the_photos_are_never_written_to(photos: Photos) -> None:
    before = [tuple(part.copy() for part in photos.read(n)[:2]) for n in range(len(photos))]
    samples(photos, 24)
    for number, (photo, mask) in enumerate(before):
        assert np.array_equal(photos.read(number)[0], photo) and np.array_equal(photos.read(number)[1], mask)


def test_joints_go_where_the_pixels_go_and_mirrored_sides_swap(
    right_side: Photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Turned limbs move the mask by its own rules; here it is a mark, and stays one.
    monkeypatch.setattr(pose_samples, "_articulated", lambda sample, rng: sample)
    mirrored = []
    checked = 0
    for number in range(80):
        sample = make_sample(right_side, number % 4, size=(256, 192), rng=np.random.default_rng((8, number)))
        if len(sample.points) > 1:
            continue
        lit = []
        for side in (RIGHT, LEFT):
            points = sample.points[0, side]
            inside = np.isfinite(points[:, 0]) & (points.min(axis=1) > 2) & (points < (189, 253)).all(axis=1)
            x, y = points[inside].round().astype(int).T
            lit.append(sample.mask[y, x] > 127)
        if min(map(len, lit)) < 2:
            continue
        # Discs at the right-hand joints of the photo: they lie at all right-hand joints, or in a mirror at all left.
        right, left = lit
        assert (right.all() and not left.any()) or (left.all() and not right.any())
        mirrored.append(bool(left.all()))
        checked += 1
    assert checked > 30
    assert 0.25 < np.mean(mirrored) < 0.75


def test_all_kinds_of_people(photos: Photos) -> None:
    """Whole people, small people, upper bodies, and people whom the lower edge cuts off at their shins."""
    heights, upper, shins = [], 0, 0
    for sample in samples(photos, 120):
        ys = sample.points[0, :, 1]
        if np.isfinite(ys).sum() < 4:
            continue
        heights.append(float(np.nanmax(ys) - np.nanmin(ys)) / SIZE[0])
        legs = sample.points[0, [Joint.RIGHT_ANKLE, Joint.LEFT_ANKLE], 0]
        cut = bool(np.isnan(legs).all() and np.isfinite(sample.points[0, Joint.NECK, 0]))
        knees = np.isfinite(sample.points[0, [Joint.RIGHT_KNEE, Joint.LEFT_KNEE], 0]).all()
        upper += cut
        shins += bool(cut and knees)
    assert min(heights) < 0.5 and max(heights) > 0.8
    assert 0.15 < upper / 120 < 0.6
    assert 0.04 < shins / 120 < upper / 120


def test_now_and_then_two_or_three_people(photos: Photos) -> None:
    counts = [len(sample.points) for sample in samples(photos, 150)]
    assert set(counts) == {1, 2, 3}
    assert counts.count(1) > 110


def test_the_share_follows_the_labels_confidence(stick_people: Path) -> None:
    """0 below 0.1, 1 from 0.5 on, between the two in between; joints below 0.1 have no place."""
    annotation = read_annotations(stick_people, split="train")[0]
    keypoints = annotation.keypoints.copy()
    keypoints[:, 2] = np.linspace(0.0, 0.85, 18)
    photos = Photos([dataclasses.replace(annotation, keypoints=keypoints)])
    wanted = np.sort(np.clip((keypoints[:, 2] - 0.1) / 0.4, 0, 1))
    for sample in samples(photos, 10):
        np.testing.assert_allclose(np.sort(sample.share[0]), wanted, atol=1e-9)
        shown = np.isfinite(sample.points[0, :, 0])
        assert (sample.share[0, shown] >= 0).all() and shown.sum() <= (keypoints[:, 2] >= 0.1).sum()


def test_bent_arms_are_counted(stick_people: Path) -> None:
    annotation = read_annotations(stick_people, split="train")[1]
    assert rarity(annotation) == 0
    keypoints = annotation.keypoints.copy()
    keypoints[Joint.LEFT_WRIST, :2] = keypoints[Joint.LEFT_SHOULDER, :2] - (0, 5)
    assert rarity(dataclasses.replace(annotation, keypoints=keypoints)) == 1
    keypoints[Joint.LEFT_WRIST, 2] = 0.2
    assert rarity(dataclasses.replace(annotation, keypoints=keypoints)) == 0


def test_joints_behind_others_are_doubtful(photos: Photos) -> None:
    """Under a second person or a patch a joint is neither shown nor absent."""
    doubted = sum(int(np.isfinite(sample.doubtful[..., 0]).any()) for sample in samples(photos, 80))
    assert doubted > 3
