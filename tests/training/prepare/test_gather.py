from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.errors import Cancelled
from engine.images import load_picture, save_picture
from engine.progress import CancelToken
from engine.skeleton import Joint, Pose
from tests.training.conftest import stick_person
from training.prepare.compact import pack
from training.prepare.corrections import Correction
from training.prepare.finder import Finder
from training.prepare.gather import Gatherer, Refused, Wish, make
from training.prepare.journal import Entry, Journal, stamp_of
from training.prepare.photos import Photo
from training.prepare.shards import ShardWriter


class NoFinder(Finder):
    """For photos of which everything is known: asking it is a fault."""

    def __init__(self) -> None:
        super().__init__("none", device="cpu")

    def on_accelerator(self) -> bool:
        raise AssertionError("nothing was to be found")


def stick(folder: Path, *, scale: float = 1.0, seed: int = 2) -> tuple[Path, Path, Pose]:
    """A photo of a stick person and their mask as files, and the joints in the photo's pixels."""
    photo, mask, keypoints = stick_person(seed)
    size = (round(photo.shape[1] * scale), round(photo.shape[0] * scale))
    paths = folder / f"{seed}.png", folder / f"{seed}-mask.png"
    cv2.imwrite(str(paths[0]), cv2.resize(photo, size, interpolation=cv2.INTER_NEAREST))
    cv2.imwrite(str(paths[1]), cv2.resize(mask, size, interpolation=cv2.INTER_NEAREST))
    return *paths, Pose.from_points((keypoints[:, :2] + 0.5) * scale - 0.5)


def looked_at(
    folder: Path, *wishes: Wish, crop: str = "person", batch: int = 2, cancel: CancelToken | None = None
) -> Journal:
    journal = Journal(folder)
    with ShardWriter(folder, rows=journal.rows) as shards:
        gatherer = Gatherer(NoFinder(), root=folder, crop=crop, journal=journal, shards=shards, batch=batch)
        gatherer.gather(wishes, cancel=cancel)
        shards.finish()
    return journal


def wish(path: Path, *, mask: Path | None, pose: Pose | None, correction: Correction | None = None) -> Wish:
    packed = b"" if pose is None else pack(pose)
    photo = Photo(str(path), path.name, "ana", packed=packed, mask="" if mask is None else str(mask))
    return Wish(photo, stamp_of(path) if path.exists() else "gone", correction)


def only(journal: Journal) -> Entry:
    (entry,) = journal.entries.values()
    return entry


def test_a_photo_with_given_joints_is_framed_on_white(tmp_path: Path) -> None:
    path, mask, pose = stick(tmp_path)
    entry = only(looked_at(tmp_path, wish(path, mask=mask, pose=pose)))
    assert entry.row == 0 and entry.pose.present.all() and len(entry.fingerprint) == 256
    picture = np.load(tmp_path / "pictures-00000.npy")[0]
    share = np.load(tmp_path / "masks-00000.npy")[0]
    assert (picture[share == 0] > 200).mean() > 0.99, "the grey background has gone"
    photo, (x, y) = load_picture(path), pose.place(Joint.LEFT_HIP)
    there = entry.pose.points[Joint.LEFT_HIP]
    assert np.abs(picture[round(there[1]), round(there[0])].astype(int) - photo[round(y), round(x)]).max() < 60
    assert share[round(there[1]), round(there[0])] == 255


def test_a_large_photo_gives_the_same_as_a_small_one(tmp_path: Path) -> None:
    """Photos are scaled down on reading, and given joints with them."""
    made = []
    for scale in (1.0, 9.0):
        folder = tmp_path / str(scale)
        folder.mkdir()
        path, mask, pose = stick(folder, scale=scale)
        made.append(only(looked_at(folder, wish(path, mask=mask, pose=pose))))
    assert made[0].pose.same_as(made[1].pose, tolerance=0.6)


