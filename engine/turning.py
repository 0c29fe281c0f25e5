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

from engine.back_of_head import HEAD, SKIN, Head, covered, head_of, unlike_skin
from engine.body_parts import ARMS, Body, Part, body_height, cut
from engine.covering import BLUR, PLAINLY, RIM, apart, colours_of, disc, inside, laid, spread
from engine.pixel_maps import Bools, Bytes, Floats
from engine.skeleton import Facing, Joint, Pose, facing_of
from engine.text import Text

J = Joint
_FACE: Final = (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE, J.RIGHT_EAR, J.LEFT_EAR)
_COLLAR: Final = -0.10
"""How far below the neck's joint closed clothes begin, in heads."""
_DEEP: Final = 0.65
"""How far below the neck's joint an open collar reaches at most, in heads."""
_ARM: Final = 1.2
"""An arm's pixels lie mostly within so many radii of its bones."""
_BARE: Final = 14.0
"""Colours this near to the face's are bare skin."""
_PLAIN: Final = 0.75
_ONE: Final = 13.0
"""So much of sleeves and flanks must be so near to one colour: patterns are left as they are."""
_SHORT: Final = 0.55
"""A coat that ends higher, neck to hips, is none."""
_CLOTH: Final = 20.0
"""Colours farther than this from the sleeves' and flanks' are not of the cloth that the back shows."""


@dataclass(frozen=True)
class Turn:
    """What it takes to show another side of a person than a photo shows, and a `note` for whoever asked, or ""."""

    behind: bool = False
    """Whether the photo is to be made to look as `from_behind`."""
    mirrored: bool = False
    note: str = ""

    def shown(self, target: Pose) -> Pose:
        """The target as a generator is told it: of a head that was turned over no face, where it would paint one."""
        if not self.mirrored and not self.behind:
            return target
        points = target.points.copy()
        points[list(_FACE)] = np.nan
        return Pose.from_points(points, confidence=target.confidence, states=target.states)


def turn_between(source: Pose, target: Pose) -> Turn:
    """How a photo of somebody in the pose `source` is brought to the side that `target` shows."""
    before, after = facing_of(source), facing_of(target)
    if after is Facing.BACK and before is not Facing.BACK:
        note = Text("The photo does not show this person from behind: hair and clothes there are a guess.")
        return Turn(behind=True, mirrored=before is Facing.FRONT, note=note)
    if after is Facing.FRONT and before is Facing.BACK:
        return Turn(mirrored=True, note=Text("The photo shows this person from behind, so the picture shows no face."))
    return Turn()


def mirrored(picture: Bytes, mask: Floats, *, pose: Pose) -> tuple[Bytes, Floats, Pose]:
    """Picture [H, W, 3] and mask [H, W] from left to right; the joints go along and keep their names."""
    points = pose.points.copy()
    points[:, 0] = picture.shape[1] - 1 - points[:, 0]
    return np.ascontiguousarray(picture[:, ::-1]), np.ascontiguousarray(mask[:, ::-1]), pose.with_points(points)


