"""Hair, brows and lashes as strands that grow on the head, are combed, fall and keep off body and face."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from engine.skeleton import Joint
from training.synthetic.body import GROUPS, Figure
from training.synthetic.geometry import Array, Triangles, unit, vertex_normals
from training.synthetic.render import Strands, from_srgb
from training.synthetic.rig import PosedFigure

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class HairStyle:
    """How hair is cut and combed; lengths in metres.

    `length` on top, `side_length` at the sides and nape; `part` where it parts (x in metres, positive on the
    person's left), `back` how strongly it is combed backwards, `lift` how far roots stand up, `fall` how much weight
    pulls, `wave` and `curl` the size and tightness of waves, `volume` distance kept from the head, `clump` how much
    strands keep together. `gather` draws everything to a knot at the back.
    """

    colour: Colour = (0.20, 0.13, 0.09)
    length: float = 0.30
    side_length: float = 0.30
    part: float = 0.02
    back: float = 0.5
    lift: float = 0.5
    fall: float = 0.6
    wave: float = 0.0
    curl: float = 1.0
    volume: float = 0.008
    clump: float = 0.6
    gather: bool = False
    count: int = 12000
    brow: Colour | None = None
    beard: float = 0.0


class Scalp:
    """Where hair grows on one figure, found from its eyes and ears at rest."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        start, end = GROUPS["body"]
        self.places: Array = figure.vertices[start:end]
        joints = figure.joints(figure.vertices)
        self.eyes: Array = (joints[Joint.RIGHT_EYE] + joints[Joint.LEFT_EYE]) / 2
        self.ears: Array = joints[[Joint.RIGHT_EAR, Joint.LEFT_EAR]]
        self.nose: Array = joints[Joint.NOSE]
        self.eye_half = float(abs(joints[Joint.LEFT_EYE, 0] - joints[Joint.RIGHT_EYE, 0])) / 2
        chosen = figure.body.part_faces("body")
        self.faces: Triangles = figure.body.faces[chosen]

    @cached_property
    def density(self) -> Array:
        """[V] how much hair grows at each body vertex, 0..1."""
        x, y, z = (self.places - self.eyes).T
        ear_y = float(self.ears[:, 1].mean() - self.eyes[1])
        behind = ear_y + np.array([-0.020, -0.008, 0.012, 0.04, 0.10])
        knots = np.concatenate([[-0.05, 0.0, 0.030, 0.050], behind])
        heights = np.array([0.068, 0.064, 0.054, 0.038, 0.016, -0.012, 0.012, -0.040, -0.062])
        line = np.interp(y, knots, heights)
        line = line + 0.010 * np.exp(-((np.abs(x) / 0.025) ** 2)) * (y < 0.03) * -0.4
        above = z - line
        grown = np.clip(above / 0.010 + 0.5, 0.0, 1.0)
        for ear in self.ears:
            near = self.places - ear
            reach = np.sqrt((near[:, 1] / 0.026) ** 2 + (near[:, 2] / 0.036) ** 2)
            outside = np.abs(self.places[:, 0]) > abs(ear[0]) - 0.012
            grown = np.where((reach < 1.0) & (np.abs(near[:, 0]) < 0.03) & outside, 0.0, grown)
        return np.asarray(np.where(z > -0.09, grown, 0.0))

    @cached_property
    def brows(self) -> Array:
        """[V] how much of the brows is at each body vertex."""
        return self.brow_share(self.places)

    def brow_share(self, places: Array) -> Array:
        """[N] how much of the brows is at places [N, 3] of the rest shape, 0..1."""
        x, y, z = (places - self.eyes).T
        along = (np.abs(x) - self.eye_half) / 0.026
        arch = 0.0205 + 0.0030 * (1 - (along - 0.30) ** 2) - 0.0012 * along
        thick = 0.0042 * (1 - 0.45 * np.clip(along, -0.4, 1.0))
        ends = np.clip((along + 0.75) / 0.25, 0, 1) * np.clip((1.05 - along) / 0.3, 0, 1)
        return np.asarray(np.exp(-(((z - arch) / thick) ** 2)) * ends * (y < 0.03))

    def roots(self, density: Array, count: int, rng: np.random.Generator) -> tuple[npt.NDArray[np.int64], Array]:
        """[count] faces and [count, 3] barycentric places, spread evenly by area times density."""
        a, b, c = (self.places[self.faces[:, i]] for i in range(3))
        area = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
        weight = area * density[self.faces].mean(axis=1)
        faces = rng.choice(len(weight), count, p=weight / weight.sum())
        u, v = rng.random(count), rng.random(count)
        flip = u + v > 1
        u, v = np.where(flip, 1 - u, u), np.where(flip, 1 - v, v)
        return faces, np.stack([1 - u - v, u, v], axis=1)


def grow(
    scalp: Scalp, style: HairStyle, posed: PosedFigure, rng: np.random.Generator, *, dressed: Array | None = None
) -> list[Strands]:
    """All strands of a person in a pose; `dressed` [N, 3] points of clothes that long hair lies on."""
    start, end = GROUPS["body"]
    skin = posed.vertices[start:end]
    normals = vertex_normals(skin, scalp.faces)
    head = posed.figure.body.bone_index["head"]
    spin = posed.rotations[head]
    strands = [_head(scalp, style, posed, skin, normals, spin, rng, dressed)]
    strands.append(_brows(scalp, style, skin, normals, spin, rng))
    if style.beard > 0:
        strands.append(_beard(scalp, style, skin, normals, spin, rng))
    return strands


def _head(
    scalp: Scalp,
    style: HairStyle,
    posed: PosedFigure,
    skin: Array,
    normals: Array,
    spin: Array,
    rng: np.random.Generator,
    dressed: Array | None,
) -> Strands:
    count, steps = style.count, int(np.clip(style.length / 0.012, 6, 30))
    faces, corners = scalp.roots(scalp.density, count, rng)
    root = np.einsum("nk,nkd->nd", corners, skin[scalp.faces[faces]])
    out = unit(np.einsum("nk,nkd->nd", corners, normals[scalp.faces[faces]]))
    rest = np.einsum("nk,nkd->nd", corners, scalp.places[scalp.faces[faces]]) - scalp.eyes
    carry = posed.carried(scalp.eyes[None], bone="head")[0]
    # everything that hair may not enter: head, neck, shoulders, clothes
    near = posed.figure.vertices[GROUPS["body"][0] : GROUPS["body"][1], 2] > scalp.eyes[2] - 0.55
    solid, solid_normals = skin[near], normals[near]
    if dressed is not None and len(dressed):
        solid = np.concatenate([solid, dressed[:, :3]])
        solid_normals = np.concatenate([solid_normals, dressed[:, 3:]])
    tree = cKDTree(solid)
    sides = 1.0 - np.clip((rest[:, 2] - 0.02) / 0.06, 0.0, 1.0)
    length = style.length * (1 - sides) + style.side_length * sides
    length = length * rng.uniform(0.80 + 0.15 * style.clump, 1.0, count)
    clumps = max(12, count // 45)
    centre = rng.integers(0, count, clumps)
    clump = cKDTree(rest[centre]).query(rest)[1]
    phase = rng.uniform(0, 2 * np.pi, clumps)[clump] + rng.normal(0, 0.35, count)
    stray = unit(rng.normal(size=(count, 3)))
    clump_stray = unit(rng.normal(size=(clumps, 3)))[clump]
    side = np.where(rest[:, 0] >= style.part, 1.0, -1.0)
    away = np.clip(np.abs(rest[:, 0] - style.part) / 0.05, 0.25, 1.0)
    comb_rest = np.stack(
        [side * away * (1.0 - 0.4 * style.back), np.full(count, style.back), np.full(count, -0.35)], axis=1
    )
    brow_line = np.clip(1.0 - (rest[:, 1] - 0.005) / 0.035, 0.0, 1.0)[:, None]  # hair over the forehead goes back first
    comb_rest = unit(comb_rest) + brow_line * np.array([0.0, 0.9, 0.35])
    comb = unit(comb_rest) @ spin.T
    knot = scalp.eyes + np.array([0.0, float(scalp.ears[0, 1] - scalp.eyes[1]) + 0.10, -0.005])
    knot_now = posed.carried(knot[None], bone="head")[0]
    down = np.array([0.0, 0.0, -1.0])
    flat = comb - out * (comb * out).sum(axis=1, keepdims=True)
    way = unit(out * style.lift + flat * 1.0 + 0.12 * clump_stray)
    points = np.empty((count, steps, 3))
    points[:, 0] = root - out * 0.002
    place = root.copy()
    step = (length / (steps - 1))[:, None]
    ear_x = float(abs(scalp.ears[0, 0]))
    for s in range(1, steps):
        t = s / (steps - 1)
        if style.gather:
            pull = unit(knot_now - place)
            way = unit(0.35 * way + pull)
        else:
            gone = (s * step)[:, 0:1]  # metres from the root: combing counts near it, weight beyond
            weight = style.fall * (0.35 + np.clip(gone / 0.06, 0, 2.0))
            target = comb * np.clip(1.0 - gone / 0.09, 0.0, 1.0) + down * weight
            way = unit(way + 0.45 * target + 0.03 * stray + 0.04 * clump_stray)
        wave = style.wave * np.cos(phase + t * length * style.curl * 60.0)
        across = unit(np.cross(way, out))
        moved = place + way * step + across * (wave * step[:, 0])[:, None]
        layer = 0.5 + 0.5 * ((phase * 7.0) % 1.0)  # hairs lie in layers over each other
        clear = style.volume * min(1.0, 0.35 + 2.5 * t) * layer + 0.0015
        moved = _kept_off(moved, tree, solid, solid_normals, clear=clear)
        if not style.gather:
            moved = _off_face(moved, scalp, carry, spin, ear_x)
        way = unit(0.5 * way + 0.5 * unit(moved - place))
        place = moved
        points[:, s] = place
    if style.lift <= 1.0:  # stray hairs that stand off the head are combed out
        close = points[:, : max(2, int(0.10 / max(style.length, 0.1) * steps) + 1)]
        off = tree.query(close.reshape(-1, 3))[0].reshape(close.shape[:2]).max(axis=1)
        tidy = off < style.volume + 0.020
        points, clump, length = points[tidy], clump[tidy], length[tidy]
        count = len(points)
    base = from_srgb(style.colour)
    shade = rng.normal(1.0, 0.13, count)[:, None] * rng.normal(1.0, 0.16, clumps)[clump][:, None]
    warmth = rng.normal(0.0, 0.04, (count, 1)) * np.array([1.0, 0.2, -0.6])
    colour = np.clip(base * np.clip(shade, 0.5, 1.7) * (1 + warmth), 0.001, 1.0)
    along = np.linspace(0, 1, steps)[None, :, None]
    tones = colour[:, None, :] * (0.62 + 0.45 * np.sqrt(along))
    width = np.full((count, steps), 0.0014) * (1.0 - 0.6 * along[:, :, 0] ** 3)
    return Strands(points, tones, width, part=2, gloss=0.6)


def _kept_off(points: Array, tree: cKDTree, solid: Array, normals: Array, *, clear: Array) -> Array:
    """Points pushed out of the body to at least `clear` [N] metres."""
    _, nearest = tree.query(points, k=3)
    gap = np.einsum("nkd,nkd->nk", points[:, None] - solid[nearest], normals[nearest])
    depth = gap.mean(axis=1)
    push = np.where(depth < clear, clear - depth, 0.0)
    return np.asarray(points + unit(normals[nearest].mean(axis=1)) * push[:, None])


def _off_face(points: Array, scalp: Scalp, carry: Array, spin: Array, ear_x: float) -> Array:
    """Points in front of the face moved aside, past the cheek."""
    local = (points - carry) @ spin
    x, y, z = local.T
    width = np.interp(z, [-0.16, -0.10, -0.03, 0.03, 0.055], [0.050, 0.060, ear_x * 0.90, ear_x * 0.88, 0.0])
    blocked = (y < 0.045) & (np.abs(x) < width) & (z < 0.055) & (z > -0.16)
    side = np.where(x >= 0, 1.0, -1.0)
    x = np.where(blocked, side * width, x)
    y = np.where(blocked, np.maximum(y, 0.0), y)
    return np.asarray(np.stack([x, y, z], axis=1) @ spin.T + carry)


def _brows(
    scalp: Scalp, style: HairStyle, skin: Array, normals: Array, spin: Array, rng: np.random.Generator
) -> Strands:
    count, steps = 90, 4
    faces, corners = scalp.roots(scalp.brows, count, rng)
    root = np.einsum("nk,nkd->nd", corners, skin[scalp.faces[faces]])
    out = unit(np.einsum("nk,nkd->nd", corners, normals[scalp.faces[faces]]))
    rest = np.einsum("nk,nkd->nd", corners, scalp.places[scalp.faces[faces]]) - scalp.eyes
    side = np.sign(rest[:, 0])
    inner = np.clip((np.abs(rest[:, 0]) - scalp.eye_half) / 0.02, -1, 1)
    way = np.stack([side, np.zeros(count), 0.22 - 0.42 * inner], axis=1) @ spin.T
    way = unit(way - out * (way * out).sum(axis=1, keepdims=True) + 0.03 * out)
    t = np.linspace(0, 1, steps)
    points = root[:, None] + out[:, None] * 0.0006 + way[:, None] * (t[None, :, None] * 0.0060)
    colour = from_srgb(style.brow or tuple(c * 0.75 for c in style.colour))
    tones = np.broadcast_to(colour, (count, steps, 3)) * rng.uniform(0.8, 1.2, (count, 1, 1))
    return Strands(points, tones, np.full((count, steps), 0.0004), part=1, gloss=0.0)


def _beard(
    scalp: Scalp, style: HairStyle, skin: Array, normals: Array, spin: Array, rng: np.random.Generator
) -> Strands:
    count, steps = int(9000 * style.beard), 4
    faces, corners = scalp.roots(beard_density(scalp), count, rng)
    root = np.einsum("nk,nkd->nd", corners, skin[scalp.faces[faces]])
    out = unit(np.einsum("nk,nkd->nd", corners, normals[scalp.faces[faces]]))
    down = np.array([0.0, 0.0, -1.0]) @ spin.T
    way = unit(down - out * (out @ down)[:, None] + 0.5 * out + 0.3 * rng.normal(size=(count, 3)))
    t = np.linspace(0, 1, steps)
    points = root[:, None] + way[:, None] * (t[None, :, None] * (0.0022 + 0.002 * style.beard))
    colour = from_srgb(tuple(c * 0.8 for c in style.colour))
    tones = np.broadcast_to(colour, (count, steps, 3)) * rng.uniform(0.7, 1.3, (count, 1, 1))
    return Strands(points, tones, np.full((count, steps), 0.0005), part=1, gloss=0.0)


def beard_density(scalp: Scalp) -> Array:
    """[V] how much beard grows at each body vertex."""
    x, y, z = (scalp.places - scalp.eyes).T
    nose = float(scalp.nose[2] - scalp.eyes[2])
    ear_y = float(scalp.ears[0, 1] - scalp.eyes[1])
    cheek = nose - 0.022 + 0.05 * np.clip((y - 0.02) / (ear_y - 0.02), 0.0, 1.0)
    mouth = ((x / 0.028) ** 2 + ((z - (nose - 0.034)) / 0.011) ** 2) < 1.0
    inside = (z < cheek) & (z > nose - 0.105) & (y < ear_y - 0.012) & ~mouth
    upper_lip = (np.abs(x) < 0.03) & (z < nose - 0.010) & (z > nose - 0.026)
    return np.asarray((inside | (upper_lip & ~mouth)).astype(np.float64))
