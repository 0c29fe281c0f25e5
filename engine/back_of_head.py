"""The back of a head made from its front: hair, or what else the head wears, goes on over the face to the nape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from engine.body_parts import body_height
from engine.covering import RIM, apart, disc, inside, laid, spread
from engine.pixel_maps import Bools, Bytes, Floats
from engine.skeleton import Joint, Pose

HEAD: Final = 0.13
"""A head, crown to chin, against the body's height."""
SKIN: Final = 14.0
"""Colours this near to the cheeks' are skin."""
_CLEARLY_SKIN: Final = 8.0
"""The same for somebody whose hair has nearly the colour of their skin."""
_HAIR: Final = 17.0
"""Colours this near to the hair's beside them are hair."""
_NAPE: Final = 0.32
"""How far below the eyes short hair ends, in heads."""
_LONG: Final = 1.0
"""How far below the eyes long hair is looked for, in heads."""
PALER: Final = 5.0
"""Skin in the light is paler, never darker: more light counts this many times less than colour."""


@dataclass(frozen=True)
class Head:
    """The part of a picture round a head with a face, down to the chest."""

    rows: slice
    columns: slice
    u: Floats
    """[h, w] to the picture's right from between the eyes, in heads, along the head's own axes."""
    v: Floats
    """[h, w] down from between the eyes, in heads."""
    tall: float
    """A head, in pixels."""


def head_of(pose: Pose, size: tuple[int, int]) -> Head | None:
    """Where the head is in a picture of `size` (height, width); None when it shows no face."""
    eyes = [pose.points[j] for j in (Joint.RIGHT_EYE, Joint.LEFT_EYE) if pose.present[j]]
    if not pose.has(Joint.NOSE) or not eyes:
        return None
    tall = HEAD * body_height(pose, default=0.9 * size[0])
    pairs = ((Joint.RIGHT_EAR, Joint.LEFT_EAR), (Joint.RIGHT_EYE, Joint.LEFT_EYE))
    spans = [pose.points[b] - pose.points[a] for a, b in pairs if pose.has(a, b)]
    across = np.array([1.0, 0.0])
    if spans and float(np.hypot(*spans[0])) > 0.25 * tall:
        turn = spans[0] * np.sign(spans[0][0]) / np.hypot(*spans[0])
        across = turn if abs(turn[1]) < 0.6 else across
    middle = np.mean(eyes, axis=0)
    top, left = (max(0, int(at - 1.6 * tall)) for at in (middle[1], middle[0]))
    bottom, right = int(middle[1] + 2.2 * tall) + 1, int(middle[0] + 1.6 * tall) + 1
    rows, columns = slice(top, min(size[0], bottom)), slice(left, min(size[1], right))
    if rows.stop - rows.start < 2 or columns.stop - columns.start < 2:
        return None
    dx = (np.arange(columns.start, columns.stop, dtype=np.float32) - np.float32(middle[0]))[None] / np.float32(tall)
    dy = (np.arange(rows.start, rows.stop, dtype=np.float32) - np.float32(middle[1]))[:, None] / np.float32(tall)
    c, s = across.astype(np.float32)
    return Head(rows, columns, dx * c + dy * s, dy * c - dx * s, tall)


def unlike_skin(lab: Floats, person: Bools, head: Head, *, paler: float = PALER) -> Floats | None:
    """[h, w] how far colours are from the cheeks', each of which may lie in light or in shade; None without cheeks.

    `lab` [h, w, 3] and `person` [h, w] are those of the head's part of the picture; what is paler than the cheeks
    counts `paler` times less in lightness.
    """
    low = person & (head.v > 0.06) & (head.v < 0.26)
    cheeks = [low & (head.u > left) & (head.u < left + 0.14) for left in (-0.21, -0.07, 0.07)]
    tones = [np.median(lab[cheek], axis=0) for cheek in cheeks if cheek.sum() > 3]
    if not tones:
        return None
    return np.asarray(np.min([apart(lab, tone, light=paler) for tone in tones], axis=0), dtype=np.float32)


