"""How skirts move: with both thighs, more with the nearer one, and kept off the legs in every pose."""

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
_CLEAR = 0.012


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