def test_corrections_win_in_whatever_pixels_they_are(tmp_path: Path) -> None:
    photo = np.random.default_rng(0).integers(0, 256, (256, 256, 3)).astype(np.uint8)
    path, mask = tmp_path / "a.png", tmp_path / "mask.png"
    save_picture(path, photo)
    save_picture(mask, np.full_like(photo, 255))
    detected = Pose.from_points(np.full((18, 2), 100.0))
    points = np.stack([np.linspace(60, 200, 18), np.linspace(20, 240, 18)], axis=1)
    corrected = Pose.from_points(points)
    halves = Pose.from_points((points + 0.5) / 2 - 0.5)
    for correction in (
        Correction(corrected, None),
        Correction(corrected, (256, 256)),
        Correction(halves, (128, 128)),
        Correction(corrected.moved(-40, 0), (256, 176)),
    ):
        folder = tmp_path / correction.digest
        folder.mkdir()
        entry = only(
            looked_at(folder, wish(path, mask=mask, pose=detected, correction=correction), crop="published")
        )  # fmt: skip
        assert entry.correction == correction.digest
        assert entry.pose.same_as(corrected.moved(-40, 0), tolerance=0.01)


def test_joints_that_the_source_gives_in_the_cut_picture(tmp_path: Path) -> None:
    photo = np.zeros((256, 256, 3), np.uint8)
    pose = Pose.from_points(np.stack([np.linspace(10, 160, 18), np.linspace(20, 240, 18)], axis=1))
    whole = np.ones((256, 256), bool)
    made = make(photo, pose=pose, framed=True, mask=whole, found=None, crop="published")
    assert made.pose.same_as(pose, tolerance=1e-6)
    with pytest.raises(Refused, match="correction"):
        make(photo, pose=pose, framed=True, mask=whole, found=None, crop="person")


def test_what_cannot_be_used_says_why_and_stops_nothing(tmp_path: Path) -> None:
    path, mask, pose = stick(tmp_path)
    good = wish(path, mask=mask, pose=pose)
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 cut short")
    (tmp_path / "text.jpg").write_text("no picture")
    save_picture(tmp_path / "small.png", np.zeros((40, 300, 3), np.uint8))
    save_picture(tmp_path / "badmask.png", load_picture(path))
    save_picture(tmp_path / "wide.png", np.zeros((60, 300, 3), np.uint8))
    save_picture(tmp_path / "nobody.png", load_picture(path))
    save_picture(tmp_path / "dot.png", load_picture(path))
    strange = Correction(pose, (100, 400))
    save_picture(tmp_path / "corrected.png", load_picture(path))
    wishes = [
        wish(tmp_path / "broken.jpg", mask=mask, pose=pose),
        wish(tmp_path / "text.jpg", mask=mask, pose=pose),
        wish(tmp_path / "gone.jpg", mask=mask, pose=pose),
        wish(tmp_path / "small.png", mask=mask, pose=pose),
        wish(tmp_path / "badmask.png", mask=tmp_path / "wide.png", pose=pose),
        wish(tmp_path / "nobody.png", mask=mask, pose=Pose.empty()),
        wish(tmp_path / "dot.png", mask=mask, pose=Pose.from_points(np.full((18, 2), 50.0))),
        wish(tmp_path / "corrected.png", mask=mask, pose=pose, correction=strange),
        good,
    ]
    found: dict[str, Entry] = looked_at(tmp_path, *wishes).entries
    found = {Path(source).name: entry for source, entry in found.items()}
    assert {name: entry.reason for name, entry in found.items()} == {
        "broken.jpg": "broken", "text.jpg": "broken", "gone.jpg": "broken", "small.png": "small",
        "badmask.png": "broken", "nobody.png": "nobody", "dot.png": "nobody", "corrected.png": "correction",
        "2.png": "",
    }  # fmt: skip
    assert found["2.png"].row == 0 and found["small.png"].detail == "300 x 40"
    assert found["gone.jpg"].detail == "There is no such file" and "its mask" in found["badmask.png"].detail


def test_stopping_keeps_the_batch_that_was_done(tmp_path: Path) -> None:
    wishes = []
    for seed in range(1, 6):
        path, mask, pose = stick(tmp_path, seed=seed)
        wishes.append(wish(path, mask=mask, pose=pose))
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        looked_at(tmp_path, *wishes, cancel=cancel)
    assert Journal(tmp_path).rows == 2
    looked_at(tmp_path, *wishes[2:])
    assert [entry.row for entry in Journal(tmp_path).entries.values()] == [0, 1, 2, 3, 4]