def covered(
    picture: Bytes, person: Bools, head: Head, *, lab: Floats, bare: Floats, free: Bools
) -> tuple[Bytes, Bools]:
    """The head's part of a picture with hair over the face; and where that lies, [h, w].

    `picture` [h, w, 3], `person` [h, w], `lab` the picture's colours, `bare` as `unlike_skin` answers,
    `free` [h, w] is where no arm lies.
    """
    u, v, tall = head.u, head.v, head.tall
    sure = inside(person, RIM * tall)
    # Eyes that look aside lie beside the head's middle.
    skull = person & (v > -0.6) & (v < 0.0) & (np.abs(u) < 0.7)
    middle = float(np.clip(np.median(u[skull]), -0.3, 0.3)) if skull.any() else 0.0
    out = u - np.float32(middle)
    face = (u / 0.33) ** 2 + ((v - 0.12) / 0.42) ** 2 < 1
    deep = cv2.distanceTransform(person.astype(np.uint8), cv2.DIST_L2, 5) / np.float32(tall)
    round_face = sure & free & ~face & (np.abs(out) < 0.75) & (v > -0.9)
    hair, skin = _hair(lab, round_face, v, bare=bare, deep=deep, tall=tall)
    if not hair.any():
        return picture, hair
    like = apart(lab, spread(lab, hair)) < _HAIR
    # A hat or hair above the face stays; skin and glasses go.
    cover = person & (np.abs(out) < 0.62) & (v < _NAPE - 0.8 * out * out) & (v > -0.75)
    cover &= face | (skin & ~like) | ((v > -0.15) & ~like)
    if (hair & (v > 0.05)).any():
        fall = _between(hair | (like & ~skin & ~face), out, v) & person & ~hair
        cover |= cv2.morphologyEx((fall | cover).astype(np.uint8), cv2.MORPH_OPEN, disc(0.1 * tall)) > 0
    cover = (cv2.dilate(cover.astype(np.uint8), disc(0.045 * tall)) > 0) & person & (free | face)
    result = laid(picture, cover, known=hair, person=person, tall=tall)
    low = person & (face | (skin & (np.abs(u) < 0.4) & (v > 0) & (v < 0.4))) & ~cover & ~like
    under = sure & ~face & (v > 0.4) & (v < 0.8) & (np.abs(u) < 0.4) & ~like & ~cover
    if under.any():
        result = laid(result, low, known=under, person=person, tall=tall)
    return result, cover


def _hair(lab: Floats, round_face: Bools, v: Floats, *, bare: Floats, deep: Floats, tall: float) -> tuple[Bools, Bools]:
    """Where the head shows hair, or a hat, of a bald head its crown; and what is skin.

    `deep` [h, w] is how far inside the person's outline a place lies, in heads: near it colours are mixed.
    """
    cell = 1 / (tall * tall)
    for near in (SKIN, _CLEARLY_SKIN):
        skin = bare < near
        found = round_face & ~skin & (v < 0.45)
        for rim in (0.1, 0.06):
            # Below the eyes no hat hangs beside the face.
            beside = found & (v > 0.05) & (deep > rim)
            if beside.sum() * cell > 0.03:
                hair = found & (deep > rim) & (apart(lab, np.median(lab[beside], axis=0)) < _HAIR)
                # Collars and raised shoulders do not reach up to the eyes.
                if (hair & (v > -0.3) & (v < 0.05)).sum() * cell > 0.01:
                    return hair, skin
        for rim in (0.1, 0.06, 0.03):
            above = found & (v < -0.2) & (deep > rim)
            if above.sum() * cell > 0.02:
                # What is less like skin is hair, where both are there.
                return above & (bare >= np.median(bare[above])), skin
    top = float(v[round_face].min()) if round_face.any() else 0.0
    return round_face & (v < top + 0.18) & (deep > 0.03), bare < SKIN


def _between(hair: Bools, out: Floats, v: Floats) -> Bools:
    """What lies between long hair on both sides of the head, row by row, as far down as both hang."""
    inside = np.zeros(hair.shape, bool)
    sides = [hair & (out < -0.12), hair & (out > 0.12)]
    band = (v > 0.2) & (v < 0.42)
    if any(side[band].sum() < 0.15 * (band & (np.abs(out) > 0.3) & (np.abs(out) < 0.5)).sum() for side in sides):
        return inside
    for row in np.flatnonzero((v > 0.0).any(axis=1) & (v < _LONG).any(axis=1)):
        left, right = np.flatnonzero(sides[0][row]), np.flatnonzero(sides[1][row])
        # Hair that hangs farther apart than a head is broad does not meet behind.
        if not left.size or not right.size or out[row, right[0]] - out[row, left[-1]] > 0.75:
            if v[row].mean() > 0.35:
                break
            continue
        inside[row, left[-1] : right[0] + 1] = True
    return inside
