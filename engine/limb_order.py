"""What a skeleton tells of depth: arms behind the body, legs that cross, how far down cloth hangs round both."""

from __future__ import annotations

import numpy as np

from engine.body_parts import LEGS, Body, Part
from engine.pixel_maps import Floats
from engine.skeleton import Facing, Joint, JointState, Pose, facing_of


def arms_behind(target: Pose, body: Body) -> tuple[bool, bool]:
    """For right and left arm, whether the body lies before it in the target pose."""
    sideways = facing_of(target) is Facing.SIDE and target.has(Joint.NOSE, Joint.NECK) and body.outline is not None
    # Looking to the picture's left turns the person's left side to the viewer.
    looks_left = sideways and bool(target.points[Joint.NOSE, 0] < target.points[Joint.NECK, 0])
    right, left = (
        all(target.states[joint] is JointState.HIDDEN for joint in joints)
        for joints in ((Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST), (Joint.LEFT_ELBOW, Joint.LEFT_WRIST))
    )
    return right or (sideways and looks_left), left or (sideways and not looks_left)


def legs_apart(body: Body) -> tuple[float, bool]:
    """The least distance between the legs' bones from the middle of the thighs down, over a shin's half width, and
    whether they cross."""
    ways = []
    for thigh, shin in LEGS:
        upper, lower = body.pieces[thigh], body.pieces[shin]
        shares = np.linspace(0.0, 1.0, 9)[:, None]
        ways.append(
            np.concatenate(
                [
                    upper.start + (0.5 + 0.5 * shares) * (upper.end - upper.start),
                    lower.start + shares[1:] * (lower.end - lower.start),
                ]
            )
        )
    gaps = np.linalg.norm(ways[0][:, None] - ways[1][None], axis=2)
    # Right and left change sides somewhere between thigh and ankle.
    across = (ways[1] - ways[0])[:, 0]
    crossed = bool((across[:1] * across < 0).any())
    return float(gaps.min()) / body.pieces[Part.RIGHT_SHIN].radius, crossed


def hem(mask: Floats, body: Body) -> float:
    """How far down the legs (knees 1, ankles 2) cloth hangs free round both, as far as that can be told.

    Where the legs are apart, cloth shows between them; where they are together, a skirt is wider than they are.
    """
    hem = 0.35
    for level in np.arange(0.4, 1.9, 0.1):
        ends = []
        for thigh, shin in ((Part.RIGHT_THIGH, Part.RIGHT_SHIN), (Part.LEFT_THIGH, Part.LEFT_SHIN)):
            part, share = (thigh, level) if level < 1 else (shin, level - 1)
            if part not in body.pieces:
                return hem
            piece = body.pieces[part]
            ends.append(piece.start + share * (piece.end - piece.start))
        radius = 0.85 * body.pieces[Part.RIGHT_THIGH].radius
        if float(np.hypot(*(ends[0] - ends[1]))) > 1.6 * radius:
            cloth = _inside(mask, *((ends[0] + ends[1]) / 2))
        else:
            out = 1.8 * radius
            left, right = sorted(float(end[0]) for end in ends)
            row = float((ends[0] + ends[1])[1]) / 2
            cloth = _inside(mask, left - out, row) and _inside(mask, right + out, row)
        if not cloth:
            return hem
        hem = float(level) + 0.1
    return hem


def _inside(mask: Floats, x: float, y: float) -> bool:
    """Whether the person is at a place of the picture."""
    row, column = round(float(y)), round(float(x))
    return 0 <= row < mask.shape[0] and 0 <= column < mask.shape[1] and bool(mask[row, column] > 0.5)
