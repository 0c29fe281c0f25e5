"""Something plain to sit on for rendered people: boxes, benches and stools, in front of and behind the person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from training.synthetic.camera import Camera
from training.synthetic.clothes import PARTS
from training.synthetic.dressed import Piece, PosedPerson
from training.synthetic.geometry import Array
from training.synthetic.raster import NOTHING, Rasteriser, Shot
from training.synthetic.render import Light, Surface

Rng = np.random.Generator

SEAT: Final = 200
"""In `Shot.regions`: the person is behind what they sit on."""
_SINK: Final = 0.02
_LOWEST: Final = 0.14


@dataclass(frozen=True)
class Seat:
    """One piece of furniture in place: `vertices` and `normals` float32 [V, 3], metres, floor at z = 0."""

    vertices: npt.NDArray[np.float32]
    normals: npt.NDArray[np.float32]
    pieces: list[Piece]


def draw_seat(posed: PosedPerson, rng: Rng) -> Seat | None:
    """A seat under a sitting person, as high as they sit; None where they are too near the floor for one."""
    figure = posed.person.figure
    index, bones = figure.body.bone_index, posed.bones
    hips = (bones.heads[index["upperleg01.L"]] + bones.heads[index["upperleg01.R"]]) / 2
    ahead = bones.rotations[index["root"]] @ np.array([0.0, -1.0, 0.0])
    ahead = np.array([ahead[0], ahead[1], 0.0]) / max(float(np.hypot(ahead[0], ahead[1])), 1e-6)
    aside = np.array([-ahead[1], ahead[0], 0.0])
    kind = str(rng.choice(["box", "round", "bench", "stool"]))
    front, back = float(rng.uniform(0.06, 0.14)), float(rng.uniform(0.17, 0.26))
    half = float(rng.uniform(0.45, 0.9)) if kind == "bench" else float(rng.uniform(0.19, 0.27))
    local = posed.vertices.astype(np.float64) - hips
    x, y, z = local @ aside, local @ ahead, local[:, 2]
    above = z[(np.abs(x) < 0.18) & (y < front) & (y > -back) & (z > -0.24)]
    top = float(hips[2] + np.percentile(above, 1)) + _SINK if len(above) else 0.0
    if top < _LOWEST:
        return None
    outline = np.array([[-half, -back], [half, -back], [half, front], [-half, front]])
    if kind == "round":
        turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        reach = (front + back) / 2 * 1.12
        outline = np.stack([np.cos(turn) * reach, np.sin(turn) * reach + (front - back) / 2], axis=1)
    if kind == "stool":
        slab = min(float(rng.uniform(0.03, 0.10)), 0.5 * top)
        solids = [_prism(outline, top - slab, top)]
        leg = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * float(rng.uniform(0.012, 0.022))
        solids += [_prism(corner * 0.86 + leg, 0.0, top - slab) for corner in outline]
    else:
        solids = [_prism(outline, 0.0, top)]
    places = np.concatenate([p for p, _ in solids])
    normals = np.concatenate([n for _, n in solids])
    axes = np.stack([aside, ahead, [0.0, 0.0, 1.0]])
    placed = places @ axes + np.array([hips[0], hips[1], 0.0])
    return _seat(placed, normals @ axes, places, rng)


def _seat(placed: Array, normals: Array, local: Array, rng: Rng) -> Seat:
    base = rng.uniform(0.03, 0.75) * (1 + rng.normal(0, 0.18, 3))
    red, green, blue = (float(c) for c in np.clip(base, 0.02, 0.9))
    faces = np.arange(len(placed)).reshape(-1, 3).astype(np.int64)
    rest = np.concatenate(
        [local[:, :1], local[:, 2:], np.zeros((len(local), 1)), np.full((len(local), 1), 0.1)], axis=1
    )
    surface = Surface(
        placed, faces, kind="cloth", part=PARTS["shoes"], normals=normals, colour=local, rest=rest,
        cover=np.ones((len(placed), 2)), dye=(red, green, blue), dye2=(green, blue, red), wrinkle=0.1,
        pattern=str(rng.choice(["plain", "plain", "plain", "upright", "checks"])),
        pattern_size=float(rng.uniform(0.04, 0.15)),
    )  # fmt: skip
    piece = Piece(surface, 0, len(placed), np.zeros(len(placed), dtype=np.int64))
    return Seat(placed.astype(np.float32), normals.astype(np.float32), [piece])


def _prism(outline: Array, low: float, high: float) -> tuple[Array, Array]:
    """Triangles [3 T, 3] of an upright prism over a convex outline [N, 2], and a normal for each corner."""
    corners: list[Array] = []
    normals: list[Array] = []

    def add(triangle: list[Array], normal: Array) -> None:
        corners.extend(triangle)
        normals.extend([normal] * 3)

    middle = outline.mean(axis=0)
    for a, b in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        out = np.array([b[1] - a[1], a[0] - b[0], 0.0])
        out /= np.linalg.norm(out)
        a0, a1, b0, b1 = (np.array([*p, h]) for p in (a, b) for h in (low, high))
        add([a0, b0, b1], out)
        add([a0, b1, a1], out)
        for height, way in ((low, -1.0), (high, 1.0)):
            add([np.array([*p, height]) for p in (middle, a, b)], np.array([0.0, 0.0, way]))
    return np.array(corners), np.array(normals)


def with_seat(
    seat: Seat, shot: Shot, behind: npt.NDArray[np.uint8], *, rasteriser: Rasteriser, camera: Camera, light: Light,
    exposure: float,
) -> tuple[Shot, npt.NDArray[np.uint8]]:  # fmt: skip
    """The shot with what the seat hides of the person taken away, and the background with the seat in it."""
    loaded = rasteriser.load_pieces(seat.pieces)
    try:
        own = rasteriser.shoot(loaded, seat, camera, light=light, exposure=exposure)
    finally:
        loaded.release()
    share = own.cover[:, :, None].astype(np.float32) / 255
    filled = np.rint(behind * (1 - share) + own.picture * share).astype(np.uint8)
    # pixels at the person's edge, of which they cover a part only, are as deep as their neighbours
    person = np.where(shot.parts == NOTHING, np.float32(1e3), shot.depth).astype(np.float32)
    near = np.where(shot.parts == NOTHING, cv2.erode(person, np.ones((3, 3), np.uint8)), person)
    hidden = (own.parts != NOTHING) & (own.depth < near)
    return (
        replace(
            shot,
            cover=np.where(hidden, 0, shot.cover).astype(np.uint8),
            depth=np.where(hidden, own.depth, shot.depth),
            parts=np.where(hidden, NOTHING, shot.parts).astype(np.uint8),
            regions=np.where(hidden, SEAT, shot.regions).astype(np.uint8),
        ),
        filled,
    )