def from_behind(picture: Bytes, person: Bools, *, pose: Pose) -> Bytes:
    """The photo [H, W, 3] with its person as from behind, as far as one can guess: no face, no open coat.

    `person` [H, W] says where the person is, `pose` is in the photo's pixels. A photo that shows no face comes back as
    it is.
    """
    rows, columns = (np.flatnonzero(person.any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return picture
    # A person may be small in a large photo.
    box = tuple(slice(max(0, int(at[0]) - 2), int(at[-1]) + 3) for at in (rows, columns))
    result = picture.copy()
    result[box] = _turned_away(picture[box], person[box], pose.moved(-float(box[1].start), -float(box[0].start)))
    return result


def _turned_away(picture: Bytes, person: Bools, pose: Pose) -> Bytes:
    head = head_of(pose, person.shape)
    if head is None:
        return picture
    part = head.rows, head.columns
    result, lab = picture.copy(), colours_of(picture[part], blur=head.tall * BLUR)
    bare = unlike_skin(lab, person[part], head)
    if bare is None:
        return picture
    body = cut(pose, height=body_height(pose, default=0.9 * person.shape[0]))
    x = np.arange(head.columns.start, head.columns.stop, dtype=np.float32)[None]
    y = np.arange(head.rows.start, head.rows.stop, dtype=np.float32)[:, None]
    arms = _arms(body, x, y)
    result[part], hair = covered(picture[part], person[part], head, lab=lab, bare=bare, free=arms > _ARM)
    # In the light white cloth is as pale as skin.
    strict = unlike_skin(lab, person[part], head, paler=PLAINLY)
    skin = bare < SKIN if strict is None else strict < SKIN
    result[part] = _collar(result[part], person[part], head, body=body, skin=skin, hair=hair, free=arms > _ARM)
    fallen = np.zeros(person.shape, bool)
    fallen[part] = hair
    return _closed(result, person, body=body, skin=np.median(lab[bare < SKIN], axis=0), hair=fallen)


def _arms(body: Body, x: Floats, y: Floats) -> Floats:
    """How far places are from the nearer arm's bones, over its radius."""
    ways = [body.distance_of(part, x, y) for arm in ARMS for part in arm if part in body.pieces]
    return np.asarray(np.minimum.reduce(ways) if ways else np.full((y.size, x.size), 9.0), dtype=np.float32)


def _collar(picture: Bytes, person: Bools, head: Head, *, body: Body, skin: Bools, hair: Bools, free: Bools) -> Bytes:
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
    for side in (-1, 1):
        shoulder = person & (p * side > 0.6) & (p * side < 0.9) & (q > -0.05) & (q < 0.2)
        if skin[shoulder].sum() > 0.5 * shoulder.sum() > 0:
            return picture
    chest = person & (np.abs(p) < 0.62) & (q > _COLLAR + 0.1 * p * p) & (q < _DEEP) & free & ~hair
    open_ = cv2.morphologyEx((skin & chest).astype(np.uint8), cv2.MORPH_OPEN, disc(0.03 * head.tall)) > 0
    _, labels = cv2.connectedComponents(open_.astype(np.uint8), connectivity=8)
    open_ &= np.isin(labels, np.unique(labels[open_ & (q < _COLLAR + 0.2)]))
    for row in np.flatnonzero(open_.any(axis=1)):
        ends = np.flatnonzero(open_[row])
        open_[row, ends[0] : ends[-1] + 1] = True
    open_ = (cv2.dilate(open_.astype(np.uint8), disc(0.05 * head.tall)) > 0) & chest
    cloth = inside(person, RIM * head.tall)
    cloth &= ~skin & ~hair & ~open_ & (q > _COLLAR + 0.05) & (q < 1.0) & (np.abs(p) < 1.0)
    return laid(picture, open_, known=cloth, person=person, tall=head.tall, even=0.0)


def _closed(picture: Bytes, person: Bools, *, body: Body, skin: npt.NDArray[np.float32], hair: Bools) -> Bytes:
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
    side = (dy * axis[0] - dx * axis[1]) / np.float32(0.085 * body.height)
    across = np.abs(side)
    part = picture[rows]
    tall = HEAD * body.height
    person, lab = person[rows], colours_of(part, blur=tall * BLUR)
    sure = inside(person, RIM * tall) & ~hair[rows]
    cloth = sure & (apart(lab, skin) > _BARE)
    arms = _arms(body, x, y)
    flank = cloth & (along > 0.15) & (along < 0.85) & (across > 0.5) & (across < 0.85) & (arms > 1.0)
    sleeves = []
    for arm in ARMS:
        if arm[0] not in body.pieces:
            return picture
        sleeve = sure & (body.distance_of(arm[0], x, y) < 0.7)
        if sleeve.sum() < 6 or (sleeve & cloth).sum() < 0.7 * sleeve.sum():
            return picture
        sleeves.append(sleeve & cloth)
    known = flank | sleeves[0] | sleeves[1]
    tones = [np.median(lab[sleeve], axis=0) for sleeve in sleeves]
    gap = apart(lab, np.median(lab[known], axis=0))
    plain = gap < _CLOTH
    if apart(tones[0], tones[1]) > _CLOTH or (gap[known] < _ONE).mean() < _PLAIN:
        return picture
    # Rows of which both flanks are of other cloth lie below the hem.
    beside = [sure & (side * way > 0.5) & (side * way < 0.85) & (arms > 1.0) for way in (-1, 1)]
    other = [(flank & ~plain).sum(axis=1) > 0.4 * np.maximum(flank.sum(axis=1), 1) for flank in beside]
    below = np.flatnonzero(other[0] & other[1] & (along.mean(axis=1) > 0.3))
    # Sleeves are of that cloth, hands and forearms before the body are not.
    clear = np.ones(person.shape, bool)
    for arm in ARMS:
        clear &= (body.distance_of(arm[1], x, y) > _ARM) if arm[1] in body.pieces else True
    middle = person & ~hair[rows] & clear & (along > -0.11) & (along < 1.05) & (across < 0.85)
    if below.size and along[below[0]].mean() < _SHORT:
        return picture
    if below.size:
        middle[below[0] :] = False
    open_ = middle & (apart(lab, spread(lab, known & plain)) > _CLOTH)
    if open_.sum() < 0.08 * middle.sum():
        return picture
    cover = cv2.morphologyEx(open_.astype(np.uint8), cv2.MORPH_CLOSE, disc(0.02 * body.height))
    # Colours are mixed where two cloths meet.
    cover = (cv2.dilate(cover, disc(0.008 * body.height)) > 0) & middle
    known = (known | (middle & sure)) & plain & ~(cv2.dilate(cover.astype(np.uint8), disc(RIM * tall)) > 0)
    result = picture.copy()
    result[rows] = laid(part, cover, known=known, person=person, tall=tall, even=0.3)
    return result
