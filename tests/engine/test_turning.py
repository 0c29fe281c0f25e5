"""Turning people over: no face from behind, each side of the body where the other view has it, heads on their necks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import cv2
import numpy as np
import pytest

from engine.alignment import Moved
from engine.body_parts import Part, body_height, cut, shift
from engine.fitting import body_scale
from engine.framing import Framing
from engine.images import load_picture
from engine.painter import Painted, Painter
from engine.presets import find_preset, load_people
from engine.skeleton import Facing, Joint, Pose, facing_of
from engine.transfer import TransferSession
from engine.turning import Turn, from_behind, mirrored, turn_between

J = Joint


class MovedOnly(Painter):
    """Shows the condition picture; `published` is fed as the published generators are."""

    def __init__(self, *, published: bool = False) -> None:
        self.published = published
        self.poses: tuple[Pose, Pose] | None = None

    @property
    def wants_moved(self) -> bool:
        return not self.published

    def facts(self) -> Mapping[str, str]:
        return {}

    def paint(self, condition: Moved, *, source: Pose, target: Pose) -> Painted:
        self.poses = source, target
        return Painted(condition.picture)


def person(name: str) -> tuple[np.ndarray, np.ndarray, Pose]:
    """A demo person: photo, where they are, pose."""
    found = next(one for one in load_people() if one.name == name)
    photo = load_picture(found.path)
    assert found.pose is not None
    apart = (np.abs(photo.astype(int) - photo[0, 0]).max(axis=2) > 24).astype(np.uint8)
    outlines, _ = cv2.findContours(apart, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    mask = cv2.drawContours(np.zeros_like(apart), [max(outlines, key=len)], -1, 1, cv2.FILLED)
    return photo, mask > 0, found.pose


def session_of(name: str, painter: Painter) -> TransferSession:
    photo, mask, pose = person(name)
    return TransferSession(
        painter, photo, pose=pose, mask=mask, framing=Framing.whole((photo.shape[0], photo.shape[1]))
    )


def colour_at(picture: np.ndarray, place: np.ndarray, radius: int = 3) -> np.ndarray:
    """The median colour round x, y: [3]."""
    x, y = (round(float(at)) for at in place)
    part = picture[max(0, y - radius) : y + radius + 1, max(0, x - radius) : x + radius + 1]
    return np.asarray(np.median(part.reshape(-1, 3), axis=0))


def lab(colour: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.cvtColor((colour / 255).astype(np.float32)[None, None], cv2.COLOR_RGB2LAB)[0, 0])


def crown(pose: Pose) -> np.ndarray:
    """Where hair is in a photo from the front: well above the eyes."""
    eyes = (pose.points[J.RIGHT_EYE] + pose.points[J.LEFT_EYE]) / 2
    return np.asarray(eyes - (0.0, 0.045 * body_height(pose, default=200)))


@pytest.mark.parametrize("name", ["ada", "ben", "mei"])
def test_hair_goes_over_the_face_and_the_rest_stays(name: str) -> None:
    photo, mask, pose = person(name)
    before = photo.copy()
    behind = from_behind(photo, mask, pose=pose)
    assert np.array_equal(photo, before) and behind.dtype == np.uint8
    face, hair = (lab(colour_at(photo, at)) for at in (pose.points[J.NOSE], crown(pose)))
    for joint in (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE):
        now = lab(colour_at(behind, pose.points[joint]))
        assert np.linalg.norm(now - hair) < 0.6 * np.linalg.norm(now - face)
    knees = int(min(pose.points[[J.RIGHT_KNEE, J.LEFT_KNEE], 1]))
    assert np.array_equal(behind[knees:], photo[knees:]) and np.array_equal(behind[~mask], photo[~mask])


def test_a_coat_closes_behind() -> None:
    photo, mask, pose = person("ben")
    top, bottom = (int(pose.points[joint, 1]) for joint in (J.NECK, J.RIGHT_HIP))
    behind = from_behind(photo, mask, pose=pose)
    shirt, left = (int((one[top:bottom].min(axis=2)[mask[top:bottom]] > 150).sum()) for one in (photo, behind))
    assert shirt > 2000 and left < 0.3 * shirt


def test_patterns_and_bare_arms_close_nothing() -> None:
    photo, mask, pose = person("ada")
    hips = (pose.points[J.RIGHT_HIP] + pose.points[J.LEFT_HIP]) / 2
    half = slice(int(0.6 * pose.points[J.NECK, 1] + 0.4 * hips[1]), int(hips[1]))
    assert np.array_equal(from_behind(photo, mask, pose=pose)[half], photo[half])


def test_where_no_face_is_seen_nothing_is_covered() -> None:
    photo, mask, pose = person("mei")
    for joint in (J.RIGHT_EYE, J.LEFT_EYE):
        pose = pose.with_joint(joint, state=Pose.empty().states[0])
    assert np.array_equal(from_behind(photo, mask, pose=pose), photo)
    assert np.array_equal(from_behind(photo, np.zeros_like(mask), pose=person("mei")[2]), photo)


@pytest.mark.parametrize("away", [(-400.0, 0.0), (0.0, -900.0), (350.0, 10.0), (0.0, 700.0)])
def test_poses_beside_the_picture_do_no_harm(away: tuple[float, float]) -> None:
    photo, mask, pose = person("mei")
    assert from_behind(photo, mask, pose=pose.moved(*away)).shape == photo.shape


def test_a_mirror_keeps_the_names_of_joints() -> None:
    photo, mask, pose = person("mei")
    picture, share, turned = mirrored(photo, mask.astype(np.float32), pose=pose)
    assert facing_of(pose) is Facing.FRONT and facing_of(turned) is Facing.BACK
    for joint in (J.RIGHT_WRIST, J.LEFT_ANKLE):
        assert np.array_equal(
            colour_at(picture, turned.points[joint], 0), colour_at(photo, np.round(pose.points[joint]), 0)
        )
    assert np.array_equal(share[:, ::-1], mask)


def test_which_turns_are_asked_for() -> None:
    front, back, side = (find_preset(name).pose for name in ("front", "back", "side-left"))
    assert turn_between(front, front) == turn_between(back, back) == turn_between(front, side) == Turn()
    assert turn_between(back, side) == turn_between(side, front) == Turn()
    over, again, aside = turn_between(front, back), turn_between(back, front), turn_between(side, back)
    assert (over.behind, over.mirrored) == (True, True) and "guess" in over.note
    assert (again.behind, again.mirrored) == (False, True) and "no face" in again.note
    assert (aside.behind, aside.mirrored) == (True, False) and aside.note == over.note


@pytest.mark.parametrize("draft", [False, True])
def test_a_back_view_shows_no_face_at_any_size(draft: bool) -> None:
    painter = MovedOnly()
    session = session_of("mei", painter)
    rendered = session.render(find_preset("back").pose, draft=draft)
    head = rendered.target.points[[J.RIGHT_EAR, J.LEFT_EAR]].mean(axis=0)
    photo, _, pose = person("mei")
    skin, hair = (lab(colour_at(photo, at)) for at in (pose.points[J.NOSE], crown(pose)))
    now = lab(colour_at(rendered.picture, head, 1 if draft else 3))
    assert np.linalg.norm(now - hair) < 0.6 * np.linalg.norm(now - skin)
    assert "guess" in rendered.note
    assert painter.poses is not None and {facing_of(pose) for pose in painter.poses} == {Facing.BACK}
    told, neck = painter.poses[1], rendered.target.points[J.NECK]
    assert not told.has(J.RIGHT_EAR) and rendered.target.has(J.RIGHT_EAR) and np.array_equal(told.points[J.NECK], neck)


def test_the_right_hand_keeps_what_it_holds() -> None:
    photo, mask, pose = person("mei")
    photo = photo.copy()
    x, y = (round(at) for at in pose.place(J.LEFT_WRIST))
    photo[y - 12 : y + 30, x - 12 : x + 12] = (250, 0, 0)
    mask = mask.copy()
    mask[y - 12 : y + 30, x - 12 : x + 12] = True
    session = TransferSession(
        MovedOnly(), photo, pose=pose, mask=mask, framing=Framing.whole((photo.shape[0], photo.shape[1]))
    )
    rendered = session.render(find_preset("back").pose)
    red = (rendered.picture[..., 0] > 180) & (rendered.picture[..., 1] < 90)
    column = float(np.nonzero(red)[1].mean())
    left, right = (float(rendered.target.points[joint, 0]) for joint in (J.LEFT_WRIST, J.RIGHT_WRIST))
    assert abs(column - left) < abs(column - right)


def test_somebody_seen_from_behind_gets_no_face() -> None:
    photo, mask, pose = person("ada")
    picture, _, turned = mirrored(from_behind(photo, mask, pose=pose), mask.astype(np.float32), pose=pose)
    for joint in (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE):
        turned = turned.with_joint(joint, state=Pose.empty().states[0])
    assert facing_of(turned) is Facing.BACK
    size = (photo.shape[0], photo.shape[1])
    session = TransferSession(MovedOnly(), picture, pose=turned, mask=mask[:, ::-1].copy(), framing=Framing.whole(size))
    rendered = session.render(find_preset("front").pose)
    assert "no face" in rendered.note
    face, hair = (lab(colour_at(photo, at)) for at in (pose.points[J.NOSE], crown(pose)))
    now = lab(colour_at(rendered.picture, rendered.target.points[J.NOSE], 2))
    assert np.linalg.norm(now - hair) < np.linalg.norm(now - face)


def test_published_generators_are_fed_as_published() -> None:
    painter = MovedOnly(published=True)
    session = session_of("mei", painter)
    rendered = session.render(find_preset("back").pose)
    assert np.array_equal(rendered.picture, session.frame) and rendered.note == ""
    assert painter.poses is not None and painter.poses[0].same_as(session.frame_pose)


def test_the_photo_around_keeps_its_pixels() -> None:
    session = session_of("ada", MovedOnly())
    rendered: Any = session.render(find_preset("back").pose, background="photo")
    assert rendered.picture.shape == session.photo.shape
    assert np.abs(rendered.picture[:, :20].astype(int) - session.photo[:, :20]).max() <= 2


@pytest.mark.parametrize("name", ["side-left", "side-right", "three-quarter-left", "back", "walking-side"])
def test_heads_stay_upright_and_look_where_the_pose_looks(name: str) -> None:
    pose = person("mei")[2]
    target = find_preset(name).pose
    bodies = [cut(one, height=body_height(one, default=200)) for one in (target, pose)]
    move = shift(
        Part.HEAD, target=bodies[0], source=bodies[1], source_part=Part.HEAD, scale=body_scale(pose, target=target)
    )
    x, y = (np.array([at], dtype=np.float32) for at in move.target.start)
    low, high = (np.concatenate(move.sources(x, y - rise)) for rise in (0.0, 10.0))
    lean = np.degrees(np.arctan2(*(high - low)[::1]))
    assert abs(abs(lean) - 180.0) < 15.0
    looks = {"side-left": -1, "three-quarter-left": -1, "side-right": 1, "walking-side": 1, "back": 0}[name]
    assert np.sign(round(move.bulge, 2)) == looks
