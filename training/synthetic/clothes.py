"""Clothes cut from MakeHuman's helper meshes: tops, jackets, trousers, skirts and shoes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from training.synthetic.body import GROUPS
from training.synthetic.geometry import Array, Triangles, vertex_normals
from training.synthetic.lettering import printed
from training.synthetic.render import Surface, from_srgb
from training.synthetic.rig import PosedFigure
from training.synthetic.tailor import RADIUS, Measures, Tailor

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
    words: str = ""
    """Printed on the chest of a top in `dye2`."""


@dataclass(frozen=True)
class Top:
    """A shirt, jumper or jacket.

    `sleeve` is a share of the arm (1 elbow, 2 wrist), `hem` metres below the hip joint, `ease` metres of room,
    `opening` half the width of an open front in metres (None for closed); `neck` is one of `NECKS`; with `collar` a
    folded collar stands round the neck.
    """

    fabric: Fabric
    neck: str = "crew"
    sleeve: float = 0.55
    hem: float = 0.05
    ease: float = 0.014
    opening: float | None = None
    layer: str = "top"
    collar: bool = False


@dataclass(frozen=True)
class Trousers:
    """Trousers or shorts: `length` a share of the leg (1 knee, 2 ankle), `flare` extra room at the hem in metres."""

    fabric: Fabric
    length: float = 2.04
    ease: float = 0.008
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


_SLEEVELESS: Final = 0.1
_ARMHOLE: Final = 0.42
"""Share of the arm in how cloth moves, at which sleeveless tops end."""

Garment = Top | Trousers | Skirt | Shoes

NECKS: Final = {
    "crew": (-0.016, 0.50, 0.0),
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
        mesh = figure.body.refined(group, fine=fine)
        self.fine = fine
        self.index: npt.NDArray[np.int64] = mesh.index
        self.faces: Triangles = mesh.faces
        self.rows: Any = mesh.rows
        self.mean: Any = mesh.mean
        self.weights: Array = mesh.weights
        self.measures = tailor.measure(self.weights, np.asarray(self.rows @ figure.vertices[self.index]))
        # where the way round torso or limb closes, vertices are doubled: patterns end there in a seam
        corner = self.faces.ravel()
        limb = np.where(self.measures.arm > -0.19, 1, 2)[corner]
        flags = []
        for turn in (self.measures.turns[corner, 0], self.measures.turns[corner, limb]):
            spread = np.ptp(turn.reshape(-1, 3), axis=1).repeat(3) > np.pi
            flags.append(spread & (turn < 0))
        packed = ((corner * 2 + flags[0]) * 2 + flags[1]) * 3 + limb
        packed, where = np.unique(packed, return_inverse=True)
        keys = np.stack([packed // 12, packed // 6 % 2, packed // 3 % 2, packed % 3], axis=1)
        self.split: npt.NDArray[np.int64] = keys[:, 0]
        self.split_faces: Triangles = np.asarray(where).reshape(-1, 3).astype(np.int64)
        m, rows, limb = self.measures, keys[:, 0], keys[:, 3]
        turn = m.turns[rows, 0] + 2 * np.pi * keys[:, 1]
        self.flat: Array = np.stack([turn * RADIUS[0], m.place[rows, 2]], axis=1)
        turn = m.turns[rows, limb] + 2 * np.pi * keys[:, 2]
        self.limb_flat: Array = np.stack([turn * RADIUS[limb], -np.where(limb == 1, m.arm[rows], m.leg[rows])], axis=1)

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
        rim = 0.062 + garment.height
        ankle = self.tailor.figure.head("foot.L")
        height = m.place[:, 2] - self.floor
        slope = 0.30 * np.clip(ankle[1] - m.place[:, 1] - 0.01, -0.05, 0.10)
        return np.asarray(np.where(m.leg > 0.1, rim + slope - height, -1.0))

    def _top(self, top: Top, m: Measures, *, collar: bool = False) -> Array:
        tailor = self.tailor
        x, y, z = m.place.T
        up, slope, deep = NECKS[top.neck]
        neck = tailor.neck
        line = neck[2] + (up - 0.004) * tailor.scale + slope * (y - neck[1]) + 5.0 * np.minimum(np.abs(x), 0.14) ** 2
        keep = line - z
        if collar:
            keep = np.minimum(line + 0.016 - z, z - line + 0.026)
        if deep:
            point = neck[2] - (0.055 + deep) * tailor.scale
            vee = np.abs(x) - (z - point) * 0.42
            keep = np.minimum(keep, np.where(y < neck[1], vee, 1.0))
        if top.sleeve < _SLEEVELESS:  # the armhole lies where the arm begins to move the cloth
            keep = np.minimum(keep, (_ARMHOLE - m.limb[:, 0]) * 0.12)
        else:
            keep = np.minimum(keep, tailor.sleeve(top.sleeve) - m.arm)
        on_arm = m.arm > 0.10
        keep = np.minimum(keep, np.where(on_arm, 1.0, z - (tailor.hip - top.hem * tailor.scale)))
        keep = np.where((m.hand > 0.6) & (top.sleeve < 1.95), -1.0, keep)
        if top.opening is not None:
            wider = top.opening + 0.03 * np.clip((z - tailor.hip) / 0.5, -0.2, 1.0)
            front = np.where((y < neck[1] + 0.02) & ~on_arm, np.abs(x) - wider, 1.0)
            keep = np.minimum(keep, front)
        return np.asarray(keep)

    # ------------------------------------------------------------------ draping

    def drape(self, garment: Garment, posed: PosedFigure, *, over: Sequence[Garment] = ()) -> list[Surface]:
        """The garment on a pose; what garments `over` it hide is left out."""
        if isinstance(garment, Shoes):
            return [self._shoes(garment, posed)]
        cloth = self.skirt if isinstance(garment, Skirt) else self.tights
        m = cloth.measures
        places = self._room(garment, cloth, cloth.posed(posed))
        worn = self._as_worn(cloth, places, posed)
        hem = self.cover(garment, worn)
        keep = hem
        for outer in over:
            keep = np.minimum(keep, 0.008 - self.cover(outer, worn))
        layer = garment.layer if isinstance(garment, Top) else type(garment).__name__.lower()
        creases = self._creases(garment, m)
        surfaces = [self._surface(cloth, places, keep, hem, garment.fabric, layer, creases)]
        if isinstance(garment, Top) and garment.collar:
            band = self._top(garment, worn, collar=True)
            neck = self.tailor.neck
            fold = neck[2] + 0.012 + 0.45 * (m.place[:, 1] - neck[1])
            lean = _step(0.0, 0.035, fold - m.place[:, 2])
            folded = places + vertex_normals(places, cloth.faces) * (0.004 + 0.010 * lean)[:, None]
            surfaces.append(self._surface(cloth, folded, band, band, garment.fabric, layer, creases * 0.2))
        return surfaces

    def _as_worn(self, cloth: _Cloth, places: Array, posed: PosedFigure) -> Measures:
        """The cloth's measures, with the torso's heights taken from how it hangs: hems and waists stay straight."""
        m = cloth.measures
        pelvis = posed.figure.body.bone_index["root"]
        local = (places - posed.heads[pelvis]) @ posed.rotations[pelvis] + posed.figure.heads[pelvis]
        low = 1.0 - _step(self.tailor.hip + 0.02, self.tailor.waist + 0.06, m.place[:, 2])
        share = (low * (m.arm < 0.1))[:, None]
        place = m.place * (1 - share) + local * share
        chest = posed.figure.body.bone_index["spine01"]
        upper = (places - posed.heads[chest]) @ posed.rotations[chest] + posed.figure.heads[chest]
        blend = _step(0.06, 0.0, m.arm) * (1.0 - low)
        place[:, 0] = place[:, 0] * (1 - blend) + upper[:, 0] * blend
        return replace(m, place=place)

    def _room(self, garment: Top | Trousers | Skirt, cloth: _Cloth, places: Array) -> Array:
        """[N, 3] the cloth pushed off the body and pulled smooth."""
        m, tailor = cloth.measures, self.tailor
        normals = vertex_normals(places, cloth.faces)
        if isinstance(garment, Top):
            low = 1.0 - _step(tailor.hip - 0.02, tailor.waist + 0.10, m.place[:, 2])
            on_arm = _step(-0.02, 0.06, m.arm)
            end = _step(0.6, 1.0, m.arm / max(tailor.sleeve(garment.sleeve), 0.05))
            room = garment.ease * (0.75 + 0.35 * low * (1 - on_arm) + 0.45 * end * on_arm) + 0.009 * low * (1 - on_arm)
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
            turn = m.turns[:, 0]
            waves = 0.5 * np.sin(turn * 9.0 + 0.8 * np.sin(turn * 4.0)) + 0.25 * np.sin(turn * 17.0)
            room = room + 0.22 * garment.flare * waves * np.clip(depth, 0.0, 1.0) ** 1.5
            stretch, rounds = np.full(len(places), 0.3), 6
        moved = places + normals * room[:, None]
        rounds = max(3, rounds >> 2 * max(0, 2 - cloth.fine))  # a step on a coarser mesh reaches farther
        level = np.array([1.0, 1.0, 0.25]) if isinstance(garment, Top) else np.ones(3)
        for _ in range(rounds):
            moved = moved + 0.6 * stretch[:, None] * level * (cloth.mean @ moved - moved)
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
            base = 0.30 + 0.30 * near(m.leg, upper, 0.10) + 0.7 * near(m.leg, upper + lower, 0.10)
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
        # above zero the limb's coordinates count instead of the torso's
        m = cloth.measures
        limb = m.limb[rows, 0] - 0.5 if layer in ("top", "jacket") else m.limb[rows].sum(axis=1) - 0.5
        ink, box = (None, (0.0, 0.0, 0.0, 0.0)) if layer != "top" or not fabric.words else self._print(fabric)
        return Surface(
            places[rows],
            np.asarray(faces).reshape(-1, 3).astype(np.int64),
            part=PARTS[layer],
            normals=normals[rows],
            colour=cloth.measures.place[rows],
            rest=np.concatenate([cloth.flat[used], limb[:, None], creases[rows, None]], axis=1),
            uv=cloth.limb_flat[used],
            cover=np.stack([keep[rows], np.abs(hem[rows])], axis=1),
            pattern=fabric.pattern,
            dye=_linear(fabric.dye),
            dye2=_linear(fabric.dye2),
            pattern_size=fabric.size,
            wrinkle=fabric.wrinkle,
            gloss=fabric.gloss,
            fuzz=fabric.fuzz,
            source=rows,
            paint=ink,
            print_box=box,
        )

    def _print(self, fabric: Fabric) -> tuple[npt.NDArray[np.float32], tuple[float, float, float, float]]:
        """Words for the chest as an image [H, W, 4], and where it is printed."""
        ink = printed(fabric.words, _linear(fabric.dye2))
        width = 0.21 * self.tailor.scale
        height = width * ink.shape[0] / ink.shape[1]
        middle = self.tailor.neck[2] - 0.21 * self.tailor.scale
        return ink, (-width / 2, float(middle) - height / 2, width, height)

    def _shoes(self, shoes: Shoes, posed: PosedFigure) -> Surface:
        """Both shoes, shaped at rest round the tights' feet and carried stiffly with them."""
        cloth, m = self.tights, self.tights.measures
        places = m.place.copy()
        places = places + vertex_normals(places, cloth.faces) * 0.004
        foot = _step(0.2, 0.8, m.foot)
        for _ in range(9):
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
        shown = (keep[cloth.split][cloth.split_faces] > 0).any(axis=1)
        rows = cloth.split[np.unique(cloth.split_faces[shown])]
        surface.kind = "painted"
        surface.rest = self._shoe_marks(places[rows])
        surface.colour = np.broadcast_to(np.array(_linear(shoes.fabric.dye)), (len(rows), 3))
        surface.dye = _linear(shoes.sole)
        return surface

    def _shoe_marks(self, places: Array) -> Array:
        """[N, 4] for the shader: share of the way along the instep, metres across it and over the sole, and 1."""
        ankle = self.tailor.figure.head("foot.L")
        ball = self.tailor.figure.head("toe3-1.L")
        x, y, z = np.abs(places[:, 0]), places[:, 1], places[:, 2]
        along = (ankle[1] - y - 0.035) / (ankle[1] - 0.035 - ball[1])
        across = x - (ankle[0] + (ball[0] - ankle[0]) * np.clip(along, 0, 1))
        return np.stack([along, across, z - self.floor - 0.004, np.ones(len(x))], axis=1)

    def hidden_skin(self, garments: Sequence[Garment]) -> Array:
        """[N, 2] cover for the body's own vertices: what garments hide is cut away."""
        shown = np.full(len(self.skin.arm), 1.0)
        for garment in garments:
            deep = 0.14 if isinstance(garment, Skirt) else 0.012
            inside = self.cover(garment, self.skin)
            if isinstance(garment, Top) and garment.sleeve < _SLEEVELESS:  # raised arms open the armhole
                shoulder, place = self.tailor.figure.head("upperarm01.L"), self.skin.place
                beside = np.where(place[:, 2] > shoulder[2] - 0.16, shoulder[0] - 0.05 - np.abs(place[:, 0]), inside)
                inside = np.minimum(np.minimum(inside, beside), (_ARMHOLE - self.skin.limb[:, 0]) * 0.03)
            shown = np.minimum(shown, deep - inside)
        return np.stack([shown, np.ones(len(shown))], axis=1)


def _linear(colour: Colour) -> Colour:
    r, g, b = from_srgb(colour)
    return float(r), float(g), float(b)
