"""The picture back at its place in the photo, pictures of one size, and a look inside."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.background import into_photo
from engine.framing import FRAME_SIZE, Framing
from engine.provenance import Provenance, parse_provenance
from engine.record import record
from engine.transfer import TransferSession
from tests.engine.small_models import painter
from tests.engine.test_transfer import STANDING, arms_out, arms_up, body, person_at, photo, transfer

GREEN, RED = (40, 160, 60), (200, 30, 30)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> TransferSession:
    return transfer(painter(tmp_path_factory.mktemp("generator"), "moved")).open(photo())


@pytest.mark.parametrize("scale", [0.1, 0.5, 1.0, 2.3])
def test_a_disc_comes_to_its_place_without_a_bright_edge(scale: float) -> None:
    rows, columns = np.mgrid[:256, :176]
    disc = np.hypot(columns - 88, rows - 128) < 60
    picture = np.where(disc[..., None], RED, 255).astype(np.uint8)
    framing = Framing(scale, (88 - scale * 210, 128 - scale * 300))
    # As much of the photo as shows the disc's edge, at any scale.
    size = (min(1200, round(600 / min(scale, 1.0))), min(1100, round(420 / min(scale, 1.0))))
    empty = np.full((*size, 3), GREEN, np.uint8)
    result = into_photo(picture, empty, framing=framing, shape=disc.astype(np.float32))
    assert result.shape == empty.shape and result.dtype == np.uint8
    assert np.abs(result[300, 210].astype(int) - RED).max() <= 2
    away = np.hypot(*(np.mgrid[: size[0], : size[1]] - np.array([300, 210])[:, None, None])) * scale > 66
    assert np.abs(result[away].astype(int) - GREEN).max() <= 2
    # Between two colours no pixel may be brighter than both: that would be a halo.
    assert result.max(axis=(0, 1))[2] <= 60 + 12 and result.max(axis=(0, 1))[1] <= 160 + 12
    assert (empty == GREEN).all(), "the background given is not written to"


def test_a_frame_beside_the_photo_changes_nothing() -> None:
    empty = np.full((50, 40, 3), GREEN, np.uint8)
    picture, shape = np.full((*FRAME_SIZE, 3), 200, np.uint8), np.ones(FRAME_SIZE, np.float32)
    assert np.array_equal(into_photo(picture, empty, framing=Framing(1.0, (500.0, 0.0)), shape=shape), empty)


def test_the_photo_comes_back_whole_with_the_person_moved(session: TransferSession) -> None:
    made = session.render(arms_out(person_at()), background="photo")
    assert made.picture.shape == session.photo.shape
    far = np.ones(body().shape, bool)
    far[20:400, 20:300] = False
    assert np.array_equal(made.picture[far], session.photo[far]), "what is far from the person is the photo's own"
    x, y = (round(v) for v in STANDING[4])
    wall = np.array((90, 150, 100))
    assert np.abs(made.picture[y - 6 : y + 6, x - 6 : x + 6].astype(int) - wall).mean() < 25, "the old hand is gone"
    assert made.framing.to_photo(made.framing.to_frame(made.target)).same_as(made.target, tolerance=1e-6)
    assert np.array_equal(session.before(made, background="photo"), session.photo)
    draft = session.render(arms_out(person_at()), background="photo", draft=True)
    assert draft.picture.shape == session.before(draft, background="photo").shape


def test_before_is_framed_as_the_picture_is(session: TransferSession) -> None:
    made = session.render(arms_up(person_at()))
    white, scene = (session.before(made, background=name) for name in ("white", "keep"))
    assert white.shape == scene.shape == made.picture.shape
    assert (white[128, 12] == 255).all() and not (scene[128, 12] == 255).all()


def test_pictures_that_belong_together_are_of_one_size(session: TransferSession) -> None:
    down, up = (session.fitted(pose) for pose in (person_at(), arms_up(person_at())))
    alone = session.render(down, fit=False)
    together = [session.render(pose, fit=False, room_for=(down, up)) for pose in (down, up)]
    assert together[0].framing == together[1].framing
    assert together[0].framing.scale < alone.framing.scale
    assert together[0].asked.same_as(down)


def test_a_look_inside_has_a_mask_for_each_block(session: TransferSession, tmp_path: Path) -> None:
    seen = session.look(arms_out(person_at()))
    made = session.render(arms_out(person_at()))
    assert np.array_equal(seen.picture, made.picture), "the same picture as without looking"
    assert seen.target.same_as(made.target)
    assert seen.masks.shape == (1, 64, 44) and seen.masks.dtype == np.float32
    assert seen.masks.min() > 0 and seen.masks.max() < 1


def test_the_record_says_what_was_asked_and_what_shows(session: TransferSession) -> None:
    made = session.render(arms_up(person_at()), background="photo")
    note = record(made, session, photo="me.jpg", sha256="ab", target="up", options={"background": "photo"})
    back = parse_provenance(note.to_text()["repose"], name="me.png")
    assert back.photo_size == session.photo.shape[:2] and back.photo == "me.jpg"
    assert back.aim.same_as(made.asked, tolerance=0.01) and back.target_pose.same_as(made.target, tolerance=0.01)
    again = session.render(back.aim, fit=False, background="photo")
    assert np.abs(again.picture.astype(int) - made.picture).mean() < 0.5, "poses are rounded, no more"
    old = Provenance("a", "b", (1, 1), note.photo_pose, "t", made.target)
    assert old.aim is old.target_pose and "asked" not in old.to_text()["repose"]
