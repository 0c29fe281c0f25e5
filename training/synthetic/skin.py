"""Skin, lips, nails and eyes: painted in the body's texture space with MakeHuman's masks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.interpolate import LinearNDInterpolator

from training.synthetic.body import GROUPS, BodyModel
from training.synthetic.geometry import Array, Triangles, subdivide, unit, vertex_normals
from training.synthetic.hair import Scalp
from training.synthetic.render import Surface, from_srgb
from training.synthetic.rig import PosedFigure

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Complexion:
    """Colours of skin, lips and eyes, sRGB 0..1; `blush` and `make_up` 0..1."""

    skin: Colour = (0.85, 0.66, 0.55)
    lips: Colour = (0.72, 0.42, 0.40)
    iris: Colour = (0.30, 0.20, 0.12)
    blush: float = 0.4
    make_up: float = 0.0
    gloss: float = 0.05


def paint_skin(
    scalp: Scalp, complexion: Complexion, *, brow: Colour, size: int = 1024
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """[size, size, 3] linear colour and [size, size, 1] gloss in the body's texture space."""
    body, grain = scalp.figure.body, size / 1024
    base = from_srgb(complexion.skin)
    image = np.broadcast_to(base, (size, size, 3)).copy()
    rng = np.random.default_rng(7)
    mottle = sum(
        ndimage.gaussian_filter(rng.standard_normal((size, size)), s * grain, mode="wrap") * s * grain
        for s in (3.0, 10.0, 30.0)
    )
    image *= 1.0 + 0.02 * np.asarray(mottle)[:, :, None] * np.array([0.7, 1.1, 1.2])

    def blend(name: str, colour: Array, amount: float, *, soft: float = 0.0) -> None:
        mask = body.mask(name, size=size)
        if soft:
            mask = ndimage.gaussian_filter(mask, soft * grain)
        share = np.clip(mask * amount, 0.0, 1.0)[:, :, None]
        image[:] = image * (1 - share) + colour * share

    warm = base * np.array([1.02, 0.78, 0.74])
    blend("mpfb_ears.jpg", warm, 0.5, soft=4)
    blend("mpfb_eyelids.jpg", base * (np.array([0.80, 0.66, 0.62]) - 0.18 * complexion.make_up), 0.55, soft=5)
    blend("mpfb_lips.jpg", from_srgb(complexion.lips), 0.85, soft=2)
    blend("mpfb_fingernails.jpg", base * 0.55 + np.array([0.38, 0.26, 0.24]), 0.5, soft=1)
    blend("mpfb_toenails.jpg", base * 0.6 + np.array([0.30, 0.22, 0.20]), 0.5, soft=1)
    blend("mpfb_inside-mouth.jpg", base * np.array([0.35, 0.12, 0.12]), 0.9)
    face, rows, columns = _face_places(scalp, size)
    x, y, z = (face - scalp.eyes).T
    nose = float(scalp.nose[2] - scalp.eyes[2])
    flush = 0.9 * np.exp(-(((np.abs(x) - 0.040) / 0.016) ** 2) - ((z - nose - 0.002) / 0.016) ** 2)
    flush += 0.6 * np.exp(-((x / 0.010) ** 2) - ((z - nose) / 0.010) ** 2)
    flush = np.clip(flush * complexion.blush * (y < 0.06), 0, 1)[:, None]
    image[rows, columns] *= 1 - flush * np.array([0.03, 0.34, 0.30])
    hairs = rng.random((size, size))[rows, columns]
    brows = scalp.brow_share(face) * (0.8 + 0.2 * hairs)
    share = np.clip(brows * 0.92, 0, 1)[:, None]
    image[rows, columns] = image[rows, columns] * (1 - share) + from_srgb(brow) * share
    shine = np.full((size, size, 1), complexion.gloss)
    shine[:, :, 0] += 0.10 * body.mask("mpfb_lips.jpg", size=size)
    return image.astype(np.float32), shine.astype(np.float32)


