"""How skirts move: with both thighs, more with the nearer one, laid on raised ones, and kept off them in every pose."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse

from training.synthetic.body import GROUPS, Figure
from training.synthetic.geometry import Array
from training.synthetic.rig import BonePose

_LINES = tuple(
    (f"{start}.{side}", f"{end}.{side}")
    for side in "LR"
    for start, end in (("upperleg01", "lowerleg01"), ("lowerleg01", "foot"))
)
_LEG = ("upperleg01", "lowerleg01", "foot")
_CLEAR = 0.012
_LEVEL, _BESIDE = 0.05, 0.04
"""Skin this near in height and aside counts for how far out a skirt has to lie, metres."""
_FULLNESS = 0.1
"""How much of the room between skirt and legs stays when the skirt lies on them."""


def _step(low: float, high: float, x: Array) -> Array:
    t = np.clip((x - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3 - 2 * t))


def skirt_weights(figure: Figure, places: Array) -> Any:
    """Sparse [N, B] weights of the bones for a skirt's places [N, 3] at rest."""
    hip, knee = float(figure.head("upperleg01.L")[2]), float(figure.head("lowerleg01.L")[2])
    depth = (hip - places[:, 2]) / (hip - knee)
    left = _step(-0.11, 0.11, places[:, 0])
    thigh = _step(-0.25, 0.45, depth)
    shin = 0.45 * _step(0.85, 1.5, depth)
    shares = {
        "root": 1 - thigh,
        "upperleg01.L": thigh * left * (1 - shin),
        "upperleg01.R": thigh * (1 - left) * (1 - shin),
        "lowerleg01.L": thigh * left * shin,
        "lowerleg01.R": thigh * (1 - left) * shin,
    }
    table = np.zeros((len(places), len(figure.body.bones)))
    for bone, share in shares.items():
        table[:, figure.body.bone_index[bone]] = share
    return sparse.csr_matrix(table)


class Legs:
    """A figure's legs as cones, which skirts lie on."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        start, end = GROUPS["body"]
        places = figure.vertices[start:end]
        self.radii: list[tuple[float, float]] = []
        for first, last in _LINES:
            a, b = figure.head(first), figure.head(last)
            along, far = _along(places, a, b)
            near = far < 0.16
            ends = []
            for spot in (0.25, 0.85):
                here = near & (np.abs(along - spot) < 0.08)
                ends.append(float(np.percentile(far[here], 70)) if here.any() else 0.06)
            slope = (ends[1] - ends[0]) / 0.6
            self.radii.append((ends[0] - 0.25 * slope, ends[1] + 0.15 * slope))

    def at_rest(self, places: Array) -> Array:
        """[4, N] metres that a skirt's places [N, 3] at rest keep from each part of the legs."""
        rows = []
        for first, last in _LINES:
            rows.append(_along(places, self.figure.head(first), self.figure.head(last))[1])
        return np.stack(rows)

    def keep_off(self, places: Array, bones: BonePose, *, rest: Array) -> Array:
        """Places [N, 3] of a skirt in a pose, pushed out of the legs, but never farther off than they are at `rest`."""
        index, heads = self.figure.body.bone_index, bones.heads
        for (first, last), (r0, r1), most in zip(_LINES, self.radii, rest, strict=True):
            a, b = heads[index[first]], heads[index[last]]
            along, far = _along(places, a, b)
            radius = np.minimum(r0 + (r1 - r0) * np.clip(along, 0.0, 1.0) + _CLEAR, most)
            push = np.where((along > 0.0) & (along < 1.05) & (far < radius), radius - far, 0.0)
            if push.any():
                off = places - a - along[:, None] * (b - a)
                places = places + off / np.maximum(far, 1e-4)[:, None] * push[:, None]
        return places


def _along(places: Array, a: Array, b: Array) -> tuple[Array, Array]:
    """[N] share of the way from a to b, and [N] metres from that line."""
    way = b - a
    share = (places - a) @ way / float(way @ way)
    return share, np.asarray(np.linalg.norm(places - a - share[:, None] * way, axis=1))


