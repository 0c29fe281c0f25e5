"""Training pairs from single photos: the person moved into a random pose and back again, beside the untouched photo.

A generator that is to paint people in new poses needs two pictures of one person; here one photo makes both.  Its own
pixels are moved limb by limb into a random articulated change, as if that were the condition image, and from there into
the photo's pose, with holes where the first move hid or lost something.  The target is always a real photo.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from engine.alignment import Moved, move_picture
from engine.skeleton import Joint, Pose, descendants
from training.datasets import FramedPerson

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Random = np.random.Generator

J = Joint


@dataclass(frozen=True)
class Change:
    """How far a random pose may be from the photo's; angles are standard deviations in radians.

    upper_arm, forearm, leg, shin, head, torso     turns of a joint's far part round the joint
    scale, shift       of the whole person: a share, and a share of the frame's height
    crop               share of pairs that are cropped to the knees or the waist
    """

    upper_arm: float = 0.55
    forearm: float = 0.6
    leg: float = 0.2
    shin: float = 0.2
    head: float = 0.15
    torso: float = 0.05
    scale: float = 0.05
    shift: float = 0.02
    crop: float = 0.25


@dataclass(frozen=True)
class Pair:
    """One training pair; pictures uint8 [H, W, 3] RGB on white, maps float32 [H, W] in 0..1, poses in pixels."""

    condition: Bytes
    """The person from `source_pose`, moved into `target_pose`: what the generator is given."""
    holes: Floats
    """1 where the condition is a guess."""
    target: Bytes
    """The photo: what the generator is to paint."""
    person: Floats
    """The person in the photo."""
    source_pose: Pose
    target_pose: Pose
    unmoved: Bytes
    """The person in `source_pose`: the condition image before it is moved, for comparison."""


def make_pair(
    person: FramedPerson, *, size: tuple[int, int], change: Change, rng: Random, steady: bool = False
) -> Pair:
    """A pair at `size` (height, width) from one framed person; everything random comes from `rng`.

    `steady` pairs, for figures, are neither cropped nor scaled.
    """
    picture, mask, pose = _framed(person, size=size, change=change, rng=rng, steady=steady)
    other = random_pose(pose, size=size, change=change, rng=rng)
    there = move_picture(picture, mask, source=pose, target=other)
    back: Moved = move_picture(there.picture, there.mask, source=other, target=pose, holes=there.holes)
    return Pair(back.picture, back.holes, picture, mask, other, pose, there.picture)


def random_pose(pose: Pose, *, size: tuple[int, int], change: Change, rng: Random) -> Pose:
    """A random articulated change of `pose`; small and large changes both come up."""
    amount = float(rng.choice([0.25, 0.6, 1.0, 1.35], p=[0.15, 0.25, 0.4, 0.2]))
    for joint, deviation in (
        (J.RIGHT_SHOULDER, change.upper_arm),
        (J.LEFT_SHOULDER, change.upper_arm),
        (J.RIGHT_ELBOW, change.forearm),
        (J.LEFT_ELBOW, change.forearm),
        (J.RIGHT_HIP, change.leg),
        (J.LEFT_HIP, change.leg),
        (J.RIGHT_KNEE, change.shin),
        (J.LEFT_KNEE, change.shin),
    ):
        if pose.present[joint]:
            angle = float(rng.normal(0.0, deviation * amount))
            pose = pose.turned(angle, centre=pose.place(joint), joints=descendants(joint))
    if pose.present[J.NECK]:
        neck = pose.place(J.NECK)
        face = (J.NOSE, J.RIGHT_EYE, J.LEFT_EYE, J.RIGHT_EAR, J.LEFT_EAR)
        pose = pose.turned(float(rng.normal(0.0, change.head * amount)), centre=neck, joints=face)
        pose = pose.turned(float(rng.normal(0.0, change.torso * amount)), centre=neck)
    height, width = size
    scale = float(np.exp(rng.normal(0.0, change.scale * amount)))
    dx, dy = rng.normal(0.0, change.shift * amount * height, 2)
    middle = np.array([width / 2, height / 2])
    return pose.with_points((pose.points - middle) * scale + middle + (dx, dy))


def recoloured(pair: Pair, *, rng: Random, colours: bool = True, flip: float = 0.5) -> Pair:
    """The pair in other `colours`: channels swapped, gamma changed, white stays white; `flip` is the share mirrored."""
    result = _in_other_colours(pair, rng=rng) if colours else pair
    return mirrored(result) if rng.random() < flip else result


def _in_other_colours(pair: Pair, *, rng: Random) -> Pair:
    order = rng.permutation(3) if rng.random() < 0.35 else np.arange(3)
    tables = _gamma_tables(rng)
    pictures = [_recolour(p, order, tables) for p in (pair.condition, pair.target, pair.unmoved)]
    return replace(pair, condition=pictures[0], target=pictures[1], unmoved=pictures[2])


def mirrored(pair: Pair) -> Pair:
    """The pair in a mirror."""
    width = pair.target.shape[1]
    return Pair(
        pair.condition[:, ::-1],
        pair.holes[:, ::-1],
        pair.target[:, ::-1],
        pair.person[:, ::-1],
        pair.source_pose.mirrored(width),
        pair.target_pose.mirrored(width),
        pair.unmoved[:, ::-1],
    )


def _gamma_tables(rng: Random) -> Bytes:
    """[3, 256] a curve for each channel: a common gamma and a little of each channel's own."""
    common = rng.normal(0.0, 0.25)
    ramp = np.linspace(0.0, 1.0, 256)
    tables = [ramp ** float(np.exp(common + rng.normal(0.0, 0.12))) for _ in range(3)]
    return np.rint(np.array(tables) * 255).astype(np.uint8)


