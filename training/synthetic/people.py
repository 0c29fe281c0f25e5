"""People as descriptions, and everything that has to be drawn for one of them in a pose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from training.synthetic.body import BodyModel, Build
from training.synthetic.camera import Camera
from training.synthetic.clothes import Fabric, Garment, Shoes, Skirt, Top, Trousers, Wardrobe
from training.synthetic.geometry import Array, Triangles, vertex_normals
from training.synthetic.hair import HairStyle, Scalp, beard_density, grow
from training.synthetic.poses import BodyPose
from training.synthetic.render import Strands, Surface, from_srgb
from training.synthetic.rig import PosedFigure, pose_figure
from training.synthetic.skin import Complexion, Skin, eyes, lashes, paint_skin
from training.synthetic.tailor import Tailor


@dataclass(frozen=True)
class Person:
    """One person: body, colours, hair and clothes (inner garments first)."""

    name: str
    title: str
    build: Build
    complexion: Complexion
    hair: HairStyle
    garments: tuple[Garment, ...]
    seed: int = 1


@dataclass(frozen=True)
class Scene:
    """What the rasteriser needs for one person in one pose; the floor they stand on is at `floor` metres."""

    posed: PosedFigure
    surfaces: list[Surface]
    strands: list[Strands]
    floor: float


class Studio:
    """Dresses one person and puts them into poses; what does not change with the pose is made once."""

    def __init__(self, body: BodyModel, person: Person, *, fine: int = 2, texture: int = 1024) -> None:
        self.person = person
        self.figure = body.figure(person.build)
        self.wardrobe = Wardrobe(Tailor(self.figure), fine=fine)
        self.skin = Skin(body)
        self.scalp = Scalp(self.figure)
        hair = person.hair
        self.paint = paint_skin(self.scalp, person.complexion, brow=hair.brow or hair.colour, size=texture)

    def scene(self, pose: BodyPose) -> Scene:
        """Everything to draw for the person in a pose."""
        person, posed = self.person, pose_figure(self.figure, pose)
        rng = np.random.default_rng(person.seed)
        clothes = [
            surface
            for i, garment in enumerate(person.garments)
            for surface in self.wardrobe.drape(
                garment, posed, over=[g for g in person.garments[i + 1 :] if not isinstance(g, Shoes)]
            )
        ]
        hair = person.hair
        shade = 0.85 * self.scalp.density
        if hair.beard:
            shade = np.maximum(shade, 0.5 * min(hair.beard, 1.0) * beard_density(self.scalp))
        skin = self.skin.surface(
            posed, self.paint, cover=self.wardrobe.hidden_skin(person.garments), shade=np.clip(shade, 0, 1),
            shade_colour=from_srgb(hair.colour) * 0.7,
        )  # fmt: skip
        strands = grow(self.scalp, hair, posed, rng, dressed=_upper(clothes, posed))
        shoes = [g.sole_height for g in person.garments if isinstance(g, Shoes)]
        surfaces = [skin, eyes(posed, person.complexion), *clothes]
        if person.complexion.make_up > 0:
            surfaces.append(lashes(posed))
        return Scene(posed, surfaces, strands, -max(shoes, default=0.0))


def _upper(clothes: list[Surface], posed: PosedFigure) -> Array:
    """[N, 6] places and normals of the cloth that long hair can touch."""
    level = posed.joints[1, 2] - 0.35
    rows = []
    for cloth in clothes:
        normals = cloth.normals if cloth.normals is not None else vertex_normals(cloth.vertices, cloth.faces)
        cover = cloth.cover if cloth.cover is not None else np.ones((len(cloth.vertices), 2))
        here = (cloth.vertices[:, 2] > level) & (cover[:, 0] > 0)
        rows.append(np.concatenate([cloth.vertices[here], normals[here]], axis=1)[::4])
    return np.concatenate(rows) if rows else np.zeros((0, 6))


def backdrop(scene: Scene, camera: Camera, *, colour: tuple[float, float, float]) -> Surface:
    """A seamless studio floor under the person, with the shade where they touch it."""
    from scipy import ndimage

    size, reach = 512, 1.6
    low = np.concatenate([s.vertices for s in scene.surfaces])
    low = low[low[:, 2] < scene.floor + 0.10]
    middle = low[:, :2].mean(axis=0) if len(low) else np.zeros(2)
    grid = np.zeros((size, size))
    cells = np.rint((low[:, :2] - middle + reach / 2) / reach * (size - 1)).astype(int)
    inside = ((cells >= 0) & (cells < size)).all(axis=1)
    weight = np.clip(1.0 - (low[:, 2] - scene.floor) / 0.10, 0.0, 1.0) ** 2
    np.maximum.at(grid, (cells[inside, 1], cells[inside, 0]), weight[inside])
    grid = ndimage.grey_closing(grid, size=9)
    shade = 0.55 * ndimage.gaussian_filter(grid, 5) + 0.5 * ndimage.gaussian_filter(grid, 22) * 1.6
    paint = np.clip(shade, 0, 1)[::-1, :, None].repeat(3, axis=2).astype(np.float32)
    # a fine grid: the floor fades into the wall behind it
    n = 60
    xs = np.linspace(-6, 6, n)
    gx, gy = np.meshgrid(xs, xs)
    places = np.stack([gx.ravel() + middle[0], gy.ravel() + middle[1], np.full(n * n, scene.floor)], axis=1)
    first = (np.arange(n - 1)[:, None] * n + np.arange(n - 1)[None, :]).ravel()
    faces: Triangles = np.concatenate(
        [np.stack([first, first + 1, first + n], axis=1), np.stack([first + 1, first + n + 1, first + n], axis=1)]
    ).astype(np.int64)
    distance = np.hypot(*(places[:, :2] - middle).T)
    rest = np.zeros((len(places), 4))
    rest[:, 3] = np.clip(1.3 - distance / 1.6, 0.0, 1.0)
    uv = (places[:, :2] - middle + reach / 2) / reach
    return Surface(
        places, faces, kind="floor", part=100, colour=np.broadcast_to(np.array(colour), places.shape), rest=rest, uv=uv,
        paint=paint, casts=False, normals=np.broadcast_to(np.array([0.0, 0.0, 1.0]), places.shape),
    )  # fmt: skip


DEMO_PEOPLE: Final[tuple[Person, ...]] = (
    Person(
        "ada",
        "Woman in a striped top and jeans",
        Build(
            gender=1.0,
            age=0.68,
            muscle=0.5,
            weight=0.38,
            height=0.5,
            proportions=0.9,
            african=0.05,
            asian=0.1,
            caucasian=0.85,
            cupsize=0.4,
            expression={"mouthSmileLeft": 0.55, "mouthSmileRight": 0.55},
        ),
        Complexion(skin=(0.87, 0.69, 0.59), lips=(0.74, 0.38, 0.36), iris=(0.33, 0.42, 0.45), make_up=0.4),
        HairStyle(
            colour=(0.42, 0.24, 0.13),
            length=0.30,
            side_length=0.215,
            part=0.018,
            back=0.6,
            wave=0.35,
            curl=1.0,
            volume=0.016,
            brow=(0.32, 0.20, 0.12),
        ),
        (
            Trousers(Fabric(dye=(0.18, 0.27, 0.42), dye2=(0.42, 0.54, 0.68), pattern="denim", wrinkle=0.8)),
            Top(
                Fabric(dye=(0.95, 0.94, 0.91), dye2=(0.13, 0.17, 0.28), pattern="stripes", size=0.034, wrinkle=0.7),
                neck="boat",
                sleeve=1.45,
                hem=0.055,
                ease=0.007,
            ),
            Shoes(Fabric(dye=(0.94, 0.93, 0.91), dye2=(0.98, 0.98, 0.97))),
        ),
        seed=3,
    ),
    Person(
        "ben",
        "Man in a jacket and chinos",
        Build(
            gender=0.03,
            age=0.70,
            muscle=0.62,
            weight=0.45,
            height=0.36,
            proportions=0.8,
            african=0.9,
            asian=0.05,
            caucasian=0.05,
            expression={"mouthSmileLeft": 0.55, "mouthSmileRight": 0.55},
        ),
        Complexion(skin=(0.47, 0.31, 0.23), lips=(0.47, 0.28, 0.25), iris=(0.16, 0.09, 0.05), gloss=0.13),
        HairStyle(
            colour=(0.07, 0.055, 0.05),
            length=0.018,
            side_length=0.007,
            lift=2.0,
            fall=0.0,
            back=0.0,
            wave=1.6,
            curl=12.0,
            volume=0.004,
            count=14000,
            beard=0.5,
        ),
        (
            Trousers(Fabric(dye=(0.68, 0.58, 0.45), wrinkle=0.8), length=1.99, ease=0.012),
            Top(Fabric(dye=(0.95, 0.95, 0.94), wrinkle=0.7), neck="crew", hem=0.06, ease=0.010),
            Top(
                Fabric(dye=(0.17, 0.23, 0.31), wrinkle=0.75, fuzz=0.18),
                neck="crew",
                sleeve=1.96,
                hem=0.10,
                ease=0.018,
                opening=0.050,
                layer="jacket",
                collar=True,
            ),
            Shoes(Fabric(dye=(0.36, 0.22, 0.14), dye2=(0.20, 0.12, 0.08), gloss=0.08), sole=(0.16, 0.12, 0.10)),
        ),
        seed=5,
    ),
    Person(
        "mei",
        "Woman in a jumper and a skirt",
        Build(
            gender=0.97,
            age=0.69,
            muscle=0.5,
            weight=0.5,
            height=0.5,
            proportions=0.8,
            african=0.02,
            asian=0.95,
            caucasian=0.05,
            cupsize=0.4,
            expression={"mouthSmileLeft": 0.55, "mouthSmileRight": 0.55},
        ),
        Complexion(skin=(0.88, 0.72, 0.60), lips=(0.72, 0.30, 0.30), iris=(0.15, 0.09, 0.06), make_up=0.4),
        HairStyle(
            colour=(0.12, 0.095, 0.085),
            length=0.235,
            side_length=0.165,
            part=-0.02,
            volume=0.012,
            clump=1.0,
            count=13000,
            brow=(0.14, 0.105, 0.09),
        ),
        (
            Top(
                Fabric(dye=(0.86, 0.62, 0.24), pattern="knit", size=0.006, wrinkle=0.7, fuzz=0.3),
                neck="crew",
                sleeve=1.95,
                hem=-0.04,
                ease=0.013,
            ),
            Skirt(Fabric(dye=(0.13, 0.30, 0.27), wrinkle=0.5), length=1.12, flare=0.085),
            Shoes(
                Fabric(dye=(0.12, 0.11, 0.11), dye2=(0.10, 0.09, 0.09), gloss=0.10),
                sole=(0.10, 0.09, 0.09),
                height=-0.014,
            ),
        ),
        seed=8,
    ),
)
"""The three people of the demo."""
