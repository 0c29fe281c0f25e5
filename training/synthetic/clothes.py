"""Clothes cut from MakeHuman's helper meshes: tops, jackets, trousers, skirts and shoes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from training.synthetic.body import GROUPS
from training.synthetic.geometry import Array, Triangles, neighbour_mean, subdivide, vertex_normals
from training.synthetic.render import Surface, from_srgb
from training.synthetic.rig import PosedFigure
from training.synthetic.tailor import ARMS, LEGS, RADIUS, Measures, Tailor

PARTS: Final = {"skin": 1, "hair": 2, "top": 3, "jacket": 4, "trousers": 5, "skirt": 6, "shoes": 7, "eyes": 8}
Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Fabric:
    """What cloth looks like: sRGB colours 0..1, pattern (one of `render.PATTERNS`) and its size in metres."""

    dye: Colour = (0.5, 0.5, 0.5)
    dye2: Colour = (0.9, 0.9, 0.9)
    pattern: str = "plain"
    size: float = 0.03
    wrinkle: float = 0.5
    fuzz: float = 0.10
    gloss: float = 0.015


@dataclass(frozen=True)
class Top:
    """A shirt, jumper or jacket.

    `sleeve` is a share of the arm (1 elbow, 2 wrist), `hem` metres below the hip joint, `ease` metres of room,
    `opening` half the width of an open front in metres (None for closed); `neck` is one of `NECKS`.
    """

    fabric: Fabric
    neck: str = "crew"
    sleeve: float = 0.55
    hem: float = 0.05
    ease: float = 0.014
    opening: float | None = None
    layer: str = "top"


@dataclass(frozen=True)
class Trousers:
    """Trousers or shorts: `length` a share of the leg (1 knee, 2 ankle), `flare` extra room at the hem in metres."""

    fabric: Fabric
    length: float = 1.97
    ease: float = 0.010
    flare: float = 0.0
    rise: float = 0.09


@dataclass(frozen=True)
class Skirt:
    """A skirt: `length` a share of the leg, `flare` how far its hem stands out in metres."""

    fabric: Fabric
    length: float = 1.05
    flare: float = 0.05
    ease: float = 0.008


@dataclass(frozen=True)
class Shoes:
    """Shoes: `height` metres above a low shoe's rim, with a sole of its own colour."""

    fabric: Fabric
    sole: Colour = (0.92, 0.92, 0.90)
    height: float = 0.0
    sole_height: float = 0.020


Garment = Top | Trousers | Skirt | Shoes

NECKS: Final = {
    "crew": (-0.010, 0.50, 0.0),
    "scoop": (-0.030, 0.85, 0.0),
    "v": (-0.008, 0.40, 0.115),
    "boat": (-0.022, 0.25, 0.0),
    "high": (0.055, 0.30, 0.0),
    "collar": (-0.004, 0.42, 0.075),
}
"""Height of the neckline over the base of the neck, how much lower it is in front, and the depth of a V; metres."""


class _Cloth:
    """A helper mesh, finer than it came, with its measures."""

    def __init__(self, tailor: Tailor, group: str, *, fine: int) -> None:
        figure = tailor.figure
        used, faces = np.unique(figure.body.faces[figure.body.part_faces(group)], return_inverse=True)
        self.index: npt.NDArray[np.int64] = used
        self.faces: Triangles = np.asarray(faces).reshape(-1, 3).astype(np.int64)
        self.rows: Any = None
        count = len(used)
        for _ in range(fine):
            matrix, self.faces = subdivide(self.faces, count)
            self.rows = matrix if self.rows is None else matrix @ self.rows
            count = matrix.shape[0]
        self.measures = tailor.measure(
            np.asarray(self.rows @ figure.body.weights[used]), np.asarray(self.rows @ figure.vertices[used])
        )
        self.mean: Any = neighbour_mean(self.faces, count)
        # where parts meet, and where the way round a part closes, vertices are doubled: patterns end there in a seam
        part = np.sort(self.measures.part[self.faces], axis=1)[:, 1].repeat(3)
        corner = self.faces.ravel()
        turn, _ = self.measures.flat(part, corner)
        spread = np.ptp(turn.reshape(-1, 3), axis=1).repeat(3) > np.pi
        wrapped = spread & (turn < 0)
        keys, where = np.unique(np.stack([corner, part, wrapped], axis=1), axis=0, return_inverse=True)
        self.split: npt.NDArray[np.int64] = keys[:, 0]
        self.split_faces: Triangles = np.asarray(where).reshape(-1, 3).astype(np.int64)
        turn, along = self.measures.flat(keys[:, 1], keys[:, 0])
        kind = np.select([np.isin(keys[:, 1], ARMS), np.isin(keys[:, 1], LEGS)], [1, 2], 0)
        self.flat: Array = np.stack([(turn + 2 * np.pi * keys[:, 2]) * RADIUS[kind], along], axis=1)

    def posed(self, posed: PosedFigure) -> Array:
        """[N, 3] the mesh on a pose."""
        return np.asarray(self.rows @ posed.vertices[self.index])


