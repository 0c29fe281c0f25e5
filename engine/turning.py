"""Turning a person over: a photo seen from the front made to look as from behind, and the other way round.

A mirror brings each side of the body to where the other view has it: the right arm, with what it holds, stays the right
arm. What no photo of the front shows is guessed from what lies round it: hair goes on over the face, clothes close over
neck and chest. What is not known is never drawn: somebody seen from behind gets no face.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.back_of_head import Head, covered, head_of, skin_of
from engine.body_parts import ARMS, Body, Part, body_height, cut
from engine.covering import apart, colours_of, disc, laid, spread
from engine.pixel_maps import Bools, Bytes, Floats
from engine.skeleton import Facing, Joint, Pose, facing_of
from engine.text import Text

J = Joint
_COLLAR: Final = -0.10
"""How far below the neck's joint closed clothes begin, in heads."""
_BARE: Final = 14.0
"""Colours this near to the face's are bare skin."""
_PLAIN: Final = 0.75
"""So much of sleeves and flanks must be of one colour: patterns are left as they are."""
_CLOTH: Final = 20.0
"""Colours farther than this from the sleeves' and flanks' are not of the cloth that the back shows."""


@dataclass(frozen=True)
class Turned:
    """A photo as it is moved from: `picture` [H, W, 3], `mask` [H, W] in 0..1, `pose` in its pixels, `note` or ""."""

    picture: Bytes
    mask: Floats
    pose: Pose
    note: str = ""


def turned(picture: Bytes, mask: Floats, *, source: Pose, target: Pose) -> Turned:
    """The person of a picture [H, W, 3] on white, from the side that the target pose shows, as far as one can guess.

    `mask` [H, W] in 0..1 is the person, `source` their pose, in the picture's pixels; of `target` only the facing
    counts. Where both show the same side everything comes back as it was.
    """
    before, after = facing_of(source), facing_of(target)
    if after is Facing.BACK and before is not Facing.BACK:
        picture = from_behind(picture, mask, pose=source)
        note = Text("The photo does not show this person from behind: hair and clothes there are a guess.")
    elif after is Facing.FRONT and before is Facing.BACK:
        note = Text("The photo shows this person from behind, so the picture shows no face.")
    else:
        return Turned(picture, mask, source)
    if before is Facing.SIDE:
        return Turned(picture, mask, source, note)
    return Turned(*mirrored(picture, mask, pose=source), note)


def mirrored(picture: Bytes, mask: Floats, *, pose: Pose) -> tuple[Bytes, Floats, Pose]:
    """Picture [H, W, 3] and mask [H, W] from left to right; the joints go along and keep their names."""
    points = pose.points.copy()
    points[:, 0] = picture.shape[1] - 1 - points[:, 0]
    return np.ascontiguousarray(picture[:, ::-1]), np.ascontiguousarray(mask[:, ::-1]), pose.with_points(points)


def from_behind(picture: Bytes, mask: Floats, *, pose: Pose) -> Bytes:
    """The picture [H, W, 3] of a person on white as from behind, as far as one can guess: no face, no open collar.

    `mask` [H, W] in 0..1; `pose` in the picture's pixels. A picture that shows no face comes back as it is.
    """
    head = head_of(pose, mask.shape)
    if head is None:
        return picture
    part = head.rows, head.columns
    result, lab = picture.copy(), colours_of(picture[part])
    skin = skin_of(lab, mask[part] > 0.5, head)
    if skin is None:
        return picture
    body = cut(pose, height=body_height(pose, default=0.9 * mask.shape[0]))
    result[part], hair = covered(picture[part], mask[part], head, lab=lab, skin=skin)
    chest = skin_of(lab, mask[part] > 0.5, head, paler=2.2)
    assert chest is not None
    result[part] = _collar(result[part], mask[part], head, body=body, skin=chest, hair=hair)
    fallen = np.zeros(mask.shape, bool)
    fallen[part] = hair
    return _closed(result, mask, body=body, skin=np.median(lab[skin], axis=0), hair=fallen)