def _face_places(scalp: Scalp, size: int) -> tuple[Array, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """[N, 3] places at rest of the texels that show the front of the face, and their rows and columns."""
    body = scalp.figure.body
    vertex, coordinate, _ = body.skin_corners
    places, uv = scalp.figure.vertices[vertex], body.texture[coordinate]
    local = places - scalp.eyes
    near = (np.abs(local) < np.array([0.085, 0.06, 0.09])).all(axis=1)
    uv, places = uv[near], places[near]
    middle = np.median(uv, axis=0)
    close = np.abs(uv - middle).max(axis=1) < 0.2
    uv, places = uv[close], places[close]
    low, high = np.floor(uv.min(axis=0) * size).astype(int), np.ceil(uv.max(axis=0) * size).astype(int)
    columns, ups = np.meshgrid(np.arange(low[0], high[0]), np.arange(low[1], high[1]))
    spots = np.stack([(columns.ravel() + 0.5) / size, (ups.ravel() + 0.5) / size], axis=1)
    found = LinearNDInterpolator(uv, places)(spots)
    known = np.isfinite(found[:, 0])
    return found[known], (size - 1 - ups.ravel())[known], columns.ravel()[known]


class Skin:
    """The body's own surface, with vertices doubled where its texture is cut."""

    def __init__(self, body: BodyModel) -> None:
        vertex, coordinate, faces = body.skin_corners
        self.vertex: npt.NDArray[np.int64] = vertex
        self.uv: Array = body.texture[coordinate]
        self.faces: Triangles = faces
        self.own_faces: Triangles = body.faces[body.part_faces("body")]

    def surface(
        self,
        posed: PosedFigure,
        paint: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]],
        *,
        cover: Array,
        shade: Array,
        shade_colour: Array,
    ) -> Surface:
        """The skin on a pose; `shade` [N] is how much of `shade_colour` (hair on skin) shows at each vertex."""
        start, end = GROUPS["body"]
        normals = vertex_normals(posed.vertices[start:end], self.own_faces)
        rest = posed.figure.vertices[self.vertex]
        return Surface(
            posed.vertices[self.vertex],
            self.faces,
            kind="skin",
            part=1,
            normals=normals[self.vertex],
            colour=np.broadcast_to(shade_colour, rest.shape),
            rest=np.concatenate([rest, shade[self.vertex, None]], axis=1),
            cover=cover[self.vertex],
            uv=self.uv,
            paint=paint[0],
            finish=paint[1],
            source=self.vertex,
        )


def eyes(posed: PosedFigure, complexion: Complexion, *, fine: int = 2) -> Surface:
    """Both eyeballs: white, iris, pupil and a wet highlight; `fine` is how often their mesh is divided."""
    body = posed.figure.body
    places, faces, colours = [], [], []
    offset = 0
    for group in ("left eye", "right eye"):
        used, own = np.unique(body.faces[body.part_faces(group)], return_inverse=True)
        own = np.asarray(own).reshape(-1, 3).astype(np.int64)
        rest, now = posed.figure.vertices[used], posed.vertices[used]
        for _ in range(fine):
            matrix, own = subdivide(own, len(rest))
            rest, now = matrix @ rest, matrix @ now
        middle = (rest.min(axis=0) + rest.max(axis=0)) / 2
        way = unit(rest - middle)
        angle = np.degrees(np.arccos(np.clip(-way[:, 1], -1, 1)))
        radius = float(np.ptp(rest[:, 0]) / 2)
        iris_edge = np.degrees(np.arcsin(min(0.0060 / max(radius, 1e-3), 0.9)))
        white = np.array([0.62, 0.59, 0.57])
        iris = from_srgb(complexion.iris)
        tone = np.where((angle < iris_edge)[:, None], iris * (0.7 + 0.6 * (angle / iris_edge)[:, None]), white)
        tone = np.where((np.abs(angle - iris_edge) < 2.5)[:, None], iris * 0.35, tone)
        tone = np.where((angle < iris_edge * 0.42)[:, None], np.array([0.006, 0.006, 0.008]), tone)
        tone = tone * (1 - 0.45 * np.clip(way[:, 2:] * 1.6 + 0.1, 0, 1))
        places.append(now)
        faces.append(own + offset)
        colours.append(tone)
        offset += len(now)
    return Surface(
        np.concatenate(places), np.concatenate(faces), kind="eye", part=8, colour=np.concatenate(colours), gloss=0.25,
        casts=False,
    )  # fmt: skip


def lashes(posed: PosedFigure) -> Surface:
    """The upper lashes, as thin dark strips along the lids."""
    body = posed.figure.body
    faces = np.concatenate([body.faces[body.part_faces(group)] for group in ("left lashes", "right lashes")])
    rest = posed.figure.vertices
    level = float(np.mean([rest[slice(*GROUPS[eye]), 2].mean() for eye in ("left eye", "right eye")]))
    height = rest[faces, 2].mean(axis=1) - level
    faces = faces[height > 0.001]  # the lower ones are too fine to be seen
    used, own = np.unique(faces, return_inverse=True)
    dark = np.broadcast_to(np.array([0.020, 0.015, 0.013]), (len(used), 3))
    return Surface(
        posed.vertices[used], np.asarray(own).reshape(-1, 3).astype(np.int64), kind="painted", part=1, colour=dark,
        casts=False, gloss=0.0, fuzz=0.0,
    )  # fmt: skip
