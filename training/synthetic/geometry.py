"""Small pieces of 3D geometry: rotations between frames, swing and twist, normals, smoothing and subdivision."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.spatial.transform import Rotation

Array = npt.NDArray[np.float64]
Triangles = npt.NDArray[np.int64]


def unit(vector: npt.ArrayLike) -> Array:
    """The vectors [..., 3] at length 1."""
    v = np.asarray(vector, dtype=np.float64)
    if v.ndim == 1:
        return np.asarray(v / max(math.sqrt(float(v @ v)), 1e-12))
    return np.asarray(v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-12))


def cross(a: Array, b: Array) -> Array:
    """[3] the cross product of two vectors, without the care that numpy's takes of shapes."""
    ax, ay, az = a.tolist()
    bx, by, bz = b.tolist()
    return np.array([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx])


def frame(main: Array, second: Array) -> Array:
    """[3, 3] right-handed axes as columns: `main`, then what of `second` is square to it."""
    a = unit(main)
    b = unit(second - a * (second @ a))
    return np.stack([a, b, cross(a, b)], axis=1)


def between(main: Array, second: Array, *, to_main: Array, to_second: Array) -> Array:
    """[3, 3] the rotation that takes one pair of directions to another."""
    return np.asarray(frame(to_main, to_second) @ frame(main, second).T)


def shortest(start: Array, end: Array) -> Array:
    """[3, 3] the smallest rotation that takes direction `start` to `end`."""
    a, b = unit(start), unit(end)
    axis = cross(a, b)
    sine, cosine = math.sqrt(float(axis @ axis)), float(a @ b)
    if sine < 1e-9:
        return np.eye(3)
    return _rotation(axis / sine, np.arctan2(sine, cosine))


def turn(axis: npt.ArrayLike, degrees: float) -> Array:
    """[3, 3] rotation by an angle round an axis."""
    return _rotation(unit(axis), np.radians(degrees))


def _rotation(axis: Array, angle: float) -> Array:
    """[3, 3] rotation by `angle` radians round a unit axis (Rodrigues)."""
    x, y, z = axis.tolist()
    s, c = math.sin(angle), math.cos(angle)
    d = 1.0 - c
    return np.array(
        [
            [c + d * x * x, d * x * y - s * z, d * x * z + s * y],
            [d * x * y + s * z, c + d * y * y, d * y * z - s * x],
            [d * x * z - s * y, d * y * z + s * x, c + d * z * z],
        ]
    )


def partly(rotation: Array, share: float) -> Array:
    """[3, 3] a share of a rotation."""
    x, y, z, w = _quaternion(rotation)
    sine = math.sqrt(x * x + y * y + z * z)
    if sine < 1e-12:
        return np.eye(3)
    return _rotation(np.array([x, y, z]) / sine, 2.0 * math.atan2(sine, w) * share)


def _quaternion(rotation: Array) -> tuple[float, float, float, float]:
    """x, y, z, w of a rotation, with w not below zero."""
    (a, b, c), (d, e, f), (g, h, i) = rotation.tolist()
    if a + e + i > 0.0:
        k = 2.0 * math.sqrt(1.0 + a + e + i)
        return (h - f) / k, (c - g) / k, (d - b) / k, k / 4
    x, y, z, w = (float(v) for v in Rotation.from_matrix(rotation).as_quat(canonical=True))
    return x, y, z, w


def twist_angle(rotation: Array, axis: Array) -> float:
    """How far a rotation turns round `axis`, radians in -pi..pi."""
    x, y, z, w = _quaternion(rotation)
    along = float(np.array([x, y, z]) @ unit(axis))
    angle = 2 * math.atan2(along, w)
    return (angle + np.pi) % (2 * np.pi) - np.pi


def vertex_normals(vertices: Array, faces: Triangles) -> Array:
    """[V, 3] area-weighted unit normals."""
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    flat = np.cross(b - a, c - a)
    normals = np.zeros_like(vertices)
    for i in range(3):
        for k in range(3):
            normals[:, k] += np.bincount(faces[:, i], flat[:, k], minlength=len(vertices))
    return unit(normals)


def neighbour_mean(faces: Triangles, count: int) -> sparse.csr_matrix:
    """[V, V] the matrix that puts every vertex at the mean of its neighbours."""
    rows = np.concatenate([faces[:, i] for i in (0, 1, 2, 1, 2, 0)])
    columns = np.concatenate([faces[:, i] for i in (1, 2, 0, 0, 1, 2)])
    links = sparse.coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(count, count)).tocsr()
    links.data[:] = 1.0
    degree = np.maximum(np.asarray(links.sum(axis=1)).ravel(), 1.0)
    return sparse.diags(1.0 / degree) @ links


def subdivide(faces: Triangles, count: int) -> tuple[sparse.csr_matrix, Triangles]:
    """Loop's scheme, once: a matrix [V', V] from old to new vertices, and the new faces [4F, 3]."""
    pairs = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    edges, where = np.unique(pairs, axis=0, return_inverse=True)
    where = np.asarray(where).reshape(3, -1)
    middle = count + where  # [3, F] the new vertex on edges 01, 12, 20
    new_faces = np.concatenate(
        [
            np.stack([faces[:, 0], middle[0], middle[2]], axis=1),
            np.stack([faces[:, 1], middle[1], middle[0]], axis=1),
            np.stack([faces[:, 2], middle[2], middle[1]], axis=1),
            np.stack([middle[0], middle[1], middle[2]], axis=1),
        ]
    )
    uses = np.bincount(where.ravel(), minlength=len(edges))
    border = uses == 1
    # edge points: 3/8 of both ends and 1/8 of both opposite corners; on a border the middle
    opposite = np.concatenate([faces[:, 2], faces[:, 0], faces[:, 1]])
    flat = where.ravel()
    inner = ~border[flat]
    edge_rows = np.arange(len(edges))
    rows = np.concatenate([edge_rows, edge_rows, flat[inner]])
    columns = np.concatenate([edges[:, 0], edges[:, 1], opposite[inner]])
    ends = np.where(border, 0.5, np.where(uses == 2, 0.375, 0.375))
    data = np.concatenate([ends, ends, np.full(int(inner.sum()), 0.125)])
    edge_part = sparse.coo_matrix((data, (rows, columns)), shape=(len(edges), count)).tocsr()
    edge_part = sparse.diags(1.0 / np.maximum(np.asarray(edge_part.sum(axis=1)).ravel(), 1e-9)) @ edge_part
    # old points: relaxed towards their neighbours; on a border towards the border's neighbours only
    edge_of_border = edges[border]
    on_border = np.zeros(count, dtype=bool)
    on_border[edge_of_border.ravel()] = True
    mean = neighbour_mean(faces, count)
    degree = np.maximum(np.diff(mean.indptr), 1)
    beta = np.where(degree == 3, 3 / 16 * 3, 3 / 8)
    beta = np.where(on_border | (np.diff(mean.indptr) == 0), 0.0, beta)
    old_part = sparse.diags(1.0 - beta) + sparse.diags(beta) @ mean
    if len(edge_of_border):
        a, b = edge_of_border.T
        links = sparse.coo_matrix(
            (np.full(2 * len(a), 0.125), (np.concatenate([a, b]), np.concatenate([b, a]))), shape=(count, count)
        ).tocsr()
        total = np.asarray(links.sum(axis=1)).ravel()
        old_part = old_part + links - sparse.diags(total)
    return sparse.vstack([old_part, edge_part]).tocsr(), new_faces