def _step(low: float, high: float, x: Array) -> Array:
    t = np.clip((x - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3 - 2 * t))


class Wardrobe:
    """Cuts garments for one figure and drapes them on its poses."""

    def __init__(self, tailor: Tailor, *, fine: int = 2) -> None:
        self.tailor = tailor
        self.tights = _Cloth(tailor, "tights", fine=fine)
        self.skirt = _Cloth(tailor, "skirt", fine=fine)
        figure = tailor.figure
        start, end = GROUPS["body"]
        self.skin = tailor.measure(figure.body.weights[start:end], figure.vertices[start:end])
        self.floor = float(figure.vertices[start:end, 2].min())

    # ------------------------------------------------------------------ cutting

    def cover(self, garment: Garment, m: Measures) -> Array:
        """[N] metres that each vertex lies inside the garment's hems; below zero it is cut away."""
        tailor = self.tailor
        if isinstance(garment, Top):
            return self._top(garment, m)
        if isinstance(garment, Trousers):
            top = tailor.hip + garment.rise * tailor.scale - m.place[:, 2]
            return np.asarray(np.minimum(np.minimum(top, tailor.leg(garment.length) - m.leg), 0.1 - m.hand))
        if isinstance(garment, Skirt):
            waist = tailor.hip + 0.105 * tailor.scale - m.place[:, 2]
            below = tailor.leg(garment.length) - (tailor.hip - m.place[:, 2])
            return np.asarray(np.where(m.hand > 0.1, -1.0, np.where(m.arm > 0.05, -1.0, np.minimum(waist, below))))
        rim = 0.072 + garment.height
        ankle = self.tailor.figure.head("foot.L")
        height = m.place[:, 2] - self.floor
        slope = 0.22 * np.clip(ankle[1] - m.place[:, 1], -0.05, 0.10)
        return np.asarray(np.where(m.leg > 0.1, rim + slope - height, -1.0))

    def _top(self, top: Top, m: Measures) -> Array:
        tailor = self.tailor
        x, y, z = m.place.T
        up, slope, deep = NECKS[top.neck]
        neck = tailor.neck
        line = neck[2] + (up + 0.0) * tailor.scale + slope * (y - neck[1]) + np.maximum(np.abs(x) - 0.075, 0.0)
        keep = line - z
        if deep:
            point = neck[2] - (0.055 + deep) * tailor.scale
            vee = np.abs(x) - (z - point) * 0.42
            keep = np.minimum(keep, np.where(y < neck[1], vee, 1.0))
        keep = np.minimum(keep, tailor.sleeve(top.sleeve) - m.arm)
        on_arm = m.arm > 0.10
        keep = np.minimum(keep, np.where(on_arm, 1.0, z - (tailor.hip - top.hem * tailor.scale)))
        keep = np.where((m.hand > 0.6) & (top.sleeve < 1.95), -1.0, keep)
        if top.opening is not None:
            wider = top.opening + 0.16 * np.clip(neck[2] - z, 0.0, 0.6) * (0.25 + 0.0 * z)
            front = np.where((y < neck[1] + 0.02) & ~on_arm, np.abs(x) - wider, 1.0)
            keep = np.minimum(keep, front)
        return np.asarray(keep)

    # ------------------------------------------------------------------ draping

    def drape(self, garment: Garment, posed: PosedFigure, *, over: Sequence[Garment] = ()) -> Surface:
        """The garment on a pose; what garments `over` it hide is left out."""
        if isinstance(garment, Shoes):
            return self._shoes(garment, posed)
        cloth = self.skirt if isinstance(garment, Skirt) else self.tights
        m = cloth.measures
        keep = self.cover(garment, m)
        places = cloth.posed(posed)
        places = self._room(garment, cloth, places)
        for outer in over:
            keep = np.minimum(keep, 0.02 - self.cover(outer, m))
        hem = self.cover(garment, m)
        layer = garment.layer if isinstance(garment, Top) else type(garment).__name__.lower()
        return self._surface(cloth, places, keep, hem, garment.fabric, layer, self._creases(garment, m))

    def _room(self, garment: Top | Trousers | Skirt, cloth: _Cloth, places: Array) -> Array:
        """[N, 3] the cloth pushed off the body and pulled smooth."""
        m, tailor = cloth.measures, self.tailor
        normals = vertex_normals(places, cloth.faces)
        if isinstance(garment, Top):
            low = _step(tailor.waist + 0.12, tailor.hip - 0.02, -m.place[:, 2] * 0 + m.place[:, 2])
            low = 1.0 - _step(tailor.hip - 0.02, tailor.waist + 0.10, m.place[:, 2])
            on_arm = _step(-0.02, 0.06, m.arm)
            end = _step(0.6, 1.0, m.arm / max(tailor.sleeve(garment.sleeve), 0.05))
            room = garment.ease * (0.75 + 0.35 * low * (1 - on_arm) + 0.45 * end * on_arm)
            stretch = np.where(on_arm > 0.5, 0.25, 1.0)
            rounds = int(20 + 2200 * garment.ease)
        elif isinstance(garment, Trousers):
            low = _step(tailor.leg(0.75), tailor.leg(garment.length), m.leg)
            room = garment.ease * (0.6 + 0.6 * _step(-0.05, 0.25, m.leg)) + garment.flare * low + 0.004 * low
            stretch = np.full(len(places), 0.8)
            rounds = 26
        else:
            depth = (tailor.hip + 0.105 - m.place[:, 2]) / (tailor.leg(garment.length) + 0.105)
            room = garment.ease + garment.flare * np.clip(depth, 0.0, 1.2) ** 1.3
            waves = np.sin(m.turns[:, 0] * 9.0 + 0.8 * np.sin(m.turns[:, 0] * 4.0)) * 0.5 + 0.25 * np.sin(m.turns[:, 0] * 17.0)
            room = room + 0.22 * garment.flare * waves * np.clip(depth, 0.0, 1.0) ** 1.5
            stretch, rounds = np.full(len(places), 0.3), 6
        moved = places + normals * room[:, None]
        for _ in range(rounds):
            moved = moved + 0.6 * stretch[:, None] * (cloth.mean @ moved - moved)
        if not isinstance(garment, Skirt):
            moved = moved + vertex_normals(moved, cloth.faces) * (0.003 * stretch)[:, None]
        return np.asarray(moved)

    def _creases(self, garment: Top | Trousers | Skirt, m: Measures) -> Array:
        """[N] how wrinkled the cloth is where: at elbows and knees, armpits, waist and above hems."""
        tailor = self.tailor

        def near(x: Array, centre: float, width: float) -> Array:
            return np.asarray(np.exp(-(((x - centre) / width) ** 2)))

        if isinstance(garment, Top):
            upper, lower = tailor.arm_length
            arm = 0.5 + 0.9 * near(m.arm, upper, 0.07) + 0.5 * near(m.arm, upper + lower, 0.10)
            torso = 0.35 + 0.6 * near(m.place[:, 2], tailor.waist - 0.02, 0.09)
            return np.asarray(np.where(m.arm > 0.0, arm, torso + 0.5 * near(m.arm, 0.02, 0.08)))
        if isinstance(garment, Trousers):
            upper, lower = tailor.leg_length
            base = 0.3 + 0.7 * near(m.leg, upper, 0.09) + 0.8 * near(m.leg, upper + lower, 0.10)
            return np.asarray(base + 0.5 * near(m.leg, 0.02, 0.08))
        return np.full(len(m.leg), 0.35)

    def _surface(
        self, cloth: _Cloth, places: Array, keep: Array, hem: Array, fabric: Fabric, layer: str, creases: Array
    ) -> Surface:
        normals = vertex_normals(places, cloth.faces)
        rows = cloth.split
        faces = cloth.split_faces[(keep[rows][cloth.split_faces] > 0).any(axis=1)]
        used, faces = np.unique(faces, return_inverse=True)
        rows = rows[used]
        depth = np.zeros((len(rows), 1))
        return Surface(
            places[rows],
            np.asarray(faces).reshape(-1, 3).astype(np.int64),
            part=PARTS[layer],
            normals=normals[rows],
            colour=cloth.measures.place[rows],
            rest=np.concatenate([cloth.flat[used], depth, creases[rows, None]], axis=1),
            cover=np.stack([keep[rows], np.abs(hem[rows])], axis=1),
            pattern=fabric.pattern,
            dye=_linear(fabric.dye),
            dye2=_linear(fabric.dye2),
            pattern_size=fabric.size,
            wrinkle=fabric.wrinkle,
            gloss=fabric.gloss,
            fuzz=fabric.fuzz,
        )

    def _shoes(self, shoes: Shoes, posed: PosedFigure) -> Surface:
        """Both shoes, shaped at rest round the tights' feet and carried stiffly with them."""
        cloth, m = self.tights, self.tights.measures
        places = m.place.copy()
        places = places + vertex_normals(places, cloth.faces) * 0.007
        foot = _step(0.2, 0.8, m.foot)
        for _ in range(14):
            places = places + 0.5 * foot[:, None] * (cloth.mean @ places - places)
        normals = vertex_normals(places, cloth.faces)
        places = places + normals * 0.004
        height = m.place[:, 2] - self.floor
        sole = 1.0 - _step(0.004, 0.022, height)
        flat = self.floor - shoes.sole_height
        places[:, 2] = places[:, 2] * (1 - sole) + flat * sole
        ball = m.place[:, 1]
        toe = _step(0.05, 0.17, self.tailor.figure.head("foot.L")[1] - ball)
        places[:, 2] += 0.012 * toe * sole * _step(0.10, 0.22, self.tailor.figure.head("foot.L")[1] - ball)
        rim = (height > 0.004) & (height < 0.03)
        places += normals * np.where(rim, 0.003, 0.0)[:, None] * np.array([1.0, 1.0, 0.0])
        worn = np.empty_like(places)
        left = places[:, 0] > 0
        worn[left] = posed.carried(places[left], bone="foot.L")
        worn[~left] = posed.carried(places[~left], bone="foot.R")
        keep = self.cover(shoes, m)
        creases = np.full(len(places), 0.15)
        surface = self._surface(cloth, worn, keep, keep, shoes.fabric, "shoes", creases)
        level = places[cloth.split][:, 2][np.unique(cloth.split_faces[(keep[cloth.split][cloth.split_faces] > 0).any(axis=1)])]
        is_sole = level < self.floor + 0.008
        surface.kind = "painted"
        surface.colour = np.where(is_sole[:, None], _linear(shoes.sole), _linear(shoes.fabric.dye))
        return surface

    def hidden_skin(self, garments: Sequence[Garment]) -> Array:
        """[N, 2] cover for the body's own vertices: what garments hide is cut away."""
        shown = np.full(len(self.skin.arm), 1.0)
        for garment in garments:
            deep = 0.05 if isinstance(garment, Skirt) else 0.012
            shown = np.minimum(shown, deep - self.cover(garment, self.skin))
        return np.stack([shown, np.ones(len(shown))], axis=1)


def _linear(colour: Colour) -> Colour:
    r, g, b = from_srgb(colour)
    return float(r), float(g), float(b)