def _recolour(picture: Bytes, order: npt.NDArray[np.int64], tables: Bytes) -> Bytes:
    swapped = np.ascontiguousarray(picture[..., order])
    return np.asarray(cv2.LUT(swapped, np.ascontiguousarray(tables.T[None])), dtype=np.uint8)


_KNEES: Final = (J.RIGHT_KNEE, J.LEFT_KNEE)
_HIPS: Final = (J.RIGHT_HIP, J.LEFT_HIP)


def _framed(
    person: FramedPerson, *, size: tuple[int, int], change: Change, rng: Random, steady: bool
) -> tuple[Bytes, Floats, Pose]:
    """The kept person at `size`, a little larger or smaller and off the middle, sometimes cut at knees or waist."""
    height, width = size
    kept_height, kept_width = person.mask.shape
    scale = height / kept_height
    centre = np.array([kept_width / 2 - 0.5, kept_height / 2 - 0.5])
    if not steady:
        lower = _lower_edge(person.pose, change=change, rng=rng)
        if lower is not None:
            rows = np.flatnonzero((person.mask > 127).any(axis=1))
            top = float(rows[0]) if rows.size else 0.0
            tall = max(lower - top, 0.2 * kept_height) / 0.95
            scale = height / tall
            columns = (person.mask[int(top) : int(lower)] > 127).any(axis=0)
            middle = float(np.flatnonzero(columns).mean()) if columns.any() else centre[0]
            centre = np.array([middle, lower - tall / 2])
        scale *= float(np.clip(np.exp(rng.normal(-0.01, 0.04)), 0.85, 1.08))
        centre = centre + rng.normal(0.0, 0.012 * height / scale, 2) * (1.0, 0.5)
    matrix = np.array([
        [scale, 0.0, width / 2 - 0.5 - scale * centre[0]],
        [0.0, scale, height / 2 - 0.5 - scale * centre[1]],
    ])
    picture, mask = person.picture, person.mask
    if scale < 0.75:
        # Filter before thinning out: a plain lookup would skip pixels.
        blur = 0.4 / scale
        picture, mask = (np.asarray(cv2.GaussianBlur(a, (0, 0), blur), np.uint8) for a in (picture, mask))
    # Below the photo's own lower edge there is nothing: white, and no person.
    white = (255, 255, 255)
    framed = cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=white)
    share = cv2.warpAffine(mask, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=0)
    pose = person.pose.transformed(matrix)
    points = pose.points.copy()
    outside = (points < -0.5).any(axis=1) | (points[:, 0] > width - 0.5) | (points[:, 1] > height - 0.5)
    points[outside] = np.nan
    pose = Pose.from_points(points, confidence=pose.confidence, states=pose.states)
    return np.asarray(framed, np.uint8), share.astype(np.float32) / np.float32(255), pose


def _lower_edge(pose: Pose, *, change: Change, rng: Random) -> float | None:
    """Where to cut the person off, in the kept picture's rows; None for the whole person."""
    if rng.random() >= change.crop or not pose.has(*_HIPS):
        return None
    hips = float(np.mean([pose.place(j)[1] for j in _HIPS]))
    if not pose.has(*_KNEES) or rng.random() < 0.35:
        return hips + 0.02 * pose.height()
    knees = float(np.mean([pose.place(j)[1] for j in _KNEES]))
    return hips + (knees - hips) * float(rng.uniform(0.4, 1.2))
