"""A dressed person as one skinned mesh: clothes are fitted once at rest, a new pose costs one matrix product."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy import sparse

from engine.skeleton import Joint
from training.synthetic.body import GROUPS, BodyModel, Figure
from training.synthetic.clothes import PARTS, Shoes
from training.synthetic.cutting import trimmed
from training.synthetic.geometry import Array, vertex_normals
from training.synthetic.hair import beard_density, grow
from training.synthetic.observe import FACE
from training.synthetic.people import Person, Studio
from training.synthetic.poses import BodyPose
from training.synthetic.render import Strands, Surface, from_srgb
from training.synthetic.rig import BonePose, at_rest, pose_bones
from training.synthetic.skin import eyes
from training.synthetic.skirts import Lap, Legs, skirt_weights

SKIN_TEXTURE: Final = 256
RIBBONS: Final = 1000
RIBBON: Final = 6.5
STEPS: Final = 8
"""How many ribbons stand for a full head of hair, how much wider than a hair each is drawn, and its points."""

REGIONS: Final = (
    "torso", "head", "right upper arm", "right lower arm", "left upper arm", "left lower arm",
    "right thigh", "right shin", "left thigh", "left shin",
)  # fmt: skip
"""The body's parts of the part map, in order; a pixel of cloth belongs to the part that it moves with."""

_UPPER: Final = {"upperarm": 2, "lowerarm": 3, "wrist": 3, "finger": 3, "metacarpal": 3, "upperleg": 6,
                 "lowerleg": 7, "foot": 7, "toe": 7}  # fmt: skip


def region_of(bone: str) -> int:
    """The number in `REGIONS` of what a bone moves."""
    if bone.startswith(("neck", "head", "eye")):
        return 1
    for stem, number in _UPPER.items():
        if bone.startswith(stem):
            return number + (2 if bone.endswith(".L") else 0)
    return 0


@dataclass(frozen=True)
class Piece:
    """A part of the person that is drawn in one go: rows `start` to `stop` of the person's vertices."""

    surface: Surface
    start: int
    stop: int
    regions: npt.NDArray[np.int64]
    side: Array | None = None
    """[V] for hair, drawn as ribbons that turn to the camera: metres that a vertex stands off its middle line."""


@dataclass(frozen=True)
class PosedPerson:
    """`person` in a pose: `vertices` and `normals` float32 [V, 3], `joints` [18, 3], `bones`; metres, floor
    at z = 0."""

    person: DressedPerson
    vertices: npt.NDArray[np.float32]
    normals: npt.NDArray[np.float32]
    joints: Array
    bones: BonePose