def _collar(picture: Bytes, mask: Floats, head: Head, *, body: Body, skin: Bools, hair: Bools) -> Bytes:
    """The head's part of the picture with cloth over the skin below the collar; bare shoulders stay bare."""
    pose = body.pose
    if not pose.has(J.NECK, J.RIGHT_SHOULDER, J.LEFT_SHOULDER):
        return picture
    neck, right, left = (pose.points[j] for j in (J.NECK, J.RIGHT_SHOULDER, J.LEFT_SHOULDER))
    half = float(np.hypot(*(left - right))) / 2 / head.tall
    if half < 0.35:
        return picture
    x = (np.arange(head.columns.start, head.columns.stop, dtype=np.float32) - np.float32(neck[0]))[None]
    y = (np.arange(head.rows.start, head.rows.stop, dtype=np.float32) - np.float32(neck[1]))[:, None]
    slope = np.float32((left - right)[1] / ((left - right)[0] or 1.0))
    p, q = x / np.float32(head.tall * half) + 0 * y, (y - slope * x) / np.float32(head.tall)
    person = mask > 0.5
    for side in (-1, 1):
        shoulder = person & (p * side > 0.6) & (p * side < 0.9) & (q > -0.05) & (q < 0.2)
        if skin[shoulder].sum() > 0.5 * shoulder.sum() > 0:
            return picture
    chest = person & (np.abs(p) < 0.62) & (q > _COLLAR + 0.1 * p * p) & (q < 1.0) & ~hair
    open_ = cv2.morphologyEx((skin & chest).astype(np.uint8), cv2.MORPH_OPEN, disc(0.03 * head.tall)) > 0
    for row in np.flatnonzero(open_.any(axis=1)):
        ends = np.flatnonzero(open_[row])
        open_[row, ends[0] : ends[-1] + 1] = True
    open_ = (cv2.dilate(open_.astype(np.uint8), disc(0.05 * head.tall)) > 0) & chest
    cloth = cv2.erode(mask, np.ones((3, 3), np.uint8)) > 0.9
    cloth &= ~skin & ~hair & ~open_ & (q > _COLLAR + 0.05) & (q < 1.0) & (np.abs(p) < 1.0)
    return laid(picture, open_, known=cloth, shape=mask, depth=0.15 * head.tall, even=0.0)


def _closed(picture: Bytes, mask: Floats, *, body: Body, skin: npt.NDArray[np.float32], hair: Bools) -> Bytes:
    """The picture with the cloth of sleeves and flanks over what shows between them: shirts under open coats, prints.

    Only where sleeves and flanks are of one cloth: a waistcoat, a dress with straps or a bare arm says nothing.
    """
    spine = body.pieces.get(Part.TORSO)
    if spine is None or abs(body.across) < 0.03 * body.height or spine.length < 1:
        return picture
    top, bottom = (float(spine.start[1] - 0.1 * body.height), float(spine.end[1] + 0.1 * body.height))
    rows = slice(max(0, int(top)), max(0, min(picture.shape[0], int(bottom))))
    if rows.stop - rows.start < 8:
        return picture
    y = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None]
    x = np.arange(picture.shape[1], dtype=np.float32)[None]
    axis = spine.axis.astype(np.float32)
    dx, dy = x - np.float32(spine.start[0]), y - np.float32(spine.start[1])
    along = (dx * axis[0] + dy * axis[1]) / np.float32(spine.length)
    across = np.abs(dy * axis[0] - dx * axis[1]) / np.float32(0.085 * body.height)
    part = picture[rows]
    person, lab = mask[rows] > 0.5, colours_of(part)
    sure = (cv2.erode(mask[rows], np.ones((3, 3), np.uint8)) > 0.9) & ~hair[rows]
    cloth = sure & (apart(lab, skin) > _BARE)
    there = body.distances(x, y)
    far = np.full(person.shape, 9.0, np.float32)
    arms = np.minimum.reduce([there.get(limb, far) for arm in ARMS for limb in arm])
    flank = cloth & (along > 0.15) & (along < 0.85) & (across > 0.5) & (across < 0.85) & (arms > 1.0)
    sleeves = []
    for arm in ARMS:
        sleeve = sure & (there.get(arm[0], far) < 0.7)
        if sleeve.sum() < 6 or (sleeve & cloth).sum() < 0.7 * sleeve.sum():
            return picture
        sleeves.append(sleeve & cloth)
    known = flank | sleeves[0] | sleeves[1]
    tones = [np.median(lab[sleeve], axis=0) for sleeve in sleeves]
    plain = apart(lab, np.median(lab[known], axis=0)) < _CLOTH
    if apart(tones[0], tones[1]) > _CLOTH or plain[known].mean() < _PLAIN:
        return picture
    # Rows whose flanks are of other cloth lie below the hem.
    beside = sure & (across > 0.5) & (across < 0.85) & (arms > 1.0)
    share = (beside & plain).sum(axis=1) / np.maximum(beside.sum(axis=1), 1)
    below = np.flatnonzero((share < 0.6) & (beside.sum(axis=1) > 1) & (along.mean(axis=1) > 0.3))
    middle = person & ~hair[rows] & (along > -0.08) & (along < 1.05) & (across < 0.75) & (arms > 1.2)
    if below.size:
        middle[below[0] :] = False
    other = middle & (apart(lab, spread(lab, known & plain)) > _CLOTH)
    if other.sum() < 0.08 * middle.sum():
        return picture
    cover = cv2.morphologyEx(other.astype(np.uint8), cv2.MORPH_CLOSE, disc(0.02 * body.height))
    # Colours are mixed where two cloths meet.
    cover = (cv2.dilate(cover, disc(0.008 * body.height)) > 0) & middle
    known = (known | (middle & sure)) & plain & ~(cv2.dilate(cover.astype(np.uint8), disc(1)) > 0)
    result = picture.copy()
    result[rows] = laid(part, cover, known=known, shape=mask[rows], depth=0.02 * body.height, even=0.3)
    return result
