"""Cutting surfaces along their hems."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from training.synthetic.cutting import trimmed
from training.synthetic.render import Surface


def square(cover: list[float]) -> Surface:
    places = np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]])
    keep = np.stack([cover, np.abs(cover)], axis=1)
    return Surface(places, np.array([[0, 1, 2], [0, 2, 3]]), cover=keep, normals=np.tile([0.0, 0, 1], (4, 1)))


def area(surface: Surface) -> float:
    a, b, c = (surface.vertices[surface.faces[:, i]] for i in range(3))
    return float(np.cross(b - a, c - a)[:, 2].sum() / 2)


def test_cut_runs_where_the_cover_ends():
    weights = sparse.identity(4, format="csr")
    cut, blended = trimmed(square([0.5, 0.5, -0.5, -0.5]), weights)
    assert np.isclose(area(cut), 0.5)
    assert cut.vertices[:, 1].max() == 0.5
    assert cut.cover is not None
    assert (cut.cover[:, 0] >= -1e-12).all()
    assert np.allclose(np.asarray(blended.sum(axis=1)), 1)
    assert blended.shape[0] == len(cut.vertices)


def test_what_is_kept_whole_stays_and_what_is_hidden_goes():
    weights = sparse.identity(4, format="csr")
    whole, _ = trimmed(square([1.0, 1, 1, 1]), weights)
    assert np.array_equal(whole.faces, square([1.0, 1, 1, 1]).faces)
    gone, blended = trimmed(square([-1.0, -1, -1, -1]), weights)
    assert len(gone.faces) == len(gone.vertices) == blended.shape[0] == 0
