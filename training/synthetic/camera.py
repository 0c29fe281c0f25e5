"""A pinhole camera: where it stands, what it sees, and points in its pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.synthetic.geometry import Array, unit


@dataclass(frozen=True)
class Camera:
    """A camera `distance` metres from `target`, turned by `azimuth` and raised by `elevation` (degrees).

    At azimuth 0 it sees the person's front, at 90 the person's left side. `scale` is pixels per metre at the target;
    `centre` the pixel (x, y) of the target; `size` the picture's (width, height).
    """

    size: tuple[int, int]
    target: tuple[float, float, float]
    centre: tuple[float, float]
    scale: float
    azimuth: float = 0.0
    elevation: float = 4.0
    distance: float = 5.0

    @property
    def rotation(self) -> Array:
        """[3, 3] rows: right, down and forward of the camera."""
        a, e = np.radians(self.azimuth), np.radians(self.elevation)
        towards = np.array([np.sin(a) * np.cos(e), -np.cos(a) * np.cos(e), np.sin(e)])
        forward = -towards
        right = unit(np.cross(forward, [0.0, 0.0, 1.0]))
        return np.stack([right, np.cross(forward, right), forward])

    @property
    def place(self) -> Array:
        """[3] where the camera stands."""
        return np.asarray(np.array(self.target) - self.rotation[2] * self.distance)

    def project(self, points: Array) -> tuple[Array, Array]:
        """[N, 2] pixels (origin at the centre of the top left pixel) and [N] depth in metres of points [N, 3]."""
        local = (points - self.place) @ self.rotation.T
        depth = local[:, 2]
        pixels = local[:, :2] / depth[:, None] * (self.scale * self.distance) + np.array(self.centre)
        return pixels, depth

    def matrix(self, *, near: float = 0.3, far: float = 40.0) -> Array:
        """[4, 4] OpenGL's clip matrix for points as columns."""
        width, height = self.size
        focal = self.scale * self.distance
        cx, cy = self.centre
        projection = np.array(
            [
                [2 * focal / width, 0, (2 * cx + 1) / width - 1, 0],
                [0, -2 * focal / height, 1 - (2 * cy + 1) / height, 0],
                [0, 0, (far + near) / (far - near), -2 * far * near / (far - near)],
                [0, 0, 1, 0],
            ]
        )
        view = np.eye(4)
        view[:3, :3] = self.rotation
        view[:3, 3] = -self.rotation @ self.place
        return np.asarray(projection @ view)