class DressedPerson:
    """One person with everything that does not change with the pose."""

    def __init__(self, body: BodyModel, person: Person, *, fine: int = 0) -> None:
        """`fine` is how often the clothes' meshes are divided; seen small, not at all will do."""
        studio = Studio(body, person, fine=fine, texture=SKIN_TEXTURE)
        self.fine = fine
        self.person = person
        self.figure: Figure = studio.figure
        rest = at_rest(self.figure)
        garments = person.garments
        pieces: list[tuple[Surface, Any, Array | None]] = []
        shade = 0.9 * studio.scalp.density
        if person.hair.beard:
            shade = np.maximum(shade, 0.75 * min(person.hair.beard, 1.0) * beard_density(studio.scalp))
        skin = studio.skin.surface(
            rest, studio.paint, cover=studio.wardrobe.hidden_skin(garments), shade=np.clip(shade, 0, 1),
            shade_colour=from_srgb(person.hair.colour) * 0.7,
        )  # fmt: skip
        pieces.append((*trimmed(skin, body.sparse_weights[_source(skin)]), None))
        ball = eyes(rest, person.complexion, fine=1)
        pieces.append((ball, self._rigid({"head": np.ones(len(ball.vertices))}), None))
        for i, garment in enumerate(garments):
            outer = [g for g in garments[i + 1 :] if not isinstance(g, Shoes)]
            for cloth in studio.wardrobe.drape(garment, rest, over=outer):
                pieces.append((*trimmed(cloth, self._cloth_weights(cloth)), None))
        dressed = _upper(pieces[2:], rest.joints)
        hair = replace(person.hair, count=int(RIBBONS * min(1.0, person.hair.count / 12000)))
        if hair.count > 50:  # brows are painted; a beard shades the skin
            strands = grow(studio.scalp, hair, rest, np.random.default_rng(person.seed), dressed=dressed)[0]
            pieces.append(self._ribbons(strands, rest.joints))
        self.pieces: list[Piece] = []
        names = [region_of(bone) for bone in body.bones]
        table = np.zeros((len(names), len(REGIONS)))
        table[np.arange(len(names)), names] = 1.0
        start = 0
        for surface, weights, side in pieces:
            stop = start + len(surface.vertices)
            self.pieces.append(Piece(surface, start, stop, np.argmax(np.asarray(weights @ table), axis=1), side))
            start = stop
        self.vertices: npt.NDArray[np.float32] = np.concatenate([s.vertices for s, _, _ in pieces]).astype(np.float32)
        self.normals: npt.NDArray[np.float32] = np.concatenate([_normals(s) for s, _, _ in pieces]).astype(np.float32)
        self.weights: Any = sparse.vstack([w for _, w, _ in pieces]).tocsr().astype(np.float32)
        # joints come from few of the body's vertices, the floor from its lowest: soles, or what one sits on
        self._joint_rows = np.flatnonzero(np.abs(body.joint_weights).max(axis=0) > 0)
        self._joint_weights = body.joint_weights[:, self._joint_rows]
        first, last = GROUPS["body"]
        foot = np.array([bone.startswith(("foot", "toe")) for bone in body.bones])
        soles = np.flatnonzero(body.weights[first:last] @ foot > 0.5)
        self._floor_rows = np.unique(np.concatenate([soles, np.arange(first, last, 9)]))
        self._loose = np.concatenate([self._joint_rows, self._floor_rows])
        self._loose_weights: Any = body.sparse_weights[self._loose]
        self._loose_places = self.figure.vertices[self._loose]
        self._legs = Legs(self.figure)
        skirts = [piece for piece in self.pieces if piece.surface.part == PARTS["skirt"]]
        self._skirts = [
            (p, Lap(self._legs, p.surface.vertices), self._legs.at_rest(p.surface.vertices)) for p in skirts
        ]
        self._face = self._face_places(body.joint_weights @ self.figure.vertices)
        self.sole = max((g.sole_height for g in garments if isinstance(g, Shoes)), default=0.0)

    def bones(self, pose: BodyPose) -> BonePose:
        """The bones alone, for choosing a pose."""
        return pose_bones(self.figure, pose)

    def pose(self, bones: BonePose) -> PosedPerson:
        """The whole person with bones as given, on the floor."""
        matrices = bones.matrices(self.figure)
        loose = _moved(self._loose_weights @ matrices, self._loose_places)
        count = len(self._joint_rows)
        lift = np.array([0.0, 0.0, self.sole - float(loose[count:, 2].min())])
        joints = self._joint_weights @ loose[:count]
        head = matrices[self.figure.body.bone_index["head"]].reshape(3, 4)
        joints[list(FACE)] = self._face @ head[:, :3].T + head[:, 3]
        joints += lift
        blended = self.weights @ matrices.astype(np.float32)
        vertices = _moved(blended, self.vertices)
        turns = blended.reshape(-1, 3, 4)[:, :, :3]
        normals = (turns * self.normals[:, None, :]).sum(axis=2)
        for piece, lap, rest in self._skirts:
            rows = slice(piece.start, piece.stop)
            hung = self._legs.keep_off(vertices[rows].astype(np.float64), bones, rest=rest)
            vertices[rows] = laid = lap.laid(hung, bones)
            normals[rows] = vertex_normals(laid, piece.surface.faces)
        vertices = vertices + lift.astype(np.float32)
        return PosedPerson(self, vertices, normals, joints, BonePose(bones.rotations, bones.heads + lift))

    def _face_places(self, joints: Array) -> Array:
        """[5, 3] nose, eyes and ears at rest, where people mark them in photos: the tip, and the ear at the cheek."""
        size = float(joints[Joint.LEFT_EYE, 0] - joints[Joint.RIGHT_EYE, 0]) / 0.062
        places = joints[list(FACE)].copy()
        for row, joint in enumerate(FACE):
            if joint is Joint.NOSE:
                places[row, 2] -= 0.004 * size
            elif joint in (Joint.RIGHT_EAR, Joint.LEFT_EAR):
                places[row] += np.array([-0.010 * np.sign(places[row, 0]), 0.0, 0.006]) * size
        return places

    # ------------------------------------------------------------------ weights

    def _rigid(self, shares: dict[str, Array]) -> Any:
        """Sparse [N, B] weights from the share [N] of each bone named."""
        columns = [self.figure.body.bone_index[bone] for bone in shares]
        table = np.stack(list(shares.values()), axis=1)
        rows, which = np.nonzero(table)
        places = (rows, np.array(columns)[which])
        return sparse.csr_matrix((table[rows, which], places), shape=(len(table), len(self.figure.body.bones)))

    def _cloth_weights(self, cloth: Surface) -> Any:
        if cloth.part == PARTS["shoes"]:
            left = (cloth.vertices[:, 0] > 0).astype(np.float64)
            return self._rigid({"foot.L": left, "foot.R": 1 - left})
        if cloth.part == PARTS["skirt"]:
            return skirt_weights(self.figure, cloth.vertices)
        return self.figure.body.refined("tights", fine=self.fine).sparse_weights[_source(cloth)]

    def _ribbons(self, strands: Strands, joints: Array) -> tuple[Surface, Any, Array]:
        """Hair as ribbons: it moves with the head near it and lies on the chest farther down."""
        chosen = np.unique(np.rint(np.linspace(0, strands.points.shape[1] - 1, STEPS)).astype(int))
        strands = replace(
            strands, points=strands.points[:, chosen], colour=strands.colour[:, chosen], width=strands.width[:, chosen]
        )
        count, steps, _ = strands.points.shape
        along = np.gradient(strands.points, axis=1)
        doubled = [np.repeat(a.reshape(count * steps, -1), 2, axis=0) for a in (strands.points, along, strands.colour)]
        first = (np.arange(count)[:, None] * steps + np.arange(steps - 1)[None, :]).ravel() * 2
        quads = np.stack([first, first + 1, first + 2, first + 1, first + 3, first + 2], axis=1)
        places = doubled[0]
        chin = float(joints[Joint.NOSE, 2]) - 0.075
        share = np.clip((chin - places[:, 2]) / 0.14, 0.0, 1.0)
        weights = self._rigid({"head": 1 - share, "spine01": share})
        side = np.tile([-0.5, 0.5], count * steps) * np.repeat(strands.width.ravel(), 2) * RIBBON
        surface = Surface(
            places, quads.reshape(-1, 3).astype(np.int64), kind="hair", part=PARTS["hair"], normals=doubled[1],
            colour=doubled[2],
        )  # fmt: skip
        return surface, weights, side


def _source(surface: Surface) -> npt.NDArray[np.int64]:
    assert surface.source is not None
    return surface.source


def _normals(surface: Surface) -> Array:
    return vertex_normals(surface.vertices, surface.faces) if surface.normals is None else surface.normals


def _moved(blended: npt.NDArray[Any], places: npt.NDArray[Any]) -> npt.NDArray[Any]:
    table = blended.reshape(-1, 3, 4)
    return np.asarray((table[:, :, :3] * places[:, None, :]).sum(axis=2) + table[:, :, 3])


def _upper(pieces: list[tuple[Surface, Any, Array | None]], joints: Array) -> Array:
    """[N, 6] places and normals of the cloth that long hair can touch."""
    level = joints[Joint.NECK, 2] - 0.35
    rows = [np.zeros((0, 6))]
    for cloth, _, _ in pieces:
        here = cloth.vertices[:, 2] > level
        rows.append(np.concatenate([cloth.vertices[here], _normals(cloth)[here]], axis=1)[::2])
    return np.concatenate(rows)