class Lap:
    """A skirt laid over raised thighs: cloth that would stand off like a bell lies on the legs instead."""

    def __init__(self, legs: Legs, places: Array) -> None:
        """`places` [N, 3] are the skirt's at rest."""
        figure = legs.figure
        self.figure = figure
        lines = [[figure.head(f"{bone}.{side}") for bone in _LEG] for side in "LR"]
        hip, knee, ankle = (float(np.mean([line[i][2] for line in lines])) for i in range(3))
        z = places[:, 2]
        self.down = np.where(z > knee, (hip - z) / (hip - knee), 1.0 + (knee - z) / (knee - ankle))
        left, right = (_on_line(line, self.down) for line in lines)
        across = left - right
        share = ((places - right) * across).sum(axis=1) / np.maximum((across * across).sum(axis=1), 1e-9)
        self.left = np.clip(share, 0.0, 1.0)
        off = places - (right + self.left[:, None] * across)
        off[:, 2] = 0.0
        far = np.linalg.norm(off, axis=1)
        self.way = off / np.maximum(far, 1e-6)[:, None]
        # taut between the legs: as far out there as over each of them
        over = [_reach(figure, np.column_stack([line[:, :2], z]), self.way) for line in (left, right)]
        snug = self.left * over[0] + (1 - self.left) * over[1] + 1.5 * _CLEAR
        full = 1.0 - (1.0 - _FULLNESS) * _step(-0.1, 0.5, self.down)
        self.far = snug + full * np.maximum(far - snug, 0.0)
        self.shin = _step(0.8, 1.2, self.down)
        self.thigh = _step(-0.20, 0.30, self.down)
        self.share = _step(-0.40, -0.15, self.down)
        self.above = np.maximum(z - hip, 0.0)

    def laid(self, places: Array, bones: BonePose) -> Array:
        """Places [N, 3] of the skirt in a pose, the more laid on the legs, the higher these are raised."""
        index, heads = self.figure.body.bone_index, bones.heads
        lines = [[heads[index[f"{bone}.{side}"]] for bone in _LEG] for side in "LR"]
        raised = []
        for hip, knee, _ in lines:
            fall = float((hip - knee)[2]) / max(float(np.linalg.norm(hip - knee)), 1e-9)
            raised.append(float(_step(0.25, 0.70, np.array(1.0 - fall))))
        if max(raised) <= 0.0:
            return places
        u = self.left[:, None]
        turns = []
        for bone in _LEG[:2]:
            ways = [self.way @ bones.rotations[index[f"{bone}.{side}"]].T for side in "LR"]
            turns.append(u * ways[0] + (1 - u) * ways[1])
        pelvis = bones.rotations[index["root"]]
        thigh, shin = self.thigh[:, None], self.shin[:, None]
        way = (self.way @ pelvis.T) * (1 - thigh) + turns[0] * (thigh - shin) + turns[1] * shin
        way /= np.maximum(np.linalg.norm(way, axis=1), 1e-6)[:, None]
        middle = u * _on_line(lines[0], self.down) + (1 - u) * _on_line(lines[1], self.down)
        middle = middle + self.above[:, None] * pelvis[:, 2]
        share = (self.share * (self.left * raised[0] + (1 - self.left) * raised[1]))[:, None]
        return np.asarray(places * (1 - share) + (middle + way * self.far[:, None]) * share)


def _reach(figure: Figure, middles: Array, ways: Array) -> Array:
    """[N] metres from `middles` [N, 3] between the legs at rest to the skin, in the level directions `ways` [N, 3]."""
    start, end = GROUPS["body"]
    arms = np.array([bone.startswith(("upperarm", "lowerarm", "wrist", "finger", "metacarpal")) for bone in
                     figure.body.bones])  # fmt: skip
    skin = figure.vertices[start:end]
    skin = skin[(figure.body.weights[start:end] @ arms < 0.1) & (skin[:, 2] < middles[:, 2].max() + _LEVEL)][::2]
    off = skin[None, :, :] - middles[:, None, :]
    out = off[:, :, 0] * ways[:, None, 0] + off[:, :, 1] * ways[:, None, 1]
    aside = off[:, :, 0] * ways[:, None, 1] - off[:, :, 1] * ways[:, None, 0]
    near = (np.abs(off[:, :, 2]) < _LEVEL) & (np.abs(aside) < _BESIDE)
    return np.asarray(np.where(near, out, 0.0).max(axis=1))


def _on_line(line: list[Array], down: Array) -> Array:
    """[N, 3] places on a leg (hip, knee, ankle), `down` 0 or less at the hip, 1 at the knee, 2 at the ankle."""
    hip, knee, ankle = line
    thigh, shin = np.clip(down, 0.0, 1.0)[:, None], np.maximum(down - 1.0, 0.0)[:, None]
    return np.asarray(hip + thigh * (knee - hip) + shin * (ankle - knee))
